//! What refers in a sentence: noun phrases and pronouns, and the part each plays. A pure function of the sentence, kept
//! from edit to edit.

use std::ops::Range;

use smol_str::SmolStr;

use super::{
    nobody,
    profile::{self, Sort},
    pronoun::{Pronoun, pronoun},
};
use crate::language::{
    Parse, Sentence,
    lexicon::{self, Class, Gender, Pos},
    model::{Relation, Upos, Xpos},
};

/// A noun phrase or pronoun. Tokens of its sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    pub form: Form,
    /// The word that the rest depends on.
    pub head: usize,
    /// From the determiner or owner to the head.
    pub tokens: Range<usize>,
    /// Lemma of the head, lower case; of a name empty.
    pub noun: SmolStr,
    pub plural: bool,
    /// What the noun stands for, and the gender it tells. Kept here because a keystroke leaves most sentences as they are.
    pub sort: Sort,
    pub gender: Option<Gender>,
    /// The noun is one that everybody uses all the time, which may describe anything.
    pub usual: bool,
    /// It is somebody of a people: "the Dutchman".
    pub people: bool,
    /// The noun is one for single things that stand or move, or only for ones that move.
    pub concrete: bool,
    pub moving: bool,
}

/// How a phrase refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Pronoun(Pronoun),
    /// "The", "this", "that".
    Definite,
    /// It belongs to somebody: "her daughter".
    Owned,
    /// "A", "some", a number, or nothing.
    Indefinite,
    /// A name: who bears it is known from elsewhere.
    Name,
}

/// The part that a phrase plays in its clause, most prominent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    /// Of the main clause.
    Subject,
    /// Of another clause.
    InnerSubject,
    Object,
    Oblique,
    /// Part of another phrase.
    Inner,
}

impl Function {
    pub fn is_subject(self) -> bool {
        matches!(self, Function::Subject | Function::InnerSubject)
    }
}

impl Phrase {
    /// A phrase of one word that is no common noun.
    fn bare(form: Form, head: usize, plural: bool) -> Phrase {
        let (noun, sort) = (SmolStr::default(), Sort::Unknown);
        Phrase {
            form,
            head,
            tokens: head..head + 1,
            noun,
            plural,
            sort,
            gender: None,
            usual: false,
            people: false,
            concrete: false,
            moving: false,
        }
    }
}

/// How often WordNet's tagged texts may have a noun that still tells what it describes.
const COMMON: u32 = 20;

/// Sentences of more tokens are no prose: lists, tables, text that lost its marks.
const LONGEST: usize = 500;

/// The phrases of a sentence, in the order of their heads.
pub fn phrases(sentence: &Sentence) -> Vec<Phrase> {
    let parse = &sentence.parse;
    if sentence.tokens.len() > LONGEST {
        return Vec::new();
    }
    (0..sentence.tokens.len()).filter_map(|i| phrase(sentence, parse, i)).collect()
}

fn phrase(sentence: &Sentence, parse: &Parse, head: usize) -> Option<Phrase> {
    let node = parse.node(head);
    if let Some(pronoun) = pronoun(sentence.word(head)) {
        // "That place is hers" and "US": only where the tagger agrees that it is one.
        let form = Form::Pronoun(pronoun);
        let named = sentence.word(head).chars().count() > 1 && sentence.word(head).chars().all(char::is_uppercase);
        return (!named).then(|| Phrase::bare(form, head, false));
    }
    let plural = matches!(node.xpos, Xpos::Nns | Xpos::Nnps);
    let inner = matches!(node.relation, Relation::Compound | Relation::Flat | Relation::Fixed);
    if inner || !matches!(node.upos, Upos::Noun | Upos::Propn) && !stands_as_noun(sentence, parse, head) {
        return None;
    }
    if node.upos == Upos::Propn {
        let somebody = one_of_a_people(sentence, parse, head).or_else(|| holder_of_office(sentence, parse, head));
        return somebody.or_else(|| Some(Phrase::bare(Form::Name, head, plural)));
    }
    let before = |r: Relation| parse.children(head).find(|&c| c < head && parse.node(c).relation == r);
    let (form, start) = match (before(Relation::Det), before(Relation::NmodPoss)) {
        (_, Some(owner)) => (Form::Owned, owner_start(parse, owner)),
        (Some(det), _) if is_definite(sentence.word(det)) => (Form::Definite, det),
        (Some(det), _) if is_quantified(sentence.word(det)) => return None,
        (Some(det), _) => (Form::Indefinite, det),
        (None, None) => (Form::Indefinite, first(parse, head)),
    };
    let lower = sentence.lower(head);
    // "The president-elect" is spoken of as president.
    let lower = lower.strip_suffix("-elect").unwrap_or(&lower);
    let noun = lexicon::lemma(lower, Pos::Noun).unwrap_or_else(|| lower.into());
    // The tagger takes some a word that it has not seen for the plural.
    let plural = plural && !(noun == lower && lexicon::is_a(&noun, Class::Person, 1));
    // "220 assistant judges", where the parser stops at the first noun.
    let counted = before(Relation::Nummod).is_some_and(|n| !matches!(sentence.word(n), "one" | "One" | "1"));
    let plural = plural || counted;
    let sort = if plural { Sort::Several } else { profile::sort(&noun) };
    let sort = if sort == Sort::Person { nobody::sort(sentence, head, &noun).unwrap_or(sort) } else { sort };
    let gender = lexicon::noun_gender(&noun);
    let uses = lexicon::word_use(&noun).and_then(|u| u.count(Pos::Noun));
    let thing = sort == Sort::Thing;
    let moving = thing && is_moving(&noun);
    let concrete = thing && is_concrete(&noun);
    let usual = uses.is_some_and(|n| n > COMMON) || lexicon::is_a(&noun, Class::TimePeriod, 1);
    Some(Phrase {
        form,
        head,
        tokens: start..head + 1,
        noun,
        plural,
        sort,
        gender,
        usual,
        people: false,
        concrete,
        moving,
    })
}

/// Where the words for an owner begin: without what a mistaken parse hangs on them.
fn owner_start(parse: &Parse, owner: usize) -> usize {
    let nominal = |i: &usize| {
        matches!(
            parse.node(*i).upos,
            Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Part | Upos::Pron
        )
    };
    let first = (0..owner).rev().take_while(nominal).last().unwrap_or(owner);
    first.max(parse.subtree(owner).start)
}

/// "The Dutchman", "the Texan": one of a people, where the word does not stand for all of them ("the Dutch").
fn one_of_a_people(sentence: &Sentence, parse: &Parse, head: usize) -> Option<Phrase> {
    let word = sentence.word(head);
    let determiner = parse.child(head, Relation::Det).filter(|&d| d + 1 == head && is_definite(sentence.word(d)))?;
    let all = ["s", "ese", "ish", "ch", "sh", "men"].iter().any(|ending| word.ends_with(ending));
    let alone = parse.node(head).relation != Relation::Nmod || parse.child(head, Relation::Case).is_some();
    let place = matches!(lexicon::affiliation(word), Some(lexicon::Affiliation::Place(_)));
    let (noun, gender) = (word.to_lowercase(), noun_ending(word));
    (place && alone && !all).then(|| Phrase {
        form: Form::Definite,
        head,
        tokens: determiner..head + 1,
        noun: noun.into(),
        plural: false,
        sort: Sort::Person,
        gender,
        usual: false,
        people: true,
        concrete: false,
        moving: false,
    })
}

/// "The Bishop": an office with a capital and no name.
fn holder_of_office(sentence: &Sentence, parse: &Parse, head: usize) -> Option<Phrase> {
    let noun = sentence.lower(head);
    let determiner = parse.child(head, Relation::Det).filter(|&d| d + 1 == head && is_definite(sentence.word(d)))?;
    let alone = parse.nodes().get(head + 1).is_none_or(|next| !matches!(next.upos, Upos::Propn | Upos::Noun))
        && !sentence.tokens.get(head + 1).is_some_and(|_| matches!(sentence.word(head + 1), "'s" | "’s" | "of"));
    let office = profile::is_person(&noun) && lexicon::is_role_head(&noun) && !lexicon::is_collective(&noun);
    let gender = lexicon::noun_gender(&noun);
    (office && alone).then(|| Phrase {
        form: Form::Definite,
        tokens: determiner..head + 1,
        noun,
        sort: Sort::Person,
        gender,
        ..Phrase::bare(Form::Definite, head, false)
    })
}

/// The gender that the end of a word for somebody tells: "Dutchman", "Irishwoman".
fn noun_ending(word: &str) -> Option<Gender> {
    match () {
        () if word.ends_with("woman") => Some(Gender::Female),
        () if word.ends_with("man") && lexicon::affiliation(&word[..word.len() - 3]).is_some() => Some(Gender::Male),
        () => None,
    }
}

/// Whether a word that the tagger takes for an adjective is a noun: "the executive said", "the bothy had a padlock".
fn stands_as_noun(sentence: &Sentence, parse: &Parse, head: usize) -> bool {
    use Relation::*;
    let relation = parse.node(head).relation;
    let argument = relation.is_subject() || matches!(relation, Obj | Iobj | Obl | OblAgent | Nmod | NmodPoss);
    let article = || parse.child(head, Det).is_some_and(|d| d < head && is_definite(sentence.word(d)));
    let noun = || {
        let used = lexicon::word_use(&sentence.lower(head));
        used.is_none_or(|u| u.is(Pos::Noun))
    };
    let followed = || parse.nodes().get(head + 1).is_some_and(|n| matches!(n.upos, Upos::Noun | Upos::Propn));
    parse.node(head).upos == Upos::Adj && argument && article() && noun() && !followed()
}

fn is_definite(determiner: &str) -> bool {
    ["the", "this", "that", "these", "those"].iter().any(|d| determiner.eq_ignore_ascii_case(d))
}

/// Whether nobody in particular is meant: "neither defendant", "every teacher".
fn is_quantified(determiner: &str) -> bool {
    let words = ["no", "any", "every", "each", "neither", "either", "what", "which", "whatever"];
    words.iter().any(|d| determiner.eq_ignore_ascii_case(d))
}

/// The first word that describes the noun.
fn first(parse: &Parse, head: usize) -> usize {
    let describes = |r: Relation| matches!(r, Relation::Amod | Relation::Compound | Relation::Nummod);
    parse.children(head).find(|&c| c < head && describes(parse.node(c).relation)).unwrap_or(head)
}

/// The part that the phrase with this head plays. What is joined by "and" or apposed plays that of the first.
pub fn function(parse: &Parse, head: usize) -> Function {
    use Relation::*;
    let node = parse.node(head);
    match (node.relation, parse.head(head)) {
        (Conj, Some(first)) if first < head && parse.node(first).upos != Upos::Verb => function(parse, first),
        // "One of them, Ann Lee, left".
        (Appos, Some(first)) if first < head => function(parse, first),
        (relation, Some(verb)) if relation.is_subject() => match parse.node(verb).relation {
            Root | Parataxis => Function::Subject,
            // "Ann Lee, whose brother Max was hurt": the talk is of Lee.
            AclRelcl | Acl => Function::Inner,
            Conj if parse.head(verb).is_some_and(|first| parse.node(first).relation == Root) => Function::Subject,
            _ => Function::InnerSubject,
        },
        // "Waiting at the door was Ann Lee", "it was Lee who".
        (Root | Parataxis | Ccomp, _) if node.upos == Upos::Propn && parse.child(head, Cop).is_some() => {
            Function::Subject
        }
        (Obj | Iobj | OblAgent, _) => Function::Object,
        (Obl | OblUnmarked | Root | Parataxis | Vocative | Dislocated | Xcomp | Ccomp, _) => Function::Oblique,
        _ => Function::Inner,
    }
}

/// Whether a noun is for single things that stand or move.
fn is_concrete(noun: &str) -> bool {
    let classes = [Class::Structure, Class::Weapon, Class::Document];
    is_moving(noun) || classes.iter().any(|class| lexicon::is_a(noun, *class, 1))
}

/// Whether a noun is for a vehicle or an animal.
fn is_moving(noun: &str) -> bool {
    lexicon::is_a(noun, Class::Vehicle, 2)
        || lexicon::is_a(noun, Class::Animal, 1)
        || lexicon::is_kind_of(noun, "transport", Pos::Noun, 1)
}
