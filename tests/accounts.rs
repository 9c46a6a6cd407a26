//! Where two accounts of one event differ in other words, and near misses that do not: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{found, stand_together};

#[track_caller]
fn differ(a: &str, b: &str, kind: &str, left: &str, right: &str) {
    let found = found(a, b);
    assert!(
        found.iter().any(|(k, x, y)| *k == kind && x.contains(left) && y.contains(right)),
        "{kind} {left:?} {right:?} is not among {found:?}"
    );
}

#[test]
fn the_number_of_something() {
    differ(
        "Searchers had recovered 17 bodies by Tuesday night, the coast guard said.",
        "The coast guard gave the number of bodies recovered by Tuesday night as 71.",
        "quantity",
        "17 bodies",
        "71",
    );
}

#[test]
fn jobs_under_other_names() {
    differ(
        "Tarrant Mills said it would eliminate 340 positions.",
        "Tarrant Mills is to shed 430 posts by June.",
        "quantity",
        "340 positions",
        "430 posts",
    );
}

#[test]
fn a_vote() {
    differ(
        "The council met on Monday. The motion carried 6-1.",
        "The town council approved the plan by a vote of 5 to 2.",
        "quantity",
        "6-1",
        "5 to 2",
    );
    stand_together(
        "The council met on Monday. The motion carried 6-1.",
        "The town council approved the plan by a vote of 6 to 1.",
    );
}

#[test]
fn who_did_it_together() {
    differ(
        "The plan was drawn up by Odile Brandt and Tomas Pryce.",
        "The scheme was put together by Odile Brandt and Ruth Okoro.",
        "participant",
        "drawn up by Odile Brandt and Tomas Pryce",
        "put together by Odile Brandt",
    );
    stand_together(
        "The plan was drawn up by Odile Brandt and Tomas Pryce.",
        "The scheme was put together by Odile Brandt and Tomas Pryce.",
    );
    stand_together(
        "The plan was criticised by Odile Brandt and Tomas Pryce.",
        "The scheme was criticised by Odile Brandt and Ruth Okoro.",
    );
}

#[test]
fn what_was_offered_and_what_was_not() {
    differ(
        "Odile Brandt was offered the chance to resign.",
        "Odile Brandt was not invited to step down.",
        "polarity",
        "Odile Brandt was offered the chance",
        "Odile Brandt was not invited",
    );
    stand_together("Odile Brandt was offered the chance to resign.", "Odile Brandt was not invited to speak.");
}

#[test]
fn what_somebody_refused_to_do_was_not_done() {
    differ(
        "Odile Brandt signed the waiver in May.",
        "Odile Brandt refused to sign the waiver in May.",
        "polarity",
        "Odile Brandt signed the waiver",
        "sign the waiver",
    );
    stand_together("Odile Brandt did not sign the waiver.", "Odile Brandt declined to sign the waiver.");
    stand_together("Odile Brandt did not sign the waiver.", "Odile Brandt warned against signing the waiver.");
}

#[test]
fn asked_for_and_never_requested() {
    differ(
        "Gov. Tomas Pryce asked for a private briefing on the inquiry.",
        "Ruth Okoro, a spokeswoman, said that Tomas Pryce has never requested a briefing.",
        "denial",
        "asked for a private briefing",
        "requested a briefing",
    );
}

#[test]
fn another_reason() {
    differ(
        "Odile Brandt was removed because her clerks had lost the tax files.",
        "The letter gave one reason for the removal of Odile Brandt, that she had gambled in office hours.",
        "motive",
        "because her clerks had lost the tax files",
        "that she had gambled in office hours",
    );
    stand_together(
        "Odile Brandt was removed because her clerks had lost the tax files.",
        "The letter gave one reason for the removal of Odile Brandt, that tax files went missing.",
    );
}

#[test]
fn sure_and_not_sure() {
    differ(
        "Tomas Pryce will lose two fingers, the clinic said.",
        "The surgeons cannot tell yet whether Tomas Pryce will keep them.",
        "certainty",
        "Tomas Pryce will lose two fingers",
        "whether Tomas Pryce will keep them",
    );
    stand_together(
        "Tomas Pryce will lose two fingers, the clinic said.",
        "The clinic declined to say whether Tomas Pryce will lose two fingers.",
    );
}

#[test]
fn bought_and_sold() {
    differ(
        "Odile Brandt bought the mill from Tomas Pryce in 2019.",
        "In 2019 the mill was sold to Tomas Pryce by Odile Brandt.",
        "role_swap",
        "Odile Brandt bought the mill",
        "mill was sold to Tomas Pryce by Odile Brandt",
    );
    stand_together(
        "Odile Brandt bought the mill from Tomas Pryce in 2019.",
        "In 2019 the mill was sold to Odile Brandt by Tomas Pryce.",
    );
}

#[test]
fn a_superlative_alone() {
    differ(
        "Afterwards the moderator, Tomas Pryce, said that it was the best-behaved debate he had run.",
        "Tomas Pryce, the moderator of the debate, said that it was the worst-tempered he had known in years.",
        "characterisation",
        "best-behaved debate",
        "worst-tempered",
    );
    differ(
        "It was a dull game by any measure, said the former champion Odile Brandt.",
        "Odile Brandt, once a champion, called it the most thrilling she had ever commented on.",
        "characterisation",
        "dull game",
        "thrilling",
    );
    stand_together(
        "Afterwards the moderator, Tomas Pryce, said that it was the best-behaved debate he had run.",
        "Odile Brandt, who was in the hall, said that it was the worst-tempered she had known in years.",
    );
}

#[test]
fn who_telephoned_whom() {
    differ(
        "Odile Brandt had telephoned Tomas Pryce to ask about the job.",
        "Ms. Brandt was at her desk when Tomas Pryce rang Odile Brandt.",
        "initiator",
        "Odile Brandt had telephoned Tomas Pryce",
        "Tomas Pryce rang Odile Brandt",
    );
}

#[test]
fn a_name_in_two_spellings() {
    differ(
        "Ailsa Wentworth-Boyd was found alive.",
        "Elsa Wentworth-Boyd was found alive.",
        "identity",
        "Ailsa",
        "Elsa",
    );
    differ(
        "Judge Ada Brannigan gave him six years.",
        "Passing sentence, Judge Ada Branagan said that he had lied.",
        "identity",
        "Ada Brannigan",
        "Ada Branagan",
    );
    // Who is no judge is somebody else, and so is whose name is longer.
    stand_together("Judge Ada Brannigan gave him six years.", "Ada Branagan, a baker, said that he had lied.");
    stand_together("Judge Ada Harrison gave him six years.", "Judge Ada Harris said that he had lied.");
    stand_together("Ailsa Wentworth-Boyd was found alive.", "Marian Wentworth-Boyd was found alive.");
    stand_together("Cora Wentworth-Boyd was found alive.", "Rosa Wentworth-Boyd was found alive.");
    stand_together(
        "Ailsa Wentworth-Boyd was found alive with Elsa Wentworth-Boyd.",
        "Elsa Wentworth-Boyd was found alive.",
    );
}
