//! Claims of which way an amount goes: "ticket sales rose", "a fall in rents", "diesel got cheaper".

use std::sync::Arc;

use super::{
    Claim, Content, Event, Mood, Word,
    circumstance::near,
    clause::Clauses,
    participant::{is_extent, is_time},
    predication::{Predication, Role},
};
use crate::language::{
    lexicon::{self, Class, Pos, Way, way},
    model::{Relation, Upos, Xpos},
};

/// Which way an amount goes.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    pub way: Way,
    /// The nouns for the amount: of "the price of diesel at the port" all three.
    pub thing: Arc<[Word]>,
    /// The one that leads the others.
    pub head: Option<Word>,
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// An amount, and the word that says which way it goes.
struct Read {
    way: Way,
    thing: usize,
    told: usize,
}

/// The trends of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    let mut reads: Vec<Read> = clauses.predications.iter().filter_map(|p| of_verb(clauses, p)).collect();
    reads.extend((0..clauses.sentence().tokens.len()).filter_map(|i| of_noun(clauses, i)));
    for Read { way, thing, told } in reads {
        let nouns = nouns(clauses, thing);
        let head = nouns.iter().find(|word| word.token as usize == thing).cloned();
        if nouns.is_empty() || !is_amount(clauses, thing) && !is_counted(clauses, thing, told) {
            continue;
        }
        let occasion = clauses.words_around(before);
        found.push(Claim {
            span: clauses.span(thing.min(told), thing.max(told)),
            sentence: number,
            event: Event { parties: near(clauses).collect(), ..Event::of("trend", Arc::default()) },
            content: Content::Trend(Arc::new(Trend { way, thing: nouns.into(), head, occasion })),
            attribution: None,
            times: clauses.times.iter().map(|t| t.time.clone()).filter(|t| t.expression.is_point()).collect(),
        });
    }
}

/// Verbs beside which an adjective says where an amount goes or ends: "got cheaper", "closed higher".
const BECOMING: &[&str] =
    &["become", "close", "come in", "end", "finish", "get", "grow", "open", "settle", "stand", "start", "trade"];

/// How far behind the verb that adjective is looked for.
const REACH: usize = 6;

/// "Sales rose", "rents are higher", "diesel got cheaper", "found support rising".
fn of_verb(clauses: &Clauses, predication: &Predication) -> Option<Read> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let head = predication.head;
    if predication.negated || predication.mood != Mood::Real {
        return None;
    }
    let adjective = |i: usize| way(&sentence.lower(i), Pos::Adjective);
    let becomes = BECOMING.contains(&predication.predicate.as_str());
    // "Closed four per cent higher": what says by how much may hide it from the parser.
    let near = (head + 1..sentence.tokens.len().min(head + REACH)).take_while(|&i| sentence.word(i) != ",");
    let compared =
        near.clone().find(|&i| matches!(parse.node(i).xpos, Xpos::Jjr | Xpos::Rbr) && adjective(i).is_some());
    let turned = parse.children(head).find(|&c| c > head && adjective(c).is_some()).or(compared).filter(|_| becomes);
    // "Shares were up four per cent".
    let is = parse.child(head, Relation::Cop);
    let up = || is.and_then(|is| (is + 1..head).find(|&i| sentence.is_any(i, &["up", "down"])));
    let (way, told) = match turned.or_else(up) {
        Some(turned) => (adjective(turned)?, turned),
        None if is.is_some() => (adjective(head)?, head),
        // What is done to an amount somebody does.
        None if parse
            .child(head, Relation::Obj)
            .is_some_and(|done| !is_time(sentence, done) && !is_extent(sentence, done)) =>
        {
            return None;
        }
        None => (way(&predication.predicate, Pos::Verb)?, head),
    };
    // Of "the number of storks" the number goes up.
    let number =
        || parse.children(head).find(|&c| parse.node(c).relation.is_subject() && sentence.is_any(c, &["number"]));
    let participant = || predication.participant(Role::Agent).or(predication.participant(Role::Patient));
    let subject = number().or_else(participant)?;
    // "Found sympathy for the miners rising": parsers hang the participle on the nearest noun.
    let hung = matches!(parse.node(head).relation, Relation::Acl) && parse.node(head).xpos == Xpos::Vbg;
    let above = |&i: &usize| parse.head(i).filter(|_| hung && parse.node(i).relation == Relation::Nmod);
    let thing = std::iter::successors(Some(subject), above).last()?;
    Some(Read { way, thing, told })
}

/// "A fall in rents".
fn of_noun(clauses: &Clauses, i: usize) -> Option<Read> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    if parse.node(i).upos != Upos::Noun {
        return None;
    }
    let way = way(&clauses.noun(i), Pos::Noun)?;
    let denied = |p: &Predication| (p.negated || p.mood != Mood::Real) && parse.path(i).any(|above| above == p.head);
    if clauses.predications.iter().any(denied) {
        return None;
    }
    let within =
        |&c: &usize| c > i && parse.child(c, Relation::Case).is_some_and(|case| sentence.is_any(case, &["in", "of"]));
    // "Saw its profit fall", "a price rise".
    let before = |&c: &usize| c < i && parse.node(c).relation == Relation::Compound && is_measured(clauses, c);
    let thing = parse.children(i).find(within).or_else(|| parse.children(i).find(before))?;
    if parse.node(thing).upos != Upos::Noun {
        return None;
    }
    Some(Read { way, thing, told: i })
}

/// Whether what is told of is how many there are: "a decline in storks", "the number of storks".
fn is_counted(clauses: &Clauses, thing: usize, told: usize) -> bool {
    let parse = &clauses.sentence().parse;
    parse.node(told).upos == Upos::Noun && parse.node(thing).xpos == Xpos::Nns
}

/// Whether it is a noun for what is measured in money or counted: "profit", "sales", "a number".
fn is_measured(clauses: &Clauses, i: usize) -> bool {
    let noun = clauses.noun(i);
    ["asset", "gain", "income", "price", "rate", "cost"]
        .iter()
        .any(|kind| lexicon::is_kind_of(&noun, kind, Pos::Noun, 3))
}

/// Whether it is an amount of something that goes up or down, and nobody and nothing that climbs or falls.
fn is_amount(clauses: &Clauses, thing: usize) -> bool {
    let noun = clauses.noun(thing);
    let moves =
        [Class::Person, Class::Structure, Class::Organisation].iter().any(|&class| lexicon::is_a(&noun, class, 1))
            || ["vehicle", "animal", "plant"].iter().any(|kind| lexicon::is_kind_of(&noun, kind, Pos::Noun, 1));
    clauses.sentence().parse.node(thing).upos == Upos::Noun && !moves
}

/// The nouns of a phrase, without the clauses in it.
fn nouns(clauses: &Clauses, thing: usize) -> Vec<Word> {
    let parse = &clauses.sentence().parse;
    let inner = |i: usize| {
        parse.path(i).take_while(|&above| above != thing).all(|above| {
            matches!(
                parse.node(above).relation,
                Relation::Nmod | Relation::Compound | Relation::Amod | Relation::NmodPoss
            )
        })
    };
    let words = clauses.place.words.iter().filter(|word| word.pos == Pos::Noun);
    words.filter(|word| parse.is_within(word.token as usize, thing) && inner(word.token as usize)).cloned().collect()
}
