//! Descriptions: "the company", "the woman", "her daughter", "a climber who died in 1971".

use smol_str::SmolStr;

use super::{
    beside::named,
    binding,
    here::Here,
    phrase::{Form, Phrase},
    profile::{Sort, is_only_person},
    reader::Reader,
    salience::{Antecedent, Referent, most_present},
    several,
};
use crate::{
    facts::{Basis, ChainId, coreference::is_deputy, name::genders_clash},
    language::{
        Sentence,
        lexicon::{self, Class, OrganisationKind, Pos},
        model::{Relation, Upos},
    },
};

impl Reader<'_> {
    /// What a phrase that is neither name nor pronoun refers to, if that is worth keeping, and why.
    pub(super) fn description(&mut self, here: &Here, phrase: &Phrase) -> Option<(ChainId, Basis)> {
        if here.place.heading {
            return None;
        }
        if phrase.plural {
            return self.several(here, phrase).map(|chain| (chain, Basis::Description));
        }
        let sort = phrase.sort;
        if let Some(eponym) = self.eponym(here, phrase) {
            return Some((eponym, Basis::Eponym));
        }
        if let Some(namesake) = self.namesake(here, phrase) {
            return Some((namesake, Basis::Namesake));
        }
        if let Some(named) = named(here, phrase) {
            let profile = &mut self.profiles[named.0 as usize];
            if profile.sort == Sort::Unknown && is_only_person(phrase.noun.clone()) {
                profile.sort = Sort::Person;
            }
            // "The vaccine Sorvane": no person, whatever the word looks like.
            if sort == Sort::Thing && profile.is_hardly_a_person() {
                profile.sort = Sort::Unknown;
            }
            // "Her employer, Lindow Mills".
            let body = sort == Sort::Person
                && matches!(profile.sort, Sort::Unknown | Sort::Body)
                && !is_only_person(phrase.noun.clone());
            if body || (profile.sort == Sort::Person) == (sort == Sort::Person) {
                self.recognise(here, phrase, named);
                if sort != Sort::Person {
                    self.profiles[named.0 as usize].call(phrase.noun.clone());
                }
                return Some((named, Basis::RoleBeside));
            }
        }
        let known = match (phrase.form, sort) {
            (Form::Indefinite, _) => None,
            (_, Sort::Person) => {
                if let Some(relative) = self.relative(here, phrase) {
                    return Some((relative, Basis::Kin));
                }
                let called = self.called(here, phrase);
                if called.is_none()
                    && let Some(owner) = self.owner_of_kin(here, phrase)
                {
                    return Some((owner, Basis::Kin));
                }
                let anybody = || self.anybody(here, phrase).filter(|_| phrase.form == Form::Definite);
                called.or_else(anybody).or_else(|| self.founder(here, phrase))
            }
            (Form::Owned, _) => None,
            (_, Sort::Body) => self.called(here, phrase).or_else(|| self.body(here, phrase)),
            _ => self.called(here, phrase).or_else(|| self.kind_of(here, phrase)),
        };
        if let Some(known) = known.filter(|_| sort != Sort::Person) {
            self.profiles[known.0 as usize].call(phrase.noun.clone());
            // Two hikers here are two guests there, and the couple in both.
            several::of_two(&phrase.noun).iter().take(1).for_each(|noun| self.add_form(known, (*noun).into()));
        }
        let worth = match (phrase.form, sort) {
            (Form::Indefinite, Sort::Person) => phrase.tokens.len() > 1,
            (Form::Indefinite, _) => phrase.tokens.len() > 1 && is_countable(&here.place.sentence, phrase),
            (_, Sort::Person) => true,
            (Form::Owned, _) => false,
            (_, Sort::Body | Sort::Several) => true,
            _ => self.is_telling(phrase),
        };
        let found = known.or_else(|| {
            let known = if phrase.form == Form::Definite && !here.is_told_apart(phrase.head) {
                self.described_as(&wording(&here.place.sentence, phrase))
            } else {
                None
            };
            known.or_else(|| worth.then(|| self.introduce(here, phrase)))
        });
        found.map(|chain| (chain, Basis::Description))
    }

    /// Takes who was spoken of without a name just before for whom the phrase is said to be: "A clerk was hurt. The clerk, Ann
    /// Lee, is 30."
    pub(super) fn recognise(&mut self, here: &Here, phrase: &Phrase, named: ChainId) {
        if phrase.form == Form::Definite
            && let Some(unnamed) = self.unnamed_before(here, phrase)
        {
            self.turn_out(unnamed, named);
        }
    }

    fn unnamed_before(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let recent = |a: &&Antecedent| a.sentence + 2 >= here.number;
        let before = self.antecedents.iter().rev().take_while(recent).filter(|a| a.sentence < here.number);
        let mut chains = before.filter_map(|a| match a.referent {
            Referent::Chain(chain) => Some(chain),
            Referent::Passing(..) => None,
        });
        let modifiers = modifiers(&here.place.sentence, phrase);
        chains.find(|&chain| {
            let profile = &self.profiles[chain.0 as usize];
            profile.described
                && profile.sort != Sort::Several
                && profile.nouns.contains(&phrase.noun)
                && self.words_include(chain.0 as usize, &modifiers)
        })
    }

    /// Whoever or whatever is called that: by a role, an apposition or an earlier description. Kin are told apart by whose they
    /// are, so only ones that have been introduced as such count.
    fn called(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        if here.is_told_apart(phrase.head) {
            return self.only_called(here, phrase);
        }
        let modifiers = modifiers(&here.place.sentence, phrase);
        let owner = self.owner(here, phrase);
        // "A freight train" may be spoken of as "the Great Plains train", "a Boeing plane" not as "the Airbus plane".
        let plain = |i: usize| {
            let named = (phrase.tokens.start + 1..phrase.head).any(|t| here.chains[t].is_some());
            let forms = || &self.chain(ChainId(i as u32)).identity.forms;
            phrase.concrete && named && forms().iter().all(|f| f.split(' ').all(lexicon::is_word))
        };
        let holders = (0..self.profiles.len()).filter(|&i| {
            let profile = &self.profiles[i];
            let told = !profile.described || modifiers.is_empty() || self.words_include(i, &modifiers) || plain(i);
            let someone_elses =
                || owner.is_some_and(|o| self.relations.is_another_ones(o, &phrase.noun, ChainId(i as u32)));
            profile.nouns.contains(&phrase.noun)
                && (profile.sort != Sort::Several || phrase.sort == Sort::Several)
                && told
                && !self.ranks_below(i, phrase, &modifiers)
                && !genders_clash(profile.gender, phrase.gender)
                && !someone_elses()
        });
        // The office goes with whoever the article is about: "the president" is not the one named in passing.
        let holders: Vec<usize> = holders.collect();
        let named = |i: usize| self.times_named(i);
        let most = holders.iter().map(|&i| named(i)).max().unwrap_or_default();
        let holders = holders.into_iter().filter(|&i| phrase.sort != Sort::Person || named(i) * 4 > most);
        let last = holders.filter_map(|i| Some((self.last_place(ChainId(i as u32), here, phrase)?, i))).max();
        last.map(|(_, i)| ChainId(i as u32))
    }

    /// The one thing of all that is called so, where the words behind it may as well belong to the verb: "took it off the train
    /// with a crane".
    fn only_called(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let parse = &here.place.sentence.parse;
        let apart = parse.children(phrase.head).filter(|&c| c > phrase.head);
        let loose = |c: usize| {
            parse.node(c).relation == Relation::Nmod
                && parse.child(c, Relation::Case).is_some_and(|case| here.place.sentence.word(case) == "with")
        };
        let mut clauses = apart.filter(|&c| parse.node(c).upos != Upos::Punct);
        if phrase.sort == Sort::Person || phrase.form != Form::Definite || !phrase.concrete || !clauses.all(loose) {
            return None;
        }
        let mut all = (0..self.profiles.len()).filter(|&i| self.profiles[i].nouns.contains(&phrase.noun));
        all.next().filter(|_| all.next().is_none()).map(|i| ChainId(i as u32))
    }

    /// The one named thing that is of the kind the noun names: "the ship" for a ferry, "the villa" for what is named a house,
    /// "the ferry" for the one name of which nothing is told but that it has an article, as ships do.
    fn kind_of(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        if phrase.form != Form::Definite || phrase.tokens.len() > 2 || here.is_told_apart(phrase.head) {
            return None;
        }
        // What is built or moves is named and then spoken of by its kind; other things are rarely named.
        let vehicle = lexicon::is_a(&phrase.noun, Class::Vehicle, 1);
        if !vehicle && !lexicon::is_a(&phrase.noun, Class::Structure, 1) {
            return None;
        }
        let is = |noun: &SmolStr, kind: &SmolStr| noun != kind && lexicon::is_kind_of(noun, kind, Pos::Noun, 1);
        let same = |noun: &SmolStr| lexicon::same_thing(noun, &phrase.noun);
        let mut fitting = (0..self.profiles.len()).filter(|&i| {
            let profile = &self.profiles[i];
            let thing = !matches!(profile.sort, Sort::Person | Sort::Several) && !profile.described;
            let kind =
                || profile.nouns.iter().any(|n| is(n, &phrase.noun) || is(&phrase.noun, n) || vehicle && same(n));
            let vessel = || profile.may_be_a_vessel() && profile.is_untold();
            thing && (vehicle && vessel() || kind())
        });
        let only = fitting.next().filter(|_| fitting.next().is_none())?;
        self.last_place(ChainId(only as u32), here, phrase).map(|_| ChainId(only as u32))
    }

    /// Whether the words a described chain goes by include these.
    fn words_include(&self, chain: usize, words: &[SmolStr]) -> bool {
        let forms = &self.chain(ChainId(chain as u32)).identity.forms;
        words.iter().all(|w| forms.iter().any(|f| f.split(' ').any(|x| x == w)))
    }

    /// Whether a chain has the office only as somebody's deputy: "the deputy mayor" is no mayor.
    fn ranks_below(&self, chain: usize, phrase: &Phrase, modifiers: &[SmolStr]) -> bool {
        let ranked = |role: &&SmolStr| {
            role.split(' ').any(|word| is_deputy(word) && !modifiers.iter().any(|modifier| modifier == word))
        };
        let roles = &self.chain(ChainId(chain as u32)).identity.roles;
        let mut own = roles.iter().filter(|role| role.ends_with(phrase.noun.as_str())).peekable();
        own.peek().is_some() && own.all(|role| ranked(&role))
    }

    /// Where a chain was last spoken of before the phrase, outside of the phrase's own clause mates.
    pub(super) fn last_place(&self, chain: ChainId, here: &Here, phrase: &Phrase) -> Option<(usize, usize)> {
        let before = |a: &&Antecedent| {
            a.referent == Referent::Chain(chain) && (a.sentence < here.number || a.token < phrase.tokens.start)
        };
        let last = self.antecedents.iter().rev().find(before)?;
        let apart = binding::apart(&here.place.sentence, phrase.head);
        let mate = last.sentence == here.number && here.are_same(&apart, last);
        (!mate).then_some((last.sentence, last.token))
    }

    /// The organisation most spoken of that may be called so: "the company" for one whose name does not say what it is.
    fn body(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        // "This small company" is no other one, "the small company" may be.
        let this = here.place.sentence.word(phrase.tokens.start).eq_ignore_ascii_case("this");
        if here.is_told_apart(phrase.head) || phrase.tokens.len() > 2 && !this {
            return None;
        }
        let fit = |a: &Antecedent| {
            let Referent::Chain(id) = a.referent else { return None };
            let chain = self.chain(id);
            let sort = self.profiles[id.0 as usize].sort;
            let before = a.sentence < here.number || a.token < phrase.tokens.start;
            let fits = match sort {
                Sort::Body => may_be_called(&chain.identity.forms, &phrase.noun),
                Sort::Unknown => kinds(&phrase.noun).contains(&OrganisationKind::Company),
                _ => false,
            };
            (before && !chain.identity.described && fits).then_some(if sort == Sort::Body { 100 } else { 60 })
        };
        let present = |fit: &dyn Fn(&Antecedent) -> Option<i32>| {
            let most = most_present(&self.antecedents, here.number, here.quoted[phrase.head], fit, |_| false)?;
            match most.referent {
                Referent::Chain(chain) => Some(chain),
                Referent::Passing(..) => None,
            }
        };
        // What is known to be an organisation comes before what may be one.
        let surely = |a: &Antecedent| fit(a).filter(|fits| *fits == 100);
        present(&surely).or_else(|| self.only_one(surely)).or_else(|| present(&fit)).or_else(|| self.only_named(phrase))
    }

    /// The one organisation of the whole article whose name says that it is of the kind, where it is named only later.
    fn only_named(&self, phrase: &Phrase) -> Option<ChainId> {
        let named = |i: &usize| {
            let profile = &self.profiles[*i];
            let forms = &self.chain(ChainId(*i as u32)).identity.forms;
            profile.sort == Sort::Body && !profile.described && says_kind(forms, &phrase.noun)
        };
        let mut all = (0..self.profiles.len()).filter(named);
        all.next().filter(|_| all.next().is_none()).map(|i| ChainId(i as u32))
    }

    /// The one chain in all that was read of which an antecedent fits well.
    fn only_one(&self, fit: impl Fn(&Antecedent) -> Option<i32>) -> Option<ChainId> {
        let mut fitting = self.antecedents.iter().filter(|a| fit(a) == Some(100)).map(|a| a.referent);
        let first = fitting.next()?;
        match first {
            Referent::Chain(chain) if fitting.all(|r| r == first) => Some(chain),
            _ => None,
        }
    }

    /// Whether a definite description tells enough to be something of its own, which another article may name.
    fn is_telling(&self, phrase: &Phrase) -> bool {
        !phrase.usual || phrase.tokens.len() > 2 || phrase.moving
    }
}

/// Whether the phrase speaks of one thing that may be spoken of again: "a freight train".
fn is_countable(sentence: &Sentence, phrase: &Phrase) -> bool {
    let one = ["a", "an"].iter().any(|a| sentence.word(phrase.tokens.start).eq_ignore_ascii_case(a));
    one && (matches!(phrase.sort, Sort::Body | Sort::Several | Sort::Place) || phrase.concrete)
}

fn kinds(noun: &str) -> &'static [OrganisationKind] {
    lexicon::organisation_kinds(noun)
}

/// Whether the names say that an organisation is of the kind that the noun asks for.
fn says_kind(forms: &[SmolStr], noun: &str) -> bool {
    // Any body may be one of several kinds.
    let asked: Vec<_> = kinds(noun).iter().filter(|kind| **kind != OrganisationKind::Body).collect();
    forms.iter().flat_map(|f| f.split(' ')).any(|word| kinds(word).iter().any(|kind| asked.contains(&kind)))
}

/// Whether an organisation of these names may be called `noun`: its name says that it is of that kind, or says nothing and the
/// noun is one for companies.
fn may_be_called(forms: &[SmolStr], noun: &str) -> bool {
    let said: Vec<OrganisationKind> =
        forms.iter().flat_map(|f| f.split(' ')).flat_map(|w| kinds(w).iter().copied()).collect();
    let asked: &[OrganisationKind] = match noun {
        "firm" | "business" | "manufacturer" | "maker" | "retailer" | "employer" => &[OrganisationKind::Company],
        "agency" | "body" | "department" | "regulator" | "unit" | "watchdog" => {
            &[OrganisationKind::Government, OrganisationKind::Body]
        }
        _ => kinds(noun),
    };
    if said.is_empty() {
        return asked.contains(&OrganisationKind::Company) || matches!(noun, "group" | "organisation" | "organization");
    }
    asked.iter().any(|k| said.contains(k)) || matches!(noun, "group" | "organisation" | "organization")
}

/// The lower-case words between determiner and head.
fn modifiers(sentence: &Sentence, phrase: &Phrase) -> Vec<SmolStr> {
    let inner = phrase.tokens.start + 1..phrase.head;
    let words = inner.map(|i| sentence.lower(i));
    words.filter(|w| !lexicon::is_function_word(w) && w.chars().all(char::is_alphabetic)).collect()
}

/// What the phrase says without its determiner or owner: "night watchman".
pub fn wording(sentence: &Sentence, phrase: &Phrase) -> SmolStr {
    let mut words = if phrase.form == Form::Owned { Vec::new() } else { modifiers(sentence, phrase) };
    let noun = || sentence.lower(phrase.head);
    words.push(if phrase.plural { noun() } else { phrase.noun.clone() });
    words.join(" ").into()
}
