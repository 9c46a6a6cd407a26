//! A story as one HTML page: for each two articles both texts side by side, what they have in common in one row, differences
//! marked. It needs neither scripts nor the network; whatever the articles hold, it is shown as text.

use std::fmt::Write;

use super::align::aligned;
use crate::{
    compare::{Difference, Level, Opinion, Passage, Story, message},
    features::judged_differences,
    syntax::BlockKind,
    text::Span,
    workspace::{Article, Snapshot},
};

/// A difference, its number on the page, and whether a verdict settles it.
struct Marked<'a> {
    number: usize,
    difference: &'a Difference,
    settled: bool,
}

/// The page of the story `key`.
pub fn page(snapshot: &Snapshot, key: &str) -> String {
    let judged = judged_differences(snapshot, key);
    let all: Vec<Marked> = (1..)
        .zip(&judged)
        .map(|(number, (difference, opinion))| Marked {
            number,
            difference,
            settled: opinion.is_some_and(Opinion::settles),
        })
        .collect();
    let story = snapshot.story(key).unwrap_or_default();
    let articles = snapshot.articles_of_story(key);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{0}</title>\n<style>\n{1}</style>\n<h1>{0}</h1>\n",
        escaped(key),
        include_str!("page.css"),
    );
    for (i, left) in articles.iter().enumerate() {
        for right in &articles[i + 1..] {
            pair(&mut out, &story, left, right, &all);
        }
    }
    out.push_str("</html>\n");
    out
}

fn pair(out: &mut String, story: &Story, left: &Article, right: &Article, all: &[Marked]) {
    let of_both = |a: Passage, b: Passage| a.article == left.id && b.article == right.id;
    let marked: Vec<&Marked> = all.iter().filter(|m| of_both(m.difference.left.at, m.difference.right.at)).collect();
    let agreements: Vec<_> = story.agreements().into_iter().filter(|a| of_both(a.left, a.right)).collect();
    // Writing to a string cannot fail.
    let _ = write!(out, "<section>\n<h2>{} | {}</h2>\n<ol>\n", escaped(&left.name), escaped(&right.name));
    for Marked { number, difference, settled } in &marked {
        let class = class(difference, *settled);
        let text = escaped(&message(story, difference, None));
        let _ = writeln!(out, "<li value=\"{number}\" class=\"{class}\"><a href=\"#a{number}\">{text}</a></li>");
    }
    out.push_str("</ol>\n<div class=\"pair\">\n");
    let links = marked.iter().map(|m| (m.difference.left.at.span, m.difference.right.at.span));
    let links = links.chain(agreements.iter().map(|a| (a.left.span, a.right.span)));
    let block = |article: &Article, span: Span| article.prose().blocks.iter().position(|b| b.span.overlaps(span));
    let links = links.filter_map(|(a, b)| Some((block(left, a)?, block(right, b)?))).collect();
    for (a, b) in aligned(links, left.prose().blocks.len(), right.prose().blocks.len()) {
        let marks = |left: bool| {
            let spans =
                marked.iter().map(|m| (if left { m.difference.left.at } else { m.difference.right.at }.span, Some(*m)));
            let same = agreements.iter().map(|a| (if left { a.left } else { a.right }.span, None));
            let mut all: Vec<(Span, Option<&Marked>)> = spans.chain(same).collect();
            all.sort_by_key(|(span, marked)| (span.start, marked.is_none(), span.end));
            all
        };
        cell(out, left, a, &marks(true), ["a", "b"]);
        cell(out, right, b, &marks(false), ["b", "a"]);
    }
    out.push_str("</div>\n</section>\n");
}

/// One paragraph with its marks; an empty cell for none. `sides`: what the anchors here and on the other side begin with.
fn cell(
    out: &mut String,
    article: &Article,
    block: Option<usize>,
    marks: &[(Span, Option<&Marked>)],
    sides: [&str; 2],
) {
    let Some(block) = block.and_then(|block| article.prose().blocks.get(block)) else {
        out.push_str("<div></div>\n");
        return;
    };
    let (tag, text) = (if matches!(block.kind, BlockKind::Heading(_)) { "h3" } else { "p" }, article.text());
    let _ = write!(out, "<div><{tag}>");
    let mut at = block.span.start;
    for (span, marked) in marks.iter().filter(|(span, _)| block.span.contains(*span)) {
        if span.start < at {
            // One mark for words that have several.
            continue;
        }
        out.push_str(&escaped(Span { start: at, end: span.start }.of(text)));
        let words = escaped(span.of(text));
        let _ = match marked {
            Some(Marked { number, difference, settled }) => {
                let class = class(difference, *settled);
                let [here, there] = sides;
                write!(
                    out,
                    "<mark id=\"{here}{number}\" class=\"{class}\"><a href=\"#{there}{number}\">{words}</a></mark>"
                )
            }
            None => write!(out, "<span class=\"same\">{words}</span>"),
        };
        at = span.end;
    }
    out.push_str(&escaped(Span { start: at, end: block.span.end.max(at) }.of(text)));
    let _ = writeln!(out, "</{tag}></div>");
}

fn class(difference: &Difference, settled: bool) -> &'static str {
    match difference.level {
        _ if settled => "settled",
        Level::Differs => "differs",
        Level::Note => "note",
    }
}

/// Text that HTML shows as it is, between tags and in attributes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
