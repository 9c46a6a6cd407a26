//! Finding words that were changed: by the words around them and those that are left.

use std::collections::HashMap;

use super::{Found, normal::Searchable, set::Pattern};

/// How much may be compared for all changed anchors of an article together, in words. About a millisecond.
const BUDGET: usize = 300_000;

/// A word that occurs more often than this tells nothing about the place.
const COMMON: usize = 48;

/// The longest quote and the longest context that are compared, in words.
const LONGEST: usize = 60;

/// So much of a pattern's words must be found again, in percent.
const LIKENESS: usize = 45;

/// The words of an article by where they stand; made when first needed.
pub struct Alike<'a> {
    searchable: &'a Searchable<'a>,
    words: Option<Words<'a>>,
    budget: usize,
}

struct Words<'a> {
    /// Each word and its bytes in the normal text.
    all: Vec<(&'a str, usize, usize)>,
    by_word: HashMap<&'a str, Vec<u32>>,
}

impl<'a> Alike<'a> {
    pub fn new(searchable: &'a Searchable<'a>) -> Alike<'a> {
        Alike { searchable, words: None, budget: BUDGET }
    }

    /// The place that is most like what the pattern quotes and what stood around it.
    pub fn find(&mut self, pattern: &Pattern) -> Found {
        let text = &self.searchable.text;
        let words = self.words.get_or_insert_with(|| Words::new(text));
        let before: Vec<&str> = split(&pattern.before).map(|w| w.0).collect();
        let quote: Vec<&str> = split(&pattern.quote).map(|w| w.0).take(LONGEST).collect();
        let after: Vec<&str> = split(&pattern.after).map(|w| w.0).take(LONGEST).collect();
        let before = &before[before.len().saturating_sub(LONGEST)..];
        let wanted: Vec<&str> = before.iter().chain(&quote).chain(&after).copied().collect();
        let quoted = before.len()..before.len() + quote.len();

        let Some(first) = words.vote(&wanted, &mut self.budget) else {
            return if self.budget == 0 { Found::NotSearched } else { Found::Lost };
        };
        let slack = wanted.len() / 2 + 4;
        let start = first.saturating_sub(slack as i64).max(0) as usize;
        let end = ((first + (wanted.len() + slack) as i64).max(0) as usize).min(words.all.len());
        let window = &words.all[start.min(end)..end];
        let cost = wanted.len() * window.len();
        if cost > self.budget {
            self.budget = 0;
            return Found::NotSearched;
        }
        self.budget -= cost;
        let pairs = common(&wanted, &window.iter().map(|w| w.0).collect::<Vec<_>>());
        if pairs.len() < 2 || pairs.len() * 100 < wanted.len() * LIKENESS {
            return Found::Lost;
        }
        // From behind what stood before to what stood after, or else the words that are left of the quote.
        let in_quote = || pairs.iter().filter(|(i, _)| quoted.contains(i)).map(|(_, j)| *j);
        let left = pairs.iter().filter(|(i, _)| *i < quoted.start).map(|(_, j)| j + 1).max().or(in_quote().min());
        let right = pairs.iter().filter(|(i, _)| *i >= quoted.end).map(|(_, j)| *j).min();
        let right = right.or(in_quote().max().map(|j| j + 1));
        let (Some(left), Some(right)) = (left, right) else {
            return Found::Lost;
        };
        // Everything quoted is gone: point at the word behind the gap.
        let right = right.max(left + 1).min(window.len());
        let left = left.min(right - 1);
        Found::Changed(self.searchable.place(window[left].1, window[right - 1].2))
    }
}

impl<'a> Words<'a> {
    fn new(text: &'a str) -> Words<'a> {
        let all: Vec<_> = split(text).collect();
        let mut by_word: HashMap<&str, Vec<u32>> = HashMap::with_capacity(all.len());
        for (i, (word, ..)) in all.iter().enumerate() {
            by_word.entry(word).or_default().push(i as u32);
        }
        Words { all, by_word }
    }

    /// Where a stretch would begin that has most of the wanted words in their places, give or take a few.
    fn vote(&self, wanted: &[&str], budget: &mut usize) -> Option<i64> {
        const BLUR: i64 = 4;
        let mut votes: HashMap<i64, usize> = HashMap::new();
        for (i, word) in wanted.iter().enumerate() {
            let places = self.by_word.get(word).filter(|places| places.len() <= COMMON);
            for place in places.into_iter().flatten() {
                let bucket = (i64::from(*place) - i as i64).div_euclid(BLUR);
                *votes.entry(bucket).or_default() += 1;
            }
            let cost = places.map_or(1, Vec::len);
            *budget = budget.saturating_sub(cost);
        }
        if *budget == 0 {
            return None;
        }
        let with_next = |bucket: i64| votes.get(&bucket).unwrap_or(&0) + votes.get(&(bucket + 1)).unwrap_or(&0);
        let best = votes.keys().max_by_key(|bucket| (with_next(**bucket), std::cmp::Reverse(**bucket)))?;
        Some(best * BLUR)
    }
}

/// The words of a normal text with their bytes.
fn split(text: &str) -> impl Iterator<Item = (&str, usize, usize)> {
    let is_part = |c: char| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_part)?;
        let end = start + text[start..].find(|c| !is_part(c)).unwrap_or(text.len() - start);
        at = end;
        Some((&text[start..end], start, end))
    })
}

/// The longest common subsequence, as pairs of indices.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut lengths = vec![0u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
