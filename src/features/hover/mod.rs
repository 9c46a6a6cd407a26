//! Hover: what there is to know about the words under the cursor.

mod entity;

pub use entity::card_of;

use super::{
    Config,
    card::{Card, Link},
    subject::subject,
};
use crate::{compare::ArticleId, workspace::Snapshot};

/// The card for byte `at`; `None` where there is nothing to say. Without an address a place is given as text.
pub fn hover(snapshot: &Snapshot, article: ArticleId, at: usize, config: &Config, link: Link<'_>) -> Option<Card> {
    let _ = config;
    if let Some(doc) = snapshot.doc_with_id(article) {
        return super::story::hover(snapshot, doc, at, link);
    }
    Some(entity::render(snapshot, &subject(snapshot, article, at)?, link))
}
