//! Carrying out what a command comes to: edits that the client applies, then the place to go on at.

use tower_lsp::{Client, jsonrpc::Result, ls_types::ShowDocumentParams};

use super::{edits, requests::actions::failed, session::Frozen};
use crate::{features::Outcome, workspace::create};

/// Has the client apply the edits and show the place, as far as it can.
///
/// # Errors
/// When a file cannot be made, or the client does not apply the edits; the message is for people.
pub async fn carry_out(client: &Client, frozen: &Frozen, outcome: &Outcome) -> Result<()> {
    if !outcome.edits.is_empty() {
        let (edit, missing) = edits::workspace_edit(frozen, &outcome.edits);
        for path in missing {
            create(&path).map_err(|error| failed(&error.to_string()))?;
        }
        let answer = client.apply_edit(edit).await?;
        if !answer.applied {
            let reason = answer.failure_reason.unwrap_or_else(|| "the editor did not make the change".to_owned());
            return Err(failed(&reason));
        }
    }
    let shown = outcome.show.as_ref().filter(|_| frozen.profile.shows_documents);
    if let Some((uri, selection)) = shown.and_then(|show| edits::place(frozen, show)) {
        let params =
            ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection: Some(selection) };
        client.show_document(params).await?;
    }
    Ok(())
}
