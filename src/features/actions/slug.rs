//! Short names for things, from their words.

/// A name of letters, digits and hyphens made of the last word of a person's name, or the telling words of a claim,
/// which none of `taken` is.
pub fn slug<'a>(words: impl Iterator<Item = &'a str>, taken: &dyn Fn(&str) -> bool) -> String {
    let plain = |word: &str| -> String {
        let folded = crate::facts::name::fold(word);
        folded.chars().filter(|c| c.is_ascii_alphanumeric()).collect()
    };
    let joined = words.map(plain).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let base = if joined.is_empty() { "claim".to_owned() } else { joined };
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    [base.clone()].into_iter().chain(numbered).find(|name| !taken(name)).unwrap_or(base)
}

/// The words of a name that stand for it: the last, but for "Jr." and the like.
pub fn of_name(name: &str) -> impl Iterator<Item = &str> {
    let mut words = name.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2);
    words.next_back().into_iter()
}

/// The first words of a claim that say something.
pub fn of_claim(words: &str) -> impl Iterator<Item = &str> {
    let telling = words.split_whitespace().filter(|word| {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        plain.chars().count() > 2 && !crate::language::lexicon::is_function_word(&plain.to_lowercase())
    });
    telling.take(2)
}
