//! Notifications that change the session, applied one after another.
//!
//! What cannot be read is logged and left: there is nobody to answer to.

use std::{path::PathBuf, sync::Arc};

use serde::de::DeserializeOwned;
use tower_lsp::{
    jsonrpc::Request,
    ls_types::{
        DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
        DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
        DidSaveTextDocumentParams, InitializeParams, RenameFilesParams, TextDocumentItem, WorkspaceFolder,
    },
};

use super::{
    capabilities::Profile,
    documents::Document,
    from_proto,
    pages::Pages,
    parent,
    session::{Phase, Session, State},
    settings,
    uri::{file_path, location},
};
use crate::{
    compare::ArticleId,
    syntax::Format,
    text::Text,
    workspace::{LoadError, Location, MAX_BYTES, Why, format_of, is_story_file},
};

/// When more files than this change at once (another branch, say), all folders are read again instead of each file.
const MANY_FILES: usize = 64;

/// Applies a notification that changes the session, or gives back a message that is for somebody else. Before
/// `initialize` and after `shutdown` nothing is applied.
pub fn apply(session: &Arc<Session>, request: Request) -> Option<Request> {
    match request.method() {
        "initialize" => initialize(session, &request),
        "shutdown" => shut_down(session),
        // A notification sent as a request is refused by the library.
        _ if request.id().is_some() => {}
        "textDocument/didOpen" => return with(session, request, did_open),
        "textDocument/didChange" => return with(session, request, did_change),
        "textDocument/didSave" => return with(session, request, did_save),
        "textDocument/didClose" => return with(session, request, did_close),
        "workspace/didChangeWatchedFiles" => return with(session, request, did_change_files),
        "workspace/didRenameFiles" => return with(session, request, did_rename_files),
        "workspace/didChangeWorkspaceFolders" => return with(session, request, did_change_folders),
        "workspace/didChangeConfiguration" => return with(session, request, did_change_settings),
        _ => {}
    }
    Some(request)
}

/// Takes a notification for good.
fn with<P: DeserializeOwned>(session: &Arc<Session>, request: Request, apply: fn(&Session, P)) -> Option<Request> {
    if session.state().phase == Phase::Running {
        let (method, _, params) = request.into_parts();
        match serde_json::from_value(params.unwrap_or_default()) {
            Ok(params) => apply(session, params),
            Err(error) => tracing::warn!(%method, %error, "ignored a notification that cannot be read"),
        }
    }
    None
}

fn shut_down(session: &Session) {
    let mut state = session.state();
    if state.phase == Phase::Running {
        state.phase = Phase::ShutDown;
    }
}

fn initialize(session: &Arc<Session>, request: &Request) {
    let params = request.params().cloned().unwrap_or_default();
    // What cannot be read here is refused by the library.
    let Ok(params) = serde_json::from_value::<InitializeParams>(params) else {
        return;
    };
    let mut profile = Profile::new(&params.capabilities);
    profile.pages = profile.describes_codes.then(Pages::write).flatten();
    let mut state = session.state();
    if state.phase != Phase::Uninitialized {
        return;
    }
    state.phase = Phase::Running;
    state.profile = Arc::new(profile);
    let folders = folders(&params);
    for folder in &folders {
        state.workspace.add_root(folder.clone(), Why::Opened);
    }
    drop(state);
    if let Some(options) = params.initialization_options {
        settings::apply(session, options);
    }
    for folder in folders {
        session.refresh(folder);
    }
    session.end_of_first_scan();
    if let Some(process) = params.process_id {
        tokio::spawn(parent::watch(process, session.clone()));
    }
}

/// The opened folders; older clients name a single one.
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    #[expect(deprecated, reason = "older clients know nothing else")]
    let (uri, path) = (params.root_uri.as_ref(), params.root_path.as_ref());
    match &params.workspace_folders {
        Some(folders) => folders.iter().filter_map(|folder| file_path(&folder.uri)).collect(),
        None => uri
            .and_then(file_path)
            .or_else(|| path.map(PathBuf::from).filter(|path| path.is_absolute()))
            .into_iter()
            .collect(),
    }
}

fn did_open(session: &Session, params: DidOpenTextDocumentParams) {
    let TextDocumentItem { uri, language_id, version, text } = params.text_document;
    let mut location = location(&uri);
    let is_story = matches!(&location, Location::File(path) if is_story_file(path));
    if language_id == "toml" && !is_story {
        // Some other program's settings: clients choose by language, not by name.
        return;
    }
    let pages = session.state().profile.pages.clone();
    if matches!(&location, Location::File(path) if pages.is_some_and(|pages| pages.contain(path))) {
        return;
    }
    let format = match &location {
        Location::File(path) => format_of(path),
        Location::Untitled(_) => None,
    };
    let format = format.unwrap_or(match language_id.as_str() {
        "markdown" => Format::Markdown,
        _ => Format::Plain,
    });
    let mut state = session.state();
    if let Some(before) = state.documents.remove(&uri) {
        state.workspace.close(before.article);
    }
    if state.workspace.is_open(&location) {
        // The same file under a second name, a symbolic link say: the editor has two buffers, and so have we.
        location = Location::Untitled(uri.as_str().into());
    }
    let alone = match &location {
        Location::File(path) if state.workspace.root_of(path).is_none() => file_path(&uri),
        _ => None,
    };
    let article = state.workspace.open(location, format, Text::from(text));
    state.documents.insert(Document { uri, article, version });
    warn_of_size(session, &state, article, false);
    drop(state);
    if let Some(path) = alone {
        session.meet_neighbours(path);
    }
    session.changed.notify_one();
}

fn did_change(session: &Session, params: DidChangeTextDocumentParams) {
    let mut state = session.state();
    let Some(document) = state.documents.get(&params.text_document.uri).cloned() else {
        tracing::debug!(uri = params.text_document.uri.as_str(), "changed, but not open");
        return;
    };
    let encoding = state.profile.encoding;
    let was_large = is_large(&state, document.article);
    state.workspace.edit(document.article, |text| {
        for change in params.content_changes {
            match change.range {
                Some(range) => text.edit(from_proto::range(range), encoding, &change.text),
                None => *text = Text::from(change.text),
            }
        }
    });
    warn_of_size(session, &state, document.article, was_large);
    state.documents.insert(Document { version: params.text_document.version, ..Document::clone(&document) });
    drop(state);
    session.changed.notify_one();
}

fn did_save(session: &Session, params: DidSaveTextDocumentParams) {
    let Some(path) = file_path(&params.text_document.uri) else {
        return;
    };
    // A client that does not watch files for us gives no better occasion to look at the others.
    let watches = session.state().profile.registers_files;
    match path.parent() {
        Some(folder) if !watches => session.refresh(folder.to_path_buf()),
        _ => session.refresh(path),
    }
}

fn did_close(session: &Session, params: DidCloseTextDocumentParams) {
    let mut state = session.state();
    let Some(document) = state.documents.remove(&params.text_document.uri) else {
        return;
    };
    state.workspace.close(document.article);
    if let Location::File(path) = location(&params.text_document.uri) {
        state.workspace.leave(&path);
    }
    drop(state);
    // Nobody may have told us what happened to the file in the meantime.
    if let Some(path) = file_path(&params.text_document.uri) {
        session.refresh(path);
    }
    session.changed.notify_one();
}

fn did_change_files(session: &Session, params: DidChangeWatchedFilesParams) {
    if params.changes.len() > MANY_FILES {
        let roots = session.state().workspace.roots().to_vec();
        roots.into_iter().for_each(|root| session.refresh(root.real));
        return;
    }
    for path in params.changes.iter().filter_map(|change| file_path(&change.uri)) {
        let is_ignore_file = path.file_name().is_some_and(|name| name == ".gitignore" || name == ".ignore");
        match path.parent() {
            Some(folder) if is_ignore_file => session.refresh(folder.to_path_buf()),
            _ => session.refresh(path),
        }
    }
}

fn did_rename_files(session: &Session, params: RenameFilesParams) {
    let uris = params.files.iter().flat_map(|file| [&file.old_uri, &file.new_uri]);
    for path in uris.filter_map(|uri| file_path(&uri.parse().ok()?)) {
        session.refresh(path);
    }
}

fn did_change_folders(session: &Session, params: DidChangeWorkspaceFoldersParams) {
    let paths = |folders: Vec<WorkspaceFolder>| -> Vec<PathBuf> {
        folders.iter().filter_map(|folder| file_path(&folder.uri)).collect()
    };
    let mut state = session.state();
    for path in paths(params.event.removed) {
        state.workspace.remove_root(&path);
    }
    let added = paths(params.event.added);
    for path in &added {
        state.workspace.add_root(path.clone(), Why::Opened);
    }
    state.outside += 1;
    drop(state);
    for path in added {
        session.refresh(path);
    }
    session.changed.notify_one();
}

fn did_change_settings(session: &Session, params: DidChangeConfigurationParams) {
    if session.state().profile.configuration {
        session.settings_changed.notify_one();
    } else {
        settings::apply(session, params.settings);
    }
}

fn is_large(state: &State, article: ArticleId) -> bool {
    let text = state.workspace.buffer(article);
    text.is_some_and(|text| text.len() > MAX_BYTES)
}

/// Says so when an open document has become too large to be analysed.
fn warn_of_size(session: &Session, state: &State, article: ArticleId, was_large: bool) {
    let large = is_large(state, article);
    if (large || was_large)
        && let Some(document) = state.documents.of_article(article)
    {
        let path = file_path(&document.uri).unwrap_or_else(|| document.uri.as_str().into());
        let errors = if large { vec![LoadError::TooLarge { path: path.clone() }] } else { Vec::new() };
        session.notices.files(&path, errors, |_| true);
    }
}
