//! Differences as workflow commands of GitHub Actions: each is shown beside its line, in both articles.

use std::fmt::Write;

use crate::{
    compare::{Level, message},
    text::Encoding,
    workspace::Snapshot,
};

/// One `::warning …` (or `::notice …` for a note) per side of every difference of the story `key`, each on a line.
pub fn annotations(snapshot: &Snapshot, key: &str) -> String {
    let story = snapshot.story(key).unwrap_or_default();
    let mut out = String::new();
    for difference in story.differences() {
        let command = match difference.level {
            Level::Differs => "warning",
            Level::Note => "notice",
        };
        for side in [&difference.left, &difference.right] {
            let Some(article) = super::article(snapshot, side.at.article) else {
                continue;
            };
            let start = article.buffer().position(side.at.span.start as usize, Encoding::Utf32);
            let text = message(&story, &difference, Some(side.at.article));
            // Writing to a string does not fail.
            let _ = writeln!(
                out,
                "::{command} file={},line={},title={}::{}",
                property(&super::path(article)),
                start.line + 1,
                difference.kind.code(),
                data(&text)
            );
        }
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
