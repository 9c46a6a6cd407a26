//! Who somebody is in two accounts: age, name, post, family; and near misses that stand together. One pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{found, stand_together};

#[track_caller]
fn differ(a: &str, b: &str) {
    let found = found(a, b);
    assert!(found.iter().any(|(k, ..)| *k == "identity"), "no identity in {found:?}");
}

#[test]
fn an_age_may_stand_with_what_somebody_is() {
    differ("The pilot, Tomas Hill, a 58-year-old Dane, swam ashore.", "Tomas Hill, 49, swam ashore after the crash.");
    stand_together(
        "The pilot, Tomas Hill, a 58-year-old Dane, swam ashore.",
        "Tomas Hill, 58, swam ashore after the crash.",
    );
}

#[test]
fn who_has_just_had_a_birthday_is_that_old() {
    let captain = "Tomas Hill, 44, swam ashore after the crash.";
    differ(captain, "Tomas Hill, who turned 51 last week, swam ashore after the crash.");
    differ(captain, "Tomas Hill swam ashore after the crash. Hill turned 51 in prison last month.");
    differ(captain, "Tomas Hill swam ashore after the crash. Hill celebrated his 51st birthday in May.");
    differ(captain, "The captain, Tomas Hill, is 51.");
    stand_together(captain, "Tomas Hill retired on his 30th birthday.");
    stand_together(captain, "Tomas Hill, who turned 44 last week, swam ashore after the crash.");
    stand_together(captain, "Tomas Hill, who turned 18 in 1999, swam ashore after the crash.");
    stand_together(captain, "When he turned 30, Tomas Hill bought a boat.");
    stand_together(captain, "Tomas Hill will turn 45 in May.");
}

#[test]
fn a_generation_more_is_another_relative() {
    differ(
        "The painting went to Edda Lunt's granddaughter, Mara Lunt.",
        "Edda Lunt left no will. The painting went to her great-niece Mara Lunt.",
    );
    differ(
        "The painting went to Edda Lunt's grandson, Piers Lunt.",
        "The painting went to Edda Lunt's great-grandson, Piers Lunt.",
    );
    differ(
        "Edda Lunt left no will. The painting went to her nephew Piers Lunt.",
        "The painting went to Edda Lunt's brother Piers Lunt.",
    );
    stand_together(
        "Edda Lunt left no will. The painting went to her former husband Piers Lunt.",
        "Edda Lunt left no will. The painting went to her husband Piers Lunt.",
    );
    stand_together(
        "The painting went to Edda Lunt's great-niece, Mara Lunt.",
        "Edda Lunt left no will. The painting went to her great-niece Mara Lunt.",
    );
}

#[test]
fn a_name_may_be_spelled_in_two_ways() {
    differ(
        "Police charged Gregory Hallam with the theft of the silver bell from the chapel.",
        "The man charged with the theft of the silver bell from the chapel is Gregory Hallem.",
    );
    stand_together(
        "Police charged Gregory Hallam with the theft of the silver bell from the chapel.",
        "Gregory Hallem sang at the harvest supper.",
    );
    stand_together(
        "Police charged Gregory Hallam with the theft of the silver bell from the chapel.",
        "The men charged with the theft of the silver bell from the chapel are Gregory Hallam and Gregory Hallem.",
    );
}

#[test]
fn nobody_is_at_the_head_of_two_departments() {
    differ(
        "Ada Brandt, the council's chief engineer, signed the lease.",
        "The lease was signed by Ada Brandt, the council's head of housing.",
    );
    stand_together(
        "Ada Brandt, the council's finance director, signed the lease.",
        "The lease was signed by Ada Brandt, the council's head of finance.",
    );
    stand_together(
        "Ada Brandt, the council's chief engineer, signed the lease.",
        "The lease was signed by Ada Brandt, now the council's head of housing.",
    );
}

#[test]
fn what_somebody_works_as_is_a_post() {
    differ(
        "The informer was the chief accountant, Ada Brandt.",
        "Ada Brandt, who wrote the letter, worked at the mill as a receptionist.",
    );
    stand_together(
        "Ada Brandt was a constable when she found the boat.",
        "Superintendent Ada Brandt, who retired in May, unveiled the plaque.",
    );
}

#[test]
fn whose_relative_somebody_is() {
    differ(
        "The victim's widow, Ada Brandt, left the court in silence.",
        "Ada Brandt, a sister of the victim, left the court in silence.",
    );
    stand_together(
        "The victim's widow, Ada Brandt, left the court in silence.",
        "Ada Brandt, the wife of the victim, left the court in silence.",
    );
    stand_together(
        "The victim's widow, Ada Brandt, left the court in silence.",
        "Ada Brandt, a sister of the judge, left the court in silence.",
    );
}
