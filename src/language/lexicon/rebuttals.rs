//! Words that say of a report that it is not so.

use std::{cell::RefCell, sync::LazyLock};

use super::{Pos, memo::Memo, table::Table, words::base_forms};

/// What a word does to a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Rebuttal {
    /// A verb: its object is said not to be so, whatever it is ("deny").
    Denies,
    /// A verb that says so only when its object is a report ("shoot down").
    Rejects,
    /// What a report is called that is not so ("hoax").
    Untrue,
    /// A noun for what others say ("rumour").
    Report,
}

/// Whether `word`, in any inflection, may do this to a report. A second word may be the particle of a verb: "shot down".
///
/// ```
/// use twosource::language::lexicon::{Rebuttal, rebuts};
///
/// assert!(rebuts("denies", Rebuttal::Denies) && rebuts("shoots down", Rebuttal::Rejects));
/// assert!(rebuts("rumours", Rebuttal::Report) && !rebuts("walks", Rebuttal::Denies));
/// ```
pub fn rebuts(word: &str, as_what: Rebuttal) -> bool {
    thread_local! {
        static KNOWN: RefCell<Memo<Rebuttal, bool>> = RefCell::new(Memo::new());
    }
    let pos = match as_what {
        Rebuttal::Denies | Rebuttal::Rejects => Pos::Verb,
        Rebuttal::Untrue | Rebuttal::Report => Pos::Noun,
    };
    let find = || base_forms(word, pos).any(|form| REBUTTALS.get(&form).is_some_and(|all| all.contains(&as_what)));
    KNOWN.with_borrow_mut(|known| known.recall(word, as_what, find))
}

static REBUTTALS: LazyLock<Table<Box<[Rebuttal]>>> = LazyLock::new(|| {
    Table::read(include_str!("../data/rebuttals.txt"), |text| {
        text.split(' ')
            .map(|word| {
                Some(match word {
                    "denies" => Rebuttal::Denies,
                    "rejects" => Rebuttal::Rejects,
                    "untrue" => Rebuttal::Untrue,
                    "report" => Rebuttal::Report,
                    _ => return None,
                })
            })
            .collect()
    })
});
