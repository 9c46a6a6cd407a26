//! `quote` and `speaker`: the same utterance in other words, or the same words from somebody else.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{ChainRef, EntityId},
    facts::{
        Content, LEFT_OUT,
        name::{PersonName, genders_clash},
    },
    language::lexicon::{self, Gender, Pos},
};

/// Utterances of more words are compared by their first ones: nobody quotes more in one sentence.
const LONGEST: usize = 80;
/// Fewer words may be said by two people, or be another thing that somebody said.
const TELLING: usize = 6;
/// Fewer words may be said by anybody.
const SAME: usize = 5;

/// Compares two stretches that are quoted word for word.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Utterance(x), Content::Utterance(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (x, y) = (&x[..x.len().min(LONGEST)], &y[..y.len().min(LONGEST)]);
    let others = are_others(story, a, b);
    let (short, long) = (x.len().min(y.len()), x.len().max(y.len()));
    if holds(x, y) || holds(y, x) {
        return match others {
            // Who says "she told us that the dam would hold" tells what another said.
            Some(true) if short >= SAME && 2 * short >= long => {
                let why = vec!["the same words, given to two people".into()];
                Some(Finding::Differ { kind: DifferenceKind::Speaker, level: Level::Differs, denies: None, why })
            }
            Some(false) => Some(Finding::Agree),
            _ => None,
        };
    }
    if others == Some(true) || short < TELLING {
        return None;
    }
    let (x, y) = shared(x, y);
    let changed = changes(x, y);
    let joined =
        |side: fn(&(SmolStr, SmolStr)) -> &SmolStr| changed.iter().map(|c| side(c).as_str()).collect::<String>();
    // "I have" and "he has" are one change of grammar: words that tell count.
    let longest = x.len().max(y.len());
    let counted = changed.iter().filter(|(p, q)| is_telling(p) || is_telling(q)).count();
    let few =
        counted <= (longest / 5).max(2) && changed.len() <= (longest / 3).max(2) && x.len().min(y.len()) >= TELLING;
    // "Good will" is "goodwill".
    if !few || joined(|c| &c.0) == joined(|c| &c.1) {
        return None;
    }
    // A slip of the pen, or a word of grammar, is no other account; nor is what an article says that it leaves out.
    let shortened = x.iter().chain(y).any(|w| w == LEFT_OUT);
    let telling = |(p, q): &&(SmolStr, SmolStr)| match (p.as_str(), q.as_str()) {
        (LEFT_OUT, _) | (_, LEFT_OUT) => false,
        ("", only) | (only, "") => !shortened && is_telling(only),
        (p, q) => !slip(p, q) && (is_telling(p) || is_telling(q)),
    };
    let telling: Vec<_> = changed.iter().filter(telling).collect();
    // Two judgements of one thing are two utterances: "the plan is a start" and "the plan is a joke".
    let kept = x.iter().filter(|word| is_telling(word)).count() - changed.iter().filter(|(p, _)| is_telling(p)).count();
    if kept <= telling.len() {
        return None;
    }
    let why = telling.iter().map(|(p, q)| match (p.as_str(), q.as_str()) {
        ("", only) | (only, "") => format!("“{only}” is in one only"),
        (p, q) => format!("“{p}” in one is “{q}” in the other"),
    });
    let why: Vec<String> = why.collect();
    (!why.is_empty()).then_some(Finding::Differ {
        kind: DifferenceKind::Quote,
        level: Level::Differs,
        denies: None,
        why,
    })
}

/// Whether two utterances are given to two people; `None` where that is not sure. It is sure only where the words that name
/// the speaker stand in the same sentence on both sides, and cannot be for one person.
fn are_others(story: &Story, a: Told, b: Told) -> Option<bool> {
    let (Some(x), Some(y)) = (Speaker::of(story, a), Speaker::of(story, b)) else { return Some(false) };
    if x.entity == y.entity {
        return Some(false);
    }
    let names = x.name.zip(y.name).is_some_and(|(x, y)| !akin(x, y));
    let sure = x.beside && y.beside && names && (x.by_name && y.by_name || genders_clash(x.gender, y.gender));
    sure.then_some(true)
}

/// Who says an utterance, and how its article says so.
struct Speaker<'a> {
    entity: Option<EntityId>,
    name: Option<&'a PersonName>,
    /// Named in the sentence of the utterance.
    beside: bool,
    /// By a name, not by "he".
    by_name: bool,
    gender: Option<Gender>,
}

impl<'a> Speaker<'a> {
    fn of(story: &'a Story, told: Told<'a>) -> Option<Speaker<'a>> {
        let attribution = told.claim.attribution.as_ref()?;
        let account = story.account(told.article)?;
        let reference = ChainRef { article: told.article, chain: attribution.chain? };
        let name = story.chain(reference)?.identity.person.as_ref();
        let sentence = account.facts.sentences.get(told.claim.sentence as usize)?.span;
        let words = attribution.span.of(&account.text);
        let gender = match words.to_ascii_lowercase().as_str() {
            "he" => Some(Gender::Male),
            "she" => Some(Gender::Female),
            _ => None,
        };
        Some(Speaker {
            entity: story.entity_of(reference),
            name,
            beside: sentence.contains(attribution.span),
            by_name: gender.is_none(),
            gender: gender.or_else(|| name?.likely_gender()),
        })
    }
}

/// Whether two names may be one person's, or one family's.
fn akin(a: &PersonName, b: &PersonName) -> bool {
    a.compatible(b) || a.surname == b.surname || a.may_be_called(&b.surname) || b.may_be_called(&a.surname)
}

/// Whether `long` holds the words of `short` in a row.
fn holds(long: &[SmolStr], short: &[SmolStr]) -> bool {
    long.windows(short.len().max(1)).any(|w| w == short)
}

fn is_telling(word: &str) -> bool {
    let grammar = lexicon::is_function_word(word) && !matches!(word, "not" | "never" | "no");
    word.len() > 1 && !grammar && !lexicon::is_name_particle(word)
}

/// The part of each that the other may hold too: one article may quote from a later word on, or up to an earlier one.
fn shared<'w>(x: &'w [SmolStr], y: &'w [SmolStr]) -> (&'w [SmolStr], &'w [SmolStr]) {
    /// So many words in a row are the same place.
    const ANCHOR: usize = 3;
    let begins = |long: &[SmolStr], short: &[SmolStr]| long.windows(ANCHOR).position(|w| short.starts_with(w));
    let ends = |long: &[SmolStr], short: &[SmolStr]| long.windows(ANCHOR).rposition(|w| short.ends_with(w));
    let (x, y) = match (begins(x, y), begins(y, x)) {
        (Some(at), _) => (&x[at..], y),
        (None, Some(at)) => (x, &y[at..]),
        (None, None) => (x, y),
    };
    match (ends(x, y), ends(y, x)) {
        (Some(at), _) => (&x[..at + ANCHOR], y),
        (None, Some(at)) => (x, &y[..at + ANCHOR]),
        (None, None) => (x, y),
    }
}

/// Whether two words are spellings or forms of one.
fn slip(a: &str, b: &str) -> bool {
    let longest = a.chars().count().max(b.chars().count());
    // "Safe" and "unsafe".
    let opposed = |a: &str, b: &str| {
        ["un", "in", "im", "dis", "non", "ir", "il"].iter().any(|not| a.strip_prefix(not) == Some(b))
    };
    if opposed(a, b) || opposed(b, a) {
        return false;
    }
    let forms = |pos| lexicon::lemma(a, pos).is_some_and(|x| lexicon::lemma(b, pos) == Some(x));
    longest >= 5 && distance(a, b) * 3 <= longest || forms(Pos::Verb) || forms(Pos::Noun)
}

/// How many letters have to be changed to make one word of the other.
pub fn distance(a: &str, b: &str) -> usize {
    let letters = |word: &str| word.chars().map(|c| SmolStr::from(c.to_string())).collect::<Vec<_>>();
    changes(&letters(a), &letters(b)).len()
}

/// The words that differ when the two are aligned with as few changes as can be (Levenshtein 1966, on words). A word that
/// stands in one only is paired with the empty one.
fn changes(x: &[SmolStr], y: &[SmolStr]) -> Vec<(SmolStr, SmolStr)> {
    let mut cost = vec![vec![0usize; y.len() + 1]; x.len() + 1];
    for i in 0..=x.len() {
        for j in 0..=y.len() {
            cost[i][j] = match (i, j) {
                (0, _) | (_, 0) => i + j,
                _ if x[i - 1] == y[j - 1] => cost[i - 1][j - 1],
                _ => 1 + cost[i - 1][j - 1].min(cost[i - 1][j]).min(cost[i][j - 1]),
            };
        }
    }
    let (mut i, mut j, mut found) = (x.len(), y.len(), Vec::new());
    while i > 0 || j > 0 {
        if i > 0 && j > 0 && x[i - 1] == y[j - 1] && cost[i][j] == cost[i - 1][j - 1] {
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + 1 {
            found.push((x[i - 1].clone(), y[j - 1].clone()));
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && cost[i][j] == cost[i - 1][j] + 1 {
            found.push((x[i - 1].clone(), SmolStr::default()));
            i -= 1;
        } else {
            found.push((SmolStr::default(), y[j - 1].clone()));
            j -= 1;
        }
    }
    found.reverse();
    found
}
