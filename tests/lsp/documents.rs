//! Documents that are opened, edited, closed: whatever an editor may do to them.

use serde_json::{Value, json};
use tower_lsp::ls_types::{HoverParams, request::HoverRequest};

use crate::support::{fixture::Fixture, options::Options, server::TestServer};

#[test]
fn every_request_is_answered_at_any_place_of_any_story() {
    let fixtures = [
        "//- a.md\n$0",
        "//- a.md\n$0# Ferry aground\n\nCaptain Ada Brandt said 12 people were aboard.\n//- b.txt\n",
        "//- a.md\nHer name is Ada B$0randt.\r\nShe is the captain.\n//- b.md\nCaptain Ada Brandt 😀 was not hurt.",
        "//- a.txt\n“We were lucky”, said Brandt, 51.$0",
        "//- a.md\nAda Brandt sailed.[^a]\n//- story.toml\n[entity.brandt]\nname = \"Ada $0Brandt\"\n",
        "//- story.toml\n$0[entity.brandt",
    ];
    for source in fixtures {
        let fixture = Fixture::parse(source);
        let mut server = TestServer::start(Options::pulling());
        server.open_all(&fixture);
        let at = json!(server.at_cursor(&fixture));
        let methods = [
            "hover",
            "definition",
            "declaration",
            "references",
            "documentHighlight",
            "documentSymbol",
            "diagnostic",
            "completion",
            "codeAction",
            "codeLens",
            "documentLink",
            "prepareRename",
            "foldingRange",
            "inlayHint",
        ];
        for method in methods {
            let mut params = at.clone();
            params["context"] = match method {
                "completion" => json!({ "triggerKind": 1 }),
                "codeAction" => json!({ "diagnostics": [] }),
                _ => json!({ "includeDeclaration": true }),
            };
            params["range"] = json!({ "start": at["position"], "end": at["position"] });
            let answer = server.request_raw(&format!("textDocument/{method}"), params);
            // Why a name cannot be changed is told as an error.
            let refused = method == "prepareRename" && answer["error"]["code"] == -32803;
            assert!(answer.get("result").is_some() || refused, "{method}: {answer}");
        }
        let found = server.request_raw("workspace/symbol", json!({ "query": "ada" }));
        assert!(found["result"].is_array());
    }
}

#[test]
fn a_plain_client_gets_plain_answers() {
    let fixture =
        Fixture::parse("//- a.md\n# Ferry aground\n\nAda Br$0andt was aboard.\n//- b.txt\nAda Brandt was not.\n");
    let mut server = TestServer::start(Options::plain());
    server.open_all(&fixture);
    let at = json!(server.at_cursor(&fixture));
    for method in ["hover", "definition", "documentSymbol"] {
        let answer = server.request_raw(&format!("textDocument/{method}"), at.clone());
        assert!(answer.get("result").is_some(), "{method}: {answer}");
    }
    server.published("a.md", 1);
    server.published("b.txt", 1);
}

#[test]
fn documents_that_nobody_opened_have_no_answers() {
    let mut server = TestServer::start(Options::pulling());
    let at = server.at("nowhere.md", 3, 4);
    let uri = at.text_document.clone();
    assert_eq!(server.request_raw("textDocument/hover", json!(at))["result"], Value::Null);
    assert_eq!(
        server.request_raw("textDocument/documentSymbol", json!({ "textDocument": uri }))["result"],
        Value::Null
    );
    server.edit("nowhere.md", 2, [0, 0, 0, 0], "Hello");
    server.close("nowhere.md");
}

#[test]
fn edits_out_of_range_are_applied_where_the_text_ends() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.md", "one\ntwo");
    server.edit("a.md", 2, [7, 7, 9, 9], "\nthree");
    server.edit("a.md", 3, [0, 99, 0, 99], "!");
    server.edit("a.md", 4, [u32::MAX, u32::MAX, 0, 0], "");
    server.edit("a.md", 5, [0, 0, 0, 0], "# Begun again\n");
    server.published("a.md", 5);
}

#[test]
fn an_empty_document_is_one() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.md", "");
    assert_eq!(server.published("a.md", 1), []);
    server.change("a.md", 2, json!([]));
    assert_eq!(server.published("a.md", 2), []);
}

#[test]
fn documents_without_a_file_work_alone() {
    let mut server = TestServer::start(Options::pulling());
    for uri in ["untitled:Untitled-1", "zipfile:///a.zip::b.md", "file://host/share/c.md", "vscode-vfs://github/d.md"] {
        let document =
            json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "# Draft\n\nAda Brandt left.\n" });
        server.notify("textDocument/didOpen", json!({ "textDocument": document }));
        let at = json!({ "textDocument": { "uri": uri }, "position": { "line": 2, "character": 1 } });
        assert!(server.request_raw("textDocument/hover", at).get("result").is_some(), "{uri}");
    }
    let all = server.request_raw("workspace/diagnostic", json!({ "previousResultIds": [] }));
    assert_eq!(all["result"]["items"].as_array().map(Vec::len), Some(4));
}

#[test]
fn a_story_file_is_no_article() {
    let mut server = TestServer::start(Options::pulling());
    server.open("story.toml", "[source.herald]\n");
    server.edit("story.toml", 2, [0, 0, 0, 0], "# ");
    let symbols = server.request_raw("textDocument/documentSymbol", json!(server.at("story.toml", 0, 0)));
    assert_eq!(symbols["result"], Value::Null);
    server.close("story.toml");
}

#[cfg(unix)]
#[test]
fn a_file_under_two_names_keeps_both_buffers() {
    let mut server = TestServer::start_with(Options::plain(), &[("a.md", b"# On the disk\n")]);
    std::os::unix::fs::symlink(server.path("a.md"), server.path("b.md")).expect("linked");
    server.open("a.md", "# First\n");
    server.open("b.md", "# Second\n");
    server.edit("b.md", 2, [0, 0, 0, 0], "#");
    server.edit("a.md", 2, [0, 0, 0, 0], "#");
    server.published("a.md", 2);
    server.published("b.md", 2);
    server.close("a.md");
    server.edit("b.md", 3, [0, 0, 0, 0], "#");
    server.published("b.md", 3);
}

#[test]
fn a_huge_document_is_refused_once_and_edited_on() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.md", &"All work and no play. ".repeat(1_000_000));
    let said = server.receive("window/showMessage");
    assert!(said["message"].as_str().is_some_and(|text| text.contains("larger than")), "{said}");
    server.receive("window/logMessage");
    for version in 2..50 {
        server.edit("a.md", version, [0, 0, 0, 4], "");
    }
    let at = server.at("a.md", 0, 0);
    let hover = HoverParams { text_document_position_params: at, work_done_progress_params: Default::default() };
    assert_eq!(server.request::<HoverRequest>(hover), None);
    assert_eq!(server.published("a.md", 49), []);
    server.replace("a.md", 50, "# Short again\n");
    server.published("a.md", 50);
    let symbols = json!(server.at("a.md", 0, 0));
    assert_ne!(server.request_raw("textDocument/documentSymbol", symbols)["result"], Value::Null);
}

#[test]
fn a_closed_document_is_forgotten() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", "# Ferry aground\n");
    let uri = server.at("a.md", 0, 0).text_document;
    let symbols =
        |server: &mut TestServer| server.request_raw("textDocument/documentSymbol", json!({ "textDocument": uri }));
    assert_ne!(symbols(&mut server)["result"], Value::Null);
    server.close("a.md");
    assert_eq!(symbols(&mut server)["result"], Value::Null);
    server.open("a.md", "# Afloat\n");
    assert_ne!(symbols(&mut server)["result"], Value::Null);
}

#[test]
fn every_request_of_a_storm_gets_one_answer() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", "Captain Ada Brandt said 12 people were aboard.\n");
    let mut asked = Vec::new();
    for version in 2..300 {
        server.edit("a.md", version, [0, 0, 0, 1], "C");
        let at = json!(server.at("a.md", 0, 10));
        let id = server.ask("textDocument/hover", at);
        if version % 2 == 0 {
            server.notify("$/cancelRequest", json!({ "id": id }));
        }
        asked.push(id);
    }
    for id in asked {
        let answer = server.answer(id);
        let code = answer["error"]["code"].as_i64();
        assert!(matches!(code, None | Some(-32800 | -32801)), "{answer}");
    }
    let at = server.at("a.md", 0, 10);
    server.request_raw("textDocument/hover", json!(at)).get("result").expect("the last word is not stale");
}

#[test]
fn uris_that_are_not_encoded_are_understood() {
    let mut server = TestServer::start(Options::pulling());
    let uri = format!("{}/née [2].md", server.uri("").as_str().trim_end_matches('/'));
    let document = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": "# Draft\n" });
    server.notify("textDocument/didOpen", json!({ "textDocument": document }));
    let symbols = json!({ "textDocument": { "uri": uri } });
    assert_ne!(server.request_raw("textDocument/documentSymbol", symbols)["result"], Value::Null);
    let same = server.at("née [2].md", 0, 0);
    assert_ne!(server.request_raw("textDocument/documentSymbol", json!(same))["result"], Value::Null);
}
