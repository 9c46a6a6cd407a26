//! Attributes: what somebody or something is, where it lies, who made it, when it began. They are read off the words of a
//! sentence that begins with its subject ("The Lindow Chronicle is a 1921 novel by Ada Brandt"), since the parentheses of
//! such sentences mislead parsers.

mod by;
mod kind;
mod occasion;
mod opening;
mod part;
mod place;
mod rank;

use std::{collections::HashSet, sync::Arc};

use smol_str::SmolStr;

use super::{Claim, Content, Event, Part, Party, clause::Clauses};
use crate::{
    facts::{ChainId, date::ResolvedTime},
    language::lexicon::Field,
};

use opening::Opening;

/// One attribute of one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribute {
    pub subject: Subject,
    pub trait_: Trait,
}

/// Whose attribute it is; who that is in the story, the event's patient tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The words of its names here, folded: one list for each name.
    pub names: Arc<[Arc<[SmolStr]>]>,
    /// It is a pronoun or a description that nothing in the article explains.
    pub unnamed: bool,
    /// The whole text has a few sentences only, which are all about it.
    pub brief: bool,
}

/// What is said of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Trait {
    /// What it is, or is not.
    Kind(Kind),
    /// When this happened to it.
    Time { occasion: SmolStr, time: ResolvedTime },
    /// When it did something, which nobody does before birth.
    Deed { time: ResolvedTime },
    /// The places where it lies, or where this happened to it.
    Place { occasion: SmolStr, places: Arc<[SmolStr]> },
    /// Which one of its kind it is: "her second album".
    Rank { noun: SmolStr, rank: u8 },
    /// Who did this, or what it is shown on or part of: the words of each name.
    Maker { occasion: SmolStr, sole: bool, names: Arc<[Arc<[SmolStr]>]> },
}

/// What something is said to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Kind {
    /// The head nouns.
    pub heads: Arc<[SmolStr]>,
    /// The countries and continents that adjectives name.
    pub origins: Arc<[&'static str]>,
    /// The genres, sports and the like that it is said to be of.
    pub fields: Arc<[Field]>,
    /// It is these and nothing else.
    pub only: bool,
    /// With "a".
    pub indefinite: bool,
    /// It is none of these.
    pub negated: bool,
}

impl Trait {
    /// What claims must share to be compared.
    pub fn slot(&self) -> &str {
        match self {
            Trait::Kind(_) => "kind",
            Trait::Deed { .. } => "birth",
            Trait::Rank { noun, .. } => noun,
            Trait::Time { occasion, .. } | Trait::Place { occasion, .. } | Trait::Maker { occasion, .. } => occasion,
        }
    }
}

/// The attributes that a sentence gives its subject. `brief` tells whether the text has but a few sentences; `named` are
/// those that have a name in it.
pub fn claims(clauses: &Clauses, brief: bool, named: &HashSet<ChainId>, number: u32, found: &mut Vec<Claim>) {
    let Some(mut opening) = Opening::of(clauses, named, brief) else { return };
    let mut add = |(subject, chain): (Subject, Option<ChainId>), trait_: Trait, tokens: std::ops::Range<usize>| {
        if tokens.is_empty() || !brief && chain.is_none() {
            return;
        }
        let party = Party { part: Part::Patient, noun: SmolStr::default(), chain };
        found.push(Claim {
            span: clauses.span(tokens.start, tokens.end - 1),
            sentence: number,
            event: Event { parties: vec![party], ..Event::of(trait_.slot(), Arc::default()) },
            content: Content::Attribute(Attribute { subject: Subject { brief, ..subject }, trait_ }),
            attribution: None,
            times: Vec::new(),
        });
    };
    let own = (opening.subject.clone(), opening.chain);
    let described = kind::kind(clauses, &opening);
    if let Some(described) = &described {
        add(own.clone(), described.trait_.clone(), described.tokens.clone());
    }
    for (trait_, tokens) in rank::ranks(clauses, &opening) {
        add(own.clone(), trait_, tokens);
    }
    if let Some(described) = &described {
        opening.go_on(clauses.sentence(), described.tokens.end);
    }
    for (trait_, tokens) in place::places(clauses, &opening, described.as_ref()) {
        add(own.clone(), trait_, tokens);
    }
    for (trait_, tokens) in occasion::times(clauses, &opening, described.as_ref()) {
        add(own.clone(), trait_, tokens);
    }
    for (thing, trait_, tokens) in part::parts(clauses, &opening, described.as_ref()).into_iter().filter(|_| brief) {
        add(thing.unwrap_or_else(|| own.clone()), trait_, tokens);
    }
    for (thing, trait_, tokens) in by::makers(clauses, &opening, described.as_ref()) {
        add(thing.unwrap_or_else(|| own.clone()), trait_, tokens);
    }
}
