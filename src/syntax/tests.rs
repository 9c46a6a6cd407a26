//! What is read of Markdown and plain text, and that every byte knows its place.

use proptest::prelude::*;

use super::*;
use crate::text::Span;

/// The blocks, one line each: the kind and the words.
fn outline(source: &str, format: Format) -> String {
    let read = prose(source, format);
    check(source, &read);
    let lines = read.blocks.iter().map(|block| format!("{:?}: {}\n", block.kind, block.text));
    lines.collect()
}

fn markdown(source: &str) -> String {
    outline(source, Format::Markdown)
}

fn plain(source: &str) -> String {
    outline(source, Format::Plain)
}

/// The words of the only block.
fn words(source: &str) -> String {
    let read = prose(source, Format::Markdown);
    check(source, &read);
    assert_eq!(read.blocks.len(), 1, "{:?}", read.blocks);
    read.blocks[0].text.to_string()
}

/// Holds what the rest of the program relies on.
fn check(source: &str, read: &Prose) {
    let inside = |span: Span| source.get(span.range()).is_some();
    let mut end = 0;
    for block in &read.blocks {
        assert!(inside(block.span) && end <= block.span.start, "{:?} in {source:?}", block.span);
        end = block.span.end;
        assert!(!block.text.trim().is_empty());
        check_map(source, block);
    }
    let marks = read.annotations.iter().map(|a| (a.span, a.words));
    let marks = marks.chain(read.footnotes.iter().map(|f| (f.span, f.span)));
    let marks = marks.chain(read.links.iter().map(|l| (l.span, l.span)));
    for (outer, inner) in marks {
        assert!(inside(outer) && inside(inner) && outer.contains(inner), "{outer:?} {inner:?} in {source:?}");
    }
    assert!(read.front_matter.is_none_or(inside));
}

fn check_map(source: &str, block: &Block) {
    let (text, map) = (&block.text, &block.map);
    let mut ends = (0, 0);
    for (prose, file) in map.copied() {
        assert!(ends.0 <= prose.start && ends.1 <= file.start, "runs do not rise");
        assert_eq!(text.get(prose.range()), source.get(file.range()), "a run is no copy");
        assert!(block.span.contains(file), "{file:?} is outside {:?} in {source:?}", block.span);
        ends = (prose.end, file.end);
    }
    for (at, c) in text.char_indices() {
        let span = Span::new(at, at + c.len_utf8());
        let place = map.to_source(span);
        assert!(source.get(place.range()).is_some(), "{place:?} of {span:?} in {source:?}");
        assert!(!place.is_empty() && block.span.contains(place));
        let copied = map.copied().any(|(prose, _)| prose.contains(span));
        if copied {
            assert_eq!(place.of(source), span.of(text));
            assert_eq!(map.to_prose(place.start as usize), Some(at));
        }
    }
}

#[test]
fn markdown_blocks() {
    let source = "\
# Mayor *resigns*

Second headline
---------------

First line
second line\\
third line  
fourth.

> Quoted
> words.

- one
- two

  more
  - inner
1. first

| a | b |
|---|---|
| c | d \\| e |

    indented code

```text
fenced code
```

[^n]: A note
    that goes on.

    - and lists
";
    insta::assert_snapshot!(markdown(source), @r#"
    Heading(1): Mayor resigns
    Heading(2): Second headline
    Paragraph: First line second line third line fourth.
    Quote: Quoted words.
    ListItem: one
    ListItem: two
    ListItem: more
    ListItem: inner
    ListItem: first
    TableCell: a
    TableCell: b
    TableCell: c
    TableCell: d | e
    FootnoteDefinition("n"): A note that goes on.
    FootnoteDefinition("n"): and lists
    "#);
}

#[test]
fn markup_inside_words_is_left_out() {
    assert_eq!(words("**Ann** *Lee* won __~5~ votes__ ~~or 6~~."), "Ann Lee won 5 votes .");
    assert_eq!(words("Run `cargo` now<!-- ha -->, <b>Ann</b>.<br>Go."), "Run  now, Ann. Go.");
    assert_eq!(
        words("![a photo](p.jpg) Ann &amp; Bo \\*left\\*&nbsp;— \"so\"..."),
        " Ann & Bo *left*\u{a0}— \"so\"..."
    );
    assert_eq!(words("- [x] done"), "done");
    assert_eq!(words("Cost: 5 < 6 & a [b] (c) {d} *e _f [g](h"), "Cost: 5 < 6 & a [b] (c) {d} *e _f [g](h");
}

#[test]
fn links_keep_their_words() {
    let source = "See [the *letter*](herald.md \"t\") and [ref], <https://a.example/b_c_>, \
                  https://b.example/x_y_(z). Or www.c.example?\n\n[ref]: other.txt\n";
    assert_eq!(words(source), "See the letter and ref, , . Or ?");
    let read = prose(source, Format::Markdown);
    let links: Vec<&str> = read.links.iter().map(|link| &*link.destination).collect();
    let bare = ["https://a.example/b_c_", "https://b.example/x_y_(z)", "www.c.example"];
    assert_eq!(links, [&["herald.md", "other.txt"], &bare[..]].concat());
    assert_eq!(read.links[3].span.of(source), bare[1]);
}

#[test]
fn footnotes_are_found_with_and_without_a_definition() {
    let source = "It rained.[^gauge] Twice.[^later]\n\n[^gauge]: See [the log](log.txt).\n";
    assert_eq!(markdown(source), "Paragraph: It rained. Twice.\nFootnoteDefinition(\"gauge\"): See the log.\n");
    let read = prose(source, Format::Markdown);
    let notes: Vec<(&str, &str)> = read.footnotes.iter().map(|f| (f.span.of(source), &*f.label)).collect();
    assert_eq!(notes, [("[^gauge]", "gauge"), ("[^later]", "later")]);
}

#[test]
fn annotations_keep_their_words() {
    let source = "Then [[ellison|*she* said]] so. [At least [12] people]{#toll-1} saw [[Mara Ellison]].";
    assert_eq!(words(source), "Then she said so. At least [12] people saw Mara Ellison.");
    let read = prose(source, Format::Markdown);
    let found: Vec<_> = read.annotations.iter().map(|a| (a.kind, &*a.id, a.words.of(source))).collect();
    let (entity, claim) = (AnnotationKind::Entity, AnnotationKind::Claim);
    assert_eq!(
        found,
        [
            (entity, "ellison", "*she* said"),
            (claim, "toll-1", "At least [12] people"),
            (entity, "Mara Ellison", "Mara Ellison"),
        ]
    );
    assert_eq!(read.annotations[1].span.of(source), "[At least [12] people]{#toll-1}");
}

#[test]
fn markup_that_is_not_closed_is_text() {
    for text in [
        "Then [[ellison|she said so.",
        "Then [[ellison|she] said so.",
        "[these words]{#} and [those]{id}",
        "a [^ b] and [^",
        "[[]] and [[|]] and []{#a}",
        "\\[[a]] and {#b}",
    ] {
        let unescaped = text.replace('\\', "");
        assert_eq!(words(text), unescaped);
    }
}

#[test]
fn words_in_html_blocks_are_read() {
    let source = "\
<div class=\"lead\">
<p>The <b>mayor</b>
resigned&rsquo;s &amp; <!-- not
this --> left.</p><p>She 3 < 4.</p>
<script>
no(\"words\");
</script>
</div>

<br>
Then it rained.
";
    insta::assert_snapshot!(markdown(source), @r"
    Paragraph: The mayor resigned’s &  left.
    Paragraph: She 3 < 4.
    Paragraph: Then it rained.
    ");
}

#[test]
fn front_matter_is_no_prose() {
    for (source, inner) in [
        ("---\ndate: 2026-03-11\n---\n\nText.\n", "date: 2026-03-11\n"),
        ("\u{FEFF}---\r\na: 1\r\nb: 2\r\n...\r\nText.", "a: 1\r\nb: 2\r\n"),
        ("--- \n# note\n\na:\n  - b\n---\nText.", "# note\n\na:\n  - b\n"),
    ] {
        for format in [Format::Markdown, Format::Plain] {
            let read = prose(source, format);
            assert_eq!(read.front_matter.map(|span| span.of(source)), Some(inner));
            assert_eq!(outline(source, format), "Paragraph: Text.\n");
        }
    }
    for source in ["---\na: 1\nText.\n", "---\nThe mayor\n\nresigned.\n---\n", "a: 1\n---\nText\n", "---\n---\n", "---"]
    {
        assert_eq!(prose(source, Format::Markdown).front_matter, None, "{source}");
        assert_eq!(prose(source, Format::Plain).front_matter, None, "{source}");
    }
}

#[test]
fn plain_paragraphs() {
    assert_eq!(
        plain("One.\n\nTwo\u{a0}and\tthree.\r\n \t\r\nFour. \r\rFive."),
        "\
        Paragraph: One.\nParagraph: Two\u{a0}and\tthree.\nParagraph: Four.\nParagraph: Five.\n"
    );
    assert_eq!(plain("\u{FEFF}One.\u{c}\n\n\u{c}Two."), "Paragraph: One.\nParagraph: Two.\n");
    assert_eq!(plain(""), "");
    assert_eq!(plain(" \n\u{FEFF}\n"), "Paragraph: \u{FEFF}\n");
}

#[test]
fn wrapped_lines_are_joined() {
    let wrapped = "\
Mayor resigns after vote on harbour
By Ann Lee

MARREN (Statewire) - The mayor of this harbour town resigned on Friday, said
Mara Ellison, who leads the council. The vote was 7 to 2, and it came after
a night of talks in the town hall.
    On Saturday the council is to meet again, this time without
Dov Haldane, who is ill.
- one thing
- another thing
";
    insta::assert_snapshot!(plain(wrapped), @r"
    Heading(1): Mayor resigns after vote on harbour
    Paragraph: By Ann Lee
    Paragraph: MARREN (Statewire) - The mayor of this harbour town resigned on Friday, said Mara Ellison, who leads the council. The vote was 7 to 2, and it came after a night of talks in the town hall.
    Paragraph: On Saturday the council is to meet again, this time without Dov Haldane, who is ill.
    ListItem: one thing
    ListItem: another thing
    ");
}

#[test]
fn lines_too_long_to_be_wrapped_are_paragraphs() {
    let long = "The council met for hours and hours and could not agree on anything at all that night. ".repeat(3);
    let source = format!("A night without end\n{long}\n{long}\n{long}");
    let expected = format!("Heading(1): A night without end\n{}", format!("Paragraph: {}\n", long.trim()).repeat(3));
    assert_eq!(plain(&source), expected);
}

#[test]
fn headlines() {
    let heading = |source: &str| plain(source).starts_with("Heading(1)");
    assert!(heading("Mayor resigns\n\nShe left on Friday after a long vote.\n"));
    assert!(heading("Who resigned?\nShe left on Friday after a long vote, the council said.\n"));
    assert!(!heading("The mayor resigned.\n\nShe left on Friday after a long vote.\n"));
    assert!(!heading("Mayor resigns"));
    assert!(!heading("March 12, 2017\n\nShe left on Friday after a long vote.\n"));
    assert!(!heading("By Ann Lee\n\nShe left on Friday after a long vote.\n"));
    let dated = plain("2017-03-12\n\nMayor resigns\n\nShe left on Friday after a long vote.\n");
    assert!(dated.contains("Heading(1): Mayor resigns"), "{dated}");
}

#[test]
fn bare_urls_in_plain_text_are_left_out() {
    let source = "Read https://a.example/x?y=1. It is long (www.b.example).";
    assert_eq!(plain(source), "Paragraph: Read . It is long ().\n");
    assert_eq!(prose(source, Format::Plain).links.len(), 2);
}

/// Text that looks like articles, with every kind of markup, whole and broken.
fn articles() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "---\n",
        "date: 2020-01-01\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "# ",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\t",
        "```\n",
        "`",
        "*",
        "**",
        "_",
        "~~",
        "~",
        "[",
        "]",
        "(",
        ")",
        "[[a|",
        "]]",
        "{#a}",
        "[^1]",
        "[^1]: ",
        "![",
        "](u)",
        "&amp;",
        "&#x41;",
        "&",
        "\\",
        "\\[",
        "<b>",
        "</div>\n",
        "<div>",
        "<!--",
        "-->",
        "<",
        "|",
        "\n|-|-|\n",
        "https://a.b/c",
        "www.x",
        "http://",
        "Ann Lee ",
        "said. ",
        "\"Go.\" ",
        "é",
        "❤️",
        "\u{a0}",
        "\u{FEFF}",
        "\u{c}",
        "\0",
        "x",
    ]);
    let part = prop_oneof![20 => parts.prop_map(str::to_owned), 1 => "\\PC{0,3}"];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_byte_knows_its_place(source in articles()) {
        for format in [Format::Markdown, Format::Plain] {
            check(&source, &prose(&source, format));
        }
    }

    #[test]
    fn any_text_is_read(source in any::<String>()) {
        for format in [Format::Markdown, Format::Plain] {
            check(&source, &prose(&source, format));
        }
    }

    /// Plain text loses nothing but white space, bullets and URLs.
    #[test]
    fn plain_text_is_kept(source in "([A-Za-z.,é❤\"]{1,9}[ \n\r\t]{0,3}){0,60}") {
        prop_assume!(!source.contains("www."));
        let kept: String = prose(&source, Format::Plain).blocks.iter().map(|block| &*block.text).collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&kept), bare(&source));
    }
}
