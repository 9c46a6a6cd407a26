//! Learns the weights of tagger, parser and name tagger from the treebanks EWT and GUM.

mod conllu;
mod dictionary;
mod entity;
mod evaluate;
mod example;
mod learn;
mod oracle;
mod pack;
mod perceptron;

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::Result;
use clap::Args;
use twosource::language::model::{
    Models,
    training::{Dictionary, Files, Triples, embedded},
};

use example::Example;
use learn::Plan;

/// The options of `train`.
#[derive(Args)]
pub struct Arguments {
    /// Directory with ewt-train.conllu, ewt-dev.conllu and gum-train.conllu
    #[arg(long)]
    treebanks: PathBuf,
    /// Directory for dictionary.bin, tagger.bin, steps.bin, labels.bin and names.bin
    #[arg(long)]
    out: PathBuf,
}

/// The options of `evaluate`.
#[derive(Args)]
pub struct EvaluateArguments {
    /// Directory with ewt-dev.conllu and gum-train.conllu
    #[arg(long)]
    treebanks: PathBuf,
}

/// GUM's documents that are kept out of training, to measure on.
const HELD_OUT: [&str; 5] =
    ["GUM_news_crane", "GUM_news_defector", "GUM_news_imprisoned", "GUM_news_soccer", "GUM_news_taxes"];

/// GUM's documents of spontaneous speech, with its false starts, are nothing like an article.
const LEFT_OUT: &str = "GUM_conversation_";

const TAGGER: Plan = Plan { models: 4, epochs: 8, scouting: 4, features: 110_000, threshold: 0.8 };
const JACKKNIFE: Plan = Plan { models: 1, epochs: 4, scouting: 3, features: 130_000, threshold: 0.5 };
const JACKKNIFE_FOLDS: usize = 4;
const STEPS: Plan = Plan { models: 6, epochs: 8, scouting: 5, features: 440_000, threshold: 0.0 };
/// Labels are learned along with steps: how often is said there.
const LABELS: Plan = Plan { features: 85_000, threshold: 0.7, ..STEPS };
const NAMES: Plan = Plan { models: 2, epochs: 8, scouting: 4, features: 70_000, threshold: 0.6 };

/// Trains, measures and writes the weights.
pub fn run(arguments: &Arguments) -> Result<()> {
    let start = Instant::now();
    let log = |what: &str| println!("{:6.1} s  {what}", start.elapsed().as_secs_f64());
    let (held_out, gum) = gum(&arguments.treebanks)?;
    let development = read(&arguments.treebanks.join("ewt-dev.conllu"), false)?;
    let all = read(&arguments.treebanks.join("ewt-train.conllu"), false)?.into_iter().chain(gum);
    let examples: Vec<Example> = all
        .filter(|e| !e.document.starts_with(LEFT_OUT))
        .enumerate()
        .map(|(i, example)| if i % 2 == 0 { example } else { example.with_curly_quotes() })
        .collect();
    let examples: Vec<&Example> = examples.iter().collect();

    let words = dictionary::build(&examples);
    let dictionary = Dictionary::new(Triples::new(&words).expect("a table just packed"));
    let tagger = learn::tagger(&examples, &dictionary, TAGGER);
    log("tagger");
    let tags = learn::jackknifed_tags(&examples, JACKKNIFE_FOLDS, JACKKNIFE);
    log("jackknifed tags");
    let names = learn::names(&examples, &tags, &dictionary, NAMES);
    log("names");
    let (steps, labels) = learn::parser(&examples, &tags, &dictionary, STEPS, LABELS);
    log("parser");

    let files = Files { dictionary: &words, tagger: &tagger, steps: &steps, labels: &labels, names: &names };
    let models = Models::new(&files).expect("tables just packed");
    report(&models, &development, &held_out);
    let mut size = 0;
    for (name, bytes) in [
        ("dictionary.bin", files.dictionary),
        ("tagger.bin", files.tagger),
        ("steps.bin", files.steps),
        ("labels.bin", files.labels),
        ("names.bin", files.names),
    ] {
        std::fs::write(arguments.out.join(name), bytes)?;
        size += bytes.len();
        println!("{name}: {} bytes", bytes.len());
    }
    println!("all: {size} bytes");
    Ok(())
}

/// Measures the weights that twosource embeds.
pub fn evaluate(arguments: &EvaluateArguments) -> Result<()> {
    let development = read(&arguments.treebanks.join("ewt-dev.conllu"), false)?;
    let (held_out, _) = gum(&arguments.treebanks)?;
    let models = Models::new(&embedded()).expect("the embedded files are tables");
    report(&models, &development, &held_out);
    Ok(())
}

fn report(models: &Models, development: &[Example], held_out: &[Example]) {
    evaluate::report_tokens("EWT, development part", development);
    evaluate::report_tokens("GUM, held-out news", held_out);
    evaluate::report("EWT, development part", models, development);
    evaluate::report("GUM, held-out news", models, held_out);
}

/// GUM's sentences that are kept out of training, and the others.
fn gum(treebanks: &Path) -> Result<(Vec<Example>, Vec<Example>)> {
    let all = read(&treebanks.join("gum-train.conllu"), true)?;
    Ok(all.into_iter().partition(|e| HELD_OUT.contains(&e.document.as_str())))
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
