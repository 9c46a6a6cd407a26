//! What a sentence says to be so, not to be so, or neither.

use crate::{
    facts::claim::{
        predication::{Mood, Predication},
        truth::{CERTAIN, known_noun},
    },
    language::{
        Sentence,
        lexicon::{self, Pos, Rebuttal, Stance},
        model::{Relation, Upos, Xpos},
    },
};

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
    let is = |i: usize, words: &[&str]| sentence.is_any(i, words);
    let mut none = vec![false; sentence.tokens.len()];
    for i in 0..none.len() {
        none[i] |= is(i, &["nothing", "nobody", "none"]);
        // Of what there is no doubt is so.
        let affirms = |head: &usize| !is(*head, CERTAIN);
        let of = parse.head(i).filter(|_| parse.node(i).relation == Relation::Det && is(i, &["no", "neither"]));
        if let Some(head) = of.filter(affirms) {
            none[head] = true;
        }
    }
    if !none.contains(&true) {
        return none;
    }
    (0..none.len()).map(|i| none[i] || parse.path(i).any(|above| none[above])).collect()
}

/// Which tokens stand in what somebody denies: "denied taking the money", "rejected the claim that she took it", "reports that he
/// left were untrue".
pub fn denied(sentence: &Sentence, predications: &[Predication]) -> Vec<bool> {
    let parse = &sentence.parse;
    let mut found = vec![false; sentence.tokens.len()];
    let word = |i: usize| sentence.lower(i);
    let is_report = |i: usize| {
        let lower = word(i);
        lexicon::rebuts(&lexicon::lemma(&lower, Pos::Noun).unwrap_or(lower), Rebuttal::Report)
    };
    for p in predications.iter().filter(|p| !p.negated && p.mood == Mood::Real) {
        let denies = lexicon::stances(&p.predicate).first() == Some(&Stance::Denies);
        let rejects = lexicon::rebuts(&p.predicate, Rebuttal::Rejects);
        let untrue = lexicon::rebuts(&word(p.head), Rebuttal::Untrue) && parse.child(p.head, Relation::Cop).is_some();
        if !denies && !rejects && !untrue {
            continue;
        }
        let told = |&c: &usize| match parse.node(c).relation {
            Relation::Ccomp | Relation::Xcomp => denies,
            Relation::Advcl => denies && c > p.head && parse.node(c).xpos == Xpos::Vbg && c <= p.head + 2,
            Relation::Obj | Relation::NsubjPass => denies || rejects && is_report(c),
            Relation::Nsubj | Relation::Csubj => untrue && (is_report(c) || parse.node(c).upos == Upos::Verb),
            _ => false,
        };
        for c in parse.children(p.head).filter(told) {
            let within = parse.subtree(c);
            found[within.clone()].fill(true);
            let known = |&i: &usize| i != c && known_noun(sentence, i).is_some();
            within.filter(known).for_each(|i| found[parse.subtree(i)].fill(false));
        }
    }
    found
}

/// Whether a predicate is supposed or asked about: then it is not told.
pub fn is_supposed(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let supposes = |c: usize| matches!(sentence.lower(c).as_str(), "if" | "whether" | "unless");
    parse.children(head).take_while(|&c| c < head).any(|c| parse.node(c).relation == Relation::Mark && supposes(c))
}
