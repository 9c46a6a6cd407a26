//! What a sentence says to be so, not to be so, or neither.

use crate::language::{Sentence, model::Relation};

/// Whether a noun tells where or when something is done or not.
pub fn is_circumstance(sentence: &Sentence, noun: usize) -> bool {
    const WHERE: &[&str] = &["after", "at", "before", "during", "in", "near", "on", "outside"];
    let parse = &sentence.parse;
    let case = || parse.child(noun, Relation::Case).map(|case| sentence.word(case));
    parse.node(noun).relation == Relation::Obl
        && case().is_some_and(|case| WHERE.iter().any(|word| case.eq_ignore_ascii_case(word)))
}

/// Which tokens stand in what is none: "no relation of the mayor", "nothing to suggest that the lock was forced". The negation of
/// a predicate is that of its predication.
pub fn negated(sentence: &Sentence) -> Vec<bool> {
    let parse = &sentence.parse;
    let is = |i: usize, words: &[&str]| words.iter().any(|word| sentence.word(i).eq_ignore_ascii_case(word));
    let mut none = vec![false; sentence.tokens.len()];
    for i in 0..none.len() {
        none[i] |= is(i, &["nothing", "nobody", "none"]);
        if let Some(head) =
            parse.head(i).filter(|_| parse.node(i).relation == Relation::Det && is(i, &["no", "neither"]))
        {
            none[head] = true;
        }
    }
    if !none.contains(&true) {
        return none;
    }
    (0..none.len()).map(|i| none[i] || parse.path(i).any(|above| none[above])).collect()
}

/// Whether a predicate is supposed or asked about: then it is not told.
pub fn is_supposed(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let supposes = |c: usize| matches!(sentence.word(c).to_lowercase().as_str(), "if" | "whether" | "unless");
    parse.children(head).take_while(|&c| c < head).any(|c| parse.node(c).relation == Relation::Mark && supposes(c))
}
