//! Pinned analyses and properties of the models.

use std::fmt::Write;

use proptest::prelude::*;

use super::{NameTag, Relation, Upos};
use crate::language::Sentence;

/// One line per token: word, tags, head, relation, name.
fn table(text: &str) -> String {
    let sentence = Sentence::new(text);
    let mut out = format!("{text}\n");
    for (i, node) in sentence.parse.nodes().iter().enumerate() {
        let head = node.head.map_or("-", |h| sentence.word(h as usize));
        let name = match node.name {
            NameTag::Outside => String::new(),
            name => format!("{name:?}"),
        };
        let line = format!(
            "  {:<14}{:<6}{:<6}{:<14}{:<13}{name}",
            sentence.word(i),
            node.upos.as_str(),
            node.xpos.as_str(),
            head,
            node.relation.as_str(),
        );
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

#[test]
fn analyses() {
    let sentences = [
        "The mayor told reporters on Tuesday that she would not resign.",
        "Three officers were suspended by the commissioner last week.",
        "Dana Whitfield, who led the inquiry, declined to comment.",
        "Paul Osei, the company's chief executive, met Gov. Ruth Lindqvist in Albany.",
        "“We never signed it,” said Marek Dvorak, a spokesman for the ministry.",
        "At least 14 people were killed when the bridge collapsed, officials said.",
        "The governor fired the prosecutor after he refused to step down.",
        "Norway's parliament rejected the bill, which had been backed by the opposition.",
        "Police said they found no evidence that Ms. Haddad had been in the house.",
        "The bank, founded in 1902, employs 12,400 people in Toronto and Montreal.",
        "She denied that the senator had asked her to leave.",
        "The Supreme Court of Kenya ruled 5-2 against the president.",
        "The clerk, whose brother was hurt in the fire, left early.",
        "The old hall, a brick building by the river, reopened on Monday.",
        "The strike ended with Marren accepting the offer.",
        "The surgeon, Ann Moore, denied on Tuesday that she had begun early.",
        "Transport Minister Ann Moore, who had staked her name on the line, thanked the crew.",
        "Ann Moore, 52, who led the inquiry, was sentenced on Monday.",
        "The bridge is safe, her spokesman, Pavel Reznik, said on Monday.",
        "The talks that led to the truce began in May.",
        "Three of the injured were flown to Oslo.",
        "By midnight 31 of the 46 had resigned.",
        "It is a year since the drive began.",
        "From the palace there was not a word.",
        "Those who lose their jobs will get a pension.",
    ];
    insta::assert_snapshot!(sentences.map(table).join("\n"));
}

#[test]
fn moves_about_the_tree() {
    let sentence = Sentence::new("The old mayor of Oslo resigned.");
    let parse = &sentence.parse;
    let root = parse.root().expect("a root");
    assert_eq!(sentence.word(root), "resigned");
    let subject = parse.child(root, Relation::Nsubj).expect("a subject");
    assert_eq!(sentence.word(subject), "mayor");
    assert_eq!(parse.subtree(subject), 0..5);
    assert_eq!(parse.subtree(root), 0..sentence.tokens.len());
    let oslo = 4;
    assert_eq!(parse.path(oslo).collect::<Vec<_>>(), [oslo, subject, root]);
    assert!(parse.is_within(oslo, subject) && !parse.is_within(subject, oslo));
    assert_eq!(parse.children(subject).collect::<Vec<_>>(), [0, 1, oslo]);
}

#[test]
fn nothing_has_no_root() {
    let sentence = Sentence::new(" \n");
    assert_eq!(sentence.parse.nodes(), []);
    assert_eq!(sentence.parse.root(), None);
    assert_eq!(sentence.parse.names().count(), 0);
}

/// Words and marks of news text, so that random sentences reach every transition.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "the", "Mayor", "said", "that", "who", "Okoro", "'s", "’", "“", "”", ",", ".", "-", "12,400", "of", "to",
            "was", "fired", "and", "$", "U.S.", "NOT",
        ])
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

/// Every token is in one projective tree.
fn assert_tree(sentence: &Sentence) {
    let parse = &sentence.parse;
    let n = sentence.tokens.len();
    assert_eq!(parse.nodes().len(), n);
    assert_eq!(parse.nodes().iter().filter(|node| node.head.is_none()).count(), n.min(1));
    for i in 0..n {
        assert!(parse.path(i).count() <= n);
        assert!(parse.subtree(i).all(|j| parse.is_within(j, i)));
        assert_eq!(parse.node(i).head.is_none(), parse.node(i).relation == Relation::Root);
    }
}

/// Sentences of clauses within clauses, so that what is read in parts is.
fn prose() -> impl Strategy<Value = String> {
    let words = vec![
        "the", "a", "three", "31", "mayor", "talks", "injured", "Ann", "Okoro", "who", "which", "that", "said", "led",
        "had", "was", "were", "began", "lost", "resigned", "of", "to", "since", "until", "in", "May", ",", ",", ",",
        "and", "not", "there", "will",
    ];
    prop::collection::vec(prop::sample::select(words), 3..30).prop_map(|words| words.join(" ") + ".")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_is_read_in_parts_is_one_projective_tree(text in prose()) {
        let sentence = Sentence::new(&text);
        assert_tree(&sentence);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_text_gets_one_projective_tree(text in newsy()) {
        let sentence = Sentence::new(&text);
        assert_tree(&sentence);
    }

    #[test]
    fn names_are_well_formed(text in newsy()) {
        let sentence = Sentence::new(&text);
        let mut end = 0;
        for name in sentence.parse.names() {
            prop_assert!(end <= name.tokens.start && name.tokens.start < name.tokens.end);
            end = name.tokens.end;
        }
        prop_assert!(end <= sentence.tokens.len());
    }
}

#[test]
fn a_huge_sentence_is_analysed() {
    let text = "the mayor of Oslo said ".repeat(1_000);
    let parse = Sentence::new(&text).parse;
    assert_eq!(parse.nodes().len(), 5_000);
    assert_eq!(parse.node(0).upos, Upos::Det);
}
