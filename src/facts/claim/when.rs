//! Claims that an event happens at a time.

use smol_str::SmolStr;

use super::{
    Claim, Content, Event, Part, Party,
    circumstance::is,
    clause::Clauses,
    predication::{Mood, Predication, Role},
};
use crate::{
    facts::date::ResolvedTime,
    language::{
        lexicon::{self, Pos},
        model::Relation,
        time::Placement,
    },
};

/// The time claims of a sentence: one for each time that a predication has of its own. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    for predication in clauses.predications {
        let times = clauses.times_of(predication);
        if times.is_empty() {
            continue;
        }
        let told = std::iter::once(clauses.event(predication)).chain(meant(clauses, before.last(), predication));
        for time in &times {
            let meant = [
                begun(clauses, predication, time),
                tried(clauses, predication, time),
                ended(clauses, predication, time),
            ];
            found.extend(meant.into_iter().flatten().map(|event| {
                let mut at = time.clone();
                at.expression.placement = event.1;
                let span = clauses.source(time.expression.span);
                let content = Content::Time(at.clone());
                Claim { span, sentence: number, event: event.0, content, attribution: None, times: vec![at] }
            }));
        }
        for event in told {
            found.extend(times.iter().map(|time| Claim {
                span: clauses.source(time.expression.span),
                sentence: number,
                event: event.clone(),
                content: Content::Time(time.clone()),
                attribution: None,
                times: times.clone(),
            }));
        }
    }
}

/// Verbs for what goes on, and what begins it.
const BEGINNING: &[(&str, &str)] = &[
    ("captain", "take over"),
    ("chair", "take over"),
    ("coach", "take over"),
    ("edit", "take over"),
    ("head", "take over"),
    ("know", "meet"),
    ("lead", "take over"),
    ("manage", "take over"),
    ("own", "acquire"),
    ("play for", "join"),
    ("possess", "acquire"),
    ("run", "take over"),
    ("work for", "join"),
];

/// What a predication tells of besides what it says, and how exactly it dates that.
type Meant = Option<(Event, Placement)>;

/// The same parties in another deed.
fn as_deed(event: Event, verb: &str) -> Event {
    Event { predicate: verb.into(), deeds: lexicon::deeds(verb, Pos::Verb).into(), usual: false, ..event }
}

/// What goes on since then began then: who has owned it since 1938 acquired it in 1938; and who became leader took over.
fn begun(clauses: &Clauses, predication: &Predication, time: &ResolvedTime) -> Meant {
    let (first, _) = clauses.tokens_in(time.expression.span)?;
    let since = is(clauses, first, &["since"]) || first > 0 && is(clauses, first - 1, &["since"]);
    if predication.negated || predication.mood != Mood::Real {
        return None;
    }
    if predication.predicate == "become" && !since {
        return became(clauses, predication, time);
    }
    let (_, begin) = BEGINNING.iter().find(|(state, _)| since && predication.predicate == *state)?;
    Some((as_deed(clauses.event(predication), begin), Placement::At))
}

/// "Became leader of the party": who took it over.
fn became(clauses: &Clauses, predication: &Predication, time: &ResolvedTime) -> Meant {
    const HEADS: &[&str] = &["boss", "captain", "chairman", "chief", "director", "editor", "head", "leader", "manager"];
    let parse = &clauses.sentence().parse;
    let post =
        parse.child(predication.head, Relation::Xcomp).filter(|&post| HEADS.contains(&clauses.noun(post).as_str()))?;
    // "Party leader", "leader of the party".
    let of = |&c: &usize| parse.child(c, Relation::Case).is_some_and(|case| is(clauses, case, &["of"]));
    let behind = parse.children(post).find(of);
    let of =
        behind.or_else(|| parse.child(post, Relation::Compound)).or_else(|| parse.child(post, Relation::NmodPoss))?;
    let event = clauses.event(predication);
    let mut parties: Vec<Party> = event.parties.iter().filter(|p| p.part == Part::Agent).cloned().collect();
    parties.push(Party { part: Part::Patient, noun: clauses.noun(of), chain: clauses.chain(of) });
    Some((Event { parties, complement: None, ..as_deed(event, "take over") }, time.expression.placement))
}

/// Whose trial begins then goes on trial then.
fn tried(clauses: &Clauses, predication: &Predication, time: &ResolvedTime) -> Meant {
    const BEGINS: &[&str] = &["begin", "get under way", "open", "start"];
    let trial = predication.participant(Role::Agent).or(predication.participant(Role::Patient))?;
    let whole = predication.negated || !BEGINS.contains(&predication.predicate.as_str());
    if whole || clauses.noun(trial) != "trial" {
        return None;
    }
    let event = clauses.event(predication);
    let tried = event.parties.iter().find(|p| p.part == Part::Whose && p.noun == "trial")?.clone();
    let parties = vec![Party { part: Part::Patient, noun: SmolStr::default(), ..tried }];
    Some((Event { parties, ..as_deed(event, "go on trial") }, time.expression.placement))
}

/// What goes on until a day, and what happens on that day or the next.
const UNTIL: &[(&str, &str)] = &[("close", "reopen"), ("shut", "reopen"), ("run", "close")];

/// "Closed until 12 June" reopens about then.
fn ended(clauses: &Clauses, predication: &Predication, time: &ResolvedTime) -> Meant {
    let (first, _) = clauses.tokens_in(time.expression.span)?;
    let until = |i: usize| is(clauses, i, &["until", "till"]);
    let (_, end) = UNTIL.iter().find(|(state, _)| predication.predicate == *state)?;
    let told = until(first) || first > 0 && until(first - 1);
    let days = time.days.is_some_and(|days| days.first == days.last);
    (told && days && !predication.negated).then(|| (as_deed(clauses.event(predication), end), Placement::About))
}

/// Verbs of happening, whose subject may stand for what the sentence before tells.
pub const HAPPENING: &[&str] = &["come", "happen", "occur", "take place"];

/// What a predication dates that another clause tells: "it was noon before they signed", "that was in 2021".
fn meant(clauses: &Clauses, before: Option<&Clauses>, predication: &Predication) -> Vec<Event> {
    let subject = predication.participant(Role::Agent).or(predication.participant(Role::Patient));
    let pronoun = subject.is_some_and(|subject| is(clauses, subject, &["it", "that", "this"]));
    let parse = &clauses.sentence().parse;
    let copula = parse.child(predication.head, Relation::Cop).is_some();
    if !pronoun || !copula && !HAPPENING.contains(&predication.predicate.as_str()) || predication.mood != Mood::Real {
        return Vec::new();
    }
    let told = |clauses: &Clauses, wanted: &dyn Fn(&Predication) -> bool| -> Vec<Event> {
        let real = |p: &&Predication| p.mood == Mood::Real && !p.negated && !is_frame(clauses, p);
        clauses.predications.iter().filter(|p| wanted(p)).filter(real).map(|p| clauses.event(p)).collect()
    };
    let own = copula.then(|| clause_behind(clauses, predication)).flatten();
    let own = told(clauses, &|p| Some(p.head) == own);
    // "It was noon" at the head of a paragraph sets a new scene.
    let same_scene = |before: &&Clauses| {
        before.place.block == clauses.place.block || !copula || subject.is_some_and(|s| !is(clauses, s, &["it"]))
    };
    let before = before.filter(|_| own.is_empty()).filter(same_scene);
    match before {
        Some(before) => {
            let parse = &before.sentence().parse;
            let when = |p: &Predication| parse.children(p.head).any(|c| c < p.head && is(before, c, &["when"]));
            let root = |p: &Predication| parse.node(p.head).relation == Relation::Root;
            told(before, &|p| root(p) || parse.node(p.head).relation == Relation::Advcl && when(p))
        }
        None => own,
    }
}

/// The predicate of the clause behind a time: "it was noon before they signed", whatever parsers hang it on.
fn clause_behind(clauses: &Clauses, time: &Predication) -> Option<usize> {
    let times = clauses.times.iter().filter_map(|t| clauses.tokens_in(t.time.expression.span));
    let end = times.map(|(_, last)| last).filter(|&last| last >= time.head).min()?;
    let mark = (end + 1..clauses.sentence().tokens.len()).find(|&i| is(clauses, i, &["before", "that", "when"]))?;
    clauses.predications.iter().map(|p| p.head).find(|&head| head > mark)
}

/// Whether a predication tells no deed: what something is, or that somebody says something.
fn is_frame(clauses: &Clauses, predication: &Predication) -> bool {
    let parse = &clauses.sentence().parse;
    parse.child(predication.head, Relation::Cop).is_some()
        || lexicon::lemma(&clauses.sentence().lower(predication.head), Pos::Verb)
            .is_some_and(|verb| !lexicon::stances(&verb).is_empty())
}
