//! A sentence as claims are read from it: its predications, who its words refer to, the times in it.

mod apposed;

use std::{cell::OnceCell, sync::Arc};

use smol_str::SmolStr;

use super::{
    Event, Part, Party, Word, participant,
    predication::{Predication, Role},
};
use crate::{
    facts::{ChainId, DateMention, Mention, MentionKind, PlacedSentence, date::ResolvedTime},
    language::{
        Sentence,
        lexicon::{self, Class},
        model::{Relation, Upos},
    },
    syntax::Prose,
    text::Span,
};

/// Verbs behind which "of" is "about".
const ABOUT: &[&str] = &[
    "accuse", "complain", "dream", "hear", "inform", "know", "learn", "notify", "speak", "talk", "tell", "think",
    "warn",
];

/// Parts that are told of for the whole.
const SIDES: &[&str] = &["back", "bonnet", "bow", "bumper", "door", "end", "front", "rear", "side", "stern", "wheel"];

/// Whether a noun is for a part of a car or ship that stands for the whole.
pub fn is_side(noun: &str) -> bool {
    SIDES.contains(&noun)
}

/// A sentence with all that claims need.
pub struct Clauses<'a> {
    pub place: &'a PlacedSentence,
    pub prose: &'a Prose,
    pub predications: &'a [Predication],
    /// Its times, in order.
    pub times: &'a [DateMention],
    /// Who each token refers to.
    chains: Vec<Option<ChainId>>,
    /// What the sentence and those before it tell: made when it is first asked for, and shared by all claims of the sentence.
    around: OnceCell<Arc<[Word]>>,
}

impl<'a> Clauses<'a> {
    /// `mentions` are those of the sentence.
    pub fn new(
        place: &'a PlacedSentence,
        prose: &'a Prose,
        mentions: &[Mention],
        times: &'a [DateMention],
    ) -> Clauses<'a> {
        let sentence = &place.sentence;
        let mut chains = vec![None; sentence.tokens.len()];
        // The narrowest mention wins: they are written from the widest down. A title in front of a name stands for its bearer.
        let titled = mentions.iter().filter(|m| m.kind == MentionKind::Name && m.span != m.head);
        let mut by_width: Vec<(Span, ChainId)> = titled.map(|m| (m.span, m.chain)).collect();
        by_width.extend(mentions.iter().map(|m| (m.head, m.chain)));
        by_width.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        if !by_width.is_empty() {
            let spans: Vec<Span> = sentence.tokens.iter().map(|t| place.to_source(prose, t.span)).collect();
            for (words, chain) in by_width {
                let first = spans.partition_point(|s| s.end <= words.start);
                let last = spans.partition_point(|s| s.start < words.end);
                chains[first..last.max(first)].fill(Some(chain));
            }
        }
        // What somebody is, in front of the name: parsers take "Farmhand Jo Reed" for one name.
        for i in 0..chains.len() {
            let node = sentence.parse.node(i);
            let name = sentence.parse.children(i).find(|&c| sentence.parse.node(c).relation == Relation::Flat);
            if let (None, Upos::Propn, Some(name)) = (chains[i], node.upos, name) {
                chains[i] = chains[name];
            }
        }
        for i in 0..chains.len() {
            chains[i] = apposed::apposed(sentence, &chains, i).or(chains[i]);
        }
        Clauses { place, prose, predications: &place.predications, times, chains, around: OnceCell::new() }
    }

    /// The words of the sentence and of those before it that say something. `before` is the same whenever it is asked of one sentence.
    pub fn words_around(&self, before: &[Clauses]) -> Arc<[Word]> {
        let all = || before.iter().chain([self]).flat_map(|clauses| clauses.place.words.iter().cloned()).collect();
        self.around.get_or_init(all).clone()
    }

    /// Who stands behind one of these prepositions of a predicate.
    pub fn behind(&self, predication: &Predication, cases: &[&str]) -> Option<usize> {
        let case = |case: usize| self.sentence().is_any(case, cases);
        let found = predication.participants.iter().find(|p| matches!(p.role, Role::Oblique(at) if case(at)));
        found.map(|p| p.head)
    }

    pub fn sentence(&self) -> &'a Sentence {
        &self.place.sentence
    }

    /// Who token `i` refers to.
    pub fn chain(&self, i: usize) -> Option<ChainId> {
        self.chains[i]
    }

    /// Everybody and everything known that is spoken of, as often as it is.
    pub fn everybody(&self) -> impl Iterator<Item = ChainId> + '_ {
        self.chains.iter().flatten().copied()
    }

    /// The lemma of token `i` as a noun, or its lower-case form.
    pub fn noun(&self, i: usize) -> SmolStr {
        participant::noun(self.sentence(), i)
    }

    /// The place in the file of tokens `from` to `to`, both included.
    pub fn span(&self, from: usize, to: usize) -> Span {
        let tokens = &self.sentence().tokens;
        self.place.to_source(self.prose, tokens[from].span.cover(tokens[to].span))
    }

    /// The place in the file of bytes of the sentence.
    pub fn source(&self, within: Span) -> Span {
        self.place.to_source(self.prose, within)
    }

    /// The tokens that lie in a span of the sentence: first and last.
    pub fn tokens_in(&self, within: Span) -> Option<(usize, usize)> {
        let tokens = &self.sentence().tokens;
        let first = tokens.partition_point(|t| t.span.end <= within.start);
        let end = tokens.partition_point(|t| t.span.start < within.end);
        (first < end).then(|| (first, end - 1))
    }

    /// The predication that a span of the sentence belongs to, and the token of the span that hangs on the rest.
    pub fn governing(&self, within: Span) -> Option<(&'a Predication, usize)> {
        let parse = &self.sentence().parse;
        let (first, last) = self.tokens_in(within)?;
        let inside = |i: usize| (first..=last).contains(&i);
        let root = (first..=last).find(|&i| parse.head(i).is_none_or(|h| !inside(h)))?;
        let found = parse.path(root).find_map(|i| self.predications.iter().find(|p| p.head == i))?;
        Some((found, root))
    }

    /// The child of the predicate on the way down to token `i`: the participant that `i` is in.
    pub fn argument(&self, predicate: usize, i: usize) -> usize {
        self.sentence().parse.path(i).take_while(|&j| j != predicate).last().unwrap_or(i)
    }

    /// The times of a predication.
    pub fn times_of(&self, predication: &Predication) -> Vec<ResolvedTime> {
        let own = |t: &&ResolvedTime| {
            t.expression.is_point()
                && !self.is_compared(t)
                && !self.is_stretch(t)
                && !self.names_one(t, predication)
                && self.governing(t.expression.span).is_some_and(|(p, _)| p.head == predication.head)
        };
        self.times.iter().map(|d| &d.time).filter(own).cloned().collect()
    }

    /// Whether a time is only what another is held against: "compared with the month before".
    fn is_compared(&self, time: &ResolvedTime) -> bool {
        let Some((first, _)) = self.tokens_in(time.expression.span) else { return false };
        let is = |i: usize, words: &[&str]| self.sentence().is_any(i, words);
        let compared = |i: usize| is(i, &["compared"]) && is(i + 1, &["to", "with"]);
        (first.saturating_sub(4)..first).any(|i| compared(i) || is(i, &["than"]))
    }

    /// Whether a time is only an end of a stretch: "from 1962 to 1964", "1977-79".
    fn is_stretch(&self, time: &ResolvedTime) -> bool {
        let Some((first, last)) = self.tokens_in(time.expression.span) else { return false };
        let is = |i: usize, words: &[&str]| self.sentence().is_any(i, words);
        let years = time.expression.span.of(&self.sentence().text).split(['-', '–']);
        let digits = |part: &str| part.len() > 1 && part.bytes().all(|b| b.is_ascii_digit());
        let near = |i: usize| first.saturating_sub(4)..i;
        let from = |i: usize| i > 0 && near(i).any(|j| is(j, &["from", "between"]));
        first > 0 && is(first - 1, &["from", "between"]) && is(last + 1, &["to", "until", "and", "through"])
            || first > 0 && is(first - 1, &["to", "until", "and", "through"]) && from(first - 1)
            || years.clone().count() == 2 && years.into_iter().all(digits)
    }

    /// Whether a time tells which of several somebody or something is that takes part: "the 2011 fair", "this year's gala".
    fn names_one(&self, time: &ResolvedTime, predication: &Predication) -> bool {
        let Some((_, last)) = self.tokens_in(time.expression.span) else { return false };
        let parse = &self.sentence().parse;
        let beside = matches!(
            parse.node(last).relation,
            Relation::Compound | Relation::NmodPoss | Relation::Amod | Relation::Nummod
        );
        let noun = parse.head(last).filter(|&noun| beside && noun > last && noun != predication.head);
        // "The May hearing was held" was held in May.
        let deed = |noun: usize| !lexicon::deeds(&self.noun(noun), lexicon::Pos::Noun).is_empty();
        noun.is_some_and(|noun| !predication.usual || !deed(noun))
    }

    /// The times that may be those of a predication: all but what tells when something else was done.
    pub fn times_beside(&self, predication: &Predication) -> Vec<ResolvedTime> {
        let of_other = |t: &ResolvedTime| {
            let governing = self.governing(t.expression.span);
            let frames = |p: &Predication| !lexicon::stances(&p.predicate).is_empty();
            governing.is_some_and(|(p, _)| p.head != predication.head && !frames(p))
        };
        let points = self.times.iter().map(|d| &d.time).filter(|t| t.expression.is_point());
        points.filter(|t| !of_other(t) && !self.is_compared(t)).cloned().collect()
    }

    /// A predication with its words made comparable.
    pub fn event(&self, predication: &Predication) -> Event {
        let part = |role: Role| match role {
            Role::Agent => Part::Agent,
            Role::Patient => Part::Patient,
            Role::Recipient => Part::Recipient,
            Role::Oblique(case) => Part::Oblique(match self.sentence().lower(case).as_str() {
                // "Told of it", "told about it".
                "of" if ABOUT.contains(&predication.predicate.as_str()) => "about".into(),
                case => case.into(),
            }),
        };
        Event {
            predicate: predication.predicate.clone(),
            deeds: predication.deeds.clone(),
            usual: predication.usual,
            negated: predication.negated,
            repeated: self.is_repeated(predication),
            mood: predication.mood,
            complement: predication.complement.clone(),
            parties: self.parties(predication, part),
        }
    }

    /// Whether an adverb says that there was another before.
    fn is_repeated(&self, predication: &Predication) -> bool {
        const AGAIN: &[&str] = &["again", "also", "anew", "likewise", "too"];
        let again = |c: usize| self.sentence().is_any(c, AGAIN);
        self.sentence().parse.children(predication.head).any(again)
    }

    /// Who takes part, and who is joined to them by "and" where the parser did not see it.
    fn parties(&self, predication: &Predication, part: impl Fn(Role) -> Part) -> Vec<Party> {
        let mut found: Vec<Party> = Vec::new();
        for participant in &predication.participants {
            let chain = self.chain(participant.head);
            found.push(Party { part: part(participant.role), noun: participant.noun.clone(), chain });
            let core = matches!(participant.role, Role::Agent | Role::Patient);
            if participant.role == Role::Patient
                && let Some(planned) = self.planned(participant.head)
            {
                let noun = participant::noun(self.sentence(), planned);
                found.push(Party { part: part(participant.role), noun, chain: self.chain(planned) });
            }
            if core && chain.is_none_or(|chain| self.owner(participant.head) != Some(chain)) {
                // Where it is done is not whose it is: "signed the treaty in Oslo".
                let elsewhere = |chain: &ChainId| {
                    let obliques = predication.participants.iter().filter(|p| matches!(p.role, Role::Oblique(_)));
                    obliques.into_iter().any(|p| self.chain(p.head) == Some(*chain))
                };
                let owner = self.owner(participant.head).filter(|owner| !elsewhere(owner));
                // "The ministers in Oslo" are there, and not Oslo's.
                let there = owner.filter(|&owner| self.is_there(participant.head, owner));
                found.extend(owner.map(|chain| Party {
                    part: if there.is_some() { Part::Oblique("in".into()) } else { Part::Whose },
                    noun: participant.noun.clone(),
                    chain: Some(chain),
                }));
            }
            if let Some(other) = self
                .joined(participant.head)
                .filter(|&j| core && (j < predication.head) == (participant.head < predication.head))
            {
                let chain = self.chain(other);
                let known = predication.participants.iter().any(|p| self.chain(p.head) == chain);
                if !known {
                    let noun = participant::noun(self.sentence(), other);
                    found.push(Party { part: part(participant.role), noun, chain });
                }
            }
        }
        // "Ann Lee of the Dock and Rail Union": "and" joins no union to her.
        let whose: Vec<ChainId> = found.iter().filter(|p| p.part == Part::Whose).filter_map(|p| p.chain).collect();
        let owner = |party: &Party| party.chain.is_some_and(|chain| whose.contains(&chain));
        let several = |part: Part| found.iter().filter(|p| p.part == part).count() > 1;
        for part in [Part::Agent, Part::Patient].into_iter().filter(|part| several(part.clone())).collect::<Vec<_>>() {
            found.retain(|party| party.part != part || !owner(party));
        }
        found
    }

    /// What a plan is for, which is passed or rejected with it: "the plan for a wind farm".
    fn planned(&self, plan: usize) -> Option<usize> {
        const PLANS: &[&str] = &["application", "plan", "project", "proposal", "scheme"];
        let parse = &self.sentence().parse;
        let behind = |&c: &usize| {
            let case = parse.child(c, Relation::Case);
            c > plan && case.is_some_and(|case| matches!(self.sentence().word(case), "for" | "of"))
        };
        parse.children(plan).find(behind).filter(|_| PLANS.contains(&self.noun(plan).as_str()))
    }

    /// Whose a thing is, where that is somebody known: of "Lee's trial", "the trial of Lee", "shares in Lee's mill".
    fn owner(&self, thing: usize) -> Option<ChainId> {
        let parse = &self.sentence().parse;
        let of = |c: usize| {
            parse
                .child(c, Relation::Case)
                .is_some_and(|case| matches!(self.sentence().word(case), "of" | "in" | "between" | "against"))
        };
        let owns = |&c: &usize| match parse.node(c).relation {
            Relation::NmodPoss => true,
            Relation::Nmod => c > thing && of(c),
            _ => false,
        };
        // "The side of her car" is hers.
        let side = is_side(&self.noun(thing));
        let of_whole = || parse.children(thing).filter(owns).filter(|_| side).find_map(|c| self.owner(c));
        of_whole().or_else(|| parse.children(thing).filter(owns).find_map(|c| self.chain(c)))
    }

    /// Whether what stands behind people is where they are: "the ministers in Oslo".
    fn is_there(&self, people: usize, place: ChainId) -> bool {
        let parse = &self.sentence().parse;
        let behind = |&c: &usize| self.chain(c) == Some(place) && parse.node(c).relation == Relation::Nmod;
        let case = parse.children(people).find(behind).and_then(|c| parse.child(c, Relation::Case));
        let inside = case.is_some_and(|case| self.sentence().word(case) == "in");
        inside && lexicon::is_a(&self.noun(people), Class::Person, 1)
    }

    /// The token of a mention that stands behind the one at token `at`, with nothing but "and" and a title between.
    fn joined(&self, at: usize) -> Option<usize> {
        let chain = self.chain(at)?;
        let tokens = self.chains.len();
        let end = (at..tokens).find(|&i| self.chain(i) != Some(chain))?;
        if !self.sentence().word(end).eq_ignore_ascii_case("and") {
            return None;
        }
        let titles = |i: &usize| self.chain(*i).is_none() && self.sentence().word(*i).starts_with(char::is_uppercase);
        let other = (end + 1..tokens).find(|i| !titles(i))?;
        let parse = &self.sentence().parse;
        let own_verb = parse.node(other).relation.is_subject();
        (self.chain(other).is_some() && !own_verb).then_some(other)
    }
}
