//! `textDocument/declaration`

use tower_lsp::ls_types::{GotoDefinitionResponse, LocationLink, TextDocumentPositionParams};

use crate::{
    features,
    lsp::{from_proto, session::Frozen, to_proto},
};

/// The story file's entry for what is at a position.
pub fn declaration(frozen: &Frozen, params: &TextDocumentPositionParams) -> Option<GotoDefinitionResponse> {
    let (id, at) = from_proto::place(frozen, params)?;
    let found = features::declaration(&frozen.snapshot, id, at)?;
    let target = to_proto::location(frozen, found.target)?;
    if !frozen.profile.declaration_links {
        return Some(GotoDefinitionResponse::Array(vec![target]));
    }
    let origin = to_proto::range(frozen, frozen.snapshot.buffer(id)?, found.origin);
    Some(GotoDefinitionResponse::Link(vec![LocationLink {
        origin_selection_range: Some(origin),
        target_uri: target.uri,
        target_range: target.range,
        target_selection_range: target.range,
    }]))
}
