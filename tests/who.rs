//! Who is who: names, short forms and descriptions within one article and across two, on sentences of our own.

mod support;

use std::sync::Arc;

use support::fixture::Fixture;
use twosource::{
    annotation,
    compare::{Account, ArticleId, ChainRef, Story},
    facts::{ChainId, Facts, facts},
    syntax::{Format, prose},
};

fn read(text: &str) -> Facts {
    let prose = prose(text, Format::Markdown);
    facts(&prose, &annotation::metadata(text, &prose), None)
}

/// Each chain's name with the words of its mentions, in the order of the text.
fn chains(text: &str) -> Vec<(String, Vec<String>)> {
    let facts = read(text);
    let mentions = |id: usize| facts.mentions_of(ChainId(id as u32)).map(|m| m.span.of(text).to_owned()).collect();
    facts
        .chains
        .iter()
        .enumerate()
        .filter(|(_, c)| !c.identity.described)
        .map(|(id, c)| (c.name.to_string(), mentions(id)))
        .collect()
}

#[track_caller]
fn assert_chain(text: &str, name: &str, mentions: &[&str]) {
    let all = chains(text);
    let found = all.iter().find(|(n, _)| n == name);
    assert_eq!(found.map(|(_, m)| m.iter().map(String::as_str).collect()), Some(mentions.to_vec()), "{all:#?}");
}

#[test]
fn a_surname_stands_for_the_full_name() {
    let text =
        "Warden Ilse Okonjo closed the lock on Monday. Okonjo blamed the rain. “We had no choice,” Ms. Okonjo said.";
    assert_chain(text, "Ilse Okonjo", &["Warden Ilse Okonjo", "Okonjo", "Ms. Okonjo"]);
}

#[test]
fn titles_and_given_names_tell_namesakes_apart() {
    let text = "Gov. Martin Achterberg signed the bill. State Rep. Yolanda Achterberg, who is not related to him, did not \
                vote. Ms. Achterberg called it a mistake. Gov. Achterberg would not answer.";
    assert_chain(text, "Martin Achterberg", &["Gov. Martin Achterberg", "him", "Gov. Achterberg"]);
    assert_chain(text, "Yolanda Achterberg", &["State Rep. Yolanda Achterberg", "Ms. Achterberg"]);
}

#[test]
fn a_courtesy_title_counts_more_than_what_a_given_name_usually_tells() {
    let text = "Dana Lindqvist called the inspector. Mr. Lindqvist had seen the crack.";
    assert_chain(text, "Dana Lindqvist", &["Dana Lindqvist", "Mr. Lindqvist"]);
}

#[test]
fn a_building_named_after_somebody_is_not_that_person() {
    let text = "Ruth Calder spoke outside Calder Tower. Calder did not go in. Tenants of Calder Tower cheered.";
    assert_chain(text, "Ruth Calder", &["Ruth Calder", "Calder"]);
    assert_chain(text, "Calder Tower", &["Calder Tower", "Calder Tower"]);
}

#[test]
fn a_possessive_may_have_lost_its_apostrophe() {
    let text = "Preeti Valdarra resigned. Valdarras letter was short.Valdarra gave no reason.";
    assert_chain(text, "Preeti Valdarra", &["Preeti Valdarra", "Valdarra", "Valdarra"]);
}

#[test]
fn particles_and_two_surnames_belong_to_the_name() {
    let text = "Pieter van der Moolen met Lucía Ibarra Quiroga. Van der Moolen left first. Mr. van der Moolen and \
                Ms. Ibarra Quiroga shook hands.";
    assert_chain(text, "Pieter van der Moolen", &["Pieter van der Moolen", "Van der Moolen", "Mr. van der Moolen"]);
    assert_chain(text, "Lucía Ibarra Quiroga", &["Lucía Ibarra Quiroga", "Ms. Ibarra Quiroga"]);
}

#[test]
fn letters_in_parentheses_are_another_name() {
    let text = "The Harbour and Rivers Bureau (HRB) closed the lock. HRB will test the gates.";
    assert_chain(text, "Harbour and Rivers Bureau", &["Harbour and Rivers Bureau", "HRB", "HRB"]);
}

#[test]
fn names_that_the_text_says_somebody_goes_by() {
    let text = "Margaret Osei, known as Peg, won. Peg thanked her voters.";
    assert_chain(text, "Margaret Osei", &["Margaret Osei", "Peg", "Peg", "her"]);
}

#[test]
fn a_description_is_whoever_has_the_role() {
    let text = "Ilse Okonjo, the warden, closed the lock. Tomas Berg complained. The warden would not open it.";
    assert_chain(text, "Ilse Okonjo", &["Ilse Okonjo", "the warden", "The warden"]);
}

/// The story of a fixture, and what each entity is called in each article.
fn linked(source: &str) -> Vec<(String, Vec<String>)> {
    let fixture = Fixture::parse(source);
    let mut story = Story::default();
    for (number, (name, text)) in fixture.files.iter().enumerate() {
        let account = Account { name: name.as_str().into(), facts: Arc::new(read(text)), text: text.as_str().into() };
        story = story.with(ArticleId(number as u32), Some(account));
    }
    let name = |c: &ChainRef| story.chain(*c).map_or_else(String::new, |chain| chain.name.to_string());
    story.entities().iter().map(|(_, e)| (e.name.to_string(), e.chains.iter().map(name).collect())).collect()
}

#[track_caller]
fn assert_linked(source: &str, name: &str, chains: &[&str]) {
    let all = linked(source);
    let found = all.iter().find(|(n, _)| n == name);
    assert_eq!(found.map(|(_, c)| c.iter().map(String::as_str).collect()), Some(chains.to_vec()), "{all:#?}");
}

#[test]
fn nicknames_and_initials_link() {
    let source = "\n//- a.md\nSen. Charles E. Haverford voted no. T. J. Marsh did not vote.\n//- b.md\nSenator Chuck \
                  Haverford voted against it. Thomas Marsh was away.\n";
    assert_linked(source, "Charles E. Haverford", &["Charles E. Haverford", "Chuck Haverford"]);
    assert_linked(source, "Thomas Marsh", &["T. J. Marsh", "Thomas Marsh"]);
}

#[test]
fn a_bare_surname_links_only_where_one_person_can_be_meant() {
    let source = "\n//- a.md\nLowell Santoro lost. Bill Santoro, who is not related to him, counted the votes.\n//- b.md\nMr. \
                  Santoro asked for a recount. The count was led by Bill Santoro, the clerk.\n";
    assert_linked(source, "Lowell Santoro", &["Lowell Santoro", "Santoro"]);
    assert_linked(source, "Bill Santoro", &["Bill Santoro", "Bill Santoro"]);
}

#[test]
fn a_description_here_links_to_the_name_there() {
    let source =
        "\n//- a.md\nBallots were counted at the Otis Hallam Armory.\n//- b.md\nChairs were short at the armory.\n";
    assert_linked(source, "Otis Hallam Armory", &["Otis Hallam Armory", "armory"]);
}

#[test]
fn bare_surnames_of_several_articles_are_one_person_where_nobody_contradicts() {
    let source = "\n//- a.md\nMara Ellison spoke first.\n//- b.md\nMs. Ellison spoke first.\n//- c.md\nThe crowd cheered \
                  Mayor Ellison.\n";
    assert_linked(source, "Mara Ellison", &["Mara Ellison", "Ellison", "Ellison"]);
}

#[test]
fn a_bare_surname_means_whom_another_article_calls_by_it() {
    let source = "\n//- a.md\nMara Ellison and her brother Tom Ellison came late. Ellison apologised.\n//- b.md\nMr. Ellison \
                  waited outside.\n//- c.md\nTom Ellison waited outside. Ellison smoked.\n";
    let all = linked(source);
    let together =
        |a: &str, b: &str| all.iter().any(|(_, forms)| forms.iter().any(|f| f == a) && forms.iter().any(|f| f == b));
    assert!(!together("Mara Ellison", "Tom Ellison"), "{all:#?}");
    assert!(!together("Mara Ellison", "Ellison"), "{all:#?}");
}

#[test]
fn a_bare_surname_stays_alone_among_two_of_that_name() {
    let source = "\n//- a.md\nMara Ellison came late.\n//- b.md\nTom Ellison came early.\n//- c.md\nCouncil members waited \
                  for Ellison.\n";
    assert_linked(source, "Ellison", &["Ellison"]);
}

#[test]
fn a_surname_of_another_spelling_links_but_other_surnames_do_not() {
    let source = "\n//- a.md\nOskar Lindrade fell. Pia Marsh ran.\n//- b.md\nOskar Lindraade fell. Pia March ran.\n";
    assert_linked(source, "Oskar Lindraade", &["Oskar Lindrade", "Oskar Lindraade"]);
}

#[test]
fn a_relation_told_from_one_side_holds_from_the_other() {
    let text = "Ilse Okonjo and her fiancé, Tomas Berg, were found on Monday. Berg lost a toe. His fiancée was unhurt.";
    assert_chain(text, "Ilse Okonjo", &["Ilse Okonjo", "her", "His fiancée"]);
    assert_chain(text, "Tomas Berg", &["her fiancé", "Tomas Berg", "Berg", "His"]);
}

#[test]
fn somebody_elses_relative_is_no_relative_of_this_one() {
    let text = "Ilse Okonjo called her brother, Tomas Okonjo. Pavel Reiss wept. His brother had drowned.";
    assert_chain(text, "Tomas Okonjo", &["her brother", "Tomas Okonjo"]);
}

#[test]
fn the_owner_within_a_role_is_somebody_else() {
    let text = "Wallace Kjellberg, the engineer, blamed the brakes. Nils Kjellberg, the engineer's nephew, was hurt.";
    assert_chain(text, "Wallace Kjellberg", &["Wallace Kjellberg", "the engineer", "the engineer"]);
}

#[test]
fn a_clause_behind_a_comma_does_not_tell_apart() {
    let text = "Ilse Okonjo, the warden, closed the lock. The warden, who had slept badly, went home.";
    assert_chain(text, "Ilse Okonjo", &["Ilse Okonjo", "the warden", "The warden"]);
}

#[test]
fn the_talk_is_not_of_whom_a_relative_clause_names() {
    let text = "Among those who waited was Tomas Ferrand, whose brother Luca was killed. He had been asleep.";
    assert_chain(text, "Tomas Ferrand", &["Tomas Ferrand", "He"]);
}

#[test]
fn a_town_and_a_company_of_its_name_are_two() {
    let text = "Halvik, the tractor maker, will close a plant. Workers in Halvik were told on Monday. The company gave no \
                reason. Halvik said so.";
    let all = chains(text);
    let found: Vec<&[String]> = all.iter().filter(|(n, _)| n == "Halvik").map(|(_, m)| m.as_slice()).collect();
    assert_eq!(found, [&["Halvik", "The company", "Halvik"][..], &["Halvik"]], "{all:#?}");
}

#[test]
fn a_surname_may_be_a_word_for_land() {
    let text = "Gov. Tomas Hill signed the bill on Monday. Voters like Governor Hill. Hill was at home.";
    assert_chain(text, "Tomas Hill", &["Gov. Tomas Hill", "Governor Hill", "Hill"]);
}

#[test]
fn a_saint_may_be_part_of_a_name() {
    let text = "Its head, Lavinia St. Claire, kept the key. St. Claire lives next door.";
    assert_chain(text, "Lavinia St. Claire", &["Its head", "Lavinia St. Claire", "St. Claire"]);
}

#[test]
fn two_schools_that_merge_are_two() {
    let text = "The board approved the merger of Calder Elementary and Tarn Ridge. Parents like Calder Elementary.";
    assert_chain(text, "Calder Elementary", &["Calder Elementary", "Calder Elementary"]);
}

#[test]
fn relatives_without_a_name_link_by_whose_they_are() {
    let source = "\n//- a.md\nIlse Okonjo thanked her brother, Tomas Berg. Pavel Reiss came too.\n//- b.md\nIlse Okonjo spoke. Her \
                  brother was ill, and he left early. Pavel Reiss stayed.\n";
    assert_linked(source, "Tomas Berg", &["Tomas Berg", "brother"]);
}
