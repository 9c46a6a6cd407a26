//! The claims of an article, sentence by sentence.

use std::ops::Range;

use rayon::prelude::*;

use super::{
    Attribution, Claim, Content, age,
    article::{Article, Known},
    attribute, bearing, called,
    clause::Clauses,
    contact, denial, doing, doubt, figure, gist, holding, initiative, initiator,
    kept::Kept,
    kin, manner, moment, office, outline, post, presence, quantity, reason, rebuttal, site, slot, statement, summons,
    surety, topic, trend, utterance, when,
};
use crate::{
    facts::{Facts, Quotation, QuotationKind, date::is_stamp, model::around},
    syntax::Prose,
    text::Span,
};

/// How many sentences back "that way" may point.
pub const REACH: usize = 3;

/// So many sentences are read on one core; fewer are not worth handing to another.
const TOGETHER: usize = 16;

/// The claims of an article, in the order of its sentences. Those of `previous` stand wherever nothing that they are read from has
/// changed.
pub fn claims(prose: &Prose, known: Known, previous: Option<&Facts>) -> Vec<Claim> {
    let article = Article::new(known);
    let kept = previous.map(|previous| Kept::new(&article, previous));
    let (mut found, mut anew) = (Vec::new(), Vec::<Range<usize>>::new());
    for number in (0..known.sentences.len()).filter(|&number| !known.sentences[number].note) {
        let before: Vec<usize> = before(known, number).collect();
        match kept.as_ref().and_then(|kept| kept.claims(number, &before)) {
            Some(claims) => found.extend(claims),
            None => match anew.last_mut() {
                Some(stretch) if stretch.end == number && stretch.len() < TOGETHER => stretch.end += 1,
                _ => anew.push(number..number + 1),
            },
        }
    }
    let read: Vec<Vec<Claim>> = anew.into_par_iter().map(|stretch| read_stretch(&article, prose, stretch)).collect();
    found.extend(read.into_iter().flatten());
    called::claims(known.chains, known.mentions, &mut found);
    found.sort_by_key(|claim| claim.sentence);
    found
}

/// The sentences that are read beside one, from the nearest on.
fn before(known: Known, number: usize) -> impl Iterator<Item = usize> {
    (0..number).rev().filter(move |&before| !known.sentences[before].note).take(REACH)
}

/// The claims of a stretch of sentences.
fn read_stretch(article: &Article, prose: &Prose, numbers: Range<usize>) -> Vec<Claim> {
    let clauses = |number: usize| {
        let place = &article.known.sentences[number];
        Clauses::new(place, prose, article.mentions_in(number), article.dates_in(number))
    };
    let mut beside: Vec<Clauses> = before(article.known, numbers.start).map(clauses).collect();
    beside.reverse();
    let mut found = Vec::new();
    for number in numbers {
        let clauses = clauses(number);
        read(article, &clauses, &beside, number, &mut found);
        if beside.len() == REACH {
            beside.remove(0);
        }
        beside.push(clauses);
    }
    found
}

/// The claims of one sentence. `before` are the sentences before it.
fn read(article: &Article, clauses: &Clauses, before: &[Clauses], number: usize, found: &mut Vec<Claim>) {
    if is_stamp(clauses.sentence()) {
        return;
    }
    let Known { chains, quotations, .. } = article.known;
    let (here, first) = (article.mentions_in(number), found.len());
    let (brief, at) = (article.brief, number as u32);
    quantity::claims(clauses, at, found);
    figure::claims(clauses, before, at, found);
    holding::claims(clauses, at, found);
    when::claims(clauses, before, at, found);
    moment::claims(clauses, before, at, found);
    site::claims(clauses, before, at, found);
    bearing::claims(clauses, before, at, found);
    trend::claims(clauses, before, at, found);
    age::claims(clauses, before, chains, at, found);
    statement::claims(clauses, at, found);
    denial::claims(clauses, before, at, found);
    doubt::claims(clauses, at, found);
    surety::claims(clauses, before, here, chains, quotations, at, found);
    reason::claims(clauses, before, at, found);
    initiative::claims(clauses, at, found);
    initiator::claims(clauses, before, at, found);
    doing::claims(clauses, before, at, found);
    contact::claims(clauses, before, at, found);
    summons::claims(clauses, before, at, found);
    presence::claims(clauses, before, at, found);
    office::claims(clauses, here, at, found);
    post::claims(clauses, here, chains, at, found);
    kin::claims(clauses, here, chains, at, found);
    manner::claims(clauses, before, at, found);
    let told = utterance::Around { before, mentions: here, chains, quotations };
    utterance::claims(clauses, at, &told, found);
    // What a text is about stands in its headline and its first sentence.
    let tells = article.is_topic(number);
    let unnamed = brief && topic::is_unnamed(clauses, &article.named);
    if tells {
        gist::claims(clauses, brief, unnamed, at, found);
    }
    attribute::claims(clauses, brief, &article.named, at, found);
    rebuttal::claims(clauses, tells, brief, unnamed, at, found);
    if let Some((outline, tells)) = outline::claim(clauses, chains, &article.often, at) {
        slot::claims(clauses, &outline, tells > 1, found);
        // One thing makes no sentence like another.
        if tells > 1 {
            found.push(outline);
        }
    }
    for claim in &mut found[first..] {
        // Who is quoted where no reporting clause says so is known already.
        claim.attribution = claim.attribution.take().or_else(|| attribution(claim, quotations));
    }
}

/// Who says so: the speaker of the narrowest quotation that the claim stands in, or whose words part its subject from its verb: "the
/// bridge, officials said, was closed".
fn attribution(claim: &Claim, quotations: &[Quotation]) -> Option<Attribution> {
    let told_whole = matches!(
        claim.content,
        Content::Statement | Content::Quantity { .. } | Content::Time(_) | Content::Moment(_) | Content::Initiator(_)
    );
    let parted = |q: &Quotation| {
        let (claim, said) = (claim.span, q.span);
        let aside = q.speaker.is_some_and(|by| claim.start < by.start && by.end <= said.start);
        told_whole && aside && said.start < claim.end && claim.end <= said.end
    };
    // What a claim is parted by stands behind its start.
    around(quotations, Span::new(claim.span.end as usize, claim.span.end as usize))
        .filter(|q| q.kind != QuotationKind::Phrase && (q.span.contains(claim.span) || parted(q)))
        .min_by_key(|q| q.span.len())
        .and_then(|q| Some(Attribution { span: q.speaker?, chain: q.chain }))
}
