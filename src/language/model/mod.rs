//! The statistical models: tagger, parser and name tagger, with weights learned from treebanks.
//!
//! `cargo run --release -p xtask -- train` makes the weights (see `../data/README.md`). What a model sees is defined here once,
//! for the trainer and for use, so the two cannot drift apart. A model is evidence, right nine times in ten.

mod apart;
mod dictionary;
mod label;
mod line;
mod names;
mod parse;
mod parser;
mod punctuation;
mod repair;
mod retag;
mod step;
mod table;
mod tagger;
mod tagset;
#[cfg(test)]
mod tests;
mod transition;
mod triples;
mod word;

pub use parse::{Name, Node, Parse};
pub use tagset::{NameKind, NameTag, Relation, Upos, Xpos};

use std::sync::LazyLock;

use super::token::Token;
use dictionary::Dictionary;
use line::Aligned;
use names::NameTagger;
use parser::{Arc, Parser};
use table::Table;
use tagger::{Tag, Tagger};
use triples::Triples;
use word::Words;

/// What the trainer needs: features, transitions and the layout of the tables.
pub mod training {
    pub use super::{
        Files, Models,
        dictionary::{Dictionary, Known, profile_entry, profile_key, tags_key},
        embedded,
        label::features as label_features,
        line::{LINE, place},
        names::{NameTagger, features as name_features},
        parser::{Arc, Input, Parser, best_step},
        step::features as step_features,
        table::{MAGIC as ROWS_MAGIC, MAX_CLASSES, SLOTS as ROWS_SLOTS, SPARSE, Table, dense},
        tagger::{Tag, Tagger, features as tagger_features},
        transition::{NONE, State, Step},
        triples::{MAGIC as TRIPLES_MAGIC, SLOTS as TRIPLES_SLOTS, Triples},
        word::Words,
    };
}

/// The bytes of what one training makes.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    pub dictionary: &'a [u8],
    pub tagger: &'a [u8],
    pub steps: &'a [u8],
    pub labels: &'a [u8],
    pub names: &'a [u8],
}

/// The models of one training.
#[derive(Clone, Debug)]
pub struct Models<'a> {
    pub dictionary: Dictionary<'a>,
    pub tagger: Tagger<'a>,
    pub parser: Parser<'a>,
    pub names: NameTagger<'a>,
}

/// Embeds a file so that its lines are lines of the cache.
macro_rules! embed {
    ($path:literal) => {{
        static FILE: &Aligned<[u8]> = &Aligned(*include_bytes!($path));
        &FILE.0
    }};
}

/// The embedded files.
pub fn embedded() -> Files<'static> {
    Files {
        dictionary: embed!("../data/dictionary.bin"),
        tagger: embed!("../data/tagger.bin"),
        steps: embed!("../data/steps.bin"),
        labels: embed!("../data/labels.bin"),
        names: embed!("../data/names.bin"),
    }
}

static MODELS: LazyLock<Models<'static>> =
    LazyLock::new(|| Models::new(&embedded()).expect("the embedded files are tables made by the trainer"));

/// Analyses a sentence. `tokens` are those of `sentence`, in order.
pub fn analyse(sentence: &str, tokens: &[Token]) -> Parse {
    let words = tokens.iter().map(|token| token.span.of(sentence));
    MODELS.analyse(&Words::new(words, &MODELS.dictionary))
}

impl<'a> Models<'a> {
    /// Models with the weights in these tables; `None` if one is not what it should be.
    pub fn new(files: &Files<'a>) -> Option<Models<'a>> {
        Some(Models {
            dictionary: Dictionary::new(Triples::new(files.dictionary)?),
            tagger: Tagger::new(Table::new(files.tagger)?)?,
            parser: Parser::new(Triples::new(files.steps)?, Table::new(files.labels)?)?,
            names: NameTagger::new(Table::new(files.names)?)?,
        })
    }

    /// Part of speech, head and relation of each word of a sentence. `hashes` is scratch space.
    pub fn tag_and_parse(&self, words: &Words, hashes: &mut Vec<u64>) -> (Vec<Tag>, Vec<Arc>) {
        let mut tags = self.tagger.tag(words, hashes);
        apart::enclosed::retag(words, &mut tags);
        retag::retag(words, &mut tags);
        let arcs = self.parser.parse(words, &mut tags, hashes);
        (tags, arcs)
    }

    /// Analyses the words of a sentence.
    pub fn analyse(&self, words: &Words) -> Parse {
        let mut hashes = Vec::with_capacity(256);
        let (tags, arcs) = self.tag_and_parse(words, &mut hashes);
        let names = self.names.tag(words, &tags, &arcs, &mut hashes);
        let nodes = tags.into_iter().zip(arcs).zip(names).map(|((tag, (head, relation)), (name, name_margin))| Node {
            upos: tag.upos,
            xpos: tag.xpos,
            head,
            relation,
            name,
            name_margin,
        });
        Parse::new(nodes.collect())
    }
}
