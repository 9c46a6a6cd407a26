//! Claims of where a deed was done, in whatever words: "the treaty was signed at the Station Hotel", "the talks were held in Orrin".

use std::sync::Arc;

use super::{
    Claim, Content, Event, Mood, Part, Party, Word,
    circumstance::words_in,
    clause::Clauses,
    moment::{deeds_done, is_told, players},
    participant::{case_of, is_time},
    predication::{Participant, Predication, Role},
    slot::spot_noun as noun,
};
use crate::language::{
    lexicon::{self, Deed, PlaceKind, place_kinds},
    model::{Relation, Upos},
};

/// Where a deed was done; the event's parties behind prepositions are the spots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// What the deed may be, sorted.
    pub deeds: Arc<[Deed]>,
    /// The deed goes by a noun, beside which nobody need be told of who does it.
    pub named: bool,
    /// The words for who does it, and to whom.
    pub core: Arc<[Word]>,
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// Prepositions of where something is done, and of where something is brought.
const WHERE: &[&str] =
    &["aboard", "at", "behind", "beneath", "beside", "in", "inside", "near", "off", "on", "outside", "to", "under"];

/// The sites of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for p in clauses.predications.iter().filter(|p| p.mood != Mood::Possible && !p.negated) {
        let mut spots = if is_told(clauses, p) { spots(clauses, p) } else { Vec::new() };
        spots.extend(relative(clauses, p));
        if spots.is_empty() {
            continue;
        }
        let (deeds, named) = deeds_done(clauses, before, p, false);
        let (Some((first, ..)), Some((_, last, _))) = (spots.first(), spots.last()) else { continue };
        if deeds.is_empty() {
            continue;
        }
        let event = clauses.event(p);
        let core = event.parties.into_iter().filter(|p| matches!(p.part, Part::Agent | Part::Patient));
        let words: Vec<Word> = players(p).flat_map(|head| words_in(clauses, head..head + 1).to_vec()).collect();
        let occasion = clauses.words_around(before);
        let site = Site { deeds, named, core: words.into(), occasion };
        let parties = core.chain(spots.iter().map(|(_, _, party)| party.clone())).collect();
        found.push(Claim {
            span: clauses.span(*first, *last),
            sentence: number,
            event: Event { parties, mood: event.mood, repeated: event.repeated, ..Event::of("site", Arc::default()) },
            content: Content::Site(Arc::new(site)),
            attribution: None,
            times: clauses.times_of(p),
        });
    }
}

/// Where it is done by a clause of the spot: "the attic, where it began".
fn relative(clauses: &Clauses, p: &Predication) -> Option<(usize, usize, Party)> {
    let sentence = clauses.sentence();
    let spot = |participant: &&Participant| match participant.role {
        Role::Oblique(mark) => sentence.is_any(mark, &["where"]) && participant.head < p.head,
        _ => false,
    };
    let i = p.participants.iter().find(spot)?.head;
    let noun = noun(clauses, i);
    let chain = clauses.chain(i);
    (chain.is_some() && sentence.word(i).starts_with(char::is_uppercase) || lexicon::is_spot(&noun))
        .then(|| (i, i, Party { part: Part::Oblique("in".into()), noun, chain }))
}

/// Where it is done, wherever that hangs: the preposition, the noun, and what that is.
fn spots(clauses: &Clauses, p: &Predication) -> Vec<(usize, usize, Party)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let governed = |i: usize| {
        let mut path = parse.path(i).skip(1);
        path.find(|&j| clauses.predications.iter().any(|q| q.head == j)) == Some(p.head)
    };
    let spot = |i: usize| {
        let phrase = matches!(parse.node(i).relation, Relation::Obl | Relation::Nmod) && !is_time(sentence, i);
        let mark = case_of(sentence, i).filter(|&mark| phrase && mark < i && i > p.head)?;
        let case = sentence.lower(mark);
        let i = called(clauses, i).unwrap_or(i);
        let noun = noun(clauses, i);
        let named = clauses.chain(i).is_some() && sentence.word(i).starts_with(char::is_uppercase);
        let told = WHERE.contains(&case.as_str()) && (named || lexicon::is_spot(&noun)) && governed(i);
        told.then(|| (mark, i, Party { part: Part::Oblique(case), noun, chain: clauses.chain(i) }))
    };
    (0..sentence.tokens.len()).filter_map(spot).collect()
}

/// The name of what people settle, behind the word for it: Calvessa of "the port of Calvessa".
fn called(clauses: &Clauses, i: usize) -> Option<usize> {
    let (sentence, parse) = (clauses.sentence(), &clauses.sentence().parse);
    let settled = || clauses.noun(i) == "port" || place_kinds(&clauses.noun(i)).contains(&PlaceKind::Region);
    let of = |c: &usize| case_of(sentence, *c).is_some_and(|case| case < *c && sentence.word(case) == "of");
    let name = |c: &usize| *c > i && parse.node(*c).upos == Upos::Propn && clauses.chain(*c).is_some();
    parse.children(i).find(|c| parse.node(*c).relation == Relation::Nmod && of(c) && name(c)).filter(|_| settled())
}
