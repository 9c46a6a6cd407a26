//! What is quoted word for word, sentence by sentence, so that the same words can be found in another article.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{
    Claim, Content, Event, Occasion, Part, Party, antecedent, circumstance::NEAR, clause::Clauses, occasion,
    truth::WITHOUT_APOSTROPHE, voice,
};
use crate::{
    facts::{Chain, ChainId, Mention, Quotation, QuotationKind, name::fold},
    language::{TokenKind, lexicon},
};

/// Words that were said.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// Compared without case, accents and marks.
    pub words: Arc<[SmolStr]>,
    /// They begin a sentence: nothing that was said is left out before them.
    pub opens: bool,
    pub occasion: Occasion,
    /// Whoever says so is told of by a pronoun that may stand for somebody else.
    pub doubtful: bool,
}

/// What an article has around a sentence.
pub struct Around<'a, 'c> {
    /// The sentences before it.
    pub before: &'a [Clauses<'c>],
    /// Of the sentence.
    pub mentions: &'a [Mention],
    /// Of the article, as `quotations`, which are in order.
    pub chains: &'a [Chain],
    pub quotations: &'a [Quotation],
}

/// Stands for words that an article leaves out.
pub const LEFT_OUT: &str = "…";

/// Fewer words are no utterance that can be told from others.
const SHORTEST: usize = 3;

/// The words in quotation marks of a sentence, one claim for each stretch.
pub fn claims(clauses: &Clauses, number: u32, around: &Around, found: &mut Vec<Claim>) {
    let sentence = clauses.place.span;
    for quotation in occasion::quotations_in(around.quotations, sentence) {
        let unheard = voice::unheard(clauses, quotation, around);
        let doubtful = unheard.is_none() && antecedent::is_doubtful(clauses, quotation, around);
        // What nobody is said to have uttered is a term or a title.
        if quotation.kind == QuotationKind::Phrase && unheard.is_none() {
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
            let title = !clauses.place.heading && is_title(clauses, &words);
            if words.len() >= SHORTEST && !title {
                let speaker = unheard.as_ref().map_or(quotation.chain, |voice| voice.chain);
                let utterance = Utterance {
                    words: words.iter().flat_map(|&i| compared(clauses.sentence().word(i))).collect(),
                    opens: clauses.sentence().word(from).starts_with(char::is_uppercase),
                    occasion: occasion::of(clauses, speaker, around),
                    doubtful,
                };
                found.push(Claim {
                    span: clauses.span(from, to),
                    sentence: number,
                    event: Event { parties: spoken_of(clauses, around), ..Event::of("say", Default::default()) },
                    content: Content::Utterance(utterance),
                    attribution: unheard.clone(),
                    times: occasion::times(clauses, around.quotations),
                });
            }
        }
    }
}

/// Everybody of whom the sentence and those before it speak: for whom a pronoun may stand there.
fn spoken_of(clauses: &Clauses, around: &Around) -> Vec<Party> {
    let mut chains: Vec<ChainId> =
        around.before.iter().chain([clauses]).flat_map(|clauses| clauses.everybody()).collect();
    chains.sort_unstable();
    chains.dedup();
    let party = |chain| Party { part: Part::Oblique(NEAR.into()), noun: SmolStr::default(), chain: Some(chain) };
    chains.into_iter().map(party).collect()
}

/// Whether some words are the title of a work, where they are not part of a headline: all that are no function words have
/// capitals.
fn is_title(clauses: &Clauses, words: &[usize]) -> bool {
    let sentence = clauses.sentence();
    let content = |i: &&usize| !lexicon::is_function_word(&sentence.lower(**i));
    let mut content = words.iter().filter(content).peekable();
    content.peek().is_some() && content.all(|&i| sentence.word(i).starts_with(char::is_uppercase))
}

fn is_ellipsis(text: &str) -> bool {
    text == "…" || text.len() > 1 && text.bytes().all(|b| b == b'.')
}

/// A word as it is compared: without case, accents, hyphens and apostrophes, short titles and small numbers written out.
/// What is left out is [`LEFT_OUT`].
fn compared(text: &str) -> Vec<SmolStr> {
    const NUMBERS: &[&str] = &["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    const CLITICS: &[(&str, &str)] = &[
        ("nt", "not"),
        ("ve", "have"),
        ("re", "are"),
        ("ll", "will"),
        ("m", "am"),
        ("d", "would"),
        ("wo", "will"),
        ("ca", "can"),
    ];
    if is_ellipsis(text) {
        return vec![LEFT_OUT.into()];
    }
    // "6:00 p.m." is "6 p.m."
    let folded = fold(text.strip_suffix(":00").unwrap_or(text));
    if folded == "cannot" {
        return vec!["can".into(), "not".into()];
    }
    if let Some(verb) = folded.strip_suffix("nt").filter(|_| WITHOUT_APOSTROPHE.contains(&&*folded)) {
        let verb = match verb {
            "wo" => "will",
            "ca" => "can",
            verb => verb,
        };
        return vec![verb.into(), "not".into()];
    }
    let parts = folded.split(['-', '–', '—']).map(|part| {
        let bare: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
        let clitic = CLITICS.iter().find(|(short, _)| *short == bare).map(|(_, full)| *full);
        let full = clitic.or_else(|| lexicon::title_in_full(&bare));
        let number = || bare.parse().ok().and_then(|n: usize| NUMBERS.get(n).copied());
        full.or_else(number).map_or_else(|| SmolStr::from(&bare), SmolStr::from)
    });
    parts.filter(|part| !part.is_empty()).collect()
}
