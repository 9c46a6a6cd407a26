//! What the command line prints: a story as terminal text, as JSON or SARIF, as annotations for GitHub, as an HTML page.

mod align;
mod evidence;
mod github;
mod json;
mod page;
mod people;
mod sarif;
mod terminal;

pub use evidence::evidence;
pub use github::annotations;
pub use json::{Export, StoryDifferences, differences, export};
pub use page::page;
pub use people::cards;
pub use sarif::sarif;
pub use terminal::{excerpts, summary};

use crate::{
    compare::ArticleId,
    workspace::{Article, Location, Snapshot},
};

/// The path of an article as it was given.
fn path(article: &Article) -> String {
    match &article.location {
        Location::File(path) => path.display().to_string(),
        Location::Untitled(name) => name.to_string(),
    }
}

/// The article of a story; every id that a story hands out is one of its snapshot's.
fn article(snapshot: &Snapshot, id: ArticleId) -> Option<&Article> {
    snapshot.article(id).map(AsRef::as_ref)
}
