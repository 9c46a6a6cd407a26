//! Who made something: "written and directed by Ada Brandt", "an album by the Quarry Choir", "Ada Brandt wrote it".

use std::{ops::Range, sync::Arc};

use smol_str::SmolStr;

use super::{
    Subject, Trait,
    kind::Described,
    occasion::is_own,
    opening::{Opening, words},
    part::name,
};
use crate::{
    facts::{
        ChainId,
        claim::{clause::Clauses, gist::is_negator},
    },
    language::{
        Sentence, TokenKind,
        lexicon::{self, Once, Pos},
        model::Xpos,
    },
};

/// A maker: the thing, where it is not the subject of the sentence; what is said; the words that say so.
pub type Made = (Option<(Subject, Option<ChainId>)>, Trait, Range<usize>);

/// The makers that a sentence names.
pub fn makers(clauses: &Clauses, opening: &Opening, described: Option<&Described>) -> Vec<Made> {
    let sentence = clauses.sentence();
    if (opening.verb..opening.end).any(|i| is_negator(&sentence.lower(i))) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for i in opening.told().filter(|&i| sentence.word(i) == "by") {
        let stretch = opening.stretch(i);
        let (names, end) = names(sentence, i + 1..stretch.end, &opening.bracketed);
        if names.is_empty() {
            continue;
        }
        let mut add = |once: Once, from: usize| {
            let trait_ = Trait::Maker { occasion: once.occasion.into(), sole: once.sole, names: names.clone().into() };
            found.push((None, trait_, from..end));
        };
        let verbs = verbs_before(sentence, i, stretch.start);
        let fronted = stretch == opening.front;
        let own = verbs.first().is_some_and(|&v| fronted || is_own(sentence, opening, described, v));
        if own {
            verbs.iter().filter_map(|&v| once(sentence, v)).for_each(|o| add(o, verbs[0]));
        } else if let Some(described) = described.filter(|d| d.tokens.end == i && is_performed(sentence, d.head)) {
            add(Once { occasion: "performance", sole: true }, described.tokens.start);
        }
    }
    found.extend(active(clauses, opening));
    found
}

/// "X wrote Y": Y is by X.
fn active(clauses: &Clauses, opening: &Opening) -> Option<Made> {
    let sentence = clauses.sentence();
    let verb = making(sentence, opening.verb).filter(|&verb| verb < opening.end)?;
    let passive = (opening.verb..verb).any(|i| matches!(sentence.word(i), "is" | "was" | "are" | "were" | "been"));
    let start = work(sentence, verb + 1..opening.end);
    let capital = |i: usize| sentence.word(i).starts_with(char::is_uppercase);
    let named = |i: usize| capital(i) || matches!(sentence.word(i), "of" | "the" | "The" | "and" | "a" | "'s");
    let told = start..(start..opening.end).find(|&i| !named(i)).unwrap_or(opening.end);
    // "Wrote the 1931 novel Salt Causeway".
    let thing = match told.clone().any(capital) {
        true => told,
        false => name(clauses, start..opening.end, true)?.1,
    };
    let made_by =
        opening.subject.names.first().filter(|_| opening.tokens.clone().any(capital) && !opening.subject.unnamed)?;
    if passive || !matches!(sentence.parse.node(verb).xpos, Xpos::Vbd | Xpos::Vbn | Xpos::Vbz) {
        return None;
    }
    let once = once(sentence, verb)?;
    let chain = thing.clone().find_map(|i| clauses.chain(i));
    let end = thing.end;
    let thing = Subject { names: Arc::new([words(sentence, thing, &opening.bracketed)]), unnamed: false, brief: false };
    let trait_ = Trait::Maker { occasion: once.occasion.into(), sole: once.sole, names: Arc::new([made_by.clone()]) };
    Some((Some((thing, chain)), trait_, opening.tokens.start..end))
}

/// Where what is made is told: behind "the screenplay for", which is part of it.
fn work(sentence: &Sentence, range: Range<usize>) -> usize {
    let part =
        |i: usize| matches!(sentence.word(i), "screenplay" | "script" | "music" | "lyrics" | "score" | "soundtrack");
    let at = range.start;
    let told = at + 2 < range.end && matches!(sentence.word(at), "the" | "a") && part(at + 1);
    if told && matches!(sentence.word(at + 2), "for" | "of" | "to") { at + 3 } else { at }
}

/// The first of the verbs of a predicate that tells that its subject made something: "she then wrote".
pub fn making(sentence: &Sentence, verb: usize) -> Option<usize> {
    (verb..sentence.tokens.len().min(verb + 3)).find(|&i| once(sentence, i).is_some())
}

fn once(sentence: &Sentence, verb: usize) -> Option<Once> {
    let is_verb = matches!(sentence.parse.node(verb).xpos, Xpos::Vbn | Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Vb);
    let word = sentence.word(verb);
    (is_verb && !word.eq_ignore_ascii_case("born")).then(|| lexicon::once(word)).flatten()
}

/// Whether something is by whoever performs it.
fn is_performed(sentence: &Sentence, head: usize) -> bool {
    let noun = lexicon::lemma(&sentence.lower(head), Pos::Noun).unwrap_or_default();
    matches!(noun.as_str(), "album" | "song" | "single" | "ep" | "mixtape" | "ballad")
}

/// The participles that "by" completes: "written and directed by", "created for the network by".
fn verbs_before(sentence: &Sentence, by: usize, start: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = by;
    while at > start {
        at -= 1;
        let word = sentence.word(at);
        let participle = matches!(sentence.parse.node(at).xpos, Xpos::Vbn | Xpos::Vbd)
            && (at == 0 || word.starts_with(char::is_lowercase));
        let between = matches!(word, "and" | "," | "for" | "also" | "both" | "executive" | "co")
            || found.is_empty() && word.starts_with(char::is_uppercase);
        if participle {
            found.push(at);
        } else if !between {
            break;
        }
    }
    found.reverse();
    found
}

/// The names from here on, joined by commas and "and", and where they end. What describes them is left out.
fn names(sentence: &Sentence, range: Range<usize>, bracketed: &[bool]) -> (Vec<Arc<[SmolStr]>>, usize) {
    let mut found: Vec<Arc<[SmolStr]>> = Vec::new();
    let mut current: Vec<usize> = Vec::new();
    let mut end = range.start;
    let close = |current: &mut Vec<usize>, found: &mut Vec<Arc<[SmolStr]>>| {
        let name: Vec<SmolStr> =
            std::mem::take(current).into_iter().flat_map(|i| words(sentence, i..i + 1, &[]).to_vec()).collect();
        if !name.is_empty() {
            found.push(name.into());
        }
    };
    for i in range {
        if bracketed[i] || sentence.tokens[i].kind == TokenKind::Quote {
            continue;
        }
        let word = sentence.word(i);
        let describes =
            matches!(sentence.parse.node(i).xpos, Xpos::Nn | Xpos::Jj | Xpos::Dt | Xpos::Nns) && current.is_empty();
        if word.starts_with(char::is_uppercase) && lexicon::affiliation(word).is_none() {
            current.push(i);
            end = i + 1;
        } else if matches!(word, "," | "and" | "&") {
            close(&mut current, &mut found);
        } else if !(describes || lexicon::is_name_particle(word) || lexicon::affiliation(word).is_some()) {
            break;
        }
    }
    close(&mut current, &mut found);
    (found, end)
}
