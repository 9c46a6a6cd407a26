//! The prose of an article and the map from it back to the file.

use std::sync::Arc;

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

/// Where the bytes of a block's text come from: runs that were copied unchanged, in rising order of both offsets.
///
/// Between two runs the file holds markup that the prose leaves out, or the prose holds one byte (a blank for a soft
/// break, the character of an entity) that the file spells otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    prose: u32,
    source: u32,
    len: u32,
}

impl SourceMap {
    /// Appends `len` bytes of prose copied unchanged from `source`; `prose` is the length of the text so far.
    ///
    /// Runs must be added in rising order of both offsets.
    pub fn push(&mut self, prose: usize, source: usize, len: usize) {
        if len == 0 {
            return;
        }
        if let Some(last) = self.runs.last_mut() {
            let (p, s) = ((last.prose + last.len) as usize, (last.source + last.len) as usize);
            debug_assert!(p <= prose && s <= source, "runs are added in rising order");
            if p == prose && s == source {
                last.len += len as u32;
                return;
            }
        }
        self.runs.push(Run { prose: prose as u32, source: source as u32, len: len as u32 });
    }

    /// The place in the file of the bytes `prose` of the block's text.
    ///
    /// A byte that was not copied (a soft break, an entity) stands for the whole gap between its neighbours.
    pub fn to_source(&self, prose: Span) -> Span {
        let start = self.start_of(prose.start);
        if prose.is_empty() { Span { start, end: start } } else { Span { start, end: self.end_of(prose.end - 1) } }
    }

    /// The offset in the block's text that stands for byte `source` of the file; `None` where the file holds markup.
    ///
    /// One past the last byte of a run counts as being on it, as a cursor does.
    pub fn to_prose(&self, source: usize) -> Option<usize> {
        let i = self.runs.partition_point(|r| r.source as usize <= source);
        let run = self.runs[..i].last()?;
        let into = source - run.source as usize;
        (into <= run.len as usize).then_some(run.prose as usize + into)
    }

    /// The run that holds prose byte `at`, or else the runs before and after the gap it lies in.
    fn around(&self, at: u32) -> (Option<Run>, Option<Run>, Option<Run>) {
        let i = self.runs.partition_point(|r| r.prose <= at);
        match self.runs[..i].last() {
            Some(run) if at < run.prose + run.len => (Some(*run), None, None),
            before => (None, before.copied(), self.runs.get(i).copied()),
        }
    }

    fn start_of(&self, at: u32) -> u32 {
        match self.around(at) {
            (Some(run), ..) => run.source + (at - run.prose),
            (None, Some(before), _) => before.source + before.len,
            (None, None, after) => after.map_or(0, |r| r.source),
        }
    }

    fn end_of(&self, last: u32) -> u32 {
        match self.around(last) {
            (Some(run), ..) => run.source + (last - run.prose) + 1,
            (None, _, Some(after)) => after.source,
            (None, before, None) => before.map_or(0, |r| r.source + r.len),
        }
    }
}
