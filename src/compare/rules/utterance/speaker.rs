//! Who says an utterance: whether it is given to one, or to two people.

use smol_str::SmolStr;

use crate::{
    compare::{
        Account, ChainRef, EntityId, Story,
        gate::{are_called_alike, entities},
        told::Told,
    },
    facts::{
        Content, NEAR, Part,
        name::{PersonName, genders_clash},
    },
    language::lexicon::{self, Class, Gender, Kinship},
    text::Span,
};

/// Whether both are given to one who is known, by name or as who is described alike.
pub(super) fn same_speaker(story: &Story, a: Told, b: Told) -> bool {
    let reference = |told: Told| {
        let chain = told.claim.attribution.as_ref()?.chain?;
        Some(ChainRef { article: told.article, chain })
    };
    let Some((a, b)) = reference(a).zip(reference(b)) else { return false };
    let who = |chain: ChainRef| story.entity_of(chain).or_else(|| story.described(chain));
    match (who(a), who(b)) {
        (Some(x), Some(y)) => x == y,
        (None, None) if are_called_alike(story, a, b) => true,
        _ => is_called(story, a, b) || is_called(story, b, a),
    }
}

/// Whether one is told of by what the other, who has a name, is: "the astronaut" and "astronaut Ann Lee".
fn is_called(story: &Story, described: ChainRef, named: ChainRef) -> bool {
    let Some((described, named)) = story.chain(described).zip(story.chain(named)) else { return false };
    let last = |form: &SmolStr| form.rsplit(' ').next().map(SmolStr::from);
    let roles: Vec<SmolStr> = named.identity.roles.iter().filter_map(last).collect();
    let mut forms = described.identity.forms.iter().filter_map(last);
    let (one, person) = (described.identity.definite && described.identity.described, named.identity.person.is_some());
    one && person && forms.any(|form| roles.contains(&form))
}

/// Whether two utterances are given to two people; `None` where that is not sure. It is sure only where the words that name
/// the speaker stand in the same sentence on both sides, and cannot be for one person.
pub(super) fn are_others(story: &Story, a: Told, b: Told) -> Option<bool> {
    let (Some(x), Some(y)) = (Speaker::of(story, a), Speaker::of(story, b)) else { return Some(false) };
    if x.entity == y.entity && (x.entity.is_some() || !are_two_callings(&x, &y)) {
        return Some(false);
    }
    let names = match x.name.zip(y.name) {
        Some((x, y)) => !akin(x, y),
        None => are_two_callings(&x, &y),
    };
    // A pronoun is nobody's of whom nothing was said just before.
    let near = |told: Told, who: &Speaker| {
        let near = || entities(story, told, &Part::Oblique(NEAR.into()));
        who.entity.map_or(who.callings.is_empty(), |e| near().contains(&e))
    };
    let told_apart = (x.plain || !near(a, &y)) && (y.plain || !near(b, &x));
    let sure = x.beside && y.beside && names && (told_apart || genders_clash(x.gender, y.gender));
    sure.then_some(true)
}

/// Who says an utterance, and how its article says so.
struct Speaker<'a> {
    entity: Option<EntityId>,
    name: Option<&'a PersonName>,
    /// Named in the sentence of the utterance, or in one that takes it up.
    beside: bool,
    /// By words that can be for nobody else: by a name, or by "he" where no other man was told of.
    plain: bool,
    gender: Option<Gender>,
    /// The nouns for what the article calls them: "judge", "mother".
    callings: Vec<SmolStr>,
}

impl<'a> Speaker<'a> {
    fn of(story: &'a Story, told: Told<'a>) -> Option<Speaker<'a>> {
        let Content::Utterance(utterance) = &told.claim.content else { return None };
        let attribution = told.claim.attribution.as_ref()?;
        let account = story.account(told.article)?;
        let reference = ChainRef { article: told.article, chain: attribution.chain? };
        let identity = &story.chain(reference)?.identity;
        let name = identity.person.as_ref();
        let called = if identity.described { &identity.forms } else { &identity.roles };
        let callings: Vec<SmolStr> =
            called.iter().filter_map(|form| form.rsplit(' ').next()).map(SmolStr::from).collect();
        let sentence = told.sentence(story)?.span;
        let words = attribution.span.of(&account.text);
        let gender = match words.to_ascii_lowercase().as_str() {
            "he" => Some(Gender::Male),
            "she" => Some(Gender::Female),
            _ => None,
        };
        Some(Speaker {
            entity: story.entity_of(reference).or_else(|| story.described(reference)),
            name,
            // "With these words" in the sentence behind it tells as much.
            beside: sentence.contains(attribution.span)
                || attribution.span.start >= sentence.end && takes_up_words(account, attribution.span),
            plain: gender.is_none() || !utterance.doubtful,
            gender: gender
                .or_else(|| name?.likely_gender())
                .or_else(|| callings.iter().find_map(|noun| lexicon::noun_gender(noun))),
            callings,
        })
    }
}

/// Whether the sentence that the words for a speaker stand in takes up what was quoted before it: "With these words Lee left".
fn takes_up_words(account: &Account, speaker: Span) -> bool {
    const TAKEN_UP: &[&str] =
        &["line", "remark", "remarks", "so", "statement", "that", "this", "thus", "word", "words"];
    let sentences = &account.facts.sentences;
    let mut at = sentences.iter().filter(|s| s.span.contains(speaker)).map(|s| &s.sentence);
    at.any(|s| (0..s.tokens.len()).any(|i| s.is_any(i, TAKEN_UP)))
}

/// Whether two speakers of whom one at least has no name are two people for what they are called: a judge and a prosecutor, a mother
/// and a grandfather.
fn are_two_callings(x: &Speaker, y: &Speaker) -> bool {
    let kin = |noun: &str| lexicon::kinship(noun).map(|kin| kin.relation);
    let apart = |p: &SmolStr, q: &SmolStr| {
        lexicon::rival_posts(p, q)
            || lexicon::rival_doers(p, q)
            || kin(p).zip(kin(q)).is_some_and(|(p, q)| p != q && p != Kinship::Relative && q != Kinship::Relative)
    };
    let person = |who: &Speaker| {
        !who.callings.is_empty() && who.callings.iter().all(|noun| lexicon::is_a(noun, Class::Person, 1))
    };
    person(x)
        && person(y)
        && (genders_clash(x.gender, y.gender) || x.callings.iter().all(|p| y.callings.iter().all(|q| apart(p, q))))
}

/// Whether two names may be one person's, or one family's.
fn akin(a: &PersonName, b: &PersonName) -> bool {
    a.compatible(b) || a.surname == b.surname || a.may_be_called(&b.surname) || b.may_be_called(&a.surname)
}
