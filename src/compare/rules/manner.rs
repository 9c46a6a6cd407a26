//! `characterisation`: the same event judged by words that exclude each other.

use std::collections::BTreeSet;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, EntityId,
        gate::{name, one_speaker, speakers_differ, times_clash},
        occasion::{are_of_one_matter, cast, shared as alike, words},
        set_apart::{are_of_one_rank, are_set_apart},
    },
    facts::{Claim, Content, IT},
    language::lexicon::{Judgement, same_thing},
};

/// Compares two judgements. People who are known by name may each judge in their own way.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Manner(x), Content::Manner(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if !x.is_opposed_to(*y) || speakers_differ(story, a, b) || times_clash(a.claim, b.claim) {
        return None;
    }
    let (of_a, of_b) = (&a.claim.event, &b.claim.event);
    let pronoun = stands_for_any(&of_a.predicate) || stands_for_any(&of_b.predicate);
    let same = of_a.same_deed(of_b) || same_thing(&of_a.predicate, &of_b.predicate);
    if !pronoun && !same {
        return None;
    }
    let known = |t: Told| -> BTreeSet<EntityId> {
        let chains = t.claim.event.parties.iter().filter_map(|p| p.chain);
        chains.filter_map(|chain| story.entity_of(ChainRef { article: t.article, chain })).collect()
    };
    let shared: Vec<EntityId> = known(a).intersection(&known(b)).copied().collect();
    // What "it" is nobody tells: more must be the same around it.
    let enough = match pronoun {
        true => shared.len() >= ENOUGH || one_speaker(story, a, b),
        false => {
            !shared.is_empty()
                || one_speaker(story, a, b)
                || are_of_one_rank(story, a, b, &of_a.predicate)
                || alike(story, words(story, a), words(story, b), &[]) >= ONE_OCCASION
        }
    };
    // "The injury to Ann Lee" and "Jo Hunt's injury".
    let (mine, theirs) = (cast(story, a), cast(story, b));
    let others = !pronoun && !mine.is_subset(&theirs) && !theirs.is_subset(&mine);
    let sole = || is_sole(a, story, *x) && is_sole(b, story, *y) && are_of_one_matter(story, a, b);
    let one = enough && !others || sole();
    if !one || are_set_apart(story, a, b) {
        return None;
    }
    let what = |claim: &Claim| claim.event.predicate.clone();
    let mut why =
        vec![format!("both judge “{}” and “{}”, by words that exclude each other", what(a.claim), what(b.claim))];
    if let Some(shared) = shared.first() {
        why.push(format!("{} is near in both", name(story, *shared)));
    }
    Some(Finding::Differ { kind: DifferenceKind::Characterisation, level: Level::Differs, denies: None, why })
}

/// Whether a word may stand for whatever is judged: "it", "an ugly scene", "the mood was good".
fn stands_for_any(word: &str) -> bool {
    const ANY: &[&str] = &[
        "affair",
        "atmosphere",
        "day",
        "encounter",
        "event",
        "evening",
        "experience",
        "mood",
        "night",
        "occasion",
        "place",
        "scene",
        "spirit",
        "time",
        "tone",
    ];
    word == IT || ANY.contains(&word)
}

/// Whether the article judges nothing else on that scale: what it judges in the same sentence in the same way is the same.
fn is_sole(told: Told, story: &Story, judgement: Judgement) -> bool {
    let judges = |claim: &&Claim| {
        let other = matches!(&claim.content, Content::Manner(other) if other.scale == judgement.scale);
        other && (claim.sentence != told.claim.sentence || claim.content != told.claim.content)
    };
    !told.article_claims(story).iter().any(|claim| judges(&claim))
}

/// How much two sentences must share to judge the same thing where nobody known is near both, in tenths.
const ONE_OCCASION: u32 = 40;

/// How many known people and things must be near both, where a pronoun stands for what is judged.
const ENOUGH: usize = 2;
