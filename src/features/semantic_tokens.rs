//! Semantic tokens: which words are people, organisations, places and other named things.

use std::cmp::Reverse;

use crate::{
    compare::{ArticleId, ChainRef},
    facts::{EntityKind, MentionKind},
    text::Span,
    workspace::Snapshot,
};

/// Words that refer. Tokens neither overlap nor reach over the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SemanticToken {
    pub span: Span,
    pub kind: EntityKind,
    pub mention: MentionKind,
    /// They introduce what they refer to.
    pub definition: bool,
}

/// The tokens of a range of an article, by place. Where mentions nest ("the mayor of Lynden"), the inner one counts.
pub fn semantic_tokens(snapshot: &Snapshot, article: ArticleId, range: Span) -> Vec<SemanticToken> {
    let (Some(article), Some(story)) = (snapshot.article(article), snapshot.story_of(article)) else {
        return Vec::new();
    };
    let facts = article.facts();
    let mut all: Vec<SemanticToken> = Vec::new();
    for (number, mention) in facts.mentions.iter().enumerate().filter(|(_, mention)| mention.span.overlaps(range)) {
        let chain = ChainRef { article: article.id, chain: mention.chain };
        let Some(entity) = story.referent_of(chain).and_then(|id| story.entity(id)) else { continue };
        let introduces = facts.chains[mention.chain.0 as usize].introduction.0 as usize == number;
        let (kind, mentioned) = (entity.kind, mention.kind);
        all.push(SemanticToken { span: mention.span, kind, mention: mentioned, definition: introduces });
    }
    all.sort_by_key(|token| (token.span.start, Reverse(token.span.end)));
    flattened(&all).into_iter().flat_map(|token| lines(article.text(), token)).collect()
}

/// The same without overlaps: each byte belongs to the token that begins last. `all` by start, longer first.
fn flattened(all: &[SemanticToken]) -> Vec<SemanticToken> {
    let mut found: Vec<SemanticToken> = Vec::with_capacity(all.len());
    // The tokens around the place reached, outermost first, and that place.
    let mut open: Vec<SemanticToken> = Vec::new();
    let mut reached = 0;
    let mut until = |open: &mut Vec<SemanticToken>, end: u32| {
        while let Some(token) = open.last() {
            let stop = token.span.end.min(end);
            if reached < stop {
                found.push(SemanticToken { span: Span { start: reached, end: stop }, ..*token });
                reached = stop;
            }
            if token.span.end > end {
                break;
            }
            open.pop();
        }
        reached = reached.max(end);
    };
    for token in all {
        until(&mut open, token.span.start);
        open.push(*token);
    }
    until(&mut open, u32::MAX);
    found
}

/// The parts of a token on the lines it is on, without what stands around their words.
fn lines(text: &str, token: SemanticToken) -> impl Iterator<Item = SemanticToken> {
    let mut start = token.span.start as usize;
    token.span.of(text).split(['\r', '\n']).filter_map(move |line| {
        let at = start;
        start += line.len() + 1;
        let from = line.find(char::is_alphanumeric)?;
        let to = line.rfind(char::is_alphanumeric).and_then(|i| Some(i + line[i..].chars().next()?.len_utf8()))?;
        Some(SemanticToken { span: Span::new(at + from, at + to), ..token })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token(start: u32, end: u32) -> SemanticToken {
        let span = Span { start, end };
        SemanticToken {
            span,
            kind: EntityKind::Person,
            mention: MentionKind::Name,
            definition: start.is_multiple_of(2),
        }
    }

    #[test]
    fn the_inner_mention_counts_and_the_outer_one_goes_on_behind_it() {
        let spans: Vec<Span> =
            flattened(&[token(0, 20), token(4, 8), token(30, 31)]).iter().map(|token| token.span).collect();
        assert_eq!(spans, [Span::new(0, 4), Span::new(4, 8), Span::new(8, 20), Span::new(30, 31)]);
    }

    #[test]
    fn no_token_reaches_over_the_end_of_a_line() {
        let text = "Ada\r\n> Brandt,";
        let parts: Vec<&str> = lines(text, token(0, text.len() as u32)).map(|token| token.span.of(text)).collect();
        assert_eq!(parts, ["Ada", "Brandt"]);
    }

    proptest! {
        #[test]
        fn every_byte_has_the_token_that_begins_last(spans in prop::collection::vec((0u32..60, 1u32..20), 0..12)) {
            let mut all: Vec<_> = spans.iter().map(|(start, length)| token(*start, start + length)).collect();
            all.sort_by_key(|token| (token.span.start, Reverse(token.span.end)));
            let flat = flattened(&all);
            prop_assert!(flat.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            prop_assert!(flat.iter().all(|token| !token.span.is_empty()));
            for at in 0..80 {
                let covered = all.iter().any(|token| token.span.range().contains(&at));
                prop_assert_eq!(covered, flat.iter().any(|token| token.span.range().contains(&at)));
            }
        }
    }
}
