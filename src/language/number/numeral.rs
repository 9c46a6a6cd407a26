//! Numerals in digits, words and both: `12,400`, `13.2 million`, `two hundred and six`, `half a dozen`, `two-thirds`.

use super::amount::{Amount, parse_digits, scaled, trailing_place, whole, within_limits};
use crate::language::{
    term::Term,
    token::TokenKind,
    words::{Gap, Words},
};

/// A number and the words that say it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::language) struct Numeral {
    /// One past its last word.
    pub end: usize,
    pub value: Amount,
    /// The place value of its last digit, zeros aside: 100,000 for `13.2 million`, 100 for `12,400`.
    pub grain: Amount,
    pub shape: Shape,
}

/// What a numeral looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::language) enum Shape {
    /// Digits and nothing else.
    Digits,
    /// At least one word.
    Words,
    /// A part of something: `two-thirds`, `half`, `a quarter`.
    Part,
    /// `dozens`, `hundreds`, `tens of thousands`: the value is the unit.
    Vague,
    /// `hundred`, `dozen`, `thousand` after `several` or `a few`: the value is the unit.
    Few,
}

/// The numeral that begins at word `i`, the longest reading.
pub(in crate::language) fn numeral(words: &Words, i: usize) -> Option<Numeral> {
    let read =
        vague(words, i).or_else(|| halves(words, i)).or_else(|| part(words, i)).or_else(|| cardinal(words, i))?;
    (within_limits(read.value) && read.value >= whole(0)).then_some(read)
}

/// `dozens`, `hundreds of thousands`, `tens of millions`, and `hundred` after `several`; the value is the least that the words allow.
fn vague(words: &Words, i: usize) -> Option<Numeral> {
    let few = |unit| Numeral { end: i + 1, value: unit, grain: unit, shape: Shape::Few };
    let after_few = words.follows(i, &["several", "few"]);
    let first = match words.term(i) {
        Term::Many(n) => n,
        Term::Dozen if after_few => return Some(few(whole(12))),
        Term::Hundred if after_few => return Some(few(whole(100))),
        Term::Scale(power) if after_few => return Some(few(scaled(1, power.into()))),
        Term::Tens => 10,
        _ => return None,
    };
    let (end, n) = match words.term(i + 2) {
        Term::Many(n) if words.is(i + 1, "of") => (i + 3, first.checked_mul(n)?),
        _ if first == 10 => return None,
        _ => (i + 1, first),
    };
    Some(Numeral { end, value: whole(n.into()), grain: whole(n.into()), shape: Shape::Vague })
}

/// `half`, `a third`, `two-thirds`, `three quarters`; whether it is a part *of* something is for the caller to see.
fn part(words: &Words, i: usize) -> Option<Numeral> {
    let (count, at) = match words.term(i) {
        Term::Half => return Some(part_of(i + 1, Amount::new(1, 2))),
        Term::Article => (1, i + 1),
        Term::Small(n @ 1..=19) => (n.into(), i + 1),
        _ => return None,
    };
    let size: i128 = match words.term(at) {
        Term::Half if count == 1 => 2,
        Term::Quarter => 4,
        Term::Ordinal(n @ 3..) => n.into(),
        _ => return None,
    };
    let plural = words.text(at).ends_with(['s', 'S']);
    (plural == (count > 1) && count < size).then(|| part_of(at + 1, Amount::new(count, size)))
}

fn part_of(end: usize, value: Amount) -> Numeral {
    Numeral { end, value, grain: value, shape: Shape::Part }
}

/// `half a million`, `half-dozen`, `a half million`, `a quarter of a million`, `a quarter million`.
fn halves(words: &Words, i: usize) -> Option<Numeral> {
    let at = i + usize::from(words.term(i) == Term::Article);
    let size = match words.term(at) {
        Term::Half => 2,
        Term::Quarter => 4,
        _ => return None,
    };
    let mut next = at + 1;
    next += usize::from(words.is(next, "of") && words.term(next + 1) == Term::Article);
    next += usize::from(words.term(next) == Term::Article);
    let unit = match words.term(next) {
        Term::Dozen => whole(12),
        Term::Hundred => whole(100),
        Term::Scale(power) => scaled(1, power.into()),
        _ => return None,
    };
    Some(in_words(next + 1, unit / whole(size)))
}

fn in_words(end: usize, value: Amount) -> Numeral {
    Numeral { end, value, grain: grain(value), shape: Shape::Words }
}

/// The place value of the last digit of a number: of `2.5` 0.1, of `4,000` 1,000; of a third nothing is rounded.
fn grain(value: Amount) -> Amount {
    if value.is_integer() {
        return whole(trailing_place(value.to_integer()));
    }
    let places = (1..=6).find(|p| (value * scaled(1, *p)).is_integer());
    places.map_or(whole(0), |p| scaled(1, -p))
}

/// Digits or words, groups under a hundred, hundreds and scales: the usual grammar of English cardinals.
fn cardinal(words: &Words, i: usize) -> Option<Numeral> {
    let mut at = i;
    let (mut total, mut scale) = (whole(0), u8::MAX);
    let mut end = i;
    let mut shape = Shape::Words;
    let mut grain_of_digits = None;
    while let Some(group) = group(words, at, end > i) {
        let mut value = group.value;
        let mut next = group.end;
        let (n, smallest) = half_after(words, next);
        if n > next {
            (value, next) = (value + smallest, n);
        }
        let power = match words.term(next) {
            Term::Scale(power) if power < scale => power,
            _ => short_scale(words, at, next).filter(|p| *p < scale).unwrap_or(0),
        };
        if power > 0 {
            next += 1;
            // `a million and a half`
            let (n, rest) = half_after(words, next);
            if n > next {
                (value, next) = (value + rest, n);
            }
        }
        if power == 0 && scale <= 3 && group.value >= whole(1_000) {
            break;
        }
        total += if power == 0 { value } else { value * scaled(1, power.into()) };
        if let Some(places) = group.places {
            grain_of_digits = (places > 0).then(|| scaled(1, i32::from(power) - places));
            shape = if power == 0 && end == i { Shape::Digits } else { Shape::Words };
        }
        (end, scale) = (next, power);
        if power == 0 || !within_limits(total) {
            break;
        }
        at = end + usize::from(words.is(end, "and") && starts_group(words.term(end + 1)));
    }
    (end > i).then(|| Numeral { end, value: total, grain: grain_of_digits.unwrap_or_else(|| grain(total)), shape })
}

/// A number without a scale: `206`, `two hundred and six`, `forty-two`, `a hundred`, `five dozen`, `3 1/2`.
struct Group {
    end: usize,
    value: Amount,
    /// Decimal places, when it is in digits.
    places: Option<i32>,
}

fn group(words: &Words, i: usize, inner: bool) -> Option<Group> {
    let word = words.at(i);
    if word.kind == TokenKind::Number && !inner {
        let (value, places) = parse_digits(words.text(i))?;
        // `3 1/2`
        let mixed = words.is_number(i + 1) && words.text(i + 1).contains('/') && value.is_integer();
        return match parse_digits(words.text(i + 1)).filter(|_| mixed) {
            Some((part, _)) => Some(Group { end: i + 2, value: value + part, places: Some(0) }),
            None => multiply(words, i + 1, value, Some(places)),
        };
    }
    let (end, value) = match word.term {
        Term::Article if !inner && words.at(i + 1).gap == Gap::Blank => match words.term(i + 1) {
            Term::Hundred | Term::Scale(_) | Term::Dozen => (i + 1, 1),
            _ => return None,
        },
        _ => below_hundred(words, i)?,
    };
    multiply(words, end, whole(value.into()), None)
}

/// `hundred and six` or `dozen` after `value`.
fn multiply(words: &Words, i: usize, value: Amount, places: Option<i32>) -> Option<Group> {
    let plain = Some(Group { end: i, value, places });
    match words.term(i) {
        Term::Dozen => Some(Group { end: i + 1, value: value * whole(12), places: None }),
        Term::Hundred if value < whole(100) => {
            let mut value = value * whole(100);
            let mut end = i + 1;
            let next = end + usize::from(words.is(end, "and"));
            if let Some((after, rest)) = below_hundred(words, next).filter(|_| places.is_none()) {
                (end, value) = (after, value + whole(rest.into()));
            }
            Some(Group { end, value, places })
        }
        _ => plain,
    }
}

/// One to ninety-nine in words: one past the last word, and the value.
fn below_hundred(words: &Words, i: usize) -> Option<(usize, u8)> {
    match words.term(i) {
        Term::Small(n) => Some((i + 1, n)),
        Term::Ten(n) => match words.term(i + 1) {
            Term::Small(m @ 1..=9) if words.at(i + 1).gap != Gap::Nothing => Some((i + 2, n + m)),
            _ => Some((i + 1, n)),
        },
        _ => None,
    }
}

fn starts_group(term: Term) -> bool {
    matches!(term, Term::Small(_) | Term::Ten(_))
}

/// `and a half`, `and three-quarters` from word `i` on: one past it, and its value. Word `i` itself when there is none.
fn half_after(words: &Words, i: usize) -> (usize, Amount) {
    match part(words, i + 1).filter(|_| words.is(i, "and")) {
        Some(part) if !words.is(part.end, "of") => (part.end, part.value),
        _ => (i, whole(0)),
    }
}

/// The power of a scale that is shortened to letters: `1.4bn`, `2.4m`, `200k`. A bare `m` needs a currency before the
/// digits, which begin at `start`, or it means metres.
fn short_scale(words: &Words, start: usize, i: usize) -> Option<u8> {
    let money = words.before(start, 1).kind == TokenKind::Symbol && start > 0;
    let glued = words.at(i).gap == Gap::Nothing;
    let power = match words.text(i) {
        "bn" | "billion" => 9,
        "tn" | "trn" => 12,
        "mn" | "mln" => 6,
        "k" | "K" if glued => 3,
        "m" | "M" if money => 6,
        "b" | "B" if money && glued => 9,
        "t" | "T" if money && glued => 12,
        _ => return None,
    };
    (words.is_word(i) && words.is_number(start)).then_some(power)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{number::amount::decimal, token::tokenize};

    fn read(text: &str) -> Option<(String, usize)> {
        let words = Words::new(text, &tokenize(text));
        numeral(&words, 0).map(|n| (decimal(n.value), words.len() - n.end))
    }

    #[test]
    fn cardinals() {
        for (text, value) in [
            ("23", "23"),
            ("12,400", "12400"),
            ("13.2 million", "13200000"),
            ("1.4bn", "1400000000"),
            ("200k", "200000"),
            ("forty-two", "42"),
            ("forty two", "42"),
            ("nineteen", "19"),
            ("a dozen", "12"),
            ("five dozen", "60"),
            ("two hundred and six", "206"),
            ("a hundred", "100"),
            ("three thousand two hundred", "3200"),
            ("one million two hundred thousand and five", "1200005"),
            ("half a million", "500000"),
            ("half-million", "500000"),
            ("half a dozen", "6"),
            ("a half-dozen", "6"),
            ("a quarter of a million", "250000"),
            ("two and a half million", "2500000"),
            ("a million and a half", "1500000"),
            ("four and a half", "4.5"),
            ("3 1/2", "3.5"),
            ("3½", "3.5"),
            ("a third", "0.333"),
            ("two-thirds", "0.667"),
            ("three quarters", "0.75"),
            ("half", "0.5"),
            ("dozens", "12"),
            ("tens of thousands", "10000"),
            ("hundreds of thousands", "100000"),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), 0)), "{text}");
        }
    }

    #[test]
    fn where_a_numeral_ends() {
        for (text, value, left) in [
            ("two and three", "2", 2),
            ("a hundred people", "100", 1),
            ("ten million and some", "10000000", 2),
            ("twelve hundred and", "1200", 1),
            ("6 million 5 thousand", "6000000", 2),
            ("five m", "5", 1),
        ] {
            assert_eq!(read(text), Some((value.to_owned(), left)), "{text}");
        }
    }

    #[test]
    fn what_is_no_numeral() {
        for text in ["a man", "no one", "and", "third", "a", "tens", "million", "2:30"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
