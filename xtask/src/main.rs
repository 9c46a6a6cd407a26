//! Makes the data that twosource embeds, and checks what editors and the server say to one another:
//! `cargo run --release -p xtask -- <what>`. Never shipped.

mod traffic;
mod train;
mod wordnet;

use std::process::ExitCode;

use clap::Parser;

#[derive(Parser)]
#[command(about)]
enum Command {
    /// Start the server for an editor and write down what goes over the wire
    Record(traffic::RecordArguments),
    /// Check recorded sessions strictly against the protocol's description
    Traffic(traffic::CheckArguments),
    /// Learn the weights of tagger, parser and name tagger from treebanks
    Train(train::Arguments),
    /// Measure the weights that are embedded against the treebanks
    Evaluate(train::EvaluateArguments),
    /// Compile WordNet's dictionary files into the lexicon's table
    Wordnet(wordnet::Arguments),
}

fn main() -> anyhow::Result<ExitCode> {
    match Command::parse() {
        Command::Record(arguments) => traffic::record(&arguments),
        Command::Traffic(arguments) => traffic::check(&arguments),
        Command::Train(arguments) => train::run(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Evaluate(arguments) => train::evaluate(&arguments).map(|()| ExitCode::SUCCESS),
        Command::Wordnet(arguments) => wordnet::run(&arguments).map(|()| ExitCode::SUCCESS),
    }
}
