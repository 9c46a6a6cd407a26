//! Finds the verb of a sentence that the parser took for a noun with a clause: `the talks that led to it began in May`.
//!
//! In prose a sentence has a verb. Where the root is a noun without one, a finite verb further on that has no subject of its own is the
//! noun's; or the noun, behind its preposition, belongs to a clause further on.

use super::{
    super::{
        apart::{
            aside::{is_finite, is_nominal, is_saying},
            enclosed::may_be_past,
        },
        parser::Arc,
        tagger::Tag,
        tagset::{Relation, Upos, Xpos},
        word::Words,
    },
    path,
};

/// Makes the verb the root, where a noun is. A participle that is the verb after all is tagged so.
pub fn repair(words: &Words, tags: &mut [Tag], arcs: &mut [Arc]) {
    let end = arcs.len();
    let Some(root) = (0..end).find(|&i| arcs[i] == (None, Relation::Root)) else { return };
    // A headline may do without a verb.
    let prose = tags.last().is_some_and(|tag| matches!(tag.xpos, Xpos::Period | Xpos::CloseQuote));
    if !prose || !is_nominal(tags[root]) || has(arcs, root, Relation::Cop) {
        return;
    }
    let behind_preposition = has(arcs, root, Relation::Case);
    let tree = Tree { words, tags, arcs };
    let relation = |verb: usize| tree.role(root, verb, behind_preposition);
    let shown = |verb: &usize| arcs[*verb].0.is_some();
    let Some((verb, role)) = (root + 1..end).filter(shown).find_map(|verb| Some((verb, relation(verb)?))) else {
        return;
    };
    let name = tree.name(root, verb);
    let object = tree.object(root, verb);
    if tags[verb].xpos == Xpos::Vbn && !has(arcs, verb, Relation::Aux) && !has(arcs, verb, Relation::AuxPass) {
        tags[verb].xpos = Xpos::Vbd;
    }
    arcs[verb] = (None, Relation::Root);
    arcs[root] = match name {
        Some(name) => (Some(name as u32), Relation::NmodDesc),
        None => (Some(verb as u32), role),
    };
    if let Some((clause, object)) = object {
        arcs[object] = (Some(clause as u32), Relation::Obj);
    }
    // Trees stay projective: what stands behind the verb no longer depends on a word before it.
    for (head, relation) in &mut arcs[verb + 1..end] {
        if head.is_some_and(|head| (head as usize) < verb) {
            *head = Some(verb as u32);
            *relation = match *relation {
                Relation::Nmod | Relation::Case => Relation::Obl,
                Relation::Acl | Relation::AclRelcl | Relation::Appos => Relation::Advcl,
                other => other,
            };
        }
    }
}

fn has(arcs: &[Arc], head: usize, relation: Relation) -> bool {
    children(arcs, head).any(|c| arcs[c].1 == relation)
}

fn children(arcs: &[Arc], head: usize) -> impl Iterator<Item = usize> + '_ {
    (0..arcs.len()).filter(move |&i| arcs[i].0 == Some(head as u32))
}

struct Tree<'t> {
    words: &'t Words,
    tags: &'t [Tag],
    arcs: &'t [Arc],
}

impl Tree<'_> {
    /// What the root is to a verb that is that of the sentence; `None` where the verb is another one's.
    fn role(&self, root: usize, verb: usize, behind_preposition: bool) -> Option<Relation> {
        let arcs = self.arcs;
        let told = self.is_told(verb);
        if !told || self.opens_clause(verb) || self.is_within_clause(root, verb) {
            return None;
        }
        let subject = children(arcs, verb).find(|&c| arcs[c].1.is_subject());
        match subject {
            Some(_) if self.name(root, verb).is_some() || self.object(root, verb).is_some() => Some(Relation::Nsubj),
            // What stands behind a preposition is where or when it is done.
            Some(_) => behind_preposition.then_some(Relation::Obl),
            None if behind_preposition => None,
            None if has(arcs, verb, Relation::AuxPass) => Some(Relation::NsubjPass),
            None => Some(Relation::Nsubj),
        }
    }

    /// "Those who lose their jobs will be paid", where the parser took the jobs for the subject of the verb: the verb of the relative
    /// clause, and its object.
    fn object(&self, root: usize, verb: usize) -> Option<(usize, usize)> {
        let (arcs, tags) = (self.arcs, self.tags);
        let clause = arcs[verb].0? as usize;
        let subject = children(arcs, verb).find(|&c| arcs[c].1.is_subject())?;
        let relative = |&c: &usize| arcs[c].1.is_subject() && matches!(tags[c].xpos, Xpos::Wp | Xpos::Wdt);
        let lacks = arcs[clause] == (Some(root as u32), Relation::AclRelcl)
            && children(arcs, clause).any(|c| relative(&c))
            && !has(arcs, clause, Relation::Obj)
            && !is_saying(self.words.at(clause, 0))
            && (clause + 1..verb).contains(&subject);
        (lacks && arcs[verb].1 == Relation::Ccomp).then_some((clause, subject))
    }

    /// "Transport Minister Ann Moore left", where the parser took the title for the root: the name, which is the subject of the verb.
    fn name(&self, root: usize, verb: usize) -> Option<usize> {
        let subject = children(self.arcs, verb).find(|&c| self.arcs[c].1.is_subject())?;
        let titled = subject > root
            && subject < verb
            && self.tags[subject].xpos.is_proper()
            && self.tags[root..subject].iter().all(|tag| matches!(tag.upos, Upos::Noun | Upos::Propn | Upos::Adj));
        titled.then_some(subject)
    }

    /// Whether a word is a verb in a tense of its own, or is what somebody is in one.
    fn is_told(&self, verb: usize) -> bool {
        let (tags, arcs) = (self.tags, self.arcs);
        let tag = tags[verb];
        let auxiliary = matches!(arcs[verb].1, Relation::Aux | Relation::AuxPass | Relation::Cop);
        let finite = |i: usize| is_finite(tags[i].xpos) || tags[i].xpos == Xpos::Md;
        let carried = children(arcs, verb)
            .any(|c| matches!(arcs[c].1, Relation::Aux | Relation::AuxPass | Relation::Cop) && finite(c) && c < verb);
        // Only a verb that is active has an object.
        let active = tag.xpos == Xpos::Vbn
            && has(arcs, verb, Relation::Obj)
            && arcs[verb].1 == Relation::Acl
            && may_be_past(self.words.at(verb, 0));
        !auxiliary && (carried || tag.upos == Upos::Verb && (is_finite(tag.xpos) || active))
    }

    /// Whether a word opens a clause of the verb that is not the sentence's: "who", "because", "that".
    fn opens_clause(&self, verb: usize) -> bool {
        children(self.arcs, verb).take_while(|&c| c < verb).any(|c| {
            self.arcs[c].1 == Relation::Mark && self.tags[c].upos != Upos::Verb
                || matches!(self.tags[c].xpos, Xpos::Wp | Xpos::Wdt | Xpos::WpPoss | Xpos::Wrb)
        })
    }

    /// Whether the verb belongs to a clause of another one in a way that a parser is rarely wrong about.
    fn is_within_clause(&self, root: usize, verb: usize) -> bool {
        let mut path = path(self.arcs, verb).take_while(|&i| i != root);
        // "When he realised that it matched".
        let circumstance =
            path.any(|i| matches!(self.arcs[i].1, Relation::Advcl | Relation::Csubj | Relation::CsubjPass));
        // "Who came and left": what is joined to the verb of a clause has its subject.
        let (head, relation) = self.arcs[verb];
        let joined = relation == Relation::Conj && head != Some(root as u32) && has(self.arcs, verb, Relation::Cc);
        circumstance || joined
    }
}
