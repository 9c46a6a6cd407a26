//! `twosource show`: who is who.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, output};
use crate::{report, workspace};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Folders, each a story of its own with every folder below it, or the articles of one story.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// Say of each mention why it is thought to mean whom it means, and why the articles' people are the same.
    #[arg(long)]
    why: bool,
}

impl Arguments {
    /// Prints a card for every entity of the stories.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut problems = Vec::new();
        let stories = workspace::stories(&self.paths, &mut problems);
        let snapshot = super::read(&stories, problems)?;
        for key in snapshot.stories() {
            if stories.len() > 1 {
                output::print(&format!("{key}\n\n"))?;
            }
            let shown = if self.why { report::evidence(&snapshot, key) } else { report::cards(&snapshot, key) };
            output::print(&shown)?;
        }
        Ok(Outcome::NothingOpen)
    }
}
