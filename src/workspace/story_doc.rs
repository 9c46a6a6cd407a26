//! A story file as it stands: in the editor or else on the disk.

use std::sync::Arc;

use smol_str::SmolStr;

use super::Location;
use crate::{
    annotation::{StoryFile, StoryNotes},
    compare::ArticleId,
    facts::KnownNames,
    text::Text,
};

/// An immutable version of a story file, read.
#[derive(Debug)]
pub struct StoryDoc {
    /// Numbered like articles, so that a place can be in either.
    pub id: ArticleId,
    pub location: Location,
    /// The key of its story.
    pub story: SmolStr,
    pub file: StoryFile,
    pub notes: StoryNotes,
    /// The names that it gives, ready for finding them.
    pub names: Arc<KnownNames>,
    buffer: Text,
    text: Arc<str>,
}

impl StoryDoc {
    /// Reads a story file. What is as in `previous` is shared with it.
    pub fn new(
        id: ArticleId,
        location: Location,
        story: SmolStr,
        buffer: Text,
        previous: Option<&StoryDoc>,
    ) -> StoryDoc {
        let text: Arc<str> = buffer.to_string().into();
        let file = StoryFile::read(&text);
        let notes = StoryNotes::new(&file, previous.map(|p| &p.notes));
        let names = previous.map(|p| &p.names).filter(|names| *names.known == *notes.known).cloned();
        let names = names.unwrap_or_else(|| Arc::new(KnownNames::new(notes.known.clone())));
        StoryDoc { id, location, story, file, notes, names, buffer, text }
    }

    /// The text as one string.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The text as the editor sees it: for positions and lines.
    pub fn buffer(&self) -> &Text {
        &self.buffer
    }
}
