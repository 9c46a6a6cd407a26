//! Where two accounts differ, and where they only seem to: one pair of sentences of our own each.

use std::sync::Arc;

use twosource::{
    annotation,
    compare::{Account, ArticleId, Story, message},
    facts::facts,
    syntax::{Format, prose},
};

fn story(texts: &[(&str, &str)]) -> Story {
    texts.iter().enumerate().fold(Story::default(), |story, (number, (name, text))| {
        let prose = prose(text, Format::Plain);
        let facts = Arc::new(facts(&prose, &annotation::metadata(text, &prose), None));
        let account = Account { name: (*name).into(), facts, text: (*text).into() };
        story.with(ArticleId(number as u32), Some(account))
    })
}

/// What is said about the differences between two texts, seen from outside.
fn found(a: &str, b: &str) -> Vec<String> {
    let story = story(&[("a.txt", a), ("b.txt", b)]);
    story.differences().iter().map(|d| message(&story, d, None)).collect()
}

#[track_caller]
fn differ(a: &str, b: &str, expected: &str) {
    assert_eq!(found(a, b), [expected]);
    let swapped = story(&[("b.txt", b), ("a.txt", a)]);
    let again: Vec<String> = swapped.differences().iter().map(|d| message(&swapped, d, None)).collect();
    assert_eq!(again, [expected], "the order in which articles are added makes no difference");
}

#[track_caller]
fn stand_together(a: &str, b: &str) {
    assert_eq!(found(a, b), [] as [&str; 0]);
}

#[test]
fn another_number_of_the_same_thing() {
    differ(
        "Harbour officials said the Corvina sank. Divers recovered 23 bodies on Friday.",
        "The Corvina went down in a storm. Divers recovered 32 bodies on Friday.",
        r#"Accounts differ (quantity): a.txt:1 "23 bodies"; b.txt:1 "32 bodies"."#,
    );
}

#[test]
fn a_rounded_number_is_the_same() {
    stand_together(
        "Veldt Foods, a bakery chain, will close 31 shops.",
        "Veldt Foods, the bakery chain, will close about 30 shops.",
    );
}

#[test]
fn numbers_of_different_things_are_not_compared() {
    stand_together("Commissioner Ada Brandt counted 46 ships.", "Commissioner Ada Brandt counted 52 sailors.");
}

#[test]
fn a_part_is_not_the_whole() {
    stand_together("Ada Brandt fired 40 of the captains on Monday.", "Ada Brandt fired 52 captains on Monday.");
}

#[test]
fn what_is_planned_is_not_what_was_done() {
    stand_together("Ada Brandt will open 12 clinics.", "Ada Brandt opened nine clinics.");
}

#[test]
fn another_hour_of_the_same_call() {
    differ(
        "Ada Brandt called Tomas Hill at 7:15 a.m. on Monday.",
        "Ms. Brandt telephoned. Ada Brandt called Tomas Hill at 9:40 a.m. on Monday.",
        r#"Accounts differ (time): a.txt:1 "7:15 a.m. on Monday"; b.txt:1 "9:40 a.m. on Monday"."#,
    );
}

#[test]
fn calls_to_different_people_are_two_calls() {
    stand_together(
        "Ada Brandt called Tomas Hill at 7:15 a.m. on Monday.",
        "Ada Brandt called Ruth Calder at 9:40 a.m. on Monday.",
    );
}

#[test]
fn another_age_of_the_same_person() {
    differ(
        "Tomas Hill, 61, was sentenced on Friday.",
        "Tomas Hill, 67, was sentenced on Friday.",
        r#"Accounts differ (identity): a.txt:1 "61"; b.txt:1 "67"."#,
    );
}

#[test]
fn somebody_will_not_call_it_what_the_other_says_it_was() {
    let found = found(
        "Tomas Hill said he was fired on Monday.",
        "Tomas Hill left on Monday. Ruth Calder, a spokeswoman, declined to call his departure a firing.",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("Denied: "), "{found:#?}");
}

#[test]
fn what_one_did_not_say_denies_nothing_that_others_say_was_said() {
    stand_together(
        "Tomas Hill said that the bridge was safe.",
        "Tomas Hill did not say that the road was closed. He left early.",
    );
    stand_together("“It is a fine day,” Tomas Hill said.", "Tomas Hill never said a word about the vote.");
}

#[test]
fn an_account_that_confirms_elsewhere_is_not_held_against_another_passage() {
    stand_together(
        "Ada Brandt fired 12 captains on Monday.",
        "Ada Brandt fired 12 captains on Monday. Years before, Ada Brandt fired three captains.",
    );
}
