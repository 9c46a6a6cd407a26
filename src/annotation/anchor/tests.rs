//! Anchors in real text: they are found wherever the text moves, and never taken for what was changed.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::syntax::{Format, prose};

fn resolve(text: &str, format: Format, anchor: &Anchor) -> Found {
    let set = AnchorSet::new(BTreeSet::from([anchor.clone()]));
    set.resolve(text, &prose(text, format)).remove(0)
}

fn anchor(quote: &str, before: &str, after: &str) -> Anchor {
    Anchor { quote: quote.into(), before: before.into(), after: after.into() }
}

fn words(text: &str, found: &Found) -> String {
    found.place().map_or_else(|| format!("{found:?}"), |span| span.of(text).to_owned())
}

#[test]
fn spelling_that_readers_do_not_see_does_not_matter() {
    for (text, quote) in [
        ("The clerk said “we knew\r\nnothing”.", "said \"we knew nothing\""),
        ("The *clerk* said it cost 3–4 crowns.", "clerk said it cost 3-4"),
        ("Jose\u{301} went home 😀 late.", "José went home 😀 late"),
        ("A ferry’s\u{A0}bell  rang", "ferry's bell rang"),
    ] {
        let found = resolve(text, Format::Markdown, &anchor(quote, "", ""));
        assert!(matches!(found, Found::Here { exact: false, .. }), "{text}: {found:?}");
    }
    let text = "It was **cold** &amp; wet.";
    let found = resolve(text, Format::Markdown, &anchor("cold & wet", "", ""));
    assert_eq!(words(text, &found), "cold** &amp; wet");
}

#[test]
fn context_tells_places_apart() {
    let text = "First 12 people came. Then 12 people left. In all, 112 people.";
    assert!(
        matches!(resolve(text, Format::Plain, &anchor("12 people", "", "")), Found::Ambiguous(spans) if spans.len() == 2)
    );
    let left = resolve(text, Format::Plain, &anchor("12 people", "Then", "left."));
    assert_eq!(left.here().map(|span| span.start), Some(27));
    let came = resolve(text, Format::Plain, &anchor("12 people", "", "came"));
    assert!(matches!(came, Found::Ambiguous(_)), "a part of a word is no context: {came:?}");
}

#[test]
fn changed_words_are_found_and_said_to_be_changed() {
    let text = "The harbour master said that 15 boats were lost on Friday. The storm went on.";
    let found = resolve(text, Format::Plain, &anchor("14 boats", "master said that", "were lost on Friday."));
    assert_eq!(found, Found::Changed(Span::new(29, 37)), "{}", words(text, &found));
    let gone = resolve(text, Format::Plain, &anchor("the dog barked at", "Nobody heard when", "the passing train"));
    assert_eq!(gone, Found::Lost);
}

#[test]
fn what_is_too_common_is_not_searched() {
    let text = "no ".repeat(400);
    assert_eq!(resolve(&text, Format::Plain, &anchor("no", "", "")), Found::NotSearched);
    assert_eq!(resolve("", Format::Plain, &anchor("no", "", "")), Found::Lost);
}

#[test]
fn source_notes_are_not_searched() {
    let text = "It rained.[^a]\n\n[^a]: “It rained.” was on the tape.\n";
    assert!(matches!(resolve(text, Format::Markdown, &anchor("It rained.", "", "")), Found::Here { .. }));
}

/// Sentences of many kinds; no two alike.
const SENTENCES: &[&str] = &[
    "The mill on the Orrin caught fire at dawn, and 14 people fled across the yard.",
    "“Nobody told us,” said Pia Lund, who lives next door.",
    "Jose\u{301} Abril, 61, counted nine engines 😀 at the gate.",
    "The council had put off the repairs until May — twice.",
    "Twelve people were treated for smoke,\r\nnone of them for burns.",
    "It was the third fire in as many years & the worst.",
    "Insurers put the loss at €2.5 million, the owner at half of that.",
];

fn article(order: &[usize], one_line: bool) -> String {
    let join = if one_line { " " } else { "\r\n\r\n" };
    let sentence = |i: &usize| if one_line { SENTENCES[*i].replace("\r\n", " ") } else { SENTENCES[*i].to_owned() };
    order.iter().map(sentence).collect::<Vec<_>>().join(join)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Normal text stays as it is, and has neither two blanks side by side nor any at its ends.
    #[test]
    fn normal_text_is_normal(text in "([ -~]|[“’…–\u{301}\u{A0}\u{AD}é]|\r\n|\\PC){0,40}") {
        let once = normal(&text);
        prop_assert_eq!(&normal(&once), &once);
        prop_assert!(once.split(' ').all(|word| !word.is_empty()) || once.is_empty(), "{:?}", once);
    }

    /// Any words anchored in an article are found again at the same place in the moved text.
    #[test]
    fn an_edit_elsewhere_loses_nothing(
        order in Just((0..SENTENCES.len()).collect::<Vec<_>>()).prop_shuffle(),
        one_line in any::<bool>(),
        from in 0.0..1.0f64,
        length in 1..9usize,
        other in 0..6usize,
        with in "([a-z .,“”é😀]|\r\n){0,30}",
    ) {
        let text = article(&order, one_line);
        // Words of one sentence, anchored in their paragraph.
        let sentence = SENTENCES[order[0]].replace("\r\n", if one_line { " " } else { "\r\n" });
        let all: Vec<&str> = sentence.split_whitespace().collect();
        let first = ((all.len() as f64) * from) as usize;
        let last = (first + length).min(all.len());
        let start = all[first].as_ptr() as usize - sentence.as_ptr() as usize;
        let end = all[last - 1].as_ptr() as usize - sentence.as_ptr() as usize + all[last - 1].len();
        let around = if one_line { text.clone() } else { sentence.clone() };
        let anchor = anchor_of(&around, Span::new(start, end));
        let before = resolve(&text, Format::Plain, &anchor);
        prop_assert_eq!(before.here(), Some(Span::new(start, end)), "{:?}", anchor);
        // Something is inserted or replaced in another sentence, or the article gets a new beginning.
        let other = SENTENCES[order[1 + other]].replace("\r\n", if one_line { " " } else { "\r\n" });
        let at = text.find(&other).expect("it is in the article");
        let middle = text.floor_char_boundary(at + other.len() / 2);
        let edited = format!("A new start. {}{with}{}", &text[..middle], &text[middle..]);
        let after = resolve(&edited, Format::Plain, &anchor);
        prop_assert_eq!(after.here(), Some(Span::new(start, end).shift("A new start. ".len())), "{:?}", anchor);
    }
}
