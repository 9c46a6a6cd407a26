//! `certainty`: one person is sure of something in one article, and not sure of the same in the other.

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        gate::{one_speaker, same_speaker, times_clash},
        occasion::are_of_one_matter,
    },
    facts::{Content, Degree, Surety, Word},
    language::lexicon::{self, Pos},
};

/// How much two matters share.
struct Common {
    words: usize,
    names: usize,
    /// Of the longer one, in hundredths.
    part: usize,
    /// What the rarest of the words tells, in tenths.
    telling: u32,
    /// What the rarest of the nouns among them tells.
    thing: u32,
}

/// Compares how sure one person is of one matter, which is recognised by the words for it.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Surety(x), Content::Surety(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let plain = match (x.degree, y.degree) {
        (Degree::Stressed, Degree::Unsure) | (Degree::Unsure, Degree::Stressed) => false,
        (Degree::Plain, Degree::Unsure) | (Degree::Unsure, Degree::Plain) => true,
        _ => return None,
    };
    let one = if plain { same_speaker(story, a, b) } else { one_speaker(story, a, b) };
    if !one || times_clash(a.claim, b.claim) || are_opposed(x, y) {
        return None;
    }
    let common = common(x, y);
    // What is told without a word about how sure it is must be the same thing; what is stressed stands out.
    let rare = !plain && common.telling >= RARE;
    let whole = !plain && (common.words > 1 && common.part >= 60 || common.part >= 50 && common.telling >= TELLING);
    // Who says it in a few words speaks of little else: "certain that poor steel was to blame", "the steel might have played a part".
    let brief = !plain && common.thing >= BRIEF_TELLING && x.words.len().max(y.words.len()) <= BRIEF;
    let (words, part) = match (plain, rare || brief) {
        (true, _) => (2, 60),
        (false, true) => (1, if brief { 0 } else { 25 }),
        (false, false) => (1, 30),
    };
    let much = common.words >= words
        && (common.words + common.names.min(2) > 2 || rare || brief || whole)
        && common.part >= part;
    // Who is sure of one thing and not sure of one thing speaks of the same if any word is.
    let unnamed = x.names.is_empty() || y.names.is_empty();
    let some = || common.names > 0 || unnamed && common.thing >= TELLING && common.part >= SOME;
    let matter = || x.outright && y.outright && are_of_one_matter(story, a, b);
    let sole = || !plain && (some() || matter()) && is_sole(story, a, x) && is_sole(story, b, y);
    if !much && !sole() {
        return None;
    }
    let why = vec![
        "one person tells both of one matter".into(),
        match plain {
            true => "in one it is so, in the other it may be so".into(),
            false => "sure in one, and not sure in the other".into(),
        },
    ];
    Some(Finding::Differ { kind: DifferenceKind::Certainty, level: Level::Differs, denies: None, why })
}

/// Whether the article tells nowhere else how sure, or not sure, its holder is of something.
fn is_sole(story: &Story, told: Told, surety: &Surety) -> bool {
    let holder = |t: Told| t.claim.attribution.as_ref().and_then(|by| by.chain);
    told.article_claims(story).iter().all(|claim| match &claim.content {
        Content::Surety(other) => {
            let by_it = holder(Told { claim, ..told }) == holder(told);
            !by_it || other.degree == Degree::Plain || other == surety
        }
        _ => true,
    })
}

/// How much a word tells by which a matter is recognised though nothing else is shared, in tenths.
const RARE: u32 = 30;

/// How much a word tells that is half of what somebody is sure of, in tenths.
const TELLING: u32 = 11;

/// How much of the longer of two matters such a word is at least, in hundredths.
const SOME: usize = 25;

/// In how many words a matter is told that is told in few.
const BRIEF: usize = 6;

/// How much one of those tells by which it is recognised, in tenths.
const BRIEF_TELLING: u32 = 16;

fn common(x: &Surety, y: &Surety) -> Common {
    let shared = |p: &[Word], q: &[Word]| p.iter().filter(|w| q.iter().any(|v| is_alike(w, v))).count();
    let both = |p: &[Word], q: &[Word]| shared(p, q).min(shared(q, p));
    let (words, names) = (both(&x.words, &y.words), both(&x.names, &y.names));
    let size = |s: &Surety| s.words.len() + s.names.len();
    let alike = || x.words.iter().filter(|w| y.words.iter().any(|v| is_alike(w, v)));
    let telling = alike().map(|w| w.telling).max().unwrap_or(0);
    let thing = alike().filter(|w| w.pos == Pos::Noun).map(|w| w.telling).max().unwrap_or(0);
    Common { words, names, telling, thing, part: (words + names) * 100 / size(x).max(size(y)).max(1) }
}

fn is_alike(w: &Word, v: &Word) -> bool {
    w.root == v.root || w.meanings.iter().any(|meaning| v.meanings.binary_search(meaning).is_ok())
}

/// Whether they tell of two things of one kind: the north wall and the south wall.
fn are_opposed(x: &Surety, y: &Surety) -> bool {
    let only = |p: &Surety, q: &Surety| -> Vec<Word> {
        p.words.iter().filter(|w| !q.words.iter().any(|v| v.root == w.root)).cloned().collect()
    };
    let (mine, theirs) = (only(x, y), only(y, x));
    mine.iter().any(|w| theirs.iter().any(|v| lexicon::antonyms(&w.lemma, &v.lemma, Pos::Adjective)))
}
