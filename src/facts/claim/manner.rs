//! Claims of how something went, as the article judges it: "the evacuation was calm", "a friendly parting", "it ended in acrimony".

mod calling;
mod superlative;

use smol_str::SmolStr;

use calling::{caller, calls, is_behind_as, is_verb};

use super::{
    Attribution, Claim, Content, Event, Mood, Part, Party, clause::Clauses, participant, predication::Role, supply,
    truth,
};
use crate::{
    facts::ChainId,
    language::{
        lexicon::{self, Class, Judgement, Pos},
        model::{Relation, Upos, Xpos},
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
        let supply = supply::supply(sentence, i);
        let judgements: Vec<Judgement> = match supply {
            Some(supply) => vec![supply.judgement],
            None => lexicon::judgements(&sentence.lower(i)).collect(),
        };
        if judgements.is_empty() {
            continue;
        }
        let read = || judged(clauses, i).filter(|_| may_judge(clauses, i)).or_else(|| superlative::judged(clauses, i));
        let Some((head, about)) = supply.and_then(|s| of_supply(clauses, s)).or_else(read) else {
            continue;
        };
        let said = truth::truth(sentence, head);
        let not = |j: usize| {
            matches!(sentence.lower(j).as_str(), "not" | "never" | "less" | "least" | "no" | "hardly" | "anything")
        };
        let negated = said.negated || (i.saturating_sub(3)..i).any(not);
        if negated && supply.is_none() || said.mood != Mood::Real {
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
        let event = Event { parties: parties.into_iter().map(party).collect(), ..Event::of(&predicate, deeds.into()) };
        let times = clauses.predications.iter().find(|p| p.head == head).map(|p| clauses.times_of(p));
        let times = times.unwrap_or_default();
        let by = judge(clauses, i);
        found.extend(judgements.into_iter().map(|judgement| Claim {
            span: clauses.span(i.min(head), i.max(head)),
            sentence: number,
            event: event.clone(),
            content: Content::Manner(judgement),
            attribution: by.clone(),
            times: times.clone(),
        }));
    }
}

/// Who calls something what the word at token `i` says.
fn judge(clauses: &Clauses, i: usize) -> Option<Attribution> {
    let verb = caller(clauses, i)?;
    let who = clauses.predications.iter().find(|p| p.head == verb)?.participant(Role::Agent)?;
    Some(Attribution { span: clauses.span(who, who), chain: Some(clauses.chain(who)?) })
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
        Upos::Adj | Upos::Noun
            if matches!(
                node.relation,
                Relation::Obl | Relation::OblUnmarked | Relation::Nmod | Relation::Xcomp | Relation::Conj
            ) =>
        {
            true
        }
        Upos::Noun if matches!(node.relation, Relation::Obj | Relation::OblAgent) => true,
        Upos::Verb => {
            let passive = node.xpos == Xpos::Vbn && parse.child(i, Relation::AuxPass).is_some();
            is_participle(clauses, i) || passive || made_to(clauses, i).is_some()
        }
        Upos::Adj => node.relation == Relation::Amod || copula() || is_behind_as(clauses, i),
        Upos::Noun => copula() || is_taken_for_noun(clauses, i),
        Upos::Adv => node.relation == Relation::Advmod,
        _ => false,
    }
}

/// Whether token `i` is a participle that says what something is like: "described it as thrilling".
fn is_participle(clauses: &Clauses, i: usize) -> bool {
    let node = clauses.sentence().parse.node(i);
    let form = matches!(node.xpos, Xpos::Vbg | Xpos::Vbn | Xpos::Vbd);
    form && matches!(
        node.relation,
        Relation::Amod | Relation::Obl | Relation::Nmod | Relation::Advcl | Relation::Xcomp | Relation::Acl
    )
}

/// Whether token `i` is an adjective that the tagger took for a noun: "a bitter parting".
fn is_taken_for_noun(clauses: &Clauses, i: usize) -> bool {
    let node = clauses.sentence().parse.node(i);
    let sentence = clauses.sentence();
    let adjective = || {
        let received =
            || sentence.parse.head(i).is_some_and(|n| RECEPTION.contains(&participant::noun(sentence, n).as_str()));
        lexicon::word_use(&sentence.lower(i)).is_some_and(|u| u.is(Pos::Adjective))
            || received()
            || sentence.is_any(i, &["landslide"])
    };
    node.upos == Upos::Noun && node.relation == Relation::Compound && adjective()
}

/// The verb of what somebody is made to do by the passive at token `i`: "was compelled to recall it".
fn made_to(clauses: &Clauses, i: usize) -> Option<SmolStr> {
    let sentence = clauses.sentence();
    let deed =
        sentence.parse.child(i, Relation::Xcomp).filter(|_| sentence.parse.child(i, Relation::AuxPass).is_some())?;
    lexicon::lemma(&sentence.lower(deed), Pos::Verb)
}

/// What the word at token `i` judges, and the predicate that says so.
fn judged(clauses: &Clauses, i: usize) -> Option<(usize, About)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let node = parse.node(i);
    let above = parse.head(i);
    let copula = |head: usize| parse.child(head, Relation::Cop).is_some();
    let upos = if is_participle(clauses, i) && node.upos == Upos::Verb { Upos::Adj } else { node.upos };
    match upos {
        // "It was heated", which parsers take for a passive.
        Upos::Verb
            if node.xpos == Xpos::Vbn
                && parse.child(i, Relation::AuxPass).is_some()
                && made_to(clauses, i).is_none() =>
        {
            Some((i, subject(clauses, i)?))
        }
        Upos::Verb => Some((i, About::Deed(made_to(clauses, i)?))),
        Upos::Adj | Upos::Noun if copula(i) => Some((i, subject(clauses, i)?)),
        // "Relaxed and warm": of two words for the same one is enough.
        Upos::Adj | Upos::Noun if node.relation == Relation::Conj => {
            let scales = |i: usize| lexicon::judgements(&sentence.lower(i)).collect::<Vec<_>>();
            let first = above.filter(|&first| copula(first) && !scales(first).iter().any(|s| scales(i).contains(s)))?;
            Some((first, subject(clauses, first)?))
        }
        // "It was a friendly parting", "described an orderly evacuation".
        Upos::Adj | Upos::Noun if node.relation == Relation::Amod || is_taken_for_noun(clauses, i) => {
            let noun = above?;
            if let Some(found) =
                state(clauses, noun).or_else(|| margin(clauses, noun)).or_else(|| found_so(clauses, noun, i))
            {
                return Some(found);
            }
            // "It was one of the fiercest storms".
            let one = parse.head(noun).filter(|&one| sentence.is_any(one, &["one"]) && copula(one));
            if let Some(one) = one.filter(|_| parse.node(noun).relation == Relation::Nmod) {
                let known = |about: &About| !matches!(about, About::It);
                return Some((one, subject(clauses, one).filter(known).or_else(|| thing(clauses, noun))?));
            }
            let described = parse.node(noun).relation == Relation::Obj
                && parse
                    .head(noun)
                    .is_some_and(|v| matches!(sentence.lower(v).as_str(), "described" | "recalled" | "reported"))
                || parse.node(noun).relation == Relation::Obl
                    && parse.child(noun, Relation::Case).is_some_and(|case| sentence.word(case) == "of")
                    && parse.head(noun).is_some_and(|v| matches!(sentence.word(v), "spoke" | "talked" | "told"));
            let about = thing(clauses, noun)?;
            // "Got rave reviews" tells what the show is like.
            if RECEPTION.contains(&participant::noun(sentence, noun).as_str()) {
                let verb = parse.head(noun).filter(|&verb| parse.node(verb).upos == Upos::Verb)?;
                return Some((verb, subject(clauses, verb).unwrap_or(about)));
            }
            if copula(noun) && subject(clauses, noun).is_some() {
                // Of "the strike was a bitter affair" the subject says more.
                let known = |about: &About| !matches!(about, About::It);
                return Some((noun, subject(clauses, noun).filter(known).unwrap_or(about)));
            }
            (described || is_new_deed(clauses, noun)).then_some((noun, about))
        }
        // "Described the march as violent", "rated the teaching outstanding".
        Upos::Adj | Upos::Noun if caller(clauses, i).is_some() => {
            let called = |&c: &usize| matches!(parse.node(c).relation, Relation::Obj | Relation::NsubjPass);
            let verb = caller(clauses, i)?;
            // "Found the rooms clean" may be read with the rooms as the subject of "clean".
            let what = parse.child(i, Relation::Nsubj).or_else(|| parse.children(verb).find(called));
            Some((verb, thing(clauses, what?)?))
        }
        // "Turned violent", "remained calm".
        Upos::Adj if node.relation == Relation::Xcomp => {
            const BECOMING: &[&str] = &["become", "get", "grow", "prove", "remain", "stay", "turn"];
            let verb = above.filter(|&verb| is_verb(clauses, verb, BECOMING))?;
            Some((verb, subject(clauses, verb)?))
        }
        // "Marked by hostility".
        Upos::Noun if node.relation == Relation::OblAgent => {
            const MARKING: &[&str] = &["characterise", "characterize", "dominate", "mar", "mark", "overshadow"];
            let verb = above.filter(|&verb| is_verb(clauses, verb, MARKING))?;
            Some((verb, subject(clauses, verb)?))
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
            // "Went smoothly" tells of what went.
            const GOING: &[&str] = &["go", "pass", "pass off", "proceed", "run", "unfold"];
            if is_verb(clauses, verb, GOING) {
                return Some((verb, subject(clauses, verb)?));
            }
            Some((verb, About::Deed(lexicon::lemma(&sentence.lower(verb), Pos::Verb)?)))
        }
        _ => None,
    }
}

/// "Found the rooms clean": what parsers hang on the noun stands behind it.
fn found_so(clauses: &Clauses, noun: usize, i: usize) -> Option<(usize, About)> {
    let parse = &clauses.sentence().parse;
    let verb = parse.head(noun).filter(|_| i > noun && parse.node(noun).relation == Relation::Obj)?;
    calls(clauses, verb).then_some((verb, thing(clauses, noun)?))
}

/// "Is in excellent condition", "was found in a poor state": who or what is, and the noun that says so.
fn state(clauses: &Clauses, noun: usize) -> Option<(usize, About)> {
    const STATES: &[&str] = &["condition", "health", "mood", "repair", "shape", "spirit", "state"];
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let inside = parse.child(noun, Relation::Case).is_some_and(|case| sentence.is_any(case, &["in"]));
    if !inside || !STATES.contains(&participant::noun(sentence, noun).as_str()) {
        return None;
    }
    let head = if parse.child(noun, Relation::Cop).is_some() { noun } else { parse.head(noun)? };
    let who = parse.children(head).find(|&c| parse.node(c).relation.is_subject())?;
    let named = parse.node(who).upos == Upos::Noun;
    let about = if named { Some(About::Thing(participant::noun(sentence, who))) } else { thing(clauses, who) };
    // "She is in a critical state" tells of her condition.
    let hers = || sentence.is_any(who, &["he", "she"]).then(|| About::Thing("condition".into()));
    Some((head, about.or_else(hers)?))
}

/// "Was approved by a wide margin": what was done so, and the verb.
fn margin(clauses: &Clauses, noun: usize) -> Option<(usize, About)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let by = parse.child(noun, Relation::Case).is_some_and(|case| sentence.is_any(case, &["by", "with"]));
    let verb = parse.head(noun).filter(|&verb| by && parse.node(verb).upos == Upos::Verb)?;
    let fits = matches!(participant::noun(sentence, noun).as_str(), "majority" | "margin");
    fits.then(|| Some((verb, About::Deed(lexicon::lemma(&sentence.lower(verb), Pos::Verb)?))))?
}

/// How something is received, which tells what it is like.
const RECEPTION: &[&str] = &[
    "applause",
    "mark",
    "notice",
    "ovation",
    "press",
    "praise",
    "rating",
    "reception",
    "response",
    "review",
    "welcome",
];

/// Whether a noun tells for the first time of something done: "won it in a hostile takeover".
fn is_new_deed(clauses: &Clauses, noun: usize) -> bool {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let new = parse.child(noun, Relation::Det).is_some_and(|det| sentence.is_any(det, &["a", "an"]));
    new && matches!(parse.node(noun).relation, Relation::Obj | Relation::Obl | Relation::Nmod)
        && !lexicon::deeds(&participant::noun(sentence, noun), Pos::Noun).is_empty()
}

/// What there is enough or too little of, and the predicate that says so.
fn of_supply(clauses: &Clauses, supply: supply::Supply) -> Option<(usize, About)> {
    let parse = &clauses.sentence().parse;
    let verb = parse.path(supply.noun).find(|&i| parse.node(i).upos == Upos::Verb).unwrap_or(supply.noun);
    let noun = participant::noun(clauses.sentence(), supply.noun);
    (parse.node(supply.noun).upos == Upos::Noun).then_some((verb, About::Thing(noun)))
}

fn subject(clauses: &Clauses, head: usize) -> Option<About> {
    let parse = &clauses.sentence().parse;
    // "In what was a dull debate".
    let what = |c: usize| c < head && clauses.sentence().is_any(c, &["what"]);
    let is_subject =
        |&c: &usize| parse.node(c).relation.is_subject() || parse.node(c).relation == Relation::Expl || what(c);
    thing(clauses, parse.children(head).find(is_subject)?)
}

/// What a noun or pronoun stands for; `None` for people and what has a name of its own.
fn thing(clauses: &Clauses, i: usize) -> Option<About> {
    let sentence = clauses.sentence();
    let noun = participant::noun(sentence, i);
    match sentence.parse.node(i).upos {
        Upos::Pron if is_it(clauses, i) => Some(About::It),
        Upos::Noun if !lexicon::is_a(&noun, Class::Person, 1) && !is_group(&noun) => Some(About::Thing(noun)),
        // "Teaching at the school was poor".
        Upos::Verb if sentence.parse.node(i).xpos == Xpos::Vbg => Some(About::Thing(noun)),
        _ => None,
    }
}

fn is_it(clauses: &Clauses, i: usize) -> bool {
    clauses.sentence().is_any(i, &["it", "that", "this", "what"])
}

/// Whether a noun is for people together: a meeting is something done.
fn is_group(noun: &str) -> bool {
    lexicon::is_a(noun, Class::Group, 1) && lexicon::deeds(noun, Pos::Noun).is_empty()
}
