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
        lexicon::{Class, is_a, is_given_name},
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
        let who = birthday(clauses, quantity).or_else(|| plainly(clauses, quantity));
        found.extend(who.map(|chain| claim(clauses, chain, quantity, number)));
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

/// Who has just turned so many years old: "who turned 50 in May", "celebrated his 50th birthday". Who did so in a year that is named, or when something happened,
/// may be older by now.
fn birthday(clauses: &Clauses, quantity: &Quantity) -> Option<ChainId> {
    let (first, last) = clauses.tokens_in(quantity.span)?;
    let sentence = clauses.sentence();
    let party = sentence.parse.head(last).filter(|&head| clauses.noun(head) == "birthday");
    let turns = |i: usize| match party {
        Some(_) => sentence.is_any(i, &["celebrated", "had", "marked"]),
        None => sentence.is_any(i, &["turned", "turns"]),
    };
    let turned = clauses.predications.iter().find(|p| {
        let number = p.participants.iter().any(|q| {
            q.role == Role::Patient && party.map_or((first..=last).contains(&q.head), |party| q.head == party)
        });
        number && turns(p.head) && p.mood == Mood::Real && !p.negated
    })?;
    let count = quantity.unit == Unit::Count && quantity.counted.is_none() && quantity.of.is_none();
    let bare = count || party.is_some() && quantity.unit == Unit::Ordinal;
    let then = sentence.parse.node(turned.head).relation == Relation::Advcl
        || clauses.times_of(turned).iter().any(|t| names_year(&t.expression.meaning));
    turned.participant(Role::Agent).and_then(|who| clauses.chain(who)).filter(|_| bare && !then)
}

/// Of whom a bare number is said and nothing else: "The pilot, Ann Lee, is 52."
fn plainly(clauses: &Clauses, quantity: &Quantity) -> Option<ChainId> {
    const AGES: std::ops::RangeInclusive<i128> = 12..=110;
    let (first, last) = clauses.tokens_in(quantity.span)?;
    let sentence = clauses.sentence();
    let is = first.checked_sub(1).is_some_and(|i| sentence.is_any(i, &["is"]));
    let ends = last + 1 == sentence.tokens.len() || sentence.is_any(last + 1, &[".", ",", ";", "and"]);
    let bare =
        quantity.unit == Unit::Count && quantity.counted.is_none() && AGES.contains(&quantity.value.to_integer());
    let said = clauses.predications.iter().find(|p| p.head == last).filter(|p| is && ends && bare && !p.negated)?;
    let who = said.participant(Role::Agent)?;
    let person = is_a(&clauses.noun(who), Class::Person, 1) || is_given_name(&sentence.lower(who));
    clauses.chain(who).filter(|_| person)
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
