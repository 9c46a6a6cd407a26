//! Claims of how something went, as the article judges it: "the evacuation was calm", "a friendly parting", "it ended in acrimony".

use smol_str::SmolStr;

use super::{Claim, Content, Event, Mood, Part, Party, clause::Clauses, participant, truth};
use crate::{
    facts::ChainId,
    language::{
        lexicon::{self, Class, Pos},
        model::{Relation, Upos},
    },
};

/// Stands for what a pronoun stands for.
pub const IT: &str = "it";

/// How many sentences before tell whom it is about.
const REACH: usize = 2;

/// The judgements of a sentence: the event is what is judged, and everybody near takes part. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    for i in 0..sentence.tokens.len() {
        if !may_judge(clauses, i) {
            continue;
        }
        let Some(judgement) = lexicon::judgements(&sentence.lower(i)).next() else { continue };
        let Some((head, about)) = judged(clauses, i) else { continue };
        let said = truth::truth(sentence, head);
        let not =
            |j: usize| matches!(sentence.lower(j).as_str(), "not" | "never" | "less" | "no" | "hardly" | "anything");
        if said.negated || said.mood != Mood::Real || (i.saturating_sub(3)..i).any(not) {
            continue;
        }
        let deeds = match about {
            About::Deed(ref verb) => lexicon::deeds(verb, Pos::Verb),
            About::Thing(ref noun) => lexicon::deeds(noun, Pos::Noun),
            About::It => Vec::new(),
        };
        let predicate = match about {
            About::Deed(word) | About::Thing(word) => word,
            About::It => IT.into(),
        };
        let near = before.iter().rev().take(REACH).chain([clauses]).flat_map(Clauses::everybody);
        let mut parties: Vec<ChainId> = near.collect();
        parties.sort_unstable();
        parties.dedup();
        let party = |chain| Party { part: Part::Oblique("near".into()), noun: SmolStr::default(), chain: Some(chain) };
        found.push(Claim {
            span: clauses.span(i.min(head), i.max(head)),
            sentence: number,
            event: Event { parties: parties.into_iter().map(party).collect(), ..Event::of(&predicate, deeds.into()) },
            content: Content::Manner(judgement),
            attribution: None,
            times: clauses
                .predications
                .iter()
                .find(|p| p.head == head)
                .map(|p| clauses.times_of(p))
                .unwrap_or_default(),
        });
    }
}

/// What is judged.
enum About {
    It,
    /// The lemma of a noun.
    Thing(SmolStr),
    /// The lemma of a verb.
    Deed(SmolStr),
}

/// Whether the word at token `i` stands where one can judge something: most do not, and need not be looked up.
fn may_judge(clauses: &Clauses, i: usize) -> bool {
    let parse = &clauses.sentence().parse;
    let node = parse.node(i);
    let copula = || parse.child(i, Relation::Cop).is_some();
    match node.upos {
        Upos::Adj | Upos::Noun if matches!(node.relation, Relation::Obl | Relation::Nmod | Relation::Xcomp) => true,
        Upos::Adj => node.relation == Relation::Amod || copula(),
        Upos::Noun => copula(),
        Upos::Adv => node.relation == Relation::Advmod,
        _ => false,
    }
}

/// What the word at token `i` judges, and the predicate that says so.
fn judged(clauses: &Clauses, i: usize) -> Option<(usize, About)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let node = parse.node(i);
    let above = parse.head(i);
    let copula = |head: usize| parse.child(head, Relation::Cop).is_some();
    match node.upos {
        Upos::Adj | Upos::Noun if copula(i) => Some((i, subject(clauses, i)?)),
        // "It was a friendly parting", "described an orderly evacuation".
        Upos::Adj if node.relation == Relation::Amod => {
            let noun = above?;
            let described = parse.node(noun).relation == Relation::Obj
                && parse
                    .head(noun)
                    .is_some_and(|v| matches!(sentence.lower(v).as_str(), "described" | "recalled" | "reported"))
                || parse.node(noun).relation == Relation::Obl
                    && parse.child(noun, Relation::Case).is_some_and(|case| sentence.word(case) == "of")
                    && parse.head(noun).is_some_and(|v| matches!(sentence.word(v), "spoke" | "talked" | "told"));
            let about = thing(clauses, noun)?;
            if copula(noun) && subject(clauses, noun).is_some() {
                // Of "the strike was a bitter affair" the subject says more.
                let known = |about: &About| !matches!(about, About::It);
                return Some((noun, subject(clauses, noun).filter(known).unwrap_or(about)));
            }
            described.then_some((noun, about))
        }
        // "Described the march as violent", "rated the teaching outstanding".
        Upos::Adj | Upos::Noun if caller(clauses, i).is_some() => {
            let called = |&c: &usize| matches!(parse.node(c).relation, Relation::Obj | Relation::NsubjPass);
            let verb = caller(clauses, i)?;
            Some((verb, thing(clauses, parse.children(verb).find(called)?)?))
        }
        // "Ended in acrimony".
        Upos::Noun if node.relation == Relation::Obl => {
            let verb = above?;
            let ends = matches!(
                lexicon::lemma(&sentence.lower(verb), Pos::Verb)?.as_str(),
                "end" | "descend" | "dissolve" | "begin" | "start"
            );
            let within =
                parse.child(i, Relation::Case).is_some_and(|c| matches!(sentence.word(c), "in" | "into" | "with"));
            (ends && within).then_some((verb, subject(clauses, verb)?))
        }
        Upos::Adv if node.relation == Relation::Advmod => {
            let verb = above.filter(|&v| parse.node(v).upos == Upos::Verb)?;
            Some((verb, About::Deed(lexicon::lemma(&sentence.lower(verb), Pos::Verb)?)))
        }
        _ => None,
    }
}

/// The verb that says that something is like the word at token `i`: "described the march as violent". Parsers may hang that on
/// the object.
fn caller(clauses: &Clauses, i: usize) -> Option<usize> {
    let parse = &clauses.sentence().parse;
    let case = parse.child(i, Relation::Case);
    let behind_as = case.is_some_and(|case| clauses.sentence().word(case).eq_ignore_ascii_case("as"));
    let above = parse.head(i)?;
    let object = parse.node(above).relation == Relation::Obj;
    let verb = if object && behind_as { parse.head(above)? } else { above };
    let fits = behind_as || parse.node(i).relation == Relation::Xcomp;
    (fits && calls(clauses, verb)).then_some(verb)
}

/// Whether the word at token `verb` says what something is like.
fn calls(clauses: &Clauses, verb: usize) -> bool {
    const CALLING: &[&str] = &[
        "brand",
        "call",
        "characterise",
        "characterize",
        "class",
        "consider",
        "declare",
        "deem",
        "describe",
        "find",
        "grade",
        "judge",
        "label",
        "pronounce",
        "rate",
        "regard",
        "term",
    ];
    let lower = clauses.sentence().lower(verb);
    lexicon::lemma(&lower, Pos::Verb).is_some_and(|lemma| CALLING.contains(&lemma.as_str()))
}

fn subject(clauses: &Clauses, head: usize) -> Option<About> {
    let parse = &clauses.sentence().parse;
    let is_subject = |&c: &usize| parse.node(c).relation.is_subject() || parse.node(c).relation == Relation::Expl;
    thing(clauses, parse.children(head).find(is_subject)?)
}

/// What a noun or pronoun stands for; `None` for people and what has a name of its own.
fn thing(clauses: &Clauses, i: usize) -> Option<About> {
    let sentence = clauses.sentence();
    let noun = participant::noun(sentence, i);
    match sentence.parse.node(i).upos {
        Upos::Pron if matches!(noun.as_str(), "it" | "that" | "this") => Some(About::It),
        Upos::Noun if !lexicon::is_a(&noun, Class::Person, 1) && !lexicon::is_a(&noun, Class::Group, 1) => {
            Some(About::Thing(noun))
        }
        _ => None,
    }
}
