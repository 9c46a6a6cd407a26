//! `textDocument/documentHighlight`

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, TextDocumentPositionParams};

use crate::{
    features,
    lsp::{from_proto, session::Frozen, to_proto},
};

/// Every mention in this article of what is at a position; the introducing one is marked as a write.
pub fn highlight(frozen: &Frozen, params: &TextDocumentPositionParams) -> Option<Vec<DocumentHighlight>> {
    let (id, at) = from_proto::place(frozen, params)?;
    let article = frozen.snapshot.article(id)?;
    let found = features::highlight(&frozen.snapshot, id, at);
    let highlights = found.into_iter().map(|(span, introduces)| DocumentHighlight {
        range: to_proto::range(frozen, article.buffer(), span),
        kind: Some(if introduces { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ }),
    });
    Some(highlights.collect())
}
