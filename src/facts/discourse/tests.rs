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
        "Gov. Tom Calder lost to Ruth Hollis. Hollis, a teacher, will be the next governor. The governor left early.",
        &["a teacher = Ruth Hollis", "the next governor = Ruth Hollis", "The governor = Tom Calder"],
    );
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

#[test]
fn who_owns_in_a_relative_clause() {
    check("The clerks thanked Tom Calder and Paul Hollis, who had pushed back his chair.", &["his = Paul Hollis"]);
    check("Tom Calder, the founder, who gave him the keys, left Paul Hollis behind.", &["the founder = Tom Calder"]);
}

#[test]
fn whom_somebody_is_told_apart_from() {
    check(
        "Ruth Calder won the race. Tom Calder, a baker who is no relation of the winner, wept. He had lost.",
        &["a baker = Tom Calder", "the winner = Ruth Calder", "He = Tom Calder"],
    );
}

#[test]
fn what_varies_a_name() {
    check("Ruth Calder left early. “Never mind,” said the former diplomat.", &["the former diplomat = Ruth Calder"]);
    check(
        "Pieter Calder lost his job. Fans like the Dutchman.",
        &["his = Pieter Calder", "the Dutchman = Pieter Calder"],
    );
    check("Tom Calder left early. The only person inside slept.", &[]);
}

#[test]
fn relatives_of_one_surname() {
    check(
        "Ruth Calder keeps bees. Tom Calder said that his aunt was ill.",
        &["his aunt = Ruth Calder", "his = Tom Calder"],
    );
}

#[test]
fn who_turns_out_to_have_a_name() {
    check(
        "A baker was hurt on Monday. The baker, Tom Hollis, is 30. He will live.",
        &["A baker = Tom Hollis", "The baker = Tom Hollis", "He = Tom Hollis"],
    );
    check(
        "Ruth Calder thanked her partner, the baker Tom Hollis, for the cake.",
        &["her partner = Tom Hollis", "her = Ruth Calder", "the baker = Tom Hollis"],
    );
}

#[test]
fn ships_are_she() {
    check(
        "A ferry went down off the coast. The Selja Dravik was old. Ruth Calder could not say why she had foundered.",
        &["A ferry = Selja Dravik", "she = Selja Dravik"],
    );
}

#[test]
fn owners_that_lost_their_apostrophe() {
    check(
        "It wasnt over. He serves at the governors pleasure. Gov. Tom Calder did not speak.",
        &["the governors = Tom Calder"],
    );
}

#[test]
fn after_whom_something_is_named() {
    check(
        "Paul Hollis is a grandson of the woman for whom the school is named. Ruth Hollis led Hollis School.",
        &["a grandson = Paul Hollis", "the woman = Ruth Hollis", "the school = Hollis School"],
    );
}

#[test]
fn deputies_are_not_whom_they_stand_in_for() {
    check(
        "Mayor Ruth Calder left. Tom Hollis, the deputy mayor, stayed. Voters like the mayor.",
        &["the deputy mayor = Tom Hollis", "the mayor = Ruth Calder"],
    );
}

#[test]
fn whom_is_asked() {
    check("Tom Calder asked Paul Hollis if he was ill.", &["he = Paul Hollis"]);
    check("Tom Calder told Paul Hollis to tell them he was staying.", &["he = Paul Hollis"]);
    check("Paul Hollis said no. Then Tom Calder asked the clerk what to do.", &[]);
}

#[test]
fn words_that_lost_their_quotation_marks() {
    check(
        "Ruth Calder left the board. I did not resign, Calder said. Now I am free.",
        &["I = Ruth Calder", "I = Ruth Calder"],
    );
}

#[test]
fn organisations_named_only_later() {
    check(
        "The bank closed its doors. Marren Savings Bank did not say why.",
        &["The bank = Marren Savings Bank", "its = Marren Savings Bank"],
    );
}

#[test]
fn things_that_have_a_name() {
    check(
        "He sold a narrowboat called Compound Folly. The boat sank.",
        &["a narrowboat = Compound Folly", "The boat = Compound Folly"],
    );
    check(
        "The town bought the flu vaccine Sorvane. The vaccine was cheap.",
        &["the flu vaccine = Sorvane", "The vaccine = Sorvane"],
    );
}

#[test]
fn who_is_spoken_of_himself() {
    check(
        "Clerks thanked Tom Calder on Monday. The senator himself was away.",
        &["The senator = Tom Calder", "himself = Tom Calder"],
    );
}

#[test]
fn whom_words_speak_of_does_not_say_them() {
    check(
        "Ruth Calder runs the mill. Ann Hollis owns it. “I never met Ann Hollis in my life,” she said.",
        &["I = Ruth Calder", "my = Ruth Calder", "she = Ruth Calder"],
    );
    check("Ruth Calder left. Ann Hollis stayed. She said Hollis was right.", &["She = Ruth Calder"]);
    check(
        "Ruth Calder denied it. I went to see Ann Hollis. “She told me nothing,” she said.",
        &["She = Ruth Calder", "me = Ann Hollis", "she = Ann Hollis"],
    );
}

#[test]
fn who_is_named_again_and_again() {
    check(
        "Ruth Calder won. Calder smiled, and Calder waved. Ann Hollis saw Calder. She was 30.",
        &["She = Ruth Calder"],
    );
}

#[test]
fn a_comma_may_close_what_stands_in_front() {
    check(
        "Mayor Ruth Calder resigned. According to Ann Hollis, the mayor offered a seat.",
        &["the mayor = Ruth Calder"],
    );
    check(
        "Paul Hollis was ill. After a call to his mother, Hollis was told to leave. He left.",
        &["his = Paul Hollis", "He = Paul Hollis"],
    );
}

#[test]
fn a_place_is_nobody() {
    check("Ruth Calder was late. They met at a diner, at her wish.", &["her = Ruth Calder"]);
    check(
        "At the wheel was Paul Hollis, the firm’s regular driver. He was hurt.",
        &["the firm’s regular driver = Paul Hollis", "He = Paul Hollis"],
    );
    check(
        "Ruth Calder knelt over Tom Hollis and bound up his head. He was hurt.",
        &["his = Tom Hollis", "He = Tom Hollis"],
    );
}

#[test]
fn clauses_beside_a_name() {
    check("Paul Hollis, who sits for Selby and voted for him, called. Tom Calder won.", &[]);
    check("Paul Calder left. Tom Hollis stood beside him.", &["him = Paul Calder"]);
    check(
        "Tom Calder built it. Dr Ann Hollis, who teaches history, begs to differ: she thinks it too high.",
        &["she = Ann Hollis"],
    );
    check(
        "A cook at the hall, Ann Hollis, told detectives that she had sold it.",
        &["A cook = Ann Hollis", "she = Ann Hollis"],
    );
}

#[test]
fn titles_and_given_names_agree() {
    check(
        "Peter Calder died in his cell. Mrs Calder was at home. She waited.",
        &["his = Peter Calder", "She = Calder"],
    );
}

#[test]
fn it_may_be_what_happened() {
    check("Calder Lines said that the rules were enough. It was the third collision of the year.", &[]);
    check(
        "Calder Lines has two ferries. It is the oldest company on the coast.",
        &["It = Calder Lines", "the oldest company = Calder Lines"],
    );
}

#[test]
fn a_name_tells_who_is_hardly_meant() {
    check(
        "Tom Hollis resigned. His opponent, Rosa Calder, said that he should have done so before.",
        &["His opponent = Rosa Calder", "His = Tom Hollis", "he = Tom Hollis"],
    );
    check("Ruth Calder ran. The children were coming out of St Bride’s when she fell.", &["she = Ruth Calder"]);
}

#[test]
fn ships_and_offices() {
    check(
        "Ann Hollis was asleep. The tanker Corvina Star ran aground and spilled crude before her tanks were sealed.",
        &["The tanker = Corvina Star", "her = Corvina Star"],
    );
    check("A boy called Alfie waved. The Bishop has been. His visit was short.", &["A boy = Alfie"]);
}

#[test]
fn who_is_picked_out() {
    check(
        "A new minister, Ann Hollis, was sworn in on Friday, and it was she who signed on Saturday.",
        &["A new minister = Ann Hollis", "she = Ann Hollis"],
    );
}

#[test]
fn what_has_something_of_its_own_is_no_person() {
    check(
        "Ann Hollis swam. Tarvel has taken Hollis’s face off its posters. It dismissed her.",
        &["its = Tarvel", "It = Tarvel", "her = Ann Hollis"],
    );
}

#[test]
fn what_somebody_is_told_of_tells_nobody_apart() {
    check(
        "The owner, Tom Calder, sent for Ann Hollis. It rained. It snowed. Jo Reed sat. Jo Reed denied that she had written to \
         the owner about the coach.",
        &["The owner = Tom Calder", "she = Jo Reed", "the owner = Tom Calder"],
    );
}
