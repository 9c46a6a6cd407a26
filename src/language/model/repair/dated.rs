//! A day or month in front of a name, with no comma between them: `On Monday Ann Lee resigned`. A parser may take all of it for one
//! name.

use std::sync::LazyLock;

use super::{
    super::{
        parser::Arc,
        tagger::Tag,
        tagset::{Relation, Upos},
        word::{Word, Words},
    },
    path,
};

/// Makes the day or month tell when, and the name the subject where the verb has none.
pub fn repair(words: &Words, tags: &[Tag], arcs: &mut [Arc]) {
    let is = |i: usize, listed: &[u64]| listed.contains(&words.at(i, 0).lower);
    let opens = |at: usize| at == 0 || tags[at - 1].upos == Upos::Punct || tags[at - 1].upos == Upos::Cconj;
    for at in 0..arcs.len().saturating_sub(3) {
        let (when, name) = (at + 1, at + 2);
        // "Prime Minister", "mayor Ada Brandt" belong to a name.
        let part = |i: usize| {
            matches!(tags[i].upos, Upos::Propn | Upos::Noun) || tags[i].upos == Upos::Adj && words.at(i, 0).capital
        };
        let capitals = words.at(when, 0).capital && part(name);
        if !capitals || !opens(at) || !is(at, &*BEFORE) || !is(when, &*CALENDAR) || is(name, &*GOES_ON) {
            continue;
        }
        // The words of the name that hang together with the day, and what they hang on.
        let end = (name..arcs.len()).find(|&i| !part(i)).unwrap_or(arcs.len());
        let hangs_within = |i: usize| arcs[i].0.is_some_and(|head| (at..end).contains(&(head as usize)));
        let Some(head) = (when..end).find(|&i| !hangs_within(i)) else { continue };
        let (Some(verb), relation) = arcs[head] else { continue };
        let together = match head == when {
            true => arcs[name].0 == Some(when as u32),
            false => path(arcs, when).any(|above| above == head),
        };
        if !together
            || (verb as usize) < end
            || !matches!(tags[verb as usize].upos, Upos::Verb | Upos::Aux | Upos::Adj | Upos::Noun)
        {
            continue;
        }
        let of_verb = |relation: Relation| arcs.iter().any(|&(head, r)| head == Some(verb) && r == relation);
        let (subject, passive) = (of_verb(Relation::Nsubj) || of_verb(Relation::NsubjPass), of_verb(Relation::AuxPass));
        let named = if head == when { name } else { head };
        let role = match relation {
            Relation::Nsubj | Relation::NsubjPass => relation,
            Relation::Obl | Relation::OblUnmarked if !subject && passive => Relation::NsubjPass,
            Relation::Obl | Relation::OblUnmarked if !subject => Relation::Nsubj,
            _ => continue,
        };
        // What hung on the day hangs on the name, what describes both as one too.
        for arc in arcs[name..].iter_mut().filter(|arc| arc.0 == Some(when as u32)) {
            arc.0 = Some(named as u32);
        }
        arcs[named] = (Some(verb), role);
        arcs[when] = (Some(verb), Relation::Obl);
        arcs[at] = (Some(when as u32), Relation::Case);
    }
}

type Listed<const N: usize> = LazyLock<[u64; N]>;

fn lower<const N: usize>(listed: [&str; N]) -> [u64; N] {
    listed.map(|word| Word::new(word, &mut Vec::new()).lower)
}

/// What stands in front of a day or month.
static BEFORE: Listed<2> = LazyLock::new(|| lower(["in", "on"]));

/// The days and months.
static CALENDAR: Listed<19> = LazyLock::new(|| {
    lower([
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ])
});

/// What belongs to a day or month: "Monday Night", "May Day".
static GOES_ON: Listed<6> = LazyLock::new(|| lower(["afternoon", "day", "evening", "monday", "morning", "night"]));
