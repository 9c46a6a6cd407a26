//! Words as the tables spell them, so that look-ups need not mind case, accents, full stops or spacing.

use std::ops::Deref;

use arrayvec::ArrayString;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A word in lower case without accents and full stops, with straight apostrophes, plain hyphens and single blanks:
/// `D.C.` is `dc`, `Zoë` is `zoe`, `O’Neil` is `o'neil`. Lives on the stack. The empty one is in no table.
#[derive(Clone, Copy, Default)]
pub(super) struct Key(ArrayString<{ Key::MAX }>);

impl Key {
    /// No entry of any table is longer, in bytes.
    pub(super) const MAX: usize = 72;

    /// Whether `word` is spelled as keys are: most words are, and need not be copied.
    pub(super) fn is_one(word: &str) -> bool {
        word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'\'' | b'-'))
    }

    /// The key of `word`, or `None` when it is longer than any entry, so that no table has it.
    pub(super) fn new(word: &str) -> Option<Key> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'\'' | b'-');
        if word.bytes().all(is_plain) {
            let mut key = ArrayString::from(word).ok()?;
            key.make_ascii_lowercase();
            return Some(Key(key));
        }
        let mut key = Key::default();
        if word.is_ascii() {
            word.bytes().try_for_each(|byte| key.push_ascii(byte))?;
        } else if word.len() <= 4 * Key::MAX {
            word.nfd().filter(|&c| !is_combining_mark(c)).try_for_each(|c| key.push_folded(c))?;
        } else {
            return None;
        }
        if key.ends_with(' ') {
            key.0.pop();
        }
        Some(key)
    }

    /// The key without its last `bytes` bytes, and `ending` put on. The bytes must be whole characters.
    pub(super) fn with_ending(&self, bytes: usize, ending: &str) -> Option<Key> {
        let mut key = *self;
        key.0.truncate(self.len() - bytes);
        ending.chars().try_for_each(|c| key.push(c))?;
        Some(key)
    }

    /// The key of two words, with a blank between them.
    pub(super) fn pair(first: Key, second: &Key) -> Option<Key> {
        let first = first.with_ending(0, " ")?;
        first.with_ending(0, second)
    }

    fn push_folded(&mut self, c: char) -> Option<()> {
        let several = match c {
            '’' | '‘' | 'ʼ' => "'",
            '\u{2010}' | '\u{2011}' => "-",
            'ø' | 'Ø' => "o",
            'ł' | 'Ł' => "l",
            'đ' | 'Đ' | 'ð' | 'Ð' => "d",
            'ı' => "i",
            'ß' => "ss",
            'æ' | 'Æ' => "ae",
            'œ' | 'Œ' => "oe",
            'þ' | 'Þ' => "th",
            _ => return c.to_lowercase().try_for_each(|c| self.push(c)),
        };
        several.chars().try_for_each(|c| self.push(c))
    }

    fn push(&mut self, c: char) -> Option<()> {
        let c = if c.is_whitespace() { ' ' } else { c };
        match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => self.push_ascii(byte),
            _ => self.0.try_push(c).ok(),
        }
    }

    fn push_ascii(&mut self, byte: u8) -> Option<()> {
        let c = match byte {
            b'.' => return Some(()),
            _ if char::from(byte).is_whitespace() => {
                if self.is_empty() || self.ends_with(' ') {
                    return Some(());
                }
                ' '
            }
            _ => char::from(byte.to_ascii_lowercase()),
        };
        self.0.try_push(c).ok()
    }
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(word: &str) -> Option<String> {
        Key::new(word).map(|key| key.to_string())
    }

    #[test]
    fn folds_case_accents_stops_and_blanks() {
        assert_eq!(key("D.C.").as_deref(), Some("dc"));
        assert_eq!(key("Zoë").as_deref(), Some("zoe"));
        assert_eq!(key("O’Neil").as_deref(), Some("o'neil"));
        assert_eq!(key("Søren").as_deref(), Some("soren"));
        assert_eq!(key(" New \n York ").as_deref(), Some("new york"));
        assert_eq!(key(&"x".repeat(500)), None);
    }

    proptest! {
        #[test]
        fn is_its_own_key(word in "\\PC{0,40}") {
            if let Some(once) = key(&word) {
                prop_assert_eq!(key(&once), Some(once));
            }
        }
    }
}
