//! The server as a client sees it: on the wire.

#[path = "../support/mod.rs"]
mod support;

mod actions;
mod cards;
mod checker;
mod clients;
mod diagnostics;
mod documents;
mod features;
mod files;
mod life;
mod rename;
mod settings;
mod shown;
mod story;
