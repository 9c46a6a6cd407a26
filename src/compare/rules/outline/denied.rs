//! Denials of what the other article reports: "Ann Lee took the money" and "Lee denied taking any money", in whatever words.

use super::{
    Denier, Finding, Likeness, Pair, Story, Told, clash, entity,
    opposed::{named, word},
    weigh,
};
use crate::{
    compare::{DifferenceKind, EntityId, gate::entities, member::denies, set_apart::are_set_apart},
    facts::{Anchor, Mood, Outline, Part},
    text::Span,
};

/// Compares a sentence that tells of a denial with one that tells what may be denied.
pub fn compare(story: &Story, a: Told, b: Told, of: (&Outline, &Outline), shared: &[Pair]) -> Option<Finding> {
    let (weight, marks) = weigh(shared);
    if weight < REPORT || marks < 2 {
        return None;
    }
    let denier = report_denied(story, a, b, shared).filter(|_| !clash(of.0, of.1) && !are_set_apart(story, a, b))?;
    let all = |side: fn(&Pair) -> Span| shared.iter().map(side).reduce(Span::cover);
    let why = vec![format!("both tell of {}", named(shared)), "somebody in one denies what the other reports".into()];
    Some(Finding::Opposed {
        first: all(|p| p.one.at)?,
        second: all(|p| p.other.at)?,
        likeness: Likeness { weight, enough: false, opposed: true },
        kind: DifferenceKind::Denial,
        denies: Some(denier),
        why,
    })
}

/// How much of a report must be told elsewhere for it to be the report that is denied, in tenths.
pub const REPORT: u32 = 28;

/// Which of two sentences denies what the other reports: most of what they share stands in the denial, and the same did
/// it.
fn report_denied(story: &Story, a: Told, b: Told, shared: &[Pair]) -> Option<Denier> {
    let plain = |anchor: &Anchor| !anchor.denied && anchor.negated != Some(true) && anchor.mood != Mood::Possible;
    let sum = |of: &dyn Fn(&Pair) -> bool| -> (u32, usize) {
        let words: Vec<u32> = shared.iter().filter(|p| word(p.one).is_some() && of(p)).map(|p| p.weight).collect();
        (words.iter().sum(), words.len())
    };
    let (first, second) = (sum(&|p| p.one.denied && plain(p.other)), sum(&|p| plain(p.one) && p.other.denied));
    let (rest, _) = sum(&|p| p.one.denied == p.other.denied);
    let (denier, (weight, words)) = if first.0 >= second.0 { (Denier::First, first) } else { (Denier::Second, second) };
    let by = |told: Told, anchor: &Anchor| entity(story, told, anchor.agent?);
    let flipped = shared.iter().filter(|p| p.one.denied != p.other.denied);
    let who = flipped.into_iter().find_map(|p| by(a, p.one).filter(|who| by(b, p.other) == Some(*who)))?;
    // Who reports the denial too tells nothing else.
    let other = if denier == Denier::First { b } else { a };
    (weight >= REPORT && words > 1 && weight > rest && !tells_denial(story, other, who)).then_some(denier)
}

/// Whether an article tells that somebody denies something.
fn tells_denial(story: &Story, told: Told, who: EntityId) -> bool {
    let claims = told.article_claims(story);
    let by = |claim| entities(story, Told { article: told.article, claim }, &Part::Agent);
    claims.iter().any(|claim| denies(claim) && by(claim).contains(&who))
}
