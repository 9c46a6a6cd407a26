//! Differences as diagnostics: one per claim on its tightest words, mirrored in both articles.

use serde::Deserialize;

use super::Config;
use crate::{
    compare::{ArticleId, Passage},
    text::Span,
    workspace::Snapshot,
};

/// How loudly a diagnostic speaks; `Off` is not shown at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
    Information,
    Hint,
    Off,
}

/// One marked claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub span: Span,
    pub severity: Severity,
    /// Stable: the kind of difference (`quantity`), or of a problem with the file (`not-utf8`).
    pub code: &'static str,
    /// Quotes both passages, so that it reads well where related passages are not shown.
    pub message: String,
    pub related: Vec<RelatedPassage>,
}

/// The other account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedPassage {
    pub at: Passage,
    pub message: String,
}

/// What is to be marked in an article, by place.
pub fn diagnostics(snapshot: &Snapshot, article: ArticleId, config: &Config) -> Vec<Diagnostic> {
    let _ = (snapshot, article, config);
    Vec::new()
}
