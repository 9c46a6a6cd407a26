//! Real clients by what they declare: each gets answers in the form that it takes. `clients/*.json` are the capabilities of
//! their `initialize` requests, as recorded from the editors themselves; those of vim-lsp, as its source has them.

use serde_json::{Value, json};

use crate::support::{options::Options, server::TestServer};

const DRAFT: &str =
    "---\ndraft: true\n---\n\nAhoy 😀 é! Captain Ada Brandt said [12 people]{#toll} were injured on Tuesday.\n";
const HERALD: &str = "Captain Ada Brandt said 14 people were injured on Tuesday.\n";

/// What a client is to get.
struct Form {
    /// The units of positions.
    encoding: &'static str,
    hover: &'static str,
    definition: Definition,
    edits: Edits,
    diagnostics: Diagnostics,
    /// Whether the other passage comes with a diagnostic; it is quoted in the message in any case.
    related: bool,
}

enum Definition {
    Locations,
    Links,
}

enum Edits {
    /// `changes`: by URI.
    ByUri,
    /// `documentChanges`: with the versions of documents.
    Versioned,
}

#[derive(PartialEq)]
enum Diagnostics {
    Pushed,
    Pulled,
}

/// A test for each client.
macro_rules! clients {
    ($($name:ident, $file:literal: $encoding:literal, $hover:literal, $definition:ident, $edits:ident, $diagnostics:ident, $related:literal;)*) => {
        $(#[test]
        fn $name() {
            let form = Form {
                encoding: $encoding,
                hover: $hover,
                definition: Definition::$definition,
                edits: Edits::$edits,
                diagnostics: Diagnostics::$diagnostics,
                related: $related,
            };
            Client::start($file, include_str!(concat!("clients/", $file, ".json"))).gets(&form);
        })*
    };
}

clients! {
    ale_4, "ale": "utf-16", "plaintext", Locations, ByUri, Pushed, true;
    eglot_30, "eglot": "utf-32", "plaintext", Links, Versioned, Pushed, false;
    helix_25_01, "helix-25.01": "utf-8", "markdown", Locations, Versioned, Pushed, false;
    helix_25_07, "helix": "utf-8", "markdown", Locations, Versioned, Pulled, false;
    kak_lsp_22, "kak-lsp": "utf-8", "markdown", Locations, Versioned, Pushed, true;
    neovim_0_10, "neovim-0.10": "utf-16", "markdown", Links, ByUri, Pushed, true;
    neovim_0_12, "neovim": "utf-8", "markdown", Links, ByUri, Pulled, true;
    vim_lsp, "vim-lsp": "utf-16", "markdown", Links, ByUri, Pushed, true;
    vs_code_1_139, "vscode": "utf-16", "markdown", Links, Versioned, Pulled, true;
}

struct Client {
    name: &'static str,
    server: TestServer,
    /// What the server said that it can do.
    offered: Value,
}

impl Client {
    /// Starts a server, answers what it asks in the beginning, and opens a draft and its source.
    fn start(name: &'static str, capabilities: &str) -> Client {
        let capabilities: Value = serde_json::from_str(capabilities).expect("a record is JSON");
        let has = |path: &str| capabilities.pointer(path) == Some(&json!(true));
        let asked = [
            ("workspace/configuration", json!([null]), has("/workspace/configuration")),
            (
                "client/registerCapability",
                Value::Null,
                has("/workspace/didChangeWatchedFiles/dynamicRegistration")
                    || has("/workspace/didChangeConfiguration/dynamicRegistration"),
            ),
            ("window/workDoneProgress/create", Value::Null, has("/window/workDoneProgress")),
        ];
        let mut server = TestServer::process(&["lsp"]);
        let offered = server.initialize(Options { capabilities, ..Options::pulling() });
        server.count_refreshes();
        for (method, answer, is_asked) in asked {
            if is_asked {
                server.receive_request(method, answer);
            }
            if is_asked && method.ends_with("create") {
                server.receive_if("$/progress", |progress| progress["value"]["kind"] == "begin");
                server.receive_if("$/progress", |progress| progress["value"]["kind"] == "end");
            }
        }
        server.open("draft.md", DRAFT);
        server.open("herald.txt", HERALD);
        Client { name, server, offered }
    }

    fn gets(&mut self, form: &Form) {
        let name = self.name;
        assert_eq!(self.offered["positionEncoding"], form.encoding, "{name}: encoding");
        self.gets_diagnostics(form);
        let (brandt, toll) = (range(form, DRAFT, "Ada Brandt"), range(form, DRAFT, "toll"));

        let card = self.ask("hover", json!({ "position": brandt["start"] }));
        assert_eq!(card["contents"]["kind"], form.hover, "{name}: hover");
        let text = card["contents"]["value"].as_str().unwrap_or_default();
        assert_eq!(text.contains("**Ada Brandt**"), form.hover == "markdown", "{name}: hover: {text}");
        assert_eq!(card["range"]["end"], brandt["end"], "{name}: hover");

        let places = self.ask("definition", json!({ "position": brandt["start"] }));
        let (uri, place) = match form.definition {
            Definition::Locations => ("uri", "range"),
            Definition::Links => ("targetUri", "targetSelectionRange"),
        };
        assert_eq!(places[0][uri], json!(self.server.uri("draft.md")), "{name}: definition: {places}");
        assert_eq!(places[0][place]["end"], brandt["end"], "{name}: definition: {places}");
        assert_eq!(places[1][uri], json!(self.server.uri("herald.txt")), "{name}: definition: {places}");

        let edit = self.ask("rename", json!({ "position": toll["start"], "newName": "hurt" }));
        let expected = json!([{ "range": toll, "newText": "hurt" }]);
        match form.edits {
            Edits::ByUri => {
                assert_eq!(
                    edit,
                    json!({ "changes": { self.server.uri("draft.md").as_str(): expected } }),
                    "{name}: edits"
                );
            }
            Edits::Versioned => {
                let document = json!({ "uri": self.server.uri("draft.md"), "version": 1 });
                let changes = json!([{ "textDocument": document, "edits": expected }]);
                assert_eq!(edit, json!({ "documentChanges": changes }), "{name}: edits");
            }
        }
    }

    /// The difference is marked in both articles. That nothing is pushed to a client that pulls, the goodbye insists on.
    fn gets_diagnostics(&mut self, form: &Form) {
        let name = self.name;
        let pulls = form.diagnostics == Diagnostics::Pulled;
        assert_eq!(self.offered["diagnosticProvider"].is_object(), pulls, "{name}: {}", self.offered);
        for (file, words, text, other) in
            [("draft.md", "12 people", DRAFT, "14 people"), ("herald.txt", "14 people", HERALD, "12 people")]
        {
            let marked = if pulls {
                let params = json!({ "textDocument": { "uri": self.server.uri(file) } });
                self.server.request_raw("textDocument/diagnostic", params)["result"]["items"].clone()
            } else {
                json!(self.server.marked(file, 1))
            };
            assert_eq!(marked.as_array().map(Vec::len), Some(1), "{name}: {marked}");
            let mark = &marked[0];
            assert_eq!(mark["range"], range(form, text, words), "{name}: {mark}");
            assert!(mark["message"].as_str().is_some_and(|message| message.contains(other)), "{name}: {mark}");
            assert_eq!(mark["relatedInformation"].is_array(), form.related, "{name}: {mark}");
        }
    }

    /// Asks about the draft.
    fn ask(&mut self, method: &str, mut params: Value) -> Value {
        params["textDocument"] = json!({ "uri": self.server.uri("draft.md") });
        self.server.request_raw(&format!("textDocument/{method}"), params)["result"].clone()
    }
}

/// The range of words, counted in the units of the client.
fn range(form: &Form, text: &str, words: &str) -> Value {
    let start = text.find(words).expect("the words are there");
    let line = text[..start].matches('\n').count();
    let before = &text[text[..start].rfind('\n').map_or(0, |end| end + 1)..start];
    let units = |text: &str| match form.encoding {
        "utf-8" => text.len(),
        "utf-16" => text.encode_utf16().count(),
        _ => text.chars().count(),
    };
    let (from, to) = (units(before), units(before) + units(words));
    json!({ "start": { "line": line, "character": from }, "end": { "line": line, "character": to } })
}
