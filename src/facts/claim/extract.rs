//! The claims of an article, sentence by sentence.

use super::{
    Attribution, Claim, Content, age, attribute, called, clause::Clauses, denial, doubt, gist, initiative, initiator,
    kin, manner, office, outline, post, presence, quantity, reason, rebuttal, slot, statement, surety, topic,
    utterance, when,
};
use crate::{
    facts::{Chain, DateMention, Mention, MentionKind, PlacedSentence, Quotation, QuotationKind, model::around},
    syntax::{BlockKind, Prose},
};

/// How many sentences back "that way" may point.
const REACH: usize = 3;

/// The claims of an article, in the order of its sentences. `dates` and `mentions` are those of all sentences, in order.
pub fn claims(
    prose: &Prose,
    sentences: &[PlacedSentence],
    mentions: &[Mention],
    chains: &[Chain],
    dates: &[DateMention],
    quotations: &[Quotation],
) -> Vec<Claim> {
    let mut found = Vec::new();
    let (mut date, mut mention) = (0, 0);
    let mut before: Vec<Clauses> = Vec::new();
    let (brief, mut opening) = (topic::is_brief(prose, sentences), true);
    let named = mentions.iter().filter(|m| m.kind == MentionKind::Name).map(|m| m.chain).collect();
    let often = outline::Frequencies::of(sentences, mentions);
    for (number, place) in sentences.iter().enumerate() {
        let last = date + dates[date..].iter().take_while(|d| d.sentence as usize == number).count();
        let after = mention + mentions[mention..].iter().take_while(|m| m.sentence as usize == number).count();
        let here = &mentions[mention..after];
        let clauses = Clauses::new(place, prose, here, &dates[date..last]);
        (date, mention) = (last, after);
        // A source note speaks about the draft, it is no account of its own.
        if matches!(prose.blocks[place.block as usize].kind, BlockKind::FootnoteDefinition(_)) {
            continue;
        }
        let first = found.len();
        quantity::claims(&clauses, number as u32, &mut found);
        when::claims(&clauses, number as u32, &mut found);
        age::claims(&clauses, number as u32, &mut found);
        statement::claims(&clauses, number as u32, &mut found);
        denial::claims(&clauses, &before, number as u32, &mut found);
        doubt::claims(&clauses, number as u32, &mut found);
        surety::claims(&clauses, here, chains, quotations, number as u32, &mut found);
        reason::claims(&clauses, &before, number as u32, &mut found);
        initiative::claims(&clauses, number as u32, &mut found);
        initiator::claims(&clauses, number as u32, &mut found);
        presence::claims(&clauses, &before, number as u32, &mut found);
        office::claims(&clauses, here, number as u32, &mut found);
        post::claims(&clauses, here, chains, number as u32, &mut found);
        kin::claims(&clauses, here, chains, number as u32, &mut found);
        manner::claims(&clauses, &before, number as u32, &mut found);
        let told = utterance::Around { before: before.last(), mentions: here, chains, quotations };
        utterance::claims(&clauses, number as u32, &told, &mut found);
        // What a text is about stands in its headline and its first sentence.
        let tells = brief || place.heading || opening;
        let unnamed = brief && topic::is_unnamed(&clauses, &named);
        if tells {
            gist::claims(&clauses, brief, unnamed, number as u32, &mut found);
        }
        attribute::claims(&clauses, brief, &named, number as u32, &mut found);
        rebuttal::claims(&clauses, tells, brief, unnamed, number as u32, &mut found);
        outline::claims(&clauses, chains, &often, number as u32, &mut found);
        if let Some(outline) = found.last().filter(|claim| matches!(claim.content, Content::Outline(_))).cloned() {
            slot::claims(&clauses, &outline, &mut found);
        }
        opening &= place.heading;
        for claim in &mut found[first..] {
            // Who is quoted where no reporting clause says so is known already.
            claim.attribution = claim.attribution.take().or_else(|| attribution(claim, quotations));
        }
        if before.len() == REACH {
            before.remove(0);
        }
        before.push(clauses);
    }
    called::claims(chains, mentions, &mut found);
    found.sort_by_key(|claim| claim.sentence);
    found
}

/// Who says so: the speaker of the narrowest quotation that the claim stands in.
fn attribution(claim: &Claim, quotations: &[Quotation]) -> Option<Attribution> {
    around(quotations, claim.span)
        .filter(|q| q.kind != QuotationKind::Phrase && q.span.contains(claim.span))
        .min_by_key(|q| q.span.len())
        .and_then(|q| Some(Attribution { span: q.speaker?, chain: q.chain }))
}
