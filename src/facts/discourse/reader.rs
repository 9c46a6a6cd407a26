//! Reading on, sentence by sentence: what has been spoken of so far, and what the phrases of the next sentence stand for.

use smol_str::SmolStr;

use super::{
    beside, binding, expletive,
    here::{Here, tokens},
    kin::Relations,
    nominal, phrase,
    phrase::{Form, Function, Phrase},
    profile::{Profile, Sort, is_only_person},
    pronoun::{Case, Person, Pronoun, pronoun},
    salience::{Antecedent, Referent, agreement, most_present},
};
use crate::{
    facts::{
        Basis, Chain, ChainId, EntityKind, Identity, Mention, MentionId, MentionKind, PlacedSentence, Quotation,
        name::{PersonName, fold},
    },
    language::{lexicon::gazetteer, model::Relation},
    syntax::Prose,
};

/// What is known at a place in the article.
pub struct Reader<'a> {
    prose: &'a Prose,
    sentences: &'a [PlacedSentence],
    quotations: &'a [Quotation],
    mentions: &'a [Mention],
    /// The chains that were there before.
    chains: &'a [Chain],
    /// Those, and the ones found here.
    pub(super) profiles: Vec<Profile>,
    pub(super) antecedents: Vec<Antecedent>,
    /// The first mention of the sentences to come.
    next: usize,
    found: Vec<Mention>,
    introduced: Vec<Chain>,
    pub(super) relations: Relations,
}

/// What reading an article finds.
pub struct Found {
    pub mentions: Vec<Mention>,
    /// Chains of what has no name.
    pub introduced: Vec<Chain>,
    /// Chains whose names looked like something else's.
    pub people: Vec<ChainId>,
    /// What the article calls each of the chains that were there before, beside their names.
    pub nouns: Vec<Vec<SmolStr>>,
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
        }
    }

    /// What was found.
    pub fn finish(self) -> Found {
        let sorts = self.profiles.iter().zip(self.chains).enumerate();
        let people = sorts.filter(|(_, (p, c))| p.sort == Sort::Person && c.kind != EntityKind::Person);
        let people = people.filter(|(_, (_, c))| !c.identity.described).map(|(i, _)| ChainId(i as u32)).collect();
        let nouns = self.profiles.into_iter().take(self.chains.len()).map(|p| p.nouns).collect();
        Found { mentions: self.found, introduced: self.introduced, people, nouns }
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
                    Some(chain) => self.relate(&here, phrase, chain),
                    None if known => {}
                    None => self.read_phrase(&mut here, phrase),
                }
            }
        }
    }

    /// Adds the mentions that are known to what has been spoken of, and what their surroundings call them.
    fn add_mentions(&mut self, here: &Here, mentions: &[Mention]) {
        let parse = &here.place.sentence.parse;
        for mention in mentions {
            let range = tokens(&here.spans, mention.head);
            let outside = |&i: &usize| parse.head(i).is_none_or(|h| !range.contains(&h));
            let Some(token) = range.clone().find(outside) else { continue };
            self.add(here, token, Referent::Chain(mention.chain), 100);
            let profile = &mut self.profiles[mention.chain.0 as usize];
            let before = range.start.checked_sub(1).map(|i| here.place.sentence.word(i));
            profile.takes_article |= before.is_some_and(|word| word.eq_ignore_ascii_case("the"));
            beside::called(&here.place.sentence, &here.chains, token, range.start).for_each(|n| profile.call(n));
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
        self.antecedents.push(Antecedent { sentence: here.number, token, referent, function, quoted, heading, share });
    }

    fn read_phrase(&mut self, here: &mut Here, phrase: &Phrase) {
        match phrase.form {
            Form::Name => {}
            Form::Pronoun(Pronoun { person: Person::Speaker, .. }) => {}
            Form::Pronoun(pronoun) => {
                if let Some(chain) = self.stands_for(here, phrase.head, pronoun) {
                    let profile = &mut self.profiles[chain.0 as usize];
                    profile.gender = profile.gender.or(pronoun.person.gender());
                    self.refer(here, phrase, MentionKind::Pronoun, chain);
                }
            }
            _ if beside::is_attribute(here, phrase.head) => {
                let agrees = |c: &ChainId| match self.profiles[c.0 as usize].sort {
                    Sort::Person => phrase.sort == Sort::Person,
                    sort => sort == Sort::Unknown || phrase.sort != Sort::Person,
                };
                if let Some(chain) = beside::attributed_to(here, phrase.head).filter(agrees) {
                    self.attribute(here, phrase, chain);
                    self.relate(here, phrase, chain);
                    self.mention(here, phrase, MentionKind::Nominal, chain);
                }
            }
            _ => match self.description(here, phrase) {
                Some(chain) => {
                    self.relate(here, phrase, chain);
                    self.refer(here, phrase, MentionKind::Nominal, chain);
                }
                None => self.pass(here, phrase),
            },
        }
    }

    /// Adds what a phrase says that somebody or something is.
    fn attribute(&mut self, here: &Here, phrase: &Phrase, chain: ChainId) {
        let id = chain.0 as usize;
        if let Some(described) = id.checked_sub(self.chains.len()).and_then(|i| self.introduced.get_mut(i)) {
            let form = fold(&nominal::wording(&here.place.sentence, phrase));
            if !described.identity.forms.contains(&form) {
                described.identity.forms.push(form);
            }
            self.profiles[id].call(phrase.noun.clone());
        }
    }

    /// Notes whose relative a phrase says that somebody is: "her daughter, Ann".
    fn relate(&mut self, here: &Here, phrase: &Phrase, chain: ChainId) {
        if phrase.form == Form::Owned
            && let Some(owner) = self.owner(here, phrase)
        {
            self.relations.add(owner, phrase.noun.clone(), chain);
        }
    }

    /// Whose the phrase says that somebody is: of "her daughter" she.
    pub(super) fn owner(&self, here: &Here, phrase: &Phrase) -> Option<ChainId> {
        let owner = here.place.sentence.parse.child(phrase.head, Relation::NmodPoss)?;
        let first_person = || {
            let speaks = pronoun(here.place.sentence.word(owner)).is_some_and(|p| p.person == Person::Speaker);
            self.quotations[here.quoted[owner].filter(|_| speaks)? as usize].chain
        };
        here.chains[owner].or_else(first_person)
    }

    /// Notes that the phrase refers to somebody or something known.
    fn refer(&mut self, here: &mut Here, phrase: &Phrase, kind: MentionKind, chain: ChainId) {
        here.chains[phrase.head] = Some(chain);
        let share = match phrase.form {
            Form::Indefinite => 60,
            _ if self.profiles[chain.0 as usize].described && kind == MentionKind::Nominal => 80,
            _ => 100,
        };
        self.add(here, phrase.head, Referent::Chain(chain), share);
        self.mention(here, phrase, kind, chain);
    }

    fn mention(&mut self, here: &Here, phrase: &Phrase, kind: MentionKind, chain: ChainId) {
        let (first, last) = (here.spans[phrase.tokens.start], here.spans[phrase.tokens.end - 1]);
        self.found.push(Mention {
            span: first.cover(last),
            head: here.spans[phrase.head],
            kind,
            chain,
            sentence: here.number as u32,
            role: None,
            basis: basis(here, phrase, chain),
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
        let profile = Profile::described(phrase);
        let id = ChainId(self.profiles.len() as u32);
        self.introduced.push(Chain {
            kind: if profile.sort == Sort::Person { EntityKind::Person } else { EntityKind::Other },
            name: described.clone(),
            identity: Identity { person, forms: vec![fold(&described)], described: true, ..Identity::default() },
            mentions: Vec::new(),
            introduction: MentionId(0),
        });
        self.profiles.push(profile);
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

    /// The named chain behind an identity, for kinds of names.
    pub(super) fn chain(&self, id: ChainId) -> &Chain {
        let id = id.0 as usize;
        self.chains.get(id).unwrap_or_else(|| &self.introduced[id - self.chains.len()])
    }

    /// Who a pronoun of the third person stands for.
    fn stands_for(&self, here: &Here, token: usize, pronoun: Pronoun) -> Option<ChainId> {
        let sentence = &here.place.sentence;
        let parse = &sentence.parse;
        if pronoun.person == Person::It && expletive::is_expletive(sentence, token) {
            return None;
        }
        if pronoun.case == Case::Reflexive
            && let Some(chain) = binding::reflexive(parse, token).and_then(|s| here.chains[s])
            && self.profiles[chain.0 as usize].agreement(pronoun.person).is_some()
        {
            return Some(chain);
        }
        let quoted = here.quoted[token];
        let speaker = quoted.and_then(|q| self.quotations[q as usize].chain);
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
            .collect();
        let own = phrase::function(parse, token);
        let says = binding::teller(sentence, token);
        let fit = |a: &Antecedent| {
            let before = a.sentence < here.number || a.token < token;
            let ahead = || {
                matches!(a.referent, Referent::Chain(_))
                    && (binding::may_precede(parse, token, a.token, a.function) || here.follows_opening(token, a.token))
            };
            let agrees = agreement(a.referent, &self.profiles, pronoun.person)?;
            let parallel = own.is_subject() && a.function.is_subject() && a.sentence + 1 >= here.number;
            let agrees = if parallel { agrees * 115 / 100 } else { agrees };
            let agrees = if says == Some(a.token) && a.sentence == here.number { agrees * 2 } else { agrees };
            (before || ahead()).then_some(agrees)
        };
        // A name that nothing tells about stands for a person only where no person is spoken of.
        let sure = |a: &Antecedent| match a.referent {
            Referent::Chain(chain) if pronoun.person.gender().is_some() => {
                fit(a).filter(|_| self.profiles[chain.0 as usize].sort == Sort::Person)
            }
            _ => fit(a),
        };
        let barred = |r: Referent| apart.contains(&r);
        let most = most_present(&self.antecedents, here.number, quoted, sure, barred)
            .or_else(|| most_present(&self.antecedents, here.number, quoted, fit, barred))?;
        match most.referent {
            Referent::Chain(chain) => Some(chain),
            Referent::Passing(..) => None,
        }
    }
}

/// Why a phrase stands for a chain.
fn basis(here: &Here, phrase: &Phrase, chain: ChainId) -> Basis {
    let subject = || binding::reflexive(&here.place.sentence.parse, phrase.head).and_then(|s| here.chains[s]);
    match phrase.form {
        Form::Pronoun(pronoun) if pronoun.case == Case::Reflexive && subject() == Some(chain) => Basis::Reflexive,
        Form::Pronoun(_) => Basis::Salience,
        _ if beside::is_attribute(here, phrase.head) => Basis::Attribute,
        _ => Basis::Description,
    }
}
