//! Names that the text gives as other names of somebody just named.

use smol_str::SmolStr;

use super::{Open, Sieve};
use crate::facts::{
    coreference::{
        alias::introduces_alias,
        bearer::{Fit, acronym, fit},
        group::Bearer,
    },
    name::PersonName,
};

/// How many sentences back an alias may point: "… says the caretaker, Abe Hill. […] Everyone calls him Old Abe."
const ALIAS_REACH: usize = 4;

impl Sieve<'_> {
    /// Pass 3: names that the text gives as other names of somebody just named.
    pub(super) fn aliases(&mut self) {
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
        let letters = self.sentences[self.open[i].sentence].reading.words[self.open[i].candidate.name.start].shouted;
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
}
