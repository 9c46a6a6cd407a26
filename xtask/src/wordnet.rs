//! `wordnet`: compiles WordNet's dictionary files into the flat table that `language::lexicon` reads in place.
//!
//! The dictionary is Debian's package of WordNet 3.0, whose licence permits this (see `wordnet.LICENSE` beside the table):
//!
//! ```text
//! apt-get download wordnet-base
//! dpkg -x wordnet-base_*.deb unpacked
//! cargo run --release -p xtask -- wordnet unpacked/usr/share/wordnet
//! ```
//!
//! The same dictionary gives the same bytes.

mod dict;
mod entry;
mod table;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

/// Arguments of `wordnet`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The folder with `data.noun`, `index.noun` and their like
    dict: PathBuf,
    /// Where the table goes
    #[arg(long, default_value = "src/language/data/wordnet.bin")]
    output: PathBuf,
}

/// Reads the dictionary and writes the table.
pub fn run(arguments: &Arguments) -> Result<()> {
    let dict = dict::Dict::read(&arguments.dict)?;
    let entries = entry::entries(&dict);
    let table = table::compile(&dict, &entries)?;
    println!("{} entries, {} bytes", entries.len(), table.len());
    fs::write(&arguments.output, table).with_context(|| format!("cannot write {}", arguments.output.display()))
}
