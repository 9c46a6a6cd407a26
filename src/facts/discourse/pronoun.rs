//! The personal pronouns and what they ask of whom they stand for.

use crate::language::lexicon::Gender;

/// A personal pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    pub person: Person,
    pub case: Case,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// "I": whoever speaks.
    Speaker,
    He,
    She,
    It,
    They,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Subject,
    Object,
    Possessive,
    Reflexive,
}

impl Person {
    /// The gender that it tells.
    pub fn gender(self) -> Option<Gender> {
        match self {
            Person::He => Some(Gender::Male),
            Person::She => Some(Gender::Female),
            _ => None,
        }
    }
}

/// What pronoun a word is; "her" counts as possessive until its place in the sentence is known.
pub fn pronoun(word: &str) -> Option<Pronoun> {
    use {Case::*, Person::*};
    // Longer words are none, and most words are longer or begin with another letter.
    if word.len() > 10 || !word.starts_with(['i', 'I', 'm', 'M', 'h', 'H', 's', 'S', 't', 'T']) {
        return None;
    }
    let (person, case) = match word.to_ascii_lowercase().as_str() {
        "i" => (Speaker, Subject),
        "me" => (Speaker, Object),
        "my" | "mine" => (Speaker, Possessive),
        "myself" => (Speaker, Reflexive),
        "he" => (He, Subject),
        "him" => (He, Object),
        "his" => (He, Possessive),
        "himself" => (He, Reflexive),
        "she" => (She, Subject),
        "her" | "hers" => (She, Possessive),
        "herself" => (She, Reflexive),
        "it" => (It, Subject),
        "its" => (It, Possessive),
        "itself" => (It, Reflexive),
        "they" => (They, Subject),
        "them" => (They, Object),
        "their" | "theirs" => (They, Possessive),
        "themselves" => (They, Reflexive),
        _ => return None,
    };
    Some(Pronoun { person, case })
}
