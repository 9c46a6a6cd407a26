//! How many sources give the same account of a claim, and how many give another one.

use std::collections::BTreeMap;

use super::verdicts::judged_differences_of;
use crate::{
    annotation::normal,
    compare::{ArticleId, Level, Opinion, Passage, Story},
    text::Span,
    workspace::Snapshot,
};

/// A claim of an article, and the passages of other articles that have to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accounts {
    pub span: Span,
    /// How many sources say so, the article itself included where it is one. A reprint is no source of its own.
    pub sources: usize,
    /// The passages of other articles that say the same.
    pub agreeing: Vec<Passage>,
    /// Those of which nobody has decided that the difference may stand.
    pub differing: Vec<Passage>,
}

impl Accounts {
    /// "2 sources, 1 differs"; `None` when there is nothing to tell. One source alone is told when it is asked for.
    pub fn label(&self, single: bool) -> Option<String> {
        let sources = match self.sources {
            0 => None,
            1 => (single && self.differing.is_empty()).then(|| "1 source".to_owned()),
            many => Some(format!("{many} sources")),
        };
        let differing = match self.differing.len() {
            0 => None,
            1 => Some("1 differs".to_owned()),
            many => Some(format!("{many} differ")),
        };
        let parts: Vec<String> = sources.into_iter().chain(differing).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// The claims of an article on which another article has something to say, by place; claims that share words are one.
/// With `single`, also the sentences with claims of which that is not so.
pub fn accounts(snapshot: &Snapshot, article: ArticleId, single: bool) -> Vec<Accounts> {
    let Some(key) = snapshot.story_key(article) else { return Vec::new() };
    let Some(story) = snapshot.story(key) else { return Vec::new() };
    let mut found: BTreeMap<Span, (Vec<Passage>, Vec<Passage>)> = BTreeMap::new();
    for agreement in story.agreements_of(article) {
        for (here, there) in [(agreement.left, agreement.right), (agreement.right, agreement.left)] {
            if here.article == article {
                found.entry(here.span).or_default().0.push(there);
            }
        }
    }
    for (difference, opinion) in judged_differences_of(snapshot, article) {
        let across = difference.level == Level::Differs && !difference.is_within();
        let open = across && !opinion.is_some_and(Opinion::settles);
        if let Some((here, there)) = difference.seen_from(article).filter(|_| open) {
            found.entry(here.at.span).or_default().1.push(there.at);
        }
    }
    if single && let Some(account) = story.account(article) {
        for claim in &account.facts.claims {
            let sentence = account.facts.sentences[claim.sentence as usize].span;
            let next = found.range(sentence..).next().map(|(span, _)| *span);
            let before = found.range(..sentence).next_back().map(|(span, _)| *span);
            if ![next, before].into_iter().flatten().any(|span| span.overlaps(sentence)) {
                found.insert(sentence, Default::default());
            }
        }
    }
    let mut merged: Vec<(Span, Vec<Passage>, Vec<Passage>)> = Vec::new();
    for (span, (agreeing, differing)) in found {
        match merged.last_mut().filter(|(last, ..)| last.overlaps(span)) {
            Some((last, same, other)) => {
                *last = last.cover(span);
                same.extend(agreeing);
                other.extend(differing);
            }
            None => merged.push((span, agreeing, differing)),
        }
    }
    let tidy = |mut passages: Vec<Passage>| {
        passages.sort_by_key(|at| (story.account(at.article).map(|account| &account.name), at.span));
        passages.dedup();
        passages
    };
    let accounts = merged.into_iter().map(|(span, agreeing, differing)| {
        let (agreeing, differing) = (tidy(agreeing), tidy(differing));
        let here = Passage { article, span };
        let sources = sources(snapshot, &story, [here].iter().chain(&agreeing));
        Accounts { span, sources, agreeing, differing }
    });
    accounts.collect()
}

/// How many independent sources passages come from: drafts are none, and who has a sentence word for word is the same.
fn sources<'a>(snapshot: &Snapshot, story: &Story, passages: impl Iterator<Item = &'a Passage>) -> usize {
    let mut by_article: BTreeMap<ArticleId, Vec<String>> = BTreeMap::new();
    for at in passages {
        let is_source = snapshot.article(at.article).is_some_and(|article| !article.metadata().draft);
        let Some(account) = story.account(at.article).filter(|_| is_source) else { continue };
        let sentences = &account.facts.sentences;
        let first = sentences.partition_point(|sentence| sentence.span.end <= at.span.start);
        let sentence = sentences.get(first).map_or(at.span, |sentence| sentence.span);
        by_article.entry(at.article).or_default().push(normal(sentence.of(&account.text)));
    }
    let mut seen: Vec<String> = Vec::new();
    let mut count = 0;
    for sentences in by_article.into_values() {
        count += usize::from(!sentences.iter().any(|sentence| seen.contains(sentence)));
        seen.extend(sentences);
    }
    count
}
