//! Names are renamed in drafts and in the story file, never in sources.

use serde_json::{Value, json};

use crate::support::editor::{Editor, able};

const DRAFT: &str = "---\ndraft: true\n---\n\nMayor Mara Ellison closed the bridge.[^a] Ellison's aides said *Mara*\n\
    *Ellison* left.\n\n[^a]: herald.txt: “Mara Ellison thanked Haldane.”\n";
const HERALD: &str = "Mara Ellison thanked Dov Haldane. Ellison left.\n";
const STORY: &str = "[entity.ellison]\nname = \"Mara Ellison\" # as she writes it\nkind = \"person\"\n";

fn story() -> Editor {
    let mut editor = Editor::with(able().with("/textDocument/rename", json!({ "prepareSupport": true })));
    editor.open(&[("draft.md", DRAFT), ("herald.txt", HERALD), ("story.toml", STORY)]);
    editor
}

fn rename(editor: &mut Editor, name: &str, words: &str, to: &str) -> Value {
    let position = editor.range(name, words)["start"].clone();
    let uri = editor.server.uri(name);
    let params = json!({ "textDocument": { "uri": uri }, "position": position, "newName": to });
    editor.server.request_raw("textDocument/rename", params)
}

#[test]
fn every_form_of_the_name_changes_in_drafts() {
    for (name, words, to) in [
        ("draft.md", "Ellison's", "Allison"),
        ("draft.md", "Mara Ellison", "Mara Allison"),
        ("herald.txt", "Mara Ellison", "Mara Allison"),
    ] {
        let mut editor = story();
        let answer = rename(&mut editor, name, words, to);
        editor.apply(&answer["result"]);
        let expected = DRAFT.replacen("Mara Ellison", "Mara Allison", 1).replace("Ellison's", "Allison's");
        assert_eq!(editor.text("draft.md"), expected.replace("*Ellison*", "*Allison*"), "{words}");
        assert_eq!(editor.text("herald.txt"), HERALD);
        // Sources go on to spell it as they did.
        let text = editor.text("story.toml");
        assert!(text.contains("name = \"Mara Allison\" # as she writes it"), "{text}");
        assert!(text.contains("aliases = [\"Mara Ellison\"]"), "{text}");
        let card = editor.ask("textDocument/hover", "herald.txt", "Mara");
        assert!(card["contents"]["value"].as_str().is_some_and(|text| text.contains("**Mara Allison**")), "{card}");
    }
}

#[test]
fn the_name_without_its_title_is_offered() {
    let mut editor = story();
    let prepared = editor.ask("textDocument/prepareRename", "draft.md", "Mayor Mara");
    assert_eq!(prepared["placeholder"], "Mara Ellison");
    assert_eq!(prepared["range"], editor.range("draft.md", "Mara Ellison"));
    assert_eq!(editor.ask("textDocument/prepareRename", "draft.md", "bridge"), Value::Null);
}

#[test]
fn it_is_said_why_a_name_cannot_be_changed() {
    let mut editor = story();
    let position = editor.range("herald.txt", "Dov")["start"].clone();
    let params = json!({ "textDocument": { "uri": editor.server.uri("herald.txt") }, "position": position });
    let answer = editor.server.request_raw("textDocument/prepareRename", params);
    let reason = answer["error"]["message"].as_str().unwrap_or_default();
    assert!(reason.contains("“Dov Haldane” stands only in sources, which are never edited"), "{answer}");
    for to in ["", "two\nlines", "[x]"] {
        let answer = rename(&mut editor, "draft.md", "Mara Ellison", to);
        assert!(answer["error"]["message"].as_str().is_some_and(|m| m.contains("no plain name")), "{answer}");
    }
}
