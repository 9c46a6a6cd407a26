//! Answers as clients of different abilities get them.

use serde_json::{Value, json};

use crate::support::{fixture::Fixture, options::Options, server::TestServer};

const STORY: &str = "
//- a.md
# Ferry aground

Captain Ada Brandt 😀 spoke. $0Brandt said 12 people were injured on Tuesday.
//- b.txt
Ada Brandt was not hurt.
";

/// The answer for the cursor of the story.
fn answer(options: Options, method: &str) -> (TestServer, Value) {
    let fixture = Fixture::parse(STORY);
    let mut server = TestServer::start(options);
    server.open_all(&fixture);
    let mut params = json!(server.at_cursor(&fixture));
    params["context"] = json!({ "includeDeclaration": true });
    let answer = server.request_raw(&format!("textDocument/{method}"), params);
    (server, answer["result"].clone())
}

/// A pulling client that declares only these capabilities of documents.
fn able_to(capabilities: Value) -> Options {
    let encodings = json!(["utf-8"]);
    Options::pulling().with("/textDocument", capabilities).with("/general/positionEncodings", encodings)
}

fn range(line: u32, from: u32, to: u32) -> Value {
    json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } })
}

#[test]
fn hover_is_in_the_form_that_the_client_reads() {
    let (server, card) = answer(Options::pulling(), "hover");
    let text = card["contents"]["value"].as_str().expect("a card is text");
    assert_eq!(card["range"], range(2, 31, 37));
    assert!(text.contains("**Ada Brandt**"), "{text}");
    assert!(text.contains(&format!("(<{}#L1,1>)", server.uri("b.txt").as_str())), "{text}");
    let plain = able_to(
        json!({ "diagnostic": { "relatedDocumentSupport": true }, "hover": { "contentFormat": ["plaintext"] } }),
    );
    let (_server, card) = answer(plain, "hover");
    let text = card["contents"]["value"].as_str().expect("a card is text");
    assert!(text.contains("Ada Brandt") && !text.contains("**"), "{text}");
}

#[test]
fn definitions_are_here_first_and_then_elsewhere() {
    let (server, links) = answer(Options::pulling(), "definition");
    let link = |uri: &str, target: Value| {
        json!({
            "originSelectionRange": range(2, 31, 37),
            "targetUri": uri,
            "targetRange": target,
            "targetSelectionRange": target,
        })
    };
    let (a, b) = (server.uri("a.md"), server.uri("b.txt"));
    assert_eq!(links, json!([link(a.as_str(), range(2, 0, 18)), link(b.as_str(), range(0, 0, 10))]));
    let (server, places) = answer(able_to(json!({ "diagnostic": { "relatedDocumentSupport": true } })), "definition");
    let (a, b) = (server.uri("a.md"), server.uri("b.txt"));
    assert_eq!(places, json!([{ "uri": a, "range": range(2, 0, 18) }, { "uri": b, "range": range(0, 0, 10) }]));
}

#[test]
fn references_and_highlights_are_all_mentions() {
    let (server, places) = answer(Options::pulling(), "references");
    let uris: Vec<_> = places.as_array().into_iter().flatten().map(|place| place["uri"].clone()).collect();
    assert_eq!(uris, [server.uri("a.md"), server.uri("a.md"), server.uri("b.txt")].map(|uri| json!(uri)));
    let (_server, highlights) = answer(Options::pulling(), "documentHighlight");
    assert_eq!(highlights, json!([{ "range": range(2, 0, 18), "kind": 3 }, { "range": range(2, 31, 37), "kind": 2 }]));
}

#[test]
fn symbols_are_a_tree_or_a_list() {
    let (_server, tree) = answer(Options::pulling(), "documentSymbol");
    assert_eq!(tree[0]["name"], "Ferry aground");
    assert!(tree[0]["children"].as_array().is_some_and(|children| !children.is_empty()), "{tree}");
    let (_server, list) =
        answer(able_to(json!({ "diagnostic": { "relatedDocumentSupport": true } })), "documentSymbol");
    let inner = list.as_array().into_iter().flatten().filter(|symbol| symbol["containerName"] == "Ferry aground");
    assert!(inner.count() > 0, "{list}");
}

#[test]
fn people_are_found_in_the_whole_workspace() {
    let (mut server, _) = answer(Options::pulling(), "hover");
    let found = server.request_raw("workspace/symbol", json!({ "query": "brandt" }));
    assert_eq!(found["result"][0]["name"], "Ada Brandt");
    assert_eq!(server.request_raw("workspace/symbol", json!({ "query": "nobody" }))["result"], json!([]));
}

#[test]
fn every_encoding_counts_in_its_own_units() {
    let text = "Captain Ada Brandt 😀 é spoke. Brandt left.\n";
    for (encoding, from) in [("utf-8", 34), ("utf-16", 31), ("utf-32", 30)] {
        let options = Options::pulling().with("/general/positionEncodings", json!([encoding]));
        let mut server = TestServer::start(options);
        server.open("a.txt", text);
        let at = json!(server.at("a.txt", 0, from));
        let card = server.request_raw("textDocument/hover", at);
        assert_eq!(card["result"]["range"], range(0, from, from + 6), "{encoding}");
    }
}
