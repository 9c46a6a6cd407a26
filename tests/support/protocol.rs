//! A strict reader of a server's messages, driven by the protocol's own description.
//!
//! Clients forgive a lot, each something else. This one forgives nothing: unknown and missing members, `null` for absent,
//! values outside of closed enumerations, answers nobody asked for, and features that the client did not declare.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::schema::{MODEL, check};

/// Follows one session. `Err` and the lists hold what is wrong, worded for people.
#[derive(Default)]
pub struct Checker {
    /// What the client declared.
    client: Value,
    /// Whether the server offered to be asked for diagnostics.
    pulled: bool,
    /// The client's requests that were not answered yet, by id.
    open: HashMap<String, String>,
    /// The last version that diagnostics were published for.
    versions: BTreeMap<String, i64>,
}

impl Checker {
    /// Takes note of a message of the client.
    pub fn client_says(&mut self, message: &Value) {
        let Some(method) = message["method"].as_str() else { return };
        if let Some(id) = message.get("id") {
            self.open.insert(id.to_string(), method.to_owned());
        }
        if method == "initialize" {
            self.client = message["params"]["capabilities"].clone();
        }
    }

    /// What is wrong with a message of the server.
    pub fn server_says(&mut self, message: &Value) -> Vec<String> {
        let mut faults = Vec::new();
        if message["jsonrpc"] != "2.0" {
            faults.push("jsonrpc is not 2.0".to_owned());
        }
        match message["method"].as_str() {
            Some(method) => self.asks(method, message, &mut faults),
            None => self.answers(message, &mut faults),
        }
        faults
    }

    /// The requests that were never answered.
    pub fn unanswered(&self) -> Vec<&String> {
        self.open.values().collect()
    }

    fn declares(&self, capability: &str) -> bool {
        let value = capability.split('.').try_fold(&self.client, |value, key| value.get(key));
        value.is_some_and(|value| !value.is_null() && *value != Value::Bool(false))
    }

    fn asks(&mut self, method: &str, message: &Value, faults: &mut Vec<String>) {
        let known = if message.get("id").is_some() { &MODEL.requests } else { &MODEL.notifications };
        let Some(known) = known.iter().find(|known| known.method == method) else {
            faults.push(format!("{method}: unknown"));
            return;
        };
        if known.message_direction == "clientToServer" {
            faults.push(format!("{method}: wrong direction"));
        }
        // `window.showMessage` is about messages with buttons; every client shows plain ones.
        let needed = known.client_capability.iter().filter(|capability| *capability != "window.showMessage");
        let undeclared = needed.filter(|capability| !self.declares(capability));
        faults.extend(undeclared.map(|capability| format!("{method}: the client did not declare {capability}")));
        match (&known.params, message.get("params")) {
            (Some(kind), params) => check(params.unwrap_or(&Value::Null), kind, method, faults),
            (None, Some(_)) => faults.push(format!("{method}: has no params")),
            (None, None) => {}
        }
        let members = ["jsonrpc", "id", "method", "params"];
        faults.extend(unknown_members(message, &members).map(|name| format!("{method}: unknown member {name}")));
        match method {
            "textDocument/publishDiagnostics" => self.publishes(&message["params"], faults),
            "workspace/applyEdit" => self.edits(&message["params"]["edit"], faults),
            "client/registerCapability" => self.registers(&message["params"], faults),
            _ => {}
        }
    }

    fn publishes(&mut self, params: &Value, faults: &mut Vec<String>) {
        if self.pulled {
            faults.push("published diagnostics, which the client was told to ask for".to_owned());
        }
        for diagnostic in params["diagnostics"].as_array().into_iter().flatten() {
            self.diagnoses(diagnostic, faults);
        }
        let (uri, version) = (params["uri"].to_string(), params["version"].as_i64());
        match (version, self.versions.get(&uri)) {
            (Some(new), Some(old)) if new < *old => {
                faults.push(format!("diagnostics of version {new} of {uri} after those of version {old}"));
            }
            (Some(new), _) => drop(self.versions.insert(uri, new)),
            // Closed: the next one to open it counts anew.
            (None, _) => drop(self.versions.remove(&uri)),
        }
    }

    fn diagnoses(&self, diagnostic: &Value, faults: &mut Vec<String>) {
        let pairs = [
            ("relatedInformation", "textDocument.publishDiagnostics.relatedInformation"),
            ("codeDescription", "textDocument.publishDiagnostics.codeDescriptionSupport"),
            ("tags", "textDocument.publishDiagnostics.tagSupport"),
        ];
        for (member, capability) in pairs {
            if diagnostic.get(member).is_some() && !self.declares(capability) {
                faults.push(format!("{member}: the client did not declare {capability}"));
            }
        }
    }

    /// An edit is of a kind that the client takes.
    fn edits(&self, edit: &Value, faults: &mut Vec<String>) {
        let changes = edit["documentChanges"].as_array();
        if changes.is_some() && !self.declares("workspace.workspaceEdit.documentChanges") {
            faults.push("documentChanges: the client did not declare them".to_owned());
        }
        let operations = &self.client["workspace"]["workspaceEdit"]["resourceOperations"];
        for kind in changes.into_iter().flatten().filter_map(|change| change.get("kind")) {
            if !operations.as_array().is_some_and(|known| known.contains(kind)) {
                faults.push(format!("{kind}: the client did not declare this operation"));
            }
        }
    }

    /// An action has what the client knows, and does something.
    fn acts(&self, action: &Value, resolved: bool, faults: &mut Vec<String>) {
        if action["command"].is_string() {
            return;
        }
        let abilities = "textDocument.codeAction.";
        let pairs = [
            ("title", "codeActionLiteralSupport"),
            ("isPreferred", "isPreferredSupport"),
            ("disabled", "disabledSupport"),
            ("data", "dataSupport"),
        ];
        for (member, ability) in pairs {
            if action.get(member).is_some() && !self.declares(&format!("{abilities}{ability}")) {
                faults.push(format!("action with {member}: the client did not declare {ability}"));
            }
        }
        let does = ["edit", "command"].iter().any(|member| action.get(*member).is_some());
        let later = !resolved && action.get("data").is_some() && self.declares(&format!("{abilities}resolveSupport"));
        if !does && !later {
            faults.push(format!("action {} does nothing", action["title"]));
        }
        self.edits(&action["edit"], faults);
    }

    fn registers(&self, params: &Value, faults: &mut Vec<String>) {
        for registration in params["registrations"].as_array().into_iter().flatten() {
            let method = registration["method"].as_str().unwrap_or_default();
            let capability = format!("{}.dynamicRegistration", method.replace('/', "."));
            if !self.declares(&capability) {
                faults.push(format!("registered {method}: the client did not declare {capability}"));
            }
        }
    }

    fn answers(&mut self, message: &Value, faults: &mut Vec<String>) {
        let id = message.get("id").unwrap_or(&Value::Null);
        let method = self.open.remove(&id.to_string());
        let is_error = message.get("error").is_some();
        // What could not be read cannot be answered by its id.
        if method.is_none() && !(id.is_null() && is_error) {
            faults.push(format!("answer to {id}, which is unknown or answered"));
        }
        let method = method.unwrap_or_default();
        if is_error == message.get("result").is_some() {
            faults.push(format!("answer to {method}: exactly one of result and error"));
        }
        let members = ["jsonrpc", "id", "result", "error"];
        faults.extend(unknown_members(message, &members).map(|name| format!("answer to {method}: unknown {name}")));
        if let Some(error) = message.get("error") {
            if !error["code"].is_i64() || !error["message"].is_string() {
                faults.push(format!("answer to {method}: an error has a code and a message"));
            }
            let members = ["code", "message", "data"];
            faults.extend(unknown_members(error, &members).map(|name| format!("error: unknown member {name}")));
            return;
        }
        let result = &message["result"];
        let known = MODEL.requests.iter().find(|known| known.method == method);
        if let Some(kind) = known.and_then(|known| known.result.as_ref()) {
            check(result, kind, &format!("answer to {method}"), faults);
        }
        if method == "initialize" {
            self.pulled = result["capabilities"].get("diagnosticProvider").is_some();
        }
        self.means(&method, result, faults);
    }

    /// What the types do not say: that an answer suits the client.
    fn means(&self, method: &str, result: &Value, faults: &mut Vec<String>) {
        let mut demand = |condition: bool, capability: &str| {
            if condition && !self.declares(capability) {
                faults.push(format!("answer to {method}: the client did not declare {capability}"));
            }
        };
        match method {
            "textDocument/definition" => {
                demand(result[0].get("targetUri").is_some(), "textDocument.definition.linkSupport");
            }
            "textDocument/codeAction" => {
                result.as_array().into_iter().flatten().for_each(|action| self.acts(action, false, faults));
            }
            "codeAction/resolve" => self.acts(result, true, faults),
            "textDocument/rename" | "workspace/willRenameFiles" => self.edits(result, faults),
            "textDocument/declaration" => {
                demand(result[0].get("targetUri").is_some(), "textDocument.declaration.linkSupport");
            }
            "textDocument/documentSymbol" => {
                let nested = result[0].get("selectionRange").is_some();
                demand(nested, "textDocument.documentSymbol.hierarchicalDocumentSymbolSupport");
            }
            "textDocument/diagnostic" => {
                demand(result.get("relatedDocuments").is_some(), "textDocument.diagnostic.relatedDocumentSupport");
                for diagnostic in result["items"].as_array().into_iter().flatten() {
                    self.diagnoses(diagnostic, faults);
                }
            }
            "textDocument/inlayHint" => {
                let waits = result.as_array().into_iter().flatten().any(|hint| hint.get("data").is_some());
                demand(waits, "textDocument.inlayHint.resolveSupport");
            }
            "textDocument/semanticTokens/full" => {
                demand(!result.is_null(), "textDocument.semanticTokens.requests.full");
                let numbers = result["data"].as_array().map_or(0, Vec::len);
                if !numbers.is_multiple_of(5) {
                    faults.push(format!("{numbers} numbers are no tokens"));
                }
            }
            "textDocument/hover" => {
                let formats = &self.client["textDocument"]["hover"]["contentFormat"];
                let kind = &result["contents"]["kind"];
                let reads = formats.as_array().map_or(*kind == "plaintext", |formats| formats.contains(kind));
                if !result.is_null() && !reads {
                    faults.push(format!("hover in {kind}, but the client reads {formats}"));
                }
            }
            "initialize" => {
                let chosen = &result["capabilities"]["positionEncoding"];
                let offered = self.client["general"]["positionEncodings"].as_array();
                if !offered.map_or(*chosen == "utf-16", |offered| offered.contains(chosen)) {
                    faults.push(format!("position encoding {chosen} was not offered"));
                }
                for (provider, capability) in [
                    ("diagnosticProvider", "textDocument.diagnostic"),
                    ("inlayHintProvider", "textDocument.inlayHint"),
                    ("semanticTokensProvider", "textDocument.semanticTokens"),
                    ("foldingRangeProvider", "textDocument.foldingRange"),
                    ("selectionRangeProvider", "textDocument.selectionRange"),
                ] {
                    if result["capabilities"].get(provider).is_some() && !self.declares(capability) {
                        faults.push(format!("offers {provider}, but the client did not declare {capability}"));
                    }
                }
            }
            _ => {}
        }
    }
}

fn unknown_members<'a>(value: &'a Value, known: &'a [&str]) -> impl Iterator<Item = &'a String> {
    let members = value.as_object().into_iter().flat_map(Map::keys);
    members.filter(|name| !known.contains(&name.as_str()))
}
