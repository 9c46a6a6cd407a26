//! From `initialize` to `exit`, and what is said out of turn.

use serde_json::{Value, json};
use twosource::lsp::Ending;

use crate::support::{options::Options, server::TestServer};

const HOVER: &str = "textDocument/hover";

fn hover(server: &TestServer) -> Value {
    json!(server.at("a.md", 0, 0))
}

#[test]
fn a_session_on_real_pipes() {
    for arguments in [&["lsp"][..], &["--stdio"], &["lsp", "--stdio"]] {
        let mut server = TestServer::process(arguments);
        server.initialize(Options::plain());
        server.open("a.md", "Nothing happened.");
        assert_eq!(server.published("a.md", 1), []);
    }
}

#[test]
fn exit_without_shutdown_is_a_failure() {
    assert_eq!(TestServer::start(Options::plain()).exit(), Ending::Abrupt);
    let mut server = TestServer::process(&["lsp"]);
    server.initialize(Options::plain());
    assert_eq!(server.exit(), Ending::Abrupt);
}

#[test]
fn a_closed_pipe_ends_the_server() {
    assert_eq!(TestServer::start(Options::plain()).hang_up(), Ending::Abrupt);
    assert_eq!(TestServer::process(&["lsp"]).hang_up(), Ending::Abrupt);
}

#[test]
fn nothing_is_answered_before_initialize_but_that() {
    let mut server = TestServer::uninitialized();
    let params = hover(&server);
    assert_eq!(server.request_raw(HOVER, params)["error"]["code"], -32002);
    server.open("a.md", "Opened too early.");
    server.initialize(Options::pulling());
    let symbols = json!({ "textDocument": { "uri": server.uri("a.md") } });
    assert_eq!(server.request_raw("textDocument/documentSymbol", symbols)["result"], Value::Null);
}

#[test]
fn initialize_is_for_once() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", "Nothing happened.");
    let again = server.request_raw("initialize", json!({ "capabilities": {} }));
    assert_eq!(again["error"]["code"], -32600);
    server.notify("initialized", json!({}));
    let symbols = json!({ "textDocument": { "uri": server.uri("a.md") } });
    assert_ne!(server.request_raw("textDocument/documentSymbol", symbols)["result"], Value::Null);
}

#[test]
fn nothing_is_answered_after_shutdown() {
    let mut server = TestServer::start(Options::pulling());
    server.request_raw("shutdown", Value::Null);
    let params = hover(&server);
    assert_eq!(server.request_raw(HOVER, params)["error"]["code"], -32600);
    assert_eq!(server.exit(), Ending::Orderly);
}

#[test]
fn unknown_methods_are_refused_and_optional_ones_ignored() {
    let mut server = TestServer::start(Options::pulling());
    assert_eq!(server.request_raw("news/print", json!({}))["error"]["code"], -32601);
    assert_eq!(server.request_raw("textDocument/moniker", hover(&server))["error"]["code"], -32601);
    server.notify("$/setTrace", json!({ "value": "verbose" }));
    server.notify("news/printed", json!([]));
}

#[test]
fn malformed_params_are_refused_or_passed_over() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", "Nothing happened.");
    for params in [json!({}), json!(7), json!({ "textDocument": { "uri": "no uri" } }), Value::Null] {
        assert_eq!(server.request_raw(HOVER, params.clone())["error"]["code"], -32602, "{params}");
        for method in ["didOpen", "didChange", "didSave", "didClose"] {
            server.notify(&format!("textDocument/{method}"), params.clone());
        }
        for method in ["didChangeWatchedFiles", "didChangeWorkspaceFolders", "didChangeConfiguration"] {
            server.notify(&format!("workspace/{method}"), params.clone());
        }
    }
    assert_eq!(server.request_raw("textDocument/didOpen", json!({}))["error"]["code"], -32600);
    assert!(server.request_raw(HOVER, hover(&server)).get("result").is_some());
}

#[test]
fn malformed_messages_are_answered_and_serving_goes_on() {
    let mut server = TestServer::start(Options::pulling());
    let cases: [(&[u8], i64); 5] = [
        (b"{\"jsonrpc", -32700),
        (b"\"\xFF\xFE\"", -32700),
        (b"[]", -32600),
        (b"{\"jsonrpc\":\"2.0\",\"method\":7}", -32600),
        (b"{\"jsonrpc\":\"1.0\",\"method\":\"shutdown\"}", -32600),
    ];
    for (body, code) in cases {
        server.send_body(body);
        assert_eq!(server.answer_to_garbage()["code"], code, "{}", String::from_utf8_lossy(body));
    }
    server.send_bytes(b"garbage\r\n\r\n");
    server.send_bytes(b"content-length: many\r\n\r\n");
    assert!(server.request_raw(HOVER, hover(&server)).get("result").is_some());
}

#[test]
fn the_first_encoding_that_is_known_is_taken() {
    let cases = [
        (json!(["utf-7", "utf-32", "utf-8"]), "utf-32"),
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-16"]), "utf-16"),
    ];
    for (offered, taken) in cases {
        let mut server = TestServer::uninitialized();
        let options = Options::plain().with("/general/positionEncodings", offered);
        assert_eq!(server.initialize(options)["positionEncoding"], taken);
    }
    assert_eq!(TestServer::uninitialized().initialize(Options::plain())["positionEncoding"], "utf-16");
}

#[cfg(unix)]
#[test]
fn the_server_follows_its_client_into_death() {
    let mut client = std::process::Command::new("true").spawn().expect("there is a `true`");
    client.wait().expect("it ends");
    let mut server = TestServer::process(&["lsp"]);
    let params = json!({ "processId": client.id(), "rootUri": null, "capabilities": {} });
    server.request_raw("initialize", params);
    assert_eq!(server.ending(), Ending::Abrupt);
}
