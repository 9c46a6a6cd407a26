//! Treebank sentences as the models are to see them: in the tokens that twosource makes.

use anyhow::{Context, Result};
use twosource::{
    language::{
        model::{
            NameTag, Relation, Upos, Xpos,
            training::{Arc, Tag},
        },
        tokenize,
    },
    text::Span,
};

use super::{conllu, entity};

/// A sentence with the answers.
#[derive(Clone, Debug)]
pub struct Example {
    pub document: String,
    pub words: Vec<Word>,
    /// Whether the names are annotated.
    pub has_names: bool,
}

impl Example {
    /// How often an epoch shows it: what is like the texts to come counts more.
    pub fn times(&self) -> usize {
        if self.document.starts_with("GUM_news_") { 2 } else { 1 }
    }
}

/// A token with the answers.
#[derive(Clone, Debug)]
pub struct Word {
    pub form: String,
    pub tag: Tag,
    pub arc: Arc,
    pub name: NameTag,
    pub space_after: bool,
}

impl Example {
    pub fn forms(&self) -> impl Iterator<Item = &str> + Clone {
        self.words.iter().map(|w| w.form.as_str())
    }
}

/// Reads a sentence. Where twosource's tokeniser keeps together what the treebank splits ("Al-Sisi"), the parts are merged.
pub fn from_treebank(sentence: &conllu::Sentence, has_names: bool) -> Result<Example> {
    let names = entity::names(sentence);
    let words = sentence
        .words
        .iter()
        .enumerate()
        .map(|(i, word)| {
            let upos =
                Upos::from_treebank(&word.upos).with_context(|| format!("unknown part of speech {}", word.upos))?;
            let xpos = Xpos::from_treebank(&word.xpos).with_context(|| format!("unknown Penn tag {}", word.xpos))?;
            let relation = Relation::from_treebank(&word.relation)
                .with_context(|| format!("unknown relation {}", word.relation))?;
            // GUM calls the participle in a name a verb ("United Nations"), EWT an adjective.
            let upos = match (upos, xpos) {
                (Upos::Verb | Upos::Aux, Xpos::Nnp) => Upos::Adj,
                _ => upos,
            };
            Ok(Word {
                form: word.form.clone(),
                tag: Tag { upos, xpos },
                arc: (word.head.checked_sub(1).map(|h| h as u32), relation),
                name: name_tag(&names, i),
                space_after: word.space_after,
            })
        })
        .collect::<Result<Vec<Word>>>()?;
    Ok(merge(Example { document: sentence.document.clone(), words, has_names }))
}

fn name_tag(names: &[entity::Name], i: usize) -> NameTag {
    let Some(name) = names.iter().find(|n| (n.start..n.end).contains(&i)) else {
        return NameTag::Outside;
    };
    match (i == name.start, i + 1 == name.end) {
        (true, true) => NameTag::Unit(name.kind),
        (true, false) => NameTag::Begin(name.kind),
        (false, true) => NameTag::Last(name.kind),
        (false, false) => NameTag::Inside(name.kind),
    }
}

impl Example {
    /// The sentence as newspapers set it, with curly quotation marks and apostrophes.
    pub fn with_curly_quotes(mut self) -> Example {
        for word in &mut self.words {
            word.form = match word.form.as_str() {
                "\"" if word.tag.xpos == Xpos::OpenQuote => "“".to_owned(),
                "\"" => "”".to_owned(),
                "'" if word.tag.xpos == Xpos::OpenQuote => "‘".to_owned(),
                form => form.replace('\'', "’"),
            };
        }
        self
    }
}

/// The sentence's text and the place of each word in it.
pub fn text(words: &[Word]) -> (String, Vec<Span>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for word in words {
        let start = text.len();
        text.push_str(&word.form);
        spans.push(Span::new(start, text.len()));
        if word.space_after {
            text.push(' ');
        }
    }
    (text, spans)
}

/// Merges words that make up one token.
fn merge(example: Example) -> Example {
    let (text, spans) = text(&example.words);
    let tokens = tokenize(&text);
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    let mut i = 0;
    while i < spans.len() {
        let together = tokens
            .iter()
            .find(|t| t.span.start == spans[i].start)
            .and_then(|t| (i..spans.len()).find(|&j| spans[j].end == t.span.end))
            .unwrap_or(i);
        groups.push(i..together + 1);
        i = together + 1;
    }
    let group_of = |word: usize| groups.partition_point(|g| g.end <= word) as u32;
    let words = groups
        .iter()
        .map(|group| {
            let outer = |i: &usize| {
                let head = example.words[*i].arc.0;
                !head.is_some_and(|h| group.contains(&(h as usize)))
            };
            let head = group.clone().find(outer).unwrap_or(group.start);
            let first = example.words[group.start].name;
            let last = example.words[group.end - 1].name;
            let main = &example.words[head];
            Word {
                form: example.words[group.clone()].iter().map(|w| w.form.as_str()).collect(),
                tag: main.tag,
                arc: (main.arc.0.map(|h| group_of(h as usize)), main.arc.1),
                name: merged_name(first, last),
                space_after: example.words[group.end - 1].space_after,
            }
        })
        .collect();
    Example { words, ..example }
}

/// The tag of a token that goes from a word tagged `first` to one tagged `last`.
fn merged_name(first: NameTag, last: NameTag) -> NameTag {
    match (first, last) {
        (NameTag::Begin(kind), NameTag::Last(_)) => NameTag::Unit(kind),
        (NameTag::Begin(kind), NameTag::Inside(_)) => NameTag::Begin(kind),
        (NameTag::Inside(kind), NameTag::Last(_)) => NameTag::Last(kind),
        (first, last) if first == last => first,
        // "Paris-based": the name ends within the token.
        (NameTag::Unit(_), NameTag::Outside) => NameTag::Outside,
        (first, _) => first,
    }
}
