//! Claims of the post that somebody holds: "Deputy Mayor Ann Lee", "she was the cashier", "who ran the branch".

mod beside;

use std::sync::Arc;

use smol_str::SmolStr;

use super::{
    Claim, Content, Event, Mood, Part, Party,
    clause::Clauses,
    participant,
    predication::{Participant, Predication, Role},
};
use crate::{
    facts::{Chain, ChainId, EntityKind, Mention, MentionKind},
    language::{
        lexicon::{self, Class},
        model::{Relation, Upos},
    },
};

/// A post that is held no longer, not yet or for a while, or in somebody's view, stands beside others.
const PASSING: &[&str] = &[
    "former",
    "ex",
    "acting",
    "interim",
    "then",
    "late",
    "retired",
    "future",
    "elect",
    "designate",
    "incoming",
    "outgoing",
    "one-time",
    "onetime",
    "would-be",
    "emeritus",
    "honorary",
    "caretaker",
    "founding",
    "fellow",
];

/// Words in front of a post that make it another, which a name at the head of a sentence may hide: "Deputy harbour master".
const RANKS: &[&str] = &["acting", "assistant", "associate", "deputy", "former", "interim", "joint", "vice"];

/// Words that tell of a life or of more times than one: who was a clerk then may be the judge now.
const TIMES: &[&str] =
    &["ago", "apprentice", "career", "former", "formerly", "now", "once", "previously", "retired", "since", "today"];

/// How many tokens around a post such words speak of it.
const NEAR: usize = 5;

/// Who is at the head of a department, which stands behind "of" or "for": "head of finance", "minister for trade".
const HEADS: &[&str] = &["head", "director", "chief", "commissioner", "dean", "minister", "professor", "secretary"];

/// Verbs whose subject is what stands behind "as".
const SERVING: &[&str] = &["work", "serve"];

/// Verbs for doing what a post is for.
const DOING: &[(&str, &str)] = &[("captain", "captain"), ("coach", "coach"), ("teach", "teacher")];

/// What somebody is who runs something.
const MANAGER: &str = "manager";

/// Verbs whose subject is at the head of their object.
const HEADING: &[&str] = &["run", "manage", "head"];

/// The posts that a sentence gives to people who are known by name. `mentions` are those of the sentence.
pub fn claims(clauses: &Clauses, mentions: &[Mention], chains: &[Chain], number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let person = |chain: ChainId| {
        let chain = &chains[chain.0 as usize];
        chain.kind == EntityKind::Person && !chain.identity.described
    };
    let mut add = |who: ChainId, first: usize, last: usize, words: Vec<SmolStr>| {
        let noun = matches!(sentence.parse.node(last).upos, Upos::Noun | Upos::Propn);
        let passing = || words.iter().any(|w| PASSING.contains(&w.as_str())) || is_of_times(clauses, first, last);
        if words.is_empty() || !noun || passing() || !person(who) {
            return;
        }
        let mut parties = vec![Party { part: Part::Patient, noun: SmolStr::default(), chain: Some(who) }];
        parties.extend(beside::house(clauses, first, last).map(|of| Party {
            part: Part::Whose,
            noun: clauses.noun(of),
            chain: clauses.chain(of),
        }));
        let event = Event { parties, ..Event::of("hold", Arc::default()) };
        let content = Content::Post(words.into());
        found.push(Claim {
            span: clauses.span(first, last),
            sentence: number,
            event,
            content,
            attribution: None,
            times: Vec::new(),
        });
    };
    for mention in mentions {
        let Some(role) = mention.role.filter(|_| mention.kind != MentionKind::Pronoun) else { continue };
        let inside: Vec<usize> = (0..sentence.tokens.len()).filter(|&i| role.contains(clauses.span(i, i))).collect();
        let (Some(&first), Some(&last)) = (inside.first(), inside.last()) else { continue };
        // "Its chief financial officer".
        let owned =
            sentence.parse.node(first).upos == Upos::Pron || sentence.parse.node(first).relation == Relation::NmodPoss;
        let first = if owned && first < last { first + 1 } else { first };
        // "A 41-year-old teacher".
        let age = (first..last).find(|&i| sentence.is_any(i, &["year-old", "years-old"]));
        let first = age.map_or(first, |age| age + 1);
        let first = if first > 0 && sentence.is_any(first - 1, RANKS) { first - 1 } else { first };
        let end = (first..=last).find(|&i| ends_post(clauses, i)).unwrap_or(last + 1);
        let mut post = words(clauses, first, end);
        // "Head of finance": as one who is called the finance head.
        let of = end + 1 < sentence.tokens.len() && end <= last && sentence.is_any(end, &["of", "for"]);
        if of && post.last().is_some_and(|head| HEADS.contains(&head.as_str())) {
            let department =
                (end + 1..=last).take_while(|&i| matches!(sentence.parse.node(i).upos, Upos::Noun | Upos::Adj));
            let at = post.len() - 1;
            post.splice(at..at, department.map(|i| participant::noun(sentence, i)));
        }
        add(mention.chain, first, end.max(first + 1) - 1, post);
    }
    for (who, phrase) in beside::posts(clauses, mentions) {
        add(who, phrase.start, phrase.end - 1, words(clauses, phrase.start, phrase.end));
    }
    for predication in clauses.predications.iter().filter(|p| !p.negated && p.mood == Mood::Real) {
        let Some(subject) = predication.participants.iter().find_map(|p| clauses.chain(p.head)) else { continue };
        let head = predication.head;
        if is_post(clauses, predication) {
            let first = clauses
                .sentence()
                .parse
                .children(head)
                .filter(|&c| c < head && is_modifier(clauses, c))
                .min()
                .unwrap_or(head);
            add(subject, first, head, words(clauses, first, head + 1));
        } else if let Some(last) = heads(clauses, predication) {
            add(subject, head, last, vec![MANAGER.into()]);
        } else if let Some((last, post)) = does(clauses, predication) {
            add(subject, head, last, post);
        }
    }
}

/// Whether a predicate is "was the cashier": a definite noun for a person, held at the time.
fn is_post(clauses: &Clauses, predication: &Predication) -> bool {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let head = predication.head;
    let past = parse.children(head).any(|c| {
        parse.node(c).relation == Relation::Aux
            || matches!(sentence.word(c), "once" | "then" | "previously" | "formerly")
    });
    parse.node(head).upos == Upos::Noun
        && !past
        && parse.child(head, Relation::Cop).is_some()
        && (parse.child(head, Relation::Det).is_some() || parse.child(head, Relation::NmodPoss).is_some())
        && lexicon::is_a(&participant::noun(sentence, head), Class::Person, 1)
}

/// Whether words around a post tell of a life, or of another time.
fn is_of_times(clauses: &Clauses, first: usize, last: usize) -> bool {
    let sentence = clauses.sentence();
    let around = first.saturating_sub(NEAR)..sentence.tokens.len().min(last + 1 + NEAR);
    around.into_iter().any(|i| TIMES.contains(&sentence.lower(i).as_str()))
}

fn is_modifier(clauses: &Clauses, i: usize) -> bool {
    matches!(clauses.sentence().parse.node(i).relation, Relation::Compound | Relation::Amod)
}

/// The object of "who ran the branch", where it is something that has a manager.
fn heads(clauses: &Clauses, predication: &Predication) -> Option<usize> {
    let sentence = clauses.sentence();
    let object = sentence.parse.child(predication.head, Relation::Obj)?;
    let noun = participant::noun(sentence, object);
    let house =
        lexicon::is_a(&noun, Class::Organisation, 2) || lexicon::is_a(&noun, Class::Structure, 1) || noun == "branch";
    (HEADING.contains(&predication.predicate.as_str()) && house).then_some(object)
}

/// The post that a verb tells of, and the last token that tells it: "worked as a receptionist", "captained the Corvina".
fn does(clauses: &Clauses, predication: &Predication) -> Option<(usize, Vec<SmolStr>)> {
    let sentence = clauses.sentence();
    let post = DOING.iter().find(|(verb, _)| *verb == predication.predicate);
    if let Some((_, post)) = post {
        let object = sentence.parse.child(predication.head, Relation::Obj)?;
        return Some((object, vec![(*post).into()]));
    }
    if !SERVING.contains(&predication.predicate.split(' ').next().unwrap_or_default()) {
        return None;
    }
    let behind = |p: &&Participant| matches!(p.role, Role::Oblique(case) if sentence.word(case) == "as");
    let job = predication.participants.iter().find(behind)?;
    lexicon::is_a(&job.noun, Class::Person, 1).then(|| (job.head, vec![job.noun.clone()]))
}

/// Whether what a post is ends before token `i`: at "of the bank", "who", a comma.
fn ends_post(clauses: &Clauses, i: usize) -> bool {
    let node = clauses.sentence().parse.node(i);
    matches!(node.upos, Upos::Adp | Upos::Punct | Upos::Pron | Upos::Verb | Upos::Cconj | Upos::Sconj)
}

/// The words of a post in their base form: no articles, no names of places and firms, nothing before an owner's "'s".
fn words(clauses: &Clauses, first: usize, end: usize) -> Vec<SmolStr> {
    let sentence = clauses.sentence();
    let owner = (first..end).rev().find(|&i| matches!(sentence.word(i), "'s" | "’s" | "'" | "’"));
    let says = |i: &usize| sentence.parse.node(*i).upos != Upos::Det && !sentence.is_any(*i, &["own"]);
    let kept = (owner.map_or(first, |i| i + 1)..end).filter(says);
    let word = |i: usize| {
        let lower = sentence.lower(i);
        lexicon::title_in_full(&lower).map_or_else(|| participant::noun(sentence, i), SmolStr::from)
    };
    // "The vice-president" is the vice president.
    let parts = |word: SmolStr| match word.split_once('-') {
        Some(("vice", of)) => vec!["vice".into(), of.into()],
        _ => vec![word],
    };
    kept.map(word).flat_map(parts).collect()
}
