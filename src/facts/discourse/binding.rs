//! Where grammar keeps a pronoun and a phrase of its own sentence apart, or ties them (the binding principles of
//! Chomsky 1981, as Lappin and Leass 1994 use them as a filter on slots).

use smol_str::SmolStr;

use super::{phrase::Function, profile};
use crate::{
    facts::role,
    language::{
        Parse, Sentence,
        lexicon::{self, Pos},
        model::{Relation, Upos, Xpos},
    },
};

/// Whether the pronoun owns something: "his daughter", "her people", also where the parser takes "her" for an object.
pub fn is_possessive(sentence: &Sentence, token: usize) -> bool {
    let parse = &sentence.parse;
    let owns = |next: usize| matches!(parse.node(next).upos, Upos::Noun | Upos::Adj | Upos::Propn);
    let before_noun =
        || sentence.word(token).eq_ignore_ascii_case("her") && parse.nodes().len() > token + 1 && owns(token + 1);
    parse.node(token).relation == Relation::NmodPoss || before_noun()
}

/// The head words that the pronoun `token`, no reflexive, cannot stand for.
pub fn apart(sentence: &Sentence, token: usize) -> Vec<usize> {
    let parse = &sentence.parse;
    // "After a call to his mother, Lee was told": what only looks like an apposition opens the clause.
    let opens = |c: usize| {
        let end = (c..parse.nodes().len()).find(|&i| parse.node(i).upos != Upos::Propn);
        parse.node(c).relation == Relation::Appos && end.is_some_and(|end| role::is_fronted(sentence, end))
    };
    let same = |c: &usize| {
        matches!(parse.node(*c).relation, Relation::Appos | Relation::Flat | Relation::Compound) && !opens(*c)
    };
    if is_possessive(sentence, token) {
        // "His daughter" is nobody's self, "his spokesman, Ann Lee" is not Ann Lee.
        let Some(owned) = parse.head(token).filter(|&h| h > token) else { return Vec::new() };
        // "Lee, a member all his life" speaks of Lee.
        let person = profile::is_person(&lemma(sentence, owned));
        let above = parse.head(owned).filter(|_| person && parse.node(owned).relation == Relation::Appos);
        return parse.children(owned).filter(same).chain([owned]).chain(above).chain(made(sentence, owned)).collect();
    }
    // "It was she who left": a clause of its own.
    if parse.child(token, Relation::Cop).is_some() {
        return parse.children(token).filter(|&c| parse.node(c).relation.is_subject()).collect();
    }
    let Some(verb) = clause(parse, token) else { return around(parse, token) };
    let mut all: Vec<usize> =
        (0..parse.nodes().len()).filter(|&i| i != token && clause(parse, i) == Some(verb)).collect();
    // "Lee asked to see her": the subject of the main clause is that of the infinitive too.
    if !parse.node(token).relation.is_subject() && !is_outcome(sentence, verb) {
        all.extend(subject(parse, verb));
    }
    // "Lee had called, he said": somebody else says so.
    if parse.node(token).relation.is_subject() {
        let content = parse.child(verb, Relation::Ccomp).filter(|&c| c < token);
        let named = |&s: &usize| matches!(parse.node(s).upos, Upos::Noun | Upos::Propn);
        all.extend(content.and_then(|c| subject(parse, c)).filter(named));
    }
    // "As for Lee, he": what is set before the clause is none of its arguments.
    let set_before = |i: usize| {
        matches!(parse.node(i).relation, Relation::Obl | Relation::OblUnmarked)
            && (i..token).any(|j| sentence.word(j) == ",")
    };
    // "That he wanted him to stay, according to Lee": who says so takes no part.
    let source =
        |i: usize| parse.child(i, Relation::Case).is_some_and(|c| sentence.word(c).eq_ignore_ascii_case("according"));
    // "Lee begs to differ: he thinks": what stands before a colon has a clause of its own.
    let closed = |i: usize| (i..token).any(|j| matches!(sentence.word(j), ":" | ";"));
    all.retain(|&i| !set_before(i) && !source(i) && !closed(i));
    if goes_with(sentence, token) {
        all.retain(|&i| !parse.node(i).relation.is_subject());
    }
    all
}

/// Who becomes what the phrase with this head says: of "employed Lee as his clerk" Lee.
fn made(sentence: &Sentence, owned: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let case = parse.child(owned, Relation::Case).filter(|&case| sentence.word(case).eq_ignore_ascii_case("as"))?;
    parse
        .path(owned)
        .skip(1)
        .find(|&i| parse.node(i).upos == Upos::Verb)
        .and_then(|verb| object(parse, verb))
        .filter(|&o| o < case)
}

/// Whether a participle says what a whole clause leads to, so that its own object may be the subject of that: "Lee won, making
/// her the first".
fn is_outcome(sentence: &Sentence, verb: usize) -> bool {
    let parse = &sentence.parse;
    let hangs = parse.node(verb).relation == Relation::Advcl && parse.node(verb).xpos == Xpos::Vbg;
    let lemma = lexicon::lemma(&sentence.lower(verb), Pos::Verb).filter(|_| hangs);
    let behind = parse.head(verb).is_some_and(|above| above < verb);
    behind
        && matches!(
            lemma.as_deref(),
            Some("make" | "leave" | "cost" | "earn" | "give" | "bring" | "force" | "prompt" | "put")
        )
}

/// The heads of the phrases that the pronoun is part of: "the best seat in it" is not what "it" stands for (the i-within-i
/// condition of Chomsky 1981).
fn around(parse: &Parse, token: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = token;
    while let Some(head) = parse.head(at).filter(|_| parse.node(at).relation == Relation::Nmod) {
        found.push(head);
        at = head;
    }
    found
}

/// Whether the pronoun may stand for the subject of its own verb: "took it with him", "looked behind her".
fn goes_with(sentence: &Sentence, token: usize) -> bool {
    const PLACES: &[&str] = &["behind", "around"];
    // "Spoke with him", "stood beside him": somebody else.
    const WITH_OBJECT: &[&str] = &["with", "before", "over", "about", "beside", "near"];
    let parse = &sentence.parse;
    let Some(verb) = parse.head(token).filter(|_| parse.node(token).relation == Relation::Obl) else { return false };
    let Some(case) = parse.child(token, Relation::Case) else { return false };
    let is = |words: &[&str]| words.iter().any(|p| sentence.word(case).eq_ignore_ascii_case(p));
    is(PLACES) || is(WITH_OBJECT) && parse.child(verb, Relation::Obj).is_some()
}

/// Whom the pronoun `token` more likely stands for than for others, the subject of what is said, thought or asked: "Lee replied
/// that he" Lee. With it, by how much, in hundredths.
pub fn teller(sentence: &Sentence, token: usize) -> Option<(usize, i32)> {
    let parse = &sentence.parse;
    let verb = parse.head(token).filter(|_| parse.node(token).relation.is_subject())?;
    let marker = |c: usize| ["if", "whether"].iter().any(|w| sentence.word(c).eq_ignore_ascii_case(w));
    // "Lee asked Hill if he", whatever the parser hangs the clause on.
    let asked = token.checked_sub(2).filter(|_| marker(token - 1)).and_then(|before| {
        let verb = parse.path(before).skip(1).find(|&i| parse.node(i).upos == Upos::Verb).filter(|&v| v < before)?;
        let asks = lexicon::lemma(&sentence.lower(verb), Pos::Verb)? == "ask";
        object(parse, verb).filter(|&o| asks && (o == before || parse.subtree(o).end == before + 1))
    });
    if let Some(asked) = asked {
        return Some((asked, 900));
    }
    let asks = parse.children(verb).any(marker);
    let relation = parse.node(verb).relation;
    let above = parse.head(verb).filter(|_| relation == Relation::Ccomp || relation == Relation::Advcl && asks)?;
    let lemma = lexicon::lemma(&sentence.lower(above), Pos::Verb)?;
    let object = |verb: usize| object(parse, verb);
    // "Lee asked Hill if he was ill": Hill. What he should do, he would ask of himself.
    if asks {
        return object(above).filter(|&a| lemma == "ask" && a < token).map(|a| (a, 900));
    }
    // "Lee told Hill to tell them he would stay": Hill.
    let told = parse.head(above).filter(|_| parse.node(above).relation == Relation::Xcomp).and_then(object);
    if let Some(told) = told.filter(|&told| told < above) {
        return Some((told, 300));
    }
    // "Lee told the guards that she": one of several is not meant.
    let several = |hearer: usize| matches!(parse.node(hearer).xpos, Xpos::Nns | Xpos::Nnps);
    let tells = !lexicon::stances(&lemma).is_empty() && lemma != "ask" && object(above).is_none_or(several);
    subject(parse, above).filter(|&s| tells && s < token).map(|s| (s, 200))
}

/// Who is told or asked, or what is done.
pub fn object(parse: &Parse, verb: usize) -> Option<usize> {
    parse.child(verb, Relation::Obj).or(parse.child(verb, Relation::Iobj))
}

/// The subject of the clause in which a possessive stands.
pub fn likely_owner(sentence: &Sentence, token: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let subjects = || parse.path(token).skip(1).find_map(|i| subject(parse, i));
    let subject = is_possessive(sentence, token).then(subjects)??;
    (subject < token && !parse.is_within(token, subject)).then_some(subject)
}

/// Where the words begin that only mention somebody to tell another from them: "no relation of the detective".
pub fn told_apart_from(sentence: &Sentence, token: usize) -> Option<usize> {
    /// Most words between "related" and the name.
    const REACH: usize = 7;
    let is = |i: usize, words: &[&str]| words.iter().any(|w| sentence.word(i).eq_ignore_ascii_case(w));
    let before = |i: usize| i.saturating_sub(REACH)..i;
    let related = before(token)
        .rev()
        .take_while(|&i| sentence.word(i) != ",")
        .find(|&i| is(i, &["related", "relation", "relative", "unrelated"]) && is(i + 1, &["to", "of"]));
    let denied = |i: usize| before(i).find(|&j| is(j, &["not", "no", "n't", "n’t", "isnt", "wasnt"]));
    related.and_then(|i| if is(i, &["unrelated"]) { Some(i) } else { denied(i) })
}

/// The word that the argument `token` belongs to: its verb, or the noun or adjective of a copula. What is joined by
/// "and" belongs to that of the first; what is part of another phrase belongs to none.
fn clause(parse: &Parse, token: usize) -> Option<usize> {
    use Relation::*;
    let mut at = token;
    while parse.node(at).relation == Conj && parse.node(at).upos != Upos::Verb {
        at = parse.head(at)?;
    }
    let relation = parse.node(at).relation;
    let argument = relation.is_subject() || matches!(relation, Obj | Iobj | Obl | OblAgent | OblUnmarked | Expl);
    parse.head(at).filter(|_| argument)
}

/// The subject of a verb, or of the one that it shares its subject with.
pub fn subject(parse: &Parse, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..4 {
        let before = || {
            let finite = matches!(parse.node(at).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp);
            let noun = |&i: &usize| matches!(parse.node(i).upos, Upos::Noun | Upos::Propn) && parse.head(i) != Some(at);
            at.checked_sub(1).filter(noun).filter(|_| finite)
        };
        // "Saying the president wanted to speak": parsers take the president for what is said.
        if let Some(subject) = parse.children(at).find(|&c| parse.node(c).relation.is_subject()).or_else(before) {
            return Some(subject);
        }
        match parse.node(at).relation {
            // "Lee, who works here and voted for it": parsers join the second verb to Lee.
            Relation::Conj if is_noun(parse, parse.head(at)?) && parse.node(at).upos == Upos::Verb => {
                return parse.head(at).filter(|&noun| parse.child(noun, Relation::AclRelcl).is_some());
            }
            Relation::Xcomp | Relation::Conj | Relation::Advcl => at = parse.head(at)?,
            _ => return None,
        }
    }
    None
}

/// The tokens below the subject pronoun `token`, in which a name is somebody else's: "she said that Ann Lee was ill" (principle C
/// of Chomsky 1981).
pub fn commanded(parse: &Parse, token: usize) -> impl Iterator<Item = usize> + '_ {
    let verb = parse.head(token).filter(|_| parse.node(token).relation.is_subject());
    let range = verb.map_or(0..0, |verb| token + 1..parse.subtree(verb).end);
    range.filter(move |&i| {
        let mut path = parse.path(i).take_while(|&at| Some(at) != verb);
        path.all(|at| !matches!(parse.node(at).relation, Relation::Parataxis | Relation::Conj | Relation::Punct))
    })
}

fn lemma(sentence: &Sentence, noun: usize) -> SmolStr {
    let lower = sentence.lower(noun);
    lexicon::lemma(&lower, Pos::Noun).unwrap_or(lower)
}

fn is_noun(parse: &Parse, token: usize) -> bool {
    matches!(parse.node(token).upos, Upos::Noun | Upos::Propn)
}

/// The phrase that a reflexive stands for: the subject of its clause.
pub fn reflexive(parse: &Parse, token: usize) -> Option<usize> {
    parse.path(token).skip(1).find_map(|at| subject(parse, at).filter(|&s| s != token))
}

/// Whether the pronoun `token` may come before the phrase with head `other` that it stands for: from a part of the
/// sentence that is set before its main clause, to the subject of that ("In his letter, Lee said", "When she left, Lee").
pub fn may_precede(parse: &Parse, token: usize, other: usize, function: Function) -> bool {
    let Some(verb) = parse.head(other).filter(|_| function.is_subject() && token < other) else {
        return false;
    };
    let relation = |i: usize| parse.node(i).relation;
    let mut path = parse.path(token).skip(1).take_while(|&i| i != verb);
    let set_before = path.any(|i| {
        let fronted = matches!(relation(i), Relation::Obl | Relation::Advcl | Relation::OblUnmarked);
        fronted && parse.head(i) == Some(verb) && i < other
    });
    set_before && !parse.is_within(other, token)
}
