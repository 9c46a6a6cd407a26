//! What the client can do, and what we say that we can.

use serde_json::{Value, json};
use tower_lsp::ls_types::{
    ClientCapabilities, CodeActionOptions, CodeActionProviderCapability, CodeLensOptions, CompletionOptions,
    DeclarationCapability, DiagnosticOptions, DiagnosticServerCapabilities, DocumentLinkOptions, ExecuteCommandOptions,
    FileOperationFilter, FileOperationPattern, FileOperationRegistrationOptions, FoldingRangeProviderCapability,
    HoverProviderCapability, InlayHintOptions, InlayHintServerCapabilities, MarkupKind, OneOf, PositionEncodingKind,
    RenameOptions, ResourceOperationKind, SaveOptions, SelectionRangeProviderCapability, SemanticTokensFullOptions,
    SemanticTokensOptions, ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind,
    TextDocumentSyncOptions, TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
    WorkspaceFileOperationsServerCapabilities, WorkspaceFoldersServerCapabilities, WorkspaceServerCapabilities,
};

use super::{
    pages::Pages,
    requests::{actions, completion, semantic_tokens},
};
use crate::text::Encoding;

/// What the client can do, as far as it matters here.
#[derive(Clone, Debug)]
pub struct Profile {
    /// The first of the client's that we know.
    pub encoding: Encoding,
    pub hover_markdown: bool,
    pub definition_links: bool,
    pub declaration_links: bool,
    pub prepares_renames: bool,
    pub nested_symbols: bool,
    pub related_information: bool,
    /// Where the pages about codes are, for a client that links to them.
    pub pages: Option<Pages>,
    /// It shows such links.
    pub describes_codes: bool,
    /// It asks for diagnostics and is not to be sent any. One that asks only about what was edited, and cannot be told to
    /// ask about what follows from that elsewhere, is better off when it is sent them.
    pub pulls_diagnostics: bool,
    /// It takes the diagnostics of other documents in the answer about one.
    pub related_documents: bool,
    pub refreshes_diagnostics: bool,
    /// It answers `workspace/configuration`.
    pub configuration: bool,
    /// It lets us ask to be told about settings and files.
    pub registers_settings: bool,
    pub registers_files: bool,
    pub progress: bool,
    /// It knows actions, not only commands, and these abilities of theirs.
    pub action_literals: bool,
    pub preferred_actions: bool,
    pub resolves_actions: bool,
    /// It applies edits that we send.
    pub applies_edits: bool,
    pub shows_documents: bool,
    /// It takes edits with the versions of documents, and makes files.
    pub document_changes: bool,
    pub creates_files: bool,
    pub inlay_hints: bool,
    pub resolves_hints: bool,
    pub refreshes_hints: bool,
    /// It asks for the tokens of whole documents, for what changed since, or of ranges.
    pub full_tokens: bool,
    pub token_changes: bool,
    pub range_tokens: bool,
    pub refreshes_tokens: bool,
    pub refreshes_lenses: bool,
    pub folds: bool,
    /// It folds whole lines only.
    pub folds_lines: bool,
    pub selects: bool,
}

impl Default for Profile {
    fn default() -> Profile {
        Profile::new(&ClientCapabilities::default())
    }
}

impl Profile {
    /// Reads what the client declares.
    pub fn new(client: &ClientCapabilities) -> Profile {
        let document = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let encodings = client.general.as_ref().and_then(|g| g.position_encodings.as_ref());
        let formats = document.and_then(|d| d.hover.as_ref()).and_then(|h| h.content_format.as_ref());
        let pull = document.and_then(|d| d.diagnostic.as_ref());
        let push = document.and_then(|d| d.publish_diagnostics.as_ref());
        let actions = document.and_then(|d| d.code_action.as_ref());
        let (edits, window) = (workspace.and_then(|w| w.workspace_edit.as_ref()), client.window.as_ref());
        let hints = document.and_then(|d| d.inlay_hint.as_ref());
        let tokens = document.and_then(|d| d.semantic_tokens.as_ref()).map(|tokens| &tokens.requests);
        let is = |flag: Option<bool>| flag == Some(true);
        let related_documents = is(pull.and_then(|p| p.related_document_support));
        let refreshes_diagnostics = is(workspace.and_then(|w| w.diagnostics.as_ref()?.refresh_support));
        Profile {
            encoding: encodings.and_then(|known| known.iter().find_map(encoding)).unwrap_or(Encoding::Utf16),
            hover_markdown: formats.is_some_and(|f| f.first() == Some(&MarkupKind::Markdown)),
            definition_links: is(document.and_then(|d| d.definition.as_ref()?.link_support)),
            declaration_links: is(document.and_then(|d| d.declaration.as_ref()?.link_support)),
            prepares_renames: is(document.and_then(|d| d.rename.as_ref()?.prepare_support)),
            nested_symbols: is(document.and_then(|d| d.document_symbol.as_ref()?.hierarchical_document_symbol_support)),
            related_information: is(push.and_then(|p| p.related_information))
                || is(pull.and_then(|p| p.related_information)),
            pages: None,
            describes_codes: is(push.and_then(|p| p.code_description_support))
                || is(pull.and_then(|p| p.code_description_support)),
            pulls_diagnostics: pull.is_some() && (related_documents || refreshes_diagnostics),
            related_documents,
            refreshes_diagnostics,
            configuration: is(workspace.and_then(|w| w.configuration)),
            registers_settings: is(workspace.and_then(|w| w.did_change_configuration.as_ref()?.dynamic_registration)),
            registers_files: is(workspace.and_then(|w| w.did_change_watched_files.as_ref()?.dynamic_registration)),
            action_literals: actions.is_some_and(|a| a.code_action_literal_support.is_some()),
            preferred_actions: is(actions.and_then(|a| a.is_preferred_support)),
            resolves_actions: is(actions.and_then(|a| a.data_support))
                && actions
                    .and_then(|a| a.resolve_support.as_ref())
                    .is_some_and(|r| ["edit", "command"].iter().all(|p| r.properties.iter().any(|known| known == p))),
            applies_edits: is(workspace.and_then(|w| w.apply_edit)),
            shows_documents: window.and_then(|w| w.show_document.as_ref()).is_some_and(|s| s.support),
            document_changes: is(edits.and_then(|e| e.document_changes)),
            creates_files: edits
                .and_then(|e| e.resource_operations.as_ref())
                .is_some_and(|known| known.contains(&ResourceOperationKind::Create)),
            inlay_hints: hints.is_some(),
            resolves_hints: hints
                .and_then(|h| h.resolve_support.as_ref())
                .is_some_and(|r| r.properties.iter().any(|known| known == "tooltip")),
            refreshes_hints: is(workspace.and_then(|w| w.inlay_hint.as_ref()?.refresh_support)),
            full_tokens: tokens
                .is_some_and(|t| t.full.as_ref().is_some_and(|full| *full != SemanticTokensFullOptions::Bool(false))),
            token_changes: tokens
                .is_some_and(|t| t.full == Some(SemanticTokensFullOptions::Delta { delta: Some(true) })),
            range_tokens: tokens.is_some_and(|t| is(t.range)),
            refreshes_tokens: is(workspace.and_then(|w| w.semantic_tokens.as_ref()?.refresh_support)),
            folds: document.is_some_and(|d| d.folding_range.is_some()),
            folds_lines: is(document.and_then(|d| d.folding_range.as_ref()?.line_folding_only)),
            selects: document.is_some_and(|d| d.selection_range.is_some()),
            refreshes_lenses: is(workspace.and_then(|w| w.code_lens.as_ref()?.refresh_support)),
            progress: is(client.window.as_ref().and_then(|w| w.work_done_progress)),
        }
    }
}

/// Takes out of a client's capabilities what has another form than the protocol's: vim-lsp declares `false` where an object belongs,
/// for an ability that it lacks. What cannot be read is not there, and the rest counts.
pub fn mend(capabilities: &mut Value) {
    let Value::Object(groups) = capabilities else {
        return;
    };
    let is_read = |capabilities: Value| serde_json::from_value::<ClientCapabilities>(capabilities).is_ok();
    groups.retain(|group, value| {
        if let Value::Object(abilities) = value {
            abilities.retain(|ability, value| is_read(json!({ group: { ability: value } })));
        }
        is_read(json!({ group: value }))
    });
}

fn encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}

fn encoding_kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}

/// The files and folders of whose new names we want to know.
fn renamed_files() -> FileOperationRegistrationOptions {
    let filter = |glob: &str| FileOperationFilter {
        scheme: Some("file".into()),
        pattern: FileOperationPattern { glob: glob.into(), matches: None, options: None },
    };
    FileOperationRegistrationOptions { filters: ["**/*.{md,markdown,txt}", "**/"].map(filter).into() }
}

/// The kinds of requests for tokens that the client makes.
fn tokens(profile: &Profile) -> SemanticTokensOptions {
    let full = match profile.token_changes {
        true => SemanticTokensFullOptions::Delta { delta: Some(true) },
        false => SemanticTokensFullOptions::Bool(true),
    };
    SemanticTokensOptions {
        legend: semantic_tokens::legend(),
        range: profile.range_tokens.then_some(true),
        full: profile.full_tokens.then_some(full),
        ..SemanticTokensOptions::default()
    }
}

/// What we can do for this client; nothing that does not work.
pub fn server(profile: &Profile) -> ServerCapabilities {
    let pull = DiagnosticServerCapabilities::Options(DiagnosticOptions {
        identifier: Some("twosource".into()),
        inter_file_dependencies: true,
        workspace_diagnostics: true,
        ..DiagnosticOptions::default()
    });
    ServerCapabilities {
        position_encoding: Some(encoding_kind(profile.encoding)),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        declaration_provider: Some(DeclarationCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some(completion::TRIGGERS.iter().map(|trigger| (*trigger).to_owned()).collect()),
            ..CompletionOptions::default()
        }),
        rename_provider: Some(if profile.prepares_renames {
            OneOf::Right(RenameOptions {
                prepare_provider: Some(true),
                work_done_progress_options: WorkDoneProgressOptions::default(),
            })
        } else {
            OneOf::Left(true)
        }),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(if profile.action_literals {
            CodeActionProviderCapability::Options(CodeActionOptions {
                code_action_kinds: Some(actions::KINDS.iter().map(|kind| actions::kind(*kind)).collect()),
                resolve_provider: profile.resolves_actions.then_some(true),
                ..CodeActionOptions::default()
            })
        } else {
            CodeActionProviderCapability::Simple(true)
        }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: vec![actions::COMMAND.to_owned()],
            ..ExecuteCommandOptions::default()
        }),
        inlay_hint_provider: profile.inlay_hints.then(|| {
            let resolve_provider = profile.resolves_hints.then_some(true);
            let options = InlayHintOptions { resolve_provider, ..InlayHintOptions::default() };
            OneOf::Right(InlayHintServerCapabilities::Options(options))
        }),
        semantic_tokens_provider: (profile.full_tokens || profile.range_tokens).then(|| tokens(profile).into()),
        folding_range_provider: profile.folds.then_some(FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: profile.selects.then_some(SelectionRangeProviderCapability::Simple(true)),
        diagnostic_provider: profile.pulls_diagnostics.then_some(pull),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: Some(WorkspaceFileOperationsServerCapabilities {
                will_rename: Some(renamed_files()),
                did_rename: Some(renamed_files()),
                ..WorkspaceFileOperationsServerCapabilities::default()
            }),
        }),
        ..ServerCapabilities::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_in_the_form_of_the_protocol_is_taken_out() {
        let mut declared = json!({
            "general": false,
            "textDocument": { "hover": { "contentFormat": ["markdown"] }, "rename": true, "typeHierarchy": false },
            "window": null,
            "workspace": { "applyEdit": true, "ofOurOwn": 1, "symbol": 7 },
        });
        mend(&mut declared);
        let mended = json!({
            "textDocument": { "hover": { "contentFormat": ["markdown"] } },
            "window": null,
            "workspace": { "applyEdit": true, "ofOurOwn": 1 },
        });
        assert_eq!(declared, mended);
    }
}
