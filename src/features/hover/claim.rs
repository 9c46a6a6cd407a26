//! On which claims under the cursor the accounts differ, with both passages, and how many sources agree.

use crate::{
    compare::{Difference, Opinion, Side, headline, wording},
    features::{
        accounts::accounts,
        card::{Card, Line, Link, Piece, place},
        excerpt::excerpt,
        verdicts::{judged_differences_of, remark},
    },
    text::Span,
    workspace::{Article, Snapshot},
};

/// The card of the claims at byte `at` of an article; with `agreeing`, also of those on which nobody differs.
pub fn card(snapshot: &Snapshot, article: &Article, at: usize, agreeing: bool, link: Link<'_>) -> Option<Card> {
    let mut lines = Vec::new();
    let mut span: Option<Span> = None;
    for (difference, opinion) in judged_differences_of(snapshot, article.id) {
        let Some((here, there)) = difference.seen_from(article.id).filter(|(here, _)| here.at.span.touches(at)) else {
            continue;
        };
        span =
            Some(span.map_or(here.at.span, |span| if here.at.span.len() < span.len() { here.at.span } else { span }));
        lines.extend(told(snapshot, &difference, [here, there], opinion));
    }
    let claims = accounts(snapshot, article.id, false).into_iter();
    for claim in claims.filter(|claim| agreeing && claim.span.touches(at)) {
        let places = claim.agreeing.iter().filter_map(|at| place(snapshot, *at));
        let mut pieces = vec![Piece::Text(match claim.sources {
            0 | 1 => "The same in ".to_owned(),
            many => format!("{many} sources; the same in "),
        })];
        for (i, place) in places.enumerate() {
            pieces.extend((i > 0).then(|| Piece::Text(", ".into())));
            pieces.push(place);
        }
        if pieces.len() > 1 {
            lines.push(Line(pieces));
            span = span.or(Some(claim.span));
        }
    }
    Some(Card::new(span?, &lines, link))
}

/// A difference: both passages, who says so and when, why it was marked, what people decided.
fn told(snapshot: &Snapshot, difference: &Difference, sides: [&Side; 2], opinion: Option<Opinion>) -> Vec<Line> {
    let mut lines = vec![Line(vec![Piece::Strong(headline(difference))])];
    lines.extend(sides.into_iter().filter_map(|side| passage(snapshot, side)));
    if !difference.why.is_empty() {
        lines.push(Line::text(format!("Why: {}", difference.why.join("; "))));
    }
    let doc = snapshot.doc_of(difference.left.at.article);
    lines.extend(opinion.zip(doc).and_then(|(opinion, doc)| remark(doc, opinion)).map(Line::text));
    lines
}

/// `herald.txt:4 “14 people” — Dov Haldane, published 2026-03-11: “Dov Haldane said 14 people were hurt.”`
fn passage(snapshot: &Snapshot, side: &Side) -> Option<Line> {
    let article = snapshot.article(side.at.article)?;
    let story = snapshot.story_of(article.id)?;
    let words = excerpt(side.at.span.of(article.text()));
    let mut pieces = vec![place(snapshot, side.at)?, Piece::Text(" ".into()), Piece::Strong(format!("“{words}”"))];
    let published = article.metadata().published.map(|day| format!("published {day}"));
    let about: Vec<String> = side.attribution.iter().map(ToString::to_string).chain(published).collect();
    if !about.is_empty() {
        pieces.push(Piece::Text(format!(" — {}", about.join(", "))));
    }
    let whole = excerpt(&wording(&story, side.at));
    if whole != words && !whole.is_empty() {
        pieces.extend([Piece::Text(": ".into()), Piece::Quoted(whole)]);
    }
    Some(Line(pieces))
}
