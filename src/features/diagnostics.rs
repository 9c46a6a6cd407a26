//! Differences as diagnostics: one per claim on its tightest words, mirrored in both articles.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Config, source_notes,
    story::story_diagnostics,
    verdicts::{expired_in, judged_differences_of, recorded_in, remark},
};
use crate::{
    compare::{ArticleId, Difference, Level, Opinion, Passage, message, passage},
    text::Span,
    workspace::Snapshot,
};

/// How loudly a diagnostic speaks; `Off` is not shown at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
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
    if let Some(doc) = snapshot.doc_with_id(article) {
        return story_diagnostics(snapshot, doc);
    }
    let mut found = differences(snapshot, article, config);
    found.extend(expired_in(snapshot, article));
    if config.diagnostics.differs != Severity::Off {
        found.extend(recorded_in(snapshot, article, config.diagnostics.differs));
    }
    found.extend(front_matter(snapshot, article));
    found.extend(snapshot.article(article).into_iter().flat_map(|a| source_notes::diagnostics(snapshot, a, config)));
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

/// What of the front matter cannot be read.
fn front_matter(snapshot: &Snapshot, article: ArticleId) -> Vec<Diagnostic> {
    let problems = snapshot.article(article).map(|article| article.metadata().problems.clone()).unwrap_or_default();
    let diagnostic = |problem: crate::annotation::Problem| Diagnostic {
        span: problem.span,
        severity: Severity::Warning,
        code: "front-matter",
        message: problem.message,
        related: Vec::new(),
    };
    problems.into_iter().map(diagnostic).collect()
}

/// A difference and what people say about it.
type Judged<'a> = (&'a Difference, Option<Opinion>);

/// The differences that touch an article. Those that people settled are quiet.
fn differences(snapshot: &Snapshot, article: ArticleId, config: &Config) -> Vec<Diagnostic> {
    let Some(key) = snapshot.story_key(article) else { return Vec::new() };
    let Some(story) = snapshot.story(key) else { return Vec::new() };
    let all = judged_differences_of(snapshot, article);
    let mut by_claim: BTreeMap<(Span, &'static str, Level, bool), Vec<Judged>> = BTreeMap::new();
    for (difference, opinion) in &all {
        if let Some((here, _)) = difference.seen_from(article) {
            let settled = opinion.is_some_and(Opinion::settles);
            let claim = (here.at.span, difference.kind.code(), difference.level, settled);
            by_claim.entry(claim).or_default().push((difference, *opinion));
        }
    }
    let severity = |level, settled| match level {
        _ if settled => config.diagnostics.settled,
        Level::Differs => config.diagnostics.differs,
        Level::Note => config.diagnostics.note,
    };
    let said = |(difference, opinion): &Judged| {
        let remark = opinion.zip(snapshot.doc(key)).and_then(|(opinion, doc)| remark(doc, opinion));
        let message = message(&story, difference, Some(article));
        remark.map_or(message.clone(), |remark| format!("{message} {remark}"))
    };
    by_claim
        .into_iter()
        .filter(|((_, _, level, settled), _)| severity(*level, *settled) != Severity::Off)
        .map(|((span, code, level, settled), differences)| {
            let messages: Vec<String> = differences.iter().map(said).collect();
            let others = differences.iter().filter_map(|(d, _)| Some(d.seen_from(article)?.1));
            let related = others.map(|there| RelatedPassage { at: there.at, message: passage(&story, there) });
            Diagnostic {
                span,
                severity: severity(level, settled),
                code,
                related: related.collect(),
                message: messages.join("\n"),
            }
        })
        .collect()
}
