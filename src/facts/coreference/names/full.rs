//! Names of two words or more: equal forms and compatible names of people share a bearer.

use super::{Open, Sieve, starts_with_given_name};
use crate::{
    facts::{
        EntityKind,
        coreference::{
            alias::introduces_alias,
            bearer::{clipped, fit},
            group::Bearer,
            namesake::{are_side_by_side, denies_relation, introduces_relative},
        },
        name::{PersonName, genders_clash},
    },
    language::lexicon,
};

impl Sieve<'_> {
    /// Pass 1: names of two words or more. Equal forms and compatible names of people share a bearer.
    pub(super) fn full_names(&mut self) {
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
            // A title taken off or a lost apostrophe put back makes it another name.
            let known = candidate.person.as_ref().filter(|_| *display == candidate.display);
            let name = || known.cloned().unwrap_or_else(|| PersonName::new(display, candidate.gender));
            let person = (evidence.kind() == EntityKind::Person).then(name);
            // "Quiroga de la Rosa" behind "Evaristo Quiroga de la Rosa" is a short form.
            let known = self.bearers.iter().position(|b| match (&b.person, &person) {
                (Some(known), Some(person)) => {
                    b.has_form(folded)
                        || known.may_be_called(folded)
                        || person.is_full()
                            && known.is_full()
                            && known.compatible(person)
                            && !(person.suffix.is_some() && known.suffix.is_none() && self.is_told_of(b, i))
                }
                (None, None) => b.has_form(folded) || fit(b, folded).is_some() || clipped(folded, &b.forms[0]),
                (Some(known), None) => known.may_be_called(folded),
                (None, Some(_)) => false,
            });
            let beside = self.is_beside_namesake(i);
            let unrelated = denies_relation(self.words(i), candidate.name.end) || self.comes_late(i) || beside;
            let second = beside
                || introduces_relative(self.words(i), candidate.title.start)
                || person.as_ref().is_some_and(|p| p.suffix.is_some());
            let bearer = match known {
                Some(known) => {
                    let (folded, display) = (folded.clone(), display.clone());
                    let bearer = &mut self.bearers[known];
                    let longer = person.is_some() || clipped(&folded, &bearer.forms[0]);
                    if person.is_none() && longer {
                        bearer.forms.insert(0, folded);
                    } else {
                        bearer.add_form(folded);
                    }
                    if display.len() > bearer.name.len() && longer {
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
            self.bearers[bearer].second |= second;
            self.open[i].bearer = Some(bearer);
        }
    }

    /// Whether the text, headings aside, has named somebody before: "John Hill Jr." behind "John Hill" is another.
    fn is_told_of(&self, bearer: &Bearer, before: usize) -> bool {
        let same = |o: &Open| o.candidate.folded == bearer.forms[0] && !self.sentences[o.sentence].heading;
        self.open[bearer.first..before].iter().any(same)
    }

    /// Whether somebody called by the surname alone stands beside this full name.
    fn is_beside_namesake(&self, i: usize) -> bool {
        let full = &self.open[i];
        let before =
            self.open[..i].last().filter(|before| before.sentence == full.sentence && before.candidate.name.len() == 1);
        before.is_some_and(|before| are_side_by_side(self.words(i), &before.candidate.name, &full.candidate.name))
    }

    /// Whether "Mr. Hill" was spoken of, outside headlines, before this "Bill Hill" was introduced: two people.
    fn comes_late(&self, i: usize) -> bool {
        let last = self.open[i].folded.rsplit(' ').next().unwrap_or_default();
        let given = self.open[i].folded.split(' ').next().and_then(lexicon::given_name);
        let spoken_of = self.courtesies.get(last).into_iter().flatten();
        let mut before = spoken_of.filter(|(at, gender)| *at < i && !genders_clash(given, *gender));
        before.next().is_some() && self.first.get(&self.open[i].folded) == Some(&i)
    }
}
