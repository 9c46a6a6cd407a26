//! Who is who within one article: mentions sorted into chains, surest evidence first (the sieve of Lee et al. 2013,
//! "Deterministic Coreference Resolution Based on Entity-Centric, Precision-Ranked Rules").

mod alias;
mod bearer;
mod group;
mod names;
mod namesake;
mod nominals;

pub use bearer::{acronym, clipped};
pub use group::Bearer;
pub use names::{Named, NamedSentence, resolve_names};
pub use nominals::{Described, Introduced, is_deputy, resolve_descriptions};
