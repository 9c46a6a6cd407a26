//! Finding the articles of a folder.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use ignore::{DirEntry, WalkBuilder};

use super::{
    files::{LoadError, text},
    location::{STORY_FILE, format_of},
};
use crate::text::Text;

/// More articles than this are not read: somebody opened their home directory.
const MAX_ARTICLES: usize = 10_000;

/// All there is in and below a path: the state of the disk at one time.
#[derive(Debug, Default)]
pub struct Scan {
    /// What was looked at: a folder, or one file, which need not exist any more.
    pub below: PathBuf,
    /// Articles by their real paths.
    pub articles: Vec<(PathBuf, Text)>,
    /// Folders with a story file.
    pub story_folders: BTreeSet<PathBuf>,
    /// What could not be read.
    pub errors: Vec<LoadError>,
}

/// Reads the articles in and below `below`, which lies in `root`; both are real paths. What `.gitignore` and `.ignore`
/// files exclude, hidden files and symbolic links are left out.
pub fn scan(root: &Path, below: &Path) -> Scan {
    let mut scan = Scan { below: below.to_path_buf(), ..Scan::default() };
    for entry in walk(root, below) {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                scan.errors.extend(walk_error(error, root));
                continue;
            }
        };
        let path = entry.path();
        if !path.starts_with(below) || !entry.file_type().is_some_and(|kind| kind.is_file()) {
            continue;
        }
        if path.file_name().is_some_and(|name| name == STORY_FILE) {
            scan.story_folders.extend(path.parent().map(Path::to_path_buf));
        } else if format_of(path).is_some() || path == root {
            if scan.articles.len() == MAX_ARTICLES {
                scan.errors.push(LoadError::TooMany { path: below.to_path_buf(), limit: MAX_ARTICLES });
                break;
            }
            match text(path) {
                Ok(text) => scan.articles.push((path.to_path_buf(), text)),
                Err(error) => scan.errors.push(error),
            }
        }
    }
    scan
}

/// The entries from `root` down to `below`, and everything beneath.
fn walk(root: &Path, below: &Path) -> ignore::Walk {
    let branch = below.to_path_buf();
    WalkBuilder::new(root)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .filter_entry(move |entry: &DirEntry| branch.starts_with(entry.path()) || entry.path().starts_with(&branch))
        .build()
}

/// What a walk stumbled over; nothing for what has vanished in the meantime and for faults in ignore files.
fn walk_error(cause: ignore::Error, root: &Path) -> Option<LoadError> {
    let io = cause.io_error()?;
    (io.kind() != io::ErrorKind::NotFound).then(|| LoadError::Walk { path: root.to_owned(), cause })
}
