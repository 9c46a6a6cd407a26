//! What a sentence tells as a whole, by what another account of the same can be recognised: the people, numbers, times and words
//! in it, each with how much it tells.
//!
//! How much a word tells follows from how rare it is, in the language and in the article (inverse document frequency, Spärck
//! Jones 1972): what every other sentence of an article speaks of tells nothing apart.

mod told;
mod word;

use std::{collections::HashMap, sync::Arc};

use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;

use super::{
    Claim, Content, Part, Party,
    clause::Clauses,
    gist,
    predication::{Mood, Predication, Role},
};
use crate::{
    facts::{Chain, ChainId, Mention, PlacedSentence, date::ResolvedTime},
    language::{Quantity, Sentence, model::Relation, number::Unit},
    text::Span,
};

use told::{denied, is_circumstance, is_supposed, negated};
pub use word::{Word, words};

/// What a sentence tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// In the order of the sentence.
    pub anchors: Arc<[Anchor]>,
    /// What the words among them may mean, each with the number of its anchor, sorted: see [`Word::meanings`].
    pub senses: Arc<[(u64, u32)]>,
}

impl Outline {
    /// The outline of anchors in the order of the sentence.
    fn new(anchors: Vec<Anchor>) -> Outline {
        let words = anchors.iter().zip(0..).filter_map(|(anchor, number)| match &anchor.what {
            Landmark::Word(word) => Some((word, number)),
            _ => None,
        });
        let mut senses: Vec<(u64, u32)> =
            words.flat_map(|(word, number)| word.meanings.iter().map(move |&meaning| (meaning, number))).collect();
        senses.sort_unstable();
        Outline { anchors: anchors.into(), senses: senses.into() }
    }
}

/// Something by which a sentence is recognised.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchor {
    pub what: Landmark,
    /// Its words, in bytes from the start of the claim's span.
    pub at: Span,
    /// How much it tells, in tenths: a word that is rare everywhere has 30.
    pub weight: u32,
    /// The predications that it belongs to or takes part in: a bit each.
    pub clauses: u64,
    /// The phrase that it belongs to: the token of its head.
    pub phrase: u32,
    /// It is that head, or the last word of it.
    pub leads: bool,
    /// Whether that is said not to be so. `None` for what is so all the same: "took no questions during the call".
    pub negated: Option<bool>,
    /// It stands in a report that somebody denies.
    pub denied: bool,
    /// How real what it belongs to is.
    pub mood: Mood,
    /// It is the predicate itself.
    pub heads: bool,
    /// Who does that, where it is somebody known: the number of the party of the claim's event.
    pub agent: Option<u32>,
    /// It and what stands before it are one expression: "power line".
    pub goes_on: bool,
}

/// What an anchor is.
#[derive(Clone, Debug, PartialEq)]
pub enum Landmark {
    /// Somebody known: the number of the party of the claim's event.
    Party(u32),
    /// A number, and what it counts.
    Number {
        quantity: Quantity,
        noun: SmolStr,
    },
    Time(ResolvedTime),
    Word(Word),
}

/// How often an article speaks of something.
#[derive(Default)]
pub struct Frequencies<'a> {
    words: HashMap<&'a str, u32, FxBuildHasher>,
    chains: HashMap<ChainId, u32, FxBuildHasher>,
}

impl<'a> Frequencies<'a> {
    pub fn of(sentences: &'a [PlacedSentence], mentions: &[Mention]) -> Frequencies<'a> {
        let mut found = Frequencies::default();
        for word in sentences.iter().flat_map(|s| s.words.iter()) {
            *found.words.entry(word.lemma.as_str()).or_default() += 1;
        }
        for mention in mentions {
            *found.chains.entry(mention.chain).or_default() += 1;
        }
        found
    }

    /// By what the telling of a word is divided.
    pub fn wear_of_word(&self, lemma: &str) -> u32 {
        wear(self.words.get(lemma))
    }

    /// By what the telling of a name is divided.
    pub fn wear_of_chain(&self, chain: ChainId) -> u32 {
        wear(self.chains.get(&chain))
    }
}

/// What an article wears something down to that it speaks of so often: what that tells is divided by it. In few steps: at each of
/// them an edit of one sentence changes what others tell.
fn wear(often: Option<&u32>) -> u32 {
    match often.copied().unwrap_or_default() {
        0..=4 => 1,
        5..=8 => 2,
        _ => 3,
    }
}

/// How much somebody's name tells, in tenths.
const NAME: u32 = 20;

/// The claim of a sentence as a whole.
pub fn claim(clauses: &Clauses, chains: &[Chain], often: &Frequencies, number: u32) -> Option<(Claim, usize)> {
    let sentence = clauses.sentence();
    if sentence.tokens.is_empty() || sentence.text.trim_end().ends_with('?') {
        return None;
    }
    let mut free = vec![true; sentence.tokens.len()];
    let mut event = gist::event("tell", false);
    let mut marks = times(clauses, &mut free);
    marks.extend(numbers(clauses, &mut free));
    marks.extend(people(clauses, chains, often, &mut event.parties, &mut free));
    let words = clauses.place.words.iter().filter(|word| free[word.token as usize]);
    marks.extend(words.map(|word| {
        let weight = word.telling / often.wear_of_word(&word.lemma);
        (Landmark::Word(word.clone()), word.token as usize, word.token as usize, weight)
    }));
    let span = clauses.span(0, sentence.tokens.len() - 1);
    let governors = governors(sentence, clauses.predications);
    let (negated, denied) = (negated(sentence), denied(sentence, clauses.predications));
    let parties: Vec<Option<ChainId>> = event.parties.iter().map(|party| party.chain).collect();
    let agent = |i: usize| parties.iter().position(|p| p.is_some() && *p == clauses.chain(i)).map(|at| at as u32);
    let anchor = |(what, from, to, weight): Mark| {
        let clause = governors[from].or(governors[to]);
        let predication = clause.map(|at| &clauses.predications[at as usize]);
        let words = clauses.span(from, to);
        let behind = |at: u32| at.saturating_sub(span.start) as usize;
        let supposed = predication.is_some_and(|p| is_supposed(sentence, p.head));
        (!supposed).then(|| Anchor {
            what,
            at: Span::new(behind(words.start), behind(words.end)),
            weight,
            clauses: clause.map_or(0, bit) | takes_part(clauses, from, to),
            phrase: phrase(clauses, from) as u32,
            leads: (from..=to).contains(&phrase(clauses, from)),
            negated: match predication {
                _ if negated[from] => Some(true),
                Some(p) if p.negated && is_circumstance(sentence, phrase(clauses, from)) => None,
                predication => Some(predication.is_some_and(|p| p.negated)),
            },
            denied: denied[from],
            mood: predication.map_or(Mood::Real, |p| p.mood),
            heads: predication.is_some_and(|p| (from..=to).contains(&p.head)),
            agent: predication.and_then(|p| p.participant(Role::Agent)).and_then(agent),
            goes_on: from > 0 && is_one_expression(sentence, from - 1, from),
        })
    };
    let mut anchors: Vec<Anchor> = marks.into_iter().filter_map(anchor).collect();
    anchors.sort_by_key(|anchor| anchor.at);
    let tells = anchors.len();
    let claim = Claim {
        span,
        sentence: number,
        event,
        content: Content::Outline(Outline::new(anchors)),
        attribution: None,
        times: Vec::new(),
    };
    Some((claim, tells))
}

/// Something to recognise a sentence by: what it is, its first and last token, and how much it tells.
type Mark = (Landmark, usize, usize, u32);

/// The times of a sentence; their words are no others' any more.
fn times(clauses: &Clauses, free: &mut [bool]) -> Vec<Mark> {
    let mut found = Vec::new();
    for time in clauses.times {
        let tokens = clauses.tokens_in(time.time.expression.span);
        if let (Some((first, last)), Some(weight)) = (tokens, time_weight(&time.time)) {
            free[first..=last].fill(false);
            found.push((Landmark::Time(time.time.clone()), first, last, weight));
        }
    }
    found
}

/// The numbers that are no times.
fn numbers(clauses: &Clauses, free: &mut [bool]) -> Vec<Mark> {
    let mut found = Vec::new();
    for quantity in &clauses.sentence().quantities {
        let Some((first, last)) = clauses.tokens_in(quantity.span).filter(|(first, _)| free[*first]) else { continue };
        free[first..=last].fill(false);
        if !quantity.weak && quantity.unit != Unit::Ordinal {
            let counted = quantity.counted.and_then(|counted| clauses.tokens_in(counted));
            let noun = counted.map(|(_, last)| clauses.noun(last)).unwrap_or_default();
            found.push((Landmark::Number { quantity: *quantity, noun }, first, last, number_weight(quantity)));
        }
    }
    found
}

/// Everybody and everything that is known by name, each once. What they are called beside the name still tells something.
fn people(
    clauses: &Clauses,
    chains: &[Chain],
    often: &Frequencies,
    parties: &mut Vec<Party>,
    free: &mut [bool],
) -> Vec<Mark> {
    let sentence = clauses.sentence();
    let known = |i: usize| clauses.chain(i).filter(|chain| !chains[chain.0 as usize].identity.described);
    let mut found = Vec::new();
    for (i, free) in free.iter_mut().enumerate() {
        let Some(chain) = known(i) else { continue };
        *free &= !sentence.word(i).starts_with(char::is_uppercase);
        if parties.iter().any(|p| p.chain == Some(chain)) {
            continue;
        }
        let last = (i..sentence.tokens.len()).take_while(|&j| known(j) == Some(chain)).last().unwrap_or(i);
        let weight = NAME / often.wear_of_chain(chain);
        found.push((Landmark::Party(parties.len() as u32), i, last, weight));
        parties.push(Party { part: Part::Oblique("".into()), noun: SmolStr::default(), chain: Some(chain) });
    }
    found
}

/// Whether a word and the one behind it are one expression: "power line", "broken rail".
fn is_one_expression(sentence: &Sentence, i: usize, next: usize) -> bool {
    let parse = &sentence.parse;
    let describes = matches!(parse.node(i).relation, Relation::Compound | Relation::Amod | Relation::Flat);
    describes && parse.head(i) == Some(next) || parse.node(next).relation == Relation::Flat
}

/// The head of the phrase that a token belongs to: the noun that is subject, object or behind a preposition of a verb.
fn phrase(clauses: &Clauses, i: usize) -> usize {
    let parse = &clauses.sentence().parse;
    let tells = |i: usize| clauses.predications.binary_search_by_key(&i, |p| p.head).is_ok();
    let within = |i: usize| match parse.node(i).relation {
        Relation::Compound | Relation::Amod | Relation::Flat | Relation::Appos => true,
        Relation::Nmod | Relation::NmodPoss => true,
        Relation::Conj => !tells(i),
        _ => false,
    };
    std::iter::successors(Some(i), |&i| parse.head(i).filter(|_| within(i))).last().unwrap_or(i)
}

/// The predication that each token belongs to, as its number.
fn governors(sentence: &Sentence, predications: &[Predication]) -> Vec<Option<u32>> {
    let parse = &sentence.parse;
    let own = |i: usize| predications.binary_search_by_key(&i, |p| p.head).ok().map(|at| at as u32);
    (0..sentence.tokens.len()).map(|i| own(i).or_else(|| parse.path(i).find_map(own))).collect()
}

/// A predication among those of an anchor; a sentence of more of them than there are bits is no prose.
fn bit(predication: u32) -> u64 {
    1u64.checked_shl(predication).unwrap_or(0)
}

/// The predications in which what tokens `from` to `to` tell takes part: as "who", as one who is spoken of again, as the subject
/// of a participle.
fn takes_part(clauses: &Clauses, from: usize, to: usize) -> u64 {
    let phrase = phrase(clauses, from);
    let chain = clauses.chain(from);
    let is_it = |i: usize| i == phrase || (from..=to).contains(&i) || chain.is_some() && clauses.chain(i) == chain;
    let takes_part = |p: &Predication| p.participants.iter().any(|participant| is_it(participant.head));
    let numbered = clauses.predications.iter().zip(0..).filter(|(p, _)| takes_part(p));
    numbered.fold(0, |all, (_, number)| all | bit(number))
}

/// How much a time tells: an hour or a year more than a weekday, which a story has all over. `None` for a stretch of time.
fn time_weight(time: &ResolvedTime) -> Option<u32> {
    let parts = time.parts();
    let dated = parts.day.is_some() || parts.weekday.is_some();
    time.expression.is_point().then_some(match (time.expression.clock, parts.year, dated) {
        (Some(_), ..) | (None, Some(_), false) => 20,
        (None, _, true) => 6,
        (None, None, false) => 10,
    })
}

/// How much a number tells: few things are 11,000, many are two.
fn number_weight(quantity: &Quantity) -> u32 {
    const STEPS: [(i128, u32); 3] = [(1000, 28), (13, 22), (4, 14)];
    let step = STEPS.into_iter().find(|(from, _)| quantity.value >= (*from).into());
    step.map_or(9, |(_, weight)| weight)
}
