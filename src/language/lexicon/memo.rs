//! What a thread remembers of look-ups that cost more than remembering them: the same words are asked about again and again.

use std::hash::{BuildHasher, Hash};

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

/// How many answers are remembered, a power of two: those for the words of a few long articles.
const REMEMBERED: usize = 1 << 12;

/// A question about a word with its answer.
type Known<Q, A> = (SmolStr, Q, A);

/// The answers of a pure function of a word and of `Q`, each in the one place that its hash gives. Forgets what another
/// question takes the place of.
pub(super) struct Memo<Q, A>(Box<[Option<Known<Q, A>>]>);

impl<Q: Copy + PartialEq + Hash, A: Clone> Memo<Q, A> {
    pub(super) fn new() -> Memo<Q, A> {
        Memo(vec![None; REMEMBERED].into())
    }

    /// The answer for `word`: what `find` gives, which is asked only where it is not remembered.
    pub(super) fn recall(&mut self, word: &str, question: Q, find: impl FnOnce() -> A) -> A {
        let place = FxBuildHasher.hash_one((word, question)) as usize % REMEMBERED;
        match &self.0[place] {
            Some((known, about, answer)) if known == word && *about == question => answer.clone(),
            _ => {
                let answer = find();
                self.0[place] = Some((word.into(), question, answer.clone()));
                answer
            }
        }
    }
}
