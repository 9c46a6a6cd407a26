//! Names in an article: which runs of words are names, and of what kind.

mod candidate;
mod evidence;
mod inner;
mod person;
mod reading;
mod run;
mod word;

pub use candidate::{Candidate, text};
pub use evidence::Evidence;
pub use inner::Inner;
pub use person::{PersonName, genders_clash};
pub use reading::Reading;
pub use word::Word;

use smol_str::{SmolStr, SmolStrBuilder};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A form of a name for comparison: lower case, without diacritics, full stops and doubled blanks, one kind of
/// apostrophe and hyphen.
pub fn fold(name: &str) -> SmolStr {
    if name.is_ascii() {
        let plain = name.chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase());
        return single_blanks(plain);
    }
    let plain =
        name.nfd().filter(|c| !is_combining_mark(*c) && *c != '.').flat_map(char::to_lowercase).map(|c| match c {
            '’' | '‘' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            c => c,
        });
    single_blanks(plain)
}

/// The characters without white space at either end, and one blank where there is any in between.
fn single_blanks(chars: impl Iterator<Item = char>) -> SmolStr {
    let mut text = SmolStrBuilder::new();
    let (mut begun, mut gap) = (false, false);
    for c in chars {
        if c.is_whitespace() {
            gap = begun;
            continue;
        }
        if gap {
            text.push(' ');
        }
        text.push(c);
        (begun, gap) = (true, false);
    }
    text.finish()
}
