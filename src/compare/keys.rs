//! Where a claim is looked for: keys that two claims must share to be about the same.
//!
//! A key names a deed together with somebody or something that takes part in it, so that the claims about one person in a
//! year's coverage do not all meet: only those that tell what may be the same deed.

mod event;
mod matter;
mod said;
mod sentence;

use std::hash::{BuildHasher, Hash};

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use super::{ChainRef, EntityId, Story, alike::is_telling, count::toll, occasion, told::Told};
use crate::{
    facts::{Content, Gist, IT, Part, Rebuttal, VOTE, Word},
    language::lexicon::{self, Deed},
};

/// Stands for something that two claims have in common. Two that have nothing in common but the number are compared for
/// nothing, which costs a moment and finds nothing.
pub type Key = u64;

/// The keys of a claim. A claim that asks where another is posted is itself posted where that one asks.
#[derive(Debug, Default)]
pub struct Keys {
    /// Where others find it.
    pub posts: Vec<Key>,
    /// Where it finds others.
    pub asks: Vec<Key>,
}

/// What a claim is about; claims about different things are never compared.
#[derive(Clone, Copy, Hash)]
enum Topic {
    Quantity,
    Time,
    Reason,
    Initiative,
    Initiator,
    Presence,
    Deed,
    /// Who does it.
    Doer,
}

/// Somebody or something that takes part.
#[derive(Clone, Copy, Hash)]
enum Who<'a> {
    Entity(EntityId),
    Noun(&'a str),
    Kind(u32),
    /// Nobody is told of.
    Nobody,
    /// The verb of what is said, ordered, tried.
    Complement(&'a str),
    ComplementDeed(Deed),
}

/// Somebody, a number or a part of a date that a sentence speaks of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Mark {
    Entity(EntityId),
    Number(i128),
    Year(i16),
    Month(i8),
    Weekday(i8),
    Hour(u16),
}

/// What is done.
#[derive(Clone, Copy, Hash)]
enum Act<'a> {
    Verb(&'a str),
    Deed(Deed),
    /// One of two opposed outcomes.
    Opposed(Deed, Deed),
    /// Something changes hands.
    Transfer(usize),
    /// A verb that tells the same from the other side: "leads", "trails".
    Converse(usize),
}

/// What is the same; see [`Key`].
#[derive(Hash)]
enum Shared<'a> {
    /// A deed, and somebody or something that takes part in it: both by number.
    Act(Topic, u64, u64),
    /// A deed on its own: stated, or denied of nobody in particular.
    Alone {
        act: Act<'a>,
        denied: bool,
    },
    /// One of two opposed deeds.
    Opposed(Deed, Deed),
    Age(EntityId),
    Surname(&'a str),
    Given(&'a str),
    /// Somebody near what is judged on one scale.
    Scale(u16, EntityId),
    /// What is judged on one scale.
    Judged(u16, Act<'a>),
    /// A figure of this, near a word for the matter.
    Figure(lexicon::Figure, u64),
    /// An hour near a word for the matter.
    Hour(u64),
    /// A number of what several words tell of.
    Phrase(&'a str),
    /// When a deed was done, near a word for the matter.
    Moment(Deed, u64),
    /// Where a deed was done.
    Site(Deed),
    /// A word for a landmark from which it is told where something is.
    Landmark(u64),
    /// A noun for an amount that goes up or down.
    Amount(u64),
    /// A number of these that somebody gives.
    Counted(EntityId, &'a str),
    CountedKind(Option<EntityId>, u32),
    /// An attribute of somebody; in a text of a few sentences of whatever it is about.
    Slot(&'a str, Option<EntityId>),
    /// Some words in a row of what is quoted.
    Words(&'a [SmolStr]),
    /// A word of what somebody says.
    Said(EntityId, &'a str),
    /// Somebody who tells or hears of something, or never does.
    Told(EntityId, bool),
    /// A word of what somebody is sure of, or is not.
    Sure(EntityId, u64, bool),
    /// What somebody without a name is called who is sure of something, or is not.
    SureUnnamed(&'a str, bool),
    /// A word of what is reported or denied as a whole.
    Word(&'a str),
    /// What a word of a sentence may mean.
    Meaning(u64),
    /// What a word may mean by which an occasion is recognised.
    Occasion(Topic, u64),
    /// Two that a sentence speaks of.
    Pair(Mark, Mark),
    /// Somebody or a word that a sentence with such a slot speaks of.
    Known(Kind, EntityId),
    Root(Kind, u64),
}

/// What stands in a slot.
#[derive(Clone, Copy, Hash)]
enum Kind {
    Number,
    Spot,
    Doer,
}

/// The keys of a claim, given who its chains are in the story.
pub fn keys(story: &Story, told: Told) -> Keys {
    let mut keys = Keys::default();
    let claim = told.claim;
    match &claim.content {
        Content::Utterance(utterance) => keys.utterance(story, told, &utterance.words),
        Content::Gist(Gist { words, brief, .. }) => keys.words(words.iter(), *brief),
        Content::Rebuttal(Rebuttal { denied, by, brief, .. }) => keys.words(denied.iter().chain(by.iter()), *brief),
        Content::Age(_) => entities(story, told).for_each(|who| keys.share(&Shared::Age(who))),
        Content::Post(_) => entities(story, told).for_each(|who| keys.share(&Shared::Slot("post", Some(who)))),
        Content::Called(name) => {
            keys.share(&Shared::Surname(&name.surname));
            if let Some(given) = name.given.first() {
                keys.share(&Shared::Given(given));
            }
        }
        Content::Kin { .. } => entities(story, told).for_each(|who| keys.share(&Shared::Slot("kin", Some(who)))),
        Content::Attribute(attribute) => {
            let slot = attribute.trait_.slot();
            entities(story, told).for_each(|who| keys.share(&Shared::Slot(slot, Some(who))));
            // A slot alone makes two claims comparable only in texts that are about one thing.
            if attribute.subject.brief {
                keys.share(&Shared::Slot(slot, None));
            }
        }
        Content::Quantity { noun, .. } => {
            keys.event(story, told, Topic::Quantity);
            if noun == VOTE {
                keys.share(&Shared::Slot(VOTE, None));
            }
            if let Some(harm) = story.account(told.article).and_then(|account| toll(&account.facts, claim)) {
                keys.share(&Shared::Slot(harm, None));
            }
        }
        Content::Time(_) => {
            keys.event(story, told, Topic::Time);
            keys.occasion(Topic::Time, occasion::words(story, told));
        }
        Content::Initiative { .. } => keys.event(story, told, Topic::Initiative),
        // What is judged may be told of by a pronoun: those who are near are what is shared, or who says so.
        Content::Manner(judgement) => {
            let speaker = claim.attribution.as_ref().and_then(|by| by.chain);
            let speaker = speaker.and_then(|chain| story.entity_of(ChainRef { article: told.article, chain }));
            entities(story, told).chain(speaker).for_each(|who| keys.share(&Shared::Scale(judgement.scale, who)));
            if claim.event.predicate != IT {
                event::acts(&claim.event).for_each(|act| keys.share(&Shared::Judged(judgement.scale, act)));
            }
        }
        Content::Reason(reason) => {
            keys.event(story, told, Topic::Reason);
            keys.occasion(Topic::Reason, &reason.occasion);
            entities(story, told).for_each(|who| keys.share(&Shared::Slot("reason", Some(who))));
        }
        Content::Initiator(_) => keys.occasion(Topic::Initiator, &occasion::words_before(story, told)),
        Content::Presence(presence) => {
            keys.occasion(Topic::Presence, &presence.occasion);
            let who = occasion::who(story, told, &Part::Agent).filter(|_| !presence.nobody);
            who.into_iter().for_each(|who| keys.share(&Shared::Slot("presence", Some(who))));
        }
        // What is said to be so meets what is said not to be.
        Content::Contact(contact) => entities(story, told).for_each(|who| {
            keys.posts.push(number(Shared::Told(who, contact.negated)));
            keys.asks.push(number(Shared::Told(who, !contact.negated)));
        }),
        Content::Summons(_) => entities(story, told).for_each(|who| keys.share(&Shared::Slot("summons", Some(who)))),
        Content::Doing(_) => keys.event(story, told, Topic::Deed),
        Content::Statement => {
            keys.event(story, told, Topic::Deed);
            keys.alone(&claim.event, false);
            keys.stated(&claim.event);
        }
        Content::Denial => {
            keys.event(story, told, Topic::Deed);
            if claim.event.parties(&Part::Patient).next().is_none() {
                keys.alone(&claim.event, true);
            }
        }
        Content::Doubt(_) => keys.event(story, told, Topic::Deed),
        Content::Surety(surety) => keys.surety(story, told, surety),
        Content::Outline(outline) => keys.outline(story, told, outline),
        Content::Slot(slot) => keys.slot(story, told, slot),
        Content::Moment(moment) => keys.moment(moment),
        Content::Site(site) => site.deeds.iter().for_each(|&deed| keys.share(&Shared::Site(deed))),
        Content::Bearing(bearing) => {
            let words = bearing.landmark.iter().filter(|word| word.telling >= sentence::TELLING);
            words.for_each(|word| keys.share(&Shared::Landmark(word.root)));
        }
        Content::Trend(trend) => {
            trend.thing.iter().flat_map(|w| w.meanings.iter()).for_each(|&m| keys.share(&Shared::Amount(m)));
        }
        Content::Figure(figure) => keys.figure(story, told, figure),
    }
    keys
}

/// Stands for something that is hashed.
fn number(what: impl Hash) -> u64 {
    FxBuildHasher.hash_one(what)
}

/// Everybody known who takes part.
fn entities(story: &Story, told: Told) -> impl Iterator<Item = EntityId> {
    let chains = told.claim.event.parties.iter().filter_map(|party| party.chain);
    chains.filter_map(move |chain| story.entity_of(ChainRef { article: told.article, chain }))
}

impl Keys {
    /// Posts the claim where it asks.
    fn share(&mut self, shared: &Shared) {
        let key = number(shared);
        self.posts.push(key);
        self.asks.push(key);
    }

    /// Words under which a report is found again: all of a text of a few sentences, of an article those that tell what it is
    /// about.
    fn words<'a>(&mut self, words: impl Iterator<Item = &'a SmolStr>, brief: bool) {
        words.filter(|word| brief || is_telling(word)).for_each(|word| self.share(&Shared::Word(word)));
    }

    /// What each telling word of an occasion may mean.
    fn occasion(&mut self, topic: Topic, words: &[Word]) {
        let telling = words.iter().filter(|word| word.telling >= sentence::TELLING);
        telling.flat_map(|word| word.meanings.iter()).for_each(|&m| self.share(&Shared::Occasion(topic, m)));
    }
}
