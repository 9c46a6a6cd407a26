//! What every mark means: a page for each code, inside the binary.

use std::fmt::Write;

use crate::{compare::DifferenceKind, facts::CheckKind};

/// The page about a code of diagnostics, in Markdown; `None` for a code that there is not.
pub fn explain(code: &str) -> Option<String> {
    if let Some(kind) = DifferenceKind::ALL.iter().find(|kind| kind.code() == code) {
        return Some(format!("{}\n{SETTLE}", page(*kind)));
    }
    marks().find(|(other, _)| *other == code).map(|(code, text)| format!("# {code}\n\n{}\n", text.trim()))
}

/// All codes, the kinds of difference first.
pub fn codes() -> impl Iterator<Item = &'static str> {
    DifferenceKind::ALL.iter().map(|kind| kind.code()).chain(marks().map(|(code, _)| code))
}

/// All codes with what they mean in a line each.
pub fn overview() -> String {
    let mut text = "Kinds of difference:\n\n".to_owned();
    let titles = DifferenceKind::ALL.iter().map(|kind| page(*kind).lines().next().unwrap_or_default());
    for (code, meaning) in titles.filter_map(|title| title.trim_start_matches("# ").split_once(" — ")) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {code:<18}{meaning}");
    }
    text.push_str("\nOther marks:\n\n");
    for (code, _) in marks() {
        let _ = writeln!(text, "  {code}");
    }
    text
}

/// What is the same about every kind of difference.
const SETTLE: &str = include_str!("settle.md");

/// The marks that are no differences: each a heading with its text.
const MARKS: &str = include_str!("marks.md");

fn marks() -> impl Iterator<Item = (&'static str, &'static str)> {
    MARKS.split("## ").filter_map(|section| section.split_once('\n'))
}

/// What is peculiar to a kind.
fn page(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Quantity => include_str!("quantity.md"),
        DifferenceKind::Time => include_str!("time.md"),
        DifferenceKind::Place => include_str!("place.md"),
        DifferenceKind::Sequence => include_str!("sequence.md"),
        DifferenceKind::Polarity => include_str!("polarity.md"),
        DifferenceKind::Denial => include_str!("denial.md"),
        DifferenceKind::Antonym => include_str!("antonym.md"),
        DifferenceKind::RoleSwap => include_str!("role_swap.md"),
        DifferenceKind::Initiator => include_str!("initiator.md"),
        DifferenceKind::Participant => include_str!("participant.md"),
        DifferenceKind::Presence => include_str!("presence.md"),
        DifferenceKind::Identity => include_str!("identity.md"),
        DifferenceKind::Quote => include_str!("quote.md"),
        DifferenceKind::Speaker => include_str!("speaker.md"),
        DifferenceKind::Certainty => include_str!("certainty.md"),
        DifferenceKind::Motive => include_str!("motive.md"),
        DifferenceKind::Characterisation => include_str!("characterisation.md"),
        DifferenceKind::Headline => include_str!("headline.md"),
        DifferenceKind::Within(CheckKind::Weekday) => include_str!("weekday.md"),
        DifferenceKind::Within(CheckKind::List) => include_str!("list.md"),
        DifferenceKind::Within(CheckKind::Part) => include_str!("part.md"),
        DifferenceKind::Within(CheckKind::Spelling) => include_str!("spelling.md"),
        DifferenceKind::Within(CheckKind::Age) => include_str!("age.md"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_page_that_says_how_to_settle_it() {
        for code in codes() {
            let page = explain(code).unwrap_or_else(|| panic!("no page about {code}"));
            assert!(page.starts_with(&format!("# {code}")), "{page}");
            let is_kind = DifferenceKind::ALL.iter().any(|kind| kind.code() == code);
            assert_eq!(
                page.contains("## What is not marked") && page.contains("## How to settle it"),
                is_kind,
                "{code}"
            );
            assert!(overview().contains(&format!("  {code}")), "{code}");
        }
    }

    #[test]
    fn no_page_says_who_is_right() {
        let taken = ["false", "wrong", "error", "incorrect", "debunked", "refuted", "contradict"];
        for page in codes().filter_map(explain) {
            let lower = page.to_lowercase();
            assert!(taken.iter().all(|word| !lower.contains(word)), "{page}");
        }
    }
}
