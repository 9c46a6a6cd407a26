//! Mentions sorted into chains anew, by what people say.

use std::{cmp::Reverse, collections::HashMap};

use smol_str::SmolStr;

use super::{
    Corrections,
    chain::{apart, declared, reduced},
    known::Spoken,
};
use crate::{
    annotation::Pointed,
    facts::{
        Basis, Chain, ChainId, EntityKind, Identity, Mention, MentionId, MentionKind, PlacedSentence,
        mention::introduction, name::fold,
    },
    syntax::Prose,
    text::Span,
};

/// Whom a mention belongs to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Owner {
    /// Whom the sieve found.
    Chain(ChainId),
    /// An entity that a person describes.
    Entity(usize),
    /// Something of these words that is not the entity.
    Apart(usize, SmolStr),
}

/// Sorts names and descriptions; see [`correct_pronouns`] for the rest.
pub fn correct(
    prose: &Prose,
    sentences: &[PlacedSentence],
    corrections: &Corrections,
    mentions: &mut Vec<Mention>,
    chains: &mut Vec<Chain>,
) {
    if corrections.is_empty() {
        return;
    }
    let mut spoken = Vec::new();
    for (number, place) in sentences.iter().enumerate() {
        corrections.names.spoken(number, place, &mut spoken);
    }
    let spoken = placed(prose, sentences, spoken);
    let words = |mention: &Mention| words(prose, sentences, mention);
    add_missing(sentences, corrections, &spoken, mentions, chains, &words);
    let (owners, entity_of) = owners(corrections, &spoken, mentions, chains, &words);
    let sorted = assemble(corrections, &owners, &entity_of, mentions, chains, &words);
    *chains = sorted;
    for chain in chains {
        chain.introduction = introduction(chain, mentions, sentences);
    }
}

/// Takes from chains the pronouns and descriptions of which somebody says that they do not mean them.
pub fn correct_pronouns(corrections: &Corrections, mentions: &mut Vec<Mention>, chains: &mut [Chain]) {
    let denied = |mention: &Mention| {
        let id = chains[mention.chain.0 as usize].identity.declared.as_ref();
        let denies = |pointed: &Pointed| id.is_some() && pointed.not.as_ref() == id;
        mention.kind != MentionKind::Name && at(&corrections.places, mention.span).any(denies)
    };
    if !corrections.places.iter().any(|pointed| pointed.not.is_some()) || !mentions.iter().any(denied) {
        return;
    }
    let kept: Vec<bool> = mentions.iter().map(|mention| !denied(mention)).collect();
    let number = |id: MentionId| MentionId(kept[..id.0 as usize].iter().filter(|kept| **kept).count() as u32);
    for chain in chains {
        chain.mentions.retain(|id| kept[id.0 as usize]);
        chain.mentions.iter_mut().for_each(|id| *id = number(*id));
        chain.introduction = number(chain.introduction);
    }
    let mut kept = kept.iter();
    mentions.retain(|_| *kept.next().unwrap_or(&true));
}

/// A known name with its place in the file.
struct Named {
    sentence: usize,
    span: Span,
    entity: usize,
    not: bool,
}

fn placed(prose: &Prose, sentences: &[PlacedSentence], spoken: Vec<Spoken>) -> Vec<Named> {
    let named = |s: Spoken| Named {
        sentence: s.sentence,
        span: sentences[s.sentence].to_source(prose, s.within),
        entity: s.entity,
        not: s.not,
    };
    let mut all: Vec<Named> = spoken.into_iter().map(named).collect();
    // Within a phrase that does not mean somebody, none of their names does.
    let nots: Vec<(usize, usize, Span)> =
        all.iter().filter(|n| n.not).map(|n| (n.sentence, n.entity, n.span)).collect();
    all.retain(|n| {
        let first = nots.partition_point(|not| not.0 < n.sentence);
        let here = nots[first..].iter().take_while(|not| not.0 == n.sentence);
        n.not || !here.clone().any(|(_, entity, span)| *entity == n.entity && span.contains(n.span))
    });
    all
}

/// The names of one sentence.
fn of_sentence(spoken: &[Named], sentence: usize) -> &[Named] {
    let start = spoken.partition_point(|n| n.sentence < sentence);
    let end = spoken.partition_point(|n| n.sentence <= sentence);
    &spoken[start..end]
}

/// The words that stand for somebody and say nothing else.
const PRONOUNS: &[&str] = &[
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
    "theirs", "i", "me", "my", "mine", "we", "us", "our", "you", "your", "who", "whom", "whose",
];

/// What is said about places that overlap a span.
fn at(places: &[Pointed], span: Span) -> impl Iterator<Item = &Pointed> {
    /// Places nest hardly ever.
    const DEPTH: usize = 4;
    let end = places.partition_point(|pointed| pointed.span.start < span.end);
    places[end.saturating_sub(DEPTH)..end].iter().filter(move |pointed| pointed.span.overlaps(span))
}

/// Makes mentions of known names, and of words somebody points at, where none was found. They get the first chain: the
/// owner is found later.
fn add_missing(
    sentences: &[PlacedSentence],
    corrections: &Corrections,
    spoken: &[Named],
    mentions: &mut Vec<Mention>,
    chains: &mut Vec<Chain>,
    words: &dyn Fn(&Mention) -> String,
) {
    let in_sentence = |span: Span| {
        let i = sentences.partition_point(|place| place.span.start <= span.start).checked_sub(1)?;
        sentences[i].span.contains(span).then_some(i)
    };
    let names = spoken.iter().filter(|n| !n.not).map(|n| (n.span, Some(n.sentence), MentionKind::Name));
    let pointed = corrections.places.iter().filter(|pointed| pointed.is.is_some());
    let pointed = pointed.map(|pointed| (pointed.span, in_sentence(pointed.span), MentionKind::Nominal));
    let mut wanted: Vec<(Span, Option<usize>, MentionKind)> = names.chain(pointed).collect();
    // The longest of several at one place.
    wanted.sort_by_key(|(span, ..)| (span.start, Reverse(span.end)));
    let mut taken = Span::default();
    let mut found = Vec::new();
    for (span, sentence, kind) in wanted {
        let Some(sentence) = sentence else { continue };
        let first = mentions.partition_point(|m| (m.sentence as usize) < sentence);
        let mut here = mentions[first..].iter().take_while(|m| m.sentence as usize == sentence);
        if taken.overlaps(span) || here.any(|m| m.head.overlaps(span)) {
            continue;
        }
        taken = span;
        let chain = ChainId(chains.len() as u32);
        let (sentence, basis) = (sentence as u32, Basis::Told);
        let mut mention = Mention { span, head: span, kind, chain, sentence, role: None, basis };
        if kind == MentionKind::Nominal {
            let words = words(&mention);
            mention.kind = match () {
                () if PRONOUNS.contains(&words.to_lowercase().as_str()) => MentionKind::Pronoun,
                () if words.starts_with(char::is_uppercase) => MentionKind::Name,
                () => MentionKind::Nominal,
            };
        }
        found.push(mention);
    }
    if found.is_empty() {
        return;
    }
    // The chain that nobody is in: those pointed at by an id that stands for nothing.
    chains.push(Chain {
        kind: EntityKind::Other,
        name: SmolStr::default(),
        identity: Identity { described: true, ..Identity::default() },
        mentions: Vec::new(),
        introduction: MentionId(0),
    });
    mentions.extend(found);
    mentions.sort_by_key(|m| (m.sentence, m.span.start, Reverse(m.span.end)));
}

/// The owner of each mention, and the entity that each chain as found turns out to be.
fn owners(
    corrections: &Corrections,
    spoken: &[Named],
    mentions: &[Mention],
    chains: &[Chain],
    words: &dyn Fn(&Mention) -> String,
) -> (Vec<Owner>, Vec<Option<usize>>) {
    // A name says whom the whole chain means, unless the names of another are in it too.
    let mut entity_of: Vec<Option<usize>> = vec![None; chains.len()];
    let own: Vec<Option<usize>> = mentions
        .iter()
        .map(|mention| {
            let here = of_sentence(spoken, mention.sentence as usize).iter();
            let fits = here.filter(|n| !n.not && n.span.overlaps(mention.head) && is_whole(n.span, mention));
            let entity = fits.max_by_key(|n| n.span.len()).map(|n| n.entity);
            let found = !chains[mention.chain.0 as usize].mentions.is_empty();
            if found && mention.kind == MentionKind::Name && at(&corrections.places, mention.head).next().is_none() {
                let known = &mut entity_of[mention.chain.0 as usize];
                *known = known.or(entity);
            }
            entity
        })
        .collect();
    let by_id = |id: &SmolStr| match corrections.names.entity(id) {
        Some(entity) => Some(Owner::Entity(entity)),
        None => {
            let folded = fold(id);
            let called = |chain: &&Chain| {
                let person = chain.identity.person.as_ref();
                chain.identity.forms.contains(&folded) || person.is_some_and(|p| p.may_be_called(&folded))
            };
            let chain = chains.iter().position(|chain| called(&chain))?;
            Some(entity_of[chain].map_or(Owner::Chain(ChainId(chain as u32)), Owner::Entity))
        }
    };
    let owner = |(mention, own): (&Mention, &Option<usize>)| {
        let found = entity_of[mention.chain.0 as usize].map_or(Owner::Chain(mention.chain), Owner::Entity);
        for pointed in at(&corrections.places, mention.head) {
            if let Some(owner) = pointed.is.as_ref().and_then(by_id) {
                return owner;
            }
            let denied = pointed.not.as_ref().and_then(|id| corrections.names.entity(id));
            if let Some(entity) = denied.filter(|entity| found == Owner::Entity(*entity) || *own == Some(*entity)) {
                return Owner::Apart(entity, fold(&words(mention)));
            }
        }
        if let Some(entity) = own {
            return Owner::Entity(*entity);
        }
        let nots = of_sentence(spoken, mention.sentence as usize).iter().filter(|n| n.not);
        let mut nots = nots.filter(|n| n.span.contains(mention.head)).map(|n| n.entity);
        match (&found, nots.next()) {
            (Owner::Entity(entity), Some(not)) if *entity == not || nots.any(|n| n == *entity) => {
                Owner::Apart(not, fold(&words(mention)))
            }
            _ => found,
        }
    };
    let owners = mentions.iter().zip(&own).map(owner).collect();
    (owners, entity_of)
}

/// Whether a name covers a mention, or the mention's name: "Ellison" does not cover "Ellison Street".
fn is_whole(span: Span, mention: &Mention) -> bool {
    span.contains(mention.head) || mention.span.contains(span) && span.end == mention.head.end
}

/// The chains of the owners, in the order of their first mentions, which get their new numbers.
fn assemble(
    corrections: &Corrections,
    owners: &[Owner],
    entity_of: &[Option<usize>],
    mentions: &mut [Mention],
    chains: &[Chain],
    words: &dyn Fn(&Mention) -> String,
) -> Vec<Chain> {
    let mut numbers: HashMap<&Owner, usize> = HashMap::new();
    let mut sorted: Vec<(&Owner, Vec<usize>)> = Vec::new();
    for (i, owner) in owners.iter().enumerate() {
        let number = *numbers.entry(owner).or_insert(sorted.len());
        if number == sorted.len() {
            sorted.push((owner, Vec::new()));
        }
        sorted[number].1.push(i);
    }
    let describe = |(owner, members): &(&Owner, Vec<usize>)| {
        let before = mentions[members[0]].chain;
        let names = members.iter().map(|i| &mentions[*i]).filter(|m| m.kind == MentionKind::Name);
        let mut chain = match owner {
            Owner::Chain(old) => {
                let old = &chains[old.0 as usize];
                let whole = old.mentions.len() == members.len();
                if whole { old.clone() } else { reduced(old, &names.map(words).collect::<Vec<_>>()) }
            }
            Owner::Entity(entity) => {
                // A single place that somebody points at tells nothing about the chain that it was in.
                let mut from: Vec<usize> = members.iter().map(|i| mentions[*i].chain.0 as usize).collect();
                from.dedup();
                let from: Vec<&Chain> =
                    from.into_iter().filter(|c| entity_of[*c] == Some(*entity)).map(|c| &chains[c]).collect();
                declared(&corrections.names.known[*entity], &from)
            }
            Owner::Apart(entity, _) => {
                apart(&chains[before.0 as usize], &words(&mentions[members[0]]), &corrections.names.known[*entity].id)
            }
        };
        chain.mentions = members.iter().map(|i| MentionId(*i as u32)).collect();
        chain.introduction = chain.mentions[0];
        chain
    };
    let found: Vec<Chain> = sorted.iter().map(describe).collect();
    for (number, (owner, members)) in sorted.iter().enumerate() {
        for i in members {
            let mention = &mut mentions[*i];
            mention.chain = ChainId(number as u32);
            if !matches!(owner, Owner::Chain(_)) {
                mention.basis = Basis::Told;
            }
        }
    }
    found
}

/// The words of a mention's head as a reader reads them.
fn words(prose: &Prose, sentences: &[PlacedSentence], mention: &Mention) -> String {
    let block = &prose.blocks[sentences[mention.sentence as usize].block as usize];
    let offset = |at: u32| block.map.to_prose(at as usize);
    match (offset(mention.head.start), offset(mention.head.end)) {
        (Some(start), Some(end)) if start <= end => block.text[start..end].to_owned(),
        _ => String::new(),
    }
}
