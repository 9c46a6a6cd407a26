//! `textDocument/definition`

use tower_lsp::ls_types::{GotoDefinitionResponse, LocationLink, TextDocumentPositionParams};

use crate::{
    features,
    lsp::{from_proto, session::Frozen, to_proto},
};

/// The places that introduce what is at a position: links that say which words led there, or plain places.
pub fn definition(frozen: &Frozen, params: &TextDocumentPositionParams) -> Option<GotoDefinitionResponse> {
    let (id, at) = from_proto::place(frozen, params)?;
    let found = features::definition(&frozen.snapshot, id, at, &frozen.config)?;
    let text = frozen.snapshot.buffer(id)?;
    let targets = found.targets.into_iter().filter_map(|passage| to_proto::location(frozen, passage));
    if !frozen.profile.definition_links {
        return Some(GotoDefinitionResponse::Array(targets.collect()));
    }
    let origin = to_proto::range(frozen, text, found.origin);
    let links = targets.map(|target| LocationLink {
        origin_selection_range: Some(origin),
        target_uri: target.uri,
        target_range: target.range,
        target_selection_range: target.range,
    });
    Some(GotoDefinitionResponse::Link(links.collect()))
}
