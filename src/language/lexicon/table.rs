//! Tables embedded as text: one entry a line, `key = value`; `#` begins a comment.

use std::{collections::HashMap, ops::Range};

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use super::key::Key;

/// Keys with their values; a key may have several.
pub(super) struct Table<V> {
    /// Where the values of each key lie.
    places: HashMap<SmolStr, Range<u32>, FxBuildHasher>,
    /// Those of one key side by side, in the order in which they were given.
    values: Box<[V]>,
}

impl<V> Table<V> {
    /// Reads a file in which every key stands once. `value` makes the value of the text after ` = ` (empty when there is
    /// none) and gives `None` where that text is not well-formed, which no file here is.
    pub(super) fn read(text: &'static str, value: impl Fn(&'static str) -> Option<V>) -> Table<V> {
        Table::new(entries(text).filter_map(|(key, text)| {
            let value = value(text);
            debug_assert!(value.is_some(), "not well-formed: {key} = {text}");
            Some((key, value?))
        }))
    }

    /// The table of these names, in any spelling and order.
    pub(super) fn new<'a>(entries: impl IntoIterator<Item = (&'a str, V)>) -> Table<V> {
        let keyed = entries.into_iter().filter_map(|(name, value)| Some((SmolStr::new(&*Key::new(name)?), value)));
        let mut entries: Vec<(SmolStr, V)> = keyed.collect();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut places: HashMap<SmolStr, Range<u32>, FxBuildHasher> = HashMap::default();
        let mut values = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let at = values.len() as u32;
            places.entry(key).and_modify(|place| place.end = at + 1).or_insert(at..at + 1);
            values.push(value);
        }
        Table { places, values: values.into() }
    }

    /// The value of `word`, in any spelling: its first when it has several.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        self.all(word).next()
    }

    /// All values of `word`, in the order in which they were given.
    pub(super) fn all<'a>(&'a self, word: &str) -> impl Iterator<Item = &'a V> + use<'a, V> {
        let key = if Key::is_one(word) { None } else { Some(Key::new(word).unwrap_or_default()) };
        let place = self
            .places
            .get(key.as_deref().unwrap_or(word))
            .map_or(0..0, |place| place.start as usize..place.end as usize);
        self.values[place].iter()
    }

    /// Whether the table has `word`, in any spelling.
    pub(super) fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The entries of a file as they are written: key and value.
pub(super) fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split_once(" =").map_or((line, ""), |(key, value)| (key, value.trim())))
}

/// The parts of a list with commas, which may be empty.
pub(super) fn list(text: &'static str) -> impl Iterator<Item = &'static str> + Clone {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}
