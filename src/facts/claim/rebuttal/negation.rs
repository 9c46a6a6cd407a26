//! Plain negations: "Calder not charged", "The mill has yet to close".

use std::ops::Range;

use super::{Rebuttal, is_comma, lower};
use crate::{
    facts::claim::{
        gist::{content, is_light, is_negator, reports},
        predication::{Predication, Role},
    },
    language::{
        Sentence,
        lexicon::{self, Complement, Truth},
        model::{Relation, Upos, Xpos},
    },
};

/// "X has not done E", "X not charged", "X is unable to do E": all content words of the clause, one negation in it.
pub fn negation(
    sentence: &Sentence,
    predications: &[Predication],
    segment: Range<usize>,
) -> Option<(Rebuttal, Range<usize>)> {
    let negators: Vec<(usize, usize)> =
        segment.clone().filter_map(|i| Some((i, negating(sentence, i, segment.end)?))).collect();
    let &[(at, after)] = negators.as_slice() else { return None };
    let next = (after < segment.end).then(|| lower(sentence, after));
    // "not only", "not just", "not yet", "no longer", "not fully" negate something else, or say that it was so.
    const ELSE: &[&str] = &[
        "because",
        "completely",
        "entirely",
        "fully",
        "just",
        "longer",
        "merely",
        "only",
        "simply",
        "until",
        "wholly",
        "yet",
    ];
    if next.as_deref().is_none_or(|next| ELSE.contains(&next)) {
        return None;
    }
    // The clause of the negator: from the comma before it to the one behind it.
    let start = (segment.start..at).rev().find(|&i| is_comma(sentence, i)).map_or(segment.start, |i| i + 1);
    let end = (after..segment.end)
        .find(|&i| {
            is_comma(sentence, i)
                || matches!(lower(sentence, i).as_str(), "but" | "because" | "despite" | "unless" | "if")
        })
        .unwrap_or(segment.end);
    // "Refused to sing" reports no more than that she did not.
    let hedged =
        (start..at).chain(after..end).any(|i| reports(sentence, i) || lexicon::hedge(&lower(sentence, i)).is_some());
    // "Will not close until June" closes then.
    let until = (after..end).any(|i| matches!(lower(sentence, i).as_str(), "until" | "till"));
    // "an employee who had not come": said of somebody in passing.
    let relative = (start..at).any(|i| {
        matches!(
            lower(sentence, i).as_str(),
            "who" | "which" | "that" | "whose" | "when" | "where" | "if" | "unless" | "whether"
        )
    });
    if hedged || until || relative || at == start && sentence.parse.node(at).relation != Relation::Det {
        return None;
    }
    let head = (after..end).find(|&i| {
        let word = lower(sentence, i);
        !lexicon::is_function_word(&word) && !content(sentence, i..i + 1).is_empty() || is_light(&word)
    })?;
    let denied = content(sentence, after..end);
    let subject = predications
        .iter()
        .filter(|p| sentence.parse.is_within(at, p.head) && (start..end).contains(&p.head))
        .max_by_key(|p| p.head)
        .and_then(|p| p.participants.first().filter(|s| matches!(s.role, Role::Agent | Role::Patient) && s.head < at));
    let by = match subject {
        Some(subject) => {
            let phrase = |&c: &usize| {
                c < subject.head || matches!(sentence.parse.node(c).relation, Relation::Flat | Relation::Compound)
            };
            let first = sentence.parse.children(subject.head).filter(phrase).min().unwrap_or(subject.head);
            let last = sentence.parse.children(subject.head).filter(phrase).max().unwrap_or(subject.head);
            content(sentence, first.min(subject.head)..last.max(subject.head) + 1)
        }
        None => content(sentence, start..at),
    };
    let named = content(sentence, head..head + 1).into_iter().next().unwrap_or_else(|| "be".into());
    let rebuttal = Rebuttal { denied: denied.into(), by: by.into(), head: Some(named), unnamed: false, brief: false };
    Some((rebuttal, start..end))
}

/// Where what token `i` negates begins: behind "not", "never", "failed to", "unable to", "yet to".
pub(in crate::facts::claim) fn negating(sentence: &Sentence, i: usize, end: usize) -> Option<usize> {
    let word = lower(sentence, i);
    let to = i + 1 < end && lower(sentence, i + 1) == "to";
    // "No, the mill is not closing"
    let answer = word == "no" && i + 1 < end && is_comma(sentence, i + 1);
    if is_negator(&word) && word != "nor" && !answer {
        return Some(i + 1);
    }
    if word == "yet" && to {
        return Some(i + 2);
    }
    if word == "incapable" && i + 1 < end && lower(sentence, i + 1) == "of" {
        return Some(i + 2);
    }
    let node = sentence.parse.node(i);
    let verb = node.upos == Upos::Verb || node.xpos == Xpos::Jj;
    let phrase = if node.upos == Upos::Adj { format!("be {word}").into() } else { word };
    let fails = |c| lexicon::entailment(&phrase, c).is_some_and(|e| e.affirmed == Truth::Fails);
    (to && verb && fails(Complement::Infinitive)).then_some(i + 2)
}
