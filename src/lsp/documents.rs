//! Which document is which article.

use std::{path::Path, sync::Arc};

use imbl::OrdMap;
use tower_lsp::ls_types::Uri;

use super::{session::Frozen, uri::location};
use crate::{compare::ArticleId, workspace::Location};

/// The documents that the client has open.
#[derive(Clone, Default)]
pub struct Documents {
    by_uri: OrdMap<Uri, Arc<Document>>,
    by_article: OrdMap<ArticleId, Arc<Document>>,
}

/// An open document.
#[derive(Clone, Debug)]
pub struct Document {
    /// As the client spells it.
    pub uri: Uri,
    pub article: ArticleId,
    /// The client's count of its versions.
    pub version: i32,
}

impl Documents {
    /// An open document; `None` when it is not open.
    pub fn get(&self, uri: &Uri) -> Option<&Arc<Document>> {
        self.by_uri.get(uri)
    }

    /// The open document of an article.
    pub fn of_article(&self, article: ArticleId) -> Option<&Arc<Document>> {
        self.by_article.get(&article)
    }

    /// All of them, by URI.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Document>> {
        self.by_uri.values()
    }

    /// Adds a document or a newer version of it.
    pub fn insert(&mut self, document: Document) {
        let document = Arc::new(document);
        self.by_article.insert(document.article, document.clone());
        self.by_uri.insert(document.uri.clone(), document);
    }

    /// Closes a document.
    pub fn remove(&mut self, uri: &Uri) -> Option<Arc<Document>> {
        let document = self.by_uri.remove(uri)?;
        self.by_article.remove(&document.article);
        Some(document)
    }
}

impl Frozen {
    /// The article or story file of a document, open or not.
    pub fn article_of(&self, uri: &Uri) -> Option<ArticleId> {
        if let Some(document) = self.documents.get(uri) {
            return Some(document.article);
        }
        let location = location(uri);
        let mut articles = self.snapshot.articles();
        let article = articles.find(|a| a.location == location).map(|a| a.id);
        article.or_else(|| self.snapshot.docs().find(|doc| doc.location == location).map(|doc| doc.id))
    }

    /// The URI of an article or a story file: the client's own for open documents, for others below the folder as the client spells it.
    pub fn uri_of(&self, article: ArticleId) -> Option<Uri> {
        if let Some(document) = self.documents.of_article(article) {
            return Some(document.uri.clone());
        }
        let doc = || self.snapshot.doc_with_id(article).map(|doc| &doc.location);
        match self.snapshot.article(article).map(|article| &article.location).or_else(doc)? {
            Location::Untitled(uri) => uri.parse().ok(),
            Location::File(path) => self.uri_of_path(path),
        }
    }

    /// The URI of a file by its real path: below a folder as the client spells it.
    pub fn uri_of_path(&self, path: &Path) -> Option<Uri> {
        let given = self.roots.iter().find_map(|root| {
            let below = path.strip_prefix(&root.real).ok()?;
            Some(root.given.join(below))
        });
        Uri::from_file_path(given.as_deref().unwrap_or(path))
    }
}
