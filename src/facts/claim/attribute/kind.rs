//! What something is: "is an American singer and actress".

use std::ops::Range;

use smol_str::SmolStr;

use super::{Kind, Trait, opening::Opening};
use crate::{
    facts::claim::{clause::Clauses, gist::is_negator},
    language::{
        Sentence, TokenKind,
        lexicon::{self, Affiliation, Field, PlaceLevel, Pos},
        model::Xpos,
    },
};

/// What is said that something is.
pub struct Described {
    pub trait_: Trait,
    pub tokens: Range<usize>,
    /// The last head noun.
    pub head: usize,
    pub years: Vec<usize>,
}

/// The noun phrase behind "is".
pub fn kind(clauses: &Clauses, opening: &Opening) -> Option<Described> {
    let sentence = clauses.sentence();
    let at = opening.verb;
    if !matches!(sentence.word(at), "is" | "was" | "are" | "were") {
        return None;
    }
    let only = |i: &usize| matches!(sentence.word(*i), "only" | "solely" | "exclusively" | "purely");
    let begin = (at + 1..opening.end).find(|&i| !opening.bracketed[i] && !is_adverb(sentence, i) && !only(&i))?;
    let alone = (at + 1..begin).any(|i| only(&i));
    let negated = (at + 1..=begin).any(|i| is_negator(&sentence.lower(i)));
    let mut chunk = chunk(sentence, begin..opening.end, &opening.bracketed);
    let mut heads = heads(sentence, &chunk);
    // "a form of dance", "one of the first singers": what it is stands behind "of".
    let transparent =
        |i: usize| matches!(sentence.word(i), "form" | "type" | "kind" | "genre" | "style" | "sort" | "variety");
    let last = chunk.last().copied()?;
    if heads.last().is_some_and(|&h| transparent(h))
        && sentence.tokens.len() > last + 1
        && sentence.word(last + 1) == "of"
    {
        chunk = self::chunk(sentence, last + 2..opening.end, &opening.bracketed);
        heads = self::heads(sentence, &chunk);
    }
    let origins = origins(sentence, &chunk);
    let end = chunk.last().copied()? + 1;
    let one_of = sentence.word(begin) == "one";
    let head = heads.last().copied().or_else(|| (!origins.is_empty()).then_some(end - 1))?;
    let nouns: Vec<SmolStr> = heads.iter().filter_map(|&i| noun(sentence, i)).collect();
    // "Is part of", "is the name of" do not tell what it is.
    let vague = |n: &SmolStr| {
        matches!(n.as_str(), "part" | "name" | "member" | "one" | "number" | "thing" | "location" | "example")
    };
    // "A film series" is one of films.
    let works = matches!(sentence.word(head), "series")
        && head > 0
        && matches!(sentence.word(head - 1), "film" | "book" | "novel" | "game");
    if one_of || works || nouns.iter().any(vague) {
        return None;
    }
    let years = chunk.iter().copied().filter(|&i| is_year(sentence, i)).collect();
    let indefinite = matches!(sentence.word(begin), "a" | "an");
    // "Is not a Danish novelist", "is not a novel by her": it may be another one.
    let closed = end == sentence.tokens.len() || matches!(sentence.word(end), "." | "," | ";");
    let bare = chunk.len() == 2 && indefinite && heads.len() == 1 && closed;
    if negated && !bare {
        return None;
    }
    let fields: Vec<Field> = chunk.iter().flat_map(|&i| fields(sentence.word(i))).collect();
    let trait_ = Trait::Kind(Kind {
        heads: nouns.into(),
        origins: origins.into(),
        fields: fields.into(),
        only: alone,
        indefinite,
        negated,
    });
    Some(Described { trait_, tokens: begin..end, head, years })
}

/// The lemma of a head noun; a show on television is a series.
fn noun(sentence: &Sentence, i: usize) -> Option<SmolStr> {
    let lemma = lexicon::lemma(&sentence.lower(i), Pos::Noun)?;
    let before = i.checked_sub(1).map(|i| sentence.lower(i)).unwrap_or_default();
    let shown =
        matches!(before.as_str(), "television" | "tv") && matches!(lemma.as_str(), "show" | "program" | "programme");
    Some(if shown { "series".into() } else { lemma })
}

/// The fields that a word names in lower case, or its parts between hyphens: "comedy-horror".
fn fields(word: &str) -> Vec<Field> {
    let whole = lexicon::field(word);
    let parts = word.split('-').filter_map(lexicon::field).filter(|_| whole.is_none());
    whole.into_iter().chain(parts).filter(|_| word.starts_with(char::is_lowercase)).collect()
}

fn is_adverb(sentence: &Sentence, i: usize) -> bool {
    sentence.parse.node(i).xpos == Xpos::Rb && sentence.tokens[i].kind == TokenKind::Word
}

fn is_year(sentence: &Sentence, i: usize) -> bool {
    let word = sentence.word(i);
    word.len() == 4 && word.parse().is_ok_and(|year: u16| (1000..2200).contains(&year))
}

/// The tokens of a noun phrase and those joined to it by commas and "and", as far as they go without a preposition or a verb.
fn chunk(sentence: &Sentence, range: Range<usize>, bracketed: &[bool]) -> Vec<usize> {
    let mut found = Vec::new();
    let noun = |i: usize| {
        let node = sentence.parse.node(i);
        matches!(node.xpos, Xpos::Nn | Xpos::Nns | Xpos::Nnp | Xpos::Nnps | Xpos::Jj | Xpos::Jjs | Xpos::Jjr | Xpos::Cd)
    };
    for i in range.clone() {
        if bracketed[i] || sentence.tokens[i].kind == TokenKind::Quote {
            continue;
        }
        let word = sentence.word(i);
        let goes_on = match word {
            "," => i + 1 < range.end && noun(i + 1) && sentence.word(i + 1).starts_with(char::is_lowercase),
            "and" | "&" | "/" => i + 1 < range.end && (noun(i + 1) || sentence.parse.node(i + 1).xpos == Xpos::Dt),
            "-" => true,
            // "an animated series", "a fashion-designing model": a participle before its noun.
            _ if matches!(sentence.parse.node(i).xpos, Xpos::Vbn | Xpos::Vbg | Xpos::Vbd) => {
                i + 1 < range.end && (noun(i + 1) || sentence.word(i + 1) == "-") || word.contains('-')
            }
            _ => {
                let xpos = sentence.parse.node(i).xpos;
                noun(i)
                    || matches!(xpos, Xpos::Dt | Xpos::Rb | Xpos::Hyph | Xpos::Pos | Xpos::Afx)
                    || word.contains('-')
            }
        };
        if !goes_on {
            break;
        }
        found.push(i);
    }
    while found.last().is_some_and(|&i| matches!(sentence.word(i), "," | "and" | "-")) {
        found.pop();
    }
    found
}

/// The nouns that end the phrases of a chunk.
fn heads(sentence: &Sentence, chunk: &[usize]) -> Vec<usize> {
    let noun = |i: usize| {
        matches!(sentence.parse.node(i).xpos, Xpos::Nn | Xpos::Nns) && sentence.word(i).starts_with(char::is_lowercase)
    };
    let ends = |next: Option<&usize>| {
        next.is_none_or(|&n| {
            matches!(sentence.word(n), "," | "and" | "&" | "/") || sentence.word(n).starts_with(char::is_uppercase)
        })
    };
    // "Is a single", "is a musical": a noun that looks like an adjective.
    let last = |k: usize| {
        let i = chunk[k];
        k + 1 == chunk.len() && sentence.parse.node(i).xpos == Xpos::Jj && lexicon::is_exclusive(sentence.word(i))
    };
    (0..chunk.len()).filter(|&k| noun(chunk[k]) && ends(chunk.get(k + 1)) || last(k)).map(|k| chunk[k]).collect()
}

/// The part of the world that an adjective names: "European".
pub fn area(adjective: &str) -> Option<&'static str> {
    let name = adjective.strip_suffix('n')?;
    [name, name.strip_suffix('a').unwrap_or(name)]
        .into_iter()
        .find_map(|name| lexicon::places(name).find(|place| place.kind == PlaceLevel::Area).map(|place| place.name))
}

/// The countries and parts of the world that adjectives of a chunk name: "South Korean", "British-American".
fn origins(sentence: &Sentence, chunk: &[usize]) -> Vec<&'static str> {
    let mut found = Vec::new();
    let mut add = |word: &str| {
        let affiliation = lexicon::affiliation(word);
        found.extend(match affiliation {
            Some(Affiliation::Place(place)) => Some(place),
            Some(Affiliation::Area) => area(word),
            _ => None,
        });
        // "African American" is a people, and tells of no continent.
        affiliation.is_some()
    };
    let mut skip = false;
    for (k, &i) in chunk.iter().enumerate() {
        if std::mem::take(&mut skip) || !sentence.word(i).starts_with(char::is_uppercase) {
            continue;
        }
        let pair = chunk.get(k + 1).map(|&next| format!("{} {}", sentence.word(i), sentence.word(next)));
        if pair.is_some_and(|pair| add(&pair)) {
            skip = true;
        } else if !add(sentence.word(i)) {
            sentence.word(i).split('-').filter(|part| part.len() > 2).for_each(|part| {
                add(part);
            });
        }
    }
    found
}
