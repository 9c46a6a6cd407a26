//! Diagnostics, pushed and pulled.

use serde_json::{Value, json};
use tower_lsp::ls_types::{DiagnosticSeverity, NumberOrString};

use crate::support::{options::Options, server::TestServer};

const TWELVE: &str = "Captain Ada Brandt said 12 people were injured on Tuesday.\n";
const FOURTEEN: &str = "Captain Ada Brandt said 14 people were injured on Tuesday.\n";

fn pull(server: &mut TestServer, name: &str, previous: Option<&Value>) -> Value {
    let mut params = json!({ "textDocument": { "uri": server.uri(name) } });
    if let Some(previous) = previous {
        params["previousResultId"] = previous.clone();
    }
    server.request_raw("textDocument/diagnostic", params)["result"].clone()
}

#[test]
fn a_difference_is_marked_in_both_articles() {
    let related = "/textDocument/publishDiagnostics/relatedInformation";
    let mut server = TestServer::start(Options::plain().with(related, json!(true)));
    server.open("a.md", TWELVE);
    server.open("b.txt", FOURTEEN);
    for (here, there) in [("a.md", "b.txt"), ("b.txt", "a.md")] {
        let marked = server.marked(here, 1).remove(0);
        assert_eq!(marked.code, Some(NumberOrString::String("quantity".into())));
        assert_eq!(marked.source.as_deref(), Some("twosource"));
        assert_eq!(marked.severity, Some(DiagnosticSeverity::WARNING));
        assert_eq!((marked.range.start.character, marked.range.end.character), (24, 33));
        let related = marked.related_information.expect("the client declared it");
        assert_eq!(related[0].location.uri, server.uri(there));
        assert_eq!(related[0].location.range, marked.range);
    }
}

#[test]
fn an_edit_changes_what_is_marked_in_the_other_article() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.md", TWELVE);
    server.open("b.txt", FOURTEEN);
    assert_eq!(server.marked("a.md", 1)[0].related_information, None);
    server.marked("b.txt", 1);
    server.edit("b.txt", 2, [0, 24, 0, 26], "12");
    assert_eq!(server.published("b.txt", 2), []);
    assert_eq!(server.published("a.md", 1), []);
    server.edit("b.txt", 3, [0, 24, 0, 26], "13");
    server.marked("b.txt", 1);
    server.marked("a.md", 1);
    // It is nowhere but in the editor.
    server.close("b.txt");
    server.marked("b.txt", 0);
    server.marked("a.md", 0);
}

#[test]
fn every_version_is_published_in_order_and_the_last_one_always() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.md", TWELVE);
    server.published("a.md", 1);
    for version in 2..200 {
        server.edit("a.md", version, [0, 0, 0, 0], "A");
    }
    server.published("a.md", 199);
}

#[test]
fn the_other_account_may_be_on_the_disk_and_change_there() {
    let mut server = TestServer::start_with(Options::plain().in_folder(), &[("b.txt", FOURTEEN.as_bytes())]);
    server.open("a.md", TWELVE);
    server.marked("a.md", 1);
    server.write("b.txt", TWELVE.as_bytes());
    let change = json!({ "changes": [{ "uri": server.uri("b.txt"), "type": 2 }] });
    server.notify("workspace/didChangeWatchedFiles", change);
    server.marked("a.md", 0);
}

#[test]
fn differences_are_as_loud_as_the_settings_say() {
    let options = json!({ "diagnostics": { "differs": "hint" } });
    let mut server = TestServer::start(Options { initialization_options: options, ..Options::plain() });
    server.open("a.md", TWELVE);
    server.open("b.txt", FOURTEEN);
    assert_eq!(server.marked("a.md", 1)[0].severity, Some(DiagnosticSeverity::HINT));
    server.marked("b.txt", 1);
    let off = json!({ "settings": { "twosource": { "diagnostics": { "differs": "off" } } } });
    server.notify("workspace/didChangeConfiguration", off);
    server.marked("a.md", 0);
    server.marked("b.txt", 0);
}

#[test]
fn what_is_as_before_is_not_sent_again() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", TWELVE);
    let first = pull(&mut server, "a.md", None);
    assert_eq!(first["kind"], "full");
    let again = pull(&mut server, "a.md", Some(&first["resultId"]));
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    let params = json!({ "previousResultIds": [{ "uri": server.uri("a.md"), "value": first["resultId"] }] });
    let all = server.request_raw("workspace/diagnostic", params);
    assert_eq!(all["result"]["items"][0]["kind"], "unchanged");
    assert_eq!(all["result"]["items"][0]["version"], 1);
    server.open("b.txt", FOURTEEN);
    let changed = pull(&mut server, "a.md", Some(&first["resultId"]));
    assert_eq!(changed["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn other_open_articles_of_the_story_come_along() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", TWELVE);
    server.open("b.txt", FOURTEEN);
    server.open("elsewhere/c.md", FOURTEEN);
    let report = pull(&mut server, "a.md", None);
    let related = report["relatedDocuments"].as_object().expect("the client takes them");
    let (uri, report) = related.iter().next().expect("one comes along");
    assert_eq!((related.len(), uri.as_str()), (1, server.uri("b.txt").as_str()));
    assert_eq!(report["items"][0]["code"], "quantity");
}

/// A server that has read its folder, of a client that pulls, does not take related documents, and can be told to ask
/// again.
fn refreshing() -> TestServer {
    let options = Options::pulling()
        .with("/textDocument/diagnostic", json!({}))
        .with("/workspace/diagnostics/refreshSupport", json!(true))
        .with("/window/workDoneProgress", json!(true));
    let mut server = TestServer::start(options);
    server.receive_request("window/workDoneProgress/create", Value::Null);
    server.receive("$/progress");
    server.receive("$/progress");
    server
}

#[test]
fn a_client_that_pulls_is_told_when_another_document_is_to_be_pulled() {
    let mut server = refreshing();
    let refresh = "workspace/diagnostic/refresh";
    server.open("a.md", TWELVE);
    server.edit("a.md", 2, [0, 0, 0, 0], "");
    pull(&mut server, "a.md", None);
    server.open("b.txt", FOURTEEN);
    server.receive_request(refresh, Value::Null);
    let report = pull(&mut server, "a.md", None);
    assert_eq!(report["items"].as_array().map(Vec::len), Some(1));
    assert_eq!(report.get("relatedDocuments"), None);
    server.edit("b.txt", 2, [0, 24, 0, 26], "12");
    server.receive_request(refresh, Value::Null);
    assert_eq!(pull(&mut server, "a.md", None)["items"], json!([]));
}

#[test]
fn it_is_told_when_it_asked_in_between() {
    let mut server = refreshing();
    let refresh = "workspace/diagnostic/refresh";
    let marks = |server: &mut TestServer| pull(server, "a.md", None)["items"].as_array().map(Vec::len);
    server.open("a.md", TWELVE);
    server.open("b.txt", FOURTEEN);
    // While the server waits for the answer, what it said last is so no more, and then again.
    let unanswered = server.hold_request(refresh);
    server.edit("b.txt", 2, [0, 24, 0, 26], "12");
    assert_eq!(marks(&mut server), Some(0));
    server.edit("b.txt", 3, [0, 24, 0, 26], "14");
    server.reply(&unanswered, Value::Null);
    server.receive_request(refresh, Value::Null);
    assert_eq!(marks(&mut server), Some(1));
}

#[test]
fn it_is_told_however_fast_the_documents_come() {
    let mut server = refreshing();
    server.count_refreshes();
    server.open("a.md", TWELVE);
    let params = json!({ "textDocument": { "uri": server.uri("a.md") } });
    let early = server.ask("textDocument/diagnostic", params);
    server.open("b.txt", FOURTEEN);
    assert_eq!(server.answer(early)["result"]["items"], json!([]));
    server.refreshed(1);
    assert_eq!(pull(&mut server, "a.md", None)["items"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_client_that_pulls_and_cannot_be_told_to_is_sent_diagnostics() {
    let options = Options::pulling().with("/textDocument/diagnostic", json!({ "dynamicRegistration": false }));
    let mut server = TestServer::uninitialized();
    assert_eq!(server.initialize(options).get("diagnosticProvider"), None);
    server.open("a.md", TWELVE);
    server.open("b.txt", FOURTEEN);
    server.marked("a.md", 1);
    server.marked("b.txt", 1);
}
