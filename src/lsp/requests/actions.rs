//! `textDocument/codeAction`, `codeAction/resolve` and what `workspace/executeCommand` works out.

use tower_lsp::{
    jsonrpc::{Error, ErrorCode, Result},
    ls_types::{CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Command, NumberOrString, Range},
};

use crate::{
    features::{self, Action, ActionKind, Deed, Outcome},
    lsp::{capabilities::Profile, edits, from_proto, session::Frozen, to_proto},
    text::Span,
};

/// The command that does a deed, its only argument.
pub const COMMAND: &str = "twosource.do";

/// "Request failed": the request is right and cannot be fulfilled.
const REQUEST_FAILED: i64 = -32803;

/// The kinds of actions that there are.
pub const KINDS: &[ActionKind] = &[ActionKind::QuickFix, ActionKind::Rewrite, ActionKind::Annotate];

/// The protocol's name of a kind.
pub fn kind(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::QuickFix => CodeActionKind::QUICKFIX,
        ActionKind::Rewrite => CodeActionKind::REFACTOR_REWRITE,
        ActionKind::Annotate => CodeActionKind::new("refactor.annotate"),
    }
}

/// What can be done at a range, in the form that the client knows.
pub fn code_actions(frozen: &Frozen, params: &CodeActionParams) -> Option<Vec<CodeActionOrCommand>> {
    let id = frozen.article_of(&params.text_document.uri)?;
    let text = frozen.snapshot.buffer(id)?;
    let offset = |position| text.offset(from_proto::position(position), frozen.profile.encoding);
    let (a, b) = (offset(params.range.start), offset(params.range.end));
    let actions = features::actions(&frozen.snapshot, id, Span::new(a.min(b), a.max(b)));
    let wanted = |action: &Action| {
        let kind = kind(action.kind);
        let within = |only: &CodeActionKind| {
            let rest = kind.as_str().strip_prefix(only.as_str());
            only.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        params.context.only.as_ref().is_none_or(|only| only.iter().any(within))
    };
    let offered = actions.into_iter().filter(wanted).filter_map(|action| {
        let range = action.answers.map(|(code, span)| (code, to_proto::range(frozen, text, span)));
        offer(frozen, params, action, range)
    });
    Some(offered.collect())
}

fn offer(
    frozen: &Frozen,
    params: &CodeActionParams,
    action: Action,
    answers: Option<(&str, Range)>,
) -> Option<CodeActionOrCommand> {
    let profile: &Profile = &frozen.profile;
    let jumps = matches!(
        action.deed,
        Deed::Open { .. } | Deed::Decide { .. } | Deed::Renew { .. } | Deed::AddNote { .. } | Deed::NameClaim { .. }
    );
    let only_jumps = matches!(action.deed, Deed::Open { .. });
    if only_jumps && !profile.shows_documents {
        return None;
    }
    let by_command = profile.applies_edits || only_jumps;
    let command = || Command {
        title: action.title.clone(),
        command: COMMAND.to_owned(),
        arguments: serde_json::to_value(&action.deed).ok().map(|deed| vec![deed]),
    };
    if !profile.action_literals {
        return by_command.then(|| CodeActionOrCommand::Command(command()));
    }
    let mut offered = CodeAction {
        title: action.title.clone(),
        kind: Some(kind(action.kind)),
        is_preferred: (profile.preferred_actions && action.preferred).then_some(true),
        ..CodeAction::default()
    };
    if let Some((code, range)) = answers {
        let code = NumberOrString::String(code.to_owned());
        let same = params.context.diagnostics.iter().filter(|d| d.code.as_ref() == Some(&code) && d.range == range);
        offered.diagnostics = Some(same.cloned().collect::<Vec<_>>()).filter(|same| !same.is_empty());
    }
    if jumps && by_command {
        offered.command = Some(command());
    } else if profile.resolves_actions {
        offered.data = serde_json::to_value(&action.deed).ok();
    } else {
        let outcome = features::perform(&frozen.snapshot, &action.deed, &frozen.config).ok()?;
        let (edit, missing) = edits::workspace_edit(frozen, &outcome.edits);
        match missing.is_empty() {
            true => offered.edit = Some(edit),
            false if by_command => offered.command = Some(command()),
            false => return None,
        }
    }
    Some(CodeActionOrCommand::CodeAction(offered))
}

/// The action with its edit, as the text is by now.
///
/// # Errors
/// When there is nothing to be done any more.
pub fn resolve(frozen: &Frozen, mut action: CodeAction) -> Result<CodeAction> {
    if let Some(data) = action.data.take() {
        let outcome = outcome(frozen, &data)?;
        let (edit, missing) = edits::workspace_edit(frozen, &outcome.edits);
        if missing.is_empty() {
            action.edit = Some(edit);
        } else {
            let title = action.title.clone();
            action.command = Some(Command { title, command: COMMAND.to_owned(), arguments: Some(vec![data]) });
        }
    }
    Ok(action)
}

/// What a deed, as it came back from the client, comes to by now.
///
/// # Errors
/// When it is none, or nothing can be done any more; the message is for people.
pub fn outcome(frozen: &Frozen, deed: &serde_json::Value) -> Result<Outcome> {
    let deed: Deed =
        serde_json::from_value(deed.clone()).map_err(|error| Error::invalid_params(format!("no action: {error}")))?;
    features::perform(&frozen.snapshot, &deed, &frozen.config).map_err(|reason| failed(&reason))
}

/// The answer that tells people why something could not be done.
pub fn failed(reason: &str) -> Error {
    Error { code: ErrorCode::ServerError(REQUEST_FAILED), message: reason.to_owned().into(), data: None }
}
