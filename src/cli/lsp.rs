//! `twosource lsp`: the language server.

use clap::Args;

use super::Outcome;

#[derive(Debug, Default, Args)]
pub struct Arguments {
    /// Speak over standard input and output; there is no other way, editors just like to say so.
    #[arg(long)]
    stdio: bool,
}

impl Arguments {
    /// Serves until the client says `exit`.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let _ = self.stdio;
        anyhow::bail!("the language server is not built in yet")
    }
}
