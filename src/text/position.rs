//! Positions as editors count them: a line, and units into it.

/// The unit in which `Position::character` counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units.
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A place between two characters. Lines end at LF, CRLF or CR and at nothing else.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Default)]
pub struct Position {
    /// From 0.
    pub line: u32,
    /// Units of the [`Encoding`] in use, from 0.
    pub character: u32,
}

impl Position {
    /// The position `character` units into `line`.
    pub fn new(line: u32, character: u32) -> Position {
        Position { line, character }
    }
}
