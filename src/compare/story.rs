//! A story: its articles' facts, linked and compared.

use std::sync::Arc;

use smol_str::SmolStr;

use crate::{
    facts::{ChainId, EntityKind, Facts},
    text::Span,
};

/// An article in the workspace. Numbers are handed out by the workspace and say nothing about order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ArticleId(pub u32);

/// One article's part in a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The file's name, for wording and for order: results never depend on the order in which articles were added.
    pub name: SmolStr,
    pub facts: Arc<Facts>,
    /// The text that the facts' spans are bytes of.
    pub text: Arc<str>,
}

/// A chain of one article of the story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChainRef {
    pub article: ArticleId,
    pub chain: ChainId,
}

/// Index into the entities of a story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(pub u32);

/// One person, organisation, place or thing across the story.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    pub kind: EntityKind,
    /// The fullest form of the name in any article.
    pub name: SmolStr,
    /// At least one; articles in the order of their names.
    pub chains: Vec<ChainRef>,
}

/// The kinds of difference: stable codes of diagnostics.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum DifferenceKind {
    Quantity,
    Time,
    Place,
    Sequence,
    Polarity,
    Denial,
    Antonym,
    RoleSwap,
    Initiator,
    Participant,
    Presence,
    Identity,
    Quote,
    Speaker,
    Certainty,
    Motive,
    Characterisation,
}

/// How much a difference matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// A careful editor would want to see it.
    Differs,
    /// Worth knowing: an update, a rounding, a strength of attribution.
    Note,
}

/// Words of one article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Passage {
    pub article: ArticleId,
    /// Bytes of the article's file.
    pub span: Span,
}

/// Two claims whose accounts cannot both stand as written, or one that the other denies.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub kind: DifferenceKind,
    pub level: Level,
    /// `left` belongs to the article whose name sorts first.
    pub left: Passage,
    pub right: Passage,
    /// Who says so and as of when, for each side, as far as known ("Fire Chief Dov Haldane, 11 March").
    pub left_attribution: Option<SmolStr>,
    pub right_attribution: Option<SmolStr>,
    /// The steps of the gate, one line each: why the two were compared and why they differ.
    pub why: Vec<String>,
}

/// Two claims that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub left: Passage,
    pub right: Passage,
}

/// A story as it stands: persistent, so that an edit costs what it touches and old snapshots stay as they were.
#[derive(Clone, Debug, Default)]
pub struct Story {
    accounts: imbl::OrdMap<ArticleId, Account>,
}

impl Story {
    /// The story with `article` set to `account`, or without it. Only what the change touches is linked and compared
    /// again. Invariant: any sequence of changes gives what building from scratch gives.
    pub fn with(&self, article: ArticleId, account: Option<Account>) -> Story {
        let mut accounts = self.accounts.clone();
        match account {
            Some(account) => accounts.insert(article, account),
            None => accounts.remove(&article),
        };
        Story { accounts }
    }

    /// One article's part.
    pub fn account(&self, article: ArticleId) -> Option<&Account> {
        self.accounts.get(&article)
    }

    /// All articles, by name.
    pub fn accounts(&self) -> Vec<(ArticleId, &Account)> {
        let mut all: Vec<_> = self.accounts.iter().map(|(id, a)| (*id, a)).collect();
        all.sort_by(|a, b| a.1.name.cmp(&b.1.name));
        all
    }

    /// All entities; an [`EntityId`] is an index into this.
    pub fn entities(&self) -> &[Entity] {
        &[]
    }

    /// The entity that a chain belongs to.
    pub fn entity_of(&self, chain: ChainRef) -> Option<EntityId> {
        let _ = chain;
        None
    }

    /// All differences, by place.
    pub fn differences(&self) -> Vec<Difference> {
        Vec::new()
    }

    /// All agreements, by place.
    pub fn agreements(&self) -> Vec<Agreement> {
        Vec::new()
    }
}
