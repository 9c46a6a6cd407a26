//! What a number or a date comes to.

use crate::{
    facts::{DateMention, PlacedSentence},
    features::card::{Card, Line, Piece},
    language::Quantity,
    text::Span,
    workspace::Article,
};

/// The value of the number or the date at byte `at` of an article.
pub fn card(article: &Article, at: usize) -> Option<Card> {
    let facts = article.facts();
    let dates = facts.dates.iter().filter(|date| date.span.touches(at)).map(|date| (date.span, day(article, date)));
    let first = facts.sentences.partition_point(|place| (place.span.end as usize) < at);
    let sentences = facts.sentences[first..].iter().take_while(|place| place.span.start as usize <= at);
    let numbers = sentences.flat_map(|place| {
        let quantities = place.sentence.quantities.iter().filter(|quantity| !quantity.weak);
        quantities.map(|quantity| (place.to_source(article.prose(), quantity.phrase()), number(place, quantity)))
    });
    let found = dates.chain(numbers.filter(|(span, _)| span.touches(at)));
    let (span, value) = found.min_by_key(|(span, _)| span.len())?;
    Some(Card::new(
        span,
        &[Line(vec![Piece::Text(format!("{}: ", words(article, span))), Piece::Strong(value)])],
        &|_| None,
    ))
}

fn words(article: &Article, span: Span) -> String {
    span.of(article.text()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `≥ 200000000 USD`, `12 passengers`
fn number(place: &PlacedSentence, quantity: &Quantity) -> String {
    let counted = quantity.counted.map(|counted| format!(" {}", counted.of(&place.sentence.text)));
    format!("{}{}", quantity.describe(), counted.unwrap_or_default())
}

/// `2026-03-11`, `2026-03-09 to 2026-03-15`, or the TimeML value of what is no day.
fn day(article: &Article, date: &DateMention) -> String {
    let value = &date.time.value;
    match date.time.days {
        Some(days) => match (days.single(), value.split_once('T')) {
            (Some(day), Some((_, time))) if time.starts_with(|c: char| c.is_ascii_digit()) => format!("{day} {time}"),
            (Some(day), _) => day.to_string(),
            (None, _) => format!("{} to {}", days.first, days.last),
        },
        None if value.contains('X') && article.facts().published.is_none() => {
            format!("{value} (the article does not say when it was published)")
        }
        None => value.to_string(),
    }
}
