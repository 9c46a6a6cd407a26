//! Words and phrases that say how certain something is.

use std::sync::LazyLock;

use super::table::Table;

/// How certain a hedge says something is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Certainty {
    /// Others say so: "allegedly".
    Reported,
    Possible,
    Probable,
    Unlikely,
    /// Nobody can tell: "unclear".
    Uncertain,
    /// Stressed to be so: "undoubtedly".
    Certain,
}

/// The certainty that a word or phrase tells. Modal verbs are in it ("may", "might"); the approximators of numbers are not, the
/// grammar of numbers has them.
///
/// ```
/// use twosource::language::lexicon::{Certainty, hedge};
///
/// assert_eq!(hedge("reportedly"), Some(Certainty::Reported));
/// assert_eq!(hedge("in all likelihood"), Some(Certainty::Probable));
/// assert_eq!(hedge("blue"), None);
/// ```
pub fn hedge(phrase: &str) -> Option<Certainty> {
    HEDGES.get(phrase).copied()
}

static HEDGES: LazyLock<Table<Certainty>> = LazyLock::new(|| {
    Table::read(include_str!("../data/hedges.txt"), |text| {
        Some(match text {
            "reported" => Certainty::Reported,
            "possible" => Certainty::Possible,
            "probable" => Certainty::Probable,
            "unlikely" => Certainty::Unlikely,
            "uncertain" => Certainty::Uncertain,
            "certain" => Certainty::Certain,
            _ => return None,
        })
    })
});
