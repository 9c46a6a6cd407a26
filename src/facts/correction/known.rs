//! The names that people give, made ready for finding them in sentences.

use std::{collections::HashMap, sync::Arc};

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use crate::{
    annotation::Known,
    facts::{
        PlacedSentence,
        name::{Word, fold},
    },
    text::Span,
};

/// Entities by their ids, and names by their first word.
#[derive(Debug, Default)]
pub struct KnownNames {
    pub known: Arc<[Known]>,
    by_id: HashMap<SmolStr, usize, FxBuildHasher>,
    by_word: HashMap<SmolStr, Vec<Form>, FxBuildHasher>,
}

impl PartialEq for KnownNames {
    fn eq(&self, other: &KnownNames) -> bool {
        self.known == other.known
    }
}

/// A name or phrase.
#[derive(Clone, Debug)]
struct Form {
    folded: SmolStr,
    /// It begins with a capital letter, and so must what is taken for it.
    capital: bool,
    entity: usize,
    /// It is what the entity is not.
    not: bool,
}

/// A known name in a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Spoken {
    /// Index into the sentences.
    pub sentence: usize,
    /// Bytes of the sentence.
    pub within: Span,
    /// Index into [`KnownNames::known`].
    pub entity: usize,
    /// The words do not mean the entity.
    pub not: bool,
}

impl KnownNames {
    /// Makes names ready. Of two that have a name in common the first has it.
    pub fn new(known: Arc<[Known]>) -> KnownNames {
        let mut by_word: HashMap<SmolStr, Vec<Form>, FxBuildHasher> = HashMap::default();
        for (entity, one) in known.iter().enumerate() {
            let names = [&one.name].into_iter().chain(&one.aliases).map(|name| (name, false));
            for (name, not) in names.chain(one.not.iter().map(|name| (name, true))) {
                let folded = fold(name);
                let forms = by_word.entry(first_word(&folded).into()).or_default();
                if not || !forms.iter().any(|form| !form.not && form.folded == folded) {
                    forms.push(Form { folded, capital: name.starts_with(char::is_uppercase), entity, not });
                }
            }
        }
        by_word.remove("");
        // Of two with one id the first has it.
        let by_id = known.iter().enumerate().rev().map(|(entity, one)| (one.id.clone(), entity)).collect();
        KnownNames { known, by_id, by_word }
    }

    /// The entity that an id or a name stands for.
    pub fn entity(&self, id: &str) -> Option<usize> {
        let by_id = self.by_id.get(id).copied();
        by_id.or_else(|| {
            let folded = fold(id);
            let forms = self.by_word.get(first_word(&folded))?;
            forms.iter().find(|form| !form.not && form.folded == folded).map(|form| form.entity)
        })
    }

    /// Every known name in a sentence, the longest at each word for each entity.
    pub fn spoken(&self, number: usize, place: &PlacedSentence, found: &mut Vec<Spoken>) {
        let words = &place.reading.words;
        for (i, word) in words.iter().enumerate() {
            let folded;
            let key = if word.lower.is_ascii() {
                first_word(&word.lower)
            } else {
                folded = fold(&word.text);
                first_word(&folded)
            };
            let Some(forms) = self.by_word.get(key).filter(|_| !key.is_empty()) else { continue };
            for form in forms.iter().filter(|form| !form.capital || word.capital) {
                if let Some(within) = spelled(&place.sentence.text, &words[i..], &form.folded) {
                    found.push(Spoken { sentence: number, within, entity: form.entity, not: form.not });
                }
            }
        }
    }
}

/// The bytes of the sentence at its words `from` that spell `form`, if they do.
fn spelled(sentence: &str, from: &[Word], form: &str) -> Option<Span> {
    let start = from.first()?.span.start;
    for word in from {
        let within = Span { start, end: word.span.end };
        let folded = fold(within.of(sentence));
        if folded == form {
            return Some(within);
        }
        if folded.len() > form.len() || within.len() > 4 * form.len() + 8 {
            return None;
        }
    }
    None
}

/// The letters and digits at the beginning.
fn first_word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())]
}
