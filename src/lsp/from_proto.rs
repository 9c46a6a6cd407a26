//! The protocol's types → ours.

use std::ops::Range;

use tower_lsp::ls_types::{self as lsp, TextDocumentPositionParams};

use super::session::Frozen;
use crate::{compare::ArticleId, text::Position};

/// A position, in the encoding that was agreed on.
pub fn position(position: lsp::Position) -> Position {
    Position::new(position.line, position.character)
}

/// A range of positions; nothing is said about which comes first.
pub fn range(range: lsp::Range) -> Range<Position> {
    position(range.start)..position(range.end)
}

/// The article or story file and the byte that a request is about; `None` when the document is no article.
pub fn place(frozen: &Frozen, params: &TextDocumentPositionParams) -> Option<(ArticleId, usize)> {
    let id = frozen.article_of(&params.text_document.uri)?;
    let text = frozen.snapshot.buffer(id)?;
    Some((id, text.offset(position(params.position), frozen.profile.encoding)))
}
