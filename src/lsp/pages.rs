//! Where an editor finds the page about a code of diagnostics: a file in the user's cache.
//!
//! An editor opens a `codeDescription` by its URI. There is no network, and no editor knows a scheme of ours; a file is what all
//! of them can open. The files are written when a client asks for such links, and are the same bytes as `twosource explain`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use etcetera::BaseStrategy;
use tower_lsp::ls_types::{CodeDescription, Uri};

use crate::{features, workspace::real_path};

/// The folder with a page for each code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    folder: PathBuf,
}

impl Pages {
    /// Writes the pages; `None` when that cannot be done: then there are no links.
    pub fn write() -> Option<Pages> {
        let cache = etcetera::choose_base_strategy().ok()?.cache_dir();
        let folder = cache.join("twosource").join(env!("CARGO_PKG_VERSION"));
        let written = fs::create_dir_all(&folder).and_then(|()| {
            let pages = Pages { folder: real_path(&folder) };
            pages.write_all().map(|()| pages)
        });
        written.inspect_err(|error| tracing::warn!(%error, folder = %folder.display(), "no links to explanations")).ok()
    }

    fn write_all(&self) -> std::io::Result<()> {
        for code in features::codes() {
            let (path, page) = (self.path(code), features::explain(code).unwrap_or_default());
            // Other servers may be reading it.
            if fs::read_to_string(&path).ok().as_ref() != Some(&page) {
                fs::write(path, page)?;
            }
        }
        Ok(())
    }

    /// The link to the page about a code.
    pub fn link(&self, code: &str) -> Option<CodeDescription> {
        let href: Uri =
            features::codes().any(|known| known == code).then(|| Uri::from_file_path(self.path(code)))??;
        Some(CodeDescription { href })
    }

    /// Whether a file is one of the pages. They are Markdown, but no articles.
    pub fn contain(&self, path: &Path) -> bool {
        path.starts_with(&self.folder)
    }

    fn path(&self, code: &str) -> PathBuf {
        self.folder.join(format!("{code}.md"))
    }
}
