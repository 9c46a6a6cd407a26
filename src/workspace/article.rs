//! One article: its text as it stands and, once asked for, what it says.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use smol_str::SmolStr;

use super::Location;
use crate::{
    annotation::Metadata,
    compare::ArticleId,
    facts::{Facts, facts},
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
            text: OnceLock::new(),
            previous,
            read: OnceLock::new(),
            superseded: AtomicBool::new(false),
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
            let metadata = crate::annotation::metadata(text, &prose);
            let facts = facts(&prose, &metadata, self.previous.as_deref());
            Read { prose: Arc::new(prose), metadata: Arc::new(metadata), facts: Arc::new(facts) }
        })
    }

    /// The article without its markup. The first call after an edit does the work.
    pub fn prose(&self) -> &Arc<Prose> {
        &self.read().prose
    }

    /// What its front matter says.
    pub fn metadata(&self) -> &Arc<Metadata> {
        &self.read().metadata
    }

    /// What it says.
    pub fn facts(&self) -> &Arc<Facts> {
        &self.read().facts
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
