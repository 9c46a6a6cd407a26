//! Differences as diagnostics: one per claim on its tightest words, mirrored in both articles.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Config;
use crate::{
    compare::{ArticleId, Difference, Level, Passage, message, passage},
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

/// What is to be marked in an article, by place: one diagnostic for each claim and kind, with every other passage.
pub fn diagnostics(snapshot: &Snapshot, article: ArticleId, config: &Config) -> Vec<Diagnostic> {
    let Some(story) = snapshot.story_of(article) else { return Vec::new() };
    let all = story.differences();
    let mut by_claim: BTreeMap<(Span, &'static str, Level), Vec<&Difference>> = BTreeMap::new();
    for difference in &all {
        if let Some((here, _)) = difference.seen_from(article) {
            let claim = (here.at.span, difference.kind.code(), difference.level);
            by_claim.entry(claim).or_default().push(difference);
        }
    }
    let severity = |level| match level {
        Level::Differs => config.diagnostics.differs,
        Level::Note => config.diagnostics.note,
    };
    by_claim
        .into_iter()
        .filter(|((.., level), _)| severity(*level) != Severity::Off)
        .map(|((span, code, level), differences)| {
            let messages: Vec<String> = differences.iter().map(|d| message(&story, d, Some(article))).collect();
            let others = differences.iter().filter_map(|d| Some((d, d.seen_from(article)?.1)));
            let related = others.map(|(_, there)| RelatedPassage { at: there.at, message: passage(&story, there) });
            Diagnostic {
                span,
                severity: severity(level),
                code,
                related: related.collect(),
                message: messages.join("\n"),
            }
        })
        .collect()
}
