//! `quantity`: another figure of the same, of which each article has one only: a fine, a price, what one speaker counts.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told, is_people};
use crate::{
    compare::{
        ChainRef, EntityId,
        count::{count_otherwise, counts_one_apart, suffer_otherwise},
        gate::{entities, name, same_speaker, times_clash, times_meet},
        occasion::shared,
        set_apart::are_of_other_peoples,
    },
    facts::{Content, EntityKind, Figure, Mood, NEAR, Part, Word},
    language::{
        Relation,
        lexicon::{Class, FigureUnit, is_a, same_thing},
    },
};

/// How much two stretches of sentences must share for one matter, in tenths: that each article has one such figure says most.
const ONE_MATTER: u32 = 60;

/// How much where the same speaker gives both.
const ONE_SPEAKER: u32 = 36;

/// Compares the only figures of one kind that two articles give.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Figure(x), Content::Figure(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let by_one = same_speaker(story, a, b);
    let together = if x.phrase == y.phrase { &x.phrase } else { &None };
    let sole = !is_same(x, y, by_one);
    let one_deed = sole && are_same_things(x, y) && a.claim.event.same_deed_told(&b.claim.event);
    // "3,400 teachers walked out on Monday", "2,100 teachers came out on Monday": people of one kind at one time.
    let untold = x.of.is_empty() || y.of.is_empty();
    let at_one_time = sole && untold && are_same_people(x, y) && times_meet(a.claim, b.claim);
    let same = x.among == y.among
        && (!sole || (one_deed || at_one_time || counts_same(x, y)) && a.claim.event.mood == b.claim.event.mood);
    let told = |figure: &Figure| !figure.partial && !figure.negated && figure.mood != Mood::Possible;
    if !same || !told(x) || !told(y) || x.mood != y.mood || x.quantity.relation_to(&y.quantity) != Relation::Disjoint {
        return None;
    }
    let is_only = |t: Told, f: &Figure| match sole {
        true => is_sole(story, t, f),
        false => is_only(story, t, f, by_one, together),
    };
    let least = if one_deed || by_one || together.as_ref().is_some_and(says_much) { ONE_SPEAKER } else { ONE_MATTER };
    if times_clash(a.claim, b.claim)
        || (x.so_far || y.so_far) && !times_meet(a.claim, b.claim)
        || !is_only(a, x)
        || !is_only(b, y)
        || !x.of.iter().any(|of| of.unit() == Some(FigureUnit::People)) && are_of_others(story, a, b)
        || suffer_otherwise(story, a, b)
        || are_of_other_peoples(story, a, b)
        || count_otherwise(story, (a, &x.quantity), (b, &y.quantity))
        || counts_one_apart(story, (a, &x.quantity), (b, &y.quantity))
        || are_for_others(story, a, b)
        || may_be_part(x, y)
        || may_be_part(y, x)
        || shared(story, &x.occasion, &y.occasion, &[]) < least
    {
        return None;
    }
    let why = vec![
        "each article has one such figure, and both tell of one matter".into(),
        format!("{} and {} cannot both be so", x.quantity.describe(), y.quantity.describe()),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Quantity, level: Level::Differs, denies: None, why })
}

/// Whether both are figures of the same: by the words near them, or by what is counted where one counts it.
fn is_same(x: &Figure, y: &Figure, by_one: bool) -> bool {
    // Of people many things are told, and each of other numbers.
    let person = is_people(&x.noun) || is_a(&x.noun, Class::Person, 1);
    let counted = !x.noun.is_empty() && !person && (x.noun == y.noun || same_thing(&x.noun, &y.noun));
    let done = || x.acts.iter().any(|act| y.acts.iter().any(|other| act.may_mean(other)));
    // "Herons" are counted once where "houses" are counted of many kinds.
    let rare = || x.noun == y.noun && x.rare && y.rare;
    let together = || x.phrase == y.phrase && x.phrase.as_ref().is_some_and(|phrase| !person || says_much(phrase));
    x.of.iter().any(|figure| y.of.contains(figure)) || together() || by_one && counted && (rare() || done())
}

/// Whether both tell that the same is done with things of one kind, or both count some of as many. Of people many things are told, and
/// each of other numbers.
fn counts_same(x: &Figure, y: &Figure) -> bool {
    let done = || x.acts.iter().any(|act| y.acts.iter().any(|other| act.may_mean(other)));
    are_same_things(x, y) && (x.among.is_some() || done())
}

/// Whether the first counts people of any kind and the second not more of some kind, which may be a part of them.
fn may_be_part(whole: &Figure, part: &Figure) -> bool {
    is_people(&whole.noun)
        && !is_people(&part.noun)
        && is_a(&part.noun, Class::Person, 1)
        && part.quantity.value < whole.quantity.value
}

/// Whether both count things of one kind.
fn are_same_things(x: &Figure, y: &Figure) -> bool {
    let thing = |f: &Figure| !f.noun.is_empty() && !is_people(&f.noun) && !is_a(&f.noun, Class::Person, 1);
    thing(x) && thing(y) && (x.noun == y.noun || same_thing(&x.noun, &y.noun))
}

/// Whether both count people of one kind, told in one word.
fn are_same_people(x: &Figure, y: &Figure) -> bool {
    x.noun == y.noun && !is_people(&x.noun) && is_a(&x.noun, Class::Person, 1)
}

/// Whether the article counts such things nowhere else.
fn is_sole(story: &Story, told: Told, figure: &Figure) -> bool {
    told.article_claims(story).iter().all(|claim| match &claim.content {
        Content::Figure(other) => {
            !(are_same_things(figure, other) || are_same_people(figure, other))
                || figure.quantity.relation_to(&other.quantity) != Relation::Disjoint
        }
        _ => true,
    })
}

/// Whether two words or more tell which things are counted: "counterfeit heart tablets".
fn says_much(phrase: &SmolStr) -> bool {
    phrase.split(' ').count() > 2
}

/// What both count, where several words say so.
type Together = Option<SmolStr>;

/// Whether the article has no other figure of the same, or whoever gives it has not.
fn is_only(story: &Story, told: Told, figure: &Figure, by_one: bool, together: &Together) -> bool {
    let speaker = |t: Told| t.claim.attribution.as_ref().and_then(|by| by.chain);
    told.article_claims(story).iter().all(|claim| match &claim.content {
        Content::Figure(other) if together.is_some() => {
            other.phrase != *together || figure.quantity.relation_to(&other.quantity) != Relation::Disjoint
        }
        Content::Figure(other) => {
            let by_it = speaker(told).is_some() && speaker(Told { claim, ..told }) == speaker(told);
            by_one && !by_it
                || !is_same(figure, other, by_it)
                || figure.quantity.relation_to(&other.quantity) != Relation::Disjoint
        }
        _ => true,
    })
}

/// Whether each sentence tells what it is for, and of other things: five years "for fraud" and two "for assault".
fn are_for_others(story: &Story, a: Told, b: Told) -> bool {
    let reasons = |t: Told| -> Vec<Word> {
        let Some(place) = t.sentence(story) else { return Vec::new() };
        let sentence = &place.sentence;
        let behind = |word: &Word| {
            let mut above = sentence.parse.children(word.token as usize);
            let is_for = above.any(|c| c < word.token as usize && sentence.is_any(c, &["for"]));
            is_for
                && !sentence.quantities.iter().any(|q| q.phrase().contains(sentence.tokens[word.token as usize].span))
        };
        place.words.iter().filter(|word| behind(word)).cloned().collect()
    };
    let (mine, theirs) = (reasons(a), reasons(b));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|x| theirs.iter().any(|y| x.may_mean(y)))
}

/// Whether each sentence speaks of people or bodies that the other does not.
fn are_of_others(story: &Story, a: Told, b: Told) -> bool {
    let near = Part::Oblique(NEAR.into());
    let speaker = |t: Told| {
        let chain = t.claim.attribution.as_ref()?.chain?;
        story.entity_of(ChainRef { article: t.article, chain })
    };
    let acts = |e: &EntityId| {
        let known = story.entity(*e).filter(|e| !e.described);
        known.is_some_and(|e| matches!(e.kind, EntityKind::Person | EntityKind::Organisation))
    };
    let (mine, theirs) = (entities(story, a, &near), entities(story, b, &near));
    // "The Orrin Mutual Fund" and "the Orrin Mutual office".
    let akin = |e: &EntityId, f: &EntityId| {
        let words = |e| name(story, e).split(' ').take(2).collect::<Vec<_>>();
        words(*e).len() == 2 && words(*e) == words(*f)
    };
    let own = |t: Told, e: &&EntityId, others: &BTreeSet<EntityId>| {
        acts(e) && speaker(t) != Some(**e) && !others.iter().any(|f| akin(e, f))
    };
    mine.difference(&theirs).any(|e| own(a, &e, &theirs)) && theirs.difference(&mine).any(|e| own(b, &e, &mine))
}
