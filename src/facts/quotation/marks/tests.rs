//! Marks of every style and state, and properties of any text.

use super::*;
use proptest::prelude::*;

/// The stretches without their marks; `>` for each level of depth, `+` where one resumes, `~` where none closes.
fn found(text: &str) -> Vec<String> {
    stretches(text, false)
        .iter()
        .map(|m| {
            format!(
                "{}{}{}{}",
                ">".repeat(m.depth as usize),
                if m.resumes { "+" } else { "" },
                m.inner.of(text),
                if m.closed { "" } else { "~" }
            )
        })
        .collect()
}

#[test]
fn marks_of_every_style() {
    for text in [
        "“We won,” she said.",
        "\"We won,\" she said.",
        "‘We won,’ she said.",
        "'We won,' she said.",
        "«We won,» she said.",
        "»We won,« she said.",
        "„We won,“ she said.",
        "„We won,” she said.",
        "``We won,'' she said.",
        "”We won,” she said.",
        "?We won,? she said.",
        "\u{FFFD}We won,\u{FFFD} she said.",
    ] {
        assert_eq!(found(text), ["We won,"], "{text}");
    }
}

#[test]
fn apostrophes_are_no_marks() {
    for text in [
        "The workers' strike wasn't the drivers' idea.",
        "The boys’ mother’s house, built in the ’90s",
        "Rock 'n' roll of the '60s; get 'em",
        "He is 6'3\" tall.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
    assert_eq!(found("'The nurses' union can't wait,' he said."), ["The nurses' union can't wait,"]);
    assert_eq!(found("'Nothin' doing,' he said, 'not now.'"), ["Nothin' doing,", "not now."]);
}

#[test]
fn questions_are_no_marks() {
    assert!(found("Who knew? Nobody. What now?").is_empty());
    assert_eq!(
        found("?Who is next? We dont know,? she said. ?Ask them.?"),
        ["Who is next? We dont know,", "Ask them."]
    );
    assert_eq!(found("It was a ?grand plan? of his."), ["grand plan"]);
    assert_eq!(found("Lee said on Monday.?He knows,? she said."), ["He knows,"]);
}

#[test]
fn nesting() {
    assert_eq!(
        found("“He told me ‘go home,’ so I went,” she said."),
        ["He told me ‘go home,’ so I went,", ">go home,"]
    );
    assert_eq!(found("'He told me \"go home\" twice,' she said."), ["He told me \"go home\" twice,", ">go home"]);
    assert_eq!(found("\"He called me a “liar” twice,\" she said."), ["He called me a “liar” twice,", ">liar"]);
    assert_eq!(found("\"He called me a \"liar\" twice,\" she said."), ["He called me a \"liar\" twice,", ">liar"]);
}

#[test]
fn damaged_and_mixed() {
    assert_eq!(found("He wrote: \"I quit. \" Then he left. \"Bye. \""), ["I quit. ", "Bye. "]);
    assert_eq!(found("It would take \"more time” than that."), ["more time"]);
    assert_eq!(found("It would take “more time\" than that."), ["more time"]);
    assert_eq!(found("He left.\"Good,\" she said.\"Very good.\""), ["Good,", "Very good."]);
}

#[test]
fn a_quotation_that_no_mark_closes() {
    assert_eq!(found("“We won. And that is that."), ["We won. And that is that.~"]);
    assert_eq!(found("“We won. “And that is that,” she said."), ["We won.~", "+And that is that,"]);
    assert!(found("A stray \" mark and no more").is_empty());
    assert!(stretches("“And it goes on.”", true)[0].resumes);
}

proptest! {
    #[test]
    fn any_text(text in "\\PC{0,80}") {
        check(&text);
    }

    #[test]
    fn any_mixture_of_marks(text in "[\"'“”‘’«»„?`. ,a1\\u{FFFD}\n-]{0,60}") {
        check(&text);
    }
}

/// Stretches are sorted, nest or stand apart, and begin and end on character boundaries.
fn check(text: &str) {
    let all = stretches(text, true);
    for m in &all {
        assert!(m.span.contains(m.inner));
        assert!(text.get(m.span.range()).is_some() && text.get(m.inner.range()).is_some());
    }
    for (i, a) in all.iter().enumerate() {
        for b in &all[i + 1..] {
            assert!(a.span.start < b.span.start);
            assert!(!a.span.overlaps(b.span) || a.span.contains(b.span), "{a:?} {b:?}");
        }
    }
}
