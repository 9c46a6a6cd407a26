//! Verbs that report what somebody says or thinks, and how the speaker stands to it.

use std::{cell::RefCell, sync::LazyLock};

use super::{Pos, memo::Memo, table::Table, words::base_forms};

/// How a speaker stands to what is reported.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Stance {
    /// Gives it as a fact: "say", "announce".
    Asserts,
    /// Gives it as a fact, where that is in question: "claim", "insist".
    Claims,
    /// Gives it as a fact that was not known: "disclose".
    Reveals,
    /// Lays it to somebody's charge: "accuse", "blame".
    Accuses,
    /// Vouches for what others said.
    Confirms,
    /// Grants what tells against the speaker.
    Admits,
    /// Says that it is not so.
    Denies,
    /// Gives no answer: "decline", "sidestep".
    Declines,
    Doubts,
    Asks,
    /// Binds the speaker to do it; threats too.
    Promises,
    Estimates,
    Predicts,
    Believes,
    Warns,
    Urges,
    Agrees,
    Disagrees,
    Apologises,
}

/// The stances that a verb may report, in any inflection, the usual one first; none when it reports nothing. A second word may
/// be the particle: "ruled out".
///
/// ```
/// use twosource::language::lexicon::{Stance, stances};
///
/// assert_eq!(stances("said"), [Stance::Asserts]);
/// assert_eq!(stances("ruled out").first(), Some(&Stance::Denies));
/// assert!(stances("walked").is_empty());
/// ```
pub fn stances(verb: &str) -> &'static [Stance] {
    thread_local! {
        static KNOWN: RefCell<Memo<(), &'static [Stance]>> = RefCell::new(Memo::new());
    }
    let find = || -> &'static [Stance] {
        base_forms(verb, Pos::Verb).find_map(|form| REPORTING_VERBS.get(&form)).map_or(&[], |stances| stances)
    };
    KNOWN.with_borrow_mut(|known| known.recall(verb, (), find))
}

static REPORTING_VERBS: LazyLock<Table<Box<[Stance]>>> = LazyLock::new(|| {
    Table::read(include_str!("../data/reporting_verbs.txt"), |text| text.split(' ').map(stance).collect())
});

fn stance(word: &str) -> Option<Stance> {
    Some(match word {
        "asserts" => Stance::Asserts,
        "claims" => Stance::Claims,
        "reveals" => Stance::Reveals,
        "accuses" => Stance::Accuses,
        "confirms" => Stance::Confirms,
        "admits" => Stance::Admits,
        "denies" => Stance::Denies,
        "declines" => Stance::Declines,
        "doubts" => Stance::Doubts,
        "asks" => Stance::Asks,
        "promises" => Stance::Promises,
        "estimates" => Stance::Estimates,
        "predicts" => Stance::Predicts,
        "believes" => Stance::Believes,
        "warns" => Stance::Warns,
        "urges" => Stance::Urges,
        "agrees" => Stance::Agrees,
        "disagrees" => Stance::Disagrees,
        "apologises" => Stance::Apologises,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_stance_comes_first() {
        use Stance::*;
        let cases = [
            ("told", Asserts),
            ("insists", Claims),
            ("denied", Denies),
            ("declined", Declines),
            ("asked", Asks),
            ("vowing", Promises),
            ("estimates", Estimates),
            ("forecast", Predicts),
            ("thought", Believes),
            ("pointed out", Asserts),
            ("criticised", Accuses),
        ];
        for (verb, stance) in cases {
            assert_eq!(stances(verb).first(), Some(&stance), "{verb}");
        }
    }
}
