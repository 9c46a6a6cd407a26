//! `textDocument/hover`

use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, TextDocumentPositionParams};

use crate::{
    features,
    lsp::{from_proto, session::Frozen, to_proto},
};

/// The card for the words at a position, in the form the client reads.
pub fn hover(frozen: &Frozen, params: &TextDocumentPositionParams) -> Option<Hover> {
    let (id, at) = from_proto::place(frozen, params)?;
    let link = |passage| to_proto::link(frozen, passage);
    let card = features::hover(&frozen.snapshot, id, at, &frozen.config, &link)?;
    let text = frozen.snapshot.buffer(id)?;
    let (kind, value) = if frozen.profile.hover_markdown {
        (MarkupKind::Markdown, card.markdown)
    } else {
        (MarkupKind::PlainText, card.plain)
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(to_proto::range(frozen, text, card.span)),
    })
}
