//! Claims of when a deed was done, in whatever words: "the hearing was held in May" and "arguments were heard in February". The
//! deed may go by a verb or by the noun that begins, ends or takes place.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{
    Claim, Content, Event, Mood, Part, Party, Word,
    circumstance::{is, words_in},
    clause::Clauses,
    predication::{Predication, Role, is_passive},
    when::HAPPENING,
};
use crate::{
    facts::date::ResolvedTime,
    language::{
        lexicon::{self, Deed, Pos},
        model::{Relation, Xpos},
        time::{Meaning, Placement},
    },
};

/// When a deed was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    pub time: ResolvedTime,
    /// What the deed may be, sorted; nothing where the words for it say too little.
    pub deeds: Arc<[Deed]>,
    /// The time is that of its beginning or its end.
    pub phase: Option<Phase>,
    /// It is to be done: "begins on Monday", "is to begin in August".
    pub to_come: bool,
    /// The deed goes by a noun, beside which nobody need be told of who does it.
    pub named: bool,
    /// The words for who does it, and to whom.
    pub core: Arc<[Word]>,
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// A part of what goes on for a while.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    Begin,
    End,
}

const BEGINNING: &[&str] = &[
    "begin",
    "break out",
    "commence",
    "erupt",
    "get under way",
    "get underway",
    "kick off",
    "open",
    "start",
    "take hold",
];
const ENDING: &[&str] = &["break up", "close", "conclude", "end", "finish"];
/// Verbs that are used of anything, and yet of what has one place and time.
const ONCE: &[&str] = &["find", "meet"];
/// Verbs of what ends at the time until which it does so.
const LASTING: &[&str] = &["carry on", "continue", "go on", "last", "run"];

/// The moments of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        let times = clauses.times_of(predication);
        // Of two times one may be that of something else; "now" is none beside another.
        let points: Vec<&ResolvedTime> = times.iter().filter(|t| t.expression.meaning != Meaning::Now).collect();
        let [time] = points[..] else { continue };
        let reached = reached(clauses, predication, time);
        if predication.negated && reached.is_none() || predication.mood == Mood::Possible {
            continue;
        }
        let time = reached.as_ref().unwrap_or(time);
        let ends = reached.is_some() && !predication.negated;
        let told = if ends { Some(Phase::End) } else { phase(predication) };
        let phase = told.or_else(|| of_first(clauses, predication));
        // "It was nine when the ship left": the deed is told behind.
        let timed = predication;
        let predication = timed_by(clauses, timed).unwrap_or(timed);
        // "The hearing is on 20 May".
        let is_then = clauses
            .tokens_in(time.expression.span)
            .is_some_and(|(first, last)| (first..=last).contains(&predication.head));
        let (deeds, named) = deeds_done(clauses, before, predication, is_then);
        // "Since the drive began on 3 May" tells when, whatever happened since.
        let told = is_told(clauses, timed) || phase.is_some() && named;
        let deeds = if told { deeds } else { Arc::default() };
        // An hour may be the only one that is told.
        if deeds.is_empty() && time.expression.clock.is_none() || is_of_one(clauses, time) {
            continue;
        }
        let occasion = clauses.words_around(before);
        let event = clauses.event(predication);
        let parties: Vec<Party> =
            event.parties.into_iter().filter(|p| matches!(p.part, Part::Agent | Part::Patient)).collect();
        let core: Vec<Word> =
            players(predication).flat_map(|head| words_in(clauses, head..head + 1).to_vec()).collect();
        let parse = &clauses.sentence().parse;
        let now = |i: usize| matches!(parse.node(i).xpos, Xpos::Vbz | Xpos::Vbp);
        let helped = |relation| parse.child(predication.head, relation).is_some_and(now);
        let does = reached.is_some() && helped(Relation::Aux);
        let present = now(predication.head) || helped(Relation::Cop) || does;
        let to_come = present || predication.mood == Mood::Planned;
        let moment = Moment { to_come, time: time.clone(), deeds, phase, named, core: core.into(), occasion };
        found.push(Claim {
            span: clauses.source(time.expression.span),
            sentence: number,
            event: Event { parties, repeated: event.repeated, ..Event::of("moment", Arc::default()) },
            content: Content::Moment(Arc::new(moment)),
            attribution: None,
            times: times.clone(),
        });
    }
}

/// What may be done where a predication tells of it, and whether it goes by a noun. `happens` where the predicate is only the time
/// of it.
pub(super) fn deeds_done(
    clauses: &Clauses,
    before: &[Clauses],
    predication: &Predication,
    happens: bool,
) -> (Arc<[Deed]>, bool) {
    // "The hearing took place": the predicate is that of the noun.
    let verb = lexicon::lemma(&clauses.sentence().lower(predication.head), Pos::Verb);
    let noun = verb.is_none_or(|verb| !predication.predicate.starts_with(verb.as_str()));
    let happens = happens
        || phase(predication).is_some()
        || LASTING.contains(&predication.predicate.as_str())
        || predication.predicate == "hold"
        || HAPPENING.contains(&predication.predicate.as_str());
    let named = happens || noun;
    // "The recall was announced on Monday": where nobody is told of who says it, the saying is what is dated.
    // "Announced the figures": what is made known is dated as any deed.
    let of_thing = predication.predicate == "announce" && predication.participant(Role::Patient).is_some();
    let says = !named
        && !of_thing
        && !lexicon::stances(&predication.predicate).is_empty()
        && !is_passive(clauses.sentence(), predication.head);
    // How things stand on a day began before.
    let state = predication.predicate.starts_with("be ");
    let deeds = match () {
        () if !named && predication.usual && !ONCE.contains(&predication.predicate.as_str()) || says || state => {
            Arc::default()
        }
        () if !happens => predication.deeds.clone(),
        () if is_it(clauses, predication) => before.last().map(deeds_of).unwrap_or_default(),
        () => of_nouns(subjects(clauses, predication).map(|head| clauses.noun(head))),
    };
    // "The plant closes in June": what is no deed itself has the verb's done to it.
    if deeds.is_empty() && happens && !noun {
        return (predication.deeds.clone(), false);
    }
    (deeds, named)
}

/// What was done at a time that stands before it: of "it was nine when the ship left" the leaving.
fn timed_by<'c>(clauses: &'c Clauses, predication: &Predication) -> Option<&'c Predication> {
    let parse = &clauses.sentence().parse;
    let when = |i: usize| parse.subtree(i).start;
    let behind = |p: &&Predication| {
        p.head > predication.head
            && parse.head(p.head) == Some(predication.head)
            && is(clauses, when(p.head), &["when", "before", "that"])
            && !p.negated
            && p.mood == Mood::Real
    };
    let is_it = parse.child(predication.head, Relation::Cop).is_some() && is_it(clauses, predication);
    clauses.predications.iter().find(behind).filter(|_| is_it)
}

/// Whether a predication is told for its own sake: not in passing, to tell when or of what something else is.
pub(super) fn is_told(clauses: &Clauses, predication: &Predication) -> bool {
    let parse = &clauses.sentence().parse;
    let own = |i: usize| {
        matches!(parse.node(i).relation, Relation::Root | Relation::Ccomp | Relation::Parataxis | Relation::Conj)
    };
    // A noun for the root of what has a finite verb is the parser's slip.
    let slip = parse.root().filter(|&root| !clauses.predications.iter().any(|p| p.head == root));
    parse.path(predication.head).all(|i| own(i) || slip.is_some() && parse.head(i) == slip)
}

/// The time at which it is so no longer, or so at last: "went on until Friday" ends then, "did not resign until Friday" is done
/// then.
fn reached(clauses: &Clauses, predication: &Predication, time: &ResolvedTime) -> Option<ResolvedTime> {
    let (first, _) = clauses.tokens_in(time.expression.span)?;
    let until = first.checked_sub(1).is_some_and(|i| is(clauses, i, &["until", "till"]));
    let lasts = LASTING.contains(&predication.predicate.as_str());
    let mut then = time.clone();
    then.expression.placement = Placement::At;
    (until && predication.negated != lasts).then_some(then)
}

fn phase(predication: &Predication) -> Option<Phase> {
    let verb = predication.predicate.as_str();
    match () {
        () if BEGINNING.contains(&verb) => Some(Phase::Begin),
        () if ENDING.contains(&verb) => Some(Phase::End),
        () => None,
    }
}

/// "The first shots were fired", "the last guests left": what is done by or to the first of several begins with them.
fn of_first(clauses: &Clauses, predication: &Predication) -> Option<Phase> {
    let parse = &clauses.sentence().parse;
    let mut subjects = parse.children(predication.head).filter(|&c| parse.node(c).relation.is_subject());
    let subject = subjects.next().filter(|&c| parse.node(c).xpos == Xpos::Nns)?;
    let bears = |words: &[&str]| parse.children(subject).any(|c| c < subject && is(clauses, c, words));
    match () {
        () if bears(&["first"]) => Some(Phase::Begin),
        () if bears(&["last"]) => Some(Phase::End),
        () => None,
    }
}

/// The tokens of who does it and to whom.
pub(super) fn players(predication: &Predication) -> impl Iterator<Item = usize> {
    let core = predication.participants.iter().filter(|p| matches!(p.role, Role::Agent | Role::Patient));
    core.map(|p| p.head)
}

/// What begins, ends or takes place: "the talks", or "rationing", which parsers take for a verb.
fn subjects(clauses: &Clauses, predication: &Predication) -> impl Iterator<Item = usize> {
    let before = predication.head.checked_sub(1).filter(|_| players(predication).next().is_none());
    let gerund = before.filter(|&i| clauses.sentence().parse.node(i).xpos == Xpos::Vbg);
    players(predication).chain(gerund)
}

/// Whether "it" begins, ends or takes place.
fn is_it(clauses: &Clauses, predication: &Predication) -> bool {
    let mut players = players(predication).peekable();
    players.peek().is_some() && players.all(|head| is(clauses, head, &["it", "that", "this"]))
}

/// What the nouns of a sentence tell of, one of which "it" stands for.
fn deeds_of(clauses: &Clauses) -> Arc<[Deed]> {
    let words = clauses.place.words.iter().filter(|word| word.pos == Pos::Noun);
    of_nouns(words.map(|word| word.lemma.clone()))
}

/// What nouns tell that begins, ends or takes place.
fn of_nouns(nouns: impl Iterator<Item = SmolStr>) -> Arc<[Deed]> {
    let mut deeds: Vec<Deed> = nouns.flat_map(|noun| lexicon::deeds(&noun, Pos::Noun)).collect();
    deeds.sort();
    deeds.dedup();
    deeds.into()
}

/// Whether a time tells which of several a noun is for: "Monday's hearing", "the May hearing".
fn is_of_one(clauses: &Clauses, time: &ResolvedTime) -> bool {
    let Some((_, last)) = clauses.tokens_in(time.expression.span) else { return true };
    let parse = &clauses.sentence().parse;
    let beside = matches!(parse.node(last).relation, Relation::Compound | Relation::NmodPoss | Relation::Amod);
    is(clauses, last + 1, &["'s", "’s", "'", "’"])
        || beside
            && parse.head(last).is_some_and(|noun| noun > last && !is(clauses, last + 1, &["the", "a", "an", ","]))
}
