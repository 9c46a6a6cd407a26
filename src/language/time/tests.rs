//! A table of sentences, and what they say of time.

use proptest::prelude::*;

use super::*;
use crate::language::{number::quantities, token::tokenize, words::Words};

/// The expressions of time of `text`.
pub(crate) fn expressions(text: &str) -> Vec<TimeExpression> {
    super::expressions(&Words::new(text, &tokenize(text)))
}

/// What is read from `text`: `words → meaning` of each expression.
fn read(text: &str) -> String {
    let line = |t: &TimeExpression| format!("{} → {}", t.span.of(text), describe(t));
    expressions(text).iter().map(line).collect::<Vec<_>>().join(" | ")
}

fn describe(t: &TimeExpression) -> String {
    let mut words = vec![meaning(&t.meaning)];
    if let Some(clock) = t.clock {
        let either = if clock.ambiguous { "?" } else { "" };
        let zone = clock.zone.map_or(String::new(), |z| format!("{:+}", z / 60));
        words.push(format!("{:02}:{:02}{either}{zone}", clock.minutes / 60, clock.minutes % 60));
    }
    words.extend(t.part.map(|part| format!("{part:?}")));
    words.extend((t.placement != Placement::At).then(|| format!("{:?}", t.placement)));
    words.retain(|w| !w.is_empty());
    words.join(" ")
}

fn meaning(meaning: &Meaning) -> String {
    let which = |which: Which| if which == Which::Bare { String::new() } else { format!("{which:?} ") };
    match *meaning {
        Meaning::TimeOfDay => String::new(),
        Meaning::Date(d) => {
            let number = |n: Option<i8>| n.map_or("-".to_owned(), |n| n.to_string());
            let year = d.year.map_or("-".to_owned(), |y| y.to_string());
            let weekday = d.weekday.map_or(String::new(), |w| format!(" day {w}"));
            let by = d.year_by.map_or(String::new(), |b| format!("{b:+} "));
            format!("{}{by}{year}/{}/{}{weekday}", which(d.which), number(d.month), number(d.day))
        }
        Meaning::Season { season, year, which: w } => format!("{}{season:?} {year:?}", which(w)),
        Meaning::Quarter { quarter, year, which: w } => format!("{}Q{quarter} {year:?}", which(w)),
        Meaning::Holiday { which: w, .. } => format!("{}holiday", which(w)),
        Meaning::Decade(year) => format!("{year}s"),
        Meaning::Century(year) => format!("century {year}"),
        Meaning::Shift { unit, by, from } => format!("{by:+} {unit:?} from {from:?}"),
        Meaning::WeekOf(d) => format!("week of {:?}/{:?}", d.month, d.day),
        Meaning::Duration { amount, unit } => {
            format!("{} {unit:?}", amount.map_or("some".to_owned(), crate::language::number::decimal))
        }
        Meaning::Every { amount, unit } => format!("every {} {unit:?}", crate::language::number::decimal(amount)),
        Meaning::Now | Meaning::Past | Meaning::Future => format!("{meaning:?}"),
    }
}

#[track_caller]
fn check(table: &str) {
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (text, expected) = row.split_once(" =>").expect("a row has an arrow");
        assert_eq!(read(text), expected.trim(), "{text}");
    }
}

#[test]
fn calendar_dates() {
    check(
        "
        It was Sept. 12 => Sept. 12 → -/9/12
        on 12 September 2016 => 12 September 2016 → 2016/9/12
        the 12th of September => 12th of September → -/9/12
        on 2016-09-12 => 2016-09-12 → 2016/9/12
        on 9/12/2016 => 9/12/2016 → 2016/9/12
        on 13/9/2016 => 13/9/2016 → 2016/9/13
        Monday, March 13, 2017 => Monday, March 13, 2017 → 2017/3/13 day 1
        on Friday the 13th => Friday the 13th → -/-/13 day 5
        He came on the 12th. => the 12th → -/-/12
        in June 2025 => June 2025 → 2025/6/-
        in September => September → -/9/-
        last October => last October → Last -/10/-
        in February last year => February last year → -1 -/2/-
        since 1908 => 1908 → 1908/-/- After
        in the 1990s => 1990s → 1990s
        in the early 1990s => the early 1990s → 1990s Early
        on April 24 and 25 => April 24 → -/4/24 | 25 → -/4/25
        the third quarter of 2016 => third quarter of 2016 → Q3 Some(2016)
        last fall => last fall → Last Autumn None
        the summer of 2016 => summer of 2016 → Summer Some(2016)
        on Christmas Eve => Christmas Eve → holiday
        last Thanksgiving => last Thanksgiving → Last holiday
        ",
    );
}

#[test]
fn clock_times() {
    check(
        "
        just after 4 a.m. => just after 4 a.m. → 04:00 JustAfter
        shortly before 2:30 p.m. => shortly before 2:30 p.m. → 14:30 JustBefore
        at ten past two => ten past two → 02:10?
        a little before six in the morning => a little before six in the morning → 06:00 Morning JustBefore
        at noon => noon → 12:00
        near midnight => midnight → 00:00
        at 10 o'clock => 10 o'clock → 10:00?
        at 19:00 GMT => 19:00 GMT → 19:00+0
        at 4.30pm => 4.30pm → 16:30
        by 10:40 => 10:40 → 10:40? Before
        at half past six => half past six → 06:30?
        at 12:15 a.m. => 12:15 a.m. → 00:15
        9 a.m. Tuesday => 9 a.m. Tuesday → -/-/- day 2 09:00
        at nine on Tuesday => nine on Tuesday → -/-/- day 2 09:00?
        at six that evening => six that evening → +0 Day from Narrative 18:00 Evening
        shortly before six that evening => shortly before six that evening → +0 Day from Narrative 18:00 Evening JustBefore
        at 11.20 on the night => 11.20 on the night → 23:20 Night
        was 7.40 in the morning => 7.40 in the morning → 07:40 Morning
        at nine places =>
        rose by 7.40 percent =>
        on Thursday at about 6 p.m. => Thursday at about 6 p.m. → -/-/- day 4 18:00 About
        early on the evening of March 14 => early on the evening of March 14 → -/3/14 Evening Early
        at 10 o'clock Monday night => 10 o'clock Monday night → -/-/- day 1 22:00 Night
        10:35 a.m. (0735 GMT) Friday => 10:35 a.m. (0735 GMT) Friday → -/-/- day 5 10:35
        ",
    );
}

#[test]
fn times_told_from_another() {
    check(
        "
        She left today. => today → +0 Day from Published
        yesterday morning => yesterday morning → -1 Day from Published Morning
        late Monday => late Monday → -/-/- day 1 Late
        on Monday night => Monday night → -/-/- day 1 Night
        last Friday => last Friday → Last -/-/- day 5
        next Thursday => next Thursday → Next -/-/- day 4
        earlier this month => earlier this month → +0 Month from Published Early
        two weeks ago => two weeks ago → -2 Week from Published
        half a year ago => half a year ago → -6 Month from Published
        three days later => three days later → +3 Day from Narrative
        a year earlier => a year earlier → -1 Year from Narrative
        The following day, he left. => The following day → +1 Day from Narrative
        the next morning => the next morning → +1 Day from Narrative Morning
        The day before, she left. => The day before → -1 Day from Narrative
        the week of March 6 => the week of March 6 → week of Some(3)/Some(6)
        He lives there now. => now → Now
        ",
    );
}

#[test]
fn lengths_and_sets() {
    check(
        "
        twelve weeks => twelve weeks → 12 Week
        54 months => 54 months → 54 Month
        a six-minute call => six-minute → 6 Minute
        the past 20 years => past 20 years → 20 Year
        a year and a half => a year and a half → 1.5 Year
        a daily walk => daily → every 1 Day
        every three years => every three years → every 3 Year
        ",
    );
}

#[test]
fn what_is_no_time() {
    check(
        "
        You may march in the spring rain. =>
        Jan Novak sat in the sun. =>
        He is 66 years old. =>
        She is in her early 30s. =>
        It came a day after 36 people died. =>
        It came the day after he left. =>
        They scored 3:1 in the second half. =>
        About 2000 people came. =>
        Nearly 1900 were hurt. =>
        April Moreno spoke. =>
        May I go? =>
        ",
    );
}

#[test]
fn tenses() {
    for (text, tense) in [
        ("They met Monday.", Tense::Past),
        ("They will meet Monday.", Tense::Future),
        ("The hearing will be held Monday.", Tense::Future),
        ("A vigil is planned for Monday.", Tense::Future),
        ("A vigil planned for Monday was called off.", Tense::Past),
        ("They agreed to meet Monday.", Tense::Future),
        ("On Monday, the court will hear the case.", Tense::Future),
        ("He said Monday that he will go.", Tense::Past),
        ("They would have met Monday.", Tense::Past),
        ("Monday is a day.", Tense::Unknown),
    ] {
        assert_eq!(expressions(text)[0].tense, tense, "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_can_be_read(text in "\\PC*") {
        check_spans(&text);
    }

    #[test]
    fn any_mixture_of_words_of_time_can_be_read(parts in prop::collection::vec(piece(), 0..24)) {
        check_spans(&parts.concat());
    }
}

fn check_spans(text: &str) {
    let words = Words::new(text, &tokenize(text));
    let times = super::expressions(&words);
    for time in &times {
        assert!(!time.span.of(text).is_empty());
        assert!(time.clock.is_none_or(|c| c.minutes < 24 * 60));
    }
    for pair in times.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{text}");
    }
    let points: Vec<_> = times.iter().filter(|t| t.is_point()).map(|t| t.span).collect();
    for quantity in quantities(&words, &points) {
        assert!(points.iter().all(|point| !quantity.span.overlaps(*point)), "{text}");
    }
}

/// Pieces of which most mixtures are nonsense.
pub(crate) fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Monday ",
        "Sept. ",
        "March ",
        "12",
        "12th",
        "2016",
        " ",
        ", ",
        "-",
        ":",
        "30",
        " p.m. ",
        "a ",
        "the ",
        "last ",
        "next ",
        "year ",
        "weeks ",
        "ago ",
        "later ",
        "half ",
        "past ",
        "two ",
        "quarter ",
        "of ",
        "on ",
        "at ",
        "night ",
        "morning ",
        "GMT ",
        "noon ",
        "midnight ",
        "'s ",
        "1990s ",
        "’",
        "every ",
        "before ",
        "after ",
        "this ",
        "fall ",
        "Easter ",
        "New Year’s Eve ",
        "99999 ",
        "𐧝 ",
        "999,999,999 ",
        "centuries ",
        "early ",
        "(",
        ")",
        "29 February ",
        "31 June ",
        "the week of ",
        "21st ",
        "century ",
        "to ",
        "now ",
    ])
}
