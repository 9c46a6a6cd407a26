//! When an article was published, as the lines above it or its dateline say.

use jiff::civil::Date;

use super::full_date;
use crate::{
    syntax::{Block, BlockKind, Prose},
    text::Span,
};

/// How many blocks at the top may hold a date line: headline, standfirst, byline, date.
const TOP: usize = 5;
/// Words of a date line that are no part of its date: a byline, a place, a time of day.
const MAX_OTHER_WORDS: usize = 12;
/// Bytes in which a dateline must end.
const MAX_DATELINE: usize = 120;

#[derive(Default)]
pub(super) struct Dates {
    pub published: Option<Date>,
    pub updated: Option<Date>,
}

/// The dates above the article's first sentence, or in the dateline before it.
pub(super) fn read(source: &str, prose: &Prose) -> Dates {
    let mut dates = Dates::default();
    for block in prose.blocks.iter().take(TOP) {
        date_line(first_line(source, block), &mut dates);
        if dates.published.is_none() && !matches!(block.kind, BlockKind::Heading(_)) {
            dates.published = dateline(&block.text);
        }
        if dates.published.is_some() {
            break;
        }
    }
    dates.published = dates.published.or(dates.updated);
    dates
}

/// The first line of a block in the file, without the markup around it.
fn first_line<'s>(source: &'s str, block: &Block) -> &'s str {
    let line = block.span.of(source).split(['\n', '\r']).next().unwrap_or_default();
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '>'))
}

/// Reads a line that says when the article was published or updated and little else.
fn date_line(line: &str, dates: &mut Dates) {
    if line.len() > 2 * MAX_DATELINE {
        return;
    }
    let mut before = 0;
    for (span, date) in dates_of(line).unwrap_or_default() {
        let label = line[before..span.start as usize].to_lowercase();
        let updated = ["updated", "modified", "revised", "corrected"].iter().any(|word| label.contains(word));
        let slot = if updated { &mut dates.updated } else { &mut dates.published };
        slot.get_or_insert(date);
        before = span.end as usize;
    }
}

/// The full dates of a line that is no sentence or headline of the article; `None` where it is one.
fn dates_of(line: &str) -> Option<Vec<(Span, Date)>> {
    let found = full_date::find(line);
    let (first, _) = found.first()?;
    let (last, _) = found.last()?;
    let (lead, tail) = (&line[..first.start as usize], &line[last.end as usize..]);
    let labelled = ["by", "published", "posted", "updated", "last", "first", "date", "dated", "filed", "issued"]
        .contains(&first_word(lead).to_lowercase().as_str());
    let mut lead = lead.split_whitespace();
    // Names, places and weekdays are written with a capital; a sentence or a headline has small words.
    let names = lead.clone().all(|word| !word.starts_with(char::is_lowercase));
    let short = lead.clone().count() <= MAX_OTHER_WORDS;
    let timed = tail.split_whitespace().all(is_time);
    let no_headline = labelled || lead.by_ref().count() <= 3;
    (short && timed && no_headline && (labelled || names)).then_some(found)
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default()
}

/// Whether a word belongs to a time of day or to the marks around it.
fn is_time(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    bare.is_empty()
        || bare.starts_with(|c: char| c.is_ascii_digit())
        || bare.starts_with('T') && bare[1..].starts_with(|c: char| c.is_ascii_digit())
        || matches!(bare.to_lowercase().as_str(), "at" | "am" | "pm" | "a.m" | "p.m" | "noon" | "midnight")
        || (2..=4).contains(&bare.len()) && bare.ends_with('T') && bare.chars().all(char::is_uppercase)
        || bare == "UTC"
}

/// The full date in a dateline: `MARREN, March 12, 2017 (Statewire) - The mayor …`.
fn dateline(text: &str) -> Option<Date> {
    let top = &text[..text.floor_char_boundary(MAX_DATELINE)];
    let end = ["--", " -", "–", "—", "―"].iter().filter_map(|dash| top.find(dash)).min()?;
    let line = &top[..end];
    let place = first_word(line);
    let (span, date) = full_date::find(line).into_iter().next()?;
    let lead = &line[..span.start as usize];
    let names = lead.split_whitespace().all(|word| !word.starts_with(char::is_lowercase));
    let shouted = place.len() > 1 && place.chars().all(char::is_uppercase);
    (names && (shouted || lead.trim_end().ends_with(','))).then_some(date)
}
