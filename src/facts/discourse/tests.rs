//! Who pronouns and descriptions stand for, in small articles.

use crate::{
    annotation::Metadata,
    facts::{MentionKind, facts},
    syntax::{Format, prose},
};

/// One word for each pronoun and description that is resolved: what stands in the text, and who that is.
fn resolved(text: &str) -> Vec<String> {
    let facts = facts(&prose(text, Format::Plain), &Metadata::default(), None);
    let others = facts.mentions.iter().filter(|m| m.kind != MentionKind::Name);
    let named = others.filter(|m| !facts.chains[m.chain.0 as usize].identity.described);
    named.map(|m| format!("{} = {}", m.span.of(text), facts.chains[m.chain.0 as usize].name)).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(resolved(text), expected, "{text}");
}

#[test]
fn the_subject_goes_on() {
    check("Ruth Calder met Dana Hollis on Monday. She brought her son.", &["She = Ruth Calder", "her = Ruth Calder"]);
    check("Tom Calder met Ruth Hollis on Monday. She was late.", &["She = Ruth Hollis"]);
}

#[test]
fn grammar_keeps_apart_and_ties() {
    check("Tom Calder said that Paul Hollis had hurt him.", &["him = Tom Calder"]);
    check("Tom Calder blames himself.", &["himself = Tom Calder"]);
    check("In her letter, Ruth Calder thanked the clerks.", &["her = Ruth Calder"]);
    check("Tom Calder took the lamp with him.", &["him = Tom Calder"]);
}

#[test]
fn nobody_is_meant() {
    check("Ruth Calder left. It was clear that the bridge would fall. It rained.", &[]);
}

#[test]
fn those_who_speak() {
    check(
        "“I am proud of it,” said Ruth Calder. Her deputy, Tom Hollis, agreed. “I told them,” he said.",
        &["I = Ruth Calder", "Her deputy = Tom Hollis", "Her = Ruth Calder", "I = Tom Hollis", "he = Tom Hollis"],
    );
}

#[test]
fn what_somebody_is_called() {
    check(
        "Detective Inspector Ruth Calder spoke first. Tom Hollis listened to the detective.",
        &["the detective = Ruth Calder"],
    );
    check("Gov. Tom Calder signed it. Voters like the governor.", &["the governor = Tom Calder"]);
    check(
        "A spokesman for Hollis Lines, Tom Calder, said no. He left.",
        &["A spokesman = Tom Calder", "He = Tom Calder"],
    );
}

#[test]
fn what_organisations_are_called() {
    check(
        "Hollis Robotics cut 40 jobs. The company said it would hire again.",
        &["The company = Hollis Robotics", "it = Hollis Robotics"],
    );
    check("Calder Mutual opened in 1871. The bank grew.", &["The bank = Calder Mutual"]);
}
