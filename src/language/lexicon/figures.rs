//! What a number is a number of, as the words near it say: a fine, a price, an attendance.

use std::sync::LazyLock;

use super::{
    Pos,
    table::{Table, entries, list},
    words::base_forms,
};

/// In what a figure is given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum FigureUnit {
    Money,
    Percent,
    Measure,
    /// A count of people.
    People,
}

/// Something that numbers are given of. Equal for all words for it; the number means nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub struct Figure(u16);

impl Figure {
    /// In what it is given.
    pub fn unit(self) -> Option<FigureUnit> {
        FIGURES.of.get(usize::from(self.0)).map(|(unit, _)| *unit)
    }

    /// The words of which one must be near where the word alone may mean something else; none where it may not.
    pub fn context(self) -> &'static [&'static str] {
        FIGURES.of.get(usize::from(self.0)).map(|(_, context)| context.as_slice()).unwrap_or_default()
    }
}

/// The figures that a noun, verb or phrase near a number may tell it to be.
///
/// ```
/// use twosource::language::lexicon::figures;
///
/// let shared = |a, b| figures(a).iter().any(|figure| figures(b).contains(figure));
/// assert!(shared("fined", "penalty") && shared("crowd", "in front of") && !shared("fined", "bail"));
/// ```
pub fn figures(word: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = FIGURES.words.all(word).copied().collect();
    for pos in [Pos::Noun, Pos::Verb] {
        base_forms(word, pos).for_each(|form| found.extend(FIGURES.words.all(&form)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

struct Figures {
    words: Table<Figure>,
    /// By number.
    of: Vec<(FigureUnit, Vec<&'static str>)>,
}

static FIGURES: LazyLock<Figures> = LazyLock::new(|| {
    let (mut words, mut of) = (Vec::new(), Vec::new());
    for ((_, text), number) in entries(include_str!("../data/figures.txt")).zip(0..) {
        let mut parts = text.split(';').map(str::trim);
        let unit = match parts.next() {
            Some("money") => FigureUnit::Money,
            Some("percent") => FigureUnit::Percent,
            Some("measure") => FigureUnit::Measure,
            _ => FigureUnit::People,
        };
        words.extend(list(parts.next().unwrap_or_default()).map(|word| (word, Figure(number))));
        of.push((unit, list(parts.next().unwrap_or_default()).collect()));
    }
    Figures { words: Table::new(words), of }
});
