//! `story.toml`: what people say about the articles of a story: sources, who is who, claims, relations, verdicts.
//!
//! Everything in it is optional. What cannot be read is a problem with its place, and the rest counts.

mod edit;
mod lint;
mod read;
mod table;

pub use edit::{
    BrokenStoryFile, NewReference, NewVerdict, Rewrite, add, add_to_list, quoted, renew_verdict, verdict_entry,
};
pub use lint::unknown_entity;

use jiff::civil::Date;
use smol_str::SmolStr;

use super::{Anchor, Problem};
use crate::text::Span;

/// A value and its place in the file, in bytes; of a string without its quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    pub span: Span,
}

/// A story file as read. Entries are in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryFile {
    pub sources: Vec<SourceEntry>,
    pub entities: Vec<EntityEntry>,
    pub claims: Vec<ClaimEntry>,
    pub mentions: Vec<MentionEntry>,
    pub relations: Vec<RelationEntry>,
    pub verdicts: Vec<VerdictEntry>,
    /// What could not be read or makes no sense in itself, in the order of the file.
    pub problems: Vec<Problem>,
}

/// `[source.herald]`: an article of the story under a short name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    pub id: At<SmolStr>,
    /// The article's path below the story's folder, with `/`.
    pub file: Option<At<SmolStr>>,
    pub published: Option<Date>,
    pub updated: Option<Date>,
}

/// What kind of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Person,
    Organisation,
    Place,
    Other,
}

/// The kinds by the words that stand for them.
pub const KINDS: &[(&str, Kind)] = &[
    ("person", Kind::Person),
    ("organisation", Kind::Organisation),
    ("place", Kind::Place),
    ("other", Kind::Other),
    ("organization", Kind::Organisation),
];

/// `[entity.ellison]`: somebody or something, as a person knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityEntry {
    pub id: At<SmolStr>,
    pub name: Option<At<SmolStr>>,
    pub aliases: Vec<At<SmolStr>>,
    /// Names and phrases that do not mean it.
    pub not: Vec<At<SmolStr>>,
    pub kind: Option<At<Kind>>,
    pub roles: Vec<Role>,
    pub note: Option<At<SmolStr>>,
    /// A number in a public register, such as a Wikidata item.
    pub public_id: Option<At<SmolStr>>,
}

/// An office and the days on which it was held, ends included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub title: At<SmolStr>,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

/// Words of an article: `{ source = "herald", quote = "…", before = "…", after = "…" }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// The whole of it.
    pub span: Span,
    /// The id of a source, or the name of an article.
    pub source: Option<At<SmolStr>>,
    /// The quote's place in the file.
    pub quote: Span,
    pub anchor: Anchor,
}

/// `[claim.herald-toll]`: words of an article under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimEntry {
    pub id: At<SmolStr>,
    pub at: Option<Quoted>,
    pub speaker: Option<At<SmolStr>>,
    pub note: Option<At<SmolStr>>,
}

/// `[[mention]]`: who is meant in one place of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionEntry {
    pub at: Option<Quoted>,
    pub is: Option<At<SmolStr>>,
    pub not: Option<At<SmolStr>>,
}

/// What a relation or verdict is on: an id of a claim, or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    Claim(At<SmolStr>),
    Quoted(Quoted),
}

impl Reference {
    /// Its place in the file.
    pub fn span(&self) -> Span {
        match self {
            Reference::Claim(id) => id.span,
            Reference::Quoted(quoted) => quoted.span,
        }
    }
}

/// How claims stand to one another, as somebody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelationKind {
    Supports,
    Differs,
    Disputes,
}

/// The relations by the keys that stand for them.
pub const RELATIONS: &[(&str, RelationKind)] =
    &[("supports", RelationKind::Supports), ("differs", RelationKind::Differs), ("disputes", RelationKind::Disputes)];

/// `[[relation]]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelationEntry {
    pub kind: At<RelationKind>,
    pub on: Vec<Reference>,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It has been looked into.
    Checked,
    /// It may stand as it is.
    Stet,
    /// It is still to be looked into.
    Open,
}

/// The decisions by the keys that stand for them.
pub const DECISIONS: &[(&str, Decision)] =
    &[("stet", Decision::Stet), ("checked", Decision::Checked), ("open", Decision::Open)];

impl Decision {
    /// The key that stands for it.
    pub fn key(self) -> &'static str {
        DECISIONS.iter().find(|(_, decision)| *decision == self).map_or("", |(key, _)| key)
    }
}

/// `[[verdict]]`: what somebody decided about a claim or about two that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictEntry {
    /// The key that says what was decided.
    pub decision: At<Decision>,
    /// One or two.
    pub on: Vec<Reference>,
    pub reason: SmolStr,
    pub by: Option<At<SmolStr>>,
    /// The kind of difference that it is about; any, where it does not say.
    pub kind: Option<At<SmolStr>>,
    /// The fingerprint of the passages as they stood: see [`super::seen`].
    pub seen: Option<At<SmolStr>>,
    /// The sentences as they stood.
    pub was: Vec<At<SmolStr>>,
}

impl StoryFile {
    /// Reads a story file. Every text is some story file: nothing is an error here.
    pub fn read(text: &str) -> StoryFile {
        let mut file = read::read(text);
        lint::lint(&mut file);
        file.problems.sort_by(|a, b| (a.span, &a.message).cmp(&(b.span, &b.message)));
        file.problems.dedup();
        file
    }

    /// The source that an article is: by its id or the article's name.
    pub fn source(&self, name: &str) -> Option<&SourceEntry> {
        self.sources.iter().find(|s| s.id.value == name || s.file.as_ref().is_some_and(|f| f.value == name))
    }

    /// The name of the article that a quote or a note calls `source`.
    pub fn article_name<'a>(&'a self, source: &'a str) -> &'a str {
        let entry = self.sources.iter().find(|s| s.id.value == source);
        entry.and_then(|s| s.file.as_ref()).map_or(source, |file| &file.value)
    }

    /// An entity by its id.
    pub fn entity(&self, id: &str) -> Option<&EntityEntry> {
        self.entities.iter().find(|entity| entity.id.value == id)
    }

    /// Everything in the file that is quoted from an article.
    pub fn quoted(&self) -> impl Iterator<Item = &Quoted> {
        let claims = self.claims.iter().filter_map(|claim| claim.at.as_ref());
        let mentions = self.mentions.iter().filter_map(|mention| mention.at.as_ref());
        claims.chain(mentions).chain(self.references().filter_map(|reference| match reference {
            Reference::Quoted(quoted) => Some(quoted),
            Reference::Claim(_) => None,
        }))
    }

    /// Everything that relations and verdicts are on.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        self.relations.iter().flat_map(|r| &r.on).chain(self.verdicts.iter().flat_map(|v| &v.on))
    }
}

#[cfg(test)]
mod tests;
