//! Definite descriptions: "the superintendent" is whoever is introduced as one, "the armory" the one armory named.

use std::ops::Range;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use super::{Bearer, Named, names::ranges};
use crate::{
    facts::{
        Basis, EntityKind, PlacedSentence,
        name::{Word, fold},
    },
    language::{
        Sentence, TokenKind,
        lexicon::{self, Pos},
        model::{Relation, Upos, Xpos},
    },
};

/// A description that refers.
#[derive(Clone, Debug)]
pub struct Described {
    pub sentence: usize,
    /// Tokens, from the determiner to the head.
    pub tokens: Range<usize>,
    pub bearer: usize,
    pub basis: Basis,
}

/// A name in the text and the role that stands beside it, as tokens of its sentence.
pub struct Introduced<'a> {
    pub named: &'a Named,
    pub role: Option<Range<usize>>,
}

/// The names of an article by sentence and by bearer.
struct Names<'a> {
    all: &'a [Introduced<'a>],
    of_sentence: Vec<Range<usize>>,
    /// Sentence and token of each bearer's names, in rising order.
    of_bearer: Vec<Vec<(usize, usize)>>,
    /// Bearers whose role stands behind one of their names: "Ilse Okonjo, the warden".
    introduced: Vec<bool>,
}

impl<'a> Names<'a> {
    fn new(all: &'a [Introduced<'a>], sentences: usize, bearers: usize) -> Names<'a> {
        let mut names = Names {
            all,
            of_sentence: ranges(sentences, all.iter().map(|n| n.named.sentence)),
            of_bearer: vec![Vec::new(); bearers],
            introduced: vec![false; bearers],
        };
        for Introduced { named, role } in all {
            names.of_bearer[named.bearer].push((named.sentence, named.name.start));
            names.introduced[named.bearer] |= role.as_ref().is_some_and(|r| r.start >= named.name.end);
        }
        names
    }

    fn in_sentence(&self, sentence: usize) -> &'a [Introduced<'a>] {
        &self.all[self.of_sentence[sentence].clone()]
    }

    /// How often a bearer is named.
    fn count(&self, bearer: usize) -> usize {
        self.of_bearer.get(bearer).map_or(0, Vec::len)
    }

    /// Where a bearer was last named before a description.
    fn last_before(&self, bearer: usize, description: &Description) -> Option<(usize, usize)> {
        let here = (description.sentence, description.tokens.start);
        let places = self.of_bearer.get(bearer)?;
        places[..places.partition_point(|place| *place < here)].last().copied()
    }
}

/// A description not yet resolved.
struct Description {
    sentence: usize,
    /// With "the"; otherwise it belongs to somebody ("his spokesman") and refers only where a name stands beside it.
    definite: bool,
    tokens: Range<usize>,
    /// Lemma of the head noun.
    head: SmolStr,
    /// "of" or "for" follows: "the chief of staff" is no chief.
    complement: bool,
    /// Lower-case words between determiner and head.
    modifiers: Vec<SmolStr>,
}

/// Resolves the definite descriptions of an article that an office or a kind in a name tells.
pub fn resolve_descriptions(
    placed: &[PlacedSentence],
    words: &[&[Word]],
    names: &[Introduced],
    bearers: &mut [Bearer],
) -> Vec<Described> {
    let mut roles: Vec<(usize, usize, Vec<SmolStr>)> = names
        .iter()
        .filter_map(|n| Some((n.named.bearer, n.named.sentence, role_words(words[n.named.sentence], n.role.clone()?))))
        .collect();
    for (bearer, _, role) in roles.iter().filter(|(.., role)| !role.is_empty()) {
        let phrase = fold(&role.join(" "));
        if !bearers[*bearer].roles.contains(&phrase) {
            bearers[*bearer].roles.push(phrase);
        }
    }
    // "Father" is a priest, but the title is no role of its own beside others.
    let mut others: FxHashMap<&str, bool> = FxHashMap::default();
    for Introduced { named, .. } in names {
        let title = named.name.start.checked_sub(1).map(|i| &words[named.sentence][i].lower);
        let offices = title.map_or(&[][..], |title| lexicon::offices_of_title(title.trim_end_matches('.')));
        let offices =
            offices.iter().filter(|office| !*others.entry(office).or_insert_with(|| tells_of_others(words, office)));
        roles.extend(offices.map(|office| (named.bearer, named.sentence, vec![SmolStr::from(*office)])));
    }
    let names = &Names::new(names, placed.len(), bearers.len());
    let damaged = words.iter().any(|words| words.iter().any(|w| has_lost_its_apostrophe(&w.lower)));
    let mut found = Vec::new();
    for (number, place) in placed.iter().enumerate().filter(|(_, p)| !p.heading) {
        let mut all = descriptions(number, &place.sentence, words[number]);
        if damaged {
            all.extend(damaged_owners(number, &place.sentence, words[number]));
        }
        for description in all {
            let head = description.tokens.end - 1;
            let mut here = names.in_sentence(number).iter();
            let own = here.clone().find(|n| n.role.as_ref().is_some_and(|r| heads(words[number], r, head)));
            let covered = here.any(|n| (n.named.title.start..n.named.name.end).contains(&head));
            let bearer = match own {
                Some(own) if !covered => Some(own.named.bearer),
                _ if covered || !description.definite || description.complement => None,
                _ => by_role(&description, &roles, names)
                    .or_else(|| by_kind(&description, names, bearers))
                    .or_else(|| by_settlement(&description, names, bearers)),
            };
            if let Some(bearer) = bearer {
                let basis = if own.is_some() { Basis::RoleBeside } else { Basis::Role };
                found.push(Described { sentence: number, tokens: description.tokens, bearer, basis });
            }
        }
    }
    found
}

/// Whether token `at` is the head of a role: its last word before any preposition.
fn heads(words: &[Word], role: &Range<usize>, at: usize) -> bool {
    let preposition = |w: &Word| matches!(w.lower.as_str(), "of" | "for" | "at" | "in" | "to" | "with" | "from");
    let end = words[role.clone()].iter().position(preposition).map_or(role.end, |n| role.start + n);
    at + 1 == end
}

/// Sentences of more tokens are no prose: lists, tables, text that lost its marks.
const LONGEST: usize = 500;

/// Noun phrases with "the" or an owner, and a common noun in the singular.
fn descriptions(number: usize, sentence: &Sentence, words: &[Word]) -> Vec<Description> {
    let parse = &sentence.parse;
    let mut found = Vec::new();
    if words.len() > LONGEST {
        return found;
    }
    for head in 0..words.len() {
        // A noun that the tagger has never seen may pass for anything: behind "the" and before a verb it is a noun.
        let unseen = head > 0
            && words[head - 1].lower == "the"
            && words[head].kind == TokenKind::Word
            && !words[head].capital
            && !words[head].common
            && parse.nodes().get(head + 1).is_some_and(|n| n.xpos.is_verb() || n.xpos == Xpos::Md);
        if !unseen && parse.node(head).xpos != Xpos::Nn || parse.node(head).relation == Relation::Compound {
            continue;
        }
        let determiner = parse.child(head, Relation::Det).filter(|&d| words[d].lower == "the" && d < head);
        let determiner = determiner.or(unseen.then(|| head - 1));
        let owner = parse.child(head, Relation::NmodPoss).filter(|&o| o < head);
        let (start, inner) = match (determiner, owner) {
            (Some(determiner), _) => (determiner, determiner + 1),
            (None, Some(owner)) => (parse.subtree(owner).start, parse.subtree(owner).end),
            (None, None) => continue,
        };
        let between = &words[inner.min(head)..head];
        if between.iter().any(|w| w.kind != TokenKind::Word || w.capital) {
            continue;
        }
        let head_lemma = lexicon::lemma(&words[head].lower, Pos::Noun).unwrap_or_else(|| words[head].lower.clone());
        found.push(Description {
            sentence: number,
            definite: determiner.is_some(),
            tokens: start..head + 1,
            head: head_lemma,
            complement: words.get(head + 1).is_some_and(|w| matches!(w.lower.as_str(), "of" | "for")),
            modifiers: between.iter().map(|w| w.lower.clone()).collect(),
        });
    }
    found
}

/// Whether a word only makes sense with an apostrophe: "wouldnt".
fn has_lost_its_apostrophe(lower: &str) -> bool {
    lower.strip_suffix("nt").is_some_and(|stem| {
        matches!(stem, "would" | "did" | "does" | "is" | "was" | "could" | "should" | "has" | "were" | "have")
    })
}

/// Whether an article tells of somebody, or of several, by the noun for an office: "a doctor", "doctors".
fn tells_of_others(words: &[&[Word]], office: &str) -> bool {
    let several = |word: &str| word.strip_suffix('s') == Some(office);
    let one = |first: &str| matches!(first, "a" | "an" | "another" | "one");
    words.iter().any(|words| {
        let pairs = words.windows(2).any(|pair| pair[1].lower == office && one(&pair[0].lower));
        pairs || words.iter().any(|word| several(&word.lower))
    })
}

/// "The governors pleasure": an office in the plural between "the" and another noun, which owns it where the text has lost its
/// apostrophes.
fn damaged_owners(number: usize, sentence: &Sentence, words: &[Word]) -> Vec<Description> {
    let parse = &sentence.parse;
    let owner = |head: usize| {
        let stem = words[head].lower.strip_suffix('s').filter(|stem| lexicon::is_role_head(stem))?;
        let noun = parse.nodes().get(head + 1).is_some_and(|n| matches!(n.upos, Upos::Noun | Upos::Adj));
        let between = words[head - 1].lower == "the" && noun && !words[head].capital;
        between.then(|| Description {
            sentence: number,
            definite: true,
            tokens: head - 1..head + 1,
            head: stem.into(),
            complement: false,
            modifiers: Vec::new(),
        })
    };
    (1..words.len().min(LONGEST)).filter_map(owner).collect()
}

/// The words of a role that say what it is: nouns and adjectives before any preposition, lower case.
fn role_words(words: &[Word], role: Range<usize>) -> Vec<SmolStr> {
    words[role]
        .iter()
        .take_while(|w| !matches!(w.lower.as_str(), "of" | "for" | "at" | "in" | "to" | "with" | "from" | "who"))
        .filter(|w| w.kind == TokenKind::Word && !lexicon::is_function_word(&w.lower))
        .map(|w| lexicon::title_in_full(&w.lower).map_or_else(|| w.lower.clone(), SmolStr::from))
        .collect()
}

/// Whether a word of a role says that it is somebody else's: "the deputy mayor" is no mayor.
pub fn is_deputy(word: &str) -> bool {
    matches!(word, "deputy" | "assistant" | "vice" | "associate")
}

/// Whoever has the role: all words of the description occur in it, and its head is the role's.
fn by_role(description: &Description, roles: &[(usize, usize, Vec<SmolStr>)], names: &Names) -> Option<usize> {
    let fits = |role: &Vec<SmolStr>| {
        role.last() == Some(&description.head)
            && description.modifiers.iter().all(|m| role.contains(m))
            && !role.iter().any(|word| is_deputy(word) && !description.modifiers.contains(word))
    };
    // "the mayor" is not the former one while there is another.
    let past = |role: &[SmolStr]| role.iter().any(|w| matches!(w.as_str(), "former" | "ex" | "late" | "onetime"));
    let mut holders: Vec<(bool, usize)> =
        roles.iter().filter(|(.., role)| fits(role)).map(|(bearer, _, role)| (past(role), *bearer)).collect();
    holders.sort_unstable();
    let first_past = holders.first()?.0;
    holders.retain(|(past, _)| *past == first_past);
    holders.dedup();
    let holders: Vec<usize> = holders.into_iter().map(|(_, bearer)| bearer).collect();
    let mentions = |b: usize| names.count(b);
    // The office goes with whoever the article is about, unless two are spoken of about as much.
    let most = holders.iter().map(|&b| mentions(b)).max()?;
    let holders = holders.into_iter().filter(|&b| mentions(b) * 2 > most);
    most_recent(holders, description, names).filter(|&b| is_at_hand(b, description, names))
}

/// How many sentences may lie between a name and a description of its bearer.
const NEAR: usize = 4;

/// How many sentences may lie between a description of somebody and the first mention by name.
const LATER: usize = 8;

/// Whether somebody was named shortly before a description, or is named most in the whole article.
fn is_at_hand(bearer: usize, description: &Description, names: &Names) -> bool {
    let near = |(sentence, _): (usize, usize)| sentence + NEAR >= description.sentence;
    // "The governor would not say why. […] Gov. Ann Lee was away": named only later.
    let later = |(sentence, _): &(usize, usize)| *sentence <= description.sentence + LATER;
    let named_later = || names.of_bearer[bearer].first().is_some_and(later);
    names.introduced[bearer] || names.last_before(bearer, description).map_or_else(named_later, near)
}

/// What is named by this kind: "the armory" for "Otis Hill Armory".
fn by_kind(description: &Description, names: &Names, bearers: &[Bearer]) -> Option<usize> {
    let named = |b: &Bearer| {
        b.person.is_none()
            && b.forms.iter().any(|form| {
                form.contains(' ')
                    && kind_word(form) == description.head
                    && description.modifiers.iter().all(|m| form.split(' ').any(|w| w == m))
            })
    };
    let holders = bearers.iter().enumerate().filter(|(_, b)| named(b)).map(|(i, _)| i);
    most_recent(holders, description, names)
}

/// The word of a name that says what it names: the last one, or the one before "of" and the like.
fn kind_word(form: &str) -> &str {
    let mut words = form.split(' ');
    let mut head = words.next().unwrap_or(form);
    for word in words {
        if matches!(word, "of" | "for" | "on" | "against") {
            break;
        }
        head = word;
    }
    head
}

/// "the town": the place that the article names most, which is where it is told from.
fn by_settlement(description: &Description, names: &Names, bearers: &[Bearer]) -> Option<usize> {
    if !matches!(description.head.as_str(), "town" | "city" | "village") || !description.modifiers.is_empty() {
        return None;
    }
    let mentions = |b: usize| names.count(b);
    let place = |b: &Bearer| matches!(b.kind(), EntityKind::Place | EntityKind::Other) && !b.described;
    let places = (0..bearers.len()).filter(|&b| place(&bearers[b]));
    let most = places.clone().map(mentions).max().filter(|&n| n > 1)?;
    let mut best = places.filter(|&b| mentions(b) == most);
    best.next().filter(|_| best.next().is_none())
}

/// The one named last before the description, or else the first to be named.
fn most_recent(bearers: impl Iterator<Item = usize>, description: &Description, names: &Names) -> Option<usize> {
    bearers.max_by_key(|&b| (names.last_before(b, description), std::cmp::Reverse(b)))
}
