//! The checker itself: it is quiet about what is right and finds what is wrong.

use serde_json::{Value, json};

use crate::support::protocol::Checker;

/// What the checker says about a message of the server after these of the client.
fn faults(capabilities: Value, asked: Option<&str>, message: Value) -> Vec<String> {
    let mut checker = Checker::default();
    let params = json!({ "capabilities": capabilities });
    checker.client_says(&json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": params }));
    if let Some(method) = asked {
        checker.client_says(&json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": {} }));
    }
    checker.server_says(&message)
}

fn answer(result: Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": 1, "result": result })
}

fn range() -> Value {
    json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 4 } })
}

fn publish(diagnostic: Value) -> Value {
    let params = json!({ "uri": "file:///a.md", "diagnostics": [diagnostic] });
    json!({ "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params })
}

/// Messages that are right, with the client's capabilities and what it asked.
fn sound() -> Vec<(Value, Option<&'static str>, Value)> {
    let hover = json!({ "contents": { "kind": "plaintext", "value": "Ada Brandt" }, "range": range() });
    let push = json!({ "textDocument": { "publishDiagnostics": {} } });
    vec![
        (json!({}), Some("textDocument/hover"), answer(hover)),
        (json!({}), Some("textDocument/hover"), answer(Value::Null)),
        (push, None, publish(json!({ "range": range(), "message": "Accounts differ.", "severity": 2 }))),
        (
            json!({}),
            Some("textDocument/hover"),
            json!({ "jsonrpc": "2.0", "id": 1, "error": { "code": -32801, "message": "" } }),
        ),
    ]
}

#[test]
fn sound_messages_pass() {
    for (capabilities, asked, message) in sound() {
        assert_eq!(faults(capabilities, asked, message), [""; 0]);
    }
}

#[test]
fn every_seeded_fault_is_found() {
    let hover = |contents: Value| (json!({}), Some("textDocument/hover"), answer(json!({ "contents": contents })));
    let nested = json!([{ "name": "a", "kind": 5, "range": range(), "selectionRange": range() }]);
    let link = json!([{ "targetUri": "file:///a.md", "targetRange": range(), "targetSelectionRange": range() }]);
    let push = || json!({ "textDocument": { "publishDiagnostics": {} } });
    let sound = json!({ "range": range(), "message": "" });
    let with = |name: &str, value: Value| {
        let mut diagnostic = sound.clone();
        diagnostic[name] = value;
        (push(), None, publish(diagnostic))
    };
    let register = |method: &str| {
        let params = json!({ "registrations": [{ "id": "1", "method": method }] });
        let client = json!({ "workspace": { "didChangeConfiguration": {} }, "client": { "registerCapability": true } });
        (client, None, json!({ "jsonrpc": "2.0", "id": 9, "method": "client/registerCapability", "params": params }))
    };
    let cases = [
        ("another version", (json!({}), Some("shutdown"), json!({ "jsonrpc": "1.0", "id": 1, "result": null }))),
        ("unknown answer", (json!({}), None, answer(Value::Null))),
        (
            "both result and error",
            (
                json!({}),
                Some("shutdown"),
                json!({ "jsonrpc": "2.0", "id": 1, "result": null, "error": { "code": 1, "message": "" } }),
            ),
        ),
        ("neither", (json!({}), Some("shutdown"), json!({ "jsonrpc": "2.0", "id": 1 }))),
        (
            "error without message",
            (json!({}), Some("shutdown"), json!({ "jsonrpc": "2.0", "id": 1, "error": { "code": 1 } })),
        ),
        ("markdown to a client of plain text", hover(json!({ "kind": "markdown", "value": "" }))),
        ("unknown kind of markup", hover(json!({ "kind": "html", "value": "" }))),
        ("unknown member", hover(json!({ "kind": "plaintext", "value": "", "language": "en" }))),
        ("missing member", hover(json!({ "kind": "plaintext" }))),
        ("null for absent", (json!({}), Some("textDocument/hover"), answer(json!({ "contents": "", "range": null })))),
        ("a tree for a client of lists", (json!({}), Some("textDocument/documentSymbol"), answer(nested))),
        ("links for a client of places", (json!({}), Some("textDocument/definition"), answer(link))),
        ("open enumeration value", with("severity", json!(9))),
        ("undeclared related information", with("relatedInformation", json!([]))),
        ("undeclared code description", with("codeDescription", json!({ "href": "https://example.org" }))),
        (
            "negative number",
            with("range", json!({ "start": { "line": -1, "character": 0 }, "end": { "line": 0, "character": 0 } })),
        ),
        (
            "a path for a URI",
            (
                push(),
                None,
                json!({ "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": { "uri": "/a b.md", "diagnostics": [] } }),
            ),
        ),
        (
            "wrong direction",
            (json!({}), None, json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {} })),
        ),
        ("unknown method", (json!({}), None, json!({ "jsonrpc": "2.0", "method": "news/print" }))),
        (
            "undeclared request",
            (
                json!({}),
                None,
                json!({ "jsonrpc": "2.0", "id": 3, "method": "workspace/configuration", "params": { "items": [] } }),
            ),
        ),
        (
            "params where there are none",
            (
                json!({ "workspace": { "diagnostics": { "refreshSupport": true } } }),
                None,
                json!({ "jsonrpc": "2.0", "id": 3, "method": "workspace/diagnostic/refresh", "params": null }),
            ),
        ),
        (
            "an action for a client of commands",
            (json!({}), Some("textDocument/codeAction"), answer(json!([{ "title": "a", "edit": { "changes": {} } }]))),
        ),
        (
            "an action that does nothing",
            (
                json!({ "textDocument": { "codeAction": { "codeActionLiteralSupport": {} } } }),
                Some("textDocument/codeAction"),
                answer(json!([{ "title": "a" }])),
            ),
        ),
        (
            "document changes for a client of plain ones",
            (
                json!({ "workspace": { "applyEdit": true } }),
                None,
                json!({
                    "jsonrpc": "2.0", "id": 3, "method": "workspace/applyEdit",
                    "params": { "edit": { "documentChanges": [] } },
                }),
            ),
        ),
        (
            "a file made for a client that makes none",
            (
                json!({ "workspace": { "applyEdit": true, "workspaceEdit": { "documentChanges": true } } }),
                None,
                json!({
                    "jsonrpc": "2.0", "id": 3, "method": "workspace/applyEdit",
                    "params": { "edit": { "documentChanges": [{ "kind": "create", "uri": "file:///a" }] } },
                }),
            ),
        ),
        ("registers the undeclared", register("workspace/didChangeConfiguration")),
    ];
    for (name, (capabilities, asked, message)) in cases {
        assert_ne!(faults(capabilities, asked, message), [""; 0], "{name}");
    }
}

#[test]
fn an_older_version_after_a_newer_one_is_found() {
    let mut checker = Checker::default();
    let capabilities = json!({ "textDocument": { "publishDiagnostics": {} } });
    checker.client_says(&json!({ "id": 0, "method": "initialize", "params": { "capabilities": capabilities } }));
    let mut publish = |version: i32| {
        let params = json!({ "uri": "file:///a.md", "version": version, "diagnostics": [] });
        checker.server_says(&json!({ "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": params }))
    };
    assert_eq!(publish(2), [""; 0]);
    assert_eq!(publish(2), [""; 0]);
    assert_ne!(publish(1), [""; 0]);
}

#[test]
fn diagnostics_for_one_who_was_told_to_ask_are_found() {
    let capabilities = json!({ "textDocument": { "publishDiagnostics": {}, "diagnostic": {} } });
    for (offer, faults) in [(json!({}), 0), (json!({ "diagnosticProvider": {} }), 1)] {
        let mut checker = Checker::default();
        checker.client_says(&json!({ "id": 1, "method": "initialize", "params": { "capabilities": capabilities } }));
        checker.server_says(&answer(json!({ "capabilities": offer })));
        assert_eq!(checker.server_says(&publish(json!({ "range": range(), "message": "" }))).len(), faults);
    }
}

#[test]
fn a_forgotten_request_is_found() {
    let mut checker = Checker::default();
    checker.client_says(&json!({ "id": 0, "method": "initialize", "params": { "capabilities": {} } }));
    assert_eq!(checker.unanswered(), ["initialize"]);
}
