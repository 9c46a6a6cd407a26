//! Verbs whose sense a second word tells: "turn down", "take the stand", "find guilty", "find its way into".

use smol_str::SmolStr;

use super::{
    participant::{case_of, is_time, participant},
    predication::{Participant, Role},
};
use crate::language::{
    Sentence,
    lexicon::{self, Pos},
    model::{Relation, Upos},
};

/// The particle of a verb, or a second word that makes it another verb, with the preposition that goes with it: "turned down",
/// "turned it down", "did away with".
pub(super) fn particle(sentence: &Sentence, head: usize, lemma: &str) -> Option<String> {
    if !lexicon::begins_phrase(lemma) {
        return None;
    }
    let parse = &sentence.parse;
    let behind = || parse.children(head).filter(|&c| c > head && parse.node(c).relation == Relation::Obl);
    let cases = || behind().filter_map(|c| case_of(sentence, c)).map(|c| sentence.lower(c));
    let listed = |word: String| lexicon::is_phrasal(lemma, &word).then_some(word);
    adverbs(sentence, head).find_map(|adverb| {
        cases().find_map(|case| listed([&adverb, " ", &case].concat())).or_else(|| listed(adverb.to_string()))
    })
}

/// The particles and adverbs of a verb, in lower case: its own particle, the word behind it, what stands behind its object.
fn adverbs(sentence: &Sentence, head: usize) -> impl Iterator<Item = SmolStr> {
    let parse = &sentence.parse;
    let marked = parse.child(head, Relation::CompoundPrt);
    let short = move |c: usize| matches!(parse.node(c).upos, Upos::Adp | Upos::Adv | Upos::Part);
    let next = Some(head + 1).filter(|&next| next < sentence.tokens.len() && short(next));
    // "Was not switched on, say the police": what stands alone goes with the verb, whatever the parser hangs it on.
    let alone =
        |next: usize| sentence.is_any(next + 1, &[".", ",", ";"]) && sentence.is_any(next, &["off", "on", "out", "up"]);
    let next = next.filter(|&next| parse.head(next) == Some(head) || alone(next));
    let object = parse.child(head, Relation::Obj);
    let last = parse.children(head).find(move |&c| {
        object.is_some_and(|object| c > object) && parse.node(c).relation == Relation::Advmod && short(c)
    });
    // "Hauled him out of the river": "out" goes with the verb.
    let double = move |c: usize| {
        let mut cases = parse.children(c).filter(move |&d| parse.node(d).relation == Relation::Case);
        cases.next().filter(|_| cases.next().is_some())
    };
    let obliques = parse.children(head).filter(move |&c| c > head && parse.node(c).relation == Relation::Obl);
    let out = obliques.filter_map(double).find(|&c| sentence.is_any(c, &["away", "back", "off", "out"]));
    [marked, next, last, out].into_iter().flatten().map(|c| sentence.lower(c))
}

/// "Take into custody", "lose her life", "come out on top", "put an end to it", "spend a day in the witness box": a verb whose sense
/// is told by a whole phrase.
pub(super) fn idiom(sentence: &Sentence, head: usize, lemma: &str) -> Option<String> {
    // To spend some time somewhere is to be there.
    let verb = if lemma == "spend" { "be" } else { lemma };
    if !lexicon::begins_phrase(verb) {
        return None;
    }
    let parse = &sentence.parse;
    let completes = |c: &usize| match parse.node(*c).relation {
        Relation::Obl | Relation::Obj | Relation::Xcomp => *c > head,
        // "An end was put to it".
        Relation::NsubjPass => true,
        _ => false,
    };
    let adverb = adverbs(sentence, head).next();
    let around = |words: String| match &adverb {
        Some(adverb) => vec![[adverb, " ", &words].concat(), [&words, " ", adverb].concat(), words],
        None => vec![words],
    };
    let phrases = parse.children(head).filter(completes).flat_map(|c| phrases(sentence, head, c));
    let second = phrases.flat_map(around).find(|second| lexicon::is_phrasal(verb, second))?;
    Some([verb, " ", &second].concat())
}

/// "Was in the witness box", "was dead", "was in charge of it": a phrase with a copula that is a verb to us.
pub(super) fn being(sentence: &Sentence, head: usize) -> Option<String> {
    sentence.parse.child(head, Relation::Cop)?;
    let second = phrases(sentence, head, head).into_iter().find(|second| lexicon::is_phrasal("be", second))?;
    Some(["be ", &second].concat())
}

/// The noun or adjective at token `last` as the tables may spell it, with what stands before it, and with the preposition behind it
/// first: "an end to".
fn phrases(sentence: &Sentence, head: usize, last: usize) -> Vec<String> {
    let parse = &sentence.parse;
    let behind = |of: usize| parse.children(of).filter(move |&c| c > last);
    let hung = |c: &usize| matches!(parse.node(*c).relation, Relation::Nmod | Relation::Obl);
    let above = Some(head).filter(|&head| head != last);
    let cases = behind(last).chain(above.into_iter().flat_map(behind)).filter(hung);
    let cases: Vec<SmolStr> = cases.filter_map(|c| case_of(sentence, c)).map(|case| sentence.lower(case)).collect();
    let words = spellings(sentence, last);
    let with_case = words.iter().flat_map(|words| cases.iter().map(move |case| [words, " ", case].concat()));
    with_case.chain(words.iter().cloned()).collect()
}

/// The noun at token `noun` with its preposition and all between, in lower case: as it stands and in the singular, with
/// adjectives and nouns before it and without. Whose it is is "one's".
fn spellings(sentence: &Sentence, noun: usize) -> Vec<String> {
    let parse = &sentence.parse;
    let before = |adjectives: bool, nouns: bool| {
        let part = move |&c: &usize| match parse.node(c).relation {
            Relation::Case | Relation::Det | Relation::NmodPoss => true,
            Relation::Compound | Relation::Nummod => nouns,
            relation => adjectives && relation == Relation::Amod,
        };
        let word = |c: usize| match parse.node(c).relation {
            Relation::NmodPoss => "one's ".to_owned(),
            _ => [sentence.lower(c).as_str(), " "].concat(),
        };
        parse.children(noun).filter(|&c| c < noun).filter(part).map(word).collect::<String>()
    };
    let word = sentence.lower(noun);
    let word = if word.ends_with("self") || word.ends_with("selves") { "oneself".into() } else { word };
    let singular = lexicon::lemma(&word, Pos::Noun).filter(|singular| *singular != word);
    let mut befores = vec![before(true, true), before(false, true), before(false, false)];
    befores.dedup();
    let words = || [Some(word.as_str()), singular.as_deref()].into_iter().flatten();
    befores.iter().flat_map(|before| words().map(move |word| [before, word].concat())).collect()
}

/// "Found its way", "forced their way": to get there.
pub(super) fn makes_way(sentence: &Sentence, head: usize, lemma: &str) -> bool {
    const MAKING: &[&str] =
        &["battle", "claw", "fight", "find", "force", "make", "push", "wend", "wind", "work", "worm"];
    let way = sentence.parse.child(head, Relation::Obj).filter(|&o| sentence.word(o).eq_ignore_ascii_case("way"));
    MAKING.contains(&lemma) && way.is_some_and(|way| sentence.parse.child(way, Relation::NmodPoss).is_some())
}

/// "Find guilty", "find not guilty": a verb whose outcome is told by the adjective that completes it.
pub(super) fn finding(sentence: &Sentence, head: usize, lemma: &str) -> Option<String> {
    let parse = &sentence.parse;
    let completes = |&c: &usize| matches!(parse.node(c).relation, Relation::Xcomp) && parse.node(c).upos == Upos::Adj;
    // "Found Ann Lee guilty": the parser may take it for an attribute of hers.
    let after_object = || {
        let object = parse.child(head, Relation::Obj)?;
        parse.children(object).find(|&c| c > object && parse.node(c).relation == Relation::Amod)
    };
    let state = parse.children(head).find(completes).or_else(after_object).map(|state| {
        let not = parse.children(state).any(|c| sentence.word(c).eq_ignore_ascii_case("not"));
        [if not { "not " } else { "" }, &sentence.lower(state)].concat()
    });
    // "Was found guilty": right behind the verb, whatever the parser makes of it.
    let behind = || {
        let words = (head + 1..sentence.tokens.len()).map(|i| sentence.lower(i)).take(2);
        let words: Vec<SmolStr> = words.collect();
        let guilt = |word: &SmolStr| word == "guilty";
        match words.as_slice() {
            [not, state] if not == "not" && guilt(state) => Some("not guilty".to_owned()),
            [state, ..] if guilt(state) => Some("guilty".to_owned()),
            _ => None,
        }
    };
    let second = state.or_else(behind)?;
    lexicon::is_phrasal(lemma, &second).then(|| [lemma, " ", &second].concat())
}

/// What stands behind the preposition of a phrase such as "ask for" or "put an end to" is its object, as is who is "shown the door".
pub(super) fn take_object(sentence: &Sentence, head: usize, predicate: &str, participants: &mut Vec<Participant>) {
    let Some((_, second)) = predicate.split_once(' ') else { return };
    let parse = &sentence.parse;
    // "Took the stand", "was found guilty": these words are part of the predicate.
    // So are "its way" into it, and how long somebody was there.
    let verb = |p: &Participant| parse.head(p.head).map(|h| sentence.lower(h));
    let lemma = |p: &Participant| verb(p).and_then(|verb| lexicon::lemma(&verb, Pos::Verb));
    let part = |p: &Participant| {
        let word = sentence.lower(p.head);
        second.split(' ').any(|part| part == word || part == p.noun)
            || second.contains("oneself") && word.contains("sel")
            || word == "way" && predicate.starts_with("get ")
            || predicate.starts_with("be ") && lemma(p).is_some_and(|verb| verb == "spend")
    };
    let whole = participants.iter().find(|p| part(p)).map(|p| p.head);
    participants.retain(|p| !matches!(p.role, Role::Patient | Role::Oblique(_)) || !part(p));
    if participants.iter().any(|p| p.role == Role::Patient) {
        return;
    }
    let is_last =
        |case: usize| second.rsplit(' ').next().is_some_and(|last| sentence.word(case).eq_ignore_ascii_case(last));
    let behind = |p: &&mut Participant| matches!(p.role, Role::Oblique(case) if is_last(case));
    if let Some(object) = participants.iter_mut().find(behind) {
        object.role = Role::Patient;
        return;
    }
    // "Took charge of the mill", "was in charge of it".
    let of = |&c: &usize| parse.node(c).relation == Relation::Nmod && case_of(sentence, c).is_some_and(is_last);
    if let Some(object) = parse.children(whole.unwrap_or(head)).find(of) {
        participants.push(participant(sentence, Role::Patient, object));
    } else if let Some(whom) = left(sentence, head, second) {
        participants.push(participant(sentence, Role::Patient, whom));
    } else if whole.is_some()
        && let Some(whom) = participants.iter_mut().find(|p| p.role == Role::Recipient)
    {
        whom.role = Role::Patient;
    }
}

/// Who is told of before the state that they end in: parsers hang "three people" on "dead" in "left three people dead".
fn left(sentence: &Sentence, head: usize, state: &str) -> Option<usize> {
    let parse = &sentence.parse;
    let state = parse.child(head, Relation::Xcomp).filter(|&c| sentence.word(c).eq_ignore_ascii_case(state))?;
    let before = |&c: &usize| matches!(parse.node(c).relation, Relation::Nsubj | Relation::OblUnmarked);
    parse.children(state).filter(|&c| c < state && !is_time(sentence, c)).find(before)
}

/// Whether a predicate of several words ends with this one: "find guilty" with "guilty".
pub(super) fn ends_with(predicate: &str, word: &str) -> bool {
    predicate.rsplit_once(' ').is_some_and(|(_, last)| last == word)
}
