//! What stands side by side in everyday coverage of one event and is no difference: lines about the text, other events told beside the
//! one, parts and sums, names of houses and posts. Each beside a difference of the same build that is one.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, differ_in, of_day, stand, stand_together};

#[test]
fn lines_about_the_text() {
    let stamped = |hour: &str| {
        format!("Tanker Orla aground\n\nUpdated: May 15, 2024, {hour} BST\n\nThe tanker Orla ran aground.\n")
    };
    stand_together(&stamped("18:50"), &stamped("20:09"));
    differ_in("time", "The tanker Orla ran aground at 18:50.", "The tanker Orla ran aground at 20:09.");
}

#[test]
fn times_that_count_from_what_the_text_tells() {
    let walked = "The clerk walked into the Orrin bank on Monday and fired at the teller.";
    stand("A clerk sacked two days earlier from his job walked into the Orrin bank and fired at the teller.", walked);
    stand(
        "The clerk bought the rifle the day after he lost his post, the Orrin police said.",
        "The clerk bought the rifle on Friday, the Orrin police said.",
    );
    differ_in("time", walked, "The clerk walked into the Orrin bank on Tuesday and fired at the teller.");
}

#[test]
fn a_decade_of_a_life() {
    let saturday = "On Saturday the diver drowned off Pellan.";
    stand("The diver, in his early 30s, drowned off Pellan.", saturday);
    differ_in("time", "On Sunday the diver drowned off Pellan.", saturday);
}

#[test]
fn years_that_tell_which_and_ends_of_a_stretch() {
    let own = "Ida Voss hosted the Calder Awards in 2007 in Orrin.";
    stand(own, "Ida Voss follows Jon Krantz, whose hosting of the 2013 Calder Awards in Orrin was panned.");
    stand("Ida Voss trained the Harriers from 1981 to 1985.", "Ida Voss trained the Harriers in 1983.");
    stand(
        "Ida Voss won a Calder Award in 2004 for her part in a musical about the sea.",
        "Ida Voss, who won a Tarrant Prize in 2005 for a musical about the sea, will sing.",
    );
    differ_in("time", own, "Ida Voss hosted the Calder Awards in 2011 in Orrin.");
}

#[test]
fn a_denial_of_more_is_none() {
    let drove = "On Saturday the frigate Tern drove off a raid on a freighter near Pellan and took nine raiders.";
    stand(drove, "The frigate Tern not only drove off a raid on a freighter near Pellan, but took nine raiders.");
    differ_in("polarity", drove, "The frigate Tern did not drive off the raid on a freighter near Pellan.");
}

#[test]
fn words_written_in_a_hurry() {
    let apostrophe = "\"I can't answer for the pilot of the other plane,\" Captain Dan Gasser said.";
    stand("\"I cant answer for the pilot of the other plane,\" Captain Dan Gasser said.", apostrophe);
    differ_in("quote", "\"I can answer for the pilot of the other plane,\" Captain Dan Gasser said.", apostrophe);
    stand(
        "\"The crew gave up soon after 6:00 a.m.,\" Captain Dan Gasser said.",
        "\"The crew gave up soon after 6 a.m.,\" Captain Dan Gasser said.",
    );
}

#[test]
fn what_was_heard_and_not_heard() {
    stand(
        "Ned Tarr, who rents a flat above the bakery, said he heard no blast but did hear glass break.",
        "Ned Tarr, who rents a flat above the bakery, said he did not hear a blast, but heard glass.",
    );
}

#[test]
fn none_of_a_kind_is_not_none() {
    stand(
        "Lurania has had no working government since 1978, and smugglers rule its coast.",
        "Lurania has seen war since 1978, and its weak government leaves the coast to smugglers.",
    );
}

#[test]
fn what_is_of_others() {
    stand(
        "The Orrin police said the name of the suspect would be given out once he was charged with the murder.",
        "The name of the victim will not be given out yet, the Orrin police said of the murder.",
    );
    stand(
        "Toy maker Jollibix confirmed on Monday that it will close its plant in Upper Wold.",
        "Jollibix denied on Monday that it plans to close any of its shops.",
    );
}

#[test]
fn what_follows_and_where_one_lives() {
    stand(
        "The caretaker led the police on a wild chase from the suburban school where he had shot two people.",
        "The caretaker was caught following a wild chase from the suburban school where two people had been shot.",
    );
    stand(
        "Rita Chand, a baker who leaves a husband and a son, died in Orrin after a van hit her.",
        "Rita Chand, a baker, lived in Orrin with her husband and son until a van hit her.",
    );
    stand(
        "The hiker slipped on the ice and fell 90 metres from the ridge above Pellan on Saturday.",
        "The hiker was climbing the ridge above Pellan on Saturday when he lost his footing.",
    );
}

#[test]
fn what_came_to_be_later() {
    let not_yet =
        "The findings of the inquiry into the fire at the Tarn mill have not been published, the Orrin council said.";
    let since = "The findings of the inquiry into the fire at the Tarn mill were published by the Orrin council.";
    stand_together(&of_day("2024-02-03", not_yet), &of_day("2024-04-02", since));
    differ(&of_day("2024-04-02", not_yet), &of_day("2024-02-03", since), "polarity");
}

#[test]
fn parts_and_sums() {
    let nine = "Marines boarded the dhows off Pellan and seized nine rifles and a mortar from the smugglers.";
    stand("Marines boarded the dhows off Pellan and seized two other rifles and a mortar from the smugglers.", nine);
    differ_in(
        "quantity",
        "Marines boarded the dhows off Pellan and seized two rifles and a mortar from the smugglers.",
        nine,
    );
    stand(
        "In its five raids so far the frigate has seized 14 rifles and 31 mortars from dhows off Pellan.",
        "Six rifles and 12 mortars were seized from the dhows off Pellan.",
    );
    stand(
        "The frigate arrested eight Greek and nine Maltese smugglers off Pellan on Saturday.",
        "The frigate arrested 17 smugglers off Pellan on Saturday.",
    );
    stand(
        "The Danish liner put ashore some 510 passengers and crew because of raiders in the Gulf of Pellan.",
        "The Danish liner flew its 340 passengers over the Gulf of Pellan because of raiders.",
    );
    stand("The Harriers won 40 games last season.", "The Harriers won 18 of their next 23 games last season.");
}

#[test]
fn those_of_other_peoples() {
    let own = "The Danish navy captured 23 raiders who had threatened a freighter off Pellan.";
    stand(own, "The British Royal Navy captured eight raiders off Pellan.");
    differ_in("quantity", own, "The Danish navy captured eight raiders who had threatened a freighter off Pellan.");
}

#[test]
fn names_of_houses_and_posts() {
    stand(
        "Ann Lee was struck by a van outside the store in Orrin on Wednesday night, the police said.",
        "Ann Lee was struck by a van outside Abel's Club in Orrin on Wednesday night, the police said.",
    );
    let assistant = "Max Dorn, the assistant general manager of the Harriers, will coach the team.";
    stand("Assistant general manager Max Dorn will coach the Harriers until May.", assistant);
    differ_in("identity", "Max Dorn, the general manager of the Harriers, will coach the team.", assistant);
}

#[test]
fn where_one_learnt_is_not_where_one_was() {
    stand(
        "Ida Voss attended Orrin School of Medicine before she opened her clinic in Pellan.",
        "Ida Voss is not in a line of medicine that treats children, the clinic in Pellan said.",
    );
}

#[test]
fn who_goes_on_speaking() {
    stand(
        "Ida Voss told it in a note: \"I thank my wife Olga and, dear me, the choir.\"\n\n\"I am so happy to open the fair once more,\" she added.",
        "\"I am so happy to open the fair once more,\" said Ida Voss, who opened it in 2007.",
    );
}

#[test]
fn what_several_may_do() {
    stand(
        "Admiral Otto Brandt suggested that ferry firms hire armed guards to protect their ships.",
        "Minister Lea Kranz called for ferry firms to hire guards to protect their ships.",
    );
    stand(
        "Jon Krantz won his fourth scoring title under coach Ida Voss in Orrin.",
        "Sam Orr, who won a title in Orrin as a coach, understands the players.",
    );
}

#[test]
fn participles_beside_a_noun() {
    stand(
        "Farmer Colm Dreyer sold 40 hectares of meadow to his neighbour Hedda Rusk in April.",
        "Hedda Rusk now owns the 40 hectares of grassland that used to belong to Colm Dreyer, having bought them in spring.",
    );
    let held = "As it stands, the club awaits the end of a case involving the keeper Jon Krantz, arrested Jan. 6 in Orrin over a brawl.";
    stand("The keeper Max Adler was arrested on Sunday in Orrin over a brawl.", held);
    differ_in("time", "The keeper Jon Krantz was arrested on Feb. 9 in Orrin over a brawl.", held);
}

#[test]
fn a_trial_and_a_post_before_a_day() {
    stand(
        "The trial of Jon Krantz in Orrin began on 3 May 2024.",
        "The trial of Jon Krantz in Orrin had to begin by 10 May 2024.",
    );
    stand("Ida Voss became leader of the Tern Party in 2012.", "Ida Voss became leader of the Tern Party before 2018.");
    differ_in(
        "time",
        "Ida Voss became leader of the Tern Party in 2012.",
        "Ida Voss became leader of the Tern Party in 2018.",
    );
}
