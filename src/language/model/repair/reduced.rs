//! Participles that stand beside a noun without "who was": `A man fired last week walked in`, `it involves the player, arrested in May`.
//! A parser may take them for the verb of the sentence (the garden path of Bever 1970, "The cognitive basis for linguistic structures").

use super::{
    super::{
        parser::Arc,
        tagger::Tag,
        tagset::{Relation, Upos, Xpos},
    },
    path,
};

/// Hangs such a participle on its noun, and makes the verb that is left that of the sentence.
pub fn repair(tags: &mut [Tag], arcs: &mut [Arc]) {
    behind_name(tags, arcs);
    let Some(root) = arcs.iter().position(|&arc| arc == (None, Relation::Root)) else { return };
    if tags[root].xpos != Xpos::Vbd || has(arcs, root, |r| matches!(r, Relation::Aux | Relation::AuxPass | Relation::Cop)) {
        return;
    }
    match (0..arcs.len()).find(|&i| arcs[i].0 == Some(root as u32) && arcs[i].1.is_subject()) {
        Some(subject) if subject < root => behind_subject(tags, arcs, root, subject),
        None => behind_comma(tags, arcs, root),
        _ => {}
    }
}

/// `A man fired last week walked in`: right behind its noun stands a verb without an object, and another one follows of which nobody is
/// the subject.
fn behind_subject(tags: &mut [Tag], arcs: &mut [Arc], root: usize, subject: usize) {
    let adjacent = root > 0 && path(arcs, root - 1).any(|above| above == subject);
    let done_to = has(arcs, root, |r| matches!(r, Relation::Obj | Relation::Xcomp | Relation::Conj | Relation::Iobj));
    let noun = matches!(tags[subject].upos, Upos::Noun);
    if !adjacent || done_to || !noun {
        return;
    }
    let follows = |&verb: &usize| {
        let hung = matches!(arcs[verb].1, Relation::Ccomp | Relation::Parataxis | Relation::Advcl);
        let own = |r: Relation| {
            r.is_subject() || matches!(r, Relation::Mark | Relation::Aux | Relation::AuxPass | Relation::Cc)
        };
        let plain = |i: usize| !matches!(tags[i].upos, Upos::Punct | Upos::Cconj | Upos::Sconj | Upos::Verb);
        arcs[verb].0 == Some(root as u32)
            && hung
            && tags[verb].xpos == Xpos::Vbd
            && !has(arcs, verb, own)
            && (root + 1..verb).all(plain)
    };
    let Some(verb) = (root + 1..arcs.len()).find(follows) else { return };
    for i in 0..arcs.len() {
        let of = |head: usize| arcs[i].0 == Some(head as u32) && i != verb;
        if of(root) && (i > verb || i < root) {
            arcs[i].0 = Some(verb as u32);
        } else if of(verb) && i > root && i < verb {
            arcs[i].0 = Some(root as u32);
        }
    }
    arcs[verb] = (None, Relation::Root);
    arcs[root] = (Some(subject as u32), Relation::Acl);
    tags[root].xpos = Xpos::Vbn;
}

/// `It involves the player, arrested in May`: what has no subject behind a comma, where a whole clause stands before it.
fn behind_comma(tags: &mut [Tag], arcs: &mut [Arc], root: usize) {
    let Some(last) = root.checked_sub(2).filter(|_| tags[root - 1].xpos == Xpos::Comma) else { return };
    let clause = |&verb: &usize| {
        let hung = matches!(arcs[verb].1, Relation::Advcl | Relation::Ccomp | Relation::Parataxis);
        arcs[verb].0 == Some(root as u32) && hung && has(arcs, verb, Relation::is_subject)
    };
    // "Arrested Jan. 6": a day is not what was arrested. Anything else may be who says so: "it rained, added Lee".
    let day = root + 1;
    let dated = arcs.get(day + 1).is_some_and(|arc| arc.0 == Some(day as u32)) && tags[day + 1].upos == Upos::Num;
    let dated = dated && tags[day].upos == Upos::Propn && arcs[day] == (Some(root as u32), Relation::Obj);
    let circumstance = tags.get(day).is_some_and(|tag| matches!(tag.upos, Upos::Adp | Upos::Adv));
    if !dated && (!circumstance || has(arcs, root, |r| r == Relation::Obj)) {
        return;
    }
    let Some(verb) = (0..last).find(clause) else { return };
    // Behind what is quoted stands who says so.
    if (verb..root).any(|i| tags[i].xpos == Xpos::CloseQuote) {
        return;
    }
    let named = |i: &usize| matches!(arcs[*i].1, Relation::Flat | Relation::Compound);
    let noun = std::iter::successors(Some(last), |i| arcs[*i].0.filter(|_| named(i)).map(|head| head as usize)).last();
    let Some(noun) = noun.filter(|&i| matches!(tags[i].upos, Upos::Noun | Upos::Propn)) else { return };
    for i in 0..root {
        if arcs[i].0 == Some(root as u32) && i != verb {
            arcs[i].0 = Some(verb as u32);
        }
    }
    arcs[verb] = (None, Relation::Root);
    arcs[root] = (Some(noun as u32), Relation::Acl);
    tags[root].xpos = Xpos::Vbn;
    if dated {
        arcs[day].1 = Relation::OblUnmarked;
    }
}

/// `It belonged to Lee, having been sold`: what stands behind a preposition before a comma is not who did what follows it.
fn behind_name(tags: &[Tag], arcs: &mut [Arc]) {
    for subject in 0..arcs.len() {
        let (Some(verb), Relation::Nsubj) = arcs[subject] else { continue };
        let verb = verb as usize;
        let within = |i: usize| path(arcs, i).any(|above| above == subject);
        let Some(end) = (subject..verb).find(|&i| !within(i) && tags[i].xpos == Xpos::Comma) else { continue };
        let first = (0..=subject).find(|&i| within(i)).unwrap_or(subject);
        let participle = end + 1 < arcs.len() && tags[end + 1].xpos == Xpos::Vbg && (subject + 1..end).all(within);
        let Some(preposition) = first.checked_sub(1).filter(|&i| arcs[i] == (Some(verb as u32), Relation::Mark)) else {
            continue;
        };
        let Some(above) = preposition.checked_sub(1).filter(|&i| tags[i].upos == Upos::Verb) else { continue };
        if participle && matches!(tags[preposition].upos, Upos::Adp | Upos::Part) {
            arcs[preposition] = (Some(subject as u32), Relation::Case);
            arcs[subject] = (Some(above as u32), Relation::Obl);
        }
    }
}

/// Whether something hangs on a word so.
fn has(arcs: &[Arc], head: usize, is: impl Fn(Relation) -> bool) -> bool {
    arcs.iter().any(|&(above, relation)| above == Some(head as u32) && is(relation))
}
