//! Claims that an event happens at a time.

use super::{
    Claim, Content, Event,
    circumstance::is,
    clause::Clauses,
    predication::{Mood, Predication, Role},
};
use crate::{
    facts::date::ResolvedTime,
    language::{
        lexicon::{self, Pos},
        model::Relation,
        time::Placement,
    },
};

/// The time claims of a sentence: one for each time that a predication has of its own. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        let times = clauses.times_of(predication);
        if times.is_empty() {
            continue;
        }
        let told = std::iter::once(clauses.event(predication)).chain(meant(clauses, before.last(), predication));
        found.extend(times.iter().filter_map(|time| begun(clauses, predication, time, number)));
        for event in told {
            found.extend(times.iter().map(|time| Claim {
                span: clauses.source(time.expression.span),
                sentence: number,
                event: event.clone(),
                content: Content::Time(time.clone()),
                attribution: None,
                times: times.clone(),
            }));
        }
    }
}

/// Verbs for what goes on, and what begins it.
const BEGINNING: &[(&str, &str)] = &[
    ("captain", "take over"),
    ("chair", "take over"),
    ("coach", "take over"),
    ("edit", "take over"),
    ("head", "take over"),
    ("know", "meet"),
    ("lead", "take over"),
    ("manage", "take over"),
    ("own", "acquire"),
    ("play for", "join"),
    ("possess", "acquire"),
    ("run", "take over"),
    ("work for", "join"),
];

/// What goes on since then began then: who has owned it since 1938 acquired it in 1938.
fn begun(clauses: &Clauses, predication: &Predication, time: &ResolvedTime, number: u32) -> Option<Claim> {
    let (first, _) = clauses.tokens_in(time.expression.span)?;
    let since = is(clauses, first, &["since"]) || first > 0 && is(clauses, first - 1, &["since"]);
    let (_, begin) = BEGINNING.iter().find(|(state, _)| predication.predicate == *state)?;
    if !since || predication.negated || predication.mood != Mood::Real {
        return None;
    }
    let mut at = time.clone();
    at.expression.placement = Placement::At;
    let event = clauses.event(predication);
    let deeds = lexicon::deeds(begin, Pos::Verb).into();
    Some(Claim {
        span: clauses.source(time.expression.span),
        sentence: number,
        event: Event { predicate: (*begin).into(), deeds, usual: false, ..event },
        content: Content::Time(at.clone()),
        attribution: None,
        times: vec![at],
    })
}

/// Verbs of happening, whose subject may stand for what the sentence before tells.
pub const HAPPENING: &[&str] = &["come", "happen", "occur", "take place"];

/// What a predication dates that another clause tells: "it was noon before they signed", "that was in 2021".
fn meant(clauses: &Clauses, before: Option<&Clauses>, predication: &Predication) -> Vec<Event> {
    let subject = predication.participant(Role::Agent).or(predication.participant(Role::Patient));
    let pronoun = subject.is_some_and(|subject| is(clauses, subject, &["it", "that", "this"]));
    let parse = &clauses.sentence().parse;
    let copula = parse.child(predication.head, Relation::Cop).is_some();
    if !pronoun || !copula && !HAPPENING.contains(&predication.predicate.as_str()) || predication.mood != Mood::Real {
        return Vec::new();
    }
    let told = |clauses: &Clauses, wanted: &dyn Fn(&Predication) -> bool| -> Vec<Event> {
        let real = |p: &&Predication| p.mood == Mood::Real && !p.negated && !is_frame(clauses, p);
        clauses.predications.iter().filter(|p| wanted(p)).filter(real).map(|p| clauses.event(p)).collect()
    };
    let own = copula.then(|| clause_behind(clauses, predication)).flatten();
    let own = told(clauses, &|p| Some(p.head) == own);
    // "It was noon" at the head of a paragraph sets a new scene.
    let same_scene = |before: &&Clauses| {
        before.place.block == clauses.place.block || !copula || subject.is_some_and(|s| !is(clauses, s, &["it"]))
    };
    let before = before.filter(|_| own.is_empty()).filter(same_scene);
    match before {
        Some(before) => {
            let parse = &before.sentence().parse;
            let when = |p: &Predication| parse.children(p.head).any(|c| c < p.head && is(before, c, &["when"]));
            let root = |p: &Predication| parse.node(p.head).relation == Relation::Root;
            told(before, &|p| root(p) || parse.node(p.head).relation == Relation::Advcl && when(p))
        }
        None => own,
    }
}

/// The predicate of the clause behind a time: "it was noon before they signed", whatever parsers hang it on.
fn clause_behind(clauses: &Clauses, time: &Predication) -> Option<usize> {
    let times = clauses.times.iter().filter_map(|t| clauses.tokens_in(t.time.expression.span));
    let end = times.map(|(_, last)| last).filter(|&last| last >= time.head).min()?;
    let mark = (end + 1..clauses.sentence().tokens.len()).find(|&i| is(clauses, i, &["before", "that", "when"]))?;
    clauses.predications.iter().map(|p| p.head).find(|&head| head > mark)
}

/// Whether a predication tells no deed: what something is, or that somebody says something.
fn is_frame(clauses: &Clauses, predication: &Predication) -> bool {
    let parse = &clauses.sentence().parse;
    parse.child(predication.head, Relation::Cop).is_some()
        || lexicon::lemma(&clauses.sentence().lower(predication.head), Pos::Verb)
            .is_some_and(|verb| !lexicon::stances(&verb).is_empty())
}
