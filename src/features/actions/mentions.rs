//! Saying who is meant: this mention is or is not somebody, these two are or are not the same, the name as introduced.

use super::{Action, ActionKind, Deed, Named, Spot, can_be_noted, is_prose, is_writable, read, same_words};
use crate::{
    compare::{ArticleId, ChainRef, Entity, EntityId, Story},
    facts::{ChainId, EntityKind, Mention, MentionKind},
    features::excerpt::excerpt,
    syntax::{Format, prose},
    text::Span,
    workspace::{Article, Snapshot},
};

/// How many people are offered for a pronoun, and how many names for a name.
const CANDIDATES: usize = 4;

/// What can be said about who is meant at `at`.
pub fn actions(snapshot: &Snapshot, article: &Article, at: Span) -> Vec<Action> {
    let Some(story) = snapshot.story_of(article.id) else { return Vec::new() };
    if !can_be_noted(article) && !is_writable(article) {
        return Vec::new();
    }
    let facts = article.facts();
    let mention = facts.mention_at(at.start as usize).filter(|m| m.span.contains(at) || at.is_empty());
    let Some(span) = mention.map(|m| m.span).or_else(|| pronoun_at(article, at)) else { return Vec::new() };
    let entity = mention.and_then(|m| story.entity_of(ChainRef { article: article.id, chain: m.chain }));
    let words = excerpt(read(article, span).unwrap_or_else(|| span.of(article.text())));
    let mut found = Vec::new();
    let action =
        |title: String, deed: Deed| Action { title, kind: ActionKind::Annotate, preferred: false, deed, answers: None };
    if let Some((id, mention)) = entity.zip(mention)
        && let Some(entity) = story.entity(id)
    {
        found.extend(as_introduced(article, &story, entity, mention));
        if can_be_noted(article) {
            let deed = Deed::MentionIsNot { at: Spot::new(article, span), entity: named(entity) };
            found.push(action(format!("“{words}” is not {}", entity.name), deed));
        }
        if mention.kind == MentionKind::Name && can_be_noted(article) {
            for (_, other) in alike(&story, id, entity) {
                let title = format!("“{}” and “{}” are the same", entity.name, other.name);
                let (known, name) = if other.declared.is_some() { (other, entity) } else { (entity, other) };
                let deed = Deed::Same { article: article.id.0, entity: named(known), name: name.name.to_string() };
                found.push(action(title, deed));
            }
            for name in other_names(&story, entity) {
                let title = format!("“{}” and “{name}” are not the same", entity.name);
                found.push(action(title, Deed::NotSame { article: article.id.0, entity: named(entity), name }));
            }
        }
    }
    if mention.is_none_or(|m| m.kind != MentionKind::Name) {
        for candidate in recent(&story, article.id, span, entity) {
            let deed = Deed::MentionIs { at: Spot::new(article, span), entity: named(candidate) };
            found.push(action(format!("“{words}” is {}", candidate.name), deed));
        }
    }
    found
}

fn named(entity: &Entity) -> Named {
    Named { id: entity.declared.as_ref().map(ToString::to_string), name: entity.name.to_string() }
}

/// The pronoun under the cursor that is nobody's mention.
fn pronoun_at(article: &Article, at: Span) -> Option<Span> {
    const PRONOUNS: &[&str] = &["he", "him", "his", "she", "her", "hers", "it", "its", "they", "them", "their"];
    let facts = article.facts();
    let place = facts.sentences.iter().find(|place| place.span.touches(at.start as usize))?;
    let words = place.reading.words.iter().filter(|word| PRONOUNS.contains(&word.lower.as_str()));
    let mut spans = words.map(|word| place.to_source(article.prose(), word.span));
    spans.find(|span| span.touches(at.start as usize) && span.contains(at))
}

/// Whoever was spoken of last before a place.
fn recent(story: &Story, article: ArticleId, at: Span, except: Option<EntityId>) -> Vec<&Entity> {
    let Some(account) = story.account(article) else { return Vec::new() };
    let mentions = &account.facts.mentions;
    let before = mentions.partition_point(|mention| mention.span.start < at.start);
    let mut seen: Vec<EntityId> = except.into_iter().collect();
    let mut found = Vec::new();
    for mention in mentions[..before].iter().rev().filter(|mention| mention.kind == MentionKind::Name) {
        let Some(id) = story.entity_of(ChainRef { article, chain: mention.chain }) else { continue };
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        found.extend(story.entity(id));
    }
    found.sort_by_key(|entity| entity.kind != EntityKind::Person);
    found.truncate(CANDIDATES);
    found
}

/// Entities with a word of their name in common, those of the same kind first.
fn alike<'s>(story: &'s Story, id: EntityId, entity: &Entity) -> Vec<(EntityId, &'s Entity)> {
    let words = |name: &str| -> Vec<String> {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 2);
        words.map(str::to_lowercase).collect()
    };
    let own = words(&entity.name);
    let mut found: Vec<(EntityId, &Entity)> = story
        .entities()
        .into_iter()
        .filter(|(other, e)| *other != id && words(&e.name).iter().any(|word| own.contains(word)))
        .collect();
    found.sort_by_key(|(_, other)| other.kind != entity.kind);
    found.truncate(CANDIDATES);
    found
}

/// The full names under which other articles' chains joined an entity, where they are not its own.
fn other_names(story: &Story, entity: &Entity) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for chain in entity.chains.iter().filter_map(|chain| story.chain(*chain)) {
        let name = chain.name.to_string();
        if name != entity.name && !names.contains(&name) && !chain.identity.described {
            names.push(name);
        }
    }
    names
}

/// In a draft: the name as it is introduced there, for a full name that is spelled otherwise; and as the person or the
/// other articles spell it, for the introduction itself.
fn as_introduced(article: &Article, story: &Story, entity: &Entity, mention: &Mention) -> Vec<Action> {
    // Markup within the name, such as the bracket of a claim that begins there, would be lost.
    if mention.kind != MentionKind::Name || !is_writable(article) || !is_prose(article, mention.head) {
        return Vec::new();
    }
    let facts = article.facts();
    let head = mention.head.of(article.text());
    let ChainId(chain) = mention.chain;
    let introduction = &facts.mentions[facts.chains[chain as usize].introduction.0 as usize];
    let wanted: String = if introduction.span == mention.span {
        let others = entity.chains.iter().filter(|other| other.article != article.id);
        let name = entity.declared.as_ref().map(|_| entity.name.clone());
        let Some(name) = name.or_else(|| others.filter_map(|c| story.chain(*c)).map(|c| c.name.clone()).next()) else {
            return Vec::new();
        };
        name.to_string()
    } else {
        read(article, introduction.head).unwrap_or_default().to_owned()
    };
    let words = |name: &str| name.split_whitespace().count();
    let is_plain = |name: &str| matches!(&prose(name, Format::Markdown).blocks[..], [block] if *block.text == *name);
    if same_words(&wanted, head) || words(head) < 2 || words(&wanted) < 2 || !is_plain(&wanted) {
        return Vec::new();
    }
    vec![Action {
        title: format!("Write “{wanted}”, as introduced"),
        kind: ActionKind::Rewrite,
        preferred: true,
        deed: Deed::Replace { at: Spot::new(article, mention.head), with: wanted },
        answers: None,
    }]
}
