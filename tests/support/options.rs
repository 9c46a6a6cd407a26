//! What a client is like.

use serde_json::{Value, json};

/// What the client is like and what it opens.
pub struct Options {
    pub capabilities: Value,
    pub initialization_options: Value,
    /// Whether the test's folder is opened, with what is on the disk.
    pub opens_folder: bool,
}

impl Options {
    /// A client that asks for diagnostics and declares what makes answers rich; it is never told anything unasked.
    pub fn pulling() -> Options {
        Options {
            capabilities: json!({
                "general": { "positionEncodings": ["utf-8", "utf-16", "utf-32"] },
                "textDocument": {
                    "hover": { "contentFormat": ["markdown", "plaintext"] },
                    "definition": { "linkSupport": true },
                    "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                    "publishDiagnostics": { "relatedInformation": true, "versionSupport": true },
                    "diagnostic": { "relatedDocumentSupport": true }
                }
            }),
            initialization_options: Value::Null,
            opens_folder: false,
        }
    }

    /// A client that declares next to nothing: it takes pushed diagnostics, plain text and UTF-16.
    pub fn plain() -> Options {
        let capabilities = json!({ "textDocument": { "publishDiagnostics": {} } });
        Options { capabilities, ..Options::pulling() }
    }

    /// The same client with another value at this path of its capabilities (`/textDocument/…`).
    pub fn with(mut self, path: &str, value: Value) -> Options {
        let names = path.split('/').filter(|name| !name.is_empty());
        *names.fold(&mut self.capabilities, |value, name| &mut value[name]) = value;
        self
    }

    /// The same client, opening the test's folder.
    pub fn in_folder(self) -> Options {
        Options { opens_folder: true, ..self }
    }
}
