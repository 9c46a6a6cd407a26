//! Finds the articles of a command line's paths and reads them into a snapshot.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use smol_str::SmolStr;

use super::{Article, LoadError, Location, Snapshot, files::text, location::format_of};
use crate::{compare::ArticleId, syntax::Format};

/// The files that tell one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFiles {
    /// The story's key in the snapshot and its name in reports: the folder.
    pub name: SmolStr,
    /// Sorted, each once.
    pub files: Vec<PathBuf>,
}

/// The stories of the paths of `check` and `show`: every folder below a path that holds articles is a story, and the files given by
/// name form one together. What cannot be listed is added to `problems`.
pub fn stories(paths: &[PathBuf], problems: &mut Vec<LoadError>) -> Vec<StoryFiles> {
    let mut stories: BTreeMap<SmolStr, Vec<PathBuf>> = BTreeMap::new();
    let mut given = Vec::new();
    for path in paths {
        if path.is_dir() {
            for file in walk(path, None, problems) {
                let folder = file.parent().unwrap_or(path);
                stories.entry(name(folder)).or_default().push(file);
            }
        } else {
            given.push(path.clone());
        }
    }
    let mut stories: Vec<StoryFiles> = stories.into_iter().map(StoryFiles::new).collect();
    if !given.is_empty() {
        stories.push(together(given));
    }
    stories
}

/// All articles at and below the paths as one story, for `export`.
pub fn one_story(paths: &[PathBuf], problems: &mut Vec<LoadError>) -> StoryFiles {
    let files = paths
        .iter()
        .flat_map(|path| match path.is_dir() {
            true => walk(path, None, problems),
            false => vec![path.clone()],
        })
        .collect();
    together(files)
}

/// Every sub-folder of `parent` as a story, by name, for `export --each`.
///
/// # Errors
/// When `parent` cannot be listed.
pub fn sub_folders(parent: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let failed = |cause| LoadError::Io { path: parent.to_owned(), cause };
    let mut folders = Vec::new();
    for entry in fs::read_dir(parent).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The articles directly in `folder` as a story of the folder's own name.
pub fn folder_story(folder: &Path, problems: &mut Vec<LoadError>) -> StoryFiles {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    StoryFiles::new((name.to_string_lossy().into(), walk(folder, Some(1), problems)))
}

/// Reads stories. Files that cannot be read are left out and added to `problems`.
pub fn read(stories: &[StoryFiles], problems: &mut Vec<LoadError>) -> Snapshot {
    let mut snapshot = Snapshot::default();
    let mut next = 0;
    for story in stories {
        for path in &story.files {
            match text(path) {
                Ok(text) => {
                    let article = Article::new(
                        ArticleId(next),
                        Location::File(path.clone()),
                        article_name(path, &story.files),
                        format_of(path).unwrap_or(Format::Plain),
                        text,
                        None,
                    );
                    snapshot = snapshot.with(story.name.clone(), Arc::new(article));
                    next += 1;
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
    snapshot
}

impl StoryFiles {
    fn new((name, mut files): (SmolStr, Vec<PathBuf>)) -> StoryFiles {
        files.sort();
        files.dedup();
        StoryFiles { name, files }
    }
}

/// Files given by name, as a story named after them.
fn together(files: Vec<PathBuf>) -> StoryFiles {
    let mut story = StoryFiles::new((SmolStr::default(), files));
    let names: Vec<_> = story.files.iter().map(|f| name(f)).collect();
    story.name = names.join(", ").into();
    story
}

/// The articles below `folder`, `.gitignore` respected, at most `depth` levels down.
fn walk(folder: &Path, depth: Option<usize>, problems: &mut Vec<LoadError>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in ignore::WalkBuilder::new(folder).max_depth(depth).require_git(false).build() {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                if format_of(path).is_some() && path.is_file() {
                    files.push(path.strip_prefix("./").unwrap_or(path).to_owned());
                }
            }
            Err(cause) => problems.push(LoadError::Walk { path: folder.to_owned(), cause }),
        }
    }
    if files.is_empty() {
        problems.push(LoadError::NoArticles { path: folder.to_owned() });
    }
    files
}

/// The file's name, or its whole path where another file of the story has the same name.
fn article_name(path: &Path, story: &[PathBuf]) -> SmolStr {
    let alike = story.iter().filter(|p| p.file_name() == path.file_name());
    match path.file_name() {
        Some(file) if alike.count() == 1 => file.to_string_lossy().into(),
        _ => name(path),
    }
}

fn name(path: &Path) -> SmolStr {
    match path.to_string_lossy() {
        here if here.is_empty() => ".".into(),
        path => path.into(),
    }
}
