//! What a relative pronoun stands for, and whom "it was" picks out.

use crate::language::{
    Sentence,
    model::{Relation, Upos, Xpos},
};

/// What "who", "which" or "that" at the front of a relative clause stands for.
pub fn antecedent(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let parse = &sentence.parse;
    if !matches!(parse.node(pronoun).xpos, Xpos::Wp | Xpos::Wdt) {
        // Of "it is the mill that is buying the farm" taggers take "that" for a determiner.
        return sentence.is_any(pronoun, &["that"]).then(|| picked_out_in_front(sentence, pronoun)).flatten();
    }
    let Some(clause) = parse.path(pronoun).find(|&i| parse.node(i).relation == Relation::AclRelcl) else {
        return picked_out_in_front(sentence, pronoun);
    };
    let head = parse.head(clause)?;
    Some(picked_out(sentence, pronoun, head).unwrap_or(head))
}

/// Whom a cleft picks out where something stands between: of "it was the mill, not the council, that asked" the mill.
fn picked_out(sentence: &Sentence, pronoun: usize, head: usize) -> Option<usize> {
    let comma = pronoun.checked_sub(1).is_some_and(|i| sentence.word(i) == ",");
    sentence.parse.path(head).skip(1).find(|&i| comma && i < head && is_cleft(sentence, i))
}

/// What a cleft picks out that the parser took for one clause: of "it is the mill that is buying the farm" the mill.
fn picked_out_in_front(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let last = pronoun.checked_sub(1)?;
    let is_it = |&i: &usize| sentence.is_any(i, &["it"]) && sentence.is_any(i + 1, &["is", "was", "'s", "’s"]);
    let it = (last.saturating_sub(REACH)..last).rev().find(is_it)?;
    let top = parse.path(last).take_while(|&i| (it + 2..pronoun).contains(&i)).last()?;
    let noun = |i: usize| matches!(parse.node(i).upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Pron);
    ((it + 2..pronoun).all(|i| sentence.word(i) != ",") && noun(top)).then_some(top)
}

/// How far before a relative pronoun "it was" stands that picks out what is between.
const REACH: usize = 10;

/// Whether "it was" picks out what stands at token `i`.
pub fn is_cleft(sentence: &Sentence, i: usize) -> bool {
    let parse = &sentence.parse;
    let it = |c: usize| c < i && sentence.word(c).eq_ignore_ascii_case("it");
    parse.child(i, Relation::Cop).is_some_and(|cop| cop < i) && parse.children(i).any(it)
}

/// Whether "it was" picks out when or where something is done: "it was in June that she heard of it". Nobody takes part in that.
pub fn is_circumstance(sentence: &Sentence, i: usize) -> bool {
    is_cleft(sentence, i)
        && sentence.parse.children(i).any(|c| c < i && sentence.is_any(c, &["at", "in", "on", "until"]))
}
