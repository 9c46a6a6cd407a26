//! Whether two claims are of one occasion, by what their sentences tell beside what is compared.

use std::{collections::BTreeSet, ops::Range};

use super::{ChainRef, EntityId, Story, told::Told};
use crate::{
    facts::{Claim, Content, EntityKind, Facts, Part, Word},
    language::lexicon::{Pos, is_given_name},
};

/// How much the words tell that both have, in tenths of what a word tells that is rare everywhere. The names of those in `but`
/// tell nothing: whoever they are is known already.
pub fn shared(story: &Story, x: &[Word], y: &[Word], but: &[EntityId]) -> u32 {
    let named = but.iter().filter_map(|e| story.entity(*e)).filter(|e| !e.described);
    let names: Vec<String> = named.flat_map(|e| e.name.split(' ')).map(str::to_lowercase).collect();
    let mut taken = vec![false; y.len()];
    let mut weight = 0;
    // "Bat" and "mark" are names, and verbs.
    let given = |word: &Word| word.pos == Pos::Noun && is_given_name(&word.lemma);
    let told = |word: &&Word| !names.iter().any(|name| name == word.lemma.as_str()) && !given(word);
    let mut mine: Vec<&Word> = x.iter().filter(told).collect();
    mine.sort_by_key(|word| std::cmp::Reverse(word.telling));
    let mut seen: Vec<u64> = Vec::new();
    for word in mine {
        if seen.contains(&word.root) {
            continue;
        }
        seen.push(word.root);
        let alike = |(i, other): &(usize, &Word)| !taken[*i] && word.may_mean(other);
        let best = y.iter().enumerate().filter(alike).max_by_key(|(_, other)| (other.root == word.root, other.telling));
        if let Some((i, other)) = best {
            taken[i] = true;
            let least = word.telling.min(other.telling);
            weight += if other.root == word.root { least } else { least * 3 / 4 };
        }
    }
    weight
}

/// Who plays this part, where the story knows.
pub fn who(story: &Story, told: Told, part: &Part) -> Option<EntityId> {
    let chains = told.claim.event.parties(part).filter_map(|p| p.chain);
    chains.into_iter().find_map(|chain| story.entity_of(ChainRef { article: told.article, chain }))
}

/// Everybody and everything that the sentence of a claim names.
pub fn cast(story: &Story, told: Told) -> BTreeSet<EntityId> {
    let whole = told.sentence_claims(story).iter().filter(|c| matches!(c.content, Content::Outline(_)));
    let chains = whole.flat_map(|c| &c.event.parties).filter_map(|p| p.chain);
    chains.filter_map(|chain| story.entity_of(ChainRef { article: told.article, chain })).collect()
}

/// Whether each of two sentences names a place that the other does not.
pub fn have_other_places(story: &Story, a: Told, b: Told) -> bool {
    let place = |e: &&EntityId| story.entity(**e).is_some_and(|e| e.kind == EntityKind::Place);
    let (mine, theirs) = (cast(story, a), cast(story, b));
    mine.difference(&theirs).any(|e| place(&e)) && theirs.difference(&mine).any(|e| place(&e))
}

/// The words of the sentence that a claim stands in and of those before it.
pub fn words_before(story: &Story, told: Told) -> Vec<Word> {
    let Some(account) = story.account(told.article) else { return Vec::new() };
    let sentences = &account.facts.sentences[stretch(&account.facts, told.claim)];
    sentences.iter().flat_map(|s| s.words.iter().cloned()).collect()
}

/// Whether what two articles tell up to there is of one matter, so that what each tells once may be compared.
pub fn are_of_one_matter(story: &Story, a: Told, b: Told) -> bool {
    /// How much the two stretches of sentences share at least, in tenths.
    const ONE_MATTER: u32 = 60;
    shared(story, &words_before(story, a), &words_before(story, b), &[]) >= ONE_MATTER
}

/// The numbers of the sentence of a claim and of those before it that tell of one matter with it.
pub fn stretch(facts: &Facts, claim: &Claim) -> Range<usize> {
    const REACH: usize = 3;
    let end = (claim.sentence as usize + 1).min(facts.sentences.len());
    end.saturating_sub(REACH)..end
}

/// The words of the sentence that a claim stands in.
pub fn words<'s>(story: &'s Story, told: Told) -> &'s [Word] {
    told.sentence(story).map_or(&[], |s| &s.words)
}
