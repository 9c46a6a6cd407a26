//! Finding the articles of a folder.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
};

use ignore::{DirEntry, WalkBuilder};

use super::{
    files::{LoadError, text},
    location::{format_of, is_story_file},
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
    /// Story files by their real paths.
    pub stories: Vec<(PathBuf, Text)>,
    /// What could not be read.
    pub errors: Vec<LoadError>,
}

/// How much of a folder is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The files directly in it.
    Here,
    /// Everything below.
    Below,
}

/// Reads the articles in and below `below`, which lies in `root`; both are real paths. What `.gitignore` and `.ignore`
/// files exclude, hidden files, symbolic links and what is out of `reach` from `root` are left out.
pub fn scan(root: &Path, below: &Path, reach: Reach) -> Scan {
    let mut scan = Scan { below: below.to_path_buf(), ..Scan::default() };
    for entry in walk(root, below, reach) {
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
        if is_story_file(path) {
            scan.story_folders.extend(path.parent().map(Path::to_path_buf));
            match text(path) {
                Ok(text) => scan.stories.push((path.to_path_buf(), text)),
                Err(error) => scan.errors.push(error),
            }
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
fn walk(root: &Path, below: &Path, reach: Reach) -> ignore::Walk {
    let branch = below.to_path_buf();
    WalkBuilder::new(root)
        .max_depth((reach == Reach::Here).then_some(1))
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::workspace::real_path;

    /// A folder with these files, its real path with it.
    fn folder(files: &[(&str, &[u8])]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("below the folder")).expect("created");
            fs::write(path, bytes).expect("written");
        }
        let root = real_path(folder.path());
        (folder, root)
    }

    fn names(scan: &Scan, root: &Path) -> Vec<String> {
        let below = |path: &Path| path.strip_prefix(root).expect("in the folder").to_string_lossy().replace('\\', "/");
        scan.articles.iter().map(|(path, _)| below(path)).collect()
    }

    #[test]
    fn articles_are_found_and_what_is_ignored_or_hidden_is_not() {
        let (_folder, root) = folder(&[
            (".gitignore", b"old/\n*.tmp.txt\n"),
            ("README.md", b""),
            ("a.markdown", b"A."),
            ("b.TXT", b"B."),
            ("c.tmp.txt", b"C."),
            ("d.rs", b"D."),
            ("old/e.txt", b"E."),
            (".hidden/f.txt", b"F."),
            ("deep/deeper/g.txt", b"G."),
            ("deep/story.toml", b""),
        ]);
        let found = scan(&root, &root, Reach::Below);
        assert_eq!(names(&found, &root), ["README.md", "a.markdown", "b.TXT", "deep/deeper/g.txt"]);
        assert_eq!(found.story_folders, BTreeSet::from([root.join("deep")]));
        assert_eq!(names(&scan(&root, &root, Reach::Here), &root), ["README.md", "a.markdown", "b.TXT"]);
        assert!(found.errors.is_empty());
    }

    #[test]
    fn a_part_of_a_folder_is_read_by_the_same_rules() {
        let (_folder, root) =
            folder(&[(".gitignore", b"old/\n"), ("a/b.txt", b"B."), ("a/bc.txt", b"C."), ("old/e.txt", b"E.")]);
        let part = |below: &str| names(&scan(&root, &root.join(below), Reach::Below), &root);
        assert_eq!(part("a/b.txt"), ["a/b.txt"]);
        assert_eq!(part("a"), ["a/b.txt", "a/bc.txt"]);
        assert_eq!(part("old/e.txt"), [""; 0]);
        assert_eq!(part("gone.txt"), [""; 0]);
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_read() {
        let large = vec![b'x'; super::super::MAX_BYTES + 1];
        let (_folder, root) = folder(&[("a.txt", b"caf\xE9"), ("b.txt", &large), ("c.txt", b"C.")]);
        let found = scan(&root, &root, Reach::Below);
        assert_eq!(names(&found, &root), ["c.txt"]);
        assert!(matches!(found.errors.as_slice(), [LoadError::NotUtf8 { at: 3, .. }, LoadError::TooLarge { .. }]));
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_are_not_followed_but_have_a_real_path() {
        let (_folder, root) = folder(&[("a.txt", b"A."), ("deep/b.txt", b"B.")]);
        std::os::unix::fs::symlink(root.join("a.txt"), root.join("link.txt")).expect("linked");
        std::os::unix::fs::symlink(&root, root.join("deep/loop")).expect("linked");
        assert_eq!(names(&scan(&root, &root, Reach::Below), &root), ["a.txt", "deep/b.txt"]);
        assert_eq!(real_path(&root.join("link.txt")), root.join("a.txt"));
        assert_eq!(real_path(&root.join("deep/loop/new.txt")), root.join("new.txt"));
    }
}
