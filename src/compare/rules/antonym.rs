//! `antonym`: opposed outcomes for the same person, who cannot have had both.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        gate::{around, entities, is_pronoun, name, times_clash, times_meet},
        occasion::{cast, shared, words},
        set_apart::{are_set_apart, tells_of_several},
    },
    facts::{Content, Event, Mood, Part, Party, Word},
    language::{
        Relation,
        lexicon::{self, Class, Pos},
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
    let (part, other) = (concerned(x), concerned(y));
    let (mine, theirs) = (entities(story, a, &part), entities(story, b, &other));
    let known = mine.intersection(&theirs).next().filter(|_| mine.len() == 1 && theirs.len() == 1);
    if known.is_none() && !(mine.is_empty() && theirs.is_empty()) {
        return None;
    }
    // Asked last: it looks many words up.
    if !are_alternatives(&x.predicate, &y.predicate) {
        return None;
    }
    let concerned =
        known.map(|e| SmolStr::from(name(story, *e))).or_else(|| unnamed(story, (a, &part), (b, &other)))?;
    if !may_share_charge(story, a, b) || has_both(story, a) || has_both(story, b) {
        return None;
    }
    let clash = a.claim.times.iter().any(|t| b.claim.times.iter().any(|u| t.relation_to(u) == Relation::Disjoint));
    if clash {
        return None;
    }
    let why = vec![
        format!("“{}” and “{}” are opposed outcomes", x.predicate, y.predicate),
        format!("both are about {concerned}"),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// The ways in which somebody can decide a matter, or come out of it.
const DECISIONS: &[(&str, &str)] = &[
    ("accept", "decline"),
    ("accept", "refuse"),
    ("accept", "reject"),
    ("admit", "deny"),
    ("allow", "ban"),
    ("approve", "reject"),
    ("approve", "veto"),
    ("cancel", "proceed"),
    ("comply", "violate"),
    ("confirm", "deny"),
    ("condemn", "praise"),
    ("draw", "lose"),
    ("draw", "win"),
    ("enforce", "waive"),
    ("exclude", "include"),
    ("flunk", "pass"),
    ("grant", "refuse"),
    ("heed", "ignore"),
    ("honour", "tear up"),
    ("improve", "worsen"),
    ("lift", "extend"),
    ("raise", "lower"),
    ("rise", "fall"),
    ("support", "oppose"),
    ("uphold", "overturn"),
    ("uphold", "reject"),
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
    // "The council", "councillors": a body and its members decide one thing.
    let one_body = |p: &SmolStr, q: &SmolStr| are_of_one_body(p, q) || are_of_one_body(q, p);
    let body = || agents(x).into_iter().find(|p| agents(y).iter().any(|q| one_body(p, q)));
    // Of what somebody does the object is the matter, of what happens to something of theirs the subject.
    let matters = |e: &Event| {
        let measure = |p: &Party| matches!(p.noun.as_str(), "percent" | "%" | "point" | "cent" | "$" | "£" | "€");
        let part = if e.parties(&Part::Patient).any(|p| !measure(p)) { Part::Patient } else { Part::Agent };
        e.parties(&part).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect::<Vec<_>>()
    };
    let dated = times_meet(a.claim, b.claim);
    let undated = a.claim.times.is_empty() || b.claim.times.is_empty();
    // What two sentences tell that share much, and no time, may be told of nobody known.
    let timeless = a.claim.times.is_empty() && b.claim.times.is_empty();
    let alike = || timeless && are_of_one_matter(story, a, b);
    let who = match known(&Part::Agent).or_else(|| known(&Part::Whose)) {
        Some(who) => SmolStr::from(name(story, who)),
        None => {
            let members = || body().filter(|_| dated || alike() || undated && around(story, a, b) > 1);
            unnamed().filter(|_| dated || alike()).or_else(members)?
        }
    };
    let same = |p: &SmolStr| matters(y).iter().any(|q| lexicon::same_thing(p, q));
    let matter = matters(x).into_iter().find(same)?;
    let (p, q) = (x.predicate.as_str(), y.predicate.as_str());
    let opposed = (lexicon::opposed(p, Pos::Verb, q, Pos::Verb) || p.starts_with("vote ") && q.starts_with("vote "))
        && is_decision(p, q);
    // Of several matters one may be decided so and another not.
    let one = dated || undated && around(story, a, b) > 0 || alike();
    if !opposed || !one || times_clash(a.claim, b.claim) {
        return None;
    }
    let why = vec![
        format!("“{p}” and “{q}” are opposed outcomes"),
        format!("both are about “{matter}”, and {who} takes part"),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Antonym, level: Level::Differs, denies: None, why })
}

/// Whether a noun is for those who sit in the body that another is for, and is made of it: "councillor" of "council", "senator" of
/// "senate".
fn are_of_one_body(body: &str, member: &str) -> bool {
    let stem = body.char_indices().last().map(|(last, _)| &body[..last]).filter(|stem| stem.len() > 4);
    stem.is_some_and(|stem| member != body && member.starts_with(stem)) && lexicon::is_a(member, Class::Person, 1)
}

/// Whether two verbs are for two ways in which one matter is decided.
pub fn is_decision(p: &str, q: &str) -> bool {
    let ends = |verb: &str, way: &str| verb == way || lexicon::same_outcome(verb, Pos::Verb, way, Pos::Verb);
    DECISIONS.iter().any(|(m, n)| ends(p, m) && ends(q, n) || ends(p, n) && ends(q, m))
}

/// The two ways in which one matter can end. Other opposed outcomes may follow one another: who was hired is fired later.
const ALTERNATIVES: &[(&str, &str)] = &[
    ("charge", "release without charge"),
    ("cheer", "boo"),
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

/// Whether a verb is for one of these ways.
pub fn is_alternative(verb: &str) -> bool {
    let ends = |way: &str| lexicon::same_outcome(verb, Pos::Verb, way, Pos::Verb);
    ALTERNATIVES.iter().any(|(p, q)| ends(p) || ends(q))
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

/// Whether the article tells both outcomes: "found guilty of six counts and cleared of two", "was acquitted at the first trial".
pub fn has_both(story: &Story, told: Told) -> bool {
    let event = &told.claim.event;
    let mine = entities(story, told, &concerned(event));
    let known = !mine.is_empty();
    told.article_claims(story).iter().any(|claim| {
        let other = Told { article: told.article, claim };
        (known || claim.sentence == told.claim.sentence)
            && matches!(claim.content, Content::Statement)
            && are_alternatives(&event.predicate, &claim.event.predicate)
            && entities(story, other, &concerned(&claim.event)) == mine
    })
}

/// Who has no name and is the same in two sentences that share much else: "the pilot of the Cessna".
fn unnamed(story: &Story, (a, part): (Told, &Part), (b, other): (Told, &Part)) -> Option<SmolStr> {
    let nouns = |t: Told, part: &Part| -> Vec<SmolStr> {
        t.claim.event.parties(part).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect()
    };
    let theirs = nouns(b, other);
    let noun = nouns(a, part).into_iter().find(|p| theirs.iter().any(|q| lexicon::same_thing(p, q)))?;
    are_of_one_matter(story, a, b).then_some(noun)
}

/// Whether two sentences share so much that what has no name in them must be the same: they name the same, neither tells of one of
/// several, and not each has something that the other does not speak of.
fn are_of_one_matter(story: &Story, a: Told, b: Told) -> bool {
    let (mine, theirs) = (words(story, a), words(story, b));
    let other = |x: &[Word], y: &[Word]| {
        let thing = |w: &&Word| w.pos == Pos::Noun && w.telling >= RARE;
        x.iter().filter(thing).any(|w| !y.iter().any(|v| w.may_mean(v)))
    };
    let others = other(mine, theirs) && other(theirs, mine);
    !others
        && shared(story, mine, theirs, &[]) >= ONE_MATTER
        && share_cast(story, a, b)
        && !tell_of_several(story, a, b)
}

/// What a noun tells that is not spoken of in passing, in tenths.
const RARE: u32 = 16;

/// Whether one of several is told of, which need not be the same in both.
fn tell_of_several(story: &Story, a: Told, b: Told) -> bool {
    let several = |t: Told| t.sentence(story).is_none_or(|s| tells_of_several(&s.sentence));
    several(a) || several(b)
}

/// Whether two sentences name the same, though one may leave some out.
fn share_cast(story: &Story, a: Told, b: Told) -> bool {
    let (mine, theirs) = (cast(story, a), cast(story, b));
    !mine.is_disjoint(&theirs) && (mine.is_subset(&theirs) || theirs.is_subset(&mine))
}

/// How much two sentences must share for what has no name to be the same in both, in tenths.
const ONE_MATTER: u32 = 40;

/// The part of the one whom the outcome concerns.
fn concerned(event: &Event) -> Part {
    // What somebody survives, or escapes unhurt, is not whom it concerns.
    let comes_through = event.predicate == "survive" || event.predicate.starts_with("escape ");
    match event.parties(&Part::Patient).next() {
        Some(_) if !comes_through => Part::Patient,
        _ => Part::Agent,
    }
}
