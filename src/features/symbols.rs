//! Document and workspace symbols: headings, and under each the entities, quotations and claims.

use super::{excerpt::excerpt, subject::introduction, verdicts::judged_differences_of};
use crate::{
    compare::{ArticleId, ChainRef, Opinion, Passage},
    facts::{ChainId, EntityKind, Facts, QuotationKind},
    syntax::{BlockKind, Prose},
    text::Span,
    workspace::{Article, Snapshot},
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

impl From<EntityKind> for SymbolKind {
    fn from(kind: EntityKind) -> SymbolKind {
        match kind {
            EntityKind::Person => SymbolKind::Person,
            EntityKind::Organisation => SymbolKind::Organisation,
            EntityKind::Place => SymbolKind::Place,
            EntityKind::Other => SymbolKind::Other,
        }
    }
}

/// One entry of an article's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentSymbol {
    pub name: String,
    /// The role in which somebody is introduced.
    pub detail: Option<String>,
    pub kind: SymbolKind,
    /// The whole of it: a heading's section, a mention with its role. Contains `selection`.
    pub span: Span,
    pub selection: Span,
    /// What lies below: a heading's sections and entities.
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

/// The outline of an article: its headings, nested by level, and under each the entities introduced there.
pub fn document_symbols(snapshot: &Snapshot, article: ArticleId) -> Vec<DocumentSymbol> {
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let text = article.text();
    let mut flat = headings(article.prose(), text);
    flat.extend(entities(snapshot, article).into_iter().map(|symbol| (u8::MAX, symbol)));
    flat.extend(quotations(article.facts(), text).map(|symbol| (u8::MAX, symbol)));
    flat.extend(claims(snapshot, article.id, text).into_iter().map(|symbol| (u8::MAX, symbol)));
    flat.sort_by_key(|(level, symbol)| (symbol.selection.start, *level));
    nest(&mut flat.into_iter().peekable(), 0)
}

/// Headings with their levels; a section reaches to the next heading of its level or a higher one.
fn headings(prose: &Prose, text: &str) -> Vec<(u8, DocumentSymbol)> {
    let all: Vec<(u8, Span, String)> = prose
        .blocks
        .iter()
        .filter_map(|block| match block.kind {
            BlockKind::Heading(level) => Some((level, block.span, block.text.to_string())),
            _ => None,
        })
        .collect();
    let end_of = |i: usize, level: u8| {
        all[i + 1..].iter().find(|(other, ..)| *other <= level).map_or(text.len() as u32, |(_, span, _)| span.start)
    };
    all.iter()
        .enumerate()
        .filter(|(_, (.., name))| !name.is_empty())
        .map(|(i, (level, span, name))| {
            let whole = Span { start: span.start, end: end_of(i, *level) };
            let kind = SymbolKind::Heading;
            let children = Vec::new();
            (*level, DocumentSymbol { name: name.clone(), detail: None, kind, span: whole, selection: *span, children })
        })
        .collect()
}

/// The sections below headings, each with its heading.
pub fn sections(prose: &Prose, text: &str) -> impl Iterator<Item = Span> {
    headings(prose, text).into_iter().map(|(_, heading)| heading.span)
}

/// Whom and what the article speaks of: those with a name, and those without one that are spoken of more than once.
fn entities(snapshot: &Snapshot, article: &Article) -> Vec<DocumentSymbol> {
    let (facts, text) = (article.facts(), article.text());
    let Some(story) = snapshot.story_of(article.id) else { return Vec::new() };
    let symbols = facts.chains.iter().enumerate().filter_map(|(number, chain)| {
        story.referent_of(ChainRef { article: article.id, chain: ChainId(number as u32) })?;
        let introduction = facts.mentions.get(chain.introduction.0 as usize)?;
        // Some clients refuse all symbols for the sake of one without a name.
        (!chain.name.trim().is_empty()).then(|| DocumentSymbol {
            name: chain.name.to_string(),
            detail: introduction.role.map(|role| role.of(text).to_string()),
            kind: chain.kind.into(),
            span: introduction.role.map_or(introduction.span, |role| introduction.span.cover(role)),
            selection: introduction.span,
            children: Vec::new(),
        })
    });
    symbols.collect()
}

/// What somebody says in quotation marks, with who says it.
fn quotations<'a>(facts: &'a Facts, text: &'a str) -> impl Iterator<Item = DocumentSymbol> + 'a {
    facts.quotations.iter().filter(|q| q.kind == QuotationKind::Direct).map(move |quotation| DocumentSymbol {
        name: excerpt(quotation.span.of(text)),
        detail: quotation.chain.map(|c| facts.chains[c.0 as usize].name.to_string()),
        kind: SymbolKind::Quotation,
        span: quotation.span,
        selection: quotation.span,
        children: Vec::new(),
    })
}

/// The claims on which another account differs and nobody has settled it, each once.
fn claims(snapshot: &Snapshot, article: ArticleId, text: &str) -> Vec<DocumentSymbol> {
    let judged = judged_differences_of(snapshot, article).into_iter();
    let open = judged.filter(|(_, opinion)| !opinion.is_some_and(Opinion::settles));
    let mut spans: Vec<(Span, &str)> =
        open.filter_map(|(d, _)| Some((d.seen_from(article)?.0.at.span, d.kind.code()))).collect();
    spans.sort();
    spans.dedup();
    let symbol = |(span, code): (Span, &str)| DocumentSymbol {
        name: excerpt(span.of(text)),
        detail: Some(code.to_owned()),
        kind: SymbolKind::Claim,
        span,
        selection: span,
        children: Vec::new(),
    };
    spans.into_iter().map(symbol).collect()
}

/// Puts every symbol under the last heading of a lower level before it.
fn nest<I: Iterator<Item = (u8, DocumentSymbol)>>(flat: &mut std::iter::Peekable<I>, above: u8) -> Vec<DocumentSymbol> {
    let mut here = Vec::new();
    while let Some((level, mut symbol)) = flat.next_if(|(level, _)| *level > above) {
        if level < u8::MAX {
            symbol.children = nest(flat, level);
        }
        here.push(symbol);
    }
    here
}

/// The entities of all stories whose name, or another form of it, matches `query` fuzzily; best first.
pub fn workspace_symbols(snapshot: &Snapshot, query: &str) -> Vec<WorkspaceSymbol> {
    let mut found: Vec<(u32, WorkspaceSymbol)> = Vec::new();
    for article in snapshot.articles() {
        let story = snapshot.story_of(article.id);
        for (number, chain) in article.facts().chains.iter().enumerate() {
            let forms = chain.identity.forms.iter().map(|f| f.as_str()).chain([chain.name.as_str()]);
            let Some(distance) = forms.filter_map(|form| fuzzy(query, form)).min() else { continue };
            let reference = ChainRef { article: article.id, chain: ChainId(number as u32) };
            let Some(story) = &story else { continue };
            let Some(at) = story.referent_of(reference).and_then(|_| introduction(story, reference)) else { continue };
            found.push((
                distance,
                WorkspaceSymbol {
                    name: chain.name.to_string(),
                    kind: chain.kind.into(),
                    at,
                    container: article.name.to_string(),
                },
            ));
        }
    }
    found.sort_by(|(a, x), (b, y)| (a, &x.name, &x.container).cmp(&(b, &y.name, &y.container)));
    found.into_iter().map(|(_, symbol)| symbol).collect()
}

/// How far `name` is from `query` when all its letters occur in order; `None` when they do not. Letters skipped
/// inside count one each, a start inside a word three.
fn fuzzy(query: &str, name: &str) -> Option<u32> {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let mut cost = 0;
    let mut at = 0;
    for (i, wanted) in query.to_lowercase().chars().filter(|c| !c.is_whitespace()).enumerate() {
        let skipped = name[at..].iter().position(|c| *c == wanted)?;
        let word_start = at + skipped == 0 || !name[at + skipped - 1].is_alphanumeric();
        cost += match (i, word_start) {
            (0, true) => 0,
            (0, false) => 3,
            _ => skipped as u32,
        };
        at += skipped + 1;
    }
    Some(cost)
}
