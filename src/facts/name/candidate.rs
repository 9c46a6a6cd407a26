//! Candidates for names in one sentence: a run taken apart into title and name, with what speaks for each kind.

use std::ops::Range;

use smol_str::{SmolStr, SmolStrBuilder};

use super::{PersonName, evidence::Evidence, fold, run::runs, word::Word};
use crate::language::{
    TokenKind,
    lexicon::{self, Gender},
    model::Xpos,
};

/// A possible name in a sentence. Ranges are tokens.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The name itself, without titles; never empty.
    pub name: Range<usize>,
    /// Its words as they stand, blanks made single.
    pub display: SmolStr,
    /// The same, folded.
    pub folded: SmolStr,
    /// What it is as a person's, where it has two words or more.
    pub person: Option<PersonName>,
    /// Courtesy title or role directly before it, possibly of lower-case words ("former mayor"); may be empty.
    pub title: Range<usize>,
    /// A courtesy title stands before it: "Mr.", "Ms.".
    pub courtesy: bool,
    pub gender: Option<Gender>,
    /// What speaks for each kind, from the name and from the words around it.
    pub evidence: Evidence,
    /// The capital of its first word proves nothing and the word is an ordinary one.
    pub doubtful: bool,
}

/// The candidates of a sentence, in order.
pub fn candidates(words: &[Word]) -> Vec<Candidate> {
    runs(words).into_iter().flat_map(|run| split(words, run)).collect()
}

/// Takes a run apart: "New York Mayor Ann Lee" is a place and a person with a title.
fn split(words: &[Word], run: Range<usize>) -> Vec<Candidate> {
    if let Some(found) = office(words, &run) {
        return found;
    }
    let Some(title) = inner_title(words, &run) else {
        return candidate(words, run.start..run.start, run).into_iter().collect();
    };
    let mut found = Vec::new();
    if run.start < title.start {
        found.extend(candidate(words, run.start..run.start, run.start..title.start));
    }
    if title.end < run.end {
        found.extend(candidate(words, title.clone(), title.end..run.end));
    }
    found
}

/// A run with an office and what it is of: "Secretary of State Ann Lee" is somebody with a title, "the Mayor of Halvik" speaks of
/// the town.
fn office(words: &[Word], run: &Range<usize>) -> Option<Vec<Candidate>> {
    let of = run.clone().skip(1).find(|&i| matches!(words[i].lower.as_str(), "of" | "for"))?;
    let head = of - 1;
    if !lexicon::is_role_head(&words[head].lower) || !lexicon::organisation_kinds(&words[head].lower).is_empty() {
        return None;
    }
    let mut start = head;
    while start > run.start
        && (lexicon::is_role_head(&words[start - 1].lower) || belongs_to_title(words, start - 1, run))
    {
        start -= 1;
    }
    let mut found: Vec<Candidate> = Vec::new();
    if run.start < start {
        found.extend(candidate(words, run.start..run.start, run.start..start));
    }
    let first = if words[of + 1].lower == "the" { of + 2 } else { of + 1 };
    let courtesy = |i: &usize| lexicon::courtesy_title(&words[*i].lower).is_some();
    let given = |i: &usize| *i + 1 < run.end && lexicon::is_given_name(&words[*i].text);
    let mut behind = first + 1..run.end;
    match behind.find(|i| courtesy(i) || given(i)) {
        Some(name) => {
            let name = if courtesy(&name) && name + 1 < run.end { name + 1 } else { name };
            found.extend(candidate(words, start..name, name..run.end));
        }
        None if first < run.end && is_named(words, first..run.end) => {
            found.extend(candidate(words, first..first, first..run.end));
        }
        None => {}
    }
    Some(found)
}

/// Whether capitalised words are a name of their own, not only part of an office: "Halvik", not "State" or "Public Prosecutions".
fn is_named(words: &[Word], range: Range<usize>) -> bool {
    let inside = &words[range.clone()];
    lexicon::gazetteer(&text(words, &range)).is_some()
        || inside.iter().any(|w| !w.common)
        || inside.len() > 1 && inside.last().is_some_and(|w| !lexicon::organisation_kinds(&w.lower).is_empty())
}

/// The title inside a run that has a name behind it, or that fills the run to its end.
fn inner_title(words: &[Word], run: &Range<usize>) -> Option<Range<usize>> {
    // "Aurelia St. Clair": behind a name it is part of that.
    let saint = |i: usize| i > run.start && matches!(words[i].lower.as_str(), "st" | "st." | "saint");
    let is_title = |i: usize| {
        (lexicon::courtesy_title(&words[i].lower).is_some() || lexicon::is_role_head(&words[i].lower)) && !saint(i)
    };
    let mut end = None;
    for i in run.clone() {
        if is_title(i) {
            end = Some(i + 1);
        } else if end.is_some() {
            break;
        }
    }
    let end = end?;
    let name = &words[end..run.end];
    // `General Motors`, `King County`, `Judge Advocate Corps`: the title word is part of the name; `Ms. Park` has one, and
    // `Gov. Tomas Hill`, whose surname the tagger knows for one.
    let courtesy = lexicon::courtesy_title(&words[end - 1].lower).is_some();
    let kind = |w: &Word| {
        !lexicon::organisation_kinds(&w.lower).is_empty() || !w.person && !lexicon::place_kinds(&w.lower).is_empty()
    };
    if !courtesy && name.last().is_some_and(kind) {
        return None;
    }
    // `Office of Attorney General`, `Chief of Staff`: not a title before a name.
    if words[run.start..end].iter().any(|w| matches!(w.lower.as_str(), "of" | "for")) {
        return None;
    }
    // "Dean Hill": a title that is a given name too, before one word, is the given name.
    let lone = end - 1 == run.start && name.len() == 1 && !courtesy;
    if lone && lexicon::is_given_name(&words[run.start].text) {
        return None;
    }
    // "Phil Singer", "Kate Baker": behind a given name it is a surname.
    if end == run.end && end - run.start > 1 && lexicon::is_given_name(&words[run.start].text) && !is_title(run.start) {
        return None;
    }
    let mut start = end - 1;
    while start > run.start && (is_title(start - 1) || belongs_to_title(words, start - 1, run)) {
        start -= 1;
    }
    Some(start..end)
}

/// "Transport Minister", "Deputy Fire Chief": ordinary words and role modifiers before a role belong to it.
fn belongs_to_title(words: &[Word], i: usize, run: &Range<usize>) -> bool {
    let word = &words[i];
    if lexicon::is_role_modifier(&word.lower) {
        return true;
    }
    // "Hosting President Ann Lee": a verb that only opens the sentence.
    if word.initial && word.tag.is_verb() {
        return false;
    }
    let named: String = words[run.start..=i].iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
    word.common && lexicon::gazetteer(&named).is_none() && lexicon::given_name(&word.lower).is_none()
}

fn candidate(words: &[Word], title: Range<usize>, name: Range<usize>) -> Option<Candidate> {
    let mut name = name;
    // A first word whose capital proves nothing and that no name starts with is left to the sentence.
    if title.is_empty() && name.len() > 1 && opens_sentence_only(words, &name) {
        name.start += 1;
    }
    if name.is_empty()
        || title.is_empty() && words[name.clone()].iter().all(|w| lexicon::is_function_word(&w.lower) && !w.shouted)
    {
        return None;
    }
    if name.len() == 1 && title.is_empty() && lexicon::is_abbreviated_noun(&words[name.start].text) {
        return None;
    }
    let title = if title.is_empty() { lower_title(words, name.start) } else { extend_title(words, title) };
    let courtesy = words[title.clone()].iter().any(|w| lexicon::courtesy_title(&w.lower).is_some());
    let gender = words[title.clone()].iter().find_map(|w| lexicon::courtesy_title(&w.lower).flatten());
    let first = &words[name.start];
    let damaged = first.lower.strip_suffix('s').is_some_and(lexicon::is_function_word);
    let ordinary = first.common && (first.initial || first.is_no_noun()) || first.tag == Xpos::Uh;
    // "Saturday Night".
    let time = name.start.checked_sub(1).is_some_and(|before| words[before].is_calendar());
    let ordinary = ordinary || first.common && time;
    // "Everybodys gone" is nobody's name even within a sentence; "Wills" may be.
    const LONG: usize = 6;
    let damaged = damaged && (first.initial || first.lower.len() > LONG);
    let doubtful = title.is_empty() && name.len() == 1 && (ordinary || damaged);
    let evidence = Evidence::gather(words, &name, &title);
    let display = text(words, &name);
    let folded = fold(&display);
    let person = (name.len() > 1).then(|| PersonName::new(&display, gender));
    Some(Candidate { name, display, folded, person, title, courtesy, gender, evidence, doubtful })
}

/// The words of a token range as they stand, blanks made single.
pub fn text(words: &[Word], range: &Range<usize>) -> SmolStr {
    let mut out = SmolStrBuilder::new();
    for (i, word) in words[range.clone()].iter().enumerate() {
        if i > 0 && words[range.start + i - 1].span.end < word.span.start {
            out.push(' ');
        }
        out.push_str(&word.text);
    }
    out.finish()
}

/// "Asked Ann Lee", "Opponents Tom and Jo", "Currently Lee": an ordinary word in front of what is a name without it.
fn opens_sentence_only(words: &[Word], name: &Range<usize>) -> bool {
    let (first, second) = (&words[name.start], &words[name.start + 1]);
    let aside = || name.len() == 2 && !second.common && matches!(first.tag, Xpos::Rb | Xpos::Vbg | Xpos::Vbn);
    if !first.initial || !first.common || lexicon::given_name(&first.lower).is_some() {
        return false;
    }
    let person = || lexicon::given_name(&second.lower).is_some() || lexicon::courtesy_title(&second.lower).is_some();
    aside() || person() && !words[name.clone()].iter().any(|w| !lexicon::organisation_kinds(&w.lower).is_empty())
}

/// The lower-case role in front of a name: "former mayor", "acting deputy attorney general"; empty where none.
fn lower_title(words: &[Word], name: usize) -> Range<usize> {
    match name.checked_sub(1) {
        Some(last) if !words[last].capital && lexicon::is_role_head(&words[last].lower) => {
            extend_title(words, last..name)
        }
        _ => name..name,
    }
}

/// A title with the lower-case modifiers and nouns before it: "former state", "the club's".
fn extend_title(words: &[Word], title: Range<usize>) -> Range<usize> {
    let mut start = title.start;
    while start > 0 {
        let word = &words[start - 1];
        let joins = word.kind == TokenKind::Word
            && !word.capital
            && !lexicon::is_function_word(&word.lower)
            && (lexicon::is_role_modifier(&word.lower) || lexicon::is_role_head(&word.lower));
        if !joins {
            break;
        }
        start -= 1;
    }
    start..title.end
}
