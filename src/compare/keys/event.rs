//! Keys of what happens: the deed, with everybody and everything that takes part in it.

use super::{Act, Keys, Shared, Topic, Who, entities, number};
use crate::{
    compare::{
        ChainRef, Story,
        gate::{NOBODY, is_pronoun},
        rules::{converses, is_people, lasting, transferred},
        told::Told,
    },
    facts::{Event, Part, Party},
    language::lexicon::{self, Deed},
};

/// Every deed that the event may be.
pub(super) fn acts(event: &Event) -> impl Iterator<Item = Act<'_>> {
    event.deeds.iter().map(|&deed| Act::Deed(deed)).chain([Act::Verb(&event.predicate)])
}

/// The opposites of which the event may be one.
fn opposed(event: &Event) -> Vec<(Deed, Deed)> {
    let mut opposed: Vec<(Deed, Deed)> = lexicon::oppositions(&event.deeds).collect();
    // What remains shut was not opened.
    if let Some(state) = lasting(event) {
        opposed.extend(lexicon::oppositions(&lexicon::deeds(state, lexicon::Pos::Verb)));
        opposed.extend(lexicon::oppositions(&lexicon::deeds(state, lexicon::Pos::Adjective)));
    }
    opposed
}

impl Keys {
    /// Posts a deed as denied and asks where it is stated, or the other way round.
    pub(super) fn alone(&mut self, event: &Event, denied: bool) {
        self.posts.extend(acts(event).map(|act| number(Shared::Alone { act, denied })));
        self.asks.extend(acts(event).map(|act| number(Shared::Alone { act, denied: !denied })));
    }

    /// Posts what is stated not to be so as a denial too, and what has an opposite where that is posted.
    pub(super) fn stated(&mut self, event: &Event) {
        if event.usual && lasting(event).is_none() {
            return;
        }
        if event.negated {
            self.alone(event, true);
        }
        opposed(event).into_iter().for_each(|(a, b)| self.share(&Shared::Opposed(a, b)));
    }

    /// Who does it with whom it is done to, whatever it is.
    fn pair(&mut self, story: &Story, told: Told) {
        let only = |part: &Part| {
            let mut chains = told.claim.event.parties(part).filter_map(|p| p.chain);
            let who = |chain| story.entity_of(ChainRef { article: told.article, chain });
            chains.next().and_then(who).filter(|_| chains.next().is_none())
        };
        if let (Some(by), Some(to)) = (only(&Part::Agent), only(&Part::Patient)) {
            let (one, other) = (number(Who::Entity(by.min(to))), number(Who::Entity(by.max(to))));
            self.share(&Shared::Act(Topic::Deed, one, other));
        }
    }

    /// Every deed that the event may be, with everybody and everything that takes part.
    pub(super) fn event(&mut self, story: &Story, told: Told, topic: Topic) {
        let event = &told.claim.event;
        let speaker = told.claim.attribution.as_ref().and_then(|by| by.chain);
        let speaker = speaker.and_then(|chain| story.entity_of(ChainRef { article: told.article, chain }));
        let mut who: Vec<Who> = entities(story, told).chain(speaker).map(Who::Entity).collect();
        let known = who.len();
        // What has no name, told apart from others of its kind.
        let chains = event.parties.iter().filter_map(|p| p.chain);
        let described = chains.filter_map(|chain| story.described(ChainRef { article: told.article, chain }));
        who.extend(described.map(Who::Entity));
        if let Some(complement) = &event.complement {
            who.push(Who::Complement(complement));
            who.extend(lexicon::deeds(complement, lexicon::Pos::Verb).into_iter().map(Who::ComplementDeed));
        }
        // A thing of one name says too little beside a verb that is said of anything, where somebody known takes part.
        let telling = !(event.usual && matches!(topic, Topic::Deed) && known > 0);
        for Party { noun, .. } in event.parties.iter().filter(|party| telling && !is_pronoun(party)) {
            who.push(Who::Noun(noun));
            who.extend(lexicon::kinds_of_thing(noun).map(Who::Kind));
        }
        // "No one was hurt" is about whoever is.
        if event.negated
            && event.parties.iter().any(|party| party.chain.is_none() && NOBODY.contains(&party.noun.as_str()))
        {
            who.push(Who::Noun("people"));
        }
        // Passengers are counted as people too.
        let person = |party: &Party| is_people(&party.noun) || lexicon::is_a(&party.noun, lexicon::Class::Person, 1);
        if matches!(topic, Topic::Quantity) && event.parties.iter().any(person) {
            who.push(Who::Noun("people"));
        }
        if event.parties.is_empty() {
            who.push(Who::Nobody);
        }
        // Each is hashed once, not once for each of the others.
        let people: Vec<u64> = who.iter().map(number).collect();
        let deeds: Vec<u64> = acts(event).map(number).collect();
        people.iter().for_each(|&who| deeds.iter().for_each(|&act| self.share(&Shared::Act(topic, who, act))));
        if matches!(topic, Topic::Deed) {
            self.pair(story, told);
            let opposed = opposed(event);
            let sides = who.iter().filter(|who| matches!(who, Who::Entity(_) | Who::Noun(_)));
            for &who in sides.filter(|_| !opposed.is_empty()) {
                opposed
                    .iter()
                    .for_each(|&(a, b)| self.share(&Shared::Act(topic, number(who), number(Act::Opposed(a, b)))));
            }
            for &who in &who[..known] {
                if let Some(kind) = transferred(&event.predicate) {
                    self.share(&Shared::Act(topic, number(who), number(Act::Transfer(kind))));
                }
                let pairs = converses(&event.predicate);
                pairs.for_each(|pair| self.share(&Shared::Act(topic, number(who), number(Act::Converse(pair)))));
            }
        }
    }
}
