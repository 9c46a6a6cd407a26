//! Claims of who asked for something, ordered it or began it: "the review was demanded by", "at her request", "the order came from".

mod words;

use std::{ops::Range, sync::Arc};

use super::{
    Claim, Content, Event, Mood, Part, Party, Word,
    circumstance::{is, near, words_but, words_in},
    clause::Clauses,
    participant::{case_of, is_cleft},
    predication::{Predication, Role},
};
use crate::language::{
    lexicon::{self, Class, Pos},
    model::{Relation, Upos, Xpos},
};

pub use words::CALLING;
use words::{
    ALARMING, ANOTHER, ASKED, BEGINNING, BEGUN, CALLED, COMING, ENDING, FIRST, MAKING, QUITTING, STARTING, SUBJECTS,
    UNASKED, UNWILLING, URGING,
};

/// Who was the one; the event's agent.
#[derive(Clone, Debug, PartialEq)]
pub struct Initiator {
    /// They were not.
    pub denied: bool,
    pub step: Step,
    /// The sentence tells the one from others: against whose will it was, who was the first, who it was and not who else.
    pub apart: bool,
    /// What they asked for or began.
    pub thing: Arc<[Word]>,
    /// All that the sentence tells.
    pub occasion: Arc<[Word]>,
}

/// What somebody did of whom it is told that they were the one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// They asked for it, ordered or began it.
    Begins,
    /// They were for it, as others may be who are not of one mind about anything else.
    Urges,
    /// They broke off what was going on.
    Ends,
    /// They called those who help.
    Alarms,
}

impl Step {
    /// Whether both may be what one of two did, and not the other.
    pub fn is_like(self, other: Step) -> bool {
        let asks = |step| matches!(step, Step::Begins | Step::Urges);
        (self == other || asks(self) && asks(other)) && (self, other) != (Step::Urges, Step::Urges)
    }
}

/// Who asked for what, as tokens, and the word that tells it.
struct Asked {
    who: usize,
    denied: bool,
    step: Step,
    thing: Range<usize>,
    told: usize,
}

/// The initiators of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    let real = |p: &&Predication| p.mood == Mood::Real || is_reason_to_call(clauses, p);
    for asked in clauses.predications.iter().filter(real).filter(|p| is_starting(&p.predicate) || is_ending(clauses, p))
    {
        let Some(who) = asked.participant(Role::Agent).filter(|&who| is_body(clauses, who)) else { continue };
        let step = match () {
            () if is_ending(clauses, asked) => Step::Ends,
            () if URGING.contains(&asked.predicate.as_str()) => Step::Urges,
            () => Step::Begins,
        };
        let of = |thing| Asked { who, denied: asked.negated, step, thing, told: asked.head };
        if let Some(thing) = thing(clauses, asked) {
            found.extend(claim(clauses, before, false, number, of(thing)));
        } else if is_of_it(clauses, asked) {
            found.extend(claim(clauses, before, true, number, of(asked.head..asked.head + 1)));
        }
    }
    let alarms = |p: &&Predication| ALARMING.contains(&p.predicate.as_str()) && p.mood == Mood::Real;
    for alarm in clauses.predications.iter().filter(alarms) {
        if let Some(who) = alarm.participant(Role::Agent).filter(|&who| is_body(clauses, who)) {
            let thing = alarm.head..alarm.head + 1;
            let asked = Asked { who, denied: alarm.negated, step: Step::Alarms, thing, told: alarm.head };
            found.extend(claim(clauses, before, false, number, asked));
        }
    }
    for noun in (0..clauses.sentence().tokens.len()).filter(|&i| ASKED.contains(&clauses.noun(i).as_str())) {
        let asked = behind(clauses, noun).or_else(|| source(clauses, noun)).or_else(|| own(clauses, noun));
        let asked = asked.or_else(|| made(clauses, noun));
        if let Some((who, deed)) = asked {
            let all = 0..clauses.sentence().tokens.len();
            let negated = clauses.predications.iter().any(|p| p.head == deed && p.negated);
            // "The order came from the police": what was ordered stands in the sentence before.
            let bare = clauses.sentence().parse.children(noun).all(|c| c < noun);
            let asked = Asked { who, denied: negated, step: Step::Begins, thing: all, told: noun };
            found.extend(claim(clauses, before, bare, number, asked));
        }
    }
}

/// Whether somebody gets in touch with somebody to ask it: "telephoned his office to request a meeting".
fn is_reason_to_call(clauses: &Clauses, asked: &Predication) -> bool {
    let parse = &clauses.sentence().parse;
    let calls = |p: &Predication| CALLING.contains(&p.predicate.as_str()) && p.mood == Mood::Real && !p.negated;
    let to = parse.children(asked.head).any(|c| c < asked.head && parse.node(c).xpos == Xpos::To);
    let above = parse.head(asked.head).filter(|_| {
        to && asked.mood == Mood::Planned
            && matches!(parse.node(asked.head).relation, Relation::Advcl | Relation::Xcomp)
    });
    above.is_some_and(|above| clauses.predications.iter().any(|p| p.head == above && calls(p)))
}

/// "Made the first approach", "issued the invitation": who, and the verb.
fn made(clauses: &Clauses, noun: usize) -> Option<(usize, usize)> {
    let parse = &clauses.sentence().parse;
    let verb = parse.head(noun).filter(|&v| v < noun && parse.node(noun).relation == Relation::Obj)?;
    let makes = lexicon::lemma(&clauses.sentence().lower(verb), Pos::Verb);
    let had = |verb: &str| verb == "have" && clauses.noun(noun) == "idea";
    let makes = makes.is_some_and(|verb| MAKING.contains(&verb.as_str()) || had(&verb));
    // "Made a decision" is to decide: what is made is known, or the first.
    let known = parse.children(noun).any(|c| c < noun && (is(clauses, c, &["the"]) || is(clauses, c, FIRST)));
    let said = clauses.predications.iter().find(|p| p.head == verb && p.mood == Mood::Real)?;
    let who = said.participant(Role::Agent).filter(|&who| makes && known && is_body(clauses, who))?;
    Some((who, verb))
}

/// Whether a predicate is a verb of asking or beginning, or begins with one that has a preposition: "file for divorce".
fn is_starting(predicate: &str) -> bool {
    let begins =
        |verb: &&str| verb.contains(' ') && predicate.strip_prefix(*verb).is_some_and(|rest| rest.starts_with(' '));
    STARTING.contains(&predicate) || STARTING.iter().any(begins)
}

/// "It was the publisher who ended the contract": only where it is told that it was one and not the other, or the verb says that
/// another would have gone on.
fn is_ending(clauses: &Clauses, asked: &Predication) -> bool {
    let verb = asked.predicate.as_str();
    let alone = |who| is_cleft(clauses.sentence(), who) || is(clauses, who, &["one"]) || QUITTING.contains(&verb);
    ENDING.contains(&verb) && asked.participant(Role::Agent).is_some_and(alone)
}

/// What is asked for or begun: what the verb is done to, or what it has an infinitive of. To call somebody something is to ask for
/// nothing.
fn thing(clauses: &Clauses, asked: &Predication) -> Option<Range<usize>> {
    let parse = &clauses.sentence().parse;
    let to = |c: usize| parse.children(c).any(|t| t < c && parse.node(t).xpos == Xpos::To);
    let infinitive = parse.subtree(asked.head).find(|&c| c > asked.head && parse.node(c).xpos == Xpos::Vb && to(c));
    let patient = asked.participant(Role::Patient).or_else(|| {
        let behind = asked.participants.iter().filter(|p| matches!(p.role, Role::Oblique(_)) && p.head > asked.head);
        behind.map(|p| p.head).next().filter(|_| asked.predicate.starts_with("file"))
    });
    let noun = clauses.noun(patient.unwrap_or(asked.head));
    let classes = [Class::Event, Class::Act, Class::Communication, Class::Document];
    let named = SUBJECTS.contains(&noun.as_str()) || asked.predicate == "call" && CALLED.contains(&noun.as_str());
    let done = patient.is_some() && (named || classes.iter().any(|&class| lexicon::is_a(&noun, class, 2)));
    match asked.predicate.as_str() {
        "ask" => infinitive.map(|verb| parse.subtree(verb)).or_else(|| asked_for(clauses, asked)),
        verb if ENDING.contains(&verb) => {
            patient.filter(|_| clauses.chain(asked.head).is_none()).map(|p| parse.subtree(p))
        }
        // "Proposed bringing in somebody".
        "propose" | "recommend" | "suggest" if patient.is_none() && infinitive.is_none() => {
            let gerund = |&c: &usize| c > asked.head && parse.node(c).xpos == Xpos::Vbg;
            parse.children(asked.head).find(gerund).map(|verb| parse.subtree(verb))
        }
        verb if BEGINNING.contains(&verb) => patient.filter(|_| done).map(|p| parse.subtree(p)),
        // "Filed for divorce".
        verb if !STARTING.contains(&verb) && patient.is_none() => Some(asked.head + 1..parse.subtree(asked.head).end),
        _ => infinitive.map(|verb| parse.subtree(verb)).or_else(|| patient.map(|p| parse.subtree(p))),
    }
}

/// "Asked over the weekend for a mediator".
fn asked_for(clauses: &Clauses, asked: &Predication) -> Option<Range<usize>> {
    let parse = &clauses.sentence().parse;
    let within = parse.subtree(asked.head);
    let case = (asked.head + 1..within.end).find(|&i| is(clauses, i, &["for"]))?;
    let noun = parse.head(case).filter(|&noun| noun > case && asked.participant(Role::Patient).is_none())?;
    Some(case + 1..noun + 1)
}

/// "At the mayor's request", "on the instructions of head office", "was her idea": who, and what was done so.
fn behind(clauses: &Clauses, noun: usize) -> Option<(usize, usize)> {
    let (sentence, parse) = (clauses.sentence(), &clauses.sentence().parse);
    // "The walkout was the idea of the cleaners".
    let own = parse.child(noun, Relation::Cop).is_some();
    if !own && !is(clauses, case_of(sentence, noun)?, &["at", "on", "under"]) {
        return None;
    }
    let of = |&c: &usize| c > noun && case_of(sentence, c).is_some_and(|case| is(clauses, case, &["of", "from"]));
    let who = parse.child(noun, Relation::NmodPoss).or_else(|| parse.children(noun).find(of))?;
    let deed = parse.path(noun).skip(usize::from(!own)).find(|&i| clauses.predications.iter().any(|p| p.head == i))?;
    Some((who, deed))
}

/// "The decision to close it was the mayor's own", "the first move was hers": who, and the word that says so.
fn own(clauses: &Clauses, noun: usize) -> Option<(usize, usize)> {
    let sentence = clauses.sentence();
    let copula = |&p: &&Predication| p.participant(Role::Agent) == Some(noun);
    let said = clauses.predications.iter().find(copula)?.head;
    if is(clauses, said, &["hers", "his", "theirs"]) {
        return Some((said, said)).filter(|_| clauses.chain(said).is_some());
    }
    let owner = sentence.parse.child(said, Relation::NmodPoss).filter(|_| is(clauses, said, &["alone", "own"]))?;
    Some((owner, said))
}

/// Whether a verb of asking or beginning is done to what the sentence before tells of: "it was called by the union".
fn is_of_it(clauses: &Clauses, asked: &Predication) -> bool {
    let Some(it) = asked.participant(Role::Patient).filter(|&it| is(clauses, it, &["it", "that", "this"])) else {
        return false;
    };
    // "Called it a disgrace".
    let tokens = clauses.sentence().tokens.len();
    let ends = it + 1 == tokens
        || is(clauses, it + 1, &[".", ",", ";"])
        || matches!(clauses.sentence().parse.node(it + 1).upos, Upos::Adp | Upos::Cconj | Upos::Sconj);
    let ends = ends && asked.predicate != "call";
    let known = BEGUN.contains(&asked.predicate.as_str()) || ENDING.contains(&asked.predicate.as_str());
    known && (it < asked.head || ends)
}

/// "The order to clear the site came from the police": who, and the verb.
fn source(clauses: &Clauses, noun: usize) -> Option<(usize, usize)> {
    /// How far behind the verb the source stands.
    const REACH: usize = 6;
    let (sentence, parse) = (clauses.sentence(), &clauses.sentence().parse);
    let tokens = sentence.tokens.len();
    let comes =
        |i: usize| lexicon::lemma(&sentence.lower(i), Pos::Verb).is_some_and(|verb| COMING.contains(&verb.as_str()));
    let free = |&i: &usize| !matches!(sentence.word(i), "," | ";" | ":");
    let verb =
        (noun + 1..tokens).take_while(free).find(|&i| comes(i) && clauses.predications.iter().any(|p| p.head == i))?;
    let from = (verb + 1..tokens.min(verb + REACH)).take_while(free).find(|&i| is(clauses, i, &["from", "by"]))?;
    let who = parse.head(from).filter(|&who| who > from)?;
    // "The request took many by surprise".
    is_body(clauses, who).then_some((who, verb))
}

/// What was asked for may stand in the sentence before only: `bare`.
fn claim(clauses: &Clauses, before: &[Clauses], bare: bool, number: u32, asked: Asked) -> Option<Claim> {
    let Asked { who, denied, step, thing, told } = asked;
    let parse = &clauses.sentence().parse;
    let tokens = clauses.sentence().tokens.len();
    // "The other of the two inquiries": one of several things of that name.
    if (0..tokens).any(|i| is(clauses, i, &["other"]) && is(clauses, i + 1, &["of", "one"])) {
        return None;
    }
    // What a relative clause tells of them is told of the rest, unless it is the one that tells what they asked for.
    let clause = |i: &usize| parse.node(*i).relation == Relation::AclRelcl;
    let asks = parse.path(told).take_while(|&i| i != who).find(clause).filter(|_| parse.is_within(told, who));
    let own = |i: usize| parse.is_within(i, who) && asks.is_none_or(|asks| !parse.is_within(i, asks));
    let principal = principal(clauses, who);
    let first = parse.children(told).any(|i| is(clauses, i, FIRST));
    let apart = first
        || (0..tokens).any(|i| is(clauses, i, UNWILLING))
        || (1..tokens).any(|i| is(clauses, i, UNASKED) && is(clauses, i - 1, &["own"]))
        || [who, principal].iter().any(|&who| is_cleft(clauses.sentence(), who));
    let outside =
        |words: Arc<[Word]>| -> Vec<Word> { words.iter().filter(|word| !own(word.token as usize)).cloned().collect() };
    let (mut thing, mut occasion) = (outside(words_in(clauses, thing)), outside(words_but(clauses, &[])));
    let told_before = before.last().filter(|b| bare && b.place.block == clauses.place.block);
    if let Some(before) = told_before {
        thing.extend(words_but(before, &[]).iter().cloned());
        occasion.extend(words_but(before, &[]).iter().cloned());
    }
    let agent = Party { part: Part::Agent, noun: clauses.noun(principal), chain: clauses.chain(principal) };
    let repeated = (0..tokens).any(|i| is(clauses, i, ANOTHER));
    // Whom the words that describe somebody tell of is who they act for: "Ann Lee, who leads the union".
    let person = !(0..tokens).any(|i| own(i) && is(clauses, i, &["which"]));
    let outside = |chain| (0..tokens).any(|i| clauses.chain(i) == Some(chain) && !(person && own(i)));
    let beside = near(clauses).filter(|party| party.chain.is_some_and(outside));
    let parties = std::iter::once(agent).chain(beside).collect();
    Some(Claim {
        span: clauses.span(principal.min(told), principal.max(told)),
        sentence: number,
        event: Event { parties, repeated, ..Event::of("initiate", Arc::new([])) },
        content: Content::Initiator(Initiator { denied, step, apart, thing: thing.into(), occasion: occasion.into() }),
        attribution: None,
        times: clauses.times.iter().map(|t| t.time.clone()).filter(|t| t.expression.is_point()).collect(),
    })
}

/// For whom it is done: of "a group of parents" the parents, of "the singer whose lawyers" the singer.
fn principal(clauses: &Clauses, who: usize) -> usize {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let acts = is(clauses, who, &["attorney", "attorneys", "lawyer", "lawyers", "solicitor", "solicitors"]);
    if let Some(owner) = parse.child(who, Relation::NmodPoss).filter(|_| acts) {
        let clause = || parse.path(owner).find(|&i| parse.node(i).relation == Relation::AclRelcl);
        let named = is(clauses, owner, &["whose"]).then(|| parse.head(clause()?)).flatten();
        return named.unwrap_or(owner);
    }
    let of = |&c: &usize| c > who && case_of(sentence, c).is_some_and(|case| is(clauses, case, &["of"]));
    let members = || sentence.parse.children(who).find(of);
    let several = is(clauses, who, &["band", "coalition", "crowd", "group", "handful", "number", "team"]);
    several.then(members).flatten().unwrap_or(who)
}

/// Whether it can ask or begin: people, and what they act in.
fn is_body(clauses: &Clauses, who: usize) -> bool {
    let noun = clauses.noun(who);
    let classes = [(Class::Person, 2), (Class::Organisation, 2), (Class::Group, 1)];
    clauses.chain(who).is_some() || classes.iter().any(|&(class, among)| lexicon::is_a(&noun, class, among))
}
