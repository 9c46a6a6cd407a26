//! Differences as workflow commands of GitHub Actions: each is shown beside its line, in both articles.

use std::fmt::Write;

use crate::{
    compare::{Level, Opinion, message},
    features::{expired, judged_differences, needs_another_look},
    text::Encoding,
    workspace::{Location, Snapshot},
};

/// One `::warning …` (or `::notice …` for a note) per side of every difference of the story `key`, each on a line.
pub fn annotations(snapshot: &Snapshot, key: &str) -> String {
    let story = snapshot.story(key).unwrap_or_default();
    let mut out = String::new();
    for (difference, opinion) in judged_differences(snapshot, key) {
        if opinion.is_some_and(Opinion::settles) {
            continue;
        }
        let command = match difference.level {
            Level::Differs => "warning",
            Level::Note => "notice",
        };
        let sides = [&difference.left, &difference.right].into_iter();
        for side in sides.take(if difference.is_within() { 1 } else { 2 }) {
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
    if let Some(doc) = snapshot.doc(key) {
        let file = match &doc.location {
            Location::File(path) => path.display().to_string(),
            Location::Untitled(name) => name.to_string(),
        };
        for number in expired(snapshot, key) {
            let at = doc.file.verdicts[number].decision.span.start as usize;
            let line = doc.buffer().position(at, Encoding::Utf32).line + 1;
            let text = needs_another_look(snapshot, doc, number);
            let title = "needs-another-look";
            let _ = writeln!(out, "::warning file={},line={line},title={title}::{}", property(&file), data(&text));
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
