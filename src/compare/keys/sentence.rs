//! Keys of what is recognised by its whole sentence: outlines and slots.

use super::{Act, Keys, Kind, Mark, Shared, Topic, Who, number};
use crate::{
    compare::{ChainRef, Story, rules::LEAST_OF_NAME, told::Told},
    facts::{Filler, Landmark, Outline, Slot},
    language::lexicon::done_once,
};

/// What a word must tell, in tenths, for sentences that share it to be compared.
pub(super) const TELLING: u32 = 11;

/// What a number must tell, in tenths, for sentences that share it alone to be compared.
const TELLING_NUMBER: u32 = 22;

/// What a word must tell, in tenths, for slots of sentences that share it to be compared.
const RARE: u32 = 16;

impl Keys {
    /// What each telling word may mean, each telling number, and each two of the people, numbers and times: but for two people, who
    /// meet in many sentences.
    pub(super) fn outline(&mut self, story: &Story, told: Told, outline: &Outline) {
        let mut marks: Vec<Mark> = Vec::new();
        for anchor in outline.anchors.iter() {
            match &anchor.what {
                // By words that tell little alone nothing is recognised.
                Landmark::Word(_) if anchor.weight < TELLING => {}
                Landmark::Word(word) => word.meanings.iter().for_each(|&meaning| self.share(&Shared::Meaning(meaning))),
                Landmark::Party(party) => {
                    let chain = told.claim.event.parties.get(*party as usize).and_then(|party| party.chain);
                    let reference = chain.map(|chain| ChainRef { article: told.article, chain });
                    marks.extend(reference.and_then(|r| story.entity_of(r)).map(Mark::Entity));
                }
                Landmark::Number { quantity, .. } => {
                    let number = Mark::Number(quantity.value.to_integer());
                    if anchor.weight >= TELLING_NUMBER {
                        self.share(&Shared::Pair(number, number));
                    }
                    marks.push(number);
                }
                Landmark::Time(time) => {
                    let parts = time.parts();
                    marks.extend(parts.year.map(Mark::Year));
                    marks.extend(parts.month.map(Mark::Month));
                    marks.extend(parts.weekday.map(Mark::Weekday));
                    marks.extend(time.expression.clock.map(|clock| Mark::Hour(clock.minutes / 60 % 12)));
                }
            }
        }
        marks.sort_unstable();
        marks.dedup();
        let both_known = |a: &Mark, b: &Mark| matches!((a, b), (Mark::Entity(_), Mark::Entity(_)));
        for (i, one) in marks.iter().enumerate() {
            let others = marks[i + 1..].iter().filter(|other| !both_known(one, other));
            others.for_each(|other| self.share(&Shared::Pair(*one, *other)));
        }
    }

    /// Whoever and what rare words its sentence tells of.
    pub(super) fn slot(&mut self, story: &Story, told: Told, slot: &Slot) {
        let kind = match slot.filler {
            Filler::Number { .. } => Kind::Number,
            Filler::Spot { .. } => Kind::Spot,
            Filler::Doer { .. } => Kind::Doer,
        };
        // What is done, and to what, is shared by sentences with nothing rare in them.
        if let Filler::Doer { predicate, deeds, to, .. } = &slot.filler {
            let acts = || deeds.iter().map(|&deed| Act::Deed(deed)).chain([Act::Verb(predicate)]);
            for done in to.iter().filter(|done| done.noun.len() > 1) {
                acts()
                    .for_each(|act| self.share(&Shared::Act(Topic::Doer, number(Who::Noun(&done.noun)), number(act))));
            }
            if to.is_empty() || done_once(predicate).is_some() {
                acts().for_each(|act| self.share(&Shared::Act(Topic::Doer, number(Who::Nobody), number(act))));
            }
        }
        for anchor in slot.outline.anchors.iter() {
            match &anchor.what {
                Landmark::Word(word) if anchor.weight >= RARE => self.share(&Shared::Root(kind, word.root)),
                Landmark::Party(party) if anchor.weight >= LEAST_OF_NAME => {
                    let chain = told.claim.event.parties.get(*party as usize).and_then(|party| party.chain);
                    let who = chain.and_then(|chain| story.entity_of(ChainRef { article: told.article, chain }));
                    who.into_iter().for_each(|who| self.share(&Shared::Known(kind, who)));
                }
                _ => {}
            }
        }
    }
}
