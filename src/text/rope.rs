//! A text that is cheap to edit, to clone and to find positions in.

use std::{fmt, ops::Range, sync::Arc};

use ropey::{Rope, RopeSlice};

use super::{Encoding, Position};

#[cfg(test)]
mod tests;

/// A UTF-8 text. A clone shares what it has in common; an edit and a look-up take logarithmic time.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Text {
    rope: Rope,
}

impl Text {
    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The position of byte `offset`. Past the end it is the end; inside a character, the character's start; between
    /// CR and LF, the end of the line.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let mut at = self.rope.byte_to_char(offset.min(self.len()));
        let line = self.rope.char_to_line(at);
        let start = self.rope.line_to_char(line);
        if at > start && self.rope.get_char(at) == Some('\n') && self.rope.char(at - 1) == '\r' {
            at -= 1;
        }
        let character = match encoding {
            Encoding::Utf8 => self.rope.char_to_byte(at) - self.rope.char_to_byte(start),
            Encoding::Utf16 => self.rope.char_to_utf16_cu(at) - self.rope.char_to_utf16_cu(start),
            Encoding::Utf32 => at - start,
        };
        Position::new(line as u32, character as u32)
    }

    /// The byte offset of `position`: past the end of the line it is the line's end, past the last line the end of the
    /// text; inside a character (a surrogate pair, a byte sequence), the character's start.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        self.rope.char_to_byte(self.char_at(position, encoding))
    }

    /// How many code points (Unicode scalar values) lie before byte `offset`. Past the end it is the end; inside a
    /// character, the character's start.
    pub fn code_point(&self, offset: usize) -> usize {
        self.rope.byte_to_char(offset.min(self.len()))
    }

    /// Replaces what lies between the two positions, read as [`Text::offset`] reads them. A range whose end comes
    /// before its start means the same words as the one the right way round.
    pub fn edit(&mut self, range: Range<Position>, encoding: Encoding, with: &str) {
        let a = self.char_at(range.start, encoding);
        let b = self.char_at(range.end, encoding);
        let (start, end) = (a.min(b), a.max(b));
        self.rope.remove(start..end);
        self.rope.insert(start, with);
    }

    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        let (line, character) = (position.line as usize, position.character as usize);
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let words = without_line_end(self.rope.line(line));
        let into = match encoding {
            Encoding::Utf8 => words.byte_to_char(character.min(words.len_bytes())),
            Encoding::Utf16 => words.utf16_cu_to_char(character.min(words.len_utf16_cu())),
            Encoding::Utf32 => character.min(words.len_chars()),
        };
        self.rope.line_to_char(line) + into
    }
}

fn without_line_end(line: RopeSlice<'_>) -> RopeSlice<'_> {
    let mut end = line.len_chars();
    if end > 0 && line.char(end - 1) == '\n' {
        end -= 1;
    }
    if end > 0 && line.char(end - 1) == '\r' {
        end -= 1;
    }
    line.slice(..end)
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text { rope: Rope::from_str(text) }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::from(text.as_str())
    }
}

impl From<Arc<str>> for Text {
    fn from(text: Arc<str>) -> Text {
        Text::from(&*text)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rope.chunks().try_for_each(|chunk| f.write_str(chunk))
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}
