//! Who is who in a story, for a terminal: a card for every entity.

use std::{collections::BTreeMap, fmt::Write};

use crate::{
    compare::{Account, Entity, Story},
    facts::{Chain, EntityKind, MentionKind},
    workspace::Snapshot,
};

/// A card for every entity of the story `key`: name and kind, then for each article how it is introduced, how often it
/// is mentioned, and which forms of the name it has there. People first, then by how often they are mentioned.
pub fn cards(snapshot: &Snapshot, key: &str) -> String {
    let story = snapshot.story(key).unwrap_or_default();
    let mut entities: Vec<&Entity> = story.entities().into_iter().map(|(_, e)| e).collect();
    entities.sort_by_key(|e| (e.kind, std::cmp::Reverse(mentions(&story, e))));
    let mut out = String::new();
    for entity in entities {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{} ({})", entity.name, kind(entity.kind));
        for reference in &entity.chains {
            if let (Some(account), Some(chain)) = (story.account(reference.article), story.chain(*reference)) {
                let _ = writeln!(out, "  {}", line(account, chain));
            }
        }
        out.push('\n');
    }
    out
}

fn mentions(story: &Story, entity: &Entity) -> usize {
    let chains = entity.chains.iter().filter_map(|c| story.chain(*c));
    chains.map(|c| c.mentions.len()).sum()
}

/// `wire.txt:1  the acting deputy attorney general; 6 mentions: Dana Boente, Boente ×3, him ×2`
fn line(account: &Account, chain: &Chain) -> String {
    let mention = |id: crate::facts::MentionId| &account.facts.mentions[id.0 as usize];
    let introduction = mention(chain.introduction);
    let start = introduction.span.start as usize;
    let line = ropey::str_utils::byte_to_line_idx(&account.text, start) + 1;
    let role = introduction.role.or_else(|| {
        let mut roles = chain.mentions.iter().filter_map(|m| mention(*m).role);
        roles.next()
    });
    let role = role.map_or_else(String::new, |role| format!("{}; ", one_line(role.of(&account.text))));
    let n = chain.mentions.len();
    let plural = if n == 1 { "" } else { "s" };
    format!("{}:{line}  {role}{n} mention{plural}: {}", account.name, forms(account, chain))
}

/// The forms that refer to the entity, each with how often, pronouns last.
fn forms(account: &Account, chain: &Chain) -> String {
    let mut counts: BTreeMap<(bool, String), (usize, usize)> = BTreeMap::new();
    for (order, id) in chain.mentions.iter().enumerate() {
        let mention = &account.facts.mentions[id.0 as usize];
        let pronoun = mention.kind == MentionKind::Pronoun;
        let words = one_line(mention.span.of(&account.text));
        let form = if pronoun { words.to_lowercase() } else { words };
        counts.entry((pronoun, form)).or_insert((order, 0)).1 += 1;
    }
    let mut forms: Vec<_> = counts.into_iter().collect();
    forms.sort_by_key(|((pronoun, _), (first, _))| (*pronoun, *first));
    let forms = forms.into_iter().map(|((_, form), (_, n))| match n {
        1 => form,
        n => format!("{form} ×{n}"),
    });
    forms.collect::<Vec<_>>().join(", ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::Other => "other",
    }
}
