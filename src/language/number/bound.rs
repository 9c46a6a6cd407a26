//! The words around a number that make a bound or an estimate of it: `more than`, `about`, `or so`.

use super::{
    amount::{Amount, whole},
    numeral::Shape,
    quantity::Bound,
};
use crate::language::words::{Gap, Words};

/// Longer phrases stand before their endings: `no more than` before `more than`.
const BEFORE: &[(&str, Bound)] = &[
    ("no more than", Bound::AtMost),
    ("not more than", Bound::AtMost),
    ("no fewer than", Bound::AtLeast),
    ("not fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("slightly more than", Bound::JustOver),
    ("little more than", Bound::JustOver),
    ("shade more than", Bound::JustOver),
    ("slightly less than", Bound::Nearly),
    ("slightly fewer than", Bound::Nearly),
    ("little less than", Bound::Nearly),
    ("shade less than", Bound::Nearly),
    ("more than", Bound::MoreThan),
    ("greater than", Bound::MoreThan),
    ("less than", Bound::LessThan),
    ("fewer than", Bound::LessThan),
    ("in excess of", Bound::MoreThan),
    ("upward of", Bound::MoreThan),
    ("upwards of", Bound::MoreThan),
    ("just over", Bound::JustOver),
    ("just above", Bound::JustOver),
    ("slightly over", Bound::JustOver),
    ("little over", Bound::JustOver),
    ("shade over", Bound::JustOver),
    ("just under", Bound::Nearly),
    ("just below", Bound::Nearly),
    ("just short of", Bound::Nearly),
    ("slightly under", Bound::Nearly),
    ("little under", Bound::Nearly),
    ("shade under", Bound::Nearly),
    ("not quite", Bound::Nearly),
    ("at least", Bound::AtLeast),
    ("at most", Bound::AtMost),
    ("minimum of", Bound::AtLeast),
    ("maximum of", Bound::AtMost),
    ("as many as", Bound::AtMost),
    ("as much as", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("close to", Bound::About),
    ("something like", Bound::About),
    ("in the region of", Bound::About),
    ("estimated", Bound::About),
    ("about", Bound::About),
    ("around", Bound::About),
    ("some", Bound::About),
    ("roughly", Bound::About),
    ("approximately", Bound::About),
    ("circa", Bound::About),
    ("nearly", Bound::Nearly),
    ("almost", Bound::Nearly),
    ("well over", Bound::MoreThan),
    ("over", Bound::MoreThan),
    ("above", Bound::MoreThan),
    ("exceeding", Bound::MoreThan),
    ("under", Bound::LessThan),
    ("below", Bound::LessThan),
];

const AFTER: &[(&str, Bound)] = &[
    ("or so", Bound::About),
    ("or thereabouts", Bound::About),
    ("or more", Bound::AtLeast),
    ("or fewer", Bound::AtMost),
    ("or less", Bound::AtMost),
];

/// The bound whose words end right before word `i`, and where they begin.
pub(super) fn before(words: &Words, i: usize) -> Option<(usize, Bound)> {
    let found = BEFORE.iter().find_map(|(phrase, bound)| Some((words.ends_with(i, phrase)?, *bound)));
    let (start, bound) = found.or_else(|| {
        let about = words.follows(i, &["~"]);
        about.then(|| (i - 1, Bound::About))
    })?;
    // `a little over`, `an estimated`
    let article = words.follows(start, &["a", "an"]);
    let takes_article = words.is_any(start, &["little", "shade", "estimated", "minimum", "maximum"]);
    Some((start - usize::from(article && takes_article), bound))
}

/// The bound whose words begin at word `i`, right after a number, and one past its last word.
pub(super) fn after(words: &Words, i: usize) -> Option<(usize, Bound)> {
    if words.at(i).gap == Gap::Hyphen {
        let bound = match words.text(i) {
            "odd" => Bound::About,
            "plus" => Bound::AtLeast,
            _ => return None,
        };
        return Some((i + 1, bound));
    }
    if words.is(i, "+") && words.at(i).gap == Gap::Nothing {
        return Some((i + 1, Bound::AtLeast));
    }
    AFTER.iter().find_map(|(phrase, bound)| Some((words.starts_with(i, phrase)?, *bound)))
}

/// The range of a vague amount of `unit`: `dozens` up to twenty of it, `several hundred` two to ten.
pub(super) fn vague(shape: Shape, unit: Amount) -> Option<(Amount, Bound)> {
    match shape {
        Shape::Vague => Some((unit, Bound::UpTo(unit * whole(20)))),
        Shape::Few => Some((unit * whole(2), Bound::UpTo(unit * whole(10)))),
        _ => None,
    }
}
