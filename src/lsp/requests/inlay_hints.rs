//! `textDocument/inlayHint` and `inlayHint/resolve`

use tower_lsp::ls_types::{
    InlayHint, InlayHintLabel, InlayHintLabelPart, InlayHintParams, InlayHintTooltip, MarkupContent, MarkupKind,
};

use crate::{
    features::{self, Spot},
    lsp::{from_proto, session::Frozen, to_proto},
    text::Span,
};

/// The hints for a range. What they are about is told when a client asks, where it can.
pub fn inlay_hints(frozen: &Frozen, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    let id = frozen.article_of(&params.text_document.uri)?;
    let text = frozen.snapshot.buffer(id)?;
    let offset = |position| text.offset(from_proto::position(position), frozen.profile.encoding);
    let (start, end) = (offset(params.range.start), offset(params.range.end));
    let range = Span::new(start.min(end), end.max(start));
    let hints = features::inlay_hints(&frozen.snapshot, id, range, &frozen.config).into_iter().map(|hint| {
        let at = Span::new(hint.at, hint.at);
        let location = hint.target.and_then(|target| to_proto::location(frozen, target));
        let part = InlayHintLabelPart { value: hint.label, location, ..InlayHintLabelPart::default() };
        InlayHint {
            position: to_proto::range(frozen, text, at).start,
            label: InlayHintLabel::LabelParts(vec![part]),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: None,
            data: serde_json::to_value(hint.about).ok().filter(|_| frozen.profile.resolves_hints),
        }
    });
    Some(hints.collect())
}

/// The hint with what there is to know about its words, if they still stand there.
pub fn resolve(frozen: &Frozen, mut hint: InlayHint) -> InlayHint {
    let about = hint.data.take().and_then(|data| serde_json::from_value::<Spot>(data).ok());
    let link = |passage| to_proto::link(frozen, passage);
    let card = about.and_then(|about| features::inlay_tooltip(&frozen.snapshot, &about, &frozen.config, &link));
    hint.tooltip = card.map(|card| {
        // No client says what it reads here; who reads Markdown in a hover does here too.
        let (kind, value) = match frozen.profile.hover_markdown {
            true => (MarkupKind::Markdown, card.markdown),
            false => (MarkupKind::PlainText, card.plain),
        };
        InlayHintTooltip::MarkupContent(MarkupContent { kind, value })
    });
    hint
}
