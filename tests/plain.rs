//! What two accounts tell in plain sentences of other build, and what in such sentences only looks as if they differed.

#[path = "support/story.rs"]
mod texts;

use texts::{differ_in, stand};

#[test]
fn who_says_it_has_no_name() {
    let judge = "\"You have let down all who trusted you,\" the judge told the banker Lars Quist.";
    differ_in(
        "speaker",
        judge,
        "The prosecutor turned to the banker Lars Quist. \"You have let down all who trusted you,\" she said.",
    );
    stand(
        judge,
        "\"You have let down all who trusted you,\" the court heard from the judge, who looked at the banker Lars Quist.",
    );
    let mother = "\"I never gave up hoping for him,\" the boy's mother said in Almora.";
    differ_in("speaker", mother, "\"I never gave up hoping for him,\" his grandfather said in Almora.");
}

#[test]
fn words_that_a_sentence_takes_up() {
    let voss = "\"Tin will be finished in ten years,\" the chief executive, Ida Voss, told the mining fair in Norden.";
    let krantz = "\"Tin will be finished in ten years.\" With these words the mining minister, Paul Krantz, surprised the fair in Norden.";
    differ_in("speaker", voss, krantz);
    let best = "The chairman of Delmar Bank opened the annual meeting with the words: \"This was our best year ever.\"";
    let hardest = "\"This was our hardest year ever,\" were the words with which the chairman of Delmar Bank began the annual meeting.";
    differ_in("quote", best, hardest);
}

#[test]
fn a_word_of_a_short_sentence() {
    let every = "Governor Anna Reyes went to Santa Llana after the flood. \"We will rebuild every house,\" she said.";
    let most = "Governor Anna Reyes spoke after the flood in Santa Llana. \"We will rebuild most houses,\" she said.";
    differ_in("quote", every, most);
    stand(
        every,
        "Governor Anna Reyes spoke after the flood in Santa Llana. \"We will rebuild every house here,\" she said.",
    );
}

#[test]
fn names_behind_what_their_bearers_are() {
    let rose = "Profits at the shoemaker Tarrant rose last year, the firm said.";
    differ_in("antonym", rose, "Tarrant, which makes shoes, saw its profit fall last year.");
    stand(rose, "Tarrant, which makes shoes, saw its profit grow last year.");
    let won = "In the poll at Stroud Heath, the candidate Vera Finch defeated Hugo Penn.";
    differ_in("role_swap", won, "Hugo Penn beat Vera Finch in the poll at Stroud Heath.");
    stand(won, "Vera Finch beat Hugo Penn in the poll at Stroud Heath.");
}

#[test]
fn two_without_names_change_places() {
    let lorry = "The lorry ran into the back of a bus on the Orlo bridge on Friday.";
    differ_in("role_swap", lorry, "On Friday a bus drove into the back of a lorry on the Orlo bridge.");
    stand(lorry, "On Friday a lorry drove into the back of a bus on the Orlo bridge.");
}

#[test]
fn who_sent_whose_envoy_home() {
    let zemlia = "Zemlia has expelled the ambassador of Orkany in a row over spying.";
    differ_in("role_swap", zemlia, "Orkany has expelled the ambassador of Zemlia in a row over spying.");
    stand(zemlia, "Orkany has protested after Zemlia expelled its ambassador in a row over spying.");
}

#[test]
fn what_caused_it_is_not_known() {
    let unknown = "The cause of the explosion at the Harlan mill is still unknown, the fire chief said on Wednesday.";
    differ_in(
        "certainty",
        unknown,
        "A gas leak caused the blast at the Harlan mill, the fire chief said on Wednesday.",
    );
    stand(unknown, "The blast at the Harlan mill caused damage in two streets, the fire chief said on Wednesday.");
}

#[test]
fn aims_and_other_reasons() {
    let turtles = "The island of Taveri banned plastic bags in order to protect its turtles, the government said.";
    stand(turtles, "The island of Taveri banned plastic bags. It wants to protect its turtles, the government said.");
    let frozen = "The match between Orlo and Marrow was called off on Sunday because the pitch was frozen.";
    differ_in("motive", frozen, "The match between Orlo and Marrow was called off on Sunday owing to a power cut.");
    stand(frozen, "The match between Orlo and Marrow was called off on Sunday owing to a frozen pitch.");
}

#[test]
fn who_asked_for_it_without_a_name() {
    let doctors = "The merger of the two hospitals in Camberlow was proposed by the doctors, the health board said.";
    let insurers =
        "The idea of joining Camberlow's two hospitals came from the insurers, according to the health board.";
    differ_in("initiator", doctors, insurers);
    stand(
        doctors,
        "The idea of joining Camberlow's two hospitals came from the doctors, according to the health board.",
    );
}

#[test]
fn how_many_posts_go() {
    let cut = "Korvane Foods is to cut 900 jobs as it shuts its frozen pie business.";
    differ_in(
        "quantity",
        cut,
        "The closure of its frozen pie business will cost 1,400 people their jobs at Korvane Foods.",
    );
    stand(cut, "The closure of its frozen pie business will cost 900 people their jobs at Korvane Foods.");
}

#[test]
fn what_becomes_of_how_it_went() {
    let peaceful = "Saturday's march in Orlo was peaceful.";
    differ_in("characterisation", peaceful, "The march in Orlo on Saturday turned violent.");
    stand(peaceful, "The march in Orlo on Saturday remained calm.");
    let accident = "The fire at the Orlo mill was an accident, police said.";
    differ_in("characterisation", accident, "The fire at the Orlo mill was arson, police said.");
    stand(accident, "The fire at the Orlo mill was not arson, police said.");
}

#[test]
fn who_did_something_there_was_there() {
    let skipped = "Ambassador Jan Oster skipped the ceremony in Orlo on Friday.";
    differ_in("presence", skipped, "Ambassador Jan Oster laid a wreath at Friday's ceremony in Orlo.");
    stand(skipped, "Ambassador Jan Oster sent a wreath for Friday's ceremony in Orlo.");
    let nobody = "Nobody was in the Orlo mill when it collapsed.";
    differ_in("presence", nobody, "Three people were inside the Orlo mill when it collapsed.");
}

#[test]
fn another_office_is_held_by_somebody_else() {
    let trade = "The trade minister of Albia went to the opening of the fair in Rosk.";
    stand(trade, "The farm minister of Albia did not attend the fair in Rosk when it opened.");
}

#[test]
fn when_it_begins_and_until_when_it_lasts() {
    let led = "Jan Oster has led the Orlo party since 2015.";
    differ_in("time", led, "Jan Oster became leader of the Orlo party in 2018.");
    stand(led, "Jan Oster became leader of the Orlo party in 2015.");
    let closed = "The Orlo bridge will be closed until 12 June.";
    differ_in("time", closed, "The Orlo bridge reopens on 20 June.");
    stand(closed, "The Orlo bridge reopens on 13 June.");
}

#[test]
fn what_is_denied_and_what_is_told_beside_it() {
    let met = "Senator Carl Wynn met the arms dealer twice in Mirage Bay, and later took a flat there.";
    stand(met, "Senator Carl Wynn denies that he took money from the man he met in Mirage Bay.");
}

#[test]
fn what_is_only_held_against_another_time() {
    let fell = "Unemployment in the Lorne region fell in April compared with the month before.";
    stand(fell, "Compared with April of last year, the number of people without work in the Lorne region is up.");
}
