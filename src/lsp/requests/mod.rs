//! One adapter per request: from the protocol, to the feature, back to the protocol.

pub mod actions;
mod definition;
mod diagnostics;
mod highlight;
mod hover;
mod references;
mod symbols;

pub use definition::definition;
pub use diagnostics::{document_diagnostics, workspace_diagnostics};
pub use highlight::highlight;
pub use hover::hover;
pub use references::references;
pub use symbols::{document_symbols, workspace_symbols};
