//! What two sentences share: which landmarks of the one are the same as which of the other.

use std::cmp::Ordering;

use super::{
    super::{Story, Told},
    entity,
    pair::{Pair, pair},
};
use crate::{
    compare::EntityId,
    facts::{Landmark, Outline},
    language::{Relation, Slack},
};

/// What two sentences share, each landmark with the one on the other side that tells most of it.
pub fn shared<'a>(story: &Story, a: Told, b: Told, x: &'a Outline, y: &'a Outline) -> Vec<Pair<'a>> {
    let alike = alike(story, (a, x), (b, y));
    let (mut taken, mut pairs) = (vec![false; y.anchors.len()], Vec::new());
    for row in alike.chunk_by(|p, q| p.0 == q.0) {
        let one = &x.anchors[row[0].0 as usize];
        let free = row.iter().map(|(_, other)| *other as usize).filter(|&other| !taken[other]);
        let Some((at, found)) = free.map(|at| (at, pair(one, &y.anchors[at]))).max_by_key(|(_, pair)| pair.weight)
        else {
            continue;
        };
        taken[at] = true;
        pairs.push(found);
    }
    pairs
}

/// Which landmarks of two sentences are the same, by their numbers, in order.
fn alike(story: &Story, (a, x): (Told, &Outline), (b, y): (Told, &Outline)) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    // Words share a meaning.
    let (mut mine, mut theirs) = (&x.senses[..], &y.senses[..]);
    while let (Some((p, _)), Some((q, _))) = (mine.first(), theirs.first()) {
        match p.cmp(q) {
            Ordering::Less => mine = &mine[1..],
            Ordering::Greater => theirs = &theirs[1..],
            Ordering::Equal => {
                let run = |senses: &[(u64, u32)]| senses.iter().take_while(|(sense, _)| sense == p).count();
                let (ours, others) = (run(mine), run(theirs));
                found
                    .extend(mine[..ours].iter().flat_map(|(_, i)| theirs[..others].iter().map(move |(_, j)| (*i, *j))));
                (mine, theirs) = (&mine[ours..], &theirs[others..]);
            }
        }
    }
    // All else is compared one by one: there is little of it.
    let marks = |told: Told, outline: &Outline| -> Vec<(u32, Option<EntityId>)> {
        let anchors = outline.anchors.iter().zip(0..);
        let others = anchors.filter(|(anchor, _)| !matches!(anchor.what, Landmark::Word(_)));
        others
            .map(|(anchor, number)| match anchor.what {
                Landmark::Party(party) => (number, entity(story, told, party)),
                _ => (number, None),
            })
            .collect()
    };
    let others = marks(b, y);
    for (i, known) in marks(a, x) {
        let same = |(j, other): &&(u32, Option<EntityId>)| {
            is_same(&x.anchors[i as usize].what, known, &y.anchors[*j as usize].what, *other)
        };
        found.extend(others.iter().filter(same).map(|(j, _)| (i, *j)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether two landmarks that are no words are the same; of people it is told who they are.
fn is_same(x: &Landmark, known: Option<EntityId>, y: &Landmark, other: Option<EntityId>) -> bool {
    match (x, y) {
        (Landmark::Party(_), Landmark::Party(_)) => known.is_some() && known == other,
        (Landmark::Number { quantity: p, .. }, Landmark::Number { quantity: q, .. }) => {
            matches!(p.relation_to(q), Relation::Same | Relation::Compatible(Slack::Approximation | Slack::Conversion))
        }
        (Landmark::Time(t), Landmark::Time(u)) => matches!(t.relation_to(u), Relation::Same | Relation::Compatible(_)),
        _ => false,
    }
}
