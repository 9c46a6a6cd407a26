//! Word classes, as far as finding a reporting clause and its subject needs them.

use super::flow::Word;
use crate::language::TokenKind;

/// The class of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Noun,
    Name,
    Pronoun,
    /// Articles, demonstratives and possessives.
    Determiner,
    Number,
    Preposition,
    Verb,
    Auxiliary,
    Adverb,
    And,
    /// A word that begins a clause: `that`, `who`, `because`.
    Clause,
    /// `'s` and `’`.
    Possessive,
    Comma,
    /// Any other mark, quotation marks included.
    Mark,
}

/// The class of a word by its looks.
pub(super) fn class(word: &Word) -> Class {
    match word.kind {
        TokenKind::Number => return Class::Number,
        TokenKind::Clitic if matches!(word.text, "'s" | "’s" | "'" | "’") => {
            return Class::Possessive;
        }
        TokenKind::Clitic => return Class::Auxiliary,
        TokenKind::Mark if word.text == "," => return Class::Comma,
        TokenKind::Mark | TokenKind::Quote | TokenKind::Symbol => return Class::Mark,
        TokenKind::Word => {}
    }
    let lower = word.text.to_lowercase();
    match lower.as_str() {
        "i" | "you" | "he" | "she" | "it" | "we" | "they" | "him" | "them" | "me" | "us" | "himself" | "herself"
        | "themselves" | "everyone" | "nobody" | "somebody" | "someone" | "none" | "others" | "neither" => {
            Class::Pronoun
        }
        "the" | "a" | "an" | "this" | "these" | "those" | "his" | "her" | "its" | "their" | "our" | "my" | "your"
        | "some" | "many" | "several" | "few" | "both" | "one" | "two" | "three" | "four" | "five" | "six"
        | "another" | "each" | "every" | "no" | "all" | "most" => Class::Determiner,
        "of" | "for" | "in" | "at" | "on" | "with" | "from" | "by" | "to" | "about" | "under" | "over" | "into"
        | "after" | "before" | "during" | "against" | "near" | "among" | "outside" | "inside" | "within" | "since"
        | "as" => Class::Preposition,
        "has" | "have" | "had" | "is" | "are" | "was" | "were" | "be" | "been" | "will" | "would" | "could" | "can"
        | "may" | "might" | "must" | "did" | "do" | "does" | "should" => Class::Auxiliary,
        "and" | "or" | "&" => Class::And,
        "that" | "who" | "which" | "whose" | "whom" | "when" | "while" | "if" | "because" | "but" | "although"
        | "though" | "where" | "whether" | "what" | "how" | "why" => Class::Clause,
        "then" | "also" | "later" | "once" | "never" | "not" | "again" | "still" | "now" | "today" | "yesterday"
        | "often" | "just" | "only" | "even" | "too" => Class::Adverb,
        _ if super::cue::is_reporting(&lower) => Class::Verb,
        _ if word.text.starts_with(char::is_uppercase) => Class::Name,
        _ if lower.ends_with("ly") => Class::Adverb,
        _ => Class::Noun,
    }
}
