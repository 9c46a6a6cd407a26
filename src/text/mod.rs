//! Text as an editor sees it: spans, the rope, and positions in UTF-8, UTF-16 and UTF-32 units.

mod position;
mod rope;
mod span;

pub use position::{Encoding, Position};
pub use rope::Text;
pub use span::Span;
