//! Taking messages off the wire, with no patience for anything unusual.

use std::time::Duration;

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt},
    runtime::Runtime,
};

/// Nothing takes this long: whoever waits for longer waits in vain.
const PATIENCE: Duration = Duration::from_secs(60);

/// Threads for a client and its server.
pub fn runtime() -> Runtime {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().expect("threads can be had")
}

/// Waits, but not for ever.
///
/// # Panics
/// When nothing happens.
pub async fn within_reason<T>(wait: impl Future<Output = T>) -> T {
    tokio::time::timeout(PATIENCE, wait).await.expect("the server does something")
}

/// The next message; `None` at the end.
///
/// # Panics
/// When anything is not as the protocol's base layer has it.
pub async fn read_message(reader: &mut (impl AsyncBufReadExt + Unpin)) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).await.expect("the server's output can be read");
        match line.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse().expect("a length is a number"),
            Some(_) => panic!("header {line:?}"),
            None if line.is_empty() => return None,
            None => break,
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).await.expect("the body is as long as it says");
    Some(serde_json::from_slice(&body).expect("the body is JSON"))
}
