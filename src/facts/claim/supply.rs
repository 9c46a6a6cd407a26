//! Whether there is enough of something: "enough nurses", "too few nurses", "not enough nurses", "a shortage of nurses".

use crate::language::{
    Sentence,
    lexicon::{self, Judgement},
    model::{Relation, Upos},
};

/// That there is enough of something, or too little.
#[derive(Clone, Copy, Debug)]
pub struct Supply {
    pub judgement: Judgement,
    /// The token of what there is.
    pub noun: usize,
}

/// What the word at token `i` says of how much there is of something.
pub fn supply(sentence: &Sentence, i: usize) -> Option<Supply> {
    let parse = &sentence.parse;
    let before = |words: &[&str]| i > 0 && sentence.is_any(i - 1, words);
    let enough = match sentence.lower(i).as_str() {
        "enough" | "sufficient" => !before(&["not", "n't", "n’t", "nowhere", "hardly", "never"]),
        "few" | "little" if before(&["too"]) => false,
        "plenty" => true,
        _ if is_lack(sentence, i) => false,
        _ => return None,
    };
    let judgement = lexicon::judgements(if enough { "sufficient" } else { "insufficient" }).next()?;
    let of = |&c: &usize| c > i && parse.node(c).relation == Relation::Nmod;
    let noun = match parse.node(i).relation {
        Relation::Amod | Relation::Det | Relation::Nummod => parse.head(i)?,
        // Parsers may hang "enough" on the verb.
        Relation::Advmod => {
            (i + 1..sentence.tokens.len()).next().filter(|&next| parse.node(next).upos == Upos::Noun)?
        }
        _ => parse.children(i).find(of)?,
    };
    Some(Supply { judgement, noun })
}

/// Whether the word at token `i` says that something lacks.
fn is_lack(sentence: &Sentence, i: usize) -> bool {
    const LACK: &[&str] = &["dearth", "lack", "paucity", "scarcity", "shortage"];
    sentence.is_any(i, LACK) || sentence.is_any(i, &["shortages"])
}
