//! Reasons that are told as what made somebody do it, or as the reason by that name.

use smol_str::SmolStr;

use super::Found;
use crate::{
    facts::claim::{Event, Mood, Part, Party, circumstance::is, clause::Clauses, participant, predication::Role},
    language::{
        lexicon::{self, Class, Pos},
        model::{Relation, Upos, Xpos},
    },
};

/// Verbs of making somebody do something.
pub const CAUSING: &[&str] = &[
    "cause", "compel", "convince", "drive", "force", "goad", "impel", "induce", "inspire", "lead", "make", "motivate",
    "move", "oblige", "persuade", "prompt", "provoke", "push", "spur", "tempt",
];

/// Verbs of bringing about what a noun names.
const BRINGING: &[&str] = &["bring about", "cause", "drive", "motivate", "prompt", "provoke", "spark", "trigger"];

pub fn reasons(clauses: &Clauses, found: &mut Vec<Found>) {
    causes(clauses, found);
    blamed(clauses, found);
    brought(clauses, found);
    named(clauses, found);
    denied(clauses, found);
}

/// "Falling sales prompted Tarrant to close the mill": what is no person is the reason.
fn causes(clauses: &Clauses, found: &mut Vec<Found>) {
    let parse = &clauses.sentence().parse;
    for cause in clauses.predications.iter().filter(|p| CAUSING.contains(&p.predicate.as_str()) && !p.negated) {
        let Some(agent) = cause.participant(Role::Agent).filter(|&agent| clauses.chain(agent).is_none()) else {
            continue;
        };
        let person = [Class::Person, Class::Group].iter().any(|&class| lexicon::is_a(&clauses.noun(agent), class, 1));
        let whom = cause.participant(Role::Patient).filter(|&p| p > cause.head);
        let below = parse.children(cause.head).chain(whom.into_iter().flat_map(|p| parse.children(p)));
        let infinitive = |&c: &usize| {
            let to = || parse.children(c).any(|t| t < c && parse.node(t).xpos == Xpos::To);
            let bare = || cause.predicate == "make" && parse.node(c).relation == Relation::Ccomp;
            parse.node(c).relation == Relation::Xcomp || parse.node(c).xpos == Xpos::Vb && (to() || bare())
        };
        let effect = below.into_iter().find(infinitive);
        let explained = effect.and_then(|c| clauses.predications.iter().find(|p| p.head == c));
        if let Some(explained) = explained.filter(|_| !person) {
            let words = parse.subtree(agent);
            // Who is made to do it does it.
            let mut event = clauses.event(explained);
            if let Some(whom) = whom {
                event.parties.retain(|party| party.part != Part::Agent);
                event.parties.push(Party { part: Part::Agent, noun: clauses.noun(whom), chain: clauses.chain(whom) });
            }
            event.mood = cause.mood;
            found.push(Found { event, first: words.start, last: words.end - 1, purpose: false, denied: false });
        }
    }
}

/// "The strike was sparked by a pay cut", "a leak caused the fire".
fn brought(clauses: &Clauses, found: &mut Vec<Found>) {
    let parse = &clauses.sentence().parse;
    for cause in clauses.predications.iter().filter(|p| BRINGING.contains(&p.predicate.as_str()) && !p.negated) {
        let (agent, patient) = (cause.participant(Role::Agent), cause.participant(Role::Patient));
        let Some((agent, patient)) = agent.zip(patient).filter(|_| cause.mood == Mood::Real) else { continue };
        let noun = clauses.noun(patient);
        let deeds = lexicon::deeds(&noun, Pos::Noun);
        let happens = [Class::Event, Class::Act].iter().any(|&class| lexicon::is_a(&noun, class, 1));
        let person = [Class::Person, Class::Group].iter().any(|&class| lexicon::is_a(&clauses.noun(agent), class, 1));
        if happens && !person && clauses.chain(agent).is_none() {
            let parties = vec![Party { part: Part::Patient, noun: noun.clone(), chain: clauses.chain(patient) }];
            let event = Event { parties, ..Event::of(&noun, deeds.into()) };
            let words = parse.subtree(agent);
            found.push(Found { event, first: words.start, last: words.end - 1, purpose: false, denied: false });
        }
    }
}

/// Who blames something on something, and what comes of what.
const BLAMING: &[(&str, &str)] = &[
    ("arise", "from"),
    ("ascribe", "to"),
    ("attribute", "to"),
    ("blame", "on"),
    ("come down", "to"),
    ("down", "to"),
    ("due", "to"),
    ("pin", "on"),
    ("put down", "to"),
    ("result", "from"),
    ("spring", "from"),
    ("stem", "from"),
];

/// "Blamed the delay on the weather", "blamed the weather for the delay", "the delay was due to the weather".
fn blamed(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for p in clauses.predications.iter().filter(|p| p.mood == Mood::Real && !p.negated) {
        // Parsers hang what stands behind the preposition on any noun before it.
        let behind = |word: &str| {
            let case = |&i: &usize| is(clauses, i, &[word]) && parse.node(i).relation == Relation::Case;
            (p.head + 1..sentence.tokens.len())
                .find(case)
                .and_then(|case| parse.head(case))
                .filter(|&noun| noun > p.head)
        };
        let undergone = p.participant(Role::Patient).or_else(|| p.participant(Role::Agent));
        let pair = match BLAMING.iter().find(|(verb, _)| *verb == p.predicate) {
            Some((_, case)) => undergone.zip(behind(case)),
            None => None,
        };
        let turned = || p.participant(Role::Patient).filter(|_| p.predicate == "blame");
        let Some((effect, reason)) = pair.or_else(|| Some((behind("for")?, turned()?))) else { continue };
        let person = [Class::Person, Class::Group].iter().any(|&class| lexicon::is_a(&clauses.noun(reason), class, 1));
        if person || clauses.chain(reason).is_some_and(|_| parse.node(reason).upos == Upos::Propn) {
            continue;
        }
        let noun = clauses.noun(effect);
        let parties = vec![Party { part: Part::Patient, noun: noun.clone(), chain: clauses.chain(effect) }];
        let event = Event { parties, ..Event::of(&noun, lexicon::deeds(&noun, Pos::Noun).into()) };
        let words = parse.subtree(reason);
        found.push(Found { event, first: words.start, last: words.end - 1, purpose: false, denied: false });
    }
}

/// "The reason for his removal was that …", "gave a reason for the firing, that …".
fn named(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for noun in 0..sentence.tokens.len() {
        if !is(clauses, noun, &["ground", "justification", "motive", "reason"]) {
            continue;
        }
        let behind_for = |&c: &usize| parse.children(c).any(|case| case < c && is(clauses, case, &["for"]));
        let Some(deed) = parse.children(noun).filter(|c| *c > noun).find(behind_for) else { continue };
        // "The reason for his removal", "for shutting the mill".
        let done = || clauses.predications.iter().find(|p| p.head == deed).map(|p| clauses.event(p));
        let done = done().map(|event| Event { mood: Mood::Real, ..event });
        let Some(event) = done.or_else(|| nominal_event(clauses, deed)) else { continue };
        let told = parse.subtree(deed).end;
        // "Was that …", "was the cost of …".
        let that = (told..sentence.tokens.len()).find(|&i| is(clauses, i, &["that"]));
        let is_it = |i: usize| is(clauses, i, &["is", "was", ":"]);
        let that = that.or_else(|| (told..sentence.tokens.len() - 1).find(|&i| is_it(i)).map(|i| i + 1));
        let Some(first) = that else { continue };
        let last = (first..sentence.tokens.len()).take_while(|&i| parse.node(i).upos != Upos::Punct).last();
        found.push(Found { event, first, last: last.unwrap_or(first), purpose: false, denied: false });
    }
}

/// "Money had nothing to do with it", "money was not the reason".
fn denied(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for p in clauses.predications {
        let end = sentence.tokens.len().min(p.head + 5);
        let words: Vec<SmolStr> = (p.head..end).map(|i| sentence.lower(i)).collect();
        let words = words.join(" ");
        let no_part = ["played no part", "plays no part", "played no role", "plays no role", "had no bearing"];
        let nothing = p.predicate == "have" && words.contains("nothing to do with")
            || no_part.iter().any(|phrase| words.starts_with(phrase))
            || p.negated && (words.starts_with("entered into it") || words.starts_with("enter into it"));
        let named = ["cause", "factor", "issue", "motive", "point", "reason"].contains(&p.predicate.as_str());
        let named = named && p.negated && parse.child(p.head, Relation::Cop).is_some();
        let Some(agent) = p.participant(Role::Agent).filter(|_| nothing || named) else { continue };
        // "Her reason had nothing to do with money".
        let with = || (p.head..sentence.tokens.len()).find(|&i| is(clauses, i, &["with"])).and_then(|i| parse.head(i));
        let named = is(clauses, agent, &["decision", "motive", "move", "reason"]) && nothing;
        let what = if named { with() } else { Some(agent) };
        let Some(what) = what else { continue };
        let event = Event { parties: Vec::new(), ..Event::of("explain", std::sync::Arc::new([])) };
        found.push(Found { event, first: what, last: what, purpose: false, denied: true });
    }
}

/// The event that a noun names, with whose it is for its patient: "his removal".
fn nominal_event(clauses: &Clauses, noun: usize) -> Option<Event> {
    let parse = &clauses.sentence().parse;
    let lemma = participant::noun(clauses.sentence(), noun);
    let deeds = lexicon::deeds(&lemma, Pos::Noun);
    let owner = parse.child(noun, Relation::NmodPoss).or_else(|| parse.child(noun, Relation::Nmod))?;
    let party =
        Party { part: Part::Patient, noun: participant::noun(clauses.sentence(), owner), chain: clauses.chain(owner) };
    (!deeds.is_empty()).then(|| Event { parties: vec![party], ..Event::of(&lemma, deeds.into()) })
}
