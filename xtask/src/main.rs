//! Makes the data that twosource embeds: `cargo run --release -p xtask -- <what>`. Never shipped.

fn main() {}
