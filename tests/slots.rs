//! Where two sentences that share much tell a number, a spot or a doer otherwise, in other words for all the rest, and near misses that
//! stand together: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn another_number_of_the_same_whatever_the_verb() {
    differ(
        "The survey of beekeepers on Orrin island recruited 348 volunteers, its author Petra Holm wrote.",
        "Petra Holm's survey of beekeepers on Orrin island had a total recruitment of 483 volunteers.",
        "quantity",
    );
    differ(
        "The sculptor Ansel Rudd's bronze heron went for $1.2m at Merriman's in Boston on Friday.",
        "Bidding for Ansel Rudd's bronze heron at Merriman's in Boston ended at $2.6m on Friday.",
        "quantity",
    );
    differ(
        "Councillors in Varnby approved the tram scheme by 31 votes to 12.",
        "In Varnby the tram scheme was approved by councillors in a vote of 24 to 19.",
        "quantity",
    );
    differ(
        "All six crew members of the tug Halcyon were hauled from the water off Brackness, the coastguard said.",
        "The nine-strong crew of the tug Halcyon came ashore from the water off Brackness, the coastguard said.",
        "quantity",
    );
}

#[test]
fn numbers_of_other_events_parts_and_plans_stand_together() {
    // A part and the whole.
    stand_together(
        "The bakery chain Tolliver will close four branches in Wales.",
        "Tolliver, the bakery chain, is to close 52 branches across Britain, four of them in Wales.",
    );
    // A plan and what came of it.
    stand_together(
        "Marlow council had budgeted £9m for the new ice rink at Tern Lane.",
        "The new ice rink at Tern Lane ended up costing Marlow council £17m.",
    );
    // The first and the second.
    stand_together(
        "Denholm Steel's first bid for the foundry group Castor was worth £210m.",
        "The foundry group Castor is weighing an offer of £245m from Denholm Steel, its second in a week.",
    );
    // Another day.
    stand_together(
        "Rangers counted 214 seals on the beach at Skelling on Monday.",
        "Rangers on the beach at Skelling had a count of 305 seals on Thursday.",
    );
    // Those who died and those who were hurt.
    stand_together(
        "Five people died when the scaffold collapsed at the Brandt brewery.",
        "The collapse of the scaffold at the Brandt brewery injured 38 people.",
    );
    // A share is no count.
    stand_together(
        "\"Eight buses in ten will be electric,\" the transport chief, Orla Finch, said of the fleet.",
        "\"Six buses in ten were electric,\" the transport chief, Orla Finch, said of the fleet.",
    );
}

#[test]
fn another_spot_whatever_it_hangs_on() {
    differ(
        "Envoys of Karsia and Belmere signed the fishing treaty in Oslo on Tuesday.",
        "The fishing treaty between Karsia and Belmere was signed by their envoys in Madrid on Tuesday.",
        "place",
    );
    differ(
        "The glider that vanished over Tarnholm came down in a meadow, the rescue team of Major Ivo Brandt said.",
        "The glider that vanished over Tarnholm came down at the bottom of Lake Orrin, said Major Ivo Brandt of the rescue team.",
        "place",
    );
}

#[test]
fn spots_of_two_occasions_or_one_within_the_other_stand_together() {
    stand_together(
        "On Monday the minister, Lena Voss, spoke to miners in Essen.",
        "The minister, Lena Voss, addressed miners in Leipzig on Wednesday.",
    );
    stand_together(
        "Envoys of Karsia and Belmere signed the fishing treaty in Norway on Tuesday.",
        "The fishing treaty between Karsia and Belmere was signed by their envoys in Oslo on Tuesday.",
    );
    stand_together(
        "The wedding of the singer Mina Dahl had been planned for a castle in Tuscany.",
        "The singer Mina Dahl held her wedding in Bergen, after a storm.",
    );
}

#[test]
fn another_doer_in_the_constructions_that_name_one() {
    differ(
        "The report on the Selby ferry disaster was written by Dame Ruth Calder.",
        "Sir Piers Lomax was the author of the report on the Selby ferry disaster.",
        "participant",
    );
    differ(
        "The roof of the chapel in Nether Wick was mended by volunteers.",
        "Contractors repaired the roof of the chapel in Nether Wick.",
        "participant",
    );
    differ(
        "The radio mast near Talgar was blown up by smugglers, the army said.",
        "The army blamed separatist rebels for blowing up the radio mast near Talgar.",
        "participant",
    );
}

#[test]
fn doers_who_may_be_the_same_stand_together() {
    stand_together(
        "The blaze at the Corley sawmill was put out by firefighters.",
        "Crews from Denby put out the blaze at the Corley sawmill.",
    );
    stand_together(
        "The report on the Selby ferry disaster was written by Dame Ruth Calder and Sir Piers Lomax.",
        "Sir Piers Lomax was the author of the report on the Selby ferry disaster.",
    );
    // Another deed.
    stand_together(
        "The report on the Selby ferry disaster was written by Dame Ruth Calder.",
        "Sir Piers Lomax praised the report on the Selby ferry disaster.",
    );
}

#[test]
fn the_sides_of_a_vote_in_any_words() {
    differ(
        "The tram scheme was carried in Varnby by 31 votes to 12.",
        "In Varnby 24 councillors backed the tram scheme and 19 opposed it.",
        "quantity",
    );
    differ(
        "Members of the Varnby council passed the tram scheme with 31 in favour and 12 against.",
        "The tram scheme went through the Varnby council by 24 votes to 19.",
        "quantity",
    );
    stand_together(
        "The tram scheme was carried in Varnby by 24 votes to 19.",
        "In Varnby 24 councillors backed the tram scheme and 19 opposed it.",
    );
    stand_together(
        "The tram scheme was carried in Varnby by 31 votes to 12.",
        "In Varnby 24 shops backed the tram scheme and 19 opposed it.",
    );
}

#[test]
fn a_number_at_one_moment_is_none_at_another() {
    stand_together(
        "At Tarn Point the dockers' strike began on Monday, and by noon four ships were waiting in the bay.",
        "At the peak of the dockers' strike at Tarn Point 13 ships were waiting in the bay.",
    );
}

#[test]
fn an_adverb_before_a_number_is_no_name() {
    differ(
        "The Ministry of Forests said the leak from the Tarn Point refinery had spilled 2 million litres of crude oil into the Orrin.",
        "Roughly 14 million litres of crude oil spilled into the Orrin from the Tarn Point refinery, by the count of the Ministry of \
         Forests.",
        "quantity",
    );
}

#[test]
fn a_bare_number_is_of_what_is_put_at_it() {
    differ(
        "The regatta on Lake Orrin drew 4,000 spectators, the organisers said.",
        "Organisers of the regatta on Lake Orrin put the crowd at 7,500.",
        "quantity",
    );
    stand_together(
        "The regatta on Lake Orrin drew 4,000 spectators, the organisers said.",
        "Organisers of the regatta on Lake Orrin put the bill at 7,500 francs.",
    );
    stand_together(
        "Seven people died when the stand collapsed at Orrin racecourse.",
        "The collapse of a stand at Orrin racecourse injured 40 people.",
    );
}

#[test]
fn what_goes_for_a_price_is_bought() {
    differ(
        "Corvell Dairies agreed to buy the Varnby creamery for 31 million pounds in cash.",
        "The Varnby creamery is to go to Corvell Dairies for £27 million.",
        "quantity",
    );
    stand_together(
        "Corvell Dairies agreed to buy the Varnby creamery for 31 million pounds in cash.",
        "The Varnby creamery is to go to Corvell Dairies for £31 million.",
    );
}

#[test]
fn who_raised_the_alarm_is_one() {
    differ(
        "It was the porter, Clara Voss, who raised the alarm at the Merrow clinic.",
        "The alarm at the Merrow clinic was raised by a lodger, Otto Lang.",
        "participant",
    );
    differ(
        "Sergeant Paul Amis arrested the arsonist in Dunmore.",
        "The arsonist was arrested in Dunmore by Constable Jill Reeve.",
        "participant",
    );
    stand_together(
        "It was the porter, Clara Voss, who raised the alarm at the Merrow clinic.",
        "The alarm at the Orrin mill was raised by a lodger, Otto Lang.",
    );
}

#[test]
fn two_estimates_may_lie_too_far_apart() {
    differ(
        "About 900 weavers joined the stoppage and lit braziers by the estuary, the union said.",
        "Some 600 weavers took part, by the count of the union, and braziers burned by the estuary.",
        "quantity",
    );
    stand_together(
        "About 700 weavers joined the stoppage and lit braziers by the estuary, the union said.",
        "Some 600 weavers took part, by the count of the union, and braziers burned by the estuary.",
    );
}

#[test]
fn sentences_that_tell_nothing_but_a_deed_done_once_tell_the_same() {
    differ("Former swimmer Ada Brandt cut the ribbon.", "The ribbon was cut by Bishop Tomas Hill.", "participant");
    differ("Ada Brandt smashed the bell.", "The bell was smashed by Tomas Hill.", "participant");
    stand_together("Ada Brandt rang the bell twice.", "The bell was praised by Tomas Hill.");
    stand_together("Ada Brandt watched the film.", "The film was watched by Tomas Hill.");
}

#[test]
fn who_did_what_is_done_once() {
    differ(
        "The baby was delivered by an off-duty midwife, Carys Orme, who had been six cars behind.",
        "A retired vet, Leonard Hill, delivered the baby by the light of a telephone.",
        "participant",
    );
    // By what people are, where nobody is named.
    differ(
        "A plumber found the coins under the floor of the Orrin bakery in May.",
        "Under the floor of the Orrin bakery, in May, a schoolboy found the coins.",
        "participant",
    );
    stand_together(
        "A group of porters found the coins under the floor of the Orrin bakery in May.",
        "Under the floor of the Orrin bakery, in May, a hospital porter found the coins.",
    );
}

#[test]
fn another_side_of_the_same_landmark() {
    let north = "The accident occurred four miles north of the Skarn Light, in thick fog, the coast guard said.";
    differ(
        north,
        "The two ships met in thick fog three miles to the south of the Skarn Light, said the coast guard.",
        "place",
    );
    // The same side, roughly.
    stand_together(
        north,
        "The two ships met in thick fog four miles to the north-west of the Skarn Light, said the coast guard.",
    );
    // Of something else.
    stand_together(
        "The ferry sank four nautical miles north of the Skarn Light.",
        "The tanker lay three miles to the south of the Skarn Light.",
    );
    // From something else.
    stand_together(
        north,
        "The two ships met in thick fog four miles to the south of the Orrin pier, said the coast guard.",
    );
}
