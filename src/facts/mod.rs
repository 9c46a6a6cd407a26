//! What one article says: mentions, who is who, quotations, claims. A pure function of its text and metadata.

pub mod date;
mod model;
mod quotation;

pub use model::{
    Chain, ChainId, Claim, DateMention, EntityKind, Facts, Mention, MentionId, MentionKind, PlacedSentence, Quotation,
    QuotationKind,
};

pub use quotation::quotations;

use crate::{annotation::Metadata, syntax::Prose};

/// Reads an article. `previous` is what an earlier version of it said: sentences whose words are the same are taken
/// over from it instead of being analysed again. It never changes the result.
pub fn facts(prose: &Prose, metadata: &Metadata, previous: Option<&Facts>) -> Facts {
    let _ = (prose, metadata, previous);
    Facts::default()
}
