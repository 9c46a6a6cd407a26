//! Stories of texts that stand in the test itself.

use std::sync::Arc;

use twosource::{
    annotation,
    compare::{Account, ArticleId, Passage, Story, message},
    facts::facts,
    syntax::{Format, prose},
};

/// The story of these plain texts, name and text each; their order gives the articles their numbers.
pub fn story(texts: &[(&str, &str)]) -> Story {
    texts.iter().enumerate().fold(Story::default(), |story, (number, (name, text))| {
        let prose = prose(text, Format::Plain);
        let facts = Arc::new(facts(&prose, &annotation::metadata(text, &prose), None));
        let account = Account { name: (*name).into(), facts, text: (*text).into() };
        story.with(ArticleId(number as u32), Some(account))
    })
}

/// What is said about the differences between two texts, whichever of them comes first.
#[allow(dead_code, reason = "not every test that has stories asks for messages")]
#[track_caller]
pub fn said(a: &str, b: &str) -> Vec<String> {
    let said = |texts: &[(&str, &str)]| -> Vec<String> {
        let story = story(texts);
        story.differences().iter().map(|d| message(&story, d, None)).collect()
    };
    let found = said(&[("a.txt", a), ("b.txt", b)]);
    assert_eq!(found, said(&[("b.txt", b), ("a.txt", a)]), "the order in which articles are added makes no difference");
    found
}

/// The differences between two texts: kind, words of the first, words of the second.
#[allow(dead_code, reason = "not every test that has stories asks for the words")]
pub fn found(a: &str, b: &str) -> Vec<(&'static str, String, String)> {
    let texts = [a, b];
    let story = story(&[("a.txt", a), ("b.txt", b)]);
    let words = |at: Passage| at.span.of(texts[at.article.0 as usize]).to_owned();
    story.differences().iter().map(|d| (d.kind.code(), words(d.left.at), words(d.right.at))).collect()
}

/// Two texts on which the accounts differ in this kind, whatever else differs.
#[allow(dead_code, reason = "some tests say more of what differs")]
#[track_caller]
pub fn differ(a: &str, b: &str, kind: &str) {
    let found = found(a, b);
    assert!(found.iter().any(|(k, ..)| *k == kind), "no {kind} in {found:?}");
}

/// Two texts that only seem to differ, in whichever order they come.
#[allow(dead_code, reason = "not every test that has stories has near misses")]
#[track_caller]
pub fn stand_together(a: &str, b: &str) {
    assert_eq!(said(a, b), [] as [&str; 0]);
}

/// A text of one day, the same for all that say no other.
#[allow(dead_code, reason = "not every test that has stories has dates")]
pub fn dated(text: &str) -> String {
    of_day("2024-05-15", text)
}

/// A text of this day.
#[allow(dead_code, reason = "not every test that has stories has dates")]
pub fn of_day(day: &str, text: &str) -> String {
    format!("---\ndate: {day}\n---\n{text}\n")
}

/// Two texts of one day on which the accounts differ in this kind, whatever else differs.
#[allow(dead_code, reason = "not every test that has stories has dates")]
#[track_caller]
pub fn differ_in(kind: &str, a: &str, b: &str) {
    differ(&dated(a), &dated(b), kind);
}

/// Two texts of one day that only seem to differ, in whichever order they come.
#[allow(dead_code, reason = "not every test that has stories has dates")]
#[track_caller]
pub fn stand(a: &str, b: &str) {
    stand_together(&dated(a), &dated(b));
}
