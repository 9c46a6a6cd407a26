//! The claims that a draft names itself: by a source note at the end of a sentence, or by marking words.

use smol_str::SmolStr;

use crate::{
    syntax::{AnnotationKind, BlockKind, Prose},
    text::Span,
};

/// A claim with a name. Spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedClaim {
    /// The label of the source note, or the id behind the marked words.
    pub id: SmolStr,
    /// The words: from the beginning of the sentence or the source note before, or those marked.
    pub span: Span,
    /// Where its name stands.
    pub name: Span,
    /// It has a source note.
    pub noted: bool,
}

/// The claims of an article in the order of their names' places. `sentences` are those of the article in the file.
pub fn named_claims(prose: &Prose, sentences: &[Span]) -> Vec<NamedClaim> {
    let mut claims = Vec::new();
    let mut before: Option<(Span, Span)> = None;
    for note in &prose.footnotes {
        let in_definition = prose
            .blocks
            .iter()
            .any(|b| matches!(b.kind, BlockKind::FootnoteDefinition(_)) && b.span.touches(note.span.start as usize));
        if in_definition {
            continue;
        }
        let i = sentences.partition_point(|sentence| sentence.start < note.span.start);
        let Some(sentence) = i.checked_sub(1).map(|i| sentences[i]) else { continue };
        let end = sentence.end.min(note.span.start);
        let span = match before {
            // Two notes in a row are on the same words.
            Some((last, words)) if last.end == note.span.start => words,
            Some((last, _)) if last.end > sentence.start && last.end < end => Span { start: last.end, end },
            _ => Span { start: sentence.start, end },
        };
        before = Some((note.span, span));
        let label = Span { start: note.span.start + 2, end: note.span.end - 1 };
        claims.push(NamedClaim { id: (&*note.label).into(), span, name: label, noted: true });
    }
    let marked = prose.annotations.iter().filter(|mark| mark.kind == AnnotationKind::Claim);
    claims.extend(marked.map(|mark| {
        let end = mark.span.end - 1;
        let name = Span { start: end - mark.id.len() as u32, end };
        NamedClaim { id: (&*mark.id).into(), span: mark.words, name, noted: false }
    }));
    claims.sort_by_key(|claim| claim.name);
    claims
}
