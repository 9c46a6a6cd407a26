//! What the cursor is on: in a story file, or on a name in a draft.

use smol_str::SmolStr;

use crate::{
    annotation::{Quoted, Reference, StoryFile},
    compare::ArticleId,
    syntax::AnnotationKind,
    text::Span,
    workspace::Snapshot,
};

/// A thing of the story and the bytes that name it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cursor<'a> {
    pub span: Span,
    pub thing: Thing<'a>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Thing<'a> {
    /// An entity's id.
    Entity(SmolStr),
    /// A name of the entity with this id.
    Name(SmolStr),
    Claim(SmolStr),
    /// A source's id, or an article's name.
    Source(SmolStr),
    File(SmolStr),
    Quote(&'a Quoted),
    /// The number of a verdict.
    Verdict(usize),
}

/// What byte `at` of a story file is on.
pub fn in_story(file: &StoryFile, at: usize) -> Option<Cursor<'_>> {
    everything(file).find(|cursor| cursor.span.touches(at))
}

/// All that a story file names, with its place.
pub fn everything(file: &StoryFile) -> impl Iterator<Item = Cursor<'_>> {
    let cursor = |span, thing| Cursor { span, thing };
    let sources = file.sources.iter().flat_map(move |source| {
        let id = cursor(source.id.span, Thing::Source(source.id.value.clone()));
        let article = source.file.as_ref().map(|at| cursor(at.span, Thing::File(at.value.clone())));
        [Some(id), article].into_iter().flatten()
    });
    let entities = file.entities.iter().flat_map(move |entity| {
        let names = entity.name.iter().chain(&entity.aliases);
        let names = names.map(move |name| cursor(name.span, Thing::Name(entity.id.value.clone())));
        [cursor(entity.id.span, Thing::Entity(entity.id.value.clone()))].into_iter().chain(names)
    });
    let claims = file.claims.iter().map(move |claim| cursor(claim.id.span, Thing::Claim(claim.id.value.clone())));
    let mentions = file.mentions.iter().flat_map(|mention| mention.is.iter().chain(&mention.not));
    let mentions = mentions.map(move |id| cursor(id.span, Thing::Entity(id.value.clone())));
    let ids = file.references().filter_map(move |reference| match reference {
        Reference::Claim(id) => Some(cursor(id.span, Thing::Claim(id.value.clone()))),
        Reference::Quoted(_) => None,
    });
    let quoted = file.quoted().flat_map(move |quoted| {
        let source = quoted.source.as_ref().map(|at| cursor(at.span, Thing::Source(at.value.clone())));
        [source, Some(cursor(quoted.quote, Thing::Quote(quoted)))].into_iter().flatten()
    });
    let verdicts = file.verdicts.iter().enumerate();
    let verdicts = verdicts.map(move |(number, verdict)| cursor(verdict.decision.span, Thing::Verdict(number)));
    sources.chain(entities).chain(claims).chain(mentions).chain(ids).chain(quoted).chain(verdicts)
}

/// The name at byte `at` of an article: a source note's label, the id behind marked words, `[[id|`.
pub fn in_article(snapshot: &Snapshot, article: ArticleId, at: usize) -> Option<Cursor<'static>> {
    let names = in_articles(snapshot, article);
    names.into_iter().find(|cursor| cursor.span.touches(at))
}

/// All names of claims and entities that an article gives, with their places.
pub fn in_articles(snapshot: &Snapshot, article: ArticleId) -> Vec<Cursor<'static>> {
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let (text, prose) = (article.text(), article.prose());
    let claim = |span, id: &str| Cursor { span, thing: Thing::Claim(id.into()) };
    let mut found: Vec<Cursor> = Vec::new();
    for note in &prose.footnotes {
        found.push(claim(Span { start: note.span.start + 2, end: note.span.end - 1 }, &note.label));
    }
    for (span, label) in definitions(text) {
        found.push(claim(span, label));
    }
    for mark in &prose.annotations {
        let length = mark.id.len() as u32;
        match mark.kind {
            AnnotationKind::Claim => {
                let end = mark.span.end - 1;
                found.push(claim(Span { start: end - length, end }, &mark.id));
            }
            AnnotationKind::Entity if mark.words.start > mark.span.start + 2 => {
                let start = mark.span.start + 2;
                let span = Span { start, end: start + length };
                found.push(Cursor { span, thing: Thing::Entity((&*mark.id).into()) });
            }
            AnnotationKind::Entity => {}
        }
    }
    found.sort_by_key(|cursor| cursor.span);
    found
}

/// The labels of the definitions of source notes, `[^label]:` at the beginning of a line.
fn definitions(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len(), line)
    });
    lines.filter_map(|(start, line)| {
        let (label, _) = line.strip_prefix("[^")?.split_once("]:")?;
        let span = Span::new(start + 2, start + 2 + label.len());
        (!label.contains(['[', ']', ' '])).then_some((span, label))
    })
}
