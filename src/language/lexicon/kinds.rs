//! Words that tell what kind of thing a name names: "… University", "Lake …".

use std::sync::LazyLock;

use super::table::Table;

/// What kind of organisation a word in its name tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum OrganisationKind {
    Government,
    Court,
    Education,
    Company,
    Finance,
    Media,
    Party,
    Military,
    Police,
    Sport,
    Religion,
    Health,
    Union,
    /// Associations, institutions, ensembles and the like.
    Body,
}

/// The kinds of organisation that `word` tells when it stands in a name, none for most words.
///
/// ```
/// use twosource::language::lexicon::{OrganisationKind, organisation_kinds};
///
/// assert_eq!(organisation_kinds("Court"), [OrganisationKind::Court]);
/// assert!(organisation_kinds("Union").contains(&OrganisationKind::Sport));
/// assert!(organisation_kinds("Tuesday").is_empty());
/// ```
pub fn organisation_kinds(word: &str) -> &'static [OrganisationKind] {
    ORGANISATION_KINDS.get(word).map_or(&[], |(kinds, _)| kinds)
}

/// Whether `word` is a legal form, with which the name of a company ends: "Inc.", "plc", "GmbH".
pub fn is_legal_form(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase() || c == 'p')
        && ORGANISATION_KINDS.get(word).is_some_and(|&(_, legal)| legal)
}

/// What kind of place a word in its name tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum PlaceKind {
    Road,
    /// A bridge, dam, monument and the like: what is built, but not to stay in.
    Structure,
    Building,
    Water,
    /// Mountains, islands, forests: what the land is.
    Land,
    /// A city, district, country: what people settle or govern.
    Region,
}

/// The kinds of place that `word` tells when it stands in a name, none for most words. Many a building is an organisation too.
///
/// ```
/// use twosource::language::lexicon::{PlaceKind, begins_place, place_kinds};
///
/// assert_eq!(place_kinds("Bridge"), [PlaceKind::Structure]);
/// assert_eq!(place_kinds("St."), [PlaceKind::Road, PlaceKind::Region]);
/// assert!(begins_place("Mount") && !begins_place("Bridge"));
/// ```
pub fn place_kinds(word: &str) -> &'static [PlaceKind] {
    PLACE_KINDS.get(word).map_or(&[], |(kinds, _)| kinds)
}

/// Whether names of places begin with `word`: "Lake", "Mount", "North". Other kinds of place end them.
pub fn begins_place(word: &str) -> bool {
    PLACE_KINDS.get(word).is_some_and(|&(_, begins)| begins)
}

/// Kinds, and whether the word bears the mark that the table has besides them.
type Kinds<K> = (Box<[K]>, bool);

static ORGANISATION_KINDS: LazyLock<Table<Kinds<OrganisationKind>>> = LazyLock::new(|| {
    use OrganisationKind::*;
    Table::read(include_str!("../data/organisation_kinds.txt"), |text| {
        kinds(text, "legal", |kind| {
            Some(match kind {
                "government" => Government,
                "court" => Court,
                "education" => Education,
                "company" => Company,
                "finance" => Finance,
                "media" => Media,
                "party" => Party,
                "military" => Military,
                "police" => Police,
                "sport" => Sport,
                "religion" => Religion,
                "health" => Health,
                "union" => Union,
                "body" => Body,
                _ => return None,
            })
        })
    })
});

static PLACE_KINDS: LazyLock<Table<Kinds<PlaceKind>>> = LazyLock::new(|| {
    use PlaceKind::*;
    Table::read(include_str!("../data/place_kinds.txt"), |text| {
        kinds(text, "before", |kind| {
            Some(match kind {
                "road" => Road,
                "structure" => Structure,
                "building" => Building,
                "water" => Water,
                "land" => Land,
                "region" => Region,
                _ => return None,
            })
        })
    })
});

fn kinds<K>(text: &str, mark: &str, kind: impl Fn(&str) -> Option<K>) -> Option<Kinds<K>> {
    let kinds = text.split(' ').filter(|&word| word != mark).map(kind).collect::<Option<_>>()?;
    Some((kinds, text.split(' ').any(|word| word == mark)))
}
