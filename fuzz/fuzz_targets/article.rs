//! Any text is read to its end without a panic, and every span that comes of it lies on character boundaries and in its
//! sentence. `cargo +nightly fuzz run article` (needs `cargo install cargo-fuzz`).

#![no_main]

#[path = "../../tests/support/spans.rs"]
mod spans;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| spans::check_all(text));
