//! Reading on, sentence by sentence: what has been spoken of so far, and what the phrases of the next sentence stand for.

use super::{
    binding, expletive, nominal, phrase,
    phrase::{Form, Function, Phrase},
    profile::{Profile, Sort, is_only_person},
    pronoun::{Case, Person, Pronoun},
    salience::{Antecedent, Referent, agreement, most_present},
};
use crate::{
    facts::{
        Basis, Chain, ChainId, EntityKind, Identity, Mention, MentionId, MentionKind, PlacedSentence, Quotation,
        QuotationKind, name::fold,
    },
    language::{
        TokenKind,
        lexicon::gazetteer,
        model::{Relation, Upos, Xpos},
    },
    syntax::Prose,
    text::Span,
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
}

/// What reading an article finds.
pub struct Found {
    pub mentions: Vec<Mention>,
    /// Chains of what has no name.
    pub introduced: Vec<Chain>,
    /// Chains whose names looked like something else's.
    pub people: Vec<ChainId>,
}

/// The sentence that is being read.
pub(super) struct Here<'a> {
    pub number: usize,
    pub place: &'a PlacedSentence,
    /// The file's bytes of each token.
    spans: Vec<Span>,
    /// Who each token refers to.
    pub chains: Vec<Option<ChainId>>,
    /// Who a name that begins at each token, with its title, stands for.
    pub begins: Vec<Option<ChainId>>,
    /// The quotation in whose words each token stands.
    pub quoted: Vec<Option<u32>>,
    /// Who has the role beside a name that a token is part of.
    pub roles: Vec<Option<ChainId>>,
    /// Tokens of titles before names.
    titles: Vec<bool>,
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
        }
    }

    /// What was found.
    pub fn finish(self) -> Found {
        let sorts = self.profiles.iter().zip(self.chains).enumerate();
        let people = sorts.filter(|(_, (p, c))| p.sort == Sort::Person && c.kind != EntityKind::Person);
        let people = people.filter(|(_, (_, c))| !c.identity.described).map(|(i, _)| ChainId(i as u32)).collect();
        Found { mentions: self.found, introduced: self.introduced, people }
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
        let mut here = self.here(number, place, mentions);
        self.add_mentions(&here, mentions);
        // The speaker of a quotation is known before its words are read, wherever the clause stands that names them.
        for words_of_others in [false, true] {
            for phrase in place.phrases.iter() {
                let known = here.chains[phrase.head].is_some() || here.titles[phrase.head];
                if here.quoted[phrase.head].is_some() == words_of_others && !known {
                    self.read_phrase(&mut here, phrase);
                }
            }
        }
    }

    fn here(&self, number: usize, place: &'a PlacedSentence, mentions: &[Mention]) -> Here<'a> {
        let spans: Vec<Span> = place.sentence.tokens.iter().map(|t| place.to_source(self.prose, t.span)).collect();
        let mut chains = vec![None; spans.len()];
        let mut by_width: Vec<&Mention> = mentions.iter().collect();
        by_width.sort_by_key(|m| std::cmp::Reverse(m.head.len()));
        let mut begins = vec![None; spans.len()];
        for mention in by_width {
            chains[tokens(&spans, mention.head)].fill(Some(mention.chain));
            if mention.kind == MentionKind::Name {
                begins[tokens(&spans, mention.span).start] = Some(mention.chain);
            }
        }
        let (mut roles, mut titles) = (vec![None; spans.len()], vec![false; spans.len()]);
        for mention in mentions {
            if mention.kind == MentionKind::Name {
                titles[tokens(&spans, mention.span)].fill(true);
            }
            if let Some(role) = mention.role {
                // "A spokesman for the railroad" is no railroad.
                let own = tokens(&spans, role).take_while(|&i| place.sentence.parse.node(i).upos != Upos::Adp);
                own.for_each(|i| roles[i] = Some(mention.chain));
            }
        }
        let mut quoted = vec![None; spans.len()];
        let first = self.quotations.partition_point(|q| q.span.end <= place.span.start);
        for (i, quotation) in self.quotations.iter().enumerate().skip(first) {
            if quotation.span.start >= place.span.end {
                break;
            }
            if quotation.kind != QuotationKind::Phrase {
                for stretch in &quotation.quoted {
                    quoted[tokens(&spans, *stretch)].fill(Some(i as u32));
                }
            }
        }
        Here { number, place, spans, chains, begins, quoted, roles, titles }
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
            nominal::called(&here.place.sentence, &here.chains, token, range.start).for_each(|n| profile.call(n));
            let unsure = matches!(profile.sort, Sort::Unknown | Sort::Place)
                && gazetteer(&self.chains[mention.chain.0 as usize].name).is_none();
            if unsure && nominal::apposition(&here.place.sentence, &here.chains, token).is_some_and(is_only_person) {
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
            _ if nominal::is_attribute(here, phrase.head) => {
                if let Some(chain) = nominal::attributed_to(here, phrase.head) {
                    self.mention(here, phrase, MentionKind::Nominal, chain);
                }
            }
            _ => match self.description(here, phrase) {
                Some(chain) => self.refer(here, phrase, MentionKind::Nominal, chain),
                None => self.pass(here, phrase),
            },
        }
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
        let described = nominal::wording(&here.place.sentence, phrase);
        let profile = Profile::described(phrase);
        let id = ChainId(self.profiles.len() as u32);
        self.introduced.push(Chain {
            kind: if profile.sort == Sort::Person { EntityKind::Person } else { EntityKind::Other },
            name: described.clone(),
            identity: Identity { forms: vec![fold(&described)], described: true, ..Identity::default() },
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
        let fit = |a: &Antecedent| {
            let before = a.sentence < here.number || a.token < token;
            let ahead = || {
                matches!(a.referent, Referent::Chain(_))
                    && (binding::may_precede(parse, token, a.token, a.function) || here.follows_opening(token, a.token))
            };
            let agrees = agreement(a.referent, &self.profiles, pronoun.person)?;
            let parallel = own.is_subject() && a.function.is_subject() && a.sentence + 1 >= here.number;
            let agrees = if parallel { agrees * 115 / 100 } else { agrees };
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

/// The tokens that a span of the file takes.
fn tokens(spans: &[Span], span: Span) -> std::ops::Range<usize> {
    let first = spans.partition_point(|s| s.end <= span.start);
    let last = spans.partition_point(|s| s.start < span.end);
    first..last.max(first)
}

/// Why a phrase stands for a chain.
fn basis(here: &Here, phrase: &Phrase, chain: ChainId) -> Basis {
    let subject = || binding::reflexive(&here.place.sentence.parse, phrase.head).and_then(|s| here.chains[s]);
    match phrase.form {
        Form::Pronoun(pronoun) if pronoun.case == Case::Reflexive && subject() == Some(chain) => Basis::Reflexive,
        Form::Pronoun(_) => Basis::Salience,
        _ if nominal::is_attribute(here, phrase.head) => Basis::Attribute,
        _ => Basis::Description,
    }
}

impl Here<'_> {
    /// Whether an antecedent of the sentence is, or refers to the same as, one of these head words.
    pub fn are_same(&self, heads: &[usize], antecedent: &Antecedent) -> bool {
        heads.iter().any(|&head| {
            let chain = self.chains[head].map(Referent::Chain);
            head == antecedent.token || chain == Some(antecedent.referent)
        })
    }

    /// Whether a name or pronoun opens the sentence: it is the subject, even where the parser fails.
    fn opens(&self, token: usize) -> bool {
        let sentence = &self.place.sentence;
        let word = |&i: &usize| matches!(sentence.tokens[i].kind, TokenKind::Word | TokenKind::Number);
        let first = (0..token).find(word).unwrap_or(token);
        let same = self.chains[token].is_some()
            && (first..token).all(|i| self.chains[i] == self.chains[token] || self.roles[i].is_some());
        let owns = sentence.parse.node(token).relation == Relation::NmodPoss;
        (same || first == token && self.chains[token].is_some()) && !owns
    }

    /// Whether the name with head `other` opens the main clause behind one that holds the pronoun `token`: "In the lines
    /// that he wrote, Lee said", also where the parser fails.
    fn follows_opening(&self, token: usize, other: usize) -> bool {
        let sentence = &self.place.sentence;
        let opens = matches!(sentence.parse.node(0).upos, Upos::Adp | Upos::Sconj)
            || matches!(sentence.parse.node(0).xpos, Xpos::Wrb);
        let comma = (token..other).find(|&i| sentence.word(i) == ",");
        opens && comma.is_some_and(|c| self.begins[c + 1].is_some() && self.begins[c + 1] == self.chains[other])
    }

    /// Whether something behind the phrase says which one is meant: "the man who called", "the clerk at the window".
    pub fn is_told_apart(&self, head: usize) -> bool {
        let parse = &self.place.sentence.parse;
        let tells = |c: usize| matches!(parse.node(c).relation, Relation::AclRelcl | Relation::Acl | Relation::Nmod);
        parse.children(head).any(|c| c > head && tells(c))
    }
}
