//! Other names that the text itself gives: "(MSRB)", "known as OPI", "whom everybody calls Wendy".

use crate::{facts::name::Word, language::TokenKind};

/// Whether the name that starts at token `start` is introduced as another name of one named before it in the
/// sentence, by the words between.
pub fn introduces_alias(words: &[Word], start: usize) -> bool {
    let before = |i: usize| start.checked_sub(i).map_or("", |at| words[at].lower.as_str());
    // `the Maritime Bureau (MSRB)`, `the Maritime Bureau, or MSRB,`
    if before(1) == "(" && words[start].shouted && words[start..].iter().take(4).any(|w| w.text == ")") {
        return true;
    }
    if before(1) == "or" && before(2) == "," && words[start].shouted {
        return true;
    }
    // An opening quotation mark may stand between: known as “Sonny”.
    let skip = if start > 0 && words[start - 1].kind == TokenKind::Quote { 1 } else { 0 };
    let before = |i: usize| before(i + skip);
    match before(1) {
        "as" => matches!(before(2), "known" | "know" | "knows") || (2..8).any(|i| before(i) == "known"),
        "nicknamed" | "dubbed" | "alias" | "aka" | "née" => true,
        // `whom everyone calls Wendy`
        "calls" | "call" | "called" => (2..6).any(|i| matches!(before(i), "whom" | "who")),
        // `everyone calls him Wendy`
        "him" | "her" | "it" => matches!(before(2), "calls" | "call"),
        // `known by its Spanish initials, CNI,`
        "," => before(2) == "initials" || before(2) == "acronym",
        _ => false,
    }
}
