//! Edits → what the client can apply.

use std::{collections::HashMap, path::PathBuf};

use tower_lsp::ls_types::{
    CreateFile, CreateFileOptions, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, Range, ResourceOp, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use super::{session::Frozen, to_proto};
use crate::{
    features::{FileEdit, Show, Target},
    text::{Span, Text},
};

/// Edits in the form that the client takes, and the files that it cannot make itself and that have to be there before.
pub fn workspace_edit(frozen: &Frozen, edits: &[FileEdit]) -> (WorkspaceEdit, Vec<PathBuf>) {
    let mut files: Vec<(Uri, &Target, Vec<TextEdit>)> = Vec::new();
    for edit in edits {
        let Some(uri) = uri(frozen, &edit.target) else { continue };
        let text_edit = TextEdit { range: range(frozen, &edit.target, edit.span), new_text: edit.with.clone() };
        match files.iter_mut().find(|(known, ..)| *known == uri) {
            Some((.., edits)) => edits.push(text_edit),
            None => files.push((uri, &edit.target, vec![text_edit])),
        }
    }
    let creates = frozen.profile.document_changes && frozen.profile.creates_files;
    let new = files.iter().filter_map(|(_, target, _)| match target {
        Target::New(path) if !creates => Some(path.clone()),
        _ => None,
    });
    let missing = new.collect();
    if !frozen.profile.document_changes {
        let changes: HashMap<Uri, Vec<TextEdit>> = files.into_iter().map(|(uri, _, edits)| (uri, edits)).collect();
        return (WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }, missing);
    }
    let mut operations = Vec::new();
    for (uri, target, edits) in files {
        if creates && matches!(target, Target::New(_)) {
            let options = CreateFileOptions { overwrite: None, ignore_if_exists: Some(true) };
            let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
            operations.push(DocumentChangeOperation::Op(ResourceOp::Create(create)));
        }
        let version = frozen.documents.get(&uri).map(|document| document.version);
        operations.push(DocumentChangeOperation::Edit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
            edits: edits.into_iter().map(OneOf::Left).collect(),
        }));
    }
    let changes = DocumentChanges::Operations(operations);
    (WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }, missing)
}

/// Where to go after the edits.
pub fn place(frozen: &Frozen, show: &Show) -> Option<(Uri, Range)> {
    let text = Text::from(show.text.as_str());
    Some((uri(frozen, &show.target)?, to_proto::range(frozen, &text, show.span)))
}

fn uri(frozen: &Frozen, target: &Target) -> Option<Uri> {
    match target {
        Target::Known(id) => frozen.uri_of(*id),
        Target::New(path) => frozen.uri_of_path(path),
    }
}

fn range(frozen: &Frozen, target: &Target, span: Span) -> Range {
    let buffer = match target {
        Target::Known(id) => frozen.snapshot.buffer(*id),
        Target::New(_) => None,
    };
    let start = Range::new(Position::new(0, 0), Position::new(0, 0));
    buffer.map_or(start, |buffer| to_proto::range(frozen, buffer, span))
}
