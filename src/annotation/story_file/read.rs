//! Text → entries. The parser goes on after what is not TOML, so that half a line takes nothing else away.

use smol_str::SmolStr;
use toml::de::{DeTable, DeValue};

use super::{
    At, ClaimEntry, DECISIONS, Decision, EntityEntry, KINDS, MentionEntry, Quoted, RELATIONS, Reference, RelationEntry,
    Role, SourceEntry, StoryFile, VerdictEntry,
    table::{Context, Fields, string},
};
use crate::{
    annotation::{Anchor, Problem},
    text::Span,
};

/// The tables and lists that a story file may hold.
const PARTS: &[&str] = &["source", "entity", "claim", "mention", "relation", "verdict"];

/// Reads the entries of a story file, without judging them.
pub fn read(text: &str) -> StoryFile {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut file = StoryFile::default();
    let mut context = Context { text, problems: Vec::new() };
    for (name, value) in root.get_ref().iter() {
        let (name, span) = (name.get_ref().as_ref(), Span::from(name.span()));
        match (name, value.get_ref()) {
            ("source", DeValue::Table(table)) => file.sources = entries(table, &mut context, source),
            ("entity", DeValue::Table(table)) => file.entities = entries(table, &mut context, entity),
            ("claim", DeValue::Table(table)) => file.claims = entries(table, &mut context, claim),
            ("mention", DeValue::Array(items)) => file.mentions = tables(items, &mut context, "mention", mention),
            ("relation", DeValue::Array(items)) => file.relations = tables(items, &mut context, "relation", relation),
            ("verdict", DeValue::Array(items)) => file.verdicts = tables(items, &mut context, "verdict", verdict),
            ("source" | "entity" | "claim", _) => {
                context.problem(span, format!("each {name} has a table with its id: [{name}.some-id]"));
            }
            ("mention" | "relation" | "verdict", _) => {
                context.problem(span, format!("a {name} has double brackets: [[{name}]]"));
            }
            _ => context.problem(span, format!("a story file has no `{name}`; it has {}", PARTS.join(", "))),
        }
    }
    file.problems = context.problems;
    // What is half written is said to be so once.
    let lines: Vec<Span> = errors.iter().map(|error| line_at(text, error.span().unwrap_or_default().start)).collect();
    file.problems.retain(|problem| !lines.iter().any(|line| line.overlaps(problem.span)));
    for (error, line) in errors.iter().zip(lines) {
        let span = error.span().map(Span::from).filter(|span| !span.is_empty()).unwrap_or(line);
        let span = if text.get(span.range()).is_some() { span } else { line };
        let reason = error.message().lines().next().unwrap_or_default();
        let message = match reason.strip_prefix("duplicate key") {
            Some(_) => format!("`{}` is there twice; the first one counts", span.of(text).trim()),
            None => format!("this is not TOML: {reason}"),
        };
        file.problems.push(Problem { span, message });
    }
    file
}

/// The line that byte `at` stands on, without its end; the last one before that is not empty where that one is.
fn line_at(text: &str, at: usize) -> Span {
    let start_of = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = |start: usize| text[start..].lines().next().unwrap_or_default();
    let mut start = start_of(text.floor_char_boundary(at.min(text.len())));
    while start > 0 && line(start).trim().is_empty() {
        start = start_of(start - 1);
    }
    Span::new(start, start + line(start).len())
}

/// The tables below `[source]`, `[entity]`, `[claim]`, in the order of the file.
fn entries<'a, 't, T>(
    table: &'a DeTable<'a>,
    context: &mut Context<'t>,
    read: fn(At<SmolStr>, &mut Fields<'_, 't>) -> T,
) -> Vec<T> {
    let mut found: Vec<(usize, T)> = Vec::new();
    for (id, value) in table.iter() {
        let span = Span::from(id.span());
        let id = string(context.text, span, &DeValue::String(id.get_ref().clone()));
        let id = id.unwrap_or(At { value: SmolStr::default(), span });
        let Some(inner) = value.get_ref().as_table() else {
            context.problem(span, format!("`{}` is to be a table of its own", id.value));
            continue;
        };
        let mut fields = Fields::new(inner, "this entry", context);
        found.push((span.start as usize, read(id, &mut fields)));
        fields.done();
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// The tables of a list.
fn tables<'a, 't, T>(
    items: &'a toml::de::DeArray<'a>,
    context: &mut Context<'t>,
    what: &'static str,
    read: fn(Span, &mut Fields<'_, 't>) -> Option<T>,
) -> Vec<T> {
    let mut found = Vec::new();
    for item in items.iter() {
        let span = Span::from(item.span());
        let Some(inner) = item.get_ref().as_table() else {
            context.problem(span, format!("a {what} is to be a table: [[{what}]]"));
            continue;
        };
        let mut fields = Fields::new(inner, "this entry", context);
        found.extend(read(span, &mut fields));
        fields.done();
    }
    found
}

fn source(id: At<SmolStr>, fields: &mut Fields) -> SourceEntry {
    let file = fields.text("file");
    if file.is_none() {
        fields.context.problem(id.span, format!("`{}` does not say which article it is: file = \"…\"", id.value));
    }
    SourceEntry { id, file, published: fields.date("published"), updated: fields.date("updated") }
}

fn entity(id: At<SmolStr>, fields: &mut Fields) -> EntityEntry {
    let name = fields.text("name");
    if name.is_none() {
        fields.context.problem(id.span, format!("`{}` has no name: name = \"…\"", id.value));
    }
    let (aliases, not) = (fields.texts("aliases"), fields.texts("not"));
    let kind = fields.text("kind").and_then(|written| {
        let kind = KINDS.iter().find(|(name, _)| *name == written.value).map(|(_, kind)| *kind);
        if kind.is_none() {
            let message = format!("`{}` is no kind; the kinds are person, organisation, place, other", written.value);
            fields.context.problem(written.span, message);
        }
        Some(At { value: kind?, span: written.span })
    });
    let roles = roles(fields);
    EntityEntry { id, name, aliases, not, kind, roles, note: fields.text("note"), public_id: fields.text("id") }
}

/// `roles = [{ title = "mayor", from = 2022-01-03 }]`; plain text stands for a title.
fn roles(fields: &mut Fields) -> Vec<Role> {
    let Some((_, span, value)) = fields.take("roles") else { return Vec::new() };
    let Some(items) = value.as_array() else {
        fields.context.problem(span, "`roles` is to be a list: [{ title = \"…\", from = 2022-01-03 }]".to_owned());
        return Vec::new();
    };
    let mut roles = Vec::new();
    for item in items.iter() {
        let span = Span::from(item.span());
        if let Some(title) = string(fields.context.text, span, item.get_ref()) {
            roles.push(Role { title, from: None, to: None });
            continue;
        }
        let Some(table) = item.get_ref().as_table() else {
            fields.context.problem(span, "a role is text or { title = \"…\", from = 2022-01-03 }".to_owned());
            continue;
        };
        let mut role = Fields::new(table, "a role", fields.context);
        let (title, from, to) = (role.text("title"), role.date("from"), role.date("to"));
        role.done();
        match title {
            Some(title) => {
                if from.zip(to).is_some_and(|(from, to)| to < from) {
                    fields.context.problem(span, "this role ends before it begins".to_owned());
                }
                roles.push(Role { title, from, to });
            }
            None => fields.context.problem(span, "this role has no title".to_owned()),
        }
    }
    roles
}

fn claim(id: At<SmolStr>, fields: &mut Fields) -> ClaimEntry {
    let at = quoted_field(fields);
    if at.is_none() {
        let message =
            format!("`{}` does not say which words it is: at = {{ source = \"…\", quote = \"…\" }}", id.value);
        fields.context.problem(id.span, message);
    }
    ClaimEntry { id, at, speaker: fields.text("speaker"), note: fields.text("note") }
}

fn mention(span: Span, fields: &mut Fields) -> Option<MentionEntry> {
    let entry = MentionEntry { at: quoted_field(fields), is: fields.text("is"), not: fields.text("not") };
    if entry.at.is_none() {
        fields.context.problem(span, "this mention does not say where: at = { source = \"…\", quote = \"…\" }".into());
    } else if entry.is.is_none() && entry.not.is_none() {
        fields.context.problem(span, "this mention says neither who it is nor who it is not".to_owned());
    }
    Some(entry)
}

fn relation(span: Span, fields: &mut Fields) -> Option<RelationEntry> {
    let mut found: Vec<RelationEntry> = Vec::new();
    for (key, kind) in RELATIONS {
        if let Some((key_span, value_span, value)) = fields.take(key) {
            let on = references(value_span, value, fields.context);
            found.push(RelationEntry { kind: At { value: *kind, span: key_span }, on });
        }
    }
    match &found[..] {
        [] => fields.context.problem(span, "a relation needs supports, differs or disputes = [\"…\", \"…\"]".into()),
        [_] => {}
        [_, second, ..] => {
            fields.context.problem(second.kind.span, "one relation says one thing: the first of them counts".into());
        }
    }
    let relation = found.into_iter().next()?;
    if relation.on.len() != 2 {
        fields
            .context
            .problem(relation.kind.span, format!("a relation is between two, here are {}", relation.on.len()));
        return None;
    }
    Some(relation)
}

fn verdict(span: Span, fields: &mut Fields) -> Option<VerdictEntry> {
    let on = match fields.take("on") {
        Some((_, span, value)) => references(span, value, fields.context),
        None => Vec::new(),
    };
    let mut decisions: Vec<(At<Decision>, SmolStr)> = Vec::new();
    for (key, decision) in DECISIONS {
        let Some((key_span, value_span, value)) = fields.take(key) else { continue };
        let reason = match value {
            DeValue::String(reason) => Some(SmolStr::from(reason.as_ref())),
            DeValue::Boolean(true) => Some(SmolStr::default()),
            DeValue::Boolean(false) => continue,
            _ => None,
        };
        match reason {
            Some(reason) => decisions.push((At { value: *decision, span: key_span }, reason)),
            None => fields.context.problem(value_span, format!("`{key}` is to be the reason, as text")),
        }
    }
    let entry = (fields.text("by"), fields.text("kind"), fields.text("seen"), fields.texts("was"));
    if let [_, (second, _), ..] = &decisions[..] {
        fields.context.problem(second.span, "one verdict decides one thing: the first of them counts".to_owned());
    }
    if on.is_empty() || on.len() > 2 {
        let message = "a verdict is on one or two claims: on = [\"…\", { source = \"…\", quote = \"…\" }]";
        fields.context.problem(span, message.to_owned());
        return None;
    }
    let Some((decision, reason)) = decisions.into_iter().next() else {
        fields.context.problem(span, "this verdict decides nothing: stet, checked or open = \"the reason\"".to_owned());
        return None;
    };
    let (by, kind, seen, was) = entry;
    Some(VerdictEntry { decision, on, reason, by, kind, seen, was })
}

fn references(span: Span, value: &DeValue, context: &mut Context) -> Vec<Reference> {
    let one = |span: Span, value: &DeValue, context: &mut Context| match value {
        DeValue::Table(table) => quoted(span, table, context).map(Reference::Quoted),
        value => {
            let id = string(context.text, span, value);
            if id.is_none() {
                context.problem(span, "this is neither the id of a claim nor { source = \"…\", quote = \"…\" }".into());
            }
            id.map(Reference::Claim)
        }
    };
    match value.as_array() {
        Some(items) => items.iter().filter_map(|item| one(item.span().into(), item.get_ref(), context)).collect(),
        None => one(span, value, context).into_iter().collect(),
    }
}

fn quoted_field(fields: &mut Fields) -> Option<Quoted> {
    let (_, span, value) = fields.take("at")?;
    match value {
        DeValue::Table(table) => quoted(span, table, fields.context),
        _ => {
            fields.context.problem(span, "`at` is to be { source = \"…\", quote = \"…\" }".to_owned());
            None
        }
    }
}

fn quoted(span: Span, table: &DeTable, context: &mut Context) -> Option<Quoted> {
    let mut fields = Fields::new(table, "a quoted place", context);
    let (source, quote) = (fields.text("source"), fields.text("quote"));
    let (before, after) = (fields.text("before"), fields.text("after"));
    fields.done();
    if source.is_none() {
        context.problem(span, "this does not say which article it is from: source = \"…\"".to_owned());
    }
    let Some(quote) = quote.filter(|quote| !quote.value.trim().is_empty()) else {
        context.problem(span, "this quotes nothing: quote = \"…\"".to_owned());
        return None;
    };
    let context_of = |at: Option<At<SmolStr>>| at.map(|at| at.value).unwrap_or_default();
    let anchor = Anchor { quote: quote.value, before: context_of(before), after: context_of(after) };
    Some(Quoted { span, source, quote: quote.span, anchor })
}
