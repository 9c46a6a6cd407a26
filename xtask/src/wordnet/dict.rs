//! WordNet's dictionary files as they are, see wndb(5WN) and cntlist(5WN).

use std::{collections::BTreeMap, fs, path::Path, str::SplitWhitespace};

use anyhow::{Context, Result};

/// The parts of speech in the order of the table, as (file suffix, letter).
const PARTS: [(&str, &str); 4] = [("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")];

/// Index into [`PARTS`].
pub type Part = usize;
pub const NOUN: Part = 0;
pub const VERB: Part = 1;

/// A synset: part of speech and byte offset in its data file.
pub type SynsetKey = (Part, u32);

pub struct Synset {
    /// Lexicographer file, see lexnames(5WN).
    pub file: u8,
    /// As written, with blanks.
    pub words: Vec<String>,
    pub pointers: Vec<Pointer>,
}

pub struct Pointer {
    pub symbol: String,
    pub target: SynsetKey,
    /// Indices of the words it holds between; `None` when it holds between the synsets.
    pub words: Option<(usize, usize)>,
}

#[derive(Default)]
pub struct Dict {
    pub synsets: BTreeMap<SynsetKey, Synset>,
    /// Lower-case lemma and part of speech → synsets, most frequent first.
    pub senses: BTreeMap<(String, Part), Vec<SynsetKey>>,
    /// Irregular form and part of speech → its base forms.
    pub exceptions: BTreeMap<(String, Part), Vec<String>>,
    /// How often a sense is tagged in the corpora: lower-case lemma, part of speech, number of the sense from 0.
    pub counts: BTreeMap<(String, Part, usize), u32>,
}

impl Dict {
    pub fn read(folder: &Path) -> Result<Dict> {
        let mut dict = Dict::default();
        for (part, (suffix, _)) in PARTS.iter().enumerate() {
            each_line(&folder.join(format!("data.{suffix}")), |line| dict.add_synset(part, line))?;
            each_line(&folder.join(format!("index.{suffix}")), |line| dict.add_lemma(part, line))?;
            each_line(&folder.join(format!("{suffix}.exc")), |line| dict.add_exception(part, line))?;
        }
        each_line(&folder.join("cntlist.rev"), |line| dict.add_count(line))?;
        Ok(dict)
    }

    fn add_synset(&mut self, part: Part, line: &str) -> Option<()> {
        let mut fields = line.split(" | ").next()?.split_whitespace();
        let offset = fields.next()?.parse().ok()?;
        let file = fields.next()?.parse().ok()?;
        let _type = fields.next()?;
        let mut words = Vec::new();
        for _ in 0..usize::from_str_radix(fields.next()?, 16).ok()? {
            // An adjective may carry a marker of position: `galore(ip)`.
            words.push(fields.next()?.split('(').next()?.replace('_', " "));
            fields.next()?;
        }
        let mut pointers = Vec::new();
        for _ in 0..fields.next()?.parse::<usize>().ok()? {
            pointers.push(pointer(&mut fields)?);
        }
        self.synsets.insert((part, offset), Synset { file, words, pointers });
        Some(())
    }

    fn add_lemma(&mut self, part: Part, line: &str) -> Option<()> {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let count: usize = fields.get(2)?.parse().ok()?;
        let synsets = fields[fields.len().checked_sub(count)?..].iter();
        let synsets = synsets.map(|offset| Some((part, offset.parse().ok()?))).collect::<Option<_>>()?;
        self.senses.insert((fields[0].replace('_', " "), part), synsets);
        Some(())
    }

    fn add_exception(&mut self, part: Part, line: &str) -> Option<()> {
        let mut fields = line.split_whitespace().map(|word| word.replace('_', " "));
        let form = fields.next()?;
        self.exceptions.entry((form, part)).or_default().extend(fields);
        Some(())
    }

    fn add_count(&mut self, line: &str) -> Option<()> {
        let mut fields = line.split_whitespace();
        let (lemma, rest) = fields.next()?.split_once('%')?;
        let sense: usize = fields.next()?.parse().ok()?;
        let count = fields.next()?.parse().ok()?;
        // 5 is an adjective satellite.
        let part = match rest.split(':').next()?.parse().ok()? {
            5 => 2,
            kind @ 1usize..=4 => kind - 1,
            _ => return None,
        };
        self.counts.insert((lemma.replace('_', " "), part, sense.checked_sub(1)?), count);
        Some(())
    }

    /// The synsets directly above `synset`.
    pub fn hypernyms(&self, synset: SynsetKey) -> impl Iterator<Item = SynsetKey> {
        let pointers = &self.synsets[&synset].pointers;
        pointers.iter().filter(|pointer| matches!(&*pointer.symbol, "@" | "@i")).map(|pointer| pointer.target)
    }

    /// Whether `synset` names one thing rather than a kind: `Danube`, not `river`.
    pub fn is_instance(&self, synset: SynsetKey) -> bool {
        self.synsets[&synset].pointers.iter().any(|pointer| pointer.symbol == "@i")
    }
}

fn pointer(fields: &mut SplitWhitespace) -> Option<Pointer> {
    let symbol = fields.next()?.to_owned();
    let offset = fields.next()?.parse().ok()?;
    let letter = fields.next()?;
    let part = PARTS.iter().position(|&(_, part)| part == letter)?;
    let words = fields.next()?;
    let word = |range| usize::from_str_radix(words.get(range)?, 16).ok();
    let (from, to) = (word(0..2)?, word(2..4)?);
    Some(Pointer { symbol, target: (part, offset), words: (from > 0 && to > 0).then(|| (from - 1, to - 1)) })
}

/// Calls `add` with every line but those of the licence, which are indented; an error where it finds no sense in one.
fn each_line(path: &Path, mut add: impl FnMut(&str) -> Option<()>) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    // Latin-1.
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with("  ")) {
        add(line).with_context(|| format!("{}:{}: not a line of WordNet 3.0", path.display(), number + 1))?;
    }
    Ok(())
}
