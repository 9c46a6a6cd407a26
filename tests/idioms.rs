//! Where one account tells a deed in an idiom and the other in a plain verb: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn an_idiom_may_have_a_possessive_or_a_reflexive_in_it() {
    differ("Tomas Hill lost his life in the fire.", "Tomas Hill survived the fire.", "antonym");
    differ("Ada Brandt was fired on Monday.", "Ada Brandt handed in her notice on Monday.", "antonym");
    stand_together("Ada Brandt resigned on Monday.", "Ada Brandt tendered her resignation on Monday.");
    stand_together("Tomas Hill surrendered to police.", "Tomas Hill handed himself in to police.");
    stand_together("Tomas Hill lost his ticket in the fire.", "Tomas Hill survived the fire.");
}

#[test]
fn who_is_shown_the_door_is_fired() {
    differ("Ada Brandt was shown the door on Monday.", "Ada Brandt resigned on Monday.", "antonym");
    differ("Tarrant Mills gave Ada Brandt the sack.", "Ada Brandt resigned from Tarrant Mills.", "antonym");
    differ("Ada Brandt got the sack on Monday.", "Ada Brandt resigned on Monday.", "antonym");
    stand_together("Ada Brandt was fired on Monday.", "Ada Brandt was shown the door on Monday.");
}

#[test]
fn the_subject_may_be_whom_it_is_done_to() {
    differ("Surgeons operated on Ada Brandt on 3 May 2024.", "Ada Brandt went under the knife on 5 May 2024.", "time");
    stand_together(
        "Ada Brandt criticised Tomas Hill on Monday.",
        "Tomas Hill came under fire from Ada Brandt on Monday.",
    );
}

#[test]
fn what_stands_behind_the_preposition_of_an_idiom_is_its_object() {
    differ(
        "Lindow council pulled the plug on the Harvest Festival on 3 May 2024.",
        "Lindow council cancelled the Harvest Festival on 5 May 2024.",
        "time",
    );
    differ(
        "Ada Brandt threw her weight behind the Lindow tunnel.",
        "Ada Brandt did not support the Lindow tunnel.",
        "polarity",
    );
    stand_together(
        "Ada Brandt threw her weight behind the Lindow tunnel.",
        "Ada Brandt did not support the Garrow bridge.",
    );
}

#[test]
fn a_particle_may_stand_behind_the_object() {
    differ(
        "On 3 May 2024 Ada Brandt turned the offer down.",
        "On 3 May 2024 Ada Brandt accepted the offer.",
        "antonym",
    );
    stand_together("Ada Brandt turned the offer down.", "Ada Brandt refused the offer.");
}

#[test]
fn a_state_holds_on_other_days_than_the_deed_that_led_to_it() {
    stand_together("The Corvina crew went on strike on 3 May 2024.", "The Corvina crew was on strike on 5 May 2024.");
    differ(
        "The Corvina crew went on strike on 3 May 2024.",
        "The Corvina crew walked off the job on 5 May 2024.",
        "time",
    );
}

#[test]
fn outcomes_told_in_idioms_are_opposed() {
    differ("A judge jailed Tomas Hill on Monday.", "Tomas Hill avoided jail on Monday.", "antonym");
    differ("Tomas Hill was injured in the crash.", "Tomas Hill escaped the crash unhurt.", "antonym");
    differ("Tarrant Mills fired Ada Brandt.", "Ada Brandt kept her job.", "antonym");
    differ(
        "On Monday Lindow council pulled the plug on the festival.",
        "On Monday Lindow council went ahead with the festival.",
        "antonym",
    );
    stand_together("A judge jailed Tomas Hill on Monday.", "Tomas Hill was put behind bars on Monday.");
}
