//! From a story file to the places it speaks of: definitions, references, links.

use super::cursor::{Thing, everything, in_article, in_articles, in_story};
use crate::{
    compare::{ArticleId, EntityId, Passage, Story},
    features::{Definitions, source_notes::note_links, subject::introduction},
    text::Span,
    workspace::{Snapshot, StoryDoc},
};

/// Where what is at byte `at` of a story file stands in the articles.
pub fn places(snapshot: &Snapshot, doc: &StoryDoc, at: usize) -> Option<Definitions> {
    let cursor = in_story(&doc.file, at)?;
    let story = snapshot.story(&doc.story).unwrap_or_default();
    let start_of = |name: &str| {
        let article = snapshot.article_named(&doc.story, name)?;
        Some(Passage { article: article.id, span: Span::default() })
    };
    let entry = |span| Passage { article: doc.id, span };
    let mut targets: Vec<Passage> = match &cursor.thing {
        Thing::Entity(id) | Thing::Name(id) => {
            let entity = declared(&story, id).and_then(|id| story.entity(id));
            entity.into_iter().flat_map(|entity| &entity.chains).filter_map(|c| introduction(&story, *c)).collect()
        }
        Thing::Claim(id) => {
            snapshot.claim_places(&doc.story, doc).get(id).and_then(|place| place.place()).into_iter().collect()
        }
        Thing::Source(source) => start_of(doc.file.article_name(source)).into_iter().collect(),
        Thing::File(name) => start_of(name).into_iter().collect(),
        Thing::Quote(quoted) => snapshot.locate(doc, quoted).place().into_iter().collect(),
        Thing::Verdict(number) => {
            let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
            let sides = judgement.verdicts.get(*number).map(|judged| judged.sides.clone()).unwrap_or_default();
            sides.into_iter().filter_map(|side| side.place()).collect()
        }
    };
    // An id that is used leads to its entry too.
    let own = match &cursor.thing {
        Thing::Entity(id) => doc.file.entity(id).map(|entity| entity.id.span),
        Thing::Claim(id) => doc.file.claims.iter().find(|claim| claim.id.value == *id).map(|claim| claim.id.span),
        Thing::Source(id) => doc.file.sources.iter().find(|source| source.id.value == *id).map(|source| source.id.span),
        _ => None,
    };
    targets.extend(own.filter(|span| *span != cursor.span).map(entry));
    (!targets.is_empty()).then_some(Definitions { origin: cursor.span, targets })
}

/// The entity that a story file describes under an id.
pub fn declared(story: &Story, id: &str) -> Option<EntityId> {
    story.entities().into_iter().find(|(_, entity)| entity.declared.as_deref() == Some(id)).map(|(id, _)| id)
}

/// Every place that names what is at byte `at` of a story file, or of a draft where a name stands: in the story file,
/// in drafts and, for an entity, every mention.
pub fn references(snapshot: &Snapshot, id: ArticleId, at: usize) -> Option<Vec<Passage>> {
    let doc = snapshot.doc_with_id(id).or_else(|| snapshot.doc_of(id));
    let key = snapshot.key_of(id)?;
    let thing = match snapshot.doc_with_id(id) {
        Some(doc) => in_story(&doc.file, at)?.thing,
        None => in_article(snapshot, id, at)?.thing,
    };
    let thing = match thing {
        Thing::Name(id) => Thing::Entity(id),
        other => other,
    };
    let mut found: Vec<Passage> = Vec::new();
    if let Some(doc) = doc {
        let same = everything(&doc.file).filter(|cursor| cursor.thing == thing);
        found.extend(same.map(|cursor| Passage { article: doc.id, span: cursor.span }));
    }
    for article in annotated(snapshot, key) {
        let same = in_articles(snapshot, article).into_iter().filter(|cursor| cursor.thing == thing);
        found.extend(same.map(|cursor| Passage { article, span: cursor.span }));
    }
    if let Thing::Entity(id) = &thing {
        let story = snapshot.story(key).unwrap_or_default();
        let entity = declared(&story, id).and_then(|id| story.entity(id));
        for chain in entity.into_iter().flat_map(|entity| &entity.chains) {
            let Some(account) = story.account(chain.article) else { continue };
            let mentions = account.facts.mentions_of(chain.chain);
            found.extend(mentions.map(|mention| Passage { article: chain.article, span: mention.span }));
        }
    }
    Some(found)
}

/// The articles that may name claims or entities: those that somebody writes in.
pub fn annotated(snapshot: &Snapshot, key: &str) -> Vec<ArticleId> {
    let articles = snapshot.articles_of_story(key).into_iter();
    let marked = articles.filter(|article| {
        let prose = article.prose();
        !(prose.footnotes.is_empty() && prose.annotations.is_empty())
    });
    marked.map(|article| article.id).collect()
}

/// Where a story file, or the source notes of a draft, name articles, and which.
pub fn links(snapshot: &Snapshot, id: ArticleId) -> Vec<(Span, ArticleId)> {
    let Some(doc) = snapshot.doc_with_id(id) else {
        return snapshot.article(id).map(|article| note_links(snapshot, article)).unwrap_or_default();
    };
    let named = everything(&doc.file).filter_map(|cursor| {
        let name = match &cursor.thing {
            Thing::File(name) => name.as_str(),
            Thing::Source(source) if cursor.span.len() == source.len() => doc.file.article_name(source),
            _ => return None,
        };
        Some((cursor.span, snapshot.article_named(&doc.story, name)?.id))
    });
    let mut all: Vec<(Span, ArticleId)> = named.collect();
    all.sort();
    all.dedup();
    all
}
