//! Where two accounts differ on why something was done, who asked for it, who was there and when it was, told in different
//! constructions, and near misses that stand together: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn a_reason_is_a_reason_in_any_form() {
    let wind = "The Brennick regatta was cancelled because of strong winds, the harbour office said.";
    differ(wind, "The harbour office cancelled the Brennick regatta for lack of entries.", "motive");
    differ(wind, "A shortage of safety boats forced the harbour office to cancel the Brennick regatta.", "motive");
    differ(
        wind,
        "The Brennick regatta was cancelled on safety grounds after a burglary, not because of winds.",
        "motive",
    );
    stand_together(wind, "Gales forced the harbour office to cancel the Brennick regatta because the wind was rising.");
    stand_together(wind, "The Brennick regatta was cancelled partly for lack of entries.");
    stand_together(wind, "The harbour office held the Brennick regatta in spite of everything.");
}

#[test]
fn one_deed_may_have_two_purposes_unless_there_was_only_one() {
    let cost = "Tarrant Mills closed its Lindow bakery to cut costs, a manager said.";
    differ(cost, "Tarrant Mills closed its Lindow bakery solely to make room for a road, a manager said.", "motive");
    stand_together(cost, "Tarrant Mills closed its Lindow bakery to make room for a road, a manager said.");
    stand_together(cost, "Tarrant Mills sold its Lindow bakery solely to please the council in Corve.");
}

#[test]
fn what_had_nothing_to_do_with_it_was_no_reason() {
    let illness = "Ada Brandt left the Corve orchestra because of an illness, its agent said.";
    differ(
        illness,
        "Ada Brandt left the Corve orchestra in May. Her illness had nothing to do with it, its agent said.",
        "motive",
    );
    stand_together(
        illness,
        "Ada Brandt left the Corve orchestra in May. Her salary had nothing to do with it, its agent said.",
    );
}

#[test]
fn who_asked_for_it_is_one_or_the_other() {
    let brandt = "The review of the Lindow ferry was held at Ada Brandt's request.";
    differ(
        brandt,
        "It was Tomas Hill who asked for the review of the Lindow ferry, and Ada Brandt agreed.",
        "initiator",
    );
    stand_together(brandt, "Ada Brandt called for the review of the Lindow ferry.");
    stand_together(brandt, "Tomas Hill asked for a second review of the Lindow ferry.");
    differ(
        "Teachers at Corve College launched the petition against the parking fees.",
        "The petition against the parking fees at Corve College was launched by a group of tenants.",
        "initiator",
    );
    stand_together(
        "Teachers at Corve College launched the petition against the parking fees.",
        "The boycott of the canteen at Corve College was launched by a group of tenants.",
    );
}

#[test]
fn somebody_is_there_or_is_not() {
    let aboard = "Ada Brandt, the engineer, was on the ferry when it struck the Lindow pier.";
    differ(
        aboard,
        "Ada Brandt, the engineer, was not travelling on the ferry that struck the Lindow pier.",
        "presence",
    );
    differ(aboard, "Ada Brandt, the engineer, was at home when the ferry struck the Lindow pier.", "presence");
    differ(aboard, "The engineer's cold kept Ada Brandt at home as the ferry struck the Lindow pier.", "presence");
    stand_together(aboard, "Ada Brandt, the engineer, sat in the ferry that struck the Lindow pier.");
    stand_together(aboard, "Tomas Hill, the mate, was at home when the ferry struck the Lindow pier.");
    stand_together(aboard, "Ada Brandt was at home when the mayor opened the Corve theatre.");
    differ(
        "A guard was at the gate when thieves broke into the Lindow granary.",
        "Nobody was at the gate when thieves broke into the Lindow granary.",
        "presence",
    );
}

#[test]
fn a_time_is_compared_where_the_deed_goes_by_another_name() {
    let call = "The first call to the Lindow coast guard about the drifting barge came at 11.20pm on Friday.";
    differ(call, "The Lindow coast guard was first called about the drifting barge at 1.05am on Saturday.", "time");
    stand_together(call, "The Lindow coast guard was called again about the drifting barge at 1.05am on Saturday.");
    stand_together(call, "The Lindow coast guard was first called about the drifting barge late on Friday.");
}

#[test]
fn one_of_two_was_the_first_to_ask() {
    differ(
        "The merger was first proposed by Lindow Bank, brokers said.",
        "The first approach came from Tarrow Savings Bank, which wrote to Lindow Bank to suggest a merger, brokers said.",
        "initiator",
    );
    differ(
        "The decision to evacuate the Tarn Fell campsite was taken by the warden, Tomas Hill.",
        "The warden, Tomas Hill, had wanted campers to stay; the order to clear the Tarn Fell site came from the coastguard.",
        "initiator",
    );
    differ(
        "Tomas Hill filed for divorce in Lindow in June.",
        "It was Ada Brandt, not Tomas Hill, who filed the divorce papers in Lindow in June.",
        "initiator",
    );
    differ(
        "On Monday Ada Brandt rang Tomas Hill about the strike.",
        "It was Tomas Hill who rang Ada Brandt on Monday about the strike.",
        "initiator",
    );
    // Who leads the union asks for it.
    stand_together(
        "The Weavers' Union first asked for a vote on the merger with Lindow Mills.",
        "It was Ada Brandt, who leads the Weavers' Union, who asked for a vote on the merger with Lindow Mills.",
    );
    // Two things that were asked for.
    stand_together(
        "It was Tomas Hill who asked for a new roof for the Lindow school.",
        "Ada Brandt first asked for a playground for the Lindow school.",
    );
}

#[test]
fn what_moves_somebody_is_a_reason_in_more_forms() {
    differ(
        "The trustees attributed the closure of the Lindow museum to poor sales.",
        "The trustees said that a leaking roof had caused the closure of the Lindow museum.",
        "motive",
    );
    differ(
        "Tired of the noise, Ada Brandt left the orchestra in Lindow.",
        "Ada Brandt left the orchestra in Lindow because of a shoulder injury.",
        "motive",
    );
    differ(
        "Angered by the cuts, Ada Brandt resigned as head of the mill.",
        "Ada Brandt resigned as head of the mill because her father was ill.",
        "motive",
    );
    differ(
        "She was leaving, Ada Brandt said in a letter to the mill, because she wished to finish a book.",
        "Ada Brandt was leaving the mill because of her health, she said in a letter.",
        "motive",
    );
    stand_together(
        "Angered by the cuts, Ada Brandt resigned as head of the mill.",
        "Ada Brandt resigned as head of the mill over the cuts.",
    );
}

#[test]
fn what_a_request_takes_people_by_is_nobody() {
    stand_together(
        "Holm asked Brandt if he was closing the mill, and Brandt replied that he was asking her to sign the papers.",
        "The request took many at the mill by surprise, because Brandt had asked Holm to stay in November.",
    );
}

#[test]
fn which_of_several_somebody_is_is_no_purpose() {
    stand_together(
        "The minister, Ada Brandt, resigned on Friday, the third member of the Orrin cabinet to go in a year.",
        "Ada Brandt resigned as a minister in Orrin on Friday because her husband is ill.",
    );
}

#[test]
fn a_reason_behind_the_object_or_what_is_then_possible() {
    differ(
        "Ada Brandt said she had halted that count because of strong winds above the cape.",
        "Ada Brandt said she had halted that count because of a leaking valve.",
        "motive",
    );
    differ(
        "Ada Brandt resigned within an hour so that she could look after her father.",
        "Ada Brandt resigned because she would not sign the treaty.",
        "motive",
    );
    differ(
        "Ada Brandt wrote that she was leaving because of her health.",
        "Ada Brandt wrote that she was leaving since she could not sign such a report.",
        "motive",
    );
    // What came of it is no purpose.
    stand_together(
        "Ada Brandt resigned on Monday so that the post is vacant.",
        "Ada Brandt resigned because she would not sign the treaty.",
    );
}
