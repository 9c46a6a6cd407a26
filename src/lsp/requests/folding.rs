//! `textDocument/foldingRange`

use tower_lsp::ls_types::{FoldingRange, Uri};

use crate::{
    features,
    lsp::{session::Frozen, to_proto},
};

/// What can be folded away in a document.
pub fn folding_ranges(frozen: &Frozen, uri: &Uri) -> Option<Vec<FoldingRange>> {
    let article = frozen.snapshot.article(frozen.article_of(uri)?)?;
    let whole_lines = frozen.profile.folds_lines;
    let ranges = features::folding_ranges(&frozen.snapshot, article.id).into_iter().map(|span| {
        let range = to_proto::range(frozen, article.buffer(), span);
        // The first line stays, all of it.
        FoldingRange {
            start_line: range.start.line,
            end_line: range.end.line,
            end_character: (!whole_lines).then_some(range.end.character),
            ..FoldingRange::default()
        }
    });
    Some(ranges.collect())
}
