//! Learns the weights of tagger, parser and name tagger from the treebanks EWT and GUM.

mod conllu;
mod entity;
mod evaluate;
mod example;
mod learn;
mod oracle;
mod perceptron;

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::Result;
use clap::Args;
use twosource::language::model::Models;

use example::Example;

/// The options of `train`.
#[derive(Args)]
pub struct Arguments {
    /// Directory with ewt-train.conllu, ewt-dev.conllu and gum-train.conllu
    #[arg(long)]
    treebanks: PathBuf,
    /// Directory for tagger.bin, parser.bin and names.bin
    #[arg(long)]
    out: PathBuf,
}

/// GUM's documents that are kept out of training, to measure on.
const HELD_OUT: [&str; 5] =
    ["GUM_news_crane", "GUM_news_defector", "GUM_news_imprisoned", "GUM_news_soccer", "GUM_news_taxes"];

const EPOCHS: usize = 8;
const JACKKNIFE_FOLDS: usize = 4;
const JACKKNIFE_EPOCHS: usize = 4;

/// Averaged weights below these are dropped, which costs next to no accuracy and most of the size.
const TAGGER_THRESHOLD: f64 = 1.0;
const PARSER_THRESHOLD: f64 = 2.0;
const NAMES_THRESHOLD: f64 = 0.5;

/// Trains, measures and writes the weights.
pub fn run(arguments: &Arguments) -> Result<()> {
    let start = Instant::now();
    let read = |name: &str, has_names: bool| read(&arguments.treebanks.join(name), has_names);
    let (held_out, gum): (Vec<Example>, Vec<Example>) =
        read("gum-train.conllu", true)?.into_iter().partition(|e| HELD_OUT.contains(&e.document.as_str()));
    let ewt = read("ewt-train.conllu", false)?;
    let development = read("ewt-dev.conllu", false)?;
    let examples: Vec<&Example> = ewt.iter().chain(&gum).collect();
    let log = |what: &str| println!("{:6.1} s  {what}", start.elapsed().as_secs_f64());

    let tagger = learn::tagger(&examples, EPOCHS).pack(TAGGER_THRESHOLD);
    log(&format!("tagger: {} bytes", tagger.len()));
    let tags = learn::jackknifed_tags(&examples, JACKKNIFE_FOLDS, JACKKNIFE_EPOCHS, TAGGER_THRESHOLD);
    log("jackknifed tags");
    let names = learn::names(&examples, &tags, EPOCHS).pack(NAMES_THRESHOLD);
    log(&format!("names: {} bytes", names.len()));
    let parser = learn::parser(&examples, &tags, EPOCHS).pack(PARSER_THRESHOLD);
    log(&format!("parser: {} bytes", parser.len()));

    let models = Models::new(&tagger, &parser, &names).expect("tables just packed");
    evaluate::report_tokens("EWT, development part", &development);
    evaluate::report_tokens("GUM, held-out news", &held_out);
    evaluate::report("EWT, development part", &models, &development);
    evaluate::report("GUM, held-out news", &models, &held_out);
    for (name, bytes) in [("tagger.bin", &tagger), ("parser.bin", &parser), ("names.bin", &names)] {
        std::fs::write(arguments.out.join(name), bytes)?;
    }
    Ok(())
}

fn read(path: &Path, has_names: bool) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for sentence in conllu::read(path)? {
        // Some sources may not be passed on: their words are blanked out.
        if !sentence.words.iter().all(|w| w.form.chars().all(|c| c == '_')) {
            examples.push(example::from_treebank(&sentence, has_names)?);
        }
    }
    Ok(examples)
}
