//! The hover card.

use super::Config;
use crate::{compare::ArticleId, text::Span, workspace::Snapshot};

/// A card about the words under the cursor, in both forms that clients may ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The words that the card is about.
    pub span: Span,
    pub markdown: String,
    pub plain: String,
}

/// The card for byte `at`; `None` where there is nothing to say. `link` makes the address of a place (the protocol
/// layer knows URIs and line numbers, this one does not); without an address the place is given as text.
pub fn hover(
    snapshot: &Snapshot,
    article: ArticleId,
    at: usize,
    config: &Config,
    link: &dyn Fn(crate::compare::Passage) -> Option<String>,
) -> Option<Card> {
    let _ = (snapshot, article, at, config, link);
    None
}
