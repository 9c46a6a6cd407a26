//! Who is whose: the relations between people that an article states, and what they tell from the other side.

use std::collections::HashMap;

use smol_str::SmolStr;

use super::{
    beside, binding,
    here::Here,
    phrase::Phrase,
    profile::Sort,
    pronoun::{Person, pronoun},
    reader::Reader,
};
use crate::{
    facts::{ChainId, name::genders_clash},
    language::{
        lexicon::{Gender, Kinship, kinship, noun_gender},
        model::{Relation, Upos, Xpos},
    },
};

/// The relations that were stated so far.
#[derive(Default)]
pub struct Relations {
    /// Who was last called the noun of somebody.
    told: HashMap<(ChainId, SmolStr), ChainId>,
    /// As what of whom somebody was spoken of.
    stands_to: HashMap<ChainId, Vec<(SmolStr, ChainId)>>,
}

impl Relations {
    /// Notes that `who` is the `noun` of `owner`.
    pub fn add(&mut self, owner: ChainId, noun: SmolStr, who: ChainId) {
        if owner == who {
            return;
        }
        if self.told.insert((owner, noun.clone()), who) != Some(who) {
            self.stands_to.entry(who).or_default().push((noun, owner));
        }
    }

    /// Who is the `noun` of `owner`: who was called so, or whose counterpart the owner was called ("her fiancé" makes her
    /// "his fiancée"). `gender` is what is known of somebody's.
    pub fn of(&self, owner: ChainId, noun: &SmolStr, gender: impl Fn(ChainId) -> Option<Gender>) -> Option<ChainId> {
        let mirrored = || {
            let counterpart = |(called, whose): &&(SmolStr, ChainId)| {
                is_counterpart(called, noun) && !genders_clash(gender(*whose), noun_gender(noun))
            };
            self.stands_to.get(&owner)?.iter().rev().find(counterpart).map(|(_, whose)| *whose)
        };
        self.told.get(&(owner, noun.clone())).copied().or_else(mirrored)
    }

    /// The only one whose counsel anybody was called.
    pub fn client(&self) -> Option<ChainId> {
        let mut all = self.told.keys().filter(|(_, noun)| is_counsel(noun)).map(|(owner, _)| *owner);
        let one = all.next()?;
        all.all(|other| other == one).then_some(one)
    }

    /// Whether one of two was called a relative of the other.
    pub fn are_related(&self, a: ChainId, b: ChainId) -> bool {
        let stands =
            |who: ChainId, to: ChainId| self.stands_to.get(&who).is_some_and(|all| all.iter().any(|r| r.1 == to));
        stands(a, b) || stands(b, a)
    }

    /// Whether `who` was called the `noun` of somebody else than `owner`, and never of `owner`.
    pub fn is_another_ones(&self, owner: ChainId, noun: &str, who: ChainId) -> bool {
        let known = self.stands_to.get(&who).into_iter().flatten();
        let mut owners = known.filter(|(n, _)| n == noun).map(|(_, owner)| *owner).peekable();
        owners.peek().is_some() && owners.all(|o| o != owner)
    }
}

impl Reader<'_> {
    /// Notes whose relative a phrase says that somebody is: "her daughter, Ann".
    pub(super) fn relate(&mut self, here: &Here, phrase: &Phrase, chain: ChainId) {
        if let Some(form) = self.kin_form(here, phrase) {
            self.kin.push((chain, form));
        }
        if let Some(form) = self.namesake_form(here, phrase) {
            self.kin.push((chain, form));
        }
        if let Some(owner) = self.owner(here, phrase) {
            self.relations.add(owner, phrase.noun.clone(), chain);
        }
    }

    /// Notes who marries whom: "the man she is to marry, Tom Lee".
    pub(super) fn betroth(&mut self, here: &Here) {
        let sentence = &here.place.sentence;
        let parse = &sentence.parse;
        for verb in (0..sentence.tokens.len()).filter(|&i| parse.node(i).upos == Upos::Verb) {
            // Most verbs are others.
            let word = sentence.word(verb);
            if !["marr", "wed"].iter().any(|start| word.starts_with(start)) {
                continue;
            }
            let past = matches!(parse.node(verb).xpos, Xpos::Vbd | Xpos::Vbn);
            let own = parse.children(verb).find(|&c| parse.node(c).relation == Relation::Nsubj);
            let parties = own.or_else(|| binding::subject(parse, verb)).zip(binding::object(parse, verb));
            let known = parties.and_then(|(a, b)| here.chains[a].zip(here.chains[b]));
            if let Some((one, other)) = known
                && [one, other].iter().all(|c| self.profiles[c.0 as usize].sort == Sort::Person)
            {
                let noun = if past { "spouse" } else { "fiance" };
                self.relations.add(one, noun.into(), other);
                self.relations.add(other, noun.into(), one);
            }
        }
    }

    /// A relation to somebody named, as another article may state it too: "lee brother".
    pub(super) fn kin_form(&self, here: &Here, phrase: &Phrase) -> Option<SmolStr> {
        let owner = self.owner(here, phrase).filter(|_| is_of_somebody(&phrase.noun))?;
        let identity = &self.chain(owner).identity;
        let surname = identity.person.as_ref().filter(|_| !identity.described).map(|person| &person.surname)?;
        Some(format!("{surname} {}", phrase.noun).into())
    }

    /// Whose the phrase says that somebody is: of "her daughter" she, of "the lawyer for Lee" Lee.
    pub(super) fn owner(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let parse = &here.place.sentence.parse;
        let owner = match parse.child(phrase.head, Relation::NmodPoss) {
            Some(owner) => owner,
            None => beside::complement(&here.place.sentence, phrase).filter(|_| is_of_somebody(&phrase.noun))?,
        };
        let first_person = || {
            let speaks = pronoun(here.place.sentence.word(owner)).is_some_and(|p| p.person == Person::Speaker);
            self.quotations[here.quoted[owner].filter(|_| speaks)? as usize].chain
        };
        here.chains[owner].or_else(first_person)
    }
}

/// Whether a noun says whose relative or counsel somebody is.
pub fn is_of_somebody(noun: &str) -> bool {
    kinship(noun).is_some() || is_counsel(noun) || noun == "client"
}

fn is_counsel(noun: &str) -> bool {
    matches!(noun, "lawyer" | "attorney" | "counsel" | "solicitor" | "barrister")
}

/// Whether somebody whose `noun` one is is one's `other`.
fn is_counterpart(noun: &str, other: &str) -> bool {
    use Kinship::*;
    let (Some(a), Some(b)) = (kinship(noun), kinship(other)) else {
        return is_counsel(noun) && other == "client" || noun == "client" && is_counsel(other);
    };
    matches!(
        (a.relation, b.relation),
        (Spouse, Spouse)
            | (Betrothed, Betrothed)
            | (Sweetheart, Sweetheart)
            | (Sibling, Sibling)
            | (Cousin, Cousin)
            | (Parent, Child)
            | (Child, Parent)
            | (Grandparent, Grandchild)
            | (Grandchild, Grandparent)
            | (AuntOrUncle, NieceOrNephew)
            | (NieceOrNephew, AuntOrUncle)
            | (Godparent, Godchild)
            | (Godchild, Godparent)
    )
}
