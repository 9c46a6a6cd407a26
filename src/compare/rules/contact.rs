//! `denial` of having told somebody something, in whatever words: "warned the council of it" and "the council never heard from her".

use smol_str::SmolStr;

use super::{Denier, DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        EntityId,
        gate::{entities, is_pronoun, name, times_clash},
        occasion::shared,
    },
    facts::{Attribution, Content, Part, Party},
    language::lexicon::{self, Pos},
};

/// How much of what it was about must be told in both, in tenths of what a word tells that is rare everywhere.
const ONE_TOPIC: u32 = 11;

/// How much both must tell of one matter where neither says what it was about.
const ONE_MATTER: u32 = 30;

/// Compares what one article says that somebody told somebody with what the other says that they never did.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Contact(x), Content::Contact(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if x.negated == y.negated || times_clash(a.claim, b.claim) {
        return None;
    }
    let ((negated, denied), told) = if x.negated { ((a, x), y) } else { ((b, y), x) };
    let (by, to) = (same(story, a, b, &Part::Agent)?, same(story, a, b, &Part::Recipient)?);
    let of_anything = denied.at_all && shared(story, &x.occasion, &y.occasion, &[]) >= ONE_MATTER;
    // "Received no complaint" is from nobody at all, "never told us" told nobody.
    let from_nobody = of_anything && negated.claim.event.parties(&Part::Agent).next().is_none();
    // "Warned its customers", "never told its buyers".
    let to_nobody = denied.at_all && (names_no_hearer(negated) || hear_alike(a, b));
    let one = match (by, to) {
        (Same::Unknown, Same::Unknown) | (Same::Noun, Same::Noun) => false,
        (Same::Unknown, _) => from_nobody,
        (_, Same::Unknown) => to_nobody,
        _ => true,
    };
    let known: Vec<EntityId> = [by, to].into_iter().filter_map(|same| same.entity()).collect();
    // Who called may have spoken of something else.
    let told_of = !denied.topic.is_empty() && !told.topic.is_empty();
    let of_it = told_of && shared(story, &denied.topic, &told.occasion, &known) >= ONE_TOPIC;
    // What nobody at all was told needs no topic.
    let of_all = of_anything && denied.bare && by != Same::Unknown;
    if !one || !(of_it || of_all) {
        return None;
    }
    let named = |same: Same| same.entity().map(|who| name(story, who));
    let matter = match (named(by), named(to)) {
        (Some(by), Some(to)) => format!("both tell whether {by} told {to} of it"),
        (Some(who), None) => format!("both tell whether {who} told anybody of it"),
        (None, who) => format!("both tell whether {} was told of it", who.unwrap_or("anybody")),
    };
    let why = vec![matter, "one says that it was so, the other that it was not".into()];
    let denier = if x.negated { Denier::First } else { Denier::Second };
    let (kind, denies) = match &negated.claim.attribution {
        Some(Attribution { chain: Some(_), .. }) => (DifferenceKind::Denial, Some(denier)),
        _ => (DifferenceKind::Polarity, None),
    };
    Some(Finding::Differ { kind, level: Level::Differs, denies, why })
}

/// Who plays a part in both.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Same {
    Entity(EntityId),
    /// Both go by one noun: "the secretary".
    Noun,
    /// One does not say who it is.
    Unknown,
}

impl Same {
    fn entity(self) -> Option<EntityId> {
        match self {
            Same::Entity(who) => Some(who),
            _ => None,
        }
    }
}

/// Who plays the part in both; `None` where it is somebody else.
fn same(story: &Story, a: Told, b: Told, part: &Part) -> Option<Same> {
    let (mine, theirs) = (entities(story, a, part), entities(story, b, part));
    if let Some(who) = mine.intersection(&theirs).next() {
        return Some(Same::Entity(*who));
    }
    // "The secretary" is one, "senators" are several.
    let one = |p: &&Party| p.chain.is_some() && !is_pronoun(p);
    let nouns = |t: Told| t.claim.event.parties(part).filter(one).map(|p| p.noun.clone()).collect::<Vec<_>>();
    let (ours, others) = (nouns(a), nouns(b));
    if ours.iter().any(|noun| others.contains(noun)) {
        return Some(Same::Noun);
    }
    (mine.is_empty() || theirs.is_empty()).then_some(Same::Unknown)
}

/// Whether those who are told are of one kind in both, or in one a kind of those in the other.
fn hear_alike(a: Told, b: Told) -> bool {
    let hearers = |t: Told| -> Vec<SmolStr> {
        t.claim.event.parties(&Part::Recipient).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect()
    };
    let kind = |x: &str, y: &str| lexicon::is_kind_of(x, y, Pos::Noun, 1);
    let alike = |x: &SmolStr, y: &SmolStr| lexicon::same_thing(x, y) || kind(x, y) || kind(y, x);
    hearers(a).iter().any(|x| hearers(b).iter().any(|y| alike(x, y)))
}

/// Whether nobody else can be meant by who does not hear of it: nobody at all, or "us" who deny it.
fn names_no_hearer(told: Told) -> bool {
    let mut hearers = told.claim.event.parties(&Part::Recipient).peekable();
    hearers.peek().is_some()
        && hearers.all(|hearer| matches!(hearer.noun.as_str(), "anybody" | "anyone" | "me" | "nobody" | "us"))
}
