//! Two utterances word by word: what is shared, what was changed, and what a change tells.

use smol_str::SmolStr;

use crate::language::lexicon::{self, FunctionClass::Number, Pos};

/// Whether `long` holds the words of `short` in a row.
pub fn holds(long: &[SmolStr], short: &[SmolStr]) -> bool {
    long.windows(short.len().max(1)).any(|w| w == short)
}

/// Whether a word says something by itself.
pub fn is_telling(word: &str) -> bool {
    let grammar = lexicon::is_function_word(word) && !matches!(word, "not" | "never" | "no");
    word.len() > 1 && !grammar && !lexicon::is_name_particle(word)
}

/// Whether a word turns or bounds what is said: "not", "may", "half", "two".
pub fn is_scope(word: &str) -> bool {
    const SCOPE: &[&str] = &[
        "all", "always", "both", "can", "could", "every", "few", "half", "many", "may", "might", "more", "most",
        "must", "never", "no", "nobody", "none", "not", "nothing", "should", "some",
    ];
    SCOPE.contains(&word) || word.starts_with(|c: char| c.is_ascii_digit()) || lexicon::is_function(word, Number)
}

/// Words that turn what is said, or leave it open, wherever they are put in, and those that say the opposite of each other.
pub const TURNING: &[&str] = &["cannot", "hardly", "neither", "never", "no", "nobody", "none", "not", "nothing"];
const OPEN: &[&str] = &["hope", "like", "want", "wish"];
const OPPOSITE: &[(&[&str], &[&str])] = &[
    (&["all", "always", "both", "every", "everybody", "everyone", "everything"], TURNING),
    // Behind "not": some of it, or none.
    (&["everybody", "everyone", "everything"], &["anybody", "anyone", "anything"]),
    (&["many", "more", "most", "much"], &["few", "fewer", "less", "little"]),
    (&["before"], &["after"]),
];

/// Whether a word says that there is nothing else, so that "not" before it denies that only: "not just to save money".
pub fn narrows(word: &str) -> bool {
    ["just", "merely", "only", "purely", "simply", "solely"].contains(&word)
}

/// How a change turns what is said round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// All of it: a "not" more, the opposite word.
    Whole,
    /// In how far it holds: "all" and "none", "know" and "want to know".
    Part,
}

/// How one word in place of another turns what is said; a word that is added stands beside an empty one.
pub fn turn(p: &str, q: &str) -> Option<Turn> {
    let not = |word: &str| TURNING.contains(&word);
    let ways = |p: &str, q: &str| OPPOSITE.iter().any(|(some, none)| some.contains(&p) && none.contains(&q));
    let opposed = || {
        [Pos::Verb, Pos::Adjective, Pos::Noun, Pos::Adverb].iter().any(|&of| {
            let words = lexicon::lemma(p, of).zip(lexicon::lemma(q, of));
            words.is_some_and(|(p, q)| p != q && lexicon::opposed(&p, of, &q, of))
        })
    };
    match (p, q) {
        ("", only) | (only, "") if OPEN.contains(&only) => Some(Turn::Part),
        ("", only) | (only, "") => not(only).then_some(Turn::Whole),
        _ if not(p) && not(q) => None,
        _ if ways(p, q) || ways(q, p) => Some(Turn::Part),
        _ => (not(p) || not(q) || negates(p, q) || negates(q, p) || opposed()).then_some(Turn::Whole),
    }
}

/// Whether the first word is the second behind a prefix that says no: "unsafe" and "safe".
fn negates(a: &str, b: &str) -> bool {
    ["un", "in", "im", "dis", "non", "ir", "il"].iter().any(|not| a.strip_prefix(not) == Some(b))
}

/// Whether a word says under what condition or against what something is so: "until", "even", "if".
pub fn is_link(word: &str) -> bool {
    const LINKS: &[&str] = &[
        "after", "although", "because", "before", "despite", "even", "except", "if", "now", "once", "only", "since",
        "though", "unless", "until", "when", "whenever", "while", "without", "with",
    ];
    LINKS.contains(&word)
}

/// Whether the changes put one of the two into another time: what "will be" and what "was" are said at two times.
pub fn of_two_tenses(x: &[SmolStr], y: &[SmolStr], changed: &[(SmolStr, SmolStr)]) -> bool {
    let present: fn(&str) -> bool = |w| matches!(w, "am" | "is" | "are");
    let past: fn(&str) -> bool = |w| matches!(w, "was" | "were");
    let will = |words: &[SmolStr]| words.iter().any(|w| w == "will");
    let forms = |(p, q): &(SmolStr, SmolStr)| {
        let verb = |word: &str| lexicon::lemma(word, Pos::Verb).filter(|_| !word.is_empty());
        p != q && verb(p).is_some() && verb(p) == verb(q) && verb(p).as_deref() != Some("have")
    };
    let was = |side: fn(&(SmolStr, SmolStr)) -> &SmolStr, form: fn(&str) -> bool| changed.iter().any(|c| form(side(c)));
    let be = was(|c| &c.0, present) && was(|c| &c.1, past) || was(|c| &c.0, past) && was(|c| &c.1, present);
    be || will(x) != will(y) && changed.iter().any(forms)
}

/// The part of each that the other may hold too: one article may quote from a later word on, or up to an earlier one. So many words
/// in a row as `anchor` says are the same place.
pub fn shared<'w>(x: &'w [SmolStr], y: &'w [SmolStr], anchor: usize) -> (&'w [SmolStr], &'w [SmolStr]) {
    let begins = |long: &[SmolStr], short: &[SmolStr]| long.windows(anchor).position(|w| short.starts_with(w));
    let ends = |long: &[SmolStr], short: &[SmolStr]| long.windows(anchor).rposition(|w| short.ends_with(w));
    let (x, y) = match (begins(x, y), begins(y, x)) {
        (Some(at), _) => (&x[at..], y),
        (None, Some(at)) => (x, &y[at..]),
        (None, None) => (x, y),
    };
    match (ends(x, y), ends(y, x)) {
        (Some(at), _) => (&x[..at + anchor], y),
        (None, Some(at)) => (x, &y[..at + anchor]),
        (None, None) => (x, y),
    }
}

/// "Did not find" as "not find", which differs from "found" in one word.
pub fn unsupported(words: &[SmolStr]) -> Vec<SmolStr> {
    let not = |i: usize| words.get(i + 1).is_some_and(|word| word == "not");
    let supports = |i: usize| matches!(words[i].as_str(), "do" | "does" | "did") && not(i);
    (0..words.len()).filter(|&i| !supports(i)).map(|i| words[i].clone()).collect()
}

/// Whether two words are spellings or forms of one.
pub fn slip(a: &str, b: &str) -> bool {
    let longest = a.chars().count().max(b.chars().count());
    if negates(a, b) || negates(b, a) {
        return false;
    }
    let forms = |pos| lexicon::lemma(a, pos).is_some_and(|x| lexicon::lemma(b, pos) == Some(x));
    longest >= 5 && distance(a, b) * 3 <= longest || forms(Pos::Verb) || forms(Pos::Noun)
}

/// How many letters have to be changed to make one word of the other.
pub fn distance(a: &str, b: &str) -> usize {
    let letters = |word: &str| word.chars().map(|c| SmolStr::from(c.to_string())).collect::<Vec<_>>();
    changes(&letters(a), &letters(b)).len()
}

/// The words that differ when the two are aligned with as few changes as can be (Levenshtein 1966, on words). A word that
/// stands in one only is paired with the empty one.
pub fn changes(x: &[SmolStr], y: &[SmolStr]) -> Vec<(SmolStr, SmolStr)> {
    let mut cost = vec![vec![0usize; y.len() + 1]; x.len() + 1];
    for i in 0..=x.len() {
        for j in 0..=y.len() {
            cost[i][j] = match (i, j) {
                (0, _) | (_, 0) => i + j,
                _ if x[i - 1] == y[j - 1] => cost[i - 1][j - 1],
                _ => 1 + cost[i - 1][j - 1].min(cost[i - 1][j]).min(cost[i][j - 1]),
            };
        }
    }
    let (mut i, mut j, mut found) = (x.len(), y.len(), Vec::new());
    while i > 0 || j > 0 {
        if i > 0 && j > 0 && x[i - 1] == y[j - 1] && cost[i][j] == cost[i - 1][j - 1] {
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && j > 0 && cost[i][j] == cost[i - 1][j - 1] + 1 {
            found.push((x[i - 1].clone(), y[j - 1].clone()));
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && cost[i][j] == cost[i - 1][j] + 1 {
            found.push((x[i - 1].clone(), SmolStr::default()));
            i -= 1;
        } else {
            found.push((SmolStr::default(), y[j - 1].clone()));
            j -= 1;
        }
    }
    found.reverse();
    found
}
