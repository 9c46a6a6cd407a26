//! Whether two content words may stand for the same thing: the same word in another form, a synonym, the verb of a noun, a name
//! spelt another way.

use crate::language::lexicon::{self, Affiliation, Pos};

/// How many senses of a word count: a "player" is a musician in its second.
const SENSES: usize = 1;

/// Whether two words in their base form may mean the same.
pub fn alike(a: &str, b: &str) -> bool {
    if a == b || bare(a) == bare(b) {
        return true;
    }
    match (lexicon::is_word(a), lexicon::is_word(b)) {
        (true, true) => same_meaning(a, b),
        (false, false) => of_one_place(a, b) || spelling(bare(a).as_str(), bare(b).as_str()),
        _ => of_one_place(a, b),
    }
}

fn same_meaning(a: &str, b: &str) -> bool {
    const PARTS: [Pos; 3] = [Pos::Noun, Pos::Verb, Pos::Adjective];
    let outcome = |p, q| (p, q) != (Pos::Noun, Pos::Noun) && lexicon::same_outcome(a, p, b, q);
    PARTS.iter().any(|&p| {
        lexicon::synonyms(a, b, p, SENSES)
            || PARTS.iter().any(|&q| outcome(p, q) || p != q && lexicon::are_relatives(a, p, b, q))
    })
}

/// Without hyphens and the particle of a name: "al-Hakim" is "Hakim".
fn bare(word: &str) -> String {
    let name =
        word.split_once('-').filter(|(first, _)| lexicon::is_name_particle(first)).map_or(word, |(_, rest)| rest);
    name.replace('-', "")
}

/// "Dutch" and "Netherlands".
fn of_one_place(a: &str, b: &str) -> bool {
    let place = |word: &str| match lexicon::affiliation(word) {
        Some(Affiliation::Place(place)) => Some(place),
        _ => lexicon::places(word).next().map(|p| p.name),
    };
    place(a).is_some_and(|p| place(b) == Some(p))
}

/// Whether two names are one letter apart and long enough for that to be a spelling.
fn spelling(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short.len() < 5 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let rest = |from: usize, all: &[char]| all.get(from..).unwrap_or_default().to_vec();
    rest(same + 1, long) == rest(same, short) || rest(same + 1, long) == rest(same + 1, short)
}

/// Whether a word tells on its own what is spoken of: a name, or a noun that is hardly ever used.
pub fn is_telling(word: &str) -> bool {
    /// How often WordNet's tagged texts may have it.
    const RARE: u32 = 3;
    let count = lexicon::word_use(word).map(|u| Pos::ALL.into_iter().filter_map(|p| u.count(p)).max().unwrap_or(0));
    word.len() > 2 && count.is_none_or(|n| n <= RARE) && !word.chars().all(|c| c.is_ascii_digit())
}
