//! Who is who with the reasons: which pass of the sieve sorted each mention, and what joins the articles' chains.

use std::fmt::Write;

use annotate_snippets::renderer::Style;

use crate::{
    compare::{ChainRef, Entity, Passage, Story},
    facts::MentionKind,
    text::Encoding,
    workspace::Snapshot,
};

/// Every entity of the story `key`: its mentions in each article, each with why it is there, and why the articles' are one.
pub fn evidence(snapshot: &Snapshot, key: &str) -> String {
    let story = snapshot.story(key).unwrap_or_default();
    let bold = Style::new().bold();
    let mut out = String::new();
    for (_, entity) in story.referents() {
        // Writing to a string does not fail.
        let _ = writeln!(out, "{bold}{}{bold:#}", entity.name);
        for chain in &entity.chains {
            links(&mut out, &story, entity, *chain);
            mentions(&mut out, snapshot, &story, *chain);
        }
        out.push('\n');
    }
    out
}

/// What joins a chain with those of other articles before it.
fn links(out: &mut String, story: &Story, entity: &Entity, chain: ChainRef) {
    let name = |chain: ChainRef| story.account(chain.article).map(|account| account.name.clone()).unwrap_or_default();
    for other in entity.chains.iter().take_while(|other| **other != chain) {
        if let Some(reason) = story.link(*other, chain) {
            let _ = writeln!(out, "  {} = {}: {reason}", name(*other), name(chain));
        }
    }
}

fn mentions(out: &mut String, snapshot: &Snapshot, story: &Story, chain: ChainRef) {
    let (Some(article), Some(found)) = (super::article(snapshot, chain.article), story.chain(chain)) else { return };
    let text = article.text();
    let facts = article.facts();
    let mut before: Option<&str> = None;
    for id in &found.mentions {
        let Some(mention) = facts.mentions.get(id.0 as usize) else { continue };
        let at = Passage { article: article.id, span: mention.span };
        let place = article.buffer().position(at.span.start as usize, Encoding::Utf32);
        let words = mention.span.of(text);
        let shown = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let last = before.filter(|_| mention.kind != MentionKind::Name).map(|last| format!(", last “{last}”"));
        let (line, column) = (place.line + 1, place.character + 1);
        let why = mention.basis.describe();
        let _ = writeln!(out, "  {}:{line}:{column} “{shown}” — {why}{}", article.name, last.unwrap_or_default());
        before = Some(words);
    }
}
