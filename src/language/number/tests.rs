//! Tables of sentences, and properties.

use proptest::prelude::*;

use super::*;
use crate::{
    language::{Relation, time, token::tokenize, words::Words},
    text::Span,
};

/// The quantities of `text`.
fn quantities(text: &str) -> Vec<Quantity> {
    let words = Words::new(text, &tokenize(text));
    let points: Vec<Span> = time::expressions(&words).iter().filter(|t| t.is_point()).map(|t| t.span).collect();
    super::quantities(&words, &points)
}

/// What is read from `text`, one line per quantity: words → value, [what is counted], {of what whole}.
fn read(text: &str) -> Vec<String> {
    let words = |span: Span| span.of(text);
    let line = |q: &Quantity| {
        let counted = q.counted.map_or(String::new(), |c| format!(" [{}]", words(c)));
        let of = q.of.map_or(String::new(), |w| format!(" {{{}}}", words(w)));
        let weak = if q.weak { " weak" } else { "" };
        format!("{} → {}{counted}{of}{weak}", words(q.span), q.describe())
    };
    quantities(text).iter().map(line).collect()
}

/// Checks a table of `text => what is read from it`, one row a line.
#[track_caller]
fn check(table: &str) {
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (text, expected) = row.split_once(" =>").expect("a row has an arrow");
        assert_eq!(read(text).join(" | "), expected.trim(), "{text}");
    }
}

#[test]
fn counts() {
    check(
        "
        The mayor asked 46 U.S. attorneys to go. => 46 → 46 [U.S. attorneys]
        More than 12 people were hurt. => More than 12 → > 12 [people]
        It has 217 children and nearly 40 teachers. => 217 → 217 [children] | nearly 40 → < 40 [teachers]
        Nine current and former officials came. => Nine → 9 [current and former officials]
        All six of the owner's boats sank. => six → 6 [boats] {the owner's boats}
        Eleven were hurt and six died. => Eleven → 11 | six → 6
        A 12-member panel wrote a two-page letter. => 12 → 12 [member] | two → 2 [page]
        Three of the five judges spoke. => Three → 3 [judges] {the five judges} | five → 5 [judges]
        They had 10of them. => 10 → 10 {them}
        About 2000 people marched. => About 2000 → ≈ 2000 [people]
        Half a million people voted. => Half a million → 500000 [people]
        Some 16 House-passed measures wait. => Some 16 → ≈ 16 [House-passed measures]
        One man died. => One → 1 [man]
        ",
    );
}

#[test]
fn bounds_and_ranges() {
    check(
        "
        at least 12 => at least 12 → ≥ 12
        no more than 12 => no more than 12 → ≤ 12
        just over 200 => just over 200 → > 200
        a shade under 40 => a shade under 40 → < 40
        an estimated 300 => an estimated 300 → ≈ 300
        30 or so => 30 or so → ≈ 30
        a 100-odd => 100-odd → ≈ 100
        up to 1.6 million women => up to 1.6 million → ≤ 1600000 [women]
        between 10 and 12 people => between 10 and 12 → 10–12 [people]
        60 to 70 cars => 60 to 70 → 60–70 [cars]
        10-12 cats => 10-12 → 10–12 [cats]
        10–12 cats => 10–12 → 10–12 [cats]
        two or three cows => two or three → 2–3 [cows]
        5 to 7 million bees => 5 to 7 million → 5000000–7000000 [bees]
        $10 million to $12 million => $10 million to $12 million → 10000000–12000000 $
        It rose from 5 to 12. => 5 → 5 | 12 → 12
        It fell from 12 to 10 percent. => 12 → 12 % | 10 percent → 10 %
        dozens of people => dozens → 12–240 [people] {people}
        several hundred people => several hundred → 200–1000 [people]
        ",
    );
}

#[test]
fn units() {
    check(
        "
        $1.4bn => $1.4bn → 1400000000 $
        £2.4m => £2.4m → 2400000 GBP
        US$5 => US$5 → 5 USD
        €3 million => €3 million → 3000000 EUR
        50 cents => 50 cents → 0.5 $
        200 million pounds => 200 million pounds → 200000000 GBP
        180 pounds => 180 pounds → 180 pounds
        more than $200 million in road contracts => more than $200 million → > 200000000 $ [road contracts]
        $1.4 million a year => $1.4 million → 1400000 $ a year
        millions of dollars => millions of dollars → 1000000–20000000 $
        30 percent of voters => 30 percent → 30 % [voters] {voters}
        2 per cent => 2 per cent → 2 %
        1.25 percentage points => 1.25 percentage points → 1.25 percentage points
        a third of the voters => a third → ≈ 33.333 % [voters] {the voters}
        about two-thirds of them => about two-thirds → ≈ 66.667 %
        12,400 acres => 12,400 acres → 12400 acres
        5ft 10in => 5ft 10in → 5.833 feet
        half a mile => half a mile → 0.5 miles
        3 square miles => 3 square miles → 3 square miles
        150 nautical miles => 150 nautical miles → 150 nautical miles
        60 miles an hour => 60 miles an hour → 60 mph
        104 degrees Fahrenheit => 104 degrees Fahrenheit → 104 °F
        four and a half years => four and a half years → 4.5 years
        two hours and 15 minutes => two hours and 15 minutes → 2.25 hours
        a six-minute call => six-minute → 6 minutes
        68-kilometre => 68-kilometre → 68 kilometres
        ",
    );
}

#[test]
fn ages_ranks_and_tallies() {
    check(
        "
        Ines Roe, 52, had led it. => 52 → aged 52
        a man aged 66 => 66 → aged 66
        the 66-year-old clerk => 66-year-old → aged 66
        a two-month-old => two-month-old → aged 0.167
        12 years old => 12 years old → aged 12
        a third term => third → no. 3 [term]
        for a third person => third → no. 3 [person]
        its 10th year => 10th → no. 10 [year]
        The motion carried 5-2. => 5-2 → 5 to 2
        a vote of 228 to 191 => 228 to 191 → 228 to 191
        a 4-to-3 ruling => 4-to-3 → 4 to 3
        ",
    );
}

#[test]
fn what_is_no_quantity() {
    check(
        "
        He drove on Highway 9 to District 14. =>
        Under Article 5 the Boeing 737 was at No. 10. =>
        They spoke of 9/11 and of 24/7 care. =>
        Call 555-1234 or 1-800-555-1234. =>
        the Chicago Seven met at 10 Downing Street =>
        an F-16 and COVID-19 =>
        the 18th Amendment =>
        1. Open the lid =>
        no one came => one → 1 weak
        one of them => one → 1 {them} weak
        the first time => first → no. 1 [time] weak
        ",
    );
}

/// How the first quantities of two texts stand to each other.
fn relation(a: &str, b: &str) -> Relation {
    let first = |text: &str| *quantities(text).first().unwrap_or_else(|| panic!("no quantity in {text}"));
    first(a).relation_to(&first(b))
}

#[test]
fn relations() {
    let table = "
        23 people / 32 people => Disjoint
        23 people / twenty-three people => Same
        20 people / 21 people => Disjoint
        2,950 people / 3,000 people => Compatible(Rounding)
        2,950 people / nearly 3,000 people => Compatible(Approximation)
        nearly 3,000 people / 3,100 people => Disjoint
        1,400 people / 1,000 people => Disjoint
        nearly 40 / 38 => Compatible(Approximation)
        about 220 / 217 => Compatible(Approximation)
        about 12 / 14 => Compatible(Approximation)
        about 12 / 15 => Disjoint
        more than 90 / 94 => Compatible(Approximation)
        more than 90 / 88 => Disjoint
        more than a dozen / 12 => Compatible(Approximation)
        at least 100 / fewer than 50 => Disjoint
        between 10 and 12 / 11 => Compatible(Approximation)
        between 10 and 12 / 13 => Disjoint
        dozens of people / 40 people => Compatible(Approximation)
        dozens of people / 5,000 people => Disjoint
        $212 million / more than $200 million => Compatible(Approximation)
        $1.4 million / $7 million => Disjoint
        $1.4 million / £1.4 million => Unknown
        $1.4bn / US$1.38bn => Compatible(Rounding)
        $1 million a year / $5 million => Unknown
        30 percent / 30.4 percent => Compatible(Rounding)
        30 percent / 31 percent => Disjoint
        a third of voters / 33 percent => Compatible(Approximation)
        30 percent / 30 people => Unknown
        12,400 acres / 5,000 hectares => Compatible(Conversion)
        12,400 acres / 4,000 hectares => Disjoint
        10 feet / three metres => Compatible(Conversion)
        two miles / 3 km => Compatible(Conversion)
        104 degrees Fahrenheit / 40 °C => Same
        12 miles / 12.4 miles => Compatible(Rounding)
        12 miles / 13 miles => Disjoint
        54 months / four and a half years => Same
        twelve weeks / a little under three months => Compatible(Conversion)
        nine years / seven years => Disjoint
        the 61-year-old / the 67-year-old => Disjoint
        61-year-old / 61 years => Unknown
        5-2 / a vote of 4 to 3 => Disjoint
        lost 2-5 / 5-2 => Same
        third term / 4th term => Disjoint
    ";
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (pair, expected) = row.split_once(" => ").expect("a row has an arrow");
        let (a, b) = pair.split_once(" / ").expect("a row has two texts");
        assert_eq!(format!("{:?}", relation(a, b)), expected, "{a} / {b}");
        assert_eq!(relation(a, b), relation(b, a), "{a} / {b}");
    }
}

proptest! {
    #[test]
    fn relation_is_symmetric_and_reflexive(a in phrase(), b in phrase()) {
        prop_assert_eq!(relation(&a, &b), relation(&b, &a));
        prop_assert_eq!(relation(&a, &a), Relation::Same);
    }

    #[test]
    fn any_text_can_be_read(text in "\\PC*") {
        check_spans(&text);
    }

    #[test]
    fn any_mixture_of_number_words_can_be_read(parts in prop::collection::vec(piece(), 0..20)) {
        check_spans(&parts.concat());
    }
}

/// Spans lie on characters, in order, and hold each other.
fn check_spans(text: &str) {
    let quantities = quantities(text);
    for q in &quantities {
        assert!(q.span.contains(q.number), "{text}");
        assert!(!q.number.of(text).is_empty());
        assert!(q.counted.is_none_or(|c| !c.of(text).is_empty()));
        assert_eq!(q.relation_to(q), Relation::Same, "{text}");
    }
    for pair in quantities.windows(2) {
        assert!(!pair[0].span.overlaps(pair[1].span), "{text}");
        assert_eq!(pair[0].relation_to(&pair[1]), pair[1].relation_to(&pair[0]), "{text}");
    }
}

fn phrase() -> impl Strategy<Value = String> {
    let bound = prop::sample::select(vec!["", "about ", "nearly ", "more than ", "fewer than ", "at least ", "up to "]);
    let number = prop_oneof![
        (1u32..1_000).prop_map(|n| n.to_string()),
        (1u32..100, 0u32..1_000).prop_map(|(n, m)| format!("{n},{m:03}")),
        (1u32..50, 0u32..10).prop_map(|(n, d)| format!("{n}.{d}")),
        Just("three hundred".to_owned()),
    ];
    let unit = prop::sample::select(vec![
        " people",
        " percent",
        " miles",
        " km",
        " acres",
        " hectares",
        " million dollars",
        " years",
        " months",
        " °C",
        " °F",
        "",
    ]);
    (bound, number, unit).prop_map(|(b, n, u)| format!("{b}{n}{u}"))
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a ",
        "half ",
        "dozen ",
        "hundred ",
        "million ",
        "and ",
        "two ",
        "twenty-",
        "three",
        "-",
        "–",
        "to ",
        "of ",
        "999,999,999,999,999",
        "0.000001",
        "1/2",
        "½",
        "$",
        "£",
        "%",
        " ",
        ",",
        "per cent ",
        "miles ",
        "ounces ",
        "tons ",
        "mg ",
        "°F ",
        "acres ",
        "years ",
        "year-old ",
        "about ",
        "more than ",
        "between ",
        "5",
        "10",
        "th ",
        "’s ",
        "(",
    ])
}
