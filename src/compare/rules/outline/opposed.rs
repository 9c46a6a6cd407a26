//! Opposed accounts of one matter: two sentences share enough to tell the same, and of one thing in it one says what the other says
//! is not so, in the same words or in words for the opposite.

use super::{Finding, Likeness, Pair, Story, Told, clash, denied::REPORT, done_by_others, entity, side::Side, weigh};
use crate::{
    compare::{
        DifferenceKind, EntityId,
        gate::{entities, may_be_one, times_clash},
        rules::{
            antonym::{are_alternatives, may_share_charge},
            denial::{may_be_so_since, says_until},
        },
        set_apart::are_set_apart,
    },
    facts::{Anchor, Landmark, Mood, Outline, Part, Predication, Role, Word, date::ResolvedTime},
    language::{
        Relation as TimeRelation,
        lexicon::{self, Pos},
    },
    text::Span,
};

/// How much two sentences must share to tell of one matter, in tenths of what a word tells that is rare everywhere.
const MATTER: u32 = 30;

/// Compares what two sentences say of what they share.
pub fn compare(story: &Story, a: Told, b: Told, of: (&Outline, &Outline), shared: &[Pair]) -> Option<Finding> {
    let (weight, marks) = weigh(shared);
    if weight < MATTER || marks < 2 {
        return None;
    }
    let (x, y) = (Side::of(story, a, of.0)?, Side::of(story, b, of.1)?);
    let Opposition { kind, one, other, why } =
        denied(story, (a, &x), (b, &y), shared).or_else(|| opposed(story, (a, &x), (b, &y), shared))?;
    let quoted = is_quoted(story, a, one) && is_quoted(story, b, other);
    if quoted || clash(of.0, of.1) || done_by_others(story, a, b, shared) || are_set_apart(story, a, b) {
        return None;
    }
    let at = |anchor: &Anchor, side: fn(&Pair) -> Span| {
        let near = shared.iter().filter(|p| mates(p, one, other)).map(side);
        near.fold(anchor.at, |all, span| all.cover(span))
    };
    let why = vec![format!("both tell of {}", named(shared)), why];
    let likeness = Likeness { weight, enough: false, opposed: true };
    Some(Finding::Opposed {
        first: at(one, |p| p.one.at),
        second: at(other, |p| p.other.at),
        likeness,
        kind,
        denies: None,
        why,
    })
}

/// What is told in opposed ways.
pub(super) struct Opposition<'a> {
    pub kind: DifferenceKind,
    pub one: &'a Anchor,
    pub other: &'a Anchor,
    pub why: String,
}

/// A deed that both tell of, in one as done, in the other as not done.
fn denied<'a>(
    story: &Story,
    (a, x): (Told, &Side<'a>),
    (b, y): (Told, &Side<'a>),
    shared: &[Pair<'a>],
) -> Option<Opposition<'a>> {
    // "Did not open until May" is not "did not open".
    if says_until(&x.place.sentence) || says_until(&y.place.sentence) {
        return None;
    }
    shared.iter().find_map(|p| {
        let (v, w) = (word(p.one)?, word(p.other)?);
        let told = p.one.heads && p.other.heads && are_real(p.one, p.other) && !x.is_partial(v) && !y.is_partial(w);
        let opposed = || Some(x.predication(v)?.negated != y.predication(w)?.negated);
        let by = |told: Told, anchor: &Anchor| entity(story, told, anchor.agent?);
        let same = || by(a, p.one).is_some_and(|who| by(b, p.other) == Some(who));
        let near = shared.iter().filter(|q| q.one.at != p.one.at && mates(q, p.one, p.other));
        // "Guilty" of "plead guilty" is the deed itself.
        let deed = |q: &Pair| word(q.one).is_some_and(|u| v.lemma.split(' ').any(|part| part == u.lemma));
        let more = near.clone().any(|q| !q.is_name() && !deed(q));
        let weight: u32 = near.map(|q| q.weight).sum();
        let one = || more && (is_of_one(story, (a, x, v), (b, y, w), shared) || same() && weight >= REPORT);
        if !told || !opposed()? || x.tells_both(v) || y.tells_both(w) || !one() {
            return None;
        }
        let why = "one says that it was so, the other that it was not".to_owned();
        Some(Opposition { kind: DifferenceKind::Polarity, one: p.one, other: p.other, why })
    })
}

/// Words with their anchors.
type Words<'a> = Vec<(&'a Anchor, &'a Word)>;

/// What each of two sentences tells as so that the other does not share.
pub(super) fn told_alone<'a>(x: &Side<'a>, y: &Side<'a>, shared: &[Pair]) -> (Words<'a>, Words<'a>) {
    let taken = |of: fn(&Pair) -> Span| shared.iter().map(of).collect::<Vec<Span>>();
    (x.told_alone(&taken(|p| p.one.at)), y.told_alone(&taken(|p| p.other.at)))
}

/// Words of the two sentences that tell the opposite of what they share.
fn opposed<'a>(
    story: &Story,
    (a, x): (Told, &Side<'a>),
    (b, y): (Told, &Side<'a>),
    shared: &[Pair],
) -> Option<Opposition<'a>> {
    let (mine, theirs) = told_alone(x, y, shared);
    let pairs = mine.iter().flat_map(|one| theirs.iter().map(move |other| (one, other)));
    pairs.into_iter().find_map(|((one, v), (other, w))| {
        // Asked last: it looks both words up.
        let kind = (one.heads && other.heads && are_real(one, other)).then(|| opposition(v, w))??;
        let both = is_of_one(story, (a, x, v), (b, y, w), shared)
            && !tells(x, w)
            && !tells(y, v)
            && !x.moves_person(v)
            && !y.moves_person(w)
            && !say_of_others((x, v), (y, w), shared);
        let why = || format!("“{}” and “{}” exclude each other", v.lemma, w.lemma);
        both.then(|| Opposition { kind, one, other, why: why() })
    })
}

/// Whether two verbs of saying have other things said behind them: "confirmed that the factory closes", "denied that shops close".
fn say_of_others((x, v): (&Side, &Word), (y, w): (&Side, &Word), shared: &[Pair]) -> bool {
    let says = |word: &Word| word.pos == Pos::Verb && !lexicon::stances(&word.lemma).is_empty();
    let alone = |side: &Side, verb: &Word, of: fn(&Pair) -> Span| {
        let behind = |word: &Word| word.pos == Pos::Noun && word.token > verb.token;
        let mut anchors = side.outline.anchors.iter();
        anchors.any(|anchor| word(anchor).is_some_and(behind) && !shared.iter().any(|pair| of(pair) == anchor.at))
    };
    says(v) && says(w) && alone(x, v, |pair| pair.one.at) && alone(y, w, |pair| pair.other.at)
}

/// Whether two sentences that tell of one matter tell it in opposed ways, whether or not that is enough for a difference: then they
/// do not agree.
pub(super) fn exclude(story: &Story, a: Told, b: Told, of: (&Outline, &Outline), shared: &[Pair]) -> bool {
    let Some((x, y)) = Side::of(story, a, of.0).zip(Side::of(story, b, of.1)) else { return false };
    let beside = |one: &Anchor, other: &Anchor| shared.iter().any(|p| p.one.at != one.at && mates(p, one, other));
    let denied = shared.iter().any(|p| {
        let deed = p.one.heads && p.other.heads && word(p.one).is_some() && word(p.other).is_some();
        let turned = p.one.negated.zip(p.other.negated).is_some_and(|(one, other)| one != other);
        deed && turned && beside(p.one, p.other)
    });
    let (mine, theirs) = told_alone(&x, &y, shared);
    let mut pairs = mine.iter().flat_map(|one| theirs.iter().map(move |other| (one, other)));
    let heads = |one: &Anchor, other: &Anchor| one.heads && other.heads && beside(one, other);
    // Some deeds go by words that everybody uses for anything, which are no landmarks.
    let done_and_not = |p: &Predication| y.place.predications.iter().any(|q| are_contrary(p, q));
    denied
        || x.place.predications.iter().any(done_and_not)
        || pairs.any(|((one, v), (other, w))| {
            heads(one, other) && v.pos == Pos::Verb && w.pos == Pos::Verb && opposition(v, w).is_some()
        })
}

/// Whether one predication tells as so what the other tells as not so, of a thing that goes by one noun.
fn are_contrary(p: &Predication, q: &Predication) -> bool {
    let same = |role: Role| {
        let noun = |p: &Predication| p.participants.iter().find(|x| x.role == role).map(|x| x.noun.clone());
        noun(p)
            .is_some_and(|one| lexicon::is_word(&one) && noun(q).is_some_and(|other| lexicon::same_thing(&one, &other)))
    };
    p.negated != q.negated
        && p.mood == q.mood
        && p.mood != Mood::Possible
        && p.deeds.iter().any(|deed| q.deeds.contains(deed))
        && (same(Role::Patient) || same(Role::Agent))
}

/// Whether what two words say is said of one thing that both sentences tell of, by the same if they name somebody.
fn is_of_one(story: &Story, (a, x, v): (Told, &Side, &Word), (b, y, w): (Told, &Side, &Word), shared: &[Pair]) -> bool {
    let Some((p, q)) = x.predication(v).zip(y.predication(w)) else { return false };
    let Some((c, d)) = x.claim(story, a, p).zip(y.claim(story, b, q)) else { return false };
    let itself = |pair: &Pair| word(pair.one).is_some_and(|u| u.token == v.token);
    let same = |(head, other): (usize, usize)| {
        shared.iter().any(|pair| !itself(pair) && x.is_of(pair.one, head) && y.is_of(pair.other, other))
    };
    let theme = match (core(p), core(q)) {
        // What is done to something is not what something does.
        ((Some(_), Some(_)), (Some(_), None)) | ((Some(_), None), (Some(_), Some(_))) => None,
        // Who survived something did not die of it.
        ((Some(agent), Some(_)), (None, Some(patient))) if x.knows(agent, shared) => Some((agent, patient)),
        ((None, Some(patient)), (Some(agent), Some(_))) if y.knows_other(agent, shared) => Some((patient, agent)),
        ((agent, patient), (other, theirs)) => patient.or(agent).zip(theirs.or(other)),
    };
    let known = |t: Told| entities(story, t, &Part::Agent);
    let (by, other) = (known(c), known(d));
    // Who denies it is told of in both.
    let denier = if p.negated == q.negated {
        by.is_disjoint(&other) && !by.is_empty() && !other.is_empty()
    } else {
        by != other
    };
    let (negated, affirmed) = if p.negated { (a, b) } else { (b, a) };
    let told = match p.negated == q.negated {
        true => may_be_at_once(c, d),
        false => !may_be_so_since(story, (negated, affirmed)),
    };
    theme.is_some_and(same)
        && !denier
        && told
        && may_be_one(story, c, d, p.negated != q.negated)
        && may_share_charge(story, c, d)
        && theme.is_some_and(|(head, other)| !of_others(story, (a, x, head), (b, y, other)))
}

/// Whether two opposed outcomes are told of one time: what is open may have been closed before.
fn may_be_at_once(a: Told, b: Told) -> bool {
    let undated = a.claim.times.is_empty() && b.claim.times.is_empty();
    // An hour may be of any day.
    let same = |t: &ResolvedTime| {
        let parts =
            |t: &ResolvedTime| (t.parts().year, t.parts().month, t.parts().weekday, t.expression.clock.is_some());
        let meets = |u: &ResolvedTime| {
            t.relation_to(u) == TimeRelation::Same
                || matches!(t.relation_to(u), TimeRelation::Compatible(_)) && parts(t) == parts(u)
        };
        b.claim.times.iter().any(meets)
    };
    undated
        || a.claim.times.iter().any(same)
        || !times_clash(a.claim, b.claim) && are_alternatives(&a.claim.event.predicate, &b.claim.event.predicate)
}

/// Whether those who are named in two phrases are others, or it is of other things: "the alarm at the gallery" and "the alarm at the
/// hotel", "the price of zinc" and "house prices".
fn of_others(story: &Story, (a, x, head): (Told, &Side, usize), (b, y, other): (Told, &Side, usize)) -> bool {
    let named = |told: Told, side: &Side, head: usize| -> Vec<EntityId> {
        let within = side.outline.anchors.iter().filter(|anchor| anchor.phrase as usize == head);
        let party = |anchor: &Anchor| match anchor.what {
            Landmark::Party(party) => entity(story, told, party),
            _ => None,
        };
        within.filter_map(party).collect()
    };
    let (mine, theirs) = (named(a, x, head), named(b, y, other));
    let (of, of_others) = (x.complements(head), y.complements(other));
    let known = !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|e| theirs.contains(e));
    known
        || !of.is_empty()
            && !of_others.is_empty()
            && !of.iter().any(|word| of_others.iter().any(|other| word.may_mean(other)))
}

/// Who does it, and to whom.
fn core(predication: &Predication) -> (Option<usize>, Option<usize>) {
    (predication.participant(Role::Agent), predication.participant(Role::Patient))
}

pub fn word(anchor: &Anchor) -> Option<&Word> {
    match &anchor.what {
        Landmark::Word(word) => Some(word),
        _ => None,
    }
}

/// Whether a sentence has a word for the same outcome.
pub(super) fn tells(side: &Side, word: &Word) -> bool {
    let mut others = side.outline.anchors.iter().filter_map(self::word);
    others.any(|other| lexicon::same_outcome(&word.lemma, word.pos, &other.lemma, other.pos))
}

/// How two words exclude each other, if they do.
pub(super) fn opposition(v: &Word, w: &Word) -> Option<DifferenceKind> {
    // Who lives somewhere may die there.
    let dwells = |word: &Word| word.pos == Pos::Verb && word.lemma == "live";
    if !dwells(v) && !dwells(w) && lexicon::opposed(&v.lemma, v.pos, &w.lemma, w.pos) {
        return Some(DifferenceKind::Antonym);
    }
    let judged = |word: &Word| lexicon::judgements(&word.lemma).collect::<Vec<_>>();
    let opposed = judged(v).iter().any(|x| judged(w).iter().any(|y| x.is_opposed_to(*y)));
    (opposed && v.pos != Pos::Verb && w.pos != Pos::Verb).then_some(DifferenceKind::Characterisation)
}

/// Whether it is said in somebody's own words: those are compared as such.
pub(super) fn is_quoted(story: &Story, told: Told, anchor: &Anchor) -> bool {
    let quotations = story.account(told.article).map(|account| account.facts.quotations.as_slice()).unwrap_or_default();
    let at = anchor.at.shift(told.claim.span.start as usize);
    let first = quotations.partition_point(|q| q.span.end <= at.start);
    let near = quotations[first..].iter().take_while(|q| q.span.start <= at.start);
    near.flat_map(|q| &q.quoted).any(|words| words.contains(at))
}

pub(super) fn are_real(one: &Anchor, other: &Anchor) -> bool {
    one.mood == other.mood && one.mood != Mood::Possible
}

/// Whether a pair is told of in the clauses of both anchors.
fn mates(pair: &Pair, one: &Anchor, other: &Anchor) -> bool {
    pair.one.clauses & one.clauses != 0 && pair.other.clauses & other.clauses != 0
}

/// What is shared, for explanations.
pub fn named(shared: &[Pair]) -> String {
    let words = shared.iter().filter_map(|p| match &p.one.what {
        Landmark::Word(word) => Some(format!("“{}”", word.lemma)),
        _ => None,
    });
    let words: Vec<String> = words.take(3).collect();
    if words.is_empty() { "the same people".into() } else { words.join(", ") }
}
