//! Inlay hints: who a pronoun or a description is, and how many sources say what a claim says.
//!
//! The protocol does not tell where the cursor is, so "only the sentence under the cursor" cannot be had. Hints are off, in
//! drafts only, or everywhere: in a source one reads, in a draft one decides.

use super::{
    Config,
    accounts::{Accounts, accounts},
    actions::Spot,
    card::{Card, Line, Link, Piece, place},
    excerpt::excerpt,
    hover::hover,
    subject::introduction,
};
use crate::{
    compare::{ArticleId, ChainRef, Passage, Story},
    facts::{Facts, Mention, MentionKind},
    text::Span,
    workspace::{Article, Snapshot},
};

/// A few words shown behind words of an article that are not in it.
#[derive(Clone, Debug, PartialEq)]
pub struct InlayHint {
    /// The byte that the hint stands before.
    pub at: usize,
    pub label: String,
    /// Where the label leads.
    pub target: Option<Passage>,
    /// What the hint is about, for [`inlay_tooltip`].
    pub about: Spot,
}

/// The hints for a range of an article, by place.
pub fn inlay_hints(snapshot: &Snapshot, article: ArticleId, range: Span, config: &Config) -> Vec<InlayHint> {
    let Some(article) = snapshot.article(article) else { return Vec::new() };
    let Some(story) = snapshot.story_of(article.id) else { return Vec::new() };
    let draft = article.metadata().draft;
    let mut found = Vec::new();
    if config.inlay_hints.who.is_shown(draft) {
        found.extend(who(&story, article, range));
    }
    if config.inlay_hints.accounts.is_shown(draft) {
        found.extend(claims(snapshot, article, range, config.single_source));
    }
    found.sort_by_key(|hint| hint.at);
    found
}

/// Whom pronouns and descriptions in a range mean, where that is somebody with a name.
fn who<'a>(story: &'a Story, article: &'a Article, range: Span) -> impl Iterator<Item = InlayHint> + 'a {
    let facts = article.facts();
    let first = facts.mentions.partition_point(|mention| mention.span.start < range.start);
    let within = facts.mentions[first..].iter().take_while(move |mention| mention.span.start < range.end);
    let unnamed = within.filter(|mention| mention.kind != MentionKind::Name);
    unnamed.filter(|mention| !is_beside_its_name(facts, mention, article.text())).filter_map(|mention| {
        let chain = ChainRef { article: article.id, chain: mention.chain };
        let entity = story.entity(story.entity_of(chain)?)?;
        Some(InlayHint {
            at: mention.span.end as usize,
            label: entity.name.to_string(),
            target: introduction(story, chain),
            about: Spot::new(article, mention.span),
        })
    })
}

/// Whether the name stands right beside a description: "the mayor, Ann Lee,".
fn is_beside_its_name(facts: &Facts, mention: &Mention, text: &str) -> bool {
    let chain = &facts.chains[mention.chain.0 as usize].mentions;
    let i = chain.partition_point(|id| facts.mentions[id.0 as usize].span.start < mention.span.start);
    let around = chain[i.saturating_sub(1)..chain.len().min(i + 2)].iter().map(|id| &facts.mentions[id.0 as usize]);
    let mut names = around.filter(|other| other.kind == MentionKind::Name && other.sentence == mention.sentence);
    names.any(|name| {
        let gap = match name.span.end <= mention.span.start {
            true => name.span.end as usize..mention.span.start as usize,
            false if mention.span.end <= name.span.start => mention.span.end as usize..name.span.start as usize,
            false => return true,
        };
        !text[gap].contains(char::is_alphanumeric)
    })
}

/// How many sources say what the claims in a range say.
fn claims(snapshot: &Snapshot, article: &Article, range: Span, single: bool) -> Vec<InlayHint> {
    let within = accounts(snapshot, article.id, single).into_iter().filter(|accounts| accounts.span.overlaps(range));
    let hints = within.filter_map(|accounts| {
        let label = accounts.label(single)?;
        let target = accounts.differing.first().or(accounts.agreeing.first()).copied();
        let about = Spot::new(article, accounts.span);
        Some(InlayHint { at: accounts.span.end as usize, label, target, about })
    });
    hints.collect()
}

/// What there is to know about what a hint is about; `None` when the words are not there any more.
pub fn inlay_tooltip(snapshot: &Snapshot, about: &Spot, config: &Config, link: Link<'_>) -> Option<Card> {
    let at = about.passage(snapshot)?;
    let known = accounts(snapshot, at.article, false).into_iter().find(|accounts| accounts.span == at.span);
    match known {
        Some(accounts) => Some(Card::new(at.span, &passages(snapshot, &accounts), link)),
        None => hover(snapshot, at.article, at.span.start as usize, config, link),
    }
}

/// The other passages on a claim, each with its place.
pub fn passages(snapshot: &Snapshot, accounts: &Accounts) -> Vec<Line> {
    let line = |lead: &str, at: &Passage| {
        let words = excerpt(at.span.of(snapshot.article(at.article)?.text()));
        let lead = Piece::Text(format!("{lead} "));
        Some(Line(vec![lead, place(snapshot, *at)?, Piece::Text(format!(" “{words}”"))]))
    };
    let same = accounts.agreeing.iter().filter_map(|at| line("The same:", at));
    same.chain(accounts.differing.iter().filter_map(|at| line("Differs:", at))).collect()
}
