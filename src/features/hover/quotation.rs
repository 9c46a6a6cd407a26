//! Who says the quoted words, and whether other articles have them.

use crate::{
    annotation::normal,
    compare::{ChainRef, Passage},
    facts::{Quotation, QuotationKind},
    features::{
        card::{Card, Line, Link, Piece, place},
        excerpt::excerpt,
    },
    workspace::{Article, Snapshot},
};

/// Fewer words may be anybody's.
const TELLING: usize = 3;

/// The card of the narrowest quotation in quotation marks at byte `at` of an article.
pub fn card(snapshot: &Snapshot, article: &Article, at: usize, link: Link<'_>) -> Option<Card> {
    let facts = article.facts();
    let spoken = |q: &&Quotation| matches!(q.kind, QuotationKind::Direct | QuotationKind::Mixed);
    let around = facts.quotations.iter().filter(|q| q.quoted.iter().any(|span| span.touches(at))).filter(spoken);
    let quotation = around.min_by_key(|q| q.span.len())?;
    let span = *quotation.quoted.iter().find(|span| span.touches(at))?;
    let mut lines = vec![speaker(snapshot, article, quotation)];
    lines.extend(elsewhere(snapshot, article, span.of(article.text())));
    Some(Card::new(span, &lines, link))
}

/// "Said by **Mara Ellison** — draft.md:5"
fn speaker(snapshot: &Snapshot, article: &Article, quotation: &Quotation) -> Line {
    let story = snapshot.story_of(article.id);
    let entity = quotation.chain.and_then(|chain| {
        let story = story.as_ref()?;
        let entity = story.entity(story.entity_of(ChainRef { article: article.id, chain })?)?;
        Some(entity.name.to_string())
    });
    let words = quotation.speaker.map(|span| excerpt(span.of(article.text())));
    let Some(name) = entity.or(words) else { return Line::text("The article does not say whose words these are.") };
    let mut pieces = vec![Piece::Text("Said by ".into()), Piece::Strong(name)];
    if let Some(at) = quotation.speaker.and_then(|span| place(snapshot, Passage { article: article.id, span })) {
        pieces.extend([Piece::Text(" — ".into()), at]);
    }
    Line(pieces)
}

/// Where other articles of the story have the same words between quotation marks, more or fewer around them.
fn elsewhere(snapshot: &Snapshot, article: &Article, words: &str) -> Option<Line> {
    let bare = |words: &str| normal(words.trim_matches(|c: char| !c.is_alphanumeric()));
    let ours = bare(words);
    let story = snapshot.story_of(article.id)?;
    let mut places = Vec::new();
    for (id, account) in story.accounts().into_iter().filter(|(id, _)| *id != article.id) {
        let quoted = account.facts.quotations.iter().flat_map(|quotation| &quotation.quoted);
        let same = quoted.filter(|span| {
            let theirs = bare(span.of(&account.text));
            let telling = |words: &str| words.split_whitespace().count() >= TELLING;
            theirs == ours || telling(&theirs) && telling(&ours) && (theirs.contains(&*ours) || ours.contains(&*theirs))
        });
        places.extend(same.filter_map(|span| place(snapshot, Passage { article: id, span: *span })));
    }
    if story.accounts().len() < 2 {
        return None;
    }
    if places.is_empty() {
        return Some(Line::text("No other article in this folder has these words."));
    }
    let mut pieces = vec![Piece::Text("The same words in ".into())];
    for (i, place) in places.into_iter().enumerate() {
        pieces.extend((i > 0).then(|| Piece::Text(", ".into())));
        pieces.push(place);
    }
    Some(Line(pieces))
}
