//! Denials of a report: "Mill owner denies closure plans", "Closure denied by owner".

use std::ops::Range;

use smol_str::SmolStr;

use super::{Rebuttal, is_be, is_comma, lower, negated_before};
use crate::{
    facts::claim::{gist::content, truth::known_noun},
    language::{
        Sentence,
        lexicon::{self, Pos},
    },
};

/// What cannot be said of a report that is denied: "denied bail" is something else.
const GIVEN: &[&str] = &[
    "access",
    "appeal",
    "application",
    "asylum",
    "bail",
    "benefit",
    "chance",
    "claim",
    "coverage",
    "credit",
    "entry",
    "injunction",
    "motion",
    "opportunity",
    "parole",
    "permission",
    "permit",
    "petition",
    "request",
    "right",
    "service",
    "visa",
];

/// "X denies E", "E denied by X": the words behind the verb, or before it.
pub fn denial(sentence: &Sentence, segment: Range<usize>) -> Option<(Rebuttal, Range<usize>)> {
    use lexicon::Rebuttal::{Denies, Rejects, Report};
    for i in segment.clone() {
        let word = lower(sentence, i);
        let particle = (i + 1 < segment.end).then(|| format!("{word} {}", lower(sentence, i + 1)));
        let with = |what| particle.as_ref().filter(|p| lexicon::rebuts(p, what)).map(|_| i + 2);
        let alone = |what| lexicon::rebuts(&word, what).then_some(i + 1);
        let Some((after, own)) = alone(Denies)
            .map(|at| (at, true))
            .or_else(|| with(Rejects).or_else(|| alone(Rejects)).map(|at| (at, false)))
        else {
            continue;
        };
        if negated_before(sentence, i.saturating_sub(3).max(segment.start)..i) {
            continue;
        }
        let previous = (i > segment.start).then(|| lower(sentence, i - 1));
        // "urged them to deny it": not yet done.
        if previous.as_deref() == Some("to") {
            continue;
        }
        let clause_start = (segment.start..i).rev().find(|&j| is_comma(sentence, j)).map_or(segment.start, |j| j + 1);
        let next = (after < segment.end).then(|| lower(sentence, after));
        let passive = word.ends_with('d')
            && (previous.as_deref().is_some_and(is_be) || next.as_deref() == Some("by"))
            && i > clause_start;
        let (object, by) = if passive {
            (clause_start..i, after..segment.end)
        } else {
            // "the denied claims", "a false report": no verb.
            let modifies =
                previous.as_deref().is_some_and(|p| lexicon::is_function(p, lexicon::FunctionClass::Determiner));
            if modifies || after >= segment.end {
                continue;
            }
            let ends = |j: &usize| {
                let w = lower(sentence, *j);
                is_comma(sentence, *j)
                    || matches!(w.as_str(), "after" | "amid" | "despite" | "as" | "but" | "while" | "says" | "said")
            };
            // Of "the mill, which owns the quarry," the mill alone.
            let relative = |&j: &usize| {
                j > segment.start
                    && is_comma(sentence, j - 1)
                    && matches!(lower(sentence, j).as_str(), "which" | "who" | "whose")
            };
            let described = (segment.start..i).find(relative).unwrap_or(i);
            (after..(after..segment.end).find(ends).unwrap_or(segment.end), segment.start..described)
        };
        // What is taken for known is not denied.
        let inside = |noun: usize| noun > object.start && object.contains(&noun);
        let relative = object.clone().find(|&i| known_noun(sentence, i).is_some_and(inside));
        let start = relative.map(|i| sentence.parse.subtree(i).start.max(object.start + 1));
        let object = object.start..start.unwrap_or(object.end);
        let given = object.clone().find(|&j| !lexicon::is_function_word(&lower(sentence, j)));
        let given = given.map(|j| lexicon::lemma(&lower(sentence, j), Pos::Noun).unwrap_or_default());
        let report = object.clone().any(|j| lexicon::rebuts(&lower(sentence, j), Report));
        if !report && (!own || given.is_some_and(|g| GIVEN.contains(&g.as_str()))) {
            continue;
        }
        let told = |w: &SmolStr| {
            let number = w.bytes().all(|b| b.is_ascii_digit());
            !number && !lexicon::rebuts(w, Report) && !matches!(w.as_str(), "plan" | "wrongdoing")
        };
        let denied: Vec<SmolStr> = content(sentence, object.clone()).into_iter().filter(told).collect();
        let by = content(sentence, by);
        let words = if passive { object.start..after } else { segment.start..object.end };
        return Some((
            Rebuttal { denied: denied.into(), by: by.into(), head: None, unnamed: false, brief: false },
            words,
        ));
    }
    None
}
