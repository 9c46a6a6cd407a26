//! `twosource explain`: what a mark means.

use clap::Args;

use super::{Outcome, output};
use crate::features;

#[derive(Debug, Args)]
pub struct Arguments {
    /// The code that stands beside a mark, `quantity` say; without one, all codes are listed.
    kind: Option<String>,
}

impl Arguments {
    /// Prints the page about a code, or the list of them.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let text = match &self.kind {
            Some(code) => features::explain(code).ok_or_else(|| {
                let known: Vec<&str> = features::codes().collect();
                anyhow::anyhow!("there is no kind `{code}`; there are {}", known.join(", "))
            })?,
            None => features::overview(),
        };
        output::print(&text)?;
        Ok(Outcome::NothingOpen)
    }
}
