//! What is quoted word for word, sentence by sentence, so that the same words can be found in another article.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{Claim, Content, Event, clause::Clauses};
use crate::{
    facts::{Quotation, QuotationKind, name::fold},
    language::{TokenKind, lexicon},
};

/// Stands for words that an article leaves out.
pub const LEFT_OUT: &str = "…";

/// Fewer words are no utterance that can be told from others.
const SHORTEST: usize = 4;

/// The words in quotation marks of a sentence, one claim for each stretch. `quotations` are all of the article, in order.
pub fn claims(clauses: &Clauses, number: u32, quotations: &[Quotation], found: &mut Vec<Claim>) {
    let sentence = clauses.place.span;
    let first = quotations.partition_point(|q| q.span.end <= sentence.start);
    for quotation in quotations[first..].iter().take_while(|q| q.span.start < sentence.end) {
        if quotation.kind == QuotationKind::Phrase {
            continue;
        }
        for stretch in quotation.quoted.iter().filter(|s| s.start < sentence.end && sentence.start < s.end) {
            let mut words = Vec::new();
            // "These (local) judges": what stands in brackets is the reporter's.
            let mut bracketed = false;
            for (i, token) in clauses.sentence().tokens.iter().enumerate() {
                match (clauses.sentence().word(i), token.kind) {
                    ("(" | "[", _) => bracketed = true,
                    (")" | "]", _) => bracketed = false,
                    (text, TokenKind::Mark) if !is_ellipsis(text) => {}
                    (_, TokenKind::Quote) => {}
                    _ if !bracketed && stretch.contains(clauses.span(i, i)) => words.push(i),
                    _ => {}
                }
            }
            let (Some(&from), Some(&to)) = (words.first(), words.last()) else { continue };
            if words.len() >= SHORTEST {
                let words = words.iter().flat_map(|&i| compared(clauses.sentence().word(i))).collect();
                found.push(claim(clauses.span(from, to), number, words));
            }
        }
    }
}

fn claim(span: crate::text::Span, sentence: u32, words: Arc<[SmolStr]>) -> Claim {
    let event = Event::of("say", Default::default());
    Claim { span, sentence, event, content: Content::Utterance(words), attribution: None, times: Vec::new() }
}

fn is_ellipsis(text: &str) -> bool {
    text == "…" || text.len() > 1 && text.bytes().all(|b| b == b'.')
}

/// A word as it is compared: without case, accents, hyphens and apostrophes, short titles and small numbers written out.
/// What is left out is [`LEFT_OUT`].
fn compared(text: &str) -> Vec<SmolStr> {
    const NUMBERS: &[&str] = &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    const CLITICS: &[(&str, &str)] =
        &[("nt", "not"), ("ve", "have"), ("re", "are"), ("ll", "will"), ("m", "am"), ("d", "would")];
    if is_ellipsis(text) {
        return vec![LEFT_OUT.into()];
    }
    let folded = fold(text);
    let parts = folded.split(['-', '–', '—']).map(|part| {
        let bare: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
        let clitic = CLITICS.iter().find(|(short, _)| *short == bare).map(|(_, full)| *full);
        let full = clitic.or_else(|| lexicon::title_in_full(&bare));
        let number = || bare.parse().ok().and_then(|n: usize| NUMBERS.get(n).copied());
        full.or_else(number).map_or_else(|| SmolStr::from(&bare), SmolStr::from)
    });
    parts.filter(|part| !part.is_empty()).collect()
}
