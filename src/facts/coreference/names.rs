//! The sieve's passes over names: full names first, then the short forms that stand for them, then the places where
//! a capital proves nothing (headlines, first words, a possessive that lost its apostrophe).

mod aliases;
mod full;
mod homonyms;
mod rest;
mod short;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use super::group::Bearer;
use crate::{
    facts::{
        Basis, EntityKind,
        name::{Candidate, Evidence, PersonName, Reading, Word, fold, text},
    },
    language::{
        TokenKind,
        lexicon::{self, Gender},
    },
};

/// A sentence as the finder of names read it, and its block.
pub struct NamedSentence<'a> {
    pub reading: &'a Reading,
    /// Which block the sentence stands in.
    pub block: u32,
    /// It stands in a heading.
    pub heading: bool,
}

/// A mention by name.
#[derive(Clone, Debug)]
pub struct Named {
    pub sentence: usize,
    /// Tokens of the name, without title.
    pub name: Range<usize>,
    /// Tokens of the title before it; may be empty.
    pub title: Range<usize>,
    /// Bytes to leave out at the end: the "s" of a possessive that lost its apostrophe.
    pub trim: usize,
    pub bearer: usize,
    pub basis: Basis,
}

/// A candidate that has no bearer yet.
struct Open {
    sentence: usize,
    candidate: Candidate,
    display: SmolStr,
    folded: SmolStr,
    /// See [`Named::trim`].
    trim: usize,
    bearer: Option<usize>,
    /// The pass that found the bearer.
    basis: Basis,
}

/// Sorts the names of an article under their bearers. Mentions come in the order of the text.
pub fn resolve_names(sentences: &[NamedSentence]) -> (Vec<Named>, Vec<Bearer>) {
    let mut sieve = Sieve::new(sentences);
    sieve.full_names();
    sieve.pass = Basis::ShortName;
    sieve.short_forms();
    sieve.pass = Basis::Alias;
    sieve.aliases();
    sieve.pass = Basis::ShortName;
    sieve.short_forms();
    sieve.pass = Basis::LoneName;
    sieve.remaining();
    sieve.hidden();
    sieve.finish()
}

/// What a courtesy title before the same surname says for a full name: more than any kind of place in it.
const COURTESY: i32 = 16;

struct Sieve<'a> {
    sentences: &'a [NamedSentence<'a>],
    open: Vec<Open>,
    /// All evidence for a form, from wherever it stands.
    evidence: FxHashMap<SmolStr, Evidence>,
    /// Folded surnames that stand behind a courtesy title: the first candidate for each gender that a title tells.
    courtesies: FxHashMap<SmolStr, Vec<(usize, Option<Gender>)>>,
    /// The first candidate of each form.
    first: FxHashMap<SmolStr, usize>,
    /// Forms that stand somewhere where their capital proves that they are names.
    vouched: FxHashSet<SmolStr>,
    /// Names of one word that a place and an organisation bear.
    homonyms: FxHashSet<SmolStr>,
    /// The article has no possessive with an apostrophe: it may have lost them all.
    damaged: bool,
    /// Which candidates each sentence has.
    of_sentence: Vec<Range<usize>>,
    bearers: Vec<Bearer>,
    hidden: Vec<Named>,
    /// The pass that runs.
    pass: Basis,
}
impl<'a> Sieve<'a> {
    fn new(sentences: &'a [NamedSentence<'a>]) -> Sieve<'a> {
        let mut open = Vec::new();
        let mut evidence: FxHashMap<SmolStr, Evidence> = FxHashMap::default();
        let mut courtesies = FxHashMap::default();
        for (at, sentence) in sentences.iter().enumerate().filter(|(_, s)| !s.reading.headline) {
            for candidate in &sentence.reading.candidates {
                let (display, folded) = (candidate.display.clone(), candidate.folded.clone());
                *evidence.entry(folded.clone()).or_default() += candidate.evidence;
                if candidate.courtesy && candidate.name.len() == 1 {
                    let told: &mut Vec<_> = courtesies.entry(folded.clone()).or_default();
                    if !told.iter().any(|(_, gender)| *gender == candidate.gender) {
                        told.push((open.len(), candidate.gender));
                    }
                }
                open.push(Open {
                    sentence: at,
                    candidate: candidate.clone(),
                    display,
                    folded,
                    trim: 0,
                    bearer: None,
                    basis: Basis::FullName,
                });
            }
        }
        part_titles(sentences, &mut open, &mut evidence);
        let possessive = |w: &Word| w.kind == TokenKind::Clitic && matches!(&*w.text, "'s" | "’s");
        let damaged = !sentences.iter().any(|s| s.reading.words.iter().any(possessive));
        // "Hills office": a possessive without its apostrophe, where the article has "Hill" too. Not so "the United States".
        let inner = |o: &Open| {
            let reading = &sentences[o.sentence].reading;
            let end = reading.words[o.candidate.name.end - 1].span.end;
            reading.inner.iter().any(|inner| inner.span.end == end)
        };
        let whole = |o: &Open| lexicon::gazetteer(&o.display).is_some() || inner(o);
        let possessives = open.iter_mut().filter(|o| damaged && !whole(o));
        for open in possessives {
            let known = |stem: &&str| {
                let last = stem.rsplit(' ').next().unwrap_or(stem);
                evidence.contains_key(*stem) || last.len() < stem.len() && evidence.contains_key(last)
            };
            // Other letters are folded to an "s" too.
            if let Some(stem) = open.folded.strip_suffix('s').filter(known)
                && let Some(shown) = open.display.strip_suffix(['s', 'S'])
            {
                open.display = shown.into();
                open.folded = stem.into();
                open.trim = 1;
            }
        }
        let mut first = FxHashMap::default();
        for (i, open) in open.iter().enumerate() {
            first.entry(open.folded.clone()).or_insert(i);
        }
        let vouched = open.iter().filter(|o| !o.candidate.doubtful).map(|o| o.folded.clone()).collect();
        let homonyms = homonyms::homonyms(&open, |o| sentences[o.sentence].reading.words.as_slice());
        let of_sentence = ranges(sentences.len(), open.iter().map(|o| o.sentence));
        let (bearers, hidden) = (Vec::new(), Vec::new());
        Sieve {
            sentences,
            open,
            evidence,
            courtesies,
            first,
            vouched,
            homonyms,
            damaged,
            of_sentence,
            bearers,
            hidden,
            pass: Basis::FullName,
        }
    }

    fn words(&self, open: usize) -> &'a [Word] {
        &self.sentences[self.open[open].sentence].reading.words
    }

    /// All evidence for a form. "Mr. Castle" elsewhere shows that "Enid Castle" is somebody and no castle.
    fn evidence_for(&self, folded: &str) -> Evidence {
        let mut evidence = self.evidence.get(folded).copied().unwrap_or_default();
        if evidence == Evidence::default() {
            // The form occurs only as a possessive that lost its apostrophe.
            evidence = self.evidence.get(format!("{folded}s").as_str()).copied().unwrap_or_default();
        }
        let last = folded.rsplit(' ').next().unwrap_or(folded);
        let unusual = || folded.split_once(' ').is_some_and(|(first, rest)| rest == last && !lexicon::is_word(first));
        if self.courtesies.contains_key(last) && (starts_with_given_name(folded) || unusual()) {
            evidence.person += COURTESY;
        }
        evidence
    }

    fn take(&mut self, i: usize, bearer: usize) {
        let evidence = self.open[i].candidate.evidence;
        let gender = self.open[i].candidate.gender;
        let found = &mut self.bearers[bearer];
        found.evidence += evidence;
        if let Some(person) = &mut found.person {
            person.gender = person.gender.or(gender);
        }
        (self.open[i].bearer, self.open[i].basis) = (Some(bearer), self.pass);
    }

    /// Gives a name of one word a bearer of its own.
    fn new_bearer(&mut self, i: usize) {
        let bearer = self.bearer_of_its_own(i);
        self.take(i, bearer);
    }

    fn bearer_of_its_own(&mut self, i: usize) -> usize {
        let Open { folded, display, candidate, .. } = &self.open[i];
        let evidence = self.evidence_for(folded);
        let person = evidence.kind() == EntityKind::Person;
        let person = person.then(|| PersonName::new(display, candidate.gender));
        self.bearers.push(Bearer::new(display, evidence, person, i));
        self.bearers.len() - 1
    }

    fn finish(mut self) -> (Vec<Named>, Vec<Bearer>) {
        // Whoever the article calls by the surname alone is the one that another article means by it.
        for open in &self.open {
            let bearer = open.bearer.map(|b| &mut self.bearers[b]).filter(|b| b.person.is_some());
            bearer.into_iter().for_each(|b| b.add_form(open.folded.clone()));
        }
        let named = self.open.into_iter().filter_map(|o| {
            let Candidate { name, title, .. } = o.candidate;
            Some(Named { sentence: o.sentence, name, title, trim: o.trim, bearer: o.bearer?, basis: o.basis })
        });
        let mut all: Vec<Named> = named.chain(self.hidden).collect();
        all.sort_by_key(|n| (n.sentence, n.name.start));
        (all, self.bearers)
    }
}

/// "Governor Hill" reads as a place, until "Gov. Tomas Hill" shows that Hill has the title.
fn part_titles(sentences: &[NamedSentence], open: &mut [Open], evidence: &mut FxHashMap<SmolStr, Evidence>) {
    let titled = open.iter().filter(|o| o.candidate.name.len() > 1 && !o.candidate.title.is_empty());
    let surnames: FxHashSet<SmolStr> = titled.filter_map(|o| Some(o.folded.rsplit_once(' ')?.1.into())).collect();
    for open in open.iter_mut().filter(|o| o.candidate.name.len() == 2 && o.candidate.title.is_empty()) {
        let words = &sentences[open.sentence].reading.words;
        let start = open.candidate.name.start;
        let surname = words[start + 1].text.clone();
        let folded = fold(&surname);
        if lexicon::is_role_head(&words[start].lower) && surnames.contains(&folded) {
            (open.candidate.title, open.candidate.name.start) = (start..start + 1, start + 1);
            evidence.entry(folded.clone()).or_default().person += COURTESY;
            (open.display, open.folded) = (surname, folded);
        }
    }
}

/// Where the items of each sentence stand, given the sentences of all items in rising order.
pub(super) fn ranges(sentences: usize, of: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut ranges = vec![0..0; sentences];
    for (item, sentence) in of.enumerate() {
        let range = &mut ranges[sentence];
        if range.start == range.end {
            *range = item..item;
        }
        range.end = item + 1;
    }
    ranges
}

fn starts_with_given_name(folded: &str) -> bool {
    folded.split(' ').next().is_some_and(|w| lexicon::given_name(w).is_some() || w.chars().count() == 1)
}
