//! Claims of a figure: how high a fine is, a price, an attendance, by the words near the number; or how many of something a speaker
//! counts. The parse is not asked, nor what is done with it.

mod counted;

use std::sync::Arc;

use smol_str::SmolStr;

use super::{
    Attribution, Claim, Content, Event, Mood, Word,
    circumstance::{is, near},
    clause::Clauses,
    predication::{Predication, Role},
    quantity::is_whole,
    slot,
};
use crate::{
    language::{
        Quantity,
        lexicon::{self, Class, FigureUnit, Pos, figures, is_a},
        model::Upos,
        number::{Amount, Dimension, Unit},
        time::Placement,
    },
    text::Span,
};

/// A number, and what it is a number of.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub quantity: Box<Quantity>,
    /// What it is, by the nearest word that says so.
    pub of: Box<[lexicon::Figure]>,
    /// What is counted; empty where nothing says what.
    pub noun: SmolStr,
    /// What is counted, where several words say so: of "nine clerks and drivers" both, of "four old wooden boats" all three.
    pub phrase: Option<SmolStr>,
    /// Few texts speak of what is counted.
    pub rare: bool,
    /// Of how many it counts some: 24 of "nine of the 24 wagons".
    pub among: Option<Amount>,
    /// The sentence tells of a part, a total of several, an average, or another time.
    pub partial: bool,
    pub negated: bool,
    /// It is that of one moment, after which it may be another: "by noon".
    pub so_far: bool,
    pub mood: Mood,
    /// What the sentence says is done.
    pub acts: Arc<[Word]>,
    /// What the sentence and those before it tell.
    pub occasion: Arc<[Word]>,
}

/// How far from a number the word stands that says what it is, in tokens.
const REACH: usize = 13;

/// Nouns that count people, beside those for people of some kind.
const OF_PEOPLE: &[&str] = &["case", "job", "life", "people", "position", "post"];

/// Of these, what people live by, and the verbs for its end.
const JOBS: &[&str] = &["job", "position", "post"];
const CUTTING: &[&str] = &["axe", "cull", "cut", "disappear", "eliminate", "go", "lose", "shed", "slash", "vanish"];

/// What stands behind a number that is the distance to another one.
const BEYOND: &[&str] = &[
    "above", "adrift", "ahead", "apart", "behind", "below", "better", "cheaper", "clear", "dearer", "fewer", "higher",
    "less", "lower", "more", "off", "out", "short", "shy", "under", "worse",
];

/// How much a noun tells of which few texts speak, in tenths.
const RARE: u32 = 16;

/// How far from it a word stands that says it is no figure of the whole.
const NEAR: usize = 7;

/// Words for a number that is of a part, of several together, or of another time.
const OTHERWISE: &[&str] = &[
    "apiece",
    "final",
    "first",
    "improved",
    "latest",
    "opening",
    "revised",
    "second",
    "third",
    "average",
    "averaged",
    "averages",
    "combined",
    "deducted",
    "deducting",
    "each",
    "earlier",
    "extra",
    "fell",
    "fallen",
    "half",
    "increasing",
    "initial",
    "limit",
    "maximum",
    "minimum",
    "more",
    "net",
    "overall",
    "previous",
    "previously",
    "remaining",
    "rest",
    "risen",
    "rising",
    "target",
    "threshold",
    "total",
    "totalled",
    "totals",
    "typical",
    "typically",
    "up",
    "usual",
    "usually",
];

/// Words before a stretch of time that tell when something is, not how long it takes.
const WHEN: &[&str] = &["after", "before", "since", "until", "within"];

/// Verbs of saying how much it is.
const PUTTING: &[&str] =
    &["count", "estimate", "give", "measure", "place", "put", "reckon", "record", "register", "set"];

/// The figures of a sentence. `before` are the sentences before it.
pub fn claims(clauses: &Clauses, before: &[Clauses], number: u32, found: &mut Vec<Claim>) {
    let sentence = clauses.sentence();
    // "A total of 31" is all there is.
    let whole =
        |i: usize| i > 0 && is(clauses, i, &["total"]) && is(clauses, i - 1, &["a"]) && is(clauses, i + 1, &["of"]);
    // "No more than 900" is a limit.
    let limits = |i: usize| is(clauses, i, &["more"]) && i > 0 && is(clauses, i - 1, &["no"]);
    let otherwise = (0..sentence.tokens.len()).any(|i| is(clauses, i, OTHERWISE) && !whole(i) && !limits(i));
    for quantity in &sentence.quantities {
        let counts = !matches!(quantity.unit, Unit::Ordinal | Unit::Age | Unit::Tally(_));
        let phrase = quantity.phrase();
        let among = quantity.of.and_then(|of| counted::whole(clauses, of));
        // The second of "2-1".
        let second = quantity.number.start > 0 && sentence.text.as_bytes()[quantity.number.start as usize - 1] == b'-';
        if quantity.weak
            || second
            || quantity.of.is_some() && among.is_none()
            || quantity.per.is_some()
            || !counts
            || is_whole(clauses, phrase)
            || is_rate(clauses, phrase)
            || slot::is_ratio(clauses, phrase)
        {
            continue;
        }
        let Some((first, last)) = clauses.tokens_in(phrase) else { continue };
        // "After six years", "two days later" tell when.
        let lasts = matches!(quantity.unit, Unit::Measure(measure) if measure.dimension == Dimension::Duration);
        let when = first > 0 && is(clauses, first - 1, WHEN)
            || is(clauses, last + 1, &["ago", "earlier", "later", "after", "before"]);
        if lasts && when {
            continue;
        }
        // "All but seven", "1,200 of the homeless" are a part, "But seven" at the beginning are all; "£2m higher" is what lies between two.
        let beyond = [last, last + 1].iter().any(|&i| is(clauses, i, BEYOND) && !is_level(clauses, i));
        let bare = quantity.unit == Unit::Count && quantity.counted.is_none();
        let some = among.is_none() && bare && is(clauses, last + 1, &["of"]);
        if beyond || some || first > 1 && is(clauses, first - 1, &["but", "except"]) {
            continue;
        }
        let around = first.saturating_sub(NEAR)..sentence.tokens.len().min(last + 1 + NEAR);
        // "Nine ships, three tugs among them" are all nine.
        let names_some = |i: usize| i > last && is(clauses, i, &["among", "including"]);
        // "Of those arrested, 29 had been drinking".
        let of_them = (0..first).any(|i| {
            is(clauses, i, &["of"]) && (i == 0 || is(clauses, i - 1, &[",", ";", "and"])) && {
                (i + 1..first).any(|j| is(clauses, j, &[","]))
            }
        });
        let partial =
            otherwise || of_them || around.into_iter().any(|i| is(clauses, i, slot::PARTIAL) && !names_some(i));
        let noun = counted::noun(clauses, quantity, first);
        let of = of(clauses, before, quantity, &noun, first, last);
        let putter = putter(clauses, first);
        let span = clauses.source(phrase);
        let phrase_counted =
            counted::joined(clauses, &noun, last).or_else(|| counted::described(clauses, quantity, &noun));
        if of.is_empty() && phrase_counted.is_none() && noun.is_empty() {
            continue;
        }
        let predication = clauses.governing(phrase).map(|(p, _)| p);
        let occasion = clauses.words_around(before);
        let figure = Figure {
            quantity: Box::new(*quantity),
            of: of.into(),
            rare: clauses.place.words.iter().any(|word| word.lemma == noun && word.telling >= RARE),
            noun,
            among: among.map(|whole| whole.value),
            phrase: phrase_counted,
            partial,
            negated: predication.is_some_and(|p| p.negated),
            so_far: predication.is_some_and(|p| is_so_far(clauses, p)),
            mood: mood(clauses, predication),
            acts: clauses.place.words.iter().filter(|word| word.pos == Pos::Verb).cloned().collect(),
            occasion,
        };
        let attribution =
            putter.and_then(|who| Some(Attribution { span: clauses.span(who, who), chain: Some(clauses.chain(who)?) }));
        found.push(Claim {
            span,
            sentence: number,
            event: Event {
                parties: near(clauses).collect(),
                mood: predication.map_or(Mood::Real, |p| p.mood),
                ..Event::of("figure", predication.map_or_else(Arc::default, |p| p.deeds.clone()))
            },
            content: Content::Figure(Arc::new(figure)),
            attribution,
            times: clauses.times.iter().map(|t| t.time.clone()).filter(|t| t.expression.is_point()).collect(),
        });
    }
}

/// Whether a word tells how deep or high it is, not by how much more or less: "90 metres below the surface".
fn is_level(clauses: &Clauses, i: usize) -> bool {
    is(clauses, i, &["above", "below"])
        && (i + 1..i + 3).any(|i| is(clauses, i, &["ground", "sea", "surface", "water"]))
}

/// Whether what is told is so by a time: "by noon".
fn is_so_far(clauses: &Clauses, predication: &Predication) -> bool {
    clauses.times_of(predication).iter().any(|t| t.expression.placement == Placement::Before)
}

/// Whether it is so many each day, or for each of something: "12 eggs a day", "310 pence a share".
fn is_rate(clauses: &Clauses, phrase: Span) -> bool {
    let Some((_, last)) = clauses.tokens_in(phrase) else { return false };
    let noun = |i: usize| i < clauses.sentence().tokens.len() && clauses.sentence().parse.node(i).upos == Upos::Noun;
    is(clauses, last + 1, &["a", "an", "each", "every", "per"]) && noun(last + 2)
}

/// What the number is, by the nearest words that say so, with no other number of the kind between.
fn of(
    clauses: &Clauses,
    before: &[Clauses],
    quantity: &Quantity,
    noun: &str,
    first: usize,
    last: usize,
) -> Vec<lexicon::Figure> {
    let sentence = clauses.sentence();
    let unit = match quantity.unit {
        Unit::Money(_) => FigureUnit::Money,
        Unit::Percent => FigureUnit::Percent,
        Unit::Measure(_) => FigureUnit::Measure,
        Unit::Count if noun.is_empty() || is_a(noun, Class::Person, 1) || OF_PEOPLE.contains(&noun) => {
            FigureUnit::People
        }
        _ => return Vec::new(),
    };
    let kind = |q: &Quantity| std::mem::discriminant(&q.unit) == std::mem::discriminant(&quantity.unit);
    let others = sentence.quantities.iter().filter(|q| kind(q) && q.span != quantity.span && !q.weak);
    let others: Vec<usize> = others.filter_map(|q| clauses.tokens_in(q.span)).map(|(first, _)| first).collect();
    let stops = |i: &usize| !others.contains(i) && !is(clauses, *i, &[";", ":"]);
    let left = (first.saturating_sub(REACH)..first).rev().take_while(stops).map(|i| (first - i, i));
    let right = (last + 1..sentence.tokens.len().min(last + 1 + REACH)).take_while(stops).map(|i| (i - last, i));
    let within = (first..=last).map(|i| (0, i)).filter(|_| quantity.counted.is_some());
    let mut all: Vec<(usize, lexicon::Figure)> = Vec::new();
    for (far, i) in left.chain(right).chain(within) {
        let fits = |figure: &lexicon::Figure| figure.unit() == Some(unit) && has_context(clauses, before, *figure);
        all.extend(told(clauses, i).into_iter().filter(fits).map(|figure| (far, figure)));
    }
    let nearest = all.iter().map(|(far, _)| *far).min();
    let mut found: Vec<_> =
        all.into_iter().filter(|(far, _)| Some(*far) == nearest).map(|(_, figure)| figure).collect();
    // "Is to cut 900 jobs", "460 jobs will go".
    let deed = clauses.governing(quantity.phrase()).map(|(p, _)| p.predicate.as_str());
    if JOBS.contains(&noun) && deed.is_some_and(|deed| CUTTING.contains(&deed)) {
        found.extend(figures("job losses"));
    }
    found.sort_unstable();
    found.dedup();
    match quantity.unit {
        Unit::Measure(measure) if found.is_empty() => always(measure.dimension).map(figures).unwrap_or_default(),
        _ => found,
    }
}

/// What is measured in a unit, whatever the words around say.
fn always(dimension: Dimension) -> Option<&'static str> {
    match dimension {
        Dimension::Speed => Some("speed"),
        Dimension::Temperature => Some("temperature"),
        _ => None,
    }
}

/// The figures that token `i` tells, alone or with those behind it.
fn told(clauses: &Clauses, i: usize) -> Vec<lexicon::Figure> {
    let sentence = clauses.sentence();
    let tokens = sentence.tokens.len();
    let lower = sentence.lower(i);
    let mut found = match sentence.parse.node(i).upos {
        Upos::Noun | Upos::Verb | Upos::Propn | Upos::Adj => figures(&lower),
        _ => Vec::new(),
    };
    let verb = lexicon::lemma(&lower, Pos::Verb).unwrap_or_else(|| lower.as_str().into());
    for longest in 2..=3 {
        if i + longest <= tokens {
            let rest: Vec<_> = (i + 1..i + longest).map(|i| sentence.lower(i)).collect();
            found.extend(figures(&[verb.as_str(), " ", &rest.join(" ")].concat()));
        }
    }
    found
}

/// Whether a word is near without which a figure may be another.
fn has_context(clauses: &Clauses, before: &[Clauses], figure: lexicon::Figure) -> bool {
    let wanted = figure.context();
    let told = |clauses: &Clauses| clauses.place.words.iter().any(|word| wanted.contains(&word.lemma.as_str()));
    wanted.is_empty() || told(clauses) || before.iter().any(told)
}

/// Who puts the number so high: "the governor put the number of homes at 31".
fn putter(clauses: &Clauses, first: usize) -> Option<usize> {
    let puts = |p: &&Predication| PUTTING.contains(&p.predicate.as_str()) && p.head < first && !p.negated;
    let who = clauses.predications.iter().rfind(puts)?.participant(Role::Agent)?;
    clauses.chain(who).map(|_| who)
}

/// How real it is: what is still to be paid is as good as paid, what is only planned is not.
fn mood(clauses: &Clauses, predication: Option<&Predication>) -> Mood {
    let words = clauses.place.words.iter();
    if words.into_iter().any(|word| slot::PLANS.contains(&word.lemma.as_str())) {
        return Mood::Planned;
    }
    match predication {
        Some(p) if p.mood == Mood::Possible => Mood::Possible,
        _ => Mood::Real,
    }
}
