//! The command line: what can be asked, and what the exit codes mean.
//!
//! 0: nothing open. 1: `check` found open differences. 2: it could not run.

mod check;
mod compare;
mod describe;
mod explain;
mod export;
mod lsp;
mod output;
mod show;

use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::workspace::{LoadError, Snapshot, StoryFiles};

/// Who is who, and where the accounts differ, in articles that tell the same story.
///
/// The articles (.md, .markdown, .txt) in one folder are a story. Everything stays on this machine.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Start the language server on standard input and output (the same as `lsp`).
    #[arg(long)]
    stdio: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show where the accounts differ. Exit code: 0 nothing open, 1 open differences, 2 could not run.
    Check(check::Arguments),
    /// Show who is who: who or what the articles name, in which roles and forms.
    Show(show::Arguments),
    /// Say what a mark means: what it is, what is never marked, how to settle it.
    Explain(explain::Arguments),
    /// Write a story as one HTML page: the articles side by side, what differs and what agrees marked.
    Compare(compare::Arguments),
    /// Write everything that is known about a story.
    Export(export::Arguments),
    /// Start the language server on standard input and output.
    Lsp(lsp::Arguments),
    /// Print the server's settings as JSON, for those who write an editor's extension.
    #[command(hide = true)]
    Describe,
}

/// What a run found.
enum Outcome {
    NothingOpen,
    OpenDifferences,
    /// Something was asked for that could not be read or analysed; why has been said.
    Incomplete,
    /// The language server ended, with the code that the protocol asks for.
    Served(ExitCode),
}

/// Runs what the process's arguments ask for.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match (arguments.command, arguments.stdio) {
        (Some(Command::Check(check)), _) => check.run(),
        (Some(Command::Show(show)), _) => show.run(),
        (Some(Command::Compare(compare)), _) => compare.run(),
        (Some(Command::Explain(explain)), _) => explain.run(),
        (Some(Command::Export(export)), _) => export.run(),
        (Some(Command::Lsp(lsp)), _) => lsp.run().map(Outcome::Served),
        (Some(Command::Describe), _) => describe::run(),
        (None, true) => lsp::Arguments::default().run().map(Outcome::Served),
        (None, false) => Arguments::command().print_help().map(|()| Outcome::Incomplete).map_err(Into::into),
    };
    match outcome {
        Ok(Outcome::NothingOpen) => ExitCode::SUCCESS,
        Ok(Outcome::OpenDifferences) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        Ok(Outcome::Served(code)) => code,
        // Whoever reads the output has read enough: `twosource check | head`.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("twosource: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Reads the stories and says on standard error what could not be read.
///
/// # Errors
/// When nothing could be read.
fn read(stories: &[StoryFiles], mut problems: Vec<LoadError>) -> anyhow::Result<Snapshot> {
    let snapshot = crate::workspace::read(stories, &mut problems);
    for problem in &problems {
        eprintln!("twosource: {problem}");
    }
    anyhow::ensure!(
        snapshot.articles().next().is_some(),
        "there is nothing to read; give a folder with two or more articles on one story, or the articles themselves"
    );
    Ok(snapshot)
}
