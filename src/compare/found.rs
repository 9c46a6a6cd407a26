//! What comparing a story's claims found, as differences and agreements.

use std::collections::HashMap;

use smol_str::SmolStr;

use super::{
    ArticleId, Story,
    difference::{Agreement, Difference, Level, Passage, Side},
    index::ClaimRef,
    rules::{Denier, Finding},
};
use crate::{facts::Content, text::Span};

impl Story {
    /// All differences, by place.
    ///
    /// A claim that the other article confirms somewhere is not held against another passage of that article: the
    /// other passage is about something else. What a named party denies stands denied all the same.
    pub fn differences(&self) -> Vec<Difference> {
        self.differences_among(self.claims.findings())
    }

    /// The differences that touch an article, by place.
    pub fn differences_of(&self, article: ArticleId) -> Vec<Difference> {
        self.differences_among(self.claims.findings_of(article))
    }

    fn differences_among<'f>(&self, found: impl Iterator<Item = (ClaimRef, ClaimRef, &'f Finding)>) -> Vec<Difference> {
        let confirmed = |a: ClaimRef, b: ClaimRef| self.claims.is_confirmed(a, b.article);
        let stands = |a: ClaimRef, b: ClaimRef, finding: &Finding| match finding {
            Finding::Agree | Finding::Alike { .. } => false,
            Finding::Opposed { likeness, .. } => self.claims.are_most_alike(a, b, likeness.weight),
            Finding::Differ { denies: Some(_), .. } => true,
            Finding::Differ { .. } => !confirmed(a, b) && !confirmed(b, a),
        };
        let content = |claim: &ClaimRef| self.told(*claim).map(|told| &told.claim.content);
        let is_whole = |claim: &ClaimRef| matches!(content(claim), Some(Content::Gist(_) | Content::Rebuttal(_)));
        // How narrowly it is told what two sentences differ on: on claims, on whole sentences, on whether they were in touch.
        let width = |(a, b, finding): &(ClaimRef, ClaimRef, &Finding)| match content(a) {
            Some(Content::Contact(_)) => 2,
            _ => usize::from(matches!(finding, Finding::Opposed { .. }) || is_whole(a) && is_whole(b)),
        };
        let all: Vec<_> = found.filter(|(a, b, finding)| stands(*a, *b, finding)).collect();
        // What two claims in two sentences differ on is told once: the narrowest that is.
        let mut found: Vec<Difference> = Vec::new();
        for wide in 0..=2 {
            let told = all.iter().filter(|found| width(found) == wide);
            let told = told.filter_map(|(a, b, finding)| self.difference(*a, *b, finding));
            let untold: Vec<_> = told.filter(|w| wide == 0 || !found.iter().any(|d| shares_passage(d, w))).collect();
            found.extend(untold);
        }
        found.sort_by(|x, y| {
            self.order(&x.left, &x.right).cmp(&self.order(&y.left, &y.right)).then(x.kind.cmp(&y.kind))
        });
        found.dedup_by(|x, y| (x.left.at, x.right.at, x.kind) == (y.left.at, y.right.at, y.kind));
        found
    }

    fn order(&self, left: &Side, right: &Side) -> (SmolStr, Span, SmolStr, Span) {
        let name = |side: &Side| self.account(side.at.article).map(|a| a.name.clone()).unwrap_or_default();
        (name(left), left.at.span, name(right), right.at.span)
    }

    /// The article of `a` sorts first.
    fn difference(&self, a: ClaimRef, b: ClaimRef, finding: &Finding) -> Option<Difference> {
        match finding {
            Finding::Differ { kind, level, denies, why } => {
                let left = self.side(a, None, *denies == Some(Denier::First))?;
                let right = self.side(b, None, *denies == Some(Denier::Second))?;
                Some(Difference { kind: *kind, level: *level, left, right, why: why.clone() })
            }
            Finding::Opposed { first, second, kind, denies, why, .. } => {
                let left = self.side(a, Some(*first), *denies == Some(Denier::First))?;
                let right = self.side(b, Some(*second), *denies == Some(Denier::Second))?;
                Some(Difference { kind: *kind, level: Level::Differs, left, right, why: why.clone() })
            }
            Finding::Agree | Finding::Alike { .. } => None,
        }
    }

    /// One side of a difference: a claim, or the bytes `within` it.
    fn side(&self, reference: ClaimRef, within: Option<Span>, denies: bool) -> Option<Side> {
        let account = self.account(reference.article)?;
        let told = self.told(reference)?;
        let claim = told.claim;
        let span = within.map_or(claim.span, |within| within.shift(claim.span.start as usize));
        let inside = told.sentence_claims(self).iter().filter(|c| c.span.contains(span));
        let by = claim.attribution.as_ref().or_else(|| inside.min_by_key(|c| c.span.len())?.attribution.as_ref());
        let attribution = by.map(|who| {
            let chain = who.chain.map(|chain| &account.facts.chains[chain.0 as usize]);
            let named = chain.filter(|c| !c.identity.described).map(|c| c.name.clone());
            named.unwrap_or_else(|| who.span.of(&account.text).split_whitespace().collect::<Vec<_>>().join(" ").into())
        });
        Some(Side { at: Passage { article: reference.article, span }, attribution, denies })
    }

    /// All agreements, by place.
    pub fn agreements(&self) -> Vec<Agreement> {
        self.agreements_among(self.claims.findings())
    }

    /// The agreements that touch an article, by place.
    pub fn agreements_of(&self, article: ArticleId) -> Vec<Agreement> {
        self.agreements_among(self.claims.findings_of(article))
    }

    fn agreements_among<'f>(
        &self,
        found: impl Iterator<Item = (ClaimRef, ClaimRef, &'f Finding)> + Clone,
    ) -> Vec<Agreement> {
        let passage = |r: ClaimRef, within: Option<Span>| {
            let span = self.told(r)?.claim.span;
            Some(Passage { article: r.article, span: within.map_or(span, |within| within.shift(span.start as usize)) })
        };
        // What two passages tell differently they do not agree on, whatever words they share; what two claims in them agree
        // on need not be told again.
        let compared = found.clone().filter(|(.., finding)| !matches!(finding, Finding::Alike { .. }));
        let mut between: HashMap<(ArticleId, ArticleId), Vec<(Span, Span)>> = HashMap::new();
        for (a, b, _) in compared {
            if let (Some(a), Some(b)) = (passage(a, None), passage(b, None)) {
                between.entry((a.article, b.article)).or_default().push((a.span, b.span));
            }
        }
        let is_compared = |a: &Passage, b: &Passage| {
            let claims = between.get(&(a.article, b.article));
            claims.into_iter().flatten().any(|(x, y)| is_mostly(a.span, *x) && is_mostly(b.span, *y))
        };
        let agreement = |(a, b, finding): (ClaimRef, ClaimRef, &Finding)| {
            let (left, right) = match finding {
                Finding::Agree => (passage(a, None)?, passage(b, None)?),
                Finding::Alike { first, second, likeness } => {
                    if likeness.opposed || !likeness.enough && !self.claims.are_most_alike(a, b, likeness.weight) {
                        return None;
                    }
                    let (left, right) = (passage(a, Some(*first))?, passage(b, Some(*second))?);
                    (!is_compared(&left, &right)).then_some((left, right))?
                }
                Finding::Differ { .. } | Finding::Opposed { .. } => return None,
            };
            Some(Agreement { left, right })
        };
        let name = |p: &Passage| self.account(p.article).map(|a| a.name.clone());
        let mut found: Vec<Agreement> = found.filter_map(agreement).collect();
        found.sort_by_key(|a| (name(&a.left), a.left.span, name(&a.right), a.right.span));
        found.dedup();
        found
    }
}

/// Whether two differences are between the same articles and mark the same words in one of them.
fn shares_passage(x: &Difference, y: &Difference) -> bool {
    let sides = [(x.left.at, y.left.at), (x.right.at, y.right.at)];
    let overlap = |(p, q): &(Passage, Passage)| p.span.overlaps(q.span);
    sides.iter().all(|(p, q)| p.article == q.article) && sides.iter().any(overlap)
}

/// Whether a claim takes up most of a passage, or the other way round.
fn is_mostly(passage: Span, claim: Span) -> bool {
    let shared = passage.end.min(claim.end).saturating_sub(passage.start.max(claim.start)) as usize;
    shared * 2 > passage.len().min(claim.len())
}
