//! `motive`: another reason for the same deed.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, EntityId,
        gate::{around, entities, name, same_speaker, same_verb, speakers_differ, times_clash},
        occasion::{are_of_one_matter, shared},
    },
    facts::{Content, EXPLAIN, Mood, NEAR, Part, Party, Reason, Word},
    language::lexicon::{self, Class, Pos, same_thing},
};

/// How much two sentences must share beside the reasons to explain the same, in tenths: in what words the deed is told does not count.
const SAME_OCCASION: u32 = 33;

/// How much more where only somebody is spoken of in both.
const NAME: u32 = 20;

/// Compares the reasons that two articles give. Two people may each have their view: reasons of two who are known by name are
/// not compared.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Reason(x), Content::Reason(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if x.denied && y.denied || times_clash(a.claim, b.claim) {
        return None;
    }
    let shared = explained(story, a, x, b, y).or_else(|| sole(story, a, x, b, y))?;
    let alike = x.words.iter().any(|p| y.words.iter().any(|q| are_alike(p, q)));
    if x.denied != y.denied {
        let why = vec![
            "both sentences tell of one occasion".into(),
            format!("what is a reason for {shared} in one is none in the other"),
        ];
        let same = x.words.iter().any(|p| y.words.iter().any(|q| p.may_mean(q)));
        return same.then_some(Finding::Differ {
            kind: DifferenceKind::Motive,
            level: Level::Differs,
            denies: None,
            why,
        });
    }
    if alike {
        return Some(Finding::Agree);
    }
    // One deed may serve two purposes.
    if x.purpose && y.purpose && !x.sole && !y.sole || speakers_differ(story, a, b) {
        return None;
    }
    let why = vec![
        format!("both give a reason for “{}”, with {}", a.claim.event.predicate, shared),
        "the reasons have nothing in common".into(),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Motive, level: Level::Differs, denies: None, why })
}

/// Who or what takes part in what both explain; `None` where that may be two things.
fn explained(story: &Story, a: Told, x: &Reason, b: Told, y: &Reason) -> Option<SmolStr> {
    let (of_a, of_b) = (&a.claim.event, &b.claim.event);
    let all =
        |t: Told, parts: &[Part]| -> Vec<EntityId> { parts.iter().flat_map(|part| entities(story, t, part)).collect() };
    let both = |parts: &[Part]| {
        let theirs = all(b, parts);
        all(a, parts).into_iter().find(|e| theirs.contains(e))
    };
    let called = |e: EntityId| SmolStr::from(name(story, e));
    if x.denied != y.denied {
        let near = Part::Oblique(NEAR.into());
        let known = both(&[Part::Agent, Part::Patient, near])?;
        return (shared(story, &x.occasion, &y.occasion, &[known]) >= SAME_OCCASION).then(|| called(known));
    }
    if of_a.negated != of_b.negated {
        return None;
    }
    if of_a.same_deed(of_b) {
        // What has no name is done to the same when the sentences are alike around it.
        let patients =
            |t: Told| -> Vec<SmolStr> { t.claim.event.parties(&Part::Patient).map(|p| p.noun.clone()).collect() };
        let unnamed = || {
            let alike = patients(a).into_iter().find(|p| patients(b).iter().any(|q| same_thing(p, q)))?;
            let one = of_a.predicate == of_b.predicate && around(story, a, b) > 0 || are_of_one_matter(story, a, b);
            one.then_some(alike)
        };
        let known = both(&[Part::Patient]).or_else(|| both(&[Part::Agent])).map(called);
        let beside = || {
            let known = both(&[Part::Oblique(NEAR.into())])?;
            (shared(story, &x.occasion, &y.occasion, &[]) >= SAME_OCCASION + NAME).then(|| called(known))
        };
        if let Some(shared) = known.or_else(unnamed).or_else(beside) {
            return Some(shared);
        }
    }
    // In other words, of the same party or the same thing: only who explained the one explains the other.
    if !same_source(story, a, b) {
        return None;
    }
    let core = [Part::Agent, Part::Patient];
    let known = both(&core);
    // What has no name goes by the last word of what it is called elsewhere: of "it" the office.
    let nouns = |t: Told| -> Vec<SmolStr> {
        let parties = t.claim.event.parties(&Part::Patient);
        let called = |p: &Party| {
            let id = story.described(ChainRef { article: t.article, chain: p.chain? })?;
            story.entity(id)?.name.rsplit(' ').next().map(SmolStr::from)
        };
        let noun = |p: &Party| called(p).unwrap_or_else(|| p.noun.clone());
        parties.map(noun).filter(|n| lexicon::is_word(n) && !lexicon::is_function_word(n)).collect()
    };
    let thing = || nouns(a).into_iter().find(|p| nouns(b).iter().any(|q| same_thing(p, q)));
    let party = known.map(called).or_else(thing)?;
    let opposed = lexicon::opposed(&of_a.predicate, Pos::Verb, &of_b.predicate, Pos::Verb)
        || lexicon::antonyms(&of_a.predicate, &of_b.predicate, Pos::Verb);
    let real = of_a.mood == Mood::Real && of_b.mood == Mood::Real;
    let but: Vec<EntityId> = known.into_iter().collect();
    (real && !opposed && shared(story, &x.occasion, &y.occasion, &but) >= SAME_OCCASION).then_some(party)
}

/// Who is near the only reasons that two articles give, where both tell of one matter and either reason may be for what the other is
/// for: "is leaving because of ill health", "the reason was the new law".
fn sole(story: &Story, a: Told, x: &Reason, b: Told, y: &Reason) -> Option<SmolStr> {
    let (of_a, of_b) = (&a.claim.event, &b.claim.event);
    let anything = |told: Told| ANYTHING.contains(&told.claim.event.predicate.as_str());
    let real = |told: Told| told.claim.event.mood == Mood::Real && !told.claim.event.negated;
    // One deed may serve two purposes, and much is done for one.
    let purposes = usize::from(x.purpose) + usize::from(y.purpose);
    let explains = |told: Told| told.claim.event.predicate == EXPLAIN;
    let one = of_a.same_deed(of_b) || explains(a) || explains(b);
    let other = anything(a) || anything(b) || same_source(story, a, b);
    if purposes > usize::from(one) && !x.sole && !y.sole
        || !(one || other)
        || !real(a)
        || !real(b)
        || speakers_differ(story, a, b)
    {
        return None;
    }
    // Who is near does it only where the sentence does not say who does.
    let all = |t: Told| -> BTreeSet<EntityId> {
        let near = [Part::Oblique(NEAR.into())];
        let core = [Part::Agent, Part::Patient];
        let parts = if t.claim.event.predicate == EXPLAIN { &near[..] } else { &core[..] };
        parts.iter().flat_map(|part| entities(story, t, part)).collect()
    };
    let speaker = |t: Told| {
        let chain = t.claim.attribution.as_ref()?.chain?;
        story.entity_of(ChainRef { article: t.article, chain })
    };
    let both = all(a).intersection(&all(b)).copied().collect::<BTreeSet<_>>();
    let known = both.iter().copied().find(|who| speaker(a) != Some(*who)).or_else(|| both.first().copied())?;
    let only = |told: Told, reason: &Reason| {
        told.article_claims(story).iter().all(|claim| match &claim.content {
            Content::Reason(other) => {
                let near = !all(Told { claim, ..told }).is_disjoint(&both);
                !near || other.denied != reason.denied || other.words == reason.words
            }
            _ => true,
        })
    };
    let one = only(a, x) && only(b, y) && are_of_one_matter(story, a, b);
    one.then(|| name(story, known).into())
}

/// Verbs that stand for whatever was told to be done.
const ANYTHING: &[&str] = &["act", "do", EXPLAIN, "go", "leave", "move", "quit"];

/// Whether both reasons are given by one who is known, or by people of one kind: "prosecutors".
fn same_source(story: &Story, a: Told, b: Told) -> bool {
    let called = |t: Told| {
        let span = t.claim.attribution.as_ref()?.span;
        story.account(t.article)?.text.get(span.range())?.rsplit(' ').next().map(str::to_lowercase)
    };
    let kind = called(a).zip(called(b)).is_some_and(|(x, y)| same_thing(&x, &y));
    !speakers_differ(story, a, b) && (kind || same_speaker(story, a, b))
}

/// Whether two words of two reasons may stand for one thing, or one for a kind of the other.
fn are_alike(p: &Word, q: &Word) -> bool {
    let (x, y) = (&p.lemma, &q.lemma);
    let kind = |x, y| lexicon::is_kind_of(x, y, Pos::Noun, 2);
    p.may_mean(q) || same_thing(x, y) || same_verb(x, y) || kind(x, y) || kind(y, x) || of_body(x) && of_body(y)
}

/// Whether a word is for somebody's health, what ails them or where: "her heart", "illness".
fn of_body(word: &str) -> bool {
    let classes = [Class::Illness, Class::Injury];
    matches!(word, "health" | "ill" | "sick" | "unwell")
        || classes.iter().any(|&class| lexicon::is_a(word, class, 1))
        || ["body part", "organ"].iter().any(|part| lexicon::is_kind_of(word, part, Pos::Noun, 4))
}
