//! Which one of several is meant: the first leg and the second, the east wing and the west wing.

use super::{Story, told::Told};
use crate::language::{
    Sentence,
    lexicon::{self, Affiliation},
    model::Relation,
};

/// Words that tell apart things of one kind, set by set. Of two that bear different words of one set each is another.
const SETS: &[&[&[&str]]] = &[
    &[
        &["first", "1st", "opening"],
        &["second", "2nd"],
        &["third", "3rd"],
        &["fourth", "4th"],
        &["fifth", "5th"],
        &["sixth", "6th"],
        &["last", "final", "closing"],
    ],
    &[
        &["north", "northern", "northbound"],
        &["south", "southern", "southbound"],
        &["east", "eastern", "eastbound"],
        &["west", "western", "westbound"],
    ],
    &[&["left", "left-hand"], &["right", "right-hand"]],
    &[&["upper", "top"], &["lower", "bottom"]],
    &[&["men", "male", "boys"], &["women", "female", "girls"]],
    &[&["senior"], &["junior"]],
    &[&["morning"], &["afternoon"], &["evening"], &["night", "overnight"]],
    &[&["old", "former", "previous", "earlier"], &["new", "next", "later", "current", "present"]],
    &[&["inner"], &["outer"]],
    &[&["home"], &["away"]],
    &[&["big", "large", "larger"], &["small", "smaller"]],
    &[&["white"], &["black"], &["brown"], &["red"], &["green"], &["blue"], &["yellow"]],
    &[&["petrol"], &["diesel"], &["electric"], &["hybrid"]],
    &[&["primary"], &["secondary"]],
    &[&["domestic"], &["foreign", "overseas"]],
    &[&["urban"], &["rural"]],
    &[&["public"], &["private"]],
    &[&["full-time"], &["part-time"]],
    &[&["summer"], &["winter"], &["spring"], &["autumn"]],
    &[
        &["agriculture", "farm", "farming"],
        &["culture", "arts"],
        &["defence", "defense"],
        &["education", "schools"],
        &["energy"],
        &["environment"],
        &["finance", "treasury"],
        &["health"],
        &["housing"],
        &["interior"],
        &["justice"],
        &["tourism"],
        &["trade", "commerce"],
        &["transport"],
    ],
];

/// Whether two sentences tell of two things of one kind that are told apart by a word beside the noun.
pub fn are_set_apart(story: &Story, a: Told, b: Told) -> bool {
    let (Some(x), Some(y)) = (a.sentence(story), b.sentence(story)) else { return false };
    let (mine, theirs) = (marked(&x.sentence), marked(&y.sentence));
    mine.iter().any(|(noun, set, which)| {
        let others = || theirs.iter().filter(|(other, s, _)| other == noun && s == set);
        others().next().is_some() && others().all(|(.., other)| other != which)
    })
}

/// Whether two sentences tell of those of two peoples by one noun: "the Danish army" and "the Royal Dutch Army".
pub fn are_of_other_peoples(story: &Story, a: Told, b: Told) -> bool {
    let (Some(x), Some(y)) = (a.sentence(story), b.sentence(story)) else { return false };
    let (mine, theirs) = (peoples(&x.sentence), peoples(&y.sentence));
    mine.iter().any(|(noun, _)| {
        let of = |all: &[(String, &'static str)]| -> Vec<&'static str> {
            all.iter().filter(|(other, _)| other == noun).map(|(_, place)| *place).collect()
        };
        let (one, other) = (of(&mine), of(&theirs));
        !other.is_empty() && !one.iter().any(|place| other.contains(place))
    })
}

/// The nouns that bear a word for a people, and the place of that people.
fn peoples(sentence: &Sentence) -> Vec<(String, &'static str)> {
    let parse = &sentence.parse;
    let place = |i: usize| match lexicon::affiliation(sentence.word(i)) {
        Some(Affiliation::Place(place)) => Some(place),
        _ => None,
    };
    let beside = |i: usize| {
        let relation = parse.node(i).relation;
        let modifies = matches!(relation, Relation::Amod | Relation::Compound | Relation::NmodPoss | Relation::Flat);
        // Of "Dutch Royal Army" the first word may be the head, and the last is the noun.
        let last = || parse.children(i).rfind(|&c| parse.node(c).relation == Relation::Flat);
        last().or_else(|| parse.head(i).filter(|_| modifies)).zip(place(i))
    };
    let found = (0..sentence.tokens.len()).filter_map(beside);
    found.map(|(noun, place)| (sentence.lower(noun).trim_end_matches('s').to_owned(), place)).collect()
}

/// Stretches of time for which sums are told.
const STRETCHES: &[&[&str]] = &[
    &["half-year", "half-yearly", "interim"],
    &["quarter", "quarterly"],
    &["month", "monthly"],
    &["annual", "annually", "full-year", "year", "yearly"],
];

/// Whether two sentences tell sums for stretches of other lengths: "in the first half", "annual profits".
pub fn cover_other_stretches(story: &Story, a: Told, b: Told) -> bool {
    let stretch = |told: Told| {
        let sentence = &told.sentence(story)?.sentence;
        let half = |i: usize| i > 0 && sentence.is_any(i, &["half"]) && sentence.is_any(i - 1, &["first", "second"]);
        let named = |i: usize| STRETCHES.iter().position(|words| sentence.is_any(i, words));
        (0..sentence.tokens.len()).find_map(|i| if half(i) { Some(0) } else { named(i) })
    };
    stretch(a).zip(stretch(b)).is_some_and(|(one, other)| one != other)
}

/// Whether a sentence tells of one of several, or of a part of something.
pub fn tells_of_several(sentence: &Sentence) -> bool {
    const SEVERAL: &[&str] = &[
        "additional",
        "another",
        "else",
        "elsewhere",
        "except",
        "excepted",
        "exception",
        "excluding",
        "further",
        "most",
        "other",
        "others",
        "part",
        "remaining",
        "rest",
        "some",
    ];
    // "A majority of them accepted it" is not all of them, "accepted it by a large majority" is.
    let most = |i: usize| sentence.is_any(i, &["majority"]) && sentence.is_any(i + 1, &["of"]);
    // "Only the pumps", not "the only bridge".
    let only = |i: usize| {
        sentence.is_any(i, &["only"]) && !(i > 0 && sentence.is_any(i - 1, &["a", "an", "its", "the", "their"]))
    };
    let but = |i: usize| sentence.is_any(i, &["apart", "aside"]) && sentence.is_any(i + 1, &["from"]);
    (0..sentence.tokens.len()).any(|i| sentence.is_any(i, SEVERAL) || most(i) || only(i) || but(i))
}

/// Whether both sentences tell of the first, or of the last, of what a noun is for: "the last dinner" and "the final dinner".
pub fn are_of_one_rank(story: &Story, a: Told, b: Told, noun: &str) -> bool {
    let (Some(x), Some(y)) = (a.sentence(story), b.sentence(story)) else { return false };
    let theirs = marked(&y.sentence);
    let of_it = |(marked, set, _): &&(String, usize, usize)| *set == 0 && marked == noun.trim_end_matches('s');
    marked(&x.sentence).iter().filter(of_it).any(|mine| theirs.contains(mine))
}

/// Words for which of several it is.
const RANKS: &[&[&str]] = &[&["first"], &["second"], &["third"], &["fourth"], &["fifth"], &["last", "final"]];

/// Words for the parts of a day.
const HOURS: &[&[&str]] = &[&["morning"], &["afternoon"], &["evening"], &["night", "overnight"]];

/// Whether two sentences tell of others of several, whatever that is: "missed the first", "was there for the second".
pub fn are_of_other_ranks(story: &Story, a: Told, b: Told) -> bool {
    tell_others(story, a, b, RANKS)
}

/// Whether two sentences tell of other parts of a day.
pub fn are_at_other_hours(story: &Story, a: Told, b: Told) -> bool {
    tell_others(story, a, b, HOURS)
}

/// Whether both sentences have words of the set, and none in common.
fn tell_others(story: &Story, a: Told, b: Told, set: &[&[&str]]) -> bool {
    let told = |t: Told| -> Vec<usize> {
        let Some(s) = t.sentence(story) else { return Vec::new() };
        let has = |words: &[&str]| (0..s.sentence.tokens.len()).any(|i| s.sentence.is_any(i, words));
        set.iter().enumerate().filter(|(_, words)| has(words)).map(|(i, _)| i).collect()
    };
    let (mine, theirs) = (told(a), told(b));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|i| theirs.contains(i))
}

/// The nouns that bear such a word, in lower case and without the plural's ending: the set, and which of the set.
fn marked(sentence: &Sentence) -> Vec<(String, usize, usize)> {
    let parse = &sentence.parse;
    let mut found = Vec::new();
    for i in 0..sentence.tokens.len() {
        let beside = matches!(
            parse.node(i).relation,
            Relation::Amod | Relation::Compound | Relation::Nummod | Relation::NmodPoss
        );
        let Some(noun) = parse.head(i).filter(|_| beside) else { continue };
        for (number, set) in SETS.iter().enumerate() {
            if let Some(which) = set.iter().position(|words| sentence.is_any(i, words)) {
                found.push((sentence.lower(noun).trim_end_matches('s').to_owned(), number, which));
            }
        }
    }
    found
}
