//! Diagnostics, pushed and pulled.

use serde_json::{Value, json};

use crate::support::{options::Options, server::TestServer};

fn pull(server: &mut TestServer, name: &str, previous: Option<&Value>) -> Value {
    let mut params = json!({ "textDocument": { "uri": server.uri(name) } });
    if let Some(previous) = previous {
        params["previousResultId"] = previous.clone();
    }
    server.request_raw("textDocument/diagnostic", params)["result"].clone()
}

#[test]
fn what_is_as_before_is_not_sent_again() {
    let mut server = TestServer::start(Options::pulling());
    server.open("a.md", "Captain Ada Brandt said 12 people were aboard.\n");
    let first = pull(&mut server, "a.md", None);
    assert_eq!(first["kind"], "full");
    let again = pull(&mut server, "a.md", Some(&first["resultId"]));
    assert_eq!(again, json!({ "kind": "unchanged", "resultId": first["resultId"] }));
    let params = json!({ "previousResultIds": [{ "uri": server.uri("a.md"), "value": first["resultId"] }] });
    let all = server.request_raw("workspace/diagnostic", params);
    assert_eq!(all["result"]["items"][0]["kind"], "unchanged");
    assert_eq!(all["result"]["items"][0]["version"], 1);
}

#[test]
fn other_open_articles_of_the_story_come_along() {
    let mut server = TestServer::start(Options::pulling());
    for name in ["a.md", "b.txt", "elsewhere/c.md"] {
        server.open(name, "Captain Ada Brandt said 12 people were aboard.\n");
    }
    let report = pull(&mut server, "a.md", None);
    let related: Vec<_> = report["relatedDocuments"].as_object().into_iter().flat_map(|r| r.keys()).collect();
    assert_eq!(related, [server.uri("b.txt").as_str()]);
}

#[test]
fn every_version_is_published_in_order_and_the_last_one_always() {
    let mut server = TestServer::start(Options::plain());
    server.open("a.md", "Captain Ada Brandt said 12 people were aboard.\n");
    server.published("a.md", 1);
    for version in 2..200 {
        server.edit("a.md", version, [0, 0, 0, 0], "A");
    }
    server.published("a.md", 199);
}
