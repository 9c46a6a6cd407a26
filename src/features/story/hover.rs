//! Hover in a story file: who that is, where the words stand, whether a verdict holds.

use super::{
    cursor::{Thing, in_story},
    places::declared,
};
use crate::{
    annotation::Found,
    compare::{Located, Passage, Standing, wording},
    features::{
        Card, Link,
        card::plain_card,
        card_of,
        excerpt::excerpt,
        verdicts::{decided, needs_another_look},
    },
    text::Encoding,
    workspace::{Snapshot, StoryDoc},
};

/// The card for byte `at` of a story file.
pub fn hover(snapshot: &Snapshot, doc: &StoryDoc, at: usize, link: Link<'_>) -> Option<Card> {
    let cursor = in_story(&doc.file, at)?;
    let story = snapshot.story(&doc.story).unwrap_or_default();
    let place = |at: Passage| {
        let article = snapshot.article(at.article)?;
        let line = article.buffer().position(at.span.start as usize, Encoding::Utf32).line + 1;
        Some(format!("{}:{line}", article.name))
    };
    let passage = |located: Located| match located {
        Located::Here(at) => vec![place(at).unwrap_or_default(), format!("“{}”", excerpt(&wording(&story, at)))],
        Located::Changed(at) => {
            let now = format!("{} now says “{}”.", place(at).unwrap_or_default(), excerpt(&wording(&story, at)));
            vec!["The words are not there any more.".to_owned(), now]
        }
        Located::Nowhere => vec!["No article says this in one place only.".to_owned()],
    };
    let lines: Vec<String> = match &cursor.thing {
        Thing::Entity(id) | Thing::Name(id) => {
            if let Some(card) = declared(&story, id).and_then(|id| card_of(snapshot, &story, id, link)) {
                return Some(Card { span: cursor.span, ..card });
            }
            vec!["No article of this story mentions it.".to_owned()]
        }
        Thing::Claim(id) => {
            let mut lines =
                passage(snapshot.claim_places(&doc.story, doc).get(id).copied().unwrap_or(Located::Nowhere));
            let claim = doc.file.claims.iter().find(|claim| claim.id.value == *id);
            let more = claim.into_iter().flat_map(|claim| claim.speaker.iter().chain(&claim.note));
            lines.extend(more.map(|at| at.value.to_string()));
            lines
        }
        Thing::Quote(quoted) => {
            let article = quoted
                .source
                .as_ref()
                .and_then(|source| snapshot.article_named(&doc.story, doc.file.article_name(&source.value)));
            match article.and_then(|article| article.found(&quoted.anchor)) {
                Some(Found::Ambiguous(places)) => vec![format!("The words stand in {} places.", places.len())],
                Some(Found::NotSearched) => vec!["The words are too common to be searched for.".to_owned()],
                _ => passage(snapshot.locate(doc, quoted)),
            }
        }
        Thing::Source(name) | Thing::File(name) => {
            let article = snapshot.article_named(&doc.story, doc.file.article_name(name))?;
            let metadata = article.metadata();
            let more =
                [metadata.source.clone(), metadata.author.clone(), metadata.published.map(|d| d.to_string().into())];
            let more: Vec<_> = more.into_iter().flatten().collect();
            let mut lines = vec![article.name.to_string()];
            lines.extend((!more.is_empty()).then(|| more.join(", ")));
            lines
        }
        Thing::Verdict(number) => {
            let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
            let (judged, verdict) = (judgement.verdicts.get(*number)?, doc.file.verdicts.get(*number)?);
            match judged.standing {
                Standing::Holds => vec![decided(verdict), "The passages read as they did then.".to_owned()],
                Standing::Unseen => vec![decided(verdict), "It does not say how the passages read.".to_owned()],
                Standing::Changed | Standing::Lost => vec![needs_another_look(snapshot, doc, *number)],
            }
        }
    };
    Some(plain_card(cursor.span, lines))
}
