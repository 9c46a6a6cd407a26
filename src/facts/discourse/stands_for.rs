//! Who a pronoun of the third person stands for.

use super::{
    binding, expletive,
    here::Here,
    phrase, preference,
    profile::Sort,
    pronoun::{Case, Person, Pronoun},
    reader::Reader,
    salience::{Antecedent, Referent, WINDOW, agreement, most_present},
};
use crate::{
    facts::{Basis, ChainId, Quotation, QuotationKind},
    language::lexicon::{self, Pos},
};

/// So well agrees who is known to be of the pronoun's gender, or may be.
const SURE: i32 = 85;

/// What ships have, and people hardly.
const PARTS: &[&str] = &[
    "anchor",
    "bow",
    "bulkhead",
    "cargo",
    "captain",
    "coxswain",
    "crew",
    "deck",
    "helmsman",
    "hold",
    "hull",
    "keel",
    "mast",
    "passenger",
    "propeller",
    "rudder",
    "skipper",
    "stern",
    "superstructure",
    "tank",
];

impl Reader<'_> {
    /// Whether "she" is a ship: one was spoken of lately, and the verb is one for ships.
    fn is_a_vessels(&self, here: &Here, token: usize, pronoun: Pronoun) -> bool {
        let sentence = &here.place.sentence;
        let verb = sentence.parse.head(token).filter(|_| sentence.parse.node(token).relation.is_subject());
        let lemma = || lexicon::lemma(&sentence.lower(verb?), Pos::Verb);
        let owned = sentence.parse.head(token).filter(|_| binding::is_possessive(sentence, token));
        let part = owned.is_some_and(|owned| {
            let lower = sentence.lower(owned);
            PARTS.contains(&lexicon::lemma(&lower, Pos::Noun).as_deref().unwrap_or(&lower))
        });
        let vessel = |a: &Antecedent| matches!(a.referent, Referent::Chain(chain) if self.profiles[chain.0 as usize].is_vessel());
        let recent = || self.antecedents.iter().rev().take_while(|a| a.sentence + WINDOW >= here.number);
        pronoun.person == Person::She
            && (part || matches!(lemma().as_deref(), Some("founder" | "capsize" | "sink" | "list" | "dock" | "keel")))
            && recent().any(vessel)
    }

    /// By how much a person is likelier whom the article names again and again, in hundredths.
    fn topicality(&self, referent: Referent, person: bool) -> i32 {
        /// How much each further name adds.
        const ADDS: i32 = 5;
        /// How many count.
        const MOST: usize = 6;
        match referent {
            Referent::Chain(chain) if person => {
                let again = self.times_named(chain.0 as usize).saturating_sub(1).min(MOST);
                100 + ADDS * again as i32
            }
            _ => 100,
        }
    }

    /// Who says a quotation: by name, or who the pronoun in the same sentence stands for, which is read before the words are.
    fn speaker(&self, here: &Here, number: u32) -> Option<ChainId> {
        let quotation = &self.quotations[number as usize];
        quotation.chain.or_else(|| {
            let words = quotation.speaker?;
            here.spans.iter().position(|span| *span == words).and_then(|token| here.chains[token])
        })
    }

    /// Of whom the words speak that the pronoun `token` says: "Lee never called me," she said, who is not Lee.
    fn spoken_of_by(&self, here: &Here, token: usize) -> impl Iterator<Item = Referent> {
        let pronoun = here.spans[token];
        let said = move |number: u32| {
            let quotation = &self.quotations[number as usize];
            quotation.kind == QuotationKind::Direct && quotation.speaker == Some(pronoun)
        };
        let recent = self.antecedents.iter().rev().take_while(|a| a.sentence + WINDOW >= here.number);
        recent.filter(move |a| a.quoted.is_some_and(said)).map(|a| a.referent)
    }

    /// Who spoke right before, where the pronoun `token` says words that follow upon theirs: "It is done," Lee said. "We won," she added.
    fn goes_on(&self, here: &Here, token: usize) -> Option<ChainId> {
        /// How many bytes may stand between: who said the first.
        const BETWEEN: u32 = 80;
        let direct = |q: &&Quotation| q.kind == QuotationKind::Direct && !q.quoted.is_empty();
        let pronoun = here.spans[token];
        let own = self.quotations.iter().position(|q| direct(&q) && q.speaker == Some(pronoun))?;
        let start = self.quotations[own].quoted.first()?.start;
        let before = self.quotations[..own].iter().rfind(direct)?;
        let end = before.quoted.last()?.end;
        (end <= start && start - end <= BETWEEN).then_some(before.chain)?
    }

    /// Who a pronoun of the third person stands for.
    pub(super) fn stands_for(&self, here: &Here, token: usize, pronoun: Pronoun) -> Option<(ChainId, Basis)> {
        let sentence = &here.place.sentence;
        let parse = &sentence.parse;
        if pronoun.person == Person::It && expletive::is_expletive(sentence, token) {
            return None;
        }
        if pronoun.case == Case::Reflexive
            && let Some(chain) = binding::reflexive(parse, token).and_then(|s| here.chains[s])
            && self.profiles[chain.0 as usize].agreement(pronoun.person).is_some()
        {
            return Some((chain, Basis::Reflexive));
        }
        let quoted = here.quoted[token];
        let speaker = quoted.and_then(|q| self.speaker(here, q));
        let apart = if pronoun.case == Case::Reflexive { Vec::new() } else { binding::apart(sentence, token) };
        let barred = |a: &Antecedent| a.sentence == here.number && here.are_same(&apart, a);
        let apart: Vec<Referent> = self
            .antecedents
            .iter()
            .rev()
            .take_while(|a| a.sentence == here.number)
            .filter(|a| barred(a))
            .map(|a| a.referent)
            .chain(speaker.map(Referent::Chain))
            .chain(self.spoken_of_by(here, token))
            .chain(binding::commanded(parse, token).filter_map(|i| here.begins[i]).map(Referent::Chain))
            .collect();
        let own = phrase::function(parse, token);
        let vessel = self.is_a_vessels(here, token, pronoun);
        let says = binding::teller(sentence, token);
        let joined = preference::joined_owner(sentence, token);
        let owner = binding::likely_owner(sentence, token).filter(|_| joined.is_none());
        let person = pronoun.person.gender().is_some();
        let bodily = pronoun.person == Person::It && preference::happens_to_matter(sentence, token);
        let same_part = preference::telling_part(sentence, token).filter(|_| person);
        let office = preference::office(sentence, token).filter(|_| person);
        let giver = preference::giver(here, token).filter(|_| person);
        let hearer = preference::hearer(sentence, token).filter(|_| person);
        let holder = preference::holder(sentence, token).filter(|_| person);
        let goes_on = self.goes_on(here, token).filter(|_| person);
        let relative = preference::relative_subject(here, token).filter(|_| person);
        let preferred = |a: &Antecedent| {
            let Referent::Chain(chain) = a.referent else { return 100 };
            let before = a.sentence + 1 == here.number;
            match () {
                () if giver == Some(chain) => 500,
                () if goes_on == Some(chain) => 500,
                () if holder.is_some_and(|holder| here.is_at(holder, a)) => 600,
                () if relative == Some(chain) && a.sentence == here.number => 400,
                () if joined.is_some_and(|owner| here.is_at(owner, a)) => 400,
                () if hearer.is_some_and(|hearer| here.is_at(hearer, a)) => 300,
                () if office.as_ref().is_some_and(|o| preference::holds(&self.profiles[chain.0 as usize], o)) => 500,
                () => match &same_part {
                    Some(part) if before => part.share(&self.sentences[a.sentence].sentence, a),
                    _ => 100,
                },
            }
        };
        let fit = |a: &Antecedent| {
            let before = a.sentence < here.number || a.token < token;
            let ahead = || {
                matches!(a.referent, Referent::Chain(_))
                    && (binding::may_precede(parse, token, a.token, a.function) || here.follows_opening(token, a.token))
            };
            let agrees = match a.referent {
                Referent::Chain(chain) if vessel => self.profiles[chain.0 as usize].is_vessel().then_some(100),
                Referent::Chain(chain) if bodily && self.profiles[chain.0 as usize].is_bodiless() => None,
                _ => agreement(a.referent, &self.profiles, pronoun.person),
            }?;
            let parallel = own.is_subject() && a.function.is_subject() && a.sentence + 1 >= here.number;
            let agrees = if parallel { agrees * 115 / 100 } else { agrees };
            let agrees = match says {
                // Rosa Lee is hardly he, even where she says what he did.
                Some((token, share)) if here.is_at(token, a) && (!person || agrees >= SURE) => agrees * share / 100,
                _ => agrees,
            };
            let agrees = match owner {
                // "The board changed its mind".
                Some(subject) if !person && here.is_at(subject, a) => agrees * 3,
                // "Lee, who pushed back his chair".
                Some(subject)
                    if agrees >= SURE
                        && a.sentence == here.number
                        && here.who(subject).map(Referent::Chain) == Some(a.referent) =>
                {
                    agrees * 3
                }
                _ => agrees,
            };
            (before || ahead()).then(|| agrees * self.topicality(a.referent, person) / 100 * preferred(a) / 100)
        };
        // A name that nothing tells about stands for a person only where no person is spoken of.
        let sure = |a: &Antecedent| match a.referent {
            Referent::Chain(chain) if pronoun.person.gender().is_some() => {
                fit(a).filter(|_| vessel || self.profiles[chain.0 as usize].sort == Sort::Person)
            }
            _ => fit(a),
        };
        let barred = |r: Referent| apart.contains(&r);
        let most = most_present(&self.antecedents, here.number, quoted, sure, barred)
            .or_else(|| most_present(&self.antecedents, here.number, quoted, fit, barred));
        let only = || {
            self.only_of_gender(pronoun.person, here.number)
                .filter(|&chain| quoted.is_none() && !barred(Referent::Chain(chain)))
        };
        match most.map(|most| most.referent) {
            Some(Referent::Chain(chain)) => Some((chain, Basis::Salience)),
            Some(Referent::Passing(..)) => None,
            None => only().map(|chain| (chain, Basis::Salience)),
        }
    }

    /// The only person named before sentence `now` who is of the pronoun's gender, where nobody else may be.
    fn only_of_gender(&self, person: Person, now: usize) -> Option<ChainId> {
        person.gender()?;
        let mut fit: Vec<ChainId> = Vec::new();
        for antecedent in self.antecedents.iter().filter(|a| a.sentence < now) {
            let Referent::Chain(chain) = antecedent.referent else { continue };
            let profile = &self.profiles[chain.0 as usize];
            let may_be = profile.sort == Sort::Person && profile.agreement(person).is_some_and(|fits| fits >= SURE);
            if may_be && !fit.contains(&chain) {
                fit.push(chain);
            }
        }
        let [only] = fit[..] else { return None };
        let profile = &self.profiles[only.0 as usize];
        (!profile.described && profile.agreement(person) == Some(100)).then_some(only)
    }
}
