//! What is shown within a text: hints, colours, lines above.

use serde_json::{Value, json};

use crate::support::{
    editor::{Editor, able},
    options::Options,
    server::TestServer,
};

const DRAFT: &str = "---\ndraft: true\n---\n\n\
    Mayor Mara Ellison 😀 closed the bridge. She said 14 people were hurt on Tuesday.\n\nThe mayor left.\n";
const HERALD: &str = "Fire Chief Dov Haldane said 14 people were hurt on Tuesday.\n\nMara Ellison thanked him.\n";
const COURIER: &str = "Dov Haldane said that 14 people were hurt on Tuesday, and thanked the crews.\n";
const POST: &str = "Dov Haldane said 12 people were hurt on Tuesday.\n";

const STORY: &[(&str, &str)] =
    &[("draft.md", DRAFT), ("herald.txt", HERALD), ("courier.txt", COURIER), ("post.txt", POST)];

/// A client with hints and tokens of all kinds.
fn rich() -> Options {
    let tokens = json!({
        "requests": { "range": true, "full": { "delta": true } },
        "tokenTypes": ["class"], "tokenModifiers": [], "formats": ["relative"],
    });
    able()
        .with("/textDocument/inlayHint", json!({ "resolveSupport": { "properties": ["tooltip"] } }))
        .with("/textDocument/semanticTokens", tokens)
        .with("/textDocument/codeLens", json!({}))
}

fn story(options: Options, settings: Value) -> Editor {
    let mut editor = Editor::with(Options { initialization_options: settings, ..options });
    editor.open(STORY);
    editor
}

fn about(editor: &Editor, name: &str) -> Value {
    json!({ "textDocument": { "uri": editor.server.uri(name) } })
}

/// The hints of a document: what each says, and the words before it on its line.
fn hints(editor: &mut Editor, name: &str) -> Vec<(String, String)> {
    let hints = raw_hints(editor, name);
    let text = editor.text(name);
    let words = |hint: &Value| {
        let line = text.lines().nth(hint["position"]["line"].as_u64()? as usize)?;
        let units: Vec<u16> = line.encode_utf16().take(hint["position"]["character"].as_u64()? as usize).collect();
        String::from_utf16(&units).ok()?.split(' ').next_back().map(str::to_owned)
    };
    let label = |hint: &Value| hint["label"][0]["value"].as_str().unwrap_or_default().to_owned();
    hints.iter().map(|hint| (words(hint).unwrap_or_default(), label(hint))).collect()
}

fn raw_hints(editor: &mut Editor, name: &str) -> Vec<Value> {
    let mut params = about(editor, name);
    params["range"] = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let answer = editor.server.request_raw("textDocument/inlayHint", params);
    answer["result"].as_array().cloned().unwrap_or_else(|| panic!("{answer}"))
}

fn pair(words: &str, label: &str) -> (String, String) {
    (words.to_owned(), label.to_owned())
}

#[test]
fn hints_are_shown_where_they_are_wanted() {
    let mut editor = story(rich(), Value::Null);
    assert_eq!(hints(&mut editor, "draft.md")[0], pair("people", "2 sources, 1 differs"));
}

#[test]
fn pronouns_and_descriptions_say_who_they_are() {
    let mut editor = story(rich(), json!({ "inlayHints": { "who": "draft", "accounts": "off" } }));
    assert_eq!(hints(&mut editor, "draft.md"), [pair("She", "Mara Ellison"), pair("mayor", "Mara Ellison")]);
    assert_eq!(hints(&mut editor, "herald.txt"), []);
    let hint = raw_hints(&mut editor, "draft.md").remove(0);
    let location = &hint["label"][0]["location"];
    assert_eq!(location["uri"], json!(editor.server.uri("draft.md")));
    assert_eq!(location["range"]["start"], json!({ "line": 4, "character": 0 }));
    let resolved = editor.server.request_raw("inlayHint/resolve", hint)["result"].clone();
    let card = resolved["tooltip"]["value"].as_str().unwrap_or_default();
    assert!(card.starts_with("She: **Mara Ellison**, person"), "{resolved}");
}

#[test]
fn a_hint_on_a_claim_shows_the_other_passages() {
    let mut editor = story(rich(), json!({ "inlayHints": { "accounts": "all" } }));
    let hint = raw_hints(&mut editor, "draft.md").remove(0);
    assert_eq!(hint["label"][0]["location"]["uri"], json!(editor.server.uri("post.txt")));
    let resolved = editor.server.request_raw("inlayHint/resolve", hint)["result"].clone();
    let card = resolved["tooltip"]["value"].as_str().unwrap_or_default();
    for passage in ["The same: [courier.txt:1]", "The same: [herald.txt:1]", "Differs: [post.txt:1]", "“12 people”"]
    {
        assert!(card.contains(passage), "{passage}: {card}");
    }
}

#[test]
fn what_one_source_alone_says_is_told_on_request() {
    let mut editor = story(rich(), json!({ "singleSource": true, "inlayHints": { "accounts": "all" } }));
    let single: Vec<_> =
        hints(&mut editor, "herald.txt").into_iter().filter(|(_, label)| label == "1 source").collect();
    assert_eq!(single, [pair("him.", "1 source")]);
    let mut editor = story(rich(), json!({ "inlayHints": { "accounts": "all" } }));
    assert!(hints(&mut editor, "herald.txt").iter().all(|(_, label)| label != "1 source"));
}

#[test]
fn a_reprint_is_no_source_of_its_own() {
    let mut editor = story(rich(), Value::Null);
    editor.write("courier.txt", HERALD);
    assert_eq!(hints(&mut editor, "draft.md")[0], pair("people", "1 differs"));
}

#[test]
fn the_lens_counts_accounts_on_request() {
    let mut editor = story(rich(), json!({ "codeLens": { "accounts": "all" } }));
    let params = about(&editor, "draft.md");
    let lenses = editor.server.request_raw("textDocument/codeLens", params)["result"].clone();
    assert_eq!(lenses[0]["command"]["title"], "2 sources, 1 differs");
    assert_eq!(lenses[0]["range"], editor.range("draft.md", "14 people"));
    let mut editor = story(rich(), Value::Null);
    let params = about(&editor, "draft.md");
    assert_eq!(editor.server.request_raw("textDocument/codeLens", params)["result"], Value::Null);
}

/// The words of tokens, with their kinds and modifiers by number.
fn tokens(text: &str, data: &[Value]) -> Vec<(String, u64, u64)> {
    let (mut line, mut character) = (0, 0);
    let numbers: Vec<u64> = data.iter().map(|number| number.as_u64().expect("a number")).collect();
    let token = |token: &[u64]| {
        (line, character) = if token[0] > 0 { (line + token[0], token[1]) } else { (line, character + token[1]) };
        let units: Vec<u16> = text.lines().nth(line as usize).expect("there is such a line").encode_utf16().collect();
        let words = &units[character as usize..(character + token[2]) as usize];
        (String::from_utf16(words).expect("whole characters"), token[3], token[4])
    };
    numbers.chunks(5).map(token).collect()
}

#[test]
fn names_are_coloured_by_what_they_name() {
    let mut editor = story(rich(), Value::Null);
    let params = about(&editor, "draft.md");
    let all = editor.server.request_raw("textDocument/semanticTokens/full", params)["result"].clone();
    let found = tokens(DRAFT, all["data"].as_array().expect("tokens are numbers"));
    let token = |words: &str, modifiers| (words.to_owned(), 0, modifiers);
    assert_eq!(found, [token("Mayor Mara Ellison", 1), token("She", 4), token("The mayor", 2)]);
    let mut params = about(&editor, "draft.md");
    params["range"] = json!({ "start": { "line": 5, "character": 0 }, "end": { "line": 7, "character": 0 } });
    let part = editor.server.request_raw("textDocument/semanticTokens/range", params)["result"].clone();
    assert_eq!(tokens(DRAFT, part["data"].as_array().expect("numbers")), [token("The mayor", 2)]);
}

#[test]
fn only_tokens_that_changed_are_sent_again() {
    let mut editor = story(rich(), Value::Null);
    let params = about(&editor, "draft.md");
    let all = editor.server.request_raw("textDocument/semanticTokens/full", params)["result"].clone();
    editor.replace("draft.md", "She said", "Ellison said");
    let mut params = about(&editor, "draft.md");
    params["previousResultId"] = all["resultId"].clone();
    let delta = editor.server.request_raw("textDocument/semanticTokens/full/delta", params)["result"].clone();
    let mut data = all["data"].as_array().cloned().expect("numbers");
    let edits = delta["edits"].as_array().unwrap_or_else(|| panic!("{delta}"));
    assert!(edits.len() == 1 && edits[0]["deleteCount"].as_u64() < Some(data.len() as u64), "{delta}");
    for edit in edits {
        let start = edit["start"].as_u64().expect("a number") as usize;
        let end = start + edit["deleteCount"].as_u64().expect("a number") as usize;
        data.splice(start..end, edit["data"].as_array().cloned().unwrap_or_default());
    }
    let params = about(&editor, "draft.md");
    let now = editor.server.request_raw("textDocument/semanticTokens/full", params)["result"].clone();
    assert_eq!(json!(data), now["data"]);
    assert_eq!(delta["resultId"], now["resultId"]);
    let mut params = about(&editor, "draft.md");
    params["previousResultId"] = json!("unknown");
    let whole = editor.server.request_raw("textDocument/semanticTokens/full/delta", params)["result"].clone();
    assert_eq!(whole, now);
}

#[test]
fn what_follows_from_another_document_is_asked_for_again() {
    let options = rich().with("/workspace/inlayHint", json!({ "refreshSupport": true }));
    let mut editor = Editor::with(options);
    editor.server.count_refreshes();
    editor.open(STORY);
    assert_eq!(hints(&mut editor, "draft.md")[0], pair("people", "2 sources, 1 differs"));
    // What is opened leads to three at most.
    let mut seen = 0;
    for words in 1..6 {
        editor.write("post.txt", &format!("{}{POST}", "Rain fell. ".repeat(words)));
        seen = editor.server.refreshed(seen + 1);
    }
    editor.write("post.txt", "Nothing was said.\n");
    editor.server.refreshed(seen + 1);
    assert_eq!(hints(&mut editor, "draft.md")[0], pair("people", "2 sources"));
}

#[test]
fn nothing_is_offered_to_who_does_not_know_it() {
    let mut server = TestServer::uninitialized();
    let offered = server.initialize(Options::plain());
    for provider in ["inlayHintProvider", "semanticTokensProvider"] {
        assert_eq!(offered[provider], Value::Null, "{provider}");
    }
    let mut server = TestServer::uninitialized();
    let only_ranges = json!({ "requests": { "range": true }, "tokenTypes": [], "tokenModifiers": [], "formats": [] });
    let offered = server.initialize(Options::plain().with("/textDocument/semanticTokens", only_ranges));
    let tokens = &offered["semanticTokensProvider"];
    assert!(tokens["range"] == true && tokens.get("full").is_none(), "{tokens}");
    assert_eq!(tokens["legend"]["tokenTypes"], json!(["person", "organisation", "place", "entity"]));
}
