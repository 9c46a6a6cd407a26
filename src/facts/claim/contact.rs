//! Claims that somebody told somebody of something, or did not: "warned the council of it", "never wrote to us about the soil", "had
//! received no complaint from the nurses".

use std::sync::Arc;

use super::{
    Claim, Content, Event, Mood, Part, Party, Word,
    circumstance::{is, words_but},
    clause::Clauses,
    participant::{case_of, is_time},
    predication::{Predication, Role},
};
use crate::language::{
    lexicon::{self, Pos},
    model::{Relation, Upos},
};

/// That somebody got in touch with somebody; the event's agent with its recipient, where the sentence says who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub negated: bool,
    /// That it was never so, in no way: "never", "not one letter".
    pub at_all: bool,
    /// What it was about, and what was sent; nothing where that is not said.
    pub topic: Arc<[Word]>,
    /// Nothing says what it was about.
    pub bare: bool,
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// Verbs that have the one who hears as their object.
const TELLING: &[&str] = &[
    "advise",
    "alert",
    "approach",
    "ask",
    "beg",
    "beseech",
    "brief",
    "call",
    "contact",
    "email",
    "implore",
    "inform",
    "message",
    "notify",
    "petition",
    "phone",
    "promise",
    "ring",
    "telephone",
    "tell",
    "text",
    "urge",
    "warn",
];

/// Verbs with "to" or "with" before the one who hears.
const SPEAKING: &[&str] = &["appeal", "complain", "mention", "report", "say", "speak", "talk", "write"];

/// Verbs of sending words.
const SENDING: &[&str] = &["address", "dispatch", "file", "give", "issue", "lodge", "make", "send", "submit", "write"];

/// Verbs of what words do that are sent.
const ARRIVING: &[&str] = &["arrive", "come", "come in", "land", "pour in", "reach"];

/// Verbs of getting words.
const GETTING: &[&str] = &["get", "have", "hear", "receive"];

/// What is sent and received.
const WORDS: &[&str] = &[
    "alarm",
    "alert",
    "answer",
    "approach",
    "call",
    "complaint",
    "email",
    "letter",
    "memo",
    "message",
    "note",
    "notice",
    "offer",
    "petition",
    "plea",
    "promise",
    "reply",
    "report",
    "request",
    "telegram",
    "tip",
    "warning",
    "word",
];

/// Words for never and nothing at all.
const AT_ALL: &[&str] =
    &["any", "anybody", "anyone", "anything", "ever", "never", "no", "nobody", "none", "nothing", "whatever"];

/// Who tells whom, as tokens.
struct Told {
    by: Option<usize>,
    to: Option<usize>,
}

/// The contacts of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for p in clauses.predications.iter().filter(|p| p.mood == Mood::Real) {
        let Some(told) = told(clauses, p).filter(|told| told.by.or(told.to).is_some()) else { continue };
        let party = |part: Part, who: Option<usize>| {
            who.map(|who| Party { part, noun: clauses.noun(who), chain: clauses.chain(who) })
        };
        let parties = [party(Part::Agent, told.by), party(Part::Recipient, told.to)].into_iter().flatten().collect();
        let clause = clauses.sentence().parse.subtree(p.head);
        let tokens = || [told.by, told.to].into_iter().flatten().chain([p.head]);
        let (first, last) = (tokens().min().unwrap_or(p.head), tokens().max().unwrap_or(p.head));
        let topic = topic(clauses, p);
        let contact = Contact {
            negated: p.negated,
            at_all: clause.into_iter().any(|i| is(clauses, i, AT_ALL)),
            bare: topic.iter().all(|word| is_sent(p, word)),
            topic,
            occasion: clauses.words_around(before),
        };
        found.push(Claim {
            span: clauses.span(first, last),
            sentence: number,
            event: Event { parties, negated: p.negated, ..Event::of("tell", Arc::default()) },
            content: Content::Contact(Arc::new(contact)),
            attribution: None,
            times: clauses.times_of(p),
        });
    }
}

/// Who tells whom, where a predication is of that.
fn told(clauses: &Clauses, p: &Predication) -> Option<Told> {
    let sentence = clauses.sentence();
    let (verb, rest) = p.predicate.split_once(' ').unwrap_or((&p.predicate, ""));
    let head = lexicon::lemma(&sentence.lower(p.head), Pos::Verb);
    let (by, object) = (p.participant(Role::Agent), p.participant(Role::Patient));
    let behind = |cases: &[&str]| clauses.behind(p, cases).or_else(|| within(clauses, p.head, cases));
    let words = |role: Role| p.participants.iter().any(|q| q.role == role && WORDS.contains(&q.noun.as_str()));
    let hears = p.participant(Role::Recipient);
    match () {
        () if TELLING.contains(&verb) && !rest.contains("for") => {
            Some(Told { by, to: hears.or(object).or_else(|| behind(&["to"])) })
        }
        () if SPEAKING.contains(&verb) => {
            let to = match rest {
                "to" | "with" => object.or(hears),
                _ => behind(&["to", "with"]),
            };
            let tells = !matches!(verb, "say" | "mention") || to.is_some_and(|to| is_somebody(clauses, to));
            tells.then_some(Told { by, to })
        }
        () if SENDING.contains(&verb) && words(Role::Patient) => {
            Some(Told { by, to: hears.or_else(|| behind(&["to", "with"])) })
        }
        () if ARRIVING.contains(&p.predicate.as_str()) && words(Role::Agent) => {
            Some(Told { by: behind(&["from"]), to: object.or_else(|| behind(&["to"])) })
        }
        () if GETTING.contains(&verb) && (words(Role::Patient) || verb == "hear") => {
            Some(Told { by: behind(&["from"]), to: by })
        }
        // "Made no request to the fund": what is made is the deed.
        () if WORDS.contains(&verb) && head.is_some_and(|head| SENDING.contains(&head.as_str())) => {
            Some(Told { by, to: behind(&["to", "with"]) })
        }
        () => None,
    }
}

/// Whoever stands behind one of these prepositions within what hangs on token `head`.
fn within(clauses: &Clauses, head: usize, cases: &[&str]) -> Option<usize> {
    let parse = &clauses.sentence().parse;
    let noun =
        |i: &usize| matches!(parse.node(*i).relation, Relation::Obl | Relation::Nmod) && is_somebody(clauses, *i);
    let case = |i: &usize| case_of(clauses.sentence(), *i).is_some_and(|case| is(clauses, case, cases));
    parse.subtree(head).filter(|i| *i > head).find(|i| noun(i) && case(i) && is_own(clauses, head, *i))
}

/// Whether what stands at token `i` belongs to no other predicate than that at `head`.
fn is_own(clauses: &Clauses, head: usize, i: usize) -> bool {
    let mut path = clauses.sentence().parse.path(i).skip(1).take_while(|&j| j != head);
    !path.any(|j| clauses.predications.iter().any(|p| p.head == j))
}

/// Whether somebody may hear or tell: people, and what they act in.
fn is_somebody(clauses: &Clauses, i: usize) -> bool {
    let noun = clauses.noun(i);
    let classes = [lexicon::Class::Person, lexicon::Class::Organisation, lexicon::Class::Group];
    clauses.chain(i).is_some()
        || clauses.sentence().parse.node(i).upos == Upos::Pron
        || classes.iter().any(|class| lexicon::is_a(&noun, *class, 1))
}

/// What somebody is told: what is sent, the clause or the infinitive behind, or what stands behind "about", "of" or "for".
fn topic(clauses: &Clauses, p: &Predication) -> Arc<[Word]> {
    const ABOUT: &[&str] = &["about", "against", "concerning", "for", "of", "over"];
    const KINDS: &[&str] = &["form", "kind", "sort", "type", "way"];
    let (sentence, parse) = (clauses.sentence(), &clauses.sentence().parse);
    let tells = |c: usize| match parse.node(c).relation {
        Relation::Ccomp | Relation::Xcomp | Relation::Advcl | Relation::Acl => {
            parse.head(c) == Some(p.head) && !is(clauses, parse.subtree(c).start, &["according"])
        }
        Relation::Obl | Relation::Nmod => {
            is_own(clauses, p.head, c)
                && !is_time(sentence, c)
                && case_of(sentence, c).is_some_and(|case| is(clauses, case, ABOUT))
        }
        _ => false,
    };
    let parts: Vec<_> = parse.subtree(p.head).filter(|&c| c > p.head && tells(c)).map(|c| parse.subtree(c)).collect();
    let inside = |word: &Word| {
        let token = word.token as usize;
        parts.iter().any(|part| part.contains(&token)) || is_sent(p, word)
    };
    let vague = |word: &Word| {
        KINDS.contains(&word.lemma.as_str()) || word.pos == Pos::Verb && TELLING.contains(&word.lemma.as_str())
    };
    let all = words_but(clauses, &[]);
    all.iter().filter(|word| inside(word) && !vague(word)).cloned().collect()
}

/// Whether a word tells what is sent: "a letter", or "request" of "made no request".
fn is_sent(p: &Predication, word: &Word) -> bool {
    let token = word.token as usize;
    let made = token == p.head && WORDS.contains(&p.predicate.as_str());
    let core = |role: Role| matches!(role, Role::Agent | Role::Patient);
    made || p.participants.iter().any(|q| q.head == token && core(q.role) && WORDS.contains(&q.noun.as_str()))
}
