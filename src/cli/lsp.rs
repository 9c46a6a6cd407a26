//! `twosource lsp`: the language server.

use std::process::ExitCode;

use clap::Args;
use tracing_subscriber::EnvFilter;

use crate::lsp::{Ending, input, output, serve};

#[derive(Debug, Default, Args)]
pub struct Arguments {
    /// Speak over standard input and output; there is no other way, editors just like to say so.
    #[arg(long)]
    stdio: bool,
}

impl Arguments {
    /// Serves until the client is done: success after `shutdown` and `exit`, failure otherwise, as the protocol wants.
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let _ = self.stdio;
        log_to_stderr();
        // Work is done on threads of its own; what is left for the reactor is quickest without another to wake.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let ending = runtime.block_on(async { serve(input(), output()).await });
        // A thread that waits for input would keep the process alive as long as the other end is open.
        runtime.shutdown_background();
        Ok(match ending {
            Ending::Orderly => ExitCode::SUCCESS,
            Ending::Abrupt => ExitCode::FAILURE,
        })
    }
}

/// `TWOSOURCE_LOG` says what is logged or, without it, `RUST_LOG`; warnings by default.
fn log_to_stderr() {
    let filter = EnvFilter::try_from_env("TWOSOURCE_LOG")
        .or_else(|_| EnvFilter::try_from_default_env())
        .unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
}
