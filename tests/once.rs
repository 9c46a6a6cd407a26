//! What each article tells once, in sentences that share few words: the sentences before them tell that it is one matter.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn whether_it_was_so() {
    differ(
        "The herring boats of Calder met the minister in Lindow on Monday. The skipper of the Aurora was invited, his crew said.",
        "Calder's herring boats had their meeting with the minister in Lindow on Monday. His office had sent no invitation to \
         the skipper of the Aurora.",
        "polarity",
    );
    // Another skipper, another meeting.
    stand_together(
        "The herring boats of Calder met the minister in Lindow on Monday. The skipper of the Aurora was invited, his crew said.",
        "Calder's herring boats had their meeting with the minister in Lindow on Monday. His office had sent no invitation to \
         the mayor of Brennick.",
    );
    let none = "A crane fell on the school of Orrin on Monday. Not one pupil was hurt, the head teacher said.";
    differ(
        none,
        "In Orrin a crane came down on the school on Monday. Two pupils were hurt, according to the head.",
        "polarity",
    );
}

#[test]
fn how_it_was_decided() {
    let accepted = "Miners at the Ruddle pit in Orrin voted on Monday on the new rota. The miners accepted it by a large majority.";
    differ(
        accepted,
        "On Monday there was a vote on the new rota at the Ruddle pit in Orrin. The miners turned the plan down.",
        "antonym",
    );
    stand_together(
        accepted,
        "On Monday there was a vote on the new rota at the Ruddle pit in Orrin. The miners turned down a bonus as well.",
    );
}

#[test]
fn who_asked_for_it() {
    let hers =
        "The Ruddle pit in Orrin will be searched for gas next week. The order came from the minister, Ada Brandt.";
    differ(
        hers,
        "Next week there is to be a search for gas in Orrin's Ruddle pit. It was the mayor, Rolf Aas, who had ordered it.",
        "initiator",
    );
    stand_together(
        hers,
        "Next week there is to be a search for gas in Orrin's Ruddle pit. The mayor, Rolf Aas, asked for calm.",
    );
}

#[test]
fn why_it_was_done() {
    let ill = "Ada Brandt, the minister for mines, resigned in Lindow on Monday. She is leaving because of her heart, her office said.";
    differ(
        ill,
        "Mines minister Ada Brandt gave up her post in Lindow on Monday. The reason was the new law on pits, her office said.",
        "motive",
    );
    stand_together(
        ill,
        "Mines minister Ada Brandt gave up her post in Lindow on Monday. The reason was her health, her office said.",
    );
}

#[test]
fn how_sure_somebody_is() {
    let sure =
        "Pilot Jo Hunt came down in a field at Orrin on Monday. Hunt swore that a bird had struck the propeller.";
    differ(
        sure,
        "Jo Hunt landed in a field near Orrin on Monday. Hunt had no idea what had struck the propeller.",
        "certainty",
    );
    stand_together(sure, "Jo Hunt landed in a field near Orrin on Monday. Hunt had no idea who owned the field.");
}

#[test]
fn where_it_began() {
    differ(
        "A fire at the Grand Hotel in Lindow drove 90 guests into the street on Monday. It broke out in the laundry, firemen said.",
        "Some 90 guests fled the burning Grand Hotel in Lindow on Monday. Firemen found that the flames had begun in a bedroom.",
        "place",
    );
    differ(
        "The hunt for the banker Leon Aas, wanted in Lindow, ended on Monday. He was arrested at the airport of Orrin.",
        "After a long hunt the Lindow banker Leon Aas was caught on Monday. Police seized him at a farmhouse.",
        "place",
    );
}

#[test]
fn how_many() {
    let lost = "Aas Glass is to shut its works in Lindow, it said on Monday. The closure means the loss of 340 jobs.";
    differ(
        lost,
        "The Lindow works of Aas Glass will close, the firm said on Monday. In all, 520 people will be out of work.",
        "quantity",
    );
    stand_together(
        lost,
        "The Lindow works of Aas Glass will close, the firm said on Monday. It created 520 jobs when it opened.",
    );
}

#[test]
fn until_when() {
    let closes =
        "The harbour museum of Lindow is to move to Orrin, the council said on Monday. The museum closes in June 2031.";
    differ(
        closes,
        "Lindow's harbour museum will move to Orrin, the council said on Monday. The museum will not close until May 2033.",
        "time",
    );
    stand_together(
        closes,
        "Lindow's harbour museum will move to Orrin, the council said on Monday. The museum will not close until June 2031.",
    );
    let ended = "The guides of Lindow's museum called off a vote on Monday. Their strike ended on 3 May.";
    differ(
        ended,
        "A vote of the guides of the museum in Lindow was called off on Monday. The strike went on until 9 June.",
        "time",
    );
}
