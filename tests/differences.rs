//! Where two accounts differ, and where they only seem to: one pair of sentences of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{said, stand_together};

#[track_caller]
fn differ(a: &str, b: &str, expected: &str) {
    assert_eq!(said(a, b), [expected]);
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
    let found = said(
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

#[test]
fn the_same_utterance_in_other_words() {
    differ(
        "“We told the harbour master within hours,” said Ada Brandt.",
        "“We told the harbour master within days,” said Ada Brandt.",
        "Accounts differ (quotation): a.txt:1 \"We told the harbour master within hours\" (Ada Brandt); b.txt:1 \"We told the harbour master within days\" (Ada Brandt).",
    );
}

#[test]
fn spellings_and_shorter_quotations_are_the_same_words() {
    stand_together(
        "“Sen. Hill and 3 others told the harbour-master at once, and we organised it,” said Ada Brandt.",
        "“Senator Hill and three others told the harbour master at once,” said Ada Brandt.",
    );
    stand_together(
        "“We told the harbour master ... within hours,” said Ada Brandt.",
        "“We told the harbour master and the coast guard within hours,” said Ada Brandt.",
    );
}

#[test]
fn the_same_words_from_somebody_else() {
    differ(
        "“We ate snow and sang all night,” Ada Brandt said.",
        "“We ate snow and sang all night,” Tomas Hill said.",
        "Accounts differ (speaker): a.txt:1 \"We ate snow and sang all night\" (Ada Brandt); b.txt:1 \"We ate snow and sang all night\" (Tomas Hill).",
    );
}

#[test]
fn somebody_may_quote_what_another_said() {
    stand_together(
        "“The old dam will never hold,” Ada Brandt told the council.",
        "“She put a hand on the map and then she said to us that the old dam will never hold,” Tomas Hill said.",
    );
}

#[test]
fn parts_exchanged() {
    differ(
        "Ada Brandt recruited Tomas Hill in May.",
        "Ada Brandt was recruited by Tomas Hill in May.",
        "Accounts differ (who did it to whom): a.txt:1 \"Ada Brandt recruited Tomas Hill\"; b.txt:1 \"Ada Brandt was recruited by Tomas Hill\".",
    );
    stand_together("Ada Brandt met Tomas Hill.", "Tomas Hill met Ada Brandt.");
    stand_together("Ada Brandt called Tomas Hill. Tomas Hill called Ada Brandt back.", "Tomas Hill called Ada Brandt.");
}

#[test]
fn one_end_or_the_other() {
    differ(
        "The board fired Ada Brandt.",
        "Ada Brandt resigned.",
        "Accounts differ (opposite outcome): a.txt:1 \"board fired Ada Brandt\"; b.txt:1 \"Ada Brandt resigned\".",
    );
    stand_together("Tomas Hill hired Ada Brandt.", "The board fired Ada Brandt.");
}

#[test]
fn two_judgements_of_one_thing_are_two_utterances() {
    stand_together(
        "“The harbour plan is a splendid start,” Ada Brandt said.",
        "“The harbour plan is a sad joke,” Ada Brandt said.",
    );
}

#[test]
fn what_stands_in_the_gap_of_a_quotation_is_not_held_against_it() {
    stand_together(
        "“However, we would be foolish … if we let the old harbour close,” Ada Brandt said.",
        "“We would be foolish in the eyes of all captains and partners if we let the old harbour close,” Ada Brandt said.",
    );
}

#[test]
fn who_stopped_did_it_before_and_may_do_it_again() {
    stand_together("The Brandt Line had stopped testing its engines.", "The Brandt Line tested its engines in July.");
    stand_together(
        "The Brandt Line never tested its engines.",
        "The Brandt Line can resume testing its engines again.",
    );
}

#[test]
fn a_denial_that_is_told_is_no_other_account() {
    stand_together(
        "Ada Brandt said on Monday that she did not sell the old ferry.",
        "Ada Brandt, anxious to end a quarrel that is hurting her office and spoiling her hopes, flatly denied on Monday that she had sold the old ferry.",
    );
}

#[test]
fn without_what_it_is_done_to_nothing_is_denied() {
    stand_together("Ada Brandt favors closing the harbour.", "“I do not favor a sale,” Ada Brandt said.");
    stand_together("Ada Brandt spoke about it at length.", "Ada Brandt did not speak about the harbour.");
}

#[test]
fn who_is_dismissed_leaves_too() {
    stand_together("Tomas Hill was fired within the week.", "Tomas Hill had cleared his desk before the week was out.");
    stand_together("Tomas Hill was fired on Friday.", "Tomas Hill's departure on Friday surprised nobody.");
}
