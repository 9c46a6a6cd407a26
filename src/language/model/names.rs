//! Names and what they name: a greedy BILOU tagger over a linear model that sees the parse.

use super::{
    parser::Arc,
    table::{MAX_CLASSES, Scores, Table},
    tagger::Tag,
    tagset::{NameKind, NameTag},
    word::{Features, Words},
};

impl NameTag {
    /// The code of the tag in a weight table, and its value in features.
    pub fn code(self) -> u16 {
        let kind = self.kind().map_or(0, |k| k as u16);
        let position = match self {
            NameTag::Outside => 0,
            NameTag::Begin(_) => 1,
            NameTag::Inside(_) => 2,
            NameTag::Last(_) => 3,
            NameTag::Unit(_) => 4,
        };
        position << 8 | kind
    }

    /// The tag with this code, if there is one.
    pub fn from_code(code: u16) -> Option<NameTag> {
        let kind = *NameKind::ALL.get(usize::from(code & 0xff))?;
        match code >> 8 {
            0 => Some(NameTag::Outside),
            1 => Some(NameTag::Begin(kind)),
            2 => Some(NameTag::Inside(kind)),
            3 => Some(NameTag::Last(kind)),
            4 => Some(NameTag::Unit(kind)),
            _ => None,
        }
    }
}

/// A tagger of names.
#[derive(Clone, Debug)]
pub struct NameTagger<'a> {
    table: Table<'a>,
    tags: Vec<NameTag>,
}

/// One step of [`super::Node::name_margin`] on the scale of the scores.
const MARGIN_STEP: i32 = 256;

impl<'a> NameTagger<'a> {
    /// The tagger with these weights; `None` if they are not a name tagger's.
    pub fn new(table: Table<'a>) -> Option<NameTagger<'a>> {
        let tags: Vec<NameTag> =
            (0..table.classes()).map(|i| NameTag::from_code(table.class(i))).collect::<Option<_>>()?;
        // With these every place in every sentence has a tag to take.
        let complete = tags.contains(&NameTag::Outside)
            && tags
                .iter()
                .filter(|tag| tag.continues())
                .all(|tag| tag.kind().is_some_and(|k| tags.contains(&NameTag::Last(k))));
        complete.then_some(NameTagger { table, tags })
    }

    /// The tag of each word and its margin (see [`super::Node::name_margin`]). `hashes` is scratch space.
    pub fn tag(&self, words: &Words, tags: &[Tag], arcs: &[Arc], hashes: &mut Vec<u64>) -> Vec<(NameTag, u8)> {
        let mut scores: Scores = [0; MAX_CLASSES];
        let mut names: Vec<(NameTag, u8)> = Vec::with_capacity(words.len());
        let mut before = [NameTag::Outside; 2];
        for i in 0..words.len() {
            features(words, tags, arcs, i, before, hashes);
            self.table.score(hashes, &mut scores);
            let last = i + 1 == words.len();
            let possible = || {
                self.tags.iter().zip(&scores).filter(|(tag, _)| tag.may_follow(before[0]) && !(last && tag.continues()))
            };
            let (tag, score) = possible()
                .reduce(|best, other| if other.1 > best.1 { other } else { best })
                .map_or((NameTag::Outside, 0), |(&tag, &score)| (tag, score));
            let rival = possible().filter(|(other, _)| other.kind() != tag.kind()).map(|(_, &score)| score).max();
            let margin =
                rival.map_or(u8::MAX, |rival| ((score - rival) / MARGIN_STEP).clamp(0, i32::from(u8::MAX)) as u8);
            names.push((tag, margin));
            before = [tag, before[0]];
        }
        names
    }
}

/// The features of word `i`, given the tags of the words before it, the nearest first.
pub fn features(words: &Words, tags: &[Tag], arcs: &[Arc], i: usize, before: [NameTag; 2], hashes: &mut Vec<u64>) {
    let [back2, back, word, next, next2] = [-2, -1, 0, 1, 2].map(|offset| words.at(i, offset));
    let tag = |offset: isize| {
        i.checked_add_signed(offset).and_then(|j| tags.get(j)).map_or(0, |tag| 1 + u64::from(tag.code()))
    };
    let name1 = u64::from(before[0].code());
    let name2 = u64::from(before[1].code());
    let case = words.case as u64;
    let (head, relation) = arcs[i];
    let relation = relation as u64;
    let head_word = head.map_or(0, |h| words.at(h as usize, 0).lower);
    let head_tag = head.map_or(0, |h| 1 + u64::from(tags[h as usize].code()));

    let mut f = Features::new(hashes);
    f.add([]);
    f.add([word.exact]);
    f.add([word.lower]);
    f.add([word.shape, u64::from(i == 0), case]);
    for suffix in &word.suffix[1..] {
        f.add([*suffix]);
    }
    for prefix in &word.prefix[1..] {
        f.add([*prefix]);
    }
    f.add([tag(0)]);
    f.add([tag(-1)]);
    f.add([tag(1)]);
    f.add([tag(0), tag(1)]);
    f.add([tag(-1), tag(0)]);
    f.add([tag(-2), tag(-1)]);
    f.add([tag(1), tag(2)]);
    f.add([name1]);
    f.add([name1, name2]);
    f.add([name1, word.lower]);
    f.add([name1, tag(0)]);
    f.add([name1, tag(0), tag(1)]);
    f.add([name1, word.shape]);
    f.add([name1, next.shape]);
    f.add([name1, word.suffix[2]]);
    f.add([back2.lower]);
    f.add([back.lower]);
    f.add([next.lower]);
    f.add([next2.lower]);
    f.add([back.suffix[2]]);
    f.add([next.suffix[2]]);
    f.add([back.lower, word.lower]);
    f.add([word.lower, next.lower]);
    f.add([back.shape, word.shape]);
    f.add([word.shape, next.shape]);
    f.add([back.lower, word.shape]);
    f.add([word.shape, next.lower]);
    f.add([back2.lower, back.lower]);
    f.add([next.lower, next2.lower]);
    f.add([relation, tag(0)]);
    f.add([relation, head_word]);
    f.add([relation, head_tag, name1]);
    f.add([head_word, word.shape]);
}
