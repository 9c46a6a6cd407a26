//! A sentence as it is compared with another of the same matter: what its words say, and of whom.

use super::{Pair, Story, Told, opposed::word};
use crate::{
    facts::{Anchor, Claim, Content, Outline, PlacedSentence, Predication, Role, Word},
    language::{
        lexicon::{self, Class, Pos},
        model::{Relation, Upos, Xpos},
    },
    text::Span,
};

/// One of two sentences.
pub struct Side<'a> {
    pub outline: &'a Outline,
    pub place: &'a PlacedSentence,
}

impl<'a> Side<'a> {
    pub fn of(story: &'a Story, told: Told, outline: &'a Outline) -> Option<Side<'a>> {
        let place = told.sentence(story)?;
        Some(Side { outline, place })
    }

    /// The words of the sentence that it tells as so and does not share. `taken` are the places of what it shares.
    pub fn told_alone(&self, taken: &[Span]) -> Vec<(&'a Anchor, &'a Word)> {
        let free = self.outline.anchors.iter().filter(|a| a.negated == Some(false) && !taken.contains(&a.at));
        free.filter_map(|anchor| Some((anchor, word(anchor)?))).collect()
    }

    /// The predication of a word that is a verb in a finite form or an adjective, told of neither in passing nor as what tells
    /// who or what is meant.
    pub fn predication(&self, word: &Word) -> Option<&'a Predication> {
        let parse = &self.place.sentence.parse;
        let found = self.place.predications.iter().find(|p| p.head == word.token as usize)?;
        let told = self.is_finite(found.head);
        let aside = matches!(parse.node(found.head).relation, Relation::Acl | Relation::AclRelcl);
        let says = matches!(parse.node(found.head).upos, Upos::Verb | Upos::Adj);
        (told && says && !aside).then_some(found)
    }

    /// Whether the sentence says of one verb both that it was so and that it was not: "did not see the driver but saw the van".
    pub fn tells_both(&self, word: &Word) -> bool {
        let lemma = |head: usize| lexicon::lemma(&self.place.sentence.lower(head), Pos::Verb);
        let told = |negated: bool| {
            let mut all = self.place.predications.iter().filter(|p| p.negated == negated);
            all.any(|p| lemma(p.head).is_some_and(|verb| verb == word.lemma))
        };
        word.pos == Pos::Verb && told(true) && told(false)
    }

    /// Whether somebody goes up or down, and no amount: "the climber fell".
    pub fn moves_person(&self, word: &Word) -> bool {
        let goes = |way: &str| lexicon::same_outcome(&word.lemma, word.pos, way, Pos::Verb);
        let told = self.place.predications.iter().find(|p| p.head == word.token as usize);
        let person = |noun: &str| lexicon::is_a(noun, Class::Person, 2) || matches!(noun, "he" | "she");
        let core = |role| matches!(role, Role::Agent | Role::Patient);
        let by_person = |p: &Predication| p.participants.iter().any(|p| core(p.role) && person(&p.noun));
        (goes("rise") || goes("fall")) && told.is_some_and(by_person)
    }

    /// Whether a predicate is told as a sentence is, and not beside another: "fled", not "before fleeing".
    pub fn is_finite(&self, head: usize) -> bool {
        let parse = &self.place.sentence.parse;
        let finite = |i: usize| matches!(parse.node(i).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md);
        let helped = |c: usize| matches!(parse.node(c).relation, Relation::Aux | Relation::AuxPass | Relation::Cop);
        finite(head) || parse.children(head).any(|c| helped(c) && finite(c))
    }

    /// Whether a predication is said to be so in part, or for a time: "not fully", "not yet", "at the start".
    pub fn is_partial(&self, word: &Word) -> bool {
        const PARTLY: &[&str] = &[
            "all",
            "always",
            "completely",
            "entirely",
            "first",
            "fully",
            "immediately",
            "initially",
            "just",
            "merely",
            "necessarily",
            "only",
            "wholly",
            "yet",
        ];
        let sentence = &self.place.sentence;
        let told = |i: usize| PARTLY.iter().any(|part| sentence.word(i).eq_ignore_ascii_case(part));
        sentence.parse.children(word.token as usize).any(|c| match sentence.parse.node(c).relation {
            Relation::Advmod => told(c),
            _ => matches!(sentence.word(c), "start" | "beginning" | "first"),
        })
    }

    /// What a predication says, as a claim.
    pub fn claim(&self, story: &'a Story, told: Told, predication: &Predication) -> Option<Told<'a>> {
        let word = self.place.sentence.tokens[predication.head].span;
        let same = |c: &&Claim| {
            c.content == Content::Statement
                && c.event.predicate == predication.predicate
                && c.event.negated == predication.negated
                && c.span.len() >= word.len()
        };
        let claim = told.sentence_claims(story).iter().filter(same).min_by_key(|c| c.span.len())?;
        Some(Told { article: told.article, claim })
    }

    /// Whether somebody known by name is meant at token `head` of the first of two sentences.
    pub fn knows(&self, head: usize, shared: &[Pair]) -> bool {
        shared.iter().any(|pair| pair.is_name() && self.is_of(pair.one, head))
    }

    /// The same of the second.
    pub fn knows_other(&self, head: usize, shared: &[Pair]) -> bool {
        shared.iter().any(|pair| pair.is_name() && self.is_of(pair.other, head))
    }

    /// The nouns that tell of what the one at token `head` is: zinc of "the price of zinc", houses of "house prices".
    pub fn complements(&self, head: usize) -> Vec<&'a Word> {
        let sentence = &self.place.sentence;
        let parse = &sentence.parse;
        let of = |c: usize| parse.child(c, Relation::Case).is_some_and(|case| sentence.is_any(case, &["of"]));
        let tells = |c: &usize| match parse.node(*c).relation {
            Relation::Compound => true,
            Relation::Nmod => of(*c),
            _ => false,
        };
        let tokens: Vec<usize> =
            parse.children(head).filter(|c| parse.node(*c).upos == Upos::Noun && tells(c)).collect();
        self.place.words.iter().filter(|word| tokens.contains(&(word.token as usize))).collect()
    }

    /// Whether an anchor tells what the participant at token `head` is.
    pub fn is_of(&self, anchor: &Anchor, head: usize) -> bool {
        match word(anchor) {
            Some(word) => {
                word.token as usize == head || self.place.sentence.parse.head(word.token as usize) == Some(head)
            }
            None => anchor.phrase as usize == head,
        }
    }
}
