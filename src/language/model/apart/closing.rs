//! Who says so at the end of what is said: `the bridge is safe, her spokesman, Pavel Reznik, said on Monday`.
//!
//! A parser that reads from left to right may take the noun in front for the subject of the saying, and whoever says it for one more
//! thing that was told of. Read apart, both clauses are whole.

use std::ops::Range;

use super::super::{
    apart::aside::{is_finite, is_nominal, is_saying},
    tagger::Tag,
    tagset::{Upos, Xpos},
    word::Words,
};

/// The longest name or description of a speaker, and the longest phrase that says when or where it was said, in tokens.
const LONGEST: usize = 14;
const LONGEST_PHRASE: usize = 6;

/// The clause at the end of a sentence that tells who says what stands before it.
pub struct Closing {
    /// Its tokens, without the comma before it and the mark at the end.
    pub inside: Range<usize>,
    /// The verb of saying.
    pub verb: usize,
}

/// The closing clause of a sentence whose other words are a clause of their own.
pub fn find(words: &Words, tags: &[Tag]) -> Option<Closing> {
    let end = (0..tags.len()).rev().find(|&i| tags[i].upos != Upos::Punct)? + 1;
    let is_verb = |i: usize| tags[i].xpos.is_verb() || tags[i].xpos == Xpos::Md;
    let verb = (0..end).rev().take(LONGEST_PHRASE + 1).find(|&i| is_verb(i))?;
    let said = is_finite(tags[verb].xpos) && is_saying(words.at(verb, 0));
    if !said || !tells_when(&tags[verb + 1..end]) {
        return None;
    }
    let start = speaker(tags, verb)?;
    // Something is said: a clause that is whole without its speaker.
    let main = &tags[..start - 1];
    let whole = main.iter().any(|tag| is_finite(tag.xpos) || tag.xpos == Xpos::Md);
    whole.then_some(Closing { inside: start..end, verb })
}

/// Whether what follows the verb only says when, where or to whom it was said.
fn tells_when(tags: &[Tag]) -> bool {
    match tags {
        [] => true,
        [first, rest @ ..] => {
            let day = first.xpos == Xpos::Nnp && rest.is_empty();
            let phrase = matches!(first.xpos, Xpos::In | Xpos::Rb) && first.upos != Upos::Sconj;
            (day || phrase) && rest.iter().all(|tag| tag.upos != Upos::Punct && tag.upos != Upos::Cconj)
        }
    }
}

/// The first token of the speaker before a verb of saying; `None` where none stands behind a comma.
fn speaker(tags: &[Tag], verb: usize) -> Option<usize> {
    let comma = |i: usize| tags[i].xpos == Xpos::Comma;
    let before = (0..verb).rev().find(|&i| tags[i].upos != Upos::Adv)?;
    let last_comma = |end: usize| (0..end).rev().take(LONGEST).find(|&i| comma(i));
    // "The minister, Ann Moore, said": what stands between the commas says who that is.
    let first = if comma(before) {
        let open = last_comma(before)?;
        let described = is_nominal(tags[open + 1])
            || matches!(tags[open + 1].xpos, Xpos::Dt | Xpos::Jj | Xpos::Wp | Xpos::PrpPoss | Xpos::Nnp);
        described.then(|| last_comma(open)).flatten()?
    } else {
        last_comma(before + 1)?
    };
    let start = (first + 1..verb).find(|&i| tags[i].upos != Upos::Punct)?;
    let end = (start..verb).find(|&i| comma(i)).unwrap_or(before + 1);
    let noun_phrase = &tags[start..end];
    let plain = |tag: &Tag| {
        matches!(tag.upos, Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Part)
            || tag.xpos == Xpos::In && tag.upos == Upos::Adp
            || tag.upos == Upos::Punct && tag.xpos != Xpos::Comma
    };
    let somebody = noun_phrase.last().is_some_and(|tag| is_nominal(*tag)) && noun_phrase.iter().all(plain);
    (somebody && start > 1 && tags[start].upos != Upos::Adp).then_some(start)
}
