//! The data files are in order, and the look-ups that other layers build on stay as they are.

use super::{key::Key, table::entries, *};

/// Every data file in text form.
const FILES: &[(&str, &str)] = &[
    ("areas", include_str!("../data/areas.txt")),
    ("calendar", include_str!("../data/calendar.txt")),
    ("cities", include_str!("../data/cities.txt")),
    ("collective_nouns", include_str!("../data/collective_nouns.txt")),
    ("continents", include_str!("../data/continents.txt")),
    ("countries", include_str!("../data/countries.txt")),
    ("deeds", include_str!("../data/deeds.txt")),
    ("doers", include_str!("../data/doers.txt")),
    ("entailments", include_str!("../data/entailments.txt")),
    ("exclusive_kinds", include_str!("../data/exclusive_kinds.txt")),
    ("family_names", include_str!("../data/family_names.txt")),
    ("fields", include_str!("../data/fields.txt")),
    ("function_words", include_str!("../data/function_words.txt")),
    ("gendered_nouns", include_str!("../data/gendered_nouns.txt")),
    ("given_names", include_str!("../data/given_names.txt")),
    ("hedges", include_str!("../data/hedges.txt")),
    ("kinship", include_str!("../data/kinship.txt")),
    ("name_particles", include_str!("../data/name_particles.txt")),
    ("name_suffixes", include_str!("../data/name_suffixes.txt")),
    ("nicknames", include_str!("../data/nicknames.txt")),
    ("once", include_str!("../data/once.txt")),
    ("organisation_kinds", include_str!("../data/organisation_kinds.txt")),
    ("outcomes", include_str!("../data/outcomes.txt")),
    ("peoples", include_str!("../data/peoples.txt")),
    ("place_kinds", include_str!("../data/place_kinds.txt")),
    ("rebuttals", include_str!("../data/rebuttals.txt")),
    ("regions", include_str!("../data/regions.txt")),
    ("reporting_verbs", include_str!("../data/reporting_verbs.txt")),
    ("posts", include_str!("../data/posts.txt")),
    ("scales", include_str!("../data/scales.txt")),
    ("spots", include_str!("../data/spots.txt")),
    ("things", include_str!("../data/things.txt")),
    ("titles", include_str!("../data/titles.txt")),
];

#[test]
fn files_say_what_they_are_and_are_sorted_without_repetition() {
    for (file, text) in FILES {
        assert!(text.starts_with("# ") && text.ends_with('\n'), "{file}");
        let keys: Vec<String> = entries(text).map(|(name, _)| Key::new(name).expect(name).to_string()).collect();
        for pair in keys.windows(2) {
            assert!(pair[0] < pair[1], "{file}: {pair:?}");
        }
    }
}

/// Reading is lenient in a release; in tests every table asserts that each of its lines is well-formed.
#[test]
fn every_table_reads() {
    assert_eq!(places("Ottawa").next().and_then(|place| place.within), Some("Canada"));
    assert_eq!(capitals("Netherlands"), ["Amsterdam", "The Hague"]);
    assert!(is_collective("couple") && !is_collective("mayor"));
    assert!(is_name_particle("van") && is_legal_form("plc") && !is_legal_form("co"));
    assert_eq!(kinship("widower").map(|kin| kin.relation), Some(Kinship::Spouse));
    assert_eq!(calendar_name("may"), Some(CalendarName::Month(5)));
    assert!(is_function("whose", FunctionClass::Pronoun));
    assert_eq!(affiliation("Englishwomen"), Some(Affiliation::Place("England")));
    assert_eq!(affiliation("US"), Some(Affiliation::Place("United States")));
    assert_eq!(affiliation("us"), None);
}

#[test]
fn what_lies_within_something_lies_within_a_place_we_know() {
    for file in ["cities", "regions"] {
        let text = FILES.iter().find(|(name, _)| *name == file).unwrap().1;
        for (name, _) in entries(text) {
            for place in places(name) {
                let within = place.within.map(|within| places(within).any(|outer| outer.name == within));
                assert_ne!(within, Some(false), "{place:?}");
            }
        }
    }
}

#[test]
fn nicknames() {
    for (short, full) in [
        ("Chuck", "Charles"),
        ("Bill", "William"),
        ("Peg", "Margaret"),
        ("Sandy", "Alexander"),
        ("Dick", "Richard"),
        ("Paco", "Francisco"),
        ("Tunde", "Babatunde"),
    ] {
        assert!(nickname_of(short, full) && nickname_of(full, short), "{short} {full}");
    }
    assert!(may_be_same_given_name("Bob", "Rob") && may_be_same_given_name("José", "JOSE"));
    assert!(!may_be_same_given_name("Jan", "Jane") && !may_be_same_given_name("Mario", "Maria"));
}

#[test]
fn given_names() {
    use Gender::*;
    let genders = [("Fatima", Female), ("Hiroshi", Male), ("Siobhán", Female), ("Oluwaseun", Male), ("Zoë", Female)];
    for (name, gender) in genders {
        assert_eq!(given_name(name), Some(gender), "{name}");
    }
    assert!(!is_given_name("department") && !is_given_name(""));
}

#[test]
fn gazetteer_kinds() {
    use NameKind::*;
    let names = [
        ("New York", Place),
        ("Supreme Court", Organisation),
        ("House of Representatives", Organisation),
        ("Lake Superior", Place),
        ("Winston Churchill", Person),
        ("NATO", Organisation),
        ("World War II", Other),
        ("Nigeria", Place),
        ("Frenchman", Other),
    ];
    for (name, kind) in names {
        assert_eq!(gazetteer(name), Some(kind), "{name}");
    }
    assert!(may_name("Washington", Person) && may_name("Washington", Place));
    for word in ["who", "mayor", "", "zzz zzz"] {
        assert_eq!(gazetteer(word), None, "{word}");
    }
}
