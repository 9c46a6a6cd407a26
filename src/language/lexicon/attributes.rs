//! What a thing is only one of: kinds that exclude one another, where it lies, what happens to it once.

use std::{cell::RefCell, sync::LazyLock};

use smol_str::SmolStr;

use super::{
    Place, Pos, lemma,
    memo::Memo,
    places,
    table::{Table, entries, list},
};

/// Whether nothing is of the kinds of both nouns, singular or plural: no city is a river. `false` where that is not known.
///
/// ```
/// use twosource::language::lexicon::exclude;
///
/// assert!(exclude("cities", "river") && exclude("novelist", "film"));
/// assert!(!exclude("town", "city") && !exclude("novelist", "singer") && !exclude("website", "company"));
/// ```
pub fn exclude(a: &str, b: &str) -> bool {
    let (ours, theirs) = (exclusive_kinds(a), exclusive_kinds(b));
    let compatible = |x: u16, y: u16| x == y || KINDS.compatible[usize::from(x)].contains(&y);
    !ours.is_empty()
        && !theirs.is_empty()
        && ours.iter().all(|&x| theirs.iter().all(|&y| !compatible(x, y) && !compatible(y, x)))
}

/// Whether `noun` is of a kind that excludes others.
pub fn is_exclusive(noun: &str) -> bool {
    !exclusive_kinds(noun).is_empty()
}

fn exclusive_kinds(noun: &str) -> Vec<u16> {
    let singular = lemma(noun, Pos::Noun).unwrap_or_else(|| SmolStr::from(noun));
    KINDS.words.all(&singular).copied().collect()
}

struct Kinds {
    words: Table<u16>,
    /// For each kind those that may be the same thing.
    compatible: Box<[Box<[u16]>]>,
}

static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let kinds: Vec<(&str, &str)> = entries(include_str!("../data/exclusive_kinds.txt")).collect();
    let numbers = Table::new(kinds.iter().zip(0u16..).map(|(&(name, _), number)| (name, number)));
    let mut words = Vec::new();
    let mut compatible = Vec::new();
    for (&(_, text), number) in kinds.iter().zip(0u16..) {
        let (own, others) = text.split_once(';').unwrap_or((text, ""));
        words.extend(list(own).map(|word| (word, number)));
        compatible.push(list(others).filter_map(|other| numbers.get(other).copied()).collect());
    }
    Kinds { words: Table::new(words), compatible: compatible.into() }
});

/// What something is of, where it is hardly ever of two of one group: a sport, a genre.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Field(u16);

/// The field that a noun or adjective names, in any inflection.
///
/// ```
/// use twosource::language::lexicon::{field, fields_clash};
///
/// let clash = |a, b| fields_clash(field(a).unwrap(), field(b).unwrap());
/// assert!(clash("tennis", "golfer") && clash("horror", "romantic"));
/// assert!(!clash("comedy", "romantic") && !clash("tennis", "horror") && !clash("soccer", "football"));
/// assert_eq!(field("long"), None);
/// ```
pub fn field(word: &str) -> Option<Field> {
    FIELDS.words.get(word).copied()
}

/// Whether hardly anything is of both fields.
pub fn fields_clash(a: Field, b: Field) -> bool {
    let (x, y) = (&FIELDS.all[usize::from(a.0)], &FIELDS.all[usize::from(b.0)]);
    a != b && x.group == y.group && !x.compatible.contains(&b) && !y.compatible.contains(&a)
}

struct Fields {
    words: Table<Field>,
    all: Box<[FieldEntry]>,
}

struct FieldEntry {
    group: &'static str,
    compatible: Box<[Field]>,
}

static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let rows: Vec<(&str, &str)> = entries(include_str!("../data/fields.txt")).collect();
    let numbers = Table::new(rows.iter().zip(0u16..).map(|(&(name, _), number)| (name, Field(number))));
    let mut words = Vec::new();
    let mut all = Vec::new();
    for (&(_, text), number) in rows.iter().zip(0u16..) {
        let mut parts = text.split(';').map(str::trim);
        let mut part = || parts.next().unwrap_or_default();
        let group = part();
        words.extend(list(part()).map(|word| (word, Field(number))));
        all.push(FieldEntry {
            group,
            compatible: list(part()).filter_map(|other| numbers.get(other).copied()).collect(),
        });
    }
    Fields { words: Table::new(words), all: all.into() }
});

/// Whether one of two places lies in the other, as far as the tables tell: Lyon in France, France in Europe. `None` where that is
/// not known.
///
/// ```
/// use twosource::language::lexicon::{lies_in, places};
///
/// let place = |name| *places(name).next().unwrap();
/// assert_eq!(lies_in(&place("Nairobi"), &place("Africa")), Some(true));
/// assert_eq!(lies_in(&place("Nairobi"), &place("Peru")), Some(false));
/// ```
pub fn lies_in(a: &Place, b: &Place) -> Option<bool> {
    use super::PlaceLevel::{Area, City, Country, Region};
    if a.name == b.name {
        return Some(true);
    }
    let (ours, theirs) = (above(a), above(b));
    if ours.contains(&b.name) || theirs.contains(&a.name) {
        return Some(true);
    }
    if let (Some(ours), Some(theirs)) = (countries_of(a), countries_of(b)) {
        return Some(ours.iter().any(|country| theirs.contains(country)));
    }
    let known = |place: &Place| match place.kind {
        Country | Region | City => true,
        Area => countries_of(place).is_some(),
        _ => false,
    };
    // Two places of which neither is known to hold the other: parts of countries may, as far as the tables go.
    let apart = match (a.kind, b.kind) {
        (Country, _) | (_, Country) | (Area, _) | (_, Area) | (City, City) => true,
        _ => country(&ours, a) != country(&theirs, b),
    };
    (known(a) && known(b) && apart).then_some(false)
}

/// The country in a chain of places, or the outermost of them.
fn country<'a>(chain: &[&'a str], place: &Place) -> &'a str
where
    'static: 'a,
{
    let is_country = |name: &&&str| places(name).any(|p| p.kind == super::PlaceLevel::Country && p.name == **name);
    chain.iter().find(is_country).copied().unwrap_or(place.name)
}

/// The places that hold this one, the nearest first.
fn above(place: &Place) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    let mut next = Some(place.name);
    let mut within = place.within;
    while let Some(name) = next {
        found.push(name);
        next = within.filter(|w| !found.contains(w));
        within = next.and_then(|n| places(n).find(|p| p.name == n)).and_then(|p| p.within);
    }
    let areas: Vec<&'static str> =
        CONTINENT_OF.iter().filter(|(country, _)| found.contains(country)).map(|(_, area)| *area).collect();
    for area in areas {
        found.push(area);
        let (north, south) = (area == "North America", area == "South America");
        if north || south {
            found.push("America");
        }
    }
    found
}

/// The countries of a part of the world.
fn countries_of(area: &Place) -> Option<&'static [&'static str]> {
    (area.kind == super::PlaceLevel::Area).then(|| CONTINENTS.get(area.name)).flatten().map(|all| &**all)
}

static CONTINENTS: LazyLock<Table<Box<[&'static str]>>> =
    LazyLock::new(|| Table::read(include_str!("../data/continents.txt"), |text| Some(list(text).collect())));

static CONTINENT_OF: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let all = entries(include_str!("../data/continents.txt"));
    all.flat_map(|(area, countries)| list(countries).map(move |country| (country, area))).collect()
});

/// Whether a deed is done to one thing once, so that who does it is one person or group.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum DoneOnce {
    /// The words alone tell it: "invented the lamp".
    Always,
    /// Where the thing is told to be the same one: "cut the ribbon".
    ForGood,
}

/// Whether what a predicate of base form tells is done to one thing once.
///
/// ```
/// use twosource::language::lexicon::{DoneOnce, done_once};
///
/// assert_eq!(done_once("invent"), Some(DoneOnce::Always));
/// assert_eq!(done_once("dig up"), Some(DoneOnce::ForGood));
/// assert_eq!(done_once("visit"), None);
/// ```
pub fn done_once(predicate: &str) -> Option<DoneOnce> {
    DONE_ONCE.get(predicate).copied()
}

static DONE_ONCE: LazyLock<Table<DoneOnce>> = LazyLock::new(|| {
    let kind = |kind| if kind == "once" { DoneOnce::Always } else { DoneOnce::ForGood };
    let kinds = entries(include_str!("../data/done_once.txt"));
    Table::new(kinds.flat_map(move |(name, verbs)| list(verbs).map(move |verb| (verb, kind(name)))))
});

/// What happens to a thing once.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct Once {
    /// Verbs of the same occasion tell of the same.
    pub occasion: &'static str,
    /// Who does it is named in full as a rule.
    pub sole: bool,
}

/// What a verb, in any inflection, tells that happens to a thing once.
///
/// ```
/// use twosource::language::lexicon::once;
///
/// assert_eq!(once("wrote").map(|o| (o.occasion, o.sole)), Some(("writing", true)));
/// assert_eq!(once("visited"), None);
/// ```
pub fn once(verb: &str) -> Option<Once> {
    thread_local! {
        static KNOWN: RefCell<Memo<(), Option<Once>>> = RefCell::new(Memo::new());
    }
    // "Founded" is of "found" before it is of "find", "shot" of "shoot".
    let find = || super::words::base_forms(verb, Pos::Verb).find_map(|form| ONCE.get(&form)).copied();
    KNOWN.with_borrow_mut(|known| known.recall(verb, (), find))
}

static ONCE: LazyLock<Table<Once>> = LazyLock::new(|| {
    Table::read(include_str!("../data/once.txt"), |text| {
        let (occasion, sole) = text.split_once(' ').map_or((text, ""), |(occasion, sole)| (occasion, sole));
        matches!(sole, "" | "sole").then_some(Once { occasion, sole: sole == "sole" })
    })
});
