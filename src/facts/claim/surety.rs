//! Claims of how sure somebody is of what a sentence tells: "has no doubt that", "could not say whether", "might".

use std::{ops::Range, sync::Arc};

use super::{
    Attribution, Claim, Content, Event, Part, Party, Word,
    clause::Clauses,
    degree::Cue,
    occasion::{described_by, quotations_in},
};
use crate::{
    facts::{Chain, ChainId, EntityKind, Mention, Quotation},
    language::{
        lexicon,
        model::{Relation, Upos, Xpos},
    },
};

/// How sure somebody is, and of what.
#[derive(Clone, Debug, PartialEq)]
pub struct Surety {
    pub degree: Degree,
    /// It is said outright, not by an adverb in passing, and with no question of its own: "has no doubt", "might be".
    pub outright: bool,
    /// What it is about: the words that say something, but for names.
    pub words: Arc<[Word]>,
    /// The words of names in it.
    pub names: Arc<[Word]>,
}

/// How sure somebody is of something.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Degree {
    /// Beyond doubt, as it is said.
    Stressed,
    /// It is told without a word about it.
    Plain,
    Unsure,
}

/// How many tokens a marked claim spans at most.
const WIDEST: usize = 24;

/// How sure who speaks in a sentence is of what it tells, where all of it says the same.
pub fn claims(
    clauses: &Clauses,
    before: &[Clauses],
    mentions: &[Mention],
    chains: &[Chain],
    quotations: &[Quotation],
    number: u32,
    found: &mut Vec<Claim>,
) {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    if sentence.text.trim_end().ends_with('?') || clauses.place.sureness.conditional {
        return;
    }
    let Some((holder, first)) = holder(clauses, chains, quotations) else { return };
    // Of "Pilot Ann Lee" the mention is the name alone.
    let mut named = mentions.iter().filter(|m| m.chain == holder);
    let beside = first.map(|first| clauses.span(first, first));
    let mention = beside.and_then(|first| named.clone().find(|m| m.span.contains(first))).or_else(|| named.next());
    // Who goes on speaking is named in the sentence before.
    let speaker = || quotations_in(quotations, clauses.place.span).find(|q| q.chain == Some(holder))?.speaker;
    let Some(by) = mention.map(|m| m.span).or_else(speaker) else { return };
    let said = |i: usize| quotations_in(quotations, clauses.span(i, i)).any(|q| q.chain == Some(holder));
    let Some(cues) = clauses.place.sureness.cues.as_deref() else { return };
    let degree = match cues.first() {
        Some(Cue { sure, .. }) if cues.iter().all(|cue| cue.sure == *sure) => {
            if *sure {
                Degree::Stressed
            } else {
                Degree::Unsure
            }
        }
        Some(_) => return,
        None if clauses.place.sureness.hedged => return,
        None => Degree::Plain,
    };
    // What the article itself says beside the words of the holder is its own: "Lee may have thought".
    let own = |i: usize| {
        let stance = parse.node(i).upos != Upos::Aux && parse.node(i).xpos != Xpos::Md;
        said(i) || stance && parse.path(i).any(|at| is_by(clauses, at, holder))
    };
    if !cues.iter().all(|cue| own(cue.token) || first.is_some_and(|first| is_opinion(clauses, first))) {
        return;
    }
    // "I cannot say what we will do": what stands before it is not what is asked.
    let from = cues.iter().map(|cue| cue.from).min().unwrap_or(0);
    let speaking = first.map(|first| parse.subtree(described_by(clauses, first))).unwrap_or_default();
    let about = |word: &&Word| {
        let i = word.token as usize;
        let cue = cues.iter().any(|cue| cue.token == i);
        let speech = parse.node(i).upos == Upos::Verb && !lexicon::stances(&sentence.lower(i)).is_empty();
        let told = !speech && !cue && i >= from;
        !speaking.contains(&i) && clauses.chain(i) != Some(holder) && told && (degree != Degree::Plain || said(i))
    };
    let about: Vec<Word> = clauses.place.words.iter().filter(about).cloned().collect();
    let is_name = |word: &Word| parse.node(word.token as usize).upos == Upos::Propn;
    let (names, words): (Vec<Word>, Vec<Word>) = about.into_iter().partition(is_name);
    let tokens = || names.iter().chain(&words).map(|w| w.token as usize).chain(cues.iter().map(|cue| cue.token));
    let (Some(from), Some(to)) = (tokens().min(), tokens().max()) else { return };
    // "Would certainly be", "said that it had certainly been", not "clearly".
    let foretells = |i: usize| {
        let verb = parse.head(i).into_iter().flat_map(|verb| parse.children(verb));
        let told = parse.head(i).is_some_and(|verb| parse.node(verb).relation == Relation::Ccomp);
        verb.into_iter().any(|c| sentence.is_any(c, &["will", "would", "wo", "shall"]))
            || told && sentence.is_any(i, &["certainly", "definitely", "undoubtedly", "unquestionably"])
    };
    let outright = |cue: &Cue| parse.node(cue.token).upos != Upos::Adv || foretells(cue.token);
    // "Had no idea who owned the field" asks something of its own.
    let asked = |i: usize| sentence.is_any(i, &["how", "what", "when", "where", "which", "who", "why"]);
    let asks = cues.iter().any(|cue| cue.from > 0 && (cue.token + 1..cue.token + 3).any(asked));
    let outright = !cues.is_empty() && !asks && cues.iter().all(outright);
    // "We are certain of that": of what the sentence before tells.
    let (words, names) = match before.last().filter(|_| says_no_more(clauses, cues, &speaking)) {
        Some(before) => words_of(before, holder),
        None => (words, names),
    };
    if words.is_empty() && (names.is_empty() || !outright) {
        return;
    }
    let party = Party { part: Part::Agent, noun: Default::default(), chain: Some(holder) };
    found.push(Claim {
        span: clauses.span(from, to.min(from + WIDEST)),
        sentence: number,
        event: Event { parties: vec![party], ..Event::of("hold", Default::default()) },
        content: Content::Surety(Surety { degree, outright, words: words.into(), names: names.into() }),
        attribution: Some(Attribution { span: by, chain: Some(holder) }),
        times: clauses.times.iter().map(|d| &d.time).filter(|t| t.expression.is_point()).cloned().collect(),
    });
}

/// Whether a sentence tells only that somebody is sure, or is not: "told reporters that there was no doubt".
fn says_no_more(clauses: &Clauses, cues: &[Cue], speaking: &Range<usize>) -> bool {
    let (sentence, parse) = (clauses.sentence(), &clauses.sentence().parse);
    let about = |i: usize| cues.iter().any(|cue| i > cue.token && parse.is_within(i, cue.token));
    let tells = |word: &Word| {
        let i = word.token as usize;
        let own = clauses.predications.iter().find(|p| p.head == i || p.participants.iter().any(|q| q.head == i));
        let speech = own.is_some_and(|p| !lexicon::stances(&sentence.lower(p.head)).is_empty());
        about(i) || !speech && !speaking.contains(&i) && !cues.iter().any(|cue| cue.token == i)
    };
    !cues.is_empty() && !clauses.place.words.iter().any(tells)
}

/// The words of a sentence that say something, and those of names, but of the holder's.
fn words_of(clauses: &Clauses, holder: ChainId) -> (Vec<Word>, Vec<Word>) {
    let (sentence, parse) = (clauses.sentence(), &clauses.sentence().parse);
    let speech = |i: usize| parse.node(i).upos == Upos::Verb && !lexicon::stances(&sentence.lower(i)).is_empty();
    let all = clauses.place.words.iter().filter(|word| {
        let i = word.token as usize;
        clauses.chain(i) != Some(holder) && !speech(i)
    });
    all.cloned().partition(|word| parse.node(word.token as usize).upos != Upos::Propn)
}

/// Whose view a sentence tells, and the token that names them, if one does: the speaker of its quotations, whose opinion it gives,
/// or who is the subject of its main clause.
fn holder(clauses: &Clauses, chains: &[Chain], quotations: &[Quotation]) -> Option<(ChainId, Option<usize>)> {
    let sentence = clauses.sentence();
    let parse = &sentence.parse;
    let person = |i: usize| {
        clauses.chain(i).filter(|chain| {
            let chain = &chains[chain.0 as usize];
            chain.kind == EntityKind::Person && !chain.identity.described
        })
    };
    let tokens = 0..sentence.tokens.len();
    let opinion = tokens.clone().find(|&i| person(i).is_some() && is_opinion(clauses, i));
    let mut speakers = quotations_in(quotations, clauses.place.span).filter_map(|q| q.speaker.and(q.chain));
    if let Some(chain) = speakers.next().filter(|_| opinion.is_none()) {
        let at = tokens.clone().find(|&i| person(i) == Some(chain));
        return speakers.all(|other| other == chain).then_some((chain, at));
    }
    let subject = || {
        let root = parse.root()?;
        parse.children(root).find(|&c| parse.node(c).relation == Relation::Nsubj && person(c).is_some())
    };
    let at = opinion.or_else(subject)?;
    Some((person(at)?, Some(at)))
}

/// Whether the name at token `i` is behind "in the opinion of".
fn is_opinion(clauses: &Clauses, i: usize) -> bool {
    const OPINIONS: &[&str] = &["account", "eyes", "judgement", "judgment", "opinion", "view", "words"];
    let sentence = clauses.sentence();
    let head = described_by(clauses, i);
    let of = sentence.parse.child(head, Relation::Case).is_some_and(|case| sentence.word(case) == "of");
    of && sentence.parse.head(head).is_some_and(|above| OPINIONS.contains(&sentence.word(above)))
}

/// Whether the predicate at token `at` has the holder as its subject.
fn is_by(clauses: &Clauses, at: usize, holder: ChainId) -> bool {
    let parse = &clauses.sentence().parse;
    parse.children(at).any(|c| parse.node(c).relation.is_subject() && clauses.chain(c) == Some(holder))
}
