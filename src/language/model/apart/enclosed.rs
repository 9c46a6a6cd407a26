//! What stands between a subject and its verb and tells who or what that is: `the surgeon, Ann Moore, denied it`, `Ann Moore, who had
//! led the search since May, left`.
//!
//! A parser that reads from left to right takes the verb behind for one of what stands between. Read apart, both are whole.

use std::{ops::Range, sync::LazyLock};

use super::super::{
    apart::aside::{is_finite, is_nominal},
    punctuation::is_mark,
    tagger::Tag,
    tagset::{Relation, Upos, Xpos},
    word::{Word, Words},
};

/// The longest subject and the longest description, in tokens.
const LONGEST_SUBJECT: usize = 12;
const LONGEST: usize = 30;

/// A description that parts the subject with which a sentence opens from its verb.
pub struct Enclosed {
    /// The tokens between its two commas.
    pub inside: Range<usize>,
    /// The token behind it that is the verb, or the first of its auxiliaries.
    pub verb: usize,
    /// The last word of the subject before it.
    pub subject: usize,
    /// What it is to the subject.
    pub relation: Relation,
}

/// The description of the subject with which a sentence opens.
pub fn find(words: &Words, tags: &[Tag]) -> Option<Enclosed> {
    let comma = |i: usize| tags[i].xpos == Xpos::Comma;
    let open = (1..tags.len().min(LONGEST_SUBJECT + 1)).find(|&i| comma(i))?;
    let subject = open - 1;
    if !is_noun_phrase(&tags[..open]) || is_time(words.at(subject, 0)) || open + 2 >= tags.len() {
        return None;
    }
    let first = open + 1;
    let relative = is_relative(&tags[first..]);
    let closed = (first + 1..tags.len().min(first + LONGEST)).filter(|&i| comma(i));
    let behind = |close: usize| {
        let verb = (close + 1..tags.len()).find(|&i| tags[i].upos != Upos::Adv)?;
        let told = is_finite(tags[verb].xpos) || tags[verb].xpos == Xpos::Md;
        (told && describes(&tags[first..close], relative)).then_some((close, verb))
    };
    let (close, verb) = closed.filter_map(behind).next()?;
    Some(Enclosed { inside: first..close, verb, subject, relation: relation(&tags[first..close]) })
}

/// What a description is to what it describes.
pub fn relation(description: &[Tag]) -> Relation {
    if is_relative(description) { Relation::AclRelcl } else { Relation::Appos }
}

/// Takes a form that may be a past participle or the past tense for the past tense where it is the only verb that a described subject
/// can have: "the surgeon, Ann Moore, denied it".
pub fn retag(words: &Words, tags: &mut [Tag]) {
    let comma = |tags: &[Tag], i: usize| tags[i].xpos == Xpos::Comma;
    let Some(open) = (1..tags.len().min(LONGEST_SUBJECT + 1)).find(|&i| comma(tags, i)) else { return };
    let first = open + 1;
    let told = |tag: &Tag| is_finite(tag.xpos) || tag.xpos == Xpos::Md;
    let close = (open + 2..tags.len().min(open + LONGEST)).filter(|&i| comma(tags, i)).find(|&close| {
        let behind = tags.get(close + 1);
        behind.is_some_and(|tag| told(tag) || tag.xpos == Xpos::Vbn)
    });
    let Some(verb) = close.map(|close| close + 1).filter(|&verb| verb + 1 < tags.len()) else { return };
    let past = !told(&tags[verb]) && may_be_past(words.at(verb, 0));
    // "The bridge, a steel arch, built in 1910, collapsed".
    let other = || {
        let commas = (verb + 1..tags.len() - 1).filter(|&i| comma(tags, i));
        commas.map(|i| &tags[i + 1]).any(|tag| told(tag) || tag.upos == Upos::Adv)
    };
    let relative = is_relative(&tags[first..]);
    if past
        && !tags[..open].iter().any(told)
        && !other()
        && is_noun_phrase(&tags[..open])
        && !is_time(words.at(open - 1, 0))
        && describes(&tags[first..verb - 1], relative)
    {
        tags[verb].xpos = Xpos::Vbd;
    }
}

/// Whether a relative clause opens with these tokens: "who", "to which".
fn is_relative(tags: &[Tag]) -> bool {
    let opens = |tag: &Tag| matches!(tag.xpos, Xpos::Wp | Xpos::Wdt | Xpos::WpPoss);
    match tags {
        [first, ..] if opens(first) => true,
        [first, second, ..] => first.xpos == Xpos::In && opens(second),
        _ => false,
    }
}

/// Whether tokens are a noun phrase that can be a subject.
fn is_noun_phrase(tags: &[Tag]) -> bool {
    let plain = |tag: &Tag| {
        matches!(
            tag.upos,
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Part | Upos::Cconj
        ) && !matches!(tag.xpos, Xpos::To | Xpos::Rb)
            || tag.xpos == Xpos::In && tag.upos == Upos::Adp
            || matches!(tag.xpos, Xpos::Hyph | Xpos::Nnp)
    };
    let opens = tags.first().is_some_and(|tag| tag.upos != Upos::Adp && tag.upos != Upos::Cconj);
    opens && tags.last().is_some_and(|tag| is_nominal(*tag)) && tags.iter().all(plain)
}

/// Whether what stands between two commas is a relative clause, or a noun phrase with what belongs to it.
fn describes(tags: &[Tag], relative: bool) -> bool {
    let told = tags.iter().any(|tag| is_finite(tag.xpos) || tag.xpos == Xpos::Md);
    if relative {
        return told && tags.len() > 2;
    }
    let [first, ..] = tags else { return false };
    let opens = matches!(first.upos, Upos::Det | Upos::Propn | Upos::Num)
        || matches!(first.xpos, Xpos::PrpPoss | Xpos::Nnp | Xpos::Nn | Xpos::Nns | Xpos::Jj);
    // A comma in it opens a relative clause; else it would be a list.
    let mut parts = tags.split(|tag| tag.xpos == Xpos::Comma);
    let head = parts.next().unwrap_or_default();
    let head_told = head.iter().any(|tag| is_finite(tag.xpos) || tag.xpos == Xpos::Md);
    let opens_relative = head.iter().any(|tag| matches!(tag.xpos, Xpos::Wp | Xpos::Wdt | Xpos::WpPoss));
    opens
        && (!head_told || opens_relative)
        && parts.all(is_relative)
        && head.iter().any(|tag| is_nominal(*tag))
        && !tags.iter().any(|tag| is_mark(*tag) && tag.xpos != Xpos::Comma && tag.xpos != Xpos::Hyph)
}

/// Whether the treebanks know a form as a past tense, or it ends like one.
pub fn may_be_past(word: &Word) -> bool {
    static ENDING: LazyLock<u64> = LazyLock::new(|| Word::new("ended", &mut Vec::new()).suffix[1]);
    let [.., commonest, other] = word.tags.to_be_bytes();
    let is = |code: u8| Xpos::ALL.get(usize::from(code)) == Some(&Xpos::Vbd);
    is(commonest & 127) || other.checked_sub(1).is_some_and(is) || word.suffix[1] == *ENDING
}

/// Whether a word is one for a time, which opens a sentence and is no subject.
fn is_time(word: &Word) -> bool {
    static TIMES: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let times = "afternoon april august autumn day december evening fall february friday hour january july june march may minute \
                     monday month morning night november october saturday second september spring summer sunday thursday time today \
                     tomorrow tuesday wednesday week weekend winter year yesterday days hours minutes months weeks years";
        times.split_whitespace().map(|form| Word::new(form, &mut Vec::new()).lower).collect()
    });
    TIMES.contains(&word.lower)
}
