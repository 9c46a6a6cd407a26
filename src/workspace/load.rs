//! Finds the articles of a command line's paths and reads them into a snapshot.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use smol_str::SmolStr;

use super::{
    Article, LoadError, Location, STORY_FILE, Snapshot, StoryDoc,
    files::text,
    location::{format_of, name_below},
};
use crate::{compare::ArticleId, syntax::Format};

/// The files that tell one story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryFiles {
    /// The story's key in the snapshot and its name in reports.
    pub name: SmolStr,
    /// The articles' names are their paths below it.
    pub folder: PathBuf,
    /// Sorted, each once.
    pub files: Vec<PathBuf>,
}

/// The stories of the paths of `check` and `show`: those in and below a folder; that of a single file; and two or more
/// files given by name, as one story. What cannot be listed is added to `problems`.
pub fn stories(paths: &[PathBuf], problems: &mut Vec<LoadError>) -> Vec<StoryFiles> {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = paths.iter().partition(|path| path.is_dir());
    let mut stories: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    for file in folders.into_iter().flat_map(|folder| walk(folder, None, problems)) {
        stories.entry(story_folder(&file)).or_default().push(file);
    }
    if let [file] = files[..]
        && file.is_file()
    {
        let folder = story_folder(file);
        let mut siblings = walk(&folder, None, problems);
        siblings.retain(|sibling| story_folder(sibling) == folder);
        stories.entry(folder).or_default().extend(siblings);
    }
    let mut stories: Vec<StoryFiles> =
        stories.into_iter().map(|(folder, files)| StoryFiles::new(shown(&folder), folder, files)).collect();
    if files.len() > 1 || files.iter().any(|file| !file.is_file()) {
        stories.push(together(files.into_iter().cloned().collect()));
    }
    stories
}

/// All articles at and below the paths as one story, for `export`.
pub fn one_story(paths: &[PathBuf], problems: &mut Vec<LoadError>) -> StoryFiles {
    let files = paths.iter().flat_map(|path| match path.is_dir() {
        true => walk(path, None, problems),
        false => vec![path.clone()],
    });
    together(files.collect())
}

/// Every sub-folder of `parent` as a story, by name, for `export --each`.
///
/// # Errors
/// When `parent` cannot be listed.
pub fn sub_folders(parent: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let failed = |cause| LoadError::Io { path: parent.to_owned(), cause };
    let mut folders = Vec::new();
    for entry in fs::read_dir(parent).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let (path, hidden) = (entry.path(), entry.file_name().as_encoded_bytes().starts_with(b"."));
        if path.is_dir() && !hidden {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The articles directly in `folder` as a story of the folder's own name.
pub fn folder_story(folder: &Path, problems: &mut Vec<LoadError>) -> StoryFiles {
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
    StoryFiles::new(name.into(), folder.to_owned(), walk(folder, Some(1), problems))
}

/// Reads stories. Files that cannot be read are left out and added to `problems`.
pub fn read(stories: &[StoryFiles], problems: &mut Vec<LoadError>) -> Snapshot {
    let mut snapshot = Snapshot::default();
    let mut next = 0;
    for story in stories {
        let doc = story_doc(story, ArticleId(next), problems);
        next += 1;
        snapshot = snapshot.with_doc(story.name.clone(), doc.clone());
        for path in &story.files {
            match text(path) {
                Ok(text) => {
                    let article = Article::new(
                        ArticleId(next),
                        Location::File(path.clone()),
                        name_below(&story.folder, path),
                        format_of(path).unwrap_or(Format::Plain),
                        text,
                        None,
                    )
                    .with_notes(doc.as_deref());
                    snapshot = snapshot.with(story.name.clone(), Arc::new(article));
                    next += 1;
                }
                Err(problem) => problems.push(problem),
            }
        }
    }
    snapshot
}

/// The file of a story, if there is one.
fn story_doc(story: &StoryFiles, id: ArticleId, problems: &mut Vec<LoadError>) -> Option<Arc<StoryDoc>> {
    let path = story.folder.join(STORY_FILE);
    if !path.is_file() {
        return None;
    }
    match text(&path) {
        Ok(text) => Some(Arc::new(StoryDoc::new(id, Location::File(path), story.name.clone(), text, None))),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

impl StoryFiles {
    fn new(name: SmolStr, folder: PathBuf, mut files: Vec<PathBuf>) -> StoryFiles {
        files.sort();
        files.dedup();
        StoryFiles { name, folder, files }
    }
}

/// The folder of the story that a file belongs to: the nearest with a story file, or else its own.
fn story_folder(file: &Path) -> PathBuf {
    let own = file.parent().unwrap_or(file);
    let marked = own.ancestors().find(|folder| folder.join(STORY_FILE).is_file());
    marked.unwrap_or(own).to_owned()
}

/// Files as one story, named after them.
fn together(files: Vec<PathBuf>) -> StoryFiles {
    let around = |file: &PathBuf| file.parent().map(Path::to_owned).unwrap_or_default();
    let folder = files.iter().map(around).reduce(|a, b| common(&a, &b)).unwrap_or_default();
    let names: Vec<SmolStr> = files.iter().map(|file| shown(file)).collect();
    StoryFiles::new(names.join(", ").into(), folder, files)
}

/// The folder that both paths lie in.
fn common(a: &Path, b: &Path) -> PathBuf {
    a.components().zip(b.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
}

/// The articles below `folder`, `.gitignore` respected, at most `depth` levels down.
fn walk(folder: &Path, depth: Option<usize>, problems: &mut Vec<LoadError>) -> Vec<PathBuf> {
    let here = Path::new(".");
    let start = if folder == Path::new("") { here } else { folder };
    let mut files = Vec::new();
    for entry in ignore::WalkBuilder::new(start).max_depth(depth).require_git(false).build() {
        match entry {
            Ok(entry) => {
                let path = entry.path();
                if format_of(path).is_some() && path.is_file() {
                    files.push(path.strip_prefix(here).unwrap_or(path).to_owned());
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

/// A path as people read it.
fn shown(path: &Path) -> SmolStr {
    match path.to_string_lossy() {
        here if here.is_empty() => ".".into(),
        path => path.into(),
    }
}
