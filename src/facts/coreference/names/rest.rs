//! What the other passes leave: names of one word that nobody bears yet, and the places where a capital proves nothing.

use super::{Named, Sieve, text};
use crate::{
    facts::{
        Basis,
        coreference::{
            bearer::{Fit, fit},
            group::Bearer,
        },
        name::{Evidence, Word, fold, genders_clash},
    },
    language::{TokenKind, lexicon},
};

/// More than any words around say.
const PEOPLE: i32 = 1000;

impl Sieve<'_> {
    /// Pass 4: names of one word that nobody bears yet become bearers, unless nothing shows that they are names.
    pub(super) fn remaining(&mut self) {
        for i in 0..self.open.len() {
            if self.open[i].bearer.is_some() {
                continue;
            }
            if let Some(known) = self.known_single(i) {
                self.take(i, known);
                continue;
            }
            if let Some(place) = self.homonymous_place(i) {
                self.take(i, place);
                continue;
            }
            let folded = &self.open[i].folded;
            // A mark on the "s" is folded away, but is a character of the text.
            let owns = self.damaged && self.open[i].display.ends_with(['s', 'S']);
            let stem = folded.strip_suffix('s').filter(|_| owns).and_then(|stem| self.only_bearer(stem));
            if let Some(bearer) = stem {
                self.open[i].trim = 1;
                self.take(i, bearer);
                continue;
            }
            if self.vouched.contains(folded) {
                if self.is_people(i) {
                    self.new_people(i);
                } else if lexicon::affiliation(folded).is_none() {
                    self.new_bearer(i);
                }
            }
        }
    }

    /// Whether the name is that of a people or a party's members, taken together: "Finns", "Democrats".
    fn is_people(&self, i: usize) -> bool {
        let tag = self.words(i)[self.open[i].candidate.name.start].tag;
        let plural = || self.open[i].folded.strip_suffix('s').is_some_and(|one| lexicon::affiliation(one).is_some());
        (tag.is_proper() || tag.is_common_noun()) && plural()
    }

    /// Gives the name of a people or the like a bearer of its own, which is no person whatever is said of it.
    fn new_people(&mut self, i: usize) {
        let evidence = Evidence { other: PEOPLE, ..Evidence::default() };
        self.bearers.push(Bearer::new(&self.open[i].display, evidence, None, i));
        self.take(i, self.bearers.len() - 1);
    }

    fn known_single(&self, i: usize) -> Option<usize> {
        let open = &self.open[i];
        let clash = |b: &Bearer| {
            let known = b.person.as_ref().and_then(|p| p.gender);
            genders_clash(known, open.candidate.gender)
        };
        self.bearers.iter().position(|b| b.has_form(&open.folded) && !clash(b) && !self.is_other_homonym(i, b))
    }

    /// Pass 5: known names where capitals prove nothing, and possessives that lost their apostrophe.
    pub(super) fn hidden(&mut self) {
        for at in 0..self.sentences.len() {
            let sentence = &self.sentences[at];
            let mut token = 0;
            while token < sentence.reading.words.len() {
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
        let words = &sentence.reading.words;
        if !words[token].capital || self.taken(at, token) {
            return None;
        }
        if sentence.reading.headline {
            for end in (token + 1..=(token + 5).min(words.len())).rev() {
                let folded = fold(&text(words, &(token..end)));
                if let Some(bearer) = self.only_bearer(&folded) {
                    return Some(Named {
                        sentence: at,
                        name: token..end,
                        title: self.title_before(at, token)..token,
                        trim: 0,
                        bearer,
                        basis: Basis::HiddenName,
                    });
                }
            }
        }
        if let Some(bearer) = self.month_bearer(words, token) {
            let (name, title, basis) = (token..token + 1, token..token, Basis::ShortName);
            return Some(Named { sentence: at, name, title, trim: 0, bearer, basis });
        }
        let stem = fold(words[token].text.strip_suffix('s').filter(|_| self.damaged)?);
        let bearer = self.only_bearer(&stem)?;
        Some(Named {
            sentence: at,
            name: token..token + 1,
            title: token..token,
            trim: 1,
            bearer,
            basis: Basis::HiddenName,
        })
    }

    /// Whose surname a month is: "May said", not "in May" or "May 5".
    fn month_bearer(&self, words: &[Word], token: usize) -> Option<usize> {
        const BEFORE: &[&str] = &[
            "in", "since", "by", "until", "till", "from", "to", "of", "on", "during", "before", "after", "last",
            "next", "this", "early", "late", "mid",
        ];
        if !words[token].is_month() || !words[token].tag.is_proper() {
            return None;
        }
        let before = token.checked_sub(1).is_some_and(|i| BEFORE.contains(&words[i].lower.as_str()));
        let day = words.get(token + 1).is_some_and(|w| w.kind == TokenKind::Number);
        let bears = |b: &Bearer| b.person.as_ref().is_some_and(|p| p.is_full() && p.surname == words[token].lower);
        let mut found = self.bearers.iter().enumerate().filter(|(_, b)| bears(b)).map(|(i, _)| i);
        found.next().filter(|_| !before && !day && found.next().is_none())
    }

    /// Where the titles begin that stand before a name in a headline: "Remarks by President Lee".
    fn title_before(&self, at: usize, name: usize) -> usize {
        let title = |w: &Word| {
            lexicon::is_role_head(&w.lower)
                || lexicon::is_role_modifier(&w.lower)
                || lexicon::courtesy_title(&w.lower).is_some()
        };
        let before = &self.sentences[at].reading.words[..name];
        before.len() - before.iter().rev().take_while(|w| w.capital && title(w)).count()
    }

    fn taken(&self, at: usize, token: usize) -> bool {
        let candidates = &self.open[self.of_sentence[at].clone()];
        candidates.iter().any(|o| o.bearer.is_some() && o.candidate.name.contains(&token))
    }

    /// The bearer of a form when there is just one.
    pub(super) fn only_bearer(&self, folded: &str) -> Option<usize> {
        let bears = |b: &Bearer| {
            b.has_form(folded) || matches!(fit(b, folded), Some(Fit::Surname)) && !lexicon::is_word(folded)
        };
        let mut found = self.bearers.iter().enumerate().filter(|(_, b)| bears(b)).map(|(i, _)| i);
        found.next().filter(|_| found.next().is_none())
    }
}
