//! Reading on, sentence by sentence: what has been spoken of so far, and what the phrases of the next sentence stand for.

use std::collections::{BTreeMap, HashSet};

use smol_str::SmolStr;

use super::{
    beside, binding,
    here::{Here, tokens},
    kin::Relations,
    nominal,
    part::Parts,
    phrase,
    phrase::{Form, Function, Phrase},
    profile::{Profile, Sort, is_only_person},
    pronoun::{Person, Pronoun},
    salience::{Antecedent, Referent},
    several,
};
use crate::{
    facts::{
        Basis, Chain, ChainId, EntityKind, Identity, Mention, MentionId, MentionKind, PlacedSentence, Quotation,
        name::{PersonName, fold},
    },
    language::{
        lexicon::gazetteer,
        model::{Relation, Upos},
    },
    syntax::Prose,
    text::Span,
};

/// What is known at a place in the article.
pub struct Reader<'a> {
    prose: &'a Prose,
    pub(super) sentences: &'a [PlacedSentence],
    pub(super) quotations: &'a [Quotation],
    pub(super) mentions: &'a [Mention],
    /// The chains that were there before.
    pub(super) chains: &'a [Chain],
    /// Those, and the ones found here.
    pub(super) profiles: Vec<Profile>,
    pub(super) antecedents: Vec<Antecedent>,
    /// The first mention of the sentences to come.
    next: usize,
    found: Vec<Mention>,
    introduced: Vec<Chain>,
    pub(super) relations: Relations,
    pub(super) parts: Parts,
    /// Whose relatives people are said to be.
    pub(super) kin: Vec<(ChainId, SmolStr)>,
    /// Namesakes that are said to be no relatives, the smaller number first.
    pub(super) told_apart: HashSet<(ChainId, ChainId)>,
    /// How many chains there were before the sentence.
    known: usize,
    /// The words that say best what has no name: of "the only man inside was the watchman" the last.
    definitions: Vec<(ChainId, Span)>,
    /// Chains without a name that turned out to be somebody else's, by number.
    pub(super) turned_out: BTreeMap<ChainId, ChainId>,
}

/// What reading an article finds.
pub struct Found {
    pub mentions: Vec<Mention>,
    /// Chains of what has no name.
    pub introduced: Vec<Chain>,
    /// Chains whose names looked like something else's.
    pub people: Vec<ChainId>,
    /// Chains whose names looked like a person's.
    pub things: Vec<ChainId>,
    /// What the article calls each of the chains that were there before, beside their names.
    pub nouns: Vec<Vec<SmolStr>>,
    /// Whose relatives people are said to be: "lee brother".
    pub kin: Vec<(ChainId, SmolStr)>,
    /// The mentions that introduce chains without a name, where those are not the first.
    pub definitions: Vec<(ChainId, Span)>,
}

impl<'a> Reader<'a> {
    pub fn new(
        prose: &'a Prose,
        sentences: &'a [PlacedSentence],
        quotations: &'a [Quotation],
        mentions: &'a [Mention],
        chains: &'a [Chain],
    ) -> Reader<'a> {
        Reader {
            prose,
            sentences,
            quotations,
            mentions,
            chains,
            profiles: chains.iter().map(Profile::of).collect(),
            antecedents: Vec::new(),
            next: 0,
            found: Vec::new(),
            introduced: Vec::new(),
            relations: Relations::default(),
            parts: Parts::default(),
            kin: Vec::new(),
            told_apart: HashSet::new(),
            known: chains.len(),
            definitions: Vec::new(),
            turned_out: BTreeMap::new(),
        }
    }

    /// What was found.
    pub fn finish(self) -> Found {
        let named = |(_, (_, chain)): &(usize, (&Profile, &Chain))| !chain.identity.described;
        let turned = |person: bool| {
            let all = self.profiles.iter().zip(self.chains).enumerate().filter(named);
            let unlike = all
                .filter(|(_, (p, c))| (p.sort == Sort::Person) == person && (c.kind == EntityKind::Person) != person);
            unlike.map(|(i, _)| ChainId(i as u32)).collect()
        };
        let (people, things) = (turned(true), turned(false));
        let nouns = self.profiles.into_iter().take(self.chains.len()).map(|p| p.nouns).collect();
        let mut number = self.chains.len() as u32;
        let (mut introduced, mut numbers) = (Vec::with_capacity(self.introduced.len()), BTreeMap::new());
        for (chain, id) in self.introduced.into_iter().zip(self.chains.len() as u32..) {
            if !self.turned_out.contains_key(&ChainId(id)) {
                numbers.insert(ChainId(id), ChainId(number));
                introduced.push(chain);
                number += 1;
            }
        }
        let mut mentions = self.found;
        let renumbered = |chain: ChainId| {
            let chain = self.turned_out.get(&chain).copied().unwrap_or(chain);
            numbers.get(&chain).copied().unwrap_or(chain)
        };
        for mention in &mut mentions {
            mention.chain = renumbered(mention.chain);
        }
        let definitions = self.definitions.into_iter().map(|(chain, span)| (renumbered(chain), span)).collect();
        let kin = self.kin.into_iter().map(|(chain, form)| (renumbered(chain), form)).collect();
        Found { mentions, introduced, people, things, nouns, kin, definitions }
    }

    /// Reads the next sentence.
    pub fn read(&mut self, number: usize) {
        let place = &self.sentences[number];
        let own = self.mentions[self.next..].iter().take_while(|m| m.sentence as usize == number).count();
        let mentions = &self.mentions[self.next..self.next + own];
        self.next += own;
        if mentions.is_empty() && place.phrases.is_empty() {
            return;
        }
        self.known = self.profiles.len();
        let mut here = Here::new(number, place, self.prose, self.quotations, mentions);
        self.add_mentions(&here, mentions);
        // The speaker of a quotation is known before its words are read, wherever the clause stands that names them.
        for words_of_others in [false, true] {
            for phrase in place.phrases.iter() {
                let known = here.chains[phrase.head].is_some() || here.titles[phrase.head];
                if here.quoted[phrase.head].is_some() != words_of_others {
                    continue;
                }
                match here.chains[phrase.head] {
                    Some(chain) => {
                        if here.roles[phrase.head] == Some(chain) {
                            self.recognise(&here, phrase, chain);
                        }
                        self.relate(&here, phrase, chain);
                    }
                    None if known => {}
                    None => self.read_phrase(&mut here, phrase),
                }
            }
        }
        self.betroth(&here);
        self.take_parts(&here);
    }

    /// Adds the mentions that are known to what has been spoken of, and what their surroundings call them.
    fn add_mentions(&mut self, here: &Here, mentions: &[Mention]) {
        let parse = &here.place.sentence.parse;
        for mention in mentions {
            let name = mention.kind == MentionKind::Name;
            let range = tokens(&here.spans, if name { mention.span } else { mention.head });
            let outside = |&i: &usize| parse.head(i).is_none_or(|h| !range.contains(&h));
            let Some(token) = range.clone().find(outside) else { continue };
            // "Lee, the head of the trust": the talk is of Lee.
            let share = if here.within_role[token] { 40 } else { 100 };
            self.add(here, token, Referent::Chain(mention.chain), share);
            let profile = &mut self.profiles[mention.chain.0 as usize];
            let before = range.start.checked_sub(1).map(|i| here.place.sentence.word(i));
            profile.takes_article |= before.is_some_and(|word| word.eq_ignore_ascii_case("the"));
            // "St Bride's" is a church or a school.
            let saint = [before, Some(here.place.sentence.word(range.start))];
            let (nodes, end) = (parse.nodes(), range.end);
            let owns = nodes.len() > end && matches!(here.place.sentence.word(end), "'s" | "’s");
            let alone =
                owns && nodes.get(end + 1).is_none_or(|n| !matches!(n.upos, Upos::Noun | Upos::Adj | Upos::Propn));
            if profile.lone && alone && saint.iter().flatten().any(|word| matches!(*word, "St" | "St.")) {
                profile.sort = Sort::Place;
            }
            beside::called(&here.place.sentence, &here.chains, token, range.start).for_each(|n| profile.call(n));
            self.absorb_vessel(here, mention);
            let profile = &mut self.profiles[mention.chain.0 as usize];
            let unsure = matches!(profile.sort, Sort::Unknown | Sort::Place)
                && gazetteer(&self.chains[mention.chain.0 as usize].name).is_none();
            if unsure && beside::apposition(&here.place.sentence, &here.chains, token).is_some_and(is_only_person) {
                profile.sort = Sort::Person;
            }
        }
    }

    /// Adds a phrase to what has been spoken of.
    fn add(&mut self, here: &Here, token: usize, referent: Referent, share: i32) {
        let function =
            if here.opens(token) { Function::Subject } else { phrase::function(&here.place.sentence.parse, token) };
        let (quoted, heading) = (here.quoted[token], here.place.heading);
        let share = match binding::told_apart_from(&here.place.sentence, token) {
            Some(_) => share / 10,
            None => share,
        };
        self.antecedents.push(Antecedent { sentence: here.number, token, referent, function, quoted, heading, share });
    }

    fn read_phrase(&mut self, here: &mut Here, phrase: &Phrase) {
        let widened = here.widened(phrase);
        let phrase = widened.as_ref().unwrap_or(phrase);
        // "Acting deputy attorney general Ann Lee": words of a role are nobody else.
        let role = |i: usize| here.roles.get(i).copied().flatten();
        let within = role(phrase.head).is_some() && role(phrase.head + 1) == role(phrase.head);
        match phrase.form {
            Form::Definite | Form::Indefinite if within => {}
            Form::Name => {}
            Form::Pronoun(Pronoun { person: Person::Speaker, .. }) => {}
            Form::Pronoun(pronoun) => {
                self.doubt_person(here, phrase.head, pronoun);
                if let Some((chain, basis)) = self.stands_for(here, phrase.head, pronoun) {
                    let profile = &mut self.profiles[chain.0 as usize];
                    if profile.sort == Sort::Person || profile.sort == Sort::Unknown && !profile.is_vessel() {
                        profile.gender = profile.gender.or(pronoun.person.gender());
                    }
                    self.refer(here, phrase, MentionKind::Pronoun, chain, basis);
                }
            }
            _ if beside::is_attribute(here, phrase.head) => {
                let agrees = |c: &ChainId| match self.profiles[c.0 as usize].sort {
                    Sort::Person => phrase.sort == Sort::Person,
                    sort => sort == Sort::Unknown || phrase.sort != Sort::Person,
                };
                if let Some(chain) = beside::attributed_to(here, phrase.head).filter(agrees) {
                    self.attribute(here, phrase, chain);
                    here.chains[phrase.head] = here.chains[phrase.head].or(Some(chain));
                    self.relate(here, phrase, chain);
                    self.mention(here, phrase, MentionKind::Nominal, chain, Basis::Attribute);
                    self.define(here, phrase, chain);
                }
            }
            _ => match self.description(here, phrase) {
                Some((chain, basis)) => {
                    self.relate(here, phrase, chain);
                    self.refer(here, phrase, MentionKind::Nominal, chain, basis);
                }
                None => self.pass(here, phrase),
            },
        }
    }

    /// Notes that the phrase says what the chain's first mention, a word for anything, did not: "the oldest thing on board, a
    /// sextant".
    fn define(&mut self, here: &Here, phrase: &Phrase, chain: ChainId) {
        let parse = &here.place.sentence.parse;
        let subject = || parse.children(phrase.head).find(|&c| parse.node(c).relation.is_subject());
        let apposed = parse.head(phrase.head).filter(|_| parse.node(phrase.head).relation == Relation::Appos);
        let first = apposed.or_else(subject).filter(|&first| first < phrase.head);
        let vague = |head: usize| here.place.phrases.iter().any(|p| p.head == head && p.usual);
        let opens = |head: usize| {
            let own = self.found.iter().rev().take_while(|m| m.sentence as usize == here.number);
            let known: Vec<_> = own.filter(|m| m.chain == chain).collect();
            known.len() == 2 && known.last().is_some_and(|m| m.head == here.spans[head])
        };
        let new = chain.0 as usize >= self.known;
        let tells = !phrase.usual || phrase.form == Form::Indefinite;
        if new && tells && first.is_some_and(|head| vague(head) && opens(head)) {
            self.definitions.extend(self.found.last().map(|mention| (chain, mention.span)));
        }
    }

    /// Notes that the phrase introduces whom the article then names by a surname alone.
    pub(super) fn define_by(&mut self, here: &Here, phrase: &Phrase, chain: ChainId) {
        let (first, last) = (here.spans[phrase.tokens.start], here.spans[phrase.tokens.end - 1]);
        self.definitions.push((chain, first.cover(last)));
    }

    /// Adds what a phrase says that somebody or something is.
    fn attribute(&mut self, here: &Here, phrase: &Phrase, chain: ChainId) {
        let id = chain.0 as usize;
        if id >= self.chains.len() {
            self.profiles[id].call(phrase.noun.clone());
            self.add_form(chain, fold(&nominal::wording(&here.place.sentence, phrase)));
        }
    }

    /// Adds a form by which another article may speak of what has no name.
    pub(super) fn add_form(&mut self, chain: ChainId, form: SmolStr) {
        let described = (chain.0 as usize).checked_sub(self.chains.len()).and_then(|i| self.introduced.get_mut(i));
        if let Some(Chain { identity, .. }) = described.filter(|c| !c.identity.forms.contains(&form)) {
            identity.forms.push(form);
        }
    }

    /// Notes that the phrase refers to somebody or something known.
    fn refer(&mut self, here: &mut Here, phrase: &Phrase, kind: MentionKind, chain: ChainId, basis: Basis) {
        here.chains[phrase.head] = Some(chain);
        let described = (chain.0 as usize).checked_sub(self.chains.len()).and_then(|i| self.introduced.get_mut(i));
        if let Some(described) = described.filter(|_| matches!(phrase.form, Form::Definite | Form::Owned)) {
            described.identity.definite = true;
        }
        let share = match phrase.form {
            // "A cook, Ann Lee, said": the talk is of Lee.
            Form::Indefinite if self.profiles[chain.0 as usize].described => 35,
            _ if self.profiles[chain.0 as usize].described && kind == MentionKind::Nominal => 80,
            _ => 100,
        };
        self.add(here, phrase.head, Referent::Chain(chain), share);
        self.mention(here, phrase, kind, chain, basis);
    }

    fn mention(&mut self, here: &Here, phrase: &Phrase, kind: MentionKind, chain: ChainId, basis: Basis) {
        let (first, last) = (here.spans[phrase.tokens.start], here.spans[phrase.tokens.end - 1]);
        self.found.push(Mention {
            span: first.cover(last),
            head: here.spans[phrase.head],
            kind,
            chain,
            sentence: here.number as u32,
            role: None,
            basis,
        });
    }

    /// Notes something that is spoken of in passing.
    fn pass(&mut self, here: &Here, phrase: &Phrase) {
        let sort = Profile::described(phrase).sort;
        self.add(here, phrase.head, Referent::Passing(self.antecedents.len(), sort), 70);
    }

    /// A chain for somebody or something that has no name so far.
    pub(super) fn introduce(&mut self, here: &Here, phrase: &Phrase) -> ChainId {
        self.introduce_as(here, phrase, None)
    }

    /// The same for whom the article gives no name but tells it otherwise.
    pub(super) fn introduce_as(&mut self, here: &Here, phrase: &Phrase, person: Option<PersonName>) -> ChainId {
        let described = nominal::wording(&here.place.sentence, phrase);
        let form = self.kin_form(here, phrase).unwrap_or_else(|| fold(&described));
        let profile = Profile::described(phrase);
        let id = ChainId(self.profiles.len() as u32);
        self.introduced.push(Chain {
            kind: if profile.sort == Sort::Person { EntityKind::Person } else { EntityKind::Other },
            name: described.clone(),
            identity: Identity {
                person,
                forms: vec![form],
                described: true,
                definite: phrase.form != Form::Indefinite,
                ..Identity::default()
            },
            mentions: Vec::new(),
            introduction: MentionId(0),
        });
        self.profiles.push(profile);
        several::of_two(&phrase.noun).iter().for_each(|noun| self.profiles[id.0 as usize].call((*noun).into()));
        id
    }

    /// The chain of this wording that has no name.
    pub(super) fn described_as(&self, wording: &str) -> Option<ChainId> {
        let folded = fold(wording);
        let all = self.chains.iter().chain(&self.introduced);
        let found = all.enumerate().filter(|(_, c)| c.identity.described && c.identity.forms.contains(&folded));
        found.last().map(|(i, _)| ChainId(i as u32))
    }

    /// How often the article names whoever or whatever a chain stands for.
    pub(super) fn times_named(&self, id: usize) -> usize {
        self.chains.get(id).map_or(1, |chain| chain.mentions.len())
    }

    /// The sentence of a mention that was there before.
    pub(super) fn sentence_of(&self, mention: MentionId) -> usize {
        self.mentions.get(mention.0 as usize).map_or(0, |m| m.sentence as usize)
    }

    /// The named chain behind an identity, for kinds of names.
    pub(super) fn chain(&self, id: ChainId) -> &Chain {
        let id = id.0 as usize;
        self.chains.get(id).unwrap_or_else(|| &self.introduced[id - self.chains.len()])
    }
}
