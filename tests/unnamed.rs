//! Who and what has no name: descriptions that go on, that turn out to be somebody, and that another article names.

mod support;

use support::who::{assert_linked, assert_stand_for, linked, read, unnamed};

#[test]
fn people_who_are_counted_are_spoken_of_together() {
    let text = "Two divers were lost on Monday. Ruth Calder saw them. The couple had taken the small boat, and the divers \
                were cold. They waved.";
    assert_eq!(unnamed(text).0, ["Two divers", "them", "The couple", "the divers", "They"]);
}

#[test]
fn one_of_a_kind_is_not_the_several_of_that_kind() {
    let text = "The boat was lost. A diver, Tom Hollis, was hurt. Two divers were unhurt. The diver thanked them.";
    assert_stand_for(text, &["A diver = Tom Hollis", "The diver = Tom Hollis"]);
    assert_eq!(unnamed(text).0, ["Two divers", "them"]);
}

#[test]
fn the_one_train_stays_the_train() {
    let text = "A freight train derailed. A fireman was taken off the train with a fever. The train had 60 cars.";
    assert_eq!(unnamed(text).0, ["A freight train", "the train", "The train"]);
}

#[test]
fn the_words_that_tell_most_introduce_what_has_no_name() {
    let text = "The only animal aboard, a parrot, flew off. It came back.";
    let (mentions, introduction) = unnamed(text);
    assert_eq!((mentions[0].as_str(), introduction.as_str()), ("The only animal", "a parrot"));
}

#[test]
fn what_is_in_it_is_not_it() {
    let text = "The Orla Finch Theatre was saved. The oldest thing in it, a copper lamp, was not.";
    assert_stand_for(text, &["it = Orla Finch Theatre"]);
}

#[test]
fn a_train_may_be_told_by_whose_it_is() {
    let text = "A freight train stopped. Nine wagons of the Calder & Tarn train rolled on as it was crossing a road.";
    assert_eq!(unnamed(text).0, ["A freight train", "the Calder & Tarn train", "it"]);
}

#[test]
fn organisations_do_not_burn() {
    let text =
        "The Orla Finch Theatre is old. Tom Hollis, the head of the Calder Trust, said that it would be rebuilt.";
    assert_stand_for(text, &["the head = Tom Hollis", "it = Orla Finch Theatre"]);
    assert_stand_for("The Calder Trust was angry. It burned the letters.", &["It = Calder Trust"]);
}

#[test]
fn whoever_is_told_by_what_they_do_is_spoken_of_again() {
    let text = "The club has a new owner, and the woman who mows its lawn is leaving. She has a new job.";
    assert_eq!(unnamed(text).0, ["the woman", "She"]);
}

#[test]
fn a_founder_has_the_name_of_what_is_founded() {
    let source = "\n//- a.md\nThe Edmund Calder Theatre belongs to the Calder Trust. Its founder sold coal.\n//- b.md\nEdmund \
                  Calder sold coal. He liked to sing.\n";
    assert_linked(source, "Edmund Calder", &["founder", "Edmund Calder"]);
    // Not where the name is no person's, or somebody else is called the founder.
    let source =
        "\n//- a.md\nThe Harbour Heritage League met. Its founder sold coal.\n//- b.md\nEdmund Calder sold coal.\n";
    assert_linked(source, "Edmund Calder", &["Edmund Calder"]);
    let source = "\n//- a.md\nThe Edmund Calder Theatre thanked its founder, Ruth Hollis. The founder wept.\n//- b.md\nEdmund \
                  Calder sold coal.\n";
    assert_linked(source, "Edmund Calder", &["Edmund Calder"]);
}

#[test]
fn after_whom_the_same_hall_is_named_is_one() {
    let source = "\n//- a.md\nThey met at the Edmund Calder Library, a cold place named for a judge.\n//- b.md\nRuth Hollis waited \
                  at the library, which bears her late uncle's name. He had been kind.\n";
    let all = linked(source);
    let together = |a: &str, b: &str| all.iter().any(|(_, c)| c.iter().any(|n| n == a) && c.iter().any(|n| n == b));
    assert!(together("Edmund Calder Library", "library"), "{all:#?}");
    let described = support::who::referents(source);
    assert!(described.contains(&vec!["judge".to_owned(), "uncle".to_owned()]), "{described:#?}");
    // Another hall has another namesake.
    let source = source.replace("waited at the library", "waited at the school");
    let described = support::who::referents(&source);
    assert!(!described.contains(&vec!["judge".to_owned(), "uncle".to_owned()]), "{described:#?}");
}

#[test]
fn for_whom_a_school_is_named_may_be_named_next() {
    let text = "Edmund Calder High School closed. The school is named for a nurse who died at sea. A portrait of Calder hangs \
                there.";
    let facts = read(text);
    let chain = facts.chains.iter().find(|c| c.name == "Calder").expect("Calder");
    assert_eq!(facts.mentions[chain.introduction.0 as usize].span.of(text), "a nurse");
}

#[test]
fn a_building_goes_by_a_nickname() {
    let source =
        "\n//- a.md\nThe Margaret Calder Theatre burned down.\n//- b.md\nEverybody loved the Peg. It was old.\n";
    assert_linked(source, "Margaret Calder Theatre", &["Margaret Calder Theatre", "Peg"]);
    let source =
        "\n//- a.md\nThe Margaret Calder Theatre burned down.\n//- b.md\nEverybody loved the Vic. It was old.\n";
    assert_linked(source, "Margaret Calder Theatre", &["Margaret Calder Theatre"]);
}

#[test]
fn two_who_are_a_couple_in_both_articles_are_one() {
    let source = "\n//- a.md\nTwo hikers were found. The couple slept in a barn.\n//- b.md\nTom Hollis woke his two guests. Police \
                  spoke to the couple for an hour when they were well.\n";
    let described = support::who::referents(source);
    assert!(described.contains(&vec!["hikers".to_owned(), "guests".to_owned()]), "{described:#?}");
}

#[test]
fn only_what_is_taken_for_known_is_told_by_fewer_words() {
    let source =
        "\n//- a.md\nA former campaign adviser was heard.\n//- b.md\nTom Hollis called an adviser to the warden.\n";
    assert!(support::who::referents(source).iter().all(|names| names.len() == 1));
    let source = "\n//- a.md\nThe night porter was heard.\n//- b.md\nTom Hollis called the porter.\n";
    assert!(support::who::referents(source).contains(&vec!["night porter".to_owned(), "porter".to_owned()]));
}

#[test]
fn the_office_is_whichever_the_talk_is_of() {
    let source =
        "\n//- a.md\nTom Hollis went to the Calder Office.\n//- b.md\nRuth Finch loved the office and its people.\n";
    assert_linked(source, "Calder Office", &["Calder Office"]);
}
