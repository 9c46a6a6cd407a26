//! The handlers: each hands its request to its adapter.

use std::sync::{Arc, atomic::Ordering};

use tower_lsp::{
    Client, LanguageServer,
    jsonrpc::{Error, ErrorCode, Result},
    ls_types::{
        CodeAction, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionParams,
        CompletionResponse, DidChangeWatchedFilesRegistrationOptions, DocumentDiagnosticParams,
        DocumentDiagnosticReportResult, DocumentHighlight, DocumentHighlightParams, DocumentLink, DocumentLinkParams,
        DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, FileSystemWatcher, FoldingRange,
        FoldingRangeParams, GlobPattern, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams,
        InitializeParams, InitializeResult, InitializedParams, InlayHint, InlayHintParams, LSPAny, Location,
        PrepareRenameResponse, ProgressToken, ReferenceParams, Registration, RenameFilesParams, RenameParams,
        SelectionRange, SelectionRangeParams, SemanticTokens, SemanticTokensDeltaParams, SemanticTokensFullDeltaResult,
        SemanticTokensParams, SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult, ServerInfo,
        TextDocumentPositionParams, Uri, WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult, WorkspaceEdit,
        WorkspaceSymbolParams, WorkspaceSymbolResponse,
    },
};

use super::{
    capabilities, commands,
    compute::compute,
    ordered::frozen,
    publisher, requests,
    session::{Frozen, Session},
    settings,
};

/// "Server cancelled": the client is to ask again.
const SERVER_CANCELLED: i64 = -32802;

/// The library's view of the server. It has no state of its own.
pub struct Server {
    client: Client,
    session: Arc<Session>,
}

impl Server {
    pub fn new(client: Client, session: Arc<Session>) -> Server {
        Server { client, session }
    }

    /// Answers from the frozen session, off the reactor.
    async fn answer<T: Send + 'static>(
        &self,
        about: Option<&Uri>,
        work: impl FnOnce(&Frozen) -> T + Send + 'static,
    ) -> Result<T> {
        let frozen = frozen();
        let about = about.and_then(|uri| frozen.article_of(uri));
        compute(frozen, about, self.session.stopping(), |frozen, _| work(frozen)).await
    }

    /// The tokens of a document, and those that the client got before.
    async fn tokens(&self, uri: Uri) -> Result<(Option<SemanticTokens>, Option<SemanticTokens>)> {
        self.note_early_answer();
        let about = uri.clone();
        let tokens = self.answer(Some(&about), move |frozen| requests::semantic_tokens::full(frozen, &uri)).await?;
        let known = match &tokens {
            Some(tokens) => self.session.sent_tokens(&frozen(), about, tokens.clone()),
            None => None,
        };
        Ok((tokens, known))
    }

    /// Has the publisher know of answers that follow from half a folder.
    fn note_early_answer(&self) {
        if !frozen().scanned {
            self.session.ask_again.store(true, Ordering::Relaxed);
            self.session.changed.notify_one();
        }
    }

    /// Runs `task` until the server stops.
    fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let stopping = self.session.stopping().clone();
        tokio::spawn(async move { stopping.run_until_cancelled(task).await });
    }

    /// Shows that folders are being read.
    async fn show_progress(session: Arc<Session>, client: Client) {
        let token = ProgressToken::String("twosource/scan".into());
        if client.create_work_done_progress(token.clone()).await.is_ok() {
            let progress = client.progress(token, "Reading articles").begin().await;
            let _ = session.scanned.subscribe().wait_for(|done| *done).await;
            progress.finish().await;
        }
    }
}

/// Asks to be told about files and settings, where the client lets us.
async fn register(client: Client, profile: Arc<capabilities::Profile>) {
    let watchers = ["**/*.{md,markdown,txt}", "**/story.toml", "**/.gitignore", "**/.ignore"];
    let watchers =
        watchers.map(|glob| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.into()), kind: None });
    let watchers = DidChangeWatchedFilesRegistrationOptions { watchers: watchers.into() };
    let registration = |method: &str, register_options| Registration {
        id: format!("twosource/{method}"),
        method: method.into(),
        register_options,
    };
    let mut wanted = Vec::new();
    if profile.registers_files {
        let options = serde_json::to_value(watchers).ok();
        wanted.push(registration("workspace/didChangeWatchedFiles", options));
    }
    if profile.registers_settings {
        wanted.push(registration("workspace/didChangeConfiguration", None));
    }
    if !wanted.is_empty()
        && let Err(error) = client.register_capability(wanted).await
    {
        tracing::warn!(%error, "the client does not tell about files and settings");
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(InitializeResult {
            capabilities: capabilities::server(&frozen().profile),
            server_info: Some(ServerInfo { name: "twosource".into(), version: Some(env!("CARGO_PKG_VERSION").into()) }),
            ..InitializeResult::default()
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        let (session, client) = (&self.session, &self.client);
        if session.started.set(()).is_err() {
            return;
        }
        let profile = frozen().profile.clone();
        if profile.configuration {
            self.spawn(settings::follow(session.clone(), client.clone()));
        }
        if profile.progress {
            self.spawn(Server::show_progress(session.clone(), client.clone()));
        }
        self.spawn(register(client.clone(), profile));
        publisher::start(session.clone(), client.clone());
        let (session, client) = (session.clone(), client.clone());
        self.spawn(async move { session.notices.deliver(client).await });
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::hover(frozen, &at)).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::definition(frozen, &at)).await
    }

    async fn goto_declaration(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::declaration(frozen, &at)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let at = params.text_document_position;
        let uri = at.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::completion(frozen, &at)).await
    }

    async fn prepare_rename(&self, at: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        let uri = at.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::prepare_rename(frozen, &at)).await?
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let uri = params.text_document_position.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::rename(frozen, &params)).await?
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        self.answer(None, move |frozen| requests::rename_files(frozen, &params)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let uri = params.text_document.uri;
        self.answer(Some(&uri.clone()), move |frozen| requests::document_links(frozen, &uri)).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let uri = params.text_document.uri;
        self.answer(Some(&uri.clone()), move |frozen| requests::code_lens(frozen, &uri)).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let uri = params.text_document.uri.clone();
        self.note_early_answer();
        self.answer(Some(&uri), move |frozen| requests::inlay_hints(frozen, &params)).await
    }

    async fn inlay_hint_resolve(&self, hint: InlayHint) -> Result<InlayHint> {
        self.answer(None, move |frozen| requests::inlay_hints::resolve(frozen, hint)).await
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let (tokens, _) = self.tokens(params.text_document.uri).await?;
        Ok(tokens.map(SemanticTokensResult::from))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (tokens, known) = self.tokens(params.text_document.uri).await?;
        let known = known.filter(|known| known.result_id.as_ref() == Some(&params.previous_result_id));
        Ok(tokens.map(|tokens| match known {
            Some(known) => requests::semantic_tokens::delta(&known, tokens),
            None => tokens.into(),
        }))
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let uri = params.text_document.uri.clone();
        self.note_early_answer();
        self.answer(Some(&uri), move |frozen| requests::semantic_tokens::range(frozen, &params)).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let uri = params.text_document.uri;
        self.answer(Some(&uri.clone()), move |frozen| requests::folding_ranges(frozen, &uri)).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let uri = params.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::selection_ranges(frozen, &params)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let uri = params.text_document_position.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::references(frozen, &params)).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::highlight(frozen, &at)).await
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let uri = params.text_document.uri;
        self.answer(Some(&uri.clone()), move |frozen| requests::document_symbols(frozen, &uri)).await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        self.answer(None, move |frozen| Some(requests::workspace_symbols(frozen, &params.query))).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let uri = params.text_document.uri.clone();
        self.answer(Some(&uri), move |frozen| requests::actions::code_actions(frozen, &params)).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        self.answer(None, move |frozen| requests::actions::resolve(frozen, action)).await?
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        let deed = params.arguments.into_iter().next().filter(|_| params.command == requests::actions::COMMAND);
        let deed = deed.ok_or_else(|| Error::invalid_params("there is no such command"))?;
        let outcome = self.answer(None, move |frozen| requests::actions::outcome(frozen, &deed)).await??;
        commands::carry_out(&self.client, &frozen(), &outcome).await?;
        // What it changed may be a document that the client does not show, and so does not ask about.
        self.session.ask_again.store(true, Ordering::Relaxed);
        self.session.changed.notify_one();
        Ok(None)
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let uri = params.text_document.uri.clone();
        self.note_early_answer();
        let answer = self.answer(Some(&uri), move |frozen| requests::document_diagnostics(frozen, &params));
        let answer = answer.await.map_err(ask_again)?;
        self.session.answer_pull(requests::results(uri, &answer));
        Ok(answer)
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        self.note_early_answer();
        let answer = compute(frozen(), None, self.session.stopping(), move |frozen, stopped| {
            requests::workspace_diagnostics(frozen, &params, stopped)
        });
        answer.await.map_err(ask_again)
    }
}

/// For diagnostics the protocol has a code of its own for "the document has changed": the client keeps what it shows.
fn ask_again(error: Error) -> Error {
    match error.code {
        ErrorCode::ContentModified => Error {
            code: ErrorCode::ServerError(SERVER_CANCELLED),
            message: "the document has changed".into(),
            data: Some(serde_json::json!({ "retriggerRequest": true })),
        },
        _ => error,
    }
}
