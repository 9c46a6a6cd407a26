//! `initiator` of a meeting: in one article the first wants to see the second, in the other the second the first.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        gate::{entities, name, times_clash},
        occasion::shared,
    },
    facts::{Content, Part},
};

/// How much two sentences must share for one meeting, in tenths of what a word tells that is rare everywhere: who they are says most.
const ONE_MEETING: u32 = 6;

/// Compares who wanted to see whom.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Summons(x), Content::Summons(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let who = |t: Told| {
        entities(story, t, &Part::Agent).into_iter().next().zip(entities(story, t, &Part::Patient).into_iter().next())
    };
    let ((one, other), (first, second)) = who(a).zip(who(b))?;
    if times_clash(a.claim, b.claim) {
        return None;
    }
    if (one, other) == (first, second) {
        return Some(Finding::Agree);
    }
    if (one, other) != (second, first)
        || is_both_ways(story, a)
        || is_both_ways(story, b)
        || shared(story, x, y, &[one, other]) < ONE_MEETING
    {
        return None;
    }
    let told = |by, whom| format!("{} wants to see {}", name(story, by), name(story, whom));
    let why = vec![format!("in one {}, in the other {}", told(one, other), told(first, second))];
    Some(Finding::Differ { kind: DifferenceKind::Initiator, level: Level::Differs, denies: None, why })
}

/// Whether the article tells that each of the two wanted to see the other.
fn is_both_ways(story: &Story, told: Told) -> bool {
    let who = |t: Told, part| entities(story, t, &part);
    let (by, whom) = (who(told, Part::Agent), who(told, Part::Patient));
    told.article_claims(story).iter().filter(|claim| matches!(claim.content, Content::Summons(_))).any(|claim| {
        let other = Told { claim, ..told };
        who(other, Part::Agent) == whom && who(other, Part::Patient) == by
    })
}
