//! What a verb says of the truth of its complement, after Karttunen, "Implicative verbs" (1971), and Nairn, Condoravdi and
//! Karttunen, "Computing relative polarity for textual inference" (2006).

use std::sync::LazyLock;

use super::{Pos, table::Table, words::base_forms};

/// The form of a verb's complement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Complement {
    /// "managed *to leave*"
    Infinitive,
    /// "avoided *leaving*"
    Gerund,
    /// "regrets *that she left*"
    Clause,
    /// "forced *her to leave*", "kept *her from leaving*"
    Object,
}

/// What follows for the complement.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Truth {
    /// It is so.
    Holds,
    /// It is not so.
    Fails,
    /// Either may be.
    Open,
}

/// What follows for the complement from the verb, affirmed and negated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entailment {
    pub affirmed: Truth,
    pub negated: Truth,
}

/// What `verb`, in any inflection, says of a complement of this form; `None` for a verb that we know nothing of. For adjectives and
/// participles the phrase begins with "be": "be unable".
///
/// ```
/// use twosource::language::lexicon::{Complement, Entailment, Truth, entailment};
///
/// let failed = entailment("failed", Complement::Infinitive);
/// assert_eq!(failed, Some(Entailment { affirmed: Truth::Fails, negated: Truth::Holds }));
/// let regrets = entailment("regrets", Complement::Clause);
/// assert_eq!(regrets, Some(Entailment { affirmed: Truth::Holds, negated: Truth::Holds }));
/// ```
pub fn entailment(verb: &str, complement: Complement) -> Option<Entailment> {
    let all = base_forms(verb, Pos::Verb).find_map(|form| ENTAILMENTS.get(&form))?;
    all.iter().find(|(form, _)| *form == complement).map(|&(_, entailment)| entailment)
}

/// A verb's entailments, one for each form of complement.
type Signatures = Box<[(Complement, Entailment)]>;

static ENTAILMENTS: LazyLock<Table<Signatures>> = LazyLock::new(|| {
    Table::read(include_str!("../data/entailments.txt"), |text| text.split("; ").map(signature).collect())
});

/// Reads `to + -`.
fn signature(text: &str) -> Option<(Complement, Entailment)> {
    let mut words = text.split(' ');
    let complement = match words.next()? {
        "to" => Complement::Infinitive,
        "ing" => Complement::Gerund,
        "that" => Complement::Clause,
        "object" => Complement::Object,
        _ => return None,
    };
    let mut truth = || {
        Some(match words.next()? {
            "+" => Truth::Holds,
            "-" => Truth::Fails,
            "o" => Truth::Open,
            _ => return None,
        })
    };
    Some((complement, Entailment { affirmed: truth()?, negated: truth()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures() {
        use {Complement::*, Truth::*};
        let cases = [
            ("managed", Infinitive, Holds, Fails),
            ("refused", Infinitive, Fails, Open),
            ("forgot", Infinitive, Fails, Holds),
            ("forgot", Clause, Holds, Holds),
            ("declined", Infinitive, Fails, Open),
            ("denying", Gerund, Fails, Open),
            ("forces", Object, Holds, Open),
            ("was unable", Infinitive, Fails, Holds),
            ("tried", Infinitive, Open, Open),
        ];
        for (verb, complement, affirmed, negated) in cases {
            assert_eq!(entailment(verb, complement), Some(Entailment { affirmed, negated }), "{verb}");
        }
        assert_eq!(entailment("managed", Clause), None);
        assert_eq!(entailment("walked", Infinitive), None);
    }
}
