//! Mentions within mentions by name: see [`super::name::Inner`]. They come last, so that nothing else is read by them.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{
    Basis, Chain, ChainId, EntityKind, Identity, Mention, MentionId, MentionKind, PlacedSentence, discourse::insert,
    name::Inner,
};
use crate::syntax::Prose;

/// Adds the names within names and words to the chains of what they name, or to new ones.
pub fn add_names(prose: &Prose, sentences: &[PlacedSentence], mentions: &mut Vec<Mention>, chains: &mut Vec<Chain>) {
    if sentences.iter().all(|place| place.reading.inner.is_empty()) {
        return;
    }
    let mut bearers = Bearers::new(chains);
    let mut found = Vec::new();
    for (number, place) in sentences.iter().enumerate().filter(|(_, place)| !place.reading.inner.is_empty()) {
        let first = mentions.partition_point(|m| (m.sentence as usize) < number);
        let own: Vec<&Mention> = mentions[first..].iter().take_while(|m| m.sentence as usize == number).collect();
        for inner in &place.reading.inner {
            let span = place.to_source(prose, inner.span);
            let named = |m: &&&Mention| m.kind == MentionKind::Name && m.span.overlaps(span);
            // What the sieve has found by itself needs nothing more.
            if own
                .iter()
                .filter(named)
                .any(|m| m.span.len() <= span.len() || m.head.len() <= span.len() && m.head.overlaps(span))
            {
                continue;
            }
            let Some(chain) = bearers.of(inner, chains) else { continue };
            let (kind, sentence) = (MentionKind::Name, number as u32);
            found.push(Mention { span, head: span, kind, chain, sentence, role: None, basis: Basis::Within });
        }
    }
    insert(mentions, chains, found);
}

/// Who bears each form: `None` where several do, or one whom people describe, whose names are found already.
struct Bearers(FxHashMap<SmolStr, Option<ChainId>>);

impl Bearers {
    fn new(chains: &[Chain]) -> Bearers {
        let mut bearers = FxHashMap::default();
        for (number, chain) in chains.iter().enumerate().filter(|(_, chain)| !chain.identity.described) {
            let only = chain.identity.declared.is_none().then_some(ChainId(number as u32));
            for form in &chain.identity.forms {
                bearers.entry(form.clone()).and_modify(|bearer| *bearer = None).or_insert(only);
            }
        }
        Bearers(bearers)
    }

    /// The bearer of an inner name: the one chain that has the form, or a new one for what everybody knows.
    fn of(&mut self, inner: &Inner, chains: &mut Vec<Chain>) -> Option<ChainId> {
        if let Some(bearer) = self.0.get(&inner.folded) {
            let person = |chain: &ChainId| chains[chain.0 as usize].kind == EntityKind::Person;
            return bearer.filter(|chain| inner.kind.is_none() || !person(chain));
        }
        let chain = ChainId(chains.len() as u32);
        chains.push(Chain {
            kind: inner.kind?,
            name: inner.display.clone(),
            identity: Identity { forms: vec![inner.folded.clone()], ..Identity::default() },
            mentions: Vec::new(),
            introduction: MentionId(0),
        });
        self.0.insert(inner.folded.clone(), Some(chain));
        Some(chain)
    }
}
