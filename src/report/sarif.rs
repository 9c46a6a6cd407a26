//! Differences as SARIF 2.1.0, the exchange format of checkers: one run for all stories.

use serde_json::{Value, json};

use crate::{
    compare::{Difference, DifferenceKind, Level, Opinion, Passage, message, passage},
    features::{expired, explain, judged_differences, needs_another_look},
    text::{Encoding, Span, Text},
    workspace::{Location, Snapshot},
};

/// What an ended verdict is called.
const ENDED: &str = "needs-another-look";

/// Every side of every difference, and every verdict that needs another look, of all stories. What a verdict settles is there
/// too, as suppressed.
pub fn sarif(snapshot: &Snapshot) -> Value {
    let results: Vec<Value> = snapshot.stories().flat_map(|key| results(snapshot, key)).collect();
    let codes = DifferenceKind::ALL.iter().map(|kind| kind.code()).chain([ENDED]);
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "twosource",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": codes.map(rule).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(code: &str) -> Value {
    let page = explain(code).unwrap_or_default();
    let title = page.lines().next().unwrap_or_default().trim_start_matches("# ").to_owned();
    json!({ "id": code, "shortDescription": { "text": title }, "help": { "text": page, "markdown": page } })
}

fn results(snapshot: &Snapshot, key: &str) -> Vec<Value> {
    let judged = judged_differences(snapshot, key);
    let mut found: Vec<Value> = judged.iter().flat_map(|(d, opinion)| sides(snapshot, key, d, *opinion)).collect();
    if let Some(doc) = snapshot.doc(key) {
        for number in expired(snapshot, key) {
            let span = doc.file.verdicts[number].decision.span;
            let place = physical(&doc.location, doc.buffer(), span);
            let text = needs_another_look(snapshot, doc, number);
            found.push(json!({
                "ruleId": ENDED,
                "level": "warning",
                "message": { "text": text },
                "locations": [{ "physicalLocation": place }],
            }));
        }
    }
    found
}

fn sides(snapshot: &Snapshot, key: &str, difference: &Difference, opinion: Option<Opinion>) -> Vec<Value> {
    let story = snapshot.story(key).unwrap_or_default();
    let both = [&difference.left, &difference.right];
    let result = both.into_iter().take(if difference.is_within() { 1 } else { 2 }).filter_map(|side| {
        let (here, there) = difference.seen_from(side.at.article)?;
        let mut result = json!({
            "ruleId": difference.kind.code(),
            "level": match difference.level {
                Level::Differs => "warning",
                Level::Note => "note",
            },
            "message": { "text": message(&story, difference, Some(side.at.article)) },
            "locations": [{ "physicalLocation": place(snapshot, here.at)? }],
            "relatedLocations": [{
                "physicalLocation": place(snapshot, there.at)?,
                "message": { "text": passage(&story, there) },
            }],
        });
        if opinion.is_some_and(Opinion::settles) {
            result["suppressions"] = json!([{ "kind": "external", "status": "accepted" }]);
        }
        Some(result)
    });
    result.collect()
}

fn place(snapshot: &Snapshot, at: Passage) -> Option<Value> {
    let article = super::article(snapshot, at.article)?;
    Some(physical(&article.location, article.buffer(), at.span))
}

fn physical(location: &Location, text: &Text, span: Span) -> Value {
    let uri = match location {
        Location::File(path) => uri(&path.to_string_lossy()),
        Location::Untitled(name) => name.to_string(),
    };
    let (start, end) =
        (text.position(span.start as usize, Encoding::Utf32), text.position(span.end as usize, Encoding::Utf32));
    json!({
        "artifactLocation": { "uri": uri },
        "region": {
            "startLine": start.line + 1,
            "startColumn": start.character + 1,
            "endLine": end.line + 1,
            "endColumn": end.character + 1,
        },
    })
}

/// A path, relative or not, as a URI reference.
fn uri(path: &str) -> String {
    let path = if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() };
    let is_drive = path.chars().nth(1) == Some(':');
    let mut uri = String::new();
    uri.push_str(if is_drive {
        "file:///"
    } else if path.starts_with('/') {
        "file://"
    } else {
        ""
    });
    for byte in path.bytes() {
        match byte {
            _ if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) => uri.push(char::from(byte)),
            b':' if is_drive => uri.push(':'),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
