//! Who takes part in a predication.

mod relative;

use smol_str::SmolStr;

use super::{
    predication::{Participant, Role, is_passive, is_predicate},
    spot::spots,
};
use crate::language::{
    Sentence,
    lexicon::{self, Pos},
    model::{Relation, Upos, Xpos},
};

use relative::antecedent;
pub use relative::is_cleft;

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
            Relation::NsubjPass => Role::Patient,
            Relation::Nsubj if passive => Role::Patient,
            Relation::Nsubj | Relation::NsubjOuter => Role::Agent,
            Relation::Obj if is_tally(sentence, c) || is_reporter(sentence, head, c) => continue,
            Relation::Obj => Role::Patient,
            Relation::Iobj => Role::Recipient,
            Relation::OblAgent => Role::Agent,
            Relation::Obl => match case_of(sentence, c) {
                Some(case) if passive && sentence.word(case).eq_ignore_ascii_case("by") => Role::Agent,
                Some(case) => Role::Oblique(case),
                None => continue,
            },
            _ => continue,
        };
        add(sentence, &mut found, role, c);
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

/// The preposition of a noun; of a name, also where the parser hung it on the first part.
pub(super) fn case_of(sentence: &Sentence, noun: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let part =
        || parse.children(noun).take_while(|&c| c < noun).find(|&c| parse.node(c).relation == Relation::Compound);
    parse.child(noun, Relation::Case).or_else(|| parse.child(part()?, Relation::Case))
}

/// Whether token `i` belongs to an expression of time, or is one by its words: "last term", "this season".
pub(super) fn is_time(sentence: &Sentence, i: usize) -> bool {
    const STRETCHES: &[&str] = &["half", "quarter", "season", "semester", "session", "term", "time", "tournament"];
    let token = sentence.tokens[i].span;
    let which = |c: usize| matches!(sentence.lower(c).as_str(), "last" | "next" | "this" | "every" | "each");
    sentence.times.iter().any(|t| t.is_point() && t.span.contains(token))
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
    let head = the_one(sentence, head).unwrap_or(head);
    found.push(participant(sentence, role, head));
    let joined = parse.children(head).filter(|&c| parse.node(c).relation == Relation::Conj);
    // "Down a slope and into the lake": each has its own preposition.
    let own = |c: usize| match (role, case_of(sentence, c)) {
        (Role::Oblique(_), Some(case)) => Role::Oblique(case),
        _ => role,
    };
    found.extend(joined.filter(|&c| parse.node(c).upos != Upos::Verb).map(|c| participant(sentence, own(c), c)));
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

/// The subject that a verb without one shares: of the verb it is joined to, of the one it completes, the noun it
/// describes.
fn inherited_subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let node = parse.node(head);
    let governor = parse.head(head)?;
    match node.relation {
        Relation::Conj if is_predicate(sentence, governor) => subject(sentence, governor),
        // "Tore open the hull and sank it": parsers hang the second verb on the object of the first.
        Relation::Conj if parse.node(governor).relation == Relation::Obj && finite(sentence, head) => {
            subject(sentence, parse.head(governor)?)
        }
        // "The charge that killed them went off": what is finite is no complement of a verb inside.
        Relation::Xcomp
            if matches!(node.xpos, Xpos::Vbd | Xpos::Vbz) && parse.node(governor).relation == Relation::AclRelcl =>
        {
            parse.head(governor)
        }
        // "asked him to resign": the object of asking is who resigns.
        Relation::Xcomp => parse.child(governor, Relation::Obj).or_else(|| subject(sentence, governor)),
        // "Saw the doctor give him the pills": the object of seeing is who does it.
        Relation::Parataxis | Relation::Ccomp if node.xpos == Xpos::Vb && perceives(sentence, governor) => {
            parse.child(governor, Relation::Obj)
        }
        Relation::Advcl => subject(sentence, governor),
        // "Lodged a complaint accusing him": who lodges it accuses.
        Relation::Acl if node.xpos == Xpos::Vbg && is_said(sentence, governor) => {
            subject(sentence, parse.head(governor)?)
        }
        Relation::Acl | Relation::AclRelcl => {
            // What is finite is no participle, and what has an object no passive: it belongs to the noun phrase as a whole.
            let active = node.xpos == Xpos::Vbd && parse.child(head, Relation::Obj).is_some();
            let of_it = |i: &usize| {
                let part = parse.node(*i).relation;
                let inside = part == Relation::Appos || part == Relation::Nmod && active;
                inside && finite(sentence, head) && node.relation == Relation::Acl
            };
            std::iter::successors(Some(governor), |&i| parse.head(i).filter(|_| of_it(&i))).last()
        }
        _ => None,
    }
}

/// Whether a verb takes what somebody is seen to do, or made to.
fn perceives(sentence: &Sentence, verb: usize) -> bool {
    const PERCEIVING: &[&str] = &["feel", "have", "hear", "help", "let", "make", "notice", "observe", "see", "watch"];
    lexicon::lemma(&sentence.lower(verb), Pos::Verb).is_some_and(|verb| PERCEIVING.contains(&verb.as_str()))
}

/// Whether a noun is something that somebody says or writes, and the object of that.
fn is_said(sentence: &Sentence, noun: usize) -> bool {
    let said = [lexicon::Class::Communication, lexicon::Class::Document];
    sentence.parse.node(noun).relation == Relation::Obj
        && said.iter().any(|&class| lexicon::is_a(&self::noun(sentence, noun), class, 3))
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

fn finite(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    matches!(parse.node(head).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) || parse.child(head, Relation::Aux).is_some()
}

/// The subject that the parser gave to a clause inside: of "Ann Lee, whose firm built it, denied that" the name.
fn stray_subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let node = parse.node(head);
    if !finite(sentence, head) || !matches!(node.relation, Relation::Root | Relation::Ccomp | Relation::Parataxis) {
        return None;
    }
    let inside = parse.children(head).take_while(|&c| c < head).filter(|&c| parse.node(c).relation == Relation::Advcl);
    inside.flat_map(|c| parse.children(c)).find(|&c| parse.node(c).relation.is_subject() && !is_time(sentence, c))
}

/// The noun phrase between a comma and a finite verb, where the parser hung it on what stands before the comma: of "Behind us, two
/// cars were burning" the cars.
fn subject_in_front(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let auxiliary = |&c: &usize| c < head && matches!(parse.node(c).relation, Relation::Aux | Relation::AuxPass);
    let verb = parse.children(head).find(auxiliary).unwrap_or(head);
    let last = verb.checked_sub(1)?;
    let noun = |i: usize| matches!(parse.node(i).upos, Upos::Noun | Upos::Propn | Upos::Num);
    if !finite(sentence, head) || parse.node(head).relation != Relation::Root || !noun(last) {
        return None;
    }
    let comma = (0..last).rev().find(|&i| parse.node(i).upos == Upos::Punct)?;
    let top = parse.path(last).take_while(|&i| (comma + 1..verb).contains(&i)).last()?;
    let free = noun(top) && case_of(sentence, top).is_none() && !is_time(sentence, top);
    (sentence.word(comma) == "," && free).then_some(top)
}

/// How far behind a passive its agent is looked for where the parser hung it elsewhere.
const AGENT_REACH: usize = 10;

/// The name behind "by" after a passive, where the parser made it part of something else.
fn stray_agent(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let end = (head + AGENT_REACH).min(sentence.tokens.len());
    let by = (head + 1..end).find(|&i| sentence.word(i).eq_ignore_ascii_case("by"))?;
    let between = (head + 1..by).all(|i| parse.node(i).upos != Upos::Verb && sentence.word(i) != ",");
    let named = (by + 1..end).find(|&i| sentence.word(i).starts_with(char::is_uppercase) && !is_time(sentence, i))?;
    let only_name =
        (by + 1..named).all(|i| lexicon::is_name_particle(sentence.word(i)) || parse.node(i).upos == Upos::Det);
    (between && only_name).then_some(named)
}

/// The subject of a predicate, its own or shared.
fn subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let own = parse.children(head).filter(|&c| parse.node(c).relation.is_subject() && !is_time(sentence, c));
    let nearest = own.min_by_key(|&c| c.abs_diff(head));
    nearest.map(|c| antecedent(sentence, c).unwrap_or(c)).or_else(|| inherited_subject(sentence, head))
}
