//! Makes the data that twosource embeds: `cargo run --release -p xtask -- <what>`. Never shipped.

mod train;
mod wordnet;

use clap::Parser;

#[derive(Parser)]
#[command(about)]
enum Command {
    /// Learn the weights of tagger, parser and name tagger from treebanks
    Train(train::Arguments),
    /// Compile WordNet's dictionary files into the lexicon's table
    Wordnet(wordnet::Arguments),
}

fn main() -> anyhow::Result<()> {
    match Command::parse() {
        Command::Train(arguments) => train::run(&arguments),
        Command::Wordnet(arguments) => wordnet::run(&arguments),
    }
}
