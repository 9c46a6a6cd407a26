//! Two sentences that tell of one matter in other words and say the opposite of it, and near misses that stand together: one pair of
//! texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn opposed_outcomes_of_what_both_tell_of() {
    differ(
        "Iron levels in the Orrin reservoir have fallen since April, the chemist Ida Brandt said.",
        "Chemist Ida Brandt warned that iron readings in the Orrin reservoir had been climbing since April.",
        "antonym",
    );
    differ(
        "The Larkspur Hotel passed its health inspection in April.",
        "In April the Larkspur Hotel failed its health inspection.",
        "antonym",
    );
    stand_together(
        "The Larkspur Hotel passed its health inspection in April.",
        "In June the Larkspur Hotel failed its health inspection.",
    );
    // Of two things of one kind each has its own fate.
    stand_together(
        "Iron levels in the upper reservoir at Orrin have fallen since April, the chemist Ida Brandt said.",
        "Iron levels in the lower reservoir at Orrin have risen since April, the chemist Ida Brandt said.",
    );
    // Who leaves is not who joins.
    stand_together(
        "Ida Brandt joined the board of the Lindholm museum in March, the museum said.",
        "Rolf Aas left the board of the Lindholm museum in March, the museum said.",
    );
}

#[test]
fn a_state_is_told_otherwise() {
    differ(
        "The bridge over the Orrin at Calder was open to cars throughout the storm, the mayor's office said.",
        "For the whole of the storm the Calder bridge across the Orrin had been closed to cars, the mayor's office said.",
        "antonym",
    );
    stand_together(
        "The bridge over the Orrin at Calder was open to cars during the storm in March.",
        "The bridge over the Orrin at Calder was closed to cars during the storm in May.",
    );
}

#[test]
fn a_report_is_denied_in_other_words() {
    differ(
        "Health minister Rolf Aas accepted two free cruises from the builder Marek Sova, bank records show.",
        "Rolf Aas, the health minister, has denied taking any cruises paid for by the builder Marek Sova.",
        "denial",
    );
    differ(
        "Ida Brandt ordered guards at the Lindholm museum to switch the alarm off, a former guard said.",
        "Ida Brandt rejected the claim that she told guards at the Lindholm museum to turn off the alarm.",
        "denial",
    );
    // Both report the denial.
    stand_together(
        "Two former guards say that Ida Brandt hid the letters of the Lindholm museum, an accusation that she denies.",
        "Ida Brandt has denied hiding the letters of the Lindholm museum, as two former guards claim.",
    );
    // Another denies it.
    stand_together(
        "Health minister Rolf Aas accepted two free cruises from the builder Marek Sova, bank records show.",
        "Ida Brandt has denied accepting any free cruises from the builder Marek Sova.",
    );
}

#[test]
fn a_plan_is_told_with_its_parts_exchanged() {
    differ(
        "Vane Steel is to buy Lindow Mills for $40 million.",
        "Lindow Mills is to buy Vane Steel for $40 million.",
        "role_swap",
    );
}

#[test]
fn what_something_is_called_judges_it() {
    differ(
        "Saturday's march through Calder was peaceful, police said.",
        "Police described Saturday's march through Calder as violent.",
        "characterisation",
    );
}

#[test]
fn what_would_have_been_is_not_told_as_so() {
    differ(
        "The Marsh Street board accepted the offer from Veldt Foods on Tuesday.",
        "The Marsh Street board rejected the offer from Veldt Foods on Tuesday.",
        "antonym",
    );
    stand_together(
        "Had the Marsh Street board accepted the offer from Veldt Foods, the mill would have been saved.",
        "The Marsh Street board rejected the offer from Veldt Foods.",
    );
    stand_together(
        "The mill, had the Marsh Street board accepted the offer from Veldt Foods, would still be open.",
        "The Marsh Street board rejected the offer from Veldt Foods.",
    );
}

#[test]
fn what_gets_dearer_and_what_gets_cheaper() {
    differ(
        "The price of zinc has risen by a tenth over the past year, to 2,900 dollars a tonne, says Lindow Minerals.",
        "The zinc price has fallen by a tenth over the past year, to 2,400 dollars a tonne, says Lindow Minerals.",
        "antonym",
    );
    stand_together(
        "The price of zinc has risen by a tenth over the past year, to 2,900 dollars a tonne, says Lindow Minerals.",
        "House prices have halved over the past year, says Lindow Minerals.",
    );
}
