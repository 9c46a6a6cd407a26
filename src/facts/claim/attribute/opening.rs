//! The subject that a sentence begins with, and its verb.

use std::{collections::HashSet, ops::Range, sync::Arc};

use smol_str::SmolStr;

use super::{Subject, by::making};
use crate::{
    facts::{ChainId, claim::clause::Clauses, name::fold},
    language::{
        Sentence, TokenKind,
        lexicon::{self, FunctionClass},
        model::{Relation, Xpos},
    },
};

/// How a sentence begins.
pub struct Opening {
    pub subject: Subject,
    pub chain: Option<ChainId>,
    /// The tokens of a participle in front, which tells of the subject too: "Directed by Ada Brandt, the film".
    pub front: Range<usize>,
    /// The tokens of the subject, up to its verb.
    pub tokens: Range<usize>,
    /// The first verb behind it.
    pub verb: usize,
    /// Where what is said of the subject itself ends: before a relative clause, another verb, another sentence.
    pub end: usize,
    /// For every token whether it stands in brackets.
    pub bracketed: Vec<bool>,
}

/// A subject of more tokens is no name.
const LONGEST: usize = 60;

impl Opening {
    /// `None` where the sentence does not begin with a subject and its verb, or in an article, which is not `brief`, tells
    /// nothing of somebody known and of nothing that the subject made.
    pub fn of(clauses: &Clauses, named: &HashSet<ChainId>, brief: bool) -> Option<Opening> {
        let sentence = clauses.sentence();
        let bracketed = brackets(sentence);
        if let Some(opening) = presented(clauses, &bracketed) {
            return Some(opening);
        }
        let start = front(clauses, &bracketed);
        let verb =
            (start..sentence.tokens.len().min(start + LONGEST)).find(|&i| !bracketed[i] && is_finite(sentence, i))?;
        if verb == start {
            return None;
        }
        let comma = (start..verb).find(|&i| !bracketed[i] && sentence.word(i) == ",").unwrap_or(verb);
        let first = (start..comma).find(|&i| sentence.tokens[i].kind != TokenKind::Quote)?;
        let chain = (start..comma).rev().filter(|&i| !bracketed[i]).find_map(|i| clauses.chain(i));
        let resolved = chain.filter(|c| named.contains(c));
        if !brief && resolved.is_none() && making(sentence, verb).is_none() {
            return None;
        }
        let lower = sentence.lower(first);
        let dated = |i: usize| clauses.times.iter().any(|d| d.time.expression.span.contains(sentence.tokens[i].span));
        let capital =
            |i: usize| i > first && !bracketed[i] && sentence.word(i).starts_with(char::is_uppercase) && !dated(i);
        let pronoun = matches!(lower.as_str(), "it" | "he" | "she" | "they" | "its" | "his" | "her" | "their");
        let definite = matches!(lower.as_str(), "the" | "this") && !(first..comma).any(capital);
        let unnamed = (pronoun || definite) && resolved.is_none();
        let mut names = Vec::new();
        if !pronoun {
            // "Ada Brandt also wrote": the adverb is no part of the name.
            let adverb = |i: &usize| {
                sentence.parse.node(*i).xpos == Xpos::Rb && sentence.word(*i).starts_with(char::is_lowercase)
            };
            let end = (first..comma).rev().find(|i| !adverb(i)).map_or(comma, |i| i + 1);
            names.push(words(sentence, first..end, &bracketed));
        }
        names.extend(also_known(sentence, start..verb));
        names.retain(|n| !n.is_empty());
        if names.is_empty() && !unnamed && resolved.is_none() {
            return None;
        }
        let subject = Subject { names: names.into(), unnamed, brief: false };
        let end = end(sentence, verb, &bracketed);
        let participle = sentence.parse.nodes().first().is_some_and(|n| n.xpos == Xpos::Vbn);
        let front = 0..if participle { start } else { 0 };
        Some(Opening { subject, chain: resolved, front, tokens: start..verb, verb, end, bracketed })
    }
}

impl Opening {
    /// The tokens that tell of the subject outside of brackets: behind its verb, and in front of it.
    pub fn told(&self) -> impl Iterator<Item = usize> {
        self.front.clone().chain(self.verb + 1..self.end).filter(|&i| !self.bracketed[i])
    }

    /// Where the stretch that token `i` stands in begins and ends: what is in front, or what stands behind the verb.
    pub fn stretch(&self, i: usize) -> Range<usize> {
        if self.front.contains(&i) { self.front.clone() } else { self.verb + 1..self.end }
    }

    /// Takes in a relative clause right behind what the subject is said to be, whose verb tells of the subject too: "is a series
    /// that was first shown in May".
    pub fn go_on(&mut self, sentence: &Sentence, described: usize) {
        let end = self.end;
        let behind = (described..end).all(|i| sentence.word(i) == "," || self.bracketed[i]);
        let relative = end < sentence.tokens.len() && matches!(sentence.word(end), "that" | "which" | "who");
        let verb = end + 1 < sentence.tokens.len() && !self.bracketed[end] && is_finite(sentence, end + 1);
        if behind && relative && verb {
            self.end = self::end(sentence, end + 1, &self.bracketed);
        }
    }
}

/// "There is a singer called Ada Brandt": the name comes last.
fn presented(clauses: &Clauses, bracketed: &[bool]) -> Option<Opening> {
    let sentence = clauses.sentence();
    let count = sentence.tokens.len();
    let there = count > 4 && matches!(sentence.word(0), "There" | "This") && matches!(sentence.word(1), "is" | "was");
    let called = (2..count).find(|&i| there && matches!(sentence.word(i), "called" | "named"))?;
    let names = words(sentence, called + 1..count, bracketed);
    let chain = (called + 1..count).find_map(|i| clauses.chain(i));
    let subject = Subject { names: Arc::new([names]), unnamed: false, brief: false };
    Some(Opening { subject, chain, front: 0..0, tokens: 0..1, verb: 1, end: called, bracketed: bracketed.to_vec() })
}

/// Which tokens stand in brackets.
fn brackets(sentence: &Sentence) -> Vec<bool> {
    let mut depth = 0usize;
    if !sentence.text.contains(['(', ')', '[', ']']) {
        return vec![false; sentence.tokens.len()];
    }
    (0..sentence.tokens.len())
        .map(|i| {
            let opens = matches!(sentence.word(i), "(" | "[");
            let closes = matches!(sentence.word(i), ")" | "]");
            depth += usize::from(opens);
            let inside = depth > 0;
            depth = depth.saturating_sub(usize::from(closes));
            inside || closes
        })
        .collect()
}

/// Where the subject begins: behind "In 2004" and "On 3 May 1921,".
fn front(clauses: &Clauses, bracketed: &[bool]) -> usize {
    let sentence = clauses.sentence();
    let Some(first) = sentence.parse.nodes().first() else { return 0 };
    // "Distributed by two studios, the film", "As mayor, she", "Unlike the others, it".
    let participle = matches!(first.xpos, Xpos::Vbn | Xpos::Vbg);
    let preposition = matches!(
        sentence.word(0),
        "After"
            | "As"
            | "Despite"
            | "Following"
            | "Unlike"
            | "Like"
            | "With"
            | "By"
            | "In"
            | "At"
            | "During"
            | "Between"
    );
    let comma = || (1..sentence.tokens.len()).find(|&i| !bracketed[i] && sentence.word(i) == ",");
    let begins = |i: usize| {
        let lower = sentence.lower(i);
        let verb = (i + 1..sentence.tokens.len()).take(6).any(|j| is_finite(sentence, j));
        verb && (matches!(lower.as_str(), "the" | "it" | "he" | "she" | "they" | "its")
            || sentence.word(i).starts_with(char::is_uppercase))
    };
    let verb = |end: usize| (1..end).any(|i| is_finite(sentence, i));
    if (participle || preposition)
        && let Some(comma) = comma().filter(|&c| c + 1 < sentence.tokens.len() && begins(c + 1) && !verb(c))
    {
        return comma + 1;
    }
    if !matches!(sentence.word(0), "In" | "On" | "At" | "During") {
        return 0;
    }
    let time =
        clauses.times.iter().filter_map(|d| clauses.tokens_in(d.time.expression.span)).find(|(first, _)| *first <= 2);
    let Some((_, last)) = time else { return 0 };
    let comma = last + 1 < sentence.tokens.len() && sentence.word(last + 1) == ",";
    last + 1 + usize::from(comma)
}

/// A finite verb or auxiliary in lower case: one with a capital is part of a title.
fn is_finite(sentence: &Sentence, i: usize) -> bool {
    let word = sentence.word(i);
    let finite = matches!(sentence.parse.node(i).xpos, Xpos::Vbz | Xpos::Vbd | Xpos::Vbp | Xpos::Md);
    let be = matches!(word, "is" | "was" | "are" | "were" | "has" | "had" | "have");
    // "The choir formed in 1921": right behind a name, a participle may be the verb.
    let name = i.checked_sub(1).is_some_and(|before| sentence.word(before).starts_with(char::is_uppercase));
    let behind_name = i == 1 && name && sentence.parse.node(i).xpos == Xpos::Vbn;
    word.starts_with(char::is_lowercase) && (finite || be || behind_name)
}

/// Where what is said of the subject itself ends.
fn end(sentence: &Sentence, verb: usize, bracketed: &[bool]) -> usize {
    const OTHERS: &[&str] = &[
        "who",
        "which",
        "that",
        "whose",
        "whom",
        "where",
        "when",
        "while",
        "after",
        "before",
        "because",
        "starring",
        "featuring",
        "about",
        "based",
        "but",
        "although",
        "though",
        "if",
        ";",
        ":",
    ];
    let mut auxiliary = true;
    let last = reported(sentence, verb).unwrap_or(sentence.tokens.len());
    for i in (verb + 1..last).filter(|&i| !bracketed[i]) {
        let lower = sentence.lower(i);
        if lower == "based" && sentence.tokens.len() > i + 1 && sentence.word(i + 1) == "in" {
            continue;
        }
        let joined = matches!(sentence.word(i - 1), "and" | "," | "also");
        let finite = is_finite(sentence, i) && sentence.parse.node(i).xpos != Xpos::Vbd;
        if OTHERS.contains(&lower.as_str()) || finite && !auxiliary && !joined {
            return i;
        }
        auxiliary = auxiliary && lexicon::is_function(&lower, FunctionClass::Auxiliary);
    }
    last
}

/// Where the words of who says so begin, behind the clause of a verb: of "It was an accident, police said" the comma.
fn reported(sentence: &Sentence, verb: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let told = parse.path(verb).find(|&i| parse.node(i).relation == Relation::Ccomp)?;
    let said = parse.head(told).filter(|&said| said > told)?;
    let subject = parse.children(said).find(|&c| c > told && parse.node(c).relation == Relation::Nsubj)?;
    let start = parse.subtree(subject).start;
    Some(if start > 0 && sentence.word(start - 1) == "," { start - 1 } else { start }).filter(|&end| end > verb + 1)
}

/// The words of a name, folded: without brackets, marks and a leading article.
pub fn words(sentence: &Sentence, tokens: Range<usize>, bracketed: &[bool]) -> Arc<[SmolStr]> {
    let inside = tokens.filter(|&i| !bracketed.get(i).copied().unwrap_or_default());
    let kept =
        inside.filter(|&i| matches!(sentence.tokens[i].kind, TokenKind::Word | TokenKind::Number | TokenKind::Clitic));
    let mut all: Vec<SmolStr> = kept.map(|i| fold(sentence.word(i))).collect();
    if all.first().is_some_and(|w| matches!(w.as_str(), "the" | "a" | "an")) {
        all.remove(0);
    }
    all.into()
}

/// The names behind "known as", "also called".
fn also_known(sentence: &Sentence, tokens: Range<usize>) -> Vec<Arc<[SmolStr]>> {
    let capital = |i: usize| sentence.word(i).starts_with(char::is_uppercase);
    tokens
        .clone()
        .filter(|&i| matches!(sentence.word(i), "as" | "called") && i + 1 < tokens.end)
        .filter(|&i| sentence.word(i) == "called" || (i.saturating_sub(3)..i).any(|j| sentence.word(j) == "known"))
        .map(|i| {
            let end = (i + 1..tokens.end).find(|&j| !capital(j) && sentence.tokens[j].kind != TokenKind::Quote);
            words(sentence, i + 1..end.unwrap_or(tokens.end), &[])
        })
        .collect()
}
