//! Verbs by the frame they stand in, and the verbs that nouns come from.

use smol_str::SmolStr;

use crate::language::lexicon::{self, Class, Pos};

/// Verbs of which the noun behind says what their subject does.
pub const GIVING: &[&str] = &[
    "carry out",
    "commit",
    "conduct",
    "deliver",
    "do",
    "enter",
    "express",
    "file",
    "give",
    "hold",
    "impose",
    "issue",
    "launch",
    "lodge",
    "make",
    "mount",
    "offer",
    "pay",
    "perform",
    "place",
    "provide",
    "send",
    "stage",
    "submit",
    "take",
    "voice",
];
/// Verbs of which the noun behind says what is done to their subject.
pub const GETTING: &[&str] =
    &["earn", "gain", "get", "have", "obtain", "receive", "secure", "suffer", "undergo", "win"];

/// Nouns that are not made from their verb as others are: "held a meeting with the firm", "his death occurred".
const IRREGULAR: &[(&str, &str)] = &[
    ("choice", "choose"),
    ("conversation", "talk"),
    ("death", "die"),
    ("meeting", "meet"),
    ("sale", "sell"),
    ("talk", "talk"),
    ("theft", "steal"),
];

/// Verbs of turning to somebody with words.
pub const ADDRESSING: &[&str] = &[
    "approach",
    "call",
    "contact",
    "e-mail",
    "email",
    "go to",
    "message",
    "phone",
    "ring",
    "telephone",
    "text",
    "write to",
];

/// What people gather at, beside what WordNet has for an event.
pub const ATTENDED: &[&str] = &[
    "ceremony",
    "conference",
    "hearing",
    "meeting",
    "negotiation",
    "rehearsal",
    "session",
    "summit",
    "talk",
    "training",
];

/// Words for money.
pub const CURRENCIES: &[&str] = &[
    "$", "£", "€", "cent", "crown", "dollar", "euro", "franc", "krona", "krone", "peso", "pound", "rouble", "rupee",
    "yen", "yuan",
];

/// Verbs that say only that something happens.
pub const HAPPENING: &[&str] = &["happen", "occur", "take place", "come about"];

/// Verbs whose object can be their subject.
pub const ALTERNATING: &[&str] = &[
    "blow up",
    "break",
    "burn",
    "burn down",
    "capsize",
    "close",
    "close down",
    "close one's doors",
    "collapse",
    "derail",
    "die",
    "double",
    "drown",
    "explode",
    "founder",
    "freeze",
    "go down",
    "halve",
    "melt",
    "open",
    "open one's doors",
    "overturn",
    "perish",
    "reopen",
    "sink",
    "shut",
    "shut down",
    "thaw",
];

/// Endings of nouns that name the doing of something.
const ENDINGS: &[&str] = &["ance", "ence", "tion", "sion", "ment", "al", "ing", "ure"];

/// The verb that a noun names the doing of. What somebody has or gets is a deed only where it is something said or done.
pub fn verb_of(noun: &str, gets: bool) -> Option<SmolStr> {
    if let Some((_, verb)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == noun) {
        return Some((*verb).into());
    }
    let verbs = || lexicon::relatives(noun, Pos::Noun).filter(|(_, pos)| *pos == Pos::Verb).map(|(verb, _)| verb);
    let alike = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let derived = ENDINGS.iter().any(|ending| noun.ends_with(ending));
    let classes = [Class::Communication, Class::Act, Class::Event];
    let is_deed = |among| classes.iter().any(|&class| lexicon::is_a(noun, class, among));
    if derived && is_deed(if gets { 1 } else { 2 }) {
        return verbs().find(|verb| noun.len() > verb.len() && alike(noun, verb) + 2 >= verb.len().max(5));
    }
    // "Offered no apology" is not to apologise.
    if let Some(verb) = noun.strip_suffix('y').and_then(|stem| verbs().find(|verb| verb.starts_with(stem))) {
        return Some(verb).filter(|_| is_deed(1));
    }
    // "Took part" is not to part.
    let same = !gets && noun != "part" && !lexicon::deeds(noun, Pos::Noun).is_empty() && is_deed(1);
    verbs().find(|verb| same && verb == noun)
}
