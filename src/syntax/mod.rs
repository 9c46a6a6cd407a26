//! Source text → prose: what a reader reads, block by block, each byte with its place in the file.
//!
//! Markup, code, URLs, HTML comments, words struck out and front matter are left out of the prose; soft line breaks
//! become one blank. Everything else is copied unchanged: markup that is unknown or not closed is text.

mod front_matter;
mod html;
mod inline;
mod markdown;
mod pieces;
mod plain;
mod prose;

pub use prose::{Annotation, AnnotationKind, Block, BlockKind, Footnote, Link, Prose, SourceMap};

/// How an article's file is to be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Format {
    /// `.md`, `.markdown`
    Markdown,
    /// `.txt` and untitled buffers
    Plain,
}

/// Reads a file's text. Every text is some article: nothing is an error here.
pub fn prose(source: &str, format: Format) -> Prose {
    let (front_matter, body) = front_matter::split(source);
    let mut prose = match format {
        Format::Markdown => markdown::read(source, body),
        Format::Plain => plain::read(source, body),
    };
    prose.front_matter = front_matter;
    prose
}

#[cfg(test)]
mod tests;
