//! `record` and `traffic`: what goes over the wire between a real editor and the server, written down and then read strictly.

mod check;
#[allow(dead_code, reason = "shared with the tests of the server")]
#[path = "../../tests/support/protocol.rs"]
mod protocol;
mod record;
#[path = "../../tests/support/schema.rs"]
mod schema;

pub use check::{Arguments as CheckArguments, run as check};
pub use record::{Arguments as RecordArguments, run as record};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A line of a record, one file per session.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Line {
    /// A message of the client.
    Client(Value),
    /// A message of the server.
    Server(Value),
    /// Bytes of the server that are no message.
    Stray(String),
    /// The server's exit code: the last line.
    Exit(i32),
}
