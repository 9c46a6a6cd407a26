//! So many of a whole that do something: `31 of the 46 had resigned`. A parser that reads from left to right may take `of the 46` for a
//! part of the verb.

use std::sync::LazyLock;

use super::{
    super::{
        apart::aside::is_nominal,
        parser::Arc,
        tagger::Tag,
        tagset::Relation,
        word::{Word, Words},
    },
    path,
};

/// Makes the number the subject, and the whole what it is a part of.
pub fn repair(words: &Words, tags: &[Tag], arcs: &mut [Arc]) {
    static OF: LazyLock<u64> = LazyLock::new(|| Word::new("of", &mut Vec::new()).lower);
    for of in 1..arcs.len() {
        let (head, relation) = arcs[of];
        let verb = head.map_or(0, |head| head as usize);
        let part = of - 1;
        if words.at(of, 0).lower != *OF || relation != Relation::Case || verb < of || !is_nominal(tags[part]) {
            continue;
        }
        let of_verb = |i: usize| arcs[i].0 == Some(verb as u32);
        let carries = |&i: &usize| matches!(arcs[i].1, Relation::Aux | Relation::AuxPass | Relation::Cop);
        let first = (of..verb).filter(|&i| of_verb(i)).find(carries).unwrap_or(verb);
        let whole = first - 1;
        // A verb carries an auxiliary, or is told by what the whole is to it.
        if whole <= of || !of_verb(whole) || first == verb && !arcs[whole].1.is_subject() {
            continue;
        }
        let passive = (of..verb).any(|i| of_verb(i) && arcs[i].1 == Relation::AuxPass);
        let inside: Vec<usize> = (of..whole).filter(|&i| of_verb(i)).collect();
        let subject = if passive { Relation::NsubjPass } else { Relation::Nsubj };
        // What hung on the number now hangs on the verb, which takes its place.
        if path(arcs, verb).any(|i| i == part) {
            arcs[verb] = arcs[part];
        }
        arcs[part] = (Some(verb as u32), subject);
        arcs[whole] = (Some(part as u32), Relation::Nmod);
        inside.into_iter().for_each(|i| arcs[i].0 = Some(whole as u32));
    }
}
