//! Where an article lives.

use std::path::PathBuf;

use smol_str::SmolStr;

/// Where an article lives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    File(PathBuf),
    /// A buffer that was never saved, by its URI.
    Untitled(SmolStr),
}
