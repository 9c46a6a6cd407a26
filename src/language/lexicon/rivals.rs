//! Posts and spots of which there are several in one house or place, where nobody holds and nothing happens in two at once.

use std::{cell::RefCell, sync::LazyLock};

use super::{
    Class, PlaceKind, Pos, is_a, is_kind_of,
    memo::Memo,
    place_kinds, same_thing,
    table::{Table, entries, list},
};

/// Whether somebody who is one of these is not the other at the same time, for they are posts of one house: nurse and surgeon.
///
/// ```
/// use twosource::language::lexicon::rival_posts;
///
/// assert!(rival_posts("nurse", "surgeon") && rival_posts("sergeant", "lieutenant"));
/// assert!(!rival_posts("captain", "skipper") && !rival_posts("nurse", "novelist"));
/// ```
pub fn rival_posts(a: &str, b: &str) -> bool {
    are_rivals(&POSTS, a, b)
}

/// Whether it is a post that others in one house are told from.
pub fn is_post(words: &str) -> bool {
    POSTS.get(words).is_some()
}

/// Whether what happens in one of these does not happen in the other: attic and cellar, lake and forest.
pub fn rival_spots(a: &str, b: &str) -> bool {
    are_rivals(&SPOTS, a, b) || are_other_buildings(a, b)
}

/// Whether both are for buildings and neither for a kind of the other: a farmhouse and a school.
fn are_other_buildings(a: &str, b: &str) -> bool {
    let kind = || is_kind_of(a, b, Pos::Noun, 1) || is_kind_of(b, a, Pos::Noun, 1);
    is_building(a) && is_building(b) && !same_thing(a, b) && !kind()
}

/// Whether a noun is for a building of some kind that stands for itself. What is in others too says little: a shop, an office.
fn is_building(noun: &str) -> bool {
    const ANYWHERE: &[&str] = &[
        "academy",
        "bar",
        "barn",
        "booth",
        "building",
        "cafe",
        "center",
        "centre",
        "chapel",
        "cinema",
        "clinic",
        "college",
        "complex",
        "garage",
        "gym",
        "gymnasium",
        "hall",
        "hangar",
        "home",
        "house",
        "institute",
        "kiosk",
        "lab",
        "laboratory",
        "library",
        "lobby",
        "office",
        "restaurant",
        "room",
        "school",
        "shed",
        "shelter",
        "shop",
        "stable",
        "store",
        "studio",
        "terminal",
        "theater",
        "theatre",
        "tower",
        "university",
    ];
    thread_local! {
        static KNOWN: RefCell<Memo<(), bool>> = RefCell::new(Memo::new());
    }
    let find = || !ANYWHERE.contains(&noun) && place_kinds(noun).contains(&PlaceKind::Building);
    KNOWN.with_borrow_mut(|known| known.recall(noun, (), find))
}

/// Whether one is for a building and the other for a vehicle or vessel that does not stand in it: what happens inside one of them does
/// not happen inside the other.
pub fn are_building_and_vehicle(a: &str, b: &str) -> bool {
    const FOR_VEHICLES: &[&str] = &["barn", "depot", "garage", "hangar", "shed", "stable", "station", "terminal"];
    let vehicle = |noun| is_a(noun, Class::Vehicle, 2);
    let building = |noun| place_kinds(noun).contains(&PlaceKind::Building) && !FOR_VEHICLES.contains(&noun);
    building(a) && vehicle(b) || vehicle(a) && building(b)
}

/// Whether it is a spot of which there are others where what happens in it does not happen.
pub fn is_spot(noun: &str) -> bool {
    SPOTS.get(noun).is_some() || is_building(noun)
}

/// Whether whoever is one of these is not the other where one did something: a lifeboat and a helicopter.
pub fn rival_doers(a: &str, b: &str) -> bool {
    are_rivals(&DOERS, a, b)
}

/// Whether both are words for those of one trade: a pupil and a child.
pub fn same_trade(a: &str, b: &str) -> bool {
    DOERS.all(a).any(|x| DOERS.all(b).any(|y| x == y))
}

/// Whether it is one of those who are told apart from others that may have done it.
pub fn is_doer(noun: &str) -> bool {
    DOERS.get(noun).is_some()
}

/// The number of the house, and of the post in it.
type Place = (u16, u16);

fn are_rivals(table: &Table<Place>, a: &str, b: &str) -> bool {
    let shared = |x: &Place| table.all(b).any(|y| x.0 == y.0 && x.1 == y.1);
    let rival = |x: &Place| table.all(b).any(|y| x.0 == y.0 && x.1 != y.1);
    table.all(a).any(rival) && !table.all(a).any(shared)
}

fn read(text: &'static str) -> Table<Place> {
    let houses = entries(text).zip(0..);
    let posts =
        houses.flat_map(|((_, posts), house)| posts.split(';').zip(0..).map(move |(post, at)| (post, (house, at))));
    Table::new(posts.flat_map(|(words, place)| list(words).map(move |word| (word, place))))
}

static POSTS: LazyLock<Table<Place>> = LazyLock::new(|| read(include_str!("../data/posts.txt")));
static SPOTS: LazyLock<Table<Place>> = LazyLock::new(|| read(include_str!("../data/spots.txt")));
static DOERS: LazyLock<Table<Place>> = LazyLock::new(|| read(include_str!("../data/doers.txt")));
