//! `textDocument/completion`

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionResponse, CompletionTextEdit, TextDocumentPositionParams, TextEdit,
};

use crate::{
    features::{self, CompletionKind},
    lsp::{from_proto, session::Frozen, to_proto},
};

/// What typing of which brings up completion.
pub const TRIGGERS: &[&str] = &["[", "^", "#", "\"", "{"];

/// What may be put in at a position.
pub fn completion(frozen: &Frozen, params: &TextDocumentPositionParams) -> Option<CompletionResponse> {
    let (id, at) = from_proto::place(frozen, params)?;
    let text = frozen.snapshot.buffer(id)?;
    let items = features::completion(&frozen.snapshot, id, at).into_iter().map(|found| CompletionItem {
        detail: (!found.detail.is_empty()).then_some(found.detail),
        kind: Some(match found.kind {
            CompletionKind::Name => CompletionItemKind::VALUE,
            CompletionKind::Id => CompletionItemKind::REFERENCE,
            CompletionKind::File => CompletionItemKind::FILE,
            CompletionKind::Kind => CompletionItemKind::ENUM_MEMBER,
            CompletionKind::Key => CompletionItemKind::PROPERTY,
        }),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range: to_proto::range(frozen, text, found.place),
            new_text: found.insert,
        })),
        filter_text: Some(found.label.clone()),
        label: found.label,
        ..CompletionItem::default()
    });
    Some(CompletionResponse::Array(items.collect()))
}
