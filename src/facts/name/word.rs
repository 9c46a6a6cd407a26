//! The words of a sentence as the finder of names looks at them.

use smol_str::SmolStr;

use crate::{
    language::{
        Sentence, TokenKind, lexicon,
        model::{NameKind, Xpos},
    },
    text::Span,
};

/// One token, with what the finder asks of it again and again.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    pub text: SmolStr,
    /// Bytes of the sentence.
    pub span: Span,
    pub kind: TokenKind,
    pub lower: SmolStr,
    /// Starts with a capital, or holds one behind a particle ("al-Assad", "O'Dell").
    pub capital: bool,
    /// All letters are capitals and there are two or more.
    pub shouted: bool,
    /// A word of the dictionary in lower case, so that a capital at the start of a sentence proves nothing.
    pub common: bool,
    /// The first word of the sentence, or of a quotation or parenthesis in it: its capital proves nothing.
    pub initial: bool,
    pub tag: Xpos,
    /// The name tagger takes it for part of a person's name.
    pub person: bool,
}

/// The words of a sentence.
pub fn words(sentence: &Sentence) -> Vec<Word> {
    let mut initial = true;
    sentence
        .tokens
        .iter()
        .zip(sentence.parse.nodes())
        .map(|(token, node)| {
            let text = token.span.of(&sentence.text);
            let lower = SmolStr::from(text.to_lowercase());
            let letters = || text.chars().filter(|c| c.is_alphabetic());
            let word = Word {
                text: text.into(),
                span: token.span,
                kind: token.kind,
                capital: token.kind == TokenKind::Word && letters().any(char::is_uppercase) && starts_like_a_name(text),
                shouted: letters().count() > 1 && letters().all(char::is_uppercase),
                common: lexicon::is_word(&lower),
                lower,
                initial,
                tag: node.xpos,
                person: node.name.kind() == Some(NameKind::Person),
            };
            initial = match token.kind {
                TokenKind::Word | TokenKind::Number | TokenKind::Clitic | TokenKind::Symbol => false,
                TokenKind::Quote => true,
                TokenKind::Mark => initial || matches!(text, ":" | "(" | "?" | "!" | "•"),
            };
            word
        })
        .collect()
}

/// "iPhone", "eBay": letters only, the first one small, and small ones on both sides of a capital.
fn is_camel_case(text: &str) -> bool {
    let mut letters = text.chars().skip_while(|c| c.is_lowercase());
    let capital = letters.next().is_some_and(char::is_uppercase);
    text.starts_with(char::is_lowercase)
        && capital
        && letters.next().is_some_and(char::is_lowercase)
        && text.chars().all(char::is_alphabetic)
}

/// A capital first, or a lower-case particle joined to a capital: `al-Assad`, `d'Estaing`.
fn starts_like_a_name(text: &str) -> bool {
    if text.starts_with(char::is_uppercase) || is_camel_case(text) {
        return true;
    }
    match text.find(['-', '\'', '’']) {
        Some(at) if at <= 3 => {
            lexicon::is_name_particle(&text[..at]) && text[at..].chars().nth(1).is_some_and(char::is_uppercase)
        }
        _ => false,
    }
}

impl Word {
    /// A weekday, a month, or another capitalised word that never is a name of somebody or something.
    pub fn is_calendar(&self) -> bool {
        self.capital && lexicon::calendar_name(&self.lower).is_some()
    }

    /// A month or a holiday, which people are called too: "Theresa May", "Ann Christmas".
    pub fn is_month(&self) -> bool {
        let named = || lexicon::calendar_name(&self.lower);
        self.capital && named().is_some_and(|name| !matches!(name, lexicon::CalendarName::Weekday(_)))
    }

    /// "Manhattan-based", "D-N.Y.": a name inside a compound that is no name.
    fn is_compound(&self) -> bool {
        let parts = || self.text.split('-');
        let describes = parts()
            .next_back()
            .is_some_and(|part| part.len() > 2 && part.starts_with(char::is_lowercase) && lexicon::is_word(part));
        let party = parts().next().is_some_and(|part| part.chars().count() == 1) && self.text.contains('.');
        self.text.contains('-') && (describes || party)
    }

    /// Whether the tagger takes it for no noun: an adjective, a verb, an exclamation.
    pub fn is_no_noun(&self) -> bool {
        use Xpos::{Cc, In, Jj, Jjr, Jjs, Md, Rb, Rbr, Rbs, Uh, Wrb};
        self.tag.is_verb() || matches!(self.tag, Cc | In | Jj | Jjr | Jjs | Md | Rb | Rbr | Rbs | Uh | Wrb)
    }

    /// The name that a compound begins with and the bytes of the rest: "Halvik" and "-based".
    pub fn stem(&self) -> Option<(&str, usize)> {
        let (stem, rest) = self.text.rsplit_once('-')?;
        let describes = rest.len() > 2 && rest.starts_with(char::is_lowercase) && lexicon::is_word(rest);
        let name = self.capital && stem.chars().count() > 1 && !lexicon::is_function_word(stem);
        (describes && name).then_some((stem, rest.len() + 1))
    }

    /// A word that could be part of a name: capitalised and not a pronoun, determiner, preposition or the like.
    pub fn nameable(&self) -> bool {
        let small = lexicon::is_function_word(&self.lower) && !self.shouted;
        self.capital && !small && !self.is_calendar() && !self.is_compound()
    }
}
