//! Names that mean something of their own within other names and words: the town in "University of Halvik", the country in "U.S.
//! Senate", the place in "Halvik-based". Not so who a thing is named after: "Lee Tower" speaks of no Lee.

use std::ops::Range;

use smol_str::SmolStr;

use super::{Candidate, Word, candidate::text, fold};
use crate::{
    facts::EntityKind,
    language::lexicon::{self, NameKind, OrganisationKind},
    text::Span,
};

/// A name within a name or a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Inner {
    /// Bytes of the sentence.
    pub span: Span,
    /// As it stands.
    pub display: SmolStr,
    pub folded: SmolStr,
    /// What it names; `None` for a word that may be a name, as another one of the article must show.
    pub kind: Option<EntityKind>,
}

/// The inner names of a sentence, in no order.
pub fn inner(words: &[Word], candidates: &[Candidate]) -> Vec<Inner> {
    let mut found = Vec::new();
    for candidate in candidates {
        found.extend(leading(words, &candidate.title));
        if candidate.name.len() > 1 && candidate.title.is_empty() {
            let first = || leading(words, &(candidate.name.start..candidate.name.end - 1));
            found.extend(governs(words, &candidate.name).then(first).flatten());
            found.extend(complements(words, candidate));
        }
    }
    found.extend((0..words.len()).filter_map(|i| stem(words, i)));
    found
}

/// The country or the like that a title or the name of a public body begins with.
fn leading(words: &[Word], range: &Range<usize>) -> Option<Inner> {
    let longest = (range.start + 1..=range.end).rev().filter(|&end| words[range.start..end].iter().all(|w| w.capital));
    // "Justice Department", "State Legislature": no name by itself.
    let proper = |name: &Range<usize>| words[name.clone()].iter().any(|w| !w.common || w.shouted) || name.len() > 1;
    longest.map(|end| range.start..end).filter(proper).find_map(|name| known(words, name))
}

/// What institutions are of: "House of Representatives" is known as a whole, "Senate of Tarnia" is the Senate and Tarnia.
fn complements(words: &[Word], candidate: &Candidate) -> Vec<Inner> {
    let name = &candidate.name;
    let institution = |w: &Word| {
        !lexicon::organisation_kinds(&w.lower).is_empty()
            || lexicon::is_role_head(&w.lower)
            || w.common && lexicon::place_kinds(&w.lower).is_empty()
    };
    let mut found = Vec::new();
    for of in name.start + 1..name.end.saturating_sub(1) {
        if words[of].lower != "of" || !institution(&words[of - 1]) {
            continue;
        }
        // "Bank of Tarnia" is one name; "General Assembly of the United Nations" has another in it.
        let article = words[of + 1].lower == "the";
        if !article && lexicon::gazetteer(&text(words, name)).is_some() {
            continue;
        }
        let start = if article { of + 2 } else { of + 1 };
        let longest = (start + 1..=name.end).rev();
        found.extend(longest.map(|end| start..end).find_map(|name| known(words, name)));
    }
    found
}

/// Whether a name is that of something a country or town has: its parliament, army, courts, schools.
fn governs(words: &[Word], name: &Range<usize>) -> bool {
    use OrganisationKind::{Court, Government, Military, Police};
    let of = name.clone().skip(1).find(|&i| matches!(words[i].lower.as_str(), "of" | "for")).unwrap_or(name.end);
    let kinds = lexicon::organisation_kinds(&words[of - 1].lower);
    kinds.iter().any(|kind| matches!(kind, Government | Court | Military | Police))
}

/// A place or an institution that everybody knows by this name.
fn known(words: &[Word], name: Range<usize>) -> Option<Inner> {
    let display = text(words, &name);
    let kind = match lexicon::gazetteer(&display)? {
        NameKind::Place => EntityKind::Place,
        NameKind::Organisation => EntityKind::Organisation,
        NameKind::Person | NameKind::Other => return None,
    };
    let span = words[name.start].span.cover(words[name.end - 1].span);
    Some(Inner { span, folded: fold(&display), display, kind: Some(kind) })
}

/// The name that a compound adjective begins with: "Halvik-based", "New Tarn-born".
fn stem(words: &[Word], i: usize) -> Option<Inner> {
    let (stem, last) = words[i].stem()?;
    let span = Span { start: words[i].span.start, end: words[i].span.end - last as u32 };
    let before = i.checked_sub(1).filter(|&before| words[before].nameable());
    let whole = |start: usize| {
        let display = format!("{} {stem}", text(words, &(start..i)));
        lexicon::gazetteer(&display).map(|_| (Span { start: words[start].span.start, ..span }, SmolStr::from(display)))
    };
    let (span, display) = before.and_then(whole).unwrap_or_else(|| (span, stem.into()));
    let place = || lexicon::gazetteer(&display) == Some(NameKind::Place);
    let kind = place().then_some(EntityKind::Place);
    Some(Inner { span, folded: fold(&display), display, kind })
}
