//! Who did it, in the constructions that say so: "was the author of", "was behind", "claimed responsibility for", "blamed".

use smol_str::SmolStr;

use super::{Acts, Filled, Filler, party};
use crate::{
    facts::claim::{
        Claim,
        clause::Clauses,
        participant::case_of,
        predication::{Mood, Predication, Role},
    },
    language::{
        lexicon::{self, Class, Deed, Pos},
        model::{Relation, Upos},
    },
    text::Span,
};

/// To do what a noun tells is done.
const DO: &str = "carry out";

/// Verbs for it.
const DOING: &[&str] = &[
    "carry out",
    "commit",
    "conduct",
    "detonate",
    "execute",
    "explode",
    "launch",
    "mount",
    "perpetrate",
    "plant",
    "pull off",
    "set off",
    "stage",
];

/// A deed, who does it and to what. Tokens of the sentence.
struct Done {
    predicate: SmolStr,
    deeds: Vec<Deed>,
    by: Vec<usize>,
    to: Vec<usize>,
}

/// Hands on each deed whose doer is told of, with the place of the doer.
pub fn each<'a>(clauses: &'a Clauses, outline: &Claim, add: &mut dyn FnMut(Span, Filler, Acts<'a>)) {
    for p in clauses.predications.iter().filter(|p| !p.negated) {
        let Some(done) = blamed(clauses, p)
            .or_else(|| responsible(clauses, p))
            .or_else(|| named(clauses, p))
            .or_else(|| plain(clauses, p))
        else {
            continue;
        };
        // "Raised the alarm": the phrase has its object in it.
        let whole = done.predicate.split(' ').count() > 2 && done.predicate.split(' ').any(|word| word == "the");
        if done.by.is_empty() || done.to.is_empty() && !whole {
            continue;
        }
        let filled = |i: &usize| Filled { noun: noun(clauses, *i), party: party(clauses, outline, *i) };
        let (by, to) = (done.by.iter().map(filled).collect(), done.to.iter().map(filled).collect());
        let span = clauses.span(p.head.min(done.by[0]), p.head.max(done.by[0]));
        let filler = Filler::Doer { predicate: done.predicate, deeds: done.deeds.into(), by, to };
        add(span, filler, Acts { tokens: vec![p.head], predication: Some(p), whole: false });
    }
}

/// Who are several or belong to something: what they are stands beside.
const SOME: &[&str] = &[
    "assistant",
    "band",
    "column",
    "company",
    "couple",
    "crew",
    "crowd",
    "delegate",
    "detachment",
    "employee",
    "gang",
    "group",
    "handful",
    "member",
    "pair",
    "party",
    "platoon",
    "representative",
    "shift",
    "squad",
    "staff",
    "team",
    "trio",
    "unit",
    "worker",
];

/// What those at a token are: of "a party of bell-ringers" bell-ringers, of "members of the teachers' union" teachers.
fn noun(clauses: &Clauses, i: usize) -> SmolStr {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let of = |c: &usize| case_of(sentence, *c).is_some_and(|case| sentence.is_any(case, &["of", "from"]));
    let beside = |i: usize| {
        let behind = parse.children(i).find(|c| *c > i && parse.node(*c).relation == Relation::Nmod && of(c));
        let before =
            || parse.children(i).find(|c| matches!(parse.node(*c).relation, Relation::NmodPoss | Relation::Compound));
        behind.or_else(before)
    };
    let some = SOME.contains(&clauses.noun(i).as_str());
    let told = |i: &usize| lexicon::is_doer(&compound(clauses, *i));
    let first = beside(i).filter(|_| some);
    let members = first.into_iter().chain(first.and_then(beside)).find(told);
    compound(clauses, members.unwrap_or(i))
}

/// The noun of a token, with the noun before it where the two together are told apart from others: "fishing boat".
fn compound(clauses: &Clauses, i: usize) -> SmolStr {
    let single = clauses.noun(i);
    let Some(before) = i.checked_sub(1) else { return single };
    let both: SmolStr = [&clauses.noun(before), " ", &single].concat().into();
    if lexicon::is_doer(&both) { both } else { single }
}

fn heads(p: &Predication, role: Role) -> Vec<usize> {
    p.participants.iter().filter(|q| q.role == role).map(|q| q.head).collect()
}

/// Whom or what stands behind a preposition, wherever it hangs behind the predicate.
fn behind(clauses: &Clauses, p: &Predication, word: &str) -> Vec<usize> {
    let sentence = clauses.sentence();
    let is = |case: usize| case > p.head && sentence.word(case).eq_ignore_ascii_case(word);
    let known = p.participants.iter().filter(|q| matches!(q.role, Role::Oblique(case) if is(case)));
    known.map(|q| q.head).collect()
}

/// "Blamed rebels for the attack", "blamed rebels for blowing up the bridge".
fn blamed(clauses: &Clauses, p: &Predication) -> Option<Done> {
    if p.predicate != "blame" && p.predicate != "hold responsible" {
        return None;
    }
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let by = heads(p, Role::Patient);
    let to = behind(clauses, p, "for");
    if !to.is_empty() {
        return Some(Done { predicate: DO.into(), deeds: Vec::new(), by, to });
    }
    let done = clauses.predications.iter().find(|q| {
        q.head > p.head
            && parse.is_within(q.head, p.head)
            && parse.children(q.head).any(|c| c < q.head && sentence.word(c).eq_ignore_ascii_case("for"))
    })?;
    Some(Done { predicate: done.predicate.clone(), deeds: done.deeds.to_vec(), by, to: heads(done, Role::Patient) })
}

/// "Claimed responsibility for the bomb", "were behind the attack", "the attack was the work of rebels".
fn responsible(clauses: &Clauses, p: &Predication) -> Option<Done> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let by = heads(p, Role::Agent);
    let done = |by, to| Some(Done { predicate: DO.into(), deeds: Vec::new(), by, to });
    let object = || p.participants.iter().find(|q| q.role == Role::Patient);
    if matches!(p.predicate.as_str(), "admit" | "claim") && object().is_some_and(|q| q.noun == "responsibility") {
        return done(by, behind(clauses, p, "for"));
    }
    parse.child(p.head, Relation::Cop)?;
    let case = case_of(sentence, p.head).map(|c| sentence.lower(c));
    if case.as_deref() == Some("behind") {
        return done(by, vec![p.head]);
    }
    if p.predicate == "responsible" {
        return done(by, behind(clauses, p, "for"));
    }
    let of = parse.children(p.head).find(|&c| case_of(sentence, c).is_some_and(|case| sentence.word(case) == "of"))?;
    if p.predicate != "work" {
        return None;
    }
    // "The hall is the work of Ann Lee": what is no deed was made.
    let happens =
        |i: &usize| [Class::Act, Class::Event].iter().any(|&class| lexicon::is_a(&clauses.noun(*i), class, 1));
    if by.iter().any(happens) {
        return done(vec![of], by);
    }
    let deeds = MAKING.iter().flat_map(|verb| lexicon::deeds(verb, Pos::Verb)).collect();
    Some(Done { predicate: "create".into(), deeds, by: vec![of], to: by })
}

/// Verbs of making what is somebody's work.
const MAKING: &[&str] = &["build", "compose", "create", "design", "develop", "paint", "sculpt", "write"];

/// "Was the author of the report" has written it; "was the first to notice" has noticed.
fn named(clauses: &Clauses, p: &Predication) -> Option<Done> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    parse.child(p.head, Relation::Cop)?;
    let by = heads(p, Role::Agent);
    let first = sentence.word(p.head).eq_ignore_ascii_case("first");
    let inside = |q: &&Predication| q.head > p.head && parse.head(q.head) == Some(p.head);
    if let Some(done) = clauses.predications.iter().find(inside).filter(|_| first) {
        return Some(Done {
            predicate: done.predicate.clone(),
            deeds: done.deeds.to_vec(),
            by,
            to: heads(done, Role::Patient),
        });
    }
    if !lexicon::is_a(&p.predicate, Class::Person, 2) {
        return None;
    }
    let of = parse.children(p.head).filter(|&c| c > p.head && parse.node(c).upos != Upos::Verb);
    let to: Vec<usize> = of.filter(|&c| case_of(sentence, c).is_some_and(|case| sentence.word(case) == "of")).collect();
    let verbs: Vec<SmolStr> = lexicon::relatives(&p.predicate, Pos::Noun)
        .filter(|(_, pos)| *pos == Pos::Verb)
        .map(|(verb, _)| verb)
        .collect();
    let verb = verbs.first()?.clone();
    let deeds = verbs.iter().flat_map(|verb| lexicon::deeds(verb, Pos::Verb)).collect();
    Some(Done { predicate: verb, deeds, by, to })
}

/// The verb with its own subject and object.
fn plain(clauses: &Clauses, p: &Predication) -> Option<Done> {
    // "Was at the wheel".
    let verb = clauses.sentence().parse.node(p.head).upos == Upos::Verb
        || p.predicate.starts_with("be ") && !p.deeds.is_empty();
    if p.mood == Mood::Possible || !verb {
        return None;
    }
    let to = heads(p, Role::Patient);
    let does = DOING.contains(&p.predicate.as_str());
    // "The clearance was carried out by guards": what they did is to clear.
    if let Some((verb, deeds)) = to.first().filter(|_| p.predicate == DO).and_then(|&what| done_by_name(clauses, what))
    {
        return Some(Done { predicate: verb, deeds, by: heads(p, Role::Agent), to });
    }
    let predicate = if does { DO.into() } else { p.predicate.clone() };
    let deeds = if does { Vec::new() } else { p.deeds.to_vec() };
    Some(Done { predicate, deeds, by: heads(p, Role::Agent), to })
}

/// The verb of which a noun is the deed, and the deeds that it may be.
fn done_by_name(clauses: &Clauses, noun: usize) -> Option<(SmolStr, Vec<Deed>)> {
    let noun = clauses.noun(noun);
    let (verb, _) = lexicon::relatives(&noun, Pos::Noun).find(|(_, pos)| *pos == Pos::Verb)?;
    let deeds = lexicon::deeds(&noun, Pos::Noun);
    (!deeds.is_empty() && lexicon::done_once(&verb).is_some()).then_some((verb, deeds))
}
