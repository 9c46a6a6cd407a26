//! `twosource check`: where the accounts differ.

use std::path::PathBuf;

use clap::{ArgAction, Args, ValueEnum};

use super::{Outcome, output};
use crate::{
    compare::{Level, Opinion},
    features, report, workspace,
};

#[derive(Debug, Args)]
pub struct Arguments {
    /// Folders, each a story of its own with every folder below it, or the articles of one story.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Say for each difference why the two passages were compared.
    #[arg(long)]
    why: bool,
    /// First print who is who in the story, as hovering does.
    #[arg(long)]
    who: bool,
    /// Print only a line per story; twice: print nothing, the exit code tells.
    #[arg(short, long, action = ArgAction::Count)]
    quiet: u8,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Both passages of each difference, for people
    #[default]
    Text,
    /// One array with an object for each story, for programs
    Json,
    /// SARIF 2.1.0, for programs that show what checkers find
    Sarif,
    /// Annotations beside the lines of a pull request, for GitHub Actions
    Github,
}

impl Arguments {
    /// Checks the stories and prints the report.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut problems = Vec::new();
        let stories = workspace::stories(&self.paths, &mut problems);
        let snapshot = super::read(&stories, problems)?;
        let keys = || snapshot.stories().map(|key| key.as_str());
        match self.format {
            _ if self.quiet > 1 => {}
            Format::Text => {
                for key in keys() {
                    if self.who && self.quiet == 0 {
                        output::print(&format!("{}\n", report::cards(&snapshot, key)))?;
                    }
                    if self.quiet == 0 {
                        output::print(&report::excerpts(&snapshot, key, self.why))?;
                    }
                    output::print(&format!("{}\n", report::summary(&snapshot, key)))?;
                }
            }
            Format::Json => {
                let stories: Vec<_> = keys().map(|key| report::differences(&snapshot, key)).collect();
                output::print(&format!("{}\n", serde_json::to_string_pretty(&stories)?))?;
            }
            Format::Sarif => output::print(&format!("{}\n", serde_json::to_string_pretty(&report::sarif(&snapshot))?))?,
            Format::Github => {
                for key in keys() {
                    output::print(&report::annotations(&snapshot, key))?;
                }
            }
        }
        let open = keys()
            .flat_map(|key| features::judged_differences(&snapshot, key))
            .any(|(difference, opinion)| difference.level == Level::Differs && !opinion.is_some_and(Opinion::settles));
        let ended = keys().any(|key| !features::expired(&snapshot, key).is_empty());
        Ok(if open || ended { Outcome::OpenDifferences } else { Outcome::NothingOpen })
    }
}
