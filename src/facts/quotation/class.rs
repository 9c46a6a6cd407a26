//! Word classes, as far as finding a reporting clause, its subject and its content needs them.

use super::flow::Flow;
use crate::language::{
    TokenKind,
    lexicon::{CalendarName, calendar_name, is_role_head},
    model::{Upos, Xpos},
};

/// The class of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Noun,
    Name,
    Pronoun,
    /// Articles, demonstratives and possessives.
    Determiner,
    Number,
    Adjective,
    Preposition,
    /// A full verb in any form.
    Verb,
    /// Auxiliaries, modals, and the `to` of an infinitive.
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

impl Class {
    /// Whether the word may stand in front of the head of a noun phrase, or be it.
    pub fn is_nominal(self) -> bool {
        matches!(
            self,
            Class::Noun | Class::Name | Class::Number | Class::Adjective | Class::Determiner | Class::Possessive
        )
    }
}

impl Flow<'_> {
    /// The class of the token.
    pub fn class(&self, at: usize) -> Class {
        let word = &self.words[at];
        match word.kind {
            TokenKind::Mark if word.text == "," => return Class::Comma,
            TokenKind::Mark | TokenKind::Quote => return Class::Mark,
            _ => {}
        }
        let node = self.node(at);
        match node.xpos {
            Xpos::Nn | Xpos::Nns | Xpos::Gw | Xpos::Fw => Class::Noun,
            Xpos::Nnp | Xpos::Nnps => Class::Name,
            Xpos::Prp | Xpos::Ex => Class::Pronoun,
            Xpos::Dt | Xpos::Pdt | Xpos::PrpPoss => Class::Determiner,
            Xpos::Cd => Class::Number,
            Xpos::Jj | Xpos::Jjr | Xpos::Jjs | Xpos::Afx => Class::Adjective,
            Xpos::Wp | Xpos::Wdt | Xpos::Wrb | Xpos::WpPoss => Class::Clause,
            Xpos::In if node.upos == Upos::Sconj => Class::Clause,
            Xpos::In | Xpos::Rp => Class::Preposition,
            Xpos::To if node.upos == Upos::Part => Class::Auxiliary,
            Xpos::To => Class::Preposition,
            Xpos::Md => Class::Auxiliary,
            xpos if xpos.is_verb() => match node.upos {
                Upos::Aux => Class::Auxiliary,
                Upos::Adj => Class::Adjective,
                Upos::Noun => Class::Noun,
                Upos::Propn => Class::Name,
                // A title that the tagger does not know: `Rep.`
                _ if word.text.ends_with('.') => Class::Name,
                // Between two names: `the CXT host Ann Lee`.
                _ if self.is_proper(at.wrapping_sub(1)) && self.is_proper(at + 1) && is_role_head(word.text) => {
                    Class::Noun
                }
                _ => Class::Verb,
            },
            Xpos::Rb | Xpos::Rbr | Xpos::Rbs | Xpos::Uh => Class::Adverb,
            Xpos::Cc => Class::And,
            Xpos::Pos => Class::Possessive,
            Xpos::Comma => Class::Comma,
            _ => Class::Mark,
        }
    }

    /// Whether the token is part of a name.
    fn is_proper(&self, at: usize) -> bool {
        at < self.words.len() && self.node(at).xpos.is_proper()
    }

    /// Whether the token has letters or digits.
    pub fn is_word(&self, at: usize) -> bool {
        matches!(self.words[at].kind, TokenKind::Word | TokenKind::Number)
    }

    /// Whether the token lies in quotation marks, or is one.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.words[at].quoted.is_some()
    }

    /// Whether the mark ends a sentence or a clause.
    pub fn is_stop(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.kind == TokenKind::Mark && (matches!(word.text, "." | "!" | "?" | ";" | ":") || self.is_dash(at))
    }

    /// Whether the token is a dash between words, not a hyphen in one.
    pub fn is_dash(&self, at: usize) -> bool {
        matches!(self.words[at].text, "—" | "–" | "―" | "--")
    }

    /// Whether something new begins at the token: a quotation, or what a comma or stop sets off.
    pub fn is_break(&self, at: usize) -> bool {
        self.is_quoted(at) || self.class(at) == Class::Comma || self.is_stop(at)
    }

    /// Whether the token is a finite verb or a modal.
    pub fn is_finite(&self, at: usize) -> bool {
        matches!(self.node(at).xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    }

    /// Whether the word begins an expression of time that takes no preposition: `said Tuesday`, `said last week`.
    pub fn is_date(&self, at: usize) -> bool {
        let word = self.words[at].text;
        let named = || matches!(calendar_name(word), Some(CalendarName::Month(_) | CalendarName::Weekday(_)));
        matches!(
            word,
            "last"
                | "this"
                | "next"
                | "earlier"
                | "late"
                | "later"
                | "today"
                | "yesterday"
                | "tomorrow"
                | "morning"
                | "afternoon"
                | "evening"
                | "night"
                | "week"
                | "weekend"
                | "month"
                | "year"
        ) || word.starts_with(char::is_uppercase) && named()
    }
}
