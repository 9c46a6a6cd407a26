//! Folding: front matter, sections below headings, source notes.

use super::symbols::sections;
use crate::{compare::ArticleId, syntax::BlockKind, text::Span, workspace::Snapshot};

/// The stretches of an article that can be folded away, by place: each shows its first line.
pub fn folding_ranges(snapshot: &Snapshot, article: ArticleId) -> Vec<Span> {
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let (prose, text) = (article.prose(), article.text());
    let notes = prose.blocks.iter().filter(|block| matches!(block.kind, BlockKind::FootnoteDefinition(_)));
    let notes = notes.map(|block| block.span).reduce(Span::cover);
    // With the lines that it stands between.
    let front = prose.front_matter.map(|span| {
        let rest = &text[span.end as usize..];
        let blank = rest.len() - rest.trim_start().len();
        let fence = rest.trim_start().lines().next().map_or(0, str::len);
        Span::new(0, span.end as usize + blank + fence)
    });
    let all = front.into_iter().chain(sections(prose, text)).chain(notes);
    let shown = all.map(|span| Span::new(span.start as usize, span.start as usize + span.of(text).trim_end().len()));
    let mut found: Vec<Span> = shown.filter(|span| span.of(text).contains('\n')).collect();
    found.sort();
    found.dedup();
    found
}
