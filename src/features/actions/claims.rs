//! Naming claims: a source note for a sentence of a draft, a name for words of any article.

use super::{Action, ActionKind, Deed, Spot, can_be_noted, has_brackets, is_prose, is_writable};
use crate::{
    syntax::BlockKind,
    text::Span,
    workspace::{Article, Snapshot},
};

/// What can be said about the sentence or the selected words at `at`.
pub fn actions(_: &Snapshot, article: &Article, at: Span) -> Vec<Action> {
    let facts = article.facts();
    let i = facts.sentences.partition_point(|place| place.span.end < at.start);
    let Some(place) = facts.sentences.get(i).filter(|place| place.span.touches(at.start as usize)) else {
        return Vec::new();
    };
    let block = &article.prose().blocks[place.block as usize];
    if place.heading || matches!(block.kind, BlockKind::FootnoteDefinition(_)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let action = |title: &str, preferred, deed| Action {
        title: title.to_owned(),
        kind: ActionKind::Annotate,
        preferred,
        deed,
        answers: None,
    };
    let noted = article.claims().iter().any(|claim| claim.noted && place.span.contains(claim.span));
    if is_writable(article) && !noted {
        let deed = Deed::AddNote { at: Spot::new(article, place.span) };
        found.push(action("Add a source note to this sentence", false, deed));
    }
    let named = article.claims().iter().any(|claim| claim.span == at);
    let at = whole_words(article.text(), at);
    if at.is_empty() || named || !place.span.contains(at) || !is_prose(article, at) {
        return found;
    }
    let brackets = has_brackets(article.text(), at);
    if is_writable(article) && !brackets || !is_writable(article) && can_be_noted(article) {
        found.push(action("Name this claim", false, Deed::NameClaim { at: Spot::new(article, at) }));
    }
    found
}

/// A selection without white space at its ends, and with the whole of the words that it cuts.
fn whole_words(text: &str, at: Span) -> Span {
    let part = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let words = at.of(text);
    let start = at.start as usize + words.len() - words.trim_start().len();
    let end = start + words.trim().len();
    if start == end {
        return Span::new(start, start);
    }
    let before = text[..start].trim_end_matches(part).len();
    let start = if text[start..].starts_with(part) { before } else { start };
    let behind = text.len() - text[end..].trim_start_matches(part).len();
    Span::new(start, if text[..end].ends_with(part) { behind } else { end })
}
