//! Claims that somebody was there when something happened, or was not: "sat through the debate", "was at home", "in her absence".

mod loose;

use std::sync::Arc;

use super::{
    Claim, Content, Event, Mood, Part, Party, Word,
    circumstance::{is, near, words_but},
    clause::Clauses,
    participant::case_of,
    predication::{ATTEND, Participant, Predication, Role},
};
use crate::{
    language::{
        lexicon::{self, Class, Pos},
        model::{Relation, Upos},
    },
    text::Span,
};

use loose::{is_second_hand, told_by_words};

/// Whether somebody was there; the event's agent is who, its patient the spot.
#[derive(Clone, Debug, PartialEq)]
pub struct Presence {
    pub there: bool,
    /// It is said of everybody: "nobody with a licence was on the bridge".
    pub nobody: bool,
    /// By what the occasion is recognised.
    pub occasion: Arc<[Word]>,
    /// What the sentences before tell.
    pub before: Arc<[Word]>,
    /// The sentence does not say on what occasion: "was not there".
    pub told_before: bool,
}

/// What is read of a predication: tokens.
struct Whereabouts {
    who: usize,
    spot: Option<usize>,
    there: bool,
    nobody: bool,
    /// The spot says only that it is another one: what is missed may be told in the sentence before.
    elsewhere: bool,
}

/// Verbs of being where something happens, with the spot or the occasion behind them.
const BEING: &[&str] = &[
    "accompany",
    "appear",
    "board",
    "come to",
    "gather",
    "join",
    "ride",
    "show up",
    "sit",
    "stand",
    "travel",
    "turn up",
    "watch",
    "witness",
];
/// Verbs of not being there, with what is missed behind them.
const MISSING: &[&str] = &["boycott", "miss", "shun", "skip", "stay away"];
/// Verbs of saying that one will not come.
const CANCELLING: &[&str] = &["bow out", "cry off", "pull out", "send one's apologies"];
/// What is done in person.
const IN_PERSON: &[&str] = &["cut the ribbon", "inaugurate", "lay a wreath", "lay a wreath at", "officiate", "unveil"];
/// From where one follows what happens there.
const SEATS: &[&str] = &["balcony", "bench", "box", "gallery", "row", "seat", "stand", "terrace"];
/// Where nobody is who attends anything.
const ELSEWHERE: &[&str] = &["bed", "holiday", "home", "leave", "vacation"];
/// What a place is that nobody is at.
const EMPTY: &[&str] = &["deserted", "empty", "unattended", "unguarded", "unmanned", "unstaffed", "vacant"];
const NEXT_TO: &[&str] = &["across", "among", "behind", "beside", "opposite"];
/// By what somebody follows what happens who is not there.
const REMOTE: &[&str] = &[
    "broadcast",
    "link",
    "livestream",
    "phone",
    "radio",
    "screen",
    "stream",
    "telephone",
    "television",
    "tv",
    "video",
];
const INSIDE: &[&str] = &["aboard", "among", "at", "in", "inside", "on"];
const NONE: &[&str] = &["nobody", "none", "no-one"];

/// The whereabouts that a sentence tells. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        if let Some(read) = read(clauses, predication) {
            let (first, last) = (predication.head.min(read.who), predication.head.max(read.who));
            let last = read.spot.map_or(last, |spot| spot.max(last));
            let claim = claim(clauses, before, number, &read, clauses.span(first, last.min(first + WIDEST)));
            found.push(Claim { times: clauses.times_beside(predication), ..claim });
        }
    }
    // "There was no sign of Jo Reed at the talks".
    for i in 3..clauses.sentence().tokens.len() {
        let sign = is(clauses, i - 3, &["no"]) && is(clauses, i - 2, &["sign", "trace"]) && is(clauses, i - 1, &["of"]);
        let who = (i..clauses.sentence().tokens.len()).take(REACH).find(|&who| clauses.chain(who).is_some());
        if let Some(who) = who.filter(|_| sign) {
            let read = Whereabouts { who, spot: None, there: false, nobody: false, elsewhere: false };
            found.push(claim(clauses, before, number, &read, clauses.span(i - 3, who)));
        }
    }
    found.extend(told_by_words(clauses, before, number));
    // "Was sentenced in his absence", "sent a deputy in her place", "went ahead without Jo Reed".
    for i in 1..clauses.sentence().tokens.len() {
        let absent = is(clauses, i + 1, &["absence", "place", "stead"]) && is(clauses, i - 1, &["in"]);
        let own = absent && is(clauses, i, &["her", "his", "their"]);
        let name = clauses.sentence().parse.node(i).upos == Upos::Propn;
        if clauses.chain(i).is_some() && (own || name && is(clauses, i - 1, &["without"])) {
            let read = Whereabouts { who: i, spot: None, there: false, nobody: false, elsewhere: false };
            found.push(claim(clauses, before, number, &read, clauses.span(i - 1, i + usize::from(own))));
        }
    }
}

/// How many tokens are marked at most.
const WIDEST: usize = 16;

fn claim(clauses: &Clauses, before: &[Clauses], number: u32, read: &Whereabouts, span: Span) -> Claim {
    let party = |part, i| Party { part, noun: clauses.noun(i), chain: clauses.chain(i) };
    let mut parties = vec![party(Part::Agent, read.who)];
    parties.extend(read.spot.map(|spot| party(Part::Patient, spot)));
    parties.extend(near(clauses));
    let mut occasion: Vec<Word> = words_but(clauses, &[]).to_vec();
    if let Some(last) = before.last().filter(|_| read.elsewhere) {
        occasion.extend(words_but(last, &[]).iter().cloned());
    }
    let Whereabouts { there, nobody, elsewhere: told_before, .. } = *read;
    let near_words = before.iter().flat_map(|clauses| words_but(clauses, &[]).to_vec()).collect();
    Claim {
        span,
        sentence: number,
        event: Event { parties, ..Event::of("be there", Arc::new([])) },
        content: Content::Presence(Presence {
            there,
            nobody,
            occasion: occasion.into(),
            before: near_words,
            told_before,
        }),
        attribution: None,
        times: clauses.times.iter().map(|t| t.time.clone()).filter(|t| t.expression.is_point()).collect(),
    }
}

fn read(clauses: &Clauses, predication: &Predication) -> Option<Whereabouts> {
    let (sentence, head) = (clauses.sentence(), predication.head);
    let parse = &sentence.parse;
    let asked = || parse.children(head).any(|c| c < head && is(clauses, c, &["why"]));
    if predication.mood == Mood::Planned || predication.mood == Mood::Possible && !asked() {
        return None;
    }
    let agent = predication.participant(Role::Agent);
    let patient = predication.participant(Role::Patient);
    let near = ["sit", "stand", "watch"].iter().any(|verb| predication.predicate.split(' ').next() == Some(*verb));
    let behind = predication.participants.iter().find_map(|p| match p.role {
        Role::Oblique(case)
            if p.head > head
                && (is(clauses, case, &["at", "from", "in", "on", "through"])
                    || near && is(clauses, case, NEXT_TO)) =>
        {
            Some(p.head)
        }
        _ => None,
    });
    let told = |who: usize, spot: Option<usize>, there: bool| {
        let nobody = is_nobody(clauses, who);
        let body = nobody || is_body(clauses, who);
        (body && (there || !is_rest(clauses, who)))
            .then_some(Whereabouts { who, spot, there, nobody, elsewhere: false })
            .filter(|read| !(nobody && read.there))
    };
    let present = |who: usize| !predication.negated && !is_nobody(clauses, who);
    // "Stood at the gate", whether or not "stand at" is a word to us.
    let verb = predication.predicate.as_str();
    let verb = verb.split_once(' ').filter(|(verb, _)| matches!(*verb, "stand" | "sit")).map_or(verb, |(verb, _)| verb);
    let copula = parse.child(head, Relation::Cop).is_some();
    let next_is_home = is(clauses, head + 1, &["home"]);
    // What somebody comes to or stays away from was told before.
    let of_before = |there: bool| {
        let alone = patient.is_none() && !predication.participants.iter().any(|p| matches!(p.role, Role::Oblique(_)));
        told(agent?, None, there).filter(|_| alone).map(|read| Whereabouts { elsewhere: true, ..read })
    };
    let remote = predication.participants.iter().any(|p| {
        matches!(p.role, Role::Oblique(case) if is(clauses, case, &["by", "on", "over", "through", "via"]))
            && REMOTE.contains(&p.noun.as_str())
    });
    match verb {
        "be there" => told(agent?, None, present(agent?)).map(|read| Whereabouts { elsewhere: true, ..read }),
        "stay away" if patient.or(behind).is_none() => of_before(predication.negated),
        "attend" | "take part" | "participate" | "show up" | "turn up" | "come" | "appear" | "arrive"
            if predication.negated && patient.or(behind).is_none() =>
        {
            of_before(false)
        }
        _ if CANCELLING.contains(&verb) && !predication.negated => of_before(false),
        _ if IN_PERSON.contains(&verb) && !predication.negated => told(agent?, patient.or(behind), present(agent?)),
        "follow" if behind.is_some_and(|seat| SEATS.contains(&clauses.noun(seat).as_str())) => {
            told(agent?, patient.or(behind), present(agent?))
        }
        "set foot" | "set foot in" | "set foot inside" if predication.negated => {
            told(agent?, patient.or(behind), false)
        }
        "follow" | "watch" if remote && !predication.negated => {
            told(agent?, None, false).map(|read| Whereabouts { elsewhere: true, ..read })
        }
        // Who attended a school is not told to be there.
        ATTEND => {
            let occasion = patient.or(behind).filter(|&i| !is_school(clauses, i))?;
            told(agent?, Some(occasion), present(agent?))
        }
        "take part" | "participate" => told(agent?, Some(behind?), present(agent?)),
        // Whom somebody misses is not what they miss.
        _ if MISSING.contains(&verb) => {
            let missed = patient.or(behind).filter(|&i| parse.node(i).upos != Upos::Pron)?;
            told(agent?, Some(missed), predication.negated)
        }
        _ if BEING.contains(&verb) => {
            let spot = behind.or(patient.filter(|&i| clauses.chain(i).is_some() || is_spot(&clauses.noun(i))));
            let spot = spot.filter(|&spot| !REMOTE.contains(&clauses.noun(spot).as_str()))?;
            told(agent?, Some(spot), present(agent?))
        }
        "stay" | "remain" if (head..head + 3).any(|i| is(clauses, i + 1, &["away", "behind", "home", "indoors"])) => {
            told(agent?, None, predication.negated).filter(|_| !predication.negated)
        }
        "see" | "spot" if predication.participant(Role::Agent).is_none() => {
            told(patient?, Some(behind?), !predication.negated)
        }
        "spend" => told(agent?, Some(behind?), !predication.negated),
        "go" | "go home" if (verb == "go home" || next_is_home) && !predication.negated => {
            told(agent?, None, false).map(|read| Whereabouts { elsewhere: true, ..read })
        }
        "keep"
            if !predication.negated && (head..head + REACH).any(|i| is(clauses, i, &["away", "home", "indoors"])) =>
        {
            told(patient.filter(|&p| p > head)?, None, false)
        }
        "be" if predication.negated => {
            let spots = (head + 1..sentence.tokens.len()).filter(|&i| parse.node(i).upos == Upos::Noun);
            let mut spots = spots.filter(|&i| case_of(sentence, i).is_some_and(|case| is(clauses, case, INSIDE)));
            told(agent.filter(|&a| is_nobody(clauses, a))?, Some(spots.next()?), false)
        }
        "stand" if (head..head + 2).any(|i| is(clauses, i + 1, EMPTY)) => empty(agent?, predication.negated),
        _ if copula && EMPTY.contains(&verb) => empty(agent?, predication.negated),
        "absent" | "missing" if copula && behind.is_some() => told(agent?, behind, predication.negated),
        "call" if agent.is_none() && (head..head + 2).any(|i| is(clauses, i + 1, &["away", "home"])) => {
            let read = told(patient?, None, false).filter(|_| !predication.negated);
            read.map(|read| Whereabouts { elsewhere: true, ..read })
        }
        "hear" | "learn" | "hear of" | "hear about" | "learn of" | "hear from" | "learn from"
            if !predication.negated && is_second_hand(clauses, head) =>
        {
            told(agent?, None, false).map(|read| Whereabouts { elsewhere: true, ..read })
        }
        "absent" | "missing" | "abroad" | "asleep" | "away" | "elsewhere"
            if (copula || verb == "asleep") && !predication.negated =>
        {
            told(agent.or(patient)?, None, false).map(|read| Whereabouts { elsewhere: true, ..read })
        }
        _ if copula && case_of(sentence, head).is_some_and(|case| is(clauses, case, INSIDE)) => {
            let noun = clauses.noun(head);
            if matches!(noun.as_str(), "duty" | "board") {
                return told(agent?, None, present(agent?));
            }
            if ELSEWHERE.contains(&noun.as_str()) {
                let read = told(agent?, None, false).filter(|_| !predication.negated);
                return read.map(|read| Whereabouts { elsewhere: true, ..read });
            }
            let definite = parse.child(head, Relation::Det).or(parse.child(head, Relation::NmodPoss)).is_some();
            let spot = is_spot(&noun) || parse.node(head).upos == Upos::Propn;
            let known = definite || clauses.chain(head).is_some() || BARE.contains(&noun.as_str());
            // "Is not in a trade that pays" is said of what somebody does.
            let any = predication.negated && parse.children(head).any(|c| is(clauses, c, &["a", "an", "any"]));
            told(agent?, Some(head), present(agent?)).filter(|_| spot && known && !any)
        }
        // Who does anything at a ceremony is there: "laid a wreath at the ceremony".
        _ if !copula && !predication.negated => {
            let at =
                |p: &&Participant| matches!(p.role, Role::Oblique(case) if p.head > head && is(clauses, case, &["at"]));
            let gathering =
                predication.participants.iter().filter(at).map(|p| p.head).find(|&i| is_gathering(&clauses.noun(i)));
            let person = agent.filter(|&who| clauses.chain(who).is_some())?;
            told(person, Some(gathering?), true).filter(|_| predication.mood == Mood::Real)
        }
        _ => None,
    }
}

/// Whether a noun is for something that people come together for: "premiere", "funeral", "summit".
fn is_gathering(noun: &str) -> bool {
    const KINDS: &[&str] = &["ceremony", "meeting", "party", "performance", "show", "social gathering", "trial"];
    KINDS.iter().any(|kind| lexicon::is_kind_of(noun, kind, Pos::Noun, 2))
}

/// Where one is without an article.
const BARE: &[&str] = &["attendance", "church", "court", "parliament", "school", "town"];

/// How far behind a verb the place is looked for where it keeps somebody.
const REACH: usize = 8;

/// Nobody is at a place that is empty.
fn empty(place: usize, negated: bool) -> Option<Whereabouts> {
    let read = Whereabouts { who: place, spot: Some(place), there: false, nobody: true, elsewhere: false };
    Some(read).filter(|_| !negated)
}

/// Whether one is taught there for years: "attended university", "attended Orrin School of Medicine".
fn is_school(clauses: &Clauses, i: usize) -> bool {
    let school = |noun: &str| lexicon::is_kind_of(noun, "educational institution", Pos::Noun, 1);
    let parse = &clauses.sentence().parse;
    let named = || parse.subtree(i).any(|c| school(&clauses.noun(c)));
    school(&clauses.noun(i)) || parse.node(i).upos == Upos::Propn && named()
}

/// Whether somebody can be there: the minibus of "was on the minibus", not the pain of "was in the pain".
fn is_spot(noun: &str) -> bool {
    let happens = [Class::Event, Class::Group].iter().any(|&class| lexicon::is_a(noun, class, 1));
    let others = [Class::Communication, Class::TimePeriod, Class::Illness, Class::Injury, Class::Money, Class::Measure];
    let abstract_ = ["state", "feeling", "cognition", "attribute", "possession"];
    let none = others.iter().any(|&class| lexicon::is_a(noun, class, 1))
        || abstract_.iter().any(|kind| lexicon::is_kind_of(noun, kind, lexicon::Pos::Noun, 1));
    happens || !none
}

fn is_body(clauses: &Clauses, who: usize) -> bool {
    let noun = clauses.noun(who);
    let person = lexicon::is_a(&noun, Class::Person, 2) || noun == "people" || lexicon::is_role_head(&noun);
    person || clauses.chain(who).is_some() && clauses.sentence().parse.node(who).upos != Upos::Noun
}

/// Whether token `who` is of nobody of a kind: "nobody", "no envoy", "not one envoy".
fn is_nobody(clauses: &Clauses, who: usize) -> bool {
    let none =
        |i: usize| is(clauses, i, &["no"]) || is(clauses, i, &["a", "one"]) && i > 0 && is(clauses, i - 1, &["not"]);
    let noun = |i: usize| clauses.sentence().parse.node(i).upos == Upos::Noun;
    // What stands between is no other phrase: "no place for a driver".
    let between = |i: &usize| (*i..who).all(|j| j == *i || !noun(j) && j + 4 > who);
    is(clauses, who, NONE) || (who.saturating_sub(3)..who).filter(between).any(none)
}

/// Whether it is said of the others only: "nobody else".
fn is_rest(clauses: &Clauses, who: usize) -> bool {
    // Of "Jo Reed, head of the other firm," the name alone.
    let words = clauses.sentence().parse.subtree(who).take_while(|&i| !is(clauses, i, &[","]));
    words.into_iter().any(|i| is(clauses, i, &["else", "other", "outside"]))
}
