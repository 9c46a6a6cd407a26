//! What a headline or a first sentence reports as a whole: its content words, in a form that those of a rebuttal can be
//! compared with.
//!
//! Parsers are trained on running text and fail on headlines ("Mill owner denies closure plans"), so these claims are read off
//! the words.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{Claim, Content, Event, clause::Clauses, rebuttal::negating};
use crate::{
    facts::name::fold,
    language::{
        Sentence, TokenKind,
        lexicon::{self, Certainty, Pos, Stance},
        model::{Relation, Upos},
    },
};

/// Sentences of more tokens report more than one thing.
const LONGEST: usize = 60;

/// What a sentence reports, or says is not so.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Gist {
    /// Its content words in their base form, each once.
    pub words: Arc<[SmolStr]>,
    /// Its subject is a pronoun or a description that nothing in the article explains.
    pub unnamed: bool,
    /// The whole text has a few sentences only.
    pub brief: bool,
}

/// The claim of a sentence that reports something plainly: as no question, no guess, and nobody else's words.
pub fn claims(clauses: &Clauses, brief: bool, unnamed: bool, number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    if sentence.tokens.len() > LONGEST || !is_plain(sentence) {
        return;
    }
    let words = content(sentence, 0..sentence.tokens.len());
    if words.len() < 2 {
        return;
    }
    found.push(Claim {
        span: clauses.span(0, last_word(sentence)),
        sentence: number,
        event: event("report", false),
        content: Content::Gist(Gist { words: words.into(), unnamed, brief }),
        attribution: None,
        times: Vec::new(),
    });
}

/// An event that says nothing on its own: what is compared lies in the claim's content.
pub(super) fn event(predicate: &str, negated: bool) -> Event {
    Event { negated, ..Event::of(predicate, Arc::default()) }
}

fn last_word(sentence: &Sentence) -> usize {
    let is_word = |t: &crate::language::Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
    sentence.tokens.iter().rposition(is_word).unwrap_or_default()
}

/// Whether a sentence gives something as a fact of its own: no question, hedge, report or denial.
fn is_plain(sentence: &Sentence) -> bool {
    (0..sentence.tokens.len()).all(|i| {
        let lower = sentence.lower(i);
        let reports = || {
            let last = i + 1 == sentence.tokens.len();
            let first = lexicon::stances(&lower).first();
            (reports(sentence, i) || last)
                && first.is_some_and(|s| !matches!(s, Stance::Urges | Stance::Promises | Stance::Agrees))
        };
        let hedged = matches!(
            lexicon::hedge(&lower),
            Some(
                Certainty::Reported
                    | Certainty::Possible
                    | Certainty::Probable
                    | Certainty::Unlikely
                    | Certainty::Uncertain
            )
        );
        !matches!(lower.as_str(), "?" | "if" | "unless" | "whether")
            && !hedged
            && !lexicon::rebuts(&lower, lexicon::Rebuttal::Report)
            && negating(sentence, i, sentence.tokens.len()).is_none()
            && !is_shunned(sentence, i)
            && !reports()
    })
}

/// Whether token `i` is a verb that reports what somebody says. "The series was broadcast in May", "she wrote two novels" report
/// nothing: such verbs do so only with a clause that says what.
pub(super) fn reports(sentence: &Sentence, i: usize) -> bool {
    const OTHERWISE: &[&str] = &[
        "begin",
        "broadcast",
        "describe",
        "establish",
        "hold",
        "list",
        "post",
        "publish",
        "read",
        "record",
        "show",
        "write",
    ];
    let parse = &sentence.parse;
    let lower = sentence.lower(i);
    if parse.node(i).upos != Upos::Verb || lexicon::stances(&lower).is_empty() {
        return false;
    }
    let otherwise = lexicon::lemma(&lower, Pos::Verb).is_some_and(|verb| OTHERWISE.contains(&verb.as_str()));
    let clause = |c: usize| matches!(parse.node(c).relation, Relation::Ccomp | Relation::Parataxis);
    let that = || sentence.tokens.len() > i + 1 && matches!(sentence.word(i + 1), "that" | "how" | "," | ":");
    !otherwise || parse.children(i).any(clause) || that()
}

/// Whether token `i` tells that somebody keeps from something: "turned down every offer".
fn is_shunned(sentence: &Sentence, i: usize) -> bool {
    let lower = sentence.lower(i);
    let verb = lexicon::lemma(&lower, Pos::Verb).filter(|_| sentence.parse.node(i).upos == Upos::Verb);
    let down = || sentence.tokens.len() > i + 1 && sentence.word(i + 1) == "down";
    verb.is_some_and(|verb| matches!(verb.as_str(), "avoid" | "shun") || verb == "turn" && down())
}

/// Words that turn a statement into its opposite.
pub fn is_negator(lower: &str) -> bool {
    const NEGATORS: &[&str] = &[
        "not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nor", "without", "zero", "lack", "lacks",
        "lacked", "lacking",
    ];
    NEGATORS.contains(&lower)
}

/// The content words of a sentence in their base form, each with its token.
pub fn contents(sentence: &Sentence) -> Vec<(u32, SmolStr)> {
    let all = 0..sentence.tokens.len();
    all.flat_map(|i| content(sentence, i..i + 1).into_iter().map(move |word| (i as u32, word))).collect()
}

/// The content words of some tokens in their base form, each once: no function words, no adverbs, no verbs and nouns that say
/// nothing on their own.
pub(super) fn content(sentence: &Sentence, tokens: std::ops::Range<usize>) -> Vec<SmolStr> {
    let mut words: Vec<SmolStr> = Vec::new();
    for i in tokens {
        if !matches!(sentence.tokens[i].kind, TokenKind::Word | TokenKind::Number) {
            continue;
        }
        for part in parts(sentence.word(i)) {
            if is_content(&part) && !words.contains(&part) {
                words.push(part);
            }
        }
    }
    words
}

/// A word taken apart at hyphens, unless it is a word of the language as it stands: "cease-fire", but "oak" and "bark" of
/// "oak-bark". What is a word only with a hyphen gets it: "ceasefire".
fn parts(word: &str) -> Vec<SmolStr> {
    let lower = word.to_lowercase();
    let known = |w: &str| lexicon::word_use(w).is_some();
    let first = lower.split('-').next().unwrap_or_default();
    if lower.contains('-') && !known(&lower) && !lexicon::is_name_particle(first) {
        return lower.split('-').filter(|p| p.len() > 1).map(base).collect();
    }
    if lower.is_ascii() && lower.len() > 5 && !lower.contains('-') && !known(&lower) {
        let hyphenated = (3..lower.len() - 2).map(|at| [&lower[..at], "-", &lower[at..]].concat());
        if let Some(found) = hyphenated.into_iter().find(|w| known(w)) {
            return vec![base(&found)];
        }
    }
    vec![base(&lower)]
}

/// The base form of a word as a noun, or as a verb when it is no noun, or a verb that says nothing on its own.
fn base(word: &str) -> SmolStr {
    let verb = lexicon::lemma(word, Pos::Verb);
    if let Some(verb) = verb.as_ref().filter(|v| is_light(v)) {
        return verb.clone();
    }
    lexicon::lemma(word, Pos::Noun).or(verb).unwrap_or_else(|| fold(word))
}

fn is_content(word: &str) -> bool {
    let usual = lexicon::word_use(word).is_some_and(|u| u.mostly() == Pos::Adverb);
    is_rank(word) || !lexicon::is_function_word(word) && !usual && !is_light(word)
}

/// Whether a word says which one of several something is: "first" is not "second".
pub fn is_rank(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "fourth" | "fifth" | "sixth" | "only" | "last" | "best" | "worst")
}

/// Words that say nothing of what happens: they are neither compared nor missed.
pub fn is_light(word: &str) -> bool {
    const LIGHT: &[&str] = &[
        "be", "do", "have", "make", "get", "go", "come", "take", "happen", "occur", "exist", "thing", "real", "true",
        "way", "give", "put", "set", "become", "s",
    ];
    LIGHT.contains(&word)
}
