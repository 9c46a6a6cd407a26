//! `textDocument/semanticTokens`: whole documents, what changed since, and ranges.

use std::hash::{DefaultHasher, Hash, Hasher};

use tower_lsp::ls_types::{
    Position, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend, SemanticTokensRangeParams,
    SemanticTokensRangeResult, Uri,
};

use crate::{
    compare::ArticleId,
    facts::{EntityKind, MentionKind},
    features,
    lsp::{from_proto, session::Frozen, to_proto},
    text::{Span, Text},
};

/// The names of kinds, in the order of their numbers.
const TYPES: [&str; 4] = ["person", "organisation", "place", "entity"];

/// The names of modifiers, in the order of their bits.
const MODIFIERS: [&str; 3] = ["definition", "nominal", "pronoun"];

/// What the numbers in answers stand for. The protocol's own kinds are those of code; ours get their colours from the editor's
/// theme under these names.
pub fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.map(SemanticTokenType::new).into(),
        token_modifiers: MODIFIERS.map(SemanticTokenModifier::new).into(),
    }
}

/// The tokens of a document.
pub fn full(frozen: &Frozen, uri: &Uri) -> Option<SemanticTokens> {
    let id = frozen.article_of(uri)?;
    let data = tokens(frozen, id, Span::new(0, frozen.snapshot.buffer(id)?.len()))?;
    Some(SemanticTokens { result_id: Some(result_id(&data)), data })
}

/// The tokens of a range.
pub fn range(frozen: &Frozen, params: &SemanticTokensRangeParams) -> Option<SemanticTokensRangeResult> {
    let id = frozen.article_of(&params.text_document.uri)?;
    let text = frozen.snapshot.buffer(id)?;
    let offset = |position| text.offset(from_proto::position(position), frozen.profile.encoding);
    let (start, end) = (offset(params.range.start), offset(params.range.end));
    let data = tokens(frozen, id, Span::new(start.min(end), end.max(start)))?;
    Some(SemanticTokens { result_id: None, data }.into())
}

/// What turns the tokens that a client has into these: one edit of what lies between the first and the last change.
pub fn delta(old: &SemanticTokens, new: SemanticTokens) -> SemanticTokensFullDeltaResult {
    let head = old.data.iter().zip(&new.data).take_while(|(a, b)| a == b).count();
    let rest = old.data[head..].iter().rev().zip(new.data[head..].iter().rev());
    let tail = rest.take_while(|(a, b)| a == b).count();
    let (gone, come) = (old.data.len() - head - tail, &new.data[head..new.data.len() - tail]);
    let edit = SemanticTokensEdit {
        start: NUMBERS * head as u32,
        delete_count: NUMBERS * gone as u32,
        data: (!come.is_empty()).then(|| come.to_vec()),
    };
    let edits = if gone == 0 && come.is_empty() { Vec::new() } else { vec![edit] };
    SemanticTokensDelta { result_id: new.result_id, edits }.into()
}

/// On the wire a token is this many numbers.
const NUMBERS: u32 = 5;

fn tokens(frozen: &Frozen, id: ArticleId, range: Span) -> Option<Vec<SemanticToken>> {
    let text = frozen.snapshot.buffer(id)?;
    let mut last = Position::default();
    let tokens = features::semantic_tokens(&frozen.snapshot, id, range).into_iter().map(|token| {
        let encoded = encoded(frozen, text, &token, last);
        last = to_proto::range(frozen, text, token.span).start;
        encoded
    });
    Some(tokens.collect())
}

/// A token as the protocol has it: its place from that of the one before, numbers for names.
fn encoded(frozen: &Frozen, text: &Text, token: &features::SemanticToken, last: Position) -> SemanticToken {
    let range = to_proto::range(frozen, text, token.span);
    let same_line = range.start.line == last.line;
    let kind = match token.kind {
        EntityKind::Person => 0,
        EntityKind::Organisation => 1,
        EntityKind::Place => 2,
        EntityKind::Other => 3,
    };
    let mention = match token.mention {
        MentionKind::Name => 0,
        MentionKind::Nominal => 1 << 1,
        MentionKind::Pronoun => 1 << 2,
    };
    SemanticToken {
        delta_line: range.start.line - last.line,
        delta_start: if same_line { range.start.character - last.character } else { range.start.character },
        length: range.end.character - range.start.character,
        token_type: kind,
        token_modifiers_bitset: u32::from(token.definition) | mention,
    }
}

/// Tokens are known by what they are: the same ones have the same id, whenever they were asked for.
fn result_id(data: &[SemanticToken]) -> String {
    let mut hasher = DefaultHasher::new();
    for token in data {
        let place = (token.delta_line, token.delta_start, token.length);
        (place, token.token_type, token.token_modifiers_bitset).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
