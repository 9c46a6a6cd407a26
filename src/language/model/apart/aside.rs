//! Who says so in the midst of what is said: `the beacon, officials now say, had been switched off`.
//!
//! A parser that reads from left to right takes the noun in front for the subject of the saying. Read apart, both clauses are whole.

use std::{ops::Range, sync::LazyLock};

use super::super::{
    tagger::Tag,
    tagset::{Upos, Xpos},
    word::{Word, Words},
};

/// The longest aside, in tokens.
const LONGEST: usize = 9;

/// An aside that parts a subject from its verb.
pub struct Aside {
    /// The tokens between its two commas.
    pub inside: Range<usize>,
    /// The token behind it that is the verb, or the first of its auxiliaries.
    pub verb: usize,
}

/// The first aside of a sentence that parts a subject from its verb.
pub fn find(words: &Words, tags: &[Tag]) -> Option<Aside> {
    let commas = (1..tags.len()).filter(|&i| tags[i].xpos == Xpos::Comma);
    commas.map(|i| i + 1).find_map(|start| {
        let end = (start..tags.len().min(start + LONGEST + 1)).find(|&i| tags[i].xpos == Xpos::Comma)?;
        let (saying, before) = tags[start..end].split_last()?;
        let said = is_finite(saying.xpos) && is_saying(words.at(end - 1, 0));
        let plain =
            |tag: &Tag| !tag.xpos.is_verb() && tag.xpos != Xpos::Md && tag.upos != Upos::Sconj && !opens_clause(*tag);
        let somebody = before.iter().any(|tag| is_nominal(*tag)) && before.iter().all(plain);
        let verb = (end + 1..tags.len()).find(|&i| tags[i].upos != Upos::Adv)?;
        let parted = is_nominal(tags[start - 2]) && (is_finite(tags[verb].xpos) || tags[verb].xpos == Xpos::Md);
        (said && somebody && parted).then_some(Aside { inside: start..end, verb })
    })
}

/// Whether a tag is that of a word with which a clause or another part of a list opens.
fn opens_clause(tag: Tag) -> bool {
    matches!(tag.xpos, Xpos::Wp | Xpos::Wdt | Xpos::WpPoss | Xpos::Wrb) || tag.upos == Upos::Cconj
}

/// Whether a tag is that of a word that can name somebody.
pub fn is_nominal(tag: Tag) -> bool {
    matches!(tag.upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num)
}

/// Whether a tag is that of a verb in a tense of its own.
pub fn is_finite(xpos: Xpos) -> bool {
    matches!(xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp)
}

/// Whether a word is a form of a verb with which news say who says so.
pub fn is_saying(word: &Word) -> bool {
    static FORMS: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let forms = "acknowledge acknowledges acknowledged add adds added admit admits admitted allege alleges alleged announce \
                     announces announced argue argues argued believe believes believed claim claims claimed complain complains \
                     complained concede concedes conceded confirm confirms confirmed estimate estimates estimated explain \
                     explains explained insist insists insisted maintain maintains maintained note notes noted predict predicts \
                     predicted recall recalls recalled reckon reckons reckoned report reports reported say says said stress \
                     stresses stressed suggest suggests suggested think thinks thought warn warns warned write writes wrote";
        forms.split_whitespace().map(|form| Word::new(form, &mut Vec::new()).lower).collect()
    });
    FORMS.contains(&word.lower)
}
