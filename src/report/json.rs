//! A story as JSON. Offsets are Unicode code points of the file's text, as in the W3C TextPositionSelector; ends are exclusive.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    compare::{self, ArticleId, ChainRef, EntityId, Level, Opinion, Passage, Story},
    facts::{EntityKind, Facts, MentionId, MentionKind, QuotationKind},
    features::judged_differences,
    text::{Encoding, Span, Text},
    workspace::Snapshot,
};

/// Everything known about a story.
#[derive(Debug, Serialize)]
pub struct Export {
    /// The folder, where a call exports several stories.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    articles: Vec<ArticleOut>,
    entities: Vec<EntityOut>,
    differences: Vec<DifferenceOut>,
    /// What does not fit together within one article.
    checks: Vec<DifferenceOut>,
    agreements: Vec<AgreementOut>,
}

/// Only what the accounts of a story differ on.
#[derive(Debug, Serialize)]
pub struct StoryDifferences {
    story: String,
    articles: Vec<String>,
    differences: Vec<DifferenceOut>,
    /// What does not fit together within one article.
    checks: Vec<DifferenceOut>,
}

#[derive(Debug, Serialize)]
struct ArticleOut {
    path: String,
    mentions: Vec<MentionOut>,
    quotes: Vec<QuoteOut>,
    dates: Vec<DateOut>,
    sentences: Vec<Range>,
}

#[derive(Debug, Serialize)]
struct MentionOut {
    #[serde(flatten)]
    at: Range,
    entity: usize,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct QuoteOut {
    #[serde(flatten)]
    at: Range,
    speaker: Option<Range>,
    entity: Option<usize>,
}

#[derive(Debug, Serialize)]
struct DateOut {
    #[serde(flatten)]
    at: Range,
    value: String,
}

#[derive(Debug, Serialize)]
struct EntityOut {
    id: usize,
    name: String,
    r#type: &'static str,
    definitions: Vec<Place>,
}

#[derive(Debug, Serialize)]
struct DifferenceOut {
    kind: &'static str,
    level: &'static str,
    left: SideOut,
    right: SideOut,
    message: String,
    why: Vec<String>,
    /// What a person decided, while the passages are as they were then.
    #[serde(skip_serializing_if = "Option::is_none")]
    verdict: Option<VerdictOut>,
}

#[derive(Debug, Serialize)]
struct VerdictOut {
    decision: &'static str,
    reason: String,
    by: Option<String>,
    /// A passage was changed since: the verdict does not hold any more.
    expired: bool,
}

#[derive(Debug, Serialize)]
struct SideOut {
    #[serde(flatten)]
    at: Place,
    line: usize,
    text: String,
    attribution: Option<String>,
}

#[derive(Debug, Serialize)]
struct AgreementOut {
    left: Place,
    right: Place,
}

#[derive(Debug, Serialize)]
struct Place {
    path: String,
    #[serde(flatten)]
    at: Range,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Range {
    start: usize,
    end: usize,
}

/// The whole of the story `key`; empty when there is no such story.
pub fn export(snapshot: &Snapshot, key: &str) -> Export {
    let story = snapshot.story(key).unwrap_or_default();
    let files = Files::new(snapshot, &story);
    let entities = story.referents();
    let numbers: HashMap<EntityId, usize> =
        entities.iter().enumerate().map(|(number, (id, _))| (*id, number)).collect();
    let number_of = |article, chain| {
        let id = story.referent_of(ChainRef { article, chain })?;
        numbers.get(&id).copied()
    };
    let (differences, checks) = files.differences(snapshot, key, &story);
    Export {
        story: None,
        articles: story
            .accounts()
            .into_iter()
            .map(|(id, account)| files.article(id, &account.facts, |chain| number_of(id, chain)))
            .collect(),
        entities: entities
            .iter()
            .enumerate()
            .map(|(id, (_, entity))| EntityOut {
                id,
                name: entity.name.to_string(),
                r#type: entity_type(entity.kind),
                definitions: entity
                    .chains
                    .iter()
                    .filter_map(|chain| introduction(&story, *chain))
                    .map(|passage| files.place(passage))
                    .collect(),
            })
            .collect(),
        differences,
        checks,
        agreements: story
            .agreements()
            .iter()
            .map(|agreement| AgreementOut { left: files.place(agreement.left), right: files.place(agreement.right) })
            .collect(),
    }
}

/// What the accounts of the story `key` differ on.
pub fn differences(snapshot: &Snapshot, key: &str) -> StoryDifferences {
    let story = snapshot.story(key).unwrap_or_default();
    let files = Files::new(snapshot, &story);
    let (differences, checks) = files.differences(snapshot, key, &story);
    StoryDifferences {
        story: key.to_owned(),
        articles: story.accounts().iter().map(|(id, _)| files.path(*id)).collect(),
        differences,
        checks,
    }
}

/// The mention that introduces a chain's entity in its article.
fn introduction(story: &Story, chain: ChainRef) -> Option<Passage> {
    let account = story.account(chain.article)?;
    let MentionId(mention) = story.chain(chain)?.introduction;
    let span = account.facts.mentions.get(mention as usize)?.span;
    Some(Passage { article: chain.article, span })
}

/// The files of a story: their paths, and where in them each code point lies.
struct Files<'a>(HashMap<ArticleId, (String, &'a Text)>);

impl<'a> Files<'a> {
    fn new(snapshot: &'a Snapshot, story: &Story) -> Files<'a> {
        let file = |id| {
            let article = super::article(snapshot, id)?;
            Some((id, (super::path(article), article.buffer())))
        };
        let ids = story.accounts().into_iter().map(|(id, _)| id);
        Files(ids.filter_map(file).collect())
    }

    fn path(&self, article: ArticleId) -> String {
        self.0[&article].0.clone()
    }

    fn range(&self, article: ArticleId, span: Span) -> Range {
        let text = self.0[&article].1;
        Range { start: text.code_point(span.start as usize), end: text.code_point(span.end as usize) }
    }

    fn place(&self, passage: Passage) -> Place {
        Place { path: self.path(passage.article), at: self.range(passage.article, passage.span) }
    }

    fn article(
        &self,
        id: ArticleId,
        facts: &Facts,
        entity: impl Fn(crate::facts::ChainId) -> Option<usize>,
    ) -> ArticleOut {
        let range = |span| self.range(id, span);
        ArticleOut {
            path: self.path(id),
            mentions: facts
                .mentions
                .iter()
                .filter_map(|mention| {
                    let (at, kind) = (range(mention.span), mention_kind(mention.kind));
                    Some(MentionOut { at, entity: entity(mention.chain)?, kind })
                })
                .collect(),
            quotes: facts
                .quotations
                .iter()
                .filter(|quotation| quotation.kind != QuotationKind::Phrase)
                .map(|quotation| QuoteOut {
                    at: range(quotation.span),
                    speaker: quotation.speaker_phrase().map(range),
                    entity: quotation.chain.and_then(&entity),
                })
                .collect(),
            dates: facts
                .dates
                .iter()
                .map(|date| DateOut { at: range(date.span), value: date.time.value.to_string() })
                .collect(),
            sentences: facts.sentences.iter().map(|s| range(s.span)).collect(),
        }
    }

    /// What articles differ on, and what does not fit together within one.
    fn differences(&self, snapshot: &Snapshot, key: &str, story: &Story) -> (Vec<DifferenceOut>, Vec<DifferenceOut>) {
        let verdict = |opinion| {
            let (number, expired) = match opinion? {
                Opinion::Decided(_, number) => (number, false),
                Opinion::Expired(number) => (number, true),
                Opinion::Supported => return None,
            };
            let verdict = snapshot.doc(key)?.file.verdicts.get(number)?;
            Some(VerdictOut {
                decision: verdict.decision.value.key(),
                reason: verdict.reason.to_string(),
                by: verdict.by.as_ref().map(|by| by.value.to_string()),
                expired,
            })
        };
        let side = |side: &compare::Side| {
            let span = side.at.span;
            let account = story.account(side.at.article);
            let line = self.0[&side.at.article].1.position(span.start as usize, Encoding::Utf32).line;
            SideOut {
                at: self.place(side.at),
                line: line as usize + 1,
                text: account.map_or_else(String::new, |a| span.of(&a.text).to_owned()),
                attribution: side.attribution.as_ref().map(ToString::to_string),
            }
        };
        let out = |(difference, opinion): (compare::Difference, Option<Opinion>)| DifferenceOut {
            kind: difference.kind.code(),
            level: match difference.level {
                Level::Differs => "differs",
                Level::Note => "note",
            },
            left: side(&difference.left),
            right: side(&difference.right),
            message: compare::message(story, &difference, None),
            why: difference.why,
            verdict: verdict(opinion),
        };
        let (within, across): (Vec<_>, Vec<_>) =
            judged_differences(snapshot, key).into_iter().partition(|(difference, _)| difference.is_within());
        (across.into_iter().map(&out).collect(), within.into_iter().map(&out).collect())
    }
}

fn entity_type(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Other => "other",
    }
}

fn mention_kind(kind: MentionKind) -> &'static str {
    match kind {
        MentionKind::Name => "name",
        MentionKind::Nominal => "nominal",
        MentionKind::Pronoun => "pronoun",
    }
}
