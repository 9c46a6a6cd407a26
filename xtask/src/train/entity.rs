//! Names in GUM's layer of entities: the run of proper nouns around the head of a mention.

use std::collections::HashMap;

use twosource::language::model::NameKind;

use super::conllu::Sentence;

/// A name: words `start..end`, counted from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    pub start: usize,
    pub end: usize,
    pub kind: NameKind,
}

/// The names of a sentence; where names nest, the outermost.
pub fn names(sentence: &Sentence) -> Vec<Name> {
    let mut all: Vec<Name> = mentions(sentence).into_iter().filter_map(|mention| name_in(sentence, mention)).collect();
    all.sort_by_key(|n| (std::cmp::Reverse(n.end - n.start), n.start));
    let mut outermost: Vec<Name> = Vec::new();
    for name in all {
        if outermost.iter().all(|o| name.end <= o.start || o.end <= name.start) {
            outermost.push(name);
        }
    }
    outermost.sort_by_key(|n| n.start);
    outermost
}

/// The mentions of things that can have a name. `Entity` holds brackets: `(1-person-…` opens entity 1, `1)` closes it.
fn mentions(sentence: &Sentence) -> Vec<Name> {
    let mut found = Vec::new();
    let mut open: HashMap<&str, Vec<(usize, &str)>> = HashMap::new();
    for (i, word) in sentence.words.iter().enumerate() {
        let mut rest = word.entity.as_str();
        while !rest.is_empty() {
            let opens = rest.starts_with('(');
            let body = rest.strip_prefix('(').unwrap_or(rest);
            let end = body.find(['(', ')']).unwrap_or(body.len());
            let closes = body[end..].starts_with(')');
            let mut fields = body[..end].split('-');
            let id = fields.next().unwrap_or_default();
            if opens {
                open.entry(id).or_default().push((i, fields.next().unwrap_or_default()));
            }
            if closes
                && let Some((start, kind)) = open.get_mut(id).and_then(Vec::pop)
                && let Some(kind) = kind_of(kind)
            {
                found.push(Name { start, end: i + 1, kind });
            }
            rest = &body[end + usize::from(closes)..];
        }
    }
    found
}

fn kind_of(etype: &str) -> Option<NameKind> {
    match etype {
        "person" => Some(NameKind::Person),
        "organization" => Some(NameKind::Organisation),
        "place" => Some(NameKind::Place),
        "time" => None,
        _ => Some(NameKind::Other),
    }
}

/// The name that heads the mention, if one does, without article and titles.
fn name_in(sentence: &Sentence, mention: Name) -> Option<Name> {
    let words = &sentence.words;
    let inside = mention.start..mention.end;
    let head_of = |i: usize| words[i].head.wrapping_sub(1);
    let head = inside.clone().find(|&i| !inside.contains(&head_of(i)))?;
    let proper = |i: usize| matches!(words[i].xpos.as_str(), "NNP" | "NNPS");
    if !proper(head) {
        return None;
    }
    // A title depends on the name it stands beside.
    let belongs = |i: usize| {
        let mut path = std::iter::successors(Some(i), |&j| Some(head_of(j)));
        path.by_ref()
            .take(words.len())
            .take_while(|&j| j != head)
            .all(|j| inside.contains(&j) && words[j].relation != "nmod:desc" && words[j].relation != "appos")
    };
    let glued = |i: usize| matches!(words[i].xpos.as_str(), "HYPH" | "POS" | "CD" | ".");
    let (mut start, mut end) = (head, head + 1);
    while start > mention.start && proper(start - 1) && belongs(start - 1) {
        start -= 1;
    }
    loop {
        let rest = end..mention.end;
        let linked = |i: usize| {
            mention.kind != NameKind::Person
                && matches!(words[i].form.to_lowercase().as_str(), "of" | "for" | "and" | "&" | "the")
        };
        let links = rest.clone().take_while(|&i| linked(i) || words[i].xpos == "HYPH").count();
        let next = end + links;
        let continues =
            next < mention.end && belongs(next) && (proper(next) || (words[next].xpos == "CD" && links == 0));
        if !continues {
            break;
        }
        end = next + 1;
    }
    while end > head + 1 && glued(end - 1) && words[end - 1].xpos != "CD" {
        end -= 1;
    }
    Some(Name { start, end, kind: mention.kind })
}
