//! What does not fit together within one article, whatever others say: two passages each, which cannot both be so.

mod age;
mod list;
mod part;
mod spelling;
mod weekday;

use super::{Chain, Claim, DateMention, Mention, PlacedSentence};
use crate::{syntax::Prose, text::Span};

/// What does not fit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum CheckKind {
    /// A weekday and the date beside it.
    Weekday,
    /// A number of things and the list of them.
    List,
    /// A part and the whole it is of.
    Part,
    /// A name, spelt in two ways.
    Spelling,
    /// Somebody's age and year of birth.
    Age,
}

/// Two passages of an article that do not fit together.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    pub kind: CheckKind,
    /// What is marked: the tightest words.
    pub at: Span,
    /// What it does not fit with.
    pub with: Span,
    /// The reason, as a clause: "11 March 2026 is a Wednesday".
    pub why: String,
}

/// What an article's facts have to do with one another is looked at here.
pub struct Read<'a> {
    pub prose: &'a Prose,
    pub sentences: &'a [PlacedSentence],
    pub mentions: &'a [Mention],
    pub chains: &'a [Chain],
    pub dates: &'a [DateMention],
    pub claims: &'a [Claim],
    pub published: Option<jiff::civil::Date>,
}

/// All that does not fit in an article, by place.
pub fn checks(read: &Read) -> Vec<Check> {
    let mut found = Vec::new();
    weekday::checks(read, &mut found);
    list::checks(read, &mut found);
    part::checks(read, &mut found);
    spelling::checks(read, &mut found);
    age::checks(read, &mut found);
    found.sort_by_key(|check| (check.at, check.with, check.kind));
    found.dedup_by_key(|check| (check.at, check.kind));
    found
}
