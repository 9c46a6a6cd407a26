//! What one text reports and the other says is not so: headlines, first sentences and short notes of our own.

#[path = "support/story.rs"]
mod texts;

use texts::{said, stand_together};

#[track_caller]
fn denied(a: &str, b: &str) {
    let found = said(a, b);
    assert!(found.len() == 1 && found[0].starts_with("Denied"), "{found:#?}");
}

#[track_caller]
fn yes_or_no(a: &str, b: &str) {
    let found = said(a, b);
    assert!(found.len() == 1 && found[0].starts_with("Accounts differ (yes or no)"), "{found:#?}");
}

const MERGER: &str = "Ostrava Glass is merging with the brewer Tyrell Hops";

#[test]
fn somebody_denies_a_report() {
    denied(MERGER, "Ostrava Glass denies merger talks with Tyrell Hops");
    denied(MERGER, "Tyrell Hops Shoots Down Rumours of Ostrava Glass Merger");
    denied(MERGER, "Ostrava Glass, Tyrell Hops merger claims dismissed by brewer");
    assert_eq!(
        said("Pianist Oda Brenner has died in Lisbon", "Reports of Oda Brenner's death are untrue"),
        [
            r#"Denied: a.txt:1 "Pianist Oda Brenner has died in Lisbon"; b.txt:1 "Reports of Oda Brenner's death are untrue"."#
        ]
    );
}

#[test]
fn a_report_is_called_what_is_not_so() {
    denied(MERGER, "Sorry, the Ostrava Glass merger is a hoax");
    denied(MERGER, "That Ostrava Glass merger never happened");
    denied("Pianist Oda Brenner has died in Lisbon", "Fans fooled: Oda Brenner death hoax spreads");
}

#[test]
fn a_headline_without_its_auxiliary_negates_too() {
    yes_or_no("Sprinter Jonas Vek is suspended over a missed test", "Agent: Jonas Vek not banned");
    yes_or_no("Tyrell Hops is launching a turnip stout", "No, Tyrell Hops Is Not Making Turnip Stout");
    yes_or_no("It won two prizes in Turin.", "The Quarry Choir has never won a prize.");
}

#[test]
fn what_somebody_keeps_from_is_not_done() {
    yes_or_no(
        "Oda Brenner has sung for the Quarry Choir and Tyrell Hops.",
        "Oda Brenner refused to sing for Tyrell Hops.",
    );
    yes_or_no("Oda Brenner (born 4 June 1962) is a radio writer.", "Oda Brenner has yet to write for the radio.");
    stand_together("Oda Brenner is yet to write for the radio.", "Oda Brenner has yet to write for the radio.");
    stand_together(
        "Oda Brenner turned down offers to sing for Tyrell Hops.",
        "Oda Brenner refused to sing for Tyrell Hops.",
    );
}

#[test]
fn the_same_word_in_another_matter_denies_nothing() {
    stand_together(MERGER, "Ostrava Glass denies polluting the river");
    stand_together(MERGER, "Ostrava Glass does not deny a merger with Tyrell Hops");
    stand_together(MERGER, "Ostrava Glass merger is not a hoax");
    stand_together(MERGER, "Councillors urge Ostrava Glass to deny merger with Tyrell Hops");
    stand_together("Jonas Vek is granted bail", "Judge denies bail to Ivo Lund");
    stand_together("The council sacked a clerk who had not come to work", "Council sacks clerk who skipped work");
}

#[test]
fn what_is_only_reported_or_asked_is_no_account_of_its_own() {
    stand_together(
        "Ostrava Glass to merge with Tyrell Hops, paper says",
        "Ostrava Glass denies merger with Tyrell Hops",
    );
    stand_together("Is Ostrava Glass merging with Tyrell Hops?", "Ostrava Glass denies merger with Tyrell Hops");
}

#[test]
fn a_post_is_not_a_seat() {
    stand_together(
        "Transport Minister Ada Brandt resigned on Thursday in Lindow.",
        "Ada Brandt, a member of parliament for Lindow, is not giving up her seat.",
    );
}

#[test]
fn whereabouts_beside_an_apposition() {
    let found = said(
        "Ada Brandt of Orrin Health spoke to reporters in Lindow on Friday. The head of the other hospital, Tomas Hill, stood beside her.",
        "On Friday Ada Brandt of Orrin Health spoke to reporters in Lindow. Tomas Hill, head of the other hospital, did not attend.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn what_was_never_told() {
    let found = said(
        "The owner of the Orrin quarry, Garrow Stone, had been warned in March that its detonators were faulty.",
        "Garrow Stone, which owns the Orrin quarry, denied that it had ever been warned about its detonators.",
    );
    assert_eq!(found.len(), 1, "{found:?}");
    stand_together(
        "The owner of the Orrin quarry, Garrow Stone, had been warned in March that its fences were broken.",
        "Garrow Stone, which owns the Orrin quarry, denied that it had ever been warned about its detonators.",
    );
    // What a relative clause says of who denies is not denied.
    stand_together(
        "Two dead in blast at slate quarry",
        "Garrow Stone, which owns the quarry, denied that it had ever been warned about its detonators.",
    );
}

#[test]
fn what_somebody_cannot_tell_is_not_what_somebody_said() {
    stand_together(
        "“I can state that as a fact,” Tomas Hill said at the Orrin inquest.",
        "“I simply can't tell you,” Tomas Hill said at the Orrin inquest.",
    );
}

#[test]
fn nowhere_near() {
    let there = "Dr Tomas Hill, who was on the spot almost at once, bound the hand of the rider, Ada Brandt.";
    let found =
        said(there, "Ada Brandt, the rider, broke a hand. Dr Tomas Hill was nowhere near; he was in the valley.");
    assert_eq!(found.len(), 1, "{found:?}");
    stand_together(
        there,
        "Ada Brandt, the rider, broke a hand. Dr Tomas Hill was nowhere near finished when she left.",
    );
}

#[test]
fn a_participle_that_looks_like_an_adjective() {
    let insured = "The Lindow Hoard was insured for its full value.";
    let found = said(insured, "The Lindow Hoard was found in 1987. None of it was insured.");
    assert_eq!(found.len(), 1, "{found:?}");
    stand_together(insured, "The Lindow Hoard was found in 1987. It was not tired.");
    stand_together(
        insured,
        "The Lindow Hoard was found in 1987. The museum in which it lies, the Orrin House, was not insured.",
    );
}

#[test]
fn what_had_not_been_so_for_long() {
    let found = said(
        "On Monday farmers had closed the port of Orrin for nine hours.",
        "On Monday nobody had closed the port of Orrin.",
    );
    assert!(!found.is_empty());
    stand_together(
        "On Monday farmers had closed the port of Orrin for nine hours.",
        "In 31 years nobody had closed the port of Orrin.",
    );
}

#[test]
fn what_nobody_doubts_is_so() {
    stand_together(
        "Ann Lee said there was no question that the papers had been forged.",
        "Ann Lee was asked about the papers, and whether they had been forged.",
    );
}

#[test]
fn what_is_to_be_and_not_to_be() {
    let close = "Lindow Mills will close the Dunmore plant.";
    assert_eq!(said(close, "Lindow Mills will not close the Dunmore plant.").len(), 1);
    stand_together(
        "Tom Hill said that Lindow Mills would keep the Dunmore plant open.",
        "Lindow Mills may close the Dunmore plant.",
    );
}

#[test]
fn what_somebody_denies_having_done() {
    let sold = "Mara Dunn sold $2 million of her own shares before the crash.";
    assert_eq!(said(sold, "Mara Dunn denied having sold her shares.").len(), 1);
    stand_together(sold, "Mara Dunn admitted having sold her shares.");
}

#[test]
fn what_somebody_was_never_told() {
    let warned = "Ann Lee told the board of the Orrin bank in a letter in 2022 that the vault was damp.";
    denied(warned, "Tom Hill spoke for the bank. “Ann Lee never wrote to us about the vault,” Tom Hill said.");
    // About something else, to somebody else, by somebody else.
    stand_together(warned, "“Ann Lee never wrote to us about the roof,” Tom Hill said.");
    stand_together(warned, "“Ann Lee never wrote to Jo Reed about the vault,” Tom Hill said.");
    stand_together(warned, "“Jo Reed never wrote to us about the vault,” Tom Hill said.");
    denied(
        "Two officials said that Ann Lee wrote last week to the Orrin Relief Fund to request a loan of $5 million.",
        "Ann Lee said that she had made no request of any kind to the Orrin Relief Fund.",
    );
    // Nobody asked for the one, many for the other.
    stand_together(
        "Five teachers begged Tom Hill to leave the race for mayor of Orrin.",
        "Not a teacher rang, Tom Hill admitted: no teacher begged him to stay in the race for mayor of Orrin.",
    );
    stand_together(
        "Ann Lee wrote that the vault was damp.",
        "Tom Hill said that Ann Lee never wrote that she was ill.",
    );
}
