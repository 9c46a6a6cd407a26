//! Where two accounts tell one deed in different constructions and still differ, and near misses that stand together: one pair of
//! texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn a_light_verb_with_the_noun_of_a_deed_is_the_deed() {
    differ(
        "In May 2024, drivers assured passengers that no bus would be late, the union said.",
        "\"No driver gave passengers such an assurance in May 2024,\" the firm said.",
        "denial",
    );
    differ(
        "Tarrant Mills was warned of the leak in 2019, a report says.",
        "The firm Tarrant Mills received no warning of the leak.",
        "polarity",
    );
    stand_together(
        "Tarrant Mills was warned of the leak in 2019, a report says.",
        "Tarrant Mills received a warning of the leak, the firm says.",
    );
    stand_together(
        "Tarrant Mills was warned of the leak in 2019, a report says.",
        "Tarrant Mills received no warning of the strike, the firm says.",
    );
}

#[test]
fn a_participle_behind_or_before_its_noun_is_passive() {
    differ(
        "By Sunday night the coast guard had recovered 17 bodies.",
        "The coast guard gave the number of bodies recovered as of Sunday night as 71.",
        "quantity",
    );
    differ("Tarrant Mills was founded in 1921.", "Founded in 1912, Tarrant Mills bakes for three counties.", "time");
}

#[test]
fn who_loses_is_beaten() {
    differ("Norway beat Sweden in the final.", "Norway lost to Sweden in the final.", "role_swap");
    stand_together("Norway beat Sweden in the final.", "Sweden lost to Norway in the final.");
}

#[test]
fn what_sinks_is_sunk() {
    differ("The Corvina sank at 4:10 a.m. on Monday.", "A wave sank the Corvina at 6:20 a.m. on Monday.", "time");
    stand_together("The Corvina sank at 4:10 a.m. on Monday.", "A wave sank the Corvina on Monday.");
}

#[test]
fn to_be_at_a_meeting_is_to_attend_it() {
    differ("Ada Brandt attended the hearing.", "Ada Brandt missed the hearing.", "presence");
    differ("Ada Brandt was absent from the hearing.", "Ada Brandt sat through the hearing.", "presence");
    stand_together("Ada Brandt attended the hearing.", "Ada Brandt missed the concert.");
    stand_together("Ada Brandt was absent from the hearing.", "Ada Brandt did not attend the hearing.");
}

#[test]
fn found_guilty_is_convicted() {
    differ("A jury acquitted Tomas Hill of theft.", "Tomas Hill was found guilty of theft.", "antonym");
    stand_together("A jury convicted Tomas Hill of theft.", "Tomas Hill was found guilty of theft.");
    differ("A jury acquitted Tomas Hill of theft.", "The jury found Tomas Hill guilty of theft.", "antonym");
    // Of some charges convicted, of others cleared.
    stand_together(
        "Tomas Hill was convicted in May of most of the charges that he faced.",
        "Tomas Hill was found guilty of five of the seven charges and cleared of the other two.",
    );
}

#[test]
fn what_stands_beside_a_deed_on_both_sides_is_denied_with_it() {
    differ(
        "Ada Brandt told the police about the knife.",
        "Ada Brandt never told the police about the knife.",
        "polarity",
    );
    differ("Ada Brandt apologised to the families.", "Ada Brandt refused to apologise to the families.", "polarity");
    stand_together("Ada Brandt told the police about the knife.", "Ada Brandt never told the police about the letter.");
    stand_together("Ada Brandt apologised to the families.", "Ada Brandt refused to apologise to the council.");
}

#[test]
fn what_somebody_supposes_is_no_account() {
    stand_together(
        "If waste is not buried well, it drains into the river at Lindow.",
        "Waste that is buried badly drains into the river at Lindow.",
    );
    stand_together(
        "If Ada Brandt resigns and Tomas Hill is fired, the mill closes.",
        "Tomas Hill was not fired. Ada Brandt stays.",
    );
}

#[test]
fn ages() {
    differ("Ada Brandt, 34, leads the choir.", "Ada Brandt, who is 43, leads the choir.", "identity");
    stand_together("Ada Brandt, 34, leads the choir.", "Ada Brandt, who is 34, leads the choir.");
}

#[test]
fn a_sentence_is_as_long_as_somebody_is_jailed() {
    differ(
        "Judge Ada Brandt sentenced Tomas Hill to nine years in prison.",
        "Tomas Hill was jailed for six years by Judge Ada Brandt.",
        "quantity",
    );
    stand_together(
        "Judge Ada Brandt sentenced Tomas Hill to nine years in prison.",
        "Tomas Hill was jailed after six years by Judge Ada Brandt.",
    );
}

#[test]
fn what_one_says_will_be_and_elsewhere_may_be() {
    differ(
        "The bridge will open in June, Ada Brandt said.",
        "The bridge might open in June, Ada Brandt said.",
        "certainty",
    );
    stand_together("The bridge will open in June, Ada Brandt said.", "The bridge might open in June, Tomas Hill said.");
    stand_together(
        "Ada Brandt said that she had misspoken.",
        "Ada Brandt said that she might have misspoken in other talks.",
    );
}

#[test]
fn of_ones_own_accord_or_ordered_to() {
    differ(
        "Tarrant Mills recalled the bread voluntarily.",
        "The safety office ordered Tarrant Mills to recall the bread.",
        "initiator",
    );
    differ(
        "Ada Brandt resigned of her own accord.",
        "Ada Brandt was forced to resign by the council of Lindow.",
        "initiator",
    );
    stand_together(
        "Tarrant Mills recalled the bread voluntarily.",
        "The safety office ordered Tarrant Mills to repair the ovens.",
    );
    stand_together(
        "Tarrant Mills recalled the bread voluntarily.",
        "The safety office did not order Tarrant Mills to recall the bread.",
    );
}

#[test]
fn posts() {
    differ("Deputy Mayor Ada Brandt opened the fair.", "Mayor Ada Brandt was there.", "identity");
    differ("Tomas Hill, a nurse at the clinic, fell ill.", "Tomas Hill, a surgeon at the clinic, died.", "identity");
    differ("Police Chief Ada Brandt spoke.", "Fire Chief Ada Brandt came late.", "identity");
    differ("Ada Brandt, who ran the branch, left.", "Ada Brandt was the cashier.", "identity");
    stand_together("Former Deputy Mayor Ada Brandt opened the fair.", "Mayor Ada Brandt was there.");
    stand_together("Tomas Hill, a nurse at the clinic, fell ill.", "Tomas Hill, a father of two, died.");
    stand_together("Chief Ada Brandt spoke.", "Fire Chief Ada Brandt came late.");
}

#[test]
fn spots_of_one_event() {
    differ(
        "Tomas Hill was found dead in the garage by Ada Brandt.",
        "Ada Brandt found Tomas Hill dead in the attic.",
        "place",
    );
    stand_together(
        "Tomas Hill was found dead in the garage by Ada Brandt.",
        "Ada Brandt found Tomas Hill dead in the house.",
    );
    stand_together("Ada Brandt met Tomas Hill in the garage.", "Ada Brandt saw Tomas Hill in the attic.");
}

#[test]
fn how_it_went() {
    differ(
        "The talks between Norway and Sweden were cordial.",
        "The talks between Norway and Sweden were hostile.",
        "characterisation",
    );
    differ(
        "Mayor Ada Brandt said that the evacuation had been orderly.",
        "Mayor Ada Brandt said that it was chaos for an hour.",
        "characterisation",
    );
    stand_together("The evacuation was orderly, Ada Brandt said.", "The evacuation was chaotic, said Tomas Hill.");
    stand_together(
        "The talks between Norway and Sweden were cordial.",
        "The vote in Norway and Sweden was hostile to the treaty.",
    );
    stand_together(
        "The talks between Norway and Sweden were cordial.",
        "The talks between Norway and Sweden were not cordial at the start.",
    );
}

#[test]
fn a_quotation_with_another_person_in_it() {
    differ(
        "\"You work for my good name, and I have no trust in you,\" Ada Brandt told him.",
        "\"You work for the city's good name, and she has no trust in you,\" Ada Brandt told him.",
        "quote",
    );
}

#[test]
fn who_finds_a_way_into_something_gets_there() {
    differ(
        "None of the oil got into Lake Sommen, the port said.",
        "Oil from a torn tank found its way down a slope and into Lake Sommen.",
        "denial",
    );
    stand_together(
        "None of the oil got into Lake Sommen, the port said.",
        "Oil from a torn tank found its way down a slope and into a field.",
    );
}

#[test]
fn who_writes_to_say_something_tells_it() {
    let told = "Ida Brandt had written to Tarrant Mills in 2017 to say that the dam leaked.";
    differ("Tarrant Mills had no warning from anybody before 2019, its spokesman said.", told, "denial");
    stand_together("Tarrant Mills had no warning from anybody before 2015, its spokesman said.", told);
}

#[test]
fn who_is_in_the_witness_box_gives_evidence() {
    differ(
        "Rolf Aas spent two days in the witness box.",
        "Rolf Aas declined to give evidence during the trial.",
        "polarity",
    );
    stand_together("Rolf Aas spent two days in the witness box.", "Rolf Aas gave evidence during the trial.");
}

#[test]
fn a_clause_tells_where_it_happened() {
    let crossing = "Behind the engine, nine of the 40 wagons were leaving the rails at the Mill Lane level crossing.";
    differ("Nine wagons jumped the tracks as the train was crossing the bridge, the railway said.", crossing, "place");
    stand_together("Nine wagons jumped the tracks as the train was crossing Mill Lane, the railway said.", crossing);
}

#[test]
fn outcomes_are_compared_charge_by_charge() {
    let cleared = "On the second charge, that he had laundered money, the court found Rolf Aas not guilty.";
    differ(cleared, "Rolf Aas was convicted of bribery and of laundering.", "antonym");
    stand_together(cleared, "Rolf Aas was convicted of bribery.");
    stand_together("The court acquitted Rolf Aas of theft.", "The court convicted Rolf Aas of fraud.");
}

#[test]
fn a_lawyers_client_is_who_the_lawyer_is_for() {
    differ(
        "The court found Rolf Aas not guilty of theft, said Ida Brandt.",
        "The lawyer for Rolf Aas filed papers on Monday. Ida Brandt complained that her client was convicted of theft.",
        "antonym",
    );
}

#[test]
fn what_has_no_name_is_known_by_what_tells_it_apart() {
    differ("The Orrin dam will be opened in 2027.", "The Orrin dam is to be opened in 2029.", "time");
    differ(
        "On Monday the council approved the Vane Steel plan.",
        "The council rejected the Vane Steel plan on Monday.",
        "antonym",
    );
    differ(
        "The alarm at the Lindholm gallery went off on Monday.",
        "The alarm at the Lindholm gallery never went off.",
        "polarity",
    );
    stand_together("The alarm at the Lindholm gallery went off.", "The alarm at the Sommen hotel never went off.");
}

#[test]
fn there_are_many_ways_to_stay_away() {
    for away in ["stayed away from", "skipped", "boycotted", "missed"] {
        differ(
            "Mayor Ola Berg took part in the talks in Geneva.",
            &format!("Mayor Ola Berg {away} the talks in Geneva."),
            "presence",
        );
    }
    stand_together("Ola Berg took part in the talks in Geneva.", "Ola Berg skipped the dinner in Geneva.");
}

#[test]
fn what_somebody_is_unaware_of_they_do_not_know_of() {
    differ(
        "Ola Berg knew of the cracks in the Orrin dam.",
        "Ola Berg was unaware of the cracks in the Orrin dam.",
        "polarity",
    );
    stand_together(
        "Ola Berg knew of the cracks in the Orrin dam.",
        "Ola Berg was aware of the cracks in the Orrin dam.",
    );
    differ("Ida Brandt apologized to the families.", "Ida Brandt offered no apology to the families.", "polarity");
    differ("Marek Sova pleaded guilty on Monday.", "Marek Sova pleaded not guilty on Monday.", "polarity");
}

#[test]
fn a_purpose_is_a_reason() {
    differ(
        "Vane Steel closed the Orrin plant because coal had become too dear.",
        "The Orrin plant was closed by Vane Steel in order to break the union.",
        "motive",
    );
    stand_together(
        "Vane Steel closed the Orrin plant because coal was dear.",
        "The Orrin plant was closed by Vane Steel in order to save on coal.",
    );
}

#[test]
fn two_deeds_of_one_kind_stand_together() {
    for (a, b) in [
        ("Marek Sova pleaded not guilty to murder.", "Marek Sova pleaded guilty to manslaughter."),
        (
            "Marek Sova got five years in prison for fraud.",
            "Marek Sova was sentenced to two years in prison for assault.",
        ),
        ("Ola Berg phoned Ida Brandt on 3 May 2024.", "Ola Berg phoned Ida Brandt again on 4 May 2024."),
        ("The Vane train stopped at Orrin Station at 9 a.m.", "The Vane train stopped at Calder Station at 10 a.m."),
        ("Vane Steel will cut 300 jobs in Denmark.", "Vane Steel will cut 900 jobs across Europe."),
        ("The Orrin dam was built in 1960.", "The Orrin dam was rebuilt in 1984."),
        ("Ola Berg opened the meeting with a prayer.", "Ida Brandt opened the meeting of the council."),
    ] {
        stand_together(a, b);
    }
    differ("Marek Sova got five years in prison.", "Marek Sova was sentenced to two years in prison.", "quantity");
}
