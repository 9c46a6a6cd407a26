//! Hover: what there is to know about the words under the cursor.

mod claim;
mod entity;
mod quotation;
mod value;

pub use entity::card_of;

use super::{
    Config,
    card::{Card, Link},
    subject::subject,
};
use crate::{compare::ArticleId, workspace::Snapshot};

/// The card for byte `at`; `None` where there is nothing to say. Without an address a place is given as text.
///
/// The narrowest comes first: whom or what the words name, what a number or date comes to, on which claims accounts differ
/// or agree. A quotation may be long: its card is shown where it holds nothing narrower.
pub fn hover(snapshot: &Snapshot, article: ArticleId, at: usize, config: &Config, link: Link<'_>) -> Option<Card> {
    let _ = config;
    if let Some(doc) = snapshot.doc_with_id(article) {
        return super::story::hover(snapshot, doc, at, link);
    }
    let article = snapshot.article(article)?;
    let subject = subject(snapshot, article.id, at).map(|subject| entity::render(snapshot, &subject, link));
    let narrow = subject.or_else(|| value::card(article, at));
    let quotation = if narrow.is_none() { quotation::card(snapshot, article, at, link) } else { None };
    // Who else has the words, the card of the quotation tells.
    let claim = claim::card(snapshot, article, at, quotation.is_none(), link);
    [narrow, quotation, claim].into_iter().flatten().reduce(|above, below| above.above(&below))
}
