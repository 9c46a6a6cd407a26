//! Words, numbers and marks of a sentence, with their spans.

use crate::text::Span;

/// One token; its text is `token.span.of(sentence)`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Bytes of the sentence.
    pub span: Span,
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with inner hyphens, apostrophes or full stops (`U.S.`, `O'Dalaigh`, `Adeyinka-Cole`, `Sen.`).
    Word,
    /// What is split off a word: `'s`, `’`, `n't`, `'ll`.
    Clitic,
    /// Digits with inner separators: `12,400`, `2:30`, `1.4`. `10of` is a number and a word.
    Number,
    /// A quotation mark of any style.
    Quote,
    /// Any other punctuation.
    Mark,
    /// Currency, percent and other symbols, emoji.
    Symbol,
}

/// The tokens of one sentence, in order. White space is no token; every other character belongs to exactly one.
pub fn tokenize(sentence: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(sentence.len() / 5 + 1);
    let mut at = 0;
    while let Some(c) = sentence[at..].chars().next() {
        let rest = &sentence[at..];
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (len, kind) = if c.is_numeric() {
            (number_len(rest), TokenKind::Number)
        } else if is_letter(c) {
            (word_len(rest), TokenKind::Word)
        } else if is_apostrophe(c) && apostrophe_clitic_len(rest).is_some() && follows_letter(sentence, at) {
            (apostrophe_clitic_len(rest).unwrap_or(c.len_utf8()), TokenKind::Clitic)
        } else if is_quote(c) {
            (c.len_utf8(), TokenKind::Quote)
        } else if c.is_ascii_punctuation() && !matches!(c, '$' | '%' | '+' | '=' | '<' | '>' | '^' | '|' | '~') {
            (repeated_len(rest, c, matches!(c, '.' | '-')), TokenKind::Mark)
        } else if matches!(c, '\u{2010}'..='\u{2015}' | '…' | '•' | '·' | '¿' | '¡') {
            (c.len_utf8(), TokenKind::Mark)
        } else {
            (c.len_utf8(), TokenKind::Symbol)
        };
        push(&mut tokens, sentence, at, len, kind);
        at += len;
    }
    tokens
}

/// Whether `c` opens or closes a quotation. Apostrophes count: context tells them apart.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '‘' | '’' | '“' | '”' | '„' | '‟' | '‚' | '‛' | '«' | '»' | '‹' | '›')
}

/// Adds the token, splitting the possessive or contraction off a word.
fn push(tokens: &mut Vec<Token>, sentence: &str, at: usize, len: usize, kind: TokenKind) {
    let text = &sentence[at..at + len];
    let split = if kind == TokenKind::Word { clitic_start(text) } else { None };
    let head = split.unwrap_or(len);
    tokens.push(Token { span: Span::new(at, at + head), kind });
    if head < len {
        tokens.push(Token { span: Span::new(at + head, at + len), kind: TokenKind::Clitic });
    }
}

/// Where the clitic of `word` begins, when it has one after at least one letter.
fn clitic_start(word: &str) -> Option<usize> {
    const CLITICS: [&str; 7] = ["n't", "'s", "'ll", "'re", "'ve", "'d", "'m"];
    let lower: String =
        word.chars().map(|c| if is_apostrophe(c) { '\'' } else { c.to_lowercase().next().unwrap_or(c) }).collect();
    let clitic = CLITICS.iter().find(|c| lower.ends_with(**c))?;
    let back = clitic.chars().count();
    let (at, _) = word.char_indices().rev().nth(back - 1)?;
    (at > 0).then_some(at)
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_joiner(c)
}

/// Combining marks stay with the letter before them.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{200D}' | '\u{00AD}')
}

fn follows_letter(sentence: &str, at: usize) -> bool {
    sentence[..at].chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The length of a clitic that starts with an apostrophe: a plural's bare possessive mark.
fn apostrophe_clitic_len(rest: &str) -> Option<usize> {
    let mut chars = rest.chars();
    let mark = chars.next()?;
    match chars.next() {
        None => None,
        Some(c) if c.is_whitespace() => Some(mark.len_utf8()),
        _ => None,
    }
}

/// Letters, with one hyphen, apostrophe or full stop where a letter follows directly, and the stop of an initialism.
fn word_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    let (mut run, mut dotted) = (0, false);
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        if is_letter(c) {
            run += 1;
        } else if is_apostrophe(c) && next.is_some_and(is_letter)
            || is_hyphen(c) && next.is_some_and(char::is_alphanumeric)
        {
            run = 0;
        } else if c == '.' && run == 1 && (next.is_some_and(char::is_alphabetic) || dotted || is_initial(rest, i)) {
            // `U.S.`, `a.m.`, and the initial in `Lowell T. Sandoval`.
            (run, dotted) = (0, true);
            if !next.is_some_and(char::is_alphabetic) {
                return i + 1;
            }
            // `D.C.The` is glued: a dotted run goes on with single letters only.
            let mut after = rest[i + 1..].chars().skip(1);
            if after.next().is_some_and(char::is_alphabetic) {
                return i + 1;
            }
        } else if c == '.' && is_abbreviation(&rest[..i]) && rest[i + 1..].contains(char::is_alphanumeric) {
            // The stop of the last word ends the sentence: "voted for Penn."
            return i + 1;
        } else if c.is_numeric() && i > 0 {
            run = 0;
        } else {
            break;
        }
        len = i + c.len_utf8();
    }
    len
}

/// Whether the full stop at `at` follows a single capital.
fn is_initial(rest: &str, at: usize) -> bool {
    at > 0 && rest[..at].chars().count() == 1 && rest.starts_with(char::is_uppercase)
}

/// Whether a full stop after `word` belongs to it: titles and other shortenings that are rarely a sentence's last word.
pub fn is_abbreviation(word: &str) -> bool {
    const SHORT: &[&str] = &[
        "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Hon", "Fr", "Sr", "Jr", "St", "Sen", "Sens", "Rep", "Reps",
        "Gov", "Govs", "Gen", "Col", "Maj", "Capt", "Cpt", "Lt", "Cmdr", "Sgt", "Cpl", "Pvt", "Adm", "Atty", "Supt",
        "Det", "Insp", "Pres", "Msgr", "Amb", "Assn", "Bros", "Corp", "Inc", "Ltd", "Co", "Dept", "Univ", "Jan", "Feb",
        "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Ave", "Blvd", "Rd", "Mt", "Ft", "vs",
        "etc", "No", "Nos", "Calif", "Conn", "Fla", "Mass", "Mich", "Minn", "Okla", "Ore", "Penn", "Tenn", "Tex", "Va",
        "Wash", "Wis", "Ala", "Ariz", "Ark", "Colo", "Del", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Miss", "Mo",
        "Mont", "Neb", "Nev",
    ];
    SHORT.contains(&word)
}

/// Digits with a separator where a digit follows directly.
fn number_len(rest: &str) -> usize {
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        if c.is_numeric() || (matches!(c, ',' | '.' | ':' | '/') && next.is_some_and(char::is_numeric)) {
            len = i + c.len_utf8();
        } else {
            break;
        }
    }
    // `1990s`, `2nd`: the ending belongs to the number; any other letters are a word of their own (`10of`).
    let ending: String = rest[len..].chars().take_while(|c| c.is_alphabetic()).collect();
    if matches!(ending.as_str(), "s" | "st" | "nd" | "rd" | "th") { len + ending.len() } else { len }
}

/// Length of a run of the same mark (`--`, `...`), or of the one character.
fn repeated_len(rest: &str, c: char, repeats: bool) -> usize {
    if repeats { rest.chars().take_while(|&d| d == c).count() * c.len_utf8() } else { c.len_utf8() }
}
