//! Claims of somebody's age: "Ann Lee, 52," and "the 52-year-old Lee".

mod bearer;

use super::{
    Claim, Content, Event, Part, Party,
    circumstance::is,
    clause::Clauses,
    predication::{Mood, Predication, Role},
};
use crate::{
    facts::{Chain, ChainId, EntityKind},
    language::{
        Quantity,
        lexicon::{Class, is_a, is_given_name},
        model::{Relation, Xpos},
        number::Unit,
        time::{CalendarDate, Meaning},
    },
};

use bearer::Around;

/// The ages of a sentence, each with the person it is of: the name right before it, or the one it describes. `before` are the
/// sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], chains: &[Chain], number: u32, found: &mut Vec<Claim>) {
    let around = Around { clauses, before, chains };
    for quantity in clauses.sentence().quantities.iter().filter(|q| q.unit == Unit::Age) {
        let Some((first, last)) = clauses.tokens_in(quantity.span) else { continue };
        if is_past(clauses, first, last) || is_at_some_time(clauses, first, last) {
            continue;
        }
        let comma = first > 1 && clauses.sentence().word(first - 1) == ",";
        let person = if let Some(person) = who_is(clauses, last) {
            around.known(person, first)
        } else if comma {
            clauses.chain(first - 2)
        } else {
            let died = || at_death(clauses, quantity, first, last);
            let told = beside_name(clauses, first).or_else(|| described(clauses, first, last));
            told.or_else(|| around.of_phrase(first, last)).or_else(died)
        };
        found.extend(person.map(|chain| claim(clauses, chain, quantity, number)));
    }
    for quantity in &clauses.sentence().quantities {
        let Some((first, last)) = clauses.tokens_in(quantity.span) else { continue };
        if is_at_some_time(clauses, first, last) {
            continue;
        }
        let who = birthday(clauses, quantity)
            .or_else(|| plainly(clauses, chains, quantity).filter(|_| !is_past(clauses, first, last)))
            .or_else(|| around.of_noun(quantity, first, last))
            .or_else(|| at_death(clauses, quantity, first, last))
            .or_else(|| in_front(clauses, chains, quantity, first, last));
        if let Some(chain) = who {
            found.push(claim(clauses, chain, quantity, number));
        } else if let Some(chain) = coming(clauses, chains, quantity, first, last) {
            let now = Quantity { value: quantity.value - 1, ..*quantity };
            found.push(claim(clauses, chain, &now, number));
        }
    }
}

/// Whether that was somebody's age at some time: "was 19 when she joined".
fn is_past(clauses: &Clauses, first: usize, last: usize) -> bool {
    let was = first > 0 && is(clauses, first - 1, &["was", "were", "turned"]);
    let at_the_time = is(clauses, last + 1, &["at"]) && is(clauses, last + 2, &["the"]);
    was && (is(clauses, last + 1, &["when", "then", "as", "in"]) || at_the_time)
}

/// Whether somebody is so old when something else happens: "banned until he is 31".
fn is_at_some_time(clauses: &Clauses, first: usize, last: usize) -> bool {
    const WHEN: &[&str] = &["after", "before", "if", "once", "since", "till", "unless", "until", "when", "while"];
    let parse = &clauses.sentence().parse;
    let is_said = |head: usize| parse.children(head).any(|c| c < first && is(clauses, c, WHEN));
    (first..=last).any(is_said)
        || first > 2 && is(clauses, first - 3, WHEN) && is(clauses, first - 1, &["is", "was", "turns"])
}

/// Whether somebody is told of by name or pronoun.
fn is_person(chains: &[Chain], chain: ChainId) -> bool {
    chains[chain.0 as usize].kind == EntityKind::Person
}

/// Who died at that age: "died on Sunday at 58", "died aged 58".
fn at_death(clauses: &Clauses, quantity: &Quantity, first: usize, last: usize) -> Option<ChainId> {
    const DYING: &[&str] = &["die", "pass away"];
    let at = first > 0 && is(clauses, first - 1, &["at"]) && is_bare(quantity) || quantity.unit == Unit::Age;
    let ends = last + 1 == clauses.sentence().tokens.len() || is(clauses, last + 1, &[".", ",", ";"]);
    let dies = |p: &&Predication| DYING.contains(&p.predicate.as_str()) && p.head < first && !p.negated;
    let died = clauses.predications.iter().rfind(dies).filter(|_| at && ends)?;
    let who = died.participant(Role::Agent).or(died.participant(Role::Patient))?;
    clauses.chain(who)
}

/// Whose age a sentence begins with: "At 57, Ann Lee is out of work", "at 57 she climbs every summer".
fn in_front(clauses: &Clauses, chains: &[Chain], quantity: &Quantity, first: usize, last: usize) -> Option<ChainId> {
    let tokens = clauses.sentence().tokens.len();
    let name = last + 1 + usize::from(is(clauses, last + 1, &[","]));
    if first != 1 || !is(clauses, 0, &["at"]) || !is_bare(quantity) || name >= tokens {
        return None;
    }
    let who = clauses.chain(name).filter(|&chain| is_person(chains, chain))?;
    let verb = (name..tokens).find(|&i| clauses.chain(i) != Some(who))?;
    matches!(clauses.sentence().parse.node(verb).xpos, Xpos::Vbz | Xpos::Vbp).then_some(who)
}

/// Who will be so old before long: "will be 40 in June", "turns 40 next month".
fn coming(clauses: &Clauses, chains: &[Chain], quantity: &Quantity, first: usize, last: usize) -> Option<ChainId> {
    let will = first > 1 && is(clauses, first - 1, &["be", "turn"]) && is(clauses, first - 2, &["will"]);
    let turns = first > 0 && is(clauses, first - 1, &["turns"]);
    let soon = clauses.times.iter().any(|t| clauses.tokens_in(t.time.expression.span).is_some_and(|(at, _)| at > last));
    if !(will || turns) || !soon || !is_bare(quantity) {
        return None;
    }
    let verb = first - 1;
    let said = clauses.predications.iter().find(|p| p.head == verb || (first..=last).contains(&p.head))?;
    said.participant(Role::Agent).and_then(|who| clauses.chain(who)).filter(|&chain| is_person(chains, chain))
}

/// Whether a number counts nothing and may be an age.
fn is_bare(quantity: &Quantity) -> bool {
    const AGES: std::ops::RangeInclusive<i128> = 12..=110;
    quantity.unit == Unit::Count
        && quantity.counted.is_none()
        && quantity.of.is_none()
        && quantity.per.is_none()
        && AGES.contains(&quantity.value.to_integer())
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
fn plainly(clauses: &Clauses, chains: &[Chain], quantity: &Quantity) -> Option<ChainId> {
    let (first, last) = clauses.tokens_in(quantity.span)?;
    let sentence = clauses.sentence();
    let was = first.checked_sub(1).is_some_and(|i| sentence.is_any(i, &["is", "was"]));
    let ends = last + 1 == sentence.tokens.len() || sentence.is_any(last + 1, &[".", ",", ";", "and"]);
    let said = clauses.predications.iter().find(|p| (first..=last).contains(&p.head));
    let said = said.filter(|p| was && ends && is_bare(quantity) && !p.negated)?;
    let who = said.participant(Role::Agent)?;
    let person = is_a(&clauses.noun(who), Class::Person, 1) || is_given_name(&sentence.lower(who));
    clauses.chain(who).filter(|&chain| person || is_person(chains, chain))
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

/// The person of "Ann Lee, who was 52, was found", whatever the parser makes of it.
fn beside_name(clauses: &Clauses, first: usize) -> Option<ChainId> {
    let comma = first.checked_sub(3).filter(|&i| i > 0 && is(clauses, i, &[","]))?;
    let relative = is(clauses, comma + 1, &["who"]) && is(clauses, comma + 2, &["is", "was"]);
    clauses.chain(comma - 1).filter(|_| relative)
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
