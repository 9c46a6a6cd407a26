//! Where an article lives, and how a path says what kind of file it is.

use std::path::{Path, PathBuf};

use smol_str::SmolStr;

use crate::syntax::Format;

/// The name of a story file: its folder, with everything below, is one story.
pub const STORY_FILE: &str = "story.toml";

/// Where an article lives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A file: in the server by its real path, see [`real_path`]; on the command line as it was given.
    File(PathBuf),
    /// A buffer without a file of its own, by its URI.
    Untitled(SmolStr),
}

/// The path of a file as the file system knows it: absolute, without symbolic links and, where case does not matter, in
/// the case on the disk. Where (part of) it does not exist, that part is as given.
pub fn real_path(path: &Path) -> PathBuf {
    for ancestor in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (dunce::canonicalize(ancestor), path.strip_prefix(ancestor)) {
            // Joining an empty path would add a slash.
            return if rest == Path::new("") { real } else { real.join(rest) };
        }
    }
    path.to_path_buf()
}

/// How an article's file is read, by its ending; `None` when it is no article.
pub fn format_of(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "md" | "markdown" => Some(Format::Markdown),
        "txt" => Some(Format::Plain),
        _ => None,
    }
}

/// Whether a path is a story file's.
pub fn is_story_file(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == STORY_FILE)
}

/// The name of an article within its story: its path below the story's folder, with `/`.
pub fn name_below(folder: &Path, path: &Path) -> SmolStr {
    let below = path.strip_prefix(folder).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/").into()
}
