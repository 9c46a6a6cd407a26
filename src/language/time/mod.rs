//! time
pub use super::term::TimeUnit;
