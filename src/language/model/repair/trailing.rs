//! Who says so at the end of a sentence, set off by a comma: `They left because it rained, the court heard`. A parser may hang the reason
//! on the hearing.

use super::super::{
    parser::Arc,
    tagger::Tag,
    tagset::{Relation, Upos},
};

/// Hangs what stands before the comma on the clause before the comma.
pub fn repair(tags: &[Tag], arcs: &mut [Arc]) {
    for (said, _) in tags.iter().enumerate().filter(|(_, tag)| tag.upos == Upos::Verb) {
        let of_it = Some(said as u32);
        let Some(subject) = arcs[..said].iter().rposition(|&arc| arc == (of_it, Relation::Nsubj)) else { continue };
        let tells = |arc: &Arc| arc.0 == of_it && matches!(arc.1, Relation::Ccomp | Relation::Parataxis);
        let Some(told) = arcs[..subject].iter().position(tells) else { continue };
        let hung =
            |arc: &&mut Arc| arc.0 == of_it && matches!(arc.1, Relation::Advcl | Relation::Obl | Relation::OblUnmarked);
        arcs[told + 1..subject].iter_mut().filter(hung).for_each(|arc| arc.0 = Some(told as u32));
    }
}
