//! Who pronouns and descriptions stand for: the article read from its first sentence to its last, with what it has
//! spoken of in mind (Lappin and Leass 1994; the sharing of attributes within a chain after Lee et al. 2013).
//!
//! Names, and descriptions that name an office or a kind, are sorted into chains before; see [`super::coreference`].

mod beside;
mod binding;
mod expletive;
mod here;
mod kin;
mod nobody;
mod nominal;
mod part;
mod people;
mod phrase;
mod preference;
mod profile;
mod pronoun;
mod reader;
mod salience;
mod several;
mod stands_for;
#[cfg(test)]
mod tests;
mod turned_out;

pub use phrase::{Phrase, phrases};

use reader::Reader;
use smol_str::SmolStr;

use super::{
    Basis, Chain, ChainId, EntityKind, Mention, MentionId, MentionKind, PlacedSentence, Quotation, QuotationKind,
    model::around, name::PersonName,
};
use crate::{syntax::Prose, text::Span};

/// Adds the pronouns and descriptions that can be resolved to the mentions and chains of an article, and says of its
/// quotations who the speaker is.
pub fn resolve(
    prose: &Prose,
    sentences: &[PlacedSentence],
    quotations: &mut [Quotation],
    mentions: &mut Vec<Mention>,
    chains: &mut Vec<Chain>,
) {
    name_speakers(quotations, mentions, chains, sentences);
    let mut reader = Reader::new(prose, sentences, quotations, mentions, chains);
    for sentence in 0..sentences.len() {
        reader.read(sentence);
    }
    let found = reader.finish();
    for person in found.people {
        let chain = &mut chains[person.0 as usize];
        chain.kind = EntityKind::Person;
        chain.identity.person = Some(PersonName::new(&chain.name, None));
    }
    for thing in found.things {
        let chain = &mut chains[thing.0 as usize];
        (chain.kind, chain.identity.person) = (EntityKind::Other, None);
    }
    for (chain, nouns) in chains.iter_mut().zip(found.nouns) {
        add_kinds(chain, nouns);
    }
    chains.extend(found.introduced);
    for (chain, role) in found.kin {
        let Some(Chain { identity, .. }) = chains.get_mut(chain.0 as usize) else { continue };
        let known = if identity.described { &mut identity.forms } else { &mut identity.roles };
        if !known.contains(&role) {
            known.push(role);
        }
    }
    insert(mentions, chains, found.mentions);
    for (chain, span) in found.definitions {
        let Some(chain) = chains.get_mut(chain.0 as usize) else { continue };
        let defining = chain.mentions.iter().find(|id| mentions[id.0 as usize].span == span);
        chain.introduction = defining.copied().unwrap_or(chain.introduction);
    }
    name_speakers(quotations, mentions, chains, sentences);
    insert(mentions, chains, speakers(prose, sentences, quotations));
}

/// Adds to what is no person what it is called beside its name: another article may call it so and give no name.
fn add_kinds(chain: &mut Chain, nouns: Vec<SmolStr>) {
    if chain.kind == EntityKind::Person || chain.identity.described {
        return;
    }
    for noun in nouns {
        let named = chain.identity.forms.iter().any(|form| form.split(' ').any(|word| word == noun));
        if !named && !chain.identity.roles.contains(&noun) {
            chain.identity.roles.push(noun);
        }
    }
}

/// Gives each quotation the chain of the mention that the words for its speaker end in: of "Mayor Ann Lee", but not of
/// "a Ministry spokesman" for "Ministry". Of "the firm's founder, Ann Lee, said" it is the name behind the comma.
fn name_speakers(quotations: &mut [Quotation], mentions: &[Mention], chains: &[Chain], sentences: &[PlacedSentence]) {
    /// A comma and a blank.
    const COMMA: u32 = 2;
    for quotation in quotations {
        let Some(speaker) = quotation.speaker else { continue };
        let first = mentions.partition_point(|m| m.span.start < speaker.start.saturating_sub(MAX_TITLE));
        let near = mentions[first..].iter().take_while(|m| m.span.start < speaker.end);
        let own = near.filter(|m| m.head.end == speaker.end).max_by_key(|m| m.head.len());
        let behind = || {
            let from = mentions.partition_point(|m| m.span.start < speaker.end);
            let next = mentions[from..].first().filter(|m| m.span.start == speaker.end + COMMA)?;
            let person = chains[next.chain.0 as usize].kind == EntityKind::Person && next.kind == MentionKind::Name;
            let together = sentences.get(next.sentence as usize).is_some_and(|s| s.span.contains(speaker));
            (person && together).then_some(next)
        };
        quotation.chain = own.or_else(behind).map(|m| m.chain);
    }
}

/// How many bytes a mention may begin before the words that name a speaker: its title.
const MAX_TITLE: u32 = 200;

/// "I" in somebody's own words is who says them.
fn speakers(prose: &Prose, sentences: &[PlacedSentence], quotations: &[Quotation]) -> Vec<Mention> {
    /// For so many sentences somebody goes on speaking where the text has lost its quotation marks.
    const ON: usize = 2;
    let unmarked = quotations.iter().all(|q| q.quoted.is_empty());
    let mut last: Option<(usize, ChainId)> = None;
    let mut found = Vec::new();
    for (number, place) in sentences.iter().enumerate() {
        // "We had no choice, Lee said. I am sorry."
        let tokens = &place.sentence.tokens;
        let we = || (0..tokens.len()).find(|&i| place.sentence.word(i).eq_ignore_ascii_case("we"));
        if let Some(we) = unmarked.then(we).flatten()
            && let Some(chain) = unmarked_speaker(quotations, place.to_source(prose, tokens[we].span))
        {
            last = Some((number, chain));
        }
        for phrase in place.phrases.iter() {
            let phrase::Form::Pronoun(pronoun::Pronoun { person: pronoun::Person::Speaker, .. }) = phrase.form else {
                continue;
            };
            let span = place.to_source(prose, place.sentence.tokens[phrase.head].span);
            let goes_on = || last.filter(|(before, _)| before + ON >= number).map(|(_, chain)| chain);
            let lost = || unmarked_speaker(quotations, span).or_else(goes_on).filter(|_| unmarked);
            if let Some(chain) = speaker(quotations, span).or_else(lost) {
                last = Some((number, chain));
                found.push(pronoun_mention(span, number, chain));
            }
        }
    }
    found
}

/// Who speaks in the direct quotation that a span stands in.
fn speaker(quotations: &[Quotation], span: Span) -> Option<ChainId> {
    let own = |q: &&Quotation| q.kind != QuotationKind::Phrase && q.quoted.iter().any(|s| s.contains(span));
    around(quotations, span).filter(own).min_by_key(|q| q.span.len())?.chain
}

/// Who speaks where "Lee said" closes words that have lost their quotation marks: "I did not do it, Lee said."
fn unmarked_speaker(quotations: &[Quotation], span: Span) -> Option<ChainId> {
    let closed = |q: &&Quotation| q.span.contains(span) && q.cue.is_some_and(|cue| cue.start >= q.span.end);
    around(quotations, span).filter(closed).min_by_key(|q| q.span.len())?.chain
}

fn pronoun_mention(span: Span, sentence: usize, chain: ChainId) -> Mention {
    let kind = super::MentionKind::Pronoun;
    Mention { span, head: span, kind, chain, sentence: sentence as u32, role: None, basis: Basis::Speaker }
}

/// Puts mentions in their places and gives all of them their new numbers. A chain without an introduction is introduced
/// by its first mention.
pub fn insert(mentions: &mut Vec<Mention>, chains: &mut [Chain], mut found: Vec<Mention>) {
    // Where a person says who is meant, that is the mention.
    found.retain(|mention| {
        let first = mentions.partition_point(|m| m.span.start < mention.span.start);
        mentions[first..].iter().take_while(|m| m.span.start == mention.span.start).all(|m| m.span != mention.span)
    });
    if found.is_empty() {
        return;
    }
    let introduction = |c: &Chain| c.mentions.first().map(|_| mentions[c.introduction.0 as usize].clone());
    let introductions: Vec<Option<Mention>> = chains.iter().map(introduction).collect();
    mentions.extend(found);
    mentions.sort_by_key(|m| (m.sentence, m.span.start, std::cmp::Reverse(m.span.end)));
    for chain in chains.iter_mut() {
        chain.mentions.clear();
    }
    for (number, mention) in mentions.iter().enumerate() {
        let (chain, known) = (&mut chains[mention.chain.0 as usize], introductions[mention.chain.0 as usize].as_ref());
        let first = chain.mentions.is_empty() && known.is_none();
        chain.mentions.push(MentionId(number as u32));
        if first || known == Some(mention) {
            chain.introduction = MentionId(number as u32);
        }
    }
}
