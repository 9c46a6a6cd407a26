//! Where marks of punctuation belong in a tree.
//!
//! The parser sees words only: treebanks attach marks by rule, after the guidelines of Universal Dependencies. A mark
//! belongs to the unit that it sets off, the highest word on its left or right that depends on something beyond it; a pair
//! of quotation marks or brackets to the head of what stands in it. No arc crosses another for that.

use std::ops::Range;

use super::{
    parser::Arc,
    tagger::Tag,
    tagset::{Relation, Upos, Xpos},
};

/// How many steps up the tree are taken from a mark: more are rare, and a text without full stops stays linear.
const CLIMB: usize = 64;

/// How many words a pair of marks may hold to be looked at as one.
const WITHIN: usize = 128;

/// Whether it is a mark that the parser leaves out.
pub fn is_mark(tag: Tag) -> bool {
    tag.upos == Upos::Punct
}

/// The bit of commas among [`kind`]s.
pub const COMMA: u64 = 1;

/// Which of a few kinds of mark it is.
pub fn kind(tag: Tag) -> u8 {
    match tag.xpos {
        Xpos::Comma => 0,
        Xpos::Colon => 1,
        Xpos::Period => 2,
        Xpos::OpenQuote | Xpos::Lrb => 3,
        Xpos::CloseQuote | Xpos::Rrb => 4,
        Xpos::Hyph => 5,
        _ => 6,
    }
}

/// Attaches the marks. The words' `arcs` must form a tree of their own.
pub fn attach(tags: &[Tag], arcs: &mut [Arc]) {
    if tags.iter().all(|&tag| is_mark(tag)) {
        // Something has to be the root.
        for (i, arc) in arcs.iter_mut().enumerate() {
            *arc = if i == 0 { (None, Relation::Root) } else { (Some(0), Relation::Punct) };
        }
        return;
    }
    let after = next_words(tags);
    let pairs = pairs(tags, arcs, &after);
    let mut left = None;
    // The pairs around a place, the innermost last: what stands in a pair belongs to something in it.
    let mut around: Vec<Range<usize>> = Vec::new();
    for i in 0..tags.len() {
        if !is_mark(tags[i]) {
            left = Some(i);
            continue;
        }
        if around.last().is_some_and(|pair| pair.end == i) {
            around.pop();
        }
        let head = match &pairs[i] {
            Some(pair) => pair.head,
            None => {
                let bounds = around.last().map_or(0..tags.len(), |pair| pair.start + 1..pair.end);
                let inside = |&word: &usize| bounds.contains(&word);
                set_off(arcs, i, &bounds, left.filter(inside), after[i].filter(inside))
            }
        };
        if let Some(pair) = pairs[i].as_ref().filter(|pair| pair.partner > i) {
            around.push(i..pair.partner);
        }
        arcs[i] = (Some(head as u32), Relation::Punct);
    }
}

/// The head of the unit that the mark sets off, given the nearest words, of which there is at least one. Only words within `bounds`
/// count.
fn set_off(arcs: &[Arc], mark: usize, bounds: &Range<usize>, left: Option<usize>, right: Option<usize>) -> usize {
    let head = |i: usize| arcs[i].0.map(|h| h as usize).filter(|h| bounds.contains(h));
    let before = |bar: Option<usize>| left.map(|l| climb(l, |i| head(i).filter(|&h| h < mark && bar != Some(i))));
    let after = |bar: Option<usize>| right.map(|r| climb(r, |i| head(i).filter(|&h| h > mark && bar != Some(i))));
    // An arc across the mark ends the way up from the other side: no other may cross it.
    let across = |top: Option<usize>| top.and_then(head);
    let (before, after) = (before(across(after(None))), after(across(before(None))));
    match (before, after) {
        (Some(before), Some(after)) => {
            let ends_before = head(before).is_some_and(|h| h > mark);
            let begins_after = head(after).is_some_and(|h| h < mark);
            if begins_after && !ends_before { after } else { before }
        }
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => mark,
    }
}

fn climb(from: usize, up: impl Fn(usize) -> Option<usize>) -> usize {
    let path = std::iter::successors(Some(from), |&i| up(i)).take(CLIMB);
    path.last().unwrap_or(from)
}

/// One of two marks that belong together.
struct Paired {
    partner: usize,
    /// The word between them on which all the others there depend.
    head: usize,
}

/// The marks that belong together and have one head between them.
fn pairs(tags: &[Tag], arcs: &[Arc], after: &[Option<usize>]) -> Vec<Option<Paired>> {
    let mut pairs: Vec<Option<Paired>> = tags.iter().map(|_| None).collect();
    let mut open = Vec::new();
    for (i, tag) in tags.iter().enumerate().filter(|(_, tag)| is_mark(**tag)) {
        match tag.xpos {
            Xpos::OpenQuote | Xpos::Lrb => open.push(i),
            Xpos::CloseQuote | Xpos::Rrb => {
                let Some(partner) = open.pop() else { continue };
                let before = (partner.saturating_sub(WITHIN)..partner).rev().find(|&j| !is_mark(tags[j]));
                let around = [before, after[i]];
                if let Some(head) =
                    head_within(tags, arcs, partner + 1..i).filter(|&h| holds(arcs, partner..i, h, around))
                {
                    pairs[i] = Some(Paired { partner, head });
                    pairs[partner] = Some(Paired { partner: i, head });
                }
            }
            _ => {}
        }
    }
    pairs
}

/// The word among `inside` on which all the others there depend, if there is one.
fn head_within(tags: &[Tag], arcs: &[Arc], inside: Range<usize>) -> Option<usize> {
    if inside.len() > WITHIN {
        return None;
    }
    let outermost = |&i: &usize| !is_mark(tags[i]) && !arcs[i].0.is_some_and(|h| inside.contains(&(h as usize)));
    let mut heads = inside.clone().filter(outermost);
    heads.next().filter(|_| heads.next().is_none())
}

/// Whether the words around the pair, of which the nearest on either side are given, depend on no other word in it than its head.
fn holds(arcs: &[Arc], pair: Range<usize>, head: usize, around: [Option<usize>; 2]) -> bool {
    let above = |i: usize| arcs[i].0.map(|h| h as usize);
    let outside = |i: &usize| *i < pair.start || *i > pair.end;
    around.into_iter().flatten().all(|word| {
        let top = climb(word, |i| above(i).filter(outside));
        above(top).is_none_or(|h| h == head || outside(&h))
    })
}

/// For each place the next word after it.
fn next_words(tags: &[Tag]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut after = vec![None; tags.len()];
    for i in (0..tags.len()).rev() {
        after[i] = next;
        if !is_mark(tags[i]) {
            next = Some(i);
        }
    }
    after
}
