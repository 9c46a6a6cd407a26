//! Completion in a story file: the tables and keys that there are, ids, files, kinds and names.

use crate::{
    annotation::{KINDS, RELATIONS, Reference},
    compare::DifferenceKind,
    features::completion::{Completion, CompletionKind},
    text::Span,
    workspace::{Snapshot, StoryDoc},
};

/// The tables of a story file, as they begin.
const HEADERS: &[(&str, &str)] = &[
    ("[source.]", "an article under a short name"),
    ("[entity.]", "somebody or something"),
    ("[claim.]", "words of an article under a name"),
    ("[[mention]]", "who is meant in one place"),
    ("[[relation]]", "how two claims stand to one another"),
    ("[[verdict]]", "what was decided"),
];

/// The keys of each table.
const KEYS: &[(&str, &[&str])] = &[
    ("[source", &["file", "published", "updated"]),
    ("[entity", &["name", "aliases", "not", "kind", "roles", "note", "id"]),
    ("[claim", &["at", "speaker", "note"]),
    ("[[mention", &["at", "is", "not"]),
    ("[[relation", &["supports", "differs", "disputes"]),
    ("[[verdict", &["on", "stet", "checked", "open", "by", "kind", "seen", "was"]),
];

/// What may stand at byte `at` of a story file.
pub fn completion(snapshot: &Snapshot, doc: &StoryDoc, at: usize) -> Vec<Completion> {
    let text = doc.text();
    let at = text.floor_char_boundary(at.min(text.len()));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = &text[start..at];
    let section = text[..start].lines().rev().find(|line| line.starts_with('[')).unwrap_or_default();
    if let Some(quote) = open_quote(line) {
        let key = key_before(&line[..quote]).or_else(|| key_of_list(&text[..start])).unwrap_or_default();
        let place = Span::new(start + quote + 1, at);
        return values(snapshot, doc, section, key, place);
    }
    let word = line.trim_start();
    let place = Span::new(at - word.len(), at);
    let whole = |label: &str, detail: &str, insert: String| Completion {
        label: label.to_owned(),
        detail: detail.to_owned(),
        kind: CompletionKind::Key,
        place,
        insert,
    };
    if word.starts_with('[') {
        let known = HEADERS.iter().filter(|(header, _)| header.starts_with(word));
        return known.map(|(header, detail)| whole(header, detail, (*header).to_owned())).collect();
    }
    if word.contains(['=', '{', '"', '#']) {
        return Vec::new();
    }
    let keys = KEYS.iter().find(|(header, _)| section.starts_with(header)).map_or(&[][..], |(_, keys)| keys);
    let keys = keys.iter().filter(|key| key.starts_with(word));
    let mut found: Vec<Completion> = keys.map(|key| whole(key, "", format!("{key} = "))).collect();
    if word.is_empty() {
        found.extend(HEADERS.iter().map(|(header, detail)| whole(header, detail, (*header).to_owned())));
    }
    found
}

/// The quotation mark that is open at the end of a line.
fn open_quote(line: &str) -> Option<usize> {
    let mut open = None;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match (c, open) {
            ('#', None) => return None,
            ('"' | '\'', None) => open = Some((at, c)),
            (c, Some((_, mark))) if c == mark && !escaped => open = None,
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    open.map(|(at, _)| at)
}

/// The key whose value begins at the end of a line.
fn key_before(line: &str) -> Option<&str> {
    let line = line.trim_end();
    // Within a list the key is the one before its bracket.
    let (before, _) = match line.strip_suffix('=') {
        Some(before) => (before, ""),
        None => line.rsplit_once('[').filter(|(_, list)| !list.contains('{'))?,
    };
    let before = before.trim_end().trim_end_matches('=').trim_end();
    let key = before.rsplit(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next()?;
    (!key.is_empty()).then_some(key)
}

/// The key of the list that is open at the end of a text.
fn key_of_list(text: &str) -> Option<&str> {
    let line = text.lines().rev().take(50).find(|line| line.contains('=') && line.trim_end().ends_with('['))?;
    Some(line.split_once('=')?.0.trim())
}

fn values(snapshot: &Snapshot, doc: &StoryDoc, section: &str, key: &str, place: Span) -> Vec<Completion> {
    let value = |label: &str, detail: &str, kind| Completion {
        label: label.to_owned(),
        detail: detail.to_owned(),
        kind,
        place,
        insert: label.replace('\\', "\\\\").replace('"', "\\\""),
    };
    let articles = || snapshot.articles_of_story(&doc.story).into_iter();
    let story = snapshot.story(&doc.story).unwrap_or_default();
    match key {
        "file" => {
            let known = |name: &str| doc.file.sources.iter().any(|s| s.file.as_ref().is_some_and(|f| f.value == name));
            let new = articles().filter(|article| !known(&article.name));
            new.map(|article| value(&article.name, "", CompletionKind::File)).collect()
        }
        "source" => {
            let sources = doc.file.sources.iter().map(|source| {
                let file = source.file.as_ref().map_or("", |file| &file.value);
                value(&source.id.value, file, CompletionKind::Id)
            });
            let files = articles().filter(|article| doc.file.source(&article.name).is_none());
            sources.chain(files.map(|article| value(&article.name, "", CompletionKind::File))).collect()
        }
        "kind" if section.starts_with("[[verdict") => {
            let kinds = DifferenceKind::ALL.iter();
            kinds.map(|kind| value(kind.code(), "", CompletionKind::Kind)).collect()
        }
        "kind" => KINDS.iter().take(4).map(|(kind, _)| value(kind, "", CompletionKind::Kind)).collect(),
        "is" | "not" if section.starts_with("[[mention") => {
            let entities = doc.file.entities.iter();
            entities
                .map(|e| value(&e.id.value, e.name.as_ref().map_or("", |name| &name.value), CompletionKind::Id))
                .collect()
        }
        "name" | "aliases" | "not" | "speaker" => {
            let mut names: Vec<String> = Vec::new();
            for (_, entity) in story.entities() {
                let chains = entity.chains.iter().filter_map(|chain| story.chain(*chain));
                let all = [entity.name.to_string()].into_iter().chain(chains.map(|chain| chain.name.to_string()));
                names.extend(all);
            }
            names.sort();
            names.dedup();
            names.iter().map(|name| value(name, "", CompletionKind::Name)).collect()
        }
        "on" => claim_ids(snapshot, doc, &value),
        key if RELATIONS.iter().any(|(relation, _)| *relation == key) => claim_ids(snapshot, doc, &value),
        _ => Vec::new(),
    }
}

fn claim_ids(
    snapshot: &Snapshot,
    doc: &StoryDoc,
    value: &dyn Fn(&str, &str, CompletionKind) -> Completion,
) -> Vec<Completion> {
    let mut ids: Vec<(String, String)> = doc
        .file
        .claims
        .iter()
        .map(|claim| {
            let quote = claim.at.as_ref().map_or("", |at| &at.anchor.quote);
            (claim.id.value.to_string(), quote.to_owned())
        })
        .collect();
    for draft in snapshot.drafts(&doc.story) {
        let text = draft.text();
        let claims = draft.claims().iter();
        ids.extend(claims.map(|claim| (claim.id.to_string(), crate::features::excerpt::excerpt(claim.span.of(text)))));
    }
    // What is already spoken of is offered too, but no id twice.
    ids.extend(doc.file.references().filter_map(|reference| match reference {
        Reference::Claim(id) if !id.value.is_empty() => Some((id.value.to_string(), String::new())),
        _ => None,
    }));
    ids.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    ids.dedup_by(|a, b| a.0 == b.0);
    ids.iter().map(|(id, words)| value(id, words, CompletionKind::Id)).collect()
}
