//! The language server; the only layer that names the protocol's types.
//!
//! A message goes through these files: [`transport`] takes it off the [`wire`], [`ordered`] applies it to the [`session`]
//! when it is an edit and else freezes the session for it, [`server`] hands it to its adapter in [`requests`], which
//! [`compute`] runs off the reactor. What the server says unasked comes from [`publisher`] and [`notices`].
//!
//! Invariants:
//! - Edits are applied one after another in the order of the wire, before the next message is looked at.
//! - A request sees the state at its place in the stream, whatever comes after it.
//! - The session's lock is held for moments: nobody analyses, reads files or waits under it.

mod capabilities;
mod commands;
mod compute;
mod documents;
mod edits;
mod files;
mod from_proto;
mod notices;
mod notifications;
mod ordered;
mod pages;
mod parent;
mod publisher;
mod requests;
mod server;
mod session;
mod settings;
mod stdio;
mod to_proto;
mod transport;
mod uri;
mod wire;

pub use stdio::{input, output};
pub use transport::{Ending, serve};
