//! What can be done about the words under the cursor. Nothing here edits a source: what is said about one goes into the
//! story file.
//!
//! An action is offered as a [`Deed`], small and plain, so that it can wait in the editor; [`perform`] makes of it the
//! edits that it needs by then, or says why it is too late.

mod claims;
mod decide;
mod mentions;
mod perform;
mod slug;

pub use perform::{FileEdit, Outcome, Show, Target, perform};

use serde::{Deserialize, Serialize};

use crate::{
    compare::{ArticleId, Passage},
    text::Span,
    workspace::{Article, Location, Snapshot},
};

/// Something that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    pub title: String,
    pub kind: ActionKind,
    /// What most people want here most of the time, and what does no harm.
    pub preferred: bool,
    pub deed: Deed,
    /// The code and the span of the diagnostic that it answers.
    pub answers: Option<(&'static str, Span)>,
}

/// What sort of action it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionKind {
    /// It answers a diagnostic.
    QuickFix,
    /// It writes the same thing otherwise.
    Rewrite,
    /// It adds what a person knows.
    Annotate,
}

/// What is to be done, so that it can be sent away and come back. A client that asks people for the reason of a decision
/// adds it as `reason`; otherwise they type it in the story file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "do")]
pub enum Deed {
    /// Records a decision about a difference of this kind.
    Decide {
        left: Spot,
        right: Spot,
        kind: String,
        decision: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Records that a verdict, by its number, is on the passages as they are now.
    Renew {
        story: String,
        verdict: usize,
        decision: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Says who is meant.
    MentionIs { at: Spot, entity: Named },
    /// Says who is not meant.
    MentionIsNot { at: Spot, entity: Named },
    /// Makes a name another name of an entity.
    Same { article: u32, entity: Named, name: String },
    /// Says that a name is not the entity's.
    NotSame { article: u32, entity: Named, name: String },
    /// Replaces words of a draft.
    Replace { at: Spot, with: String },
    /// Adds a source note behind a sentence.
    AddNote { at: Spot },
    /// Gives words a name.
    NameClaim { at: Spot },
    /// Shows a passage.
    Open { at: Spot },
}

/// Words of an article as they stood when an action was offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    article: u32,
    start: u32,
    end: u32,
    words: String,
}

/// An entity: its id in the story file, where it has one, and its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named {
    id: Option<String>,
    name: String,
}

impl Deed {
    /// Shows a passage of an article.
    pub fn open(snapshot: &Snapshot, at: Passage) -> Option<Deed> {
        Some(Deed::Open { at: Spot::new(snapshot.article(at.article)?, at.span) })
    }
}

impl Spot {
    /// Words of an article.
    pub fn new(article: &Article, span: Span) -> Spot {
        let words = span.of(article.text()).to_owned();
        Spot { article: article.id.0, start: span.start, end: span.end, words }
    }

    /// The place, if the words still stand there.
    pub fn passage(&self, snapshot: &Snapshot) -> Option<Passage> {
        let article = ArticleId(self.article);
        let text = snapshot.article(article)?.text();
        let words = text.get(self.start as usize..self.end as usize)?;
        let span = Span { start: self.start, end: self.end };
        (words == self.words).then_some(Passage { article, span })
    }
}

/// What can be done about bytes `at` of an article or a story file.
pub fn actions(snapshot: &Snapshot, article: ArticleId, at: Span) -> Vec<Action> {
    if let Some(doc) = snapshot.doc_with_id(article) {
        return decide::in_story(snapshot, doc, at);
    }
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let mut found = decide::actions(snapshot, article, at);
    found.extend(mentions::actions(snapshot, article, at));
    found.extend(claims::actions(snapshot, article, at));
    found
}

/// Whether the tool may write in an article: a draft in Markdown.
fn is_writable(article: &Article) -> bool {
    article.metadata().draft && article.format == crate::syntax::Format::Markdown
}

/// Whether there are brackets in or directly around words: others around them would be read otherwise.
fn has_brackets(text: &str, at: Span) -> bool {
    let around = [&text[..at.start as usize], &text[at.end as usize..]];
    at.of(text).contains(['[', ']', '|']) || around[0].ends_with(['[', '|']) || around[1].starts_with(']')
}

/// Whether words are running text and hold no markup.
fn is_prose(article: &Article, at: Span) -> bool {
    let words = at.of(article.text());
    words.contains(char::is_alphanumeric) && read(article, at).is_some_and(|read| same_words(read, words))
}

/// Words of an article as people read them, without the markup in them; `None` where they begin or end in markup.
fn read(article: &Article, at: Span) -> Option<&str> {
    let block = article.prose().blocks.iter().find(|block| block.span.contains(at))?;
    let (start, end) = (block.map.to_prose(at.start as usize)?, block.map.to_prose(at.end as usize)?);
    block.text.get(start..end)
}

/// Whether two texts are the same but for white space.
fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

/// Whether the story of an article has or can have a story file.
fn can_be_noted(article: &Article) -> bool {
    matches!(article.location, Location::File(_))
}
