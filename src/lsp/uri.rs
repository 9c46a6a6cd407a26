//! URIs as clients write them.

use std::{fmt::Write, path::PathBuf};

use serde_json::Value;
use tower_lsp::ls_types::Uri;

use crate::workspace::{Location, real_path};

/// Where a document lives. Only `file` URIs name files; everything else is known by its URI.
pub fn location(uri: &Uri) -> Location {
    match file_path(uri) {
        Some(path) => Location::File(real_path(&path)),
        None => Location::Untitled(uri.as_str().into()),
    }
}

/// The path that a `file` URI names.
pub fn file_path(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    uri.to_file_path().filter(|path| is_file && path.is_absolute()).map(|path| path.into_owned())
}

/// Mends all URIs of a message that are not as RFC 3986 wants them. Browsers' rules leave `[` and `]` in paths as they
/// are, and some clients encode nothing at all; without this their documents could not be opened.
pub fn mend_all(params: &mut Value) {
    match params {
        Value::Array(items) => items.iter_mut().for_each(mend_all),
        Value::Object(members) => {
            for (name, value) in members {
                match value {
                    Value::String(uri) if name == "uri" || name.ends_with("Uri") => {
                        if uri.parse::<Uri>().is_err() {
                            *uri = mended(uri);
                        }
                    }
                    _ => mend_all(value),
                }
            }
        }
        _ => {}
    }
}

/// The URI with what may not stand there percent-encoded.
fn mended(uri: &str) -> String {
    let mut mended = String::with_capacity(uri.len() + 8);
    for (at, byte) in uri.bytes().enumerate() {
        let is_escape = || uri.as_bytes().get(at + 1..at + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let may_stand = match byte {
            b'%' => is_escape(),
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte),
        };
        if may_stand {
            mended.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(mended, "%{byte:02X}");
        }
    }
    mended
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn path(uri: &str) -> Option<PathBuf> {
        file_path(&uri.parse().expect("it is a URI"))
    }

    #[test]
    fn uris_are_mended_wherever_they_are_and_only_where_they_must_be() {
        let mut params = json!({
            "textDocument": { "uri": "file:///news/[draft] 100% née.md", "text": "file:///a b" },
            "folders": [{ "uri": "file:///c%3A/news" }],
            "rootUri": null,
            "scopeUri": "file://[::1]/a.md",
        });
        mend_all(&mut params);
        let mended = json!({
            "textDocument": { "uri": "file:///news/%5Bdraft%5D%20100%25%20n%C3%A9e.md", "text": "file:///a b" },
            "folders": [{ "uri": "file:///c%3A/news" }],
            "rootUri": null,
            "scopeUri": "file://[::1]/a.md",
        });
        assert_eq!(params, mended);
    }

    #[cfg(unix)]
    #[test]
    fn only_file_uris_have_paths() {
        assert_eq!(path("file:///news/n%C3%A9e%20100%25.md"), Some("/news/née 100%.md".into()));
        assert_eq!(path("FILE:///a.md"), Some("/a.md".into()));
        assert_eq!(path("untitled:Untitled-1"), None);
        assert_eq!(path("https://example.org/a.md"), None);
        assert_eq!(path("file:a.md"), None);
    }

    #[cfg(windows)]
    #[test]
    fn drive_letters_are_written_in_many_ways() {
        for uri in ["file:///c:/news/a.md", "file:///C:/news/a.md", "file:///c%3A/news/a.md"] {
            assert_eq!(path(uri), Some(r"C:\news\a.md".into()));
        }
    }
}
