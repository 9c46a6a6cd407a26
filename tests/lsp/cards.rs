//! Cards about numbers, dates, quotations and claims; links to explanations; folding and selection.

use serde_json::{Value, json};

use crate::support::{
    editor::{Editor, able},
    options::Options,
    server::TestServer,
};

const DRAFT: &str = "---\ndraft: true\npublished: 2026-03-12\n---\n\n# The quay 😀\n\n\
    Mara Ellison said 14 people were hurt on Tuesday. The repair, she said, cost more than $2 million.\n\n\
    ## Plans\n\n“We will rebuild every house,” Ellison said.[^a]\n\n\
    “Nobody asked us,” she added.\n\n[^a]: herald.md\n    says more\n";
const HERALD: &str = "---\npublished: 2026-03-11\n---\n\nDov Haldane said 12 people were hurt on Tuesday.\n\n\
    “We will rebuild every house,” Mara Ellison said.\n";

fn story(options: Options) -> Editor {
    let mut editor = Editor::with(options);
    editor.open(&[("draft.md", DRAFT), ("herald.md", HERALD)]);
    editor
}

/// The card at words of the draft, without the places that links lead to.
fn card(editor: &mut Editor, words: &str) -> String {
    let card = editor.ask("textDocument/hover", "draft.md", words);
    card["contents"]["value"].as_str().unwrap_or_default().replace('\\', "")
}

#[test]
fn numbers_and_dates_are_put_in_plain_values() {
    let mut editor = story(able());
    let money = card(&mut editor, "$2 million");
    assert!(money.contains("more than $2 million: **> 2000000"), "{money}");
    let day = card(&mut editor, "Tuesday");
    assert!(day.starts_with("Tuesday: **2026-03-10**"), "{day}");
}

#[test]
fn a_claim_shows_both_passages_and_why() {
    let mut editor = story(able());
    let text = card(&mut editor, "14 people");
    let uri = editor.server.uri("herald.md");
    for part in [
        "14 people: **14 people**",
        "**Accounts differ (quantity)**",
        &format!("[herald.md:5](<{}#L5,18>) **“12 people”** — Dov Haldane, published 2026-03-11", uri.as_str()),
        "**“14 people”** — Mara Ellison, published 2026-03-12: *Mara Ellison said 14 people were hurt on Tuesday.*",
        "Why: ",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let plain = able().with("/textDocument/hover", json!({ "contentFormat": ["plaintext"] }));
    let text = card(&mut story(plain), "14 people");
    assert!(text.contains("herald.md:5 “12 people” — Dov Haldane") && !text.contains("**"), "{text}");
}

#[test]
fn a_quotation_says_whose_it_is_and_who_else_has_it() {
    let mut editor = story(able());
    let text = card(&mut editor, "rebuild");
    assert!(text.contains("Said by **Mara Ellison** — [draft.md:12]"), "{text}");
    assert!(text.contains("The same words in [herald.md:7]"), "{text}");
    let text = card(&mut editor, "asked");
    assert!(text.ends_with("No other article in this folder has these words."), "{text}");
}

#[test]
fn marks_lead_to_their_explanation() {
    let mut server = TestServer::process(&["lsp"]);
    server.initialize(Options::pulling().with("/textDocument/publishDiagnostics/codeDescriptionSupport", json!(true)));
    server.open("draft.md", DRAFT);
    server.open("herald.md", HERALD);
    let params = json!({ "textDocument": { "uri": server.uri("draft.md") } });
    let report = server.request_raw("textDocument/diagnostic", params)["result"].clone();
    let marks = report["items"].as_array().expect("a report has items");
    assert!(marks.iter().any(|mark| mark["code"] == "quantity"), "{report}");
    for mark in marks {
        let uri = mark["codeDescription"]["href"].as_str().unwrap_or_else(|| panic!("no link: {mark}"));
        let path = uri.parse::<tower_lsp::ls_types::Uri>().expect("a URI").to_file_path().expect("a file").into_owned();
        let page = std::fs::read_to_string(path).expect("the page is there");
        assert_eq!(Some(page), twosource::features::explain(mark["code"].as_str().unwrap_or_default()));
        // Its examples are no accounts of anything.
        let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "Mara Ellison left." });
        server.notify("textDocument/didOpen", json!({ "textDocument": document }));
        let at = json!({ "textDocument": { "uri": uri }, "position": { "line": 0, "character": 0 } });
        assert_eq!(server.request_raw("textDocument/hover", at)["result"], Value::Null);
    }
}

#[test]
fn sections_front_matter_and_notes_fold() {
    let lines = |options: Options| {
        let mut editor = story(options);
        let params = json!({ "textDocument": { "uri": editor.server.uri("draft.md") } });
        editor.server.request_raw("textDocument/foldingRange", params)["result"].clone()
    };
    let folded = lines(able().with("/textDocument/foldingRange", json!({ "lineFoldingOnly": true })));
    let fold = |from: u32, to: u32| json!({ "startLine": from, "endLine": to });
    assert_eq!(folded, json!([fold(0, 3), fold(5, 16), fold(9, 16), fold(15, 16)]));
    let folded = lines(able().with("/textDocument/foldingRange", json!({})));
    assert_eq!(folded[0], json!({ "startLine": 0, "endLine": 3, "endCharacter": 3 }));
}

#[test]
fn a_selection_grows_from_the_word_to_the_article() {
    let mut editor = story(able().with("/textDocument/selectionRange", json!({})));
    let position = editor.range("draft.md", "Mara")["start"].clone();
    let positions = json!([position, { "line": 0, "character": 0 }]);
    let params = json!({ "textDocument": { "uri": editor.server.uri("draft.md") }, "positions": positions });
    let answer = editor.server.request_raw("textDocument/selectionRange", params)["result"].clone();
    assert_eq!(answer.as_array().map(Vec::len), Some(2));
    let mut chain = Vec::new();
    let mut at = &answer[0];
    while at.is_object() {
        chain.push(at["range"].clone());
        at = &at["parent"];
    }
    let sentence = "Mara Ellison said 14 people were hurt on Tuesday.";
    let paragraph =
        "Mara Ellison said 14 people were hurt on Tuesday. The repair, she said, cost more than $2 million.";
    let expected = ["Mara", "Mara Ellison", sentence, paragraph, DRAFT].map(|words| editor.range("draft.md", words));
    let mut found = chain.iter();
    for range in &expected {
        assert!(found.any(|other| other == range), "{range}: {chain:#?}");
    }
}
