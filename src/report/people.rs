//! Who is who in a story, for a terminal.

use std::cmp::Reverse;

use annotate_snippets::renderer::Style;

use crate::{
    compare::{Entity, Story},
    features::card_of,
    workspace::Snapshot,
};

/// The card of every entity that an article of the story `key` names, as an editor shows it: people first, then those
/// mentioned most.
pub fn cards(snapshot: &Snapshot, key: &str) -> String {
    let story = snapshot.story(key).unwrap_or_default();
    let mut entities = story.entities();
    entities.sort_by_key(|(_, entity)| (entity.kind, Reverse(mentions(&story, entity))));
    let cards = entities.into_iter().filter_map(|(id, _)| card_of(snapshot, &story, id, &|_| None));
    cards.map(|card| styled(&card.plain)).collect()
}

/// A card with its first line in bold and the others below it.
fn styled(card: &str) -> String {
    let bold = Style::new().bold();
    let (title, rest) = card.split_once('\n').unwrap_or((card, ""));
    let rest: String = rest.lines().map(|line| format!("  {line}\n")).collect();
    format!("{bold}{title}{bold:#}\n{rest}\n")
}

fn mentions(story: &Story, entity: &Entity) -> usize {
    let chains = entity.chains.iter().filter_map(|chain| story.chain(*chain));
    chains.map(|chain| chain.mentions.len()).sum()
}
