//! Whether a sentence says of an event that it is so, is not so, is to be, or may be: negation, modal verbs, and what the verbs
//! above it say of the truth of their complements.
//!
//! The method is that of Nairn, Condoravdi and Karttunen, "Computing relative polarity for textual inference" (2006), from
//! the main clause down.

use smol_str::SmolStr;

use super::{
    participant::is_time,
    predication::{Mood, governor},
};
use crate::language::{
    Sentence,
    lexicon::{self, Complement, Pos, Rebuttal, Stance},
    model::{Relation, Upos, Xpos},
};

/// What a sentence says of the truth of a predication.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth {
    pub negated: bool,
    pub mood: Mood,
}

/// How many verbs above a predicate are asked.
const DEPTH: usize = 6;

/// What the sentence says of the predicate at token `head`.
pub fn truth(sentence: &Sentence, head: usize) -> Truth {
    within(sentence, head, DEPTH)
}

fn within(sentence: &Sentence, head: usize, depth: usize) -> Truth {
    let own = Truth { negated: is_negated(sentence, head), mood: mood(sentence, head).max(condition(sentence, head)) };
    if is_rejected(sentence, head) {
        return Truth { negated: !own.negated, ..own };
    }
    if is_unplanned(sentence, head) {
        return Truth { negated: !own.negated, ..own };
    }
    if is_of_none(sentence, head) {
        return Truth { mood: own.mood.max_open(), ..own };
    }
    let Some(above) = governor(sentence, head).filter(|_| depth > 0) else { return own };
    let Some((verb, complement)) = complement(sentence, above, head) else { return own };
    if is_of_none(sentence, above) {
        return Truth { mood: own.mood.max_open(), ..own };
    }
    let outer = within(sentence, above, depth - 1);
    match lexicon::entailment(&verb, complement) {
        Some(entailment) => {
            let follows = if outer.negated { entailment.negated } else { entailment.affirmed };
            let settled =
                if own.mood == Mood::Planned && is_infinitive(sentence, head) { Mood::Real } else { own.mood };
            let mood = if outer.mood == Mood::Real { settled } else { outer.mood };
            match follows {
                lexicon::Truth::Holds => Truth { negated: own.negated, mood },
                lexicon::Truth::Fails => Truth { negated: !own.negated, mood },
                lexicon::Truth::Open if complement == Complement::Clause => own,
                lexicon::Truth::Open => Truth { negated: own.negated, mood: own.mood.max_open() },
            }
        }
        None if complement == Complement::Clause => match lexicon::stances(&verb).first() {
            Some(Stance::Denies) => Truth { negated: !own.negated, ..own },
            Some(Stance::Asks | Stance::Doubts) => Truth { mood: Mood::Possible, ..own },
            _ => own,
        },
        // "Can resume testing": what may begin is not so yet; of what is not done at all nothing is known.
        None if outer.mood != Mood::Real && own.mood == Mood::Real => Truth { mood: outer.mood, ..own },
        None if outer.negated => Truth { mood: own.mood.max_open(), ..own },
        None => own,
    }
}

impl Mood {
    /// What is left open is no fact.
    fn max_open(self) -> Mood {
        if self == Mood::Real { Mood::Possible } else { self }
    }
}

/// The verb above a predicate, as the table of entailments knows it, and the form in which it takes the predicate.
fn complement(sentence: &Sentence, above: usize, head: usize) -> Option<(SmolStr, Complement)> {
    let parse = &sentence.parse;
    let lower = sentence.lower(above);
    let verb = match parse.node(above).upos {
        Upos::Verb if parse.child(above, Relation::AuxPass).is_some() => {
            match lexicon::entailment(&["be ", &lower].concat(), Complement::Infinitive) {
                Some(_) => ["be ", &lower].concat().into(),
                None => lower,
            }
        }
        Upos::Verb => lexicon::lemma(&lower, Pos::Verb).unwrap_or(lower),
        _ => ["be ", &lower].concat().into(),
    };
    let form = match parse.node(head).relation {
        Relation::Ccomp | Relation::Csubj | Relation::CsubjPass => Complement::Clause,
        // "Denied on Monday that he had": a clause with "that" says what, not when or why.
        Relation::Advcl if has_mark(sentence, head, "that") => Complement::Clause,
        Relation::Xcomp if parse.node(head).xpos == Xpos::Vbg => Complement::Gerund,
        // "Denied promising it": right behind the verb, whatever the parser makes of it.
        Relation::Advcl
            if parse.node(head).xpos == Xpos::Vbg
                && head == above + 1
                && lexicon::entailment(&verb, Complement::Gerund).is_some() =>
        {
            Complement::Gerund
        }
        Relation::Xcomp => {
            let object =
                parse.child(above, Relation::Obj).is_some() || parse.child(above, Relation::NsubjPass).is_some();
            let to_somebody = object && lexicon::entailment(&verb, Complement::Object).is_some();
            if to_somebody { Complement::Object } else { Complement::Infinitive }
        }
        Relation::Advcl
            if is_infinitive(sentence, head) && lexicon::entailment(&verb, Complement::Infinitive).is_some() =>
        {
            Complement::Infinitive
        }
        _ => return None,
    };
    Some((verb, form))
}

fn has_mark(sentence: &Sentence, head: usize, word: &str) -> bool {
    let parse = &sentence.parse;
    parse
        .children(head)
        .any(|c| parse.node(c).relation == Relation::Mark && sentence.word(c).eq_ignore_ascii_case(word))
}

/// How real a predicate is for the conditions around it: "if the dam breaks and the valley floods, people drown".
fn condition(sentence: &Sentence, head: usize) -> Mood {
    let parse = &sentence.parse;
    let open = |i: usize| parse.children(i).any(|c| parse.node(c).relation == Relation::Mark && is_open(sentence, c));
    let joined = || {
        parse.node(head).relation == Relation::Conj
            && !parse.children(head).any(|c| parse.node(c).relation == Relation::Mark)
            && parse.head(head).is_some_and(open)
    };
    let depends = || {
        let clauses = parse.children(head).filter(|&c| parse.node(c).relation == Relation::Advcl);
        parse.node(head).xpos != Xpos::Vbd && clauses.into_iter().any(open)
    };
    if joined() || depends() { Mood::Possible } else { Mood::Real }
}

/// Whether a conjunction leaves open what it introduces: "if", but not "as if" or "even if".
fn is_open(sentence: &Sentence, mark: usize) -> bool {
    let before = mark.checked_sub(1).map(|i| sentence.lower(i)).unwrap_or_default();
    match sentence.lower(mark).as_str() {
        "if" => !matches!(before.as_str(), "as" | "even"),
        "unless" | "lest" => true,
        _ => false,
    }
}

fn is_infinitive(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let base = |i: usize| parse.node(i).xpos == Xpos::Vb;
    // "To be opened".
    let passive = || parse.children(head).any(|c| parse.node(c).relation == Relation::AuxPass && base(c));
    (base(head) || passive()) && parse.children(head).any(|c| parse.node(c).xpos == Xpos::To)
}

const NEGATORS: &[&str] = &[
    "not", "n't", "n’t", "nt", "never", "no", "nobody", "none", "nothing", "neither", "nor", "hardly", "scarcely",
    "without",
];

/// Auxiliaries that are written in a hurry: "I cant say".
pub const WITHOUT_APOSTROPHE: &[&str] = &[
    "arent", "cant", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt", "shouldnt", "wasnt",
    "werent", "wont", "wouldnt",
];

/// What makes a denial of more than that: "not only closed the mill".
const NO_MORE_THAN: &[&str] = &["just", "merely", "only", "simply", "solely"];

/// Whether a clause tells what a report is that somebody rejects: "rejected the claim that she took it", "reports that she left were
/// untrue".
fn is_rejected(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let lower = |i: usize| sentence.lower(i);
    let that = matches!(parse.node(head).relation, Relation::Acl | Relation::AclRelcl | Relation::Ccomp)
        && has_mark(sentence, head, "that");
    let Some(report) = parse.head(head).filter(|_| that) else { return false };
    let noun = lexicon::lemma(&lower(report), Pos::Noun).unwrap_or_else(|| lower(report));
    let Some(above) = parse.head(report).filter(|_| lexicon::rebuts(&noun, Rebuttal::Report)) else { return false };
    let relation = parse.node(report).relation;
    let object = matches!(relation, Relation::Obj | Relation::NsubjPass);
    let verb = lower(above);
    let rejects = lexicon::rebuts(&verb, Rebuttal::Denies) || lexicon::rebuts(&verb, Rebuttal::Rejects);
    let untrue = lexicon::rebuts(&verb, Rebuttal::Untrue);
    let told = !is_negated(sentence, above) && mood(sentence, above) == Mood::Real;
    told && (object && rejects || relation.is_subject() && untrue)
}

/// The noun of which a relative clause tells what is taken for known, whatever is said of the rest: "denies that he paid the man he
/// met" leaves it that he met him. Of "the claim that she took it" nothing is.
pub fn known_noun(sentence: &Sentence, clause: usize) -> Option<usize> {
    let parse = &sentence.parse;
    let noun = parse.head(clause).filter(|_| parse.node(clause).relation == Relation::AclRelcl)?;
    let lower = sentence.lower(noun);
    let report = lexicon::rebuts(&lexicon::lemma(&lower, Pos::Noun).unwrap_or(lower), Rebuttal::Report);
    let definite = parse.child(noun, Relation::Det).is_some_and(|det| sentence.is_any(det, &["the"]));
    (definite && !report).then_some(noun)
}

/// Whether nobody plans what an infinitive says: "no plans to repair it".
fn is_unplanned(sentence: &Sentence, head: usize) -> bool {
    const PLANS: &[&str] = &["desire", "intent", "intention", "intentions", "plan", "plans", "wish"];
    let parse = &sentence.parse;
    let plan = || parse.head(head).filter(|&noun| sentence.is_any(noun, PLANS));
    parse.node(head).relation == Relation::Acl
        && is_infinitive(sentence, head)
        && plan().is_some_and(|noun| {
            parse.children(noun).any(|c| parse.node(c).relation == Relation::Det && sentence.is_any(c, &["no", "any"]))
                && (parse.children(noun).any(|c| sentence.is_any(c, &["no"]))
                    || parse.head(noun).is_some_and(|verb| is_negated(sentence, verb)))
        })
}

/// Whether a clause tells of those of whom there are none: "you would not find a man who thinks so", "nobody who was there".
fn is_of_none(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let Some(whom) = parse.head(head).filter(|_| parse.node(head).relation == Relation::AclRelcl) else { return false };
    let determined = |i: usize, words: &[&str]| {
        parse.children(i).any(|c| parse.node(c).relation == Relation::Det && sentence.is_any(c, words))
    };
    let one_of_many =
        |i: usize| sentence.is_any(i, &["anybody", "anyone", "anything"]) || determined(i, &["a", "an", "any"]);
    // Of "a man at the mill who thinks so" the clause may hang on either.
    let verb = parse.path(whom).find(|&i| parse.node(i).upos == Upos::Verb && i < head);
    let sought = verb.filter(|&verb| is_negated(sentence, verb)).is_some_and(|verb| {
        let object = |&c: &usize| matches!(parse.node(c).relation, Relation::Obj | Relation::Nsubj);
        parse.children(verb).filter(object).any(|c| c < head && one_of_many(c))
    });
    sentence.is_any(whom, &["nobody", "none", "nothing"]) || determined(whom, &["no"]) || sought
}

/// What there is none of about what is so.
pub const CERTAIN: &[&str] = &["doubt", "mistake", "question", "secret", "wonder"];

/// "not", "n't", "never", "no longer" beside the verb, "without" before it, or a subject or object that is none: "nobody",
/// "no manager", "none of the money".
pub fn is_negated(sentence: &Sentence, head: usize) -> bool {
    let parse = &sentence.parse;
    let fronted = fronted_negative(sentence);
    if fronted.is_some_and(|(_, denied)| denied == head) {
        return true;
    }
    let elsewhere = |c: usize| fronted.is_some_and(|(phrase, _)| c < phrase);
    parse.children(head).filter(|&c| !elsewhere(c)).any(|c| {
        let relation = parse.node(c).relation;
        let negative = |i: usize| NEGATORS.contains(&sentence.lower(i).as_str());
        let more = |c: usize| sentence.is_any(c, &["not"]) && sentence.is_any(c + 1, NO_MORE_THAN);
        match relation {
            Relation::Aux if sentence.is_any(c, WITHOUT_APOSTROPHE) => true,
            // "It was not, because she signed": the comma keeps it from what follows.
            Relation::Advmod | Relation::Aux | Relation::Cc | Relation::Mark => {
                negative(c) && !more(c) && !(c..head).any(|i| sentence.word(i) == ",")
            }
            // "There is no doubt" affirms.
            _ if relation.is_subject() && sentence.is_any(c, CERTAIN) => negative(c),
            _ if relation.is_subject() || relation == Relation::Obj => {
                negative(c)
                    || parse
                        .children(c)
                        .any(|d| parse.node(d).relation == Relation::Det && negative(d) || is_not_one(sentence, d))
            }
            // "Did it with no help" did it.
            Relation::Obl if parse.children(c).any(|d| sentence.word(d).eq_ignore_ascii_case("with")) => false,
            Relation::Obl => parse.children(c).any(|d| parse.node(d).relation == Relation::Det && negative(d)),
            _ => false,
        }
    })
}

/// A negative phrase in front of the sentence, which denies the verb whose auxiliary stands before its subject and no other: "at no
/// time, they concluded, did the firm receive a warning". Where the phrase ends, and that verb.
fn fronted_negative(sentence: &Sentence) -> Option<(usize, usize)> {
    let parse = &sentence.parse;
    let tokens = sentence.tokens.len();
    let first = (0..tokens.min(2)).find(|&i| sentence.word(i).starts_with(char::is_alphabetic))?;
    let phrase = match () {
        () if sentence.is_any(first, &["never", "nor", "nowhere", "rarely", "seldom"]) => first + 1,
        () if sentence.is_any(first, &["not"]) && sentence.is_any(first + 1, &["once"]) => first + 2,
        () if sentence.is_any(first, &["at", "in", "on", "under"]) && sentence.is_any(first + 1, &["no"]) => first + 3,
        () => return None,
    };
    let inverted = |&head: &usize| {
        let aux = parse.children(head).find(|&c| matches!(parse.node(c).relation, Relation::Aux | Relation::AuxPass));
        let subject = parse.children(head).find(|&c| parse.node(c).relation.is_subject());
        aux.zip(subject).is_some_and(|(aux, subject)| phrase <= aux && aux < subject && subject < head)
    };
    (phrase..tokens).filter(|&i| parse.node(i).upos == Upos::Verb).find(inverted).map(|head| (phrase, head))
}

/// "Not one lesson", "not a single crate"; "not all of them" are some, "not a few" are many.
fn is_not_one(sentence: &Sentence, not: usize) -> bool {
    sentence.is_any(not, &["not"])
        && sentence.is_any(not + 1, &["a", "an", "any", "even", "one"])
        && !sentence.is_any(not + 2, &["few", "little"])
}

/// Whether a verb stands in a condition that the order of its words tells: "had the council agreed, the mill would still stand".
/// Parsers rarely see one, so it is known by what it opens and goes on with.
fn is_supposed_by_order(sentence: &Sentence, head: usize) -> bool {
    const OPENED_BY: &[&str] = &[",", ";", ":", "and", "but", "because", "\"", "“", "‘", "—", "–"];
    let opens = |i: usize| sentence.is_any(i, &["had", "were"]) && (i == 0 || sentence.is_any(i - 1, OPENED_BY));
    let subject = |i: usize| matches!(sentence.parse.node(i).upos, Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun);
    let comma = |i: &usize| sentence.word(*i) == ",";
    let opener = (0..=head).rev().take_while(|i| !comma(i)).find(|&i| opens(i) && i < head && subject(i + 1));
    let end = || (head + 1..sentence.tokens.len()).find(comma);
    opener.is_some()
        && end().is_some_and(|end| {
            (end + 1..sentence.tokens.len()).any(|i| sentence.is_any(i, &["could", "might", "would"]))
        })
}

/// Verbs of which the present tense with a date tells a plan.
const SCHEDULED: &[&str] = &[
    "begin", "begins", "close", "closes", "end", "ends", "expire", "expires", "go", "goes", "meet", "meets", "open",
    "opens", "reopen", "reopens", "resume", "resumes", "retire", "retires", "return", "returns", "start", "starts",
    "vote", "votes",
];

fn mood(sentence: &Sentence, head: usize) -> Mood {
    let parse = &sentence.parse;
    let word = |i: usize| sentence.lower(i);
    if is_supposed_by_order(sentence, head) {
        return Mood::Possible;
    }
    for c in parse.children(head) {
        match parse.node(c).relation {
            Relation::Aux => match word(c).as_str() {
                "will" | "’ll" | "'ll" | "shall" | "wo" => return Mood::Planned,
                "would" => return Mood::Planned,
                "may" | "might" | "could" | "can" | "should" | "must" => return Mood::Possible,
                _ => {}
            },
            Relation::Mark if matches!(word(c).as_str(), "if" | "whether" | "unless") => return Mood::Possible,
            _ => {}
        }
    }
    if parse.node(head).relation == Relation::Root && sentence.text.trim_end().ends_with('?') {
        return Mood::Possible;
    }
    // "Gave thought to leaving", "warned against leaving": what stands behind such a preposition is not said to be done.
    let behind = |c: usize| {
        let opens = matches!(
            word(c).as_str(),
            "to" | "of" | "about" | "against" | "for" | "into" | "from" | "toward" | "towards"
        );
        matches!(parse.node(c).relation, Relation::Mark | Relation::Case) && opens
    };
    if parse.node(head).xpos == Xpos::Vbg && parse.children(head).any(behind) {
        return Mood::Possible;
    }
    // "The trial begins on 3 May": a date makes the present of such verbs a plan.
    let present = matches!(parse.node(head).xpos, Xpos::Vbz | Xpos::Vbp);
    if present && SCHEDULED.contains(&word(head).as_str()) && parse.children(head).any(|c| is_time(sentence, c)) {
        return Mood::Planned;
    }
    // "is to close", "was to shed": an infinitive that is the predicate of a form of "be".
    if is_infinitive(sentence, head) { Mood::Planned } else { Mood::Real }
}
