//! Rebuttals: that a report is not so, or that somebody says it is not. "Mill owner denies closure plans", "The rumour of her
//! death is untrue", "The merger never happened", "Calder not charged".

use std::ops::Range;

use smol_str::SmolStr;
use std::sync::Arc;

use super::{
    Claim, Content,
    clause::Clauses,
    gist::{content, event, is_light, is_negator},
    predication::{Predication, Role},
};
use crate::language::{
    Sentence, TokenKind,
    lexicon::{self, Complement, Pos, Truth},
    model::{Relation, Upos, Xpos},
};

/// What is said not to be so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rebuttal {
    /// The content words of it, each once.
    pub denied: Arc<[SmolStr]>,
    /// The content words of who says so, or of the subject where the sentence merely negates.
    pub by: Arc<[SmolStr]>,
    /// The word that is negated, where the sentence merely negates; none where a report is denied.
    pub head: Option<SmolStr>,
    /// The subject is a pronoun or a description that nothing in the article explains.
    pub unnamed: bool,
    /// The whole text has a few sentences only.
    pub brief: bool,
}

/// How many tokens in front of a colon may name a speaker.
const LONGEST_SPEAKER: usize = 5;

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

/// A stretch of a sentence that rebuts something, whatever stands around the sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Rebutting {
    rebuttal: Rebuttal,
    /// The tokens that say so.
    tokens: Range<usize>,
}

/// The rebuttals of a sentence. `negations` tells whether plain negations count: in a headline, a first sentence and a text
/// of a few sentences they tell what the text is about.
pub fn claims(clauses: &Clauses, negations: bool, brief: bool, unnamed: bool, number: u32, found: &mut Vec<Claim>) {
    let counts = |rebutting: &&Rebutting| negations || rebutting.rebuttal.head.is_none();
    for Rebutting { rebuttal, tokens } in clauses.place.rebuttals.iter().filter(counts) {
        let unnamed = unnamed && rebuttal.head.is_some();
        found.push(Claim {
            span: clauses.span(tokens.start, tokens.end - 1),
            sentence: number,
            event: event("rebut", true),
            content: Content::Rebuttal(Rebuttal { unnamed, brief, ..rebuttal.clone() }),
            attribution: None,
            times: Vec::new(),
        });
    }
}

/// What a sentence rebuts, read on its own.
pub fn rebuttals(sentence: &Sentence, predications: &[Predication]) -> Vec<Rebutting> {
    let segments = segments(sentence);
    let rebut = |(number, segment): (usize, &Range<usize>)| {
        // "Calder: The merger never happened"
        let speaker = number.checked_sub(1).map(|n| segments[n].clone());
        let speaker = speaker.filter(|s| s.len() <= LONGEST_SPEAKER && sentence.word(s.end) == ":").unwrap_or_default();
        let (rebuttal, tokens) = denial(sentence, segment.clone())
            .or_else(|| untrue(sentence, segment.clone(), speaker))
            .or_else(|| negation(sentence, predications, segment.clone()))?;
        (!rebuttal.denied.is_empty() && !tokens.is_empty()).then_some(Rebutting { rebuttal, tokens })
    };
    segments.iter().enumerate().filter_map(rebut).collect()
}

/// The stretches of a sentence between colons, semicolons, dashes and quotation marks.
fn segments(sentence: &Sentence) -> Vec<Range<usize>> {
    let parts = |i: usize| {
        let token = &sentence.tokens[i];
        let word = sentence.word(i);
        token.kind == TokenKind::Quote && word != "'" && word != "’"
            || token.kind == TokenKind::Mark
                && matches!(word, ":" | ";" | "-" | "–" | "—" | "--" | "?" | "!" | "(" | ")")
    };
    let mut found = Vec::new();
    let mut start = 0;
    for i in 0..=sentence.tokens.len() {
        if i == sentence.tokens.len() || parts(i) {
            if i > start {
                found.push(start..i);
            }
            start = i + 1;
        }
    }
    found
}

fn lower(sentence: &Sentence, i: usize) -> String {
    sentence.word(i).to_lowercase()
}

fn is_comma(sentence: &Sentence, i: usize) -> bool {
    sentence.word(i) == ","
}

fn is_be(lower: &str) -> bool {
    matches!(lower, "is" | "are" | "was" | "were" | "'s" | "’s" | "be" | "been" | "being" | "'re" | "’re")
}

fn negated_before(sentence: &Sentence, range: Range<usize>) -> bool {
    range.into_iter().any(|i| is_negator(&lower(sentence, i)) || lower(sentence, i) == "cannot")
}

/// "X denies E", "E denied by X": the words behind the verb, or before it.
fn denial(sentence: &Sentence, segment: Range<usize>) -> Option<(Rebuttal, Range<usize>)> {
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
            (after..(after..segment.end).find(ends).unwrap_or(segment.end), segment.start..i)
        };
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

/// "E is a hoax", "E never happened", "E hoax spreads": the words before.
fn untrue(sentence: &Sentence, segment: Range<usize>, speaker: Range<usize>) -> Option<(Rebuttal, Range<usize>)> {
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

/// "X has not done E", "X not charged", "X is unable to do E": all content words of the clause, one negation in it.
fn negation(
    sentence: &Sentence,
    predications: &[Predication],
    segment: Range<usize>,
) -> Option<(Rebuttal, Range<usize>)> {
    let negators: Vec<(usize, usize)> =
        segment.clone().filter_map(|i| Some((i, negating(sentence, i, segment.end)?))).collect();
    let &[(at, after)] = negators.as_slice() else { return None };
    let next = (after < segment.end).then(|| lower(sentence, after));
    // "not only", "not just", "not yet", "no longer" negate something else, or say that it was so.
    if next
        .as_deref()
        .is_none_or(|n| matches!(n, "only" | "just" | "merely" | "simply" | "yet" | "longer" | "until" | "because"))
    {
        return None;
    }
    let reports =
        |i: usize| sentence.parse.node(i).upos == Upos::Verb && !lexicon::stances(&lower(sentence, i)).is_empty();
    // The clause of the negator: from the comma before it to the one behind it.
    let start = (segment.start..at).rev().find(|&i| is_comma(sentence, i)).map_or(segment.start, |i| i + 1);
    let end = (after..segment.end)
        .find(|&i| {
            is_comma(sentence, i)
                || matches!(lower(sentence, i).as_str(), "but" | "because" | "despite" | "unless" | "if")
        })
        .unwrap_or(segment.end);
    let hedged = (start..end).any(|i| reports(i) || lexicon::hedge(&lower(sentence, i)).is_some());
    // "an employee who had not come": said of somebody in passing.
    let relative = (start..at)
        .any(|i| matches!(lower(sentence, i).as_str(), "who" | "which" | "that" | "whose" | "when" | "where"));
    if hedged || relative || at == start && sentence.parse.node(at).relation != Relation::Det {
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
fn negating(sentence: &Sentence, i: usize, end: usize) -> Option<usize> {
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
    let phrase = if node.upos == Upos::Adj { format!("be {word}") } else { word };
    let fails = |c| lexicon::entailment(&phrase, c).is_some_and(|e| e.affirmed == Truth::Fails);
    (to && verb && fails(Complement::Infinitive)).then_some(i + 2)
}
