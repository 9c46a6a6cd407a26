//! A block while it is being read: pieces of the file, and what is cut out of them.

use std::ops::Range;

use super::prose::{Block, BlockKind, SourceMap};
use crate::text::Span;

/// One stretch of the file that a block's text is made of.
pub(super) struct Piece<'s> {
    /// Bytes of the file. Pieces follow one another in rising order.
    pub source: Range<usize>,
    pub text: PieceText<'s>,
}

/// What a reader reads in the place of a piece.
pub(super) enum PieceText<'s> {
    /// The bytes of the file themselves.
    Copied,
    /// Something the file spells otherwise: `&amp;` is read `&`.
    Spelled(pulldown_cmark::CowStr<'s>),
    /// A line break, read as one blank.
    Break,
}

/// The block that `pieces` without `cuts` make; `None` when nothing but white space is left.
///
/// `cuts` are ranges of the file in rising order that do not overlap.
pub(super) fn block(
    source: &str,
    kind: BlockKind,
    span: Span,
    pieces: &[Piece],
    cuts: &[Range<usize>],
) -> Option<Block> {
    let mut text = String::new();
    let mut map = SourceMap::default();
    let mut cuts = cuts.iter().peekable();
    for piece in pieces {
        let Range { mut start, end } = piece.source;
        while start < end {
            while cuts.next_if(|cut| cut.end <= start).is_some() {}
            let cut = cuts.peek().map_or(end..end, |cut| cut.start..cut.end);
            if cut.start <= start && start < cut.end {
                start = cut.end;
                continue;
            }
            match &piece.text {
                PieceText::Copied => {
                    let kept = start..end.min(cut.start);
                    map.push(text.len(), kept.start, kept.len());
                    text.push_str(&source[kept.clone()]);
                    start = kept.end;
                }
                PieceText::Spelled(spelled) => {
                    map.push_spelled(Span::new(text.len(), text.len() + spelled.len()), Span::new(start, end));
                    text.push_str(spelled);
                    start = end;
                }
                PieceText::Break => {
                    if !text.is_empty() {
                        map.push_spelled(Span::new(text.len(), text.len() + 1), Span::new(start, end));
                        text.push(' ');
                    }
                    start = end;
                }
            }
        }
    }
    (!text.trim().is_empty()).then(|| Block { kind, span, text: text.into(), map })
}
