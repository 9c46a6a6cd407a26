//! The picture in the README: what `twosource check` prints about an example.

use std::{fs, path::PathBuf};

use anstyle_svg::Term;
use anyhow::Context;
use twosource::{report, workspace};

const EXAMPLE: &str = "examples/dismissal";
const PICTURE: &str = "examples/check.svg";

/// Draws the picture anew; run from the crate's folder.
///
/// # Errors
/// When the example is not there or the picture cannot be written.
pub fn run() -> anyhow::Result<()> {
    let mut problems = Vec::new();
    let stories = workspace::stories(&[PathBuf::from(EXAMPLE)], &mut problems);
    let snapshot = workspace::read(&stories, &mut problems);
    anyhow::ensure!(problems.is_empty(), "{}", problems[0]);
    let key = snapshot.stories().next().context("the example is empty")?;
    let screen = format!(
        "$ twosource check {EXAMPLE}\n{}{}\n",
        report::excerpts(&snapshot, key, false),
        report::summary(&snapshot, key)
    );
    fs::write(PICTURE, Term::new().render_svg(&screen)).context(PICTURE)
}
