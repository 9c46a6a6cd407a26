//! The story file in an editor, and what drafts get of it.

use serde_json::{Value, json};

use crate::support::{
    editor::{Editor, able},
    options::Options,
    server::TestServer,
};

const DRAFT: &str = "---\ndraft: true\n---\n\nTwelve people were hurt on Tuesday.[^toll] Mara Ellison signed the [waiver]{#waiver}.\n\n\
                     The bridge opened in 1958.\n\n[^toll]: herald.txt, first line: “14 people were hurt”.\n";
const HERALD: &str =
    "Fire Chief Dov Haldane said 14 people were hurt on Tuesday.\n\nMayor Mara Ellison signed nothing.\n";
const STORY: &str = r#"[source.herald]
file = "herald.txt"

[entity.ellison]
name = "Mara Ellison"
kind = "person"
roles = [{ title = "mayor", from = 2022-01-03 }]

[claim.herald-toll]
at = { source = "herald", quote = "14 people", before = "said " }

[[verdict]]
on = ["toll", "herald-toll"]
stet = "Asked again."
"#;

fn story() -> Editor {
    let mut editor = Editor::with(able().with("/textDocument/rename", json!({ "prepareSupport": true })));
    editor.open(&[("draft.md", DRAFT), ("herald.txt", HERALD), ("story.toml", STORY)]);
    editor
}

fn text(value: &Value) -> &str {
    value["contents"]["value"].as_str().unwrap_or_default()
}

/// Name of the file and first line, of every place.
fn places(value: &Value) -> Vec<(String, u64)> {
    let place = |place: &Value| {
        let uri = place["targetUri"].as_str().or(place["uri"].as_str()).unwrap_or_default();
        let range = if place["range"].is_null() { &place["targetRange"] } else { &place["range"] };
        (uri.rsplit('/').next().unwrap_or_default().to_owned(), range["start"]["line"].as_u64().unwrap_or_default())
    };
    value.as_array().into_iter().flatten().map(place).collect()
}

fn place(name: &str, line: u64) -> (String, u64) {
    (name.to_owned(), line)
}

#[test]
fn hover_says_what_an_entry_comes_to() {
    let mut editor = story();
    for (words, expected) in [
        ("ellison]", "**Mara Ellison**, person"),
        ("herald-toll]", "herald.txt:1"),
        ("14 people\"", "herald.txt:1"),
        ("herald.txt\"", "herald.txt"),
        ("stet", "Let stand: Asked again."),
    ] {
        let card = editor.ask("textDocument/hover", "story.toml", words);
        assert!(text(&card).replace('\\', "").contains(expected), "{words}: {card}");
    }
    let card = editor.ask("textDocument/hover", "draft.md", "Mara");
    assert!(text(&card).contains("mayor since 2022-01-03") && text(&card).contains("story.toml#L4,"), "{card}");
    assert_eq!(editor.ask("textDocument/hover", "story.toml", "roles"), Value::Null);
}

#[test]
fn one_gets_from_articles_to_the_story_file_and_back() {
    let mut editor = story();
    let there = |editor: &mut Editor, name: &str, words: &str| {
        let found = editor.ask("textDocument/definition", name, words);
        places(&found)
    };
    assert_eq!(there(&mut editor, "story.toml", "ellison]"), [place("draft.md", 4), place("herald.txt", 2)]);
    assert_eq!(there(&mut editor, "story.toml", "14 people"), [place("herald.txt", 0)]);
    assert_eq!(there(&mut editor, "story.toml", "toll\", "), [place("draft.md", 4)]);
    assert_eq!(there(&mut editor, "story.toml", "herald-toll\"]"), [place("herald.txt", 0), place("story.toml", 8)]);
    assert_eq!(there(&mut editor, "story.toml", "herald\", quote"), [place("herald.txt", 0), place("story.toml", 0)]);
    let found = there(&mut editor, "draft.md", "Mara");
    assert_eq!(found, [place("draft.md", 4), place("herald.txt", 2), place("story.toml", 3)]);
    let declared = |editor: &mut Editor, words: &str| {
        let found = editor.ask("textDocument/declaration", "draft.md", words);
        places(&found)
    };
    assert_eq!(declared(&mut editor, "Ellison signed"), [place("story.toml", 3)]);
    assert_eq!(declared(&mut editor, "toll] Mara"), [place("story.toml", 12)]);
    let found = editor.ask("textDocument/declaration", "herald.txt", "14 people");
    assert_eq!(places(&found), [place("story.toml", 8)]);
    let position = editor.range("story.toml", "toll\", ")["start"].clone();
    let params = json!({
        "textDocument": { "uri": editor.server.uri("story.toml") },
        "position": position,
        "context": { "includeDeclaration": true },
    });
    let found = editor.server.request_raw("textDocument/references", params)["result"].clone();
    assert_eq!(places(&found), [place("story.toml", 12), place("draft.md", 4), place("draft.md", 8)]);
    let params = json!({ "textDocument": { "uri": editor.server.uri("story.toml") } });
    let links = editor.server.request_raw("textDocument/documentLink", params)["result"].clone();
    let targets: Vec<_> = links.as_array().into_iter().flatten().map(|link| link["target"].clone()).collect();
    assert_eq!(targets, vec![json!(editor.server.uri("herald.txt")); 3]);
    let params = json!({ "textDocument": { "uri": editor.server.uri("draft.md") } });
    let links = editor.server.request_raw("textDocument/documentLink", params)["result"].clone();
    assert_eq!(links[0]["range"], editor.range("draft.md", "herald.txt"));
}

#[test]
fn ids_are_renamed_everywhere_at_once() {
    let mut editor = story();
    let rename = |editor: &mut Editor, name: &str, words: &str, to: &str| {
        let position = editor.range(name, words)["start"].clone();
        let uri = editor.server.uri(name);
        let params = json!({ "textDocument": { "uri": uri }, "position": position, "newName": to });
        editor.server.request_raw("textDocument/rename", params)
    };
    let range = editor.ask("textDocument/prepareRename", "draft.md", "toll]");
    assert_eq!(range["placeholder"], "toll");
    assert_eq!(editor.ask("textDocument/prepareRename", "draft.md", "people"), Value::Null);
    let answer = rename(&mut editor, "draft.md", "toll]", "hurt");
    editor.apply(&answer["result"]);
    assert_eq!(editor.text("draft.md"), DRAFT.replace("[^toll]", "[^hurt]"));
    assert_eq!(editor.text("story.toml"), STORY.replace("[\"toll\"", "[\"hurt\""));
    let answer = rename(&mut editor, "story.toml", "herald]", "paper");
    editor.apply(&answer["result"]);
    let text = editor.text("story.toml");
    assert!(
        text.contains("[source.paper]") && text.contains("source = \"paper\"") && text.contains("herald.txt"),
        "{text}"
    );
    for (to, reason) in [("herald-toll", "another one's already"), ("two words", "is not an id"), ("", "is not an id")]
    {
        let answer = rename(&mut editor, "draft.md", "hurt] Mara", to);
        assert!(answer["error"]["message"].as_str().is_some_and(|m| m.contains(reason)), "{answer}");
    }
    // Files that are renamed in the editor are renamed in the story file.
    let uri = |name: &str, server: &TestServer| json!(server.uri(name));
    let files =
        json!([{ "oldUri": uri("herald.txt", &editor.server), "newUri": uri("old/herald.txt", &editor.server) }]);
    let answer = editor.server.request_raw("workspace/willRenameFiles", json!({ "files": files }));
    editor.apply(&answer["result"]);
    assert!(editor.text("story.toml").contains("file = \"old/herald.txt\""));
}

/// The labels that are offered at the end of words that are put into a document.
fn offered(editor: &mut Editor, name: &str, before: &str, typed: &str) -> Vec<String> {
    let text = editor.text(name);
    editor.write(name, &text.replacen(before, &format!("{before}{typed}"), 1));
    let end = editor.range(name, &format!("{before}{typed}"))["end"].clone();
    let params = json!({ "textDocument": { "uri": editor.server.uri(name) }, "position": end });
    let answer = editor.server.request_raw("textDocument/completion", params);
    editor.write(name, &text);
    let items = answer["result"].as_array().unwrap_or_else(|| panic!("{answer}")).iter();
    items.filter_map(|item| item["label"].as_str().map(str::to_owned)).collect()
}

#[test]
fn what_can_stand_somewhere_is_offered() {
    let mut editor = story();
    let mut story = |before: &str, typed: &str| offered(&mut editor, "story.toml", before, typed);
    assert_eq!(story("kind = \"person\"\n", "kind = \""), ["person", "organisation", "place", "other"]);
    assert_eq!(story("Asked again.\"\n", "\n[[relation]]\nsupports = [\""), ["herald-toll", "toll", "waiver"]);
    assert_eq!(story("Asked again.\"\n", "\n[[mention]]\nis = \""), ["ellison"]);
    assert_eq!(story("Asked again.\"\n", "\n[claim.x]\nat = { source = \""), ["herald", "draft.md"]);
    assert_eq!(story("Asked again.\"\n", "\n[source.d]\nfile = \""), ["draft.md"]);
    assert_eq!(story("Asked again.\"\n", "\n[[v"), ["[[verdict]]"]);
    assert_eq!(story("Asked again.\"\n", "s"), ["stet", "seen"]);
    let mut draft = |before: &str, typed: &str| offered(&mut editor, "draft.md", before, typed);
    assert!(draft("in 1958. ".trim_end(), " [[").contains(&"Mara Ellison".to_owned()));
    assert_eq!(draft("in 1958.", "[^"), ["toll"]);
    assert_eq!(draft("in 1958.", " Mar"), ["Mara Ellison"]);
    assert_eq!(draft("[^toll]: ", "her"), ["herald.txt"]);
    assert_eq!(offered(&mut editor, "herald.txt", "signed nothing.", " Mar"), [""; 0]);
}

#[test]
fn a_draft_with_source_notes_says_what_is_left() {
    let mut editor = story();
    let params = json!({ "textDocument": { "uri": editor.server.uri("draft.md") } });
    let lens = editor.server.request_raw("textDocument/codeLens", params)["result"].clone();
    let title = lens[0]["command"]["title"].as_str().unwrap_or_default();
    assert!(title.starts_with("2 of 3 sentences have no source note"), "{lens}");
    let params = json!({ "textDocument": { "uri": editor.server.uri("herald.txt") } });
    assert_eq!(editor.server.request_raw("textDocument/codeLens", params)["result"], Value::Null);
    let marked = editor.marked("draft.md");
    let codes: Vec<&str> = marked.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "no-source-note").count(), 2, "{marked:#?}");
    // The words are there; the number of the sentence is not.
    let missing = marked.iter().find(|(code, _)| code == "not-in-source").map(|(_, message)| message.as_str());
    assert_eq!(missing, Some("herald.txt, which the note names, does not have the number “Twelve”"));
    editor.replace("draft.md", "“14 people were hurt”", "“14 people were badly hurt”");
    let marked = editor.marked("draft.md");
    assert!(marked.iter().any(|(code, m)| code == "altered-quote" && m.contains("14 people were hurt")), "{marked:#?}");
    editor.replace("draft.md", "“14 people were badly hurt”", "“nobody saw it coming at all”");
    assert!(editor.marked("draft.md").iter().any(|(code, _)| code == "lost-quote"));
}

#[test]
fn a_story_file_is_checked_while_it_is_written() {
    let mut editor = story();
    let codes =
        |editor: &mut Editor| -> Vec<String> { editor.marked("story.toml").into_iter().map(|(c, _)| c).collect() };
    assert_eq!(codes(&mut editor), ["unseen"]);
    editor.replace("story.toml", "\"herald.txt\"", "\"times.txt\"");
    assert_eq!(codes(&mut editor), ["no-such-file", "needs-another-look"]);
    editor.replace("story.toml", "\"times.txt\"", "\"herald.txt\"");
    editor.replace("story.toml", "\"herald-toll\"]", "\"herald-tool\"]");
    assert_eq!(codes(&mut editor), ["no-such-claim", "needs-another-look"]);
    editor.replace("story.toml", "herald-tool", "waiver");
    editor.replace("story.toml", "[claim.herald-toll]", "[claim.waiver]");
    assert!(codes(&mut editor).contains(&"claim-twice".to_owned()));
}

#[test]
fn what_is_marked_wrongly_in_a_draft_is_said_and_stays_text() {
    let mut editor = story();
    editor.replace("draft.md", "in 1958.", "in 1958. [[ellison|She left. [Now]{#} and [[zorro|he]] rode.");
    let marked: Vec<_> = editor.marked("draft.md").into_iter().filter(|(code, _)| code == "annotation").collect();
    let messages: Vec<&str> = marked.iter().map(|(_, message)| message.as_str()).collect();
    assert!(messages.iter().any(|m| m.contains("[words]{#name}")), "{marked:#?}");
    assert!(messages.iter().any(|m| m.contains("nobody here is called `zorro`")), "{marked:#?}");
}

#[test]
fn a_recorded_difference_is_marked_like_one_that_was_found() {
    let mut editor = story();
    // What only a person can tell.
    editor.replace("herald.txt", "signed nothing", "was abroad then");
    let relation =
        "[[relation]]\ndiffers = [\"waiver\", { source = \"herald\", quote = \"was abroad then\" }]\n\n[[verdict]]";
    editor.replace("story.toml", "[[verdict]]", relation);
    for (name, words) in
        [("draft.md", "here “waiver”; herald.txt “was abroad then”"), ("herald.txt", "here “was abroad then”")]
    {
        let marked = editor.marked(name);
        assert!(marked.iter().any(|(code, m)| code == "recorded" && m.contains(words)), "{marked:#?}");
    }
}

#[test]
fn a_verdict_written_by_hand_is_tied_to_the_words_by_an_action() {
    let mut editor = story();
    let shown = editor.act("story.toml", "stet", "Keep this verdict");
    assert_eq!(shown, Some(("story.toml".to_owned(), "Asked again.".to_owned())));
    assert_eq!(editor.marked("story.toml"), []);
    let text = editor.text("story.toml");
    assert!(text.contains("\nseen = \"") && text.contains("    \"Twelve people were hurt on Tuesday.\",\n"), "{text}");
    editor.replace("herald.txt", "14 people", "13 people");
    assert!(editor.marked("story.toml").iter().any(|(code, _)| code == "needs-another-look"));
}

#[test]
fn what_the_story_file_says_is_pushed_to_the_articles() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.txt", "Captain Ada Brandt said 12 people were injured on Tuesday.\n");
    server.open("b.txt", "Captain Ada Brandt said 14 people were injured on Tuesday.\n");
    server.marked("a.txt", 1);
    server.marked("b.txt", 1);
    let at = |source, quote| format!("{{ source = \"{source}\", quote = \"{quote}\" }}");
    let on = [at("a.txt", "12 people"), at("b.txt", "14 people")].join(", ");
    server.open("story.toml", &format!("[[verdict]]\non = [{on}]\nstet = \"Both were said.\"\n"));
    server.marked("a.txt", 0);
    server.marked("b.txt", 0);
    assert_eq!(server.marked("story.toml", 1)[0].message.split(' ').next(), Some("this"));
    server.close("story.toml");
    server.marked("a.txt", 1);
    server.marked("b.txt", 1);
    server.marked("story.toml", 0);
}

#[test]
fn other_files_of_the_same_language_are_left_alone() {
    let mut editor = story();
    let uri = editor.server.uri("Cargo.toml");
    let document =
        json!({ "uri": uri, "languageId": "toml", "version": 1, "text": "Mara Ellison said 12 people were hurt." });
    editor.server.notify("textDocument/didOpen", json!({ "textDocument": document }));
    let params = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
    assert_eq!(editor.server.request_raw("textDocument/hover", params)["result"], Value::Null);
}

#[test]
fn what_is_said_in_the_editor_counts_before_it_is_saved() {
    let mut editor = story();
    editor.replace(
        "story.toml",
        "name = \"Mara Ellison\"",
        "name = \"Mara Ellison\"\naliases = [\"Fire Chief Dov Haldane\"]",
    );
    let card = editor.ask("textDocument/hover", "herald.txt", "Dov");
    assert!(text(&card).contains("**Mara Ellison**"), "{card}");
    editor.replace("story.toml", "aliases = [\"Fire Chief Dov Haldane\"]", "not = [\"Mara Ellison\"]");
    assert!(editor.marked("story.toml").iter().any(|(_, message)| message.contains("does not mean this")));
    editor.server.close("story.toml");
    let card = editor.ask("textDocument/hover", "herald.txt", "Dov");
    assert!(text(&card).contains("**Dov Haldane**"), "{card}");
}
