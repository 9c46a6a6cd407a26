//! Who does what to whom: the predications of a sentence, from its dependency tree.
//!
//! Passives, relative clauses, coordination and infinitives are undone, so that "fired him", "he was fired",
//! "the man they fired" and "agreed to fire him" have the same agent and patient. A pure function of the sentence, kept from edit
//! to edit.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{
    frame::Frame,
    participant::{case_of, is_time, participants},
    phrase::{being, ends_with, finding, idiom, makes_way, particle, take_object},
    truth::{self, Truth},
};
use crate::language::{
    Sentence,
    lexicon::{self, Deed, Pos},
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
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Participant {
    pub role: Role,
    /// The head word.
    pub head: usize,
    /// The lemma of the noun that says what it is: of "none of the ethanol" the ethanol.
    pub noun: SmolStr,
}

/// How real the event is, as the sentence puts it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
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
    /// The lemma of the head, with its particle ("draw up").
    pub predicate: SmolStr,
    /// What it may name the doing of: see [`lexicon::deeds`].
    pub deeds: Arc<[Deed]>,
    /// The predicate is used of anything, so that it says little by itself.
    pub usual: bool,
    /// Whether it is said to be so or not to be so, what governs it included: not so of "leave" in "refused to leave".
    pub negated: bool,
    pub mood: Mood,
    /// Agent and patient first.
    pub participants: Vec<Participant>,
    /// The predication it is governed by, as an index: "said" of what was said, "refused" of what was refused.
    pub governor: Option<usize>,
    /// The lemma of the predicate that completes it: "resign" of "asked him to resign".
    pub complement: Option<SmolStr>,
}

impl Predication {
    /// The head word of the participant with this role.
    pub fn participant(&self, role: Role) -> Option<usize> {
        self.participants.iter().find(|p| p.role == role).map(|p| p.head)
    }
}

/// How often WordNet's tagged texts may have a verb that says something on its own: "resign" does, "come" does not.
const USUAL: u32 = 120;

/// Verbs that say something on their own however often they are used: what they tell happens once, or changes who has what.
const TELLING: &[&str] =
    &["begin", "build", "buy", "close", "die", "end", "kill", "open", "pay", "sell", "start", "win"];

/// To be at something that happens.
pub const ATTEND: &str = "attend";

/// To have heard of something.
pub const KNOW: &str = "know of";

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
        .map(|&head| {
            let Truth { negated, mood } = truth::truth(sentence, head);
            let (predicate, deeds) = words(sentence, head);
            let mut participants = participants(sentence, head);
            take_object(sentence, head, &predicate, &mut participants);
            let mut frame = Frame { predicate, deeds, participants, fails: false };
            frame.unfold(sentence, head);
            let Frame { predicate, deeds, participants, fails } = frame;
            let governor = governor(sentence, head).and_then(|g| heads.iter().position(|&h| h == g));
            let complement = complement(sentence, head).filter(|c| !ends_with(&predicate, c));
            let often = lexicon::word_use(&predicate).and_then(|u| u.count(Pos::Verb)).unwrap_or(0) >= USUAL;
            let usual = often && !TELLING.contains(&predicate.as_str());
            Predication {
                head,
                predicate,
                deeds: deeds.into(),
                usual,
                negated: negated != fails,
                mood,
                participants,
                governor,
                complement,
            }
        })
        .collect()
}

/// A verb with a clause of its own, or a noun or adjective with a copula; no part of a name ("van").
pub(super) fn is_predicate(sentence: &Sentence, i: usize) -> bool {
    let parse = &sentence.parse;
    let node = parse.node(i);
    let modifier = matches!(
        node.relation,
        Relation::Amod | Relation::Compound | Relation::Fixed | Relation::Case | Relation::Flat | Relation::NmodDesc
    );
    (node.upos == Upos::Verb && !modifier && !is_in_name(sentence, i)) || parse.child(i, Relation::Cop).is_some()
}

/// Whether token `i` is a particle of a name: "van" in "Ms van der Straaten".
fn is_in_name(sentence: &Sentence, i: usize) -> bool {
    let Some(next) = (i + 1 < sentence.tokens.len()).then(|| sentence.word(i + 1)) else { return false };
    let named = next.starts_with(char::is_uppercase) || lexicon::is_name_particle(next);
    named
        && lexicon::is_name_particle(sentence.word(i))
        && i > 0
        && sentence.word(i - 1).starts_with(char::is_uppercase)
}

/// The lemma of a predicate, and what it may name the doing of.
fn words(sentence: &Sentence, head: usize) -> (SmolStr, Vec<Deed>) {
    let parse = &sentence.parse;
    let lower = sentence.lower(head);
    let pos = match parse.node(head).upos {
        Upos::Verb => Pos::Verb,
        Upos::Adj => Pos::Adjective,
        _ => Pos::Noun,
    };
    // "To lay off" is no form of "lie"; "had lent" is one of "lend", whatever the tagger says.
    let have =
        |c: usize| parse.node(c).relation == Relation::Aux && sentence.is_any(c, &["had", "has", "have", "having"]);
    let infinitive = parse.node(head).xpos == Xpos::Vb && !parse.children(head).any(have);
    let base = infinitive && lexicon::is_base(&lower, Pos::Verb);
    let lemma = lexicon::lemma(&lower, pos).filter(|_| !base).unwrap_or_else(|| lower.as_str().into());
    if let Some(phrase) = (pos != Pos::Verb).then(|| being(sentence, head)).flatten() {
        let deeds = lexicon::deeds(&phrase, Pos::Verb);
        return (phrase.into(), deeds);
    }
    if let Some(verb) = (pos == Pos::Adjective).then(|| participle(sentence, head)).flatten() {
        let deeds = lexicon::deeds(&verb, Pos::Verb);
        return (verb, deeds);
    }
    if pos != Pos::Verb {
        let deeds = if pos == Pos::Noun { lexicon::deeds(&lemma, pos) } else { Vec::new() };
        return (lemma, deeds);
    }
    if let Some(verdict) = finding(sentence, head, &lemma) {
        let deeds = lexicon::deeds(&verdict, pos);
        return (verdict.into(), deeds);
    }
    if let Some(phrase) = idiom(sentence, head, &lemma) {
        let deeds = lexicon::deeds(&phrase, pos);
        return (phrase.into(), deeds);
    }
    if let Some(second) = particle(sentence, head, &lemma) {
        let phrase: SmolStr = [lemma.as_str(), " ", &second].concat().into();
        let deeds = lexicon::deeds(&phrase, pos);
        return (phrase, deeds);
    }
    // "Asked for a briefing" is to request one; "voted in January" says when.
    let obliques = |&c: &usize| parse.node(c).relation == Relation::Obl && !is_time(sentence, c);
    let joined = |c: usize| parse.children(c).filter(|&d| parse.node(d).relation == Relation::Conj);
    let way = makes_way(sentence, head, &lemma);
    let behind_way = way.then(|| parse.child(head, Relation::Obj)).flatten();
    let behind_way =
        behind_way.into_iter().flat_map(|o| parse.children(o)).filter(|&c| parse.node(c).relation == Relation::Nmod);
    let cases =
        parse.children(head).filter(obliques).chain(behind_way).flat_map(|c| std::iter::once(c).chain(joined(c)));
    let cases = cases.filter_map(|c| case_of(sentence, c)).map(|c| sentence.lower(c));
    let verb = if way { "get" } else { &lemma };
    let object = parse.child(head, Relation::Obj).is_some() && !way;
    if let Some(case) = cases.clone().find(|case| !object && lexicon::is_phrasal(verb, case)) {
        let phrase: SmolStr = [verb, " ", &case].concat().into();
        let deeds = lexicon::deeds(&phrase, pos);
        return (phrase, deeds);
    }
    let mut deeds = lexicon::deeds(&lemma, pos);
    // "Gave an assurance" is to assure.
    if LIGHT.contains(&lemma.as_str())
        && let Some(object) =
            parse.children(head).find(|&c| matches!(parse.node(c).relation, Relation::Obj | Relation::NsubjPass))
    {
        deeds.extend(lexicon::deeds(&sentence.lower(object), Pos::Noun));
    }
    deeds.sort();
    deeds.dedup();
    (lemma, deeds)
}

/// The verb of a participle that the tagger takes for an adjective, "was insured"; not of one that is used as such, "was tired".
pub(super) fn participle(sentence: &Sentence, head: usize) -> Option<SmolStr> {
    let lower = sentence.lower(head);
    let is = sentence.parse.node(head).upos == Upos::Adj && sentence.parse.child(head, Relation::Cop).is_some();
    let used = |word: &str, pos| lexicon::word_use(word).and_then(|used| used.count(pos)).unwrap_or(0);
    let verb = lexicon::lemma(&lower, Pos::Verb).filter(|verb| is && *verb != lower && !lower.ends_with("ing"))?;
    (used(&lower, Pos::Adjective) * RARER <= used(&verb, Pos::Verb)).then_some(verb)
}

/// So many times rarer an adjective is than the verb of which it is a participle, if it is no word of its own.
const RARER: u32 = 4;

/// Verbs that say little: what is done is said by their object.
const LIGHT: &[&str] =
    &["give", "make", "take", "have", "do", "hold", "carry out", "issue", "offer", "launch", "receive", "get"];

/// The predicate whose complement or infinitive this one is.
pub(super) fn governor(sentence: &Sentence, head: usize) -> Option<usize> {
    let above = sentence.parse.head(head)?;
    let completes = match sentence.parse.node(head).relation {
        Relation::Ccomp | Relation::Xcomp | Relation::Parataxis | Relation::Conj | Relation::Advcl => true,
        // "Denied on Monday that he had": what stands behind its verb is its complement.
        Relation::Csubj | Relation::CsubjPass => above < head,
        _ => false,
    };
    completes.then_some(above)
}

/// Nouns that leave it to somebody to do what their infinitive says: "the chance to resign".
const CHANCES: &[&str] = &["chance", "opportunity", "option", "right", "permission", "offer"];

fn complement(sentence: &Sentence, head: usize) -> Option<SmolStr> {
    let parse = &sentence.parse;
    let completes = |c: &usize| matches!(parse.node(*c).relation, Relation::Ccomp | Relation::Xcomp);
    let chance = || {
        let object =
            |&c: &usize| matches!(parse.node(c).relation, Relation::Obj | Relation::NsubjPass | Relation::Xcomp);
        let noun = parse.children(head).filter(object).find(|&c| CHANCES.contains(&sentence.lower(c).as_str()))?;
        parse.child(noun, Relation::Acl)
    };
    let verb = chance().or_else(|| parse.children(head).find(completes))?;
    Some(words(sentence, verb).0)
}

/// A passive, reduced ones included: "fired", "was fired", "the man fired on Friday".
pub fn is_passive(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let node = parse.node(head);
    // "Has taken over its rival", of which a parser may take the subject for that of a passive.
    let perfect = |c: usize| parse.node(c).relation == Relation::Aux && sentence.is_any(c, &["had", "has", "have"]);
    let had = !has(sentence, head, Relation::AuxPass) && parse.children(head).any(perfect);
    parse.children(head).any(|c| match parse.node(c).relation {
        Relation::AuxPass => true,
        Relation::NsubjPass => !had,
        _ => false,
    })
        || participle(sentence, head).is_some()
        || node.relation == Relation::Acl
            && (node.xpos == Xpos::Vbn
                && !(has(sentence, head, Relation::Obj) && (is_root_phrase(sentence, head) || is_apart(sentence, head)))
                || node.xpos == Xpos::Vbd && !has(sentence, head, Relation::Obj))
        // "Founded in 1921, the mill stands by the river."
        || node.relation == Relation::Advcl
            && node.xpos == Xpos::Vbn
            && ![Relation::Obj, Relation::Aux, Relation::Mark, Relation::Nsubj].iter().any(|&r| has(sentence, head, r))
        || (node.relation == Relation::Conj
            && node.xpos == Xpos::Vbn
            && !parse
                .children(head)
                .any(|c| parse.node(c).relation.is_subject() || parse.node(c).relation == Relation::Aux)
            && parse.head(head).is_some_and(|h| is_passive(sentence, h)))
}

/// Whether a participle with an object stands behind a comma: of "Ann Lee, a passenger, stabbed the driver" it is the verb.
fn is_apart(sentence: &Sentence, head: usize) -> bool {
    let comma = head > 0 && sentence.is_any(head - 1, &[","]);
    let appos = sentence.parse.head(head).is_some_and(|noun| sentence.parse.node(noun).relation == Relation::Appos);
    comma && appos && !is_of_two(sentence, head)
}

/// Whether a participle with an object stands for the verb of its sentence: of "the office issued no warning" parsers may take all for
/// a noun phrase. What two objects are given may keep one: "the woman given a prize".
fn is_root_phrase(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let alone = parse
        .head(head)
        .is_some_and(|noun| parse.node(noun).relation == Relation::Root && parse.child(noun, Relation::Cop).is_none());
    alone && !is_of_two(sentence, head)
}

/// Whether a verb has two objects, of which its passive keeps one.
fn is_of_two(sentence: &Sentence, head: usize) -> bool {
    const OF_TWO: &[&str] = &[
        "allow", "appoint", "award", "call", "charge", "deny", "elect", "fine", "give", "grant", "hand", "lend",
        "make", "name", "offer", "owe", "pay", "promise", "refuse", "send", "serve", "show", "teach", "tell",
    ];
    lexicon::lemma(&sentence.lower(head), Pos::Verb).is_none_or(|verb| OF_TWO.contains(&verb.as_str()))
}

fn has(sentence: &Sentence, head: usize, relation: Relation) -> bool {
    sentence.parse.child(head, relation).is_some()
}
