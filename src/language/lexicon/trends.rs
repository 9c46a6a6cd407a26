//! Which way an amount goes, as a word says: "plummet", "an upturn", "cheaper".

use std::sync::LazyLock;

use super::{
    Pos,
    table::{Table, entries, list},
};

/// Which way an amount goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Way {
    Up,
    Down,
}

/// The way that a word says an amount goes: a verb in base form with its particle, a noun in the singular, an adjective as it is
/// compared.
///
/// ```
/// use twosource::language::lexicon::{Pos, Way, way};
///
/// assert_eq!(way("go up", Pos::Verb), Some(Way::Up));
/// assert_eq!(way("cheaper", Pos::Adjective), Some(Way::Down));
/// assert_eq!(way("downturn", Pos::Noun), Some(Way::Down));
/// assert_eq!(way("cheaper", Pos::Verb), None);
/// ```
pub fn way(word: &str, pos: Pos) -> Option<Way> {
    WAYS.all(word).find(|(of, _)| *of == pos).map(|(_, way)| *way)
}

static WAYS: LazyLock<Table<(Pos, Way)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for (name, text) in entries(include_str!("../data/trends.txt")) {
        let way = if name == "up" { Way::Up } else { Way::Down };
        for (part, pos) in text.split(';').zip([Pos::Verb, Pos::Noun, Pos::Adjective]) {
            words.extend(list(part).map(|word| (word, (pos, way))));
        }
    }
    Table::new(words)
});
