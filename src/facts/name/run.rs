//! Runs of capitalised words that read as one name, or as a title and a name, in one sentence.

use std::ops::Range;

use super::{candidate::text, word::Word};
use crate::language::{
    TokenKind,
    lexicon::{self, NameKind, OrganisationKind, PlaceKind},
};

/// The maximal runs: token ranges in order, none empty, none overlapping.
pub fn runs(words: &[Word]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if is_label(words, at) || !words[at].nameable() && !is_given(words, at) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while let Some(next) = extend(words, at, end) {
            end = next;
        }
        let end = common_kind(words, at, end).unwrap_or(end);
        // "New Tarn-born": the run goes on within a compound that is no name.
        let stem = words.get(end).and_then(Word::stem).map(|(stem, _)| format!("{} {stem}", text(words, &(at..end))));
        if stem.is_none_or(|whole| lexicon::gazetteer(&whole).is_none()) {
            runs.push(at..end);
        }
        at = end;
    }
    runs
}

/// The end of the run `start..end` after one more word or one connector and the name behind it.
fn extend(words: &[Word], start: usize, end: usize) -> Option<usize> {
    let next = words.get(end)?;
    let last = &words[end - 1];
    if next.nameable() && !breaks(words, end) && !meets_person(words, start, end) && !is_label(words, end) {
        return Some(end + 1);
    }
    if continues(words, start, end) {
        return Some(end + 1);
    }
    let nameable = |i: usize| words.get(i).is_some_and(|w| w.nameable() && !breaks_after_connector(words, i));
    // The word that another noun can hang on: the kind of an institution, not somebody's surname.
    // "Tenants of Hill House": an ordinary word that only opens the sentence has no name behind its "of".
    let office = lexicon::is_role_head(&last.lower);
    let opens = end - start == 1 && last.initial && !office && lexicon::organisation_kinds(&last.lower).is_empty();
    let institution = !opens
        && (!lexicon::organisation_kinds(&last.lower).is_empty()
            || last.common && lexicon::given_name(&words[start].lower).is_none())
        && lexicon::affiliation(&last.lower).is_none()
        && !is_surname(words, start, end - 1);
    // A capital that only a name gives to a small word: "Commission Against Corruption".
    if next.capital
        && !next.nameable()
        && !next.initial
        && !next.shouted
        && institution
        && nameable(end + 1)
        && !next.is_calendar()
    {
        return Some(end + 2);
    }
    let building = || lexicon::place_kinds(&last.lower).contains(&PlaceKind::Building);
    let complete = end - start > 1
        && (!lexicon::organisation_kinds(&last.lower).is_empty()
            || building()
            || lexicon::gazetteer(&text(words, &(start..end))).is_some());
    match next.lower.as_str() {
        // `van der Straaten`, `de la Vega`: particles join names, not ordinary words.
        p if next.kind == TokenKind::Word && lexicon::is_name_particle(p) && !next.capital => {
            let mut i = end + 1;
            while words.get(i).is_some_and(|w| !w.capital && lexicon::is_name_particle(&w.lower)) {
                i += 1;
            }
            nameable(i).then_some(i + 1)
        }
        "&" => nameable(end + 1).then_some(end + 2),
        // `Department of Justice`, `Board of the Southern District`.
        "of" | "for" | "on" | "against" if institution => {
            let i = if words.get(end + 1).is_some_and(|w| w.lower == "the") { end + 2 } else { end + 1 };
            (nameable(i) && !words[i].initial).then_some(i + 1)
        }
        // `Health and Human Services`: only inside the name of an institution that goes on to its kind. One that has its
        // kind is complete: `Hill Elementary and Green Ridge` are two.
        "and"
            if institution && last.common && !complete && ends_in_kind(words, end + 1) && !is_known(words, end + 1) =>
        {
            nameable(end + 1).then_some(end + 2)
        }
        // `Organisation for Security and Co-operation`: what a body is for, behind its kind.
        "and" if institution && last.common && has_purpose(words, start, end) => {
            let goes_on = || words.get(end + 2).is_some_and(|w| w.nameable() && !w.initial);
            let purpose = |w: &Word| {
                let kind = !lexicon::organisation_kinds(&w.lower).is_empty();
                w.common && w.nameable() && !w.initial && (!kind || goes_on())
            };
            words.get(end + 1).is_some_and(purpose).then_some(end + 2)
        }
        // `St Odile's Hospital`, `Women's Health Center`: a possessive inside a name is followed by its kind.
        "'s" | "’s" | "'" | "’" if next.kind == TokenKind::Clitic && (last.common || is_saint(words, start, end)) => {
            ends_in_kind(words, end + 1).then_some(end + 2)
        }
        // `Abel's Bar`: a house that goes by its keeper's name.
        "'s" | "’s" if next.kind == TokenKind::Clitic && end - start == 1 && is_house(words, end + 1) => {
            Some(end + 2)
        }
        // `District 14`, `Highway 9`.
        n if next.kind == TokenKind::Number
            && (!lexicon::place_kinds(&last.lower).is_empty())
            && n.len() <= 4
            && n.chars().all(|c| c.is_ascii_digit()) =>
        {
            Some(end + 1)
        }
        // `Expo 2016`, `Flight 447`, where nothing is counted: not `Hill 30 times`.
        n if next.kind == TokenKind::Number
            && (2..=4).contains(&n.len())
            && n.chars().all(|c| c.is_ascii_digit())
            && lexicon::given_name(&words[start].lower).is_none()
            && lexicon::gazetteer(&last.text).is_none()
            && words.get(end + 1).is_none_or(ends_phrase) =>
        {
            Some(end + 1)
        }
        // `Area Seven`, `Formula One`: a number with the capital of a name.
        n if next.capital
            && !next.initial
            && !next.shouted
            && NUMBERS.contains(&n)
            && lexicon::given_name(&words[start].lower).is_none()
            && words.get(end + 1).is_none_or(|w| !w.capital) =>
        {
            Some(end + 1)
        }
        // `Halvik.com`
        "." if is_domain(words, end) => Some(end + 2),
        // `John Hill, Jr.`
        "," if words.get(end + 1).is_some_and(|w| lexicon::name_suffix(&w.lower).is_some()) => Some(end + 2),
        _ => None,
    }
}

/// Numbers in words that names end in.
const NUMBERS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Whether a word only says what follows: "Photo: Ann Lee".
fn is_label(words: &[Word], at: usize) -> bool {
    const LABELS: &[&str] = &[
        "image",
        "images",
        "photo",
        "photos",
        "photograph",
        "photographs",
        "picture",
        "pictures",
        "video",
        "audio",
        "graphic",
        "illustration",
        "credit",
        "source",
        "file",
    ];
    words.get(at + 1).is_some_and(|next| next.text == ":") && LABELS.contains(&words[at].lower.as_str())
}

/// Whether a month or a word of grammar is somebody's given name: "June Hill", "Will Hill", not "in June Hill said", "Will Hill go?".
fn is_given(words: &[Word], at: usize) -> bool {
    let named = |w: &Word| w.person && w.capital;
    let (word, next) = (&words[at], words.get(at + 1).filter(|w| w.nameable() && w.capital));
    let month = word.is_month() && named(word) && next.is_some_and(named);
    let grammar = || {
        let asks = word.initial && words.last().is_some_and(|w| w.text == "?");
        word.capital && !word.shouted && word.lower == "will" && !asks && next.is_some_and(|w| !w.shouted)
    };
    month || grammar()
}

/// Whether a word that could be no name elsewhere goes on with this one: "Leung Kwok-hung", "James To", "Senator LEE".
fn continues(words: &[Word], start: usize, at: usize) -> bool {
    let (last, next) = (&words[at - 1], &words[at]);
    if !next.capital || next.initial {
        return false;
    }
    if next.shouted && !last.shouted && next.nameable() {
        return lexicon::is_role_head(&last.lower) || lexicon::courtesy_title(&last.lower).is_some();
    }
    // "Theresa May", "Mrs. May", not "told Ann May 5".
    if next.is_month() {
        let day = words.get(at + 1).is_some_and(|w| w.kind == TokenKind::Number);
        let given = || lexicon::given_name(&last.lower).is_some();
        let titled =
            || lexicon::courtesy_title(&last.lower).is_some() || lexicon::is_role_head(&last.lower) && next.person;
        return !day && (given() || titled());
    }
    if next.text.contains('-') {
        return lexicon::given_behind_family(&format!("{} {}", last.text, next.text)).is_some();
    }
    let surname = || {
        at - start == 1 && lexicon::given_name(&last.lower).is_some() && !words.get(at + 1).is_some_and(|w| w.capital)
    };
    let syllable = || at - start == 2 && lexicon::given_behind_family(&text(words, &(start..at + 1))).is_some();
    lexicon::is_function_word(&next.lower) && !next.shouted && (surname() || syllable())
}

/// Whether a full stop and letters behind it, all without blanks, make a name a domain's.
fn is_domain(words: &[Word], at: usize) -> bool {
    const ENDINGS: &[&str] = &["com", "org", "net", "edu", "gov", "info", "io", "tv", "us", "uk", "eu", "ca", "de"];
    let [last, stop, ending, ..] = &words[at - 1..] else { return false };
    last.span.end == stop.span.start && stop.span.end == ending.span.start && ENDINGS.contains(&&*ending.text)
}

/// Whether a word of a run is a surname, as a courtesy title or a given name before it tells: "Mr. Hill", "President Ann Hill".
fn is_surname(words: &[Word], start: usize, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| before >= start).map(|before| &words[before]) else {
        return false;
    };
    let titled = || words[start..at].iter().any(|w| lexicon::is_role_head(&w.lower));
    let kind = !lexicon::organisation_kinds(&words[at].lower).is_empty();
    lexicon::courtesy_title(&before.lower).is_some()
        || !kind && titled() && (lexicon::given_name(&before.lower).is_some() || before.person && words[at].person)
}

/// "the Harbour Hill school board": a name of several words, no person's, goes on to its kind in lower case.
fn common_kind(words: &[Word], start: usize, end: usize) -> Option<usize> {
    let article = start.checked_sub(1).is_some_and(|i| words[i].lower == "the");
    if !article || end - start < 2 || lexicon::given_name(&words[start].lower).is_some() {
        return None;
    }
    let kind = |i: usize| {
        let word = words.get(i)?;
        let plain = word.kind == TokenKind::Word && !word.capital && !lexicon::is_function_word(&word.lower);
        let public = |kind: &OrganisationKind| {
            use OrganisationKind::{Court, Education, Government, Police};
            matches!(kind, Court | Education | Government | Police)
        };
        plain.then(|| lexicon::organisation_kinds(&word.lower).iter().any(public))
    };
    // One noun may stand before the kind: "school board", "police department".
    match (kind(end)?, kind(end + 1)) {
        (_, Some(true)) => Some(end + 2),
        (true, _) => Some(end + 1),
        _ => None,
    }
}

/// A capital that opens a sentence glued to the one before does not go on with the name.
fn breaks(words: &[Word], i: usize) -> bool {
    let last = &words[i - 1];
    // A full stop that closes a sentence is part of the word only in `Jr.`, initials and titles.
    // Capitals throughout begin a heading, unless the name goes on without them: "New START Treaty".
    let goes_on = || words.get(i + 1).is_some_and(|w| w.nameable() && !w.shouted && !w.initial);
    let shouts = words[i].shouted && !last.shouted && words[i].text.len() > 4 && !last.text.contains('.');
    words[i].initial || shouts && !goes_on()
}

/// Whether a name ends where somebody's begins or ends: "Briton Ann Lee", "Ann Lee U.S. Consul", "… of the U.S. Ann Lee …",
/// "Halvik University Ann Lee".
fn meets_person(words: &[Word], start: usize, at: usize) -> bool {
    let letters = |w: &Word| w.shouted && lexicon::gazetteer(&w.text) == Some(NameKind::Place);
    let given = |w: &Word| lexicon::given_name(&w.lower).is_some();
    let people = |w: &Word| lexicon::affiliation(&w.lower).is_some() && !given(w);
    let full = || {
        let name = words[at..].iter().take_while(|w| w.nameable());
        name.clone().count() > 1 && name.last().is_some_and(|w| lexicon::organisation_kinds(&w.lower).is_empty())
    };
    let (last, next) = (&words[at - 1], &words[at]);
    let institution = || at - start > 1 && !lexicon::organisation_kinds(&last.lower).is_empty();
    given(next) && (at - start == 1 && (letters(last) || people(last)) || institution()) && full()
        || letters(next) && at - start > 1 && given(&words[start])
}

fn breaks_after_connector(words: &[Word], i: usize) -> bool {
    words[i].initial
}

/// Whether the run names a body by its kind and "of" or "for" what: "Ministry of Health".
fn has_purpose(words: &[Word], start: usize, end: usize) -> bool {
    (start + 1..end).any(|i| {
        matches!(words[i].lower.as_str(), "of" | "for") && !lexicon::organisation_kinds(&words[i - 1].lower).is_empty()
    })
}

/// Whether a number before the word counts nothing.
fn ends_phrase(word: &Word) -> bool {
    match word.kind {
        TokenKind::Mark => !matches!(&*word.text, "-" | "–" | "—" | "/"),
        TokenKind::Word => {
            // "Roughly 11 million".
            let number = lexicon::is_function(&word.lower, lexicon::FunctionClass::Number);
            lexicon::is_function_word(&word.lower) && !number && !word.capital
        }
        TokenKind::Quote | TokenKind::Clitic => true,
        _ => false,
    }
}

/// Whether the capitalised words from `i` on are a name that everybody knows: "United States".
fn is_known(words: &[Word], i: usize) -> bool {
    let end = i + words[i.min(words.len())..].iter().take_while(|w| w.nameable()).count();
    end > i && lexicon::gazetteer(&text(words, &(i..end))).is_some()
}

/// Whether the capitalised words from `i` on end in a kind of organisation or place.
fn ends_in_kind(words: &[Word], i: usize) -> bool {
    let run = words[i.min(words.len())..].iter().take_while(|w| w.nameable());
    run.last().is_some_and(|w| {
        (!lexicon::organisation_kinds(&w.lower).is_empty()) || (!lexicon::place_kinds(&w.lower).is_empty())
    })
}

/// Whether a word with a capital is for a house that is open to guests or buyers, and no name goes on behind it.
fn is_house(words: &[Word], at: usize) -> bool {
    const HOUSES: &[&str] =
        &["bar", "cafe", "café", "club", "deli", "diner", "grill", "inn", "pizza", "pub", "restaurant", "tavern"];
    let capital = |i: usize| words.get(i).is_some_and(|w| w.capital);
    capital(at) && words.get(at).is_some_and(|w| HOUSES.contains(&w.lower.as_str())) && !capital(at + 1)
}

fn is_saint(words: &[Word], start: usize, end: usize) -> bool {
    end - start == 2 && matches!(words[start].lower.as_str(), "st" | "st." | "saint")
}
