//! Lines that say when a text was published or changed, and nothing of what it tells: "Updated: 11 March 2024, 18:50 IST".

use crate::language::{
    Sentence,
    time::{Meaning, TimeExpression},
};

/// Words for what is done with a text.
const LABELS: &[&str] = &["dated", "filed", "issued", "modified", "posted", "published", "revised", "updated"];

/// Words that stand beside the date.
const BESIDE: &[&str] = &["am", "at", "by", "date", "first", "last", "on", "pm", "time", "utc"];

/// Whether a sentence is such a line: there is a label or a full date in it, and hardly anything besides.
pub fn is_stamp(sentence: &Sentence) -> bool {
    let times = &sentence.times;
    let labelled = (0..sentence.tokens.len()).any(|i| sentence.is_any(i, LABELS));
    if times.is_empty() || !labelled && !times.iter().any(is_full) {
        return false;
    }
    (0..sentence.tokens.len()).all(|i| {
        let word = sentence.word(i);
        let timed = times.iter().any(|time| time.span.contains(sentence.tokens[i].span));
        let zone = (2..=4).contains(&word.len()) && word.ends_with('T') && word.chars().all(char::is_uppercase);
        let mark = !word.chars().any(char::is_alphabetic);
        timed || zone || mark || sentence.is_any(i, LABELS) || sentence.is_any(i, BESIDE)
    })
}

/// Whether a time is given with its day, month and year.
fn is_full(time: &TimeExpression) -> bool {
    matches!(time.meaning, Meaning::Date(parts) if parts.day.is_some() && parts.month.is_some() && parts.year.is_some())
}
