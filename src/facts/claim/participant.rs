//! Who takes part in a predication.

mod relative;
mod subject;

use smol_str::SmolStr;

use super::{
    predication::{Participant, Role, is_passive},
    spot::spots,
};
use crate::language::{
    Sentence,
    lexicon::{self, Pos},
    model::{Relation, Upos},
};

pub use relative::is_cleft;
use relative::{antecedent, is_circumstance};
use subject::{inherited_subject, stray_agent, stray_subject, subject, subject_in_front};

/// Whether the token begins the two numbers of a vote or a game: "voted 5-2" has no object.
fn is_tally(sentence: &Sentence, token: usize) -> bool {
    let parse = &sentence.parse;
    let number = |i: usize| parse.nodes().get(i).is_some_and(|node| node.upos == Upos::Num);
    number(token) && number(token + 2) && matches!(sentence.word(token + 1), "-" | "–" | "‑" | "to")
}

/// The participants of the predicate at token `head`, agent and patient first. Times are none.
pub fn participants(sentence: &Sentence, head: usize) -> Vec<Participant> {
    let parse = &sentence.parse;
    let mut found = Vec::new();
    let passive = is_passive(sentence, head);
    // A second subject is a dateline or a day that the parser took for one: the nearest is the subject.
    // "The charge that killed them went off": what stands in the objective case is no subject.
    let object = |c: usize| c < head && sentence.is_any(c, &["him", "me", "them", "us"]);
    let is_subject = |c: usize| {
        parse.node(c).relation.is_subject() && !is_time(sentence, c) && !is_behind_case(sentence, head, c) && !object(c)
    };
    let subjects = || parse.children(head).filter(|&c| is_subject(c));
    let nearest = subjects().min_by_key(|&c| c.abs_diff(head));
    for c in parse.children(head) {
        let relation = parse.node(c).relation;
        if relation.is_subject() && Some(c) != nearest || is_time(sentence, c) {
            continue;
        }
        // "Pleaded guilty to fraud": what completes the verb has the rest behind it.
        if matches!(relation, Relation::Xcomp | Relation::Obj) && parse.node(c).upos == Upos::Adj {
            let behind =
                parse.children(c).filter(|&d| parse.node(d).relation == Relation::Obl && !is_time(sentence, d));
            behind.for_each(|d| {
                case_of(sentence, d).into_iter().for_each(|case| add(sentence, &mut found, Role::Oblique(case), d))
            });
        }
        // "Five years in prison for fraud".
        if relation == Relation::Obl {
            let reasons = parse.children(c).filter(|&d| d > c && parse.node(d).relation == Relation::Nmod);
            let of_it =
                |d: &usize| case_of(sentence, *d).filter(|&case| sentence.word(case).eq_ignore_ascii_case("for"));
            reasons
                .filter_map(|d| Some((d, of_it(&d)?)))
                .for_each(|(d, case)| add(sentence, &mut found, Role::Oblique(case), d));
        }
        let role = match relation {
            Relation::Nsubj | Relation::NsubjPass if passive => Role::Patient,
            Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter => Role::Agent,
            Relation::Obj if is_tally(sentence, c) || is_reporter(sentence, head, c) => continue,
            Relation::Obj => Role::Patient,
            Relation::Iobj => Role::Recipient,
            // "By a wide margin", "by a quarter of a point": how, or by how much.
            Relation::OblAgent if !is_extent(sentence, c) => Role::Agent,
            Relation::Obl | Relation::OblAgent => match case_of(sentence, c) {
                Some(case) if passive && !is_extent(sentence, c) && sentence.word(case).eq_ignore_ascii_case("by") => {
                    Role::Agent
                }
                Some(case) => Role::Oblique(case),
                None => continue,
            },
            _ => continue,
        };
        // "Sold $3m of shares": what is sold is the shares.
        let sum = |i: usize| parse.node(i).upos == Upos::Sym;
        let of_what = |&d: &usize| case_of(sentence, d).is_some_and(|case| sentence.is_any(case, &["of"]));
        let worth = parse.children(c).find(of_what).filter(|_| role == Role::Patient && sum(c));
        add(sentence, &mut found, role, worth.unwrap_or(c));
        // "Bought the mill from Ann": parsers often hang on the object what belongs to the verb.
        if role == Role::Patient && c > head {
            let hung = parse.children(c).filter(|&d| parse.node(d).relation == Relation::Nmod && !is_time(sentence, d));
            for d in hung {
                // "Acquitted Ann of theft" too, where no name is the whole of a name.
                let part = parse.node(c).upos != Upos::Propn || parse.node(d).upos == Upos::Propn;
                let whole = |case: &usize| part && sentence.word(*case).eq_ignore_ascii_case("of");
                if let Some(case) = case_of(sentence, d).filter(|case| !whole(case)) {
                    add(sentence, &mut found, Role::Oblique(case), d);
                }
            }
        }
    }
    let role = if passive { Role::Patient } else { Role::Agent };
    if !found.iter().any(|p| p.role == role)
        && let Some(subject) = inherited_subject(sentence, head)
            .or_else(|| stray_subject(sentence, head))
            .or_else(|| subject_in_front(sentence, head))
    {
        add(sentence, &mut found, role, subject);
    }
    if passive
        && !found.iter().any(|p| p.role == Role::Agent)
        && let Some(agent) = stray_agent(sentence, head)
    {
        add(sentence, &mut found, Role::Agent, agent);
    }
    found.extend(spots(sentence, head));
    found.sort_by_key(|p| p.role);
    found
}

/// Who is so old, where parsers take the age for the noun: of "Ann Lee, 44, was released" and "a plumber aged 44 was" Lee and plumber.
fn of_age(sentence: &Sentence, number: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let before = number.checked_sub(1).filter(|_| parse.node(number).upos == Upos::Num)?;
    let noun = before.checked_sub(1).filter(|_| sentence.is_any(before, &[",", "aged"]))?;
    let is_noun = |i: usize| matches!(parse.node(i).upos, Upos::Noun | Upos::Propn);
    let apart = sentence.is_any(before, &["aged"])
        || sentence.tokens.get(number + 1).is_some_and(|_| sentence.word(number + 1) == ",");
    let name = |i: usize| parse.head(i).filter(|&h| h < i && parse.node(i).relation == Relation::Flat && is_noun(h));
    (is_noun(noun) && apart).then(|| std::iter::successors(Some(noun), |&i| name(i)).last()).flatten()
}

/// Who is named of several: of "one of them, Ann Lee" Lee.
fn the_named(sentence: &Sentence, one: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let named = |&c: &usize| parse.node(c).relation == Relation::Appos && parse.node(c).upos == Upos::Propn;
    parse.children(one).find(named).filter(|_| sentence.is_any(one, &["one"]))
}

/// Whether a noun is for how much or how far: nobody does something "by a majority".
pub(super) fn is_extent(sentence: &Sentence, i: usize) -> bool {
    const EXTENTS: &[&str] = &[
        "cent", "distance", "fifth", "half", "margin", "majority", "percent", "point", "quarter", "tenth", "third",
        "whisker",
    ];
    EXTENTS.contains(&noun(sentence, i).as_str())
}

/// The preposition of a noun; of a name, also where the parser hung it on the first part.
pub(super) fn case_of(sentence: &Sentence, noun: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let part =
        || parse.children(noun).take_while(|&c| c < noun).find(|&c| parse.node(c).relation == Relation::Compound);
    parse.child(noun, Relation::Case).or_else(|| parse.child(part()?, Relation::Case))
}

/// Whether token `i` belongs to an expression of time, or is one by its words: "last term", "this season", "the day after the vote".
pub(super) fn is_time(sentence: &Sentence, i: usize) -> bool {
    const STRETCHES: &[&str] = &["half", "quarter", "season", "semester", "session", "term", "time", "tournament"];
    const DAYS: &[&str] =
        &["afternoon", "day", "evening", "hour", "minute", "month", "morning", "night", "week", "year"];
    let token = sentence.tokens[i].span;
    let until = i + 1 < sentence.tokens.len() && sentence.is_any(i + 1, &["after", "before"]);
    let which = |c: usize| matches!(sentence.lower(c).as_str(), "last" | "next" | "this" | "every" | "each");
    sentence.times.iter().any(|t| t.is_point() && t.span.contains(token))
        || until && sentence.is_any(i, DAYS) && sentence.parse.child(i, Relation::Case).is_none()
        || sentence.is_any(i, STRETCHES)
            && sentence.parse.child(i, Relation::Case).is_none()
            && sentence.parse.children(i).any(|c| c < i && which(c))
}

/// Whether what the parser took for an object is who reports it: of "The bill has passed, the clerk announced" the clerk.
fn is_reporter(sentence: &Sentence, head: usize, object: usize) -> bool {
    let parse = &sentence.parse;
    let first = parse.subtree(object).start;
    let comma = first > head + 1 && sentence.word(first - 1) == ",";
    let says =
        |&c: &usize| c > object && parse.node(c).upos == Upos::Verb && !lexicon::stances(&sentence.lower(c)).is_empty();
    comma && parse.children(object).any(|c| says(&c))
}

/// Adds a participant, the noun that a relative pronoun stands for instead of the pronoun, and all that is joined to
/// it by "and".
fn add(sentence: &Sentence, found: &mut Vec<Participant>, role: Role, head: usize) {
    let parse = &sentence.parse;
    let head = antecedent(sentence, head).unwrap_or(head);
    let head = of_age(sentence, head).or_else(|| the_named(sentence, head)).unwrap_or(head);
    if is_circumstance(sentence, head) {
        return;
    }
    let head = the_one(sentence, head).unwrap_or(head);
    found.push(participant(sentence, role, head));
    let joined = parse.children(head).filter(|&c| parse.node(c).relation == Relation::Conj);
    // "Down a slope and into the lake": each has its own preposition.
    let own = |c: usize| match (role, case_of(sentence, c)) {
        (Role::Oblique(_), Some(case)) => Role::Oblique(case),
        _ => role,
    };
    let thing = |c: usize| !matches!(parse.node(c).upos, Upos::Verb | Upos::Num);
    found.extend(joined.filter(|&c| thing(c)).map(|c| participant(sentence, own(c), c)));
}

pub(super) fn participant(sentence: &Sentence, role: Role, head: usize) -> Participant {
    let head = whole(sentence, head).unwrap_or(head);
    Participant { role, head, noun: noun(sentence, head) }
}

/// The lemma of token `i` as a noun, or its lower-case form.
pub fn noun(sentence: &Sentence, i: usize) -> SmolStr {
    let lower = sentence.lower(i);
    lexicon::lemma(&lower, Pos::Noun).unwrap_or(lower)
}

/// What "none of it", "the number of bodies" or "some of the people" is a part or a count of.
fn whole(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let counts = parse.node(head).upos == Upos::Num || PARTITIVES.contains(&sentence.lower(head).as_str());
    counts.then(|| parse.children(head).find(|&c| is_of(sentence, c))).flatten()
}

fn is_of(sentence: &Sentence, i: usize) -> bool {
    let parse = &sentence.parse;
    matches!(parse.node(i).relation, Relation::Nmod | Relation::Obl)
        && parse.child(i, Relation::Case).is_some_and(|case| sentence.word(case).eq_ignore_ascii_case("of"))
}

/// Words that say how much of something: what it is stands behind "of".
const PARTITIVES: &[&str] = &[
    "none",
    "some",
    "many",
    "most",
    "few",
    "several",
    "all",
    "half",
    "part",
    "parts",
    "much",
    "any",
    "each",
    "both",
    "one",
    "number",
    "total",
    "majority",
    "rest",
    "remainder",
    "dozens",
    "hundreds",
    "thousands",
    "scores",
    "lots",
    "handful",
    "couple",
];

/// Who "was the one" that something is told of.
fn the_one(sentence: &Sentence, one: usize) -> Option<usize> {
    let told = sentence.is_any(one, &["one"]) && sentence.parse.child(one, Relation::Cop).is_some();
    told.then(|| subject(sentence, one)).flatten()
}

/// Whether what the parser took for the subject stands behind a preposition: of "Ann Lee, niece of the late Jo Hunt, died" Hunt.
fn is_behind_case(sentence: &Sentence, head: usize, subject: usize) -> bool {
    let parse = &sentence.parse;
    let before = |&c: &usize| {
        let node = parse.node(c);
        let name = |i: usize| matches!(parse.node(i).upos, Upos::Det | Upos::Adj | Upos::Propn);
        c < subject && node.relation == Relation::Case && node.upos == Upos::Adp && (c + 1..subject).all(name)
    };
    parse.node(head).upos == Upos::Verb && parse.children(head).any(|c| before(&c))
}
