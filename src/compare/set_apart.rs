//! Which one of several is meant: the first leg and the second, the east wing and the west wing.

use super::{Story, told::Told};
use crate::language::{Sentence, model::Relation};

/// Words that tell apart things of one kind, set by set. Of two that bear different words of one set each is another.
const SETS: &[&[&[&str]]] = &[
    &[
        &["first", "1st", "opening"],
        &["second", "2nd"],
        &["third", "3rd"],
        &["fourth", "4th"],
        &["fifth", "5th"],
        &["sixth", "6th"],
        &["last", "final", "closing"],
    ],
    &[
        &["north", "northern", "northbound"],
        &["south", "southern", "southbound"],
        &["east", "eastern", "eastbound"],
        &["west", "western", "westbound"],
    ],
    &[&["left", "left-hand"], &["right", "right-hand"]],
    &[&["upper", "top"], &["lower", "bottom"]],
    &[&["men", "male", "boys"], &["women", "female", "girls"]],
    &[&["senior"], &["junior"]],
    &[&["morning"], &["afternoon"], &["evening"], &["night", "overnight"]],
    &[&["old", "former", "previous", "earlier"], &["new", "next", "later", "current", "present"]],
    &[&["inner"], &["outer"]],
    &[&["home"], &["away"]],
    &[&["big", "large", "larger"], &["small", "smaller"]],
];

/// Whether two sentences tell of two things of one kind that are told apart by a word beside the noun.
pub fn are_set_apart(story: &Story, a: Told, b: Told) -> bool {
    let (Some(x), Some(y)) = (a.sentence(story), b.sentence(story)) else { return false };
    let (mine, theirs) = (marked(&x.sentence), marked(&y.sentence));
    mine.iter().any(|(noun, set, which)| {
        let others = || theirs.iter().filter(|(other, s, _)| other == noun && s == set);
        others().next().is_some() && others().all(|(.., other)| other != which)
    })
}

/// The nouns that bear such a word, in lower case and without the plural's ending: the set, and which of the set.
fn marked(sentence: &Sentence) -> Vec<(String, usize, usize)> {
    let parse = &sentence.parse;
    let mut found = Vec::new();
    for i in 0..sentence.tokens.len() {
        let beside = matches!(
            parse.node(i).relation,
            Relation::Amod | Relation::Compound | Relation::Nummod | Relation::NmodPoss
        );
        let Some(noun) = parse.head(i).filter(|_| beside) else { continue };
        for (number, set) in SETS.iter().enumerate() {
            if let Some(which) = set.iter().position(|words| sentence.is_any(i, words)) {
                found.push((sentence.lower(noun).trim_end_matches('s').to_owned(), number, which));
            }
        }
    }
    found
}
