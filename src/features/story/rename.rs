//! Renaming what a story file and drafts share: ids of entities, claims and sources, and files.

use smol_str::SmolStr;

use super::{
    cursor::{Cursor, Thing, everything, in_article, in_articles, in_story},
    places::annotated,
};
use crate::{
    annotation::StoryFile,
    compare::{ArticleId, Passage},
    features::{FileEdit, Target},
    text::Span,
    workspace::Snapshot,
};

/// What can be renamed, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    pub span: Span,
    pub name: SmolStr,
}

/// Why something cannot be renamed, for people.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    #[error("only names, and ids of claims, people and sources can be renamed")]
    NoName,
    #[error("`{0}` is not an id: use letters, digits, hyphens and underscores")]
    NoId(SmolStr),
    #[error("“{0}” is no plain name: leave out line breaks, quotation marks and markup")]
    NoPlainName(SmolStr),
    #[error("“{0}” stands only in sources, which are never edited; a draft has `draft: true` in its front matter")]
    OnlySources(SmolStr),
    #[error("`{0}` is another one's already")]
    Taken(SmolStr),
    #[error("story.toml would not be read as before; rename it there by hand")]
    Unsafe,
}

/// What can be renamed at byte `at` of an article or a story file.
///
/// # Errors
/// When nothing can.
pub fn prepare_rename(snapshot: &Snapshot, id: ArticleId, at: usize) -> Result<Renamed, RenameError> {
    let cursor = match snapshot.doc_with_id(id) {
        Some(doc) => in_story(&doc.file, at).map(|cursor| (cursor.span, name(&cursor.thing))),
        None => in_article(snapshot, id, at).map(|cursor| (cursor.span, name(&cursor.thing))),
    };
    let (span, name) = cursor.ok_or(RenameError::NoName)?;
    Ok(Renamed { span, name: name.ok_or(RenameError::NoName)? })
}

fn name(thing: &Thing) -> Option<SmolStr> {
    match thing {
        Thing::Entity(id) | Thing::Claim(id) | Thing::Source(id) => Some(id.clone()),
        _ => None,
    }
}

/// The edits that give what is at byte `at` another name everywhere.
///
/// # Errors
/// When it cannot be renamed, or not so.
pub fn rename(snapshot: &Snapshot, id: ArticleId, at: usize, to: &str) -> Result<Vec<FileEdit>, RenameError> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if to.is_empty() || !to.chars().all(is_part) {
        return Err(RenameError::NoId(to.into()));
    }
    prepare_rename(snapshot, id, at)?;
    let key = snapshot.key_of(id).ok_or(RenameError::NoName)?;
    let doc = snapshot.doc(key);
    let thing: Thing<'_> = match snapshot.doc_with_id(id) {
        Some(doc) => in_story(&doc.file, at).ok_or(RenameError::NoName)?.thing,
        None => in_article(snapshot, id, at).ok_or(RenameError::NoName)?.thing,
    };
    let other = match &thing {
        Thing::Entity(_) => Thing::Entity(to.into()),
        Thing::Claim(_) => Thing::Claim(to.into()),
        _ => Thing::Source(to.into()),
    };
    let mut places: Vec<Passage> = Vec::new();
    let mut taken = false;
    let mut collect = |article: ArticleId, cursors: &mut dyn Iterator<Item = Cursor<'_>>| {
        for cursor in cursors {
            taken |= cursor.thing == other;
            if cursor.thing == thing {
                places.push(Passage { article, span: cursor.span });
            }
        }
    };
    if let Some(doc) = doc {
        collect(doc.id, &mut everything(&doc.file));
    }
    if !matches!(thing, Thing::Source(_)) {
        for article in annotated(snapshot, key) {
            collect(article, &mut in_articles(snapshot, article).into_iter());
        }
    }
    if taken {
        return Err(RenameError::Taken(to.into()));
    }
    places.sort();
    places.dedup();
    let edits: Vec<FileEdit> = places.into_iter().map(|at| edit(at, to)).collect();
    match doc {
        Some(doc) if !is_safe(doc.text(), &doc.file, doc.id, &edits) => Err(RenameError::Unsafe),
        _ => Ok(edits),
    }
}

fn edit(at: Passage, with: &str) -> FileEdit {
    FileEdit { target: Target::Known(at.article), span: at.span, with: with.to_owned() }
}

/// Whether the story file has as many entries and problems after the edits as before.
pub fn is_safe(text: &str, file: &StoryFile, id: ArticleId, edits: &[FileEdit]) -> bool {
    let mut after = text.to_owned();
    for edit in edits.iter().rev().filter(|edit| edit.target == Target::Known(id)) {
        after.replace_range(edit.span.range(), &edit.with);
    }
    let after = StoryFile::read(&after);
    let counts = |file: &StoryFile| {
        let entries = [file.sources.len(), file.entities.len(), file.claims.len(), file.mentions.len()];
        (entries, file.relations.len(), file.verdicts.len(), file.problems.len())
    };
    counts(&after) == counts(file)
}

/// The edits of a story file when articles get other names: `(old, new)`, both below the story's folder.
pub fn rename_files(snapshot: &Snapshot, key: &str, renamed: &[(SmolStr, SmolStr)]) -> Vec<FileEdit> {
    let Some(doc) = snapshot.doc(key) else { return Vec::new() };
    let mut edits = Vec::new();
    for cursor in everything(&doc.file) {
        let name = match &cursor.thing {
            Thing::File(name) => name,
            // A source that is called by its file's name.
            Thing::Source(name) if doc.file.sources.iter().all(|source| source.id.value != *name) => name,
            _ => continue,
        };
        // A folder takes all below along.
        let new = renamed.iter().find_map(|(old, new)| match name.strip_prefix(old.as_str())? {
            "" => Some(new.to_string()),
            rest => rest.starts_with('/').then(|| format!("{new}{rest}")),
        });
        edits.extend(new.map(|new| edit(Passage { article: doc.id, span: cursor.span }, &escaped(&new))));
    }
    edits.sort_by_key(|edit| edit.span);
    edits.dedup();
    edits
}

/// A file's name as it stands between quotation marks.
fn escaped(name: &str) -> String {
    name.replace('\\', "\\\\").replace('"', "\\\"")
}
