//! The verb that says what something is like: "described the march as violent", "called it a shambles".

use crate::{
    facts::claim::clause::Clauses,
    language::{
        lexicon::{self, Pos},
        model::Relation,
    },
};

/// Whether "as" stands before token `i`, whatever the parser makes of it.
pub fn is_behind_as(clauses: &Clauses, i: usize) -> bool {
    let sentence = clauses.sentence();
    sentence.parse.children(i).any(|c| c < i && sentence.is_any(c, &["as"]))
}

/// The verb that says that something is like the word at token `i`: "described the march as violent". Parsers may hang that on
/// the object.
pub fn caller(clauses: &Clauses, i: usize) -> Option<usize> {
    let parse = &clauses.sentence().parse;
    let behind_as = is_behind_as(clauses, i);
    let above = parse.head(i)?;
    let object = parse.node(above).relation == Relation::Obj;
    let verb = if object && behind_as { parse.head(above)? } else { above };
    // "Called the handover a shambles".
    let second = || {
        let before = |&c: &usize| c < i && parse.node(c).relation == Relation::Obj;
        parse.node(i).relation == Relation::Obj && parse.children(above).any(|c| before(&c))
    };
    let fits = behind_as || matches!(parse.node(i).relation, Relation::Xcomp | Relation::OblUnmarked) || second();
    (fits && calls(clauses, verb)).then_some(verb)
}

/// Whether the word at token `verb` says what something is like.
pub fn calls(clauses: &Clauses, verb: usize) -> bool {
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
        "portray",
        "pronounce",
        "rate",
        "recall",
        "regard",
        "remember",
        "see",
        "term",
    ];
    is_verb(clauses, verb, CALLING)
}

/// Whether token `i` is a form of one of these verbs.
pub fn is_verb(clauses: &Clauses, i: usize, verbs: &[&str]) -> bool {
    lexicon::lemma(&clauses.sentence().lower(i), Pos::Verb).is_some_and(|lemma| verbs.contains(&lemma.as_str()))
}
