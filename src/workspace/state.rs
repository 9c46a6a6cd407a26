//! The workspace: folders, files and open buffers, and the snapshot that follows from them.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
    sync::Arc,
};

use smol_str::SmolStr;

use super::{
    Article, Location, MAX_BYTES, Reach, Scan, Snapshot, StoryDoc,
    location::{STORY_FILE, format_of, is_story_file, name_below, real_path},
};
use crate::{compare::ArticleId, syntax::Format, text::Text};

#[cfg(test)]
mod tests;

/// A folder that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    pub why: Why,
    /// As it was given: links back to the user are spelled this way.
    pub given: PathBuf,
    /// Its real path.
    pub real: PathBuf,
}

/// Why a folder is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Somebody opened it.
    Opened,
    /// An article is open that lies in no opened folder: its neighbours are those of its story, as far as that reaches.
    Neighbours(Reach),
}

impl Root {
    /// How much of it is read.
    pub fn reach(&self) -> Reach {
        match self.why {
            Why::Opened => Reach::Below,
            Why::Neighbours(reach) => reach,
        }
    }
}

/// What there is: the disk's versions and, over them, the editor's.
///
/// Story files are numbered like articles, and are kept in the same way.
///
/// Invariant: the snapshot holds, for every article, the open buffer or else the disk's version, if it is small enough
/// to be analysed; whatever the order of events, it is what building from scratch gives.
#[derive(Debug, Default)]
pub struct Workspace {
    roots: Vec<Root>,
    ids: HashMap<Location, ArticleId>,
    locations: Vec<Location>,
    /// Folders with a story file on the disk.
    story_folders: BTreeSet<PathBuf>,
    /// Folders with a story file in an editor.
    open_stories: BTreeSet<PathBuf>,
    disk: HashMap<ArticleId, Text>,
    open: HashMap<ArticleId, Buffer>,
    snapshot: Snapshot,
}

/// An article in an editor.
#[derive(Debug)]
struct Buffer {
    text: Text,
    format: Format,
}

impl Workspace {
    /// Everything as it stands.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The folders that are read.
    pub fn roots(&self) -> &[Root] {
        &self.roots
    }

    /// Adds a folder. Its articles come with the next [`Workspace::apply`].
    pub fn add_root(&mut self, given: PathBuf, why: Why) -> Root {
        let root = Root { real: real_path(&given), given, why };
        if why == Why::Opened {
            // It holds them too, and all of them.
            self.roots.retain(|other| other.why == Why::Opened || !other.real.starts_with(&root.real));
        }
        if !self.roots.contains(&root) {
            self.roots.push(root.clone());
        }
        root
    }

    /// Forgets the neighbours of articles when none of these is open any more. `closed` is the real path of one that was.
    pub fn leave(&mut self, closed: &Path) {
        let Some(root) = self.root_of(closed).filter(|root| root.why != Why::Opened).cloned() else { return };
        let mut open = self.open.keys().map(|id| self.location(*id));
        if !open.any(|location| matches!(location, Location::File(path) if path.starts_with(&root.real))) {
            self.remove_root(&root.real);
        }
    }

    /// Forgets a folder and what was read from it, unless it lies in another one; open buffers stay.
    pub fn remove_root(&mut self, given: &Path) {
        let real = real_path(given);
        self.roots.retain(|root| root.real != real);
        if self.root_of(&real).is_none() {
            self.apply(Scan { below: real, ..Scan::default() });
        }
    }

    /// The innermost folder that is read and that `path`, a real path, lies in.
    pub fn root_of(&self, path: &Path) -> Option<&Root> {
        let around = self.roots.iter().filter(|root| path.starts_with(&root.real));
        around.max_by_key(|root| root.real.components().count())
    }

    /// Whether an editor has the article open.
    pub fn is_open(&self, location: &Location) -> bool {
        let id = self.ids.get(location);
        id.is_some_and(|id| self.open.contains_key(id))
    }

    /// The text of an open article as the editor sees it, however large.
    pub fn buffer(&self, id: ArticleId) -> Option<&Text> {
        self.open.get(&id).map(|buffer| &buffer.text)
    }

    /// An editor opens an article: from now on its text counts and not the disk's.
    pub fn open(&mut self, location: Location, format: Format, text: Text) -> ArticleId {
        let id = self.id_of(location);
        self.open.insert(id, Buffer { text, format });
        if let Some(folder) = self.story_folder(id)
            && self.open_stories.insert(folder.clone())
            && !self.story_folders.contains(&folder)
        {
            self.regroup();
        }
        self.show(id);
        id
    }

    /// An editor changes an open article; nothing happens to one that is not open.
    pub fn edit(&mut self, id: ArticleId, edit: impl FnOnce(&mut Text)) {
        if let Some(buffer) = self.open.get_mut(&id) {
            edit(&mut buffer.text);
            self.show(id);
        }
    }

    /// An editor closes an article: the disk's version, if there is one, counts again.
    pub fn close(&mut self, id: ArticleId) {
        self.open.remove(&id);
        if let Some(folder) = self.story_folder(id)
            && self.open_stories.remove(&folder)
            && !self.story_folders.contains(&folder)
        {
            self.regroup();
        }
        self.show(id);
    }

    /// The folder whose story a file describes; `None` when it is no story file.
    fn story_folder(&self, id: ArticleId) -> Option<PathBuf> {
        match self.location(id) {
            Location::File(path) if is_story_file(path) => path.parent().map(Path::to_path_buf),
            _ => None,
        }
    }

    /// Sorts all articles into stories anew.
    fn regroup(&mut self) {
        let all: Vec<ArticleId> = self.snapshot.articles().map(|article| article.id).collect();
        all.into_iter().for_each(|id| self.show(id));
    }

    /// Takes over what the disk says: what is not there any more goes.
    pub fn apply(&mut self, scan: Scan) {
        let below = |path: &Path| path.starts_with(&scan.below);
        let elsewhere = |folder: &&PathBuf| !below(&folder.join(STORY_FILE));
        let mut story_folders = scan.story_folders;
        story_folders.extend(self.story_folders.iter().filter(elsewhere).cloned());
        let regroup = story_folders != self.story_folders;
        self.story_folders = story_folders;

        let mut touched: BTreeSet<ArticleId> = self
            .disk
            .keys()
            .copied()
            .filter(|id| matches!(self.location(*id), Location::File(path) if below(path)))
            .collect();
        self.disk.retain(|id, _| !touched.contains(id));
        for (path, text) in scan.stories.into_iter().chain(scan.articles) {
            let id = self.id_of(Location::File(path));
            self.disk.insert(id, text);
            touched.insert(id);
        }
        if regroup {
            touched.extend(self.snapshot.articles().map(|article| article.id));
        }
        // Story files first: articles are read with what these say.
        let (stories, articles): (Vec<_>, Vec<_>) =
            touched.into_iter().partition(|id| self.story_folder(*id).is_some());
        for id in stories.into_iter().chain(articles) {
            self.show(id);
        }
    }

    fn id_of(&mut self, location: Location) -> ArticleId {
        let next = ArticleId(self.locations.len() as u32);
        let id = *self.ids.entry(location.clone()).or_insert(next);
        if id == next {
            self.locations.push(location);
        }
        id
    }

    fn location(&self, id: ArticleId) -> &Location {
        &self.locations[id.0 as usize]
    }

    /// Brings the snapshot up to date for one article.
    fn show(&mut self, id: ArticleId) {
        if let Some(folder) = self.story_folder(id) {
            return self.show_story(id, &folder);
        }
        let old = self.snapshot.article(id).cloned();
        let Some((text, format)) = self.current(id) else {
            old.inspect(|old| old.supersede());
            self.snapshot = self.snapshot.without(id);
            return;
        };
        let (story, name) = self.place(id);
        let doc = self.snapshot.doc(&story).cloned();
        let same = |old: &Arc<Article>| {
            old.format == format
                && old.name == name
                && self.snapshot.story_key(id) == Some(&story)
                && *old.buffer() == text
                && old.is_noted_by(doc.as_deref())
        };
        if old.as_ref().is_some_and(same) {
            return;
        }
        let location = self.location(id).clone();
        let article = Article::new(id, location, name, format, text, old.as_deref()).with_notes(doc.as_deref());
        self.snapshot = self.snapshot.with(story, Arc::new(article));
        old.inspect(|old| old.supersede());
    }

    /// Brings the snapshot up to date for a story file, and for the articles about which it says something else now.
    fn show_story(&mut self, id: ArticleId, folder: &Path) {
        let key: SmolStr = folder.to_string_lossy().into();
        let old = self.snapshot.doc(&key).cloned();
        let text = self.current(id).map(|(text, _)| text);
        if old.as_ref().map(|old| old.buffer()) == text.as_ref() {
            return;
        }
        let doc = text.map(|text| {
            let location = self.location(id).clone();
            Arc::new(StoryDoc::new(id, location, key.clone(), text, old.as_deref()))
        });
        let changed = match (&old, &doc) {
            (Some(old), Some(new)) => new.notes.changed_since(&old.notes),
            _ => None,
        };
        self.snapshot = self.snapshot.with_doc(key.clone(), doc);
        let snapshot = &self.snapshot;
        let touched: Vec<ArticleId> = match changed {
            Some(names) => names.iter().filter_map(|name| Some(snapshot.article_named(&key, name)?.id)).collect(),
            None => snapshot.articles_of_story(&key).iter().map(|article| article.id).collect(),
        };
        touched.into_iter().for_each(|id| self.show(id));
    }

    /// The version of an article that counts; `None` when there is none or it is too large.
    fn current(&self, id: ArticleId) -> Option<(Text, Format)> {
        let (text, format) = match (self.open.get(&id), self.location(id)) {
            (Some(buffer), _) => (&buffer.text, buffer.format),
            (None, Location::File(path)) => (self.disk.get(&id)?, format_of(path).unwrap_or(Format::Plain)),
            (None, Location::Untitled(_)) => return None,
        };
        (text.len() <= MAX_BYTES).then(|| (text.clone(), format))
    }

    /// An article's story and its name in it.
    fn place(&self, id: ArticleId) -> (SmolStr, SmolStr) {
        match self.location(id) {
            Location::Untitled(uri) => {
                let name = uri.rsplit(['/', ':']).next().unwrap_or(uri);
                (uri.clone(), name.into())
            }
            Location::File(path) => {
                let parent = path.parent().unwrap_or(path);
                let is_story =
                    |folder: &&Path| self.story_folders.contains(*folder) || self.open_stories.contains(*folder);
                let folder = parent.ancestors().find(is_story).unwrap_or(parent);
                (folder.to_string_lossy().into(), name_below(folder, path))
            }
        }
    }
}
