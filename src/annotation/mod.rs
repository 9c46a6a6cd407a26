//! What a person wrote about an article, in the article itself: front matter and source notes.

use jiff::civil::Date;
use smol_str::SmolStr;

/// What front matter says about an article. Every key is optional; unknown keys are kept by the editor and ignored here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    pub source: Option<SmolStr>,
    pub author: Option<SmolStr>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
    pub url: Option<SmolStr>,
    pub draft: bool,
}

/// What the front matter of an article says; all defaults where there is none.
pub fn metadata(source: &str, prose: &crate::syntax::Prose) -> Metadata {
    let _ = (source, prose);
    Metadata::default()
}
