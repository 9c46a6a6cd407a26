//! Quotation marks and brackets of a text, and the text with blanks in their places.

/// One mark, as it came or as encoding damage left it (`?` for a quotation mark).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    pub at: usize,
    pub len: usize,
    pub side: Side,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Open,
    Close,
}

/// The text with every mark replaced by as many blanks as it has bytes, and the marks in order.
///
/// Apostrophes stay. A straight quotation mark that could be either closes what is open.
pub(super) fn veil(text: &str) -> (String, Vec<Mark>) {
    let mut veiled = String::with_capacity(text.len());
    let mut marks = Vec::new();
    let mut open = Open::default();
    let mut before = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let rest = chars.as_str();
        let around = Around { before, after: rest.chars().next(), rest };
        match open.side(c, &around) {
            Some(side) => {
                let (at, len) = (veiled.len(), c.len_utf8());
                marks.push(Mark { at, len, side });
                veiled.extend(std::iter::repeat_n(' ', len));
            }
            None => veiled.push(c),
        }
        before = Some(c);
    }
    (veiled, marks)
}

/// The characters beside the one that is looked at.
struct Around<'t> {
    before: Option<char>,
    after: Option<char>,
    rest: &'t str,
}

impl Around<'_> {
    /// Nothing, a blank, a dash or an opening mark stands before.
    fn at_start(&self) -> bool {
        self.before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '/' | '“' | '‘' | '"' | '`')
        })
    }

    /// Nothing, a blank or punctuation stands after.
    fn at_end(&self) -> bool {
        self.after
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '$' | '£' | '€' | '#' | '@' | '(' | '[' | '“' | '‘'))
    }

    /// A small letter follows after blanks.
    fn goes_on(&self) -> bool {
        let mut following = self.rest.chars().take(8);
        following.find(|c| !c.is_whitespace()).is_some_and(char::is_lowercase)
    }
}

/// Which quotations are open.
#[derive(Default)]
struct Open {
    straight: bool,
    damaged: bool,
}

impl Open {
    /// Which side `c` marks; `None` when it is no such mark.
    fn side(&mut self, c: char, around: &Around) -> Option<Side> {
        match c {
            '„' | '‟' | '«' | '‹' | '‚' | '‛' | '(' | '<' | '{' => Some(Side::Open),
            '»' | '›' | ')' | '>' | '}' => Some(Side::Close),
            '“' | '‘' if !around.at_start() && around.at_end() => Some(Side::Close),
            '“' | '‘' => Some(Side::Open),
            '”' if around.before.is_some_and(char::is_whitespace) && !around.at_end() => Some(Side::Open),
            '”' => Some(Side::Close),
            '"' => Some(self.straight(around)),
            '\'' | '’' => single(c, around),
            '`' => around.at_start().then_some(Side::Open),
            '?' => self.damaged(around),
            _ => None,
        }
    }

    fn straight(&mut self, around: &Around) -> Side {
        let side = match (around.at_start(), around.at_end()) {
            (true, false) => Side::Open,
            (false, true) => Side::Close,
            _ if self.straight => Side::Close,
            _ => Side::Open,
        };
        self.straight = side == Side::Open;
        side
    }

    /// Reads a `?` that stands where a quotation mark was lost: `said, ?We won.? Then`.
    fn damaged(&mut self, around: &Around) -> Option<Side> {
        let word_follows = around.after.is_some_and(char::is_alphanumeric);
        let side = match around.before {
            None => word_follows.then_some(Side::Open),
            Some(c) if c.is_whitespace() => word_follows.then_some(Side::Open),
            Some(',') => Some(Side::Close),
            Some('.') if !self.damaged && word_follows => Some(Side::Open),
            Some('.' | '!' | '…') if self.damaged => Some(Side::Close),
            Some(c) if c.is_alphanumeric() && self.damaged && around.goes_on() => Some(Side::Close),
            _ => None,
        };
        self.damaged = match side {
            Some(side) => side == Side::Open,
            // A real question mark may close the quotation as well: `?Who is next? The`.
            None => self.damaged && word_follows,
        };
        side
    }
}

/// Which side of a quotation a single mark is on; an apostrophe is on neither.
fn single(c: char, around: &Around) -> Option<Side> {
    let word_follows = around.after.is_some_and(char::is_alphanumeric);
    // Two single marks may stand for a double one.
    let opens = match around.before {
        Some('\'') => word_follows,
        _ => around.at_start() && (word_follows || around.after == Some('\'')),
    };
    if c == '\'' && opens {
        return Some(Side::Open);
    }
    let ends = around.before.is_some_and(|c| matches!(c, '.' | ',' | '!' | '?' | '…' | '"' | '”' | '\''));
    (ends && around.at_end()).then_some(Side::Close)
}
