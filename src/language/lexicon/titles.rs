//! Titles and roles before a name, composed by rule from their words: "acting deputy attorney general".

use std::sync::LazyLock;

use super::{Gender, noun_gender, table::Table};

/// A title at the start of a run of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Title {
    /// How many words it takes.
    pub words: usize,
    /// Index of the word that names the role, the last one when there are several ("Fire Chief" → 1, "Secretary of State" → 0);
    /// `None` for a mere courtesy title.
    pub head: Option<usize>,
    /// The gender it tells: "Mrs.", "Sir", "Councilwoman".
    pub gender: Option<Gender>,
}

/// The longest title with which `words` begin. It may take all of them: who looks for the name behind it passes all words but
/// the last.
///
/// A title is courtesy titles, then ranks and fields ("acting", "deputy", "police"), then the role ("chief") and what may
/// follow it ("general", "of state", "for health"). Nationalities are none of its words.
///
/// ```
/// use twosource::language::lexicon::title;
///
/// let words = ["Acting", "Deputy", "Attorney", "General", "Ruth"];
/// assert_eq!(title(&words).unwrap().words, 4);
/// assert_eq!(title(&["Secretary", "of", "State", "Ben"]).unwrap().words, 3);
/// assert_eq!(title(&["Ruth"]), None);
/// ```
pub fn title(words: &[&str]) -> Option<Title> {
    let mut title = Title { words: 0, head: None, gender: None };
    // Whether the field follows the role: "minister of health".
    let mut after_of = false;
    for (i, word) in words.iter().enumerate() {
        let parts = parts(word);
        let follows_head = i > 0 && title.words == i && title.head.is_some();
        if after_of && parts.has(DOMAIN) || follows_head && parts.has(AFTER) {
            title.words = i + 1;
        } else if !after_of && parts.has(HEAD) {
            title = Title { words: i + 1, head: Some(i), gender: title.gender.or_else(|| noun_gender(word)) };
        } else if !after_of && parts.has(COURTESY) {
            title = Title { words: i + 1, gender: title.gender.or(parts.gender), ..title };
        } else if follows_head && is_one_of(word, &["of", "for"]) {
            after_of = true;
        } else if parts.has(MODIFIER | DOMAIN) || i > 0 && is_one_of(word, &["and", "&", "the"]) {
            continue;
        } else {
            break;
        }
    }
    (title.words > 0).then_some(title)
}

/// Whether `word` can name a role: "mayor", "attorney-general".
pub fn is_role_head(word: &str) -> bool {
    parts(word).has(HEAD)
}

/// Whether `word` can rank, date or qualify a role: "acting", "deputy", "police".
pub fn is_role_modifier(word: &str) -> bool {
    parts(word).has(MODIFIER | DOMAIN)
}

/// Whether `word` is a courtesy title that stands alone before a name; with the gender it tells.
///
/// ```
/// use twosource::language::lexicon::{Gender, courtesy_title};
///
/// assert_eq!(courtesy_title("Mrs."), Some(Some(Gender::Female)));
/// assert_eq!(courtesy_title("Dr"), Some(None));
/// ```
pub fn courtesy_title(word: &str) -> Option<Option<Gender>> {
    let parts = parts(word);
    parts.has(COURTESY).then_some(parts.gender)
}

/// The title that a short form in lower case, its full stop aside, stands for: `gov` → `governor`.
pub fn title_in_full(short: &str) -> Option<&'static str> {
    let short = short.strip_suffix('.').unwrap_or(short);
    IN_FULL.iter().find(|(abbreviation, _)| *abbreviation == short).map(|(_, full)| *full)
}

const IN_FULL: &[(&str, &str)] = &[
    ("adm", "admiral"),
    ("amb", "ambassador"),
    ("atty", "attorney"),
    ("brig", "brigadier"),
    ("capt", "captain"),
    ("cllr", "councillor"),
    ("cmdr", "commander"),
    ("col", "colonel"),
    ("comdr", "commander"),
    ("cpl", "corporal"),
    ("cpt", "captain"),
    ("del", "delegate"),
    ("det", "detective"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("insp", "inspector"),
    ("lieut", "lieutenant"),
    ("lt", "lieutenant"),
    ("maj", "major"),
    ("pres", "president"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("rev", "minister"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
    ("supt", "superintendent"),
];

/// What somebody is who bears a courtesy title, in lower case and without its full stop: `father` → `priest`.
///
/// ```
/// use twosource::language::lexicon::offices_of_title;
///
/// assert_eq!(offices_of_title("dr"), ["doctor"]);
/// assert!(offices_of_title("mr").is_empty());
/// ```
pub fn offices_of_title(title: &str) -> &'static [&'static str] {
    let offices = OFFICES.iter().find(|(titles, _)| titles.contains(&title));
    offices.map_or(&[], |(_, offices)| offices)
}

const OFFICES: &[(&[&str], &[&str])] = &[
    (&["dr"], &["doctor"]),
    (&["father", "fr"], &["priest"]),
    (&["imam"], &["imam", "cleric"]),
    (&["prof"], &["professor"]),
    (&["rabbi"], &["rabbi"]),
    (&["rev", "revd", "reverend"], &["minister", "pastor", "priest", "vicar"]),
    (&["sister"], &["nun"]),
];

const COURTESY: u8 = 1;
const HEAD: u8 = 2;
const MODIFIER: u8 = 4;
const DOMAIN: u8 = 8;
const AFTER: u8 = 16;

/// What a word may be in a title: a set of the bits above.
#[derive(Clone, Copy, Default)]
struct Parts {
    bits: u8,
    gender: Option<Gender>,
}

impl Parts {
    /// Whether the word may be one of these.
    fn has(self, bits: u8) -> bool {
        self.bits & bits != 0
    }
}

fn parts(word: &str) -> Parts {
    TITLES.get(word).copied().unwrap_or_else(|| hyphenated(word))
}

/// "Vice-president" and "attorney-general" are what their parts are; so is what follows "ex-", "co-" or "then-".
fn hyphenated(word: &str) -> Parts {
    const PREFIXES: [&str; 5] = ["ex", "co", "then", "vice", "arch"];
    let mut all = Parts::default();
    for part in word.split('-') {
        match TITLES.get(part) {
            Some(parts) if parts.has(HEAD) => all.bits = HEAD,
            Some(_) if all.has(HEAD) => {}
            Some(&parts) => all = parts,
            None if all.bits == 0 && PREFIXES.iter().any(|prefix| prefix.eq_ignore_ascii_case(part)) => {}
            None => return Parts::default(),
        }
    }
    all
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

static TITLES: LazyLock<Table<Parts>> = LazyLock::new(|| {
    Table::read(include_str!("../data/titles.txt"), |text| {
        let mut parts = Parts::default();
        for part in text.split(' ') {
            match part {
                "courtesy" => parts.bits |= COURTESY,
                "head" => parts.bits |= HEAD,
                "modifier" => parts.bits |= MODIFIER,
                "domain" => parts.bits |= DOMAIN,
                "after" => parts.bits |= AFTER,
                gender => parts.gender = Some(Gender::parse(gender)?),
            }
        }
        Some(parts)
    })
});

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_title(text: &str, words: usize, head: Option<usize>, gender: Option<Gender>) {
        let split: Vec<&str> = text.split(' ').collect();
        assert_eq!(title(&split), (words > 0).then_some(Title { words, head, gender }), "{text}");
    }

    #[test]
    fn roles_compose() {
        let (female, male) = (Some(Gender::Female), Some(Gender::Male));
        assert_title("Mr. Kowalski", 1, None, male);
        assert_title("Mr. Justice Oduya", 2, Some(1), male);
        assert_title("Dr Okafor", 1, None, None);
        assert_title("Dame Judith Vance", 1, None, female);
        assert_title("Attorney General Pat Moreno", 2, Some(0), None);
        assert_title("acting deputy attorney general Pat Moreno", 4, Some(2), None);
        assert_title("Police Chief Dora Lund", 2, Some(1), None);
        assert_title("State Sen. Ira Falk", 2, Some(1), None);
        assert_title("Detective Inspector Ken Moss", 2, Some(1), None);
        assert_title("Chief Executive Officer Ana Ruiz", 3, Some(2), None);
        assert_title("presiding judge Omar Haddad", 2, Some(1), None);
        assert_title("Secretary of State Ben Ode", 3, Some(0), None);
        assert_title("Minister for Health Eva Brandt", 3, Some(0), None);
        assert_title("Secretary of Health and Human Services Kim Roe", 6, Some(0), None);
        assert_title("Chancellor of the Exchequer Ivo Penn", 4, Some(0), None);
        assert_title("Foreign and Commonwealth Secretary Ivo Penn", 4, Some(3), None);
        assert_title("Vice-President Adaeze Obi", 1, Some(0), None);
        assert_title("attorney-general Adaeze Obi", 1, Some(0), None);
        assert_title("ex-mayor Lars Holm", 1, Some(0), None);
        assert_title("President-elect Lars Holm", 1, Some(0), None);
        assert_title("Councilwoman June Park", 1, Some(0), female);
        assert_title("Governor of Kansas", 1, Some(0), None);
        assert_title("Mary Prudhomme", 0, None, None);
        assert_title("", 0, None, None);
    }
}
