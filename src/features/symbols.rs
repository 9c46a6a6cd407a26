//! Document and workspace symbols: entities, headings, quotations, claims.

use crate::{
    compare::{ArticleId, Passage},
    text::Span,
    workspace::Snapshot,
};

/// What a symbol stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum SymbolKind {
    Heading,
    Person,
    Organisation,
    Place,
    Other,
    Quotation,
    Claim,
}

/// One entry of an article's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSymbol {
    pub name: String,
    /// Role, kind of difference …
    pub detail: Option<String>,
    pub kind: SymbolKind,
    /// The whole of it: a heading's section, a mention with its role. Contains `selection`.
    pub span: Span,
    pub selection: Span,
    /// What lies below: a heading's entities.
    pub children: Vec<DocumentSymbol>,
}

/// One hit of a search over all stories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkspaceSymbol {
    pub name: String,
    pub kind: SymbolKind,
    pub at: Passage,
    /// The article's name.
    pub container: String,
}

/// The outline of an article.
pub fn document_symbols(snapshot: &Snapshot, article: ArticleId) -> Vec<DocumentSymbol> {
    let _ = (snapshot, article);
    Vec::new()
}

/// The entities of all stories whose name, or another form of it, matches `query` fuzzily; best first.
pub fn workspace_symbols(snapshot: &Snapshot, query: &str) -> Vec<WorkspaceSymbol> {
    let _ = (snapshot, query);
    Vec::new()
}
