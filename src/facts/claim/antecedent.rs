//! Whether the pronoun for a speaker may stand for somebody else than whom it was taken for.

use super::{
    circumstance::is,
    clause::Clauses,
    occasion::{beside, described_by},
    participant::case_of,
    utterance::Around,
};
use crate::{
    facts::{Chain, ChainId, EntityKind, Quotation, name::genders_clash},
    language::{
        lexicon::{self, Gender},
        model::{Upos, Xpos},
    },
};

/// Whether "he" or "she" says the words of a quotation, and the sentences before do not name one person alone whom that fits.
pub fn is_doubtful(clauses: &Clauses, quotation: &Quotation, around: &Around) -> bool {
    let Some((speaker, words)) = quotation.chain.zip(quotation.speaker) else { return false };
    let pronoun = |&i: &usize| words == clauses.span(i, i);
    let Some(at) = (0..clauses.sentence().tokens.len()).find(pronoun) else { return false };
    let gender = match clauses.sentence().lower(at).as_str() {
        "he" => Gender::Male,
        "she" => Gender::Female,
        _ => return false,
    };
    let mut found = fit(clauses, at, gender, around);
    for sentence in around.before.iter().rev().filter(|b| b.place.block == clauses.place.block) {
        if found.iter().any(|(chain, _)| *chain != speaker) {
            return true;
        }
        if found.iter().any(|(_, named)| *named) {
            return false;
        }
        found = fit(sentence, usize::MAX, gender, around);
    }
    !found.iter().any(|(_, named)| *named) || found.iter().any(|(chain, _)| *chain != speaker)
}

/// Everybody of whom a sentence speaks beside its quotations before token `end` and who may be of that gender, and whether by name.
fn fit(clauses: &Clauses, end: usize, gender: Gender, around: &Around) -> Vec<(ChainId, bool)> {
    let tokens = beside(clauses, around.quotations).take_while(|&i| i < end);
    let found = tokens.filter_map(|i| {
        let chain = clauses.chain(i)?;
        let node = clauses.sentence().parse.node(i);
        let person = &around.chains[chain.0 as usize];
        let one = person.kind == EntityKind::Person && !matches!(node.xpos, Xpos::Nns | Xpos::Nnps);
        // "In Lindow" tells of a place whatever it was taken for; who has no name and does nothing is hardly meant.
        let head = described_by(clauses, i);
        let inside = case_of(clauses.sentence(), head).is_some_and(|case| is(clauses, case, &["at", "in", "near"]));
        let passed = person.identity.described && !clauses.sentence().parse.node(head).relation.is_subject();
        let fits = one && !inside && !passed && !genders_clash(Some(gender), self::gender(person));
        fits.then_some((chain, node.upos == Upos::Propn))
    });
    found.collect()
}

fn gender(chain: &Chain) -> Option<Gender> {
    let by_name = chain.identity.person.as_ref().and_then(|person| person.likely_gender());
    by_name.or_else(|| chain.name.rsplit(' ').next().and_then(lexicon::noun_gender))
}
