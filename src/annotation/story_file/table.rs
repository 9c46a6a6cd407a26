//! A table of a TOML file, read key by key; what is not asked for is reported at the end.

use jiff::civil::Date;
use smol_str::SmolStr;
use toml::de::{DeTable, DeValue};

use super::At;
use crate::{
    annotation::{Problem, full_date},
    text::Span,
};

/// What reading a file needs everywhere.
pub struct Context<'t> {
    pub text: &'t str,
    pub problems: Vec<Problem>,
}

impl Context<'_> {
    /// Reports something about a place in the file.
    pub fn problem(&mut self, span: Span, message: String) {
        self.problems.push(Problem { span, message });
    }
}

/// A table that is being read.
pub struct Fields<'a, 't> {
    table: &'a DeTable<'a>,
    /// For messages: "an entity", "a verdict".
    what: &'static str,
    pub context: &'a mut Context<'t>,
    asked: Vec<&'static str>,
}

impl<'a, 't> Fields<'a, 't> {
    pub fn new(table: &'a DeTable<'a>, what: &'static str, context: &'a mut Context<'t>) -> Fields<'a, 't> {
        Fields { table, what, context, asked: Vec::new() }
    }

    /// A key's place and its value with its place.
    pub fn take(&mut self, key: &'static str) -> Option<(Span, Span, &'a DeValue<'a>)> {
        self.asked.push(key);
        let (name, value) = self.table.iter().find(|(name, _)| name.get_ref() == key)?;
        Some((name.span().into(), value.span().into(), value.get_ref()))
    }

    /// A string.
    pub fn text(&mut self, key: &'static str) -> Option<At<SmolStr>> {
        let (_, span, value) = self.take(key)?;
        let text = string(self.context.text, span, value);
        if text.is_none() {
            self.context.problem(span, format!("`{key}` is to be text in quotation marks"));
        }
        text
    }

    /// A list of strings; one string stands for a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<At<SmolStr>> {
        let Some((_, span, value)) = self.take(key) else { return Vec::new() };
        if let Some(text) = string(self.context.text, span, value) {
            return vec![text];
        }
        let Some(items) = value.as_array() else {
            self.context.problem(span, format!("`{key}` is to be a list of text: [\"…\", \"…\"]"));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            match string(self.context.text, item.span().into(), item.get_ref()) {
                Some(text) => texts.push(text),
                None => self.context.problem(item.span().into(), format!("`{key}` holds something that is not text")),
            }
        }
        texts
    }

    /// A day: a TOML date, or text that is one.
    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let (_, span, value) = self.take(key)?;
        let date = match value {
            DeValue::Datetime(time) => time.date.and_then(|d| {
                let (year, month, day) = (i16::try_from(d.year).ok()?, d.month as i8, d.day as i8);
                Date::new(year, month, day).ok()
            }),
            DeValue::String(text) => full_date::only(text),
            _ => None,
        };
        if date.is_none() {
            self.context.problem(span, format!("`{key}` is not a full date; write it like 2026-03-11"));
        }
        date
    }

    /// Reports the keys that nobody asked for.
    pub fn done(self) {
        for (name, _) in self.table.iter() {
            let key = name.get_ref();
            if !self.asked.iter().any(|asked| asked == key) {
                let near = self.asked.iter().find(|asked| is_near(asked, key));
                let hint = match near {
                    Some(asked) => format!("; is it `{asked}`?"),
                    None => format!("; it knows {}", list(&self.asked)),
                };
                self.context.problem(name.span().into(), format!("{} has no key `{key}`{hint}", self.what));
            }
        }
    }
}

/// A string value, with its place inside its quotation marks; those at its end may not be written yet.
pub fn string(text: &str, span: Span, value: &DeValue) -> Option<At<SmolStr>> {
    let value: SmolStr = value.as_str()?.into();
    let written = text.get(span.range()).unwrap_or_default();
    let opened = ["\"\"\"", "'''", "\"", "'"].into_iter().find_map(|m| Some((m, written.strip_prefix(m)?)));
    let span = opened.map_or(span, |(marks, inner)| {
        let start = span.start as usize + marks.len();
        Span::new(start, start + inner.strip_suffix(marks).unwrap_or(inner).len())
    });
    Some(At { value, span })
}

/// `a`, `b` and `c`
fn list(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
}

/// Whether one is probably a misspelling of the other: the same letters but for one or two.
fn is_near(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a.eq_ignore_ascii_case(b)).count();
    let longest = a.chars().count().max(b.chars().count());
    longest > 2 && common + tail + 2 >= longest && common.max(tail) > 1
}
