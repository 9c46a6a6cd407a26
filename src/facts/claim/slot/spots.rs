//! Where what a sentence tells happens, whatever the words for it hang on.

use smol_str::SmolStr;

use super::{Acts, Filler, party};
use crate::{
    facts::claim::{
        Claim,
        clause::Clauses,
        participant::{case_of, is_time},
        predication::Role,
    },
    language::{
        Quantity, lexicon,
        model::{Relation, Upos},
        number::{Dimension, Unit},
    },
    text::Span,
};

/// Prepositions of where something happens. What is "from" a spot is done there too, where the other account has it from a spot as
/// well.
const WHERE: &[&str] = &[
    "aboard",
    "at",
    "behind",
    "beneath",
    "beside",
    "from",
    "in",
    "inside",
    "near",
    "off",
    "on",
    "outside",
    "under",
    "underneath",
];

/// Hands on each spot with its place and what is done there.
pub fn each<'a>(clauses: &'a Clauses, outline: &Claim, add: &mut dyn FnMut(Span, Filler, Acts<'a>)) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for i in 0..sentence.tokens.len() {
        let node = parse.node(i);
        let named = matches!(node.upos, Upos::Noun | Upos::Propn);
        if !named || !matches!(node.relation, Relation::Obl | Relation::Nmod) || is_time(sentence, i) {
            continue;
        }
        let Some(case) = case_of(sentence, i).map(|c| sentence.lower(c)) else { continue };
        // "At the bottom of the lake": the lake.
        let of = |i: usize| {
            let whole = parse.children(i).find(|&c| {
                c > i
                    && parse.node(c).relation == Relation::Nmod
                    && case_of(sentence, c).is_some_and(|c| sentence.word(c) == "of")
            });
            whole.filter(|_| PARTS.contains(&clauses.noun(i).as_str()))
        };
        let spot = of(i).unwrap_or(i);
        if WHERE.contains(&case.as_str()) && is_spot(clauses, spot) {
            let words = clauses.span(case_of(sentence, i).unwrap_or(i).min(i), spot);
            let filler = Filler::Spot {
                case,
                noun: noun(clauses, spot),
                party: party(clauses, outline, spot),
                away: is_away(clauses, i),
            };
            add(words, filler, Acts::of(clauses, i));
        }
    }
    for p in clauses.predications {
        for participant in &p.participants {
            let Role::Oblique(mark) = participant.role else { continue };
            let case = sentence.lower(mark);
            if matches!(case.as_str(), "as" | "when" | "where" | "while") && is_spot(clauses, participant.head) {
                let (i, noun) = (participant.head, participant.noun.clone());
                let filler = Filler::Spot { case, noun, party: party(clauses, outline, i), away: false };
                add(clauses.span(i, i), filler, Acts { tokens: vec![p.head], predication: Some(p), whole: false });
            }
        }
    }
}

/// Parts that any spot has, and kinds of places that stand before their name: "the town of Orrin".
const PARTS: &[&str] = &[
    "back", "bottom", "centre", "center", "city", "corner", "edge", "end", "entrance", "foot", "front", "gate",
    "ground", "heart", "middle", "part", "port", "rear", "side", "step", "suburb", "top", "town", "village",
];

/// Whether something happens at a token's noun in one spot among several: it has a name, or is one of those where what happens in
/// one does not happen in another.
fn is_spot(clauses: &Clauses, i: usize) -> bool {
    clauses.chain(i).is_some() && clauses.sentence().word(i).starts_with(char::is_uppercase)
        || lexicon::is_spot(&noun(clauses, i))
}

/// The noun of a token, with the noun before it where the two together are a spot: "town hall".
pub fn noun(clauses: &Clauses, i: usize) -> SmolStr {
    let single = clauses.noun(i);
    let Some(before) = i.checked_sub(1) else { return single };
    // "Lake Orrin" is a lake.
    let kind = clauses.noun(before);
    if clauses.chain(i).is_some() && clauses.chain(before) == clauses.chain(i) && lexicon::is_spot(&kind) {
        return kind;
    }
    let both: SmolStr = [&clauses.noun(before), " ", &single].concat().into();
    if lexicon::is_spot(&both) { both } else { single }
}

/// Whether it happens so far from there: "six miles from Orrin".
fn is_away(clauses: &Clauses, i: usize) -> bool {
    /// In metres.
    const FAR: i128 = 1_000;
    let sentence = clauses.sentence();
    let Some(case) = case_of(sentence, i).filter(|&case| sentence.word(case) == "from") else {
        return false;
    };
    let far = |q: &Quantity| matches!(q.unit, Unit::Measure(m) if m.dimension == Dimension::Length && q.value * m.factor >= FAR.into());
    sentence.quantities.iter().any(|q| far(q) && clauses.tokens_in(q.span).is_some_and(|(_, last)| last + 1 == case))
}
