//! Who does it where the parser gave a verb no subject of its own.

use smol_str::SmolStr;

use super::{antecedent, case_of, is_time, noun};
use crate::{
    facts::claim::predication::is_predicate,
    language::{
        Sentence,
        lexicon::{self, Pos},
        model::{Relation, Upos, Xpos},
    },
};

/// The subject that a verb without one shares: of the verb it is joined to, of the one it completes, the noun it
/// describes.
pub fn inherited_subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let node = parse.node(head);
    let governor = parse.head(head)?;
    match node.relation {
        Relation::Conj if is_predicate(sentence, governor) => subject(sentence, governor),
        // "Tore open the hull and sank it": parsers hang the second verb on the object of the first.
        Relation::Conj if parse.node(governor).relation == Relation::Obj && finite(sentence, head) => {
            subject(sentence, parse.head(governor)?)
        }
        // "The charge that killed them went off": what is finite is no complement of a verb inside.
        Relation::Xcomp
            if matches!(node.xpos, Xpos::Vbd | Xpos::Vbz) && parse.node(governor).relation == Relation::AclRelcl =>
        {
            parse.head(governor)
        }
        // "asked him to resign": the object of asking is who resigns.
        Relation::Xcomp => parse.child(governor, Relation::Obj).or_else(|| subject(sentence, governor)),
        // "Denied having sold any": who denies sold.
        Relation::Ccomp
            if node.xpos == Xpos::Vbg
                || parse.child(head, Relation::Aux).is_some_and(|aux| sentence.is_any(aux, &["having"])) =>
        {
            subject(sentence, governor)
        }
        // "Saw the doctor give him the pills": the object of seeing is who does it.
        Relation::Parataxis | Relation::Ccomp if node.xpos == Xpos::Vb && perceives(sentence, governor) => {
            parse.child(governor, Relation::Obj)
        }
        // "Footage showed him running away": so does a participle right behind it.
        Relation::Advcl if node.xpos == Xpos::Vbg && shows(sentence, governor) => {
            let object = parse.child(governor, Relation::Obj).filter(|&o| parse.subtree(o).end == head);
            object.or_else(|| subject(sentence, governor))
        }
        Relation::Advcl => subject(sentence, governor),
        // "Lodged a complaint accusing him": who lodges it accuses.
        Relation::Acl if node.xpos == Xpos::Vbg && is_said(sentence, governor) => {
            subject(sentence, parse.head(governor)?)
        }
        Relation::Acl | Relation::AclRelcl => {
            // What is finite is no participle, and what has an object no passive: it belongs to the noun phrase as a whole.
            let active = node.xpos == Xpos::Vbd && parse.child(head, Relation::Obj).is_some();
            let of_it = |i: &usize| {
                let part = parse.node(*i).relation;
                let inside = part == Relation::Appos || part == Relation::Nmod && active;
                inside && finite(sentence, head) && node.relation == Relation::Acl
            };
            std::iter::successors(Some(governor), |&i| parse.head(i).filter(|_| of_it(&i))).last()
        }
        _ => None,
    }
}

/// Whether a verb takes what somebody is seen to do, or made to.
fn perceives(sentence: &Sentence, verb: usize) -> bool {
    const PERCEIVING: &[&str] = &["feel", "have", "hear", "help", "let", "make", "notice", "observe", "see", "watch"];
    lexicon::lemma(&sentence.lower(verb), Pos::Verb).is_some_and(|verb| PERCEIVING.contains(&verb.as_str()))
}

/// Whether a verb shows or finds somebody doing what stands behind.
fn shows(sentence: &Sentence, verb: usize) -> bool {
    const SHOWING: &[&str] = &["capture", "catch", "depict", "film", "find", "photograph", "record", "show", "spot"];
    let shows = |verb: SmolStr| SHOWING.contains(&verb.as_str());
    perceives(sentence, verb) || lexicon::lemma(&sentence.lower(verb), Pos::Verb).is_some_and(shows)
}

/// Whether a noun is something that somebody says or writes, and the object of that.
fn is_said(sentence: &Sentence, noun: usize) -> bool {
    let said = [lexicon::Class::Communication, lexicon::Class::Document];
    sentence.parse.node(noun).relation == Relation::Obj
        && said.iter().any(|&class| lexicon::is_a(&self::noun(sentence, noun), class, 3))
}

fn finite(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    matches!(parse.node(head).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) || parse.child(head, Relation::Aux).is_some()
}

/// The subject that the parser gave to a clause inside: of "Ann Lee, whose firm built it, denied that" the name.
pub fn stray_subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let node = parse.node(head);
    if !finite(sentence, head) || !matches!(node.relation, Relation::Root | Relation::Ccomp | Relation::Parataxis) {
        return None;
    }
    let inside = parse.children(head).take_while(|&c| c < head).filter(|&c| parse.node(c).relation == Relation::Advcl);
    inside.flat_map(|c| parse.children(c)).find(|&c| parse.node(c).relation.is_subject() && !is_time(sentence, c))
}

/// The noun phrase between a comma and a finite verb, where the parser hung it on what stands before the comma: of "Behind us, two
/// cars were burning" the cars.
pub fn subject_in_front(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let auxiliary = |&c: &usize| c < head && matches!(parse.node(c).relation, Relation::Aux | Relation::AuxPass);
    let verb = parse.children(head).find(auxiliary).unwrap_or(head);
    let last = verb.checked_sub(1)?;
    let noun = |i: usize| matches!(parse.node(i).upos, Upos::Noun | Upos::Propn | Upos::Num);
    if !finite(sentence, head) || parse.node(head).relation != Relation::Root || !noun(last) {
        return None;
    }
    let comma = (0..last).rev().find(|&i| parse.node(i).upos == Upos::Punct)?;
    let top = parse.path(last).take_while(|&i| (comma + 1..verb).contains(&i)).last()?;
    let free = noun(top) && case_of(sentence, top).is_none() && !is_time(sentence, top);
    (sentence.word(comma) == "," && free).then_some(top)
}

/// How far behind a passive its agent is looked for where the parser hung it elsewhere.
const AGENT_REACH: usize = 10;

/// The name behind "by" after a passive, where the parser made it part of something else.
pub fn stray_agent(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let end = (head + AGENT_REACH).min(sentence.tokens.len());
    let by = (head + 1..end).find(|&i| sentence.word(i).eq_ignore_ascii_case("by"))?;
    let between = (head + 1..by).all(|i| parse.node(i).upos != Upos::Verb && sentence.word(i) != ",");
    let named = (by + 1..end).find(|&i| sentence.word(i).starts_with(char::is_uppercase) && !is_time(sentence, i))?;
    let only_name =
        (by + 1..named).all(|i| lexicon::is_name_particle(sentence.word(i)) || parse.node(i).upos == Upos::Det);
    (between && only_name).then_some(named)
}

/// The subject of a predicate, its own or shared.
pub fn subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let own = parse.children(head).filter(|&c| parse.node(c).relation.is_subject() && !is_time(sentence, c));
    let nearest = own.min_by_key(|&c| c.abs_diff(head));
    nearest.map(|c| antecedent(sentence, c).unwrap_or(c)).or_else(|| inherited_subject(sentence, head))
}
