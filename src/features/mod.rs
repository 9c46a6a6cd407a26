//! What an editor can ask, one file per feature: `fn(&Snapshot, ArticleId, offset, &Config) -> plain data`.
//!
//! Offsets and spans are bytes of the article's text. Nothing here knows the protocol.

mod accounts;
mod actions;
mod card;
mod code_lens;
mod completion;
mod config;
mod declaration;
mod definition;
mod diagnostics;
mod excerpt;
mod explain;
mod folding;
mod highlight;
mod hover;
mod inlay_hints;
mod references;
mod rename;
mod selection;
mod semantic_tokens;
mod source_notes;
mod story;
mod subject;
mod symbols;
mod verdicts;

pub use accounts::{Accounts, accounts};
pub use actions::{Action, ActionKind, Deed, FileEdit, Outcome, Show, Spot, Target, actions, perform};
pub use card::{Card, Link};
pub use code_lens::{CodeLens, code_lenses};
pub use completion::{Completion, CompletionKind, completion};
pub use config::{Config, DefinitionMode, Shown};
pub use declaration::{Declaration, declaration};
pub use definition::{Definitions, definition};
pub use diagnostics::{Diagnostic, RelatedPassage, Severity, diagnostics};
pub use explain::{codes, explain, overview};
pub use folding::folding_ranges;
pub use highlight::highlight;
pub use hover::{card_of, hover};
pub use inlay_hints::{InlayHint, inlay_hints, inlay_tooltip};
pub use references::references;
pub use rename::{prepare_rename, rename};
pub use selection::selection_ranges;
pub use semantic_tokens::{SemanticToken, semantic_tokens};
pub use story::{RenameError, Renamed, links, rename_files};
pub use symbols::{DocumentSymbol, SymbolKind, WorkspaceSymbol, document_symbols, workspace_symbols};
pub use verdicts::{expired, judged_differences, judged_differences_of, needs_another_look};
