//! Names of persons that put the family first, as in Chinese and Korean: "Xi Jinping", "Kim Jong-un".

use std::sync::LazyLock;

use super::table::Table;

/// The given name of a name whose first word is the family's, its syllables joined by hyphens in lower case; `None` for any
/// other name.
///
/// ```
/// use twosource::language::lexicon::given_behind_family;
///
/// assert_eq!(given_behind_family("Kim Jong Un").as_deref(), Some("jong-un"));
/// assert_eq!(given_behind_family("Kim Jong-un").as_deref(), Some("jong-un"));
/// assert_eq!(given_behind_family("Xi Jinping").as_deref(), Some("jinping"));
/// assert_eq!(given_behind_family("Kim Dawson"), None);
/// ```
pub fn given_behind_family(name: &str) -> Option<String> {
    let (family, given) = name.split_once(' ')?;
    let language = *FAMILY_NAMES.get(family)?;
    let given = given.to_ascii_lowercase();
    let syllables: Vec<&str> = given.split([' ', '-']).collect();
    let fits = match syllables[..] {
        // One word may be a family name of the West behind "Kim" or "Lee", but hardly one that reads as pinyin behind "Li".
        [whole] => language.chinese && !language.korean && reads_as_pinyin(whole),
        [first, second] => is_syllable(first) && is_syllable(second),
        _ => false,
    };
    fits.then(|| syllables.join("-"))
}

/// Whether a word is a family name in a language that puts it first.
pub fn is_family_name(word: &str) -> bool {
    FAMILY_NAMES.contains(word)
}

/// The languages that have a family name.
#[derive(Clone, Copy)]
struct Languages {
    chinese: bool,
    korean: bool,
}

static FAMILY_NAMES: LazyLock<Table<Languages>> = LazyLock::new(|| {
    Table::read(include_str!("../data/family_names.txt"), |languages| {
        let has = |language| languages.split(' ').any(|l| l == language);
        let known = Languages { chinese: has("chinese"), korean: has("korean") };
        (known.chinese || known.korean).then_some(known)
    })
});

/// What a syllable of pinyin may begin with, longer ones first.
const INITIALS: &[&str] = &[
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y",
    "w",
];

/// What may follow it, longer ones first.
const FINALS: &[&str] = &[
    "iang", "iong", "uang", "ang", "eng", "ing", "ong", "iao", "ian", "uai", "uan", "ai", "ei", "ao", "ou", "an", "en",
    "er", "ia", "ie", "iu", "in", "ua", "uo", "ui", "un", "ue", "a", "o", "e", "i", "u",
];

/// Whether a word is one or two syllables of pinyin.
fn reads_as_pinyin(word: &str) -> bool {
    let syllables = |word: &'_ str| -> Vec<usize> {
        let initial = INITIALS.iter().find(|i| word.starts_with(**i)).map_or(0, |i| i.len());
        let ends = FINALS.iter().filter(|f| word[initial..].starts_with(**f)).map(|f| initial + f.len());
        ends.collect()
    };
    word.is_ascii()
        && syllables(word)
            .into_iter()
            .any(|end| end == word.len() || syllables(&word[end..]).contains(&(word.len() - end)))
}

/// Whether a part of a name reads as one syllable, of Chinese or Korean in any spelling: vowels in one place, no consonants behind
/// them but those that may end one.
fn is_syllable(part: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let Some(first) = part.find(['a', 'e', 'i', 'o', 'u']) else { return false };
    let end = part[first..].find(|c| !vowel(c)).map_or(part.len(), |n| first + n);
    const LONGEST: usize = 6;
    part.len() <= LONGEST
        && !part.starts_with('v')
        && matches!(&part[end..], "" | "n" | "ng" | "m" | "l" | "k" | "p" | "t" | "h" | "b" | "r")
        && first <= 2
}
