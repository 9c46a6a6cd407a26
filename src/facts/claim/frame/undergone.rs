//! Verbs and phrases whose subject is whom the deed is done to: who loses is beaten, what sinks is sunk.

use super::{Frame, verbs::ALTERNATING};
use crate::{
    facts::claim::predication::Role,
    language::{
        Sentence,
        lexicon::{self, Pos},
    },
};

impl Frame {
    /// Who loses to somebody is beaten by them; so it is with all phrases for what is undergone that have an object.
    pub(super) fn turn(&mut self) {
        let known = |role| self.participants.iter().any(|p| p.role == role);
        let phrase = self.predicate.contains(' ') && lexicon::is_undergone(&self.predicate);
        if !phrase || !known(Role::Agent) || !known(Role::Patient) {
            return;
        }
        if self.predicate == "lose to" {
            self.predicate = "beat".into();
            self.deeds = lexicon::deeds("beat", Pos::Verb);
        }
        for p in &mut self.participants {
            p.role = match p.role {
                Role::Agent => Role::Patient,
                Role::Patient => Role::Agent,
                other => other,
            };
        }
    }

    /// The causative alternation (Levin, "English Verb Classes and Alternations", 1993, section 1.1.2.1): the subject of
    /// "sank" is the object of "sank it". So is who "came under fire from" somebody.
    pub(super) fn alternate(&mut self, sentence: &Sentence) {
        let undergone = lexicon::is_undergone(&self.predicate);
        let alone = !self.participants.iter().any(|p| p.role == Role::Patient);
        if !alone || !undergone && !ALTERNATING.contains(&self.predicate.as_str()) {
            return;
        }
        for p in &mut self.participants {
            p.role = match p.role {
                Role::Agent => Role::Patient,
                Role::Oblique(case) if undergone && matches!(sentence.word(case), "by" | "from") => Role::Agent,
                other => other,
            };
        }
    }
}
