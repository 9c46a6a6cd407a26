//! Whose age it is where the parse does not say: by the phrase that the age stands in, what stands beside that, and who was
//! spoken of just before.

use std::ops::Range;

use smol_str::SmolStr;

use crate::{
    facts::{
        Chain, ChainId, EntityKind,
        claim::{
            circumstance::is,
            clause::Clauses,
            predication::{Predication, Role},
        },
    },
    language::{
        Quantity,
        lexicon::{self, Class, is_a},
        model::{Relation, Upos, Xpos},
        number::Unit,
    },
};

/// A sentence and what was told before it.
pub struct Around<'a> {
    pub clauses: &'a Clauses<'a>,
    pub before: &'a [Clauses<'a>],
    pub chains: &'a [Chain],
}

/// Nouns for one side of what two have to do with each other: who was spoken of just before is as likely the other.
const SIDES: &[&str] = &[
    "accused",
    "assailant",
    "attacker",
    "caller",
    "child",
    "client",
    "complainant",
    "defendant",
    "driver",
    "gunman",
    "killer",
    "officer",
    "opponent",
    "passenger",
    "patient",
    "plaintiff",
    "rival",
    "suspect",
    "victim",
    "witness",
];

/// How many tokens a phrase goes on behind an age.
const LONGEST: usize = 6;

impl Around<'_> {
    /// The person of "a 52-year-old Dane", "the 52-year-old goalkeeper, Ann Lee,", "Ann Lee, a 52-year-old making her first start";
    /// of "the 52-year-old" who was spoken of just before.
    pub fn of_phrase(&self, first: usize, last: usize) -> Option<ChainId> {
        let sentence = self.clauses.sentence();
        if !is(self.clauses, last, &["old", "year-old", "years-old"]) && !sentence.lower(last).ends_with("-year-old") {
            return None;
        }
        let nodes = sentence.parse.nodes();
        let goes_on = |i: &usize| matches!(nodes[*i].upos, Upos::Noun | Upos::Adj | Upos::Propn);
        let end = (last + 1..nodes.len().min(last + LONGEST)).take_while(goes_on).last().map_or(last, |i| i) + 1;
        let start = self.determiner(first)?;
        self.of_words(start, start + 1..end).or_else(|| {
            let definite = is(self.clauses, start, &["the"]) && end == last + 1;
            definite.then(|| self.antecedent(start)).flatten()
        })
    }

    /// The person of "Ann Lee, a grandmother of 57", "a midwife aged 57" and "the victim was a salesman of 52".
    pub fn of_noun(&self, quantity: &Quantity, first: usize, last: usize) -> Option<ChainId> {
        let of = || first.checked_sub(2).filter(|_| is(self.clauses, first - 1, &["of"]));
        let aged = first.checked_sub(1).filter(|_| is(self.clauses, first, &["aged"]));
        let noun = aged.or_else(of)?;
        let bare =
            quantity.unit == Unit::Count && quantity.counted.is_none() && quantity.of.is_none() || aged.is_some();
        // "A father of four" has four children.
        let base = self.clauses.noun(noun);
        let least = if lexicon::kinship(&base).is_some() { 25 } else { 14 };
        let years = (least..=110).contains(&quantity.value.to_integer());
        if !bare || !years || !is_a(&base, Class::Person, 1) {
            return None;
        }
        let start = self.determiner(noun)?;
        let said = || {
            let is_it = |p: &&Predication| p.head == noun && !p.negated;
            self.clauses.predications.iter().find(is_it)?.participant(Role::Agent)
        };
        self.of_words(start, start + 1..last + 1)
            .or_else(|| self.clauses.chain(said()?).filter(|&chain| self.is_person(chain)))
    }

    /// The one a description stands for that nothing before explains: "Ann Lee fell. The singer, who is 52, …".
    /// `None` for one side of what two have to do with each other, who is hardly the one that was named.
    pub fn known(&self, person: ChainId, at: usize) -> Option<ChainId> {
        let chain = &self.chains[person.0 as usize];
        let told = |clauses: &Clauses| clauses.everybody().any(|chain| chain == person);
        let noun = (0..at).rev().find(|&i| self.clauses.chain(i) == Some(person));
        let side = |noun: &SmolStr| {
            let called = |role: &SmolStr| role.ends_with(noun.as_str());
            SIDES.contains(&noun.as_str()) && !chain.identity.described && !chain.identity.roles.iter().any(called)
        };
        if noun.is_some_and(|noun| side(&self.clauses.noun(noun))) {
            return None;
        }
        let Some(noun) = noun.filter(|_| chain.identity.described && !self.before.iter().any(told)) else {
            return Some(person);
        };
        let definite = self.determiner(noun).filter(|&start| is(self.clauses, start, &["the"]));
        let base = self.clauses.noun(noun);
        let plain =
            is_a(&base, Class::Person, 1) && !SIDES.contains(&base.as_str()) && lexicon::kinship(&base).is_none();
        definite.filter(|_| plain).and_then(|start| self.antecedent(start)).or(Some(person))
    }

    /// The determiner of the phrase that token `i` stands in, with at most four words and marks between.
    fn determiner(&self, i: usize) -> Option<usize> {
        const BETWEEN: usize = 4;
        let nodes = self.clauses.sentence().parse.nodes();
        // "A gentle, sleepless man".
        let comma = |j: usize| j > 0 && is(self.clauses, j, &[","]) && nodes[j - 1].upos == Upos::Adj;
        let within = |&j: &usize| matches!(nodes[j].upos, Upos::Adj | Upos::Noun | Upos::Adv) || comma(j);
        let between = (0..i).rev().take_while(within).take(BETWEEN).count();
        let start = i.checked_sub(between + 1)?;
        is(self.clauses, start, &["the", "a", "an", "this"]).then_some(start)
    }

    /// A person named at the end of a phrase, or beside it: before or behind its comma.
    fn of_words(&self, start: usize, phrase: Range<usize>) -> Option<ChainId> {
        let clauses = self.clauses;
        let person = |i: usize| clauses.chain(i).filter(|&chain| self.is_named(chain));
        let inside = || phrase.clone().rev().find_map(person);
        let comma = |i: usize| is(clauses, i, &[","]);
        let before = || start.checked_sub(2).filter(|_| comma(start - 1)).and_then(person);
        let behind = || {
            let tokens = clauses.sentence().tokens.len();
            let name = phrase.end + 1;
            let chain = (comma(phrase.end) && name < tokens).then(|| person(name)).flatten()?;
            let end = (name..tokens).find(|&i| clauses.chain(i) != Some(chain))?;
            // "The 52-year-old, Ann Lee said, was hurt".
            is(clauses, end, &[",", ".", ";", "who", "of"]).then_some(chain)
        };
        inside().or_else(before).or_else(behind)
    }

    /// Who was spoken of just before, if it is one person, and nobody else.
    fn antecedent(&self, start: usize) -> Option<ChainId> {
        let here = people(self.clauses, self.chains, 0..start);
        if !here.is_empty() {
            return None;
        }
        let all = |clauses: &Clauses| people(clauses, self.chains, 0..clauses.sentence().tokens.len());
        let told = self.before.iter().rev().map(all).find(|people| !people.is_empty())?;
        match told[..] {
            [Some(only)] if self.is_named(only) => Some(only),
            _ => None,
        }
    }

    fn is_person(&self, chain: ChainId) -> bool {
        self.chains[chain.0 as usize].kind == EntityKind::Person
    }

    fn is_named(&self, chain: ChainId) -> bool {
        self.is_person(chain) && !self.chains[chain.0 as usize].identity.described
    }
}

/// The people that a stretch of a sentence tells of, once each, but for who only says so; `None` for one of whom nothing is known.
fn people(clauses: &Clauses, chains: &[Chain], stretch: Range<usize>) -> Vec<Option<ChainId>> {
    let sentence = clauses.sentence();
    let says = |i: usize| {
        clauses
            .predications
            .iter()
            .any(|p| !lexicon::stances(&p.predicate).is_empty() && p.participant(Role::Agent) == Some(i))
    };
    let sayers: Vec<ChainId> = stretch.clone().filter(|&i| says(i)).filter_map(|i| clauses.chain(i)).collect();
    let mut found = Vec::new();
    for i in stretch {
        let node = sentence.parse.node(i);
        let known = clauses.chain(i);
        let one = match known {
            Some(chain) if sayers.contains(&chain) => false,
            Some(chain) => chains[chain.0 as usize].kind == EntityKind::Person,
            None => node.xpos == Xpos::Nn && !says(i) && is_one(clauses, i),
        };
        if one && (known.is_none() || !found.contains(&known)) {
            found.push(known);
        }
    }
    found
}

/// Whether a noun is for one person that is spoken of: not "any champion", "a champion boxer".
fn is_one(clauses: &Clauses, i: usize) -> bool {
    let parse = &clauses.sentence().parse;
    let general = || parse.children(i).any(|c| is(clauses, c, &["any", "each", "every", "no"]));
    parse.node(i).relation != Relation::Compound && is_a(&clauses.noun(i), Class::Person, 1) && !general()
}
