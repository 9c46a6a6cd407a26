//! `identity`: another post of the same person.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::gate::{entities, name},
    facts::{Claim, Content, Part},
    language::lexicon::{self, Pos, rival_posts},
};

/// Words that put somebody under or beside the holder of a post.
const UNDER: &[&str] = &["deputy", "vice", "assistant", "associate", "under"];

/// Heads of departments: of two that are named the person has one.
const DEPARTMENTS: &[(&[&str], &[&str])] = &[
    (&["chief", "commissioner", "captain"], &["police", "fire"]),
    (
        &["minister", "secretary"],
        &[
            "agriculture",
            "culture",
            "defence",
            "defense",
            "education",
            "energy",
            "environment",
            "finance",
            "foreign",
            "health",
            "home",
            "housing",
            "interior",
            "justice",
            "labor",
            "labour",
            "prime",
            "trade",
            "transport",
            "treasury",
        ],
    ),
    (&["editor", "correspondent"], &["business", "city", "foreign", "health", "political", "science", "sports"]),
    (&["officer"], &["executive", "financial", "operating", "technology"]),
];

/// Compares two posts of one person, of which nobody holds both at a time.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Post(x), Content::Post(y)) = (&a.claim.content, &b.claim.content) else { return None };
    let (mine, theirs) = (entities(story, a, &Part::Patient), entities(story, b, &Part::Patient));
    let person = mine.intersection(&theirs).next()?;
    if x == y {
        return Some(Finding::Agree);
    }
    // Who is told to hold it elsewhere in an article may hold both.
    let apart = exclude(x, y) || in_one_house(story, a, b) && are_two_jobs(x, y);
    if !apart || holds(story, a, y) || holds(story, b, x) {
        return None;
    }
    let why = vec![
        format!("both say what {} is", name(story, *person)),
        format!("nobody is “{}” and “{}” at a time", x.join(" "), y.join(" ")),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Identity, level: Level::Differs, denies: None, why })
}

/// Whether the article of `told` gives the same person this post, or its head word, too.
fn holds(story: &Story, told: Told, post: &[SmolStr]) -> bool {
    posts(story, told).any(|other| other == post)
}

/// The posts that the article of `told` gives the person whom that claim is about: its patient.
pub fn posts<'s>(story: &'s Story, told: Told<'s>) -> impl Iterator<Item = &'s [SmolStr]> {
    offices(story, told).map(|(post, _)| post)
}

/// The same, each with the claim that gives it.
pub fn offices<'s>(story: &'s Story, told: Told<'s>) -> impl Iterator<Item = (&'s [SmolStr], &'s Claim)> {
    let who = |c: &Claim| c.event.parties(&Part::Patient).map(|p| p.chain).next();
    let same = move |c: &&Claim| who(c) == who(told.claim);
    told.article_claims(story).iter().filter(same).filter_map(|c| match &c.content {
        Content::Post(post) => Some((&post[..], c)),
        _ => None,
    })
}

/// Whether both posts are in one house or service, as far as the articles say.
fn in_one_house(story: &Story, a: Told, b: Told) -> bool {
    let house = |t: Told<'_>| t.claim.event.parties(&Part::Whose).next().cloned();
    let (Some(p), Some(q)) = (house(a), house(b)) else { return false };
    let (mine, theirs) = (entities(story, a, &Part::Whose), entities(story, b, &Part::Whose));
    !mine.is_disjoint(&theirs) || p.noun.len() > 3 && lexicon::same_thing(&p.noun, &q.noun)
}

/// Whether people live by one or the other: the carpenter of a house is not its guard.
fn are_two_jobs(x: &[SmolStr], y: &[SmolStr]) -> bool {
    let (Some(p), Some(q)) = (x.last(), y.last()) else { return false };
    lexicon::unrelated_people(p, q) && !is_under(x) && !is_under(y) && !ANY.iter().any(|any| any == p || any == q)
}

/// What somebody may be beside other things in one house.
const ANY: &[&str] = &[
    "author",
    "boss",
    "captain",
    "chairman",
    "chairwoman",
    "chief",
    "employee",
    "expert",
    "founder",
    "head",
    "leader",
    "member",
    "officer",
    "official",
    "owner",
    "partner",
    "president",
    "representative",
    "spokesman",
    "spokeswoman",
    "veteran",
    "worker",
];

/// Whether one who holds the first post does not hold the second, by the words at the end of both.
fn rival(x: &[SmolStr], y: &[SmolStr]) -> bool {
    /// A post has so many words at most.
    const LONGEST: usize = 3;
    let ends = |post: &[SmolStr]| -> Vec<String> {
        (1..=LONGEST.min(post.len())).rev().map(|words| post[post.len() - words..].join(" ")).collect()
    };
    // The longest that are posts of their own: "finance director" before "director".
    let known = |post: &[SmolStr]| ends(post).into_iter().find(|end| lexicon::is_post(end));
    known(x).zip(known(y)).is_some_and(|(p, q)| rival_posts(&p, &q))
}

fn exclude(x: &[SmolStr], y: &[SmolStr]) -> bool {
    let (Some(p), Some(q)) = (x.last(), y.last()) else { return false };
    if let (Some(mine), Some(theirs)) = (leads(x), leads(y)) {
        return !lexicon::same_thing(mine, theirs) && !akin(mine, theirs) && !akin(theirs, mine);
    }
    if p != q {
        let alone = x.len() == 1 && y.len() == 1;
        return (rival_posts(p, q) || rival(x, y)) && (alone || !is_under(x) && !is_under(y));
    }
    let (over, under) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let deputy = is_under(under) && !is_under(over) && under[1..] == *over;
    let department = |post: &[SmolStr], names: &[&str]| names.iter().position(|name| post.iter().any(|w| w == name));
    let departments = DEPARTMENTS
        .iter()
        .filter(|(heads, _)| heads.contains(&p.as_str()))
        .any(|(_, names)| matches!((department(x, names), department(y, names)), (Some(i), Some(j)) if i != j));
    deputy || departments
}

/// "Financial" is of finance.
fn akin(adjective: &str, noun: &str) -> bool {
    lexicon::are_relatives(adjective, Pos::Adjective, noun, Pos::Noun)
}

/// The department that somebody is at the head of: "finance head", "chief engineer".
fn leads(post: &[SmolStr]) -> Option<&SmolStr> {
    match post {
        [department, head] if matches!(head.as_str(), "head" | "director") && department != "deputy" => {
            Some(department)
        }
        [chief, department] if chief == "chief" && !matches!(department.as_str(), "executive" | "officer") => {
            Some(department)
        }
        _ => None,
    }
}

fn is_under(post: &[SmolStr]) -> bool {
    post.first().is_some_and(|first| UNDER.contains(&first.as_str()))
}
