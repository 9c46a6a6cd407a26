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
