//! The noun phrase that names a speaker: the subject of the reporting verb.

use std::ops::Range;

use super::{class::Class, flow::Flow};
use crate::language::{
    lexicon::{self, is_a},
    model::{Relation, Xpos},
};

/// How many verbs the subject is looked for at: a verb further up is hardly the same clause.
const CLIMB: usize = 4;

/// The subject of `verb` in the tree, as a phrase, and where all that describes it starts.
///
/// A verb without one of its own shares that of the verb it depends on: `declined to comment, saying`, `rose and said`.
pub(super) fn of_verb(flow: &Flow, verb: usize) -> Option<(Range<usize>, usize)> {
    if let Some(name) = shown(flow, verb) {
        return Some((name, verb));
    }
    let mut at = verb;
    for _ in 0..CLIMB {
        let own = |&s: &usize| s < at && flow.words[s].quoted == flow.words[verb].quoted;
        if let Some(subject) = flow.child(at, |r| r == Relation::Nsubj).filter(own) {
            let start = if at == verb { flow.subtree(subject).start } else { verb };
            return Some((phrase(flow, antecedent(flow, subject, at)), start));
        }
        if flow.child(at, |r| r == Relation::NsubjPass).is_some() {
            let agent = flow.child(at, |r| r == Relation::OblAgent)?;
            return Some((phrase(flow, agent), verb));
        }
        let head = flow.head(at)?;
        match flow.node(at).relation {
            Relation::Conj | Relation::Xcomp | Relation::Advcl => at = head,
            Relation::Acl if is_said(flow, head) && flow.node(head).relation == Relation::Obj => {
                at = flow.head(head)?
            }
            Relation::Acl | Relation::AclRelcl if is_head(flow, head) => return Some((phrase(flow, head), verb)),
            _ => return None,
        }
    }
    None
}

/// The name that a participle follows, where what it belongs to cannot speak: `footage of Ann Lee asking`.
fn shown(flow: &Flow, verb: usize) -> Option<Range<usize>> {
    let last = verb.checked_sub(1).filter(|_| flow.node(verb).xpos == Xpos::Vbg)?;
    let name = Some(phrase(flow, last)).filter(|p| flow.class(last) == Class::Name && p.end == verb)?;
    let noun = name.start.checked_sub(2).filter(|&i| flow.is(i + 1, "of") && flow.class(i) == Class::Noun)?;
    let speaks = [lexicon::Class::Person, lexicon::Class::Group].iter().any(|&c| is_a(flow.words[noun].text, c, 1));
    (!speaks).then_some(name)
}

/// What a relative pronoun stands for: `the clerk` in `the clerk who said so`.
fn antecedent(flow: &Flow, subject: usize, verb: usize) -> usize {
    let relative = matches!(flow.node(subject).xpos, Xpos::Wp | Xpos::Wdt);
    match flow.head(verb) {
        Some(head) if relative && flow.node(verb).relation == Relation::AclRelcl => head,
        _ => subject,
    }
}

/// Whether the noun is something said or written, which speaks for whoever makes it: `issued a statement calling`.
fn is_said(flow: &Flow, noun: usize) -> bool {
    flow.class(noun) == Class::Noun && is_a(flow.words[noun].text, lexicon::Class::Communication, 1)
}

fn is_head(flow: &Flow, at: usize) -> bool {
    flow.class(at) == Class::Pronoun || flow.class(at).is_nominal()
}

/// The base noun phrase around its head word: no apposition, no preposition, no relative clause.
pub(super) fn phrase(flow: &Flow, head: usize) -> Range<usize> {
    if matches!(flow.class(head), Class::Pronoun | Class::Clause) {
        return head..head + 1;
    }
    let same = |i: usize| {
        let (a, b) = (&flow.words[i], &flow.words[head]);
        a.sentence == b.sentence && a.quoted == b.quoted
    };
    let follows = |i: usize| same(i) && matches!(flow.class(i), Class::Noun | Class::Name) && !flow.is_date(i);
    let end = (head + 1..flow.words.len()).find(|&i| !follows(i)).unwrap_or(flow.words.len());
    let mut start = head;
    while start > 0 && same(start - 1) && flow.class(start - 1).is_nominal() {
        start -= 1;
        // `all the officials`, but `(told) the press some officials`
        if flow.class(start) == Class::Determiner && (start == 0 || flow.class(start - 1) != Class::Determiner) {
            break;
        }
    }
    while start < head && flow.class(start) == Class::Possessive {
        start += 1;
    }
    start..end
}

/// The brackets right after a name, if they hold a few words: `Rep. Ann Lee (D-Ore.)`.
pub(super) fn affiliation(flow: &Flow, name: &Range<usize>) -> Option<Range<usize>> {
    /// Most tokens within the brackets.
    const LONGEST: usize = 6;
    let start = name.end;
    let named = start > 0 && flow.class(start - 1) == Class::Name;
    let inside = (start + 1..flow.words.len()).take(LONGEST + 1);
    let end =
        inside.take_while(|&i| flow.words[i].sentence == flow.words[start].sentence).find(|&i| flow.is(i, ")"))?;
    (named && flow.is(start, "(")).then_some(start..end + 1)
}

/// The subject that ends right before `verb`, auxiliaries, adverbs and appositions between them aside; it begins at `low`
/// or later.
pub(super) fn before(flow: &Flow, verb: usize, low: usize) -> Option<Range<usize>> {
    let end = subject_end(flow, verb, low)?;
    if flow.class(end - 1) == Class::Comma {
        return before_apposition(flow, end - 1, low);
    }
    phrase_ending(flow, end, low)
}

/// The subject between a break and its verb: `…, officials said`.
pub(super) fn parenthetical(flow: &Flow, verb: usize, low: usize) -> Option<Range<usize>> {
    let end = subject_end(flow, verb, low)?;
    let set_off = |p: &Range<usize>| p.start == low || flow.class(p.start - 1) == Class::Comma;
    base_ending(flow, end, low).filter(set_off).or_else(|| phrase_ending(flow, end, low).filter(set_off))
}

/// Where the words before the verb end, its auxiliaries and adverbs aside.
fn subject_end(flow: &Flow, verb: usize, low: usize) -> Option<usize> {
    let last = (low..verb).rev().find(|&i| !matches!(flow.class(i), Class::Auxiliary | Class::Adverb))?;
    Some(last + 1)
}

/// The first phrase of the clause that the comma at `comma` closes: `Ann Lee, who …, said`.
fn before_apposition(flow: &Flow, comma: usize, low: usize) -> Option<Range<usize>> {
    // The full stop of an abbreviation ends nothing: `Ann Lee, R-Ky., said`.
    let shortens = |i: usize| flow.is(i, ".") && flow.class(i + 1) == Class::Comma;
    let ends_clause =
        |&i: &usize| flow.class(i) == Class::Mark && !matches!(flow.words[i].text, "(" | ")" | "-") && !shortens(i);
    let mut start = (low..comma).rev().find(ends_clause).map_or(low, |i| i + 1);
    loop {
        let end = (start..comma).find(|&i| flow.class(i) == Class::Comma)?;
        let first = (start..end).find(|&i| flow.class(i) != Class::And)?;
        if let Some(phrase) = starting(flow, first, end) {
            return Some(phrase);
        }
        start = end + 1;
    }
}

/// The phrase that ends before `end`: its first part, when prepositions join several.
fn phrase_ending(flow: &Flow, end: usize, low: usize) -> Option<Range<usize>> {
    let mut end = end;
    if flow.is(end - 1, ")") {
        end = (low..end).rev().find(|&i| flow.is(i, "("))?;
    }
    let mut best = base_ending(flow, end, low)?;
    // `a spokesman for the mayor`: on to the phrase that the preposition belongs to.
    while best.start > low && flow.class(best.start - 1) == Class::Preposition {
        match base_ending(flow, best.start - 1, low) {
            Some(outer) => best = outer,
            None => break,
        }
    }
    Some(best)
}

/// The phrase without prepositions that ends right before `end`.
fn base_ending(flow: &Flow, end: usize, low: usize) -> Option<Range<usize>> {
    let mut start = end;
    while start > low {
        match flow.class(start - 1) {
            Class::Pronoun if start == end => return Some(start - 1..end),
            Class::Determiner => {
                start -= 1;
                break;
            }
            Class::Possessive if start == end => break,
            Class::Mark if start < end && flow.is(start - 1, "-") => start -= 1,
            class if class.is_nominal() => start -= 1,
            // A name that is also a verb.
            Class::Verb if start == end && flow.words[start - 1].text.starts_with(char::is_uppercase) => start -= 1,
            _ => break,
        }
    }
    (start < end).then_some(start..end)
}

/// The speaker that follows a verb, before `high`: `said Ann Lee, the mayor`.
pub(super) fn after(flow: &Flow, start: usize, high: usize) -> Option<Range<usize>> {
    let first = (start..high).find(|&i| flow.class(i) != Class::Adverb)?;
    starting(flow, first, high).filter(|p| !flow.is_date(p.start))
}

/// The phrase without prepositions that starts at `start`, before `high`.
pub(super) fn starting(flow: &Flow, start: usize, high: usize) -> Option<Range<usize>> {
    if start < high && flow.class(start) == Class::Pronoun {
        return Some(start..start + 1);
    }
    let end = (start..high).find(|&i| !flow.class(i).is_nominal()).unwrap_or(high);
    (start < end && flow.class(start) != Class::Possessive).then_some(start..end)
}
