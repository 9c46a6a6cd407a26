//! `denial` and `polarity`: one article says it happened, the other that somebody says it did not, or that it did not.

use super::{Denier, DifferenceKind, Finding, Level, Story, Told};
use crate::{
    compare::{
        ChainRef, EntityId,
        gate::{ENOUGH, NOBODY, around, common, entities, is_idiom, is_pronoun, same_speaker, same_verb, times_meet},
        member::denies,
        occasion::have_other_places,
    },
    facts::{ATTEND, Attribution, Content, EntityKind, Event, Mood, Part, Party, PlacedSentence},
    language::{
        Sentence,
        lexicon::{self, Class, Pos, Stance, same_thing},
        time::Placement,
    },
};

/// Compares a claim with one that denies it.
pub fn compare(story: &Story, a: Told, b: Told) -> Option<Finding> {
    match (&a.claim.content, &b.claim.content) {
        (Content::Statement, Content::Denial) => called(story, a, b, Denier::Second),
        (Content::Denial, Content::Statement) => called(story, b, a, Denier::First),
        (Content::Statement, Content::Statement) => said_not(story, a, b),
        _ => None,
    }
}

/// Somebody will not call it what the other article says it was.
fn called(story: &Story, stated: Told, denial: Told, denier: Denier) -> Option<Finding> {
    let (event, denied) = (&stated.claim.event, &denial.claim.event);
    if event.negated || event.mood != Mood::Real || !event.same_deed(denied) {
        return None;
    }
    let (mine, theirs) = (entities(story, stated, &Part::Patient), entities(story, denial, &Part::Patient));
    let shared = mine.intersection(&theirs).next();
    if shared.is_none() && !theirs.is_empty() || mine.is_empty() {
        return None;
    }
    let why = vec![
        format!("one article says “{}”, somebody in the other will not call it that", event.predicate),
        shared.and_then(|e| story.entity(*e)).map(|e| format!("both are about {}", e.name)).unwrap_or_default(),
    ];
    let why = why.into_iter().filter(|line| !line.is_empty()).collect();
    Some(Finding::Differ { kind: DifferenceKind::Denial, level: Level::Differs, denies: Some(denier), why })
}

/// Whether two predicates say enough to be denied: "did not say" denies nothing that anybody else says was said, and
/// "did not go" nothing without where.
fn is_specific(story: &Story, a: Told, b: Told) -> bool {
    let (x, y) = (&a.claim.event, &b.claim.event);
    let patient = |e: &Event| e.parties(&Part::Patient).next().is_some();
    match (&x.complement, &y.complement) {
        // What people believe is theirs: two opinions are no disagreement about a fact.
        // What somebody said is not what somebody could not tell.
        (Some(_), Some(_)) if x.predicate != y.predicate && says(x) && says(y) => false,
        (Some(a), Some(b)) => same_verb(a, b) && !lexicon::stances(&x.predicate).contains(&Stance::Believes),
        (None, None) => {
            let stance = lexicon::stances(&x.predicate).first();
            let reports = stance.is_some_and(|s| !matches!(s, Stance::Apologises | Stance::Promises | Stance::Agrees));
            let besides = besides(story, a, b);
            // "Told the police about the gun": to whom and of what.
            if reports {
                besides > 1 || is_at_all(story, a, b)
            } else {
                patient(x) && patient(y) || !x.usual || besides > 0
            }
        }
        // Who did nothing of the kind did not do that either: "promised to stay" and "gave no such promise".
        (Some(_), None) => y.negated && !says(x),
        (None, Some(_)) => x.negated && !says(y),
    }
}

/// Whether it is only that somebody says something.
fn says(event: &Event) -> bool {
    matches!(lexicon::stances(&event.predicate).first(), Some(Stance::Asserts | Stance::Claims))
}

/// Whether what the other tells is said never to have been so, and of nothing that the other does not speak of: "denied that it
/// was ever warned about the bolts".
fn is_at_all(story: &Story, a: Told, b: Told) -> bool {
    let (negated, told) = if a.claim.event.negated { (a, b) } else { (b, a) };
    let ever = |s: &PlacedSentence| (0..s.sentence.tokens.len()).any(|i| s.sentence.is_any(i, &["ever", "never"]));
    let words = told.sentence(story).map(|s| &s.words[..]).unwrap_or_default();
    let timed = |case: &str| matches!(case, "after" | "before" | "during" | "since" | "until");
    let other = |p: &&Party| matches!(&p.part, Part::Oblique(case) if !timed(case));
    let mut others = negated.claim.event.parties.iter().filter(other).peekable();
    let none = has_none(story, negated);
    (none || negated.sentence(story).is_some_and(ever) && others.peek().is_some())
        && others.all(|p| words.iter().any(|word| word.lemma == p.noun))
}

/// Whether a deed goes by a noun of which there was none: "issued no red warning".
fn has_none(story: &Story, negated: Told) -> bool {
    /// How far behind "no" the noun stands.
    const REACH: usize = 4;
    let verb = &negated.claim.event.predicate;
    let names = |noun: &str| {
        lexicon::lemma(noun, Pos::Noun).is_some_and(|n| lexicon::are_relatives(&n, Pos::Noun, verb, Pos::Verb))
    };
    negated.sentence(story).is_some_and(|s| {
        let tokens = s.sentence.tokens.len();
        let noun = |no: usize| (no + 1..tokens.min(no + REACH)).any(|i| names(&s.sentence.lower(i)));
        (0..tokens).any(|i| s.sentence.is_any(i, &["no"]) && noun(i))
    })
}

/// Whether both say what it is done to, or neither: "he favors closing it" and "he does not favor the sale" are two things.
/// "It" may be any thing, so that the verb must tell what kind of thing: "signed it", not "spoke about it". That two nouns
/// stand for one thing is for the gate to see.
fn same_patient(story: &Story, a: Told, b: Told) -> bool {
    let none = |t: Told| t.claim.event.parties(&Part::Patient).next().is_none();
    let named = |t: Told| {
        let event = &t.claim.event;
        let tells = !event.usual && !event.predicate.contains(' ');
        // Who gave nobody anything did not give this either.
        let at_all = |party: &Party| event.negated && ANYTHING.contains(&party.noun.as_str());
        event.parties(&Part::Patient).any(|party| tells || !is_pronoun(party) || at_all(party))
    };
    let known = |t: Told| entities(story, t, &Part::Patient);
    // Of two objects one is to whom: what is given must go by the same word.
    let things = |t: Told| -> Vec<Party> {
        t.claim.event.parties(&Part::Patient).filter(|p| !is_pronoun(p) && p.chain.is_none()).cloned().collect()
    };
    let two = |t: Told| t.claim.event.parties(&Part::Patient).count() > 1;
    if two(a) && two(b) && !things(a).iter().any(|p| things(b).iter().any(|q| p.noun == q.noun)) {
        return false;
    }
    none(a) && none(b) || named(a) && named(b) || known(a).intersection(&known(b)).next().is_some()
}

/// Words for no thing at all, where what is done to it is negated.
const ANYTHING: &[&str] = &["anything", "nothing"];

/// Whether it is said of nobody, and elsewhere of people: "no one was hurt" and "three people were hurt".
fn is_of_nobody(story: &Story, negated: Told, told: Told, part: &Part) -> bool {
    let person = |p: &Party| {
        let entity = p.chain.and_then(|chain| story.entity_of(ChainRef { article: told.article, chain }));
        let known = entity.and_then(|e| story.entity(e)).is_some_and(|e| e.kind == EntityKind::Person);
        known || lexicon::is_a(&p.noun, Class::Person, 1) || p.noun == "people"
    };
    let nobody = |p: &Party| p.chain.is_none() && NOBODY.contains(&p.noun.as_str());
    negated.claim.event.parties(part).any(nobody) && told.claim.event.parties(part).any(person)
}

/// How many who take part, beside who does it, both tell of in the same part; none where the one that denies names another.
fn besides(story: &Story, a: Told, b: Told) -> usize {
    let others = |t: Told| -> std::collections::BTreeSet<Part> {
        let parts = t.claim.event.parties.iter().map(|p| p.part.clone());
        parts.filter(|p| !matches!(p, Part::Agent | Part::Whose) && *p != Part::Oblique("according".into())).collect()
    };
    let (mine, theirs) = (others(a), others(b));
    let alike = |part: &Part| {
        let known = entities(story, a, part).intersection(&entities(story, b, part)).next().is_some();
        let noun = |t: Told| {
            t.claim.event.parties(part).filter(|p| !is_pronoun(p)).map(|p| p.noun.clone()).collect::<Vec<_>>()
        };
        known || noun(a).iter().any(|p| noun(b).iter().any(|q| same_thing(p, q)))
    };
    let denied = if a.claim.event.negated { &mine } else { &theirs };
    if mine.is_superset(denied) && theirs.is_superset(denied) && denied.iter().all(alike) { denied.len() } else { 0 }
}

/// Whether the sentence of the one who tells it tells of the denial too: "an accusation that she denies".
fn tells_denial(story: &Story, told: Told, negated: Told) -> bool {
    let who = entities(story, negated, &Part::Agent);
    told.sentence_claims(story).iter().any(|claim| {
        let by = || entities(story, Told { article: told.article, claim }, &Part::Agent);
        denies(claim)
            && !claim.event.negated
            && claim.span != told.claim.span
            && by().intersection(&who).next().is_some()
    })
}

/// Whether a sentence says that something is not so in full, which leaves it so in part: "has not fully reopened".
fn is_partly(story: &Story, negated: Told) -> bool {
    const FULLY: &[&str] = &["completely", "entirely", "fully", "wholly"];
    let partly = |s: &PlacedSentence| {
        let tokens = 1..s.sentence.tokens.len();
        tokens
            .into_iter()
            .any(|i| s.sentence.is_any(i, FULLY) && s.sentence.is_any(i - 1, &["not", "n't", "n’t", "never"]))
    };
    negated.sentence(story).is_some_and(partly)
}

/// Whether a sentence says that something had not been so for so long, until it was: "in ten years nobody had closed the port".
pub fn is_until_then(story: &Story, negated: Told) -> bool {
    const SPANS: &[&str] = &["centuries", "century", "decade", "decades", "generation", "months", "weeks", "years"];
    let so_long = |s: &PlacedSentence| {
        let sentence = &s.sentence;
        let tokens = sentence.tokens.len();
        let span = |i: usize| (i + 1..tokens.min(i + 4)).any(|j| sentence.is_any(j, SPANS));
        let had = (0..tokens).any(|i| sentence.is_any(i, &["had", "'d", "’d"]));
        had && (0..tokens).any(|i| sentence.is_any(i, &["in"]) && span(i))
    };
    negated.sentence(story).is_some_and(so_long)
}

/// Whether it may have come to be so between the days of two articles: "the report has not been published", and weeks later "was
/// published".
pub fn may_be_so_since(story: &Story, (negated, told): (Told, Told)) -> bool {
    let published = |t: Told| story.account(t.article).and_then(|account| account.facts.published);
    let so_far = |s: &PlacedSentence| {
        let sentence = &s.sentence;
        let not = |i: usize| (i + 1..i + 3).any(|j| sentence.is_any(j, &["not", "n't", "n’t", "yet"]));
        (0..sentence.tokens.len()).any(|i| sentence.is_any(i, &["has", "have"]) && not(i))
    };
    let later = match published(negated).zip(published(told)) {
        Some((before, after)) => before < after,
        // Of two articles without a day, the one that gives the day on which it was done may be the later one.
        None => negated.claim.times.is_empty() && !told.claim.times.is_empty(),
    };
    later && negated.sentence(story).is_some_and(so_far)
}

/// Whether it is so in the end: "did not open until 9 May", "dropped from there".
pub fn is_so_later(story: &Story, told: Told) -> bool {
    let from_there = |s: &PlacedSentence| {
        let from = |i: usize| s.sentence.is_any(i, &["from"]) && s.sentence.is_any(i + 1, &["there", "then"]);
        (0..s.sentence.tokens.len()).any(from)
    };
    if told.sentence(story).is_some_and(from_there) {
        return true;
    }
    let dated = told.claim.times.iter().any(|t| t.expression.placement == Placement::Before);
    told.claim.event.negated && dated && told.sentence(story).is_some_and(|s| says_until(&s.sentence))
}

/// Whether a sentence tells how long something is or is not so.
pub fn says_until(sentence: &Sentence) -> bool {
    (0..sentence.tokens.len()).any(|i| sentence.is_any(i, &["until", "till"]))
}

/// Whether somebody says that it was so nowhere and at no time: "not in the van or anywhere else".
fn is_sweeping(story: &Story, negated: Told) -> bool {
    let anywhere = |s: &PlacedSentence| {
        (0..s.sentence.tokens.len()).any(|i| s.sentence.is_any(i, &["anywhere", "whatsoever", "nowhere"]))
    };
    negated.sentence(story).is_some_and(anywhere)
}

/// The same deed of the same people, once told as done and once as not done.
fn said_not(story: &Story, a: Told, b: Told) -> Option<Finding> {
    let (x, y) = (&a.claim.event, &b.claim.event);
    // What is to be two may expect otherwise.
    let by_nobody = |t: Told| t.claim.attribution.is_none();
    let foretold = || same_speaker(story, a, b) || by_nobody(a) && by_nobody(b);
    let told = x.mood == y.mood && (x.mood == Mood::Real || x.mood == Mood::Planned && foretold());
    if x.negated == y.negated || !told || is_so_later(story, a) || is_so_later(story, b) {
        return None;
    }
    let (negated, told) = if x.negated { (a, b) } else { (b, a) };
    if tells_denial(story, told, negated)
        || is_partly(story, negated)
        || is_until_then(story, negated)
        || may_be_so_since(story, (negated, told))
    {
        return None;
    }
    let [by_nobody, to_nobody] = [Part::Agent, Part::Patient].map(|part| is_of_nobody(story, negated, told, &part));
    if !by_nobody && !is_specific(story, a, b) {
        return None;
    }
    let common = common(story, a, b, None)?;
    let enough = if x.complement.is_some() && y.complement.is_some() { ENOUGH } else { ENOUGH + 1 };
    // Somebody known, or to the letter the same at the same time.
    let dated = common.same && times_meet(a.claim, b.claim);
    let ever = is_at_all(story, a, b);
    let at_all = by_nobody || to_nobody || ever;
    // Something without a name that both sentences tell of with much the same around it: "the alarm at the Lindholm gallery".
    let none = |e: &Event| e.parties(&Part::Agent).next().is_none();
    let plain = x.complement.is_none() && y.complement.is_none();
    let around = if plain && common.same && none(x) == none(y) { around(story, a, b) } else { 0 };
    let alike_around = around >= 2;
    // To whom and of what: what is left is the deed itself.
    let told_whole = besides(story, a, b) > 1;
    let idiom = is_idiom(&x.predicate) || is_idiom(&y.predicate);
    let enough = if dated || at_all || alike_around || told_whole { ENOUGH } else { enough };
    if !(common.known || dated || at_all || alike_around)
        || common.elsewhere && !is_sweeping(story, negated)
        || have_other_places(story, a, b)
        || common.weight + i32::from(idiom) + if at_all { common.around } else { around } < enough
    {
        return None;
    }
    // What one tells with a complement is denied as a whole only by who denies it at that time.
    if x.complement.is_some() != y.complement.is_some() && !dated && !ever {
        return None;
    }
    // Without an object, what else is told may be another thing: "spoke about it" and "did not speak about that". An idiom has
    // its object in it.
    let bare = |e: &Event| e.parties(&Part::Patient).next().is_none() && !is_idiom(&e.predicate);
    let several = x.parties.len().max(y.parties.len()) > 1;
    if x.complement.is_none() && bare(x) && bare(y) && several && !ever && besides(story, a, b) == 0 {
        return None;
    }
    if x.complement.is_none() && !same_patient(story, a, b) {
        return None;
    }
    let agents = |t: Told| entities(story, t, &Part::Agent);
    let alike = |e: &Event, f: &Event| {
        let told = |e: &Event| e.parties(&Part::Agent).filter(|p| !is_pronoun(p)).cloned().collect::<Vec<_>>();
        told(e).iter().any(|p| told(f).iter().any(|q| same_thing(&p.noun, &q.noun)))
    };
    let agent = agents(a).intersection(&agents(b)).next().is_some() || alike(x, y);
    if !agent && !at_all && !none(x) && !none(y) {
        return None;
    }
    // "She did not fire him" denies that it was she: "he was fired" says nothing else.
    let person = |e: &EntityId| story.entity(*e).is_some_and(|e| e.kind == EntityKind::Person);
    let by_person = agents(negated).iter().any(person);
    if !at_all && none(&told.claim.event) && by_person {
        return None;
    }
    let mut why = common.why;
    why.push("one says that it was so, the other that it was not".into());
    let (negative, denier) = if x.negated { (a, Denier::First) } else { (b, Denier::Second) };
    let (kind, denies) = match &negative.claim.attribution {
        Some(Attribution { chain: Some(_), .. }) => (DifferenceKind::Denial, Some(denier)),
        _ if x.predicate == ATTEND => (DifferenceKind::Presence, None),
        _ => (DifferenceKind::Polarity, None),
    };
    Some(Finding::Differ { kind, level: Level::Differs, denies, why })
}
