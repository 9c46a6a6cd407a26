//! Reading the quantities of a sentence: number, unit, bound, range, and what is counted.

use std::cell::LazyCell;

use super::{
    amount::{Amount, scaled, whole, within_limits},
    bound, code,
    measure::{Dimension, Measure},
    money::currency_before,
    noun::{self, is_determiner},
    numeral::{Numeral, Shape, numeral},
    quantity::{Bound, Quantity},
    range::{Link, Second, second},
    unit::{ReadUnit, Unit, rate, unit_after},
};
use crate::{
    language::{
        term::Term,
        words::{Gap, Words},
    },
    text::Span,
};

/// The quantities of a sentence, in order and without overlaps. `taken` are the spans, in order, of what has been read as
/// dates and clock times: their numbers count nothing.
pub(in crate::language) fn quantities(words: &Words, taken: &[Span]) -> Vec<Quantity> {
    let title_case = LazyCell::new(|| code::is_title_case(words));
    let mut found: Vec<Quantity> = Vec::new();
    let mut taken = taken.iter().peekable();
    let mut i = 0;
    while i < words.len() {
        let span = words.at(i).span;
        while taken.next_if(|t| t.end <= span.start).is_some() {}
        let free = taken.peek().is_none_or(|t| !t.overlaps(span));
        if !free || !may_begin(words, i) {
            i += 1;
            continue;
        }
        let limit = taken.peek().map_or(u32::MAX, |t| t.start);
        let chain = code::digit_chain(words, i);
        if chain > i {
            i = chain;
            continue;
        }
        let read = ordinal(words, i).or_else(|| {
            let numeral = numeral(words, i).filter(|n| !is_idle_zero(words, n))?;
            let free = words.at(numeral.end - 1).span.end <= limit;
            let code = !free || code::is_code(words, i, &numeral, *title_case);
            (!code).then(|| quantity(words, i, numeral))?
        });
        match read {
            Some(read) => {
                // What stands before a number may have been read as part of the one before.
                let clash = found.last().is_some_and(|last| last.span.overlaps(read.quantity.span));
                if !clash && read.quantity.span.end <= limit {
                    found.push(read.quantity);
                }
                i = read.end.max(i + 1);
            }
            None => i += 1,
        }
    }
    found
}

/// A quantity and one past the last word of its number and unit.
struct Read {
    quantity: Quantity,
    end: usize,
}

fn may_begin(words: &Words, i: usize) -> bool {
    match words.term(i) {
        Term::Small(_) | Term::Ten(_) | Term::Many(_) | Term::Half | Term::Ordinal(_) => true,
        Term::Hundred | Term::Scale(_) | Term::Dozen => true,
        Term::Article => matches!(
            words.term(i + 1),
            Term::Hundred | Term::Scale(_) | Term::Dozen | Term::Half | Term::Quarter | Term::Ordinal(_)
        ),
        Term::Tens => true,
        _ => words.is_number(i),
    }
}

/// A `zero` that nothing is counted by: `ground zero`, `zero in on`.
fn is_idle_zero(words: &Words, numeral: &Numeral) -> bool {
    let end = numeral.end;
    numeral.value == whole(0)
        && numeral.shape == Shape::Words
        && unit_after(words, end, false).is_none()
        && noun::phrase(words, end, false).is_none()
}

/// `third`, `10th`: a rank, and what has it.
fn ordinal(words: &Words, i: usize) -> Option<Read> {
    let text = words.text(i);
    let rank = match words.term(i) {
        Term::Ordinal(n) if !text.ends_with(['s', 'S']) => whole(n.into()),
        _ if words.is_number(i) => {
            let digits = ["st", "nd", "rd", "th"].iter().find_map(|e| text.strip_suffix(e))?;
            whole(digits.parse::<u32>().ok()?.into())
        }
        _ => return None,
    };
    // `the 18th Amendment`, `the 2nd District` are names.
    if words.is_capital(i + 1) || (words.is_capital(i) && !words.is_first(i)) {
        return None;
    }
    // `was first reported`
    let verb = words.text(i + 1).ends_with("ed");
    let counted = noun::phrase(words, i + 1, true).filter(|_| !verb);
    let span = words.at(i).span;
    let quantity = Quantity {
        span,
        number: span,
        value: rank,
        grain: whole(1),
        bound: Bound::Exact,
        unit: Unit::Ordinal,
        per: None,
        counted: counted.map(|(from, to)| words.span(from, to)),
        of: None,
        weak: rank <= whole(2) || counted.is_none(),
    };
    Some(Read { quantity, end: i + 1 })
}

/// The quantity whose numeral stands at words `i..numeral.end`.
fn quantity(words: &Words, i: usize, first: Numeral) -> Option<Read> {
    let currency = currency_before(words, i);
    let start = match (currency, first.shape) {
        (Some((at, _)), _) => at,
        // `a few`, `several`
        (None, Shape::Few) => i - 1 - usize::from(i > 1 && words.term(i - 2) == Term::Article),
        (None, _) => i,
    };
    let unit = match currency {
        Some((_, code)) => ReadUnit::plain(first.end, Unit::Money(code)),
        None => unit_of(words, i, &first),
    };
    let unit_end = unit.as_ref().map_or(first.end, |u| u.end);
    let core = match second(words, start, i, unit_end, &first) {
        Some(second) => pair(words, &first, unit, second),
        None if first.shape == Shape::Part && unit.is_none() => return share(words, i, first),
        None => single(words, i, &first, unit),
    };

    let before = bound::before(words, start);
    let after = bound::after(words, core.end);
    let end = after.map_or(core.end, |(at, _)| at);
    let between = matches!(core.bound, Some(Bound::UpTo(_))) && words.follows(start, &["between"]);
    let from = before.map_or(start - usize::from(between), |(at, _)| at);
    let rate = match core.unit {
        Unit::Count | Unit::Money(_) | Unit::Percent => rate(words, end),
        Unit::Measure(measure) if measure.dimension != Dimension::Duration => rate(words, end),
        _ => None,
    };
    let after_rate = rate.map_or(end, |(_, after)| after);
    let (counted, of) = noun::counted(words, after_rate, &core.unit, first.value == whole(1));
    let quantity = Quantity {
        span: words.span(from, end),
        number: words.span(i, core.number_end),
        value: core.value,
        grain: core.grain,
        bound: core.bound.or(before.or(after).map(|(_, bound)| bound)).unwrap_or(Bound::Exact),
        unit: core.unit,
        per: rate.map(|(unit, _)| unit),
        counted,
        of,
        weak: is_weak_one(words, i, &first, counted),
    };
    Some(Read { quantity, end })
}

/// Number and unit, before what stands around them is looked at.
struct Core {
    value: Amount,
    grain: Amount,
    unit: Unit,
    /// The bound that the number itself makes: a range, or none.
    bound: Option<Bound>,
    number_end: usize,
    end: usize,
}

/// One number and its unit.
fn single(words: &Words, i: usize, number: &Numeral, unit: Option<ReadUnit>) -> Core {
    let (value, bound) = match bound::vague(number.shape, number.value) {
        Some((value, bound)) => (value, Some(bound)),
        None => (number.value, None),
    };
    let mut core = Core {
        value,
        grain: number.grain,
        unit: if is_age(words, i, number) { Unit::Age } else { Unit::Count },
        bound,
        number_end: number.end,
        end: number.end,
    };
    if let Some(read) = unit {
        core.value *= read.times;
        core.grain *= read.times;
        (core.unit, core.end) = (read.unit, read.end);
    }
    if let Unit::Measure(measure) = core.unit {
        let part = smaller_part(words, core.end, &measure);
        if let Some((part, end)) = part.filter(|(part, _)| within_limits(core.value + part)) {
            core.value += part;
            core.grain = core.grain.min(part);
            core.end = end;
        }
    }
    core
}

/// Two numbers and the unit after the first or the second.
fn pair(words: &Words, first: &Numeral, unit: Option<ReadUnit>, second: Second) -> Core {
    let unit = unit.or_else(|| unit_after(words, second.end, second.value >= scaled(1, 6)));
    let (times, read, end) = match unit {
        Some(unit) => (unit.times, unit.unit, unit.end),
        None => (whole(1), Unit::Count, second.end),
    };
    let (scale, unit, bound) = match second.link {
        Link::Tally => (whole(1), Unit::Tally(second.value), None),
        Link::Range(scale) => (scale, read, Some(Bound::UpTo(second.value * times))),
    };
    // `5 miles to 7 miles`
    let again = unit_after(words, second.end, false).filter(|u| u.unit == unit);
    Core {
        value: first.value * scale * times,
        grain: first.grain * scale * times,
        unit,
        bound,
        number_end: second.end,
        end: again.map_or(second.end.max(end), |u| u.end),
    }
}

/// The unit after a numeral: `miles`, but also `a mile` after `half` and `of a mile` after `a quarter`.
fn unit_of(words: &Words, start: usize, numeral: &Numeral) -> Option<ReadUnit> {
    let large = numeral.value >= scaled(1, 6);
    let mut at = numeral.end;
    if numeral.shape == Shape::Part {
        at += usize::from(words.is(at, "of") && words.term(at + 1) == Term::Article);
        let article = words.term(at) == Term::Article;
        at += usize::from(article);
        let tied = article || words.at(at).gap == Gap::Hyphen;
        return unit_after(words, at, false).filter(|u| tied && matches!(u.unit, Unit::Measure(_)));
    }
    // `dozens of miles`, `millions of dollars`
    if numeral.shape == Shape::Vague {
        return unit_after(words, at + 1, large).filter(|u| words.is(at, "of") && u.unit != Unit::Age);
    }
    // `from 12 to 10 percent`
    if words.follows(start, &["from"]) && words.is(at, "to") {
        let to = self::numeral(words, at + 1)?;
        return unit_after(words, to.end, false).map(|u| ReadUnit { end: at, ..u });
    }
    let adjective = words.is_any(at, &["more", "additional", "extra", "full", "straight"]);
    unit_after(words, at + usize::from(adjective), large)
}

/// `10 inches` after `5 feet`, `and 15 minutes` after `two hours`: the part in the larger unit, and one past it.
fn smaller_part(words: &Words, i: usize, larger: &Measure) -> Option<(Amount, usize)> {
    let from = i + usize::from(words.is_any(i, &["and", ","]));
    let more = numeral(words, from).filter(|n| matches!(n.shape, Shape::Digits | Shape::Words))?;
    let ReadUnit { end, unit: Unit::Measure(smaller), .. } = unit_after(words, more.end, false)? else {
        return None;
    };
    let part = more.value * smaller.factor / larger.factor;
    (smaller.dimension == larger.dimension && part < whole(1)).then_some((part, end))
}

/// `a third of voters`, `half the town`: a share, in percent.
fn share(words: &Words, i: usize, part: Numeral) -> Option<Read> {
    let end = part.end;
    let of = words.is(end, "of");
    let half = words.term(end - 1) == Term::Half && end == i + 1;
    let plural = words.text(end - 1).ends_with(['s', 'S']);
    let hyphen = words.at(end - 1).gap == Gap::Hyphen;
    let before = bound::before(words, i);
    let by = before.is_some() || words.follows(i, &["by"]);
    if !(of || (by && !words.is_word(end)) || (half && is_determiner(words.text(end))) || plural || hyphen)
        || (half && words.at(end).gap == Gap::Hyphen)
    {
        return None;
    }
    let whole_phrase = noun::after_preposition(words, if of { end } else { end - 1 }, true);
    let number = words.span(i, end);
    let quantity = Quantity {
        span: before.map_or(number, |(at, _)| words.span(at, end)),
        number,
        value: part.value * whole(100),
        grain: whole(1),
        bound: before.map_or(Bound::About, |(_, bound)| bound),
        unit: Unit::Percent,
        per: None,
        counted: whole_phrase.map(|(from, to)| words.span(from, to)),
        of: whole_phrase.map(|(_, to)| words.span(end + usize::from(of), to)),
        weak: false,
    };
    Some(Read { quantity, end })
}

/// `Abascal, 52,`, `aged 66`, `at the age of 30`, `who is 43`.
fn is_age(words: &Words, i: usize, numeral: &Numeral) -> bool {
    let plausible = numeral.value.is_integer() && numeral.value <= whole(120);
    let named = i > 0 && (words.is_any(i - 1, &["aged", "age"]) || words.ends_with(i, "age of").is_some());
    let apposed = numeral.shape == Shape::Digits
        && i > 1
        && words.is(i - 1, ",")
        && words.is_capital(i - 2)
        && matches!(words.text(numeral.end), "," | "." | ";" | ")" | "");
    // "who is 43", "she was 43 when"
    let said = numeral.shape == Shape::Digits
        && i > 1
        && words.is_any(i - 1, &["is", "was", "turned"])
        && words.is_any(i - 2, &["who", "he", "she"])
        && matches!(words.text(numeral.end), "," | "." | ";" | ")" | "" | "when" | "at" | "and");
    plausible && (named || apposed || said)
}

/// Whether a `one` is a pronoun or part of an idiom.
fn is_weak_one(words: &Words, i: usize, numeral: &Numeral, counted: Option<Span>) -> bool {
    if !words.is(i, "one") || numeral.end != i + 1 {
        return false;
    }
    let before = words.follows(
        i,
        &["no", "the", "this", "that", "each", "every", "any", "which", "another", "some", "as", "square", "day"],
    );
    let after =
        words.is_any(i + 1, &["of", "another", "who", "that", "day", "thing", "way", "time", "point", "or", "side"]);
    before || after || (counted.is_none() && words.at(i + 1).gap != Gap::Hyphen)
}
