//! Our types → the protocol's.

use tower_lsp::ls_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Position, Range, SymbolKind,
};

use super::session::Frozen;
use crate::{
    compare::{ArticleId, Passage},
    features,
    text::{Span, Text},
};

/// The range of a span of a text.
pub fn range(frozen: &Frozen, text: &Text, span: Span) -> Range {
    let encoding = frozen.profile.encoding;
    let position = |text: &Text, offset: u32| {
        let position = text.position(offset as usize, encoding);
        Position::new(position.line, position.character)
    };
    Range::new(position(text, span.start), position(text, span.end))
}

/// The place of a passage; `None` when its article is gone or has no URI.
pub fn location(frozen: &Frozen, passage: Passage) -> Option<Location> {
    let text = frozen.snapshot.buffer(passage.article)?;
    Some(Location { uri: frozen.uri_of(passage.article)?, range: range(frozen, text, passage.span) })
}

/// The address of a passage for a link in a hover: the URI with the line and column as fragment, counted from 1, as
/// editors understand it.
pub fn link(frozen: &Frozen, passage: Passage) -> Option<String> {
    let Location { uri, range } = location(frozen, passage)?;
    let (line, column) = (range.start.line + 1, range.start.character + 1);
    Some(format!("{}#L{line},{column}", uri.as_str()))
}

/// What is to be marked in an article, as far as the client can show it.
pub fn diagnostics(frozen: &Frozen, id: ArticleId) -> Vec<Diagnostic> {
    let Some(text) = frozen.snapshot.buffer(id) else {
        return Vec::new();
    };
    features::diagnostics(&frozen.snapshot, id, &frozen.config)
        .into_iter()
        .filter_map(|found| diagnostic(frozen, text, found))
        .collect()
}

fn diagnostic(frozen: &Frozen, text: &Text, found: features::Diagnostic) -> Option<Diagnostic> {
    let related = found.related.into_iter().filter_map(|related| {
        Some(DiagnosticRelatedInformation { location: location(frozen, related.at)?, message: related.message })
    });
    let related: Vec<_> = related.collect();
    let show_related = frozen.profile.related_information && !related.is_empty();
    Some(Diagnostic {
        range: range(frozen, text, found.span),
        severity: Some(severity(found.severity)?),
        code: Some(NumberOrString::String(found.code.into())),
        code_description: frozen.profile.pages.as_ref().and_then(|pages| pages.link(found.code)),
        source: Some("twosource".into()),
        message: found.message,
        related_information: show_related.then_some(related),
        ..Diagnostic::default()
    })
}

fn severity(severity: features::Severity) -> Option<DiagnosticSeverity> {
    match severity {
        features::Severity::Error => Some(DiagnosticSeverity::ERROR),
        features::Severity::Warning => Some(DiagnosticSeverity::WARNING),
        features::Severity::Information => Some(DiagnosticSeverity::INFORMATION),
        features::Severity::Hint => Some(DiagnosticSeverity::HINT),
        features::Severity::Off => None,
    }
}

/// The protocol knows kinds of code only. These are among those that every client knows, and have distinct icons.
pub fn symbol_kind(kind: features::SymbolKind) -> SymbolKind {
    match kind {
        features::SymbolKind::Heading => SymbolKind::STRING,
        features::SymbolKind::Person => SymbolKind::CLASS,
        features::SymbolKind::Organisation => SymbolKind::MODULE,
        features::SymbolKind::Place => SymbolKind::NAMESPACE,
        features::SymbolKind::Other => SymbolKind::VARIABLE,
        features::SymbolKind::Quotation => SymbolKind::CONSTANT,
        features::SymbolKind::Claim => SymbolKind::PROPERTY,
    }
}
