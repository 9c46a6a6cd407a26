//! Files on the disk: what a folder holds, and what happens to it while it is open.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{options::Options, server::TestServer};

/// A client that opens the test's folder, and that is told when the folder has been read.
fn in_folder() -> Options {
    Options::pulling().in_folder().with("/window/workDoneProgress", json!(true))
}

fn start(files: &[(&str, &[u8])]) -> TestServer {
    let mut server = TestServer::start_with(in_folder(), files);
    scanned(&mut server);
    server
}

/// Waits until the folder has been read.
fn scanned(server: &mut TestServer) {
    server.receive_request("window/workDoneProgress/create", Value::Null);
    for kind in ["begin", "end"] {
        assert_eq!(server.receive("$/progress")["value"]["kind"], kind);
    }
}

/// The names of all articles that the server knows, by what it reports about them.
fn articles(server: &mut TestServer) -> Vec<String> {
    let reports = server.request_raw("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let folder = format!("{}/", server.uri("").as_str().trim_end_matches('/'));
    let items = reports["result"]["items"].as_array().expect("a report has items");
    let names = items.iter().filter_map(|item| item["uri"].as_str());
    let mut names: Vec<_> = names.map(|uri| uri.strip_prefix(&folder).unwrap_or(uri).to_owned()).collect();
    names.sort();
    names
}

/// Tells the server that files have changed and waits until it has looked.
fn changed(server: &mut TestServer, names: &[&str]) {
    let changes: Vec<_> = names.iter().map(|name| json!({ "uri": server.uri(name), "type": 2 })).collect();
    server.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes }));
}

/// Asks until the server knows just these articles. It reads files when it gets to it; nothing tells when.
fn come_to_be(server: &mut TestServer, names: &[&str]) {
    let begun = Instant::now();
    while articles(server) != names {
        assert!(begun.elapsed() < Duration::from_secs(60), "{:?}, but not {names:?}", articles(server));
    }
}

#[test]
fn the_articles_of_a_folder_are_known() {
    let mut server = start(&[
        ("a.md", b"# A\n"),
        ("deep/b.txt", b"B."),
        ("c.rs", b"C."),
        (".gitignore", b"d.md\n"),
        ("d.md", b"D."),
    ]);
    assert_eq!(articles(&mut server), ["a.md", "deep/b.txt"]);
}

#[test]
fn files_come_change_move_and_go() {
    let mut server = start(&[("a.md", b"# A\n"), ("b.txt", b"B.")]);
    std::fs::rename(server.path("b.txt"), server.path("c.txt")).expect("renamed");
    changed(&mut server, &["b.txt", "c.txt"]);
    come_to_be(&mut server, &["a.md", "c.txt"]);
    std::fs::remove_file(server.path("c.txt")).expect("removed");
    changed(&mut server, &["c.txt"]);
    come_to_be(&mut server, &["a.md"]);
    server.write("c.txt", b"C again.");
    server.write("deep/er/d.md", b"D.");
    changed(&mut server, &["c.txt", "deep"]);
    come_to_be(&mut server, &["a.md", "c.txt", "deep/er/d.md"]);
    std::fs::remove_dir_all(server.path("deep")).expect("removed");
    changed(&mut server, &["deep"]);
    come_to_be(&mut server, &["a.md", "c.txt"]);
    server.write(".gitignore", b"c.txt\n");
    changed(&mut server, &[".gitignore"]);
    come_to_be(&mut server, &["a.md"]);
}

#[test]
fn a_file_that_vanishes_stays_as_long_as_it_is_open() {
    let mut server = start(&[("a.md", b"# On the disk\n")]);
    server.open("a.md", "# In the editor\n");
    std::fs::remove_file(server.path("a.md")).expect("removed");
    changed(&mut server, &["a.md"]);
    server.edit("a.md", 2, [0, 0, 0, 0], "#");
    assert_eq!(articles(&mut server), ["a.md"]);
    server.close("a.md");
    come_to_be(&mut server, &[]);
}

#[test]
fn what_cannot_be_read_is_said_once_and_the_rest_is_read() {
    let mut server =
        start(&[("a.md", b"# A\n"), ("b.txt", b"caf\xE9"), ("c.txt", b"\xFF\xFEx"), ("d.txt", b"\xEF\xBB\xBFD.")]);
    let shown = server.receive("window/showMessage");
    assert_eq!(shown["type"], 2);
    let text = shown["message"].as_str().expect("a message has a text");
    assert!(text.contains("b.txt: not UTF-8 text (byte 3)") && text.contains("1 more"), "{text}");
    for name in ["b.txt", "c.txt"] {
        let logged = server.receive("window/logMessage");
        assert!(logged["message"].as_str().is_some_and(|text| text.contains(name)), "{logged}");
    }
    assert_eq!(articles(&mut server), ["a.md", "d.txt"]);
    changed(&mut server, &["b.txt"]);
    server.write("b.txt", "café".as_bytes());
    changed(&mut server, &["b.txt"]);
    come_to_be(&mut server, &["a.md", "b.txt", "d.txt"]);
}

#[test]
fn folders_come_and_go() {
    let mut server = start(&[("a.md", b"# A\n")]);
    let other = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(other.path().join("b.md"), "# B\n").expect("written");
    let uri = tower_lsp::ls_types::Uri::from_file_path(other.path()).expect("it has a URI");
    let event = |added: Value, removed: Value| json!({ "event": { "added": added, "removed": removed } });
    let folder = json!([{ "uri": uri, "name": "other" }]);
    server.notify("workspace/didChangeWorkspaceFolders", event(folder.clone(), json!([])));
    let b = format!("{}/b.md", uri.as_str());
    come_to_be(&mut server, &["a.md", &b]);
    server.notify("workspace/didChangeWorkspaceFolders", event(json!([]), folder));
    come_to_be(&mut server, &["a.md"]);
}

#[test]
fn an_article_that_is_opened_alone_brings_its_neighbours() {
    let files: &[(&str, &[u8])] =
        &[("story/a.md", b"# A\n"), ("story/b.txt", b"B."), ("story/deep/c.txt", b"C."), ("d.txt", b"D.")];
    let mut server = TestServer::start_with(Options::pulling(), files);
    server.open("story/a.md", "# A\n");
    come_to_be(&mut server, &["story/a.md", "story/b.txt"]);
    server.open("story/b.txt", "B.");
    server.close("story/a.md");
    come_to_be(&mut server, &["story/a.md", "story/b.txt"]);
    // Nobody reads there any more.
    server.close("story/b.txt");
    come_to_be(&mut server, &[]);
}

#[test]
fn of_a_story_with_a_file_all_comes() {
    let files: &[(&str, &[u8])] = &[
        ("story/story.toml", b""),
        ("story/draft/a.md", b"# A\n"),
        ("story/wire/b.txt", b"B."),
        ("story/c.txt", b"C."),
        ("d.txt", b"D."),
    ];
    let mut server = TestServer::start_with(Options::pulling(), files);
    server.open("story/draft/a.md", "# A\n");
    come_to_be(&mut server, &["story/c.txt", "story/draft/a.md", "story/story.toml", "story/wire/b.txt"]);
    // An opened folder takes over.
    let folder = json!([{ "uri": server.uri(""), "name": "all" }]);
    let event = json!({ "event": { "added": folder, "removed": [] } });
    server.notify("workspace/didChangeWorkspaceFolders", event);
    let all = ["d.txt", "story/c.txt", "story/draft/a.md", "story/story.toml", "story/wire/b.txt"];
    come_to_be(&mut server, &all);
    server.close("story/draft/a.md");
    come_to_be(&mut server, &all);
}

#[test]
fn the_client_is_asked_to_watch_the_files() {
    let options = Options::pulling()
        .with("/workspace/didChangeWatchedFiles/dynamicRegistration", json!(true))
        .with("/workspace/didChangeConfiguration/dynamicRegistration", json!(true))
        .with("/client/registerCapability", json!(true));
    let mut server = TestServer::start(options);
    let asked = server.receive_request("client/registerCapability", Value::Null);
    let methods: Vec<_> =
        asked["registrations"].as_array().into_iter().flatten().map(|r| r["method"].clone()).collect();
    assert_eq!(methods, ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"]);
}

#[test]
fn a_huge_document_is_edited_while_its_folder_is_read() {
    let mut server = TestServer::start_with(Options::pulling(), &[("b.md", b"# Ferry aground\n")]);
    server.open("a.md", &"All work and no play. ".repeat(1_000_000));
    server.receive("window/showMessage");
    server.receive("window/logMessage");
    for version in 2..400 {
        changed(&mut server, &[".gitignore"]);
        server.edit("a.md", version, [0, 0, 0, 0], "");
    }
    server.replace("a.md", 400, "# Short again\n");
    let symbols = json!(server.at("a.md", 0, 0));
    assert_ne!(server.request_raw("textDocument/documentSymbol", symbols)["result"], Value::Null);
}
