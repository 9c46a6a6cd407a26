//! `antonym`: an amount that goes up in one article and down in the other.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        gate::times_clash,
        occasion::shared,
        set_apart::{are_set_apart, cover_other_stretches},
    },
    facts::{Content, Trend, Word},
    language::lexicon,
};

/// How much two stretches of sentences must share for one matter, in tenths.
const ONE_MATTER: u32 = 60;

/// How much of it must be the amount.
const ONE_AMOUNT: u32 = 11;

/// Nouns for how much of something there is, or what it costs.
const MEASURES: &[&str] = &["amount", "cost", "level", "number", "price", "rate", "value", "volume"];

/// Compares which way two amounts go.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Trend(x), Content::Trend(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if x.way == y.way
        || !is_same(story, x, y)
        || times_clash(a.claim, b.claim)
        || shared(story, &x.occasion, &y.occasion, &[]) < ONE_MATTER
        || turns(story, a, x)
        || turns(story, b, y)
        || are_set_apart(story, a, b)
        || cover_other_stretches(story, a, b)
    {
        return None;
    }
    let why = vec![
        format!(
            "both tell which way “{}” goes",
            x.thing.iter().map(|w| w.lemma.as_str()).collect::<Vec<_>>().join(" ")
        ),
        "up in one, down in the other".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// Whether both amounts may be one: most nouns for the one are nouns for the other.
fn is_same(story: &Story, x: &Trend, y: &Trend) -> bool {
    let found = |word: &&Word| y.thing.iter().any(|other| word.may_mean(other));
    let common = x.thing.iter().filter(found).count();
    // "Diesel" gets cheaper, "the price of diesel" falls.
    let measures = |of: &Trend, other: &Trend| {
        let head = other.head.as_ref();
        of.head.as_ref().is_some_and(|w| MEASURES.contains(&w.lemma.as_str()))
            && head.is_some_and(|head| of.thing.iter().any(|w| w.may_mean(head)))
    };
    let heads = x.head.as_ref().zip(y.head.as_ref()).is_some_and(|(p, q)| p.may_mean(q));
    // "The price of zinc", "house prices": told apart by what is beside the noun.
    let beside = |of: &Trend| {
        let head = of.head.clone();
        of.thing
            .iter()
            .filter(move |w| head.as_ref().is_none_or(|head| head.token != w.token))
            .cloned()
            .collect::<Vec<Word>>()
    };
    let (mine, theirs) = (beside(x), beside(y));
    let apart = heads
        && !mine.is_empty()
        && !theirs.is_empty()
        && !mine.iter().any(|word| theirs.iter().any(|other| may_be_one(word, other)));
    !apart
        && 2 * common >= x.thing.len().min(y.thing.len())
        && (heads || measures(x, y) || measures(y, x))
        && shared(story, &x.thing, &y.thing, &[]) >= ONE_AMOUNT
}

/// Whether both may be words for one thing: "zinc" and "metal".
fn may_be_one(word: &Word, other: &Word) -> bool {
    word.may_mean(other)
        || lexicon::is_kind_of(&word.lemma, &other.lemma, word.pos, 2)
        || lexicon::is_kind_of(&other.lemma, &word.lemma, word.pos, 2)
}

/// Whether the article tells of the amount that it went the other way too.
fn turns(story: &Story, told: Told, trend: &Trend) -> bool {
    told.article_claims(story).iter().any(|claim| match &claim.content {
        Content::Trend(other) => other.way != trend.way && is_same(story, trend, other),
        _ => false,
    })
}
