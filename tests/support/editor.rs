//! An editor around the client: it keeps the texts of documents, applies edits to them and runs actions.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use twosource::text::{Encoding, Position, Text};

use super::{options::Options, server::TestServer};

/// The editor. It counts in UTF-16.
pub struct Editor {
    pub server: TestServer,
    documents: BTreeMap<String, (Text, i32)>,
    encoding: Encoding,
}

impl Editor {
    /// An editor that can do what most can.
    pub fn start() -> Editor {
        Editor::with(able())
    }

    /// An editor with these abilities.
    pub fn with(options: Options) -> Editor {
        let server = TestServer::start(options);
        Editor { server, documents: BTreeMap::new(), encoding: Encoding::Utf16 }
    }

    /// Opens documents.
    pub fn open(&mut self, files: &[(&str, &str)]) {
        for (name, text) in files {
            self.server.open(name, text);
            self.documents.insert(self.server.uri(name).to_string(), (Text::from(*text), 1));
        }
    }

    /// The text of an open document.
    pub fn text(&self, name: &str) -> String {
        let document = self.documents.get(self.server.uri(name).as_str());
        document.unwrap_or_else(|| panic!("{name} is not open")).0.to_string()
    }

    /// Replaces all of a document.
    pub fn write(&mut self, name: &str, text: &str) {
        let uri = self.server.uri(name).to_string();
        let (known, version) = self.documents.get_mut(&uri).unwrap_or_else(|| panic!("{name} is not open"));
        *known = Text::from(text);
        *version += 1;
        let version = *version;
        self.server.replace(name, version, text);
    }

    /// Replaces words of a document, of which there is one.
    pub fn replace(&mut self, name: &str, words: &str, with: &str) {
        let text = self.text(name);
        assert_eq!(text.matches(words).count(), 1, "{words:?} in {text:?}");
        self.write(name, &text.replacen(words, with, 1));
    }

    /// The range of words of a document.
    pub fn range(&self, name: &str, words: &str) -> Value {
        let text = self.text(name);
        let start = text.find(words).unwrap_or_else(|| panic!("no {words:?} in {text:?}"));
        let text = Text::from(text.as_str());
        let position = |offset| {
            let at = text.position(offset, self.encoding);
            json!({ "line": at.line, "character": at.character })
        };
        json!({ "start": position(start), "end": position(start + words.len()) })
    }

    /// Asks about the place of words of a document.
    pub fn ask(&mut self, method: &str, name: &str, words: &str) -> Value {
        let position = self.range(name, words)["start"].clone();
        let params = json!({ "textDocument": { "uri": self.server.uri(name) }, "position": position });
        self.server.request_raw(method, params)["result"].clone()
    }

    /// What is marked in a document: code and message, in order.
    pub fn marked(&mut self, name: &str) -> Vec<(String, String)> {
        let params = json!({ "textDocument": { "uri": self.server.uri(name) } });
        let report = self.server.request_raw("textDocument/diagnostic", params)["result"].clone();
        let items = report["items"].as_array().expect("a report has items").iter();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        items.map(|item| (text(&item["code"]), text(&item["message"]))).collect()
    }

    /// What can be done at words of a document.
    pub fn actions(&mut self, name: &str, words: &str) -> Vec<Value> {
        let params = json!({
            "textDocument": { "uri": self.server.uri(name) },
            "range": self.range(name, words),
            "context": { "diagnostics": [] },
        });
        let answer = self.server.request_raw("textDocument/codeAction", params);
        answer["result"].as_array().cloned().unwrap_or_else(|| panic!("{answer}"))
    }

    /// The titles of what can be done.
    pub fn titles(&mut self, name: &str, words: &str) -> Vec<String> {
        self.actions(name, words).iter().filter_map(|action| action["title"].as_str().map(str::to_owned)).collect()
    }

    /// Does what is offered under a title that begins like this, and returns what the server shows after it: the name of the
    /// document and the words selected.
    pub fn act(&mut self, name: &str, words: &str, title: &str) -> Option<(String, String)> {
        let actions = self.actions(name, words);
        let titled = |action: &&Value| action["title"].as_str().is_some_and(|t| t.starts_with(title));
        let action = actions.iter().find(titled).unwrap_or_else(|| panic!("no {title:?} among {actions:#?}")).clone();
        let action = match action.get("data") {
            Some(_) => self.server.request_raw("codeAction/resolve", action)["result"].clone(),
            None => action,
        };
        if let Some(edit) = action.get("edit") {
            self.apply(edit);
        }
        // A bare command has its name where an action has the whole command.
        let command = if action["command"].is_string() { &action } else { &action["command"] };
        command["command"].as_str()?;
        let params = json!({ "command": command["command"], "arguments": command["arguments"] });
        self.execute(params)
    }

    /// Has the server execute a command, and does what it asks for meanwhile.
    pub fn execute(&mut self, params: Value) -> Option<(String, String)> {
        let asked = self.server.ask("workspace/executeCommand", params);
        let mut shown = None;
        loop {
            match self.server.answer_or_request(asked) {
                Ok(answer) => {
                    assert!(answer.get("error").is_none(), "{answer}");
                    return shown;
                }
                Err(request) if request["method"] == "workspace/applyEdit" => {
                    self.apply(&request["params"]["edit"]);
                    self.server.reply(&request, json!({ "applied": true }));
                }
                Err(request) => {
                    assert_eq!(request["method"], "window/showDocument");
                    shown = Some(self.selected(&request["params"]));
                    self.server.reply(&request, json!({ "success": true }));
                }
            }
        }
    }

    fn selected(&self, params: &Value) -> (String, String) {
        let uri = params["uri"].as_str().expect("a URI is text");
        let (text, _) = self.documents.get(uri).unwrap_or_else(|| panic!("{uri} is not open"));
        let range = &params["selection"];
        let (start, end) = (self.offset(text, &range["start"]), self.offset(text, &range["end"]));
        (uri.rsplit('/').next().unwrap_or_default().to_owned(), text.to_string()[start..end].to_owned())
    }

    fn offset(&self, text: &Text, position: &Value) -> usize {
        let number = |name: &str| position[name].as_u64().expect("a position has numbers") as u32;
        text.offset(Position::new(number("line"), number("character")), self.encoding)
    }

    /// Applies a workspace edit to the documents, which it opens where they are not.
    pub fn apply(&mut self, edit: &Value) {
        for (uri, edits) in edit["changes"].as_object().into_iter().flatten() {
            self.apply_to(uri, edits, &Value::Null);
        }
        for change in edit["documentChanges"].as_array().into_iter().flatten() {
            match change["kind"].as_str() {
                None => {
                    let document = &change["textDocument"];
                    let uri = document["uri"].as_str().expect("a URI is text");
                    self.apply_to(uri, &change["edits"], &document["version"]);
                }
                Some(kind) => assert_eq!(kind, "create"),
            }
        }
    }

    fn apply_to(&mut self, uri: &str, edits: &Value, version: &Value) {
        let (mut text, known) = self.documents.get(uri).cloned().unwrap_or((Text::default(), 0));
        assert!(version.is_null() || *version == known, "an edit of version {version}, but {uri} is at {known}");
        let mut places: Vec<(usize, usize, &str)> = edits
            .as_array()
            .expect("edits are a list")
            .iter()
            .map(|edit| {
                let (start, end) = (&edit["range"]["start"], &edit["range"]["end"]);
                let with = edit["newText"].as_str().expect("an edit has a text");
                (self.offset(&text, start), self.offset(&text, end), with)
            })
            .collect();
        places.sort_unstable();
        assert!(places.windows(2).all(|pair| pair[0].1 <= pair[1].0), "edits overlap: {edits}");
        let mut whole = text.to_string();
        places.iter().rev().for_each(|(start, end, with)| whole.replace_range(*start..*end, with));
        text = Text::from(whole.as_str());
        self.documents.insert(uri.to_owned(), (text, known + 1));
        let document = json!({ "uri": uri, "version": known + 1 });
        if known == 0 {
            let document = json!({ "uri": uri, "version": 1, "languageId": "toml", "text": whole });
            self.server.notify("textDocument/didOpen", json!({ "textDocument": document }));
        } else {
            let params = json!({ "textDocument": document, "contentChanges": [{ "text": whole }] });
            self.server.notify("textDocument/didChange", params);
        }
    }
}

/// What most editors can do.
pub fn able() -> Options {
    Options::pulling()
        .with("/general/positionEncodings", json!(["utf-16"]))
        .with("/workspace/applyEdit", json!(true))
        .with("/workspace/workspaceEdit", json!({ "documentChanges": true, "resourceOperations": ["create"] }))
        .with("/window/showDocument", json!({ "support": true }))
        .with(
            "/textDocument/codeAction",
            json!({
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "refactor"] } },
                "isPreferredSupport": true,
                "dataSupport": true,
                "resolveSupport": { "properties": ["edit", "command"] },
            }),
        )
}
