//! Differences for a terminal: both passages, each in its place.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level as Heading, Renderer, Snippet, renderer::DecorStyle};

use crate::{
    compare::{Difference, Level, Opinion, Side, headline},
    features::{Config, Diagnostic, Severity, diagnostics, expired, judged_differences},
    text::Encoding,
    workspace::Snapshot,
};

/// Columns; longer lines are cut around the passage, which is what one-line articles need.
const WIDTH: usize = 100;

/// Every difference of the story `key` with both passages, coloured with ANSI escapes; with `why`, the reasons too.
pub fn excerpts(snapshot: &Snapshot, key: &str, why: bool) -> String {
    let differences = judged_differences(snapshot, key);
    let open = differences.iter().filter(|(_, opinion)| !opinion.is_some_and(Opinion::settles));
    let excerpts: String = open.map(|(difference, _)| excerpt(snapshot, difference, why) + "\n\n").collect();
    excerpts + &story_file(snapshot, key)
}

/// What is to be mended in the story file, verdicts that need another look among it, each on a line.
fn story_file(snapshot: &Snapshot, key: &str) -> String {
    let Some(doc) = snapshot.doc(key) else { return String::new() };
    let found = diagnostics(snapshot, doc.id, &Config::default());
    let loud = found.into_iter().filter(|diagnostic| diagnostic.severity != Severity::Hint);
    let line = |diagnostic: Diagnostic| {
        let line = doc.buffer().position(diagnostic.span.start as usize, Encoding::Utf32).line + 1;
        format!("story.toml:{line}: {}\n\n", diagnostic.message)
    };
    loud.map(line).collect()
}

fn excerpt(snapshot: &Snapshot, difference: &Difference, why: bool) -> String {
    let heading = match difference.level {
        Level::Differs => Heading::WARNING,
        Level::Note => Heading::NOTE,
    };
    let title = Group::with_title(heading.clone().no_name().primary_title(headline(difference)));
    let left = passage(snapshot, &difference.left).into_iter();
    let right = passage(snapshot, &difference.right).into_iter();
    let steps = difference.why.iter().filter(|_| why);
    let steps = steps.map(|step| Heading::NOTE.with_name(Some("why")).message(step.as_str()));
    let groups = [title.elements(left), Group::with_level(heading).elements(right).elements(steps)];
    Renderer::styled().decor_style(DecorStyle::Unicode).term_width(WIDTH).render(&groups)
}

/// The lines of a passage, with who says so beneath.
fn passage<'a>(snapshot: &'a Snapshot, side: &'a Side) -> Option<Snippet<'a, Annotation<'a>>> {
    let article = super::article(snapshot, side.at.article)?;
    let words = AnnotationKind::Primary.span(side.at.span.range()).label(side.attribution.as_deref());
    Some(Snippet::source(article.text().as_ref()).path(super::path(article)).annotation(words))
}

/// How the story `key` stands, in one line: `examples/dismissal: 2 articles, 4 differences, 1 note`.
pub fn summary(snapshot: &Snapshot, key: &str) -> String {
    let story = snapshot.story(key).unwrap_or_default();
    let differences = judged_differences(snapshot, key);
    let settled = |(_, opinion): &&(Difference, Option<Opinion>)| opinion.is_some_and(Opinion::settles);
    let open = differences.iter().filter(|judged| !settled(judged));
    let notes = open.clone().filter(|(d, _)| d.level == Level::Note).count();
    let mut counts =
        vec![count(story.accounts().len(), "article"), count(open.count() - notes, "difference"), count(notes, "note")];
    let (settled, ended) = (differences.iter().filter(settled).count(), expired(snapshot, key).len());
    counts.extend((settled > 0).then(|| format!("{settled} settled")));
    counts.extend((ended > 0).then(|| match ended {
        1 => "1 verdict needs another look".to_owned(),
        _ => format!("{ended} verdicts need another look"),
    }));
    format!("{key}: {}", counts.join(", "))
}

/// `no notes`, `1 note`, `2 notes`.
fn count(n: usize, what: &str) -> String {
    match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{n} {what}s"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        compare::{ArticleId, DifferenceKind, Passage},
        syntax::Format,
        text::Span,
        workspace::{Article, Location},
    };

    fn snapshot(texts: &[(&str, &str)]) -> Snapshot {
        let articles = texts.iter().enumerate();
        articles.fold(Snapshot::default(), |snapshot, (id, (name, text))| {
            let article = Article::new(
                ArticleId(id as u32),
                Location::File(name.into()),
                (*name).into(),
                Format::Plain,
                (*text).into(),
                None,
            );
            snapshot.with("story".into(), Arc::new(article))
        })
    }

    fn side(snapshot: &Snapshot, article: u32, words: &str, who: Option<&str>) -> Side {
        let article = ArticleId(article);
        let text = &snapshot.article(article).expect("it was added").text();
        let start = text.find(words).expect("the words are in the text");
        Side {
            at: Passage { article, span: Span::new(start, start + words.len()) },
            attribution: who.map(Into::into),
            denies: false,
        }
    }

    #[test]
    fn both_passages_are_shown_in_their_places() {
        let snapshot = snapshot(&[
            (
                "courier.md",
                "The storm passed over the island in the night. By noon on Sunday the harbour master had counted \
                 19 boats on the rocks below the old lighthouse. “More will turn up,” she said.",
            ),
            ("herald.txt", "Sunday\n\nThe storm threw 26 boats\non the rocks, said Oskar Lindqvist.\n"),
        ]);
        let difference = Difference {
            kind: DifferenceKind::Quantity,
            level: Level::Differs,
            left: side(&snapshot, 0, "19 boats", None),
            right: side(&snapshot, 1, "26 boats\non the rocks", Some("Oskar Lindqvist")),
            why: vec!["same count: boats on the rocks".into()],
        };
        let shown = anstream::adapter::strip_str(&excerpt(&snapshot, &difference, true)).to_string();
        insta::assert_snapshot!(shown);
    }
}
