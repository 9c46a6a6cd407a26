//! Claims of whose initiative it was: "resigned of her own accord", "was ordered to recall the toys".

use super::{
    Claim, Content, Event, Mood, Part, Party,
    clause::Clauses,
    participant,
    predication::{Predication, Role},
};
use crate::language::{
    lexicon::{self, Pos},
    model::{Relation, Upos, Xpos},
};

/// Verbs that make somebody else act.
const MAKING: &[&str] = &[
    "coerce", "command", "compel", "direct", "force", "instruct", "mandate", "oblige", "order", "pressure", "require",
];
/// Verbs that say of somebody's deed only that there was one.
const ACTING: &[&str] = &["act", "do", "move", "proceed"];

/// The initiatives of a sentence: the event is what was done.
pub fn claims(clauses: &Clauses, number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    for i in 0..sentence.tokens.len() {
        let Some(predication) = freely(clauses, i) else { continue };
        if predication.negated || predication.mood != Mood::Real {
            continue;
        }
        let agents =
            |p: &Predication| clauses.event(p).parties(&Part::Agent).filter_map(|p| p.chain).collect::<Vec<_>>();
        let doer = agents(predication);
        // "Acted on its own: it recalled the toys".
        let general = ACTING.contains(&predication.predicate.as_str());
        let told = |p: &&Predication| {
            p.head == predication.head
                || general && p.head > i && !p.negated && agents(p).iter().any(|a| doer.contains(a))
        };
        for done in clauses.predications.iter().filter(told) {
            found.push(claim(
                clauses,
                number,
                clauses.event(done),
                true,
                predication.head.min(i),
                predication.head.max(i),
            ));
        }
    }
    for predication in clauses.predications.iter().filter(|p| p.mood == Mood::Real && !p.negated) {
        if MAKING.contains(&predication.predicate.as_str())
            && let Some((event, last)) = made(clauses, predication)
        {
            found.push(claim(clauses, number, event, false, predication.head.min(last), predication.head.max(last)));
        }
    }
}

fn claim(clauses: &Clauses, number: u32, event: Event, own: bool, first: usize, last: usize) -> Claim {
    let content = Content::Initiative { own };
    Claim { span: clauses.span(first, last), sentence: number, event, content, attribution: None, times: Vec::new() }
}

/// What is done freely, by the verb before it or else the first one, where token `i` says that something is: "voluntarily",
/// "on its own", "of her own accord".
fn freely<'a>(clauses: &Clauses<'a>, i: usize) -> Option<&'a Predication> {
    let sentence = clauses.sentence();
    let word = |i: usize| sentence.tokens.get(i).map(|_| sentence.lower(i)).unwrap_or_default();
    let is = |text: &str| sentence.word(i).eq_ignore_ascii_case(text);
    let own = || {
        is("own")
            && i > 1
            && sentence.parse.node(i - 1).xpos == Xpos::PrpPoss
            && match (word(i - 2).as_str(), word(i + 1).as_str()) {
                ("of" | "on" | "at", "accord" | "initiative" | "volition" | "motion") => true,
                ("on", _) => !matches!(
                    sentence.parse.nodes().get(i + 1).map(|n| n.upos),
                    Some(Upos::Noun | Upos::Adj | Upos::Propn)
                ),
                _ => false,
            }
    };
    let says = ["voluntarily", "unprompted", "unbidden"].into_iter().any(is) || own();
    let verb = |p: &&Predication| sentence.parse.node(p.head).upos == Upos::Verb;
    let before = || clauses.predications.iter().filter(verb).rfind(|p| p.head < i);
    says.then(|| before().or_else(|| clauses.predications.iter().find(verb))).flatten()
}

/// What somebody is made to do, or what is ordered, and the last token that says so.
fn made(clauses: &Clauses, order: &Predication) -> Option<(Event, usize)> {
    let parse = &clauses.sentence().parse;
    let whom = order.participants.iter().find(|p| p.role == Role::Patient)?;
    let infinitive = |p: &&Predication| {
        parse.head(p.head) == Some(order.head)
            && matches!(parse.node(p.head).relation, Relation::Xcomp | Relation::Ccomp | Relation::Advcl)
            && parse.node(p.head).xpos == Xpos::Vb
    };
    if let Some(done) = clauses.predications.iter().find(infinitive) {
        let mut event = clauses.event(done);
        event.parties.retain(|p| p.part != Part::Agent);
        event.parties.push(Party { part: Part::Agent, noun: whom.noun.clone(), chain: clauses.chain(whom.head) });
        return Some((event, done.head));
    }
    let deeds = lexicon::deeds(&whom.noun, Pos::Noun);
    if deeds.is_empty() || lexicon::is_a(&whom.noun, lexicon::Class::Person, 1) {
        return None;
    }
    // "The withdrawal was ordered by the board, which wrote to the firm": whoever else is named may be the one.
    let orders =
        |chain| order.participants.iter().any(|p| p.role == Role::Agent && clauses.chain(p.head) == Some(chain));
    let mut others: Vec<_> = clauses.everybody().filter(|&chain| !orders(chain)).collect();
    others.sort_unstable();
    others.dedup();
    let party =
        |chain| Party { part: Part::Agent, noun: participant::noun(clauses.sentence(), whom.head), chain: Some(chain) };
    Some((Event { parties: others.into_iter().map(party).collect(), ..Event::of(&whom.noun, deeds.into()) }, whom.head))
}
