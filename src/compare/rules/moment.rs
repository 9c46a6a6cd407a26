//! `time`: another time of the same deed, which each article dates once, in whatever words.

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{ChainRef, EntityId, count::counts_clash, occasion::shared, set_apart::are_set_apart},
    facts::{Content, EntityKind, Moment, Part, Word, date::ResolvedTime},
    language::{
        Relation,
        lexicon::{self, Class},
        time::Placement,
    },
};

/// How much two stretches of sentences must share for one matter, in tenths: that each article dates one such deed says most.
const ONE_MATTER: u32 = 40;

/// How much where the hours are all that says that it is one deed.
const ONE_HOUR: u32 = 120;

/// Compares the only times that two articles give for a deed.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Moment(x), Content::Moment(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if x.time.relation_to(&y.time) != Relation::Disjoint || a.claim.event.repeated != b.claim.event.repeated {
        return None;
    }
    let hours = has_one_hour(story, a, x) && has_one_hour(story, b, y);
    let deed = is_same(x, y);
    let least = if deed { ONE_MATTER } else { ONE_HOUR };
    let one = deed || hours && may_be_one(x, y);
    if !one
        || !may_be_done_by_same(story, (a, &x.core, x.named), (b, &y.core, y.named), hours)
        || counts_clash(story, a, b)
        || !is_only(story, a, x)
        || !is_only(story, b, y)
        || shared(story, &x.occasion, &y.occasion, &[]) < least
        || are_set_apart(story, a, b)
    {
        return None;
    }
    let why = vec![
        "each article dates one such deed, and both tell of one matter".into(),
        format!("{} and {} are not the same time", x.time.value, y.time.value),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Time, level: Level::Differs, denies: None, why })
}

/// Whether two hours may be of one deed: they are of one day, and neither is that from which or until which something lasts.
fn may_be_one(x: &Moment, y: &Moment) -> bool {
    let lasts = |m: &Moment| matches!(m.time.expression.placement, Placement::Before | Placement::After);
    let one_day = x.time.days.zip(y.time.days).is_none_or(|(x, y)| x.first <= y.last && y.first <= x.last);
    one_day && x.phase == y.phase && x.to_come == y.to_come && !lasts(x) && !lasts(y)
}

/// Whether both may be the same part of the same deed.
fn is_same(x: &Moment, y: &Moment) -> bool {
    x.phase == y.phase && x.to_come == y.to_come && x.deeds.iter().any(|deed| y.deeds.binary_search(deed).is_ok())
}

/// A deed in its article: the words for who does it and to whom, and whether it goes by a noun.
type Done<'a> = (Told<'a>, &'a [Word], bool);

/// Whether who does it, or to whom, is the same in both, or one does not say; or no people, where each tells one hour only.
pub(super) fn may_be_done_by_same(
    story: &Story,
    (a, mine_told, by_noun): Done,
    (b, theirs_told, noun): Done,
    hours: bool,
) -> bool {
    let known = |t: Told| -> BTreeSet<EntityId> {
        let core = t.claim.event.parties.iter().filter(|p| matches!(p.part, Part::Agent | Part::Patient));
        let chains = core.filter_map(|p| p.chain);
        chains.filter_map(|chain| story.entity_of(ChainRef { article: t.article, chain })).collect()
    };
    let (mine, theirs) = (known(a), known(b));
    let same = !mine.is_disjoint(&theirs);
    // "A plumber" and "a plumber aged 44": who has no name may be one with whoever goes by the same noun.
    let unnamed = |e: &EntityId| story.entity(*e).filter(|e| e.described).and_then(|e| e.name.rsplit(' ').next());
    let alike = |x: &EntityId| {
        let noun = unnamed(x);
        theirs.iter().any(|y| noun.zip(unnamed(y)).is_some_and(|(p, q)| lexicon::same_thing(p, q)))
    };
    let same = same || mine.iter().any(alike);
    // What it is done to: a prize and another prize.
    let done_to = |t: Told| -> BTreeSet<EntityId> {
        let chains = t.claim.event.parties(&Part::Patient).filter_map(|p| p.chain);
        chains.filter_map(|chain| story.entity_of(ChainRef { article: t.article, chain })).collect()
    };
    let (one, other) = (done_to(a), done_to(b));
    let others = !one.is_empty() && !other.is_empty() && one.is_disjoint(&theirs) && other.is_disjoint(&mine);
    if others && !by_noun && !noun {
        return false;
    }
    let word = |w: &Word| theirs_told.iter().any(|v| w.may_mean(v));
    let apart = !mine.is_empty() && !theirs.is_empty() && !same;
    let person = |w: &Word| lexicon::is_a(&w.lemma, Class::Person, 1);
    let people = |e: &EntityId| story.entity(*e).is_some_and(|e| e.kind == EntityKind::Person);
    let things = || !mine_told.iter().chain(theirs_told).any(person) && !mine.iter().chain(&theirs).any(people);
    same || !apart && (by_noun || noun || mine_told.iter().any(word)) || hours && things()
}

/// Whether the article tells the hour of nothing else.
fn has_one_hour(story: &Story, told: Told, moment: &Moment) -> bool {
    let other = |time: &ResolvedTime| time.expression.clock.is_some() && time.value != moment.time.value;
    let mut times = told.article_claims(story).iter().filter_map(|claim| match &claim.content {
        Content::Time(time) => Some(time),
        _ => None,
    });
    moment.time.expression.clock.is_some() && !times.any(other)
}

/// Whether the article gives no other time for it.
fn is_only(story: &Story, told: Told, moment: &Moment) -> bool {
    told.article_claims(story).iter().all(|claim| match &claim.content {
        Content::Moment(other) => !is_same(moment, other) || moment.time.relation_to(&other.time) != Relation::Disjoint,
        _ => true,
    })
}
