//! The data that reading an article gives. All spans are bytes of the article's file.

use std::sync::Arc;

use jiff::civil::Date;
use smol_str::SmolStr;

use super::{
    basis::Basis,
    check::Check,
    claim::{Claim, Predication, Rebutting, Sureness, Word},
    date::ResolvedTime,
    discourse::Phrase,
    name::{PersonName, Reading},
    quotation::Frame,
};
use crate::{
    language::{Sentence, lexicon::Stance},
    text::Span,
};

/// Everything known about one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// In the order of the file.
    pub sentences: Vec<PlacedSentence>,
    /// Sorted by start, longer first.
    pub mentions: Vec<Mention>,
    /// Who is who within the article: the coreference chains, in the order of their first mention.
    pub chains: Vec<Chain>,
    pub quotations: Vec<Quotation>,
    pub dates: Vec<DateMention>,
    pub claims: Vec<Claim>,
    /// What does not fit together within the article, by place.
    pub checks: Vec<Check>,
    /// The day the article was published, from front matter or a date line.
    pub published: Option<Date>,
}

/// A sentence and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedSentence {
    /// Index into [`crate::syntax::Prose::blocks`].
    pub block: u32,
    /// The block's text.
    pub paragraph: Arc<str>,
    /// First byte of the sentence in the block's text.
    pub offset: u32,
    /// The sentence in the file.
    pub span: Span,
    /// How it lies there: see [`crate::syntax::SourceMap::layout`].
    pub layout: u64,
    /// The sentence stands in a heading.
    pub heading: bool,
    /// It stands in a source note, which speaks about the draft and is no account of its own.
    pub note: bool,
    pub sentence: Arc<Sentence>,
    /// Stands for its words: see [`crate::annotation::fingerprint`].
    pub fingerprint: u64,
    /// The sentence as the finder of names reads it.
    pub reading: Arc<Reading>,
    /// Who does what to whom in it.
    pub predications: Arc<[Predication]>,
    /// What its verbs may report, token by token.
    pub frames: Arc<[Frame]>,
    /// Its words that say something.
    pub words: Arc<[Word]>,
    /// The same words in their base form, compounds taken apart, each with its token.
    pub content: Arc<[(u32, SmolStr)]>,
    /// What it says is not so.
    pub rebuttals: Arc<[Rebutting]>,
    /// What its words say of how sure somebody is.
    pub sureness: Arc<Sureness>,
    /// What may refer in it.
    pub phrases: Arc<[Phrase]>,
}

/// Index into [`Facts::mentions`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct MentionId(pub u32);

/// Index into [`Facts::chains`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ChainId(pub u32);

/// How a mention refers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum MentionKind {
    Name,
    Nominal,
    Pronoun,
}

/// What kind of thing an entity is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum EntityKind {
    Person,
    Organisation,
    Place,
    Other,
}

/// A span that refers to an entity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The referring words, a title in front included ("Gov. Leland Prudhomme").
    pub span: Span,
    /// The name without titles ("Leland Prudhomme"), or the head word.
    pub head: Span,
    pub kind: MentionKind,
    pub chain: ChainId,
    /// Index into [`Facts::sentences`].
    pub sentence: u32,
    /// The role that stands beside it ("mayor of New York").
    pub role: Option<Span>,
    /// Why it is in its chain.
    pub basis: Basis,
}

/// All mentions of one entity in one article.
#[derive(Clone, Debug, PartialEq)]
pub struct Chain {
    pub kind: EntityKind,
    /// The fullest form of the name in this article.
    pub name: SmolStr,
    pub identity: Identity,
    /// In the order of the file; never empty.
    pub mentions: Vec<MentionId>,
    /// The mention that introduces the entity: its first full name, with the role beside it.
    pub introduction: MentionId,
}

/// What tells an entity from others of the same story.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Identity {
    /// For people: the parts of the name.
    pub person: Option<PersonName>,
    /// All forms of the name, folded (see [`super::name::fold`]): full, short, acronym. For people: nicknames given.
    pub forms: Vec<SmolStr>,
    /// For people: what the article calls them, folded, without what follows a preposition: "night watchman".
    pub roles: Vec<SmolStr>,
    /// The article gives no name, only descriptions: the forms are those.
    pub described: bool,
    /// One of these descriptions takes it for known: "the watchman", "her brother".
    pub definite: bool,
    /// The id under which a person describes it: chains of one id are one entity, whatever their names.
    pub declared: Option<SmolStr>,
    /// The id of an entity that a person says this is not.
    pub apart: Option<SmolStr>,
}

/// Words given as somebody's: one stretch within one block. An utterance that "he said" or the end of a paragraph
/// breaks is several quotations, each of which continues the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The words given, with the quotation marks of a direct quotation and without the words that report them.
    pub span: Span,
    pub kind: QuotationKind,
    /// The stretches of `span` in quotation marks, marks included, in order: the words vouched for as spoken.
    pub quoted: Vec<Span>,
    /// The words that report it: "said", "according to", "a statement by".
    pub cue: Option<Span>,
    /// How the speaker stands to it, as far as the cue tells.
    pub stance: Option<Stance>,
    /// The words that name the speaker, as a mention: "Mayor Ann Lee", "officials", "she".
    pub speaker: Option<Span>,
    /// What brackets right after those words add to them: "(R-Ohio)".
    pub affiliation: Option<Span>,
    /// Who the speaker is.
    pub chain: Option<ChainId>,
    /// Whether it goes on with the utterance of the quotation before it.
    pub continues: bool,
}

impl Quotation {
    /// All the words that name the speaker.
    pub fn speaker_phrase(&self) -> Option<Span> {
        let speaker = self.speaker?;
        Some(self.affiliation.map_or(speaker, |affiliation| speaker.cover(affiliation)))
    }
}

/// How words are given as somebody's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum QuotationKind {
    /// An utterance in quotation marks.
    Direct,
    /// Reported words, some of them in quotation marks: `she said it was "a start"`.
    Mixed,
    /// Reported in the writer's words: `she said that it was a start`.
    Indirect,
    /// A word or phrase in quotation marks that nobody is said to have uttered: a title, a term, a scare quote.
    Phrase,
}

/// An expression of time and the day or span of days it means.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    pub span: Span,
    /// Index into [`Facts::sentences`].
    pub sentence: u32,
    /// What it means, with its TimeML value.
    pub time: ResolvedTime,
}

impl Facts {
    /// The narrowest mention that byte `at` is on, a cursor just behind a mention included.
    pub fn mention_at(&self, at: usize) -> Option<&Mention> {
        self.mentions.iter().filter(|m| m.span.touches(at)).min_by_key(|m| (m.span.len(), m.span.start))
    }

    /// The mentions of a chain, in the order of the file.
    pub fn mentions_of(&self, chain: ChainId) -> impl Iterator<Item = &Mention> {
        self.chains[chain.0 as usize].mentions.iter().map(|m| &self.mentions[m.0 as usize])
    }
}

/// The quotations, in the order of the file, that may hold `span`: the last few that begin before it. Quotations nest
/// two or three deep at most.
pub fn around(quotations: &[Quotation], span: Span) -> impl Iterator<Item = &Quotation> {
    const DEPTH: usize = 8;
    let before = quotations.partition_point(|q| q.span.start <= span.start);
    quotations[before.saturating_sub(DEPTH)..before].iter()
}
