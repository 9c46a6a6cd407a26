//! The YAML block between two fences at the top of a file.

use crate::text::Span;

/// The front matter without its fences, and the offset at which the article begins.
///
/// A file that merely opens with a rule (`---`) keeps its text: front matter must be closed by `---` or `...`, and its
/// first line that is neither blank nor a comment must look like `key: value`.
pub(super) fn split(source: &str) -> (Option<Span>, usize) {
    let top = if source.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let mut lines = source[top..].split_inclusive(['\n', '\r']).scan(top, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    if lines.next().is_none_or(|(_, line)| line.trim_end() != "---") {
        return (None, top);
    }
    let mut start = None;
    let mut keyed = false;
    for (at, line) in lines {
        let content = line.trim_end();
        if matches!(content, "---" | "...") && keyed {
            let start = start.unwrap_or(at);
            return (Some(Span::new(start, at)), at + line.len());
        }
        // The line feed of a CRLF is a line of its own here; it is part of the fence before it.
        if line == "\n" && start.is_none() {
            continue;
        }
        start = start.or(Some(at));
        if !keyed && !content.is_empty() && !content.starts_with('#') {
            if !is_key_line(content) {
                break;
            }
            keyed = true;
        }
    }
    (None, top)
}

/// Whether a line looks like a YAML mapping's: `key:` or `key: value`.
fn is_key_line(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, value)| {
        let key = key.trim_matches(['"', '\'']);
        key.starts_with(char::is_alphabetic)
            && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '))
            && (value.is_empty() || value.starts_with([' ', '\t']))
    })
}
