//! Reads treebanks in the CoNLL-U format.

use std::path::Path;

use anyhow::{Context, Result};

/// A sentence as annotated.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// The document it belongs to.
    pub document: String,
    pub words: Vec<Word>,
}

/// A syntactic word.
#[derive(Clone, Debug)]
pub struct Word {
    pub form: String,
    pub upos: String,
    pub xpos: String,
    /// Number of the head, from 1; 0 for the root.
    pub head: usize,
    pub relation: String,
    /// GUM's `Entity` brackets, where there are any.
    pub entity: String,
    /// Whether white space follows.
    pub space_after: bool,
}

/// Reads all sentences of a file.
pub fn read(path: &Path) -> Result<Vec<Sentence>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read the treebank {}", path.display()))?;
    parse(&text).with_context(|| format!("{} is not CoNLL-U", path.display()))
}

fn parse(text: &str) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    // A token of several words and whether white space follows it.
    let mut fused: Option<(usize, bool)> = None;
    for (number, line) in text.lines().enumerate() {
        if let Some(document) = line.strip_prefix("# newdoc id = ") {
            sentence.document = document.to_owned();
        } else if line.is_empty() {
            let document = sentence.document.clone();
            let next = Sentence { document, words: Vec::new() };
            sentences.push(std::mem::replace(&mut sentence, next));
        } else if !line.starts_with('#') {
            let fields: [&str; 10] = line
                .split('\t')
                .collect::<Vec<_>>()
                .try_into()
                .ok()
                .with_context(|| format!("line {}: not ten columns", number + 1))?;
            let space_after = !fields[9].split('|').any(|f| f == "SpaceAfter=No");
            if let Some((_, last)) = fields[0].split_once('-') {
                fused = Some((last.parse()?, space_after));
                continue;
            }
            let Ok(id) = fields[0].parse::<usize>() else {
                continue; // an empty node of the enhanced graph
            };
            let space_after = match fused {
                Some((last, after)) if id == last => {
                    fused = None;
                    after
                }
                Some(_) => false,
                None => space_after,
            };
            let entity = fields[9].split('|').find_map(|f| f.strip_prefix("Entity="));
            sentence.words.push(Word {
                form: fields[1].to_owned(),
                upos: fields[3].to_owned(),
                xpos: fields[4].to_owned(),
                head: fields[6].parse()?,
                relation: fields[7].to_owned(),
                entity: entity.unwrap_or_default().to_owned(),
                space_after,
            });
        }
    }
    Ok(sentences)
}
