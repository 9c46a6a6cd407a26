//! `textDocument/documentSymbol` and `workspace/symbol`

use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, Uri, WorkspaceSymbolResponse,
};

use crate::{
    features,
    lsp::{session::Frozen, to_proto},
    workspace::Article,
};

/// The outline of an article: a tree, or a list for clients that know no trees.
pub fn document_symbols(frozen: &Frozen, uri: &Uri) -> Option<DocumentSymbolResponse> {
    let article = frozen.snapshot.article(frozen.article_of(uri)?)?;
    let outline = features::document_symbols(&frozen.snapshot, article.id);
    if frozen.profile.nested_symbols {
        let tree = outline.into_iter().map(|symbol| nested(frozen, article, symbol));
        return Some(DocumentSymbolResponse::Nested(tree.collect()));
    }
    let mut list = Vec::new();
    flatten(frozen, article, uri, outline, None, &mut list);
    Some(DocumentSymbolResponse::Flat(list))
}

#[expect(deprecated, reason = "the type has the field")]
fn nested(frozen: &Frozen, article: &Article, symbol: features::DocumentSymbol) -> DocumentSymbol {
    let children: Vec<_> = symbol.children.into_iter().map(|child| nested(frozen, article, child)).collect();
    DocumentSymbol {
        name: symbol.name,
        detail: symbol.detail,
        kind: to_proto::symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: to_proto::range(frozen, article.buffer(), symbol.span),
        selection_range: to_proto::range(frozen, article.buffer(), symbol.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

#[expect(deprecated, reason = "the type has the field")]
fn flatten(
    frozen: &Frozen,
    article: &Article,
    uri: &Uri,
    symbols: Vec<features::DocumentSymbol>,
    container: Option<&str>,
    list: &mut Vec<SymbolInformation>,
) {
    for symbol in symbols {
        list.push(SymbolInformation {
            name: symbol.name.clone(),
            kind: to_proto::symbol_kind(symbol.kind),
            tags: None,
            deprecated: None,
            location: Location { uri: uri.clone(), range: to_proto::range(frozen, article.buffer(), symbol.span) },
            container_name: container.map(str::to_owned),
        });
        flatten(frozen, article, uri, symbol.children, Some(&symbol.name), list);
    }
}

/// The entities of all stories whose names match.
#[expect(deprecated, reason = "the type has the field")]
pub fn workspace_symbols(frozen: &Frozen, query: &str) -> WorkspaceSymbolResponse {
    let found = features::workspace_symbols(&frozen.snapshot, query);
    let symbols = found.into_iter().filter_map(|symbol| {
        Some(SymbolInformation {
            name: symbol.name,
            kind: to_proto::symbol_kind(symbol.kind),
            tags: None,
            deprecated: None,
            location: to_proto::location(frozen, symbol.at)?,
            container_name: Some(symbol.container),
        })
    });
    WorkspaceSymbolResponse::Flat(symbols.collect())
}
