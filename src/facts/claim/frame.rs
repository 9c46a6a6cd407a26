//! Frames: one deed told in several constructions is brought to one form.
//!
//! "Gave an assurance" is to assure, "had no warning from anybody" is not to be warned; the ship that sank is what was sunk;
//! to lose to somebody is to be beaten.

mod undergone;
mod verbs;

use smol_str::SmolStr;

use self::verbs::{ADDRESSING, ATTENDED, CURRENCIES, GETTING, GIVING, HAPPENING, verb_of};
use super::{
    participant,
    predication::{ATTEND, KNOW, Participant, Role, is_passive},
};
use crate::language::{
    Sentence,
    lexicon::{self, Class, Deed, Pos, Stance},
    model::{Relation, Upos},
};

/// A predicate, what it may name the doing of, and who takes part.
pub struct Frame {
    pub predicate: SmolStr,
    pub deeds: Vec<Deed>,
    pub participants: Vec<Participant>,
    /// What is told is that the deed was not done: "missed the meeting".
    pub fails: bool,
}

impl Frame {
    /// Brings the deed at token `head` to the form in which it is compared.
    pub fn unfold(&mut self, sentence: &Sentence, head: usize) {
        self.befall(sentence, head);
        self.lighten(sentence, head);
        self.undone(sentence, head);
        self.happen(sentence, head);
        self.turn();
        self.pay(sentence);
        if !is_passive(sentence, head) {
            self.alternate(sentence);
        } else if self.predicate == "kill" {
            // Who is killed dies.
            self.deeds.extend(lexicon::deeds("die", Pos::Verb));
        }
        self.attend(sentence, head);
        self.address(sentence, head);
        self.know(sentence, head);
        self.serve(sentence);
        self.plead();
        self.deeds.sort();
        self.deeds.dedup();
        self.participants.sort_by_key(|p| p.role);
    }

    /// "Were injured", where the tagger takes the participle for an adjective: it was done to them.
    fn befall(&mut self, sentence: &Sentence, head: usize) {
        let parse = &sentence.parse;
        let is_adjective = parse.node(head).upos == Upos::Adj && parse.child(head, Relation::Cop).is_some();
        let lower = sentence.lower(head);
        // "Was shut": a state is opposed to deeds.
        if is_adjective && self.deeds.is_empty() && lexicon::is_state(&lower) {
            self.deeds = lexicon::deeds(&lower, Pos::Adjective);
        }
        let verb = lexicon::lemma(&lower, Pos::Verb).filter(|verb| is_adjective && *verb != lower);
        let Some(verb) = verb.filter(|verb| lexicon::same_outcome(&lower, Pos::Adjective, verb, Pos::Verb)) else {
            return;
        };
        self.participants.iter_mut().filter(|p| p.role == Role::Agent).for_each(|p| p.role = Role::Patient);
        self.deeds = lexicon::deeds(&verb, Pos::Verb);
        self.predicate = verb;
    }

    /// A light verb with the noun of a deed is that deed: done by the subject, or done to it where the verb tells of getting.
    fn lighten(&mut self, sentence: &Sentence, head: usize) {
        let gets = GETTING.contains(&self.predicate.as_str());
        if !gets && !GIVING.contains(&self.predicate.as_str()) {
            return;
        }
        let parse = &sentence.parse;
        let objects =
            parse.children(head).filter(|&c| matches!(parse.node(c).relation, Relation::Obj | Relation::NsubjPass));
        // "Gave children no protection".
        let deed = |&o: &usize| verb_of(&participant::noun(sentence, o), gets).is_some();
        let object = objects.clone().find(deed).or_else(|| objects.clone().next());
        // "Gave passengers such an assurance": parsers hang the second object on the first.
        let second = |o: usize| {
            let bare = |&c: &usize| {
                c > o && parse.child(c, Relation::Case).is_none() && parse.child(c, Relation::Det).is_some()
            };
            parse.children(o).filter(|&c| parse.node(c).relation == Relation::Nmod).find(bare)
        };
        let verb = |o: usize| verb_of(&participant::noun(sentence, o), gets).map(|verb| (o, verb));
        let Some((noun, verb)) = object.and_then(|o| verb(o).or_else(|| second(o).and_then(verb))) else { return };
        self.deeds = lexicon::deeds(&verb, Pos::Verb);
        self.predicate = verb;
        let joined = |i: usize| parse.node(i).relation == Relation::Conj && parse.head(i) == Some(noun);
        self.participants.retain(|p| p.role != Role::Patient || p.head != noun && !joined(p.head));
        // What it is about stands behind the noun: "no warning of the leak".
        let of = |&c: &usize| parse.child(c, Relation::Case).filter(|&case| c > noun && sentence.word(case) == "of");
        let about =
            parse.children(noun).filter(|&c| parse.node(c).relation == Relation::Nmod).find_map(|c| Some((c, of(&c)?)));
        if let Some((head, case)) = about {
            let told = gets || self.participants.iter().any(|p| matches!(p.role, Role::Recipient | Role::Patient));
            let role = if told { Role::Oblique(case) } else { Role::Patient };
            self.participants.push(Participant { role, head, noun: participant::noun(sentence, head) });
        }
        let case = |p: &Participant| match p.role {
            Role::Oblique(case) => sentence.lower(case),
            _ => SmolStr::default(),
        };
        if gets {
            for p in &mut self.participants {
                match case(p).as_str() {
                    "from" | "by" => p.role = Role::Agent,
                    _ if p.role == Role::Agent => p.role = Role::Patient,
                    _ => {}
                }
            }
            return;
        }
        let whom = self.participants.iter().position(|p| p.role == Role::Recipient);
        let whom = whom.or_else(|| {
            self.participants.iter().position(|p| matches!(case(p).as_str(), "to" | "on" | "into" | "with"))
        });
        if let Some(whom) = whom.filter(|_| !self.participants.iter().any(|p| p.role == Role::Patient)) {
            self.participants[whom].role = Role::Patient;
        }
    }

    /// What goes unanswered is not answered.
    fn undone(&mut self, sentence: &Sentence, head: usize) {
        let parse = &sentence.parse;
        let state = match self.predicate.as_str() {
            "go" | "leave" | "remain" | "stay" => parse.child(head, Relation::Xcomp),
            _ => parse.child(head, Relation::Cop).map(|_| head),
        };
        let Some((state, verb)) = state.and_then(|state| Some((state, undone_verb(&sentence.lower(state))?))) else {
            return;
        };
        let leaves = self.predicate == "leave" && !is_passive(sentence, head);
        for p in &mut self.participants {
            match p.role {
                Role::Oblique(case) if sentence.is_any(case, &["by"]) => p.role = Role::Agent,
                Role::Agent if !leaves => p.role = Role::Patient,
                _ => {}
            }
        }
        let by = |&c: &usize| {
            let case = parse.child(c, Relation::Case);
            c != head && case.is_some_and(|case| sentence.is_any(case, &["by"]))
        };
        let agents = parse.children(state).filter(by).filter(|c| !self.participants.iter().any(|p| p.head == *c));
        let agents: Vec<Participant> =
            agents.map(|c| Participant { role: Role::Agent, head: c, noun: participant::noun(sentence, c) }).collect();
        self.participants.extend(agents);
        self.deeds = lexicon::deeds(&verb, Pos::Verb);
        self.predicate = verb;
        self.fails = !self.fails;
    }

    /// To be at a meeting is to attend it; to miss it, or to be absent from it, is not to.
    fn attend(&mut self, sentence: &Sentence, head: usize) {
        let parse = &sentence.parse;
        let happens = |noun: &str| lexicon::is_a(noun, Class::Event, 2) || ATTENDED.contains(&noun);
        let case = |i: usize| parse.child(i, Relation::Case).map(|c| sentence.lower(c)).unwrap_or_default();
        let copula = parse.child(head, Relation::Cop).is_some();
        let noun = participant::noun(sentence, head);
        let behind = |cases: &[&str]| {
            let is = |&c: &usize| {
                matches!(parse.node(c).relation, Relation::Obl | Relation::Nmod) && cases.contains(&case(c).as_str())
            };
            // "Stayed away from the talks": parsers hang them on the adverb.
            let adverbs = parse.children(head).filter(|&c| parse.node(c).relation == Relation::Advmod);
            let all = parse.children(head).chain(adverbs.flat_map(|a| parse.children(a)));
            all.into_iter().find(|c| is(c) && happens(&participant::noun(sentence, *c)))
        };
        let (what, absent) = match self.predicate.as_str() {
            _ if copula && case(head) == "at" && happens(&noun) => (Some(head), false),
            "present" if copula => (behind(&["at", "for", "in"]), false),
            "absent" if copula => (behind(&["from", "at"]), true),
            "stay away" => (behind(&["from"]), true),
            "take part" | "participate" => (behind(&["in", "at"]), false),
            "boycott" | "miss" | "shun" | "skip" => {
                (parse.child(head, Relation::Obj).filter(|&o| happens(&participant::noun(sentence, o))), true)
            }
            "sit" => (behind(&["through"]), false),
            _ => (None, false),
        };
        let Some(what) = what else { return };
        self.predicate = ATTEND.into();
        self.deeds = lexicon::deeds(ATTEND, Pos::Verb);
        self.fails = absent;
        self.participants.retain(|p| p.role == Role::Agent || p.role == Role::Patient && p.head != what);
        self.participants.iter_mut().for_each(|p| p.role = Role::Agent);
        self.participants.push(Participant {
            role: Role::Patient,
            head: what,
            noun: participant::noun(sentence, what),
        });
    }

    /// To be aware of something is to know of it.
    fn know(&mut self, sentence: &Sentence, head: usize) {
        let unaware = match self.predicate.as_str() {
            "aware" => false,
            "unaware" | "ignorant" | "oblivious" => true,
            _ => return,
        };
        let parse = &sentence.parse;
        let of = |&c: &usize| {
            parse.child(c, Relation::Case).is_some_and(|case| sentence.word(case).eq_ignore_ascii_case("of"))
        };
        let Some(what) = parse.children(head).find(of).filter(|_| parse.child(head, Relation::Cop).is_some()) else {
            return;
        };
        self.predicate = KNOW.into();
        self.deeds = lexicon::deeds(KNOW, Pos::Verb);
        self.fails = unaware;
        self.participants.retain(|p| p.role == Role::Agent);
        self.participants.push(Participant {
            role: Role::Patient,
            head: what,
            noun: participant::noun(sentence, what),
        });
    }

    /// Who gets seven years in prison is sentenced to them.
    fn serve(&mut self, sentence: &Sentence) {
        let years = self
            .participants
            .iter()
            .position(|p| p.role == Role::Patient && matches!(p.noun.as_str(), "year" | "month" | "week" | "day"));
        let in_prison = |p: &Participant| {
            let inside = matches!(p.role, Role::Oblique(case) if matches!(sentence.word(case), "in" | "behind"));
            inside && matches!(p.noun.as_str(), "prison" | "jail" | "bar" | "custody")
        };
        let Some(years) =
            years.filter(|_| GETTING.contains(&self.predicate.as_str()) && self.participants.iter().any(in_prison))
        else {
            return;
        };
        self.predicate = "sentence".into();
        self.deeds = lexicon::deeds("sentence", Pos::Verb);
        self.participants[years].role = Role::Recipient;
        self.participants.iter_mut().filter(|p| p.role == Role::Agent).for_each(|p| p.role = Role::Patient);
    }

    /// To plead not guilty is not to plead guilty.
    fn plead(&mut self) {
        if self.predicate == "plead not guilty" {
            self.predicate = "plead guilty".into();
            self.deeds = lexicon::deeds(&self.predicate, Pos::Verb);
            self.fails = true;
        }
    }

    /// To write to somebody to say something is to tell them; who is apologised to is the object of it.
    fn address(&mut self, sentence: &Sentence, head: usize) {
        if matches!(self.predicate.as_str(), "apologise" | "apologize") {
            let to = |p: &Participant| matches!(p.role, Role::Oblique(case) if sentence.word(case) == "to");
            self.participants.iter_mut().filter(|p| to(p)).for_each(|p| p.role = Role::Patient);
        }
        if !ADDRESSING.contains(&self.predicate.as_str()) {
            return;
        }
        let parse = &sentence.parse;
        let to = |&c: &usize| {
            matches!(parse.node(c).relation, Relation::Advcl | Relation::Xcomp)
                && parse.child(c, Relation::Mark).is_some_and(|m| sentence.word(m).eq_ignore_ascii_case("to"))
        };
        let said = parse.children(head).filter(to).find_map(|c| lexicon::lemma(sentence.word(c), Pos::Verb));
        if let Some(said) = said.filter(|verb| verb == "say" || lexicon::stances(verb).contains(&Stance::Warns)) {
            self.deeds.extend(lexicon::deeds(if said == "say" { "tell" } else { &said }, Pos::Verb));
        }
    }

    /// The blast that happened at the mill is what blew up there: the noun is the deed.
    fn happen(&mut self, sentence: &Sentence, head: usize) {
        // Who sends it is told by "the order came from".
        let from = |p: &Participant| matches!(p.role, Role::Oblique(case) if sentence.is_any(case, &["from"]));
        let comes = matches!(self.predicate.as_str(), "come" | "come in") && !self.participants.iter().any(from);
        if !comes && !HAPPENING.contains(&self.predicate.as_str()) {
            return;
        }
        let Some(subject) = self.participants.iter().position(|p| matches!(p.role, Role::Agent | Role::Patient)) else {
            return;
        };
        let noun = self.participants[subject].head;
        let Some(verb) = verb_of(&self.participants[subject].noun, false) else { return };
        self.participants.remove(subject);
        self.participants.retain(|p| p.head != head);
        self.deeds = lexicon::deeds(&verb, Pos::Verb);
        self.predicate = verb;
        let parse = &sentence.parse;
        let of = |&c: &usize| {
            let case = parse.child(c, Relation::Case).map(|case| sentence.word(case));
            parse.node(c).relation == Relation::Nmod && matches!(case, Some("of" | "at" | "in" | "on"))
        };
        if let Some(patient) = parse.children(noun).find(of) {
            self.participants.push(Participant {
                role: Role::Patient,
                head: patient,
                noun: participant::noun(sentence, patient),
            });
        }
    }

    /// To pay a price for something is to buy it, as is who it goes to for a price.
    fn pay(&mut self, sentence: &Sentence) {
        let is_for =
            |p: &Participant| matches!(p.role, Role::Oblique(case) if sentence.word(case).eq_ignore_ascii_case("for"));
        let is_price = |p: &Participant| p.role == Role::Patient && CURRENCIES.contains(&p.noun.as_str());
        let sum = |p: &Participant| is_for(p) && CURRENCIES.contains(&p.noun.as_str());
        if self.predicate == "go to" && self.participants.iter().any(sum) {
            for p in &mut self.participants {
                match p.role {
                    Role::Agent => p.role = Role::Patient,
                    Role::Patient => p.role = Role::Agent,
                    _ => {}
                }
            }
            self.predicate = "buy".into();
            self.deeds = lexicon::deeds("buy", Pos::Verb);
            return;
        }
        let price = self.participants.iter().position(is_price);
        let Some((price, goods)) =
            price.zip(self.participants.iter().position(is_for)).filter(|_| self.predicate == "pay")
        else {
            return;
        };
        (self.participants[price].role, self.participants[goods].role) = (self.participants[goods].role, Role::Patient);
        self.predicate = "buy".into();
        self.deeds = lexicon::deeds("buy", Pos::Verb);
    }
}

/// The verb of what is not done to something that is so: "unanswered". Not of what is a state of its own: "unhurt".
fn undone_verb(adjective: &str) -> Option<SmolStr> {
    let participle = adjective.strip_prefix("un").filter(|rest| rest.len() > 3 && !lexicon::is_state(adjective))?;
    lexicon::lemma(participle, Pos::Verb).filter(|verb| verb != participle)
}
