//! Descriptions of people that no office tells: by whose relative they are, from whom they are told apart, what is named after
//! them, what only varies a name.

use smol_str::SmolStr;

use super::{
    beside::{complement, named_after},
    binding,
    here::Here,
    phrase::{Form, Phrase},
    profile::Sort,
    reader::Reader,
    salience::{Antecedent, Referent, most_present},
};
use crate::{
    facts::{
        Chain, ChainId, EntityKind, MentionId,
        name::{PersonName, fold, genders_clash},
    },
    language::{
        Sentence,
        lexicon::{self, Class, Gender},
        model::Relation,
    },
};

/// Nouns for anybody of a gender or an age: they say no more than a pronoun does.
const ANYBODY: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "lady",
    "gentleman",
    "teenager",
    "teen",
    "youth",
    "person",
    "suspect",
    "victim",
    "defendant",
    "accused",
    "youngster",
    "pensioner",
];

/// What is said of somebody known, to vary the name: "the former diplomat" for whom nobody has called a diplomat before.
const VARYING: &[&str] = &[
    "former",
    "retired",
    "ex",
    "onetime",
    "outgoing",
    "veteran",
    "longtime",
    "ousted",
    "fired",
    "sacked",
    "dismissed",
    "deposed",
    "disgraced",
    "embattled",
    "convicted",
    "jailed",
];

/// What tells somebody from all others: "the only person inside" is nobody known.
const SINGLING: &[&str] = &["only", "one", "other", "first", "second", "third", "last", "next", "same", "unidentified"];

/// How many sentences may lie between a relative and the first mention by name.
const SOON: usize = 2;

impl Reader<'_> {
    /// Who stands in the relation to its owner that the phrase names: "his fiancée" is she whose fiancé he is, "his uncle" the
    /// one other who has his surname.
    pub(super) fn relative(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let owner = self.owner(here, phrase)?;
        let known = self.relations.of(owner, &phrase.noun, |c| self.profiles[c.0 as usize].gender);
        let tried = || self.parts.only("defendant");
        let client = || (phrase.noun == "client").then(|| self.relations.client().or_else(tried)).flatten();
        let found = known.or_else(|| self.relative_by_surname(here, phrase, owner)).or_else(client);
        found.filter(|found| *found != owner)
    }

    /// The only other bearer of the owner's surname, where nothing tells that it is no relative, or one of another kind.
    fn relative_by_surname(&self, here: &Here, phrase: &Phrase, owner: ChainId) -> Option<ChainId> {
        lexicon::kinship(&phrase.noun)?;
        let mut all = self.namesakes(owner);
        let only = all.next().filter(|_| all.next().is_none())?;
        let fits = !genders_clash(self.profiles[only.0 as usize].gender, phrase.gender)
            && !self.relations.are_related(owner, only)
            && !self.told_apart.contains(&(owner.min(only), owner.max(only)));
        // "Ann Lee has her father's hat. What Tom Lee left her …"
        let soon = || {
            let first = self.chain(only).mentions.first().map(|id| self.sentence_of(*id));
            first.is_some_and(|sentence| (here.number..=here.number + SOON).contains(&sentence))
        };
        (fits && (self.last_place(only, here, phrase).is_some() || soon())).then_some(only)
    }

    /// Whose relative somebody of one surname is said to be: of "Nils Lee, the engineer's nephew" the one other Lee, whom nobody
    /// has called an engineer.
    pub(super) fn owner_of_kin(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let parse = &here.place.sentence.parse;
        let owns = parse.node(phrase.head).relation == Relation::NmodPoss && phrase.form == Form::Definite;
        let kin = parse.head(phrase.head).filter(|_| owns && phrase.sort == Sort::Person)?;
        lexicon::kinship(here.place.sentence.word(kin))?;
        let whose = here.roles[kin].or(here.chains[kin])?;
        let mut all =
            self.namesakes(whose).filter(|c| !genders_clash(self.profiles[c.0 as usize].gender, phrase.gender));
        all.next().filter(|_| all.next().is_none())
    }

    /// Everybody else whose full name has the surname of `of`, or part of it.
    fn namesakes(&self, of: ChainId) -> impl Iterator<Item = ChainId> + '_ {
        let surname = |id: ChainId| {
            let person = self.chain(id).identity.person.as_ref()?;
            person.is_full().then_some(&*person.surname)
        };
        let own = surname(of);
        let all = (0..self.profiles.len()).map(|i| ChainId(i as u32)).filter(move |id| *id != of);
        all.filter(move |id| own.zip(surname(*id)).is_some_and(|(a, b)| share_a_part(a, b)))
    }

    /// From whom somebody of the same surname is told apart: "Lee, who is not related to the minister".
    pub(super) fn namesake(&mut self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let from =
            binding::told_apart_from(&here.place.sentence, phrase.head).filter(|_| phrase.sort == Sort::Person)?;
        let told = (0..from).rev().find_map(|i| {
            here.chains[i].filter(|c| self.chain(*c).kind == EntityKind::Person && !self.chain(*c).identity.described)
        })?;
        let mut all =
            self.namesakes(told).filter(|c| !genders_clash(self.profiles[c.0 as usize].gender, phrase.gender));
        let only = all.next().filter(|_| all.next().is_none())?;
        drop(all);
        self.told_apart.insert((told.min(only), told.max(only)));
        Some(only)
    }

    /// Whom a thing is named after, whose name the thing's tells: "Ann Lee Hall, named after a teacher".
    pub(super) fn eponym(&mut self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        // The first sense of a "climber" is a plant.
        if phrase.sort != Sort::Person && !lexicon::is_a(&phrase.noun, Class::Person, 2) {
            return None;
        }
        let thing = self.named_after(here, phrase)?;
        let person = eponym(&self.chain(thing).name)?;
        self.bearer(here, phrase, person)
    }

    /// The founder of an institution that bears somebody's name, or a surname that another one here has in full: "its founder" of
    /// the "Ann Lee Trust".
    pub(super) fn founder(&mut self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let sentence = &here.place.sentence;
        let owner = || sentence.parse.child(phrase.head, Relation::NmodPoss).or_else(|| complement(sentence, phrase));
        let thing = here.chains[(phrase.noun == "founder").then(owner)??];
        let eponym = |chain: &Chain| {
            let thing = chain.kind != EntityKind::Person && !chain.identity.described;
            eponym(&chain.name).filter(|_| thing)
        };
        let full = |person: &PersonName| person.is_full() && person.given.iter().all(|g| lexicon::is_given_name(g));
        let own = eponym(self.chain(thing?))?;
        let person = if full(&own) {
            own
        } else {
            let all = self.chains.iter().filter_map(eponym).filter(|other| full(other) && other.surname == own.surname);
            let mut names: Vec<PersonName> = all.collect();
            names.dedup();
            names.pop().filter(|_| names.is_empty() && !own.is_full())?
        };
        self.bearer(here, phrase, person)
    }

    /// What is named after whom the phrase speaks of.
    fn named_after(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let thing = named_after(&here.place.sentence, phrase.head)?;
        let parse = &here.place.sentence.parse;
        let apposes = parse.head(thing).filter(|_| parse.node(thing).relation == Relation::Appos);
        let called = || self.only_named_so(here.place.sentence.word(thing));
        here.chains[thing].or_else(|| here.chains[apposes?]).or_else(called)
    }

    /// What is told of somebody whom something is named after, as another article may tell it too: "armory namesake".
    pub(super) fn namesake_form(&self, here: &Here, phrase: &Phrase) -> Option<SmolStr> {
        let thing = self.named_after(here, phrase).filter(|_| phrase.sort == Sort::Person)?;
        let kind = fold(self.chain(thing).name.rsplit(' ').next()?);
        Some(format!("{kind} namesake").into())
    }

    /// Who bears the name, or somebody new who does.
    fn bearer(&mut self, here: &Here, phrase: &Phrase, person: PersonName) -> Option<ChainId> {
        // "Named for the mayor's grandfather": not the mayor.
        let owner = self.owner(here, phrase).map(|owner| owner.0 as usize);
        let bears = |i: &usize| {
            if owner == Some(*i) {
                return false;
            }
            let known = self.chain(ChainId(*i as u32)).identity.person.as_ref();
            let fits = !genders_clash(self.profiles[*i].gender, phrase.gender);
            fits && known.is_some_and(|known| known.is_full() && known.compatible(&person))
        };
        let mut known = (0..self.profiles.len()).filter(bears).map(|i| ChainId(i as u32));
        match (known.next(), known.next()) {
            (Some(only), None) => Some(only),
            (Some(first), Some(_)) => person.is_full().then_some(first),
            _ if !person.is_full() => None,
            _ => Some(match self.named_next(here, &person) {
                Some(chain) => {
                    self.profiles[chain.0 as usize].sort = Sort::Person;
                    self.define_by(here, phrase, chain);
                    chain
                }
                None => self.introduce_as(here, phrase, Some(person)),
            }),
        }
    }

    /// The chain of the bare surname that comes up right behind: "The school is named for a nurse. A portrait of Lee".
    fn named_next(&self, here: &Here, person: &PersonName) -> Option<ChainId> {
        let soon = |id: &MentionId| (here.number..=here.number + SOON).contains(&self.sentence_of(*id));
        let mut all = self.chains.iter().enumerate().filter(|(_, chain)| {
            let unknown =
                chain.kind == EntityKind::Other || chain.identity.person.as_ref().is_some_and(|p| !p.is_full());
            unknown
                && chain.identity.forms == [person.surname.clone()]
                && !chain.identity.described
                && chain.mentions.first().is_some_and(soon)
        });
        all.next().filter(|_| all.next().is_none()).map(|(i, _)| ChainId(i as u32))
    }

    /// The one named thing that the article calls by the noun.
    fn only_named_so(&self, noun: &str) -> Option<ChainId> {
        let mut all = self.profiles[..self.chains.len()].iter().enumerate().filter(|(_, profile)| {
            profile.sort != Sort::Person && !profile.described && profile.nouns.iter().any(|n| n == noun)
        });
        all.next().filter(|_| all.next().is_none()).map(|(i, _)| ChainId(i as u32))
    }

    /// The person most spoken of, for a noun that tells only a gender, and for what only varies a name.
    pub(super) fn anybody(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let sentence = &here.place.sentence;
        let anybody = ANYBODY.contains(&phrase.noun.as_str()) && !has(sentence, phrase, SINGLING);
        // "The senator himself": somebody who was spoken of before.
        let own = sentence.tokens.get(phrase.head + 1).and_then(|_| match sentence.word(phrase.head + 1) {
            "himself" => Some(Gender::Male),
            "herself" => Some(Gender::Female),
            _ => None,
        });
        let open = own.is_none() && here.is_told_apart(phrase.head);
        if !anybody && own.is_none() && !varies(sentence, phrase) || open {
            return None;
        }
        let gender = phrase.gender.or(own);
        let known = self.parts.of(&phrase.noun);
        let apart = binding::apart(sentence, phrase.head);
        let fit = |a: &Antecedent| {
            let Referent::Chain(chain) = a.referent else { return None };
            let profile = &self.profiles[chain.0 as usize];
            let before = a.sentence < here.number || a.token < phrase.tokens.start && !here.are_same(&apart, a);
            let person = profile.sort == Sort::Person && !genders_clash(profile.gender, gender);
            let part = known.is_none_or(|known| known.contains(&chain));
            (before && person && part).then_some(100)
        };
        let most = most_present(&self.antecedents, here.number, here.quoted[phrase.head], fit, |_| false);
        match most.map(|most| most.referent) {
            Some(Referent::Chain(chain)) => Some(chain),
            Some(Referent::Passing(..)) => None,
            // There is one defendant, however long ago the talk was of them.
            None => self.parts.only(&phrase.noun),
        }
    }
}

/// The name of a person in that of a thing: "Ann Lee" in "Ann Lee High School".
fn eponym(thing: &str) -> Option<PersonName> {
    /// What may stand before the kind of a thing.
    const SORTS: &[&str] =
        &["high", "elementary", "middle", "primary", "secondary", "memorial", "public", "community", "general"];
    let (mut name, _kind) = thing.rsplit_once(' ')?;
    while let Some((rest, last)) = name.rsplit_once(' ')
        && rest.contains(' ')
        && SORTS.iter().any(|sort| last.eq_ignore_ascii_case(sort))
    {
        name = rest;
    }
    Some(PersonName::new(name, None))
}

/// Whether a description only says something more of somebody known: "the former diplomat", "the 66-year-old", "the Dutchman".
fn varies(sentence: &Sentence, phrase: &Phrase) -> bool {
    let aged = |i: usize| sentence.word(i).to_ascii_lowercase().ends_with("-year-old");
    phrase.form == Form::Definite
        && (phrase.people || has(sentence, phrase, VARYING) || phrase.tokens.clone().any(aged))
}

/// Whether one of the words before the head of the phrase is one of these.
fn has(sentence: &Sentence, phrase: &Phrase, words: &[&str]) -> bool {
    (phrase.tokens.start..phrase.head).any(|i| words.iter().any(|w| sentence.word(i).eq_ignore_ascii_case(w)))
}

/// Whether two surnames have a part in common: "Brodie" and "Brodie-Nakamura".
fn share_a_part(a: &str, b: &str) -> bool {
    fn parts(name: &str) -> impl Iterator<Item = &str> {
        name.split([' ', '-']).filter(|p| p.chars().count() > 2 && !lexicon::is_name_particle(p))
    }
    parts(a).any(|a| parts(b).any(|b| a == b))
}
