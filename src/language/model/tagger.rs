//! Parts of speech: a greedy left-to-right tagger over a linear model (averaged perceptron, Collins 2002).

use super::{
    table::{MAX_CLASSES, Scores, Table},
    tagset::{Upos, Xpos},
    word::{Features, Word, Words, mix},
};

/// A universal and a Penn tag, given together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Tag {
    pub upos: Upos,
    pub xpos: Xpos,
}

impl Tag {
    /// The code of the tag in a weight table, and its value in features.
    pub fn code(self) -> u16 {
        (self.upos as u16) << 8 | self.xpos as u16
    }

    /// The tag with this code, if there is one.
    pub fn from_code(code: u16) -> Option<Tag> {
        Some(Tag { upos: *Upos::ALL.get(usize::from(code >> 8))?, xpos: *Xpos::ALL.get(usize::from(code & 0xff))? })
    }
}

/// A part-of-speech tagger.
#[derive(Clone, Debug)]
pub struct Tagger<'a> {
    table: Table<'a>,
    tags: Vec<Tag>,
    /// The classes of finite verbs.
    finite: Vec<usize>,
}

/// A word that its sentence may need for its verb: its place, its tag as a verb, and by how much another tag was better.
#[derive(Clone, Copy)]
struct Spare {
    at: usize,
    tag: Tag,
    lag: i32,
}

/// By how much at most: about as much as one feature can say.
const MOST_LAG: i32 = 14_000;

/// By how much at most for a past tense right behind a noun, where a subject ends: "the dam burst", "Ann shot Lee".
const MOST_LAG_OF_PAST: i32 = 60_000;

/// Shorter sentences often have no verb.
const SHORTEST: usize = 4;

impl<'a> Tagger<'a> {
    /// The tagger with these weights; `None` if they are not a tagger's.
    pub fn new(table: Table<'a>) -> Option<Tagger<'a>> {
        let tags: Vec<Tag> = (0..table.classes()).map(|i| Tag::from_code(table.class(i))).collect::<Option<_>>()?;
        let finite = |&i: &usize| tags[i].upos == Upos::Verb && is_finite(tags[i].xpos);
        let finite = (0..tags.len()).filter(finite).collect();
        (!tags.is_empty()).then_some(Tagger { table, tags, finite })
    }

    /// The tags of a sentence, one per word. `hashes` is scratch space.
    ///
    /// A sentence with a full stop has a finite verb, whatever the words next to it look like: where none was found, the
    /// likeliest word is it. So has what a relative clause stands in: there a past tense behind the clause is.
    pub fn tag(&self, words: &Words, hashes: &mut Vec<u64>) -> Vec<Tag> {
        let mut scores: Scores = [0; MAX_CLASSES];
        let mut tags: Vec<Tag> = Vec::with_capacity(words.len());
        let (mut spare, mut behind): (Option<Spare>, Option<Spare>) = (None, None);
        let mut relatives = 0;
        for i in 0..words.len() {
            relatives += usize::from(i > 1 && is_relative(&tags[..i]));
            if let Some(tag) = words.at(i, 0).sure {
                tags.push(tag);
                continue;
            }
            features(words, i, &tags, hashes);
            self.table.score(hashes, &mut scores);
            let better = |best: usize, class: usize| if scores[class] > scores[best] { class } else { best };
            let mut best = (1..self.tags.len()).fold(0, better);
            // "Would not close": what stands behind a modal is a verb if it can be.
            let noun = matches!(self.tags[best].xpos, Xpos::Jj | Xpos::Nn);
            if noun && words.at(i, 0).profile.verb != 0 && is_behind_modal(&tags) {
                let base = (0..self.tags.len()).filter(|&class| self.tags[class].xpos == Xpos::Vb);
                best = base.reduce(better).unwrap_or(best);
            }
            tags.push(self.tags[best]);
            let subject = i > 0 && is_singular(tags[i - 1]) && !words.at(i, 0).capital;
            // Behind a singular noun no verb has the form of the plural.
            let fits = |&class: &usize| !subject || self.tags[class].xpos != Xpos::Vbp;
            if words.at(i, 0).profile.verb != 0
                && let Some(verb) = self.finite.iter().copied().filter(fits).reduce(better)
                && let past = (subject && self.tags[verb].xpos == Xpos::Vbd)
                && let lag = scores[best] - scores[verb]
                && lag < if past { MOST_LAG_OF_PAST } else { MOST_LAG }
            {
                let least = |spare: &Option<Spare>| spare.is_none_or(|spare| lag < spare.lag);
                let this = Spare { at: i, tag: self.tags[verb], lag };
                spare = Some(this).filter(|_| least(&spare)).or(spare);
                let clause = past && relatives > 0 && lag > 0;
                behind = Some(this).filter(|_| clause && least(&behind)).or(behind);
            }
        }
        let missing = match finite_verbs(&tags) {
            Some(0) => spare,
            Some(verbs) if verbs <= relatives => behind,
            _ => None,
        };
        if let Some(spare) = missing {
            tags[spare.at] = spare.tag;
        }
        tags
    }
}

/// Whether the last of these words is a modal, or "not" behind one.
fn is_behind_modal(tags: &[Tag]) -> bool {
    match tags {
        [.., modal, not] if not.upos == Upos::Part => modal.xpos == Xpos::Md,
        [.., modal] => modal.xpos == Xpos::Md,
        [] => false,
    }
}

fn is_singular(tag: Tag) -> bool {
    matches!(tag.xpos, Xpos::Nn | Xpos::Nnp)
}

fn is_finite(tag: Xpos) -> bool {
    matches!(tag, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
}

/// Whether the last of these words is a relative pronoun behind its noun.
fn is_relative(tags: &[Tag]) -> bool {
    let [.., noun, last] = tags else { return false };
    matches!(noun.upos, Upos::Noun | Upos::Propn) && matches!(last.xpos, Xpos::Wdt | Xpos::Wp)
}

/// How many verbs that can be that of a clause a sentence has, if it ends in a full stop and is no scrap. Who reports it at its end
/// does not count: ", the police said."
fn finite_verbs(tags: &[Tag]) -> Option<usize> {
    let infinitive = |i: usize| i > 0 && tags[i - 1].xpos == Xpos::To;
    let verb = |i: &usize| match tags[*i].xpos {
        Xpos::Md => true,
        Xpos::Vb => !infinitive(*i),
        tag => is_finite(tag),
    };
    // A quotation mark or bracket may close behind it.
    let stops = tags.iter().rev().take(2).any(|tag| tag.xpos == Xpos::Period);
    let comma = tags.iter().rposition(|tag| tag.xpos == Xpos::Comma).map_or(tags.len(), |comma| comma + 1);
    let subject = |tag: &Tag| matches!(tag.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron);
    let last = (comma..tags.len()).find(|&i| !subject(&tags[i])).unwrap_or(comma);
    let reported = last > comma && last + 2 == tags.len() && tags[last].xpos == Xpos::Vbd;
    (stops && tags.len() >= SHORTEST).then(|| (0..if reported { comma } else { tags.len() }).filter(verb).count())
}

/// The features of word `i`, given the tags of the words before it.
pub fn features(words: &Words, i: usize, before: &[Tag], hashes: &mut Vec<u64>) {
    let tag = |back: usize| i.checked_sub(back).map_or(0, |j| 1 + u64::from(before[j].code()));
    let (tag1, tag2) = (tag(1), tag(2));
    let [back2, back, word, next, next2] = [-2, -1, 0, 1, 2].map(|offset| words.at(i, offset));
    let case = words.case as u64;
    let first = u64::from(i == 0);

    let mut f = Features::new(hashes);
    f.add([]);
    f.add([word.exact]);
    f.add([word.lower]);
    for suffix in word.suffix {
        f.add([suffix]);
    }
    for prefix in word.prefix {
        f.add([prefix]);
    }
    f.add([word.shape, first, case]);
    f.add([word.shape, word.suffix[2]]);
    f.add([word.shape, next.shape, case]);
    f.add([word.shape, back.shape, case]);
    f.add([tag1]);
    f.add([tag1, tag2]);
    f.add([tag1, word.lower]);
    f.add([tag1, tag2, word.lower]);
    f.add([tag1, word.suffix[1]]);
    f.add([tag1, word.suffix[2], next.suffix[2]]);
    f.add([tag1, next.lower]);
    f.add([back2.lower]);
    f.add([back.lower]);
    f.add([next.lower]);
    f.add([next2.lower]);
    f.add([back.suffix[2]]);
    f.add([next.suffix[2]]);
    f.add([next.suffix[1], next2.suffix[1]]);
    f.add([back.lower, word.lower]);
    f.add([word.lower, next.lower]);
    f.add([back.lower, next.lower]);
    f.add([next.lower, next2.lower]);

    let profile = |word: &Word| mix(u64::from(word.profile.parts), u64::from(word.profile.noun));
    // What the next words may be stands in for their tags, which are not known yet.
    let may_be = |word: &Word| if word.tags != 0 { word.tags } else { mix(word.shape, u64::from(word.profile.parts)) };
    f.add([word.tags]);
    f.add([word.tags, tag1]);
    f.add([word.tags, may_be(next)]);
    f.add([word.tags, tag1, may_be(next)]);
    f.add([word.tags, word.shape, first]);
    f.add([profile(word)]);
    f.add([profile(word), word.suffix[1]]);
    f.add([profile(word), word.shape, tag1]);
    f.add([u64::from(word.profile.verb), word.suffix[1]]);
    f.add([may_be(next)]);
    f.add([may_be(next), may_be(next2)]);
    f.add([tag1, may_be(next)]);
    f.add([tag1, tag2, may_be(next)]);
    f.add([word.lower, may_be(next)]);
    f.add([word.lower, tag1, may_be(next)]);
    f.add([word.suffix[2], tag1, may_be(next)]);
}
