//! What people wrote about an article: in itself (front matter, a date line, source notes) and in the story's file.

mod anchor;
mod dateline;
mod draft;
mod front_matter;
mod full_date;
mod notes;
mod story_file;

pub use anchor::{Anchor, AnchorSet, Found, anchor_of, fingerprint, normal};
pub use draft::{NamedClaim, named_claims};
pub use notes::{ArticleNotes, Known, Pointed, StoryNotes};
pub use story_file::*;

use jiff::civil::Date;
use smol_str::SmolStr;

use crate::{syntax::Prose, text::Span};

/// What an article says about itself. Every key of the front matter is optional; unknown keys are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    pub source: Option<SmolStr>,
    pub author: Option<SmolStr>,
    /// `published` or `date` in the front matter, or else the date line above the article.
    pub published: Option<Date>,
    pub updated: Option<Date>,
    pub url: Option<SmolStr>,
    /// Somebody is writing it: `draft: true`, or source notes and no `draft: false`.
    pub draft: bool,
    /// What of the front matter could not be read, in the order of the file.
    pub problems: Vec<Problem>,
}

/// A part of the front matter that could not be read. Everything else in it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The part, in the file.
    pub span: Span,
    /// One sentence without a final stop.
    pub message: String,
}

/// What the article says about itself; all defaults where it says nothing.
pub fn metadata(source: &str, prose: &Prose) -> Metadata {
    let mut metadata = Metadata::default();
    let stated = prose.front_matter.and_then(|span| front_matter::read(source, span, &mut metadata));
    metadata.draft = stated.unwrap_or(!prose.footnotes.is_empty());
    if metadata.published.is_none() {
        let dates = dateline::read(source, prose);
        metadata.published = dates.published;
        metadata.updated = metadata.updated.or(dates.updated);
    }
    metadata
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        language::sentences,
        syntax::{Format, prose},
    };

    fn markdown(source: &str) -> Metadata {
        metadata(source, &prose(source, Format::Markdown))
    }

    fn plain(source: &str) -> Metadata {
        metadata(source, &prose(source, Format::Plain))
    }

    /// The words that each problem points at, and what it says of them.
    fn problems(source: &str) -> Vec<(String, String)> {
        markdown(source).problems.iter().map(|p| (p.span.of(source).to_owned(), p.message.clone())).collect()
    }

    #[test]
    fn front_matter_is_read() {
        let source = "---\nsource: The Marren Ledger\nauthor: [Ann Lee, \"Bo Hendry\"]\npublished: 2026-03-11\n\
                      updated: 2026-03-12T08:30:00Z\nurl: https://example.org/a\ndraft: true\ntags: {a: 1}\n---\n\nText.\n";
        let read = markdown(source);
        assert_eq!(read.source.as_deref(), Some("The Marren Ledger"));
        assert_eq!(read.author.as_deref(), Some("Ann Lee, Bo Hendry"));
        assert_eq!(read.published, Some(date(2026, 3, 11)));
        assert_eq!(read.updated, Some(date(2026, 3, 12)));
        assert_eq!(read.url.as_deref(), Some("https://example.org/a"));
        assert!(read.draft);
        assert_eq!(read.problems, []);
    }

    #[test]
    fn date_stands_for_published() {
        let source = "\u{FEFF}---\r\ndate: \"March 12, 2017\"\r\n---\r\n\r\nText.\r\n";
        assert_eq!(markdown(source).published, Some(date(2017, 3, 12)));
        assert_eq!(plain(source).published, Some(date(2017, 3, 12)));
        assert_eq!(markdown("---\ndate: 2017-01-02\npublished: 2017-01-01\n---\n").published, Some(date(2017, 1, 1)));
    }

    #[test]
    fn a_wrong_value_spoils_no_other() {
        let source = "---\nsource: Herald # é\npublished: soon\ndraft: perhaps\n---\nText.\n";
        assert_eq!(markdown(source).source.as_deref(), Some("Herald"));
        let expected = [
            ("soon", "`published` is not a full date; write it like 2026-03-11"),
            ("perhaps", "`draft` is neither true nor false"),
        ];
        assert_eq!(problems(source), expected.map(|(words, message)| (words.to_owned(), message.to_owned())));
    }

    #[test]
    fn broken_yaml_is_a_problem_and_no_more() {
        for (yaml, words, reason) in [
            ("source: Herald\nauthor: [Ann\n", "author: [Ann", "unclosed bracket '['"),
            ("date: 2026-03-11\nauthor: \"Ann", "author: \"Ann", "invalid indentation in multiline quoted scalar"),
            (
                "date: 2026-03-11\nsource: Herald: a paper\n",
                "source: Herald: a paper",
                "mapping values are not allowed in this context; a value with a colon in it needs quotation marks",
            ),
        ] {
            let source = format!("---\n{yaml}\n---\nThe mayor resigned.\n");
            let message = format!("the front matter is not YAML: {reason}");
            assert_eq!(problems(&source), [(words.to_owned(), message)]);
            assert_eq!(markdown(&source).source, None);
        }
    }

    #[test]
    fn source_notes_make_a_draft() {
        assert!(markdown("It rained.[^a]\n\n[^a]: The gauge.\n").draft);
        assert!(markdown("It rained.[^a]\n").draft);
        assert!(!markdown("---\ndraft: false\n---\nIt rained.[^a]\n\n[^a]: The gauge.\n").draft);
        assert!(!markdown("It rained.\n").draft);
    }

    #[test]
    fn date_lines() {
        let march_12 = Some(date(2017, 3, 12));
        for line in [
            "March 12, 2017",
            "2017-03-12",
            "12 March 2017",
            "Sunday, 12th March 2017",
            "Mar. 12, 2017 4:30 p.m. ET",
            "By Ann Lee | Published 12 March 2017",
            "Published: 2017-03-12T10:00:00Z",
            "*Sunday 12 March 2017 10.30 GMT*",
            "MARREN, March 12, 2017",
            "12.03.2017",
        ] {
            for end in ["\n\n", "\r\n\r\n"] {
                let source = format!("{line}{end}The mayor resigned on Friday.{end}");
                assert_eq!(plain(&source).published, march_12, "{line}");
                assert_eq!(markdown(&source).published, march_12, "{line}");
                let titled = format!("Mayor resigns after vote{end}{source}");
                assert_eq!(plain(&titled).published, march_12, "{titled}");
            }
        }
        assert_eq!(markdown("# Mayor resigns\n\nMarch 12, 2017\nThe mayor resigned.\n").published, march_12);
        let both = plain("Published March 12, 2017, updated March 13, 2017\n\nThe mayor resigned.\n");
        assert_eq!((both.published, both.updated), (march_12, Some(date(2017, 3, 13))));
    }

    #[test]
    fn datelines() {
        let march_12 = Some(date(2017, 3, 12));
        assert_eq!(plain("MARREN, March 12, 2017 (Statewire) - The mayor resigned.").published, march_12);
        assert_eq!(markdown("# Mayor resigns\n\nMARREN, 12 March 2017 — She left.\n").published, march_12);
        assert_eq!(plain("MARREN, March 12 (Statewire) - The mayor resigned.").published, None);
    }

    #[test]
    fn dates_in_the_text_are_not_the_articles() {
        for source in [
            "The mayor resigned on March 12, 2017, after a vote.\n",
            "The mayor, who on March 12, 2017, won - by a hair - the vote, resigned.\n",
            "March 12, 2017, was the day the mayor resigned.\n\nShe left.\n",
            "12 March 2017: how the day unfolded in Marren and beyond\n\nShe left.\n",
            "The 99th of March 2017\n\nShe left.\n",
        ] {
            assert_eq!(plain(source).published, None, "{source}");
            assert_eq!(markdown(source).published, None, "{source}");
        }
    }

    proptest! {
        /// Front matter, prose and sentences of any text lie inside it and on its character boundaries.
        #[test]
        fn any_article_is_read(
            yaml in "([a-z\\[\\]{}:&*!|>'\"%@`#?,é -]|published: |draft: |\n|\\PC){0,60}",
            text in "([A-Za-z.?!\"”(\\[\\]*é❤#>|& \n\r-]|\\PC){0,200}",
        ) {
            for source in [format!("---\ndate: {yaml}\n---\n{text}"), text] {
                for format in [Format::Markdown, Format::Plain] {
                    let prose = prose(&source, format);
                    for problem in metadata(&source, &prose).problems {
                        prop_assert!(source.get(problem.span.range()).is_some());
                    }
                    for block in &prose.blocks {
                        for sentence in sentences(&block.text) {
                            prop_assert!(block.text.get(sentence.range()).is_some());
                            prop_assert!(source.get(block.map.to_source(sentence).range()).is_some());
                        }
                    }
                }
            }
        }
    }
}
