//! `textDocument/documentLink` and `textDocument/codeLens`

use tower_lsp::ls_types::{CodeLens, Command, DocumentLink, Uri};

use super::actions::COMMAND;
use crate::{
    features::{self, Deed},
    lsp::{session::Frozen, to_proto},
};

/// Where a story file, or the source notes of a draft, name articles.
pub fn document_links(frozen: &Frozen, uri: &Uri) -> Option<Vec<DocumentLink>> {
    let id = frozen.article_of(uri)?;
    let text = frozen.snapshot.buffer(id)?;
    let links = features::links(&frozen.snapshot, id).into_iter().filter_map(|(span, article)| {
        let range = to_proto::range(frozen, text, span);
        Some(DocumentLink { range, target: Some(frozen.uri_of(article)?), tooltip: None, data: None })
    });
    Some(links.collect())
}

/// The lines above an article: each leads somewhere, in a client that can be led.
pub fn code_lens(frozen: &Frozen, uri: &Uri) -> Option<Vec<CodeLens>> {
    let id = frozen.article_of(uri)?;
    let text = frozen.snapshot.buffer(id)?;
    let lenses = features::code_lenses(&frozen.snapshot, id, &frozen.config).into_iter().map(|lens| {
        let next = lens.next.filter(|_| frozen.profile.shows_documents);
        let deed = next.and_then(|next| serde_json::to_value(Deed::open(&frozen.snapshot, next)?).ok());
        // A command without a name is a title that does nothing.
        let command = if deed.is_some() { COMMAND.to_owned() } else { String::new() };
        let command = Command { title: lens.title, command, arguments: deed.map(|deed| vec![deed]) };
        CodeLens { range: to_proto::range(frozen, text, lens.at), command: Some(command), data: None }
    });
    Some(lenses.collect()).filter(|lenses: &Vec<_>| !lenses.is_empty())
}
