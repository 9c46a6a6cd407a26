//! Words that the layout gives to a speaker: `Lee: We won`, `“We won.” ― Ann Lee`, a block quotation.

use std::ops::Range;

use super::{Found, class::Class, flow::Flow, speaker};
use crate::{
    language::{TokenKind, model::NameKind},
    syntax::BlockKind,
};

/// Most words that name a speaker in front of a colon or after a dash.
const LONGEST_LABEL: usize = 6;

/// What the whole block is, if its layout gives it to a speaker.
pub(super) fn block(flow: &Flow, block: usize) -> Option<Found> {
    labelled(flow, block).or_else(|| signed(flow, block)).or_else(|| announced(flow, block))
}

/// The words after the colon of a block that begins with a speaker: of a heading, or of a transcript's turn.
fn labelled(flow: &Flow, block: usize) -> Option<Found> {
    let words = flow.block(block);
    let start = words.clone().find(|&i| flow.words[i].kind != TokenKind::Quote)?;
    let colon = (start..words.end.min(start + LONGEST_LABEL + 1)).find(|&i| flow.is(i, ":"))?;
    let label = start..colon;
    if label.is_empty()
        || colon + 1 >= words.end
        || flow.is_quoted(colon)
        || !label.clone().all(|i| flow.class(i).is_nominal())
    {
        return None;
    }
    let names_speaker = if is_heading(flow, block) || block == 0 {
        label.clone().all(|i| is_person_or_body(flow, i)) || label.len() == 1 && is_source(flow.words[start].text)
    } else {
        label.clone().all(|i| is_shouted(flow.words[i].text))
    };
    let cue = Some(colon..colon + 1);
    names_speaker.then(|| Found { cue, speaker: Some(label), ..Found::new(colon + 1..words.end) })
}

fn is_heading(flow: &Flow, block: usize) -> bool {
    matches!(flow.prose.blocks[block].kind, BlockKind::Heading(_))
}

fn is_person_or_body(flow: &Flow, at: usize) -> bool {
    matches!(flow.node(at).name.kind(), Some(NameKind::Person | NameKind::Organisation))
}

fn is_shouted(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase)
}

/// Whether the word alone names a source in a headline: `Police: Two held`.
fn is_source(word: &str) -> bool {
    const SOURCES: &[&str] = &[
        "analyst",
        "analysts",
        "critics",
        "experts",
        "lawyer",
        "lawyers",
        "official",
        "officials",
        "police",
        "poll",
        "prosecutors",
        "report",
        "source",
        "sources",
        "study",
        "survey",
        "witnesses",
    ];
    SOURCES.iter().any(|source| word.eq_ignore_ascii_case(source))
}

/// The speaker that stands after a dash behind a quotation which ends before `start`: the dash and the name.
pub(super) fn signature(flow: &Flow, start: usize, block: usize) -> Option<(Range<usize>, Range<usize>)> {
    let end = flow.block(block).end;
    if start >= end || !flow.is_dash(start) {
        return None;
    }
    let name = start + 1..(start + 1..end).find(|&i| flow.words[i].kind == TokenKind::Mark).unwrap_or(end);
    let fits = (1..=LONGEST_LABEL).contains(&name.len()) && name.clone().all(|i| is_name_part(flow.words[i].text));
    fits.then_some((start..start + 1, name))
}

/// Capitalised, or a particle inside a name.
fn is_name_part(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        || matches!(word, "al" | "bin" | "de" | "del" | "der" | "la" | "of" | "the" | "van" | "von")
}

/// The words of a block quotation that ends in a dash and a name, or has them in the block after it.
fn signed(flow: &Flow, block: usize) -> Option<Found> {
    let words = quotation_block(flow, block)?;
    let low = words.end.saturating_sub(LONGEST_LABEL + 2).max(words.start + 1);
    let inside = (low..words.end).find(|&i| flow.is_dash(i));
    let (dash, holder) = match inside {
        Some(dash) => (dash, block),
        None => (flow.blocks.get(block + 1)?.first()?.start, block + 1),
    };
    let (cue, name) = signature(flow, dash, holder)?;
    let rest = name.end..flow.block(holder).end;
    let whole = rest.clone().all(|i| !flow.is_word(i));
    let found = Found { cue: Some(cue), speaker: Some(name), ..Found::new(words.start..words.end.min(dash)) };
    whole.then_some(found)
}

/// The words of a block quotation that holds no quotation marks.
fn quotation_block(flow: &Flow, block: usize) -> Option<Range<usize>> {
    let words = flow.block(block);
    let plain = flow.prose.blocks[block].kind == BlockKind::Quote && !words.clone().any(|i| flow.is_quoted(i));
    (plain && !words.is_empty()).then_some(words)
}

/// The paragraph or block quotation that the block before it announces: `The governor added:`.
fn announced(flow: &Flow, block: usize) -> Option<Found> {
    let words = flow.block(block);
    let leader = flow.block(block.checked_sub(1)?);
    let follows = matches!(flow.prose.blocks[block].kind, BlockKind::Paragraph | BlockKind::Quote);
    if !follows || words.is_empty() || flow.is_quoted(words.start) || leader.is_empty() || !flow.is(leader.end - 1, ":")
    {
        return None;
    }
    let low = leader.start.max(leader.end.saturating_sub(2 * LONGEST_LABEL));
    let verb = (low..leader.end)
        .rev()
        .find(|&i| flow.class(i) == Class::Verb && !flow.is_quoted(i) && flow.frame(i).speech)?;
    let (speaker, _) = speaker::of_verb(flow, verb)?;
    Some(Found { cue: Some(verb..verb + 1), speaker: Some(speaker), ..Found::new(words) })
}
