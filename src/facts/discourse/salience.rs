//! How present a referent is: the weights of Lappin and Leass 1994 ("An Algorithm for Pronominal Anaphora Resolution"),
//! less with every sentence that has passed. News moves on faster than the manuals they read: it keeps less than half.

use super::{
    phrase::Function,
    profile::{Profile, Sort},
};
use crate::facts::ChainId;

/// How many sentences back an antecedent may lie.
pub const WINDOW: usize = 4;

/// How much of its presence a referent keeps from one sentence to the next, in hundredths.
const KEPT: i32 = 28;

/// A phrase that a pronoun or description may refer back to.
#[derive(Clone, Debug)]
pub struct Antecedent {
    pub sentence: usize,
    /// Its head word.
    pub token: usize,
    pub referent: Referent,
    pub function: Function,
    /// Index of the quotation in whose words it stands.
    pub quoted: Option<u32>,
    /// It stands in a heading.
    pub heading: bool,
    /// How much of its weight it has, in hundredths: what has no name is less likely spoken of again.
    pub share: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    Chain(ChainId),
    /// Something spoken of once, known by its place among the antecedents: it keeps pronouns from what lies further back.
    Passing(usize, Sort),
}

impl Antecedent {
    /// How much it adds to the presence of its referent in sentence `now`.
    pub fn weight(&self, now: usize, quoted: Option<u32>) -> i32 {
        let own = match self.function {
            Function::Subject => 260,
            Function::InnerSubject => 225,
            Function::Object => 225,
            Function::Oblique => 200,
            Function::Inner => 110,
        };
        // What somebody quoted speaks of is not what the article speaks of.
        let apart = self.quoted.is_some() && self.quoted != quoted || self.heading;
        let own = (self.sentence..now).fold(own, |weight, _| weight * KEPT / 100);
        own * self.share / if apart { 200 } else { 100 }
    }
}

/// A referent and how present it is.
pub struct Presence {
    pub referent: Referent,
    pub weight: i32,
    /// Its last place: sentence and token.
    pub last: (usize, usize),
    /// The sentence that was counted last, and what it added.
    here: (usize, i32),
}

/// The most present of those whose antecedents `fit`, which gives how well in hundredths. A referent that is `barred` is
/// none of them.
pub fn most_present(
    antecedents: &[Antecedent],
    now: usize,
    quoted: Option<u32>,
    fit: impl Fn(&Antecedent) -> Option<i32>,
    barred: impl Fn(Referent) -> bool,
) -> Option<Presence> {
    let mut all: Vec<Presence> = Vec::new();
    let recent = antecedents.iter().rev().take_while(|a| a.sentence + WINDOW >= now);
    for antecedent in recent.filter(|a| a.sentence <= now && !barred(a.referent)) {
        let Some(fits) = fit(antecedent) else { continue };
        let weight = antecedent.weight(now, quoted) * fits / 100;
        let place = (antecedent.sentence, antecedent.token);
        match all.iter_mut().find(|p| p.referent == antecedent.referent) {
            Some(known) => {
                // However often it is spoken of in a sentence, it counts once.
                let counted = if known.here.0 == antecedent.sentence { known.here.1 } else { 0 };
                known.weight += (weight - counted).max(0);
                known.here = (antecedent.sentence, weight.max(counted));
                known.last = known.last.max(place);
            }
            None => all.push(Presence {
                referent: antecedent.referent,
                weight,
                last: place,
                here: (antecedent.sentence, weight),
            }),
        }
    }
    all.into_iter().max_by_key(|p| (p.weight, p.last))
}

/// How well a referent agrees with a pronoun.
pub fn agreement(referent: Referent, profiles: &[Profile], person: super::pronoun::Person) -> Option<i32> {
    match referent {
        Referent::Chain(chain) => profiles[chain.0 as usize].agreement(person),
        Referent::Passing(_, sort) => Profile {
            sort,
            gender: None,
            likely: None,
            nouns: Vec::new(),
            described: true,
            lone: false,
            takes_article: false,
        }
        .agreement(person),
    }
}
