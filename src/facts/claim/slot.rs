//! Slots: what of a sentence another account may tell otherwise though it puts the rest in other words: a number, a spot, who did it.
//!
//! Claims of one deed need the deed and who takes part in it to be told alike. A slot stands with all that its sentence can be
//! recognised by instead, as an outline does.

mod doers;
mod numbers;
mod spots;

pub(super) use numbers::is_ratio;
pub(super) use spots::noun as spot_noun;

use std::sync::Arc;

use smol_str::SmolStr;

use super::{
    Claim, Content, Outline,
    clause::Clauses,
    holding::is_holding,
    predication::{Mood, Predication},
};
use crate::{
    language::{
        Quantity,
        lexicon::{self, Deed, Pos},
        model::Relation,
        number::{Dimension, Unit},
    },
    text::Span,
};

/// Something that another account of the same may tell otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    pub filler: Filler,
    /// By what its sentence is recognised.
    pub outline: Outline,
    /// What the words may mean that say what is done, up to the verb; sorted.
    pub acts: Box<[u64]>,
    /// The verb says little by itself, or there is none.
    pub usual: bool,
    pub negated: bool,
    /// It tells what somebody has, which changes with time.
    pub holds: bool,
    pub mood: Mood,
    /// The predication that it belongs to, as in [`super::Anchor::clauses`].
    pub clauses: u64,
    /// It is a number of all there are: "all nine", "the seven-strong crew".
    pub whole: bool,
    /// The sentence tells of a plan, of one of several or of a part of a whole.
    pub partial: bool,
    /// What is told to be the first, the second: the number and its noun.
    pub ranks: Box<[(Quantity, SmolStr)]>,
}

/// What stands in a slot. Numbers of parties are those of the claim's event.
#[derive(Clone, Debug, PartialEq)]
pub enum Filler {
    /// So many of `noun`, which is empty where nothing says of what.
    Number { quantity: Box<Quantity>, noun: SmolStr },
    /// There it happens.
    Spot {
        case: SmolStr,
        noun: SmolStr,
        party: Option<u32>,
        /// It happens so far from there.
        away: bool,
    },
    /// They do it to that.
    Doer { predicate: SmolStr, deeds: Box<[Deed]>, by: Box<[Filled]>, to: Box<[Filled]> },
}

/// Somebody or something in a slot.
#[derive(Clone, Debug, PartialEq)]
pub struct Filled {
    pub noun: SmolStr,
    pub party: Option<u32>,
}

/// The slots of a sentence, of which `outline` is the claim as a whole; only who does what in it, where it tells little else.
pub fn claims(clauses: &Clauses, outline: &Claim, tells_more: bool, found: &mut Vec<Claim>) {
    let Content::Outline(whole) = &outline.content else { return };
    let ranks = ranks(clauses);
    let partial = is_partial(clauses);
    let mut add = |span: Span, filler: Filler, deed: Acts| {
        let slot = Slot {
            filler,
            outline: whole.clone(),
            acts: deed.meanings(clauses),
            usual: deed.predication.is_none_or(|p| p.usual),
            negated: deed.predication.is_some_and(|p| p.negated),
            holds: deed.predication.is_some_and(|p| is_holding(&p.predicate)),
            mood: deed.mood(clauses),
            clauses: deed.bit(clauses),
            whole: deed.whole,
            partial,
            ranks: ranks.clone(),
        };
        found.push(Claim {
            span,
            sentence: outline.sentence,
            event: outline.event.clone(),
            content: Content::Slot(Arc::new(slot)),
            attribution: None,
            times: Vec::new(),
        });
    };
    if tells_more {
        numbers::each(clauses, &mut add);
        spots::each(clauses, outline, &mut add);
    }
    doers::each(clauses, outline, &mut add);
}

/// The party of a sentence's claim that token `i` refers to.
fn party(clauses: &Clauses, outline: &Claim, i: usize) -> Option<u32> {
    let chain = clauses.chain(i)?;
    outline.event.parties.iter().position(|p| p.chain == Some(chain)).map(|at| at as u32)
}

/// The words that say what is done with something, up to the verb.
struct Acts<'a> {
    tokens: Vec<usize>,
    predication: Option<&'a Predication>,
    /// See [`Slot::whole`].
    whole: bool,
}

impl<'a> Acts<'a> {
    /// Of token `root`: "the total enrolment of 216 patients", "tried to board a ferry as he left".
    fn of(clauses: &'a Clauses, root: usize) -> Acts<'a> {
        let parse = &clauses.sentence().parse;
        let (mut tokens, mut predication) = (Vec::new(), None);
        for i in parse.path(root) {
            if i != root {
                tokens.push(i);
            }
            let Some(p) = clauses.predications.iter().find(|p| p.head == i) else { continue };
            predication = Some(p);
            if !goes_on(clauses, i) {
                break;
            }
        }
        Acts { tokens, predication, whole: false }
    }

    fn meanings(&self, clauses: &Clauses) -> Box<[u64]> {
        let words = clauses.place.words.iter().filter(|word| self.tokens.contains(&(word.token as usize)));
        let mut all: Vec<u64> = words.flat_map(|word| word.meanings.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all.into()
    }

    /// What must be done is as good as done.
    fn mood(&self, clauses: &Clauses) -> Mood {
        let sentence = clauses.sentence();
        let plans = |i: &usize| {
            let lower = sentence.lower(*i);
            let verb = lexicon::lemma(&lower, Pos::Verb).unwrap_or_else(|| lower.as_str().into());
            PLANS.contains(&verb.as_str()) || PLANS.contains(&lower.as_str())
        };
        let must = |p: &Predication| {
            let parse = &sentence.parse;
            parse
                .children(p.head)
                .any(|c| parse.node(c).relation == Relation::Aux && sentence.word(c).eq_ignore_ascii_case("must"))
        };
        match self.predication {
            _ if self.tokens.iter().any(plans) => Mood::Planned,
            Some(p) if must(p) => Mood::Real,
            Some(p) => p.mood,
            None => Mood::Real,
        }
    }

    fn bit(&self, clauses: &Clauses) -> u64 {
        let at = clauses.predications.iter().position(|p| self.predication.is_some_and(|own| own.head == p.head));
        at.and_then(|at| 1u64.checked_shl(at as u32)).unwrap_or(0)
    }
}

/// Words for what is not done yet.
pub(super) const PLANS: &[&str] = &[
    "aim", "book", "budget", "due", "earmark", "engage", "envisage", "estimate", "expect", "forecast", "hope",
    "intend", "plan", "predict", "project", "propose", "schedule", "target",
];

/// Whether what is told of a predicate goes on above it: "as he tried to board a ferry".
fn goes_on(clauses: &Clauses, head: usize) -> bool {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let mark = || parse.children(head).find(|&c| parse.node(c).relation == Relation::Mark).map(|c| sentence.word(c));
    match parse.node(head).relation {
        Relation::Xcomp => true,
        Relation::Advcl => mark().is_some_and(|mark| matches!(mark.to_lowercase().as_str(), "as" | "when" | "while")),
        _ => false,
    }
}

/// What the sentence counts as the first, the second.
fn ranks(clauses: &Clauses) -> Box<[(Quantity, SmolStr)]> {
    let ranks = clauses.sentence().quantities.iter().filter(|q| q.unit == Unit::Ordinal);
    let noun = |q: &Quantity| q.counted.and_then(|c| clauses.tokens_in(c)).map(|(_, last)| clauses.noun(last));
    // "The first to notice" is no first of several.
    ranks
        .map(|q| (*q, noun(q).unwrap_or_default()))
        .filter(|(rank, noun)| !noun.is_empty() || rank.value > 1.into())
        .collect()
}

/// Words for one of several, a part of a whole, or the whole.
pub(super) const PARTIAL: &[&str] = &[
    "across",
    "additional",
    "alone",
    "altogether",
    "among",
    "another",
    "again",
    "elsewhere",
    "further",
    "include",
    "included",
    "includes",
    "including",
    "initially",
    "nationwide",
    "originally",
    "other",
    "others",
    "partly",
    "whole",
    "worldwide",
];

/// Whether a sentence tells of one of several or of a part of a whole.
fn is_partial(clauses: &Clauses) -> bool {
    let sentence = clauses.sentence();
    // "In the last three months": so long a stretch is a part of a longer one.
    let stretch = |q: &Quantity| {
        let long = matches!(q.unit, Unit::Measure(measure) if measure.dimension == Dimension::Duration);
        let first = clauses.tokens_in(q.span).map_or(0, |(first, _)| first);
        let within = |i: usize| {
            ["during", "first", "in", "last", "over", "past", "since", "within"]
                .iter()
                .any(|word| sentence.word(i).eq_ignore_ascii_case(word))
        };
        long && (first.saturating_sub(2)..first).any(within)
    };
    // "By noon three ships were waiting", "eleven at the peak": more may have come.
    let so_far = clauses.times.iter().any(|t| {
        let first = clauses.tokens_in(t.time.expression.span).map_or(0, |(first, _)| first);
        sentence.is_any(first, &["by"]) || first > 0 && sentence.is_any(first - 1, &["by"])
    });
    let phase = (2..sentence.tokens.len())
        .any(|i| sentence.is_any(i, &["height", "outset", "peak"]) && sentence.is_any(i - 2, &["at"]));
    so_far
        || phase
        || sentence.quantities.iter().any(stretch)
        || (0..sentence.tokens.len()).any(|i| sentence.is_any(i, PARTIAL))
}
