//! Descriptions: "the company", "the woman", "her daughter", "a climber who died in 1971".

use smol_str::SmolStr;

use super::{
    binding,
    phrase::{Form, Phrase},
    profile::Sort,
    reader::{Here, Reader},
    salience::{Antecedent, Referent, most_present},
};
use crate::{
    facts::{ChainId, name::genders_clash},
    language::{
        Sentence, TokenKind,
        lexicon::{self, OrganisationKind, Pos},
        model::{Relation, Upos},
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

impl Reader<'_> {
    /// What a phrase that is neither name nor pronoun refers to, if that is worth keeping.
    pub(super) fn description(&mut self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        if phrase.plural || here.place.heading {
            return None;
        }
        let sort = phrase.sort;
        if let Some(named) = named(here, phrase.head)
            && (self.profiles[named.0 as usize].sort == Sort::Person) == (sort == Sort::Person)
        {
            return Some(named);
        }
        let known = match (phrase.form, sort) {
            (Form::Indefinite, _) => None,
            (Form::Owned, Sort::Person) => self.called(here, phrase),
            (Form::Owned, _) => None,
            (_, Sort::Person) => self.called(here, phrase).or_else(|| self.anybody(here, phrase)),
            (_, Sort::Body) => self.called(here, phrase).or_else(|| self.body(here, phrase)),
            _ => self.called(here, phrase),
        };
        let worth = match (phrase.form, sort) {
            (Form::Indefinite, Sort::Person) => phrase.tokens.len() > 1,
            (Form::Indefinite, _) => false,
            (_, Sort::Person) => true,
            (Form::Owned, _) => false,
            _ => self.is_telling(phrase),
        };
        known.or_else(|| {
            let known = if phrase.form == Form::Definite && !here.is_told_apart(phrase.head) {
                self.described_as(&wording(&here.place.sentence, phrase))
            } else {
                None
            };
            known.or_else(|| worth.then(|| self.introduce(here, phrase)))
        })
    }

    /// Whoever or whatever is called that: by a role, an apposition or an earlier description. Kin are told apart by whose they
    /// are, so only ones that have been introduced as such count.
    fn called(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        if here.is_told_apart(phrase.head) {
            return None;
        }
        let modifiers = modifiers(&here.place.sentence, phrase);
        let holders = (0..self.profiles.len()).filter(|&i| {
            let profile = &self.profiles[i];
            let told = !profile.described || modifiers.is_empty() || self.words_include(i, &modifiers);
            profile.nouns.contains(&phrase.noun) && told && !genders_clash(profile.gender, phrase.gender)
        });
        let last = holders.filter_map(|i| Some((self.last_place(ChainId(i as u32), here, phrase)?, i))).max();
        last.map(|(_, i)| ChainId(i as u32))
    }

    /// Whether the words a described chain goes by include these.
    fn words_include(&self, chain: usize, words: &[SmolStr]) -> bool {
        let forms = &self.chain(ChainId(chain as u32)).identity.forms;
        words.iter().all(|w| forms.iter().any(|f| f.split(' ').any(|x| x == w)))
    }

    /// Where a chain was last spoken of before the phrase, outside of the phrase's own clause mates.
    fn last_place(&self, chain: ChainId, here: &Here, phrase: &Phrase) -> Option<(usize, usize)> {
        let before = |a: &&Antecedent| {
            a.referent == Referent::Chain(chain) && (a.sentence < here.number || a.token < phrase.tokens.start)
        };
        let last = self.antecedents.iter().rev().find(before)?;
        let apart = binding::apart(&here.place.sentence, phrase.head);
        let mate = last.sentence == here.number && here.are_same(&apart, last);
        (!mate).then_some((last.sentence, last.token))
    }

    /// The person most spoken of, for a noun that tells only a gender.
    fn anybody(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        if !ANYBODY.contains(&phrase.noun.as_str()) || here.is_told_apart(phrase.head) {
            return None;
        }
        let gender = phrase.gender;
        let apart = binding::apart(&here.place.sentence, phrase.head);
        let fit = |a: &Antecedent| {
            let Referent::Chain(chain) = a.referent else { return None };
            let profile = &self.profiles[chain.0 as usize];
            let before = a.sentence < here.number || a.token < phrase.tokens.start && !here.are_same(&apart, a);
            let person = profile.sort == Sort::Person && !genders_clash(profile.gender, gender);
            (before && person).then_some(100)
        };
        let most = most_present(&self.antecedents, here.number, here.quoted[phrase.head], fit, |_| false)?;
        match most.referent {
            Referent::Chain(chain) => Some(chain),
            Referent::Passing(..) => None,
        }
    }

    /// The organisation most spoken of that may be called so: "the company" for one whose name does not say what it is.
    fn body(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        if here.is_told_apart(phrase.head) || phrase.tokens.len() > 2 {
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
        let quoted = here.quoted[phrase.head];
        if let Some(most) = most_present(&self.antecedents, here.number, quoted, fit, |_| false)
            && let Referent::Chain(chain) = most.referent
        {
            return Some(chain);
        }
        self.only_one(fit)
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
        !phrase.usual || phrase.tokens.len() > 2
    }
}

fn kinds(noun: &str) -> &'static [OrganisationKind] {
    lexicon::organisation_kinds(noun)
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

/// Whether the phrase says what something is rather than refer: "is a teacher", "Lee, a teacher".
pub fn is_attribute(here: &Here, head: usize) -> bool {
    let parse = &here.place.sentence.parse;
    let predicate = parse.child(head, Relation::Cop).is_some();
    predicate || parse.node(head).relation == Relation::Appos || here.roles[head].is_some()
}

/// Whom an attribute is said of.
pub fn attributed_to(here: &Here, head: usize) -> Option<ChainId> {
    let sentence = &here.place.sentence;
    let parse = &sentence.parse;
    let apposes = || parse.head(head).filter(|_| parse.node(head).relation == Relation::Appos);
    let subject = || parse.children(head).find(|&c| parse.node(c).relation.is_subject());
    here.roles[head].or_else(|| {
        let of = apposes().or_else(|| subject().filter(|_| !is_negated(sentence, head)))?;
        here.chains[of]
    })
}

/// What the words around a mention call it: "the ferry Corrin", "Lindow, the software maker", "Lee is a teacher".
/// `token` is the head of the mention, `first` its first token.
pub fn called<'s>(
    sentence: &'s Sentence,
    chains: &'s [Option<ChainId>],
    token: usize,
    first: usize,
) -> impl Iterator<Item = SmolStr> + 's {
    let parse = &sentence.parse;
    let noun = move |i: usize| parse.node(i).upos == Upos::Noun && chains[i].is_none_or(|c| Some(c) == chains[token]);
    let before = first.checked_sub(1).filter(move |&i| {
        noun(i) && (parse.head(i) == Some(token) || parse.head(token) == Some(i) || parse.head(i) == parse.head(first))
    });
    let apposed = parse.children(token).filter(move |&c| parse.node(c).relation == Relation::Appos && noun(c));
    let apposes = parse.head(token).filter(move |&h| parse.node(token).relation == Relation::Appos && noun(h));
    let predicate = parse.head(token).filter(move |&h| {
        parse.node(token).relation.is_subject()
            && parse.child(h, Relation::Cop).is_some()
            && noun(h)
            && !is_negated(sentence, h)
    });
    let after = apposition(sentence, chains, token);
    let all = before.into_iter().chain(apposed).chain(apposes).chain(predicate);
    all.map(|i| lemma(sentence, i)).chain(after)
}

fn lemma(sentence: &Sentence, noun: usize) -> SmolStr {
    let lower = sentence.word(noun).to_lowercase();
    lexicon::lemma(&lower, Pos::Noun).unwrap_or_else(|| lower.into())
}

/// Who the sentence says that the phrase is: "the clerk, Lee", "the man was identified as Lee".
fn named(here: &Here, head: usize) -> Option<ChainId> {
    let (sentence, chains) = (&here.place.sentence, &here.chains);
    let parse = &sentence.parse;
    let apposed = parse.children(head).find(|&c| c > head && parse.node(c).relation == Relation::Appos);
    let predicate = parse.head(head).filter(|_| parse.node(head).relation.is_subject());
    let copular = predicate.filter(|&p| {
        parse.child(p, Relation::Cop).is_some() && parse.node(p).upos == Upos::Propn && !is_negated(sentence, p)
    });
    let identified = predicate.and_then(|p| {
        let verb = lexicon::lemma(&sentence.word(p).to_lowercase(), Pos::Verb)?;
        let names = matches!(verb.as_str(), "identify" | "name" | "know") && !is_negated(sentence, p);
        let under = |&c: &usize| {
            c > p && parse.children(c).any(|m| sentence.word(m) == "as") && parse.node(c).upos == Upos::Propn
        };
        parse.children(p).find(under).filter(|_| names)
    });
    let told = apposed.or(copular).or(identified).and_then(|token| chains[token]);
    told.or_else(|| beside_name(here, head)).or_else(|| before_comma(here, head))
}

/// Whose name follows the noun: "her daughter Ann".
fn beside_name(here: &Here, head: usize) -> Option<ChainId> {
    let name = here.begins.get(head + 1).copied().flatten()?;
    let end = (head + 1..here.chains.len()).find(|&i| here.begins[i].is_none() && here.chains[i] != Some(name));
    let owns = end.is_some_and(|i| here.place.sentence.tokens[i].kind == TokenKind::Clitic);
    (!owns).then_some(name)
}

/// Who is named behind the comma that closes the phrase: "a spokesman for the line, Ann Lee, said".
fn before_comma(here: &Here, head: usize) -> Option<ChainId> {
    let sentence = &here.place.sentence;
    /// Most words between the noun and the comma.
    const REACH: usize = 8;
    let parse = &sentence.parse;
    let last = (head + REACH).min(sentence.tokens.len());
    let comma = (head + 1..last).find(|&i| sentence.tokens[i].kind == TokenKind::Mark)?;
    let inner = |i: usize| {
        matches!(parse.node(i).upos, Upos::Adp | Upos::Det | Upos::Noun | Upos::Propn | Upos::Adj | Upos::Part)
    };
    let phrase = sentence.word(comma) == "," && (head + 1..comma).all(inner);
    let (first, name) = (parse.node(head + 1).upos, here.begins.get(comma + 1).copied().flatten());
    (phrase && (comma == head + 1 || first == Upos::Adp)).then_some(name).flatten()
}

/// The noun of an apposition behind the name that holds `token`: "Sandholm House, a villa by the lake".
pub fn apposition(sentence: &Sentence, chains: &[Option<ChainId>], token: usize) -> Option<SmolStr> {
    /// Most words between the comma and the noun.
    const REACH: usize = 6;
    let parse = &sentence.parse;
    let comma = (token..chains.len()).find(|&i| chains[i] != chains[token])?;
    let determiner = (comma + 1 < chains.len() && sentence.word(comma) == ",").then_some(comma + 1)?;
    let begins = ["a", "an", "the"].iter().any(|d| sentence.word(determiner).eq_ignore_ascii_case(d));
    let inner = |i: usize| matches!(parse.node(i).upos, Upos::Noun | Upos::Adj | Upos::Num | Upos::Punct | Upos::Adv);
    let end =
        (determiner + 1..chains.len().min(determiner + REACH)).take_while(|&i| inner(i) && sentence.word(i) != ",");
    let noun = end.filter(|&i| parse.node(i).upos == Upos::Noun && chains[i].is_none()).last()?;
    begins.then(|| lemma(sentence, noun))
}

fn is_negated(sentence: &Sentence, predicate: usize) -> bool {
    let negates =
        |c: usize| matches!(sentence.word(c).to_ascii_lowercase().as_str(), "not" | "n't" | "n’t" | "never" | "no");
    sentence.parse.children(predicate).any(negates)
}

/// The lower-case words between determiner and head.
fn modifiers(sentence: &Sentence, phrase: &Phrase) -> Vec<SmolStr> {
    let inner = phrase.tokens.start + 1..phrase.head;
    let words = inner.map(|i| SmolStr::from(sentence.word(i).to_lowercase()));
    words.filter(|w| !lexicon::is_function_word(w) && w.chars().all(char::is_alphabetic)).collect()
}

/// What the phrase says without its determiner or owner: "night watchman".
pub fn wording(sentence: &Sentence, phrase: &Phrase) -> SmolStr {
    let mut words = if phrase.form == Form::Owned { Vec::new() } else { modifiers(sentence, phrase) };
    words.push(phrase.noun.clone());
    words.join(" ").into()
}
