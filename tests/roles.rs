//! Who does it and to whom, told in other constructions: each differing pair exchanges them, each near miss does not. One pair of texts
//! of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn what_changes_hands_goes_one_way() {
    differ(
        "In 2021 Tomas Hill made a loan of £80,000 to the owner of the mill, Ada Brandt.",
        "In 2021 Tomas Hill borrowed £80,000 from Ada Brandt, the owner of the mill.",
        "role_swap",
    );
    differ(
        "In 2021 Orrin Mills bought the Norland oatmeal brand from Brandt & Aas.",
        "In 2021 Brandt & Aas acquired Norland, the oatmeal, from Orrin Mills.",
        "role_swap",
    );
    stand_together(
        "In 2021 Tomas Hill made a loan of £80,000 to the owner of the mill, Ada Brandt.",
        "In 2021 Ada Brandt, the owner of the mill, borrowed £80,000 from Tomas Hill.",
    );
}

#[test]
fn what_is_to_change_hands_goes_one_way() {
    differ(
        "Under the deal the Orrin council will rent the hall out to Brandt Estates at £180,000 a year.",
        "The deal means that Brandt Estates, a developer, will rent the hall to the Orrin council.",
        "role_swap",
    );
    stand_together(
        "Under the deal the Orrin council will rent the hall out to Brandt Estates at £180,000 a year.",
        "The deal means that Brandt Estates, a developer, will rent the hall from the Orrin council.",
    );
}

#[test]
fn one_took_the_other_to_court() {
    differ(
        "Ada Brandt is suing the broker Tomas Hill for libel over the sale of the mill.",
        "The broker Tomas Hill has issued libel proceedings against Ada Brandt over the sale of the mill.",
        "role_swap",
    );
    stand_together(
        "Ada Brandt is suing the broker Tomas Hill for libel over the sale of the mill.",
        "Ada Brandt has issued libel proceedings against the broker Tomas Hill over the sale of the mill.",
    );
}

#[test]
fn a_car_and_its_driver_are_one_in_a_collision() {
    differ(
        "Ada Brandt told police that the cyclist, Tomas Hill, had ridden into the side of her parked car.",
        "Ada Brandt's car had hit the cyclist Tomas Hill from behind, police said.",
        "role_swap",
    );
    differ(
        "Footage shows the Belgian Ada Brandt running into the back of Tomas Hill's bicycle.",
        "Near the line in Orrin, Tomas Hill rode into Ada Brandt's rear wheel.",
        "role_swap",
    );
    stand_together(
        "Footage shows the Belgian Ada Brandt running into the back of Tomas Hill's bicycle.",
        "Near the line in Orrin, Ada Brandt rode into Tomas Hill's rear wheel.",
    );
    stand_together(
        "Ada Brandt's car hit the cyclist Tomas Hill on Monday, police said.",
        "Tomas Hill was struck from behind by Ada Brandt's car, police said.",
    );
}

#[test]
fn a_cleft_tells_who_did_it() {
    differ(
        "It was Ada Brandt, not the mayor, who reported Tomas Hill to the police.",
        "Tomas Hill had lodged a complaint accusing Ada Brandt.",
        "role_swap",
    );
    differ(
        "It was Ada Brandt, a baker, who stabbed Tomas Hill outside the mill.",
        "Tomas Hill was the one who stabbed Ada Brandt outside the mill.",
        "role_swap",
    );
    stand_together(
        "It was Ada Brandt, a baker, who stabbed Tomas Hill outside the mill.",
        "Ada Brandt was the one who stabbed Tomas Hill outside the mill.",
    );
}

#[test]
fn two_verbs_tell_one_thing_from_its_two_sides() {
    differ(
        "Ada Brandt leads Tomas Hill in the polls by two points.",
        "Ada Brandt trails Tomas Hill in the polls by two points.",
        "role_swap",
    );
    stand_together("Ada Brandt employs Tomas Hill as a driver.", "Tomas Hill works for Ada Brandt as a driver.");
}

#[test]
fn one_got_the_other_out() {
    differ(
        "Ada Brandt hauled Tomas Hill out of the river at Lindow with a rope.",
        "Tomas Hill rescued Ada Brandt from the river at Lindow.",
        "role_swap",
    );
    stand_together(
        "Ada Brandt hauled Tomas Hill out of the river at Lindow with a rope.",
        "Tomas Hill was rescued from the river at Lindow by Ada Brandt.",
    );
}

#[test]
fn who_has_to_pay_is_not_who_is_owed() {
    differ(
        "The judge ruled that Ada Brandt must pay her brother Tomas Hill $40,000.",
        "The judge decided that Tomas Hill owes Ada Brandt $40,000.",
        "role_swap",
    );
    stand_together(
        "The judge ruled that Ada Brandt must pay her brother Tomas Hill $40,000.",
        "The judge decided that Ada Brandt owes Tomas Hill $40,000.",
    );
    stand_together(
        "The judge ruled that Ada Brandt must pay her brother Tomas Hill $40,000.",
        "The judge decided that Tomas Hill owes Ada Brandt $700.",
    );
}

#[test]
fn a_sale_may_be_under_way_or_planned() {
    differ(
        "Tarrant Mills is buying Orrin Bakers for $18 million.",
        "Orrin Bakers will pay $18 million for Tarrant Mills.",
        "role_swap",
    );
    stand_together(
        "Tarrant Mills is buying Orrin Bakers for $18 million.",
        "Tarrant Mills will pay $18 million for Orrin Bakers.",
    );
}

#[test]
fn who_buys_is_picked_out() {
    differ(
        "Orrin Health will acquire its old rival, Lindow Medical, the two said on Tuesday.",
        "It is Lindow Medical that is buying Orrin Health, the two said on Tuesday.",
        "role_swap",
    );
}

#[test]
fn a_body_or_the_people_asked() {
    differ(
        "It was the government that asked for the talks, said Ada Brandt of the union.",
        "It had been the miners who asked for talks, Ada Brandt of the union said.",
        "initiator",
    );
    // Who acts for a body.
    stand_together(
        "It was the government that asked for the talks, said Ada Brandt of the union.",
        "It was officials who asked for the talks, Ada Brandt of the union said.",
    );
}

#[test]
fn who_did_it_is_picked_out() {
    differ(
        "Soldiers from the barracks at Lindow dug out the survivors of the Orrin blast on Tuesday.",
        "It was volunteers from Lindow who dug the survivors of the Orrin blast out of the cabin.",
        "participant",
    );
    differ(
        "The fraud at the Orrin museum was uncovered by a curator, Ada Brandt, who tested the white paint.",
        "It was a dentist, Tomas Hill, who uncovered the fraud at the Orrin museum.",
        "participant",
    );
    differ(
        "The fraud at the Orrin museum was exposed by a curator, Ada Brandt, who tested the white paint.",
        "Tomas Hill, a dentist, went to the Orrin museum on Friday, and it was he who exposed the fraud there.",
        "participant",
    );
    // To others; another who does it too.
    stand_together(
        "Soldiers from the barracks at Lindow dug out the car of the Orrin mayor on Tuesday.",
        "It was volunteers from Lindow who dug the survivors of the Orrin blast out of the cabin.",
    );
    stand_together(
        "Tomas Hill and Ada Brandt uncovered the fraud at the Orrin museum.",
        "It was Ada Brandt who uncovered the fraud at the Orrin museum.",
    );
}

#[test]
fn what_is_told_of_by_a_clause_acts_itself() {
    differ(
        "Two people were hurt at the Orrin mill. The bomb that hurt them went off on 3 May 2024.",
        "Two people were hurt by a bomb at the Orrin mill. The bomb at the mill went off on 5 May 2024.",
        "time",
    );
}

#[test]
fn who_is_stressed_is_the_one_who_does_it() {
    stand_together("The mayor, Ann Lee, herself ordered the survey.", "Ann Lee ordered the survey.");
    differ("Ann Lee herself fired Tom Hill.", "Tom Hill fired Ann Lee.", "role_swap");
}
