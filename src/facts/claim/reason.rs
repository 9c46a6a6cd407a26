//! Claims of why somebody did something: "because", "over the loss", "the reason for his removal".

use std::sync::Arc;

use smol_str::SmolStr;

use super::{Claim, Content, Event, Part, Party, clause::Clauses, participant, predication::Role};
use crate::language::{
    lexicon::{self, Class, Pos},
    model::{Relation, Upos, Xpos},
};

/// The reasons of a sentence: the event is what is explained.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    because(clauses, number, found);
    because_of(clauses, number, found);
    named_reasons(clauses, number, found);
    purposes(clauses, number, found);
    causes(clauses, number, found);
}

/// "Closed the plant in order to save money": the purpose is a reason too.
fn purposes(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for purpose in clauses.predications {
        let to = parse.children(purpose.head).find(|&c| parse.node(c).xpos == Xpos::To);
        let Some(first) = to.and_then(|to| to.checked_sub(2)).filter(|&i| {
            let words = [sentence.word(i).to_lowercase(), sentence.word(i + 1).to_lowercase()];
            matches!([words[0].as_str(), words[1].as_str()], ["in", "order"] | ["so", "as"])
        }) else {
            continue;
        };
        let above = parse.path(purpose.head).skip(1);
        let explained = above.into_iter().find_map(|i| clauses.predications.iter().find(|p| p.head == i));
        if let Some(explained) = explained {
            let last = parse.subtree(purpose.head).end - 1;
            found.push(claim(clauses, number, clauses.event(explained), first, last));
        }
    }
}

/// "Falling sales prompted Tarrant to close the mill": what is no person is the reason.
fn causes(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let parse = &clauses.sentence().parse;
    for cause in clauses.predications.iter().filter(|p| CAUSING.contains(&p.predicate.as_str()) && !p.negated) {
        let Some(agent) = cause.participant(Role::Agent).filter(|&agent| clauses.chain(agent).is_none()) else {
            continue;
        };
        let person = [Class::Person, Class::Group].iter().any(|&class| lexicon::is_a(&clauses.noun(agent), class, 1));
        let effect = parse.children(cause.head).find(|&c| parse.node(c).relation == Relation::Xcomp);
        let explained = effect.and_then(|c| clauses.predications.iter().find(|p| p.head == c));
        if let Some(explained) = explained.filter(|_| !person) {
            let words = parse.subtree(agent);
            found.push(claim(clauses, number, clauses.event(explained), words.start, words.end - 1));
        }
    }
}

/// Verbs of making somebody do something.
const CAUSING: &[&str] =
    &["cause", "compel", "convince", "drive", "force", "induce", "lead", "oblige", "persuade", "prompt", "push"];

/// "She was dismissed because …".
fn because(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for reason in clauses.predications {
        let mark =
            parse.child(reason.head, Relation::Mark).filter(|&m| sentence.word(m).eq_ignore_ascii_case("because"));
        let Some(mark) = mark else { continue };
        let explained = parse.head(reason.head).and_then(|h| clauses.predications.iter().find(|p| p.head == h));
        if let Some(explained) = explained {
            let words = parse.subtree(reason.head);
            found.push(claim(clauses, number, clauses.event(explained), mark, words.end - 1));
        }
    }
}

/// "Resigned because of ill health", "fired over the leak".
fn because_of(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for explained in clauses.predications {
        for c in
            parse.children(explained.head).filter(|&c| c > explained.head && parse.node(c).relation == Relation::Obl)
        {
            let Some(case) = parse.child(c, Relation::Case) else { continue };
            let gives = match sentence.word(case).to_lowercase().as_str() {
                "because" | "due" | "owing" => true,
                "over" => {
                    lexicon::same_outcome(&explained.predicate, Pos::Verb, "resign", Pos::Verb)
                        || lexicon::same_outcome(&explained.predicate, Pos::Verb, "fire", Pos::Verb)
                }
                _ => false,
            };
            if gives {
                found.push(claim(clauses, number, clauses.event(explained), case, parse.subtree(c).end - 1));
            }
        }
    }
}

/// "The reason for his removal was that …", "gave a reason for the firing, that …".
fn named_reasons(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for noun in 0..sentence.tokens.len() {
        if !sentence.word(noun).eq_ignore_ascii_case("reason") {
            continue;
        }
        let behind_for = |&c: &usize| {
            parse.child(c, Relation::Case).is_some_and(|case| sentence.word(case).eq_ignore_ascii_case("for"))
        };
        let Some(deed) = parse.children(noun).filter(|c| *c > noun).find(behind_for) else { continue };
        let Some(event) = nominal_event(clauses, deed) else { continue };
        let told = parse.subtree(deed).end;
        let that = (told..sentence.tokens.len()).find(|&i| sentence.word(i).eq_ignore_ascii_case("that"));
        let Some(first) = that else { continue };
        let last = (first..sentence.tokens.len()).take_while(|&i| parse.node(i).upos != Upos::Punct).last();
        found.push(claim(clauses, number, event, first, last.unwrap_or(first)));
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

/// How many tokens a marked reason spans at most.
const WIDEST: usize = 24;

fn claim(clauses: &Clauses, number: u32, event: Event, first: usize, last: usize) -> Claim {
    let sentence = clauses.sentence();
    let content = |i: &usize| {
        let node = sentence.parse.node(*i);
        matches!(node.upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Propn | Upos::Num)
    };
    let lemma = |i: usize| -> SmolStr {
        let lower = sentence.word(i).to_lowercase();
        let pos = if sentence.parse.node(i).upos == Upos::Verb { Pos::Verb } else { Pos::Noun };
        lexicon::lemma(&lower, pos).unwrap_or_else(|| lower.into())
    };
    let words: Arc<[SmolStr]> = (first..=last).filter(content).map(lemma).collect();
    Claim {
        span: clauses.span(first, last.min(first + WIDEST)),
        sentence: number,
        event,
        content: Content::Reason(words),
        attribution: None,
        times: Vec::new(),
    }
}
