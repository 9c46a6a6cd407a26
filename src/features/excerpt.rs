//! Words of an article, short enough to show.

/// How many characters are shown at most.
const LONGEST: usize = 140;

/// Words of an article on one line, cut at a word when they are long.
pub fn excerpt(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((cut, _)) => {
            let cut = line[..cut].rfind(' ').unwrap_or(cut);
            format!("{} …", &line[..cut])
        }
    }
}
