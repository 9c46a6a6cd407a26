//! Source notes of a draft: sentences without one, and whether the article that a note names has what the sentence says.

use std::collections::BTreeSet;

use super::{CodeLens, Config, Diagnostic, RelatedPassage, Severity, excerpt::excerpt};
use crate::{
    annotation::{Anchor, AnchorSet, Found, NamedClaim, normal},
    compare::{ArticleId, ChainRef, Passage},
    facts::{MentionKind, PlacedSentence},
    language::Relation,
    syntax::{AnnotationKind, BlockKind, Format, Prose},
    text::Span,
    workspace::{Article, Snapshot},
};

/// The sentences of a draft that uses source notes which have none, by place; `None` for other articles.
pub fn unsourced(article: &Article) -> Option<Vec<Span>> {
    let claims = article.claims();
    if !article.metadata().draft || !claims.iter().any(|claim| claim.noted) {
        return None;
    }
    let body = body(article);
    let noted = |place: &&PlacedSentence| {
        let i = claims.partition_point(|claim| claim.span.end <= place.span.start);
        claims[i..].iter().take_while(|c| c.span.start < place.span.end).any(|c| c.noted && c.span.overlaps(place.span))
    };
    Some(body.filter(|place| !noted(place)).map(|place| place.span).collect())
}

/// The sentences of the running text: no headings, and not the source notes themselves.
fn body(article: &Article) -> impl Iterator<Item = &PlacedSentence> {
    let prose: &Prose = article.prose();
    let told = move |place: &&PlacedSentence| {
        !place.heading && !matches!(prose.blocks[place.block as usize].kind, BlockKind::FootnoteDefinition(_))
    };
    article.facts().sentences.iter().filter(told)
}

/// How many sentences of a draft have a source note, and what is still open; `None` where no source notes are used.
pub fn facts_left(snapshot: &Snapshot, article: &Article) -> Option<CodeLens> {
    let without = unsourced(article)?;
    let all = body(article).count();
    let mut title = match without.len() {
        0 => format!("all {all} sentences have a source note"),
        left => format!("{left} of {all} sentences have no source note"),
    };
    let judged = super::judged_differences_of(snapshot, article.id);
    let open = judged.iter().filter(|(_, opinion)| !opinion.is_some_and(|opinion| opinion.settles())).count();
    title += &match open {
        0 => String::new(),
        1 => ", 1 difference is open".to_owned(),
        _ => format!(", {open} differences are open"),
    };
    let next = without.first().map(|span| Passage { article: article.id, span: *span });
    let at = article.prose().blocks.first().map(|block| block.span).unwrap_or_default();
    Some(CodeLens { at, title, next })
}

/// Marks of ours that are not closed or name nobody: they are text like any other, and surely not meant so.
fn malformed(article: &Article) -> Vec<Diagnostic> {
    const MARKS: &[(&str, &str)] = &[
        ("[[", "this is not closed: [[somebody|words]]"),
        ("]{#", "this is not closed: [words]{#name}, the name of letters, digits and hyphens"),
        ("[^", "this is not closed: [^name], the name of letters, digits and hyphens"),
    ];
    let mut found = Vec::new();
    if !article.metadata().draft || article.format != Format::Markdown {
        return found;
    }
    for block in &article.prose().blocks {
        for (mark, message) in MARKS {
            let left = block.text.match_indices(mark).map(|(at, _)| Span::new(at, at + mark.len()));
            let left = left.map(|within| block.map.to_source(within)).filter(|span| span.of(article.text()) == *mark);
            found.extend(left.map(|span| diagnostic(span, Severity::Warning, "annotation", (*message).to_owned())));
        }
    }
    let facts = article.facts();
    for mark in article.prose().annotations.iter().filter(|mark| mark.kind == AnnotationKind::Entity) {
        let mut meant = facts.mentions.iter().filter(|mention| mention.head.overlaps(mark.words));
        if !meant.any(|mention| !facts.chains[mention.chain.0 as usize].name.is_empty()) {
            let message =
                format!("nobody here is called `{}`; describe them in story.toml: [entity.{}]", mark.id, mark.id);
            found.push(diagnostic(mark.words, Severity::Warning, "annotation", message));
        }
    }
    found
}

/// What is to be marked about the source notes of a draft.
pub fn diagnostics(snapshot: &Snapshot, article: &Article, config: &Config) -> Vec<Diagnostic> {
    let mut found = malformed(article);
    found.extend(noted(snapshot, article, config));
    found
}

fn noted(snapshot: &Snapshot, article: &Article, config: &Config) -> Vec<Diagnostic> {
    let Some(unsourced) = unsourced(article) else { return Vec::new() };
    let quiet = config.diagnostics.unsourced;
    let mut found: Vec<Diagnostic> = Vec::new();
    if quiet != Severity::Off {
        found.extend(
            unsourced.into_iter().map(|span| diagnostic(span, quiet, "no-source-note", "no source note".into())),
        );
    }
    found.extend(names(article));
    let noted = article.claims().iter().filter(|claim| claim.noted);
    found.extend(noted.flat_map(|claim| check(snapshot, article, claim)));
    found
}

fn diagnostic(span: Span, severity: Severity, code: &'static str, message: String) -> Diagnostic {
    Diagnostic { span, severity, code, message, related: Vec::new() }
}

/// Notes without a text, texts without a note, and names that two claims have.
fn names(article: &Article) -> Vec<Diagnostic> {
    let prose = article.prose();
    let defined: BTreeSet<&str> = prose
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::FootnoteDefinition(label) => Some(&**label),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for note in prose.footnotes.iter().filter(|note| !defined.contains(&*note.label)) {
        let message = format!("the source note `{}` has no text yet: [^{}]: …", note.label, note.label);
        found.push(diagnostic(note.span, Severity::Information, "no-note-text", message));
    }
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for claim in article.claims() {
        if !seen.insert(&claim.id) && !claim.noted {
            let message = format!("another claim of this article is called `{}` too", claim.id);
            found.push(diagnostic(claim.name, Severity::Warning, "claim-twice", message));
        }
    }
    found
}

/// The text of a source note.
fn text_of<'a>(article: &'a Article, label: &str) -> Vec<(&'a str, Span)> {
    let blocks = article.prose().blocks.iter();
    let own = blocks.filter(|block| matches!(&block.kind, BlockKind::FootnoteDefinition(of) if **of == *label));
    own.map(|block| (&*block.text, block.span)).collect()
}

/// The articles that a text names, by file or as a source, each where it does: bytes of the text.
fn named<'s>(snapshot: &'s Snapshot, article: &Article, text: &str) -> Vec<(Span, &'s Article)> {
    let Some(key) = snapshot.story_key(article.id) else { return Vec::new() };
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '(' | ')' | '“' | '”' | '"');
    let words = text.split(apart).map(|word| word.trim_end_matches('.')).filter(|word| !word.is_empty());
    let named = words.filter_map(|word| {
        let name = snapshot.doc(key).map_or(word, |doc| doc.file.article_name(word));
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Some((Span::new(start, start + word.len()), &**snapshot.article_named(key, name)?))
    });
    named.filter(|(_, other)| other.id != article.id).collect()
}

/// Where the source notes of a draft name articles of the story, and which.
pub fn note_links(snapshot: &Snapshot, article: &Article) -> Vec<(Span, ArticleId)> {
    let blocks = article.prose().blocks.iter().filter(|b| matches!(b.kind, BlockKind::FootnoteDefinition(_)));
    let links = blocks.flat_map(|block| {
        let named = named(snapshot, article, &block.text).into_iter();
        named.map(|(within, other)| (block.map.to_source(within), other.id))
    });
    links.collect()
}

/// Whether the one article that a note names has what the note quotes, and the numbers and names of the claim.
fn check(snapshot: &Snapshot, article: &Article, claim: &NamedClaim) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let texts = text_of(article, &claim.id);
    let mut sources: Vec<&Article> = Vec::new();
    for (_, source) in texts.iter().flat_map(|(text, _)| named(snapshot, article, text)) {
        if !sources.iter().any(|known| known.id == source.id) {
            sources.push(source);
        }
    }
    let [source] = sources[..] else { return found };
    for (text, span) in &texts {
        for words in quotes(text) {
            found.extend(quote(article, source, words, *span));
        }
    }
    let message = |what: String| format!("{}, which the note names, {what}", source.name);
    for number in numbers_missing(article, source, claim.span) {
        let words = excerpt(number.of(article.text()));
        let text = message(format!("does not have the number “{words}”"));
        found.push(diagnostic(number, Severity::Information, "not-in-source", text));
    }
    for name in names_missing(snapshot, article, source, claim.span) {
        let text = message(format!("does not name “{}”", excerpt(name.of(article.text()))));
        found.push(diagnostic(name, Severity::Information, "not-in-source", text));
    }
    found
}

/// What stands in quotation marks, from two words on.
fn quotes(text: &str) -> Vec<&str> {
    const MARKS: [(char, char); 2] = [('“', '”'), ('"', '"')];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((start, closing)) = text[at..].char_indices().find_map(|(i, c)| {
        let (_, closing) = MARKS.iter().find(|(open, _)| *open == c)?;
        Some((at + i + c.len_utf8(), *closing))
    }) {
        let Some(end) = text[start..].find(closing).map(|end| start + end) else { break };
        found.extend((text[start..end].split_whitespace().count() > 1).then_some(&text[start..end]));
        at = end + closing.len_utf8();
    }
    found
}

/// Words that a note quotes: there verbatim, altered, or not there.
fn quote(article: &Article, source: &Article, words: &str, note: Span) -> Option<Diagnostic> {
    let anchor = Anchor { quote: words.trim_end_matches([',', '.']).into(), ..Anchor::default() };
    let found = AnchorSet::new([anchor].into()).resolve(source.text(), source.prose()).pop()?;
    let (code, message, place) = match found {
        Found::Here { .. } | Found::Ambiguous(_) | Found::NotSearched => return None,
        Found::Changed(place) => {
            let there = excerpt(place.of(source.text()));
            if normal(&there) == normal(words) {
                return None;
            }
            ("altered-quote", format!("{} has other words: “{there}”", source.name), Some(place))
        }
        Found::Lost => ("lost-quote", format!("{} does not have the words “{}”", source.name, excerpt(words)), None),
    };
    // The words in the file, where they stand there as they are read.
    let inside =
        note.of(article.text()).find(words).map(|at| Span::new(at, at + words.len()).shift(note.start as usize));
    let related =
        place.map(|span| RelatedPassage { at: Passage { article: source.id, span }, message: source.name.to_string() });
    let related = related.into_iter().collect();
    Some(Diagnostic { related, ..diagnostic(inside.unwrap_or(note), Severity::Warning, code, message) })
}

/// The numbers of a claim that the source does not have in any form.
fn numbers_missing(article: &Article, source: &Article, claim: Span) -> Vec<Span> {
    let there: Vec<_> = source.facts().sentences.iter().flat_map(|place| &place.sentence.quantities).collect();
    let mut missing = Vec::new();
    for place in article.facts().sentences.iter().filter(|place| place.span.overlaps(claim)) {
        for quantity in place.sentence.quantities.iter().filter(|quantity| !quantity.weak) {
            let span = place.to_source(article.prose(), quantity.number);
            let known = there.iter().any(|other| {
                other.value == quantity.value
                    || other.unit == quantity.unit && other.relation_to(quantity) != Relation::Disjoint
            });
            missing.extend((claim.contains(span) && !known).then_some(span));
        }
    }
    missing
}

/// The names in a claim of whom the source does not name.
fn names_missing(snapshot: &Snapshot, article: &Article, source: &Article, claim: Span) -> Vec<Span> {
    let Some(story) = snapshot.story_of(article.id) else { return Vec::new() };
    let mentions = article.facts().mentions.iter().filter(|m| m.kind == MentionKind::Name && claim.contains(m.span));
    let named = |chain| {
        let entity = story.entity_of(ChainRef { article: article.id, chain }).and_then(|id| story.entity(id));
        entity.is_none_or(|entity| entity.chains.iter().any(|chain| chain.article == source.id))
    };
    let said = |words: &str| source.text().contains(words);
    let missing = mentions.filter(|m| !named(m.chain) && !said(m.head.of(article.text())));
    let mut spans: Vec<Span> = missing.map(|mention| mention.span).collect();
    spans.dedup();
    spans
}
