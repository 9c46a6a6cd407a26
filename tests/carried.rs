//! Matters told over several sentences: what happens in one, when it did or who was there in the next; and near misses that stand
//! together. One pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn a_time_may_stand_in_the_sentence_behind() {
    differ(
        "Ilse Brandt signed for Corvell Rovers in 2016 from a club in the north.",
        "Ilse Brandt grew up on a farm. When she joined Corvell Rovers she was 19 and unknown. That was in the spring of 2018.",
        "time",
    );
    differ(
        "The chapel in Orrin burned down in 1931, the parish says.",
        "The chapel in Orrin burned down. It happened in 1913, long before the road was built.",
        "time",
    );
    stand_together(
        "The chapel in Orrin burned down in 1931, the parish says.",
        "The chapel in Orrin burned down. That was in 1931, long before the road was built.",
    );
    stand_together(
        "The chapel in Orrin burned down in 1931, the parish says.",
        "The chapel in Orrin burned down. The mill was rebuilt later. That was in 1950.",
    );
}

#[test]
fn a_time_may_stand_before_its_clause() {
    differ(
        "Delegates from Lindow and Tarn signed the treaty at 9 a.m. on Friday.",
        "It was 4 p.m. on Friday before delegates from Lindow and Tarn signed the treaty.",
        "time",
    );
    stand_together(
        "Delegates from Lindow and Tarn signed the treaty at 4 p.m. on Friday.",
        "It was 4 p.m. on Friday before delegates from Lindow and Tarn signed the treaty.",
    );
}

#[test]
fn who_was_not_there_missed_what_was_told_before() {
    let hearing = "Councillors in Varnby argued over the closure of the lido until midnight on Tuesday. Swimmers filled the \
                   public gallery.";
    differ(
        "Councillors in Varnby voted for the closure of the lido on Tuesday. Petra Holm, the mayor, sat in the public \
         gallery among the swimmers.",
        &format!("{hearing} Petra Holm, the mayor, was not there."),
        "presence",
    );
    differ(
        "Councillors in Varnby voted for the closure of the lido on Tuesday. Petra Holm, the mayor, sat in the public \
         gallery among the swimmers.",
        &format!("{hearing} Petra Holm, the mayor, never came."),
        "presence",
    );
    differ(
        "Councillors in Varnby voted for the closure of the lido on Tuesday. Petra Holm, the mayor, took part in the debate.",
        &format!("{hearing} The mayor, Petra Holm, stayed away and sent a letter."),
        "presence",
    );
    // Once there and once not, in one account: two occasions.
    stand_together(
        "Councillors in Varnby voted for the closure of the lido on Tuesday. Petra Holm, the mayor, sat in the public \
         gallery among the swimmers. At the party afterwards Holm was not there.",
        &format!("{hearing} At the first reading Petra Holm, the mayor, was not there."),
    );
    stand_together(
        "Petra Holm, the mayor, took part in a rowing race at Orrin.",
        &format!("{hearing} Petra Holm, the mayor, was not there."),
    );
    stand_together(
        "Councillors in Varnby voted for the closure of the lido on Tuesday. Tomas Hill sat in the public gallery among \
         the swimmers.",
        &format!("{hearing} Petra Holm, the mayor, was not there."),
    );
}

#[test]
fn who_is_elsewhere_is_not_on_duty() {
    differ(
        "The lock keeper, Dov Kessler, was on duty in the gatehouse when the barge struck the sluice.",
        "The sluice was struck by a barge loaded with gravel. The lock keeper, Dov Kessler, was in bed at the time.",
        "presence",
    );
    differ(
        "Dov Kessler followed the inquiry into the loss of the gravel barge on a video link from Oslo.",
        "The inquiry into the loss of the gravel barge opened in a packed hall. Dov Kessler sat in the front row.",
        "presence",
    );
}

#[test]
fn what_goes_on_since_then_began_then() {
    differ(
        "The Lindow Museum has owned the bronze heron since 1938.",
        "The bronze heron was acquired by the Lindow Museum in 1951.",
        "time",
    );
    differ(
        "Ada Lemmer has run the bakery in Tarn since 1998.",
        "Ada Lemmer took over the bakery in Tarn in 2004.",
        "time",
    );
    stand_together(
        "Ada Lemmer has run the bakery in Tarn since 1998.",
        "Ada Lemmer took over the bakery in Tarn in 1998.",
    );
    stand_together("Ada Lemmer has run the bakery in Tarn since 1998.", "Ada Lemmer ran the bakery in Tarn in 2004.");
}

#[test]
fn of_whom_there_is_no_sign_is_not_there() {
    differ(
        "The union leader, Dan Moss, watched the talks in Orrin from the back of the room.",
        "There was no sign of the union leader, Dan Moss, at the talks in Orrin.",
        "presence",
    );
    differ(
        "Captain Rhys Morgan was on the bridge when the tanker ran aground off Pendle Point.",
        "When the tanker ran aground off Pendle Point, its captain, Rhys Morgan, was asleep in his cabin.",
        "presence",
    );
}

#[test]
fn who_stands_beside_an_office_is_who_holds_it() {
    differ(
        "The guard, Joe Tarrant, was at his post when thieves entered the Orrin depot, investigators found.",
        "Nobody stopped the thieves who entered the Orrin depot, investigators found. The guard, Joe Tarrant, had gone home.",
        "presence",
    );
}
