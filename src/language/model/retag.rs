//! Words that are something else behind certain words than they mostly are: `chief executive`, `took it to court`, `of neighbouring
//! Orlo`. What the tagger makes of them is put right before the sentence is parsed.

use std::sync::LazyLock;

use super::{
    tagger::Tag,
    tagset::{Upos, Xpos},
    word::{Word, Words},
};

/// Puts the tags right.
pub fn retag(words: &Words, tags: &mut [Tag]) {
    let is = |i: usize, listed: &[u64]| listed.contains(&words.at(i, 0).lower);
    let (noun, adjective, past) = ((Upos::Noun, Xpos::Nn), (Upos::Adj, Xpos::Jj), (Upos::Verb, Xpos::Vbd));
    for at in 1..tags.len() {
        let next = tags.get(at + 1).map_or(Upos::Punct, |tag| tag.upos);
        let named = matches!(next, Upos::Noun | Upos::Propn);
        let before = at - 1;
        let right = match () {
            // Not of "chief executive officer".
            () if is(at, &FORMS.executive) && is(before, &FORMS.chief) && !named => noun,
            () if is(at, &FORMS.bank) && is(before, &FORMS.savings) && tags[at].upos == Upos::Verb => noun,
            // "To court voters" is what one does to them.
            () if is(at, &FORMS.court)
                && is(before, &FORMS.to)
                && !named
                && !matches!(next, Upos::Det | Upos::Pron | Upos::Adj | Upos::Num) =>
            {
                (tags[before].upos, tags[before].xpos) = (Upos::Adp, Xpos::In);
                noun
            }
            // "Liberal Hugo Penn beat Vera Finch": of one who does it now, it would end in "s".
            () if is(at, &FORMS.unchanged)
                && tags[at].xpos == Xpos::Vbp
                && matches!(tags[before].xpos, Xpos::Nn | Xpos::Nnp | Xpos::Comma) =>
            {
                past
            }
            // "The body of Ann Lee lay in a barn": the first verb there is.
            () if (is(at, &FORMS.lay) || is(at, &FORMS.unchanged))
                && tags[at].xpos == Xpos::Vb
                && matches!(tags[before].xpos, Xpos::Nn | Xpos::Nnp)
                && !tags[..at].iter().any(|tag| matches!(tag.upos, Upos::Verb | Upos::Aux | Upos::Part)) =>
            {
                past
            }
            () if is(at, &FORMS.beside) && tags[at].xpos == Xpos::Vbg && tags[before].xpos == Xpos::In && named => {
                adjective
            }
            () => continue,
        };
        (tags[at].upos, tags[at].xpos) = right;
    }
}

/// The words that are looked for, and those that stand before them.
struct Forms {
    executive: [u64; 1],
    chief: [u64; 1],
    bank: [u64; 1],
    savings: [u64; 2],
    court: [u64; 1],
    to: [u64; 1],
    /// Where something lies.
    beside: [u64; 4],
    /// Verbs whose past is like their present.
    unchanged: [u64; 18],
    /// The past of another verb.
    lay: [u64; 1],
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms {
    executive: lower(["executive"]),
    chief: lower(["chief"]),
    bank: lower(["bank"]),
    savings: lower(["savings", "investment"]),
    court: lower(["court"]),
    to: lower(["to"]),
    unchanged: lower([
        "beat", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set", "shed",
        "shut", "split", "spread", "upset",
    ]),
    lay: lower(["lay"]),
    beside: lower(["neighbouring", "neighboring", "surrounding", "adjoining"]),
});

fn lower<const N: usize>(listed: [&str; N]) -> [u64; N] {
    listed.map(|word| Word::new(word, &mut Vec::new()).lower)
}
