//! `polarity` and `antonym` of what each article tells once, in plain words: "the building was insured" and "he had no insurance on
//! the building", "they accepted it" and "the miners turned the terms down".
//!
//! Nothing in such sentences need be known by name: that the articles tell of one matter is seen from the sentences before them, and
//! that it is one deed from those who take part, of whom at least one must be the same and none another.

use smol_str::SmolStr;

use super::{
    DifferenceKind, Finding, Level, Story, Told,
    antonym::{are_alternatives, has_both, is_decision, may_share_charge},
    denial::{is_so_later, is_until_then, may_be_so_since},
    lasting,
    quantity::is_people,
};
use crate::{
    compare::{
        ChainRef,
        gate::{entities, is_pronoun, same_speaker, times_clash},
        member::denies,
        occasion::{are_of_one_matter, have_other_places, shared, words, words_before},
        set_apart::{are_set_apart, tells_of_several},
    },
    facts::{Content, EntityKind, Event, Mood, Part, Party, PlacedSentence, Word},
    language::{
        lexicon::{self, Class, Pos, same_thing},
        model::Relation,
    },
};

/// Compares two statements of which one says that something is so, the other that it is not or that the opposite is.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Statement, Content::Statement) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&a.claim.event, &b.claim.event);
    // "You cannot hang it" is said of anybody.
    let anybody = |e: &Event| e.parties.iter().any(|p| p.noun == "you");
    let plain = |e: &Event| if e.complement.is_none() { !e.usual } else { lasting(e).is_some() };
    let told = |e: &Event| plain(e) && e.mood != Mood::Possible && !anybody(e);
    if !told(x) || !told(y) || x.mood != y.mood || x.repeated != y.repeated || times_clash(a.claim, b.claim) {
        return None;
    }
    let how = clash(x, y)?;
    // Whoever does it to nobody may do it now and not do it then; and who speaks twice does not contradict themselves.
    let undergone = [x, y].iter().any(|e| e.parties(&Part::Patient).next().is_some());
    let once = undergone || matches!(how, Clash::Opposites);
    if !once || same_speaker(story, a, b) || !is_one_deed(story, a, b) {
        return None;
    }
    let several = |t: Told| t.sentence(story).is_none_or(|s| tells_of_several(&s.sentence));
    let apart = are_of_others(story, a, b)
        || matches!(how, Clash::Opposites) && (moves_people(story, a) || moves_people(story, b))
        || may_be_so_since(story, if x.negated { (a, b) } else { (b, a) })
        || several(a)
        || several(b)
        || tells_both(story, a)
        || tells_both(story, b)
        || has_both(story, a)
        || has_both(story, b)
        || are_set_apart(story, a, b)
        || have_other_places(story, a, b)
        || is_so_later(story, a)
        || is_so_later(story, b)
        || is_until_then(story, if x.negated { a } else { b })
        || tells_of_other(story, a, b) && tells_of_other(story, b, a) && !share_much(story, a, b);
    if apart || !may_share_charge(story, a, b) || !are_of_one_matter(story, a, b) {
        return None;
    }
    let (kind, how) = match how {
        Clash::Negation => (DifferenceKind::Polarity, "one says that it was so, the other that it was not".to_owned()),
        Clash::Opposites => {
            (DifferenceKind::Antonym, format!("“{}” and “{}” exclude each other", x.predicate, y.predicate))
        }
    };
    let why = vec!["both tell of one matter".into(), how];
    Some(Finding::Differ { kind, level: Level::Differs, denies: None, why })
}

/// Whether people go up or down, and no amounts: "slipped on the ice", "was climbing".
fn moves_people(story: &Story, told: Told) -> bool {
    let event = &told.claim.event;
    let chain = |p: &Party| story.chain(ChainRef { article: told.article, chain: p.chain? });
    let person = |p: &Party| {
        is_people(&p.noun)
            || lexicon::is_a(&p.noun, Class::Person, 2)
            || is_pronoun(p) && !matches!(p.noun.as_str(), "it" | "that" | "this" | "they")
            || chain(p).is_some_and(|chain| chain.kind == EntityKind::Person)
    };
    let goes = |way: &str| lexicon::same_outcome(&event.predicate, Pos::Verb, way, Pos::Verb);
    let core = |p: &&Party| matches!(p.part, Part::Agent | Part::Patient);
    (goes("rise") || goes("fall")) && event.parties.iter().filter(core).any(person)
}

/// Whether the two are of what goes by one noun and belongs to others: "the name of the victim" and "the name of the suspect".
fn are_of_others(story: &Story, a: Told, b: Told) -> bool {
    let own = |t: Told, noun: &SmolStr| t.sentence(story).map(|s| complements(s, noun)).unwrap_or_default();
    let of_others = |p: &Party| {
        let (mine, theirs) = (own(a, &p.noun), own(b, &p.noun));
        !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|x| theirs.iter().any(|y| x.may_mean(y)))
    };
    let mut core = a.claim.event.parties.iter().filter(|p| matches!(p.part, Part::Agent | Part::Patient));
    core.any(of_others)
}

/// What the words behind a noun say it is of.
fn complements(place: &PlacedSentence, noun: &str) -> Vec<Word> {
    let sentence = &place.sentence;
    let parse = &sentence.parse;
    let of = |i: usize| parse.child(i, Relation::Case).is_some_and(|case| sentence.is_any(case, &["of"]));
    let behind = |i: usize| {
        let head = parse.head(i).filter(|_| parse.node(i).relation == Relation::Nmod && of(i));
        head.and_then(|head| lexicon::lemma(&sentence.lower(head), Pos::Noun)).is_some_and(|lemma| lemma == noun)
    };
    place.words.iter().filter(|word| behind(word.token as usize)).cloned().collect()
}

enum Clash {
    Negation,
    Opposites,
}

/// How the two exclude each other, if they are of the same deed.
fn clash(x: &Event, y: &Event) -> Option<Clash> {
    match (x.negated, y.negated) {
        (false, false) if are_opposed(x, y) => Some(Clash::Opposites),
        (true, false) | (false, true) if x.same_deed(y) => Some(Clash::Negation),
        _ => None,
    }
}

fn are_opposed(x: &Event, y: &Event) -> bool {
    let (p, q) = (word(x), word(y));
    let kinds = [Pos::Verb, Pos::Adjective];
    let opposed = || kinds.iter().any(|&m| kinds.iter().any(|&n| lexicon::opposed(p, m, q, n)));
    // What is done is undone later, what lasts all along or is decided is not.
    let lasts = lasting(x).is_some() || lasting(y).is_some();
    p != q && opposed() && (lasts || is_decision(p, q) || are_alternatives(p, q) || are_states(x, y))
}

/// States that things are brought into, of which one tells once in which it was: "the beacon was switched off".
const STATES: &[(&str, &str)] =
    &[("arm", "disarm"), ("close", "open"), ("jam", "open"), ("lock", "unlock"), ("switch off", "switch on")];

fn are_states(x: &Event, y: &Event) -> bool {
    let undergone = [x, y].iter().all(|e| e.parties(&Part::Patient).next().is_some());
    let ends =
        |e: &Event, way: &str| lexicon::same_outcome(&e.predicate, Pos::Verb, way, Pos::Verb) || e.predicate == way;
    undergone && STATES.iter().any(|(p, q)| ends(x, p) && ends(y, q) || ends(x, q) && ends(y, p))
}

/// What is told to be so: of "remained open" that it is open.
fn word(event: &Event) -> &str {
    lasting(event).unwrap_or(&event.predicate)
}

/// How those who play one part in two events are to each other.
#[derive(PartialEq, Eq)]
enum Players {
    Same,
    /// One does not say.
    Open,
    Others,
}

/// Whether somebody or something takes the same part in both, and nobody another one's.
fn is_one_deed(story: &Story, a: Told, b: Told) -> bool {
    let (x, y) = (&a.claim.event, &b.claim.event);
    // What is undergone may be told of a patient or of the subject of a state.
    let undergoes = |e: &Event| {
        let thing = |p: &Party| !is_extent(&p.noun);
        if e.parties(&Part::Patient).any(thing) { Part::Patient } else { Part::Agent }
    };
    let (mine, theirs) = (undergoes(x), undergoes(y));
    let undergone = players(story, (a, &mine), (b, &theirs));
    let done = match (&mine, &theirs) {
        (Part::Patient, Part::Patient) => players(story, (a, &Part::Agent), (b, &Part::Agent)),
        _ => Players::Open,
    };
    // Somebody decides a matter that the articles call otherwise, or the same is told behind: "cleared him of theft".
    let decides = undergone == Players::Open
        && is_decision(word(x), word(y))
        && (done == Players::Same || done == Players::Open && share_much(story, a, b))
        && is_told_of(story, a, b)
        && is_told_of(story, b, a);
    let charged = || {
        let of = Part::Oblique("of".into());
        undergone == Players::Open && players(story, (a, &of), (b, &of)) == Players::Same
    };
    // "Was warned of the leak" and "had no warning of the strike".
    let behind = x.parties.iter().all(|p| match &p.part {
        part @ Part::Oblique(case) if ABOUT.contains(&case.as_str()) => {
            players(story, (a, part), (b, part)) != Players::Others
        }
        _ => true,
    });
    (undergone == Players::Same || decides || charged()) && done != Players::Others && behind
}

/// Whether what the first decides is told of in the other too, as far as its noun says: "the deal" of the terms, not "a bonus".
fn is_told_of(story: &Story, told: Told, other: Told) -> bool {
    let theirs = words_before(story, other);
    let known = |p: &Party| {
        is_pronoun(p)
            || is_shell(&p.noun)
            || matches!(p.noun.as_str(), "deal" | "thing")
            || theirs.iter().any(|w| same_thing(&w.lemma, &p.noun))
    };
    told.claim.event.parties(&Part::Patient).all(known)
}

/// Whether the sentences up to there share so much that each tells how the one matter was decided. What one person says is a view.
fn share_much(story: &Story, a: Told, b: Told) -> bool {
    /// In tenths.
    const MUCH: u32 = 80;
    let view = |t: Told| {
        let chain = t.claim.attribution.as_ref().and_then(|by| by.chain)?;
        story.chain(ChainRef { article: t.article, chain }).filter(|chain| chain.kind == EntityKind::Person)
    };
    view(a).is_none()
        && view(b).is_none()
        && shared(story, &words_before(story, a), &words_before(story, b), &[]) >= MUCH
}

/// Whether a noun is for by how much.
fn is_extent(noun: &str) -> bool {
    matches!(noun, "cent" | "half" | "percent" | "point" | "quarter" | "third")
}

/// Prepositions of what something is about or for.
const ABOUT: &[&str] = &["about", "against", "for", "of", "to", "with"];

fn players(story: &Story, (a, mine): (Told, &Part), (b, theirs): (Told, &Part)) -> Players {
    let (x, y) = (entities(story, a, mine), entities(story, b, theirs));
    if !x.is_empty() && !y.is_empty() {
        return if x.is_disjoint(&y) { Players::Others } else { Players::Same };
    }
    let nouns = |t: Told, part: &Part| -> Vec<Party> {
        let says = |p: &&Party| !is_pronoun(p) && !is_shell(&p.noun) && !is_extent(&p.noun);
        t.claim.event.parties(part).filter(says).cloned().collect()
    };
    let (p, q) = (nouns(a, mine), nouns(b, theirs));
    // "Threw the thing out".
    let vague = |p: &Party| is_pronoun(p) || p.noun == "thing";
    let untold = |t: Told, part: &Part| t.claim.event.parties(part).all(vague);
    match () {
        // "The plan" may be "the idea", and not any savings.
        () if p.is_empty() && q.is_empty() || untold(a, mine) || untold(b, theirs) => Players::Open,
        () if p.iter().any(|p| q.iter().any(|q| may_be_one(&p.noun, &q.noun))) => Players::Same,
        () => Players::Others,
    }
}

/// Whether two nouns may be for the same: they mean the same, or one is for people of any kind.
fn may_be_one(p: &str, q: &str) -> bool {
    let person = |noun: &str| is_people(noun) || lexicon::is_a(noun, Class::Person, 1);
    same_thing(p, q) || lexicon::same_trade(p, q) || person(p) && person(q) && (is_people(p) || is_people(q))
}

/// Nouns that stand for whatever the text has told of (Schmid 2000, "English Abstract Nouns as Conceptual Shells").
pub fn is_shell(noun: &str) -> bool {
    const SHELLS: &[&str] = &[
        "document",
        "idea",
        "issue",
        "matter",
        "measure",
        "move",
        "offer",
        "plan",
        "project",
        "proposal",
        "scheme",
        "step",
        "suggestion",
        "term",
        "thing",
    ];
    SHELLS.contains(&noun)
}

/// Whether the sentence of a claim tells the opposite as well, or that somebody denies it: "rose in May and fell in June".
fn tells_both(story: &Story, told: Told) -> bool {
    told.sentence_claims(story).iter().any(|claim| match claim.content {
        Content::Denial => true,
        Content::Statement => denies(claim) || clash(&claim.event, &told.claim.event).is_some(),
        _ => false,
    })
}

/// Whether the sentence of the first claim tells of something rare of which the other article does not speak there.
fn tells_of_other(story: &Story, told: Told, other: Told) -> bool {
    let theirs = words_before(story, other);
    let rare = |word: &&Word| word.pos == Pos::Noun && word.telling >= RARE;
    words(story, told).iter().filter(rare).any(|word| !theirs.iter().any(|v| word.may_mean(v)))
}

/// How much a noun tells that is not spoken of in passing, in tenths.
const RARE: u32 = 16;
