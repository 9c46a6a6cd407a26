//! The parts of a person's name, and when two names may be one person's.

use human_name::Name;
use smol_str::SmolStr;

use super::fold;
use crate::language::lexicon::{self, Gender};

/// A person's name as an article gives it, titles left out.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct PersonName {
    /// As written: "Charles E. Schumer". A bare surname or a single name stands alone.
    pub display: SmolStr,
    /// Folded given and middle names and initials, in order; empty for a bare surname.
    pub given: Vec<SmolStr>,
    /// Folded, particles included ("de witt"). A single name counts as a surname.
    pub surname: SmolStr,
    /// Folded parts that may stand for the whole surname: "quintanilla" of "Quintanilla de la Rosa".
    pub short: Vec<SmolStr>,
    /// Folded "jr", "sr", "iii" …
    pub suffix: Option<SmolStr>,
    /// Folded given names that the text offers beside the one in the name: "known as Peg".
    pub nicknames: Vec<SmolStr>,
    /// As a courtesy title tells.
    pub gender: Option<Gender>,
}

impl PersonName {
    /// Takes a name apart. `gender` is what a courtesy title says.
    pub fn new(words: &str, gender: Option<Gender>) -> PersonName {
        let display = SmolStr::new(words);
        // "de Witt" is a surname with its particle, no matter how many words it has.
        if let Some(given) = lexicon::given_behind_family(words) {
            return family_first(words, given, gender);
        }
        // "Ben Hill" has a given name all the same.
        let particle = |first: &str| {
            let first = first.to_lowercase();
            lexicon::is_name_particle(&first) && lexicon::given_name(&first).is_none()
        };
        let bare = words.split_whitespace().next().is_none_or(particle);
        let parsed = if bare || !words.contains(char::is_whitespace) { None } else { Name::parse(words) };
        let Some(name) = parsed else {
            return PersonName { display, surname: fold(words), gender, ..PersonName::default() };
        };
        let surname = fold(name.surname());
        let suffix = name.generational_suffix().map(fold);
        let given: Vec<SmolStr> = leading_words(words, &surname);
        let mut short = short_forms(words, &given, &surname);
        // "Trump Jr." is among the short forms; "Donald Jr." as well.
        short.extend(suffix.iter().zip(given.first()).map(|(suffix, first)| format!("{first} {suffix}").into()));
        PersonName { display, given, surname, short, suffix, gender, ..PersonName::default() }
    }

    /// Whether the name has a given name or an initial beside the surname.
    pub fn is_full(&self) -> bool {
        !self.given.is_empty()
    }

    /// The gender that the title tells, or else the one that bearers of the given name usually have.
    pub fn likely_gender(&self) -> Option<Gender> {
        self.gender.or_else(|| self.given.first().and_then(|g| lexicon::given_name(g).or_else(|| by_ending(g))))
    }

    /// Whether both may be one person's name, going by the names alone. A bare surname is compatible with every
    /// full name that has it.
    pub fn compatible(&self, other: &PersonName) -> bool {
        if genders_clash(self.gender, other.gender) || conflict(self.suffix.as_ref(), other.suffix.as_ref()) {
            return false;
        }
        match (self.is_full(), other.is_full()) {
            (true, true) => self.surname == other.surname && given_compatible(self, other),
            (true, false) => self.may_be_titled(other),
            (false, true) => other.may_be_titled(self),
            (false, false) => self.surname == other.surname,
        }
    }

    /// Whether a bare surname with its title may stand for this full name: "Mrs Lee" is hardly Peter Lee.
    fn may_be_titled(&self, bare: &PersonName) -> bool {
        self.may_be_called(&bare.surname) && !genders_clash(self.likely_gender(), bare.gender)
    }

    /// Whether a bare name may stand for this full one: as surname or as one of two surnames.
    pub fn may_be_called(&self, bare: &str) -> bool {
        self.surname == bare || self.short.iter().any(|s| s == bare)
    }
}

/// A name that begins with the family's: "Kim Jong-un". Some turn the order round and keep the blanks: "Chan Ho Park".
fn family_first(words: &str, given: String, gender: Option<Gender>) -> PersonName {
    let folded = fold(words);
    let (family, last) = (folded.split(' ').next().unwrap_or_default(), folded.rsplit(' ').next().unwrap_or_default());
    let turned = (folded.matches(' ').count() > 1 && lexicon::is_family_name(last)).then(|| last.into());
    PersonName {
        display: words.into(),
        given: vec![given.into()],
        surname: family.into(),
        short: turned.into_iter().collect(),
        gender,
        ..PersonName::default()
    }
}

/// The gender that the ending of a given name tells which no list has, in most languages of Europe.
fn by_ending(given: &str) -> Option<Gender> {
    const FEMALE: [&str; 6] = ["ia", "ina", "ella", "etta", "elle", "ette"];
    let long = given.chars().count() > 4;
    if long && FEMALE.iter().any(|ending| given.ends_with(ending)) { Some(Gender::Female) } else { None }
}

/// Whether two genders, as far as they are known, cannot be one person's.
pub fn genders_clash(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if !a.agrees(b))
}

fn conflict<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// First names agree: the same, an initial of, a nickname of; middle names do not disagree.
fn given_compatible(a: &PersonName, b: &PersonName) -> bool {
    let (Some(first), Some(second)) = (a.given.first(), b.given.first()) else { return true };
    if a.nicknames.contains(second) || b.nicknames.contains(first) {
        return true;
    }
    let middle = |p: &PersonName| p.given.get(1).and_then(|m| m.chars().next());
    if first == second || lexicon::nickname_of(first, second) {
        return !conflict(middle(a), middle(b)) || a.given.len() != b.given.len();
    }
    let initial = |x: &str| x.chars().count() == 1;
    if initial(first) || initial(second) {
        let initials = |p: &PersonName| p.given.iter().filter_map(|g| g.chars().next()).collect::<Vec<_>>();
        let (x, y) = (initials(a), initials(b));
        return x.iter().zip(&y).all(|(x, y)| x == y);
    }
    match (Name::parse(&a.display), Name::parse(&b.display)) {
        (Some(x), Some(y)) => x.consistent_with(&y),
        _ => false,
    }
}

/// What later mentions may use instead of the surname: the first of two surnames in the Spanish way, both of them, the
/// surname without what follows it.
fn short_forms(words: &str, given: &[SmolStr], surname: &str) -> Vec<SmolStr> {
    let folded = fold(words);
    let suffixes = folded.match_indices(' ').map(|(at, _)| SmolStr::new(&folded[at + 1..]));
    let middle = given.iter().skip(1).cloned();
    suffixes.chain(middle).filter(|s| s != surname && s.chars().count() > 2 && !lexicon::is_name_particle(s)).collect()
}

/// The folded words before the surname.
fn leading_words(words: &str, surname: &str) -> Vec<SmolStr> {
    let first_of_surname = surname.split(' ').next().unwrap_or(surname);
    let all: Vec<SmolStr> = words.split_whitespace().flat_map(split_initials).collect();
    let end = all.iter().rposition(|w| w == first_of_surname).unwrap_or(all.len().saturating_sub(1));
    all[..end].to_vec()
}

/// `T.J.` is two initials; any other word is itself, folded.
fn split_initials(word: &str) -> Vec<SmolStr> {
    let letters: Vec<&str> = word.split('.').filter(|p| !p.is_empty()).collect();
    if word.contains('.') && letters.iter().all(|p| p.chars().count() == 1) {
        letters.into_iter().map(fold).collect()
    } else {
        vec![fold(word)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compatible(a: &str, b: &str) -> bool {
        let (a, b) = (PersonName::new(a, None), PersonName::new(b, None));
        assert_eq!(a.compatible(&b), b.compatible(&a), "compatibility is symmetric");
        a.compatible(&b)
    }

    #[test]
    fn names_of_one_person() {
        assert!(compatible("Charles E. Schumer", "Chuck Schumer"));
        assert!(compatible("T.J. Abbott", "T. J. Abbott"));
        assert!(compatible("H. J. Keller", "Hanna Keller"));
        assert!(compatible("Corinne de Wael", "de Wael"));
        assert!(compatible("Evaristo Quiroga de la Rosa", "Quiroga"));
        assert!(compatible("Moon Jae-in", "Moon Jae In") && compatible("Moon", "Moon Jae In"));
        assert!(compatible("Tang Ho Park", "Park"));
        assert!(compatible("John Hill Jr.", "Hill Jr.") && compatible("John Hill Jr.", "John Jr."));
        assert!(compatible("Benedetta Sforza-Lüttich", "Sforza-Luttich"));
    }

    #[test]
    fn names_of_two() {
        assert!(!compatible("Farida Qadir", "Imran Qadir"));
        assert!(!compatible("Lucia Ferro-Okon", "Ferro"));
        assert!(!compatible("John Hill Jr.", "John Hill Sr."));
        assert!(!compatible("Ann Lee", "Ann Low"));
    }
}
