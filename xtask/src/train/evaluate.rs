//! Measures the models against a treebank.

use twosource::language::{
    model::{
        Models, NameKind, NameTag, Node,
        training::{Arc, Words},
    },
    tokenize,
};

use super::example::{self, Example, Word};

/// Prints how well the models do on `examples`, given the right tokens.
pub fn report(title: &str, models: &Models, examples: &[Example]) {
    let mut scores = Scores::default();
    for example in examples {
        let parse = models.analyse(&Words::new(example.forms(), &models.dictionary));
        for (word, node) in example.words.iter().zip(parse.nodes()) {
            scores.count(word, node);
        }
        if example.has_names {
            let gold: Vec<NameTag> = example.words.iter().map(|w| w.name).collect();
            let guess: Vec<NameTag> = parse.nodes().iter().map(|n| n.name).collect();
            scores.names.count(&spans(&gold), &spans(&guess));
        }
    }
    println!("{title}: {scores}");
}

/// Prints how often twosource's tokeniser makes the same tokens as the treebank.
pub fn report_tokens(title: &str, examples: &[Example]) {
    let mut matches = Matches::default();
    for example in examples {
        let (text, spans) = example::text(&example.words);
        let tokens: Vec<_> = tokenize(&text).iter().map(|t| t.span).collect();
        matches.wanted += spans.len();
        matches.found += tokens.len();
        matches.right += spans.iter().filter(|s| tokens.binary_search(s).is_ok()).count();
    }
    println!("{title}: tokens {matches}");
}

#[derive(Default)]
struct Scores {
    words: usize,
    upos: usize,
    xpos: usize,
    head: usize,
    arc: usize,
    subjects: Matches,
    names: Names,
}

#[derive(Clone, Copy, Default)]
struct Matches {
    right: usize,
    found: usize,
    wanted: usize,
}

#[derive(Default)]
struct Names {
    spans: Matches,
    kinds: [Matches; NameKind::ALL.len()],
}

impl Scores {
    fn count(&mut self, word: &Word, node: &Node) {
        let arc: Arc = (node.head, node.relation);
        self.words += 1;
        self.upos += usize::from(word.tag.upos == node.upos);
        self.xpos += usize::from(word.tag.xpos == node.xpos);
        self.head += usize::from(word.arc.0 == arc.0);
        self.arc += usize::from(word.arc == arc);
        let (wanted, found) = (word.arc.1.is_subject(), node.relation.is_subject());
        self.subjects.wanted += usize::from(wanted);
        self.subjects.found += usize::from(found);
        self.subjects.right += usize::from(wanted && found && word.arc.0 == arc.0);
    }
}

impl Names {
    fn count(&mut self, gold: &[Span], guess: &[Span]) {
        self.spans.wanted += gold.len();
        self.spans.found += guess.len();
        for span in gold {
            self.kinds[span.2 as usize].wanted += 1;
            self.spans.right += usize::from(guess.iter().any(|g| g.0 == span.0 && g.1 == span.1));
        }
        for span in guess {
            self.kinds[span.2 as usize].found += 1;
            self.kinds[span.2 as usize].right += usize::from(gold.contains(span));
        }
    }
}

/// First and last word of a name, and its kind.
type Span = (usize, usize, NameKind);

fn spans(tags: &[NameTag]) -> Vec<Span> {
    let mut start = 0;
    let mut spans = Vec::new();
    for (i, tag) in tags.iter().enumerate() {
        match tag {
            NameTag::Begin(_) => start = i,
            NameTag::Unit(kind) => spans.push((i, i, *kind)),
            NameTag::Last(kind) => spans.push((start, i, *kind)),
            NameTag::Outside | NameTag::Inside(_) => {}
        }
    }
    spans
}

impl Matches {
    fn sum(all: &[Matches]) -> Matches {
        all.iter().fold(Matches::default(), |a, b| Matches {
            right: a.right + b.right,
            found: a.found + b.found,
            wanted: a.wanted + b.wanted,
        })
    }
}

impl std::fmt::Display for Matches {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let percent = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
        write!(
            f,
            "P {:.1} R {:.1} F {:.1}",
            percent(self.right, self.found),
            percent(self.right, self.wanted),
            percent(2 * self.right, self.found + self.wanted),
        )
    }
}

impl std::fmt::Display for Scores {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let percent = |n: usize| 100.0 * n as f64 / self.words.max(1) as f64;
        write!(
            f,
            "{} words, UPOS {:.2} XPOS {:.2} UAS {:.2} LAS {:.2}, subjects {}",
            self.words,
            percent(self.upos),
            percent(self.xpos),
            percent(self.head),
            percent(self.arc),
            self.subjects,
        )?;
        if self.names.spans.wanted > 0 {
            write!(f, "\n  names {}, spans alone {}", Matches::sum(&self.names.kinds), self.names.spans)?;
            for (kind, matches) in NameKind::ALL.iter().zip(&self.names.kinds) {
                write!(f, "\n  {}: {} of {}", kind.as_str(), matches, matches.wanted)?;
            }
        }
        Ok(())
    }
}
