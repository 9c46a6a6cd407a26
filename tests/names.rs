//! What is a name and where it begins and ends, on sentences of our own.

mod support;

use support::who::{assert_chain, chains};

/// The names of a text, each once.
fn names(text: &str) -> Vec<String> {
    chains(text).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn an_office_is_of_something() {
    assert_eq!(names("Secretary of State Ruth Calder spoke on Monday."), ["Ruth Calder"]);
    assert_eq!(names("Speaker of the House Ruth Calder spoke on Monday."), ["Ruth Calder"]);
    assert_eq!(names("The Mayor of Halvik spoke on Monday."), ["Halvik"]);
    assert_eq!(names("The Director of Public Prosecutions, Tom Hollis, resigned."), ["Tom Hollis"]);
    assert_eq!(names("It was the Bank of Halvik that paid for the bridge."), ["Bank of Halvik"]);
}

#[test]
fn a_plural_is_no_possessive() {
    let text = "The United States will pay. A State Department official said so. The United States' share is small. Tom \
                Hollis's was larger.";
    assert_chain(text, "United States", &["United States", "United States"]);
}

#[test]
fn a_letter_that_is_folded_to_an_s_is_not_cut() {
    names("ѨS\u{11357}(Ѩ 's");
    names("Hill came. Hillſ office closed. Tom Hillſ left. Hilß stayed.");
}

#[test]
fn a_name_may_begin_with_a_small_letter() {
    let text = "The rival of quickNote is cheap. People who used quickNote liked it.";
    assert_chain(text, "quickNote", &["quickNote", "quickNote", "it"]);
    assert!(names("They measured mRNA and the pH of the water.").is_empty());
}

#[test]
fn letters_for_a_common_noun_are_no_name() {
    assert!(names("The firm sold DVDs and its CEO watched TV.").is_empty());
    assert_eq!(names("The talks with NATO failed."), ["NATO"]);
}

#[test]
fn a_people_is_no_short_form() {
    let text = "The Danish Harbour Board met. A Danish captain was heard.";
    assert_chain(text, "Danish Harbour Board", &["Danish Harbour Board"]);
}

#[test]
fn what_a_body_is_for_belongs_to_its_name() {
    assert_eq!(names("It was the Ministry of Health and Safety that paid."), ["Ministry of Health and Safety"]);
    assert_eq!(names("They went to the Bank of Halvik and Calder."), ["Bank of Halvik", "Calder"]);
}

#[test]
fn a_number_may_end_a_name() {
    assert_eq!(names("The crew of Vostrel 447, which left on Monday, was heard."), ["Vostrel 447"]);
    assert_eq!(names("They saw Vostrel 30 times."), ["Vostrel"]);
}

#[test]
fn a_sentence_of_names_is_no_headline() {
    assert_eq!(names("Ruth Calder is the Mayor of Halvik."), ["Ruth Calder", "Halvik"]);
}

#[test]
fn a_place_within_a_name_has_a_name_of_its_own() {
    let text = "The University of Copenhagen closed. Students left Copenhagen.";
    assert_chain(text, "University of Copenhagen", &["University of Copenhagen"]);
    assert_chain(text, "Copenhagen", &["Copenhagen", "Copenhagen"]);
    assert_eq!(names("It went to the U.S. Senate for a vote."), ["U.S. Senate", "U.S."]);
    assert_eq!(names("They read about it in the New York Times."), ["New York Times"]);
}

#[test]
fn a_name_may_be_part_of_a_compound() {
    let text = "A Copenhagen-based firm won. Critics in Copenhagen laughed.";
    assert_chain(text, "Copenhagen", &["Copenhagen", "Copenhagen"]);
    assert_eq!(names("The first New York-born leader spoke."), ["New York"]);
}

#[test]
fn whom_something_is_named_after_is_not_meant() {
    let text = "Ruth Calder gave money to the Calder Foundation.";
    assert_chain(text, "Ruth Calder", &["Ruth Calder"]);
}

#[test]
fn a_surname_may_be_a_month_or_a_small_word() {
    let text = "Prime Minister Augusta May resigned in May. Mrs. May gave no reason. May, 61, will stay.";
    assert_chain(text, "Augusta May", &["Prime Minister Augusta May", "Mrs. May", "May"]);
    assert_eq!(names("They met James To of the harbour board."), ["James To"]);
    assert_eq!(names("They met Han Sung-min of the harbour board."), ["Han Sung-min"]);
    assert_eq!(names("They told James May 5 was fine."), ["James"]);
}

#[test]
fn members_of_a_people_or_a_party_have_a_name() {
    assert_eq!(names("Most Democrats voted no."), ["Democrats"]);
    assert!(names("A Democratic senator and a Danish one voted no.").is_empty());
}

#[test]
fn capitals_that_name_nobody() {
    assert!(names("They met on Saturday Night.").is_empty());
    assert!(names("The clerk said, Everybodys gone, and left.").is_empty());
    assert!(names("She read the Biblical story to a huge crowd.").is_empty());
    assert_eq!(names("The flood in Halvik Photo: Ruth Calder"), ["Halvik", "Ruth Calder"]);
}

#[test]
fn an_institution_stands_beside_somebody_at_it() {
    let text = "She met Halvik State University Ruth Calder there.";
    assert_eq!(names(text), ["Halvik State University", "Ruth Calder"]);
    assert_eq!(names("The firm Vostrel.com was sold."), ["Vostrel.com"]);
}

#[test]
fn a_word_of_grammar_may_be_a_given_name() {
    assert_eq!(names("The vet, Will Sanders, told them to wait."), ["Will Sanders"]);
    assert_eq!(names("Will Sanders waited for the vet."), ["Will Sanders"]);
    assert_eq!(names("Will Sanders wait for the vet?"), ["Sanders"]);
    assert_eq!(names("Ben Sanders waited. Sanders left."), ["Ben Sanders"]);
}

#[test]
fn a_number_with_a_capital_ends_a_name() {
    assert_eq!(names("The roof of East Seven came down."), ["East Seven"]);
    assert_eq!(names("She drove in Formula One for years."), ["Formula One"]);
    assert!(names("Seven people waited.").is_empty());
    assert_eq!(names("They told Halvik seven times."), ["Halvik"]);
}

#[test]
fn the_short_form_of_a_word_goes_with_the() {
    let text = "They met at the Larkspur Hotel. The Larkspur has a garden. A larkspur is blue.";
    assert_chain(text, "Larkspur Hotel", &["Larkspur Hotel", "Larkspur"]);
    // A chamber is not the people of one party in it.
    let text = "The Senate Democrats met. The Senate voted.";
    assert_chain(text, "Senate Democrats", &["Senate Democrats"]);
}

#[test]
fn which_is_said_of_a_thing() {
    let text = "Garrow Stone, which owns the quarry, said that it would close.";
    assert_chain(text, "Garrow Stone", &["Garrow Stone", "it"]);
}

#[test]
fn a_ship_may_be_called_after_somebody() {
    let text = "The cargo ship Hanne Brandt sank. The ship had left Oslo.";
    assert_chain(text, "Hanne Brandt", &["The cargo ship", "Hanne Brandt", "The ship"]);
}
