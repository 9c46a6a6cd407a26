//! What can be done in an editor, from the menu to the text that comes of it.

use serde_json::json;

use crate::support::{
    editor::{Editor, able},
    options::Options,
};

const DRAFT: &str = "---\r\ndraft: true\r\n---\r\n\r\nCaptain Ada Brandt 😀 said 12 people were injured on Tuesday.\r\n\r\n\
                     Jose\u{301} Abril saw her. She left, and Ada Brandt did not reply.\r\n";
const HERALD: &str =
    "Captain Ada Brandt said 14 people were injured on Tuesday. She spoke to Carla Holm at noon. Later she left.";

/// A draft and its source, both open.
fn story(options: Options) -> Editor {
    let mut editor = Editor::with(options);
    editor.open(&[("draft.md", DRAFT), ("herald.txt", HERALD)]);
    editor
}

fn codes(editor: &mut Editor, name: &str) -> Vec<String> {
    editor.marked(name).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn a_difference_is_let_stand_until_a_passage_changes() {
    let mut editor = story(able());
    assert_eq!(codes(&mut editor, "draft.md"), ["quantity"]);
    let shown = editor.act("draft.md", "12 people", "Let it stand");
    assert_eq!(shown, Some(("story.toml".to_owned(), String::new())));
    assert_eq!(editor.text("draft.md"), DRAFT);
    let story = editor.text("story.toml");
    assert!(story.contains("stet = \"\"") && story.contains("quote = \"14 people\""), "{story}");
    assert_eq!(editor.marked("draft.md"), []);
    assert_eq!(editor.marked("herald.txt"), []);
    assert_eq!(editor.marked("story.toml"), []);
    // Edited elsewhere, it holds; edited inside, it does not.
    editor.replace("draft.md", "did not reply", "did not answer");
    editor.replace("herald.txt", "Carla Holm", "Carla");
    assert_eq!(editor.marked("draft.md"), []);
    editor.replace("herald.txt", "14 people", "15 people");
    for name in ["draft.md", "herald.txt"] {
        let marked = editor.marked(name);
        let expired = marked.iter().find(|(code, _)| code == "needs-another-look").map(|(_, message)| message.clone());
        let expired = expired.unwrap_or_else(|| panic!("{marked:#?}"));
        assert!(
            expired.contains("14 people") && expired.contains("now “Captain Ada Brandt said 15 people"),
            "{expired}"
        );
        assert!(marked.iter().any(|(code, _)| code == "quantity"), "{marked:#?}");
    }
    assert_eq!(codes(&mut editor, "story.toml"), ["changed-quote", "needs-another-look"]);
    // Looked at again, it holds again.
    editor.replace("story.toml", "stet = \"\"", "stet = \"Counted twice.\"");
    let shown = editor.act("draft.md", "12 people", "Let it stand (stet), as it reads now");
    assert_eq!(shown, Some(("story.toml".to_owned(), "Counted twice.".to_owned())));
    assert_eq!(editor.marked("draft.md"), []);
    assert_eq!(editor.marked("story.toml"), []);
}

#[test]
fn a_client_that_asks_for_the_reason_sends_it_along() {
    let mut editor = story(able());
    for (title, reason) in [("Let it stand", "He said \"both\"."), ("Mark as checked", "Rang him.")] {
        let actions = editor.actions("draft.md", "12 people");
        let offered = actions.iter().find(|action| action["title"].as_str().is_some_and(|t| t.starts_with(title)));
        let mut command = offered.unwrap_or_else(|| panic!("{actions:#?}"))["command"].clone();
        command["arguments"][0]["reason"] = json!(reason);
        let params = json!({ "command": command["command"], "arguments": command["arguments"] });
        assert_eq!(editor.execute(params), None, "there is nothing left to be typed");
        assert_eq!(editor.marked("draft.md"), []);
        let story: toml_edit::DocumentMut = editor.text("story.toml").parse().expect("it is TOML");
        let key = if title.starts_with("Let") { "stet" } else { "checked" };
        assert_eq!(story["verdict"][0][key].as_str(), Some(reason));
    }
}

#[test]
fn settled_differences_are_as_loud_as_the_settings_say() {
    let options = json!({ "by": "jk", "diagnostics": { "settled": "hint" } });
    let mut editor = story(Options { initialization_options: options, ..able() });
    editor.act("herald.txt", "14 people", "Mark as checked");
    assert!(editor.text("story.toml").contains("by = \"jk\""));
    let marked = editor.marked("draft.md");
    assert!(marked[0].1.ends_with("Checked (jk)."), "{marked:?}");
    // Another decision takes its place.
    let titles = editor.titles("draft.md", "12 people");
    assert!(!titles.iter().any(|title| title.starts_with("Mark as checked")), "{titles:?}");
    editor.act("draft.md", "12 people", "Leave open");
    let story = editor.text("story.toml");
    assert!(
        story.contains("open = ") && !story.contains("checked") && story.matches("[[verdict]]").count() == 1,
        "{story}"
    );
    assert_eq!(codes(&mut editor, "draft.md"), ["quantity"]);
}

#[test]
fn every_client_gets_what_it_can_do() {
    // Only commands; no versions, no files made by the client, nothing shown.
    let plain = Options::pulling()
        .with("/general/positionEncodings", json!(["utf-16"]))
        .with("/workspace/applyEdit", json!(true));
    let mut editor = story(plain);
    assert!(editor.actions("draft.md", "12 people").iter().all(|action| action["command"].is_string()));
    assert_eq!(editor.act("draft.md", "12 people", "Let it stand"), None);
    assert_eq!(editor.marked("draft.md"), []);
    // Only edits, all at once.
    let edits =
        able().with("/workspace/applyEdit", json!(false)).with("/textDocument/codeAction/dataSupport", json!(false));
    let mut editor = story(edits);
    assert_eq!(editor.act("draft.md", "12 people", "Let it stand"), None);
    assert_eq!(editor.marked("draft.md"), []);
    // Nothing can be changed.
    let mut editor = story(Options::pulling().with("/general/positionEncodings", json!(["utf-16"])));
    assert_eq!(editor.titles("draft.md", "12 people"), [""; 0]);
}

#[test]
fn the_other_passage_is_one_key_away() {
    let mut editor = story(able());
    let preferred = |action: &&serde_json::Value| action["isPreferred"] == true;
    let actions = editor.actions("draft.md", "12 people");
    let action = actions.iter().find(preferred).expect("one is preferred");
    assert_eq!(action["title"], "Open the other passage (herald.txt)");
    let shown = editor.act("draft.md", "12 people", "Open the other passage");
    assert_eq!(shown, Some(("herald.txt".to_owned(), "14 people".to_owned())));
}

#[test]
fn who_is_meant_is_said_in_a_draft_and_beside_a_source() {
    let mut editor = story(able());
    // Whoever it is taken for, somebody else may be meant.
    let name = other(&mut editor, "draft.md", "She");
    editor.act("draft.md", "She", &format!("“She” is {name}"));
    let surname = if name == "Ada Brandt" { "brandt" } else { "abril" };
    assert_eq!(editor.text("draft.md"), DRAFT.replace("She left", &format!("[[{surname}|She]] left")));
    let card = editor.ask("textDocument/hover", "draft.md", "She]]");
    assert!(card["contents"]["value"].as_str().is_some_and(|text| text.contains(&name)), "{card}");

    let name = other(&mut editor, "herald.txt", "she");
    editor.act("herald.txt", "she", &format!("“she” is {name}"));
    assert_eq!(editor.text("herald.txt"), HERALD);
    let story = editor.text("story.toml");
    let id = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    assert!(story.contains(&format!("[entity.{id}]\nname = \"{name}\"\n\n[[mention]]")), "{story}");
    assert_eq!(editor.marked("story.toml"), []);
    let card = editor.ask("textDocument/hover", "herald.txt", "she left");
    assert!(card["contents"]["value"].as_str().is_some_and(|text| text.contains(&format!("**{name}**"))), "{card}");
    editor.act("herald.txt", "she", &format!("“she” is not {name}"));
    assert!(editor.text("story.toml").contains(&format!("not = \"{id}\"")));
}

/// The first person who is offered for a pronoun.
fn other(editor: &mut Editor, name: &str, pronoun: &str) -> String {
    let titles = editor.titles(name, pronoun);
    let lead = format!("“{pronoun}” is ");
    let offered = titles.iter().filter_map(|title| title.strip_prefix(&lead)).find(|name| !name.starts_with("not "));
    offered.unwrap_or_else(|| panic!("{titles:?}")).to_owned()
}

#[test]
fn two_are_the_same_or_not() {
    let mut editor = Editor::start();
    editor.open(&[
        ("a.txt", "The Orrin Ferry Company was fined on Monday. The company closed."),
        ("b.txt", "Orrin Ferries, which was fined, closed its office. Orrin Ferries was late."),
    ]);
    editor.act("a.txt", "Orrin Ferry", "“Orrin Ferry Company” and “Orrin Ferries” are the same");
    let places = editor.ask("textDocument/definition", "a.txt", "Orrin Ferry");
    assert_eq!(places.as_array().map(Vec::len), Some(3), "{places}");
    let story = editor.text("story.toml");
    assert!(story.contains("aliases = [\"Orrin Ferries\"]"), "{story}");
    // A name that is both is taken from the one.
    editor.replace("story.toml", "aliases = [\"Orrin Ferries\"]", "not = [\"Orrin Ferries\"]");
    let places = editor.ask("textDocument/definition", "a.txt", "Orrin Ferry");
    assert_eq!(places.as_array().map(Vec::len), Some(2), "{places}");
}

#[test]
fn a_sentence_gets_a_source_note_and_words_get_a_name() {
    let mut editor = story(able());
    let shown = editor.act("draft.md", "people", "Add a source note to this sentence");
    assert_eq!(shown, Some(("draft.md".to_owned(), String::new())));
    let text = editor.text("draft.md");
    assert!(text.contains("on Tuesday.[^captain-ada]\r\n"), "{text}");
    assert!(text.ends_with("did not reply.\r\n\r\n[^captain-ada]: \r\n"), "{text}");
    let titles = editor.titles("draft.md", "people");
    assert!(!titles.iter().any(|title| title.contains("source note")), "{titles:?}");

    let shown = editor.act("draft.md", "did not reply", "Name this claim");
    assert_eq!(shown, Some(("draft.md".to_owned(), "reply".to_owned())));
    assert!(editor.text("draft.md").contains("[did not reply]{#reply}."));
    let shown = editor.act("herald.txt", "14 people were injured", "Name this claim");
    assert_eq!(shown, Some(("story.toml".to_owned(), "people-injured".to_owned())));
    let story = editor.text("story.toml");
    assert!(
        story.contains("[claim.people-injured]\nat = { source = \"herald.txt\", quote = \"14 people were injured\""),
        "{story}"
    );

    // A verdict is on claims by their names, where they have some.
    editor.act("draft.md", "12 people", "Let it stand");
    assert!(editor.text("story.toml").contains("on = [\n    \"captain-ada\",\n"), "{}", editor.text("story.toml"));
    assert_eq!(editor.marked("story.toml"), []);
    assert!(!codes(&mut editor, "draft.md").contains(&"quantity".to_owned()));
}

#[test]
fn nothing_is_offered_that_would_change_a_source() {
    let mut editor = story(able());
    for title in editor.titles("herald.txt", "Ada Brandt") {
        assert!(!title.contains("source note") && !title.starts_with("Write"), "{title}");
    }
    let mut editor = story(able());
    editor.replace("draft.md", "and Ada Brandt", "and Ada Brant");
    let titles = editor.titles("draft.md", "Ada Brant ");
    if titles.iter().any(|title| title.starts_with("Write")) {
        editor.act("draft.md", "Ada Brant ", "Write “Ada Brandt”, as introduced");
        assert!(editor.text("draft.md").contains("and Ada Brandt did"));
    }
}

#[test]
fn a_deed_that_comes_too_late_is_refused_with_a_reason() {
    let mut editor = story(able());
    let actions = editor.actions("draft.md", "12 people");
    let action = actions.iter().find(|action| action["title"] == "Let it stand (stet)").expect("it is offered").clone();
    editor.replace("draft.md", "12 people", "Some people");
    let params = json!({ "command": action["command"]["command"], "arguments": action["command"]["arguments"] });
    let answer = editor.server.request_raw("workspace/executeCommand", params);
    assert!(answer["error"]["message"].as_str().is_some_and(|m| m.contains("has changed")), "{answer}");
    let nonsense = editor.server.request_raw("workspace/executeCommand", json!({ "command": "rm", "arguments": [] }));
    assert_eq!(nonsense["error"]["code"], -32602);
}

#[test]
fn a_client_that_pulls_asks_again_after_a_deed() {
    let mut editor = story(able().with("/workspace/diagnostics/refreshSupport", json!(true)));
    // The server may ask while the deed is still being done.
    editor.server.count_refreshes();
    let before = editor.server.refreshed(0);
    editor.act("draft.md", "12 people", "Let it stand");
    editor.server.refreshed(before + 1);
}

#[test]
fn a_broken_story_file_takes_nothing_away() {
    let mut editor = story(able());
    editor.act("draft.md", "12 people", "Let it stand");
    let story = editor.text("story.toml");
    editor.write("story.toml", &format!("[entity.x]\nname = \"half\n\n{story}\n[[verdict]\n"));
    assert_eq!(editor.marked("draft.md"), []);
    assert!(codes(&mut editor, "story.toml").iter().any(|code| code == "story-file"));
    let card = editor.ask("textDocument/hover", "draft.md", "Ada Brandt 😀");
    assert!(card["contents"]["value"].as_str().is_some_and(|text| text.contains("Ada Brandt")));
}
