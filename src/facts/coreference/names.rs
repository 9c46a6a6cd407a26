//! The sieve's passes over names: full names first, then the short forms that stand for them, then the places where
//! a capital proves nothing (headlines, first words, a possessive that lost its apostrophe).

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use smol_str::SmolStr;

use super::{
    alias::{denies_relation, introduces_alias},
    bearer::{Fit, acronym, fit},
    group::Bearer,
};
use crate::{
    facts::{
        EntityKind,
        name::{Candidate, Evidence, PersonName, Word, fold, genders_clash},
    },
    language::lexicon,
};

/// A sentence's words and the candidates found in it.
pub struct NamedSentence<'a> {
    pub words: Vec<Word<'a>>,
    pub candidates: Vec<Candidate>,
    /// Which block the sentence stands in.
    pub block: u32,
    /// Capitals prove nothing in the whole sentence: a headline with every word capitalised, or all in capitals.
    pub headline: bool,
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
}

/// A candidate that has no bearer yet.
struct Open {
    sentence: usize,
    candidate: Candidate,
    display: SmolStr,
    folded: SmolStr,
    bearer: Option<usize>,
}

/// Sorts the names of an article under their bearers. Mentions come in the order of the text.
pub fn resolve_names(sentences: &[NamedSentence]) -> (Vec<Named>, Vec<Bearer>) {
    let mut sieve = Sieve::new(sentences);
    sieve.full_names();
    sieve.short_forms();
    sieve.aliases();
    sieve.short_forms();
    sieve.remaining();
    sieve.hidden();
    sieve.finish()
}

/// How many sentences back an alias may point: "… says the caretaker, Abe Hill. […] Everyone calls him Old Abe."
const ALIAS_REACH: usize = 4;

/// What a courtesy title before the same surname says for a full name: more than any kind of place in it.
const COURTESY: i32 = 16;

struct Sieve<'a> {
    sentences: &'a [NamedSentence<'a>],
    open: Vec<Open>,
    /// All evidence for a form, from wherever it stands.
    evidence: HashMap<SmolStr, Evidence>,
    /// Folded surnames that stand behind a courtesy title somewhere.
    courtesies: HashSet<SmolStr>,
    bearers: Vec<Bearer>,
    hidden: Vec<Named>,
}

impl<'a> Sieve<'a> {
    fn new(sentences: &'a [NamedSentence<'a>]) -> Sieve<'a> {
        let mut open = Vec::new();
        let mut evidence: HashMap<SmolStr, Evidence> = HashMap::new();
        let mut courtesies = HashSet::new();
        for (at, sentence) in sentences.iter().enumerate().filter(|(_, s)| !s.headline) {
            for candidate in &sentence.candidates {
                let display = text(&sentence.words, &candidate.name);
                let folded = fold(&display);
                *evidence.entry(folded.clone()).or_default() += candidate.evidence;
                if candidate.courtesy && candidate.name.len() == 1 {
                    courtesies.insert(folded.clone());
                }
                open.push(Open { sentence: at, candidate: candidate.clone(), display, folded, bearer: None });
            }
        }
        Sieve { sentences, open, evidence, courtesies, bearers: Vec::new(), hidden: Vec::new() }
    }

    fn words(&self, open: usize) -> &'a [Word<'a>] {
        &self.sentences[self.open[open].sentence].words
    }

    /// Pass 1: names of two words or more. Equal forms and compatible names of people share a bearer.
    fn full_names(&mut self) {
        // "Van Rijn" opens a sentence as a short form: names that start with a particle wait for those that do not.
        let particle = |o: &Open| lexicon::is_name_particle(o.folded.split(' ').next().unwrap_or_default());
        let (short, full): (Vec<usize>, Vec<usize>) = (0..self.open.len()).partition(|&i| particle(&self.open[i]));
        for i in full.into_iter().chain(short) {
            let Open { folded, display, candidate, .. } = &self.open[i];
            let alias = introduces_alias(self.words(i), candidate.name.start);
            if !folded.contains(' ') || alias || candidate.courtesy && !starts_with_given_name(folded) {
                continue;
            }
            let evidence = self.evidence_for(folded);
            let person = (evidence.kind() == EntityKind::Person).then(|| PersonName::new(display, candidate.gender));
            // "Quiroga de la Rosa" behind "Evaristo Quiroga de la Rosa" is a short form.
            let known = self.bearers.iter().position(|b| match (&b.person, &person) {
                (Some(known), Some(person)) => {
                    b.has_form(folded)
                        || known.may_be_called(folded)
                        || person.is_full() && known.is_full() && known.compatible(person)
                }
                (None, None) => b.has_form(folded) || fit(b, folded).is_some(),
                (Some(known), None) => known.may_be_called(folded),
                (None, Some(_)) => false,
            });
            let unrelated = denies_relation(self.words(i), candidate.name.end) || self.comes_late(i);
            let bearer = match known {
                Some(known) => {
                    let (folded, display) = (folded.clone(), display.clone());
                    let bearer = &mut self.bearers[known];
                    bearer.add_form(folded);
                    if display.len() > bearer.name.len() && person.is_some() {
                        bearer.name = display;
                    }
                    known
                }
                None => {
                    self.bearers.push(Bearer::new(display, evidence, person, i));
                    self.bearers.len() - 1
                }
            };
            self.bearers[bearer].unrelated |= unrelated;
            self.open[i].bearer = Some(bearer);
        }
    }

    /// All evidence for a form. "Mr. Castle" elsewhere shows that "Enid Castle" is somebody and no castle.
    fn evidence_for(&self, folded: &str) -> Evidence {
        let mut evidence = self.evidence.get(folded).copied().unwrap_or_default();
        let last = folded.rsplit(' ').next().unwrap_or(folded);
        if starts_with_given_name(folded) && self.courtesies.contains(last) {
            evidence.person += COURTESY;
        }
        evidence
    }

    /// Whether "Mr. Hill" was spoken of, outside headlines, before this "Bill Hill" was introduced: two people.
    fn comes_late(&self, i: usize) -> bool {
        let last = self.open[i].folded.rsplit(' ').next().unwrap_or_default();
        let clash = |o: &Open| {
            let given = self.open[i].folded.split(' ').next().and_then(lexicon::given_name);
            genders_clash(given, o.candidate.gender)
        };
        self.open[..i].iter().any(|o| o.candidate.courtesy && o.folded == last && !clash(o))
            && !self.open[..i].iter().any(|o| o.folded == self.open[i].folded)
    }

    /// Pass 3: names that the text gives as other names of somebody just named.
    fn aliases(&mut self) {
        for i in 1..self.open.len() {
            let open = &self.open[i];
            if open.bearer.is_some() || !introduces_alias(self.words(i), open.candidate.name.start) {
                continue;
            }
            let Some(bearer) = self.alias_of(i) else { continue };
            let folded = self.open[i].folded.clone();
            if let Some(person) = &mut self.bearers[bearer].person {
                person.nicknames.push(folded.clone());
            }
            self.bearers[bearer].add_form(folded);
            self.take(i, bearer);
        }
        self.join_by_nickname();
    }

    /// Who a name is another name of: whoever has its letters, else whoever is named last before it, in the sentence
    /// or in the one before.
    fn alias_of(&mut self, i: usize) -> Option<usize> {
        let letters = self.sentences[self.open[i].sentence].words[self.open[i].candidate.name.start].shouted;
        if let Some(known) = self.bearers.iter().position(|b| fit(b, &self.open[i].folded) == Some(Fit::Acronym)) {
            return Some(known);
        }
        let near = |o: &Open| o.sentence + ALIAS_REACH >= self.open[i].sentence;
        let initials = |b: &Bearer| {
            // Other languages order the words otherwise: every letter stands for one of them.
            let letters = acronym(&b.forms[0]);
            self.open[i].folded.chars().all(|c| letters.contains(c))
        };
        let before = (0..i).rev().take_while(|&k| near(&self.open[k])).find(|&k| {
            let bearer = self.open[k].bearer.map(|b| &self.bearers[b]);
            bearer.map_or(!letters, |b| if letters { b.person.is_none() && initials(b) } else { b.person.is_some() })
        })?;
        if self.open[before].bearer.is_none() && self.open[before].sentence == self.open[i].sentence {
            self.new_bearer(before);
        }
        self.open[before].bearer
    }

    /// "Pipo Hill" is the "Ernest, known as Pipo" of before.
    fn join_by_nickname(&mut self) {
        for from in 0..self.bearers.len() {
            let Some(person) = self.bearers[from].person.clone().filter(PersonName::is_full) else { continue };
            let known = |b: &Bearer| {
                b.person.as_ref().is_some_and(|p| {
                    p.nicknames.contains(&person.given[0]) && (!p.is_full() || p.surname == person.surname)
                })
            };
            let Some(to) = self.bearers.iter().position(known).filter(|&to| to != from) else { continue };
            for open in &mut self.open {
                if open.bearer == Some(from) {
                    open.bearer = Some(to);
                }
            }
            let joined = self.bearers[from].clone();
            let bearer = &mut self.bearers[to];
            bearer.evidence += joined.evidence;
            joined.forms.into_iter().for_each(|f| bearer.add_form(f));
            // "Ernest" alone has the surname now.
            if let Some(single) = bearer.person.as_mut().filter(|p| !p.is_full()) {
                let given = std::mem::replace(&mut single.surname, person.surname.clone());
                single.given = vec![given];
                single.short.clear();
                bearer.name = joined.name;
            }
            self.bearers[from].person = None;
            self.bearers[from].forms = vec![SmolStr::default()];
        }
    }

    /// Pass 2, and again with what aliases add: short forms of names known from elsewhere in the article.
    fn short_forms(&mut self) {
        for i in 0..self.open.len() {
            if self.open[i].bearer.is_none()
                && !introduces_alias(self.words(i), self.open[i].candidate.name.start)
                && let Some(bearer) = self.bearer_of_short_form(i)
            {
                self.take(i, bearer);
            }
        }
    }

    fn bearer_of_short_form(&mut self, i: usize) -> Option<usize> {
        if self.open[i].candidate.courtesy && self.precedes_namesake(i) {
            let same = |o: &Open| o.bearer.filter(|_| o.candidate.courtesy && o.folded == self.open[i].folded);
            return self.open[..i].iter().find_map(same).or_else(|| Some(self.bearer_of_its_own(i)));
        }
        let with_particle = self.with_particle(i);
        let open = &self.open[i];
        let folded = with_particle.as_ref().map_or(&open.folded, |(_, folded)| folded);
        let fits: Vec<(usize, Fit)> = self
            .bearers
            .iter()
            .enumerate()
            .filter_map(|(b, bearer)| {
                let fit = if bearer.has_form(folded) { Fit::Acronym } else { fit(bearer, folded)? };
                Some((b, fit))
            })
            .collect();
        let bearer = self.choose(i, fits)?;
        if let Some((start, folded)) = with_particle {
            self.open[i].candidate.name.start = start;
            self.open[i].folded = folded;
        }
        Some(bearer)
    }

    /// Whether this "Mr. Hill" comes before a "Bill Hill" who is somebody else, and before all other Hills.
    fn precedes_namesake(&self, i: usize) -> bool {
        let folded = &self.open[i].folded;
        let mut known = self.bearers.iter().filter(|b| b.person.as_ref().is_some_and(|p| p.may_be_called(folded)));
        let mut any = false;
        known.all(|b| {
            any = true;
            b.unrelated && b.first > i
        }) && any
    }

    /// "de Witt" where the run of capitals was only "Witt": the start token and the form, when somebody bears it.
    fn with_particle(&self, i: usize) -> Option<(usize, SmolStr)> {
        let (words, open) = (self.words(i), &self.open[i]);
        let mut start = open.candidate.name.start;
        while start > 0 && !words[start - 1].capital && lexicon::is_name_particle(&words[start - 1].lower) {
            start -= 1;
        }
        if start == open.candidate.name.start {
            return None;
        }
        let folded = fold(&text(words, &(start..open.candidate.name.end)));
        let known = |b: &Bearer| b.person.as_ref().is_some_and(|p| p.may_be_called(&folded));
        self.bearers.iter().any(known).then_some((start, folded))
    }

    /// The one bearer among those that a short form fits.
    fn choose(&self, i: usize, mut fits: Vec<(usize, Fit)>) -> Option<usize> {
        let open = &self.open[i];
        let courtesy = open.candidate.courtesy;
        let gender = open.candidate.gender;
        let words = self.words(i);
        let place_before = open
            .candidate
            .name
            .start
            .checked_sub(1)
            .is_some_and(|b| matches!(words[b].lower.as_str(), "in" | "at" | "near" | "outside" | "around"));
        let before = |b: usize| self.bearers[b].first < i;
        fits.retain(|&(b, _)| {
            let bearer = &self.bearers[b];
            match &bearer.person {
                Some(person) => {
                    let clash = genders_clash(gender, person.gender);
                    // Somebody who is said to be no relation of one already named is not that one.
                    !clash && (!bearer.unrelated || before(b))
                }
                None => !courtesy && open.candidate.title.is_empty(),
            }
        });
        // A place or an institution of the same name as a person: the words in front decide.
        if fits.iter().any(|&(b, _)| self.bearers[b].person.is_some())
            && fits.iter().any(|&(b, _)| self.bearers[b].person.is_none())
        {
            let person = !place_before || courtesy;
            fits.retain(|&(b, _)| self.bearers[b].person.is_some() == person);
        }
        let best = fits.iter().map(|f| f.1).min()?;
        fits.retain(|f| f.1 == best || best == Fit::Acronym && f.1 <= Fit::Surname);
        if best == Fit::Given && courtesy && fits.len() > 1 {
            return None;
        }
        if fits.len() > 1 {
            let titled: Vec<_> = fits.iter().copied().filter(|&(b, _)| self.same_title(i, b)).collect();
            if !titled.is_empty() {
                fits = titled;
            }
        }
        // Somebody else of the same surname just came up; otherwise a form goes on meaning whom it meant before.
        let same_form = |o: &Open| o.folded == open.folded && o.candidate.courtesy == courtesy && o.bearer.is_some();
        let established = self.open[..i].iter().rposition(same_form);
        if let Some(bearer) = established.and_then(|e| self.open[e].bearer).filter(|b| fits.iter().any(|f| f.0 == *b)) {
            let since = |o: &Open| {
                o.sentence + 1 >= open.sentence
                    && self.same_block(o.sentence, open.sentence)
                    && o.bearer.is_some_and(|b| b != bearer && fits.iter().any(|f| f.0 == b))
            };
            if !self.open[..i].iter().any(since) {
                return Some(bearer);
            }
        }
        // The one named last before; in a headline or a first sentence, the first to come.
        let last_named = |b: usize| self.open[..i].iter().rposition(|o| o.bearer == Some(b));
        let earlier = fits.iter().filter(|&&(b, _)| last_named(b).is_some()).max_by_key(|&&(b, _)| last_named(b));
        let later = || fits.iter().min_by_key(|&&(b, _)| self.bearers[b].first);
        earlier.or_else(later).map(|&(b, _)| b)
    }

    fn same_block(&self, a: usize, b: usize) -> bool {
        self.sentences[a].block == self.sentences[b].block
    }

    /// Whether a mention's title is one that the bearer's full name had: "Judge Keller" among two Kellers.
    fn same_title(&self, i: usize, bearer: usize) -> bool {
        let title = |o: &Open| -> Vec<SmolStr> {
            let words = &self.sentences[o.sentence].words;
            words[o.candidate.title.clone()]
                .iter()
                .map(|w| w.lower.clone())
                .filter(|w| lexicon::is_role_head(w))
                .collect()
        };
        let mine = title(&self.open[i]);
        !mine.is_empty()
            && self.open.iter().any(|o| o.bearer == Some(bearer) && title(o).iter().any(|word| mine.contains(word)))
    }

    /// Pass 4: names of one word that nobody bears yet become bearers, unless nothing shows that they are names.
    fn remaining(&mut self) {
        for i in 0..self.open.len() {
            if self.open[i].bearer.is_some() {
                continue;
            }
            if let Some(known) = self.known_single(i) {
                self.take(i, known);
                continue;
            }
            let folded = &self.open[i].folded;
            let vouched = self.open.iter().any(|o| o.folded == *folded && !o.candidate.doubtful);
            if vouched && !lexicon::affiliation(folded).is_some() {
                self.new_bearer(i);
            }
        }
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

    fn known_single(&self, i: usize) -> Option<usize> {
        let open = &self.open[i];
        let clash = |b: &Bearer| {
            let known = b.person.as_ref().and_then(|p| p.gender);
            genders_clash(known, open.candidate.gender)
        };
        self.bearers.iter().position(|b| b.has_form(&open.folded) && !clash(b))
    }

    /// Pass 5: known names where capitals prove nothing, and possessives that lost their apostrophe.
    fn hidden(&mut self) {
        for at in 0..self.sentences.len() {
            let sentence = &self.sentences[at];
            let mut token = 0;
            while token < sentence.words.len() {
                match self.hidden_at(at, token) {
                    Some(named) => {
                        token = named.name.end;
                        self.hidden.push(named);
                    }
                    None => token += 1,
                }
            }
        }
    }

    fn hidden_at(&self, at: usize, token: usize) -> Option<Named> {
        let sentence = &self.sentences[at];
        let words = &sentence.words;
        if !words[token].capital || self.taken(at, token) {
            return None;
        }
        if sentence.headline {
            for end in (token + 1..=(token + 5).min(words.len())).rev() {
                let folded = fold(&text(words, &(token..end)));
                if let Some(bearer) = self.only_bearer(&folded) {
                    return Some(Named { sentence: at, name: token..end, title: token..token, trim: 0, bearer });
                }
            }
        }
        let stem = fold(words[token].text.strip_suffix('s')?);
        let bearer = self.only_bearer(&stem)?;
        Some(Named { sentence: at, name: token..token + 1, title: token..token, trim: 1, bearer })
    }

    fn taken(&self, at: usize, token: usize) -> bool {
        self.open.iter().any(|o| o.sentence == at && o.bearer.is_some() && o.candidate.name.contains(&token))
    }

    /// The bearer of a form when there is just one.
    fn only_bearer(&self, folded: &str) -> Option<usize> {
        let bears = |b: &Bearer| {
            b.has_form(folded) || matches!(fit(b, folded), Some(Fit::Surname)) && !lexicon::is_word(folded)
        };
        let mut found = self.bearers.iter().enumerate().filter(|(_, b)| bears(b)).map(|(i, _)| i);
        found.next().filter(|_| found.next().is_none())
    }

    fn take(&mut self, i: usize, bearer: usize) {
        let evidence = self.open[i].candidate.evidence;
        let gender = self.open[i].candidate.gender;
        let found = &mut self.bearers[bearer];
        found.evidence += evidence;
        if let Some(person) = &mut found.person {
            person.gender = person.gender.or(gender);
        }
        self.open[i].bearer = Some(bearer);
    }

    fn finish(self) -> (Vec<Named>, Vec<Bearer>) {
        let named = self.open.into_iter().filter_map(|o| {
            let Candidate { name, title, .. } = o.candidate;
            Some(Named { sentence: o.sentence, name, title, trim: 0, bearer: o.bearer? })
        });
        let mut all: Vec<Named> = named.chain(self.hidden).collect();
        all.sort_by_key(|n| (n.sentence, n.name.start));
        (all, self.bearers)
    }
}

fn starts_with_given_name(folded: &str) -> bool {
    folded.split(' ').next().is_some_and(|w| lexicon::given_name(w).is_some() || w.chars().count() == 1)
}

/// The words of a token range as they stand, blanks made single.
fn text(words: &[Word], range: &Range<usize>) -> SmolStr {
    let mut out = String::new();
    for (i, word) in words[range.clone()].iter().enumerate() {
        if i > 0 && words[range.start + i - 1].span.end < word.span.start {
            out.push(' ');
        }
        out.push_str(word.text);
    }
    out.into()
}
