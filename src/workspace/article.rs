//! One article: its text as it stands and, once asked for, what it says.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use smol_str::SmolStr;

use super::{Location, StoryDoc};
use crate::{
    annotation::{Anchor, ArticleNotes, Found, Metadata, NamedClaim, named_claims},
    compare::ArticleId,
    facts::{Corrections, Facts, KnownNames, corrected_facts},
    syntax::{Format, Prose},
    text::Text,
};

/// An immutable version of an article. An edit makes a new one.
#[derive(Debug)]
pub struct Article {
    pub id: ArticleId,
    pub location: Location,
    /// The file's path below its story's folder, with `/`: for wording and order, and unique within the story.
    pub name: SmolStr,
    pub format: Format,
    buffer: Text,
    /// What the story file says about it.
    notes: Arc<ArticleNotes>,
    names: Arc<KnownNames>,
    text: OnceLock<Arc<str>>,
    previous: Option<Arc<Facts>>,
    read: OnceLock<Read>,
    superseded: AtomicBool,
}

/// What reading an article gives.
#[derive(Debug)]
struct Read {
    prose: Arc<Prose>,
    metadata: Arc<Metadata>,
    facts: Arc<Facts>,
    found: Vec<Found>,
    claims: Vec<NamedClaim>,
}

impl Article {
    /// A version of an article; nothing is analysed until asked for. `previous` is an earlier version, whose analysis
    /// is taken over where the words are the same.
    pub fn new(
        id: ArticleId,
        location: Location,
        name: SmolStr,
        format: Format,
        text: Text,
        previous: Option<&Article>,
    ) -> Article {
        let previous = previous.and_then(|p| p.read.get().map(|r| r.facts.clone()).or_else(|| p.previous.clone()));
        Article {
            id,
            location,
            name,
            format,
            buffer: text,
            notes: Arc::default(),
            names: Arc::default(),
            text: OnceLock::new(),
            previous,
            read: OnceLock::new(),
            superseded: AtomicBool::new(false),
        }
    }

    /// The same version, read with what a story file says about it.
    pub fn with_notes(mut self, story: Option<&StoryDoc>) -> Article {
        if let Some(story) = story {
            (self.notes, self.names) = (story.notes.of(&self.name).clone(), story.names.clone());
            self.read = OnceLock::new();
        }
        self
    }

    /// Whether a story file says the same about it as the one it was read with.
    pub(super) fn is_noted_by(&self, story: Option<&StoryDoc>) -> bool {
        match story {
            Some(story) => *self.notes == **story.notes.of(&self.name) && self.names == story.names,
            None => *self.notes == ArticleNotes::default() && self.names.known.is_empty(),
        }
    }

    /// The text as one string. The first call copies it.
    pub fn text(&self) -> &Arc<str> {
        self.text.get_or_init(|| self.buffer.to_string().into())
    }

    /// The text as the editor sees it: for positions and lines.
    pub fn buffer(&self) -> &Text {
        &self.buffer
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let text = self.text();
            let prose = crate::syntax::prose(text, self.format);
            let mut metadata = crate::annotation::metadata(text, &prose);
            metadata.published = self.notes.published.or(metadata.published);
            metadata.updated = self.notes.updated.or(metadata.updated);
            let found = self.notes.resolve(text, &prose);
            let places = self.notes.pointed(&found, &prose);
            let corrections = Corrections { names: self.names.clone(), places };
            let facts = corrected_facts(&prose, &metadata, &corrections, self.previous.as_deref());
            let sentences: Vec<_> = facts.sentences.iter().map(|sentence| sentence.span).collect();
            let claims = named_claims(&prose, &sentences);
            let (prose, metadata) = (Arc::new(prose), Arc::new(metadata));
            Read { prose, metadata, facts: Arc::new(facts), found, claims }
        })
    }

    /// The article without its markup. The first call after an edit does the work.
    pub fn prose(&self) -> &Arc<Prose> {
        &self.read().prose
    }

    /// What its front matter says, or else the story file.
    pub fn metadata(&self) -> &Arc<Metadata> {
        &self.read().metadata
    }

    /// What it says.
    pub fn facts(&self) -> &Arc<Facts> {
        &self.read().facts
    }

    /// The claims that it names itself.
    pub fn claims(&self) -> &[NamedClaim] {
        &self.read().claims
    }

    /// Where something stands that the story file quotes from it; `None` for what the story file does not quote.
    pub fn found(&self, anchor: &Anchor) -> Option<&Found> {
        self.read().found.get(self.notes.index_of(anchor)?)
    }

    /// Whether the work is done.
    pub(super) fn is_read(&self) -> bool {
        self.read.get().is_some()
    }

    /// Whether a newer version is known, so that an answer about this one may come too late to be of use.
    pub fn is_superseded(&self) -> bool {
        self.superseded.load(Ordering::Relaxed)
    }

    pub(super) fn supersede(&self) {
        self.superseded.store(true, Ordering::Relaxed);
    }
}
