//! Words that say how sure somebody is: "no doubt", "possibly", "could not promise".

use std::sync::Arc;

use crate::language::{
    Sentence, TokenKind,
    lexicon::{self, Certainty, Pos},
    model::{Relation, Upos, Xpos},
};

/// A word that says that somebody is sure, or that nobody can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    pub token: usize,
    pub sure: bool,
    /// From which token on the sentence tells what it is about: behind "cannot say whether", anywhere of "possibly".
    pub from: usize,
}

/// How many tokens before a word what negates it stands.
const REACH: usize = 5;

const NEGATING: &[&str] = &[
    "no",
    "not",
    "n't",
    "n’t",
    "nt",
    "never",
    "cannot",
    "nobody",
    "nothing",
    "none",
    "neither",
    "nor",
    "without",
    "hardly",
    "unable",
    "far",
    "less",
    "refuse",
    "refused",
    "refuses",
    "refusing",
    "decline",
    "declined",
    "declines",
    "declining",
    "unwilling",
    "impossible",
];

/// Of doubt that somebody rids a thing of.
const RIDDING: &[&str] = &["beyond", "little", "remove", "removed", "removes", "dispelled", "erased"];

/// Words before "certain" that leave a little doubt, which is neither.
const ALMOST: &[&str] =
    &["almost", "nearly", "virtually", "fairly", "pretty", "reasonably", "but", "to", "more", "quite", "as"];

/// What somebody is, or does to a matter, who is sure of it.
const SURE: &[&str] = &["certain", "certainty", "confident", "convinced", "sure"];
const SETTLING: &[&str] = &["confirm", "guarantee", "prove"];
/// What somebody does who is sure, so that only who cannot is not.
const TELLING: &[&str] = &["exclude", "foresee", "know", "predict", "promise", "say", "tell"];

/// What somebody who is not sure will not even do.
const GUESSING: &[&str] = &["bet", "gamble", "guess", "speculate", "wager"];

/// What only who is sure does: "could not yet name a cause".
const NAMING: &[&str] = &["determine", "establish", "identify", "name", "pinpoint"];

/// What the words of a sentence say of how sure somebody is.
#[derive(Clone, Debug, PartialEq)]
pub struct Sureness {
    /// It is so under a condition.
    pub conditional: bool,
    /// It is reported, likely or unlikely: neither sure nor unsure.
    pub hedged: bool,
    /// The words that say so; `None` where they leave it between.
    pub cues: Option<Arc<[Cue]>>,
}

/// What the words of a sentence say of how sure somebody is. A pure function of the sentence, kept from edit to edit.
pub fn sureness(sentence: &Sentence) -> Sureness {
    let cues = cues(sentence).map(Arc::from);
    Sureness { conditional: is_conditional(sentence), hedged: is_hedged(sentence), cues }
}

/// The words of a sentence that say how sure somebody is; `None` where they leave it between.
fn cues(sentence: &Sentence) -> Option<Vec<Cue>> {
    let mut found = Vec::new();
    for token in (0..sentence.tokens.len()).filter(|&i| sentence.tokens[i].kind == TokenKind::Word) {
        match cue(sentence, token) {
            Some(Reading::Between) => return None,
            Some(Reading::Is(sure)) => {
                let from = if asks(sentence, token) { token } else { 0 };
                found.push(Cue { token, sure, from });
            }
            None => {}
        }
    }
    Some(found)
}

enum Reading {
    Is(bool),
    Between,
}

fn cue(sentence: &Sentence, i: usize) -> Option<Reading> {
    let parse = &sentence.parse;
    let lower = sentence.lower(i);
    let at = |i: Option<usize>| i.filter(|&i| i < sentence.tokens.len()).map(|i| sentence.lower(i));
    let before = at(i.checked_sub(1)).unwrap_or_default();
    let next = at(Some(i + 1)).unwrap_or_default();
    let upos = parse.node(i).upos;
    let is = |sure: bool| Some(Reading::Is(sure));
    let negated = is_after(sentence, i, NEGATING);
    let verb = (upos == Upos::Verb).then(|| lexicon::lemma(&lower, Pos::Verb)).flatten().unwrap_or_default();
    if parse.node(i).xpos == Xpos::Md {
        let open = matches!(lower.as_str(), "may" | "might")
            || lower == "could" && matches!(next.as_str(), "yet" | "still" | "well" | "easily");
        return open.then_some(Reading::Is(false));
    }
    match lower.as_str() {
        "doubt" | "doubts" | "doubted" | "question" if lower != "question" || negated || before == "beyond" => {
            return is(negated || is_after(sentence, i, RIDDING));
        }
        "chance" => {
            let offered = matches!(next.as_str(), "to" | "for") || sentence.quantities.iter().any(|q| !q.weak);
            return (!offered).then_some(Reading::Is(negated));
        }
        "possible" if matches!(before.as_str(), "as" | "best" | "where" | "if" | "all") || negated => return None,
        "possible" | "possibility" if parse.node(i).relation != Relation::Amod => return is(false),
        "impossible" if negated => return is(false),
        "mind" if before == "open" => return is(false),
        // "Had not made up his mind", "had no idea", "an open question", "wide open".
        "mind" if negated && is_after(sentence, i, &["made", "make"]) => return is(false),
        "idea" | "clue" if is_after(sentence, i, &["no", "little", "n't", "n’t", "not"]) => return is(false),
        "question" if before == "open" => return is(false),
        "open" if before == "wide" && parse.node(i).relation != Relation::Amod => return is(false),
        "undecided" | "unsure" => return is(negated),
        // "Anybody's guess", "remains to be seen", "would not be drawn".
        "guess" if is_after(sentence, i, &["anybody", "anybody's", "anybody’s", "anyone", "anyone's", "anyone’s"]) =>
        {
            return is(false);
        }
        // "It would be a guess", "could only guess", "no mystery about it".
        "guess" if before == "only" || before == "a" && is_after(sentence, i, &["be", "is", "was"]) => {
            return is(false);
        }
        "guessing" if before == "only" || is_after(sentence, i, &["be", "is", "was"]) => return is(false),
        "mystery" if before == "no" => return is(true),
        "choose" if negated && next == "between" => return is(false),
        "seen" if before == "be" && is_after(sentence, i, &["remain", "remained", "remains"]) => return is(false),
        "drawn" if before == "be" && negated => return is(false),
        "early" | "soon" if is_after(sentence, i, &["too"]) && next == "to" => return is(false),
        "out" if lexicon::lemma(&before, Pos::Verb).as_deref() == Some("rule") => {
            return is(!is_after(sentence, i, NEGATING));
        }
        "sure" if lexicon::lemma(&before, Pos::Verb).as_deref() == Some("make") => return None,
        _ => {}
    }
    if SURE.contains(&lower.as_str()) {
        let some = parse.node(i).relation == Relation::Amod && lower == "certain";
        return match () {
            () if some => None,
            () if negated => is(false),
            () if ALMOST.contains(&before.as_str()) => Some(Reading::Between),
            () => is(true),
        };
    }
    if SETTLING.contains(&verb.as_str()) || matches!(lower.as_str(), "assurance" | "assurances" | "guarantee" | "proof")
    {
        return is(!negated);
    }
    let cannot = is_after(sentence, i, &["cannot", "could", "can", "ca", "able", "unable", "impossible"]);
    // "Could say no more than that it looked like him".
    if verb == "say" && cannot && next == "no" && at(Some(i + 2)).as_deref() == Some("more") {
        return is(false);
    }
    if GUESSING.contains(&verb.as_str()) && negated {
        return is(false);
    }
    // "Could not yet name a cause", "has established that it was the pipe".
    if NAMING.contains(&verb.as_str()) && (negated && cannot || !negated && next == "that") {
        return is(!negated);
    }
    // "Did not yet know the cause".
    let unknown = |i: usize| {
        sentence.is_any(i, &["answer", "cause", "culprit", "identity", "motive", "origin", "reason", "source"])
    };
    if verb == "know" && negated && (i + 1..i + 4).any(unknown) {
        return is(false);
    }
    if verb == "swear" {
        return is(!negated);
    }
    if TELLING.contains(&verb.as_str()) {
        let unable = negated && (cannot || verb == "know" || is_after(sentence, i, &["refusing", "refused"]));
        return (unable && (asks(sentence, i) || matches!(verb.as_str(), "exclude" | "promise")))
            .then_some(Reading::Is(false));
    }
    match lexicon::hedge(&lower) {
        Some(Certainty::Possible) if upos == Upos::Adv => is(false),
        Some(Certainty::Uncertain) if upos == Upos::Adj => is(false),
        Some(Certainty::Certain) if upos == Upos::Adv && lower.ends_with("ly") => is(!negated),
        _ => None,
    }
}

/// How many tokens stand at most between a verb and the question behind it.
const ASIDE: usize = 9;

/// Whether a question or a clause follows token `i`.
fn asks(sentence: &Sentence, i: usize) -> bool {
    let end = sentence.tokens.len();
    let mut next = i + 1..(i + 3).min(end);
    next.any(|i| matches!(sentence.word(i), "whether" | "if" | "that" | "how" | "what" | "who" | "when"))
        // "Could not say, Lee admitted, whether".
        || i + 1 < end && sentence.word(i + 1) == "," && (i + 2..(i + ASIDE).min(end)).any(|i| sentence.word(i) == "whether")
}

/// Whether one of these words stands a few tokens before token `i`, with no comma between.
fn is_after(sentence: &Sentence, i: usize, words: &[&str]) -> bool {
    let mut before =
        (i.saturating_sub(REACH)..i).rev().take_while(|&j| !matches!(sentence.word(j), "," | ";" | ":" | "—"));
    before.any(|j| words.contains(&sentence.lower(j).as_str()))
}

/// Whether a sentence says that something is reported, likely or unlikely: neither sure nor unsure.
fn is_hedged(sentence: &Sentence) -> bool {
    (0..sentence.tokens.len()).any(|i| {
        let word = sentence.lower(i);
        let verb = lexicon::lemma(&word, Pos::Verb).unwrap_or_default();
        let leaves_open = matches!(verb.as_str(), "believe" | "hope" | "think" | "want" | "wonder");
        let untold = TELLING.contains(&verb.as_str()) && is_after(sentence, i, NEGATING);
        matches!(word.as_str(), "could" | "can")
            || leaves_open
            || untold
            || lexicon::hedge(&word).is_some_and(|certainty| certainty != Certainty::Certain)
    })
}

/// Whether what a sentence tells hangs on a condition: "if", "unless", "should the dam break".
fn is_conditional(sentence: &Sentence) -> bool {
    let word = |i: usize| sentence.lower(i);
    let asked = |i: usize| i > 0 && matches!(word(i - 1).as_str(), "as" | "even" | "know" | "say" | "sure" | "tell");
    let opens = (0..sentence.tokens.len()).find(|&i| sentence.tokens[i].kind == TokenKind::Word);
    let inverted = opens.is_some_and(|i| matches!(word(i).as_str(), "should" | "had" | "were"));
    inverted
        || (0..sentence.tokens.len()).any(|i| matches!(word(i).as_str(), "if" | "unless" | "provided") && !asked(i))
}
