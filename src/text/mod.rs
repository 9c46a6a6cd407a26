//! Text as an editor sees it: spans, the rope, and positions in UTF-8, UTF-16 and UTF-32 units.

mod span;

pub use span::Span;
