//! Completion in drafts: names of people and things, who is meant (`[[`), source notes (`[^`), claims (`{#`), and the
//! files of the story in the text of a source note.

use std::collections::BTreeSet;

use super::story;
use crate::{
    annotation::Reference,
    compare::ArticleId,
    syntax::Format,
    text::Span,
    workspace::{Article, Snapshot},
};

/// Something that may be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is shown, and what is typed to find it.
    pub label: String,
    /// What it is; may be empty.
    pub detail: String,
    pub kind: CompletionKind,
    /// What it replaces: bytes of the file up to the cursor.
    pub place: Span,
    pub insert: String,
}

/// What sort of thing is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompletionKind {
    Name,
    Id,
    File,
    Kind,
    Key,
}

/// The longest beginning of a name that is looked at, in bytes.
const LONGEST: usize = 80;

/// What may stand at byte `at` of a draft or a story file; nothing in a source.
pub fn completion(snapshot: &Snapshot, id: ArticleId, at: usize) -> Vec<Completion> {
    if let Some(doc) = snapshot.doc_with_id(id) {
        return story::completion(snapshot, doc, at);
    }
    let Some(article) = snapshot.article(id).filter(|a| a.metadata().draft && a.format == Format::Markdown) else {
        return Vec::new();
    };
    let text = article.text();
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let start = text.ceil_char_boundary(start.max(at.saturating_sub(LONGEST)));
    let line = &text[start..at];
    let opened = |mark: &str, closing: &[char]| {
        let begun = line.rfind(mark).map(|i| i + mark.len())?;
        (!line[begun..].contains(closing)).then(|| Span::new(start + begun, at))
    };
    let rest = &text[at..];
    if let Some(place) = opened("[[", &[']', '|']) {
        return meant(snapshot, article, place, rest);
    }
    if let Some(place) = opened("[^", &[']']) {
        let close = if rest.starts_with(']') { "" } else { "]" };
        let labels = labels(article);
        return labels.into_iter().map(|label| id_item(&label, place, close)).collect();
    }
    if let Some(place) = opened("{#", &['}']) {
        let close = if rest.starts_with('}') { "" } else { "}" };
        return wanted(snapshot, article).iter().map(|id| id_item(id, place, close)).collect();
    }
    let whole_line = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
    if whole_line.starts_with("[^") && whole_line.contains("]:") {
        return files(snapshot, article, line, at);
    }
    names(snapshot, article, line, at)
}

fn id_item(id: &str, place: Span, close: &str) -> Completion {
    let (kind, insert) = (CompletionKind::Id, format!("{id}{close}"));
    Completion { label: id.to_owned(), detail: String::new(), kind, place, insert }
}

/// Everybody whom the story knows, for `[[`.
fn meant(snapshot: &Snapshot, article: &Article, place: Span, rest: &str) -> Vec<Completion> {
    let Some(story) = snapshot.story_of(article.id) else { return Vec::new() };
    let close = if rest.starts_with("]]") { "" } else { "]]" };
    let entities = story.entities().into_iter().map(|(_, entity)| entity);
    let item = |entity: &crate::compare::Entity| {
        let insert = match &entity.declared {
            Some(id) => format!("{id}|{}{close}", entity.name),
            None => format!("{}{close}", entity.name),
        };
        let detail = entity.declared.as_ref().map(ToString::to_string).unwrap_or_default();
        Completion { label: entity.name.to_string(), detail, kind: CompletionKind::Name, place, insert }
    };
    entities.map(item).collect()
}

/// The labels of source notes: those that have a text, and those that are referred to.
fn labels(article: &Article) -> BTreeSet<String> {
    let prose = article.prose();
    let defined = prose.blocks.iter().filter_map(|block| match &block.kind {
        crate::syntax::BlockKind::FootnoteDefinition(label) => Some(label.to_string()),
        _ => None,
    });
    defined.chain(prose.footnotes.iter().map(|note| note.label.to_string())).collect()
}

/// The ids of claims that the story file speaks of and nobody has.
fn wanted(snapshot: &Snapshot, article: &Article) -> BTreeSet<String> {
    let Some(doc) = snapshot.doc_of(article.id) else { return BTreeSet::new() };
    let places = snapshot.claim_places(&doc.story, doc);
    let ids = doc.file.references().filter_map(|reference| match reference {
        Reference::Claim(id) if !places.contains_key(&id.value) => Some(id.value.to_string()),
        _ => None,
    });
    ids.collect()
}

/// The other articles of the story, for the text of a source note.
fn files(snapshot: &Snapshot, article: &Article, line: &str, at: usize) -> Vec<Completion> {
    let word = line.rsplit([' ', ':', '(']).next().unwrap_or_default();
    let place = Span::new(at - word.len(), at);
    let Some(key) = snapshot.story_key(article.id) else { return Vec::new() };
    let others = snapshot.articles_of_story(key).into_iter().filter(|other| other.id != article.id);
    let fitting = others.filter(|other| other.name.to_lowercase().starts_with(&word.to_lowercase()));
    fitting
        .map(|other| Completion {
            label: other.name.to_string(),
            detail: other.metadata().source.as_ref().map(ToString::to_string).unwrap_or_default(),
            kind: CompletionKind::File,
            place,
            insert: other.name.to_string(),
        })
        .collect()
}

/// Names that begin with the capitalised words before the cursor.
fn names(snapshot: &Snapshot, article: &Article, line: &str, at: usize) -> Vec<Completion> {
    let Some(story) = snapshot.story_of(article.id) else { return Vec::new() };
    let entities = story.entities();
    let mut found: Vec<Completion> = Vec::new();
    // The longest beginning first: "Mara El" before "El".
    let starts = line
        .char_indices()
        .filter(|(i, c)| c.is_uppercase() && !line[..*i].ends_with(|before: char| before.is_alphanumeric()));
    for (i, _) in starts {
        let typed = line[i..].to_lowercase();
        for (_, entity) in &entities {
            let fits = entity.name.to_lowercase().starts_with(&typed) && entity.name.len() > typed.len();
            let known = found.iter().any(|item| item.label == entity.name.as_str());
            if fits && !known {
                found.push(Completion {
                    label: entity.name.to_string(),
                    detail: String::new(),
                    kind: CompletionKind::Name,
                    place: Span::new(at - (line.len() - i), at),
                    insert: entity.name.to_string(),
                });
            }
        }
    }
    found
}
