//! What is flagged in the stories that two newsrooms tell in their own words: disputes, some of them, and nothing else.

#[path = "support/story.rs"]
mod texts;

use std::{fs, path::PathBuf};

use serde_json::Value;
use texts::story;
use twosource::{
    compare::{ArticleId, Level, Passage, Story},
    text::Span,
};

/// So many of the 946 disputes are found at least.
const FOUND: usize = 233;

/// The folders of the stories, each with `a.txt`, `b.txt` and `gold.json`.
fn folders() -> Vec<PathBuf> {
    let all = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/pairs");
    let within =
        |folder: PathBuf| fs::read_dir(folder).expect("it is a folder").map(|entry| entry.expect("it is there").path());
    let mut folders: Vec<PathBuf> =
        within(all).filter(|path| path.is_dir()).flat_map(within).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The sentences that hold the words of a side of a dispute or trap.
fn sentences(story: &Story, article: u32, words: &str) -> Vec<Span> {
    let account = story.account(ArticleId(article)).expect("it is in the story");
    let start = account.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {}", account.name));
    let span = Span::new(start, start + words.len());
    account.facts.sentences.iter().map(|s| s.span).filter(|s| s.overlaps(span)).collect()
}

/// The disputes, or traps, of a story: the sentences of each side.
fn sides(story: &Story, gold: &Value, kind: &str) -> Vec<[Vec<Span>; 2]> {
    let words = |item: &Value, side: &str| item[side].as_str().expect("it is text").to_owned();
    let items = gold[kind].as_array().expect("it is a list").iter();
    items.map(|item| [sentences(story, 0, &words(item, "a")), sentences(story, 1, &words(item, "b"))]).collect()
}

fn hits([left, right]: [&Passage; 2], sides: &[Vec<Span>; 2]) -> bool {
    [left, right].iter().all(|passage| sides[passage.article.0 as usize].iter().any(|s| s.overlaps(passage.span)))
}

#[test]
fn disputes_are_flagged_and_nothing_else() {
    let mut found = 0;
    let mut wrong = Vec::new();
    for folder in folders() {
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect("it is there");
        let gold: Value = serde_json::from_str(&read("gold.json")).expect("it is JSON");
        let (a, b) = (read("a.txt"), read("b.txt"));
        let story = story(&[("a.txt", &a), ("b.txt", &b)]);
        let disputes = sides(&story, &gold, "disputes");
        let differences = story.differences();
        let flagged = differences.iter().filter(|d| d.level == Level::Differs && !d.is_within());
        let flagged: Vec<[&Passage; 2]> = flagged.map(|d| [&d.left.at, &d.right.at]).collect();
        found += disputes.iter().filter(|dispute| flagged.iter().any(|alarm| hits(*alarm, dispute))).count();
        let off = flagged.iter().filter(|alarm| !disputes.iter().any(|dispute| hits(**alarm, dispute)));
        let text = |passage: &Passage| passage.span.of([&a, &b][passage.article.0 as usize]).to_owned();
        wrong.extend(off.map(|alarm| format!("{}: {:?}", folder.display(), alarm.map(text))));
    }
    assert!(wrong.is_empty(), "flagged without a dispute: {wrong:#?}");
    assert!(found >= FOUND, "{found} disputes are found");
}
