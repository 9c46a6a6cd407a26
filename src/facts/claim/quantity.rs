//! Claims that so many of something take part in an event.

use super::{
    Claim, Content, Part, Party,
    clause::Clauses,
    predication::{Participant, Predication, Role, is_passive},
};
use smol_str::SmolStr;

use crate::{
    language::{
        Quantity, Sentence,
        lexicon::{Class, is_a},
        model::{Relation, Upos},
        number::Unit,
    },
    text::Span,
};

/// The quantity claims of a sentence: numbers that count or measure a participant of a predication.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let quantities = &clauses.sentence().quantities;
    for (at, quantity) in quantities.iter().enumerate() {
        let tally = quantities.get(at + 1).and_then(|next| tally(clauses, quantity, next));
        found.extend(claim(clauses, number, &tally.unwrap_or(*quantity)));
    }
}

/// The votes on both sides: "21 votes to 17", "26 members backed it and 15 opposed it", "26 for and 15 against".
pub(super) fn tally(clauses: &Clauses, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let sentence = clauses.sentence();
    let (_, last) = clauses.tokens_in(first.phrase())?;
    let (next, next_last) = clauses.tokens_in(second.phrase())?;
    let plain = first.unit == Unit::Count && second.unit == Unit::Count && first.of.is_none() && second.of.is_none();
    let noun = |q: &Quantity| q.counted.and_then(|c| clauses.tokens_in(c)).map(|(_, last)| clauses.noun(last));
    let to = next == last + 2 && sentence.word(last + 1) == "to";
    let of_votes = to && second.counted.is_none() && noun(first).is_some_and(|noun| noun == VOTE);
    // Who votes is a person, whatever is counted for or against.
    let voter = |q: &Quantity| noun(q).is_none_or(|noun| noun == VOTE || is_a(&noun, Class::Person, 1));
    let some = |words: &[&str], from: usize, to: usize| (from..to).any(|i| sentence.is_any(i, words));
    let divided = next > last
        && voter(first)
        && voter(second)
        && some(FOR, last + 1, next)
        && !some(AGAINST, last + 1, next)
        && some(AGAINST, next_last + 1, next_last + REACH);
    (plain && (of_votes || divided)).then_some(Quantity { unit: Unit::Tally(second.value), ..*first })
}

/// What those who are for something do, and those who are against it.
const FOR: &[&str] = &[
    "approved",
    "aye",
    "ayes",
    "backed",
    "backing",
    "endorsed",
    "favor",
    "favour",
    "favoured",
    "for",
    "supported",
    "supporting",
    "yes",
];
const AGAINST: &[&str] = &["against", "nay", "nays", "no", "noes", "opposed", "opposing", "rejected", "rejecting"];

/// How far behind the second number of a tally its side is told.
const REACH: usize = 4;

/// The words for what is counted; nothing is by "£2m in cash".
pub(super) fn counted(clauses: &Clauses, quantity: &Quantity) -> Option<Span> {
    let cash = |c: &Span| c.of(&clauses.sentence().text).eq_ignore_ascii_case("cash");
    quantity.counted.filter(|counted| !cash(counted))
}

fn claim(clauses: &Clauses, number: u32, quantity: &Quantity) -> Option<Claim> {
    if quantity.weak || matches!(quantity.unit, Unit::Ordinal | Unit::Age) {
        return None;
    }
    let phrase = quantity.phrase();
    if is_whole(clauses, phrase) {
        return None;
    }
    // "38 of the 46 had resigned": parsers take the partitive for a modifier of the verb; the verb behind it is right.
    let behind = quantity.of.and_then(|of| verb_behind(clauses, of));
    let (predication, root) = match behind {
        Some(predication) => (predication, None),
        None => clauses.governing(phrase).map(|(p, root)| (p, Some(root)))?,
    };
    let (predication, noun_counted) =
        match quantity.counted.is_none() && quantity.of.is_none() && quantity.unit == Unit::Count {
            // A bare number counts what "the number of" says, or whatever the sentence before spoke of: nothing to compare it by.
            true => number_of(clauses, predication, phrase).map(|(p, counted)| (p, Some(counted)))?,
            false => (predication, None),
        };
    let passive = || is_passive(clauses.sentence(), predication.head);
    let (noun, known) = match (counted(clauses, quantity), quantity.unit) {
        (Some(_), Unit::Tally(_)) => (VOTE.into(), Some(Part::Oblique("by".into()))),
        (Some(counted), _) => (clauses.noun(clauses.tokens_in(counted)?.1), None),
        (None, Unit::Tally(_)) if is_vote(clauses.sentence()) || says_sides(clauses, phrase) => {
            (VOTE.into(), Some(Part::Oblique("by".into())))
        }
        (None, _) => match noun_counted {
            Some(counted) => {
                (counted.noun.clone(), Some(if passive() { Part::Patient } else { part_of(clauses, counted.role) }))
            }
            None => (SmolStr::default(), None),
        },
    };
    let part = match (known, root) {
        (Some(part), _) => part,
        (None, Some(root)) => part(clauses, predication, root)?,
        (None, None) if passive() => Part::Patient,
        (None, None) => Part::Agent,
    };
    let mut event = clauses.event(predication);
    if noun == VOTE && event.parties(&part).next().is_none() {
        event.parties.push(Party { part: part.clone(), noun: noun.clone(), chain: None });
    }
    Some(Claim {
        span: clauses.source(phrase),
        sentence: number,
        event,
        content: Content::Quantity { quantity: *quantity, noun, part },
        attribution: None,
        times: clauses.times_of(predication),
    })
}

/// Whether a bare number is that of one side: "26 in favour".
fn says_sides(clauses: &Clauses, phrase: Span) -> bool {
    let last = clauses.tokens_in(phrase).map_or(0, |(_, last)| last);
    (last + 1..last + REACH).any(|i| clauses.sentence().is_any(i, FOR))
}

/// Whether the number is the whole of which another counts a part: 40 of "nine of the 40 wagons".
pub(super) fn is_whole(clauses: &Clauses, phrase: Span) -> bool {
    let sentence = clauses.sentence();
    let nodes = sentence.parse.nodes();
    let Some((first, _)) = clauses.tokens_in(phrase) else { return false };
    let before = (0..first).rev().find(|&i| !matches!(nodes[i].upos, Upos::Det | Upos::Pron));
    let of = before.filter(|&i| sentence.word(i).eq_ignore_ascii_case("of"));
    of.and_then(|i| i.checked_sub(1)).is_some_and(|part| nodes[part].upos == Upos::Num)
}

/// What a tally of votes counts.
pub const VOTE: &str = "vote";

/// Whether the two numbers of a tally are votes, not goals.
pub(super) fn is_vote(sentence: &Sentence) -> bool {
    const VOTING: &[&str] =
        &["vote", "votes", "voted", "motion", "ballot", "resolution", "bill", "measure", "ordinance"];
    (0..sentence.tokens.len()).any(|i| VOTING.contains(&sentence.lower(i).as_str()))
}

/// What "the number of bodies recovered … as 32" counts, and what is done with it: a participant that stands behind such words.
fn number_of<'a>(
    clauses: &'a Clauses,
    predication: &'a Predication,
    number: Span,
) -> Option<(&'a Predication, &'a Participant)> {
    const COUNTS: &[&str] = &["number", "total", "tally", "toll", "count"];
    let (at, _) = clauses.tokens_in(number)?;
    let sentence = clauses.sentence();
    let of = (1..at)
        .rev()
        .find(|&i| sentence.word(i).eq_ignore_ascii_case("of") && COUNTS.contains(&sentence.lower(i - 1).as_str()))?;
    let counted =
        |p: &'a Predication| p.participants.iter().find(|p| p.head > of && p.head < at).map(|counted| (p, counted));
    let (_, found) = counted(predication)?;
    // What is done with them is said right behind.
    let done = |p: &&'a Predication| {
        sentence.parse.head(p.head) == Some(found.head) && sentence.parse.node(p.head).relation == Relation::Acl
    };
    clauses.predications.iter().find(done).and_then(counted).or_else(|| counted(predication))
}

/// The part that token `root` plays, itself or inside a participant.
fn part(clauses: &Clauses, predication: &Predication, root: usize) -> Option<Part> {
    let argument = clauses.argument(predication.head, root);
    let within =
        |p: &&Participant| p.head == argument || p.head == root || clauses.sentence().parse.is_within(p.head, argument);
    Some(part_of(clauses, predication.participants.iter().find(within)?.role))
}

fn part_of(clauses: &Clauses, role: Role) -> Part {
    match role {
        Role::Agent => Part::Agent,
        Role::Patient => Part::Patient,
        Role::Recipient => Part::Recipient,
        Role::Oblique(case) => Part::Oblique(clauses.sentence().lower(case)),
    }
}

/// The predication whose verb, auxiliaries aside, stands right behind a span.
fn verb_behind<'a>(clauses: &'a Clauses, within: Span) -> Option<&'a Predication> {
    let (_, last) = clauses.tokens_in(within)?;
    let nodes = clauses.sentence().parse.nodes();
    let verb = (last + 1..nodes.len()).find(|&i| !matches!(nodes[i].upos, Upos::Aux | Upos::Adv))?;
    clauses.predications.iter().find(|p| p.head == verb && nodes[verb].upos == Upos::Verb)
}
