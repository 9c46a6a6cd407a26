//! Reasons that a word in front of them marks: "because", "out of", "in protest at", "as a precaution", "to".

use super::Found;
use crate::{
    facts::claim::{Mood, circumstance::is, clause::Clauses, predication::Predication},
    language::{
        lexicon::{self, Pos, Stance},
        model::{Relation, Upos},
    },
};

pub fn reasons(clauses: &Clauses, found: &mut Vec<Found>) {
    because(clauses, found);
    because_of(clauses, found);
    because_of_object(clauses, found);
    owing_to(clauses, found);
    phrases(clauses, found);
}

/// "She was dismissed because …".
fn because(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for reason in clauses.predications {
        let mark = parse.children(reason.head).find(|&c| c < reason.head && marks(clauses, c, reason));
        let Some(mark) = mark else { continue };
        let explained = parse.head(reason.head).and_then(|h| clauses.predications.iter().find(|p| p.head == h));
        if let Some(explained) = explained.map(|explained| told_by(clauses, explained, mark)) {
            let words = parse.subtree(reason.head);
            found.push(of(clauses, explained, mark, words.end - 1, false));
        }
    }
}

/// What is explained: of "she is going, her letter says, because …", and of "wrote that she was going because …", that she goes.
pub(super) fn told_by<'a>(clauses: &Clauses<'a>, explained: &'a Predication, mark: usize) -> &'a Predication {
    let parse = &clauses.sentence().parse;
    if !matches!(lexicon::stances(&explained.predicate).first(), Some(Stance::Asserts | Stance::Claims)) {
        return explained;
    }
    let head = explained.head;
    let is_apart = mark > head + 1 && is(clauses, mark - 1, &[","]);
    let told = |p: &&Predication| {
        let said = parse.head(p.head) == Some(head);
        let hangs = matches!(parse.node(head).relation, Relation::Parataxis | Relation::Xcomp);
        let before = is_apart && p.head < head && (said || hangs && parse.head(head) == Some(p.head));
        let within =
            !is_apart && said && (head..mark).contains(&p.head) && parse.node(p.head).relation == Relation::Ccomp;
        before || within
    };
    clauses.predications.iter().find(told).unwrap_or(explained)
}

/// "Because"; "as" and "since" where what follows cannot be a time: "as no tickets were sold", "since she could not sign it".
fn marks(clauses: &Clauses, i: usize, reason: &Predication) -> bool {
    let unable = || reason.negated && reason.mood == Mood::Possible;
    is(clauses, i, &["because"]) || is(clauses, i, &["as", "since"]) && (is(clauses, i + 1, &["no", "too"]) || unable())
}

/// "Resigned because of ill health", "fired over the leak".
fn because_of(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    for explained in clauses.predications {
        for c in
            parse.children(explained.head).filter(|&c| c > explained.head && parse.node(c).relation == Relation::Obl)
        {
            let Some(case) = parse.child(c, Relation::Case) else { continue };
            let gives = match sentence.lower(case).as_str() {
                "because" | "due" | "owing" => true,
                "over" => {
                    DISPUTING.contains(&explained.predicate.as_str())
                        || lexicon::same_outcome(&explained.predicate, Pos::Verb, "resign", Pos::Verb)
                        || lexicon::same_outcome(&explained.predicate, Pos::Verb, "fire", Pos::Verb)
                }
                // "Had to go as no teacher could be found": parsers take the clause for a noun.
                "as" | "since" => parse.child(c, Relation::Det).is_some_and(|det| is(clauses, det, &["no"])),
                _ => false,
            };
            if gives {
                let mut reason = of(clauses, explained, case, parse.subtree(c).end - 1, false);
                // It is not the deed that "no" denies.
                reason.event.negated &= !is(clauses, case, &["as", "since"]);
                found.push(reason);
            }
        }
    }
}

/// "Halted the count because of the wind", where the parser hangs the wind on the count.
fn because_of_object(clauses: &Clauses, found: &mut Vec<Found>) {
    let parse = &clauses.sentence().parse;
    for case in (1..clauses.sentence().tokens.len()).filter(|&i| is(clauses, i, &["because"])) {
        let Some(noun) = parse.head(case).filter(|&c| c > case && parse.node(c).relation == Relation::Nmod) else {
            continue;
        };
        let told = |i: usize| clauses.predications.iter().find(|p| p.head == i && p.head < case);
        let explained = parse.path(noun).skip(1).find_map(told);
        if let Some(explained) = explained.filter(|_| is(clauses, case + 1, &["of"])) {
            found.push(of(clauses, explained, case, parse.subtree(noun).end - 1, false));
        }
    }
}

/// "Postponed the game owing to fog", where parsers take "owing" for a verb.
fn owing_to(clauses: &Clauses, found: &mut Vec<Found>) {
    let parse = &clauses.sentence().parse;
    for owing in
        (1..clauses.sentence().tokens.len()).filter(|&i| is(clauses, i, &["owing"]) && is(clauses, i + 1, &["to"]))
    {
        let verb = parse.path(owing).skip(1).find_map(|i| clauses.predications.iter().find(|p| p.head == i));
        let noun = parse.children(owing).find(|&c| c > owing + 1 && parse.node(c).relation == Relation::Obl);
        if let Some((explained, noun)) = verb.filter(|p| p.head < owing).zip(noun) {
            found.push(of(clauses, explained, owing, parse.subtree(noun).end - 1, false));
        }
    }
}

/// Verbs of quarrel and of what is done in one, which are "over" something.
const DISPUTING: &[&str] = &[
    "arrest",
    "ban",
    "boycott",
    "clash",
    "criticise",
    "criticize",
    "discipline",
    "down tools",
    "expel",
    "fall out",
    "fine",
    "go on strike",
    "jail",
    "march",
    "picket",
    "protest",
    "quarrel",
    "row",
    "split",
    "stage a walkout",
    "stop work",
    "strike",
    "sue",
    "suspend",
    "walk off the job",
    "walk out",
];

/// Words for what moves somebody, before "by", "at", "with" and the like; in order.
const MOVED: &[&str] = &[
    "alarmed",
    "angered",
    "angry",
    "appalled",
    "disgusted",
    "disillusioned",
    "dismayed",
    "dissatisfied",
    "driven",
    "embarrassed",
    "encouraged",
    "enraged",
    "exasperated",
    "frustrated",
    "furious",
    "incensed",
    "infuriated",
    "inspired",
    "lured",
    "motivated",
    "moved",
    "outraged",
    "prompted",
    "provoked",
    "shocked",
    "sick",
    "sparked",
    "spurred",
    "stung",
    "tempted",
    "tired",
    "triggered",
    "unhappy",
    "unnerved",
    "upset",
    "weary",
    "worried",
];
/// What stands between them and the reason.
const BY: &[&str] = &["about", "at", "by", "of", "over", "with"];

/// Phrases in front of a reason.
const FRONT: &[&[&str]] = &[
    &["in", "exchange", "for"],
    &["in", "return", "for"],
    &["on", "account", "of"],
    &["for", "fear", "of"],
    &["for", "lack", "of"],
    &["for", "want", "of"],
    &["for", "the", "sake", "of"],
    &["as", "a", "result", "of"],
    &["in", "view", "of"],
    &["in", "light", "of"],
    &["thanks", "to"],
    &["citing"],
    &["blaming"],
];

/// The words that these phrases, and those with "out of", begin with: few sentences have one, and all are read at every edit.
const OPENERS: &[&str] = &["as", "blaming", "citing", "for", "in", "on", "out", "thanks"];

/// Nouns behind "as a" and "in" that say why something is done.
const AS: &[&str] = &[
    "favor",
    "favour",
    "gesture",
    "precaution",
    "protest",
    "punishment",
    "reprisal",
    "response",
    "reward",
    "tribute",
    "warning",
];
/// Nouns behind "out of", beside those for feelings.
const OUT_OF: &[&str] = &["duty", "habit", "loyalty", "necessity", "principle", "respect", "revenge", "spite"];
const IN: &[&str] = &["despair", "disgust", "protest", "response", "retaliation", "revenge", "solidarity", "sympathy"];

/// "Out of spite", "as a precaution", "in protest at the cuts", "for family reasons", "on health grounds".
fn phrases(clauses: &Clauses, found: &mut Vec<Found>) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let moved = |i: usize| MOVED.binary_search(&sentence.lower(i).as_str()).is_ok() && is(clauses, i + 1, BY);
    let opens = |i: &usize| *i > 0 && is(clauses, *i, OPENERS) || moved(*i);
    for i in (0..sentence.tokens.len().saturating_sub(1)).filter(opens) {
        let noun = |i: usize| clauses.noun(i);
        // "Is angry about it" tells how somebody feels, "was driven by her brother" what happened.
        let told = clauses.predications.iter().any(|p| p.head == i)
            && !matches!(
                parse.node(i).relation,
                Relation::Acl | Relation::Advcl | Relation::Amod | Relation::Appos | Relation::Case
            );
        let feeling = |i: usize| {
            let kinds = ["feeling", "emotion", "attitude", "concern"];
            parse.node(i).upos == Upos::Noun
                && kinds.iter().any(|kind| lexicon::is_kind_of(&noun(i), kind, Pos::Noun, 3))
        };
        let next = |listed: &dyn Fn(usize) -> bool| (i + 1..sentence.tokens.len().min(i + 4)).find(|&j| listed(j));
        let front = FRONT.iter().find(|words| words.iter().zip(i..).all(|(word, at)| is(clauses, at, &[word])));
        let front = front.map(|words| words.len()).or(moved(i).then_some(2));
        let head = if let Some(words) = front {
            let behind = i + words;
            let noun =
                (behind..sentence.tokens.len()).find(|&j| matches!(parse.node(j).upos, Upos::Noun | Upos::Propn));
            noun.map(|j| parse.path(j).take_while(|&above| above >= behind).last().unwrap_or(j))
        } else if is(clauses, i, &["out"]) && is(clauses, i + 1, &["of"]) {
            next(&|j| feeling(j) || OUT_OF.contains(&noun(j).as_str()))
        } else if is(clauses, i, &["as"]) && is(clauses, i + 1, &["a", "an"]) {
            next(&|j| AS.contains(&noun(j).as_str()))
        } else if is(clauses, i, &["in"]) {
            Some(i + 1).filter(|&j| IN.contains(&noun(j).as_str()))
        } else if is(clauses, i, &["for", "on"]) {
            let grounds = |j: usize| j > i + 1 && is(clauses, j, &["reasons", "grounds"]);
            let gain = |j: usize| is(clauses, i, &["for"]) && is(clauses, j, &["cash", "love", "money", "revenge"]);
            next(&|j| grounds(j) || gain(j))
        } else {
            None
        };
        let Some(head) = head else { continue };
        let explained = clauses.predications.iter().rfind(|p| p.head < i && parse.path(i).any(|above| above == p.head));
        let explained = explained.or_else(|| clauses.predications.iter().rfind(|p| p.head < i));
        // "Angered by the cuts, she resigned".
        let behind = |p: &&Predication| p.head > head && parse.path(i).skip(1).any(|above| above == p.head);
        let explained = explained.or_else(|| clauses.predications.iter().find(behind));
        if let Some(explained) = explained.filter(|_| !told) {
            found.push(of(clauses, explained, i, parse.subtree(head).end.max(head + 1) - 1, false));
        }
    }
}

pub(super) fn of(clauses: &Clauses, explained: &Predication, first: usize, last: usize, purpose: bool) -> Found {
    // What stands behind a colon, semicolon or a comma with "and" is told on its own.
    let end = (first + 1..=last)
        .find(|&i| is(clauses, i, &[";", ":"]) || is(clauses, i, &[","]) && is(clauses, i + 1, &["and", "but"]));
    let last = end.map_or(last, |end| end - 1);
    Found { event: clauses.event(explained), first, last, purpose, denied: false }
}
