//! The gate: two claims are compared only when they are about the same event.
//!
//! Steps, in the order of cost: the deed, how real it is, who and what takes part, when. Every step that passes leaves a line of
//! explanation. Shared words alone never pass: the deed must be the same and enough of what takes part in it, weighed by how much it
//! tells; and nobody known may stand against somebody else in the same part.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::{ChainRef, EntityId, Story, told::Told};
use crate::{
    facts::{Claim, Event, Mood, Part, Party, Word, date::ResolvedTime},
    language::{
        Relation,
        lexicon::{self, Pos},
    },
};

/// What two claims have in common that makes them tell the same event.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// The steps of the gate, one line each.
    pub why: Vec<String>,
    /// How much speaks for one event: see [`ENOUGH`].
    pub weight: i32,
    /// What speaks for one event around the claims, where the weight alone is not enough: differences only need it, for two that
    /// agree are no worse for not being known to.
    pub around: i32,
    /// Somebody known plays the same core part in both.
    pub known: bool,
    /// Somebody or something else stands behind the same preposition.
    pub elsewhere: bool,
    /// To the letter the same is done by or to the same, and nothing stands against it.
    pub same: bool,
}

impl Common {
    /// Whether it is enough for one event.
    pub fn is_enough(&self) -> bool {
        self.weight + self.around >= ENOUGH || self.same
    }
}

/// A weight from which two claims tell the same event.
pub const ENOUGH: i32 = 3;

/// What `a` and `b` have in common; `None` when they cannot be about the same event. `slot` is the part that is compared and need
/// not agree.
pub fn common(story: &Story, a: Told, b: Told, slot: Option<&Part>) -> Option<Common> {
    let mut common = common_at_any_time(story, a, b, slot)?;
    common.weight += i32::from(times_meet(a.claim, b.claim));
    (!times_clash(a.claim, b.claim)).then_some(common)
}

/// The same, whenever the two are said to happen.
pub fn common_at_any_time(story: &Story, a: Told, b: Told, slot: Option<&Part>) -> Option<Common> {
    let (x, y) = (&a.claim.event, &b.claim.event);
    if (x.mood == Mood::Real) != (y.mood == Mood::Real) || !x.same_deed(y) {
        return None;
    }
    let mut common = parties(story, a, b, slot)?;
    common.same |= common.known && x.predicate == y.predicate;
    // "Asked him to resign" is not "asked him to stay".
    match (&x.complement, &y.complement) {
        (Some(p), Some(q)) if same_verb(p, q) => common.weight += 2,
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    common.why.insert(0, deed(x, y));
    common.weight += match (x.predicate == y.predicate, x.usual || y.usual) {
        (true, false) => 1,
        (false, true) => -2,
        (true, true) => -1,
        (false, false) => 0,
    };
    if (ENOUGH - MOST_AROUND..ENOUGH).contains(&common.weight) {
        common.around = around(story, a, b);
    }
    Some(common)
}

/// How much the words around two claims can add to what speaks for one event.
const MOST_AROUND: i32 = 2;

/// Whether nothing that takes part in two claims, and no time, stands against their being about one event. The deeds are not
/// asked, and what stands behind prepositions only if `whole`.
pub fn may_be_one(story: &Story, a: Told, b: Told, whole: bool) -> bool {
    let one = |common: Common| {
        let elsewhere = common.elsewhere && whole;
        !are_two(story, a, b, &Common { elsewhere, ..common })
    };
    !times_clash(a.claim, b.claim) && parties(story, a, b, None).is_some_and(one)
}

/// What speaks for one event around two claims: telling words that both sentences have, beside what the claims compare.
pub fn around(story: &Story, a: Told, b: Told) -> i32 {
    /// In tenths: see [`crate::facts::Word::telling`].
    const TELLING: u32 = 16;
    let (Some(mine), Some(theirs)) = (a.sentence(story), b.sentence(story)) else { return 0 };
    let (mine, theirs) = (&mine.words, &theirs.words);
    let of_claim = |t: Told, word: &Word| {
        let event = &t.claim.event;
        event.predicate.split(' ').any(|w| w == word.lemma) || event.parties.iter().any(|p| p.noun == word.lemma)
    };
    let telling = |word: &&Word| word.telling >= TELLING && !of_claim(a, word) && !of_claim(b, word);
    let shared = mine.iter().filter(telling).filter(|word| theirs.iter().any(|other| other.lemma == word.lemma));
    (shared.count() as i32).min(MOST_AROUND)
}

/// Whether two claims of one deed are of two events all the same: the deed is done once more in one of them, or at another place.
pub fn are_two(story: &Story, a: Told, b: Told, common: &Common) -> bool {
    let places = |t: Told<'_>| -> BTreeSet<EntityId> {
        let parties = t.claim.event.parties.iter();
        let inside = parties.filter(|p| matches!(&p.part, Part::Oblique(case) if LOCATIVE.contains(&case.as_str())));
        let chains = inside.filter_map(|p| p.chain);
        chains.filter_map(|chain| story.entity_of(ChainRef { article: t.article, chain })).collect()
    };
    let (mine, theirs) = (places(a), places(b));
    let apart = !mine.is_empty() && !theirs.is_empty() && mine.is_disjoint(&theirs);
    a.claim.event.repeated != b.claim.event.repeated || common.elsewhere || apart
}

/// Prepositions of where something is done.
const LOCATIVE: &[&str] = &["across", "at", "in", "inside", "near", "outside", "throughout"];

/// Whether a time of the one may be a time of the other.
pub fn times_meet(a: &Claim, b: &Claim) -> bool {
    let meet =
        |t: &ResolvedTime, u: &ResolvedTime| matches!(t.relation_to(u), Relation::Same | Relation::Compatible(_));
    a.times.iter().any(|t| b.times.iter().any(|u| meet(t, u)))
}

/// Whether the claims are dated, and no time of the one can be one of the other.
pub fn times_clash(a: &Claim, b: &Claim) -> bool {
    let apart =
        |x: &Claim, y: &Claim| x.times.iter().any(|t| !y.times.is_empty() && y.times.iter().all(|u| lie_apart(t, u)));
    apart(a, b) || apart(b, a)
}

/// Whether two times cannot be one; two days of the week are not, whichever weeks they are of.
pub fn lie_apart(t: &ResolvedTime, u: &ResolvedTime) -> bool {
    match t.relation_to(u) {
        Relation::Disjoint => true,
        Relation::Unknown => t.parts().weekday.zip(u.parts().weekday).is_some_and(|(x, y)| x != y),
        _ => false,
    }
}

/// Whether two claims are told by two who are known by name: each may have a view of their own.
pub fn speakers_differ(story: &Story, a: Told, b: Told) -> bool {
    matches!((speaker(story, a), speaker(story, b)), (Some(x), Some(y)) if x != y)
}

/// Whether two claims are told by one who is known by name.
pub fn same_speaker(story: &Story, a: Told, b: Told) -> bool {
    speaker(story, a).is_some_and(|x| speaker(story, b) == Some(x))
}

/// Whether two claims are told by one who is known by name, or by one whom both articles call the same: "the fire chief".
pub fn one_speaker(story: &Story, a: Told, b: Told) -> bool {
    let chain = |t: Told| Some(ChainRef { article: t.article, chain: t.claim.attribution.as_ref()?.chain? });
    let unnamed = speaker(story, a).is_none() && speaker(story, b).is_none();
    let alike = || chain(a).zip(chain(b)).is_some_and(|(x, y)| are_called_alike(story, x, y));
    same_speaker(story, a, b) || unnamed && alike()
}

/// Whether two who have no name are told of by the same words, which take them for known: "the chairman".
pub fn are_called_alike(story: &Story, a: ChainRef, b: ChainRef) -> bool {
    called(story, a).iter().any(|form| called(story, b).contains(form))
}

/// By what words somebody without a name is told of who is taken for known: "the chairman". None for anybody else.
pub fn called(story: &Story, chain: ChainRef) -> &[SmolStr] {
    let identity = story.chain(chain).map(|chain| &chain.identity);
    identity.filter(|identity| identity.described && identity.definite).map_or(&[], |identity| &identity.forms)
}

fn speaker(story: &Story, told: Told) -> Option<EntityId> {
    let chain = told.claim.attribution.as_ref()?.chain?;
    story.entity_of(ChainRef { article: told.article, chain })
}

/// How the deed of both is the same, in words.
pub fn deed(a: &Event, b: &Event) -> String {
    if a.predicate == b.predicate {
        format!("both say “{}”", a.predicate)
    } else {
        format!("“{}” and “{}” mean the same", a.predicate, b.predicate)
    }
}

/// Whether a predicate is a whole phrase, which tells more than a verb does: "jump the tracks", "be in the witness box".
pub fn is_idiom(predicate: &str) -> bool {
    predicate.split(' ').count() > 2
}

/// Whether two verbs may tell the same.
pub fn same_verb(a: &str, b: &str) -> bool {
    a == b || lexicon::share_deed(a, Pos::Verb, b, Pos::Verb)
}

/// How often WordNet's tagged texts may have a noun that tells what it is about.
const COMMON_NOUN: u32 = 60;

/// Whether a noun says what it is about.
pub fn is_telling(noun: &str) -> bool {
    lexicon::word_use(noun).and_then(|u| u.count(Pos::Noun)).unwrap_or(0) < COMMON_NOUN
}

/// Words for no person at all, where what they do is negated.
pub const NOBODY: &[&str] = &["anybody", "anyone", "nobody", "none", "one"];

/// Whether a party is told of by a word that says nothing of what it is.
pub fn is_pronoun(party: &Party) -> bool {
    lexicon::is_function(&party.noun, lexicon::FunctionClass::Pronoun)
        || lexicon::is_function(&party.noun, lexicon::FunctionClass::Determiner)
        || party.noun.len() < 2
        || party.noun == "one"
        || party.noun.starts_with(|c: char| c.is_ascii_digit())
}

/// Compares the parts one by one; `None` when somebody known stands against somebody else in the same part.
fn parties(story: &Story, a: Told, b: Told, slot: Option<&Part>) -> Option<Common> {
    let mut found = Common::default();
    let (mut alike_nouns, mut unlike) = (0, 0);
    let parts: BTreeSet<&Part> = [a, b].iter().flat_map(|t| &t.claim.event.parties).map(|p| &p.part).collect();
    let mut seen: BTreeSet<EntityId> = BTreeSet::new();
    for part in parts {
        let core = !matches!(part, Part::Oblique(_));
        let (mine, theirs) = (entities(story, a, part), entities(story, b, part));
        if *part == Part::Whose {
            match whose(story, a, b) {
                Whose::Same(owner) => {
                    found.weight += 3;
                    found.known = true;
                    found.why.push(format!("it is {}’s in both", name(story, owner)));
                    seen.insert(owner);
                }
                Whose::Others => return None,
                Whose::Unknown => {}
            }
            continue;
        }
        if Some(part) == slot {
            found.weight += if mine.intersection(&theirs).next().is_some() { 2 } else { 0 };
            continue;
        }
        if !mine.is_empty() && !theirs.is_empty() {
            let Some(shared) = mine.intersection(&theirs).next() else {
                // Places and times behind prepositions may be told differently; who does it and to whom may not.
                if core {
                    return None;
                }
                found.elsewhere = true;
                continue;
            };
            found.weight += if core { 3 } else { 2 };
            found.known |= core;
            found.why.push(format!("{} takes part in both", name(story, *shared)));
            seen.insert(*shared);
            continue;
        }
        let told =
            |t: Told<'_>| -> Vec<Party> { t.claim.event.parties(part).filter(|p| !is_pronoun(p)).cloned().collect() };
        let (mine, theirs) = (told(a), told(b));
        if mine.is_empty() || theirs.is_empty() {
            continue;
        }
        let alike = mine.iter().find(|x| theirs.iter().any(|y| lexicon::same_thing(&x.noun, &y.noun)));
        match alike {
            Some(party) => {
                let one = described(story, a, b, part);
                found.weight += if one { 3 } else { i32::from(is_telling(&party.noun)) + 1 };
                found.known |= one && core;
                alike_nouns += 1;
                found.why.push(format!("“{}” takes part in both", party.noun));
            }
            None if *part == Part::Patient && !kinds(&mine, &theirs) => return None,
            None if core => {
                found.weight -= 1;
                unlike += 1;
            }
            None => found.elsewhere = true,
        }
    }
    // Somebody in another part of the same deed: "the letter to Ann Lee" and "Lee got the letter".
    let everybody = |t: Told| -> BTreeSet<EntityId> {
        let known = t.claim.event.parties.iter().filter(|p| Some(&p.part) != slot);
        known.filter_map(|p| story.entity_of(ChainRef { article: t.article, chain: p.chain? })).collect()
    };
    let elsewhere = everybody(a).intersection(&everybody(b)).filter(|e| !seen.contains(*e)).count();
    found.weight += elsewhere as i32;
    found.same = alike_nouns > 0 && unlike == 0 && a.claim.event.predicate == b.claim.event.predicate;
    Some(found)
}

/// Whether the same thing without a name of its own plays the part in both, told apart from others of its kind: "the Orrin dam".
fn described(story: &Story, a: Told, b: Told, part: &Part) -> bool {
    !unnamed(story, a, part).is_disjoint(&unnamed(story, b, part))
}

/// Who or what plays a part without a name, told apart from others of its kind.
pub fn unnamed(story: &Story, told: Told, part: &Part) -> BTreeSet<EntityId> {
    let chains = told.claim.event.parties(part).filter_map(|p| p.chain);
    chains.filter_map(|chain| story.described(ChainRef { article: told.article, chain })).collect()
}

/// Whose a thing is that both tell of.
enum Whose {
    Same(EntityId),
    Others,
    Unknown,
}

fn whose(story: &Story, a: Told, b: Told) -> Whose {
    let owned = |t: Told| -> Vec<(SmolStr, EntityId)> {
        let owners = t.claim.event.parties(&Part::Whose);
        let known =
            |p: &Party| Some((p.noun.clone(), story.entity_of(ChainRef { article: t.article, chain: p.chain? })?));
        owners.filter_map(known).collect()
    };
    let (mine, theirs) = (owned(a), owned(b));
    let mut pairs = mine.iter().flat_map(|x| theirs.iter().map(move |y| (x, y)));
    let alike: Vec<_> = pairs.by_ref().filter(|(x, y)| lexicon::same_thing(&x.0, &y.0)).collect();
    match alike.iter().find(|(x, y)| x.1 == y.1) {
        Some((x, _)) => Whose::Same(x.1),
        None if alike.is_empty() => Whose::Unknown,
        None => Whose::Others,
    }
}

/// Whether one of the nouns may be a kind of another: a "ship" and a "ferry".
fn kinds(mine: &[Party], theirs: &[Party]) -> bool {
    let kind = |x: &str, y: &str| lexicon::is_kind_of(x, y, Pos::Noun, 1) || lexicon::is_kind_of(y, x, Pos::Noun, 1);
    mine.iter().any(|x| theirs.iter().any(|y| kind(&x.noun, &y.noun)))
}

/// The name of an entity, for explanations.
pub fn name(story: &Story, entity: EntityId) -> &str {
    story.entity(entity).map(|e| e.name.as_str()).unwrap_or_default()
}

/// The entities that play a part in a claim.
pub fn entities(story: &Story, told: Told, part: &Part) -> BTreeSet<EntityId> {
    let chain = |chain| story.entity_of(ChainRef { article: told.article, chain });
    told.claim.event.parties(part).filter_map(|p| p.chain.and_then(chain)).collect()
}
