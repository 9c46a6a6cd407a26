//! Settings, as a client or the command line gives them.

use serde::Deserialize;

/// All settings; every one has a default, so `{}` is a whole configuration.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Default)]
#[serde(default, rename_all = "camelCase")]
pub struct Config {
    pub definition: DefinitionMode,
    /// Who decides: what verdicts give as `by`; nothing where it is empty.
    pub by: String,
    pub diagnostics: DiagnosticsConfig,
}

/// What "go to definition" offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum DefinitionMode {
    /// This article's introduction first, then the other articles'.
    #[default]
    All,
    /// Only this article's, or the first other one where this article has none.
    Here,
    /// One place: this article's, and the other article's when the cursor already stands on it.
    Alternate,
}

/// How differences are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct DiagnosticsConfig {
    /// Severity of accounts that differ.
    pub differs: super::Severity,
    /// Severity of notes: updates, roundings.
    pub note: super::Severity,
    /// Severity of differences that a verdict settles.
    pub settled: super::Severity,
    /// Severity of the mark on sentences without a source note, in drafts that use source notes.
    pub unsourced: super::Severity,
}

impl Default for DiagnosticsConfig {
    fn default() -> Self {
        DiagnosticsConfig {
            differs: super::Severity::Warning,
            note: super::Severity::Information,
            settled: super::Severity::Off,
            unsourced: super::Severity::Hint,
        }
    }
}
