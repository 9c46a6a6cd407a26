//! What somebody is by the words right before the name: "finance minister Ann Lee", "a guard at the museum, Ann Lee, who"; and in
//! what house or service that is.

use std::ops::Range;

use crate::{
    facts::{
        ChainId, Mention, MentionKind,
        claim::{circumstance::is, clause::Clauses},
    },
    language::{
        lexicon::{self, Class, is_a},
        model::{Relation, Upos},
    },
};

/// Prepositions between what somebody is and where.
const AT: &[&str] = &["at", "for", "from", "in", "of", "with"];

/// How many tokens a name has at most, the last of which may be its head.
const NAME: usize = 4;

/// How many tokens say in what house.
const HOUSE: usize = 5;

/// The people of a sentence with the words before their name that say what they are, where no role is known.
pub fn posts(clauses: &Clauses, mentions: &[Mention]) -> Vec<(ChainId, Range<usize>)> {
    let named = mentions.iter().filter(|m| m.kind == MentionKind::Name && m.role.is_none());
    let find = |mention: &Mention| {
        let tokens = clauses.sentence().tokens.len();
        let name = (0..tokens).find(|&i| mention.span.contains(clauses.span(i, i)))?;
        Some((mention.chain, in_front(clauses, name).or_else(|| before_comma(clauses, name))?))
    };
    named.filter_map(find).collect()
}

/// "Finance minister Ann Lee".
fn in_front(clauses: &Clauses, name: usize) -> Option<Range<usize>> {
    let phrase = phrase(clauses, name)?;
    (phrase.len() > 1).then_some(phrase)
}

/// "A guard at the museum, Ann Lee, who"; "its lawyer, the 52-year-old Ann Lee".
fn before_comma(clauses: &Clauses, name: usize) -> Option<Range<usize>> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let beside = parse.path(name).take(NAME).any(|i| parse.node(i).relation == Relation::Appos);
    let aged = name.checked_sub(1).filter(|&i| sentence.lower(i).ends_with("year-old"));
    let start = aged.map_or(name, |age| (0..age).rev().find(|&i| is(clauses, i, &["the"])).unwrap_or(name));
    let comma = start.checked_sub(1).filter(|&i| beside && is(clauses, i, &[","]))?;
    let case = (comma.saturating_sub(HOUSE)..comma).rev().find(|&i| is(clauses, i, AT));
    let ends = [Some(comma), case.filter(|&case| is_plain(clauses, case + 1..comma))];
    let found = ends.into_iter().flatten().find_map(|end| phrase(clauses, end))?;
    let begin = found.start.checked_sub(1)?;
    let opens = matches!(parse.node(begin).upos, Upos::Det | Upos::Pron) || is(clauses, begin, &["'s", "’s"]);
    // "According to a guard at the museum, Ann Lee fled".
    let source = begin > 0 && is(clauses, begin - 1, &["to"]);
    (opens && !source).then_some(found)
}

/// The nouns up to token `end` that say what somebody is.
fn phrase(clauses: &Clauses, end: usize) -> Option<Range<usize>> {
    let nodes = clauses.sentence().parse.nodes();
    let within = |&i: &usize| matches!(nodes[i].upos, Upos::Noun | Upos::Adj);
    let length = (0..end).rev().take_while(within).count();
    let head = end.checked_sub(1).filter(|_| length > 0)?;
    let noun = clauses.noun(head);
    let post = lexicon::is_role_head(&noun) || is_a(&noun, Class::Person, 1);
    (post && nodes[head].upos == Upos::Noun && lexicon::kinship(&noun).is_none()).then_some(end - length..end)
}

/// Whether a stretch is a noun phrase and nothing more.
fn is_plain(clauses: &Clauses, stretch: Range<usize>) -> bool {
    let nodes = clauses.sentence().parse.nodes();
    let noun = |i: usize| matches!(nodes[i].upos, Upos::Det | Upos::Noun | Upos::Adj | Upos::Propn | Upos::Pron);
    !stretch.is_empty() && stretch.into_iter().all(noun)
}

/// The word for the house or service that the post of tokens `first` to `last` is in: "the museum's carpenter", "a guard at the
/// museum".
pub fn house(clauses: &Clauses, first: usize, last: usize) -> Option<usize> {
    let tokens = clauses.sentence().tokens.len();
    let mark = (first.saturating_sub(1)..last).rev().find(|&i| is(clauses, i, &["'s", "’s", "'", "’"]));
    let owner = mark.and_then(|mark| mark.checked_sub(1));
    let own = (first.saturating_sub(1)..=first).find(|&i| is(clauses, i, &["its", "their"]));
    let case = (last + 1 < tokens && is(clauses, last + 1, AT)).then_some(last + 1);
    let behind = || {
        let stretch = (case? + 1)..tokens.min(case? + 1 + HOUSE);
        let noun = |&i: &usize| is_plain(clauses, i..i + 1);
        stretch.take_while(noun).last()
    };
    owner.or(own).or_else(behind)
}
