//! What people decided about differences, and whether it still holds: a verdict is on words, and ends with them.

use std::collections::HashMap;

use super::{Account, Difference, Passage, Story};
use crate::{
    annotation::{Decision, Reference, RelationKind, StoryFile, VerdictEntry},
    text::Span,
};

/// Where something that the story file is on stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Located {
    /// The words stand there.
    Here(Passage),
    /// Other words stand in their place.
    Changed(Passage),
    /// Nobody knows.
    Nowhere,
}

impl Located {
    /// The place, changed or not.
    pub fn place(self) -> Option<Passage> {
        match self {
            Located::Here(at) | Located::Changed(at) => Some(at),
            Located::Nowhere => None,
        }
    }
}

/// Whether a verdict is still on what it was on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The passages are as they were.
    Holds,
    /// The verdict does not say what the passages were; their words are there.
    Unseen,
    /// A passage was changed: somebody has to look again.
    Changed,
    /// A passage is gone.
    Lost,
}

/// A verdict and where the passages are that it is on, in its own order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    pub sides: Vec<Located>,
    pub standing: Standing,
}

/// What the story file's verdicts and relations mean for the articles as they are, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    pub verdicts: Vec<Judged>,
    pub relations: Vec<Vec<Located>>,
}

/// What people say about a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opinion {
    /// A verdict in force, by its number.
    Decided(Decision, usize),
    /// A verdict whose passages were changed since.
    Expired(usize),
    /// A relation says that one claim supports the other.
    Supported,
}

impl Opinion {
    /// Whether the difference is settled: nothing is left to do about it.
    pub fn settles(self) -> bool {
        matches!(self, Opinion::Decided(Decision::Stet | Decision::Checked, _) | Opinion::Supported)
    }
}

/// Judges a story file; `locate` tells where a reference stands.
pub fn judge(story: &Story, file: &StoryFile, locate: &dyn Fn(&Reference) -> Located) -> Judgement {
    let verdicts = file.verdicts.iter().map(|verdict| {
        let sides: Vec<Located> = verdict.on.iter().map(locate).collect();
        let standing = standing(story, verdict, &sides);
        Judged { sides, standing }
    });
    let relations = file.relations.iter().map(|relation| relation.on.iter().map(locate).collect());
    Judgement { verdicts: verdicts.collect(), relations: relations.collect() }
}

fn standing(story: &Story, verdict: &VerdictEntry, sides: &[Located]) -> Standing {
    let places: Option<Vec<Passage>> = sides.iter().map(|side| side.place()).collect();
    let Some(places) = places else { return Standing::Lost };
    if sides.iter().any(|side| matches!(side, Located::Changed(_))) {
        return Standing::Changed;
    }
    match &verdict.seen {
        None => Standing::Unseen,
        Some(seen) => {
            let now = fingerprint(story, &places);
            let same = seen.value.len() >= SHORTEST_SEEN && now.starts_with(&seen.value.to_ascii_lowercase());
            if same { Standing::Holds } else { Standing::Changed }
        }
    }
}

/// A fingerprint of fewer digits proves nothing.
const SHORTEST_SEEN: usize = 8;

/// What a verdict keeps as `seen`: 16 hexadecimal digits that stand for the sentences of the passages, in their order.
pub fn fingerprint(story: &Story, places: &[Passage]) -> String {
    let step = |hash: u64, number: u64| {
        number.to_le_bytes().iter().fold(hash, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
    };
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for at in places {
        let account = story.account(at.article);
        let sentences = account.into_iter().flat_map(|account| sentences(account, at.span));
        hash = sentences.fold(step(hash, 0), |hash, sentence| step(hash, sentence.fingerprint));
    }
    format!("{hash:016x}")
}

/// The sentences that words stand in, as a reader reads them: what a verdict keeps as `was`.
pub fn wording(story: &Story, at: Passage) -> String {
    let account = story.account(at.article);
    let sentences = account.into_iter().flat_map(|account| sentences(account, at.span));
    let texts: Vec<&str> = sentences.flat_map(|sentence| sentence.sentence.text.split_whitespace()).collect();
    texts.join(" ")
}

fn sentences(account: &Account, span: Span) -> impl Iterator<Item = &crate::facts::PlacedSentence> {
    let all = &account.facts.sentences;
    let first = all.partition_point(|sentence| sentence.span.end <= span.start);
    all[first..].iter().take_while(move |sentence| sentence.span.start < span.end)
}

impl Judgement {
    /// What people say about a difference; of several verdicts in force the last one in the file.
    pub fn opinion(&self, file: &StoryFile, difference: &Difference) -> Option<Opinion> {
        let about = |judged: &Judged, verdict: &VerdictEntry| {
            let kind = verdict.kind.as_ref().is_none_or(|kind| kind.value == difference.kind.code());
            kind && are_on(&judged.sides, difference)
        };
        let mut expired = None;
        for (number, (judged, verdict)) in self.verdicts.iter().zip(&file.verdicts).enumerate().rev() {
            if !about(judged, verdict) {
                continue;
            }
            match judged.standing {
                Standing::Holds | Standing::Unseen => return Some(Opinion::Decided(verdict.decision.value, number)),
                Standing::Changed | Standing::Lost => expired = expired.or(Some(Opinion::Expired(number))),
            }
        }
        let supports = |(sides, relation): (&Vec<Located>, &crate::annotation::RelationEntry)| {
            relation.kind.value == RelationKind::Supports && are_on(sides, difference)
        };
        let supported = self.relations.iter().zip(&file.relations).any(supports);
        expired.or(supported.then_some(Opinion::Supported))
    }

    /// The opinions on many differences.
    pub fn opinions<'a>(&self, file: &StoryFile, all: &'a [Difference]) -> Vec<(&'a Difference, Option<Opinion>)> {
        // Most verdicts are on other articles than most differences.
        let mut on: HashMap<super::ArticleId, usize> = HashMap::new();
        let sides = self.verdicts.iter().flat_map(|v| &v.sides).chain(self.relations.iter().flatten());
        for at in sides.filter_map(|side| side.place()) {
            *on.entry(at.article).or_default() += 1;
        }
        let judged = |d: &Difference| on.contains_key(&d.left.at.article) && on.contains_key(&d.right.at.article);
        all.iter().map(|d| (d, if judged(d) { self.opinion(file, d) } else { None })).collect()
    }
}

/// Whether two places are the two sides of a difference.
pub fn are_on(sides: &[Located], difference: &Difference) -> bool {
    let [a, b] = sides else { return false };
    let (left, right) = (difference.left.at, difference.right.at);
    covers(*a, left) && covers(*b, right) || covers(*a, right) && covers(*b, left)
}

/// Whether what somebody quoted is what is marked: one lies in the other.
fn covers(side: Located, marked: Passage) -> bool {
    match side {
        Located::Here(at) => {
            at.article == marked.article && (at.span.contains(marked.span) || marked.span.contains(at.span))
        }
        Located::Changed(at) => at.article == marked.article && at.span.overlaps(marked.span),
        Located::Nowhere => false,
    }
}
