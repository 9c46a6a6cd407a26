//! What makes no sense within a story file: names given twice, claims that stand by themselves.

use std::collections::HashMap;

use super::{At, Problem, Reference, RelationKind, StoryFile};
use crate::text::Span;
use smol_str::SmolStr;

/// Adds what makes no sense to the file's problems. Nothing is taken away.
pub fn lint(file: &mut StoryFile) {
    let mut found = names(file);
    found.extend(articles(file));
    found.extend(relations(file));
    found.extend(circles(file));
    file.problems.extend(found.into_iter().map(|(span, message)| Problem { span, message }));
}

/// A name that two entities bear, or that an entity bears and does not bear.
fn names(file: &StoryFile) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    let mut bearers: HashMap<&str, &SmolStr> = HashMap::new();
    for entity in &file.entities {
        for name in entity.name.iter().chain(&entity.aliases) {
            if name.value.trim().is_empty() {
                found.push((name.span, "this name is empty".to_owned()));
                continue;
            }
            if entity.not.iter().any(|not| not.value == name.value) {
                found.push((name.span, format!("`not` says that “{}” does not mean this", name.value)));
                continue;
            }
            let other = *bearers.entry(&name.value).or_insert(&entity.id.value);
            if *other != entity.id.value {
                found.push((name.span, format!("“{}” is a name of `{other}` too; the first one has it", name.value)));
            }
        }
    }
    for mention in &file.mentions {
        for id in mention.is.iter().chain(&mention.not) {
            if file.entity(&id.value).is_none() {
                found.push((id.span, unknown_entity(&id.value)));
            }
        }
    }
    found
}

/// What to say about an id that no entity has.
pub fn unknown_entity(id: &str) -> String {
    format!("there is no entity `{id}`; describe it with [entity.{id}]")
}

/// An article that two sources are.
fn articles(file: &StoryFile) -> Vec<(Span, String)> {
    let mut known: HashMap<&str, &SmolStr> = HashMap::new();
    let mut found = Vec::new();
    for source in &file.sources {
        if let Some(article) = &source.file
            && let Some(other) = known.insert(&article.value, &source.id.value)
        {
            found.push((article.span, format!("{} is already `{other}`", article.value)));
        }
    }
    found
}

/// Relations and verdicts between a claim and itself.
fn relations(file: &StoryFile) -> Vec<(Span, String)> {
    let pairs = file.relations.iter().map(|r| &r.on).chain(file.verdicts.iter().map(|v| &v.on));
    let same = |a: &Reference, b: &Reference| match (a, b) {
        (Reference::Claim(a), Reference::Claim(b)) => a.value == b.value,
        (Reference::Quoted(a), Reference::Quoted(b)) => {
            a.anchor == b.anchor && a.source.as_ref().map(|s| &s.value) == b.source.as_ref().map(|s| &s.value)
        }
        _ => false,
    };
    let with_itself = pairs.filter(|on| matches!(&on[..], [a, b] if same(a, b)));
    with_itself.map(|on| (on[1].span(), "this is the same claim as the first one".to_owned())).collect()
}

/// Claims that support one another in a circle: none of them stands on anything else.
fn circles(file: &StoryFile) -> Vec<(Span, String)> {
    let mut supports: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut found = Vec::new();
    for relation in file.relations.iter().filter(|r| r.kind.value == RelationKind::Supports) {
        let [Reference::Claim(At { value: a, span }), Reference::Claim(At { value: b, .. })] = &relation.on[..] else {
            continue;
        };
        if a != b && reaches(&supports, b, a) {
            found.push((*span, format!("`{a}` and `{b}` support one another in a circle")));
        }
        supports.entry(a).or_default().push(b);
    }
    found
}

/// Whether one can get from one claim to another by what it supports.
fn reaches(supports: &HashMap<&str, Vec<&str>>, from: &str, to: &str) -> bool {
    let (mut queue, mut seen) = (vec![from], vec![from]);
    while let Some(at) = queue.pop() {
        if at == to {
            return true;
        }
        for next in supports.get(at).into_iter().flatten() {
            if !seen.contains(next) {
                seen.push(next);
                queue.push(next);
            }
        }
    }
    false
}
