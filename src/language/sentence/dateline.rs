//! The dateline before a report's first sentence: `MARREN, Ohio (Statewire) - `.

/// Bytes in which a dateline must end.
const LONGEST: usize = 120;

/// The dashes that close a dateline, with blanks around them.
const DASHES: [&str; 5] = [" - ", " -- ", " – ", " — ", " ― "];

/// Where the dateline at the start of a block ends, its dash included; 0 where there is none. It begins with a place in capitals
/// and holds only names, dates, and a news agency in parentheses.
pub(super) fn end(text: &str) -> usize {
    let top = &text[..text.floor_char_boundary(LONGEST)];
    let dash = DASHES.iter().filter_map(|dash| Some((top.find(dash)?, dash.len()))).min();
    let Some((at, len)) = dash else { return 0 };
    let line = &top[..at];
    let place = line.split([',', ' ']).next().unwrap_or_default();
    let shouted = place.chars().count() > 2 && place.chars().all(|c| c.is_uppercase() || c == '.');
    let named = |word: &str| {
        let bare = word.trim_start_matches('(');
        !bare.starts_with(char::is_lowercase) || matches!(bare, "of" | "the" | "and" | "de" | "del" | "la")
    };
    let words = || line.split_whitespace();
    // All in capitals is a headline.
    let closed = line.ends_with([')', '.']) || words().count() < 4;
    if shouted && closed && words().all(named) { at + len } else { 0 }
}
