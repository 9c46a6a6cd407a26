//! Where two accounts say the same in other words, and near misses that do not: one pair of texts of our own each.

#[path = "support/story.rs"]
mod texts;

use texts::story;
use twosource::compare::Passage;

/// The passages of two texts that agree.
fn found(a: &str, b: &str) -> Vec<(String, String)> {
    let texts = [a, b];
    let story = story(&[("a.txt", a), ("b.txt", b)]);
    let words = |at: Passage| at.span.of(texts[at.article.0 as usize]).to_owned();
    story.agreements().iter().map(|agreement| (words(agreement.left), words(agreement.right))).collect()
}

#[track_caller]
fn agree(a: &str, b: &str, left: &str, right: &str) {
    let found = found(a, b);
    assert!(
        found.iter().any(|(x, y)| x.contains(left) && y.contains(right)),
        "{left:?} and {right:?} are not among {found:?}"
    );
}

#[track_caller]
fn nothing(a: &str, b: &str) {
    assert_eq!(found(a, b), []);
}

#[test]
fn the_same_number_of_the_same() {
    agree(
        "The orchard had 340 pear trees before the frost.",
        "Frost killed most of the orchard. Some 340 pear trees stood there.",
        "340 pear trees",
        "340 pear trees",
    );
    nothing("The orchard had 340 pear trees before the frost.", "The orchard had 210 pear trees before the frost.");
}

#[test]
fn the_same_deed_in_other_words() {
    agree(
        "The brewery burned in 1987, and the owners never rebuilt it.",
        "In 1987 the brewery went up in flames.",
        "brewery burned in 1987",
        "1987 the brewery",
    );
    // The same place in another year is another event.
    nothing("The brewery was flooded in 1987.", "The brewery was flooded in 2003.");
}

#[test]
fn what_is_told_with_and_without_not() {
    agree(
        "Inspectors found asbestos in the chapel.",
        "In the chapel there was asbestos, inspectors found.",
        "asbestos in the chapel",
        "chapel there was asbestos",
    );
    nothing("Inspectors found asbestos in the chapel.", "Inspectors did not find any asbestos in the chapel.");
}

#[test]
fn two_things_that_one_sentence_supposes_are_not_told() {
    nothing("The ferryman saw the otters at the weir.", "If the ferryman saw the otters at the weir, nobody knows.");
}

#[test]
fn people_who_are_both_named_have_nothing_in_common_but_that() {
    nothing(
        "Ada Brandt met Tomas Hill at the station.",
        "Ada Brandt sold her bicycle, and Tomas Hill has moved to the coast.",
    );
}

#[test]
fn the_same_deed_of_somebody_else_is_another_one() {
    agree(
        "Ada Brandt repainted the chapel.",
        "The chapel was repainted by Ada Brandt in spring.",
        "Ada Brandt repainted the chapel",
        "chapel was repainted by Ada Brandt",
    );
    nothing("Ada Brandt thanked Tomas Hill.", "Tomas Hill was early, and thanked the crews.");
}

#[test]
fn that_somebody_said_something_is_no_account() {
    nothing(
        "Ada Brandt told Tomas Hill that the mill was shut.",
        "Ada Brandt told Tomas Hill that rain was on the way.",
    );
}

#[test]
fn what_differs_does_not_agree() {
    nothing(
        "Divers recovered 23 bodies from the Corvina on Friday.",
        "Divers recovered 32 bodies from the Corvina on Friday.",
    );
    nothing("Ada Brandt telephoned Tomas Hill about the quarry.", "Tomas Hill telephoned Ada Brandt about the quarry.");
}

#[test]
fn statements_that_count_otherwise_do_not_agree() {
    nothing("Veldt Foods will shed 1,150 posts in spring.", "Veldt Foods will shed 1,850 posts in spring.");
}

#[test]
fn words_that_a_long_sentence_has_here_and_there_are_not_told_in_it() {
    nothing(
        "The treasurer told the choir that the orchard, the mill and both barns had been let before anybody thought of the chapel roof.",
        "The treasurer of a cycling club in the valley pays for the lamps along the road, for two grooms and for a new chapel bell.",
    );
}

#[test]
fn a_phrase_names_something_and_tells_nothing_of_it() {
    nothing("The medieval granary roof cost a fortune.", "Swallows nest under the medieval granary roof.");
    nothing("The clerk complained of vandalism and truancy.", "A poet sang of truancy and vandalism.");
    agree(
        "A storm ripped the medieval granary roof.",
        "The medieval granary roof was ripped by a storm.",
        "ripped the medieval granary roof",
        "roof was ripped by a storm",
    );
}

#[test]
fn what_is_said_is_a_claim_of_its_own() {
    nothing("Ada Brandt said she would like a quiet year.", "Ada Brandt said she would like a larger ferry.");
}

#[test]
fn the_same_deed_as_verb_and_noun() {
    agree(
        "Ada Brandt and Tomas Hill opposed it.",
        "Among the opponents were Ada Brandt, who keeps bees, and Tomas Hill.",
        "Ada Brandt and Tomas Hill opposed",
        "opponents were Ada Brandt, who keeps bees, and Tomas Hill",
    );
    agree(
        "Two stokers were hurt.",
        "Two of the stokers were injured.",
        "Two stokers were hurt",
        "stokers were injured",
    );
}

#[test]
fn what_is_none_of_its_kind_is_not_so() {
    agree(
        "Ada Brandt found nothing to suggest that the weir had been tampered with.",
        "There was no evidence of tampering, Ada Brandt said.",
        "tampered",
        "tampering",
    );
    nothing("Ada Brandt suspects tampering at the weir.", "Ada Brandt saw no tampering at the weir.");
}

#[test]
fn what_a_participle_tells_of_its_noun() {
    agree(
        "The mayor gave nine contracts to Veldt Foods, a company controlled by Ada Brandt.",
        "The money had reached the mayor from Veldt Foods, a milling firm owned by Ada Brandt.",
        "Veldt Foods, a company controlled by Ada Brandt",
        "Veldt Foods, a milling firm owned by Ada Brandt",
    );
}

#[test]
fn numbers_of_others_do_not_stand_against_those_that_both_tell() {
    agree(
        "A footbridge collapsed in 1987, killing six people.",
        "Eleven people were hurt and six died in 1987 when a footbridge gave way.",
        "footbridge collapsed in 1987, killing six people",
        "six died in 1987 when a footbridge",
    );
}

#[test]
fn whom_the_whole_article_is_about_tells_nothing() {
    let first = "Ada Brandt came. She looked round. She slept. She sang. She left early. She owed rent. She wept. She was ill. ";
    let second =
        "Ada Brandt is a baker. She has a dog. She swims. She is tall. She reads. She can ski. She votes. She cooks. ";
    nothing(&format!("{first}She missed the rehearsal."), &format!("{second}Nobody saw her at a rehearsal."));
}

#[test]
fn the_two_sentences_that_are_most_alike() {
    agree(
        "The quarry has 400 looms. Rain fell on the moor.",
        "Nobody swam. Four hundred of the machines stand idle.",
        "400",
        "Four hundred",
    );
    // Which of the two is meant nobody can tell.
    nothing(
        "The quarry has 400 looms. Rain fell on the moor.",
        "Four hundred of the machines stand idle. The baker sold four hundred buns.",
    );
}

#[test]
fn nobody_is_the_same_for_all() {
    agree(
        "The barn burned down. No one was killed.",
        "A cow was singed. Nobody died.",
        "one was killed",
        "Nobody died",
    );
    nothing("The barn burned down. No one was killed.", "A cow was singed. Nobody slept.");
}

#[test]
fn when_and_where_something_is_not_done() {
    agree(
        "Ada Brandt took no questions during a six-minute call with the staff on Wednesday morning.",
        "Ada Brandt spoke to employees for six minutes on Wednesday morning.",
        "six-minute call with the staff on Wednesday morning",
        "six minutes on Wednesday morning",
    );
}

#[test]
fn the_same_deed_of_whoever_the_article_is_about() {
    let first = "Ada Brandt came. She looked round. She slept. She sang. She left early. She owed rent. She wept. She was ill. ";
    let second =
        "Ada Brandt is a baker. She has a dog. She swims. She is tall. She reads. She can ski. She votes. She cooks. ";
    agree(
        &format!("{first}The swindle came to light, when she asked a neighbour to count."),
        &format!("{second}It was she who ended the swindle, by asking somebody to check."),
        "swindle came to light, when she asked",
        "ended the swindle, by asking",
    );
}

#[test]
fn what_the_same_person_says_in_other_words() {
    agree(
        "The engineer Petra Holm said she had found nothing to suggest that any of the seals had been tampered with.",
        "There was no evidence of tampering with the seals, Holm said.",
        "tampered",
        "tampering",
    );
}

#[test]
fn the_same_number_in_sentences_of_one_matter() {
    agree(
        "The survey of beekeepers on Orrin island recruited 348 volunteers, its author Petra Holm wrote.",
        "Petra Holm's survey of beekeepers on Orrin island had a total recruitment of 348 volunteers.",
        "348 volunteers",
        "348 volunteers",
    );
}

#[test]
fn two_common_things_in_one_clause_of_the_most_alike() {
    let broke_out = "The fire in the house broke out on Friday night. It rained.";
    agree(broke_out, "Nobody swam. The fire began on Friday.", "broke out on Friday", "fire began on Friday");
    // One thing only, another day, and as much in two sentences.
    nothing(broke_out, "Nobody swam. The fire was warm.");
    nothing(broke_out, "Nobody swam. The fire began on Monday.");
    let twice = "Nobody swam. On Friday the fire was seen at sea. The smoke of the fire was smelt on Friday.";
    nothing(broke_out, twice);
    // In two clauses they are two things that both sentences have.
    nothing(
        "Ada Brandt cleaned the lamp, and her nephew hid behind the kitchen.",
        "The lamp was where the miller slept until he found a kitchen.",
    );
}

#[test]
fn what_is_told_in_opposed_ways_does_not_agree() {
    nothing(
        "The judiciary committee of the Selby council had endorsed Ann Lee on Monday.",
        "On Monday the judiciary committee of the Selby council rejected Lee.",
    );
    nothing(
        "The Dunmore factory will shut within two years, Tom Hill said.",
        "Tom Hill gave his word that the Dunmore factory would not close.",
    );
}
