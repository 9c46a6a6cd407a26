//! All anchors of one article, looked for together: one pass over the text, however many they are.

use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use rustc_hash::FxBuildHasher;

use super::{Anchor, Found, alike::Alike, normal, normal::Searchable};
use crate::syntax::Prose;

/// A quote that stands in more places than this is too common to tell where it belongs.
const MOST_PLACES: usize = 256;

/// How many places of all quotes together are looked at.
const MOST_MATCHES: usize = 100_000;

/// Stands for an empty quote: no text has it.
const NOTHING: &str = "\0\0";

/// A quote that is found once counts as found, whatever stands around it, when it is of this many words.
const TELLING: usize = 4;

/// Anchors, made ready for searching. Searching takes time linear in the length of the article.
#[derive(Clone, Debug, Default)]
pub struct AnchorSet {
    /// Sorted, each once.
    anchors: Vec<Anchor>,
    numbers: HashMap<Anchor, usize, FxBuildHasher>,
    patterns: Arc<[Pattern]>,
    /// `None` where there is nothing to look for.
    finder: Option<AhoCorasick>,
}

/// An anchor in normal text.
#[derive(Debug)]
pub struct Pattern {
    pub quote: String,
    pub before: String,
    pub after: String,
}

impl PartialEq for AnchorSet {
    fn eq(&self, other: &AnchorSet) -> bool {
        self.anchors == other.anchors
    }
}

impl AnchorSet {
    /// Makes anchors ready.
    pub fn new(anchors: BTreeSet<Anchor>) -> AnchorSet {
        let anchors: Vec<Anchor> = anchors.into_iter().collect();
        let pattern = |anchor: &Anchor| Pattern {
            quote: normal(&anchor.quote),
            before: normal(&anchor.before),
            after: normal(&anchor.after),
        };
        let patterns: Vec<Pattern> = anchors.iter().map(pattern).collect();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns.iter().map(|pattern| if pattern.quote.is_empty() { NOTHING } else { &pattern.quote }));
        let numbers = anchors.iter().cloned().zip(0..).collect();
        AnchorSet { finder: finder.ok().filter(|_| !anchors.is_empty()), anchors, numbers, patterns: patterns.into() }
    }

    /// Whether it holds just these anchors.
    pub fn is(&self, anchors: &BTreeSet<Anchor>) -> bool {
        self.anchors.len() == anchors.len() && self.anchors.iter().eq(anchors)
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.anchors.is_empty()
    }

    /// The number of an anchor among what [`AnchorSet::resolve`] returns.
    pub fn index_of(&self, anchor: &Anchor) -> Option<usize> {
        self.numbers.get(anchor).copied()
    }

    /// Where each anchor is in the article with this text.
    pub fn resolve(&self, source: &str, prose: &Prose) -> Vec<Found> {
        let Some(finder) = &self.finder else {
            return vec![Found::NotSearched; self.anchors.len()];
        };
        let searchable = Searchable::new(prose);
        let mut places: Vec<Vec<(usize, usize)>> = vec![Vec::new(); self.anchors.len()];
        let mut matches = 0;
        for found in finder.find_overlapping_iter(&searchable.text) {
            matches += 1;
            if matches > MOST_MATCHES {
                break;
            }
            let places = &mut places[found.pattern().as_usize()];
            if places.len() <= MOST_PLACES && found.start() < found.end() {
                let whole = searchable.is_whole(found.start(), found.end());
                places.extend(whole.then_some((found.start(), found.end())));
            }
        }
        let mut alike = Alike::new(&searchable);
        let resolve = |(i, places): (usize, Vec<(usize, usize)>)| {
            let pattern = &self.patterns[i];
            if pattern.quote.is_empty() {
                return Found::Lost;
            }
            if matches > MOST_MATCHES || places.len() > MOST_PLACES {
                return Found::NotSearched;
            }
            match choose(&searchable, pattern, &places) {
                Choice::One(start, end) => {
                    let span = searchable.place(start, end);
                    Found::Here { span, exact: span.of(source) == self.anchors[i].quote }
                }
                Choice::Unsure(start, end) => Found::Changed(searchable.place(start, end)),
                Choice::Several(places) => {
                    Found::Ambiguous(places.into_iter().map(|(start, end)| searchable.place(start, end)).collect())
                }
                Choice::None => alike.find(pattern),
            }
        };
        places.into_iter().enumerate().map(resolve).collect()
    }
}

enum Choice {
    None,
    One(usize, usize),
    /// The words are there once, but they are few and in other surroundings.
    Unsure(usize, usize),
    Several(Vec<(usize, usize)>),
}

/// The place among several whose surroundings agree most with the anchor's.
fn choose(searchable: &Searchable, pattern: &Pattern, places: &[(usize, usize)]) -> Choice {
    let agreement = |&(start, end): &(usize, usize)| {
        let before = agreeing(pattern.before.rsplit(' '), searchable.text[..start].trim_end().rsplit(' '));
        before + agreeing(pattern.after.split(' '), searchable.text[end..].trim_start().split(' '))
    };
    let best = places.iter().map(agreement).max().unwrap_or_default();
    let context = !(pattern.before.is_empty() && pattern.after.is_empty());
    let best_places: Vec<_> = places.iter().copied().filter(|place| agreement(place) == best).collect();
    match best_places[..] {
        [] => Choice::None,
        [(start, end)] => {
            let telling = best > 0 || !context || pattern.quote.split(' ').count() >= TELLING;
            if telling { Choice::One(start, end) } else { Choice::Unsure(start, end) }
        }
        _ => Choice::Several(best_places),
    }
}

/// How many words agree before the first that does not.
fn agreeing<'a>(wanted: impl Iterator<Item = &'a str>, there: impl Iterator<Item = &'a str>) -> usize {
    wanted.zip(there).take_while(|(a, b)| a == b && !a.is_empty()).count()
}
