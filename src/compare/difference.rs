//! What comparing gives: differences and agreements between passages of two articles.

use smol_str::SmolStr;

use super::ArticleId;
use crate::{facts::CheckKind, text::Span};

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
    /// Within one article: its headline and its text.
    Headline,
    /// Within one article: what does not fit together.
    Within(CheckKind),
}

impl DifferenceKind {
    /// All kinds.
    pub const ALL: &[DifferenceKind] = &[
        DifferenceKind::Quantity,
        DifferenceKind::Time,
        DifferenceKind::Place,
        DifferenceKind::Sequence,
        DifferenceKind::Polarity,
        DifferenceKind::Denial,
        DifferenceKind::Antonym,
        DifferenceKind::RoleSwap,
        DifferenceKind::Initiator,
        DifferenceKind::Participant,
        DifferenceKind::Presence,
        DifferenceKind::Identity,
        DifferenceKind::Quote,
        DifferenceKind::Speaker,
        DifferenceKind::Certainty,
        DifferenceKind::Motive,
        DifferenceKind::Characterisation,
        DifferenceKind::Headline,
        DifferenceKind::Within(CheckKind::Weekday),
        DifferenceKind::Within(CheckKind::List),
        DifferenceKind::Within(CheckKind::Part),
        DifferenceKind::Within(CheckKind::Spelling),
        DifferenceKind::Within(CheckKind::Age),
    ];

    /// The stable code, as diagnostics and exports give it.
    pub fn code(self) -> &'static str {
        match self {
            DifferenceKind::Quantity => "quantity",
            DifferenceKind::Time => "time",
            DifferenceKind::Place => "place",
            DifferenceKind::Sequence => "sequence",
            DifferenceKind::Polarity => "polarity",
            DifferenceKind::Denial => "denial",
            DifferenceKind::Antonym => "antonym",
            DifferenceKind::RoleSwap => "role_swap",
            DifferenceKind::Initiator => "initiator",
            DifferenceKind::Participant => "participant",
            DifferenceKind::Presence => "presence",
            DifferenceKind::Identity => "identity",
            DifferenceKind::Quote => "quote",
            DifferenceKind::Speaker => "speaker",
            DifferenceKind::Certainty => "certainty",
            DifferenceKind::Motive => "motive",
            DifferenceKind::Characterisation => "characterisation",
            DifferenceKind::Headline => "headline",
            DifferenceKind::Within(CheckKind::Weekday) => "weekday",
            DifferenceKind::Within(CheckKind::List) => "list",
            DifferenceKind::Within(CheckKind::Part) => "part",
            DifferenceKind::Within(CheckKind::Spelling) => "spelling",
            DifferenceKind::Within(CheckKind::Age) => "age",
        }
    }
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

/// One side of a difference: the words, and what stands behind them.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    pub at: Passage,
    /// Who says so and as of when, as far as the article tells: "Fire Chief Dov Haldane, 11 March".
    pub attribution: Option<SmolStr>,
    /// For a denial: this side is the one that denies.
    pub denies: bool,
}

/// Two claims whose accounts cannot both stand as written, or one that the other denies.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    pub kind: DifferenceKind,
    pub level: Level,
    /// The side of the article whose name sorts first; within one article what is marked.
    pub left: Side,
    pub right: Side,
    /// The steps of the gate, one line each: why the two were compared and why they differ.
    pub why: Vec<String>,
}

impl Difference {
    /// Whether both sides stand in one article: no other account is needed to see it.
    pub fn is_within(&self) -> bool {
        self.left.at.article == self.right.at.article
    }

    /// The side in `article` and the other one; `None` when the difference does not touch the article.
    pub fn seen_from(&self, article: ArticleId) -> Option<(&Side, &Side)> {
        if self.left.at.article == article {
            Some((&self.left, &self.right))
        } else if self.right.at.article == article {
            Some((&self.right, &self.left))
        } else {
            None
        }
    }
}

/// Two claims that say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    pub left: Passage,
    pub right: Passage,
}
