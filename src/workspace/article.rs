//! One article: its text as it stands and, once asked for, what it says.

use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};

use smol_str::SmolStr;

use crate::{
    annotation::Metadata,
    compare::ArticleId,
    facts::{Facts, facts},
    syntax::{Format, Prose},
};

/// Where an article lives.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    File(PathBuf),
    /// A buffer that was never saved, by its URI.
    Untitled(SmolStr),
}

/// An immutable version of an article. An edit makes a new one.
#[derive(Debug)]
pub struct Article {
    pub id: ArticleId,
    pub location: Location,
    /// The file's name, for wording and order.
    pub name: SmolStr,
    pub format: Format,
    pub text: Arc<str>,
    previous: Option<Arc<Facts>>,
    read: OnceLock<Read>,
}

/// What reading an article gives.
#[derive(Debug)]
struct Read {
    prose: Arc<Prose>,
    metadata: Arc<Metadata>,
    facts: Arc<Facts>,
}

impl Article {
    /// A version of an article; nothing is analysed until asked for.
    pub fn new(
        id: ArticleId,
        location: Location,
        name: SmolStr,
        format: Format,
        text: Arc<str>,
        previous: Option<&Article>,
    ) -> Article {
        let previous = previous.and_then(|p| {
            p.read
                .get()
                .map(|r| r.facts.clone())
                .or_else(|| p.previous.clone())
        });
        Article {
            id,
            location,
            name,
            format,
            text,
            previous,
            read: OnceLock::new(),
        }
    }

    fn read(&self) -> &Read {
        self.read.get_or_init(|| {
            let prose = crate::syntax::prose(&self.text, self.format);
            let metadata = crate::annotation::metadata(&self.text, &prose);
            let facts = facts(&prose, &metadata, self.previous.as_deref());
            Read {
                prose: Arc::new(prose),
                metadata: Arc::new(metadata),
                facts: Arc::new(facts),
            }
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
}
