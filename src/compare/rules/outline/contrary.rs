//! Contrary accounts in whatever grammar: two sentences name the same people and tell so much alike that they must be of one matter,
//! and one tells the opposite outcome, or says that there was none of what the other tells of: "met the bank three times" and "held
//! no meetings with the bank".

use super::{
    Denier, Finding, Likeness, Pair, Story, Told, clash, done_by_others,
    opposed::{Opposition, are_real, is_quoted, named, opposition, tells, told_alone, word},
    side::Side,
    weigh,
};
use crate::{
    compare::{
        ChainRef, DifferenceKind,
        gate::lie_apart,
        occasion,
        rules::{
            denial::{may_be_so_since, says_until},
            transferred,
        },
        set_apart::{are_set_apart, tells_of_several},
    },
    facts::{Anchor, Landmark, Outline, Role, Word, date::ResolvedTime},
    language::{
        Sentence,
        lexicon::{self, Pos},
        model::Relation,
    },
    text::Span,
};

/// How much two sentences must share beside what they tell in opposed ways, in tenths of what a word tells that is rare everywhere.
const MATTER: u32 = 40;

/// The same where neither names anybody.
const UNNAMED: u32 = 60;

/// Compares what two sentences of one cast tell.
pub fn compare(story: &Story, a: Told, b: Told, of: (&Outline, &Outline), shared: &[Pair]) -> Option<Finding> {
    let (weight, marks) = weigh(shared);
    let enough = match cast(story, a, b) {
        Cast::One => MATTER,
        Cast::Nobody => UNNAMED,
        Cast::Others => return None,
    };
    if weight < enough || marks < 3 || !are_of_one_time(of.0, of.1) {
        return None;
    }
    let (x, y) = (Side::of(story, a, of.0)?, Side::of(story, b, of.1)?);
    let unclear = |side: &Side| tells_of_several(&side.place.sentence) || says_until(&side.place.sentence);
    if unclear(&x) || unclear(&y) {
        return None;
    }
    let Opposition { kind, one, other, why } = none_of_it(&x, &y, shared).or_else(|| outcomes(&x, &y, shared))?;
    let turned = if one.negated == Some(true) { (a, b) } else { (b, a) };
    if one.negated != other.negated && may_be_so_since(story, turned) {
        return None;
    }
    let beside: Vec<Pair> = shared.iter().filter(|p| p.one.at != one.at && p.other.at != other.at).copied().collect();
    let quoted = is_quoted(story, a, one) && is_quoted(story, b, other);
    if weigh(&beside).0 < enough
        || is_partly(&x, one)
        || is_partly(&y, other)
        || quoted
        || speakers_differ(story, (a, one), (b, other))
        || tell_of_others((&x, one), (&y, other), shared)
        || clash(of.0, of.1)
        || done_by_others(story, a, b, shared)
        || are_set_apart(story, a, b)
    {
        return None;
    }
    let denies = (kind == DifferenceKind::Polarity).then(|| denier(story, (a, one), (b, other))).flatten();
    let at = |anchor: &Anchor, side: fn(&Pair) -> Span| {
        let near = beside.iter().filter(|p| p.one.clauses & one.clauses != 0 && p.other.clauses & other.clauses != 0);
        near.map(side).fold(anchor.at, Span::cover)
    };
    Some(Finding::Opposed {
        first: at(one, |p| p.one.at),
        second: at(other, |p| p.other.at),
        likeness: Likeness { weight, enough: false, opposed: true },
        kind: if denies.is_some() { DifferenceKind::Denial } else { kind },
        denies,
        why: vec![format!("both tell of {}", named(shared)), why],
    })
}

/// Whom two sentences name.
enum Cast {
    /// The same people and things; one may leave some out.
    One,
    Nobody,
    Others,
}

fn cast(story: &Story, a: Told, b: Told) -> Cast {
    let (mine, theirs) = (occasion::cast(story, a), occasion::cast(story, b));
    match mine.is_subset(&theirs) || theirs.is_subset(&mine) {
        true if mine.is_empty() && theirs.is_empty() => Cast::Nobody,
        true if !mine.is_disjoint(&theirs) => Cast::One,
        _ => Cast::Others,
    }
}

/// Whether both sentences have no time, or a time of the one may be one of the other.
fn are_of_one_time(x: &Outline, y: &Outline) -> bool {
    let times = |outline: &Outline| -> Vec<ResolvedTime> {
        let time = |anchor: &Anchor| match &anchor.what {
            // "At night" is any night.
            Landmark::Time(time) if is_dated(time) => Some(time.clone()),
            _ => None,
        };
        outline.anchors.iter().filter_map(time).collect()
    };
    let (mine, theirs) = (times(x), times(y));
    match (mine.is_empty(), theirs.is_empty()) {
        (true, true) => true,
        (false, false) => mine.iter().all(|t| theirs.iter().any(|u| !lie_apart(t, u))),
        _ => false,
    }
}

fn is_dated(time: &ResolvedTime) -> bool {
    let parts = time.parts();
    let dated = parts.day.is_some() || parts.weekday.is_some() || parts.month.is_some() || parts.year.is_some();
    dated || time.expression.clock.is_some()
}

/// Whether what an anchor tells is so in part, once more, or before something else was.
fn is_partly(side: &Side, anchor: &Anchor) -> bool {
    const PARTLY: &[&str] = &[
        "again",
        "earlier",
        "first",
        "formerly",
        "fully",
        "initially",
        "longer",
        "once",
        "originally",
        "partly",
        "previously",
        "still",
        "until",
        "yet",
    ];
    let sentence = &side.place.sentence;
    let at = word(anchor).map(|word| word.token as usize);
    let until = |c: usize| sentence.parse.children(c).any(|d| sentence.is_any(d, &["till", "until"]));
    word(anchor).is_some_and(|word| side.is_partial(word))
        || at.is_some_and(|at| sentence.parse.children(at).any(|c| sentence.is_any(c, PARTLY) || until(c)))
}

/// A deed that both tell of, as done in one, and of which the other says that there was none.
fn none_of_it<'a>(x: &Side<'a>, y: &Side<'a>, shared: &[Pair<'a>]) -> Option<Opposition<'a>> {
    shared.iter().find_map(|p| {
        let (v, w) = (word(p.one)?, word(p.other)?);
        let none = |side: &Side, word: &Word, anchor: &Anchor| anchor.negated == Some(true) && is_none(side, word);
        let told = |side: &Side, word: &Word, anchor: &Anchor| anchor.negated == Some(false) && is_told(side, word);
        let flips = none(x, v, p.one) && told(y, w, p.other) || told(x, v, p.one) && none(y, w, p.other);
        let both = || x.tells_both(v) || y.tells_both(w);
        // What is said or thought in one is not what is said or thought in the other.
        let thought = v.pos == Pos::Verb && !lexicon::stances(&v.lemma).is_empty();
        let plain = !thought && !p.one.denied && !p.other.denied && are_real(p.one, p.other);
        (flips && plain && !both()).then(|| Opposition {
            kind: DifferenceKind::Polarity,
            one: p.one,
            other: p.other,
            why: format!("one tells of “{}”, the other says that there was none", v.lemma),
        })
    })
}

/// Whether a sentence says that there was none of a deed: the predicate itself is negated, or its noun bears "no".
fn is_none(side: &Side, word: &Word) -> bool {
    let sentence = &side.place.sentence;
    let at = word.token as usize;
    match word.pos {
        Pos::Verb => side.place.predications.iter().any(|p| p.head == at && p.negated),
        // "Had no proper roof" had one.
        Pos::Noun => {
            let relation = |c: usize| sentence.parse.node(c).relation;
            let kind = |c: usize| matches!(relation(c), Relation::Amod | Relation::Compound | Relation::Acl);
            let of_a_kind = || sentence.parse.children(at).any(|c| c < at && kind(c));
            is_deed(word) && (bears_no(sentence, at) || is_missed(side, at)) && !of_a_kind()
        }
        _ => false,
    }
}

/// Whether a noun is what somebody did not get, give or do: "failed to win confirmation".
fn is_missed(side: &Side, noun: usize) -> bool {
    const LIGHT: &[&str] = &[
        "carry out",
        "conduct",
        "earn",
        "gain",
        "get",
        "give",
        "grant",
        "have",
        "hold",
        "issue",
        "make",
        "obtain",
        "offer",
        "reach",
        "receive",
        "secure",
        "send",
        "take",
        "win",
    ];
    let light = |predicate: &str| LIGHT.contains(&predicate);
    let mut predications = side.place.predications.iter();
    predications.any(|p| p.negated && light(&p.predicate) && p.participant(Role::Patient) == Some(noun))
}

fn bears_no(sentence: &Sentence, noun: usize) -> bool {
    let parse = &sentence.parse;
    parse.children(noun).any(|c| parse.node(c).relation == Relation::Det && sentence.is_any(c, &["no", "any"]))
}

/// Whether a sentence says that a deed was done: what somebody asks for or waits for need not be.
fn is_told(side: &Side, word: &Word) -> bool {
    const OPEN: &[&str] = &[
        "ask", "await", "beg", "call", "demand", "deny", "discuss", "expect", "fear", "hope", "need", "offer",
        "oppose", "plan", "propose", "refuse", "reject", "request", "require", "rule", "seek", "urge", "want",
    ];
    let sentence = &side.place.sentence;
    let verb = |i: usize| lexicon::lemma(&sentence.lower(i), Pos::Verb);
    let open = |i: usize| verb(i).is_some_and(|verb| OPEN.contains(&verb.as_str()));
    let at = word.token as usize;
    let denied = |i: usize| side.place.predications.iter().any(|p| p.head == i && p.negated);
    let lacking = |i: usize| sentence.is_any(i, &["absence", "dearth", "lack"]);
    let above = || sentence.parse.path(at).filter(|&i| i != at).take(2).any(|i| open(i) || denied(i) || lacking(i));
    match word.pos {
        Pos::Verb | Pos::Adjective => !above(),
        Pos::Noun => is_deed(word) && !above(),
        _ => false,
    }
}

/// Whether a noun is for something done.
fn is_deed(word: &Word) -> bool {
    !lexicon::deeds(&word.lemma, word.pos).is_empty()
}

/// Words of two sentences for opposed outcomes.
fn outcomes<'a>(x: &Side<'a>, y: &Side<'a>, shared: &[Pair]) -> Option<Opposition<'a>> {
    let (mine, theirs) = told_alone(x, y, shared);
    mine.iter().filter(|(one, _)| one.heads).find_map(|(one, v)| {
        let real = theirs.iter().filter(|(other, _)| other.heads && are_real(one, other));
        let (other, w, kind) = real.filter_map(|(other, w)| Some((other, w, opposition(v, w)?))).next()?;
        // What one buys the other sells.
        let turned = transferred(&v.lemma).is_some() && transferred(&w.lemma).is_some();
        let own = |side: &Side, word: &Word| {
            let at = word.token as usize;
            let apart = at > 0 && side.place.sentence.word(at - 1) == ",";
            word.pos != Pos::Verb || apart || side.is_finite(at)
        };
        let turned = turned || x.moves_person(v) || y.moves_person(w);
        let apart = !turned && own(x, v) && own(y, w) && !tells(x, w) && !tells(y, v);
        let why = || format!("“{}” and “{}” exclude each other", v.lemma, w.lemma);
        apart.then(|| Opposition { kind, one, other, why: why() })
    })
}

/// Whether each sentence tells the deed of something that the other does not speak of: "promised the guests" and "gave the staff no
/// promise".
fn tell_of_others<'p>((x, one): (&Side, &Anchor), (y, other): (&Side, &Anchor), shared: &[Pair<'p>]) -> bool {
    /// In tenths.
    const TELLING: u32 = 11;
    let left = |side: &Side, polar: &Anchor, of: fn(&Pair<'p>) -> &'p Anchor| {
        // Of what it is told always tells: "rents rose" and "wages fell".
        let told = word(polar).and_then(|w| side.place.predications.iter().find(|p| p.head == w.token as usize));
        let plays = |w: &Word| told.is_some_and(|p| p.participant(Role::Agent) == Some(w.token as usize));
        // "The Orrin mill" is one, "rents in Orrin" are some.
        let parse = &side.place.sentence.parse;
        let inside = |w: &Word| parse.children(w.token as usize).any(|c| parse.node(c).relation == Relation::Nmod);
        let named = |phrase: u32| shared.iter().any(|p| p.is_name() && of(p).phrase == phrase);
        let tells = |anchor: &Anchor, w: &Word| match plays(w) {
            true => inside(w) || !named(anchor.phrase),
            false => anchor.weight >= TELLING && !named(anchor.phrase),
        };
        let is_left = |anchor: &&Anchor| {
            anchor.at != polar.at
                && anchor.clauses & polar.clauses != 0
                && word(anchor).is_some_and(|w| w.pos == Pos::Noun && tells(anchor, w))
                && !shared.iter().any(|p| of(p).at == anchor.at)
        };
        side.outline.anchors.iter().any(|anchor| is_left(&anchor))
    };
    left(x, one, |p| p.one) && left(y, other, |p| p.other)
}

/// Which side says that it was not so, where somebody known says it.
fn denier(story: &Story, (a, one): (Told, &Anchor), (b, other): (Told, &Anchor)) -> Option<Denier> {
    let said = |told: Told, anchor: &Anchor| anchor.negated == Some(true) && speaker(story, told, anchor).is_some();
    match (said(a, one), said(b, other)) {
        (true, false) => Some(Denier::First),
        (false, true) => Some(Denier::Second),
        _ => None,
    }
}

/// Who is known and says what an anchor is part of.
fn speaker(story: &Story, told: Told, anchor: &Anchor) -> Option<ChainRef> {
    let at = anchor.at.shift(told.claim.span.start as usize);
    let around = told.sentence_claims(story).iter().filter(|claim| claim.span.contains(at));
    let chain = around.filter_map(|claim| claim.attribution.as_ref()?.chain).next()?;
    Some(ChainRef { article: told.article, chain })
}

/// Whether two who are known by name say what the two anchors are part of: each may have a view.
fn speakers_differ(story: &Story, (a, one): (Told, &Anchor), (b, other): (Told, &Anchor)) -> bool {
    let who = |told: Told, anchor: &Anchor| speaker(story, told, anchor).and_then(|by| story.entity_of(by));
    who(a, one).zip(who(b, other)).is_some_and(|(x, y)| x != y)
}
