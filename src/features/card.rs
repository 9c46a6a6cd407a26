//! Cards: a few lines about the words under the cursor, in both forms that clients may ask for.

use crate::{compare::Passage, text::Span, workspace::Snapshot};

/// A card about the words under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The words that the card is about.
    pub span: Span,
    pub markdown: String,
    pub plain: String,
}

/// Makes the address of a place; the protocol layer knows URIs and lines, this one does not.
pub type Link<'a> = &'a dyn Fn(Passage) -> Option<String>;

/// One line of a card, as pieces that each form renders in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line(pub Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Strong(String),
    Quoted(String),
    Place { name: String, at: Passage },
}

impl Card {
    /// The card of these lines. Without an address a place is given as text.
    pub fn new(span: Span, lines: &[Line], link: Link<'_>) -> Card {
        let markdown = lines.iter().map(|line| line.markdown(link)).collect::<Vec<_>>().join("\n\n");
        let plain = lines.iter().map(Line::plain).collect::<Vec<_>>().join("\n");
        Card { span, markdown, plain }
    }

    /// This card with another below it.
    pub fn above(mut self, other: &Card) -> Card {
        self.markdown = format!("{}\n\n---\n\n{}", self.markdown, other.markdown);
        self.plain = format!("{}\n\n{}", self.plain, other.plain);
        self
    }
}

impl Line {
    /// A line of plain text.
    pub fn text(text: impl Into<String>) -> Line {
        Line(vec![Piece::Text(text.into())])
    }

    fn markdown(&self, link: Link<'_>) -> String {
        let piece = |p: &Piece| match p {
            Piece::Text(text) => escape(text),
            Piece::Strong(text) => format!("**{}**", escape(text)),
            Piece::Quoted(text) => format!("*{}*", escape(text)),
            Piece::Place { name, at } => match link(*at) {
                Some(address) => format!("[{}](<{address}>)", escape(name)),
                None => escape(name),
            },
        };
        self.0.iter().map(piece).collect()
    }

    fn plain(&self) -> String {
        let piece = |p: &Piece| match p {
            Piece::Text(text) | Piece::Strong(text) | Piece::Quoted(text) => text.clone(),
            Piece::Place { name, .. } => name.clone(),
        };
        self.0.iter().map(piece).collect()
    }
}

/// A card of plain lines.
pub fn plain_card(span: Span, lines: Vec<String>) -> Card {
    let lines: Vec<Line> = lines.into_iter().map(Line::text).collect();
    Card::new(span, &lines, &|_| None)
}

/// "times.txt:12", a link where links can be made.
pub fn place(snapshot: &Snapshot, at: Passage) -> Option<Piece> {
    let article = snapshot.article(at.article)?;
    let line = article.text()[..at.span.start as usize].matches('\n').count() + 1;
    Some(Piece::Place { name: format!("{}:{line}", article.name), at })
}

/// Text that Markdown shows as it is.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
