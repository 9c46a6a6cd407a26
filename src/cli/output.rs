//! Standard output: colours only where somebody sees them, and a reader may leave early.

use std::io::{self, Write};

/// Writes `text` to standard output, without its colours where that is no terminal or `NO_COLOR` is set.
///
/// # Errors
/// When writing fails; see [`is_broken_pipe`].
pub fn print(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Whether `error` says that nobody reads the output any more.
pub fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}
