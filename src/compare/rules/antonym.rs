//! `antonym`: opposed outcomes for the same person, who cannot have had both.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        gate::{around, entities, is_pronoun, name, times_clash, times_meet},
        set_apart::are_set_apart,
    },
    facts::{Content, Event, Mood, Part, Party, Word},
    language::{
        Relation,
        lexicon::{self, Pos},
    },
};

/// Compares two statements about what became of somebody.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    // Asked last: it reads both sentences.
    outcomes(story, a, b).filter(|_| !are_set_apart(story, a, b))
}

fn outcomes(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    let told = !x.negated && !y.negated && x.mood == Mood::Real && y.mood == Mood::Real;
    let plain = x.complement.is_none() && y.complement.is_none();
    if told
        && plain
        && x.predicate != y.predicate
        && let Some(finding) = decided(story, a, b)
    {
        return Some(finding);
    }
    let passive = x.parties(&Part::Patient).next().is_some() || y.parties(&Part::Patient).next().is_some();
    if !told || !plain || !passive || x.predicate == y.predicate {
        return None;
    }
    // "Was fired" and "resigned": what becomes of somebody may be told of the patient or of an agent who does it to nobody.
    let (mine, theirs) = (concerned(story, a)?, concerned(story, b)?);
    let shared = mine.intersection(&theirs).next()?;
    let known = story.entity(*shared)?;
    // Asked last: it looks many words up.
    if !are_alternatives(&x.predicate, &y.predicate) {
        return None;
    }
    if !may_share_charge(story, a, b) {
        return None;
    }
    let clash = a.claim.times.iter().any(|t| b.claim.times.iter().any(|u| t.relation_to(u) == Relation::Disjoint));
    if clash {
        return None;
    }
    let why = vec![
        format!("“{}” and “{}” are opposed outcomes", x.predicate, y.predicate),
        format!("both are about {}", known.name),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// The ways in which somebody can decide a matter, or come out of it.
const DECISIONS: &[(&str, &str)] = &[
    ("accept", "refuse"),
    ("accept", "reject"),
    ("admit", "deny"),
    ("approve", "reject"),
    ("approve", "veto"),
    ("cancel", "proceed"),
    ("comply", "violate"),
    ("confirm", "deny"),
    ("grant", "refuse"),
    ("heed", "ignore"),
    ("improve", "worsen"),
    ("rise", "fall"),
    ("support", "oppose"),
    ("uphold", "overturn"),
    ("vote for", "vote against"),
    ("win", "lose"),
];

/// Somebody known decides the same matter in two ways: "passed the bill" and "rejected the bill".
fn decided(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (x, y) = (&a.claim.event, &b.claim.event);
    let known = |part| entities(story, a, part).intersection(&entities(story, b, part)).next().copied();
    let agents =
        |e: &Event| e.parties(&Part::Agent).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect::<Vec<_>>();
    let unnamed = || agents(x).into_iter().find(|p| agents(y).iter().any(|q| lexicon::same_thing(p, q)));
    // Of what somebody does the object is the matter, of what happens to something of theirs the subject.
    let matters = |e: &Event| {
        let measure = |p: &Party| matches!(p.noun.as_str(), "percent" | "%" | "point" | "cent" | "$" | "£" | "€");
        let part = if e.parties(&Part::Patient).any(|p| !measure(p)) { Part::Patient } else { Part::Agent };
        e.parties(&part).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect::<Vec<_>>()
    };
    let dated = times_meet(a.claim, b.claim);
    let shared = match known(&Part::Agent).or_else(|| known(&Part::Whose)) {
        Some(shared) => SmolStr::from(name(story, shared)),
        None => unnamed().filter(|_| dated)?,
    };
    let same = |p: &SmolStr| matters(y).iter().any(|q| lexicon::same_thing(p, q));
    let matter = matters(x).into_iter().find(same)?;
    let ends = |verb: &str, way: &str| verb == way || lexicon::same_outcome(verb, Pos::Verb, way, Pos::Verb);
    let (p, q) = (x.predicate.as_str(), y.predicate.as_str());
    let opposed = (lexicon::opposed(p, Pos::Verb, q, Pos::Verb) || p.starts_with("vote ") && q.starts_with("vote "))
        && DECISIONS.iter().any(|(m, n)| ends(p, m) && ends(q, n) || ends(p, n) && ends(q, m));
    // Of several matters one may be decided so and another not.
    let undated = a.claim.times.is_empty() || b.claim.times.is_empty();
    let one = dated || undated && around(story, a, b) > 0;
    if !opposed || !one || times_clash(a.claim, b.claim) {
        return None;
    }
    let why = vec![
        format!("“{p}” and “{q}” are opposed outcomes"),
        format!("both are about “{matter}”, and {shared} takes part"),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// The two ways in which one matter can end. Other opposed outcomes may follow one another: who was hired is fired later.
const ALTERNATIVES: &[(&str, &str)] = &[
    ("convict", "acquit"),
    ("die", "survive"),
    ("fire", "keep one's job"),
    ("fire", "resign"),
    ("injure", "escape unhurt"),
    ("jail", "avoid jail"),
    ("kill", "survive"),
    ("lose one's seat", "keep one's seat"),
];

pub fn are_alternatives(a: &str, b: &str) -> bool {
    // Who lives somewhere may die there.
    let ends = |verb: &str, way: &str| verb != "live" && lexicon::same_outcome(verb, Pos::Verb, way, Pos::Verb);
    let opposed = lexicon::opposed(a, Pos::Verb, b, Pos::Verb);
    opposed && ALTERNATIVES.iter().any(|(p, q)| ends(a, p) && ends(b, q) || ends(a, q) && ends(b, p))
}

/// Whether the outcomes may be of one charge: who is convicted of fraud may be acquitted of theft.
pub fn may_share_charge(story: &Story, a: Told, b: Told) -> bool {
    let (Some(mine), Some(theirs)) = (a.sentence(story), b.sentence(story)) else { return true };
    let (mine, theirs) = (&mine.words[..], &theirs.words[..]);
    let charge =
        |party: &&Party| matches!(&party.part, Part::Oblique(case) if matches!(case.as_str(), "of" | "on" | "over"));
    let named = |t: Told| t.claim.event.parties.iter().any(|p| charge(&p));
    // "That he laundered the money" is the charge of laundering.
    let alike = |charge: &SmolStr, word: &SmolStr| {
        charge == word
            || lexicon::are_relatives(charge, Pos::Noun, word, Pos::Verb)
            || lexicon::lemma(charge, Pos::Verb).is_some_and(|verb| verb == *word)
    };
    let shares = |t: Told, words: &[Word]| {
        let charges = t.claim.event.parties.iter().filter(charge);
        charges.into_iter().any(|c| words.iter().any(|w| alike(&c.noun, &w.lemma)))
    };
    !named(a) || !named(b) || shares(a, theirs) || shares(b, mine)
}

/// The one whom the outcome concerns.
fn concerned(story: &Story, told: Told) -> Option<std::collections::BTreeSet<crate::compare::EntityId>> {
    let event = &told.claim.event;
    // What somebody survives, or escapes unhurt, is not whom it concerns.
    let comes_through = event.predicate == "survive" || event.predicate.starts_with("escape ");
    let part = match event.parties(&Part::Patient).next() {
        Some(_) if !comes_through => Part::Patient,
        _ => Part::Agent,
    };
    Some(entities(story, told, &part)).filter(|all| all.len() == 1)
}
