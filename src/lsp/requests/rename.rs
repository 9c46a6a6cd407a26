//! `textDocument/prepareRename`, `textDocument/rename` and `workspace/willRenameFiles`

use std::path::Path;

use smol_str::SmolStr;
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{
        FileRename, PrepareRenameResponse, RenameFilesParams, RenameParams, TextDocumentPositionParams, WorkspaceEdit,
    },
};

use super::actions::failed;
use crate::{
    features::{self, RenameError},
    lsp::{edits, from_proto, session::Frozen, to_proto, uri::file_path},
    workspace::real_path,
};

/// What can be renamed at a position; nothing where there is no name.
///
/// # Errors
/// When a name stands there that cannot be renamed; the message is for people.
pub fn prepare_rename(frozen: &Frozen, params: &TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
    let Some((id, at)) = from_proto::place(frozen, params) else { return Ok(None) };
    let found = match features::prepare_rename(&frozen.snapshot, id, at) {
        Ok(found) => found,
        Err(RenameError::NoName) => return Ok(None),
        Err(error) => return Err(failed(&error.to_string())),
    };
    let Some(text) = frozen.snapshot.buffer(id) else { return Ok(None) };
    let range = to_proto::range(frozen, text, found.span);
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: found.name.to_string() }))
}

/// The edits that give an id another name in the story file and in drafts, or an entity another name there.
///
/// # Errors
/// When it cannot be renamed so; the message is for people.
pub fn rename(frozen: &Frozen, params: &RenameParams) -> Result<Option<WorkspaceEdit>> {
    let Some((id, at)) = from_proto::place(frozen, &params.text_document_position) else { return Ok(None) };
    let found = features::rename(&frozen.snapshot, id, at, &params.new_name);
    let found = found.map_err(|error| failed(&error.to_string()))?;
    Ok(Some(edits::workspace_edit(frozen, &found).0))
}

/// The edits of story files for articles that are about to get other names.
pub fn rename_files(frozen: &Frozen, params: &RenameFilesParams) -> Option<WorkspaceEdit> {
    let path = |uri: &str| file_path(&uri.parse().ok()?).map(|path| real_path(&path));
    let renamed = params.files.iter();
    let renamed = renamed.filter_map(|FileRename { old_uri, new_uri }| Some((path(old_uri)?, path(new_uri)?)));
    let renamed: Vec<_> = renamed.collect();
    let mut found = Vec::new();
    for doc in frozen.snapshot.docs() {
        let folder = Path::new(doc.story.as_str());
        let below = |path: &Path| {
            let parts = path.strip_prefix(folder).ok()?.iter().map(|part| part.to_string_lossy());
            Some(SmolStr::from(parts.collect::<Vec<_>>().join("/")))
        };
        let names: Vec<(SmolStr, SmolStr)> =
            renamed.iter().filter_map(|(old, new)| Some((below(old)?, below(new)?))).collect();
        found.extend(features::rename_files(&frozen.snapshot, &doc.story, &names));
    }
    (!found.is_empty()).then(|| edits::workspace_edit(frozen, &found).0)
}
