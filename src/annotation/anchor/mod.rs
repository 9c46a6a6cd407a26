//! Anchors: where words that somebody quoted stand in an article, however it was edited since.
//!
//! Quotes are looked for with white space, quotation marks, dashes and composed characters made alike, and with what
//! stands before and after to tell several places apart. Words that are not there any more are looked for by likeness,
//! within a budget: that *finds* the place and says no more than that it is the place to look at.

mod alike;
mod normal;
mod set;

pub use normal::{fingerprint, normal};
pub use set::AnchorSet;

use smol_str::SmolStr;

use crate::text::Span;

/// Words of an article, and what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Anchor {
    pub quote: SmolStr,
    /// What stands directly before; may be empty.
    pub before: SmolStr,
    /// What stands directly after; may be empty.
    pub after: SmolStr,
}

/// Where an anchor is. Spans are bytes of the article's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The words stand here. Not `exact`: with other white space, quotation marks or the like.
    Here { span: Span, exact: bool },
    /// The words stand in several places, and what is around them does not tell which is meant.
    Ambiguous(Vec<Span>),
    /// The words are not there any more; these are in their place or most like them.
    Changed(Span),
    /// The words are not there, and nothing like them.
    Lost,
    /// The words are too common, or there were too many others to look for.
    NotSearched,
}

impl Found {
    /// The one place that the anchor has, changed or not.
    pub fn place(&self) -> Option<Span> {
        match self {
            Found::Here { span, .. } | Found::Changed(span) => Some(*span),
            _ => None,
        }
    }

    /// The one place where the words still stand.
    pub fn here(&self) -> Option<Span> {
        match self {
            Found::Here { span, .. } => Some(*span),
            _ => None,
        }
    }
}

/// The most words that are kept before and after a quote.
const CONTEXT: usize = 6;

/// The anchor of the words at `quote` within `around`, the text of their paragraph: with as much context as tells them
/// from other places nearby. Both are bytes of `around`.
pub fn anchor_of(around: &str, quote: Span) -> Anchor {
    let before: Vec<&str> = around[..quote.start as usize].split_whitespace().collect();
    let after: Vec<&str> = around[quote.end as usize..].split_whitespace().collect();
    Anchor {
        quote: quote.of(around).split_whitespace().collect::<Vec<_>>().join(" ").into(),
        before: before[before.len().saturating_sub(CONTEXT)..].join(" ").into(),
        after: after[..after.len().min(CONTEXT)].join(" ").into(),
    }
}

#[cfg(test)]
mod tests;
