//! How many of something somebody has in all, told with a verb or with whose they are: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn another_number_of_what_is_somebodys() {
    differ(
        "The Harbour Pilots' Guild met on Friday. The Harbour Pilots' Guild has 340 members.",
        "A strike was rejected on Friday by the Harbour Pilots' Guild's 520 members.",
        "quantity",
    );
    differ(
        "Tarn Foods will be sold in the spring. Tarn Foods employs 1,150 people.",
        "Tarn Foods is to be sold in the spring, and Tarn Foods' 1,850 workers will hear more this week.",
        "quantity",
    );
}

#[test]
fn parts_and_other_times_of_it_stand_together() {
    stand_together(
        "The Harbour Pilots' Guild has 340 members.",
        "The Harbour Pilots' Guild's 52 members in Lorne voted no on Friday.",
    );
    stand_together("Tarn Foods employs 1,150 people.", "In 2009 Tarn Foods employed 1,850 people.");
    stand_together("Tarn Foods employs 1,150 people.", "The vote was lost by Tarn Foods' 640 night workers.");
    stand_together("Tarn Foods has more than 1,000 workers.", "Tarn Foods' 1,150 workers are on strike.");
}
