//! Articles, stories and snapshots; the only layer that reads files.

mod article;
mod files;
mod load;
mod location;
mod scan;
mod snapshot;
mod state;

pub use article::Article;
pub use files::LoadError;
pub use load::{StoryFiles, folder_story, one_story, read, stories, sub_folders};
pub use location::{Location, STORY_FILE, format_of, real_path};
pub use scan::{Scan, scan};
pub use snapshot::Snapshot;
pub use state::{Root, Workspace};

/// Files larger than this are not analysed: a message says so, and editing goes on. A megabyte is 170,000 words.
pub const MAX_BYTES: usize = 1 << 20;
