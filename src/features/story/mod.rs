//! What an editor can ask in a story file itself, and about the names that it shares with drafts.

mod completion;
mod cursor;
mod diagnostics;
mod hover;
mod places;
mod rename;

pub use completion::completion;
pub use diagnostics::story_diagnostics;
pub use hover::hover;
pub use places::{links, places, references};
pub use rename::{RenameError, Renamed, is_safe, prepare_rename, rename, rename_files};
