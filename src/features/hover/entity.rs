//! The card of an entity: who somebody is in every source.

use std::sync::Arc;

use crate::{
    compare::{ChainRef, Entity, EntityId, Passage, Story, headline},
    facts::{EntityKind, MentionKind, Quotation, QuotationKind},
    features::{
        card::{Card, Line, Link, Piece, place},
        excerpt::excerpt,
        subject::Subject,
        verdicts::{judged_differences, remark},
    },
    workspace::Snapshot,
};

/// How many quotations a card shows at most.
const QUOTES: usize = 3;

/// The card of an entity, as for the words that introduce it in the first article that has it.
pub fn card_of(snapshot: &Snapshot, story: &Arc<Story>, entity: EntityId, link: Link<'_>) -> Option<Card> {
    let at = *story.entity(entity)?.chains.first()?;
    let facts = &story.account(at.article)?.facts;
    let mention = facts.mentions.get(story.chain(at)?.introduction.0 as usize)?.clone();
    Some(render(snapshot, &Subject { story: story.clone(), entity, mention, at }, link))
}

/// The card of what a mention refers to.
pub fn render(snapshot: &Snapshot, subject: &Subject, link: Link<'_>) -> Card {
    Card::new(subject.mention.span, &card(snapshot, subject), link)
}

fn card(snapshot: &Snapshot, subject: &Subject) -> Vec<Line> {
    let Some(entity) = subject.entity() else { return Vec::new() };
    let mut lines = vec![title(subject, &entity.name, entity.kind)];
    lines.extend(declared(snapshot, subject, entity));
    for chain in subject.chains() {
        lines.extend(roles(snapshot, &subject.story, chain));
    }
    lines.extend(forms(subject));
    lines.push(counts(snapshot, subject));
    lines.extend(quotes(snapshot, subject));
    lines.extend(differences(snapshot, subject));
    lines
}

/// "she: **Mara Ellison**, person": on a pronoun or a nominal the words come first.
fn title(subject: &Subject, name: &str, kind: EntityKind) -> Line {
    let kind = match kind {
        EntityKind::Person => ", person",
        EntityKind::Organisation => ", organisation",
        EntityKind::Place => ", place",
        EntityKind::Other => "",
    };
    let mut pieces = vec![Piece::Strong(name.into()), Piece::Text(kind.into())];
    if subject.mention.kind != MentionKind::Name
        && let Some(account) = subject.story.account(subject.at.article)
    {
        pieces.insert(0, Piece::Text(format!("{}: ", excerpt(subject.mention.span.of(&account.text)))));
    }
    Line(pieces)
}

/// What the story file says: roles with their dates, a note, a public number.
fn declared(snapshot: &Snapshot, subject: &Subject, entity: &Entity) -> Option<Line> {
    let doc = snapshot.doc_of(subject.at.article)?;
    let entry = doc.file.entity(entity.declared.as_ref()?)?;
    let roles = entry.roles.iter().map(|role| {
        let title = role.title.value.as_str();
        match (role.from, role.to) {
            (Some(from), Some(to)) => format!("{title}, {from} to {to}"),
            (Some(from), None) => format!("{title} since {from}"),
            (None, Some(to)) => format!("{title} until {to}"),
            (None, None) => title.to_owned(),
        }
    });
    let more = entry.note.iter().chain(&entry.public_id).map(|at| at.value.trim().to_owned());
    let said: Vec<String> = roles.chain(more).filter(|text| !text.is_empty()).collect();
    let mut pieces = vec![Piece::Text(said.join("; "))];
    if said.is_empty() {
        return None;
    }
    pieces.push(Piece::Text(" — ".into()));
    let at = Passage { article: doc.id, span: entry.id.span };
    let line = doc.buffer().position(at.span.start as usize, crate::text::Encoding::Utf32).line + 1;
    pieces.push(Piece::Place { name: format!("story.toml:{line}"), at });
    Some(Line(pieces))
}

/// What an article calls somebody, each role once, with the place where it says so.
fn roles(snapshot: &Snapshot, story: &Story, chain: ChainRef) -> Option<Line> {
    let account = story.account(chain.article)?;
    let mut pieces = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for mention in account.facts.mentions_of(chain.chain) {
        let Some(role) = mention.role else { continue };
        let words = excerpt(role.of(&account.text));
        if seen.iter().any(|s| s.eq_ignore_ascii_case(&words)) {
            continue;
        }
        pieces.push(Piece::Text(if seen.is_empty() { String::new() } else { "; ".into() }));
        pieces.push(Piece::Text(words.clone()));
        seen.push(words);
        if seen.len() == 1 {
            pieces.push(Piece::Text(" — ".into()));
            pieces.push(place(snapshot, Passage { article: chain.article, span: role })?);
        }
    }
    (!pieces.is_empty()).then_some(Line(pieces))
}

/// Other forms of the name, in the order in which they come up.
fn forms(subject: &Subject) -> Option<Line> {
    let mut forms: Vec<&str> = Vec::new();
    let name = subject.entity()?.name.as_str();
    for chain in subject.chains() {
        let account = subject.story.account(chain.article)?;
        for mention in account.facts.mentions_of(chain.chain).filter(|m| m.kind == MentionKind::Name) {
            let form = mention.span.of(&account.text);
            if form != name && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    let listed = forms.iter().map(|f| excerpt(f)).collect::<Vec<_>>().join(", ");
    (!forms.is_empty()).then(|| Line(vec![Piece::Text(format!("Also: {listed}"))]))
}

/// How often each article mentions the entity, with its introduction there.
fn counts(snapshot: &Snapshot, subject: &Subject) -> Line {
    let mut pieces = vec![Piece::Text("Mentions: ".into())];
    for (i, chain) in subject.chains().into_iter().enumerate() {
        let (Some(at), Some(found)) = (subject.introduction(chain), subject.story.chain(chain)) else { continue };
        if i > 0 {
            pieces.push(Piece::Text(", ".into()));
        }
        pieces.extend(place(snapshot, at));
        pieces.push(Piece::Text(format!(" {}", found.mentions.len())));
    }
    Line(pieces)
}

/// The first things that the entity says, in its own words.
fn quotes(snapshot: &Snapshot, subject: &Subject) -> Vec<Line> {
    let mut lines = Vec::new();
    for chain in subject.chains() {
        let Some(account) = subject.story.account(chain.article) else { continue };
        let own = |q: &&Quotation| q.kind == QuotationKind::Direct && q.chain == Some(chain.chain);
        for quote in account.facts.quotations.iter().filter(own) {
            let mut pieces = vec![Piece::Quoted(excerpt(quote.span.of(&account.text))), Piece::Text(" — ".into())];
            pieces.extend(place(snapshot, Passage { article: chain.article, span: quote.span }));
            lines.push(Line(pieces));
        }
    }
    lines.truncate(QUOTES);
    lines
}

/// The claims beside a mention of the entity on which accounts differ.
fn differences(snapshot: &Snapshot, subject: &Subject) -> Vec<Line> {
    let near = |side: &Passage| {
        let account = subject.story.account(side.article)?;
        let sentence = account.facts.sentences.iter().position(|s| s.span.overlaps(side.span))?;
        let chains = subject.entity()?.chains.iter().filter(|c| c.article == side.article);
        chains.flat_map(|c| account.facts.mentions_of(c.chain)).any(|m| m.sentence as usize == sentence).then_some(())
    };
    let mut lines = Vec::new();
    let key = snapshot.story_key(subject.at.article);
    let doc = key.and_then(|key| snapshot.doc(key));
    for (difference, opinion) in key.map(|key| judged_differences(snapshot, key)).unwrap_or_default() {
        if near(&difference.left.at).is_none() && near(&difference.right.at).is_none() {
            continue;
        }
        let (left, right) = (difference.left.at, difference.right.at);
        let words = |at: Passage| subject.story.account(at.article).map(|a| excerpt(at.span.of(&a.text)));
        let mut pieces = vec![Piece::Text(format!("{}: ", headline(&difference)))];
        for (i, at) in [left, right].into_iter().enumerate() {
            pieces.push(Piece::Text(if i > 0 { "; ".into() } else { String::new() }));
            pieces.extend(place(snapshot, at));
            pieces.push(Piece::Text(format!(" “{}”", words(at).unwrap_or_default())));
        }
        if let Some(remark) = opinion.zip(doc).and_then(|(opinion, doc)| remark(doc, opinion)) {
            pieces.push(Piece::Text(format!(" {remark}")));
        }
        lines.push(Line(pieces));
    }
    lines
}
