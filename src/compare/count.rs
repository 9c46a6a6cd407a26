//! How many take part in an event, as the sentences of two claims count them.

use super::{Story, rules::is_people, told::Told};
use crate::{
    facts::{Claim, Content, Facts, Mood, Part, Word, date::ResolvedTime},
    language::{
        Quantity, Relation, Sentence,
        lexicon::{self, Class, Pos},
        model::Upos,
        number::Unit,
        time::Placement,
    },
};

/// Whether the two sentences count what takes part and come to other numbers: "won two medals" in one year and "won
/// three" in another are two events.
pub fn counts_clash(story: &Story, a: Told, b: Told) -> bool {
    counts(story, a)
        .any(|(x, part)| counts(story, b).any(|(y, other)| part == other && x.relation_to(y) == Relation::Disjoint))
}

/// Whether they come to the same number, too large to be the same by chance.
pub fn counts_meet(story: &Story, a: Told, b: Told) -> bool {
    const TELLING: i64 = 7;
    let telling = |q: &Quantity| q.value.to_integer() >= TELLING.into();
    counts(story, a).any(|(x, part)| {
        telling(x) && counts(story, b).any(|(y, other)| part == other && x.relation_to(y) == Relation::Same)
    })
}

/// Whether the sentence of a claim gives the number as that of a part: "three of them".
pub fn tells_part(story: &Story, told: Told, number: &Quantity) -> bool {
    let quantities = told.sentence(story).map(|s| s.sentence.quantities.as_slice()).unwrap_or_default();
    quantities.iter().any(|q| q.of.is_some() && q.relation_to(number) == Relation::Same)
}

/// How many of what takes part in the event of a claim, as its sentence counts them.
fn counts<'a>(story: &'a Story, told: Told<'a>) -> impl Iterator<Item = (&'a Quantity, &'a Part)> {
    told.sentence_claims(story).iter().filter(|c| c.event == told.claim.event).filter_map(|c| match &c.content {
        Content::Quantity { quantity, part, .. } => Some((quantity, part)),
        _ => None,
    })
}

/// Whether two numbers differ by one and a sentence tells of one apart: "eleven were treated, and a woman was taken to hospital",
/// "a dozen, one of them a pensioner".
pub fn counts_one_apart(story: &Story, (a, x): (Told, &Quantity), (b, y): (Told, &Quantity)) -> bool {
    let apart = |t: Told| t.sentence(story).is_some_and(|s| tells_of_one(&s.sentence));
    let one = x.value - y.value == 1.into() || y.value - x.value == 1.into();
    one && (apart(a) || apart(b))
}

/// Whether the words beside two numbers say that they count otherwise: one is that of some of them, "two other rifles", "the first two
/// games", one of two that make the whole, "eight Greek and nine Maltese sailors", that of more than one thing, "90 guests and staff",
/// or of all so far.
pub fn count_otherwise(story: &Story, (a, x): (Told, &Quantity), (b, y): (Told, &Quantity)) -> bool {
    let (Some(one), Some(other)) = (a.sentence(story), b.sentence(story)) else { return false };
    let (one, other) = (&one.sentence, &other.sentence);
    counts_some(one, x)
        || counts_some(other, y)
        || counts_more(one, x) != counts_more(other, y) && noun(one, x) == noun(other, y)
        || counts_so_far(one) != counts_so_far(other)
}

/// Whether one sentence tells of the dead and the other of those who were hurt.
pub fn suffer_otherwise(story: &Story, a: Told, b: Told) -> bool {
    let tells = |told: Told, harms: &[&str]| {
        let words = told.sentence(story).map_or(&[][..], |s| &s.words);
        let harm = |word: &Word| harms.iter().any(|harm| lexicon::same_outcome(&word.lemma, word.pos, harm, Pos::Verb));
        words.iter().any(harm)
    };
    let (dead, hurt) = (&["die", "kill"], &["injure"]);
    let apart = |x: Told, y: Told| tells(x, dead) && !tells(x, hurt) && tells(y, hurt) && !tells(y, dead);
    apart(a, b) || apart(b, a)
}

/// The tokens of a number with what it counts, first and last.
fn phrase(sentence: &Sentence, quantity: &Quantity) -> (usize, usize) {
    let within = quantity.phrase();
    let first = sentence.tokens.partition_point(|t| t.span.end <= within.start);
    let end = sentence.tokens.partition_point(|t| t.span.start < within.end);
    (first, end.max(first + 1) - 1)
}

/// The last word of what a number counts.
fn noun(sentence: &Sentence, quantity: &Quantity) -> String {
    sentence.lower(phrase(sentence, quantity).1).to_string()
}

fn counts_some(sentence: &Sentence, quantity: &Quantity) -> bool {
    const BEFORE: &[&str] = &["another", "final", "first", "last", "next", "opening", "other", "remaining"];
    const INSIDE: &[&str] = &["additional", "extra", "further", "more", "other", "others", "remaining"];
    let (first, last) = phrase(sentence, quantity);
    let count = |q: &Quantity| q.unit == Unit::Count && q.of.is_none();
    // "Eight Greek and nine Maltese sailors": the first of the two leaves out what both count.
    let joined = |p: &Quantity, q: &Quantity| {
        let ((_, end), (begin, _)) = (phrase(sentence, p), phrase(sentence, q));
        let close = begin > end && begin - end <= 3 && sentence.is_any(begin - 1, &["and"]);
        let described = (end + 1..begin.saturating_sub(1)).all(|i| sentence.parse.node(i).upos != Upos::Verb);
        count(p) && count(q) && close && described && p.counted.is_none() && q.counted.is_some()
    };
    let is_it = |q: &Quantity| q.span == quantity.span;
    let mut others = sentence.quantities.iter().filter(|q| !is_it(q));
    first > 0 && sentence.is_any(first - 1, BEFORE)
        || (first..=last).any(|i| sentence.is_any(i, INSIDE))
        || sentence.is_any(last + 1, &["more", "others"])
        || others.any(|other| joined(other, quantity) || joined(quantity, other))
}

/// Whether a number counts people or things of another kind too, for which there is no number of its own.
fn counts_more(sentence: &Sentence, quantity: &Quantity) -> bool {
    let (_, last) = phrase(sentence, quantity);
    let parse = &sentence.parse;
    let noun = last + 2 < sentence.tokens.len() && parse.node(last + 2).upos == Upos::Noun;
    noun && quantity.counted.is_some() && sentence.is_any(last + 1, &["and", "or"])
}

fn counts_so_far(sentence: &Sentence) -> bool {
    let far = |i: usize| sentence.is_any(i, &["far"]) && sentence.is_any(i - 1, &["so", "thus"]);
    let date = |i: usize| sentence.is_any(i, &["date"]) && sentence.is_any(i - 1, &["to"]);
    let year = |i: usize| sentence.is_any(i, &["year", "season"]) && sentence.is_any(i - 1, &["this"]);
    (1..sentence.tokens.len()).any(|i| far(i) || date(i) || year(i))
}

/// Whether a sentence tells of one beside others.
fn tells_of_one(sentence: &Sentence) -> bool {
    /// How far behind "a" the noun stands.
    const REACH: usize = 3;
    let person = |i: usize| lexicon::is_a(&sentence.lower(i), Class::Person, 1);
    (0..sentence.tokens.len()).any(|i| {
        let end = sentence.tokens.len().min(i + 2 + REACH);
        sentence.is_any(i, &["another"])
            || sentence.is_any(i, &["one"])
                && (sentence.is_any(i + 1, &["more"]) || sentence.is_any(i + 2, &["them", "whom"]))
            || sentence.is_any(i, &["and"]) && sentence.is_any(i + 1, &["a", "an"]) && (i + 2..end).any(person)
    })
}

/// What is done to the people whom a claim counts, on a day or at no time told: "kill", "injure". How many were killed since last
/// year is another number each day.
pub fn toll(facts: &Facts, claim: &Claim) -> Option<&'static str> {
    const HARMS: &[&str] = &["kill", "injure"];
    let Content::Quantity { quantity, noun, part: Part::Patient, .. } = &claim.content else { return None };
    let person = is_people(noun) || lexicon::is_a(noun, Class::Person, 1);
    let of_a_day = |t: &ResolvedTime| {
        let parts = t.parts();
        t.expression.placement == Placement::At && (parts.day.is_some() || parts.weekday.is_some())
    };
    // "Since May nine people were killed": so many so far.
    let sentence = facts.sentences.get(claim.sentence as usize)?;
    let so_far = sentence
        .sentence
        .times
        .iter()
        .any(|time| time.placement != Placement::At && time.span.end <= quantity.span.start);
    let event = &claim.event;
    let plain = event.mood == Mood::Real && !event.negated;
    let done = |harm: &&&str| lexicon::same_outcome(&event.predicate, Pos::Verb, harm, Pos::Verb);
    HARMS.iter().find(done).copied().filter(|_| person && plain && !so_far && claim.times.iter().all(of_a_day))
}
