//! Measures: length, area, volume, mass, speed, temperature, duration.

use std::{collections::HashMap, sync::LazyLock};

use super::amount::{Amount, scaled, whole};
use crate::language::{
    term::{Term, TimeUnit},
    words::{Gap, Words},
};

/// A unit of measure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measure {
    pub dimension: Dimension,
    /// One unit in the base unit of the dimension.
    pub factor: Amount,
    /// What zero is in the base unit; not 0 for °F only.
    pub zero: Amount,
    /// In the singular.
    pub name: &'static str,
    pub plural: &'static str,
}

/// What a measure measures. The base units are metre, square metre, cubic metre, kilogram, metre per second, °C, second.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Dimension {
    Length,
    Area,
    Volume,
    Mass,
    Speed,
    Temperature,
    Duration,
}

/// `names`, `dimension`, and the factor as numerator and power of ten. Names of up to three letters are symbols, whose
/// case counts. The first two names are singular and plural.
const MEASURES: &[(&str, Dimension, i128, i32)] = &[
    ("metre metres meter meters m", Dimension::Length, 1, 0),
    ("kilometre kilometres kilometer kilometers km kms", Dimension::Length, 1, 3),
    ("centimetre centimetres centimeter centimeters cm", Dimension::Length, 1, -2),
    ("millimetre millimetres millimeter millimeters mm", Dimension::Length, 1, -3),
    ("mile miles", Dimension::Length, 1_609_344, -3),
    ("yard yards yd", Dimension::Length, 9_144, -4),
    ("foot feet ft", Dimension::Length, 3_048, -4),
    ("inch inches", Dimension::Length, 254, -4),
    ("hectare hectares ha", Dimension::Area, 1, 4),
    ("acre acres", Dimension::Area, 40_468_564_224, -7),
    ("litre litres liter liters", Dimension::Volume, 1, -3),
    ("gallon gallons", Dimension::Volume, 3_785_411_784, -12),
    ("barrel barrels", Dimension::Volume, 158_987_294_928, -12),
    ("kilogram kilograms kilogramme kilogrammes kilo kilos kg", Dimension::Mass, 1, 0),
    ("gram grams gramme grammes", Dimension::Mass, 1, -3),
    ("milligram milligrams mg", Dimension::Mass, 1, -6),
    ("tonne tonnes", Dimension::Mass, 1, 3),
    ("ton tons", Dimension::Mass, 90_718_474, -5),
    ("pound pounds lb lbs", Dimension::Mass, 45_359_237, -8),
    ("ounce ounces oz", Dimension::Mass, 28_349_523_125, -12),
    ("mph mph", Dimension::Speed, 44_704, -5),
    ("knot knots", Dimension::Speed, 514_444, -6),
];

/// The measure that begins at word `i`, and one past its last word.
pub(super) fn measure(words: &Words, i: usize) -> Option<(Measure, usize)> {
    if let Some(found) = temperature(words, i) {
        return Some(found);
    }
    if let Some((name, plural, seconds)) = duration(words, i) {
        return Some((plain_measure(Dimension::Duration, whole(seconds), name, plural), i + 1));
    }
    if words.is(i, "nautical") && words.is_any(i + 1, &["mile", "miles"]) {
        return Some((plain_measure(Dimension::Length, whole(1_852), "nautical mile", "nautical miles"), i + 2));
    }
    let power = match () {
        () if words.is_any(i, &["square", "sq"]) => 2,
        () if words.is(i, "cubic") => 3,
        () => 1,
    };
    let at = i + usize::from(power > 1) + usize::from(words.is(i, "sq") && words.is(i + 1, "."));
    let base = named(words, at)?;
    if base.dimension != Dimension::Length {
        return (power == 1).then_some((base, at + 1));
    }
    if power > 1 {
        let dimension = if power == 2 { Dimension::Area } else { Dimension::Volume };
        let (name, plural) = power_names(base.name, power)?;
        return Some((plain_measure(dimension, base.factor.pow(power), name, plural), at + 1));
    }
    for per in ["an hour", "per hour", "/ h"] {
        if let (Some(end), Some(name)) = (words.starts_with(at + 1, per), hourly_name(base.name)) {
            let speed = plain_measure(Dimension::Speed, base.factor / whole(3_600), name, name);
            return Some((speed, end));
        }
    }
    Some((base, at + 1))
}

fn plain_measure(dimension: Dimension, factor: Amount, name: &'static str, plural: &'static str) -> Measure {
    Measure { dimension, factor, zero: whole(0), name, plural }
}

fn named(words: &Words, i: usize) -> Option<Measure> {
    if !words.is_word(i) {
        return None;
    }
    let text = words.text(i);
    if matches!(text, "kph" | "kmh") {
        return Some(plain_measure(Dimension::Speed, Amount::new(1_000, 3_600), "km/h", "km/h"));
    }
    // `5ft 10in`
    let text = if text == "in" && words.at(i).gap == Gap::Nothing { "inch" } else { text };
    match text.len() {
        0..=3 => NAMED.get(text).copied(),
        4..=12 => NAMED.get(text.to_ascii_lowercase().as_str()).copied(),
        _ => None,
    }
}

/// Every name of [`MEASURES`].
static NAMED: LazyLock<HashMap<&str, Measure>> = LazyLock::new(|| {
    let rows = MEASURES.iter().map(|(names, dimension, n, power)| {
        let mut forms = names.split(' ');
        let (name, plural) = (forms.next().unwrap_or_default(), forms.next().unwrap_or_default());
        (names, plain_measure(*dimension, scaled(*n, *power), name, plural))
    });
    rows.flat_map(|(names, measure)| names.split(' ').map(move |name| (name, measure))).collect()
});

fn power_names(base: &str, power: i32) -> Option<(&'static str, &'static str)> {
    Some(match (base, power) {
        ("mile", 2) => ("square mile", "square miles"),
        ("foot", 2) => ("square foot", "square feet"),
        ("yard", 2) => ("square yard", "square yards"),
        ("metre", 2) => ("square metre", "square metres"),
        ("kilometre", 2) => ("square kilometre", "square kilometres"),
        ("metre", 3) => ("cubic metre", "cubic metres"),
        ("foot", 3) => ("cubic foot", "cubic feet"),
        _ => return None,
    })
}

fn hourly_name(base: &str) -> Option<&'static str> {
    match base {
        "mile" => Some("mph"),
        "kilometre" => Some("km/h"),
        _ => None,
    }
}

/// `degrees Fahrenheit`, `°C`. Bare degrees are counted like any other thing: nothing says of which scale they are.
fn temperature(words: &Words, i: usize) -> Option<(Measure, usize)> {
    let at = match words.text(i) {
        "°" | "º" | "degrees" | "degree" => i + 1,
        _ => return None,
    };
    let (factor, zero, name) = match words.text(at) {
        "C" | "Celsius" | "centigrade" => (whole(1), whole(0), "°C"),
        "F" | "Fahrenheit" => (Amount::new(5, 9), Amount::new(-160, 9), "°F"),
        _ => return None,
    };
    let measure = Measure { zero, ..plain_measure(Dimension::Temperature, factor, name, name) };
    Some((measure, at + 1))
}

/// Singular, plural and the length in seconds. A month is a twelfth of a year of 365.25 days.
fn duration(words: &Words, i: usize) -> Option<(&'static str, &'static str, i128)> {
    Some(match words.term(i) {
        Term::Unit(TimeUnit::Second) => ("second", "seconds", 1),
        Term::Ordinal(2) if words.at(i).gap == Gap::Hyphen => ("second", "seconds", 1),
        Term::Unit(TimeUnit::Minute) => ("minute", "minutes", 60),
        Term::Unit(TimeUnit::Hour) => ("hour", "hours", 3_600),
        Term::Unit(TimeUnit::Day) => ("day", "days", 86_400),
        Term::Unit(TimeUnit::Week) => ("week", "weeks", 604_800),
        Term::Unit(TimeUnit::Month) => ("month", "months", 2_629_800),
        Term::Unit(TimeUnit::Year) => ("year", "years", 31_557_600),
        Term::Unit(TimeUnit::Decade) => ("decade", "decades", 315_576_000),
        Term::Unit(TimeUnit::Century) => ("century", "centuries", 3_155_760_000),
        _ if words.is_any(i, &["fortnight", "fortnights"]) => ("fortnight", "fortnights", 1_209_600),
        _ => return None,
    })
}
