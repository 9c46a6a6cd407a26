//! Settings, as a client or the command line gives them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// All settings; every one has a default, so `{}` is a whole configuration. The comments are what users read about them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema, Default)]
#[serde(default, rename_all = "camelCase")]
pub struct Config {
    /// What "go to definition" offers.
    pub definition: DefinitionMode,
    /// Your initials: what verdicts that you record give as `by`.
    pub by: String,
    /// How loudly what is found is marked.
    pub diagnostics: DiagnosticsConfig,
    /// Words shown within the text.
    pub inlay_hints: InlayHintsConfig,
    /// Lines shown above the text.
    pub code_lens: CodeLensConfig,
    /// Whether counts of sources also tell which claims one source alone has.
    pub single_source: bool,
}

/// Where something is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Shown {
    /// Nowhere.
    Off,
    /// In drafts only.
    Draft,
    /// Everywhere.
    All,
}

impl Shown {
    /// Whether it is, in a draft or in a source.
    pub fn is_shown(self, draft: bool) -> bool {
        self == Shown::All || draft && self == Shown::Draft
    }
}

/// Words shown within the text. Quiet unless asked for: in a text that somebody reads, they are in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct InlayHintsConfig {
    /// Where it is shown whom a pronoun or a description ("she", "the mayor") means.
    pub who: Shown,
    /// Where it is shown, behind each claim, how many sources say so and how many differ.
    pub accounts: Shown,
}

impl Default for InlayHintsConfig {
    fn default() -> Self {
        InlayHintsConfig { who: Shown::Off, accounts: Shown::Draft }
    }
}

/// What "go to definition" offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema, Default)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct DiagnosticsConfig {
    /// How loudly accounts that differ are marked.
    pub differs: super::Severity,
    /// How loudly that is marked which is worth knowing: an update, a rounding.
    pub note: super::Severity,
    /// How loudly differences are marked that a verdict settles.
    pub settled: super::Severity,
    /// How loudly sentences without a source note are marked, in a draft that has some.
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

/// Lines above the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(default, rename_all = "camelCase")]
pub struct CodeLensConfig {
    /// Where it is shown, above each claim, how many sources say so and how many differ.
    pub accounts: Shown,
}

impl Default for CodeLensConfig {
    fn default() -> Self {
        CodeLensConfig { accounts: Shown::Off }
    }
}
