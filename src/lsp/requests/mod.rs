//! One adapter per request: from the protocol, to the feature, back to the protocol.

pub mod actions;
pub mod completion;
mod declaration;
mod definition;
mod diagnostics;
mod folding;
mod highlight;
mod hover;
pub mod inlay_hints;
mod links;
mod references;
mod rename;
mod selection;
pub mod semantic_tokens;
mod symbols;

pub use completion::completion;
pub use declaration::declaration;
pub use definition::definition;
pub use diagnostics::{document_diagnostics, result_id, results, workspace_diagnostics};
pub use folding::folding_ranges;
pub use highlight::highlight;
pub use hover::hover;
pub use inlay_hints::inlay_hints;
pub use links::{code_lens, document_links};
pub use references::references;
pub use rename::{prepare_rename, rename, rename_files};
pub use selection::selection_ranges;
pub use symbols::{document_symbols, workspace_symbols};
