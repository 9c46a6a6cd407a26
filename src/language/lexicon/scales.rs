//! Words that judge how something goes or is, by scale and end: calm and chaotic, friendly and bitter.

use std::sync::LazyLock;

use super::{
    Pos,
    table::{Table, entries, list},
    words::base_forms,
};

/// One end of a scale.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Judgement {
    /// Equal for words of one scale; the number means nothing else.
    pub scale: u16,
    /// Which of the two ends.
    pub first: bool,
}

impl Judgement {
    /// Whether both cannot be said of one thing.
    pub fn is_opposed_to(self, other: Judgement) -> bool {
        self.scale == other.scale && self.first != other.first
    }
}

/// The ends of scales that a noun, adjective or adverb names, a superlative as its base.
///
/// ```
/// use twosource::language::lexicon::judgements;
///
/// let opposed = |a, b| judgements(a).any(|x| judgements(b).any(|y| x.is_opposed_to(y)));
/// assert!(opposed("calm", "bedlam") && opposed("amicable", "acrimony"));
/// assert!(!opposed("calm", "orderly") && !opposed("calm", "acrimony"));
/// ```
pub fn judgements(word: &str) -> impl Iterator<Item = Judgement> {
    let bases = word.ends_with("est").then(|| base_forms(word, Pos::Adjective)).into_iter().flatten();
    SCALES.all(word).copied().chain(bases.flat_map(|base| SCALES.all(&base).copied().collect::<Vec<_>>()))
}

static SCALES: LazyLock<Table<Judgement>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for ((_, text), scale) in entries(include_str!("../data/scales.txt")).zip(0..) {
        for (end, first) in text.split(';').zip([true, false]) {
            words.extend(list(end).map(|word| (word, Judgement { scale, first })));
        }
    }
    Table::new(words)
});
