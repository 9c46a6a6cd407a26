//! Reading takes time linear in the length of an article, whatever is in it.

use std::time::{Duration, Instant};

use twosource::{
    annotation::metadata,
    language::{Sentence, sentences},
    syntax::{Format, prose},
};

/// Eight times the text may take this many times as long; quadratic time would take 64 times.
const GROWTH: u32 = 24;
/// Below this a measurement is mostly noise.
const NOISE: Duration = Duration::from_millis(40);

fn read(text: &str) {
    for format in [Format::Markdown, Format::Plain] {
        let prose = prose(text, format);
        metadata(text, &prose);
        for block in &prose.blocks {
            sentences(&block.text);
        }
    }
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    read(text);
    start.elapsed()
}

#[test]
fn reading_is_linear() {
    let parts = [
        "Mr. Dunne, 52, left at 4 p.m. Tuesday. \"It is over. I was fired,\" he said. ",
        "A line of text that was wrapped at some sixty characters or so\n",
        "word ",
        "x",
        "a.b",
        "?\"Aa",
        "\"",
        "'",
        "? ",
        "[",
        "[[a|",
        "]",
        "[a]{#b}",
        "[^a]",
        "(",
        ")",
        "*a_",
        "`",
        "&amp;",
        "<b>",
        "<div>\n",
        "<!--",
        "https://a.example/))))",
        "www.",
        "\n",
        "\r\n\r\n",
        "- a\n",
        "> ",
        "> a\n\n",
        "|a",
        "1. A",
        "U. S. ",
        "é❤️. ",
        "---\na: b\n",
        " ",
        "\u{c}",
    ];
    for part in parts {
        let text = part.repeat(8_192 / part.len());
        let eightfold = text.repeat(8);
        linear(part, &text, &eightfold);
    }
    for (open, close) in [("[", "]"), ("[[", "]]"), ("[[a|", "]]"), ("(", ")"), ("“", "”"), ("<b>", "</b>")] {
        let nested = |depth| format!("{}{}", open.repeat(depth), close.repeat(depth));
        linear(open, &nested(2_000), &nested(16_000));
    }
}

/// Holds that `eightfold` takes about eight times as long as `text`.
fn linear(part: &str, text: &str, eightfold: &str) {
    // What disturbs a measurement makes it longer: one good one is enough.
    let grows = || {
        let short = time(text).max(NOISE / 8);
        time(eightfold) > short * GROWTH
    };
    assert!(!(0..5).all(|_| grows()), "{part:?} takes more than linear time");
}

#[test]
fn a_megabyte_without_a_full_stop_is_read() {
    let text = "extraordinarily, “long-winded” councilwomen ".repeat(21_000);
    assert!(text.len() > 1_000_000);
    let all = sentences(&text);
    assert_eq!(all.len(), 1);
    let tokens = |text: &str| Sentence::new(text).tokens.len();
    let short = text.char_indices().map(|(at, _)| at).nth(text.chars().count() / 8).unwrap_or(0);
    let (short, long) = (&text[..short], text.as_str());
    let mut counts = (0, 0);
    let grows = (0..3).all(|_| {
        let start = Instant::now();
        counts.0 = tokens(short);
        let one = start.elapsed().max(NOISE / 8);
        let start = Instant::now();
        counts.1 = tokens(long);
        start.elapsed() > one * GROWTH
    });
    assert!(!grows, "a long sentence takes more than linear time");
    assert!(counts.1 > 7 * counts.0 && counts.0 > 10_000);
}
