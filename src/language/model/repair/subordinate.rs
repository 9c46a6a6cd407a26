//! Clauses opened by a word that may be a preposition too: `since the drive began`, of which a parser that reads from left to right makes
//! `since the drive`, and a verb without a subject.

use std::sync::LazyLock;

use super::{
    super::{
        apart::aside::is_finite,
        parser::Arc,
        tagger::Tag,
        tagset::{Relation, Upos},
        word::{Word, Words},
    },
    path,
};

/// Gives the verb behind such a phrase its subject.
pub fn repair(words: &Words, tags: &[Tag], arcs: &mut [Arc]) {
    static OPENERS: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let openers = "after before since till until";
        openers.split_whitespace().map(|form| Word::new(form, &mut Vec::new()).lower).collect()
    });
    for opener in 0..tags.len() {
        if OPENERS.contains(&words.at(opener, 0).lower)
            && arcs[opener].1 == Relation::Case
            && let Some(noun) = arcs[opener].0.map(|noun| noun as usize).filter(|&noun| noun > opener)
            && let Some(verb) = bare_verb(tags, arcs, noun)
        {
            let above = arcs[noun].0;
            // "Weeks since the drive began": what the phrase hangs on stays where the verb was.
            let below = path(arcs, noun).take_while(|&i| i != verb).last().filter(|&below| below != noun);
            if let Some(below) = below.filter(|&below| arcs[below].0 == Some(verb as u32)) {
                arcs[below].0 = arcs[verb].0;
            }
            let passive = arcs.contains(&(Some(verb as u32), Relation::AuxPass));
            arcs[noun] = (Some(verb as u32), if passive { Relation::NsubjPass } else { Relation::Nsubj });
            arcs[opener] = (Some(verb as u32), Relation::Mark);
            if above.is_some() && above != Some(verb as u32) {
                arcs[verb] = (above, Relation::Advcl);
            }
        }
    }
}

/// The verb in a tense of its own that stands right behind a noun and what belongs to it, and has no subject.
fn bare_verb(tags: &[Tag], arcs: &[Arc], noun: usize) -> Option<usize> {
    let belongs = |i: usize, head: usize| path(arcs, i).any(|i| i == head);
    let next =
        (noun + 1..tags.len()).find(|&i| !belongs(i, noun) || tags[i].upos == Upos::Verb && is_finite(tags[i].xpos))?;
    let verb = if matches!(arcs[next].1, Relation::Aux | Relation::AuxPass) { arcs[next].0? as usize } else { next };
    let told = is_finite(tags[next].xpos) && verb >= next && tags[verb].upos == Upos::Verb;
    let bare = !arcs.iter().any(|&(head, relation)| {
        head == Some(verb as u32) && (relation.is_subject() || matches!(relation, Relation::Mark | Relation::Expl))
    });
    (told && bare && arcs[verb].0.is_some()).then_some(verb)
}
