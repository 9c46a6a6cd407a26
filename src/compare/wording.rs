//! How a difference is put into words: both accounts quoted, neither taken to be right.

use super::{ArticleId, Difference, DifferenceKind, Level, Side, Story};
use crate::{facts::CheckKind, language::is_abbreviation, text::Span};

/// What to say about a difference where the reader stands in the article `here`; from outside both articles for `None`.
///
/// `Accounts differ (quantity): here "12 people"; herald.txt:4 "14 people" (Fire Chief Dov Haldane, 11 March).`
/// `Denied: Ellison, in herald.txt:9: "I never signed it".`
pub fn message(story: &Story, difference: &Difference, here: Option<ArticleId>) -> String {
    let seen = here.and_then(|article| difference.seen_from(article));
    if difference.kind == DifferenceKind::Denial
        && !difference.is_within()
        && let Some((here, there)) = seen
    {
        return if here.denies { format!("Denies {}.", passage(story, there)) } else { denied(story, there) };
    }
    let lead = headline(difference);
    let reason = match (difference.is_within(), difference.why.last()) {
        (true, Some(why)) => format!(" ({why})"),
        _ => String::new(),
    };
    match seen {
        Some((here, there)) => {
            format!("{lead}: here {}; {}{reason}.", with_attribution(words(story, here), here), passage(story, there))
        }
        None => {
            format!("{lead}: {}; {}{reason}.", passage(story, &difference.left), passage(story, &difference.right))
        }
    }
}

/// What kind of thing a difference is: `Accounts differ (quantity)`, `Denied`, `Note (time)`.
pub fn headline(difference: &Difference) -> String {
    let kind = label(difference.kind);
    match (difference.level, difference.kind) {
        (_, DifferenceKind::Headline) => "Headline and text differ".to_owned(),
        (_, DifferenceKind::Within(kind)) => within(kind).to_owned(),
        (Level::Note, _) => format!("Note ({kind})"),
        (Level::Differs, DifferenceKind::Denial) => "Denied".to_owned(),
        (Level::Differs, _) => format!("Accounts differ ({kind})"),
    }
}

/// What does not fit together within an article.
fn within(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Weekday => "Weekday and date do not go together",
        CheckKind::List => "The number and the list differ",
        CheckKind::Part => "The part is larger than the whole",
        CheckKind::Spelling => "Spelt in two ways",
        CheckKind::Age => "Age and date of birth do not go together",
    }
}

/// What a kind of difference is about, for readers who do not know its code.
fn label(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Polarity => "yes or no",
        DifferenceKind::Antonym => "opposite outcome",
        DifferenceKind::RoleSwap => "who did it to whom",
        DifferenceKind::Initiator => "who began it",
        DifferenceKind::Participant => "who took part",
        DifferenceKind::Presence => "who was there",
        DifferenceKind::Quote => "quotation",
        plain => plain.code(),
    }
}

/// One side with its place: `herald.txt:4 "14 people" (Fire Chief Dov Haldane, 11 March)`.
pub fn passage(story: &Story, side: &Side) -> String {
    with_attribution(format!("{} {}", place(story, side), words(story, side)), side)
}

fn denied(story: &Story, side: &Side) -> String {
    let (place, words) = (place(story, side), words(story, side));
    match &side.attribution {
        Some(who) => format!("Denied: {who}, in {place}: {words}."),
        None => format!("Denied in {place}: {words}."),
    }
}

fn with_attribution(text: String, side: &Side) -> String {
    match &side.attribution {
        Some(who) => format!("{text} ({who})"),
        None => text,
    }
}

/// `herald.txt:4`
fn place(story: &Story, side: &Side) -> String {
    story.account(side.at.article).map_or_else(String::new, |account| {
        let line = ropey::str_utils::byte_to_line_idx(&account.text, side.at.span.start as usize);
        format!("{}:{}", account.name, line + 1)
    })
}

fn words(story: &Story, side: &Side) -> String {
    story.account(side.at.article).map_or_else(String::new, |account| quoted(&account.text, side.at.span))
}

/// The words of `span` on one line between quotation marks, cut in the middle when they are many.
fn quoted(text: &str, span: Span) -> String {
    /// More words than this are cut: the place says where the rest is.
    const LONGEST: usize = 30;
    let words: Vec<&str> = span.of(text).split_whitespace().collect();
    let shown = if words.len() > LONGEST {
        let half = LONGEST / 2;
        format!("{} … {}", words[..half].join(" "), words[words.len() - half..].join(" "))
    } else {
        words.join(" ")
    };
    format!("\"{}\"", without_stop(shown.trim_matches(['"', '“', '”', ','])))
}

/// `words` without the full stop of their sentence: the message goes on. That of "p.m." or "Jr." stays.
fn without_stop(words: &str) -> &str {
    let last = words.rsplit(' ').next().unwrap_or(words);
    match words.strip_suffix('.') {
        Some(rest) if !last.trim_end_matches('.').contains('.') && !is_abbreviation(last.trim_end_matches('.')) => rest,
        _ => words,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        compare::{Account, Passage},
        facts::Facts,
    };

    const DRAFT: ArticleId = ArticleId(7);
    const HERALD: ArticleId = ArticleId(3);

    fn story() -> Story {
        let account = |name: &str, text: &str| {
            Some(Account { name: name.into(), facts: Arc::new(Facts::default()), text: text.into() })
        };
        Story::default()
            .with(DRAFT, account("draft.md", "The ferry carried 12 people.\r\nThe captain signed the list."))
            .with(HERALD, account("herald.txt", "Day two\n\nIt carried\n14\npeople. “I never signed it,” she said."))
    }

    fn side(story: &Story, article: ArticleId, words: &str, who: Option<&str>, denies: bool) -> Side {
        let text = &story.account(article).expect("it is in the story").text;
        let start = text.find(words).expect("the words are in the text");
        Side {
            at: Passage { article, span: Span::new(start, start + words.len()) },
            attribution: who.map(Into::into),
            denies,
        }
    }

    fn difference(kind: DifferenceKind, left: Side, right: Side) -> Difference {
        Difference { kind, level: Level::Differs, left, right, why: Vec::new() }
    }

    #[test]
    fn both_accounts_are_quoted_and_neither_comes_first() {
        let story = story();
        let toll = difference(
            DifferenceKind::Quantity,
            side(&story, DRAFT, "12 people", None, false),
            side(&story, HERALD, "14\npeople", Some("the harbour master, 2 May"), false),
        );
        assert_eq!(
            message(&story, &toll, Some(DRAFT)),
            r#"Accounts differ (quantity): here "12 people"; herald.txt:4 "14 people" (the harbour master, 2 May)."#
        );
        assert_eq!(
            message(&story, &toll, Some(HERALD)),
            r#"Accounts differ (quantity): here "14 people" (the harbour master, 2 May); draft.md:1 "12 people"."#
        );
        assert_eq!(
            message(&story, &toll, None),
            r#"Accounts differ (quantity): draft.md:1 "12 people"; herald.txt:4 "14 people" (the harbour master, 2 May)."#
        );
        let note = Difference { level: Level::Note, kind: DifferenceKind::RoleSwap, ..toll };
        assert_eq!(headline(&note), "Note (who did it to whom)");
    }

    #[test]
    fn a_denial_says_who_denies() {
        let story = story();
        let signed = difference(
            DifferenceKind::Denial,
            side(&story, DRAFT, "signed the list", None, false),
            side(&story, HERALD, "“I never signed it,”", Some("The captain"), true),
        );
        assert_eq!(
            message(&story, &signed, Some(DRAFT)),
            r#"Denied: The captain, in herald.txt:5: "I never signed it"."#
        );
        assert_eq!(message(&story, &signed, Some(HERALD)), r#"Denies draft.md:2 "signed the list"."#);
        assert_eq!(
            message(&story, &signed, None),
            r#"Denied: draft.md:2 "signed the list"; herald.txt:5 "I never signed it" (The captain)."#
        );
    }

    #[test]
    fn the_stop_of_a_sentence_is_left_out_and_that_of_a_word_stays() {
        assert_eq!(without_stop("She would not call it a theft."), "She would not call it a theft");
        assert_eq!(without_stop("It began at 9 p.m."), "It began at 9 p.m.");
        assert_eq!(without_stop("It was Omar Velde Jr."), "It was Omar Velde Jr.");
    }

    #[test]
    fn long_passages_are_cut_in_the_middle() {
        let text = (1..=40).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        let shown = quoted(&text, Span::new(0, text.len()));
        assert!(shown.starts_with("\"1 2 3") && shown.ends_with("39 40\"") && shown.contains("15 … 26"));
    }
}
