//! What tests share: stories written inline and, for those of the language server, a client and a strict reader of its
//! messages.
#![allow(dead_code, reason = "every test takes the part that it needs")]

mod documents;
pub mod editor;
pub mod fixture;
pub mod options;
pub mod protocol;
mod schema;
pub mod server;
pub mod who;
mod wire;
