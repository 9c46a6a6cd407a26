//! Exact amounts: rational numbers, so that a third is a third and no platform rounds differently.

use num_rational::Ratio;

/// An exact number. Amounts read from a text stay below 10^15 with at most six decimal places, so that converting and
/// comparing two of them cannot overflow.
pub type Amount = Ratio<i128>;

/// Most digits before the decimal point.
const WHOLE: usize = 15;
/// Most decimal places.
const PLACES: usize = 6;

/// The amount `n`.
pub fn whole(n: i128) -> Amount {
    Amount::from_integer(n)
}

/// The amount `n` × 10^`power`.
pub fn scaled(n: i128, power: i32) -> Amount {
    whole(n) * whole(10).pow(power)
}

/// The integer that `amount` is, if it is one and not huge.
pub fn whole_value(amount: Amount) -> Option<i64> {
    amount.is_integer().then(|| amount.to_integer().try_into().ok())?
}

/// Whether an amount computed from two others is still within the limits of [`Amount`].
pub fn within_limits(amount: Amount) -> bool {
    amount < scaled(1, WHOLE as i32) && *amount.denom() <= 10i128.pow(PLACES as u32)
}

/// A number in digits with English separators: `12,400`, `1.4`, `.25`, `3½`, `1/2`. Its value, and how many decimal
/// places are given. Nothing for clock times, versions, dates, codes with leading zeros, and numbers out of limits.
pub fn parse_digits(text: &str) -> Option<(Amount, i32)> {
    if let Some((numerator, denominator)) = text.split_once('/') {
        return simple_fraction(numerator, denominator).map(|f| (f, 0));
    }
    if let Some((at, part)) = text.char_indices().find_map(|(i, c)| Some((i, vulgar(c)?))) {
        let last = text[at..].chars().nth(1).is_none();
        return match (last, at) {
            (false, _) => None,
            (true, 0) => Some((part, 0)),
            (true, _) => whole_number(&text[..at]).map(|n| (n + part, 0)),
        };
    }
    let (before, after) = text.split_once('.').unwrap_or((text, ""));
    if after.len() > PLACES || !after.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value = match before {
        "" if !after.is_empty() => whole(0),
        _ => whole_number(before)?,
    };
    if after.is_empty() {
        return Some((value, 0));
    }
    let places = after.len() as i32;
    Some((value + scaled(after.parse().ok()?, -places), places))
}

/// Digits, perhaps in groups of three.
fn whole_number(text: &str) -> Option<Amount> {
    let digits: String = text.chars().filter(|&c| c != ',').collect();
    let grouped = digits.len() == text.len() || {
        let mut groups = text.split(',');
        groups.next().is_some_and(|g| (1..=3).contains(&g.len())) && groups.all(|g| g.len() == 3)
    };
    let plain = grouped
        && (1..=WHOLE).contains(&digits.len())
        && digits.bytes().all(|b| b.is_ascii_digit())
        && (digits.len() == 1 || !digits.starts_with('0'));
    plain.then(|| digits.parse().ok().map(whole))?
}

/// The fractions people write with a stroke. `9/11` and `24/7` are none.
fn simple_fraction(numerator: &str, denominator: &str) -> Option<Amount> {
    let (n, d): (i128, i128) = (numerator.parse().ok()?, denominator.parse().ok()?);
    (0 < n && n < d && matches!(d, 2 | 3 | 4 | 5 | 8)).then(|| Amount::new(n, d))
}

fn vulgar(c: char) -> Option<Amount> {
    let (n, d) = match c {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some(Amount::new(n, d))
}

/// The place value of the last digit that is not a trailing zero: 100 for 12,400, 1 for 23; 0 for 0.
pub fn trailing_place(n: i128) -> i128 {
    let (mut n, mut place) = (n, 1);
    while n != 0 && n % 10 == 0 {
        (n, place) = (n / 10, place * 10);
    }
    if n == 0 { 0 } else { place }
}

/// In decimal notation, a third rounded to three places: `13200000`, `4.5`, `33.333`.
pub fn decimal(amount: Amount) -> String {
    let thousandths = (amount * whole(1_000)).round().to_integer();
    let (n, places) = (thousandths / 1_000, (thousandths % 1_000).abs());
    let sign = if amount < whole(0) && n == 0 && places > 0 { "-" } else { "" };
    match places {
        0 => n.to_string(),
        _ => format!("{sign}{n}.{places:03}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        parse_digits(text).map(|(value, _)| decimal(value))
    }

    #[test]
    fn digits() {
        for (text, value) in [
            ("7", "7"),
            ("12,400", "12400"),
            ("10,000,000", "10000000"),
            ("1.40", "1.4"),
            ("0.125", "0.125"),
            (".25", "0.25"),
            ("2/3", "0.667"),
            ("3½", "3.5"),
            ("¾", "0.75"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_amount() {
        for text in [
            "",
            "2:30",
            "9/11",
            "24/7",
            "3.2.1",
            "12,40",
            "1,2,3",
            "007",
            "1990s",
            "2nd",
            "½½",
            "2½1",
            "٣",
            "1234567890123456",
            "0.1234567",
            "9/10/2016",
            ".",
            ",",
            "/",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn places() {
        assert_eq!(trailing_place(12_400), 100);
        assert_eq!(trailing_place(23), 1);
        assert_eq!(trailing_place(0), 0);
        assert_eq!(decimal(Amount::new(-1, 2)), "-0.5");
        assert_eq!(decimal(Amount::new(1, 3)), "0.333");
    }
}
