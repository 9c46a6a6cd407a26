//! What holds of every span that reading an article gives, whatever the article. Also used by the fuzz target.

use twosource::{
    annotation::metadata,
    facts::{Facts, facts},
    language::{Sentence, sentences},
    syntax::{Format, prose},
    text::Span,
};

/// Reads `text` in every format and checks the spans of all that is found.
pub fn check_all(text: &str) {
    for format in [Format::Markdown, Format::Plain] {
        let prose = prose(text, format);
        for block in &prose.blocks {
            check_sentences(&block.text);
        }
        check_facts(text, &facts(&prose, &metadata(text, &prose), None));
    }
}

/// Sentences follow one another; tokens, quantities and times lie in theirs, in order.
fn check_sentences(block: &str) {
    let mut end = 0;
    for span in sentences(block) {
        assert!(end <= span.start && !span.is_empty(), "{span:?} in {block:?}");
        end = span.end;
        let words = block.get(span.range()).expect("a sentence lies on character boundaries");
        check_sentence(&Sentence::new(words));
    }
}

/// Checks the spans of one sentence.
pub fn check_sentence(sentence: &Sentence) {
    let in_order = |spans: &mut dyn Iterator<Item = Span>| {
        let mut end = 0;
        for span in spans {
            assert!(end <= span.start && !span.is_empty(), "{span:?} in {:?}", sentence.text);
            assert!(sentence.text.get(span.range()).is_some(), "{span:?} in {:?}", sentence.text);
            end = span.end;
        }
    };
    in_order(&mut sentence.tokens.iter().map(|t| t.span));
    in_order(&mut sentence.quantities.iter().map(|q| q.span));
    in_order(&mut sentence.times.iter().map(|t| t.span));
    assert_eq!(sentence.parse.nodes().len(), sentence.tokens.len());
    assert!(sentence.parse.names().all(|name| name.tokens.end <= sentence.tokens.len()));
    let inner = sentence.quantities.iter().flat_map(|q| [q.counted, q.of]).flatten();
    inner.for_each(|span| assert!(sentence.text.get(span.range()).is_some(), "{span:?} in {:?}", sentence.text));
}

/// Mentions and dates lie in their sentences, quotations in the file, all on character boundaries.
fn check_facts(text: &str, facts: &Facts) {
    let inside = |sentence: u32, span: Span| facts.sentences[sentence as usize].span.contains(span);
    for mention in &facts.mentions {
        assert!(
            inside(mention.sentence, mention.span) && mention.span.contains(mention.head),
            "{mention:?} in {text:?}"
        );
    }
    for date in &facts.dates {
        assert!(inside(date.sentence, date.span), "{date:?} in {text:?}");
    }
    for quotation in &facts.quotations {
        assert!(quotation.quoted.iter().all(|span| quotation.span.contains(*span)), "{quotation:?} in {text:?}");
    }
    let mentions = facts.mentions.iter().flat_map(|m| [Some(m.span), Some(m.head), m.role]);
    let dates = facts.dates.iter().map(|d| Some(d.span));
    let quotations = facts.quotations.iter().flat_map(|q| [Some(q.span), q.cue, q.speaker]);
    let quoted = facts.quotations.iter().flat_map(|q| &q.quoted).map(|&span| Some(span));
    let claims = facts.claims.iter().map(|c| Some(c.span));
    let sentences = facts.sentences.iter().map(|s| Some(s.span));
    for span in mentions.chain(dates).chain(quotations).chain(quoted).chain(claims).chain(sentences).flatten() {
        assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?} in {text:?}");
    }
}
