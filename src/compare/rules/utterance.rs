//! `quote` and `speaker`: the same utterance in other words, or the same words from somebody else.

mod align;
mod occasion;
mod speaker;

pub use align::distance;

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::occasion::are_of_one_matter,
    facts::{Content, LEFT_OUT, Utterance},
};
use align::{
    TURNING, Turn, changes, holds, is_link, is_scope, is_telling, narrows, of_two_tenses, shared, slip, turn,
    unsupported,
};
use occasion::{Meeting, meeting};
use speaker::{are_others, same_speaker};

/// Utterances of more words are compared by their first ones: nobody quotes more in one sentence.
const LONGEST: usize = 80;
/// Fewer words may be said by two people, or be another thing that somebody said.
const TELLING: usize = 6;
/// Fewer words may be said by anybody.
const SAME: usize = 5;

/// The fewest words in which what is said on one occasion is the same, or said by another.
const SHORT: usize = 4;
/// From so many words on, what is told without anything in common was hardly said twice.
const RARELY: usize = 8;
/// From so many words on, what is much alike was said once.
const ONCE: usize = 10;

/// Compares two stretches that are quoted word for word.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Utterance(u), Content::Utterance(v)) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&u.words[..u.words.len().min(LONGEST)], &v.words[..v.words.len().min(LONGEST)]);
    let others = are_others(story, a, b);
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    let meeting = match meeting(a, b, &u.occasion, &v.occasion) {
        // Nobody says so much twice.
        Meeting::Apart | Meeting::Elsewhere if short >= ONCE => Meeting::Unknown,
        Meeting::Elsewhere if short >= RARELY => Meeting::Unknown,
        meeting => meeting,
    };
    if holds(x, y) || holds(y, x) {
        let same = if meeting == Meeting::Shared { SHORT } else { SAME };
        return match others {
            // Who says "she told us that the dam would hold" tells what another said.
            Some(true)
                if short >= same
                    && 2 * short >= long
                    && (!matches!(meeting, Meeting::Apart | Meeting::Elsewhere)
                        || meeting == Meeting::Elsewhere && is_saying(x, y)) =>
            {
                let why = vec!["the same words, given to two people".into()];
                Some(Finding::Differ { kind: DifferenceKind::Speaker, level: Level::Differs, denies: None, why })
            }
            Some(false) => Some(qualified(story, a, b, u, v, meeting).unwrap_or(Finding::Agree)),
            _ => None,
        };
    }
    if others == Some(true) || meeting == Meeting::Apart {
        return None;
    }
    let (x, y) = (&unsupported(x)[..], &unsupported(y)[..]);
    let one = (matches!(meeting, Meeting::Shared | Meeting::Near) || short >= ONCE) && same_speaker(story, a, b);
    // Nobody says nearly the same sentence of six words twice, but in one word.
    let once = || short >= TELLING && long <= short + 1 && changes(x, y).len() == 1 && same_speaker(story, a, b);
    // Nor a whole sentence of four words in one matter.
    let whole = || {
        let tells = |word: &str| is_telling(word) || is_scope(word);
        let told = |(p, q): &&(SmolStr, SmolStr)| !slip(p, q) && (tells(p) || tells(q));
        meeting != Meeting::Elsewhere
            && u.opens
            && v.opens
            && short >= SHORT
            && long <= short + 2
            && same_speaker(story, a, b)
            && changes(x, y).iter().filter(told).count() == 1
            && are_of_one_matter(story, a, b)
    };
    let why = (one || once() || whole()).then(|| changed_on_one_occasion(x, y)).flatten();
    let why = why.or_else(|| (short >= TELLING).then(|| changed(x, y)).flatten());
    let may_be_one = || meeting != Meeting::Elsewhere && same_speaker(story, a, b);
    if is_exchanged(x, y) && may_be_one() {
        return Some(quote(vec!["the same words, with two of them exchanged".into()]));
    }
    if is_put_off(x, y) && may_be_one() {
        return Some(quote(vec!["what was done in one is to be done in the other".into()]));
    }
    why.or_else(|| turned(x, y).filter(|_| may_be_one())).map(quote)
}

/// Whether the same whole sentence tells enough that two people hardly say it of one matter.
fn is_saying(x: &[SmolStr], y: &[SmolStr]) -> bool {
    x == y && x.iter().filter(|word| is_telling(word)).count() >= KEPT
}

/// What one person says turned into its opposite: "gave everything" and "gave nothing", "not" added.
fn turned(x: &[SmolStr], y: &[SmolStr]) -> Option<Vec<String>> {
    let (x, y) = shared(x, y, 2);
    let changed = changes(x, y);
    // "I want a team" may be cut to "a team".
    let cut = |(p, q): &(SmolStr, SmolStr)| x.first() != y.first() && (p.is_empty() || q.is_empty());
    let turn_of =
        |change: &(SmolStr, SmolStr)| turn(&change.0, &change.1).filter(|t| *t == Turn::Whole || !cut(change));
    let turning: Vec<_> = changed.iter().filter_map(|change| Some((change, turn_of(change)?))).collect();
    // "Did not fail" is "succeeded".
    let whole = turning.iter().filter(|(_, turn)| *turn == Turn::Whole).count();
    let turned = whole % 2 == 1 || turning.iter().any(|(_, turn)| *turn == Turn::Part);
    let same: Vec<_> = x.iter().filter(|word| y.contains(word) || y.iter().any(|other| slip(word, other))).collect();
    let kept = same.iter().filter(|word| is_telling(word)).count();
    let replaced = |(p, q): &&(SmolStr, SmolStr)| is_telling(p) && is_telling(q) && !slip(p, q) && turn(p, q).is_none();
    let short = x.len().min(y.len());
    let alike = kept >= KEPT || kept > 0 && same.len() >= SAME;
    let one = alike && short >= SHORT && changed.len() <= short && !changed.iter().any(|change| replaced(&change));
    let one = one && !of_two_tenses(x, y, &changed);
    (one && turned).then(|| turning.into_iter().map(|(change, _)| told(change)).collect())
}

/// Whether two utterances have the same words of which some that tell change places, though one is set against the other: "not for
/// the past but for the tea" and "not for the tea but for the past".
fn is_exchanged(x: &[SmolStr], y: &[SmolStr]) -> bool {
    const AGAINST: &[&str] = &["but", "only", "than", "instead"];
    let sorted = |words: &[SmolStr]| {
        let mut words = words.to_vec();
        words.sort_unstable();
        words
    };
    let moved = x.iter().zip(y).filter(|(p, q)| p != q && (is_telling(p) || is_telling(q))).count();
    let against = x.iter().any(|word| AGAINST.contains(&word.as_str()) || TURNING.contains(&word.as_str()));
    x.len() >= TELLING && moved >= KEPT && against && sorted(x) == sorted(y)
}

/// Whether all that differs makes of what was done what is to be done: "have been consulted" and "will be consulted".
fn is_put_off(x: &[SmolStr], y: &[SmolStr]) -> bool {
    let put_off = |p: &str, q: &str| matches!((p, q), ("have" | "has", "will") | ("been", "be"));
    let changed: Vec<_> = x.iter().zip(y).filter(|(p, q)| p != q).collect();
    let all = |turned: bool| changed.iter().all(|(p, q)| if turned { put_off(q, p) } else { put_off(p, q) });
    x.len() == y.len() && x.len() >= TELLING && changed.len() > 1 && (all(false) || all(true))
}

/// So many words that say something must be the same in what is turned.
const KEPT: usize = 2;

fn quote(why: Vec<String>) -> Finding {
    Finding::Differ { kind: DifferenceKind::Quote, level: Level::Differs, denies: None, why }
}

/// "Our schools are safe" and "most of our schools are safe": one person on one occasion says less in one of them.
fn qualified(story: &Story, a: Told, b: Told, u: &Utterance, v: &Utterance, meeting: Meeting) -> Option<Finding> {
    let (short, long) = if u.words.len() < v.words.len() { (u, v) } else { (v, u) };
    let at = long.words.windows(short.words.len()).position(|w| w == &short.words[..])?;
    // All that stands before it bounds it: "most of", "not".
    let before = &long.words[..at];
    let bounds = before.iter().all(|w| w == "of" || is_scope(w)) && before.iter().any(|w| w != "one" && w != "no");
    let whole = short.opens && bounds && meeting == Meeting::Shared && same_speaker(story, a, b);
    whole.then(|| quote(vec![format!("“{}” is in one only", before.join(" "))]))
}

/// What was changed in what one person says on one occasion, where most of it is the same; each part of the quotation counts.
fn changed_on_one_occasion(x: &[SmolStr], y: &[SmolStr]) -> Option<Vec<String>> {
    let (x, y) = shared(x, y, 2);
    let changed = changes(x, y);
    let longest = x.len().max(y.len());
    let same = x.len() - changed.iter().filter(|(p, _)| !p.is_empty()).count();
    let shortened = x.iter().chain(y).any(|w| w == LEFT_OUT);
    let denied = x.iter().any(|word| TURNING.contains(&word.as_str()));
    // A word of content in one only may be left out by the other; what turns or bounds what is said may not.
    let telling = |(p, q): &&(SmolStr, SmolStr)| match (p.as_str(), q.as_str()) {
        (LEFT_OUT, _) | (_, LEFT_OUT) => false,
        ("", only) | (only, "") => !shortened && (is_scope(only) || is_telling(only) || denied && narrows(only)),
        ("can", "could") | ("could", "can") | ("may", "might") | ("might", "may") => false,
        (p, q) => is_scope(p) || is_scope(q) || !slip(p, q) && is_telling(p) && is_telling(q),
    };
    let telling: Vec<_> = changed.iter().filter(telling).collect();
    // Of words of content one may be another; who changes more tells it in other words, or tells another sentence.
    let others = telling.iter().filter(|(p, q)| !is_scope(p) && !is_scope(q)).count();
    let enough = 2 * same >= longest && others <= 1 && changed.len() <= (longest / 3).max(3);
    let anything = x.iter().filter(|w| y.contains(w)).any(|w| is_telling(w)) || same >= SHORT - 1;
    if telling.is_empty() || !enough || same < 2 || !anything || of_two_tenses(x, y, &changed) {
        return None;
    }
    Some(telling.into_iter().map(told).collect())
}

/// What was changed in what may be one utterance: few words of many.
fn changed(x: &[SmolStr], y: &[SmolStr]) -> Option<Vec<String>> {
    let (x, y) = shared(x, y, 3);
    let changed = changes(x, y);
    let short = x.len().min(y.len());
    let joined =
        |side: fn(&(SmolStr, SmolStr)) -> &SmolStr| changed.iter().map(|c| side(c).as_str()).collect::<String>();
    // "I have" and "he has" are one change of grammar: words that tell count.
    let longest = x.len().max(y.len());
    let counted = changed.iter().filter(|(p, q)| is_telling(p) || is_telling(q)).count();
    let few = counted <= (longest / 5).max(2) && changed.len() <= (longest / 3).max(2) && short >= TELLING;
    // "Good will" is "goodwill".
    if !few || joined(|c| &c.0) == joined(|c| &c.1) {
        return None;
    }
    // A slip of the pen, or a word of grammar, is no other account; nor is what an article says that it leaves out.
    let shortened = x.iter().chain(y).any(|w| w == LEFT_OUT);
    let telling = |(p, q): &&(SmolStr, SmolStr)| match (p.as_str(), q.as_str()) {
        (LEFT_OUT, _) | (_, LEFT_OUT) => false,
        ("", only) | (only, "") => !shortened && is_telling(only),
        (p, q) => !slip(p, q) && (is_telling(p) || is_telling(q)),
    };
    let telling: Vec<_> = changed.iter().filter(telling).collect();
    if let Some(relinked) = relinked(&changed).filter(|_| telling.is_empty()) {
        return Some(vec![relinked]);
    }
    if short < ONCE && of_two_tenses(x, y, &changed) {
        return None;
    }
    // Two judgements of one thing are two utterances: "the plan is a start" and "the plan is a joke".
    let replaced = changed.iter().filter(|(p, q)| is_telling(p) && !slip(p, q)).count();
    let kept = x.iter().filter(|word| is_telling(word)).count() - replaced;
    (kept > telling.len() && !telling.is_empty()).then(|| telling.into_iter().map(told).collect())
}

/// What is said holds "until" something in one, and "even when" it does in the other.
fn relinked(changed: &[(SmolStr, SmolStr)]) -> Option<String> {
    let words = |side: fn(&(SmolStr, SmolStr)) -> &SmolStr| -> Vec<&str> {
        changed.iter().map(|change| side(change).as_str()).filter(|word| !word.is_empty()).collect()
    };
    let (p, q) = (words(|change| &change.0), words(|change| &change.1));
    let linked = [&p, &q].iter().all(|words| words.iter().any(|word| is_link(word)));
    linked.then(|| told(&(p.join(" ").into(), q.join(" ").into())))
}

/// A change, in words.
fn told((p, q): &(SmolStr, SmolStr)) -> String {
    match (p.as_str(), q.as_str()) {
        ("", only) | (only, "") => format!("“{only}” is in one only"),
        (p, q) => format!("“{p}” in one is “{q}” in the other"),
    }
}
