//! Bytes of a file → text.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::MAX_BYTES;
use crate::text::Text;

/// Why a path gave no article. Each says where and, where something can be done, what.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    #[error("{}: {cause}", path.display())]
    Io { path: PathBuf, cause: io::Error },
    #[error("{}: {cause}", path.display())]
    Walk { path: PathBuf, cause: ignore::Error },
    #[error("{}: not UTF-8 text (byte {at}); save it as UTF-8 and try again", path.display())]
    NotUtf8 { path: PathBuf, at: usize },
    #[error("{}: begins as UTF-16 text but is not (byte {at}); save it as UTF-8 and try again", path.display())]
    NotUtf16 { path: PathBuf, at: usize },
    #[error("{}: larger than {MAX_BYTES} bytes; split it into smaller articles", path.display())]
    TooLarge { path: PathBuf },
    #[error("{}: more than {limit} articles; open a smaller folder", path.display())]
    TooMany { path: PathBuf, limit: usize },
    #[error("{}: no articles here (.md, .markdown or .txt)", path.display())]
    NoArticles { path: PathBuf },
}

impl LoadError {
    /// The file or folder it is about.
    pub fn path(&self) -> &Path {
        match self {
            LoadError::Io { path, .. }
            | LoadError::Walk { path, .. }
            | LoadError::NotUtf8 { path, .. }
            | LoadError::NotUtf16 { path, .. }
            | LoadError::TooLarge { path }
            | LoadError::TooMany { path, .. }
            | LoadError::NoArticles { path } => path,
        }
    }
}

/// The text of a file: UTF-8, with or without a byte order mark, or UTF-16 with one. The mark is not part of the text,
/// as it is not in an editor's.
///
/// # Errors
/// When the file cannot be read, is larger than [`MAX_BYTES`], or is in another encoding.
pub fn text(path: &Path) -> Result<Text, LoadError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(|cause| LoadError::Io { path: path.to_owned(), cause })?;
    if bytes.len() > MAX_BYTES {
        return Err(LoadError::TooLarge { path: path.to_owned() });
    }
    decode(&bytes).map_err(|fault| match fault {
        Fault::Utf8(at) => LoadError::NotUtf8 { path: path.to_owned(), at },
        Fault::Utf16(at) => LoadError::NotUtf16 { path: path.to_owned(), at },
    })
}

/// Makes an empty file where there is none, for editors that cannot make files themselves.
///
/// # Errors
/// When it cannot be made.
pub fn create(path: &Path) -> Result<(), LoadError> {
    let opened = File::options().append(true).create(true).open(path);
    opened.map(drop).map_err(|cause| LoadError::Io { path: path.to_owned(), cause })
}

/// The first byte that makes no sense, and in which encoding.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    Utf8(usize),
    Utf16(usize),
}

fn decode(bytes: &[u8]) -> Result<Text, Fault> {
    match bytes {
        [0xFF, 0xFE, units @ ..] => decode_utf16(units, u16::from_le_bytes).map_err(|at| Fault::Utf16(at + 2)),
        [0xFE, 0xFF, units @ ..] => decode_utf16(units, u16::from_be_bytes).map_err(|at| Fault::Utf16(at + 2)),
        [0xEF, 0xBB, 0xBF, words @ ..] => decode_utf8(words).map_err(|at| Fault::Utf8(at + 3)),
        words => decode_utf8(words).map_err(Fault::Utf8),
    }
}

/// The text, or the offset of the first byte that makes no sense.
fn decode_utf8(bytes: &[u8]) -> Result<Text, usize> {
    std::str::from_utf8(bytes).map(Text::from).map_err(|error| error.valid_up_to())
}

/// The text, or the offset of the first byte that makes no sense.
fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Text, usize> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let (mut text, mut offset) = (String::with_capacity(pairs.len()), 0);
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = c.map_err(|_| offset)?;
        offset += 2 * c.len_utf16();
        text.push(c);
    }
    if rest.is_empty() { Ok(Text::from(text)) } else { Err(offset) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<String, Fault> {
        decode(bytes).map(|text| text.to_string())
    }

    #[test]
    fn byte_order_marks_are_not_text() {
        assert_eq!(decoded(b"\xEF\xBB\xBFday").as_deref(), Ok("day"));
        assert_eq!(decoded(b"\xFF\xFEd\0\x3D\xD8\x00\xDE").as_deref(), Ok("d😀"));
        assert_eq!(decoded(b"\xFE\xFF\0d").as_deref(), Ok("d"));
        assert_eq!(decoded(b"").as_deref(), Ok(""));
    }

    #[test]
    fn other_encodings_are_refused_with_the_place() {
        assert_eq!(decoded(b"caf\xE9 au lait"), Err(Fault::Utf8(3)));
        assert_eq!(decoded(b"\xEF\xBB\xBF\xE9"), Err(Fault::Utf8(3)));
        let lone_surrogate = b"\xFF\xFEd\0\x00\xDE";
        assert_eq!(decoded(lone_surrogate), Err(Fault::Utf16(4)));
        let half_a_unit = b"\xFF\xFEd\0d";
        assert_eq!(decoded(half_a_unit), Err(Fault::Utf16(4)));
    }

    #[test]
    fn errors_say_what_where_and_what_to_do() {
        let error = LoadError::NotUtf8 { path: "a.txt".into(), at: 3 };
        assert_eq!(error.to_string(), "a.txt: not UTF-8 text (byte 3); save it as UTF-8 and try again");
    }
}
