//! `twosource compare`: a story as one HTML page.

use std::path::PathBuf;

use clap::Args;

use super::{Outcome, output};
use crate::{report, workspace};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Articles, or folders of them: all of them together are one story.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// Write the page to this file instead of standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

impl Arguments {
    /// Writes the page.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut problems = Vec::new();
        let story = workspace::one_story(&self.paths, &mut problems);
        let snapshot = super::read(std::slice::from_ref(&story), problems)?;
        let page = report::page(&snapshot, &story.name);
        match &self.output {
            Some(path) => std::fs::write(path, page)
                .map_err(|error| anyhow::anyhow!("{} cannot be written: {error}", path.display()))?,
            None => output::print(&page)?,
        }
        Ok(Outcome::NothingOpen)
    }
}
