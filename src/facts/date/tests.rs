//! Sentences, the day they are of, and what their times mean.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::language::{Relation, time};

fn told(times: &[time::TimeExpression]) -> impl Iterator<Item = (&time::TimeExpression, bool)> {
    times.iter().map(|time| (time, true))
}

/// The values of the expressions of `text`.
fn values(text: &str, published: Option<Date>) -> String {
    let times = time::tests::expressions(text);
    let values = resolve(told(&times), published).into_iter().map(|r| r.value.to_string());
    values.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(published: Option<Date>, table: &str) {
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (text, expected) = row.split_once(" =>").expect("a row has an arrow");
        assert_eq!(values(text, published), expected.trim(), "{text}");
    }
}

#[test]
fn told_from_the_day_of_publication() {
    // A Monday.
    check(
        Some(date(2017, 3, 13)),
        "
        They met Monday. => 2017-03-13
        They met Friday. => 2017-03-10
        They will meet Friday. => 2017-03-17
        They met last Friday. => 2017-03-10
        They met last Monday. => 2017-03-06
        next Thursday => 2017-03-16
        on Sunday night => 2017-03-12TNI
        at 9 a.m. Tuesday they will meet => 2017-03-14T09:00
        yesterday => 2017-03-12
        tonight => 2017-03-13TNI
        this morning => 2017-03-13TMO
        last week => 2017-W10
        this month => 2017-03
        next year => 2018
        two weeks ago => 2017-W09
        11 days ago => 2017-03-02
        a decade ago => 2007
        in December => 2016-12
        in April they will meet => 2017-04
        last October => 2016-10
        in February last year => 2016-02
        on Jan. 14 => 2017-01-14
        a hearing on April 3 => 2017-04-03
        They met on Sept. 12. => 2016-09-12
        Friday, Nov. 25 => 2016-11-25
        last fall => 2016-FA
        this summer => 2017-SU
        the third quarter of last year => 2016-Q3
        the weekend was cold => 2017-W10-WE
        last Thanksgiving => 2016-11-24
        the day before last Thanksgiving => 2016-11-23
        three days after Jan. 14 => 2017-01-17
        two weeks before Jan. 14 => 2016-12-31
        They left at dawn on Friday, as dusk fell. => 2017-03-10TMO
        on Easter Sunday they will meet => 2017-04-16
        in the 1980s => 198X
        the 19th century => 18XX
        they recently met, and now talk => PAST_REF PRESENT_REF
        ",
    );
}

#[test]
fn told_from_the_time_before() {
    check(
        None,
        "
        It began on March 14, 2016. The following day it ended. => 2016-03-14 2016-03-15
        It began on March 14, 2016. Two weeks later it ended. => 2016-03-14 2016-W13
        It began in 2016. A year earlier it was not known. => 2016 2015
        It began on March 14, 2016, at 10 p.m. The next morning it ended. => 2016-03-14T22:00 2016-03-15TMO
        It began on Monday, March 13, 2017. That evening it ended. => 2017-03-13 2017-03-13TEV
        ",
    );
}

#[test]
fn without_an_anchor() {
    check(
        None,
        "
        on Monday => XXXX-WXX-1
        on Sept. 12 => XXXX-09-12
        on the 12th. => XXXX-XX-12
        at 4 a.m. => XXXX-XX-XXT04:00
        last week => XXXX-WXX
        five and a half hours, half an hour, 16 years => PT5H30M PT30M P16Y
        ",
    );
}

/// How the first times of two texts stand to each other.
fn relation(a: &str, b: &str, published: Option<Date>) -> Relation {
    let read = |text: &str| {
        let times = time::tests::expressions(text);
        resolve(told(&times), published).into_iter().next().unwrap_or_else(|| panic!("no time in {text}"))
    };
    read(a).relation_to(&read(b))
}

#[track_caller]
fn check_relations(published: Option<Date>, table: &str) {
    for row in table.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (pair, expected) = row.split_once(" => ").expect("a row has an arrow");
        let (a, b) = pair.split_once(" / ").expect("a row has two texts");
        assert_eq!(format!("{:?}", relation(a, b, published)), expected, "{a} / {b}");
        assert_eq!(relation(a, b, published), relation(b, a, published), "{a} / {b}");
    }
}

#[test]
fn relations_on_the_calendar() {
    check_relations(
        Some(date(2017, 3, 13)),
        "
        on Friday / on March 10 => Same
        on Friday / on March 11 => Disjoint
        on Friday / last week => Compatible(Containment)
        on Friday / in 2017 => Compatible(Containment)
        on Friday / in 2016 => Disjoint
        late Friday / on Friday night => Compatible(Approximation)
        on Friday morning / on Friday night => Disjoint
        on Friday night / early Saturday => Compatible(Approximation)
        at about 6 p.m. Friday / early on the evening of March 10 => Compatible(Approximation)
        just after 4 a.m. Monday / at 4:10 a.m. Monday => Compatible(Approximation)
        just after 4 a.m. Monday / at 6 a.m. Monday => Disjoint
        at 4 a.m. Monday / at 4:10 a.m. Monday => Compatible(Rounding)
        at 4 a.m. Monday / at 4:30 a.m. Monday => Disjoint
        at 4 a.m. EST Monday / at 9:00 GMT Monday => Compatible(Containment)
        at 4 a.m. Monday / at 9:00 GMT Monday => Unknown
        ten past two on Monday / 2:10 p.m. Monday => Compatible(Containment)
        before Friday / on Monday => Disjoint
        by Friday / last Wednesday => Compatible(Approximation)
        since 2015 / in 2016 => Compatible(Approximation)
        early March / March 28 they will meet => Disjoint
        for two weeks / two weeks ago => Unknown
        ",
    );
}

#[test]
fn relations_without_an_anchor() {
    check_relations(
        None,
        "
        on Monday / on Monday => Compatible(Containment)
        on Monday / on Tuesday => Unknown
        on Monday / on March 13, 2017 => Compatible(Containment)
        on Monday / on March 14, 2017 => Disjoint
        on March 12 / on March 14 => Disjoint
        on March 12 / on March 12, 2017 => Compatible(Containment)
        on March 12 / in March => Compatible(Containment)
        on March 12 / in April => Disjoint
        on Friday / on 16 October => Unknown
        at 4 a.m. / at 4:05 a.m. => Compatible(Containment)
        at 4 a.m. / at 6 p.m. => Disjoint
        just after 4 a.m. / a little before six in the morning => Disjoint
        on Monday at 4 a.m. / on Tuesday at 6 p.m. => Disjoint
        on Monday / at 4 a.m. => Unknown
        last week / on Monday => Unknown
        ",
    );
}

proptest! {
    #[test]
    fn relation_is_symmetric_and_never_disjoint_from_itself(
        parts in prop::collection::vec(time::tests::piece(), 0..16),
        others in prop::collection::vec(time::tests::piece(), 0..16),
        days in prop::option::of(-4_000i32..40_000),
    ) {
        let published = days.and_then(|d| calendar::plus_days(date(1990, 1, 1), d));
        let read = |parts: &[&str]| resolve(told(&time::tests::expressions(&parts.concat())), published);
        let (a, b) = (read(&parts), read(&others));
        for x in a.iter().chain(&b) {
            prop_assert_ne!(x.relation_to(x), Relation::Disjoint);
            for y in &b {
                prop_assert_eq!(x.relation_to(y), y.relation_to(x));
            }
        }
    }
}
