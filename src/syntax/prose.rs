//! The prose of an article and the map from it back to the file.

use std::{
    hash::{Hash, Hasher},
    sync::Arc,
};

use rustc_hash::FxHasher;

use crate::text::Span;

/// An article without its markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// Front matter, between its fences and without them, in the file.
    pub front_matter: Option<Span>,
    /// Blocks in the order of the file; footnote definitions stand where they are written.
    pub blocks: Vec<Block>,
    /// Links whose destination may be another file of the story.
    pub links: Vec<Link>,
    /// References to footnotes, `[^label]`, in the order of the file.
    pub footnotes: Vec<Footnote>,
    /// What a person marked in the running text, in the order of the file. The prose holds the words only.
    pub annotations: Vec<Annotation>,
}

/// A paragraph, heading, list item …: the largest unit that a sentence never crosses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    /// The block in the file, markup included.
    pub span: Span,
    /// What a reader reads. No line breaks inside paragraphs: a soft break is one blank.
    pub text: Arc<str>,
    /// From bytes of `text` to bytes of the file.
    pub map: SourceMap,
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading and its level, 1 to 6. A plain text's first line is one when it reads like a headline.
    Heading(u8),
    Paragraph,
    ListItem,
    /// A paragraph inside a block quotation.
    Quote,
    /// A paragraph inside the definition of the footnote with this label.
    FootnoteDefinition(Arc<str>),
    TableCell,
}

/// A link in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The whole link in the file.
    pub span: Span,
    /// The destination as written.
    pub destination: Arc<str>,
}

/// A reference to a footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// `[^label]` in the file.
    pub span: Span,
    pub label: Arc<str>,
}

/// `[[id|words]]` or `[words]{#id}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    pub kind: AnnotationKind,
    /// The whole annotation in the file.
    pub span: Span,
    /// The words it is about, in the file; they may hold markup themselves.
    pub words: Span,
    pub id: Arc<str>,
}

/// What an annotation says about its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnnotationKind {
    /// `[[id|words]]`: the words mean this entity. `[[words]]` stands for itself.
    Entity,
    /// `[words]{#id}`: the words are this claim.
    Claim,
}

/// Where the bytes of a block's text come from: runs in rising order of both offsets, which together make the text.
///
/// A run was copied unchanged, or the file spells it otherwise: a line break is read as one blank, `&amp;` as `&`.
/// What the file holds between two runs is markup that the prose leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    prose: Span,
    source: Span,
    /// Both spans have the same bytes.
    copied: bool,
}

impl SourceMap {
    /// Appends `len` bytes of prose copied unchanged from `source`; `prose` is the length of the text so far.
    ///
    /// Runs must be added in rising order of both offsets.
    pub fn push(&mut self, prose: usize, source: usize, len: usize) {
        if len == 0 {
            return;
        }
        let run = Run { prose: Span::new(prose, prose + len), source: Span::new(source, source + len), copied: true };
        match self.runs.last_mut() {
            Some(last) if last.copied && last.prose.end == run.prose.start && last.source.end == run.source.start => {
                last.prose.end = run.prose.end;
                last.source.end = run.source.end;
            }
            _ => self.add(run),
        }
    }

    /// Appends bytes of prose that the file spells as `source`.
    pub fn push_spelled(&mut self, prose: Span, source: Span) {
        if !prose.is_empty() {
            self.add(Run { prose, source, copied: false });
        }
    }

    fn add(&mut self, run: Run) {
        debug_assert!(
            self.runs
                .last()
                .is_none_or(|last| last.prose.end == run.prose.start && last.source.end <= run.source.start),
            "runs are added in rising order"
        );
        self.runs.push(run);
    }

    /// The runs that were copied, in order: bytes of the block's text, and the same bytes in the file.
    pub fn copied(&self) -> impl Iterator<Item = (Span, Span)> {
        self.runs.iter().filter(|run| run.copied).map(|run| (run.prose, run.source))
    }

    /// The place in the file of the bytes `prose` of the block's text, with the markup between them.
    ///
    /// A byte that was not copied stands for all that the file has in its place.
    pub fn to_source(&self, prose: Span) -> Span {
        let start = self.start_of(prose.start);
        let end = if prose.is_empty() { start } else { self.end_of(prose.end - 1) };
        Span { start, end }
    }

    /// Stands for how the bytes `prose` of the block's text lie in the file, seen from the first of them: the same wherever
    /// words of the same length stand between markup of the same length.
    pub fn layout(&self, prose: Span) -> u64 {
        let mut hasher = FxHasher::default();
        let (start, first) = (prose.start, self.start_of(prose.start));
        let from = self.runs.partition_point(|run| run.prose.end <= prose.start);
        for run in self.runs[from..].iter().take_while(|run| run.prose.start < prose.end) {
            let behind = if run.copied { run.prose.start.max(start) - run.prose.start } else { 0 };
            (run.prose.start.max(start) - start, run.prose.end.min(prose.end) - start, run.copied).hash(&mut hasher);
            (run.source.start + behind - first).hash(&mut hasher);
            // What is spelled otherwise is as long in the file as it is there.
            (!run.copied).then_some(run.source.len()).hash(&mut hasher);
        }
        hasher.finish()
    }

    /// The offset in the block's text that stands for byte `source` of the file; `None` where the file holds markup.
    ///
    /// One past the last byte of a run counts as being on it, as a cursor does.
    pub fn to_prose(&self, source: usize) -> Option<usize> {
        let i = self.runs.partition_point(|run| run.source.start as usize <= source);
        let run = self.runs[..i].last().filter(|run| run.source.touches(source))?;
        if run.copied {
            return Some(run.prose.start as usize + source - run.source.start as usize);
        }
        let behind = source == run.source.end as usize;
        Some(if behind { run.prose.end } else { run.prose.start } as usize)
    }

    /// The run that holds prose byte `at`, if the text is that long.
    fn run_at(&self, at: u32) -> Option<&Run> {
        let i = self.runs.partition_point(|run| run.prose.end <= at);
        self.runs.get(i)
    }

    fn start_of(&self, at: u32) -> u32 {
        match self.run_at(at) {
            Some(run) if run.copied => run.source.start + (at - run.prose.start),
            Some(run) => run.source.start,
            None => self.runs.last().map_or(0, |run| run.source.end),
        }
    }

    fn end_of(&self, last: u32) -> u32 {
        match self.run_at(last) {
            Some(run) if run.copied => run.source.start + (last - run.prose.start) + 1,
            Some(run) => run.source.end,
            None => self.runs.last().map_or(0, |run| run.source.end),
        }
    }
}
