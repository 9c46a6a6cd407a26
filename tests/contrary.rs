//! Two sentences with one cast that tell the opposite in other constructions, judgements of one occasion and what lasts or was ended,
//! and near misses that stand together: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn there_was_none_of_what_the_other_tells_of() {
    let met = "Marek Sova met the bakers of Lindow twice before the vote on the quarry, minutes show.";
    differ(
        met,
        "Marek Sova held no meetings with the bakers of Lindow before the vote on the quarry, his office said.",
        "polarity",
    );
    stand_together(met, "Ada Brandt held no meetings with the bakers of Lindow before the vote on the quarry.");
    stand_together(
        "Marek Sova met the owners of Lindow Mills in March.",
        "Marek Sova held no meetings with the owners of Lindow Mills in May.",
    );
    differ(
        "The Orrin ferry had a licence from Calder council for its Sunday sailings, an audit found.",
        "The audit found that Calder council had granted the Orrin ferry no licence for its Sunday sailings.",
        "denial",
    );
    // What is asked for need not be there.
    stand_together(
        "Marek Sova asked for a licence from Calder council for the Orrin ferry and its Sunday sailings.",
        "Calder council has granted Marek Sova no licence for the Sunday sailings of the Orrin ferry.",
    );
}

#[test]
fn what_is_not_so_in_full_may_be_so_in_part() {
    stand_together(
        "The east wing of the Brennick Road library has reopened.",
        "The Brennick Road library has not fully reopened, with the west wing still shut.",
    );
}

#[test]
fn opposed_outcomes_in_other_constructions() {
    differ(
        "The Lindow council approved the Vane quarry on the hill above Calder, its clerk announced.",
        "The plan for the Vane quarry on the hill above Calder was turned down by Lindow council, its clerk announced.",
        "antonym",
    );
    stand_together(
        "The Lindow council approved the Vane quarry above Calder and its new road in March.",
        "The Lindow council turned down the Vane quarry above Calder and its new road in May.",
    );
    // Each kind of bread has its price.
    stand_together(
        "Prices of brown bread in Calder and the Orrin valley rose over the winter, the grocers' guild said.",
        "Prices of white bread in Calder and the Orrin valley fell over the winter, the grocers' guild said.",
    );
}

#[test]
fn what_lasts_was_not_ended() {
    let reopened = "The Lindholm bridge was reopened to lorries before dawn, a port official said.";
    differ(reopened, "The bridge at Lindholm remains closed to lorries, a port official said.", "antonym");
    stand_together(reopened, "The bridge at Brennick remains closed to lorries.");
    stand_together(
        "Some bakeries of Vane Foods in Calder and Lindow closed over the winter.",
        "The other bakeries of Vane Foods in Calder and Lindow stayed open over the winter.",
    );
}

#[test]
fn one_occasion_is_judged_in_two_ways() {
    let calm = "The last rehearsal was calm and orderly, several players said.";
    differ(calm, "Players remember the final rehearsal as chaotic.", "characterisation");
    stand_together(calm, "Players remember the first rehearsal as chaotic.");
    differ(
        "The march through Calder on Sunday was peaceful, the mayor's office said.",
        "Sunday's march through Calder turned into a violent protest.",
        "characterisation",
    );
    stand_together("The march through Calder was peaceful.", "The match in Lindow was violent.");
    differ(
        "Inspectors rated the cooking at the Lindow Hall Hotel as excellent.",
        "Cooking at the Lindow Hall Hotel was inadequate, the inspectors found.",
        "characterisation",
    );
}

#[test]
fn there_was_enough_of_it_or_too_little() {
    let enough = "The Brennick ward had enough doctors on the night Tomas Hill died, a manager said.";
    differ(
        enough,
        "On the night Tomas Hill died the Brennick ward had too few doctors, a manager said.",
        "characterisation",
    );
    stand_together(enough, "The Brennick ward had too few beds on the night Tomas Hill died.");
    differ(
        "There was a shortage of lifeboats on the Orrin Star, the captain told the Calder inquiry.",
        "The captain told the Calder inquiry that the Orrin Star had plenty of lifeboats.",
        "characterisation",
    );
}

#[test]
fn one_rare_thing_tells_what_somebody_is_sure_of() {
    let sure = "Ida Brandt said that she had no doubt that beavers had weakened the bank.";
    differ(sure, "Beavers are a possibility, Ida Brandt said.", "certainty");
    stand_together(sure, "Floods are a possibility, Ida Brandt said.");
    differ(
        "Geologist Ida Brandt told the court she was certain the Lindow dam was sound.",
        "Ida Brandt, a geologist, could not say, she told the court, whether the Lindow dam was sound.",
        "certainty",
    );
}

#[test]
fn who_never_did_anything_of_the_kind_did_not_do_this() {
    let offered = "Marek Sova had offered the plans of the mill to Vane Steel, clerks said.";
    differ(offered, "Marek Sova said that he had never offered anything to Vane Steel.", "denial");
    stand_together(offered, "Marek Sova said that he had never offered anything to Tarrant Mills.");
    differ(
        "A nurse said that she had seen the ward doctor, Rolf Aas, give Tomas Hill an injection.",
        "Rolf Aas swore that he had given Tomas Hill no injection.",
        "denial",
    );
}

#[test]
fn what_has_no_name_had_one_fate() {
    let survived = "The pilot of the Orrin glider survived the crash at Lake Lindow.";
    differ(survived, "The crash at Lake Lindow killed the pilot of the Orrin glider.", "antonym");
    stand_together(survived, "The crash at Lake Lindow killed the pilot of the Brennick glider.");
    let backed = "Voters in Calder backed the plan for a new quarry.";
    differ(backed, "The plan for a new quarry in Calder was rejected by voters.", "antonym");
    stand_together(backed, "The plan for a new bypass in Calder was rejected by voters.");
}

#[test]
fn what_goes_undone_and_what_nobody_plans() {
    let opened = "Rolf Aas opened the letter from Lindow Mills in front of his clerks.";
    differ(opened, "The letter from Lindow Mills went unopened by Rolf Aas.", "polarity");
    stand_together(opened, "The letter from Lindow Mills went unopened by Ada Brandt.");
    differ(
        "Calder council will rebuild the sea wall at Lindow this year.",
        "There are no plans to rebuild the sea wall at Lindow this year, Calder council said.",
        "polarity",
    );
}

#[test]
fn what_went_and_what_it_is_called_are_judged() {
    differ(
        "The handover at the Lindow depot went smoothly, an observer said.",
        "An observer called the handover at the Lindow depot a shambles.",
        "characterisation",
    );
    let cordial = "The talks between Norway and Sweden in Lindow were cordial.";
    differ(cordial, "The Lindow talks between Norway and Sweden were marked by hostility.", "characterisation");
    stand_together(cordial, "The Brennick talks between Norway and Finland were marked by hostility.");
}

#[test]
fn who_is_made_to_do_it_does_not_do_it_freely() {
    let freely = "Vane Steel's recall of its Lindow stoves was voluntary, inspectors said.";
    differ(freely, "Vane Steel was compelled to recall its Lindow stoves, inspectors said.", "characterisation");
    stand_together(freely, "Vane Steel was compelled to close its mill, inspectors said.");
}

#[test]
fn nobody_can_be_sure_of_what_is_anybodys_guess() {
    let sure = "Coach Ida Brandt is sure that the Calder match will go ahead.";
    differ(sure, "Whether the Calder match will go ahead is anybody's guess, Ida Brandt said.", "certainty");
    stand_together(sure, "Whether the Lindow race will go ahead is anybody's guess, Ida Brandt said.");
}

#[test]
fn where_there_is_a_lack_of_something_there_is_none() {
    stand_together(
        "The Lindholm concert raised very little money for Orrin and won no support in Calder.",
        "The Lindholm concert raised little money for Orrin and met with a lack of support in Calder.",
    );
}

#[test]
fn few_words_tell_what_somebody_is_sure_of() {
    let sure = "Ida Brandt examined the Orrin bridge. Brandt said she was certain that poor mortar was to blame.";
    differ(sure, "The mortar might have played some part, Ida Brandt said, but she could not be sure.", "certainty");
    // Of something else in as few words.
    stand_together(sure, "The weather might have played some part, Ida Brandt said, but she could not be sure.");
}

#[test]
fn what_somebody_is_sure_of_is_told_in_the_sentence_before() {
    let sure = "“The sonar failed and they were sailing blind,” Ida Brandt said. “We are certain of that.”";
    differ(sure, "Ida Brandt said she did not know whether the sonar had been on.", "certainty");
    stand_together(sure, "Ida Brandt said she did not know whether the crew had been drunk.");
}

#[test]
fn whoever_has_not_decided_may_do_so_later() {
    stand_together(
        "The attorney general, Conrad Vail, has not decided whether to open an inquiry into the mill.",
        "Conrad Vail, the attorney general, opened an inquiry into the mill on Thursday.",
    );
}

#[test]
fn what_nobody_thinks_is_not_said_to_be_so() {
    stand_together(
        "“You would not find a man at the mill who thinks he meant it,” said Ida Brandt.",
        "Ida Brandt says that every man at the mill believes it was an accident.",
    );
}
