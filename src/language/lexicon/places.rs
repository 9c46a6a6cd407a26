//! Countries, their parts and cities, and the words for those who belong to them or to a faith, people or party.

use std::sync::LazyLock;

use super::{
    is_written_as,
    table::{Table, entries, list},
};

/// One of the places that a name may mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its usual name: "United States" for "U.S."
    pub name: &'static str,
    pub kind: PlaceLevel,
    /// The country of a region, the country or region of a city.
    pub within: Option<&'static str>,
}

/// What a [`Place`] is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum PlaceLevel {
    Country,
    /// A state, province, county or other part of a country.
    Region,
    City,
    /// A continent or part of the world, a mountain range.
    Area,
    /// A sea, river or lake.
    Water,
    /// A planet.
    Celestial,
}

/// The places of this name, the larger first. What is an abbreviation is found only as it is written: "US" and "Mass.", but not
/// "us" and "Mass".
///
/// ```
/// use twosource::language::lexicon::{PlaceLevel, places};
///
/// assert_eq!(places("U.K.").next().unwrap().name, "United Kingdom");
/// let georgia: Vec<_> = places("Georgia").map(|place| (place.kind, place.within)).collect();
/// assert_eq!(georgia, [(PlaceLevel::Country, None), (PlaceLevel::Region, Some("United States"))]);
/// assert_eq!(places("us").next(), None);
/// ```
pub fn places(name: &str) -> impl Iterator<Item = &'static Place> {
    PLACES.all(name).filter(move |entry| is_written_as(name, entry.written)).map(|entry| &entry.place)
}

/// The capital cities of a country or region by its usual name ([`Place::name`]).
pub fn capitals(place: &str) -> &'static [&'static str] {
    CAPITALS.get(place).map_or(&[], |capitals| capitals)
}

/// What somebody called by an adjective or noun belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Affiliation {
    /// A country, region or area, by its usual name.
    Place(&'static str),
    /// A part of the world: "African".
    Area,
    City,
    /// A people or ethnic group: "Kurdish".
    People,
    Faith,
    Party,
}

/// What the adjective or noun `word` says that somebody or something belongs to, a country before all else; nouns in the
/// singular or plural.
///
/// ```
/// use twosource::language::lexicon::{Affiliation, affiliation};
///
/// assert_eq!(affiliation("Dutch"), Some(Affiliation::Place("Netherlands")));
/// assert_eq!(affiliation("Texans"), Some(Affiliation::Place("Texas")));
/// assert_eq!(affiliation("Sunni"), Some(Affiliation::Faith));
/// assert_eq!(affiliation("yellow"), None);
/// ```
pub fn affiliation(word: &str) -> Option<Affiliation> {
    let find = |word: &str| {
        let entry = AFFILIATIONS.all(word).find(|(written, _)| is_written_as(word, written));
        entry.map(|&(_, affiliation)| affiliation)
    };
    find(word).or_else(|| find(word.strip_suffix('s')?)).or_else(|| {
        let stem = word.strip_suffix("men")?;
        Some(Affiliation::Place(match find(&[stem, "man"].concat())? {
            Affiliation::Place(place) => place,
            _ => return None,
        }))
    })
}

/// A place under one of its names.
struct Named {
    written: &'static str,
    place: Place,
}

const COUNTRIES: &str = include_str!("../data/countries.txt");
const REGIONS: &str = include_str!("../data/regions.txt");

/// The fields of an entry of [`COUNTRIES`] or [`REGIONS`], which semicolons part; empty where they are left out.
fn fields(text: &'static str) -> [&'static str; 4] {
    let mut fields = text.split(';').map(str::trim);
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}

static PLACES: LazyLock<Table<Named>> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut add = |written, name, kind, within| {
        all.push((written, Named { written, place: Place { name, kind, within } }));
    };
    for (country, text) in entries(COUNTRIES) {
        let [others, _, _, capitals] = fields(text);
        add(country, country, PlaceLevel::Country, None);
        list(others).for_each(|other| add(other, country, PlaceLevel::Country, None));
        list(capitals).for_each(|capital| add(capital, capital, PlaceLevel::City, Some(country)));
    }
    for (region, text) in entries(REGIONS) {
        let [kind, others, _, capital] = fields(text);
        let country = kind.split_once(", ").map(|(_, country)| country);
        add(region, region, PlaceLevel::Region, country);
        list(others).for_each(|other| add(other, region, PlaceLevel::Region, country));
        list(capital).for_each(|capital| add(capital, capital, PlaceLevel::City, Some(region)));
    }
    for (city, within) in entries(include_str!("../data/cities.txt")) {
        within.split("; ").for_each(|within| add(city, city, PlaceLevel::City, Some(within)));
    }
    for (area, kind) in entries(include_str!("../data/areas.txt")) {
        let kind = match kind {
            "water" => PlaceLevel::Water,
            "body" => PlaceLevel::Celestial,
            _ => PlaceLevel::Area,
        };
        add(area, area, kind, None);
    }
    all.sort_by_key(|(_, named)| named.place.kind);
    Table::new(all)
});

static CAPITALS: LazyLock<Table<Box<[&'static str]>>> = LazyLock::new(|| {
    let all = entries(COUNTRIES).chain(entries(REGIONS));
    Table::new(all.map(|(place, text)| (place, list(fields(text)[3]).collect())))
});

static AFFILIATIONS: LazyLock<Table<(&'static str, Affiliation)>> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut add = |word, affiliation| all.push((word, (word, affiliation)));
    for (country, text) in entries(COUNTRIES) {
        let [_, adjectives, people, _] = fields(text);
        list(adjectives).chain(list(people)).for_each(|word| add(word, Affiliation::Place(country)));
    }
    for (region, text) in entries(REGIONS) {
        list(fields(text)[2]).for_each(|word| add(word, Affiliation::Place(region)));
    }
    for (word, kind) in entries(include_str!("../data/peoples.txt")) {
        let affiliation = match kind.split(' ').next() {
            Some("region") => Affiliation::Area,
            Some("city") => Affiliation::City,
            Some("faith") => Affiliation::Faith,
            Some("party") => Affiliation::Party,
            _ => Affiliation::People,
        };
        add(word, affiliation);
    }
    Table::new(all)
});
