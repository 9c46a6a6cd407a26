//! What does not fit together within one article: its own checks, and its headline against its text.

use super::{
    ArticleId, Difference, DifferenceKind, Level, Passage, Side, Story,
    rules::{Finding, compare},
    told::Told,
};
use crate::{
    facts::{Claim, Content, Facts},
    text::Span,
};

impl Story {
    /// What does not fit together in one article, by place: needs no other account. Both sides stand in the article; the left
    /// one is what is marked.
    pub fn differences_within(&self, article: ArticleId) -> Vec<Difference> {
        let Some(account) = self.account(article) else { return Vec::new() };
        let side = |span: Span| Side { at: Passage { article, span }, attribution: None, denies: false };
        let checks = account.facts.checks.iter().map(|check| Difference {
            kind: DifferenceKind::Within(check.kind),
            level: Level::Differs,
            left: side(check.at),
            right: side(check.with),
            why: vec![check.why.clone()],
        });
        let headline = self.headline(article, &account.facts).into_iter().map(|(above, below, why)| Difference {
            kind: DifferenceKind::Headline,
            level: Level::Differs,
            left: side(above),
            right: side(below),
            why,
        });
        let mut found: Vec<Difference> = headline.chain(checks).collect();
        found.sort_by_key(|difference| (difference.left.at.span, difference.right.at.span, difference.kind));
        found
    }

    /// The claims of the headline that the text has otherwise and nowhere so: as if it were another account.
    fn headline(&self, article: ArticleId, facts: &Facts) -> Vec<(Span, Span, Vec<String>)> {
        let first_of_body = facts.sentences.partition_point(|sentence| sentence.heading);
        let body_begins = facts.claims.partition_point(|claim| (claim.sentence as usize) < first_of_body);
        let (headline, body) = facts.claims.split_at(body_begins);
        // A headline is too short to be recognised by what else it tells.
        let told = |claim: &Claim| {
            !facts.sentences[claim.sentence as usize].heading && !matches!(claim.content, Content::Slot(_))
        };
        let mut found = Vec::new();
        for above in headline {
            let mut differs: Option<(Span, Span, Vec<String>)> = None;
            let mut confirmed = false;
            for below in body.iter().filter(|claim| told(claim)) {
                match compare(self, Told { article, claim: above }, Told { article, claim: below }) {
                    Some(Finding::Agree) => confirmed = true,
                    Some(Finding::Differ { level: Level::Differs, kind, denies: None, why })
                        if differs.is_none() && (is_measured(kind) || is_own(above, facts) && is_own(below, facts)) =>
                    {
                        differs = Some((above.span, below.span, why));
                    }
                    _ => {}
                }
            }
            found.extend(differs.filter(|_| !confirmed));
        }
        found
    }
}

/// Whether a kind of difference is about a number or a time: those do not depend on who gives them.
fn is_measured(kind: DifferenceKind) -> bool {
    matches!(kind, DifferenceKind::Quantity | DifferenceKind::Time | DifferenceKind::Identity)
}

/// Whether the article itself says so: what somebody says, denies or wants is not what the headline or the text tells.
fn is_own(claim: &Claim, facts: &Facts) -> bool {
    let first = facts.claims.partition_point(|other| other.sentence < claim.sentence);
    let mut beside = facts.claims[first..].iter().take_while(|other| other.sentence == claim.sentence);
    let governed = |other: &Claim| other.event.complement.as_ref() == Some(&claim.event.predicate);
    claim.attribution.is_none() && !beside.any(governed)
}
