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
    of_verb(tags, arcs);
    let Some(root) = arcs.iter().position(|&arc| arc == (None, Relation::Root)) else { return };
    if tags[root].xpos != Xpos::Vbd
        || has(arcs, root, |r| matches!(r, Relation::Aux | Relation::AuxPass | Relation::Cop))
    {
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
    for (i, arc) in arcs.iter_mut().enumerate().filter(|&(i, _)| i != verb) {
        let between = i > root && i < verb;
        match arc.0 {
            Some(head) if head as usize == root && !between => arc.0 = Some(verb as u32),
            Some(head) if head as usize == verb && between => arc.0 = Some(root as u32),
            _ => {}
        }
    }
    arcs[verb] = (None, Relation::Root);
    arcs[root] = (Some(subject as u32), Relation::Acl);
    tags[root].xpos = Xpos::Vbn;
}

/// `It involves the player, arrested in May`: what has no subject behind a comma, where a whole clause stands before it.
fn behind_comma(tags: &mut [Tag], arcs: &mut [Arc], root: usize) {
    let clause = |&verb: &usize| {
        let hung = matches!(arcs[verb].1, Relation::Advcl | Relation::Ccomp | Relation::Parataxis);
        arcs[verb].0 == Some(root as u32) && hung && has(arcs, verb, Relation::is_subject)
    };
    let Some(verb) = (0..root.saturating_sub(2)).find(clause) else { return };
    // Behind what is quoted stands who says so; so may any object, or whatever else comes next: "it rained, added Lee".
    let quoted = (verb..root).any(|i| tags[i].xpos == Xpos::CloseQuote);
    let circumstance = tags.get(root + 1).is_some_and(|tag| matches!(tag.upos, Upos::Adp | Upos::Adv));
    let alone = circumstance && !has(arcs, root, |r| r == Relation::Obj);
    let Some(noun) = noun_before(tags, arcs, root).filter(|_| !quoted && (alone || is_dated(tags, arcs, root))) else {
        return;
    };
    for arc in &mut arcs[..root] {
        if arc.0 == Some(root as u32) {
            arc.0 = Some(verb as u32);
        }
    }
    arcs[verb] = (None, Relation::Root);
    hang(tags, arcs, root, noun);
}

/// Hangs on the noun in front of a comma what a parser took for told of the verb: a clause like that tells of nouns only.
fn of_verb(tags: &mut [Tag], arcs: &mut [Arc]) {
    for participle in 2..arcs.len() {
        let (Some(verb), Relation::Acl) = arcs[participle] else { continue };
        let past = matches!(tags[participle].xpos, Xpos::Vbd | Xpos::Vbn);
        if past
            && tags[verb as usize].upos == Upos::Verb
            && let Some(noun) = noun_before(tags, arcs, participle)
        {
            hang(tags, arcs, participle, noun);
        }
    }
}

/// The head of the noun or name that ends right before the comma in front of a word.
fn noun_before(tags: &[Tag], arcs: &[Arc], word: usize) -> Option<usize> {
    let last = word.checked_sub(2).filter(|_| tags[word - 1].xpos == Xpos::Comma)?;
    let named = |i: &usize| matches!(arcs[*i].1, Relation::Flat | Relation::Compound);
    let up = std::iter::successors(Some(last), |i| arcs[*i].0.filter(|_| named(i)).map(|head| head as usize));
    up.take(arcs.len()).last().filter(|&i| matches!(tags[i].upos, Upos::Noun | Upos::Propn))
}

/// Whether a day stands right behind a verb as if it were its object: "hired Feb. 9".
fn is_dated(tags: &[Tag], arcs: &[Arc], verb: usize) -> bool {
    let day = verb + 1;
    let number = arcs.get(day + 1).is_some_and(|arc| arc.0 == Some(day as u32)) && tags[day + 1].upos == Upos::Num;
    number && tags[day].upos == Upos::Propn && arcs[day] == (Some(verb as u32), Relation::Obj)
}

/// Makes a verb a participle that tells of a noun.
fn hang(tags: &mut [Tag], arcs: &mut [Arc], participle: usize, noun: usize) {
    if is_dated(tags, arcs, participle) {
        arcs[participle + 1].1 = Relation::OblUnmarked;
    }
    arcs[participle] = (Some(noun as u32), Relation::Acl);
    tags[participle].xpos = Xpos::Vbn;
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
