//! Who is who in a text or a story of several, as tests ask for it.

use std::sync::Arc;

use super::fixture::Fixture;
use twosource::{
    annotation,
    compare::{Account, ArticleId, ChainRef, Story},
    facts::{ChainId, Facts, MentionId, MentionKind, facts},
    syntax::{Format, prose},
};

/// What a text says.
pub fn read(text: &str) -> Facts {
    let prose = prose(text, Format::Markdown);
    facts(&prose, &annotation::metadata(text, &prose), None)
}

/// Each chain's name with the words of its mentions, in the order of the text.
pub fn chains(text: &str) -> Vec<(String, Vec<String>)> {
    let facts = read(text);
    let mentions = |id: usize| facts.mentions_of(ChainId(id as u32)).map(|m| m.span.of(text).to_owned()).collect();
    facts
        .chains
        .iter()
        .enumerate()
        .filter(|(_, c)| !c.identity.described)
        .map(|(id, c)| (c.name.to_string(), mentions(id)))
        .collect()
}

/// Asserts which mentions the chain of a name has.
#[track_caller]
pub fn assert_chain(text: &str, name: &str, mentions: &[&str]) {
    let all = chains(text);
    let found = all.iter().find(|(n, _)| n == name);
    assert_eq!(found.map(|(_, m)| m.iter().map(String::as_str).collect()), Some(mentions.to_vec()), "{all:#?}");
}

fn story(source: &str) -> Story {
    let fixture = Fixture::parse(source);
    let mut story = Story::default();
    for (number, (name, text)) in fixture.files.iter().enumerate() {
        let account = Account { name: name.as_str().into(), facts: Arc::new(read(text)), text: text.as_str().into() };
        story = story.with(ArticleId(number as u32), Some(account));
    }
    story
}

/// The named entities of a story, and what each is called in each article.
pub fn linked(source: &str) -> Vec<(String, Vec<String>)> {
    let story = story(source);
    let name = |c: &ChainRef| story.chain(*c).map_or_else(String::new, |chain| chain.name.to_string());
    story.entities().iter().map(|(_, e)| (e.name.to_string(), e.chains.iter().map(name).collect())).collect()
}

/// Asserts which chains the entity of a name has.
#[track_caller]
pub fn assert_linked(source: &str, name: &str, chains: &[&str]) {
    let all = linked(source);
    let found = all.iter().find(|(n, _)| n == name);
    assert_eq!(found.map(|(_, c)| c.iter().map(String::as_str).collect()), Some(chains.to_vec()), "{all:#?}");
}

/// What the pronouns and descriptions of a text stand for, those of named people only.
pub fn stand_for(text: &str) -> Vec<String> {
    let facts = read(text);
    let others = facts.mentions.iter().filter(|m| m.kind != MentionKind::Name);
    let named = others.filter(|m| !facts.chains[m.chain.0 as usize].identity.described);
    named.map(|m| format!("{} = {}", m.span.of(text), facts.chains[m.chain.0 as usize].name)).collect()
}

/// Asserts what the pronouns and descriptions of a text stand for.
#[track_caller]
pub fn assert_stand_for(text: &str, expected: &[&str]) {
    assert_eq!(stand_for(text), expected, "{text}");
}

/// The mentions of the unnamed chain that a text speaks of most, and the one that introduces it.
pub fn unnamed(text: &str) -> (Vec<String>, String) {
    let facts = read(text);
    let all = facts.chains.iter().filter(|c| c.identity.described);
    let most = all.max_by_key(|c| c.mentions.len()).expect("a chain without a name");
    let words = |id: &MentionId| facts.mentions[id.0 as usize].span.of(text).to_owned();
    (most.mentions.iter().map(words).collect(), words(&most.introduction))
}

/// What each entity of a story is called in each article, those without a name included.
pub fn referents(source: &str) -> Vec<Vec<String>> {
    let story = story(source);
    let name = |c: &ChainRef| story.chain(*c).map_or_else(String::new, |chain| chain.name.to_string());
    story.referents().iter().map(|(_, e)| e.chains.iter().map(name).collect()).collect()
}
