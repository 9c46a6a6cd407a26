//! "It" that stands for nothing: "it is unclear whether", "it rained", "it took years to".

use crate::language::{
    Sentence,
    lexicon::{self, Pos},
    model::{Relation, Upos},
};

/// Whether the "it" at `token` refers to nothing.
pub fn is_expletive(sentence: &Sentence, token: usize) -> bool {
    let parse = &sentence.parse;
    if parse.node(token).relation == Relation::Expl {
        return true;
    }
    let Some(predicate) = parse.head(token).filter(|_| parse.node(token).relation.is_subject()) else {
        return false;
    };
    let lemma = lexicon::lemma(&sentence.word(predicate).to_lowercase(), Pos::Verb);
    match lemma.as_deref() {
        Some("rain" | "snow" | "hail" | "drizzle" | "thunder") => return true,
        Some("seem" | "appear" | "happen" | "matter" | "emerge" | "transpire") => return true,
        _ => {}
    }
    // "It is clear that", "it was his duty to", "it took years to", "it is said that"
    let clause = |c: usize| {
        use Relation::*;
        c > predicate && matches!(parse.node(c).relation, Csubj | Ccomp | Xcomp | Advcl | CsubjPass | Acl)
    };
    let copular = parse.child(predicate, Relation::Cop).is_some();
    let adjective = parse.node(predicate).upos == Upos::Adj;
    let passive = parse.child(predicate, Relation::AuxPass).is_some();
    let takes = matches!(lemma.as_deref(), Some("take" | "cost"));
    let led = |c: usize| {
        let first = sentence.word(parse.subtree(c).start).to_ascii_lowercase();
        matches!(first.as_str(), "that" | "whether" | "if" | "to" | "how" | "why" | "what" | "who" | "where" | "when")
    };
    let time = copular && lexicon::is_a(&sentence.word(predicate).to_lowercase(), lexicon::Class::TimePeriod, 1);
    time || (copular && (adjective || parse.node(predicate).upos == Upos::Noun) || passive || takes)
        && parse.children(predicate).any(|c| clause(c) && led(c))
}
