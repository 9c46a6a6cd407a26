//! The rules that compare two claims, one file for each kind of difference.

mod age;
mod antonym;
mod attribute;
mod bearing;
mod called;
mod certainty;
mod contact;
mod denial;
mod doing;
mod figure;
mod initiative;
mod initiator;
mod kin;
mod lasting;
mod manner;
mod moment;
mod motive;
mod opposition;
mod outline;
mod participant;
mod place;
mod post;
mod presence;
mod quantity;
mod rebuttal;
mod role_swap;
mod site;
mod slot;
mod statement;
mod summons;
mod surety;
mod time;
mod transfer;
mod trend;
mod utterance;

pub use antonym::is_alternative;
pub use lasting::lasting;
pub use outline::pair::LEAST_OF_NAME;
pub use quantity::is_people;
pub use role_swap::converses;
pub use transfer::transferred;

use super::{DifferenceKind, Level, Story, told::Told};
use crate::text::Span;

/// What a rule finds between two claims that it can compare.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// They say the same.
    Agree,
    /// They are recognised as telling the same, in these bytes from the start of each claim.
    Alike { first: Span, second: Span, likeness: Likeness },
    /// They tell opposed things of one matter, in these bytes from the start of each claim.
    Opposed {
        first: Span,
        second: Span,
        likeness: Likeness,
        kind: DifferenceKind,
        /// Whether one side is the one that denies.
        denies: Option<Denier>,
        why: Vec<String>,
    },
    Differ {
        kind: DifferenceKind,
        level: Level,
        /// Whether one side is the one that denies.
        denies: Option<Denier>,
        why: Vec<String>,
    },
}

/// How much speaks for it that two sentences tell the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// How much they share, in tenths of what a word tells that is rare everywhere.
    pub weight: u32,
    /// Whether that is enough whatever else the two articles tell.
    pub enough: bool,
    /// They tell it in opposed ways, so that they are like each other and do not agree.
    pub opposed: bool,
}

/// Which of two claims is the denial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denier {
    First,
    Second,
}

/// What the two claims of different articles have to do with each other: the first rule that applies says.
/// Symmetric: swapping the claims swaps the sides and nothing else.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    quantity::compare(story, a, b)
        .or_else(|| age::compare(story, a, b))
        .or_else(|| called::compare(story, a, b))
        .or_else(|| post::compare(story, a, b))
        .or_else(|| kin::compare(story, a, b))
        .or_else(|| time::compare(story, a, b))
        .or_else(|| denial::compare(story, a, b))
        .or_else(|| contact::compare(story, a, b))
        .or_else(|| certainty::compare(story, a, b))
        .or_else(|| surety::compare(story, a, b))
        .or_else(|| motive::compare(story, a, b))
        .or_else(|| initiative::compare(story, a, b))
        .or_else(|| initiator::compare(story, a, b))
        .or_else(|| summons::compare(story, a, b))
        .or_else(|| presence::compare(story, a, b))
        .or_else(|| manner::compare(story, a, b))
        .or_else(|| role_swap::compare(story, a, b))
        .or_else(|| transfer::compare(story, a, b))
        .or_else(|| antonym::compare(story, a, b))
        .or_else(|| lasting::compare(story, a, b))
        .or_else(|| participant::compare(story, a, b))
        .or_else(|| doing::compare(story, a, b))
        .or_else(|| place::compare(story, a, b))
        .or_else(|| utterance::compare(story, a, b))
        .or_else(|| statement::compare(story, a, b))
        .or_else(|| outline::compare(story, a, b))
        .or_else(|| slot::compare(story, a, b))
        .or_else(|| figure::compare(story, a, b))
        .or_else(|| moment::compare(story, a, b))
        .or_else(|| site::compare(story, a, b))
        .or_else(|| bearing::compare(story, a, b))
        .or_else(|| trend::compare(story, a, b))
        .or_else(|| rebuttal::compare(story, a, b))
        .or_else(|| attribute::compare(story, a, b))
        .or_else(|| opposition::compare(story, a, b))
}
