//! Markdown → prose. The grammar is CommonMark with tables, footnotes, strikethrough and task lists.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::html::{Html, Part};
use super::inline;
use super::pieces::{self, Piece, PieceText};
use super::prose::{BlockKind, Footnote, Link, Prose};
use crate::text::Span;

/// Reads the Markdown that begins at `body`. Smart punctuation is off: prose is the file's own bytes.
pub(super) fn read(source: &str, body: usize) -> Prose {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reader = Reader {
        source,
        prose: Prose::default(),
        containers: Vec::new(),
        open: None,
        html: Html::default(),
        masked: 0,
    };
    for (event, range) in Parser::new_ext(&source[body..], options).into_offset_iter() {
        reader.event(event, range.start + body..range.end + body);
    }
    reader.close();
    let mut prose = reader.prose;
    prose.links.sort_by_key(|link| link.span);
    prose.footnotes.sort_by_key(|note| note.span);
    prose.annotations.sort_by_key(|annotation| annotation.span);
    prose
}

struct Reader<'s> {
    source: &'s str,
    prose: Prose,
    /// What the current block stands in, outermost first.
    containers: Vec<Container<'s>>,
    open: Option<OpenBlock<'s>>,
    /// The block of HTML that is being read.
    html: Html,
    /// How many elements deep in something that is no prose: code, an image, words struck out.
    masked: usize,
}

enum Container<'s> {
    Item,
    Quote,
    Note(CowStr<'s>),
}

struct OpenBlock<'s> {
    kind: BlockKind,
    span: Span,
    pieces: Vec<Piece<'s>>,
}

impl<'s> Reader<'s> {
    fn event(&mut self, event: Event<'s>, range: Range<usize>) {
        if self.masked > 0 {
            match event {
                Event::Start(_) => self.masked += 1,
                Event::End(_) => self.masked -= 1,
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                let copied = *text == self.source[range.clone()];
                let text = if copied { PieceText::Copied } else { PieceText::Spelled(text) };
                self.piece(range, text);
            }
            Event::SoftBreak | Event::HardBreak => self.piece(range, PieceText::Break),
            Event::InlineHtml(tag) if is_line_break(&tag) => self.piece(range, PieceText::Break),
            Event::FootnoteReference(label) => {
                self.prose.footnotes.push(Footnote { span: range.into(), label: (*label).into() })
            }
            Event::Html(_) => self.html_line(range),
            Event::Code(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'s>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open(self.kind(), range),
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(level as u8), range),
            Tag::TableCell => self.open(BlockKind::TableCell, range),
            Tag::Item => self.enter(Container::Item),
            Tag::BlockQuote(_) => self.enter(Container::Quote),
            Tag::FootnoteDefinition(label) => self.enter(Container::Note(label)),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close();
                self.masked = 1;
            }
            Tag::HtmlBlock => {
                self.close();
                self.html = Html::default();
            }
            Tag::Link { link_type, dest_url, .. } => {
                self.prose.links.push(Link { span: range.into(), destination: (*dest_url).into() });
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.masked = 1;
                }
            }
            Tag::Image { .. } => self.masked = 1,
            // Two tildes strike words out; one is more often "about".
            Tag::Strikethrough if self.source[range].starts_with("~~") => self.masked = 1,
            Tag::List(_) | Tag::Table(_) => self.close(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::HtmlBlock => self.close(),
            TagEnd::Item | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition => {
                self.close();
                self.containers.pop();
            }
            _ => {}
        }
    }

    fn html_line(&mut self, range: Range<usize>) {
        for part in self.html.line(self.source, range) {
            match part {
                // Blanks between tags open no paragraph.
                Part::Words(words) if self.open.is_none() && self.source[words.clone()].trim().is_empty() => {}
                Part::Words(words) => self.piece(words, PieceText::Copied),
                Part::Spelled(range, words) => self.piece(range, PieceText::Spelled(words)),
                Part::Break(_) if self.open.is_none() => {}
                Part::Break(range) => self.piece(range, PieceText::Break),
                Part::Boundary => self.close(),
            }
        }
    }

    fn enter(&mut self, container: Container<'s>) {
        self.close();
        self.containers.push(container);
    }

    /// What a paragraph is here: a source note first of all, then a quotation, then a list item.
    fn kind(&self) -> BlockKind {
        let rank = |container: &&Container| match container {
            Container::Note(_) => 2,
            Container::Quote => 1,
            Container::Item => 0,
        };
        match self.containers.iter().max_by_key(rank) {
            None => BlockKind::Paragraph,
            Some(Container::Item) => BlockKind::ListItem,
            Some(Container::Quote) => BlockKind::Quote,
            Some(Container::Note(label)) => BlockKind::FootnoteDefinition((**label).into()),
        }
    }

    fn open(&mut self, kind: BlockKind, range: Range<usize>) {
        self.close();
        self.open = Some(OpenBlock { kind, span: range.into(), pieces: Vec::new() });
    }

    /// Adds to the open block. The words of a tight list item come without a paragraph around them and open one.
    fn piece(&mut self, range: Range<usize>, text: PieceText<'s>) {
        if self.open.is_none() {
            self.open(self.kind(), range.clone());
        }
        if let Some(block) = &mut self.open {
            block.span = block.span.cover(range.clone().into());
            block.pieces.push(Piece { source: range, text });
        }
    }

    fn close(&mut self) {
        if let Some(OpenBlock { kind, span, pieces }) = self.open.take() {
            let cuts = inline::own_markup(self.source, &pieces, &mut self.prose);
            self.prose.blocks.extend(pieces::block(self.source, kind, span, &pieces, &cuts));
        }
    }
}

/// `<br>` in any of its spellings.
fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_matches(|c: char| matches!(c, '<' | '>' | '/') || c.is_whitespace());
    name.eq_ignore_ascii_case("br")
}
