//! What English words mean to a reader of news, as look-ups in embedded tables: common words and names, titles, kinds of
//! organisations and places, WordNet's relations.
//!
//! Look-ups take a word in any spelling ([`Key`](key::Key)): case, accents and full stops do not count unless a function says
//! so. So "May" and "may" are one entry, and it is for the caller, who sees the text, to weigh how the word is written.
//!
//! The tables lie in `language/data`: `README.md` there says where each comes from.

mod attributes;
mod calendar;
mod deeds;
mod entailment;
mod family_first;
mod figures;
mod gazetteer;
mod hedges;
mod key;
mod kinds;
mod memo;
mod names;
mod outcomes;
mod people;
mod places;
mod profile;
mod rebuttals;
mod reporting;
mod rivals;
mod scales;
mod senses;
mod table;
#[cfg(test)]
mod tests;
mod things;
mod titles;
mod trends;
mod wordnet;
mod words;

pub use attributes::{DoneOnce, Field, Once, done_once, exclude, field, fields_clash, is_exclusive, lies_in, once};
pub use calendar::{CalendarName, calendar_name};
pub use deeds::{Deed, begins_phrase, deeds, is_phrasal, is_undergone, oppositions, share_deed};
pub use entailment::{Complement, Entailment, Truth, entailment};
pub use family_first::{given_behind_family, is_family_name};
pub use figures::{Figure, FigureUnit, figures};
pub use gazetteer::{NameKind, gazetteer, may_name};
pub use hedges::{Certainty, hedge};
pub use kinds::{OrganisationKind, PlaceKind, begins_place, is_legal_form, organisation_kinds, place_kinds};
pub use names::{
    Gender, NameSuffix, full_names, given_name, is_given_name, is_name_particle, may_be_same_given_name, name_suffix,
    nickname_of,
};
pub use outcomes::{is_state, opposed, same_outcome};
pub use people::{Kin, Kinship, is_collective, kinship, noun_gender};
pub use places::{Affiliation, Place, PlaceLevel, affiliation, capitals, places};
pub use profile::{Profile, profile};
pub use rebuttals::{Rebuttal, rebuts};
pub use reporting::{Stance, stances};
pub use rivals::{
    are_building_and_vehicle, is_doer, is_post, is_spot, rival_doers, rival_posts, rival_spots, same_trade,
};
pub use scales::{Judgement, judgements};
pub use senses::{Class, antonyms, are_relatives, is_a, is_kind_of, relatives, synonyms, unrelated_people};
pub use things::{is_vessel, kinds_of_thing, kinds_of_thing_among, same_thing};
pub use titles::{Title, courtesy_title, is_role_head, is_role_modifier, offices_of_title, title, title_in_full};
pub use trends::{Way, way};
pub use words::{
    FunctionClass, Pos, WordUse, is_abbreviated_noun, is_base, is_function, is_function_word, is_word, lemma, word_use,
};

/// Whether `word` may stand for an entry that is written so: an entry in capitals ("US", "OBE") needs capitals, and one word with a
/// full stop at its end ("Mass.") needs just that.
fn is_written_as(word: &str, written: &str) -> bool {
    let letters = written.chars().filter(|c| c.is_alphabetic());
    if written.contains(char::is_uppercase) && letters.clone().count() > 1 && letters.clone().all(char::is_uppercase) {
        !word.contains(char::is_lowercase)
    } else if written.ends_with('.') && !written.contains(' ') {
        word == written
    } else {
        true
    }
}
