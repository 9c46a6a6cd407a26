//! Articles, stories and snapshots; the only layer that reads files.

mod article;
mod load;
mod location;
mod snapshot;

pub use article::Article;
pub use load::{LoadError, StoryFiles, folder_story, format_of, one_story, read, stories, sub_folders};
pub use location::Location;
pub use snapshot::Snapshot;

/// Files larger than this are not analysed: a message says so, and editing goes on. A megabyte is 170,000 words.
pub const MAX_BYTES: usize = 1 << 20;
