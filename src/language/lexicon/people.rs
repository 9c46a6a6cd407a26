//! Nouns for people: kin, nouns that tell a gender, nouns that stand for several.

use std::sync::LazyLock;

use super::{Gender, Pos, lemma, table::Table};

/// What a kinship noun says: whose relation somebody is, and the gender.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kin {
    pub relation: Kinship,
    pub gender: Gender,
}

/// How one person is related to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Kinship {
    Parent,
    Grandparent,
    Child,
    Grandchild,
    Sibling,
    /// Also a former one, and a widow.
    Spouse,
    Betrothed,
    Sweetheart,
    AuntOrUncle,
    NieceOrNephew,
    Cousin,
    Godparent,
    Godchild,
    /// A relative of no closer kind.
    Relative,
}

/// What `noun`, in the singular or plural, says as a noun of kinship. "Great-", "step" and "-in-law" are looked through.
///
/// ```
/// use twosource::language::lexicon::{Gender, Kinship, kinship};
///
/// let kin = kinship("great-granddaughter").unwrap();
/// assert_eq!((kin.relation, kin.gender), (Kinship::Grandchild, Gender::Female));
/// assert_eq!(kinship("brothers-in-law").unwrap().relation, Kinship::Sibling);
/// assert_eq!(kinship("mayor"), None);
/// ```
pub fn kinship(noun: &str) -> Option<Kin> {
    const PREFIXES: [&str; 8] = ["great-", "great", "step-", "step", "half-", "foster-", "ex-", "co-"];
    let noun = noun.strip_suffix("-in-law").unwrap_or(noun);
    in_singular(noun, |noun| KINSHIP.get(noun).copied()).or_else(|| {
        let rest = |prefix: &&str| noun.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
        let prefix = PREFIXES.iter().find_map(rest)?;
        kinship(&noun[prefix.len()..])
    })
}

/// The gender that a noun for a person tells, in the singular or plural: "spokeswoman", "nuns", "widower". `None` for a noun
/// of people of any gender, and for any other noun.
///
/// ```
/// use twosource::language::lexicon::{Gender, noun_gender};
///
/// assert_eq!(noun_gender("policewomen"), Some(Gender::Female));
/// assert_eq!(noun_gender("officer"), None);
/// ```
pub fn noun_gender(noun: &str) -> Option<Gender> {
    let gender = in_singular(noun, |noun| GENDERED_NOUNS.get(noun).copied());
    gender.or_else(|| kinship(noun).map(|kin| kin.gender)).filter(|&gender| gender != Gender::Either)
}

/// Whether `noun` in the singular may be taken up by "they": "the couple", "the police", "the committee".
pub fn is_collective(noun: &str) -> bool {
    COLLECTIVE_NOUNS.contains(noun)
}

/// What `find` finds of the noun or else of its singular.
fn in_singular<T>(noun: &str, find: impl Fn(&str) -> Option<T>) -> Option<T> {
    find(noun).or_else(|| find(noun.strip_suffix('s')?)).or_else(|| {
        // Irregular plurals; endings are cheaper to test than words to look up.
        (noun.ends_with("men") || noun.ends_with("es"))
            .then(|| lemma(noun, Pos::Noun))
            .flatten()
            .and_then(|noun| find(&noun))
    })
}

static KINSHIP: LazyLock<Table<Kin>> = LazyLock::new(|| {
    Table::read(include_str!("../data/kinship.txt"), |text| {
        let (relation, gender) = text.split_once(' ')?;
        let relation = match relation {
            "parent" => Kinship::Parent,
            "grandparent" => Kinship::Grandparent,
            "child" => Kinship::Child,
            "grandchild" => Kinship::Grandchild,
            "sibling" => Kinship::Sibling,
            "spouse" => Kinship::Spouse,
            "betrothed" => Kinship::Betrothed,
            "sweetheart" => Kinship::Sweetheart,
            "aunt-or-uncle" => Kinship::AuntOrUncle,
            "niece-or-nephew" => Kinship::NieceOrNephew,
            "cousin" => Kinship::Cousin,
            "godparent" => Kinship::Godparent,
            "godchild" => Kinship::Godchild,
            "relative" => Kinship::Relative,
            _ => return None,
        };
        Some(Kin { relation, gender: Gender::parse(gender)? })
    })
});

static GENDERED_NOUNS: LazyLock<Table<Gender>> =
    LazyLock::new(|| Table::read(include_str!("../data/gendered_nouns.txt"), Gender::parse));

static COLLECTIVE_NOUNS: LazyLock<Table<()>> =
    LazyLock::new(|| Table::read(include_str!("../data/collective_nouns.txt"), |_| Some(())));
