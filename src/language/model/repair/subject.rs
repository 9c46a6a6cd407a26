//! Verbs with two subjects, of which one belongs elsewhere: the name of `Profits at the shoemaker Tarrant rose`, the day of `He said
//! Monday they won`, the thing of `A note accompanying the gift said`.

use std::sync::LazyLock;

use super::{
    super::{
        parser::Arc,
        tagger::Tag,
        tagset::{Relation, Upos, Xpos},
        word::{Word, Words},
    },
    path,
};

/// Hangs what is no subject where it belongs.
pub fn repair(words: &Words, tags: &[Tag], arcs: &mut [Arc]) {
    for second in 1..arcs.len() {
        let (Some(verb), Relation::Nsubj | Relation::NsubjPass) = arcs[second] else { continue };
        let relation = arcs[second].1;
        let others = |i: &usize| *i != second && arcs[*i].0 == Some(verb) && arcs[*i].1.is_subject();
        if (verb as usize) < second || !(0..arcs.len()).any(|i| others(&i)) {
            continue;
        }
        let start = (0..=second).find(|&i| path(arcs, i).any(|above| above == second)).unwrap_or(second);
        let Some(before) = start.checked_sub(1) else { continue };
        let first = (0..start).rev().find(others);
        let within = |first: usize| path(arcs, before).any(|above| above == first);
        arcs[second] = match first {
            // "He said Monday they won".
            _ if DAYS.contains(&words.at(second, 0).lower) && tags[before].upos == Upos::Verb => {
                (Some(before as u32), Relation::OblUnmarked)
            }
            Some(first)
                if first != before
                    && tags[second].upos == Upos::Propn
                    && tags[before].upos == Upos::Noun
                    && within(first)
                    && arcs[first].1 == relation =>
            {
                (Some(before as u32), Relation::Appos)
            }
            Some(first) if tags[before].xpos == Xpos::Vbg && arcs[before] == (Some(first as u32), Relation::Acl) => {
                (Some(before as u32), Relation::Obj)
            }
            _ => continue,
        };
    }
}

/// The days of the week.
static DAYS: LazyLock<[u64; 7]> = LazyLock::new(|| {
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        .map(|day| Word::new(day, &mut Vec::new()).lower)
});
