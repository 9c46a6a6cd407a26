//! `time`: another hour, day or year of the same event.

use smol_str::SmolStr;

use super::{DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        EntityId,
        count::counts_clash,
        gate::{Common, are_two, common_at_any_time, entities, is_pronoun, same_verb},
        occasion::{cast, shared},
    },
    facts::{Content, Event, Mood, Part, PlacedSentence, date::ResolvedTime},
    language::{
        Relation,
        lexicon::{Class, Pos, are_relatives, deeds, is_a, same_thing},
        model::Relation as Syntax,
        time::Meaning,
    },
};

/// How much two sentences must share that tell one event in other words, in tenths, and in percent of what the lesser tells.
const ONE_EVENT: u32 = 70;
const MOST: u32 = 40;

/// Compares the times that two articles give for one event.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (Content::Time(x), Content::Time(y)) = (&a.claim.content, &b.claim.content) else { return None };
    if a.claim.event.negated != b.claim.event.negated {
        return None;
    }
    if counts_clash(story, a, b) {
        return None;
    }
    if is_state(&a.claim.event) != is_state(&b.claim.event) || [a, b].iter().any(|t| is_said(&t.claim.event)) {
        return None;
    }
    let common = common_at_any_time(story, a, b, None);
    let Some(common) = common.filter(|common| common.is_enough() || x.relation_to(y) != Relation::Disjoint) else {
        return in_other_words(story, a, x, b, y);
    };
    if !common.is_enough() || x.relation_to(y) == Relation::Disjoint && are_two(story, a, b, &common) {
        return None;
    }
    let mut why = common.why;
    match x.relation_to(y) {
        // "Was named player of the year in 1998" is not "was announced in 2011".
        Relation::Disjoint if a.claim.event.predicate != b.claim.event.predicate && are_years_apart(x, y) => None,
        Relation::Disjoint => {
            why.push(format!("{} and {} are not the same time", x.value, y.value));
            Some(Finding::Differ { kind: DifferenceKind::Time, level: Level::Differs, denies: None, why })
        }
        // That the day is the same says nothing where both give the hour, and another one.
        _ if hour_of(a, x).relation_to(hour_of(b, y)) == Relation::Disjoint => None,
        Relation::Same | Relation::Compatible(_) => Some(Finding::Agree),
        Relation::Unknown => None,
    }
}

/// Whether two times are so many years apart that two words for a deed hardly tell of one.
fn are_years_apart(x: &ResolvedTime, y: &ResolvedTime) -> bool {
    const MANY: u16 = 5;
    x.parts().year.zip(y.parts().year).is_some_and(|(x, y)| x.abs_diff(y) > MANY)
}

/// The hour of a day, where the clause gives it apart from the day: "on Monday the ferry left at 10.30 p.m."
fn hour_of<'t>(told: Told<'t>, day: &'t ResolvedTime) -> &'t ResolvedTime {
    let has_hour = |t: &ResolvedTime| t.expression.clock.is_some() || t.expression.part.is_some();
    let of_day = |t: &&ResolvedTime| {
        t.expression.meaning == Meaning::TimeOfDay
            && t.expression.clock.is_some()
            && t.days == day.days.filter(|d| d.first == d.last)
    };
    told.claim.times.iter().find(of_day).filter(|_| !has_hour(day)).unwrap_or(day)
}

/// The times of two sentences that tell much the same, each of which has one time: what happens may go by another verb.
fn in_other_words(story: &Story, a: Told, x: &ResolvedTime, b: Told, y: &ResolvedTime) -> Option<Finding> {
    // "Monday's meeting" tells which of several it is.
    let of_noun = |t: Told| {
        let text = story.account(t.article).map(|account| account.text.as_ref()).unwrap_or_default();
        let behind = text.get(t.claim.span.end as usize..).unwrap_or_default();
        behind.starts_with(['\'', '’']) || names_occasion(story, t)
    };
    let real = |t: Told| t.claim.event.mood == Mood::Real && !of_noun(t) && !is_later_than(story, t);
    if x.relation_to(y) != Relation::Disjoint || !real(a) || !real(b) || are_two(story, a, b, &Common::default()) {
        return None;
    }
    let doers = |t: Told| entities(story, t, &Part::Agent);
    let by_others = !doers(a).is_empty() && !doers(b).is_empty() && doers(a).is_disjoint(&doers(b));
    let (mine, theirs) = (only(story, a)?, only(story, b)?);
    if by_others
        || name_others(story, a, b)
        || ordinals(mine) != ordinals(theirs)
        || !(related(story, a, b) || related(story, b, a))
    {
        return None;
    }
    let told = |s: &PlacedSentence| s.words.iter().map(|word| word.telling).sum::<u32>();
    let weight = shared(story, &mine.words, &theirs.words, &[]);
    if weight < ONE_EVENT || weight * 100 < MOST * told(mine).min(told(theirs)) {
        return None;
    }
    let why = vec![
        "both sentences tell much the same, and have one time each".into(),
        format!("{} and {} are not the same time", x.value, y.value),
    ];
    Some(Finding::Differ { kind: DifferenceKind::Time, level: Level::Differs, denies: None, why })
}

/// Whether each of two sentences names somebody or something that the other does not.
fn name_others(story: &Story, a: Told, b: Told) -> bool {
    let named = |e: &&EntityId| story.entity(**e).is_some_and(|e| !e.described);
    let (mine, theirs) = (cast(story, a), cast(story, b));
    mine.difference(&theirs).any(|e| named(&e)) && theirs.difference(&mine).any(|e| named(&e))
}

/// The sentence of a claim, if the claim's is its only time and no clock is said to be that of one place.
fn only<'s>(story: &'s Story, told: Told) -> Option<&'s PlacedSentence> {
    let facts = &story.account(told.article)?.facts;
    let sentence = told.sentence(story)?;
    let points = facts.dates.iter().filter(|d| d.sentence == told.claim.sentence && d.time.expression.is_point());
    let local = || sentence.sentence.text.split(' ').any(|word| word == "local");
    let zone = |t: &ResolvedTime| t.expression.clock.is_some_and(|clock| clock.zone.is_some());
    (points.count() == 1 && !local() && !told.claim.times.iter().any(zone)).then_some(sentence)
}

/// Whether what happened is told to be so long after or before something else: "a day after the raid, a shop was robbed on Tuesday".
fn is_later_than(story: &Story, told: Told) -> bool {
    const UNITS: &[&str] = &["day", "days", "hour", "hours", "month", "months", "week", "weeks", "year", "years"];
    let sides = |s: &PlacedSentence| {
        let sentence = &s.sentence;
        let tokens = sentence.tokens.len();
        (1..tokens).any(|i| sentence.is_any(i, UNITS) && sentence.is_any(i + 1, &["after", "before"]) && i + 2 < tokens)
    };
    told.sentence(story).is_some_and(sides)
}

/// Which of several the sentence tells of: the first, the last.
fn ordinals(sentence: &PlacedSentence) -> Vec<&'static str> {
    let which = |word: &str| match word.to_lowercase().trim_matches(|c: char| !c.is_alphabetic()) {
        "first" => Some("first"),
        "second" | "two" => Some("second"),
        "third" => Some("third"),
        "last" | "latest" | "recent" | "recently" => Some("last"),
        "again" | "another" | "further" => Some("again"),
        _ => None,
    };
    let mut found: Vec<&str> = sentence.sentence.text.split(' ').filter_map(which).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether both tell one deed: a verb or a noun of it, or the same done to the same by the same.
fn related(story: &Story, a: Told, b: Told) -> bool {
    let (x, y) = (&a.claim.event, &b.claim.event);
    let core = |t: Told| -> Vec<SmolStr> {
        let parties = t.claim.event.parties.iter().filter(|p| matches!(p.part, Part::Agent | Part::Patient));
        parties.map(|p| p.noun.clone()).collect()
    };
    let deed = |noun: &SmolStr| {
        if is_a(noun, Class::Person, 1) {
            return false;
        }
        let deeds = deeds(noun, Pos::Noun);
        deeds.iter().any(|deed| y.deeds.contains(deed)) || are_relatives(noun, Pos::Noun, &y.predicate, Pos::Verb)
    };
    let doers = || entities(story, a, &Part::Agent).intersection(&entities(story, b, &Part::Agent)).next().is_some();
    let patients =
        |e: &Event| e.parties(&Part::Patient).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect::<Vec<_>>();
    let done = || patients(x).iter().any(|p| patients(y).iter().any(|q| same_thing(p, q)));
    !x.usual && same_verb(&x.predicate, &y.predicate) || core(a).iter().any(deed) || doers() && done()
}

/// Whether the time describes a noun: "the February meeting".
fn names_occasion(story: &Story, told: Told) -> bool {
    let Content::Time(time) = &told.claim.content else { return false };
    told.sentence(story).is_some_and(|s| {
        let tokens = &s.sentence.tokens;
        let at = tokens.partition_point(|t| t.span.end < time.expression.span.end);
        let parse = &s.sentence.parse;
        at < tokens.len() && matches!(parse.node(at).relation, Syntax::Compound | Syntax::NmodPoss | Syntax::Amod)
    })
}

/// Whether it is told that somebody says something, which they may do more than once.
fn is_said(event: &Event) -> bool {
    matches!(event.predicate.as_str(), "say" | "tell")
}

/// Whether it is told as how things stand: who went on strike on Monday is still on strike on Tuesday.
fn is_state(event: &Event) -> bool {
    event.predicate.starts_with("be ")
}
