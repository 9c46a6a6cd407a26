//! Who or what was spoken of without a name and turns out to have one, or bears the name of a person and turns out to be none.

use super::{
    binding,
    here::Here,
    profile::Sort,
    pronoun::{Person, Pronoun},
    reader::Reader,
    salience::Referent,
};
use crate::{
    facts::{ChainId, Mention},
    language::lexicon::{self, Class},
};

/// How many phrases back somebody without a name is still known for whom a name comes up.
const RECENT: usize = 64;

impl Reader<'_> {
    /// Notes that who was spoken of without a name is `named`.
    pub(super) fn turn_out(&mut self, unnamed: ChainId, named: ChainId) {
        let named = self.turned_out.get(&named).copied().unwrap_or(named);
        if (unnamed.0 as usize) < self.chains.len() || unnamed == named {
            return;
        }
        for to in self.turned_out.values_mut().filter(|to| **to == unnamed) {
            *to = named;
        }
        self.turned_out.insert(unnamed, named);
        let recent = self.antecedents.iter_mut().rev().take(RECENT);
        for antecedent in recent.filter(|a| a.referent == Referent::Chain(unnamed)) {
            antecedent.referent = Referent::Chain(named);
        }
        let known = std::mem::take(&mut self.profiles[unnamed.0 as usize].nouns);
        known.into_iter().for_each(|noun| self.profiles[named.0 as usize].call(noun));
    }

    /// A vehicle that was spoken of without a name just before a name with an article comes up, as ships have, is what has it: "a
    /// ferry sank. The Corrin was on its way home".
    pub(super) fn absorb_vessel(&mut self, here: &Here, mention: &Mention) {
        let named = mention.chain;
        let profile = &self.profiles[named.0 as usize];
        let first = self.chains[named.0 as usize].mentions.first().map(|id| self.mentions[id.0 as usize].span);
        let named_else = !profile.takes_article || matches!(profile.sort, Sort::Person | Sort::Several);
        if first != Some(mention.span) || named_else || !profile.is_untold() {
            return;
        }
        let recent = self.antecedents.iter().rev().take_while(|a| a.sentence + 1 >= here.number);
        let unnamed = recent.filter_map(|a| match a.referent {
            Referent::Chain(chain) if a.sentence < here.number => Some(chain),
            _ => None,
        });
        let is_vehicle = |chain: &ChainId| {
            let profile = &self.profiles[chain.0 as usize];
            profile.described && profile.nouns.iter().any(|n| lexicon::is_a(n, Class::Vehicle, 1))
        };
        if let Some(unnamed) = unnamed.filter(is_vehicle).last() {
            self.turn_out(unnamed, named);
        }
    }

    /// Notes that a name of which only the look speaks for a person is none: "Tarvel has shut its mills".
    pub(super) fn doubt_person(&mut self, here: &Here, token: usize, pronoun: Pronoun) {
        let sentence = &here.place.sentence;
        let owner = binding::likely_owner(sentence, token).filter(|_| pronoun.person == Person::It);
        if let Some(chain) = owner.and_then(|subject| here.chains[subject]) {
            let profile = &mut self.profiles[chain.0 as usize];
            if profile.is_hardly_a_person() {
                profile.sort = Sort::Unknown;
            }
        }
    }
}
