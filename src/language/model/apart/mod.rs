//! Reads sentences in parts: what stands between a subject and its verb, and who says so, are clauses of their own, which a parser that
//! reads from left to right mixes with what is around them.

pub(super) mod aside;
mod closing;
pub(super) mod enclosed;

use std::ops::Range;

use self::{aside::Aside, closing::Closing, enclosed::Enclosed};
use super::{
    parser::{Arc, Input, Parser},
    punctuation, repair,
    tagger::Tag,
    tagset::{Relation, Upos, Xpos},
    word::Words,
};

/// Longer sentences are no prose (lists, tables): they are read as they come. Bounds what takes more than linear time.
const LONGEST: usize = 500;

impl Parser<'_> {
    /// The tree of a sentence, one arc per word. A tag that the tree belies is put right. `hashes` is scratch space.
    pub fn parse(&self, words: &Words, tags: &mut [Tag], hashes: &mut Vec<u64>) -> Vec<Arc> {
        if tags.len() > LONGEST {
            let mut arcs = self.tree(&Input::new(words, tags), hashes);
            punctuation::attach(tags, &mut arcs);
            return arcs;
        }
        let mut arcs = match aside::find(words, tags) {
            Some(aside) => self.parted(words, tags, aside, hashes),
            None => match closing::find(words, tags) {
                Some(closing) => self.closed(words, tags, closing, hashes),
                None => self.clause(words, tags, tags.len(), hashes),
            },
        };
        // Parts that do not fit together are no parts.
        if !repair::is_tree(&arcs) {
            arcs = self.tree(&Input::new(words, tags), hashes);
        }
        repair::sentence(words, tags, &mut arcs);
        punctuation::attach(tags, &mut arcs);
        arcs
    }

    /// The tree of a sentence in which somebody says so between a subject and its verb.
    fn parted(
        &self,
        words: &Words,
        tags: &mut [Tag],
        Aside { inside, verb }: Aside,
        hashes: &mut Vec<u64>,
    ) -> Vec<Arc> {
        let mut arcs = self.repaired(words, tags, |i| !inside.contains(&i), hashes);
        let parted = verb_of(tags, &arcs, verb);
        let own = self.repaired(words, tags, |i| inside.contains(&i), hashes);
        join(tags, &mut arcs, own, inside, (parted, Relation::Parataxis));
        arcs
    }

    /// The tree of a sentence at whose end stands who says so.
    fn closed(
        &self,
        words: &Words,
        tags: &mut [Tag],
        Closing { inside, verb }: Closing,
        hashes: &mut Vec<u64>,
    ) -> Vec<Arc> {
        let mut arcs = self.clause(words, tags, inside.start, hashes);
        let own = self.repaired(words, tags, |i| inside.contains(&i), hashes);
        if let Some(said) = arcs.iter().position(|&arc| arc == (None, Relation::Root)) {
            arcs[said] = (Some(verb as u32), Relation::Ccomp);
        }
        join(tags, &mut arcs, own, inside, (verb as u32, Relation::Nsubj));
        arcs[verb] = (None, Relation::Root);
        arcs
    }

    /// The tree of those tokens, put right.
    fn repaired(
        &self,
        words: &Words,
        tags: &mut [Tag],
        shown: impl Fn(usize) -> bool,
        hashes: &mut Vec<u64>,
    ) -> Vec<Arc> {
        let mut arcs = self.tree(&Input::of(words, tags, shown), hashes);
        repair::clause(words, tags, &mut arcs);
        arcs
    }

    /// The tree of the tokens before `end`.
    fn clause(&self, words: &Words, tags: &mut [Tag], end: usize, hashes: &mut Vec<u64>) -> Vec<Arc> {
        let Some(Enclosed { inside, verb, subject, relation }) = enclosed::find(words, &tags[..end]) else {
            return self.repaired(words, tags, |i| i < end, hashes);
        };
        let mut arcs = self.repaired(words, tags, |i| i < end && !inside.contains(&i), hashes);
        // What is described is the subject of the verb, or the phrase before.
        let verb = verb_of(tags, &arcs, verb);
        let of_verb = |&i: &usize| arcs[i].0 == Some(verb) && arcs[i].1.is_subject();
        let head = |&i: &usize| arcs[i].0.map(|head| head as usize).filter(|&head| head < i);
        let phrase = || std::iter::successors(Some(subject), head).last().unwrap_or(subject);
        let described = (0..=subject).find(of_verb).unwrap_or_else(phrase) as u32;
        // "Ann Moore, 52, who led it, left": the clause is not about the number.
        let (inside, relation) = match age(tags, &inside) {
            Some(behind) => {
                arcs[inside.start] = (Some(described), Relation::Appos);
                (behind..inside.end, enclosed::relation(&tags[behind..inside.end]))
            }
            None => (inside, relation),
        };
        let own = self.repaired(words, tags, |i| inside.contains(&i), hashes);
        join(tags, &mut arcs, own, inside, (described, relation));
        arcs
    }
}

/// The verb of an auxiliary, or the verb itself.
fn verb_of(tags: &[Tag], arcs: &[Arc], verb: usize) -> u32 {
    arcs[verb].0.filter(|_| tags[verb].upos == Upos::Aux).unwrap_or(verb as u32)
}

/// Where what follows somebody's age begins; `None` where no age opens it, or nothing follows.
fn age(tags: &[Tag], inside: &Range<usize>) -> Option<usize> {
    let behind = inside.start + 2;
    let aged = tags[inside.start].xpos == Xpos::Cd && tags[inside.start + 1].xpos == Xpos::Comma;
    (aged && behind < inside.end).then_some(behind)
}

/// Puts the tree of the tokens `inside` into that of the others, its root under that word.
fn join(tags: &[Tag], arcs: &mut [Arc], own: Vec<Arc>, inside: Range<usize>, (head, relation): (u32, Relation)) {
    for i in inside.filter(|&i| !punctuation::is_mark(tags[i])) {
        arcs[i] = if own[i].0.is_none() { (Some(head), relation) } else { own[i] };
    }
}
