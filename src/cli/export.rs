//! `twosource export`: everything that is known about a story, for programs.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

use super::{Outcome, output};
use crate::{report, workspace};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Articles, or folders of them: all of them together are one story.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Treat every sub-folder of the path as a story, and print one object per line.
    #[arg(long)]
    each: bool,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Mentions, quotations, dates, entities, differences and agreements; offsets are Unicode code points
    #[default]
    Json,
}

impl Arguments {
    /// Prints the export.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self.format {
            Format::Json if self.each => self.each(),
            Format::Json => self.one(),
        }
    }

    fn one(self) -> anyhow::Result<Outcome> {
        let mut problems = Vec::new();
        let story = workspace::one_story(&self.paths, &mut problems);
        let snapshot = super::read(std::slice::from_ref(&story), problems)?;
        let export = report::export(&snapshot, &story.name);
        output::print(&format!("{}\n", serde_json::to_string(&export)?))?;
        Ok(Outcome::NothingOpen)
    }

    /// One story after the other, so that one that fails does not take the others with it.
    fn each(self) -> anyhow::Result<Outcome> {
        let mut outcome = Outcome::NothingOpen;
        for parent in &self.paths {
            for folder in workspace::sub_folders(parent)? {
                let line = catch_unwind(AssertUnwindSafe(|| story(&folder)));
                match line {
                    Ok(Ok(line)) => output::print(&format!("{line}\n"))?,
                    Ok(Err(error)) => {
                        eprintln!("twosource: {}: {error:#}", folder.display());
                        outcome = Outcome::Incomplete;
                    }
                    // The panic's own message has been printed.
                    Err(_) => {
                        eprintln!("twosource: {}: left out", folder.display());
                        outcome = Outcome::Incomplete;
                    }
                }
            }
        }
        Ok(outcome)
    }
}

/// The export of a folder, as one line of JSON.
fn story(folder: &Path) -> anyhow::Result<String> {
    let mut problems = Vec::new();
    let story = workspace::folder_story(folder, &mut problems);
    let snapshot = super::read(std::slice::from_ref(&story), problems)?;
    let mut export = report::export(&snapshot, &story.name);
    export.story = Some(story.name.to_string());
    Ok(serde_json::to_string(&export)?)
}
