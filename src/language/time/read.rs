//! Reading the expressions of time of a sentence: each core with what stands around it, then clock and day joined.

use super::{
    calendar, clock,
    expression::{Clock, Meaning, Placement, TimeExpression, Which},
    found::Found,
    holiday, relative,
    tense::tense,
};
use crate::language::{
    number::{is_title_case, whole_value},
    term::{Term, TimeUnit},
    words::{Gap, Words},
};

/// The expressions of time of a sentence, in order and without overlaps.
pub(in crate::language) fn expressions(words: &Words) -> Vec<TimeExpression> {
    let mut found: Vec<Found> = Vec::new();
    let mut i = 0;
    while i < words.len() {
        let Some(core) = core(words, i) else {
            i += 1;
            continue;
        };
        let free = found.last().map_or(0, |last| last.to);
        if is_name(words, &core) {
            i += 1;
            continue;
        }
        let core = calendar::pick(words, core);
        let core = placed(words, relative::with_part(words, core));
        if core.from < free {
            i += 1;
            continue;
        }
        i = core.to.max(i + 1);
        add(words, &mut found, core);
        if let Some(day) = found.last().and_then(|last| calendar::another_day(words, last)) {
            i = day.to;
            found.push(day);
        }
    }
    found.iter().filter(|f| stands(words, f)).map(|f| expression(words, f)).collect()
}

/// Whether the words are the end of a name: `USA Today`, a show called `This Week`.
fn is_name(words: &Words, core: &Found) -> bool {
    let last = core.to - 1;
    let word = matches!(words.term(last), Term::Unit(_) | Term::Day(_) | Term::Hint | Term::Tonight | Term::Part(_));
    let named = matches!(core.meaning, Meaning::Holiday { .. });
    word && !named && words.is_capital(last) && !words.is_first(last) && !is_title_case(words)
}

/// The expression that word `i` is the core of. It may begin before the word, with `last` or `the`.
fn core(words: &Words, i: usize) -> Option<Found> {
    match words.term(i) {
        Term::Other if words.is_number(i) => number(words, i),
        Term::Other if words.is_word(i) => calendar::decade_in_words(words, i),
        Term::Other | Term::Verb(_) | Term::Scale(_) | Term::Many(_) | Term::Dozen | Term::Tens => None,
        Term::Several => relative::numbered(words, i),
        Term::Each => relative::set(words, i),
        Term::Small(_) | Term::Ten(_) | Term::Hundred => {
            clock::clock(words, i).or_else(|| relative::numbered(words, i))
        }
        Term::Article | Term::Half => clock::clock(words, i).or_else(|| relative::numbered(words, i)),
        Term::Quarter => clock::clock(words, i).or_else(|| relative::around_unit(words, i)),
        Term::Ordinal(_) => relative::ranked(words, i),
        Term::Month(_) => calendar::from_month(words, i),
        Term::Weekday(_) => calendar::from_weekday(words, i),
        Term::Season(_) => relative::season(words, i),
        Term::Unit(_) => relative::around_unit(words, i).or_else(|| relative::vague_length(words, i)),
        Term::Every(_) => relative::set(words, i),
        Term::Part(_) => relative::around_part(words, i),
        Term::Noon | Term::Midnight => clock::clock(words, i),
        Term::Day(_) | Term::Tonight => relative::day(words, i),
        Term::Hint => holiday::holiday(words, i).or_else(|| relative::reference(words, i)),
    }
}

fn number(words: &Words, i: usize) -> Option<Found> {
    clock::clock(words, i)
        .or_else(|| relative::ranked(words, i))
        .or_else(|| calendar::from_number(words, i))
        .or_else(|| relative::numbered(words, i))
}

/// The expression with the words before it that say where in or beside it: `late`, `just after`, `early on`, `by`.
fn placed(words: &Words, mut found: Found) -> Found {
    const PLACES: &[(&str, Placement)] = &[
        ("a little before", Placement::JustBefore),
        ("shortly before", Placement::JustBefore),
        ("just before", Placement::JustBefore),
        ("moments before", Placement::JustBefore),
        ("minutes before", Placement::JustBefore),
        ("a little after", Placement::JustAfter),
        ("shortly after", Placement::JustAfter),
        ("just after", Placement::JustAfter),
        ("soon after", Placement::JustAfter),
        ("moments after", Placement::JustAfter),
        ("minutes after", Placement::JustAfter),
        ("just past", Placement::JustAfter),
        ("a little past", Placement::JustAfter),
        ("at about", Placement::About),
        ("about", Placement::About),
        ("around", Placement::About),
        ("approximately", Placement::About),
        ("roughly", Placement::About),
        ("nearly", Placement::About),
        ("almost", Placement::About),
        ("circa", Placement::About),
        ("early on the", Placement::Early),
        ("early in the", Placement::Early),
        ("early on", Placement::Early),
        ("the early", Placement::Early),
        ("early", Placement::Early),
        ("earlier", Placement::Early),
        ("mid", Placement::Mid),
        ("late on the", Placement::Late),
        ("late in the", Placement::Late),
        ("late on", Placement::Late),
        ("the late", Placement::Late),
        ("late", Placement::Late),
        ("later", Placement::Late),
    ];
    /// What limits the time and is no part of its words.
    const LIMITS: &[(&str, Placement)] = &[
        ("by", Placement::Before),
        ("before", Placement::Before),
        ("until", Placement::Before),
        ("till", Placement::Before),
        ("after", Placement::After),
        ("since", Placement::After),
    ];
    let core = found.from;
    let find = |list: &[(&str, Placement)]| {
        list.iter().find_map(|(phrase, place)| Some((words.ends_with(core, phrase)?, *place)))
    };
    if let Some((from, place)) = find(PLACES) {
        (found.from, found.placement) = (from, place);
    } else if let Some((from, offset)) = day_beside(words, &found) {
        (found.from, found.offset) = (from, offset);
        return found;
    }
    let length = matches!(found.meaning, Meaning::Duration { .. } | Meaning::Every { .. });
    if found.placement == Placement::At
        && !length
        && let Some((_, place)) = find(LIMITS)
    {
        found.placement = place;
    }
    found
}

/// `the day before last Tuesday`: where it begins, and how many days it is off.
fn day_beside(words: &Words, found: &Found) -> Option<(usize, i32)> {
    let before = words.ends_with(found.from, "the day before").map(|from| (from, -1));
    before.or_else(|| Some((words.ends_with(found.from, "the day after")?, 1))).filter(|_| found.is_day())
}

/// `two days before Christmas`, from a length of days and the day it is told from.
fn days_beside(words: &Words, length: &Found, day: &Found) -> Option<Found> {
    let Meaning::Duration { amount: Some(amount), unit: unit @ (TimeUnit::Day | TimeUnit::Week) } = length.meaning
    else {
        return None;
    };
    let sign = match () {
        () if words.is(length.to, "before") => -1,
        () if words.is(length.to, "after") => 1,
        () => return None,
    };
    let beside = day.from == length.to + 1 && day.is_day() && day.offset == 0;
    let count = i32::try_from(whole_value(amount)?).ok().filter(|_| beside)?;
    let offset = count.checked_mul(if unit == TimeUnit::Week { 7 * sign } else { sign })?;
    Some(Found { from: length.from, offset, placement: Placement::At, ..*day })
}

/// Adds `next`, or joins it to the expression before it when one is a day and the other the hour.
fn add(words: &Words, found: &mut Vec<Found>, next: Found) {
    let Some(last) = found.last_mut() else {
        found.push(next);
        return;
    };
    // `10:35 a.m. (0735 GMT)` is one time, said twice.
    if last.clock.is_some() && next.clock.is_some() && next.from == last.to + 1 && words.is(last.to, "(") {
        last.to = next.to + usize::from(words.is(next.to, ")"));
        return;
    }
    if let Some(joined) = days_beside(words, last, &next) {
        *last = joined;
        return;
    }
    let between = next.from - last.to;
    let linked = between <= 3
        && (last.to..next.from).all(|j| words.is_any(j, &["on", "at", "of", "in", "the", ",", "(", "a"]))
        && words.at(last.to).gap != Gap::Hyphen;
    share_year(words, last, &next);
    match join(last, &next).filter(|_| linked) {
        Some(joined) => *last = joined,
        None => found.push(next),
    }
}

/// Gives the year of `next` to the month before it: `between February and December 2017`.
fn share_year(words: &Words, last: &mut Found, next: &Found) {
    let (Meaning::Date(first), Meaning::Date(second)) = (&mut last.meaning, &next.meaning) else { return };
    let linked = next.from == last.to + 1 && words.is_any(last.to, &["and", "or", "to", "through", "until"]);
    if linked && first.year.is_none() && first.which == Which::Bare && first.month < second.month {
        (first.year, first.year_by) = (second.year, second.year_by);
    }
}

/// One expression from a day and a time of it.
fn join(a: &Found, b: &Found) -> Option<Found> {
    let (day, time) = match (a.is_time_of_day(), b.is_time_of_day()) {
        (true, false) => (b, a),
        (false, true) => (a, b),
        // `six o'clock in the morning`, `the night, at 10 p.m.`
        (true, true) if a.clock.is_some() != b.clock.is_some() => (a, b),
        _ => return None,
    };
    let day_is_day = day.is_day() || day.is_time_of_day();
    if !day_is_day || (day.part.is_some() && time.part.is_some()) {
        return None;
    }
    let part = day.part.or(time.part);
    let clock = day.clock.or(time.clock).map(|clock| match part {
        Some(part) => clock::in_part(clock, part),
        None => clock,
    });
    let placement = match (a.placement, b.placement) {
        (Placement::At, place) => place,
        (place, _) => place,
    };
    Some(Found { from: a.from, to: b.to, meaning: day.meaning, clock, part, placement, offset: day.offset })
}

/// Whether the expression is worth keeping once its neighbours are known: a lone part of a day says nothing.
fn stands(words: &Words, found: &Found) -> bool {
    let vague = found.is_time_of_day() && found.clock.is_none();
    let word = words.is_any(found.to - 1, &["morning", "afternoon", "evening", "night"]);
    !vague || !word || found.placement != Placement::At
}

fn expression(words: &Words, found: &Found) -> TimeExpression {
    let clock: Option<Clock> = found.clock;
    let meaning: Meaning = found.meaning;
    TimeExpression {
        span: words.span(found.from, found.to),
        meaning,
        clock,
        part: found.part,
        placement: found.placement,
        offset: found.offset,
        tense: tense(words, found.from, found.to),
    }
}
