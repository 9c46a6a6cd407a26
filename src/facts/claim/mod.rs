//! Claims: what an article says, proposition by proposition, in a form that another article's can be compared with.

mod age;
mod antecedent;
mod article;
mod attribute;
mod bearing;
mod called;
mod circumstance;
mod clause;
mod contact;
mod degree;
mod denial;
mod doing;
mod doubt;
mod extract;
mod figure;
mod frame;
mod gist;
mod holding;
mod initiative;
mod initiator;
mod kept;
mod kin;
mod manner;
mod moment;
mod occasion;
mod office;
mod outline;
mod participant;
mod phrase;
mod post;
mod predication;
mod presence;
mod quantity;
mod reason;
mod rebuttal;
mod site;
mod slot;
mod spot;
mod statement;
mod summons;
mod supply;
mod surety;
mod topic;
mod trend;
mod truth;
mod utterance;
mod voice;
mod when;

pub use article::Known;
pub use attribute::{Attribute, Kind, Subject, Trait};
pub use bearing::Bearing;
pub use circumstance::NEAR;
pub use clause::is_side;
pub use contact::Contact;
pub use degree::{Sureness, sureness};
pub use doing::Doing;
pub use doubt::Doubt;
pub use extract::claims;
pub use figure::Figure;
pub use gist::{Gist, contents, is_light, is_rank};
pub use holding::is_holding;
pub use initiator::{Initiator, Step};
pub use manner::IT;
pub use moment::Moment;
pub use occasion::Occasion;
pub use outline::{Anchor, Landmark, Outline, Word, words};
pub use predication::{ATTEND, Mood, Predication, Role, predications};
pub use presence::Presence;
pub use quantity::VOTE;
pub use reason::{EXPLAIN, Reason};
pub use rebuttal::{Rebuttal, Rebutting, rebuttals};
pub use site::Site;
pub use slot::{Filled, Filler, Slot};
pub use surety::{Degree, Surety};
pub use trend::Trend;
pub use utterance::{LEFT_OUT, Utterance};

use std::sync::Arc;

use smol_str::SmolStr;

use super::{ChainId, date::ResolvedTime, name::PersonName};
use crate::{
    language::{
        Quantity,
        lexicon::{Deed, Judgement, Kinship},
    },
    text::Span,
};

/// One proposition.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The tightest words that carry it, in the file.
    pub span: Span,
    /// Index into [`super::Facts::sentences`].
    pub sentence: u32,
    pub event: Event,
    pub content: Content,
    /// Who says so, where that is not the article itself.
    pub attribution: Option<Attribution>,
    /// When it is said to happen.
    pub times: Vec<ResolvedTime>,
}

/// What a claim claims of its event.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// That it happens, or does not.
    Statement,
    /// That so many of `noun` play `part` in it.
    Quantity { quantity: Quantity, noun: SmolStr, part: Part },
    /// That it happens then: one of the claim's times.
    Time(ResolvedTime),
    /// That somebody is so many years old; the event's patient is the person.
    Age(Quantity),
    /// That somebody will not call it so, or denies it: the event is what is denied.
    Denial,
    /// That nobody can tell whether it is so, or why, or that it may be so.
    Doubt(Doubt),
    /// How sure somebody is of what a sentence tells; the event's agent is who is.
    Surety(Surety),
    /// That somebody did it of their `own` accord, or because others made them.
    Initiative { own: bool },
    /// That it went so.
    Manner(Judgement),
    /// That it was done for this reason.
    Reason(Reason),
    /// That somebody asked for it, ordered or began it: the agent.
    Initiator(Initiator),
    /// That it was the agent, and nobody else, who did it.
    Doing(Doing),
    /// That somebody told somebody of something, or did not.
    Contact(Arc<Contact>),
    /// That somebody wanted to see somebody: the agent the patient. What the sentence and those before it tell.
    Summons(Arc<[Word]>),
    /// That somebody was there: the agent.
    Presence(Presence),
    /// That somebody holds this post, in words of base form.
    Post(Arc<[SmolStr]>),
    /// That somebody is a relative of the one whose it is.
    /// `great` is a generation further off: a great-niece.
    Kin { relation: Kinship, great: bool },
    /// That somebody is called so.
    Called(Arc<PersonName>),
    /// That these words were said.
    Utterance(Utterance),
    /// That something has this attribute.
    Attribute(Attribute),
    /// That what a headline or a first sentence reports as a whole is so.
    Gist(Gist),
    /// That a report is not so.
    Rebuttal(Rebuttal),
    /// What the sentence tells as a whole.
    Outline(Outline),
    /// What of it may be told otherwise.
    Slot(Arc<Slot>),
    /// When a deed was done.
    Moment(Arc<Moment>),
    /// Where a deed was done.
    Site(Arc<Site>),
    /// On which side of a landmark something is.
    Bearing(Arc<Bearing>),
    /// Which way an amount goes.
    Trend(Arc<Trend>),
    /// How high a figure of something is.
    Figure(Arc<Figure>),
}

/// What is said to happen or to hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    /// The lemma of the verb, noun or adjective.
    pub predicate: SmolStr,
    /// What it may name the doing of, sorted: two events that share one may be the same deed in other words.
    pub deeds: Arc<[Deed]>,
    /// The predicate is used of anything, so that it says little by itself: "come".
    pub usual: bool,
    pub negated: bool,
    /// It is told as one more: "phoned again", "also sails".
    pub repeated: bool,
    pub mood: Mood,
    pub parties: Vec<Party>,
    /// The predicate of what is said, ordered, tried: "resign" of "asked him to resign".
    pub complement: Option<SmolStr>,
}

/// Somebody or something that takes part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Party {
    pub part: Part,
    /// The head noun's lemma.
    pub noun: SmolStr,
    /// Who that is, when it is a mention of somebody known.
    pub chain: Option<ChainId>,
}

/// The part somebody plays in an event.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    Agent,
    Patient,
    Recipient,
    /// Behind this preposition.
    Oblique(SmolStr),
    /// Whose the agent or the patient is, whose noun stands beside: "Ann Lee's trial", "the trial of Ann Lee".
    Whose,
}

/// Who says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name the speaker, in the file.
    pub span: Span,
    pub chain: Option<ChainId>,
}

impl Event {
    /// An event of which only the predicate is known.
    pub fn of(predicate: &str, deeds: Arc<[Deed]>) -> Event {
        let (usual, negated, repeated, mood) = (false, false, false, Mood::Real);
        Event {
            predicate: predicate.into(),
            deeds,
            usual,
            negated,
            repeated,
            mood,
            parties: Vec::new(),
            complement: None,
        }
    }

    /// Whether both may name the same deed: the same word, or words of one meaning.
    pub fn same_deed(&self, other: &Event) -> bool {
        self.predicate == other.predicate || self.same_deed_told(other)
    }

    /// Whether the words for both may name the same deed.
    pub fn same_deed_told(&self, other: &Event) -> bool {
        self.deeds.iter().any(|deed| other.deeds.binary_search(deed).is_ok())
    }

    /// The parties that play this part.
    pub fn parties<'a>(&'a self, part: &'a Part) -> impl Iterator<Item = &'a Party> {
        self.parties.iter().filter(move |p| p.part == *part)
    }
}

impl Claim {
    /// Whether both say the same of the same, wherever in their article they stand.
    pub fn same_content(&self, other: &Claim) -> bool {
        self.event == other.event && self.content == other.content && self.times == other.times
    }
}
