//! What one person says in two accounts: the same utterance in other words, the same words from somebody else, and how sure somebody
//! is; and near misses that stand together. One pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn a_short_utterance_is_known_by_its_speaker_and_its_occasion() {
    differ(
        "\"I can sell the mill,\" Ada Brandt told shareholders in Lindow.",
        "Speaking to shareholders in Lindow, Ada Brandt said: \"I cannot sell the mill.\"",
        "quote",
    );
    differ(
        "\"Two of the pumps failed,\" the engineer, Tomas Hill, told the inquiry.",
        "At the inquiry the engineer, Tomas Hill, said: \"Three of the pumps failed.\"",
        "quote",
    );
    // Other occasions.
    stand_together(
        "\"I can sell the mill,\" Ada Brandt told shareholders in Lindow.",
        "\"I cannot sell the mill,\" Ada Brandt told a radio station.",
    );
    stand_together(
        "\"I can sell the mill,\" Ada Brandt told shareholders in Lindow.",
        "Weeks later, Ada Brandt told shareholders in Lindow: \"I cannot sell the mill.\"",
    );
    stand_together(
        "On the eve of the match the coach, Tomas Hill, said: \"This will be won.\"",
        "After the match the coach, Tomas Hill, said: \"This may never be won.\"",
    );
    // Two sentences of one speech.
    stand_together(
        "\"I want a new bridge,\" Ada Brandt told the council in Lindow.",
        "\"I want lower fares at last,\" Ada Brandt told the council in Lindow.",
    );
    // As it will be and as it was.
    stand_together(
        "\"We are ready for the flood,\" the warden, Tomas Hill, told the council.",
        "\"We were not ready for the flood,\" the warden, Tomas Hill, told the council.",
    );
}

#[test]
fn what_is_said_is_turned_round() {
    differ(
        "\"My crew saved nobody,\" the captain, Ann Lee, said.",
        "\"My crew saved everybody,\" said Ann Lee, the captain.",
        "quote",
    );
    differ(
        "\"The plant will go on polluting,\" Ada Brandt said.",
        "\"The plant won't go on polluting,\" Ada Brandt said.",
        "quote",
    );
    differ(
        "\"We know where the money went,\" Ada Brandt told us.",
        "Ada Brandt said: \"We would like to know where the money went.\"",
        "quote",
    );
    // By what somebody is in the other account.
    differ(
        "\"I miss the sea every day,\" said the astronaut Ada Brandt.",
        "Ada Brandt came home on Friday. \"I don't miss the sea at all,\" the astronaut said.",
        "quote",
    );
    // Cut to what is wanted.
    stand_together(
        "\"I want a …strong team of nine,\" Ada Brandt said.",
        "Ada Brandt wants \"a strong team of nine\".",
    );
    stand_together("\"The plant did not fail,\" Ada Brandt said.", "\"The plant succeeded,\" Ada Brandt said.");
    stand_together(
        "\"The plant will go on polluting,\" Ada Brandt said.",
        "\"The mill won't go on paying,\" Ada Brandt said.",
    );
    stand_together(
        "\"I miss the sea every day,\" Ada Brandt said.",
        "\"I don't miss the sea at all,\" said Tomas Hill.",
    );
}

#[test]
fn a_noun_for_what_is_said_names_the_speaker() {
    differ(
        "\"Nothing was left of the boat but the keel,\" was Ada Brandt's comment.",
        "\"Nothing was left of the boat but the keel,\" said Tomas Hill.",
        "speaker",
    );
    differ(
        "Ada Brandt's answer was: \"Nothing was left of the boat but the keel.\"",
        "\"Nothing was left of the boat but the keel,\" came the reply from Tomas Hill.",
        "speaker",
    );
    stand_together(
        "Ada Brandt's answer was: \"Nothing was left of the boat but the keel.\"",
        "\"Nothing was left of the boat but the keel,\" said Ada Brandt.",
    );
}

#[test]
fn the_same_words_come_from_one_speaker_on_one_occasion() {
    differ(
        "\"Nobody asked the tenants,\" Ada Brandt said after the council sold the flats.",
        "After the council sold the flats, it was Tomas Hill who spoke up: \"Nobody asked the tenants.\"",
        "speaker",
    );
    differ(
        "\"The bridge was never safe to cross,\" Ada Brandt told the inquiry.",
        "\"The bridge was never safe to cross,\" the inquiry was told by Tomas Hill.",
        "speaker",
    );
    stand_together(
        "\"We need more time,\" Ada Brandt told bankers at a breakfast.",
        "\"We need more time,\" Tomas Hill told the nurses at the clinic.",
    );
    stand_together(
        "\"The bridge was never safe to cross,\" Ada Brandt told the inquiry on Monday.",
        "\"The bridge was never safe to cross,\" Tomas Hill told the inquiry on Thursday.",
    );
    stand_together(
        "\"Nobody asked the tenants,\" Ada Brandt said after the council sold the flats.",
        "Tomas Hill said the same after the council sold the flats: \"Nobody asked the tenants.\"",
    );
}

#[test]
fn one_person_is_sure_or_is_not() {
    differ(
        "The surveyor Ada Brandt has no doubt that the tower at Lindow will collapse in the frost.",
        "The tower at Lindow might collapse in the frost, the surveyor Ada Brandt said.",
        "certainty",
    );
    differ(
        "Tomas Hill ruled out a rise in ferry fares this summer.",
        "A rise in ferry fares this summer is possible, Tomas Hill said.",
        "certainty",
    );
    differ(
        "Tomas Hill guaranteed that the ferry to Orrin would keep running all winter.",
        "Tomas Hill said he could not promise that the ferry to Orrin would keep running all winter.",
        "certainty",
    );
    // Two people.
    stand_together(
        "The surveyor Ada Brandt has no doubt that the tower at Lindow will collapse in the frost.",
        "The tower at Lindow might collapse in the frost, the architect Tomas Hill said.",
    );
    // Two things.
    stand_together(
        "The surveyor Ada Brandt said she was sure that the north wall of the dam would survive the frost.",
        "The south wall of the dam might not survive the frost, the surveyor Ada Brandt said.",
    );
    // Both sure, both unsure, on a condition, nearly sure.
    stand_together(
        "Ada Brandt said she was in no doubt that the alarm at the mill had failed.",
        "\"I am absolutely sure the alarm at the mill failed,\" Ada Brandt said.",
    );
    stand_together(
        "Ada Brandt said she was not sure whether the alarm at the mill had failed.",
        "Ada Brandt would not say for certain that the alarm at the mill had failed.",
    );
    stand_together(
        "Ada Brandt said she was sure the tower at Lindow could be saved if the council paid for it.",
        "Ada Brandt said she was not sure whether the tower at Lindow could be saved.",
    );
    stand_together(
        "Ada Brandt said she was almost certain that the tower at Lindow could be saved.",
        "Ada Brandt said she was not sure whether the tower at Lindow could be saved.",
    );
    // What the article supposes of somebody is not theirs.
    stand_together(
        "Ada Brandt said the tower at Lindow would be saved this winter.",
        "Ada Brandt may have thought that the tower at Lindow would be saved this winter.",
    );
}

#[test]
fn a_pronoun_tells_who_speaks_where_one_person_alone_was_told_of() {
    differ(
        "\"You cannot pave a river twice,\" said Tomas Hill, who runs the quarry.",
        "The council had asked Mr Brandt about the ford. He laughed. \"You cannot pave a river twice,\" he said.",
        "speaker",
    );
    differ(
        "\"A small debt is only a shy one, and it grows,\" said Ada Brandt, an accountant.",
        "Lena Frost had called the clerks together. \"A small debt is only a shy one, and it grows,\" she told them.",
        "speaker",
    );
    // Either of two women may be meant.
    stand_together(
        "\"A small debt is only a shy one, and it grows,\" said Ada Brandt, an accountant.",
        "Lena Frost and Ada Brandt had called the clerks together. \"A small debt is only a shy one, and it grows,\" she said.",
    );
}

#[test]
fn the_words_of_linking_count_in_a_long_quotation() {
    differ(
        "\"I will not sign the lease until my neighbours have their water back,\" said Ada Brandt.",
        "\"I will not sign the lease even when my neighbours have their water back,\" said Ada Brandt.",
        "quote",
    );
    differ(
        "\"We can open the school if the parents agree to help with the roof,\" Tomas Hill said.",
        "\"We can open the school now that the parents agree to help with the roof,\" Tomas Hill said.",
        "quote",
    );
    stand_together(
        "\"We can open the school, and the parents agree to help with the roof,\" Tomas Hill said.",
        "\"We can open the school. The parents agree to help with the roof,\" Tomas Hill said.",
    );
}

#[test]
fn words_are_attributed_to_their_speaker() {
    differ(
        "The voice on the tape heard saying \"just sink the barge\" is that of Ada Brandt, the inquiry found.",
        "The inquiry attributed the words \"just sink the barge\" on the tape to her deputy, Tomas Hill.",
        "speaker",
    );
    differ(
        "\"Bridges do not vote twice,\" Ada Brandt said at the opening in Lindow.",
        "It was Tomas Hill, a mason, who found the words for it in Lindow: \"Bridges do not vote twice.\"",
        "speaker",
    );
}

#[test]
fn a_title_is_nothing_that_is_said() {
    stand_together(
        "The director Ada Brandt is to film a trilogy after Lowell's novel \"Keeper of the Weir,\" a paper reported on Tuesday.",
        "Lowell wrote the novel called \"Keeper of the Weir\".",
    );
}

#[test]
fn a_word_that_narrows_what_is_denied() {
    differ(
        "“We did not do this to cut jobs,” the chief executive of the Orrin Works, Dr. Ada Brandt, said in Lindow on Friday.",
        "“We did not do this just to cut jobs,” Ada Brandt of the Orrin Works told reporters in Lindow on Friday.",
        "quote",
    );
    differ(
        "“We didn't win everything,” Tomas Hill told the crowd in Lindow on Sunday.",
        "“We didn't win anything,” Tomas Hill said in Lindow on Sunday.",
        "quote",
    );
    stand_together(
        "“We did this to save jobs,” Ada Brandt of the Orrin Works said in Lindow on Friday.",
        "“We did this just to save jobs,” Ada Brandt of the Orrin Works said in Lindow on Friday.",
    );
}

#[test]
fn a_saying_of_two_people() {
    differ(
        "“A river is not a driveway,” Justice Tomas Hill said from the bench in Lindow, to laughter.",
        "It was Justice Ada Brandt who had the line of the day. “A river is not a driveway,” she said as she read it out.",
        "speaker",
    );
}

#[test]
fn two_words_of_what_is_said_change_places() {
    differ(
        "The captain, Ann Lee, was asked. \"I never feared the rocks, only the fog,\" she said.",
        "Ann Lee is the captain. \"I never feared the fog, only the rocks,\" she said.",
        "quote",
    );
    // Nothing is set against anything.
    stand_together(
        "The captain, Ann Lee, was asked. \"The rocks and the fog frightened all of us,\" she said.",
        "Ann Lee is the captain. \"The fog and the rocks frightened all of us,\" she said.",
    );
}

#[test]
fn a_pronoun_is_nobody_of_whom_nothing_was_said() {
    differ(
        "The guide, Tom Hill, led them. \"The mountain gives you back or it does not,\" Hill told reporters.",
        "Paul Reed found the hut. Karl Moss helped. \"The mountain gives you back or it does not,\" he said.",
        "speaker",
    );
    // It may be Hill.
    stand_together(
        "The guide, Tom Hill, led them. \"The mountain gives you back or it does not,\" Hill told reporters.",
        "Tom Hill met Paul Reed. \"The mountain gives you back or it does not,\" he said.",
    );
}

#[test]
fn what_was_done_and_what_is_to_be_done() {
    differ(
        "“The unions have been consulted, and I am glad of their help,” Ann Lee told reporters in Orrin.",
        "“The unions will be consulted, and I am glad of their help,” Ann Lee said in Orrin.",
        "quote",
    );
}
