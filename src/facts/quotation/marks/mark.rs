//! Quotation marks: which open, which close, and which are apostrophes.
//!
//! Marks come in every style and state: curly, straight, German, French, doubled backticks, the wrong way round, next
//! to a stray blank, or replaced by a question mark. What a mark does is read off the characters beside it first, its
//! own shape second.

use crate::text::Span;

/// What kind of mark; a quotation is closed by a mark of the kind that opened it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Double,
    Single,
    Guillemet,
    /// A question mark where a quotation mark has been lost.
    Damaged,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Open,
    Close,
    /// Closes what may as well be an apostrophe or a question: a later, surer mark is preferred.
    WeakClose,
    /// Closes a quotation if one is open, and opens one otherwise.
    Either,
}

#[derive(Clone, Copy, Debug)]
pub struct Mark {
    pub span: Span,
    pub kind: Kind,
    pub shape: char,
    pub role: Role,
}

/// The characters beside a mark.
pub struct Around {
    pub before: Option<char>,
    pub after: Option<char>,
    /// The second one after the mark.
    pub beyond: Option<char>,
}

pub fn around(text: &str, span: Span) -> Around {
    let mut after = text[span.range().end..].chars();
    Around { before: text[..span.range().start].chars().next_back(), after: after.next(), beyond: after.next() }
}

/// Whether an opening mark may follow.
pub fn is_blank_before(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '{' | '<' | '=' | '/' | '—' | '–' | '-' | '“' | '‘' | '«' | '„')
    })
}

/// Whether a closing mark may stand before it.
pub fn is_blank_after(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ','
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | ')'
                    | ']'
                    | '}'
                    | '>'
                    | '/'
                    | '—'
                    | '–'
                    | '-'
                    | '…'
                    | '”'
                    | '’'
                    | '»'
                    | '"'
                    | '\''
            )
    })
}

/// Whether a character may be one, or be left of one. A match, for every character of an article is asked at every edit.
fn may_be_mark(c: char) -> bool {
    matches!(c, '`' | '\'' | '?' | '"' | '\u{FFFD}' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞')
        || matches!(c, '«' | '»' | '‹' | '›' | '‘' | '’' | '‚' | '‛')
}

/// All marks of a paragraph that may open or close a quotation.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut skip = 0;
    for (at, c) in text.char_indices() {
        if at < skip || !may_be_mark(c) {
            continue;
        }
        let doubled = matches!(c, '`' | '\'') && text[at + 1..].starts_with(c);
        let len = if doubled { 2 } else { c.len_utf8() };
        let span = Span::new(at, at + len);
        let seen = around(text, span);
        // `key="value"` is markup.
        if seen.before == Some('=') {
            continue;
        }
        let found = match c {
            '`' if doubled => Some((Kind::Double, Role::Open)),
            '\'' if doubled => Some((Kind::Double, straight(&seen))),
            '"' | '\u{FFFD}' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' => {
                double(text, at, c, &seen).map(|role| (Kind::Double, role))
            }
            '«' | '»' | '‹' | '›' => Some((Kind::Guillemet, guillemet(c, &seen))),
            '‘' | '’' | '‚' | '‛' | '\'' => {
                single(c, &seen, &text[span.range().end..]).map(|role| (Kind::Single, role))
            }
            '?' => damaged(&seen).map(|role| (Kind::Damaged, role)),
            _ => None,
        };
        if let Some((kind, role)) = found {
            skip = at + len;
            let shape = if doubled { '"' } else { c };
            out.push(Mark { span, kind, shape, role });
        }
    }
    out
}

/// The role of a mark that shows no direction.
fn straight(seen: &Around) -> Role {
    match (is_blank_before(seen.before), is_blank_after(seen.after)) {
        (true, false) => Role::Open,
        (false, true) => Role::Close,
        _ => Role::Either,
    }
}

fn double(text: &str, at: usize, c: char, seen: &Around) -> Option<Role> {
    let role = match c {
        '“' | '„' | '‟' | '〝' => Role::Open,
        '”' | '〞' => match straight(seen) {
            // The wrong way round, at the start of a paragraph or after a blank.
            Role::Open => Role::Either,
            _ => Role::Close,
        },
        _ if is_inch(&text[..at]) => return None,
        '\u{FFFD}' if is_inner(seen) => return None,
        _ => straight(seen),
    };
    Some(role)
}

/// Whether the text ends with feet and inches (6'3), so that a mark that follows is the inches'.
fn is_inch(before: &str) -> bool {
    let digits = before.trim_end_matches(|c: char| c.is_ascii_digit());
    digits.len() < before.len()
        && digits.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

/// French marks point outwards, German ones inwards.
fn guillemet(c: char, seen: &Around) -> Role {
    match (c, straight(seen)) {
        ('«' | '‹', Role::Close) | ('»' | '›', Role::Open) => Role::Either,
        ('«' | '‹', _) => Role::Open,
        _ => Role::Close,
    }
}

/// Whether a letter or digit stands on both sides.
fn is_inner(seen: &Around) -> bool {
    seen.before.is_some_and(char::is_alphanumeric) && seen.after.is_some_and(char::is_alphanumeric)
}

/// The role of a single mark; `None` for an apostrophe. `rest`: what follows it.
fn single(c: char, seen: &Around, rest: &str) -> Option<Role> {
    if is_inner(seen) {
        return None;
    }
    let after_blank = is_blank_before(seen.before) || seen.before == Some('"');
    if seen.after.is_some_and(|c| !c.is_whitespace()) && after_blank {
        return (c != '’' && !is_elision(rest)).then_some(Role::Open);
    }
    if after_blank || matches!(c, '‘' | '‚' | '‛') {
        return None;
    }
    // `the workers' strike`: the plural's own mark, if there is a better one to close with.
    let plural = matches!(seen.before, Some('s' | 'S'))
        && seen.after == Some(' ')
        && seen.beyond.is_some_and(char::is_alphanumeric);
    let dropped_g = seen.before == Some('n') && seen.after == Some(' ');
    Some(if plural || dropped_g { Role::WeakClose } else { Role::Close })
}

/// Whether a word begins that is written with an apostrophe in front: `'em`, `'90s`.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take(6).take_while(|c| c.is_alphanumeric()).collect();
    word.starts_with(|c: char| c.is_numeric())
        || matches!(
            word.to_lowercase().as_str(),
            "em" | "til" | "tis" | "twas" | "cause" | "n" | "bout" | "round" | "cuz" | "nuff"
        )
}

/// The role of a question mark: that of a lost quotation mark where no question could have it.
fn damaged(seen: &Around) -> Option<Role> {
    let word_after = seen.after.is_some_and(char::is_alphanumeric);
    match seen.before {
        Some(c) if c.is_alphanumeric() => (!word_after).then_some(Role::WeakClose),
        Some('.' | ',' | '!' | '?' | '…') if word_after => Some(Role::Either),
        Some('.' | ',' | '!' | '?' | '…') => Some(Role::Close),
        before => (is_blank_before(before) && word_after).then_some(Role::Open),
    }
}
