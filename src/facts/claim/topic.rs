//! Texts of a few sentences: a caption, a summary, a claim to check. All of it is about one thing, which it may not name.

use std::collections::HashSet;

use super::clause::Clauses;
use crate::{
    facts::{ChainId, PlacedSentence},
    language::model::{Relation, Upos, Xpos},
};

/// Texts of more sentences are articles.
const FEW: usize = 3;

/// Whether a text has so few sentences that all of them are about one thing.
pub fn is_brief(sentences: &[PlacedSentence]) -> bool {
    sentences.iter().filter(|sentence| !sentence.note).take(FEW + 1).count() <= FEW
}

/// Whether the subject of a brief text's sentence is a pronoun or a description that nothing in the text explains: "It was
/// founded in 1921", "The album sold well". `named` are those
/// that have a name in the text.
pub fn is_unnamed(clauses: &Clauses, named: &HashSet<ChainId>) -> bool {
    let parse = &clauses.sentence().parse;
    let named = |i: usize| clauses.chain(i).is_some_and(|chain| named.contains(&chain));
    let Some(root) = parse.root() else { return false };
    let Some(subject) = parse.children(root).find(|&c| parse.node(c).relation.is_subject()) else { return false };
    let node = parse.node(subject);
    match (node.xpos, node.upos) {
        (Xpos::Prp, _) => !named(subject),
        (_, Upos::Noun) => {
            let child = |r: Relation| parse.child(subject, r);
            let definite = child(Relation::Det).is_some_and(|d| clauses.sentence().word(d).eq_ignore_ascii_case("the"));
            let owner = child(Relation::NmodPoss).filter(|&o| parse.node(o).xpos == Xpos::PrpPoss);
            let about = parse.subtree(subject).any(|i| parse.node(i).upos == Upos::Propn);
            !about && (definite && !named(subject) || owner.is_some_and(|o| !named(o)))
        }
        _ => false,
    }
}
