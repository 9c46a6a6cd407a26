//! Settings: from the start, on request, and when they change.

use serde_json::{Value, json};

use crate::support::{options::Options, server::TestServer};

#[test]
fn bad_settings_are_told_and_the_old_ones_kept() {
    let mut server = TestServer::start(Options {
        initialization_options: json!({ "definition": "everywhere" }),
        ..Options::pulling()
    });
    let told = server.receive("window/showMessage");
    assert!(told["message"].as_str().is_some_and(|text| text.contains("everywhere")), "{told}");
    let settings = json!({ "settings": { "twosource": { "diagnostics": { "note": "shout" } } } });
    server.notify("workspace/didChangeConfiguration", settings);
    let told = server.receive("window/showMessage");
    assert!(told["message"].as_str().is_some_and(|text| text.contains("shout")), "{told}");
}

#[test]
fn settings_are_asked_for_where_the_client_answers() {
    let mut server = TestServer::start(Options::pulling().with("/workspace/configuration", json!(true)));
    let asked = server.receive_request("workspace/configuration", json!([{ "definition": "here" }]));
    assert_eq!(asked, json!({ "items": [{ "section": "twosource" }] }));
    server.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    server.receive_request("workspace/configuration", json!([Value::Null]));
}
