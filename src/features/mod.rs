//! What an editor can ask, one file per feature: `fn(&Snapshot, ArticleId, offset, &Config) -> plain data`.
//!
//! Offsets and spans are bytes of the article's text. Nothing here knows the protocol.

mod actions;
mod completion;
mod config;
mod declaration;
mod definition;
mod diagnostics;
mod excerpt;
mod highlight;
mod hover;
mod references;
mod source_notes;
mod story;
mod subject;
mod symbols;
mod verdicts;

pub use actions::{Action, ActionKind, Deed, FileEdit, Outcome, Show, Target, actions, perform};
pub use completion::{Completion, CompletionKind, completion};
pub use config::{Config, DefinitionMode};
pub use declaration::{Declaration, declaration};
pub use definition::{Definitions, definition};
pub use diagnostics::{Diagnostic, RelatedPassage, Severity, diagnostics};
pub use highlight::highlight;
pub use hover::{Card, card_of, hover};
pub use references::references;
pub use source_notes::{FactsLeft, facts_left};
pub use story::{RenameError, Renamed, links, prepare_rename, rename, rename_files};
pub use symbols::{DocumentSymbol, SymbolKind, WorkspaceSymbol, document_symbols, workspace_symbols};
pub use verdicts::{expired, judged_differences, needs_another_look};
