//! Whole articles: what is found, and whose it is.

use proptest::prelude::*;

use super::quotations;
use crate::{
    facts::{Quotation, QuotationKind, place::place},
    syntax::{Format, prose},
};

fn read(text: &str, format: Format) -> Vec<Quotation> {
    let prose = prose(text, format);
    quotations(&prose, &place(&prose, None))
}

/// One line for each quotation: `speaker | cue | words`, with `+` in front of one that goes on with the one before.
fn found(text: &str, format: Format) -> Vec<String> {
    let line = |q: &Quotation| {
        format!(
            "{}{} | {} | {}",
            if q.continues { "+ " } else { "" },
            q.speaker_phrase().map_or("-", |s| s.of(text)),
            q.cue.map_or("-", |s| s.of(text)),
            q.span.of(text)
        )
    };
    read(text, format).iter().filter(|q| q.kind != QuotationKind::Phrase).map(line).collect()
}

#[track_caller]
fn check(text: &str, lines: &[&str]) {
    assert_eq!(found(text, Format::Plain), lines, "{text}");
}

#[track_caller]
fn check_markdown(text: &str, lines: &[&str]) {
    assert_eq!(found(text, Format::Markdown), lines, "{text}");
}

#[test]
fn a_clause_behind_a_quotation() {
    check("“We won,” said Ann Lee, the mayor.", &["Ann Lee | said | “We won,”"]);
    check("“We won,” Ann Lee said.", &["Ann Lee | said | “We won,”"]);
    check("“We won,” she told reporters on Friday.", &["she | told | “We won,”"]);
    check("‘We won,’ said the captain.", &["the captain | said | ‘We won,’"]);
    check("\"Did we win?\" asked Lee.", &["Lee | asked | \"Did we win?\""]);
    check("“You pay your taxes,” a narrator in the clip asks.", &["a narrator | asks | “You pay your taxes,”"]);
    check("“We see schools every day,” the letter reads.", &["the letter | reads | “We see schools every day,”"]);
    check("“We won,” Bo Hendry, who leads the union, said in a statement.", &["Bo Hendry | said | “We won,”"]);
}

#[test]
fn a_clause_before_a_quotation() {
    check("Ann Lee said: “We won.”", &["Ann Lee | said | “We won.”"]);
    check("In a statement, the ministry said, “Nobody was hurt.”", &["the ministry | said | “Nobody was hurt.”"]);
    check("The clerk wrote: \"I quit. \" Then he left.", &["The clerk | wrote | \"I quit. \""]);
}

#[test]
fn a_judgement_ends_with_its_quotation() {
    check(
        "Ann Lee described the plan as a “costly mistake” during a visit to Port Ellis.",
        &["Ann Lee | described | the plan as a “costly mistake”"],
    );
    check(
        "Ann Lee blasted the clerk as a “coward” after the vote on Monday.",
        &["Ann Lee | blasted | the clerk as a “coward”"],
    );
    check(
        "Ann Lee described it as a “fraud” upon the voters.",
        &["Ann Lee | described | it as a “fraud” upon the voters"],
    );
}

#[test]
fn a_speaker_with_a_party_and_a_place() {
    check("“It will pass,” Ann Lee, R-Ky., said Tuesday.", &["Ann Lee | said | “It will pass,”"]);
    check(
        "“It will pass,” said Sen. Ann Lee (R-Ky.), who wrote it.",
        &["Sen. Ann Lee (R-Ky.) | said | “It will pass,”"],
    );
}

#[test]
fn a_clause_within() {
    check("“We won,” Lee said, “and that is that.”", &["Lee | said | “We won,”", "+ Lee | said | “and that is that.”"]);
    check(
        "“We won,” said Ann Lee. “It was close.”",
        &["Ann Lee | said | “We won,”", "+ Ann Lee | said | “It was close.”"],
    );
    check(
        "The bridge, officials said, was closed on Monday.",
        &["officials | said | The bridge", "+ officials | said | was closed on Monday"],
    );
}

#[test]
fn damaged_marks() {
    check(
        "?Im asking people to stay,? she said. ?It wont be easy.?",
        &["she | said | ?Im asking people to stay,?", "+ she | said | ?It wont be easy.?"],
    );
    check("Lee left.?He knew,? an aide said.", &["an aide | said | ?He knew,?"]);
}

#[test]
fn indirect_speech() {
    check("Lee said that the bridge was closed.", &["Lee | said | that the bridge was closed"]);
    check("The bridge was closed, officials said.", &["officials | said | The bridge was closed"]);
    check("Officials told Lee that the bridge was closed.", &["Officials | told | that the bridge was closed"]);
    check(
        "According to two people with knowledge of the talks, the bridge was closed.",
        &["two people | According to | the bridge was closed"],
    );
    check("The bridge was closed, according to Lee.", &["Lee | according to | The bridge was closed"]);
    check("The minister denied that he had resigned.", &["The minister | denied | that he had resigned"]);
    check("She vowed to appeal.", &["She | vowed | to appeal"]);
}

#[test]
fn mixed_speech() {
    check("Lee said the plan was “a good start” for all.", &["Lee | said | the plan was “a good start” for all"]);
    check("She called the plan “a disgrace.”", &["She | called | the plan “a disgrace.”"]);
}

#[test]
fn quotations_with_no_clause_of_their_own() {
    check(
        "The mayor was blunt.\n\n“Never again. Not here.”\n\nA paragraph follows here, as it must.",
        &["The mayor | - | “Never again. Not here.”"],
    );
    check(
        "Lee continued:\n\n“It was late. Nobody came.\n\n“We went home.”",
        &["Lee | - | “It was late. Nobody came.", "+ Lee | - | “We went home.”"],
    );
}

#[test]
fn titles_and_terms_are_nobodys() {
    let text = "The band played “Night Train” on Friday.";
    assert_eq!(read(text, Format::Plain)[0].kind, QuotationKind::Phrase);
}

#[test]
fn layout() {
    check_markdown("> We lost everything.\n>\n> — Ann Lee\n", &["Ann Lee | — | We lost everything."]);
    check_markdown("“We lost everything.” — Ann Lee\n", &["Ann Lee | — | “We lost everything.”"]);
    check_markdown("The mayor said:\n\n> We lost everything.\n", &["The mayor | said | We lost everything."]);
}

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,120}") {
        sound(&text);
    }

    #[test]
    fn any_mixture(words in proptest::collection::vec("said|Lee|that|she|\"|“|”|'|’|,|\\.|\n\n|\\?|:|—|according to|it|was|(|)| ", 0..60)) {
        sound(&words.join(" "));
        sound(&words.concat());
    }
}

/// Spans lie in the text and in one another as they should, and nothing is found twice.
fn sound(text: &str) {
    for format in [Format::Plain, Format::Markdown] {
        let all = read(text, format);
        for q in &all {
            assert!(!q.span.is_empty());
            for span in q.quoted.iter().chain(&q.cue).chain(&q.speaker).chain([&q.span]) {
                assert!(text.get(span.range()).is_some());
            }
            assert!(q.quoted.iter().all(|s| q.span.contains(*s)), "{q:?}");
        }
        for pair in all.windows(2) {
            assert!(pair[0].span.start <= pair[1].span.start);
            assert!(!pair[0].span.contains(pair[1].span), "{pair:?}");
        }
    }
}
