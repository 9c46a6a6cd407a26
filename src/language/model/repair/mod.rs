//! Puts right what the parser often gets wrong, where the words around leave no doubt. A repair that would not leave a tree is undone.

mod contact;
mod dated;
mod partitive;
mod reduced;
mod reroot;
mod subject;
mod subordinate;
mod trailing;

use super::{parser::Arc, tagger::Tag, tagset::Relation, word::Words};

/// Repairs the tree of a clause, which may leave out tokens.
pub fn clause(words: &Words, tags: &mut [Tag], arcs: &mut Vec<Arc>) {
    guarded(arcs, |arcs| dated::repair(words, tags, arcs));
    guarded(arcs, |arcs| subject::repair(words, tags, arcs));
    guarded(arcs, |arcs| reduced::repair(tags, arcs));
    guarded(arcs, |arcs| contact::repair(tags, arcs));
    guarded(arcs, |arcs| trailing::repair(tags, arcs));
    guarded(arcs, |arcs| partitive::repair(words, tags, arcs));
    guarded(arcs, |arcs| reroot::repair(words, tags, arcs));
}

/// Repairs the tree of a whole sentence.
pub fn sentence(words: &Words, tags: &[Tag], arcs: &mut Vec<Arc>) {
    guarded(arcs, |arcs| subordinate::repair(words, tags, arcs));
}

/// Does a repair; undoes it where it leaves no tree.
fn guarded(arcs: &mut Vec<Arc>, repair: impl FnOnce(&mut [Arc])) {
    let before = arcs.clone();
    repair(arcs);
    if *arcs != before && !is_tree(arcs) {
        *arcs = before;
    }
}

/// A word, what it depends on, and so on up to the root; no further than there are words.
fn path(arcs: &[Arc], word: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(word), |&i| arcs[i].0.map(|head| head as usize)).take(arcs.len())
}

/// Whether the words form one projective tree. Marks of punctuation, and what is left out, have no head yet.
pub fn is_tree(arcs: &[Arc]) -> bool {
    let shown: Vec<bool> = arcs.iter().map(|&arc| arc != (None, Relation::Punct)).collect();
    let roots = arcs.iter().filter(|(head, relation)| head.is_none() && *relation != Relation::Punct).count();
    // How many words depend on each, itself included, and the first and the last of them.
    let mut below: Vec<(usize, usize, usize)> = (0..arcs.len()).map(|i| (0, i, i)).collect();
    for word in (0..arcs.len()).filter(|&i| shown[i]) {
        let mut at = Some(word);
        for _ in 0..=arcs.len() {
            let Some(i) = at else { break };
            let (count, first, last) = below[i];
            below[i] = (count + 1, first.min(word), last.max(word));
            at = arcs[i].0.map(|head| head as usize);
        }
        if at.is_some() {
            return false;
        }
    }
    let words = |first: usize, last: usize| shown[first..=last].iter().filter(|&&shown| shown).count();
    let whole = |i: usize| shown[i] && arcs[i].0.is_none_or(|head| shown[head as usize]);
    let projective = |i: usize| {
        let (count, first, last) = below[i];
        count == words(first, last)
    };
    roots <= 1 && (0..arcs.len()).filter(|&i| shown[i]).all(|i| whole(i) && projective(i))
}
