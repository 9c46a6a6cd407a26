//! What does not fit together within one article, and what only seems not to.

use std::sync::Arc;

use twosource::{
    annotation,
    compare::{Account, ArticleId, Story, message},
    facts::facts,
    syntax::{Format, prose},
};

const ARTICLE: ArticleId = ArticleId(0);

/// What is said about one article, with its code.
fn found(text: &str) -> Vec<String> {
    let prose = prose(text, Format::Markdown);
    let facts = Arc::new(facts(&prose, &annotation::metadata(text, &prose), None));
    let account = Account { name: "a.md".into(), facts, text: text.into() };
    let story = Story::default().with(ARTICLE, Some(account));
    let within = story.differences_within(ARTICLE);
    within.iter().map(|d| format!("{}: {}", d.kind.code(), message(&story, d, Some(ARTICLE)))).collect()
}

#[track_caller]
fn fits(text: &str) {
    assert_eq!(found(text), [] as [&str; 0]);
}

#[test]
fn a_weekday_that_does_not_fall_on_its_date() {
    assert_eq!(
        found("The ferry ran aground on Tuesday, March 11, 2026, off the old pier."),
        [concat!(
            "weekday: Weekday and date do not go together: here \"Tuesday\"; a.md:1 \"March 11, 2026\" ",
            "(11 March 2026 is a Wednesday)."
        )]
    );
    fits("The ferry ran aground on Wednesday, March 11, 2026, off the old pier.");
    // The year that is left out is one in which it does.
    fits("---\npublished: 2026-03-12\n---\n\nThe ferry ran aground on Tuesday, March 11, off the old pier.");
    fits("The ferry ran aground on Tuesday, March 11, off the old pier.");
}

#[test]
fn a_list_of_more_or_fewer_than_its_number() {
    assert_eq!(
        found("The board dismissed three captains: Ada Brandt, Tomas Hill, Leo Marchetti and Ingrid Vasey."),
        [concat!(
            "list: The number and the list differ: here \"three captains\"; a.md:1 ",
            "\"Ada Brandt, Tomas Hill, Leo Marchetti and Ingrid Vasey\" (the list has 4 names)."
        )]
    );
    fits("The board dismissed three captains: Ada Brandt, Tomas Hill and Leo Marchetti.");
    fits("The board dismissed three captains: Ada Brandt, Tomas Hill and one who was not named.");
    fits("The board dismissed about three captains: Ada Brandt, Tomas Hill, Leo Marchetti and Ingrid Vasey.");
}

#[test]
fn a_part_larger_than_its_whole() {
    assert_eq!(
        found("By noon 15 of the 12 captains had signed the letter."),
        ["part: The part is larger than the whole: here \"15\"; a.md:1 \"the 12 captains\" (15 is more than 12)."]
    );
    fits("By noon 11 of the 12 captains had signed the letter.");
    fits("By noon 12 of the 12 captains had signed the letter.");
    fits("By noon 15 of the captains had signed 12 letters.");
}

#[test]
fn a_name_spelt_in_two_ways() {
    assert_eq!(
        found(
            "Ingrid Lindqvist opened the harbour on Monday. Lindqvist had waited for years. Ingrid Lindquist will speak \
             again on Friday."
        ),
        [concat!(
            "spelling: Spelt in two ways: here \"Ingrid Lindquist\"; a.md:1 \"Ingrid Lindqvist\" ",
            "(Ingrid Lindquist and Ingrid Lindqvist are one letter apart)."
        )]
    );
    fits("Ingrid Lindqvist opened the harbour on Monday. Oskar Lindquist, her rival, stayed away.");
    fits("Mario Marchetti opened the harbour on Monday. Maria Marchetti stayed away.");
    fits("Leo Hill opened the harbour on Monday. Leo Hall, his rival, stayed away.");
}

#[test]
fn an_age_and_a_year_of_birth() {
    let text = |age: &str| {
        format!(
            "---\npublished: 2026-03-12\n---\n\nTomas Hill, {age}, left the board on Monday. Hill was born in 1974 in a \
             village on the coast."
        )
    };
    assert_eq!(
        found(&text("41")),
        [concat!(
            "age: Age and date of birth do not go together: here \"41\"; a.md:5 \"1974\" ",
            "(that makes 51 or 52 on the day of publication)."
        )]
    );
    assert_eq!(found(&text("41").replace("a village on the coast", "Norway")).len(), 1);
    fits(&text("51"));
    fits(&text("52"));
}

#[test]
fn a_headline_against_its_text() {
    let text =
        |number: &str| format!("# Ada Brandt fired {number} captains\n\nAda Brandt fired 14 captains on Monday.\n");
    let told = found(&text("12"));
    assert_eq!(
        told,
        [
            "headline: Headline and text differ: here \"12 captains\"; a.md:3 \"14 captains\" (12 and 14 cannot both be so)."
        ]
    );
    fits(&text("14"));
    fits(
        "# Ada Brandt fired 12 captains\n\nAda Brandt fired 14 captains on Monday. She fired 12 captains, the board said.\n",
    );
    // What somebody denies is not what the headline says.
    fits("# Ada Brandt denies firing Tomas Hill\n\nAda Brandt fired Tomas Hill on Monday.\n");
}
