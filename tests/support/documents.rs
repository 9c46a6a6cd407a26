//! What a client does with documents: opens and edits them, points into them, and is told what is marked in them.

use serde_json::{Value, json};
use tower_lsp::ls_types::{Diagnostic, Position, TextDocumentIdentifier, TextDocumentPositionParams};

use super::{fixture::Fixture, server::TestServer};

impl TestServer {
    /// Opens all files of a fixture.
    pub fn open_all(&mut self, fixture: &Fixture) {
        for (name, text) in &fixture.files {
            self.open(name, text);
        }
    }

    /// Replaces a range of a document: line and character of both ends.
    pub fn edit(&mut self, name: &str, version: i32, range: [u32; 4], text: &str) {
        let [line, character, end_line, end_character] = range;
        let range = json!({
            "start": { "line": line, "character": character },
            "end": { "line": end_line, "character": end_character },
        });
        self.change(name, version, json!([{ "range": range, "text": text }]));
    }

    /// Replaces the whole text of a document.
    pub fn replace(&mut self, name: &str, version: i32, text: &str) {
        self.change(name, version, json!([{ "text": text }]));
    }

    /// Changes a document.
    pub fn change(&mut self, name: &str, version: i32, changes: Value) {
        let document = json!({ "uri": self.uri(name), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", params);
    }

    /// Closes a document.
    pub fn close(&mut self, name: &str) {
        let params = json!({ "textDocument": { "uri": self.uri(name) } });
        self.notify("textDocument/didClose", params);
    }

    /// A document and a position in it.
    pub fn at(&self, name: &str, line: u32, character: u32) -> TextDocumentPositionParams {
        TextDocumentPositionParams {
            text_document: TextDocumentIdentifier { uri: self.uri(name) },
            position: Position::new(line, character),
        }
    }

    /// The cursor of a fixture, for a client that counts in UTF-8.
    pub fn at_cursor(&self, fixture: &Fixture) -> TextDocumentPositionParams {
        let (name, offset) = fixture.cursor();
        let before = &fixture.text(name)[..offset];
        let line = before.matches('\n').count();
        let character = before.len() - before.rfind('\n').map_or(0, |end| end + 1);
        self.at(name, line as u32, character as u32)
    }

    /// Waits for the diagnostics of this version of a document; those of earlier ones are passed over.
    pub fn published(&mut self, name: &str, version: i32) -> Vec<Diagnostic> {
        self.published_if(name, |params| params["version"] == version)
    }

    /// Waits until this many diagnostics are published for a document; what was published before is passed over.
    pub fn marked(&mut self, name: &str, count: usize) -> Vec<Diagnostic> {
        self.published_if(name, |params| params["diagnostics"].as_array().is_some_and(|all| all.len() == count))
    }

    fn published_if(&mut self, name: &str, wanted: impl Fn(&Value) -> bool) -> Vec<Diagnostic> {
        let uri = self.uri(name);
        loop {
            let params = self.receive_if("textDocument/publishDiagnostics", |params| params["uri"] == uri.as_str());
            if wanted(&params) {
                return serde_json::from_value(params["diagnostics"].clone()).expect("they are diagnostics");
            }
        }
    }
}
