//! Another age or post of the same person in whatever construction it is told, and near misses that stand together: one pair of
//! texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::{differ, stand_together};

#[test]
fn an_age_in_a_phrase_beside_the_name() {
    differ(
        "Orla Finch, a 24-year-old playing her first final, won the match.",
        "Orla Finch, the 31-year-old champion, won.",
        "identity",
    );
    differ(
        "Mr Tomas Hill, a grandfather of 71, was picked to lead the choir.",
        "The choir will be led by Tomas Hill, 64.",
        "identity",
    );
    differ("Tomas Hill was 58. He ran the mill.", "The miller, Tomas Hill, 66, ran the mill.", "identity");
    differ("The miller Tomas Hill died on Friday at 58.", "Tomas Hill, a miller, died on Friday aged 69.", "identity");
    differ("Orla Finch will be 40 in June.", "Orla Finch, 52, is a dancer.", "identity");
    // Children, not years.
    stand_together("Tomas Hill, a father of four, was fined.", "Tomas Hill, 44, was fined.");
    // Then and now.
    stand_together("Orla Finch, 51, sings in the choir.", "Orla Finch was 20 when she joined the choir.");
    stand_together("Orla Finch, 51, sings in the choir.", "Orla Finch learned to sing at 20.");
    stand_together("Orla Finch will be 40 in June.", "Orla Finch, 39, is a dancer.");
}

#[test]
fn an_age_of_who_was_spoken_of_just_before() {
    differ(
        "Orla Finch took the cup on Sunday. She is 14, the league said.",
        "The cup went to Orla Finch on Sunday. The 12-year-old will travel to Norway.",
        "identity",
    );
    differ(
        "Orla Finch, 61, fell ill on stage in Lindow.",
        "Orla Finch fell ill on stage in Lindow. The pianist, who is 54, went home on Sunday.",
        "identity",
    );
    // Whoever else was spoken of.
    stand_together(
        "Orla Finch, 61, met a student in Lindow.",
        "Orla Finch met a student in Lindow. The 19-year-old went home.",
    );
    stand_together(
        "Inspector Orla Finch, 61, spoke to reporters.",
        "Orla Finch said that a man was held. The 19-year-old will be in court on Monday.",
    );
    stand_together(
        "Orla Finch, 61, was attacked in Lindow.",
        "Orla Finch was attacked in Lindow. The suspect, who is 34, fled.",
    );
}

#[test]
fn a_post_wherever_it_stands() {
    differ(
        "Orla Finch, the minister for trade, gave evidence.",
        "On Tuesday the panel heard justice minister Orla Finch.",
        "identity",
    );
    differ(
        "The theft was the work of a guard at the library, Tomas Hill, who died in May.",
        "Tomas Hill, the library's gardener, left a letter when he died two years ago.",
        "identity",
    );
    differ(
        "The deal was struck by Tomas Hill, the firm's finance director.",
        "The deal was struck by the firm's general counsel, the 52-year-old Mr Tomas Hill.",
        "identity",
    );
    // Two houses, one after the other, and two that go together.
    stand_together("Tomas Hill, the library's gardener, won.", "Tomas Hill, a guard at the castle, won.");
    stand_together("Tomas Hill, once the library's gardener, won.", "Tomas Hill, a guard at the library, won.");
    stand_together("Tomas Hill, the library's founder, won.", "Tomas Hill, a guard at the library, won.");
    stand_together("Trade minister Orla Finch spoke.", "Orla Finch, the minister for trade, spoke.");
}

#[test]
fn an_age_at_some_time() {
    stand_together(
        "Tomas Hill, 27, of the Orrin team, was banned on Friday.",
        "Tomas Hill of the Orrin team could be out of the sport until he is 31.",
    );
    stand_together("Tomas Hill, 27, won in Orrin.", "Before he was 19, Tomas Hill had won twice in Orrin.");
    differ(
        "The manager of the Orrin team, Tomas Hill, 44, offered to go.",
        "Tomas Hill, a gentle, sleepless man of 51, offered to go as manager of the Orrin team.",
        "identity",
    );
    differ(
        "Ada Brandt, 54, was dropped by Orrin Television on Friday.",
        "At 57, Ada Brandt is out of work: Orrin Television dropped her on Friday.",
        "identity",
    );
}

#[test]
fn a_post_and_the_one_below_it() {
    differ(
        "Tomas Hill, the president of the union, said that the strike would go on.",
        "At the gates was Tomas Hill, the vice-president of the union.",
        "identity",
    );
    differ(
        "Its chief executive, Orla Finch, said that Lindow Mills had done nothing.",
        "Orla Finch, the finance director, came too.",
        "identity",
    );
}

#[test]
fn a_title_at_the_head_of_a_sentence() {
    differ(
        "Rosalind Hale kept a shop. Miss Hale, who was 71, was found there.",
        "Rosalind Hale, 64 years old, kept a shop.",
        "identity",
    );
}

#[test]
fn two_names_for_the_one_who_holds_an_office() {
    differ(
        "Dr. Annika Rowe, the county's medical officer, closed the kitchen.",
        "The kitchen was closed by Dr. Monica Rowe, the county's medical officer.",
        "identity",
    );
    // Of some posts there are many.
    stand_together("Annika Rowe, a councillor, closed the hall.", "The hall was closed by Monica Rowe, a councillor.");
    // Each article may tell of both.
    stand_together(
        "Dr. Annika Rowe, the county's medical officer, closed the kitchen. Monica Rowe, the county's medical officer until May, did not.",
        "The kitchen was closed by Dr. Monica Rowe, the county's medical officer.",
    );
}
