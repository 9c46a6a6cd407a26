//! `textDocument/selectionRange`

use tower_lsp::ls_types::{Range, SelectionRange, SelectionRangeParams};

use crate::{
    features,
    lsp::{from_proto, session::Frozen, to_proto},
};

/// For each position the stretches around it, each in the next.
pub fn selection_ranges(frozen: &Frozen, params: &SelectionRangeParams) -> Option<Vec<SelectionRange>> {
    let id = frozen.article_of(&params.text_document.uri)?;
    let text = frozen.snapshot.buffer(id)?;
    let ranges = params.positions.iter().map(|position| {
        let at = text.offset(from_proto::position(*position), frozen.profile.encoding);
        let spans = features::selection_ranges(&frozen.snapshot, id, at);
        let ranges = spans.into_iter().rev().map(|span| to_proto::range(frozen, text, span));
        let around = ranges.fold(None, |parent: Option<SelectionRange>, range| match parent {
            // What differs in bytes may be one place in a client's eyes: between CR and LF.
            Some(parent) if parent.range == range => Some(parent),
            parent => Some(SelectionRange { range, parent: parent.map(Box::new) }),
        });
        // Every position has an answer.
        around.unwrap_or(SelectionRange { range: Range::new(*position, *position), parent: None })
    });
    Some(ranges.collect())
}
