//! Articles, stories and snapshots; the only layer that touches files.

mod article;
mod files;
mod load;
mod location;
mod scan;
mod snapshot;
mod state;
mod story_doc;

pub use article::Article;
pub use files::{LoadError, create};
pub use load::{StoryFiles, folder_story, one_story, read, stories, sub_folders};
pub use location::{Location, STORY_FILE, format_of, is_story_file, real_path};
pub use scan::{Reach, Scan, scan};
pub use snapshot::Snapshot;
pub use state::{Root, Why, Workspace};
pub use story_doc::StoryDoc;

/// Files larger than this are not analysed: a message says so, and editing goes on. A megabyte is 170,000 words.
pub const MAX_BYTES: usize = 1 << 20;
