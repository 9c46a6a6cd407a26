//! What tests of the language server share: a client, stories written inline, and a strict reader of its messages.

pub mod fixture;
pub mod options;
pub mod protocol;
mod schema;
pub mod server;
mod wire;
