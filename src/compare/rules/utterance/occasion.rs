//! Whether two utterances are of one occasion, as far as it is told.

use smol_str::SmolStr;

use crate::{
    compare::{gate::times_clash, told::Told},
    facts::Occasion,
    language::lexicon::same_thing,
};

/// Words beside a quotation for those who hear everything, and for when.
const ANYBODY: &[&str] = &[
    "afternoon",
    "briefing",
    "conference",
    "day",
    "evening",
    "journalist",
    "media",
    "morning",
    "newsman",
    "newspaper",
    "press",
    "reporter",
    "statement",
];

/// What two occasions have to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// They are two.
    Apart,
    /// They are told with nothing in common: two, or one of which each tells something else.
    Elsewhere,
    /// Not enough is told of them.
    Unknown,
    /// Something is told around both.
    Near,
    /// Something is told of both.
    Shared,
}

/// Compares the occasions of two quotations: told at two times or once as another one, they are two.
pub fn meeting(a: Told, b: Told, x: &Occasion, y: &Occasion) -> Meeting {
    let alike = |p: &[SmolStr], q: &[SmolStr]| {
        p.iter().any(|word| q.iter().any(|other| word == other || same_thing(word, other)))
    };
    let near = alike(&x.near, &y.near);
    // "Told reporters", "told the press that afternoon": whom one tells everything tells nothing.
    let tells = |words: &[SmolStr]| words.iter().any(|word| !ANYBODY.contains(&word.as_str()));
    let disjoint = tells(&x.words) && tells(&y.words) && !near;
    let phases = matches!((x.phase, y.phase), (Some(p), Some(q)) if p != q);
    match () {
        () if phases || x.another != y.another || times_clash(a.claim, b.claim) || weekdays_clash(a, b) => {
            Meeting::Apart
        }
        () if disjoint => Meeting::Elsewhere,
        () if alike(&x.words, &y.words) => Meeting::Shared,
        () if near => Meeting::Near,
        () => Meeting::Unknown,
    }
}

/// Whether both tell of a day of the week, and of none in common: which week it is need not be known.
fn weekdays_clash(a: Told, b: Told) -> bool {
    let days = |told: Told| -> Vec<i8> { told.claim.times.iter().filter_map(|time| time.parts().weekday).collect() };
    let (mine, theirs) = (days(a), days(b));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|day| theirs.contains(day))
}
