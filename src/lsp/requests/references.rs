//! `textDocument/references`

use tower_lsp::ls_types::{Location, ReferenceParams};

use crate::{
    features,
    lsp::{from_proto, session::Frozen, to_proto},
};

/// Every mention of what is at a position, in every article of the story.
pub fn references(frozen: &Frozen, params: &ReferenceParams) -> Option<Vec<Location>> {
    let (id, at) = from_proto::place(frozen, &params.text_document_position)?;
    let declaration = params.context.include_declaration;
    let found = features::references(&frozen.snapshot, id, at, declaration);
    let places = found.into_iter().filter_map(|passage| to_proto::location(frozen, passage));
    Some(places.collect())
}
