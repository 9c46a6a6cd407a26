//! Reports called untrue: "The rumour of her death is a hoax", "The merger never happened".

use std::ops::Range;

use smol_str::SmolStr;

use super::{Rebuttal, is_be, lower, negated_before};
use crate::{
    facts::claim::gist::{content, is_negator},
    language::{
        Sentence,
        lexicon::{self, Pos},
        model::Upos,
    },
};

/// "E is a hoax", "E never happened", "E hoax spreads": the words before.
pub fn untrue(sentence: &Sentence, segment: Range<usize>, speaker: Range<usize>) -> Option<(Rebuttal, Range<usize>)> {
    use lexicon::Rebuttal::{Report, Untrue};
    let happens = |j: usize| {
        let verb = lexicon::lemma(&lower(sentence, j), Pos::Verb).unwrap_or_default();
        matches!(verb.as_str(), "happen" | "exist" | "occur")
            || matches!(lower(sentence, j).as_str(), "real" | "true" | "thing")
    };
    for i in segment.clone().skip(1) {
        let word = lower(sentence, i);
        let back = |n: usize| i.saturating_sub(n).max(segment.start)..i;
        let (end, negated) = if lexicon::rebuts(&word, Untrue) {
            match back(6).rev().find(|&j| is_be(&lower(sentence, j))) {
                Some(be) => (be, negated_before(sentence, be..i)),
                // "Calder death hoax spreads"
                None if word == "hoax" && i > segment.start + 1 && sentence.parse.node(i - 1).upos != Upos::Det => {
                    (i, false)
                }
                None => continue,
            }
        } else if happens(i) {
            let Some(not) = back(5).rev().find(|&j| is_negator(&lower(sentence, j))) else { continue };
            if matches!(lower(sentence, not).as_str(), "no" | "without" | "zero") {
                continue;
            }
            let be = not.checked_sub(1).filter(|&j| j > segment.start && is_be(&lower(sentence, j)));
            (be.unwrap_or(not), false)
        } else {
            continue;
        };
        if negated || end <= segment.start {
            continue;
        }
        let start =
            (segment.start..end).find(|&j| !matches!(lower(sentence, j).as_str(), "no" | "sorry" | "sadly" | ","));
        let told = |w: &SmolStr| !lexicon::rebuts(w, Report);
        let object = start.unwrap_or(end)..end;
        let denied: Vec<SmolStr> = content(sentence, object.clone()).into_iter().filter(told).collect();
        if denied.is_empty() {
            continue;
        }
        return Some((
            Rebuttal {
                denied: denied.into(),
                by: content(sentence, speaker).into(),
                head: None,
                unnamed: false,
                brief: false,
            },
            object.start..i + 1,
        ));
    }
    None
}
