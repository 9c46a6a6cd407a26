//! What one article says: mentions, who is who, quotations, claims. A pure function of its text and metadata.

mod basis;
mod check;
mod claim;
mod coreference;
mod correction;
pub mod date;
mod discourse;
mod mention;
mod model;
pub mod name;
mod nested;
mod place;
mod quotation;
mod role;

pub use basis::Basis;
pub use check::{Check, CheckKind};
pub use claim::{
    ATTEND, Anchor, Attribute, Attribution, Bearing, Claim, Contact, Content, Degree, Doing, Doubt, EXPLAIN, Event,
    Figure, Filled, Filler, Gist, IT, Initiator, Kind, LEFT_OUT, Landmark, Moment, Mood, NEAR, Occasion, Outline, Part,
    Party, Predication, Presence, Reason, Rebuttal, Role, Site, Slot, Step, Subject, Surety, Trait, Trend, Utterance,
    VOTE, Word, is_holding, is_light, is_rank, is_side,
};
pub use coreference::{acronym, clipped};
pub use correction::{Corrections, KnownNames};
pub use model::{
    Chain, ChainId, DateMention, EntityKind, Facts, Identity, Mention, MentionId, MentionKind, PlacedSentence,
    Quotation, QuotationKind,
};
pub use quotation::quotations;

use crate::{annotation::Metadata, syntax::Prose};

/// Reads an article. `previous` is what an earlier version of it said: sentences whose words are the same are taken
/// over from it instead of being analysed again. It never changes the result.
pub fn facts(prose: &Prose, metadata: &Metadata, previous: Option<&Facts>) -> Facts {
    corrected_facts(prose, metadata, &Corrections::default(), previous)
}

/// The same, with what people say about who is who in place of what would be found.
pub fn corrected_facts(
    prose: &Prose,
    metadata: &Metadata,
    corrections: &Corrections,
    previous: Option<&Facts>,
) -> Facts {
    let sentences = place::place(prose, previous);
    let (mut mentions, mut chains) = mention::who_is_who(prose, &sentences);
    correction::correct(prose, &sentences, corrections, &mut mentions, &mut chains);
    let mut quotations = quotations(prose, &sentences);
    discourse::resolve(prose, &sentences, &mut quotations, &mut mentions, &mut chains);
    correction::correct_pronouns(corrections, &mut mentions, &mut chains);
    let dates = date::mentions(prose, &sentences, metadata.published);
    let known = claim::Known {
        sentences: &sentences,
        mentions: &mentions,
        chains: &chains,
        dates: &dates,
        quotations: &quotations,
    };
    let claims = claim::claims(prose, known, previous);
    let published = metadata.published;
    let read = check::Read {
        prose,
        sentences: &sentences,
        mentions: &mentions,
        chains: &chains,
        dates: &dates,
        claims: &claims,
        published,
    };
    let checks = check::checks(&read);
    nested::add_names(prose, &sentences, &mut mentions, &mut chains);
    Facts { sentences, mentions, chains, quotations, dates, claims, checks, published }
}
