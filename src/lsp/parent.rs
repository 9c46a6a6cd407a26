//! Watching the process that started us, for clients that die without closing a pipe.

use std::{sync::Arc, time::Duration};

use super::session::Session;

/// How often to look: a dead client's server is in nobody's way for this long.
const PERIOD: Duration = Duration::from_secs(1);

/// Ends the session when the process with this number is gone.
pub async fn watch(process: u32, session: Arc<Session>) {
    let mut period = tokio::time::interval(PERIOD);
    loop {
        tokio::select! {
            _ = period.tick() => {}
            () = session.stopping().cancelled() => return,
        }
        if !is_alive(process) {
            tracing::info!(process, "the client's process has ended");
            session.leave();
            return;
        }
    }
}

#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    use rustix::{io::Errno, process};
    i32::try_from(process)
        .ok()
        .and_then(process::Pid::from_raw)
        .is_none_or(|pid| process::test_kill_process(pid) != Err(Errno::SRCH))
}

/// Elsewhere a client's death closes the pipes.
#[cfg(not(unix))]
fn is_alive(_process: u32) -> bool {
    true
}
