//! Relative clauses without a word that opens them: `paid the man he met in Orlo`. A parser may take them for a sentence of their own.

use super::super::{
    parser::Arc,
    tagger::Tag,
    tagset::{Relation, Upos, Xpos},
};

/// Hangs the clause on the noun in front of it.
pub fn repair(tags: &[Tag], arcs: &mut [Arc]) {
    for subject in 1..arcs.len() {
        let (Some(verb), Relation::Nsubj) = arcs[subject] else { continue };
        let (noun, verb) = (subject - 1, verb as usize);
        let pronoun = tags[subject].xpos == Xpos::Prp && verb > subject;
        // "Last week he left" is a sentence.
        let plain = tags[noun].upos == Upos::Noun
            && !matches!(arcs[noun].1, Relation::OblUnmarked | Relation::NmodUnmarked | Relation::Compound);
        let behind = arcs[verb].1 == Relation::Parataxis && arcs[verb].0.is_some_and(|above| (above as usize) < noun);
        // What has an object of its own, or says what somebody is, was not done to the noun.
        let own = |&(head, r): &Arc| {
            head == Some(verb as u32) && matches!(r, Relation::Obj | Relation::Ccomp | Relation::Cop)
        };
        let object = arcs.iter().any(own);
        if pronoun && plain && behind && !object {
            arcs[verb] = (Some(noun as u32), Relation::AclRelcl);
        }
    }
}
