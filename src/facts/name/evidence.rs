//! What speaks for a name being a person's, an organisation's, a place's or something else's.

use std::ops::{AddAssign, Range};

use super::word::Word;
use crate::{
    facts::EntityKind,
    language::{
        TokenKind,
        lexicon::{self, Pos},
        model::NameKind,
    },
};

/// Points for each kind, summed over all mentions of a name: one mention that tells decides for those that do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub person: i32,
    pub organisation: i32,
    pub place: i32,
    pub other: i32,
}

/// Settles the kind alone: a title, a company's "Inc.".
const DECISIVE: i32 = 8;
/// Settles it unless something decisive speaks against: an age behind the name, a given name in front.
const STRONG: i32 = 5;
/// Counts where nothing better is known: "in" before a single word.
const WEAK: i32 = 2;

/// What companies are called by what they make or do, with another noun before it: "the software maker".
const COMPANIES: &[&str] = &[
    "maker",
    "manufacturer",
    "retailer",
    "supplier",
    "developer",
    "producer",
    "provider",
    "insurer",
    "carrier",
    "brewer",
    "distributor",
    "startup",
    "start-up",
    "chain",
    "giant",
];

impl Evidence {
    /// The kind with most points; people first where points are equal, `Other` where there are none.
    pub fn kind(self) -> EntityKind {
        let best = self.person.max(self.organisation).max(self.place).max(self.other);
        match best {
            i32::MIN..=0 => EntityKind::Other,
            _ if best == self.person => EntityKind::Person,
            _ if best == self.organisation => EntityKind::Organisation,
            _ if best == self.place => EntityKind::Place,
            _ => EntityKind::Other,
        }
    }

    /// What the name `name` of a sentence and the words around it tell.
    pub fn gather(words: &[Word], name: &Range<usize>, title: &Range<usize>) -> Evidence {
        let mut evidence = Evidence::default();
        evidence.title(words, title);
        evidence.form(words, name);
        evidence.before(words, title.start.min(name.start));
        evidence.after(words, name.end);
        // "The cargo ship Hanne Brandt".
        let vessel = name.start.checked_sub(1).map(|before| &words[before]).filter(|word| !word.capital);
        if name.len() > 1 && title.is_empty() && vessel.is_some_and(|word| is_vessel(&word.lower)) {
            evidence.person -= DECISIVE;
            evidence.other += 1;
        }
        // "Garrow Stone, which owns the mine, denied it": further on in a sentence "which" may speak of all that was told before.
        let is = |i: usize, lower: &str| words.get(i).is_some_and(|w| w.lower == lower);
        if name.start == 0 && is(name.end, ",") && is(name.end + 1, "which") {
            evidence.organisation += STRONG;
            evidence.person -= STRONG;
        }
        evidence
    }

    /// Adds what the name tagger takes the name for: `margin` is how sure it is, from 0 to 255. It breaks ties.
    pub fn tagged(&mut self, kind: NameKind, margin: u8) {
        let points = 1 + i32::from(margin) / 96;
        match kind {
            NameKind::Person => self.person += points,
            NameKind::Organisation => self.organisation += points,
            NameKind::Place => self.place += points,
            NameKind::Other => self.other += points,
        }
    }

    fn title(&mut self, words: &[Word], title: &Range<usize>) {
        if !title.is_empty() {
            self.person += DECISIVE;
        }
        if words[title.clone()].iter().any(|w| lexicon::courtesy_title(&w.lower).is_some()) {
            self.person += DECISIVE;
        }
    }

    fn form(&mut self, words: &[Word], name: &Range<usize>) {
        let inside = &words[name.clone()];
        let (first, last) = (&inside[0], &inside[inside.len() - 1]);
        let head = head(inside);
        if (!lexicon::organisation_kinds(&head.lower).is_empty()) && (inside.len() > 1 || head.shouted) {
            self.organisation += DECISIVE;
        } else if (!lexicon::place_kinds(&head.lower).is_empty()) && inside.len() > 1 {
            // "Enid Castle" is as likely somebody as "Victoria Park" is somewhere: the words around decide.
            let given = is_initial(&first.text) || inside.len() == 2 && lexicon::given_name(&first.lower).is_some();
            self.place += if given { STRONG - 1 } else { DECISIVE };
        }
        match lexicon::gazetteer(&inside.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")) {
            Some(lexicon::NameKind::Person) => self.person += STRONG,
            Some(lexicon::NameKind::Place) => self.place += STRONG + 1,
            Some(lexicon::NameKind::Organisation) => self.organisation += STRONG + 1,
            Some(lexicon::NameKind::Other) | None => {}
        }
        if inside.len() == 1 && first.shouted && first.text.chars().count() <= 6 {
            self.organisation += WEAK + 1;
        }
        if inside.iter().any(|w| matches!(w.lower.as_str(), "of" | "for" | "and")) {
            self.organisation += WEAK;
        }
        if inside.iter().any(|w| w.text == "&") {
            self.organisation += STRONG;
        }
        if lexicon::given_name(&first.lower).is_some() {
            self.person += if inside.len() > 1 { STRONG } else { WEAK + 1 };
        }
        if inside.len() > 1 && inside.iter().any(|w| is_initial(&w.text)) {
            self.person += STRONG;
        }
        if lexicon::name_suffix(&last.lower).is_some() {
            self.person += DECISIVE;
        }
        if inside.len() > 1
            && inside.iter().any(|w| !w.capital && lexicon::is_name_particle(&w.lower) && w.lower != "of")
        {
            self.person += WEAK;
        }
        if matches!(inside.len(), 2 | 3) && inside.iter().all(|w| !w.common) {
            self.person += WEAK;
        } else if inside.len() > 1 && inside.iter().all(|w| w.common) {
            self.other += WEAK;
        }
    }

    fn before(&mut self, words: &[Word], start: usize) {
        let Some(before) = start.checked_sub(1).map(|i| &words[i]) else { return };
        match before.lower.as_str() {
            "the" | "a" | "an" => {
                self.person -= DECISIVE;
                self.other += 1;
            }
            "in" | "near" | "outside" | "across" | "through" | "throughout" => {
                self.place += WEAK;
                self.person -= 1;
            }
            "at" => self.place += 1,
            "said" | "says" | "told" | "asked" | "added" => self.person += 1,
            _ => {}
        }
    }

    fn after(&mut self, words: &[Word], end: usize) {
        let at = |i: usize| words.get(end + i);
        let lower = |i: usize| at(i).map_or("", |w| w.lower.as_str());
        if lower(0) == "," {
            if at(1).is_some_and(|w| w.kind == TokenKind::Number && w.text.len() <= 3)
                && matches!(lower(2), "," | "." | "")
            {
                self.person += DECISIVE;
            }
            let mut i = 1;
            while matches!(lower(i), "the" | "a" | "an" | "its" | "his" | "her" | "their" | "former" | "acting") {
                i += 1;
            }
            match at(i) {
                Some(_) if lower(1) == "who" || lower(1) == "whose" || lower(1) == "whom" => self.person += STRONG,
                Some(_) => self.apposition(words, end + i),
                None => {}
            }
        }
        match lower(0) {
            "who" => self.person += STRONG,
            "said" | "says" | "told" | "asked" | "added" | "wrote" | "announced" => {
                self.person += 1;
                self.organisation += 1;
            }
            _ => {}
        }
    }

    /// The head of the noun phrase that follows a comma: "the mayor", "a software company".
    fn apposition(&mut self, words: &[Word], start: usize) {
        for (i, word) in words[start..].iter().take(6).enumerate() {
            if word.kind != TokenKind::Word || lexicon::is_function_word(&word.lower) {
                break;
            }
            if lexicon::is_role_head(&word.lower) || lexicon::kinship(&word.lower).is_some() {
                self.person += STRONG;
                return;
            }
            let company = i > 0 && COMPANIES.contains(&word.lower.as_str());
            if !word.capital && (company || !lexicon::organisation_kinds(&word.lower).is_empty()) {
                self.organisation += STRONG;
                return;
            }
            if !word.capital && (!lexicon::place_kinds(&word.lower).is_empty()) {
                self.place += WEAK;
                return;
            }
        }
    }
}

/// Whether a noun is for a ship or a boat, which are named after people.
fn is_vessel(noun: &str) -> bool {
    ["ship", "boat", "yacht"].iter().any(|kind| noun == *kind || lexicon::is_kind_of(noun, kind, Pos::Noun, 2))
}

/// The word that says what kind of thing a name names: the last one, or the one before "of" and "for".
fn head(inside: &[Word]) -> &Word {
    let end = inside.iter().position(|w| matches!(w.lower.as_str(), "of" | "for")).filter(|&i| i > 0);
    &inside[end.unwrap_or(inside.len()) - 1]
}

/// `T.`, `T.J.`
fn is_initial(text: &str) -> bool {
    text.ends_with('.') && text.split('.').filter(|p| !p.is_empty()).all(|p| p.chars().count() == 1)
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, more: Evidence) {
        self.person += more.person;
        self.organisation += more.organisation;
        self.place += more.place;
        self.other += more.other;
    }
}
