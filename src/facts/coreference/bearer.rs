//! Which bearer a short form stands for: surnames, given names, clipped names of organisations and places, acronyms.

use super::group::Bearer;
use crate::language::lexicon::{self, NameKind};

/// How a short form is part of a full name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Fit {
    /// Letters of the words: "MSRB".
    Acronym,
    /// The surname, or another part that stands for it.
    Surname,
    /// The first words without the kind: "Veritane" of "Veritane Biologics".
    Clipped,
    /// The given name alone.
    Given,
    /// Such a word that is one of the language too, and means this behind "the" only: "the Larkspur" of "Larkspur Hotel".
    Definite,
}

/// How `form` (folded) may stand for the bearer, if it may.
pub fn fit(bearer: &Bearer, form: &str) -> Option<Fit> {
    if let Some(person) = &bearer.person {
        if person.may_be_called(form) {
            return Some(Fit::Surname);
        }
        let given = person.given.first().filter(|g| g.chars().count() > 1)?;
        return (given == form || lexicon::nickname_of(given, form)).then_some(Fit::Given);
    }
    let full = &bearer.forms[0];
    // Most forms have more letters than the name has words.
    let count = form.chars().count();
    if count > 1 && count <= full.split([' ', '-']).count() && letters(full).eq(form.chars()) {
        return Some(Fit::Acronym);
    }
    // "The Senate" is not the Senate Republicans.
    let known = || is_kind(form) || lexicon::gazetteer(form).is_some() || lexicon::affiliation(form).is_some();
    let kept = |rest: &str| is_kind(rest) && !rest.ends_with('s') && lexicon::is_word(form) && !known();
    match full.split_once(' ') {
        _ if clipped(full, form) => Some(Fit::Clipped),
        Some((first, rest)) if first == form && kept(rest) => Some(Fit::Definite),
        _ => None,
    }
}

/// Whether a word only says what kind of thing has a name.
fn is_kind(word: &str) -> bool {
    !lexicon::organisation_kinds(word).is_empty() || !lexicon::place_kinds(word).is_empty()
}

/// The first letters of the words that count: "maritime search and rescue bureau" → "msrb".
pub fn acronym(full: &str) -> String {
    letters(full).collect()
}

fn letters(full: &str) -> impl Iterator<Item = char> {
    let counts = |word: &&str| *word == "&" || !(lexicon::is_function_word(word) || word.starts_with('\''));
    full.split([' ', '-']).filter(counts).filter_map(|word| word.chars().next())
}

/// Whether `form` is `full` without its last words, all of which only say what kind of thing it is, or without the
/// given name of whom it is named after ("calloway building" of "ines calloway building"), or a team without its town.
pub fn clipped(full: &str, form: &str) -> bool {
    if let Some(rest) = full.strip_prefix(form)
        && rest.starts_with(' ')
    {
        let first = form.split(' ').next().unwrap_or(form);
        let famous = matches!(lexicon::gazetteer(form), Some(NameKind::Place | NameKind::Organisation));
        // "The Danish Refugee Board" is not "Danish".
        return !lexicon::is_word(first) && !famous && lexicon::affiliation(form).is_none();
    }
    // "Port Ellis Harriers" are "the Harriers".
    let team =
        |place: &str| form.ends_with('s') && !form.contains(' ') && lexicon::gazetteer(place) == Some(NameKind::Place);
    if let Some(place) = full.strip_suffix(form).and_then(|rest| rest.strip_suffix(' '))
        && team(place)
    {
        return lexicon::organisation_kinds(form).is_empty() && lexicon::place_kinds(form).is_empty();
    }
    // A kind must be left, and a name with it: "Hill Building".
    full.strip_suffix(form)
        .and_then(|dropped| dropped.strip_suffix(' '))
        .is_some_and(|dropped| form.contains(' ') && !dropped.contains(' ') && !lexicon::is_word(dropped))
}
