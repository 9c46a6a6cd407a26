//! When a deed was done and which way an amount went, each told once in other words, and near misses that stand together: one pair
//! of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn when_a_deed_was_done_in_other_words() {
    differ(
        "The Lindow court heard arguments over the Orrin toll in May. Its ruling on Friday ended the toll for boats.",
        "The Lindow court ended the Orrin toll for boats on Friday. The hearing had taken place in February.",
        "time",
    );
    // What "it" stands for was told before.
    differ(
        "Ada Brandt and Tomas Hill met in the Orrin theatre for a debate about water. The debate began at 7 p.m.",
        "The debate about water between Ada Brandt and Tomas Hill filled the Orrin theatre. It had started at nine on Tuesday.",
        "time",
    );
    // Its end and its beginning.
    stand_together(
        "Ada Brandt and Tomas Hill met in the Orrin theatre for a debate about water. The debate began at 7 p.m.",
        "The debate about water between Ada Brandt and Tomas Hill filled the Orrin theatre. The debate ended at 9 p.m.",
    );
    // What is told in passing, and another who does it.
    stand_together(
        "Ada Brandt of Orrin won the Lindow race on Sunday. She arrived at the Orrin harbour at 6 p.m.",
        "Ada Brandt of Orrin won the Lindow race on Sunday. Tomas Hill arrived at the Orrin harbour at 7.30 p.m.",
    );
    // Of several times one may be that of another.
    stand_together(
        "The Lindow court held hearings over the Orrin toll. The first hearing was in May, the second in June.",
        "The Lindow court ended the Orrin toll for boats on Friday. The hearing had taken place in February.",
    );
}

#[test]
fn the_only_hour() {
    differ(
        "The Orrin rocket lifted off from the dunes near Lindow at 9:52 p.m. and carried a weather satellite.",
        "At 11.20 on Tuesday night the Orrin rocket rose over the dunes near Lindow with a weather satellite.",
        "time",
    );
}

#[test]
fn hours_without_a_deed_in_common() {
    differ(
        "Two cabins of the Orrin cable car near Lindow collided in the wind on Tuesday. The first came loose at 10:40 a.m.",
        "A cabin of the Orrin cable car near Lindow hit another in Tuesday's wind. It was shortly before two in the afternoon when the wheels jumped.",
        "time",
    );
    // The one is when something ended; another hour is told.
    stand_together(
        "A leopard got out of the Orrin zoo near Lindow on Tuesday. People were asked to stay in from five o'clock.",
        "On Tuesday a leopard got out of the Orrin zoo near Lindow. She was free until shortly after midnight.",
    );
    stand_together(
        "Two cabins of the Orrin cable car near Lindow collided on Tuesday. The wind rose at 10:40 a.m., and help came at 11:30 a.m.",
        "A cabin of the Orrin cable car near Lindow hit another on Tuesday. It was two in the afternoon when all were down.",
    );
}

#[test]
fn what_is_to_come() {
    differ(
        "Rationing begins in Orrin on 14 July, Ada Brandt of the Lindow water board said.",
        "Rationing of water is to begin in Orrin on 1 August, according to the Lindow water board.",
        "time",
    );
    differ(
        "The world chess federation will hold a hearing over the telephone at the Orrin game on April 3.",
        "A telephone was found at the chess game in Orrin. The hearing before the world federation is on May 20.",
        "time",
    );
    // Planned, and then done.
    stand_together(
        "Rationing of water is to begin in Orrin on 14 July, according to the Lindow water board.",
        "Rationing began in Orrin on 1 August, Ada Brandt of the Lindow water board said.",
    );
}

#[test]
fn up_in_one_and_down_in_the_other() {
    differ(
        "A poll for the Lindow Institute found sympathy for the miners rising among people in Orrin.",
        "Sympathy with the miners of Orrin fell, according to the poll for the Lindow Institute.",
        "antonym",
    );
    differ(
        "The Orrin crown fell by half a percent after the minister, Ada Brandt, resigned in Lindow.",
        "The minister, Ada Brandt, resigned in Lindow. On the news the Orrin crown rose.",
        "antonym",
    );
    differ(
        "Traders in Lindow said that diesel got cheaper during the blockade of Orrin.",
        "Traders in Lindow saw a rise in diesel prices during the blockade of Orrin.",
        "antonym",
    );
    differ(
        "The shares of Brandt Stone closed four percent higher in Orrin after the vote of its owners in Lindow.",
        "Brandt Stone, of Orrin, saw its shares slide the day after the vote of its owners in Lindow.",
        "antonym",
    );
    differ(
        "The shares of Brandt Stone were up four percent in Orrin after the vote of its owners in Lindow.",
        "Brandt Stone, of Orrin, saw its shares slide the day after the vote of its owners in Lindow.",
        "antonym",
    );
    // What is opened higher up is no amount.
    stand_together(
        "The shares of Brandt Stone rose in Orrin after the vote of its owners in Lindow.",
        "Brandt Stone, of Orrin, opened a lower quarry with its shares after the vote of its owners in Lindow.",
    );
    // Up, then down; another amount; what may be.
    stand_together(
        "Sympathy with the miners of Orrin rose in May, according to a poll for the Lindow Institute, and fell in June.",
        "Sympathy with the miners of Orrin fell, according to the poll for the Lindow Institute.",
    );
    stand_together(
        "Rents rose in Orrin during the blockade of the harbour, traders in Lindow said.",
        "Wages fell in Orrin during the blockade of the harbour, traders in Lindow said.",
    );
    stand_together(
        "Ticket sales for the Orrin derby in Lindow rose sharply on Monday.",
        "Ticket sales for the Orrin derby in Lindow could fall, the club said.",
    );
}

#[test]
fn what_lasts_until_it_is_over() {
    stand_together(
        "The road to the Orrin hut stays closed until Wednesday after the avalanche, Ada Brandt of the Lindow council said.",
        "The road to the Orrin hut opened on Wednesday after the avalanche, Ada Brandt of the Lindow council said.",
    );
}

#[test]
fn with_the_first_of_several_it_begins() {
    differ(
        "The shooting began at 2 p.m. on Orrin Island, after a patrol from Lindow had landed there by mistake.",
        "A patrol from Lindow had landed on Orrin Island. The first shots were fired a little after seven in the evening.",
        "time",
    );
    // It went on for a while.
    stand_together(
        "The shooting began at 2 p.m. on Orrin Island, after a patrol from Lindow had landed there by mistake.",
        "A patrol from Lindow had landed on Orrin Island. The last shots were fired a little after seven in the evening.",
    );
}

#[test]
fn a_time_before_what_was_done_then() {
    differ(
        "The ferry Ada sank off Orrin at 7 a.m. on Monday, the harbour master said.",
        "It was shortly after 9 a.m. when the ferry Ada sank off Orrin. The harbour master was asleep.",
        "time",
    );
    stand_together(
        "The ferry Ada sank off Orrin at 7 a.m. on Monday, the harbour master said.",
        "It was shortly after 9 a.m. when the crew of the ferry Ada landed in Orrin. The harbour master was asleep.",
    );
}

#[test]
fn what_began_in_a_clause_of_its_own() {
    differ(
        "It is more than two weeks since the vaccination drive in Orrin began on 3 May.",
        "The nurse has not had a Sunday since the vaccination drive in Orrin opened on May 12.",
        "time",
    );
    stand_together(
        "It is more than two weeks since the vaccination drive in Orrin began on 3 May.",
        "The nurse has not had a Sunday since the vaccination drive in Orrin opened on May 3.",
    );
}

#[test]
fn when_something_was_announced() {
    differ(
        "The closure of the Orrin tile works was announced on 3 May, and the unions were not consulted.",
        "The unions of the tile works at Orrin complained that its closure had been announced on 12 May.",
        "time",
    );
    // Who says so may say it again.
    stand_together(
        "The mayor announced on 3 May that the Orrin tile works would close.",
        "The unions complained that the tile works at Orrin had been sold on 12 May.",
    );
}
