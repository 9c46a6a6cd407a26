//! Claims of somebody's age: "Ann Lee, 52," and "the 52-year-old Lee".

use super::{
    Claim, Content, Event, Part, Party,
    clause::Clauses,
    predication::{Mood, Role},
};
use crate::{
    facts::ChainId,
    language::{
        Quantity,
        model::Relation,
        number::Unit,
        time::{CalendarDate, Meaning},
    },
};

/// The ages of a sentence, each with the person it is of: the name right before it, or the one it describes.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    for quantity in clauses.sentence().quantities.iter().filter(|q| q.unit == Unit::Age) {
        let Some((first, last)) = clauses.tokens_in(quantity.span) else { continue };
        let comma = first > 1 && clauses.sentence().word(first - 1) == ",";
        let person = if let Some(person) = who_is(clauses, last) {
            Some(person)
        } else if comma {
            clauses.chain(first - 2)
        } else {
            described(clauses, first, last)
        };
        found.extend(person.map(|chain| claim(clauses, chain, quantity, number)));
    }
    for quantity in &clauses.sentence().quantities {
        found.extend(birthday(clauses, quantity).map(|chain| claim(clauses, chain, quantity, number)));
    }
}

fn claim(clauses: &Clauses, chain: ChainId, quantity: &Quantity, number: u32) -> Claim {
    let party = Party { part: Part::Patient, noun: Default::default(), chain: Some(chain) };
    Claim {
        span: clauses.source(quantity.span),
        sentence: number,
        event: Event { parties: vec![party], ..Event::of("age", Default::default()) },
        content: Content::Age(Quantity { unit: Unit::Age, ..*quantity }),
        attribution: None,
        times: Vec::new(),
    }
}

/// Who has just turned so many years old: "who turned 50 in May". Who did so in a year that is named, or when something happened,
/// may be older by now.
fn birthday(clauses: &Clauses, quantity: &Quantity) -> Option<ChainId> {
    let (first, last) = clauses.tokens_in(quantity.span)?;
    let sentence = clauses.sentence();
    let turns = |i: usize| sentence.is_any(i, &["turned", "turns"]);
    let turned = clauses.predications.iter().find(|p| {
        let number = p.participants.iter().any(|q| q.role == Role::Patient && (first..=last).contains(&q.head));
        number && turns(p.head) && p.mood == Mood::Real && !p.negated
    })?;
    let bare = quantity.unit == Unit::Count && quantity.counted.is_none() && quantity.of.is_none();
    let then = sentence.parse.node(turned.head).relation == Relation::Advcl
        || clauses.times_of(turned).iter().any(|t| names_year(&t.expression.meaning));
    turned.participant(Role::Agent).and_then(|who| clauses.chain(who)).filter(|_| bare && !then)
}

fn names_year(meaning: &Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Date(CalendarDate { year: Some(_), .. }) | Meaning::Season { year: Some(_), .. } | Meaning::Decade(_)
    )
}

/// The person that a bare number is the age of: "who is 43", "was 43 when". `None` where the number stands for anything else.
fn who_is(clauses: &Clauses, last: usize) -> Option<ChainId> {
    let predication = clauses.predications.iter().find(|p| p.head == last)?;
    predication.participants.iter().find_map(|p| clauses.chain(p.head))
}

/// The person that "52-year-old" stands before or "aged 52", "is 52" behind.
fn described(clauses: &Clauses, first: usize, last: usize) -> Option<ChainId> {
    let parse = &clauses.sentence().parse;
    let root = (first..=last).find(|&i| parse.head(i).is_none_or(|h| !(first..=last).contains(&h)))?;
    let subject = parse.children(root).find(|&c| parse.node(c).relation.is_subject());
    subject.and_then(|s| clauses.chain(s)).or_else(|| {
        // "Ann Lee, a 52-year-old Dane": up to the name that the noun stands beside.
        let beside = |&i: &usize| match parse.node(i).relation {
            Relation::Appos | Relation::Flat | Relation::NmodDesc => parse.head(i),
            _ => None,
        };
        std::iter::successors(parse.head(root), beside).find_map(|i| clauses.chain(i))
    })
}
