//! Deciding about differences: let it stand, checked, still open; and going to the other passage.

use super::{Action, ActionKind, Deed, Spot, can_be_noted};
use crate::{
    annotation::Decision,
    compare::{Difference, Opinion, Side, Standing},
    features::{expired, judged_differences_of},
    text::Span,
    workspace::{Article, Snapshot, StoryDoc},
};

/// The decisions in the order of the menu, and their titles.
const TITLES: &[(Decision, &str)] = &[
    (Decision::Stet, "Let it stand (stet)"),
    (Decision::Checked, "Mark as checked"),
    (Decision::Open, "Leave open, with a reason"),
];

/// What can be decided about the differences and the ended verdicts at `at`.
pub fn actions(snapshot: &Snapshot, article: &Article, at: Span) -> Vec<Action> {
    let Some(key) = snapshot.story_key(article.id) else { return Vec::new() };
    let mut found = Vec::new();
    for (difference, opinion) in judged_differences_of(snapshot, article.id) {
        let Some((here, there)) = difference.seen_from(article.id) else { continue };
        if touches(here.at.span, at) {
            found.extend(about(snapshot, article, &difference, opinion, here, there));
        }
    }
    for number in expired(snapshot, key) {
        let judgement = snapshot.judgement(key).unwrap_or_default();
        let places = || judgement.verdicts[number].sides.iter().filter_map(|side| side.place());
        let all = places().count() == judgement.verdicts[number].sides.len();
        let here = places().find(|side| side.article == article.id && touches(side.span, at));
        let Some(here) = here.filter(|_| all) else { continue };
        let renewing = TITLES.iter().map(|(decision, title)| Action {
            title: format!("{title}, as it reads now"),
            kind: ActionKind::QuickFix,
            preferred: false,
            deed: renew(key, number, *decision),
            answers: Some(("needs-another-look", here.span)),
        });
        // What is decided about the difference there is decided by renewing the verdict.
        found.retain(|action: &Action| !matches!(action.deed, Deed::Decide { .. }));
        found.extend(renewing);
    }
    found
}

/// In a story file: saying of a verdict that ended, or that does not say on which words it is, that it is on the passages
/// as they read now.
pub fn in_story(snapshot: &Snapshot, doc: &StoryDoc, at: Span) -> Vec<Action> {
    let judgement = snapshot.judgement(&doc.story).unwrap_or_default();
    let mut found = Vec::new();
    for (number, (judged, verdict)) in judgement.verdicts.iter().zip(&doc.file.verdicts).enumerate() {
        let (span, decision) = (verdict.decision.span, verdict.decision.value);
        let code = match judged.standing {
            Standing::Holds | Standing::Lost => continue,
            Standing::Unseen => "unseen",
            Standing::Changed => "needs-another-look",
        };
        if touches(span, at) {
            found.push(Action {
                title: "Keep this verdict for the passages as they read now".to_owned(),
                kind: ActionKind::QuickFix,
                preferred: code == "unseen",
                deed: renew(&doc.story, number, decision),
                answers: Some((code, span)),
            });
        }
    }
    found
}

fn about(
    snapshot: &Snapshot,
    article: &Article,
    difference: &Difference,
    opinion: Option<Opinion>,
    here: &Side,
    there: &Side,
) -> Vec<Action> {
    let other = snapshot.article(there.at.article);
    let Some(other) = other else { return Vec::new() };
    let answers = Some((difference.kind.code(), here.at.span));
    let spot = |side: &Side| snapshot.article(side.at.article).map(|article| Spot::new(article, side.at.span));
    let (Some(left), Some(right)) = (spot(&difference.left), spot(&difference.right)) else { return Vec::new() };
    let kind = ActionKind::QuickFix;
    let mut found = vec![Action {
        title: format!("Open the other passage ({})", other.name),
        kind,
        preferred: true,
        deed: Deed::Open { at: Spot::new(other, there.at.span) },
        answers,
    }];
    let known = match opinion {
        Some(Opinion::Decided(decision, number)) => Some((decision, number)),
        _ => None,
    };
    for (decision, title) in TITLES.iter().filter(|_| can_be_noted(article)) {
        let title = match known {
            Some((known, _)) if known == *decision => continue,
            _ => (*title).to_owned(),
        };
        let deed = match (known, snapshot.story_key(article.id)) {
            (Some((_, verdict)), Some(story)) => renew(story, verdict, *decision),
            _ => {
                let (kind, decision) = (difference.kind.code().to_owned(), decision.key().to_owned());
                Deed::Decide { left: left.clone(), right: right.clone(), kind, decision, reason: None }
            }
        };
        found.push(Action { title, kind, preferred: false, deed, answers });
    }
    found
}

fn renew(story: &str, verdict: usize, decision: Decision) -> Deed {
    Deed::Renew { story: story.to_owned(), verdict, decision: decision.key().to_owned(), reason: None }
}

/// Whether a cursor or a selection is on a span.
pub fn touches(span: Span, at: Span) -> bool {
    span.overlaps(at) || span.touches(at.start as usize) || at.contains(span)
}
