//! Selection: from the word to the mention, the clause, the sentence, the paragraph and the whole article.

use crate::{compare::ArticleId, text::Span, workspace::Snapshot};

/// The stretches around byte `at` of an article, narrowest first: each lies in the next.
pub fn selection_ranges(snapshot: &Snapshot, article: ArticleId, at: usize) -> Vec<Span> {
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let (facts, prose, text) = (article.facts(), article.prose(), article.text());
    let mut all = vec![Span::new(0, text.len())];
    let blocks = prose.blocks.iter().map(|block| block.span).filter(|span| span.touches(at));
    all.extend(blocks.map(|span| Span::new(span.start as usize, span.start as usize + span.of(text).trim_end().len())));
    let sentences = facts.sentences.iter().filter(|place| place.span.touches(at));
    // Behind the end of one sentence the next one begins.
    if let Some(place) = sentences.max_by_key(|place| place.span.start) {
        all.push(place.span);
        let clauses = facts.claims.iter().map(|claim| claim.span);
        let quoted = facts.quotations.iter().flat_map(|q| [q.span].into_iter().chain(q.quoted.iter().copied()));
        all.extend(clauses.chain(quoted).filter(|span| place.span.contains(*span)));
        all.extend(clause(place.span, text, at));
        let tokens = place.sentence.tokens.iter().map(|token| place.to_source(prose, token.span));
        all.extend(tokens.filter(|span| span.touches(at)).max_by_key(|span| span.start));
    }
    all.extend(facts.mentions.iter().flat_map(|mention| [mention.head, mention.span]));
    all.retain(|span| span.touches(at) && !span.is_empty());
    all.sort_by_key(|span| (span.len(), span.start));
    all.dedup();
    let mut chain: Vec<Span> = Vec::new();
    for span in all {
        if chain.last().is_none_or(|inner| span.contains(*inner)) {
            chain.push(span);
        }
    }
    chain
}

/// The stretch of a sentence between two marks that part clauses.
fn clause(sentence: Span, text: &str, at: usize) -> Option<Span> {
    let words = sentence.of(text);
    let within = at.checked_sub(sentence.start as usize).filter(|within| *within <= words.len())?;
    let parts = [',', ';', ':', '—', '–', '(', ')', '“', '”'];
    let start = words[..within].rfind(parts).map_or(0, |i| i + words[i..].chars().next().map_or(1, char::len_utf8));
    let end = words[within..].find(parts).map_or(words.len(), |i| within + i);
    let clause = &words[start..end];
    let start = start + (clause.len() - clause.trim_start().len());
    let end = start + clause.trim().len();
    (start < end).then(|| Span::new(start, end).shift(sentence.start as usize))
}
