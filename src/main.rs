//! Arguments → `cli`; its answer → the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    twosource::cli::run()
}
