//! Mentions and chains of an article, from the names found in its sentences.

use std::ops::Range;

use super::{
    Basis, Chain, ChainId, EntityKind, Identity, Mention, MentionId, MentionKind, PlacedSentence,
    coreference::{Bearer, Described, Introduced, Named, NamedSentence, resolve_descriptions, resolve_names},
    name::Word,
    role,
};
use crate::{language::lexicon, syntax::Prose, text::Span};

/// Mentions and chains of an article.
pub fn who_is_who(prose: &Prose, placed: &[PlacedSentence]) -> (Vec<Mention>, Vec<Chain>) {
    let sentences: Vec<NamedSentence> =
        placed.iter().map(|s| NamedSentence { reading: &s.reading, block: s.block, heading: s.heading }).collect();
    let (named, mut bearers) = resolve_names(&sentences);
    let words: Vec<&[Word]> = placed.iter().map(|s| s.reading.words.as_slice()).collect();
    let introduced = introductions(placed, &named, &words, &bearers);
    let described = resolve_descriptions(placed, &words, &introduced, &mut bearers);
    let names = introduced.iter().map(|i| Referring::name(i, words[i.named.sentence]));
    let mut all: Vec<Referring> = names.chain(described.iter().map(Referring::description)).collect();
    all.sort_by_key(|r| (r.sentence, r.span.start, std::cmp::Reverse(r.span.end)));
    assemble(prose, placed, &words, &all, &bearers)
}

/// The roles that stand beside names. One behind "of PLACE" belongs to whoever is of that place.
fn introductions<'a>(
    placed: &[PlacedSentence],
    named: &'a [Named],
    words: &[&[Word]],
    bearers: &[Bearer],
) -> Vec<Introduced<'a>> {
    let mut found: Vec<Introduced> = Vec::with_capacity(named.len());
    for name in named {
        let words = words[name.sentence];
        let role = role::role(&placed[name.sentence].sentence, words, &name.title, &name.name);
        if bearers[name.bearer].kind() == EntityKind::Person {
            found.push(Introduced { named: name, role });
            continue;
        }
        let of = name.name.start.checked_sub(1).filter(|&i| words[i].lower == "of");
        if let Some(before) = found.last_mut()
            && before.named.sentence == name.sentence
            && Some(before.named.name.end) == of
            && before.role.as_ref().is_none_or(|r| r.end <= before.named.name.start)
            && role.is_some()
        {
            before.role = role;
        }
        found.push(Introduced { named: name, role: None });
    }
    found
}

/// A mention before its place in the file is known. Ranges are tokens of its sentence.
struct Referring {
    sentence: usize,
    span: Range<usize>,
    head: Range<usize>,
    /// Bytes to leave out at the end: see [`Named::trim`].
    trim: usize,
    kind: MentionKind,
    role: Option<Range<usize>>,
    bearer: usize,
    basis: Basis,
}

impl Referring {
    fn name(introduced: &Introduced, words: &[Word]) -> Referring {
        let Named { sentence, name, title, trim, bearer, basis } = introduced.named.clone();
        let is_title = |&i: &usize| words[i].capital || lexicon::courtesy_title(&words[i].lower).is_some();
        Referring {
            sentence,
            span: title.clone().find(is_title).unwrap_or(name.start)..name.end,
            head: name,
            trim,
            kind: MentionKind::Name,
            role: introduced.role.clone(),
            bearer,
            basis,
        }
    }

    fn description(described: &Described) -> Referring {
        Referring {
            sentence: described.sentence,
            span: described.tokens.clone(),
            head: described.tokens.end - 1..described.tokens.end,
            trim: 0,
            kind: MentionKind::Nominal,
            role: None,
            bearer: described.bearer,
            basis: described.basis,
        }
    }
}

fn assemble(
    prose: &Prose,
    placed: &[PlacedSentence],
    words: &[&[Word]],
    all: &[Referring],
    bearers: &[Bearer],
) -> (Vec<Mention>, Vec<Chain>) {
    let mut chain_of: Vec<Option<ChainId>> = vec![None; bearers.len()];
    let mut chains: Vec<Chain> = Vec::new();
    let mut mentions: Vec<Mention> = Vec::with_capacity(all.len());
    for referring in all {
        let words = words[referring.sentence];
        let source = |tokens: &Range<usize>, trim: usize| {
            let within =
                Span::new(words[tokens.start].span.start as usize, words[tokens.end - 1].span.end as usize - trim);
            placed[referring.sentence].to_source(prose, within)
        };
        let id = MentionId(mentions.len() as u32);
        let chain = *chain_of[referring.bearer].get_or_insert_with(|| {
            chains.push(chain(&bearers[referring.bearer], id));
            ChainId(chains.len() as u32 - 1)
        });
        chains[chain.0 as usize].mentions.push(id);
        mentions.push(Mention {
            span: source(&referring.span, referring.trim),
            head: source(&referring.head, referring.trim),
            kind: referring.kind,
            chain,
            sentence: referring.sentence as u32,
            role: referring.role.as_ref().map(|role| source(role, 0)),
            basis: referring.basis,
        });
    }
    for chain in &mut chains {
        chain.introduction = introduction(chain, &mentions, placed);
    }
    (mentions, chains)
}

/// The chain of a bearer, with nothing in it yet but its first mention to come.
fn chain(bearer: &Bearer, first: MentionId) -> Chain {
    Chain {
        kind: bearer.kind(),
        name: bearer.name.clone(),
        identity: Identity {
            person: bearer.person.clone(),
            forms: bearer.forms.clone(),
            roles: bearer.roles.clone(),
            described: bearer.described,
            ..Identity::default()
        },
        mentions: Vec::new(),
        introduction: first,
    }
}

/// The mention that introduces: the first with the fullest name outside headings, of bare surnames the first with a title or a
/// role; else the first outside headings.
pub fn introduction(chain: &Chain, mentions: &[Mention], placed: &[PlacedSentence]) -> MentionId {
    let mention = |id: &MentionId| &mentions[id.0 as usize];
    let body = |id: &&MentionId| !placed[mention(id).sentence as usize].heading;
    let bare = chain.identity.person.as_ref().is_some_and(|person| !person.is_full());
    let fullness = |id: &MentionId| {
        let mention = mention(id);
        let presented = bare && (mention.span != mention.head || mention.role.is_some());
        (mention.kind == MentionKind::Name, mention.head.len(), presented)
    };
    let fullest = chain.mentions.iter().filter(body).map(fullness).max();
    let introducing = chain.mentions.iter().filter(body).find(|id| Some(fullness(id)) == fullest);
    *introducing.or(chain.mentions.first()).unwrap_or(&chain.introduction)
}
