//! YAML front matter.

use jiff::civil::Date;
use serde::{
    Deserialize, Deserializer,
    de::{IgnoredAny, MapAccess, SeqAccess, Visitor},
};
use serde_saphyr::{DuplicateKeyPolicy, Location, MessageFormatter, Spanned, UserMessageFormatter};
use smol_str::SmolStr;

use super::{Metadata, Problem, full_date};
use crate::text::Span;

#[derive(Deserialize)]
struct FrontMatter {
    source: Option<Spanned<Value>>,
    author: Option<Spanned<Value>>,
    published: Option<Spanned<Value>>,
    date: Option<Spanned<Value>>,
    updated: Option<Spanned<Value>>,
    url: Option<Spanned<Value>>,
    draft: Option<Spanned<Value>>,
}

/// Reads the front matter at `span` into `metadata`; returns what it says under `draft`.
///
/// A value of the wrong kind is a problem of its own; text that is no YAML mapping is one problem in all.
pub(super) fn read(source: &str, span: Span, metadata: &mut Metadata) -> Option<bool> {
    let yaml = span.of(source);
    let options = serde_saphyr::options! {
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        with_snippet: false,
    };
    let front: FrontMatter = match serde_saphyr::from_str_with_options(yaml, options) {
        Ok(front) => front,
        Err(error) => {
            let at = error.location().map_or(0, |location| offset(yaml, location));
            metadata.problems.push(Problem {
                span: line_from(yaml, at).shift(span.start as usize),
                message: explanation(&UserMessageFormatter.format_message(error.without_snippet())),
            });
            return None;
        }
    };
    let mut reader = Reader { yaml, offset: span.start as usize, problems: Vec::new() };
    metadata.source = reader.text("source", front.source);
    metadata.author = reader.text("author", front.author);
    let date = reader.date("date", front.date);
    metadata.published = reader.date("published", front.published).or(date);
    metadata.updated = reader.date("updated", front.updated);
    metadata.url = reader.text("url", front.url);
    let draft = reader.flag("draft", front.draft);
    metadata.problems = reader.problems;
    metadata.problems.sort_by_key(|problem| problem.span);
    draft
}

/// Turns values into what their keys ask for.
struct Reader<'y> {
    yaml: &'y str,
    /// Where the YAML begins in the file.
    offset: usize,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn text(&mut self, key: &str, value: Option<Spanned<Value>>) -> Option<SmolStr> {
        match parts(value?) {
            (Value::Text(text), _) => Some(text.trim().into()).filter(|text: &SmolStr| !text.is_empty()),
            (Value::Flag(flag), _) => Some(if flag { "true" } else { "false" }.into()),
            (Value::Nothing, _) => None,
            (Value::Other, at) => self.problem(at, format!("`{key}` is not a line of text")),
        }
    }

    fn date(&mut self, key: &str, value: Option<Spanned<Value>>) -> Option<Date> {
        let (value, at) = parts(value?);
        match value {
            Value::Nothing => None,
            Value::Text(text) if full_date::only(&text).is_some() => full_date::only(&text),
            _ => self.problem(at, format!("`{key}` is not a full date; write it like 2026-03-11")),
        }
    }

    fn flag(&mut self, key: &str, value: Option<Spanned<Value>>) -> Option<bool> {
        match parts(value?) {
            (Value::Flag(flag), _) => Some(flag),
            (Value::Nothing, _) => None,
            (_, at) => self.problem(at, format!("`{key}` is neither true nor false")),
        }
    }

    fn problem<T>(&mut self, at: Option<(usize, usize)>, message: String) -> Option<T> {
        let span = match at {
            Some((start, end)) if start < end && self.yaml.get(start..end).is_some() => Span::new(start, end),
            at => line_from(self.yaml, at.map_or(0, |(start, _)| start)),
        };
        self.problems.push(Problem { span: span.shift(self.offset), message });
        None
    }
}

/// Says what is wrong, and how to mend what goes wrong most often.
fn explanation(reason: &str) -> String {
    let hint = if reason.contains("mapping values are not allowed") {
        "; a value with a colon in it needs quotation marks"
    } else {
        ""
    };
    format!("the front matter is not YAML: {reason}{hint}")
}

/// A value and its bytes in the YAML.
fn parts(spanned: Spanned<Value>) -> (Value, Option<(usize, usize)>) {
    let at = byte_span(spanned.referenced);
    (spanned.value, at)
}

/// The byte at which an error was found, or else the start of its line.
fn offset(yaml: &str, location: Location) -> usize {
    if let Some((start, _)) = byte_span(location).filter(|(start, _)| *start > 0) {
        return start;
    }
    let line = usize::try_from(location.line()).unwrap_or_default().saturating_sub(1);
    yaml.split_inclusive('\n').take(line).map(str::len).sum()
}

fn byte_span(location: Location) -> Option<(usize, usize)> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let len = usize::try_from(span.byte_len()?).ok()?;
    Some((start, start + len))
}

/// From byte `at` to the end of its line; the last line that is not blank, where nothing follows.
fn line_from(yaml: &str, at: usize) -> Span {
    let mut start = yaml.floor_char_boundary(at);
    if yaml[start..].trim().is_empty() {
        let words = yaml.trim_end();
        start = words.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    }
    let line = yaml[start..].lines().next().unwrap_or_default().trim_end();
    Span::new(start, start + line.len())
}

/// A value of any kind, as far as front matter needs to tell.
enum Value {
    /// A string, a number, or the strings of a list with commas between.
    Text(String),
    Flag(bool),
    Nothing,
    Other,
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Text(number.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut texts = Vec::new();
        let mut plain = true;
        while let Some(item) = items.next_element::<Value>()? {
            match item {
                Value::Text(text) => texts.push(text),
                _ => plain = false,
            }
        }
        Ok(if plain { Value::Text(texts.join(", ")) } else { Value::Other })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }
}
