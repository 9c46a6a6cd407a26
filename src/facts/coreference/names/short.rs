//! Short forms of names known from elsewhere in the article: which of several bearers is meant.

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{Open, Sieve, text};
use crate::{
    facts::{
        coreference::{
            alias::introduces_alias,
            bearer::{Fit, fit},
            group::Bearer,
        },
        name::{PersonName, fold, genders_clash},
    },
    language::lexicon::{self, OrganisationKind},
};

/// By so many points a person must be likelier than anything else not to be a thing of the name.
const CLEARLY: i32 = 4;

/// The bearers that each form may stand for. Holds as long as there are no new ones and their names stay.
#[derive(Default)]
struct Fits {
    bearers: usize,
    of_form: FxHashMap<SmolStr, Vec<(usize, Fit)>>,
}

impl Fits {
    fn of(&mut self, form: &SmolStr, bearers: &[Bearer]) -> Vec<(usize, Fit)> {
        if self.bearers != bearers.len() {
            self.of_form.clear();
            self.bearers = bearers.len();
        }
        if let Some(known) = self.of_form.get(form) {
            return known.clone();
        }
        let fits = |(b, bearer): (usize, &Bearer)| {
            let fit = if bearer.has_form(form) { Fit::Acronym } else { fit(bearer, form)? };
            Some((b, fit))
        };
        let found: Vec<(usize, Fit)> = bearers.iter().enumerate().filter_map(fits).collect();
        self.of_form.insert(form.clone(), found.clone());
        found
    }
}

impl Sieve<'_> {
    /// Pass 2, and again with what aliases add: short forms of names known from elsewhere in the article.
    pub(super) fn short_forms(&mut self) {
        let mut fits = Fits::default();
        for i in 0..self.open.len() {
            if self.open[i].bearer.is_none()
                && !introduces_alias(self.words(i), self.open[i].candidate.name.start)
                && let Some(bearer) = self.bearer_of_short_form(i, &mut fits)
            {
                self.take(i, bearer);
            }
        }
    }

    fn bearer_of_short_form(&mut self, i: usize, fits: &mut Fits) -> Option<usize> {
        if self.precedes_namesake(i) {
            let Open { folded, candidate, .. } = &self.open[i];
            let same = |o: &Open| {
                o.bearer.filter(|_| o.folded == *folded && !genders_clash(o.candidate.gender, candidate.gender))
            };
            return self.open[..i].iter().find_map(same).or_else(|| Some(self.bearer_of_its_own(i)));
        }
        let with_particle = self.with_particle(i);
        let open = &self.open[i];
        let folded = with_particle.as_ref().map_or(&open.folded, |(_, folded)| folded);
        let bearer = self.choose(i, fits.of(folded, &self.bearers))?;
        if let Some((start, folded)) = with_particle {
            self.open[i].candidate.name.start = start;
            self.open[i].folded = folded;
        }
        Some(bearer)
    }

    /// Whether this "Mr. Hill" comes before a "Bill Hill" who is somebody else, and before all other Hills; or a "Hill" before
    /// one named beside him.
    fn precedes_namesake(&self, i: usize) -> bool {
        let Open { folded, candidate, .. } = &self.open[i];
        if candidate.name.len() > 1 {
            return false;
        }
        let mut known = self.bearers.iter().filter(|b| b.person.as_ref().is_some_and(|p| p.may_be_called(folded)));
        let mut any = false;
        known.all(|b| {
            any = true;
            let other_gender = || {
                let likely = b.person.as_ref().and_then(PersonName::likely_gender);
                genders_clash(candidate.gender, likely) && !self.sentences[self.open[i].sentence].heading
            };
            b.first > i && (b.unrelated && (candidate.courtesy || b.second) || other_gender())
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
        fits.retain(|&(b, fit)| {
            let bearer = &self.bearers[b];
            let clipped = fit == Fit::Clipped;
            match &bearer.person {
                Some(person) => {
                    // "Mrs Hill" is hardly Peter Hill.
                    let clash = genders_clash(gender, person.likely_gender());
                    // Somebody who is said to be no relation of one already named is not that one.
                    !clash && (!bearer.unrelated || before(b))
                }
                // "Hill wrote" does not speak of the "Hill Papers".
                None => {
                    !courtesy
                        && open.candidate.title.is_empty()
                        && (fit != Fit::Definite || self.is_definite(i))
                        && !(clipped && self.is_somebody(&open.folded) && !self.is_short_for_company(i, b))
                }
            }
        });
        // Given names tell the gender of most people, not of all: they only choose between several.
        let likely = |b: usize| self.bearers[b].person.as_ref().and_then(PersonName::likely_gender);
        if fits.iter().any(|&(b, _)| !genders_clash(gender, likely(b))) {
            fits.retain(|&(b, _)| !genders_clash(gender, likely(b)));
        }
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
        if let [(only, _)] = fits[..] {
            return Some(only);
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
                    && o.bearer.is_some_and(|b| b != bearer && !self.bearers[b].second && fits.iter().any(|f| f.0 == b))
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

    /// Whether "the" stands before a name.
    fn is_definite(&self, i: usize) -> bool {
        let start = self.open[i].candidate.name.start;
        start.checked_sub(1).is_some_and(|before| self.words(i)[before].lower == "the")
    }

    /// Whether most of what stands around a name of one word speaks for a person.
    fn is_somebody(&self, folded: &str) -> bool {
        let evidence = self.evidence_for(folded);
        let others = evidence.organisation.max(evidence.place).max(evidence.other);
        evidence.person > others.max(0) + CLEARLY
    }

    /// "Corvane" where "Corvane Group" is named: nobody is known to bear what is left.
    fn is_short_for_company(&self, i: usize, bearer: usize) -> bool {
        let words = |o: &Open| self.sentences[o.sentence].reading.words[o.candidate.name.clone()].to_vec();
        let [short] = &words(&self.open[i])[..] else { return false };
        self.open.iter().filter(|o| o.bearer == Some(bearer)).any(|o| match &words(o)[..] {
            [first, kind] => {
                first.lower == short.lower
                    && lexicon::organisation_kinds(&kind.text).contains(&OrganisationKind::Company)
                    && lexicon::given_name(&short.text).is_none()
                    && !lexicon::is_family_name(&short.text)
            }
            _ => false,
        })
    }

    fn same_block(&self, a: usize, b: usize) -> bool {
        self.sentences[a].block == self.sentences[b].block
    }

    /// Whether a mention's title is one that the bearer's full name had: "Judge Keller" among two Kellers.
    fn same_title(&self, i: usize, bearer: usize) -> bool {
        let title = |o: &Open| -> Vec<SmolStr> {
            let words = &self.sentences[o.sentence].reading.words;
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
}
