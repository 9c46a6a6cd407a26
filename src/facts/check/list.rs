//! A number of people and the list of them behind a colon: "three captains: Ada Brandt, Tomas Hill".

use super::{Check, CheckKind, Read};
use crate::{
    facts::{EntityKind, Mention, MentionKind, PlacedSentence},
    language::number::{Bound, Unit},
    text::Span,
};

/// Looks at lists of nothing but names of people and organisations, so that it is sure what is counted.
pub fn checks(read: &Read, found: &mut Vec<Check>) {
    let mut mentions = read.mentions;
    for (number, place) in read.sentences.iter().enumerate() {
        let first = mentions.partition_point(|m| (m.sentence as usize) < number);
        mentions = &mentions[first..];
        let own = &mentions[..mentions.partition_point(|m| m.sentence as usize == number)];
        if own.len() > 1 {
            found.extend(check(read, place, own));
        }
    }
}

fn check(read: &Read, place: &PlacedSentence, mentions: &[Mention]) -> Option<Check> {
    let sentence = &place.sentence;
    let word = |i: usize| sentence.tokens[i].span.of(&sentence.text);
    let colon = (0..sentence.tokens.len()).find(|&i| word(i) == ":")?;
    let before = sentence.tokens[..colon].last()?.span.end;
    let counted = |q: &&crate::language::Quantity| {
        q.phrase().end == before && q.counted.is_some() && q.unit == Unit::Count && q.bound == Bound::Exact && !q.weak
    };
    let quantity = sentence.quantities.iter().find(counted)?;
    let mut listed: Vec<&Mention> = Vec::new();
    for token in &sentence.tokens[colon + 1..] {
        let at = place.to_source(read.prose, token.span);
        match mentions.iter().find(|m| m.kind == MentionKind::Name && m.span.contains(at)) {
            Some(mention) => {
                let kind = read.chains[mention.chain.0 as usize].kind;
                if !matches!(kind, EntityKind::Person | EntityKind::Organisation) {
                    return None;
                }
                if listed.last().is_none_or(|last| last.span != mention.span) {
                    listed.push(mention);
                }
            }
            None if matches!(token.span.of(&sentence.text), "," | ";" | "and" | "&" | ".") => {}
            None => return None,
        }
    }
    let (first, last) = (listed.first()?, listed.last()?);
    if listed.len() < 2 || quantity.value == (listed.len() as i128).into() {
        return None;
    }
    let at: Span = place.to_source(read.prose, quantity.phrase());
    let why = format!("the list has {} names", listed.len());
    Some(Check { kind: CheckKind::List, at, with: first.span.cover(last.span), why })
}
