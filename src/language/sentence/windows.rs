//! Where `sentencex` ends the sentences of one window of a text, remembered: after an edit most windows are as they were.

use std::{
    cell::RefCell,
    hash::{BuildHasher, BuildHasherDefault},
    rc::Rc,
};

use rustc_hash::FxHasher;

/// A boundary this near the end of a window is looked for again in the next one, with what follows in view.
const LOOKAHEAD: usize = 256;

/// How many windows a thread remembers, a power of two: those of a few long articles.
const REMEMBERED: usize = 1 << 6;

/// Where sentences end in a window.
pub struct Ends {
    /// Behind their last marks, in bytes of the window.
    pub ends: Vec<usize>,
    /// Where the next window begins.
    pub next: usize,
}

/// A window, and whether nothing follows it.
type Known = (Box<str>, bool, Rc<Ends>);

thread_local! {
    static KNOWN: RefCell<[Option<Known>; REMEMBERED]> = const { RefCell::new([const { None }; REMEMBERED]) };
}

/// Where sentences end in a window; `last` when nothing follows it. Not the boundaries near its end unless it is.
pub fn ends(window: &str, last: bool) -> Rc<Ends> {
    let place = BuildHasherDefault::<FxHasher>::default().hash_one((window, last)) as usize % REMEMBERED;
    KNOWN.with_borrow_mut(|known| match &known[place] {
        Some((text, was_last, ends)) if **text == *window && *was_last == last => ends.clone(),
        _ => {
            let ends = Rc::new(find(window, last));
            known[place] = Some((window.into(), last, ends.clone()));
            ends
        }
    })
}

fn find(window: &str, last: bool) -> Ends {
    let limit = if last { window.len() } else { window.len() - LOOKAHEAD };
    let mut found = Ends { ends: Vec::new(), next: window.len() };
    let mut at = 0;
    for sentence in sentencex::segment("en", window) {
        let words = sentence.trim_end();
        at += sentence.len();
        if at > limit || at == window.len() {
            break;
        }
        if !words.is_empty() {
            found.ends.push(at - sentence.len() + words.len());
        }
        found.next = at;
    }
    found
}
