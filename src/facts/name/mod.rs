//! Names in an article: which runs of words are names, and of what kind.

mod candidate;
mod evidence;
mod person;
mod reading;
mod run;
mod word;

pub use candidate::Candidate;
pub use evidence::Evidence;
pub use person::{PersonName, genders_clash};
pub use reading::Reading;
pub use word::Word;

use smol_str::SmolStr;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A form of a name for comparison: lower case, without diacritics, full stops and doubled blanks, one kind of
/// apostrophe and hyphen.
pub fn fold(name: &str) -> SmolStr {
    let plain =
        name.nfd().filter(|c| !is_combining_mark(*c) && *c != '.').flat_map(char::to_lowercase).map(|c| match c {
            '’' | '‘' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            c => c,
        });
    let folded: String = plain.collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ").into()
}
