//! The statistical models: tagger, parser and name tagger, with weights learned from treebanks.
//!
//! `cargo run --release -p xtask -- train` makes the weights (see `../data/README.md`). What a model sees is defined here once,
//! for the trainer and for use, so the two cannot drift apart. A model is evidence, right nine times in ten.

mod names;
mod parse;
mod parser;
mod table;
mod tagger;
mod tagset;
#[cfg(test)]
mod tests;
mod transition;
mod word;

pub use parse::{Name, Node, Parse};
pub use tagset::{NameKind, NameTag, Relation, Upos, Xpos};

use std::sync::LazyLock;

use super::token::Token;
use names::NameTagger;
use parser::{Input, Parser};
use table::Table;
use tagger::Tagger;
use word::Words;

/// What the trainer needs: features, transitions and the layout of the tables.
pub mod training {
    pub use super::{
        Models,
        names::{NameTagger, features as name_features},
        parser::{Arc, Input, Parser, features as parser_features},
        table::{MAGIC, MAX_CLASSES, Table, place},
        tagger::{Tag, Tagger, features as tagger_features},
        transition::{NONE, State, Transition},
        word::Words,
    };
}

/// The three models of one training.
#[derive(Clone, Debug)]
pub struct Models<'a> {
    pub tagger: Tagger<'a>,
    pub parser: Parser<'a>,
    pub names: NameTagger<'a>,
}

static MODELS: LazyLock<Models<'static>> = LazyLock::new(|| {
    Models::new(
        include_bytes!("../data/tagger.bin"),
        include_bytes!("../data/parser.bin"),
        include_bytes!("../data/names.bin"),
    )
    .expect("the embedded weights are tables made by the trainer")
});

/// Analyses a sentence. `tokens` are those of `sentence`, in order.
pub fn analyse(sentence: &str, tokens: &[Token]) -> Parse {
    let words = tokens.iter().map(|token| token.span.of(sentence));
    MODELS.analyse(&Words::new(words))
}

impl<'a> Models<'a> {
    /// Models with the weights in these tables; `None` if one is not what it should be.
    pub fn new(tagger: &'a [u8], parser: &'a [u8], names: &'a [u8]) -> Option<Models<'a>> {
        Some(Models {
            tagger: Tagger::new(Table::new(tagger)?)?,
            parser: Parser::new(Table::new(parser)?)?,
            names: NameTagger::new(Table::new(names)?)?,
        })
    }

    /// Analyses the words of a sentence.
    pub fn analyse(&self, words: &Words) -> Parse {
        let mut hashes = Vec::with_capacity(128);
        let tags = self.tagger.tag(words, &mut hashes);
        let arcs = self.parser.parse(&Input::new(words, &tags), &mut hashes);
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
