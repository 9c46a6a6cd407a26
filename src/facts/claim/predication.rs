//! Who does what to whom: the predications of a sentence, from its dependency tree.
//!
//! Passives, relative clauses, coordination and infinitives are undone, so that "fired him", "he was fired",
//! "the man they fired" and "agreed to fire him" have the same agent and patient.

use crate::language::{
    Sentence,
    model::{Relation, Upos, Xpos},
};

/// The part that a participant plays.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    Agent,
    Patient,
    Recipient,
    /// Behind a preposition, whose token this is.
    Oblique(usize),
}

/// Somebody or something that takes part. Tokens of the sentence.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Participant {
    pub role: Role,
    /// The head word.
    pub head: usize,
}

/// How real the event is, as the sentence puts it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mood {
    /// It happened or holds.
    Real,
    /// It is to happen: "will", "is to", "plans to".
    Planned,
    /// It may be so: "could", "might", "if", a question.
    Possible,
}

/// One proposition of a sentence. Tokens of the sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Predication {
    /// The verb, or the noun or adjective of a copula.
    pub head: usize,
    pub negated: bool,
    pub mood: Mood,
    /// Agent and patient first.
    pub participants: Vec<Participant>,
    /// The predication it is governed by, as an index: "said" of what was said, "refused" of what was refused.
    pub governor: Option<usize>,
}

impl Predication {
    /// The head word of the participant with this role.
    pub fn participant(&self, role: Role) -> Option<usize> {
        self.participants.iter().find(|p| p.role == role).map(|p| p.head)
    }
}

/// Sentences of more tokens are no prose (lists, tables, text that lost its marks): nothing is claimed in them. The cap
/// also bounds what is quadratic in the length of a sentence here, and the depth of recursion.
const LONGEST: usize = 500;

/// The predications of a sentence, in the order of their heads.
pub fn predications(sentence: &Sentence) -> Vec<Predication> {
    let parse = &sentence.parse;
    if sentence.tokens.len() > LONGEST {
        return Vec::new();
    }
    let heads: Vec<usize> = (0..parse.nodes().len()).filter(|&i| is_predicate(sentence, i)).collect();
    heads
        .iter()
        .map(|&head| Predication {
            head,
            negated: is_negated(sentence, head),
            mood: mood(sentence, head),
            participants: participants(sentence, head),
            governor: governor(sentence, head).and_then(|g| heads.iter().position(|&h| h == g)),
        })
        .collect()
}

/// A verb with a clause of its own, or a noun or adjective with a copula.
fn is_predicate(sentence: &Sentence, i: usize) -> bool {
    let parse = &sentence.parse;
    let node = parse.node(i);
    let modifier = matches!(node.relation, Relation::Amod | Relation::Compound | Relation::Fixed | Relation::Case);
    (node.upos == Upos::Verb && !modifier) || parse.child(i, Relation::Cop).is_some()
}

const NEGATORS: &[&str] = &[
    "not", "n't", "n’t", "never", "no", "nobody", "none", "nothing", "neither", "nor", "hardly", "scarcely", "without",
];

/// "not", "n't", "never", "no longer" beside the verb, or a subject or object that is none: "nobody", "no manager".
pub fn is_negated(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    parse.children(head).any(|c| {
        let relation = parse.node(c).relation;
        let negative = |i: usize| NEGATORS.contains(&sentence.word(i).to_lowercase().as_str());
        match relation {
            Relation::Advmod | Relation::Aux | Relation::Cc => negative(c),
            _ if relation.is_subject() || relation == Relation::Obj => {
                negative(c) || parse.children(c).any(|d| parse.node(d).relation == Relation::Det && negative(d))
            }
            Relation::Obl => parse.children(c).any(|d| parse.node(d).relation == Relation::Det && negative(d)),
            _ => false,
        }
    })
}

fn mood(sentence: &Sentence, head: usize) -> Mood {
    let parse = &sentence.parse;
    let word = |i: usize| sentence.word(i).to_lowercase();
    for c in parse.children(head) {
        match parse.node(c).relation {
            Relation::Aux => match word(c).as_str() {
                "will" | "’ll" | "'ll" | "shall" | "wo" => return Mood::Planned,
                "would" => return Mood::Planned,
                "may" | "might" | "could" | "can" | "should" | "must" => return Mood::Possible,
                _ => {}
            },
            Relation::Mark if matches!(word(c).as_str(), "if" | "whether" | "unless") => return Mood::Possible,
            _ => {}
        }
    }
    // "is to close", "was to shed": an infinitive that is the predicate of a form of "be".
    let infinitive = parse.node(head).xpos == Xpos::Vb && parse.children(head).any(|c| parse.node(c).xpos == Xpos::To);
    if infinitive { Mood::Planned } else { Mood::Real }
}

/// The predicate whose complement or infinitive this one is.
fn governor(sentence: &Sentence, head: usize) -> Option<usize> {
    let node = sentence.parse.node(head);
    matches!(node.relation, Relation::Ccomp | Relation::Xcomp | Relation::Parataxis | Relation::Conj | Relation::Advcl)
        .then(|| sentence.parse.head(head))
        .flatten()
}

fn participants(sentence: &Sentence, head: usize) -> Vec<Participant> {
    let parse = &sentence.parse;
    let mut found = Vec::new();
    let passive = is_passive(sentence, head);
    for c in parse.children(head) {
        let role = match parse.node(c).relation {
            Relation::NsubjPass => Role::Patient,
            Relation::Nsubj if passive => Role::Patient,
            Relation::Nsubj | Relation::NsubjOuter => Role::Agent,
            Relation::Obj => Role::Patient,
            Relation::Iobj => Role::Recipient,
            Relation::OblAgent => Role::Agent,
            Relation::Obl => match parse.child(c, Relation::Case) {
                Some(case) if passive && sentence.word(case).eq_ignore_ascii_case("by") => Role::Agent,
                Some(case) => Role::Oblique(case),
                None => continue,
            },
            _ => continue,
        };
        add(sentence, &mut found, role, c);
    }
    let role = if passive { Role::Patient } else { Role::Agent };
    if !found.iter().any(|p| p.role == role)
        && let Some(subject) = inherited_subject(sentence, head)
    {
        add(sentence, &mut found, role, subject);
    }
    found.sort_by_key(|p| p.role);
    found
}

/// Adds a participant, the noun that a relative pronoun stands for instead of the pronoun, and all that is joined to
/// it by "and".
fn add(sentence: &Sentence, found: &mut Vec<Participant>, role: Role, head: usize) {
    let parse = &sentence.parse;
    let head = antecedent(sentence, head).unwrap_or(head);
    found.push(Participant { role, head });
    let joined = parse.children(head).filter(|&c| parse.node(c).relation == Relation::Conj);
    found.extend(joined.filter(|&c| parse.node(c).upos != Upos::Verb).map(|head| Participant { role, head }));
}

/// What "who", "which" or "that" at the front of a relative clause stands for.
fn antecedent(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    let parse = &sentence.parse;
    if !matches!(parse.node(pronoun).xpos, Xpos::Wp | Xpos::Wdt) {
        return None;
    }
    let clause = parse.path(pronoun).find(|&i| parse.node(i).relation == Relation::AclRelcl)?;
    parse.head(clause)
}

/// The subject that a verb without one shares: of the verb it is joined to, of the one it completes, the noun it
/// describes.
fn inherited_subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let node = parse.node(head);
    let governor = parse.head(head)?;
    match node.relation {
        Relation::Conj if is_predicate(sentence, governor) => subject(sentence, governor),
        // "asked him to resign": the object of asking is who resigns.
        Relation::Xcomp => parse.child(governor, Relation::Obj).or_else(|| subject(sentence, governor)),
        Relation::Advcl => subject(sentence, governor),
        Relation::Acl | Relation::AclRelcl => Some(governor),
        _ => None,
    }
}

/// The subject of a predicate, its own or shared.
fn subject(sentence: &Sentence, head: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let own = parse.children(head).find(|&c| parse.node(c).relation.is_subject());
    own.map(|c| antecedent(sentence, c).unwrap_or(c)).or_else(|| inherited_subject(sentence, head))
}

/// A passive, reduced ones included: "fired", "was fired", "the man fired on Friday".
pub fn is_passive(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let node = parse.node(head);
    parse.children(head).any(|c| matches!(parse.node(c).relation, Relation::AuxPass | Relation::NsubjPass))
        || (node.relation == Relation::Acl && node.xpos == Xpos::Vbn)
        || (node.relation == Relation::Conj
            && node.xpos == Xpos::Vbn
            && !parse
                .children(head)
                .any(|c| parse.node(c).relation.is_subject() || parse.node(c).relation == Relation::Aux)
            && parse.head(head).is_some_and(|h| is_passive(sentence, h)))
}
