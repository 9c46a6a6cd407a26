//! Go to declaration: what the story file says about whom or what the cursor is on.

use super::subject::subject;
use crate::{
    compare::{ArticleId, Passage},
    text::Span,
    workspace::Snapshot,
};

/// A place in the story file, and the words of the article that led there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declaration {
    pub origin: Span,
    pub target: Passage,
}

/// The entry of the entity, or of the claim, at byte `at` of an article.
pub fn declaration(snapshot: &Snapshot, article: ArticleId, at: usize) -> Option<Declaration> {
    claim(snapshot, article, at).or_else(|| {
        let subject = subject(snapshot, article, at)?;
        let target = entry(snapshot, article, subject.entity()?.declared.as_ref()?)?;
        Some(Declaration { origin: subject.mention.span, target })
    })
}

/// The entry of an entity in the story file of an article.
pub fn entry(snapshot: &Snapshot, article: ArticleId, id: &str) -> Option<Passage> {
    let doc = snapshot.doc_of(article)?;
    Some(Passage { article: doc.id, span: doc.file.entity(id)?.id.span })
}

/// Where the story file first speaks of the claim whose name the cursor is on, or whose words it quotes there.
fn claim(snapshot: &Snapshot, article: ArticleId, at: usize) -> Option<Declaration> {
    let doc = snapshot.doc_of(article)?;
    let target = |span| Passage { article: doc.id, span };
    let named = snapshot.article(article)?.claims().iter().find(|claim| claim.name.touches(at));
    if let Some(claim) = named {
        let mut uses = doc.file.references().filter_map(|reference| match reference {
            crate::annotation::Reference::Claim(id) if id.value == claim.id => Some(id.span),
            _ => None,
        });
        return Some(Declaration { origin: claim.name, target: target(uses.next()?) });
    }
    let mention = snapshot.article(article)?.facts().mention_at(at).map(|mention| mention.span);
    let quoted = doc.file.claims.iter().filter_map(|claim| {
        let place = snapshot.locate(doc, claim.at.as_ref()?).place()?;
        let within = place.article == article && place.span.touches(at);
        (within && mention.is_none_or(|mention| mention.contains(place.span))).then_some((place.span, claim.id.span))
    });
    let (origin, entry) = quoted.min_by_key(|(span, _)| span.len())?;
    Some(Declaration { origin, target: target(entry) })
}
