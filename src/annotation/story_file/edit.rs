//! Changing a story file as a careful person would: one entry comes or changes, and every other byte stays.

use toml_edit::{DocumentMut, Item, Value};

use super::{Decision, StoryFile};
use crate::{annotation::Anchor, text::Span};

/// A change of a text and what to select after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewrite {
    /// Bytes of the text before.
    pub span: Span,
    pub with: String,
    /// Bytes of the text after: what a person will want to type over.
    pub select: Span,
}

/// Why a story file cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("story.toml, line {line}: {reason}; mend that first, then try again")]
pub struct BrokenStoryFile {
    /// From 1.
    pub line: usize,
    pub reason: String,
}

/// What a new verdict is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewReference {
    Claim(String),
    Quoted { source: String, anchor: Anchor },
}

/// A verdict to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVerdict {
    pub on: Vec<NewReference>,
    pub decision: Decision,
    /// Why, where it is known already.
    pub reason: Option<String>,
    /// The kind of difference.
    pub kind: Option<String>,
    /// Who decides.
    pub by: Option<String>,
    /// See [`super::VerdictEntry::seen`].
    pub seen: String,
    pub was: Vec<String>,
}

impl Rewrite {
    /// The change from one text to another, without what both begin and end with; its end is selected.
    pub fn between(old: &str, new: &str) -> Rewrite {
        difference(old, new)
    }

    /// The text after the change.
    pub fn apply(&self, text: &str) -> String {
        format!("{}{}{}", &text[..self.span.start as usize], self.with, &text[self.span.end as usize..])
    }
}

/// A verdict as an entry of the file, with LF line ends, and the bytes of its reason in it.
pub fn verdict_entry(verdict: &NewVerdict) -> (String, Span) {
    let references: Vec<String> = verdict.on.iter().map(reference).collect();
    let mut entry = "[[verdict]]\n".to_owned();
    match &references[..] {
        [one] => entry += &format!("on = [{one}]\n"),
        many => entry += &format!("on = [\n{}]\n", many.iter().map(|r| format!("    {r},\n")).collect::<String>()),
    }
    let reason = quoted(verdict.reason.as_deref().unwrap_or_default());
    entry += &format!("{} = {reason}\n", verdict.decision.key());
    let reason = Span::new(entry.len() - "\"\n".len(), entry.len() - "\"\n".len());
    if let Some(by) = &verdict.by {
        entry += &format!("by = {}\n", quoted(by));
    }
    if let Some(kind) = &verdict.kind {
        entry += &format!("kind = {}\n", quoted(kind));
    }
    entry += &format!("seen = {}\n", quoted(&verdict.seen));
    let was: String = verdict.was.iter().map(|words| format!("    {},\n", quoted(words))).collect();
    entry += &format!("was = [\n{was}]\n");
    (entry, reason)
}

fn reference(reference: &NewReference) -> String {
    match reference {
        NewReference::Claim(id) => quoted(id),
        NewReference::Quoted { source, anchor } => {
            let mut text = format!("{{ source = {}, quote = {}", quoted(source), quoted(&anchor.quote));
            for (key, words) in [("before", &anchor.before), ("after", &anchor.after)] {
                if !words.is_empty() {
                    text += &format!(", {key} = {}", quoted(words));
                }
            }
            text + " }"
        }
    }
}

/// A string as TOML has it, in the plainest quotation marks that will do.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

/// Adds an entry, which begins with its header and has LF line ends, behind the last one of its kind or else at the
/// end. `select` are bytes of the entry.
///
/// # Errors
/// When the file is broken in such a way that the entry would not be read there.
pub fn add(text: &str, entry: &str, select: Span) -> Result<Rewrite, BrokenStoryFile> {
    let header: String = entry.chars().take_while(|c| !matches!(c, '.' | '\n')).collect();
    let counts = |text: &str| {
        let file = super::read::read(text);
        let entries = [file.sources.len(), file.entities.len(), file.claims.len(), file.mentions.len()];
        (entries.iter().sum::<usize>() + file.relations.len() + file.verdicts.len(), file.problems.len())
    };
    let before = counts(text);
    let ends = [behind_last(text, &header), Some(text.len())];
    for at in ends.into_iter().flatten() {
        let rewrite = insert(text, at, entry, select);
        let after = counts(&rewrite.apply(text));
        if after.0 == before.0 + 1 && after.1 <= before.1 {
            return Ok(rewrite);
        }
    }
    let problem = StoryFile::read(text).problems.into_iter().next();
    let at = problem.as_ref().map_or(text.len(), |problem| problem.span.start as usize);
    let reason = problem.map_or_else(|| "something is not closed".to_owned(), |problem| problem.message);
    Err(BrokenStoryFile { line: text[..at].matches('\n').count() + 1, reason })
}

/// Where the last entry whose header begins like this ends.
fn behind_last(text: &str, header: &str) -> Option<usize> {
    let (mut at, mut inside, mut end) = (0, false, None);
    for line in text.split_inclusive('\n') {
        if line.starts_with('[') {
            inside = line.starts_with(header);
        }
        at += line.len();
        if inside && !line.trim().is_empty() && !line.starts_with('#') {
            end = Some(at);
        }
    }
    end
}

fn insert(text: &str, at: usize, entry: &str, select: Span) -> Rewrite {
    let end = line_end(text);
    let mut with = String::new();
    if at > 0 {
        with += if text[..at].ends_with('\n') { "" } else { end };
        with += if text[..at].trim().is_empty() || text[..at].ends_with("\n\n") || text[..at].ends_with("\n\r\n") {
            ""
        } else {
            end
        };
    }
    let start = with.len();
    let native = |text: &str| text.replace('\n', end);
    with += &native(entry);
    if !text[at..].trim().is_empty() && !text[at..].starts_with(['\n', '\r']) {
        with += end;
    }
    let place = |offset: u32| at + start + native(&entry[..offset as usize]).len();
    Rewrite { span: Span::new(at, at), with, select: Span::new(place(select.start), place(select.end)) }
}

/// The line end that a text uses.
fn line_end(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// Adds a string to a list of an entity: to its `aliases` or what it is `not`.
///
/// # Errors
/// When the file is not TOML or has no such entity.
pub fn add_to_list(text: &str, entity: &str, key: &str, value: &str) -> Result<Rewrite, BrokenStoryFile> {
    change(text, |document| {
        let entry = document.get_mut("entity").and_then(|e| e.get_mut(entity)).and_then(Item::as_table_like_mut)?;
        let list = entry.entry(key).or_insert(Item::Value(Value::Array(toml_edit::Array::new())));
        if let Some(one) = list.as_str().map(str::to_owned) {
            *list = Item::Value(Value::Array([one].into_iter().collect()));
        }
        let list = list.as_array_mut()?;
        if !list.iter().any(|item| item.as_str() == Some(value)) {
            list.push(value);
        }
        Some(())
    })
}

/// Says of the verdict with this number that it is on the passages as they stand now, and perhaps decides otherwise.
///
/// # Errors
/// When the file is not TOML or has no such verdict.
pub fn renew_verdict(text: &str, number: usize, renewed: &NewVerdict) -> Result<Rewrite, BrokenStoryFile> {
    let mut rewrite = change(text, |document| {
        let verdict = document.get_mut("verdict")?.as_array_of_tables_mut()?.get_mut(number)?;
        let key = renewed.decision.key();
        for (other, _) in super::DECISIONS.iter().filter(|(other, _)| *other != key) {
            if let Some(Item::Value(reason)) = verdict.remove(other)
                && !verdict.contains_key(key)
            {
                verdict.insert(key, Item::Value(reason));
            }
        }
        if let Some(reason) = &renewed.reason {
            set(verdict, key, Value::from(reason.as_str()));
        }
        if let Some(by) = &renewed.by {
            set(verdict, "by", Value::from(by.as_str()));
        }
        set(verdict, "seen", Value::from(renewed.seen.as_str()));
        set(verdict, "was", Value::Array(renewed.was.iter().map(String::as_str).collect()));
        if let Some(Value::Array(was)) = verdict.get_mut("was").and_then(Item::as_value_mut) {
            was.iter_mut().for_each(|words| words.decor_mut().set_prefix("\n    "));
            was.set_trailing("\n");
            was.set_trailing_comma(true);
        }
        let on: Result<Value, _> =
            format!("[\n{}]", renewed.on.iter().map(|r| format!("    {},\n", reference(r))).collect::<String>())
                .parse();
        set(verdict, "on", on.ok()?);
        Some(())
    })?;
    let after = rewrite.apply(text);
    if let Some(verdict) = StoryFile::read(&after).verdicts.get(number) {
        let key = verdict.decision.span;
        let rest = &after[key.end as usize..];
        let start = rest.find(['"', '\'']).map_or(key.end as usize, |quote| key.end as usize + quote + 1);
        rewrite.select = Span::new(start, start + verdict.reason.len().min(after.len() - start));
        if after.get(rewrite.select.range()) != Some(verdict.reason.as_str()) {
            rewrite.select = Span::new(start, start);
        }
    }
    Ok(rewrite)
}

/// Replaces a value and keeps what stands around it.
fn set(table: &mut toml_edit::Table, key: &str, mut value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => drop(table.insert(key, Item::Value(value))),
    }
}

/// Changes a text by its TOML document. Only the lines that differ are rewritten.
fn change(text: &str, change: impl FnOnce(&mut DocumentMut) -> Option<()>) -> Result<Rewrite, BrokenStoryFile> {
    let end = line_end(text);
    let mut document: DocumentMut = text.replace("\r\n", "\n").parse().map_err(|error: toml_edit::TomlError| {
        let at = error.span().map_or(0, |span| span.start);
        let line = text.split_inclusive('\n').scan(0, |sum, line| {
            *sum += line.trim_end_matches(['\r', '\n']).len() + 1;
            Some(*sum)
        });
        let line = line.take_while(|sum| *sum <= at).count() + 1;
        BrokenStoryFile { line, reason: error.message().lines().next().unwrap_or_default().to_owned() }
    })?;
    if change(&mut document).is_none() {
        return Err(BrokenStoryFile { line: 1, reason: "the entry that was to be changed is gone".to_owned() });
    }
    Ok(difference(text, &document.to_string().replace('\n', end)))
}

/// The change from one text to another, without what both begin and end with.
fn difference(old: &str, new: &str) -> Rewrite {
    let mut start = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    while !(old.is_char_boundary(start) && new.is_char_boundary(start)) {
        start -= 1;
    }
    let longest = old.len().min(new.len()) - start;
    let same = old.bytes().rev().zip(new.bytes().rev()).take(longest).take_while(|(a, b)| a == b);
    let mut tail = same.count();
    while !(old.is_char_boundary(old.len() - tail) && new.is_char_boundary(new.len() - tail)) {
        tail -= 1;
    }
    let with = new[start..new.len() - tail].to_owned();
    let select = Span::new(start + with.len(), start + with.len());
    Rewrite { span: Span::new(start, old.len() - tail), with, select }
}
