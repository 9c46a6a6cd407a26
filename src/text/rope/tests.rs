//! The rope against a plain string that does the same the slow way.

use proptest::prelude::*;

use super::*;

/// Where each line's words begin and end, in bytes, by the protocol's three line ends.
fn lines(text: &str) -> Vec<Range<usize>> {
    let (mut lines, mut start, mut rest) = (Vec::new(), 0, text.char_indices().peekable());
    while let Some((at, c)) = rest.next() {
        let after = match c {
            '\n' => at + 1,
            '\r' => at + 1 + usize::from(rest.next_if(|(_, c)| *c == '\n').is_some()),
            _ => continue,
        };
        lines.push(start..at);
        start = after;
    }
    lines.push(start..text.len());
    lines
}

fn units(words: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => words.len(),
        Encoding::Utf16 => words.encode_utf16().count(),
        Encoding::Utf32 => words.chars().count(),
    }
}

fn model_offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let Some(line) = lines(text).get(position.line as usize).cloned() else {
        return text.len();
    };
    let words = &text[line.clone()];
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let within = ends.take_while(|end| units(&words[..*end], encoding) <= position.character as usize);
    line.start + within.last().unwrap_or(0)
}

fn model_position(text: &str, offset: usize, encoding: Encoding) -> Position {
    let lines = lines(text);
    let line = lines.partition_point(|line| line.start <= offset) - 1;
    let end = offset.min(lines[line].end);
    let character = units(&text[lines[line].start..end], encoding);
    Position::new(line as u32, character as u32)
}

fn encodings() -> impl Strategy<Value = Encoding> {
    prop_oneof![Just(Encoding::Utf8), Just(Encoding::Utf16), Just(Encoding::Utf32)]
}

fn positions() -> impl Strategy<Value = Position> {
    (0..8u32, prop_oneof![0..12u32, Just(u32::MAX)]).prop_map(|(line, character)| Position::new(line, character))
}

const TEXT: &str = "[aé😀e\u{301}\u{2028}\u{85}\u{b}\u{c}\r\n ]{0,40}";

proptest! {
    #[test]
    fn positions_are_the_models(text in TEXT, encoding in encodings()) {
        let rope = Text::from(text.as_str());
        for offset in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let position = rope.position(offset, encoding);
            prop_assert_eq!(position, model_position(&text, offset, encoding));
            let in_crlf = text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
            prop_assert_eq!(rope.offset(position, encoding), offset - usize::from(in_crlf));
        }
    }

    #[test]
    fn offsets_are_the_models(text in TEXT, position in positions(), encoding in encodings()) {
        let rope = Text::from(text.as_str());
        prop_assert_eq!(rope.offset(position, encoding), model_offset(&text, position, encoding));
    }

    #[test]
    fn any_byte_offset_has_a_position(text in TEXT, offset in 0usize..200, encoding in encodings()) {
        let rope = Text::from(text.as_str());
        let snapped = (0..=offset.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
        prop_assert_eq!(rope.position(offset, encoding), rope.position(snapped.unwrap_or(0), encoding));
    }

    #[test]
    fn edits_are_the_models(
        text in TEXT,
        edits in prop::collection::vec((positions(), positions(), "[bü😀\r\n]{0,4}"), 0..20),
        encoding in encodings(),
    ) {
        let (mut rope, mut model) = (Text::from(text.as_str()), text);
        for (a, b, with) in edits {
            let (start, end) = (model_offset(&model, a, encoding), model_offset(&model, b, encoding));
            model.replace_range(start.min(end)..start.max(end), &with);
            rope.edit(a..b, encoding, &with);
            prop_assert_eq!(rope.to_string(), model.as_str());
            prop_assert_eq!(rope.rope.len_lines(), lines(&model).len());
        }
    }
}

#[test]
fn lines_end_at_lf_crlf_and_cr_only() {
    let text = Text::from("a\nb\r\nc\rd\u{2028}d\u{85}d\u{b}d\u{c}d");
    let line_of = |offset| text.position(offset, Encoding::Utf8).line;
    assert_eq!([0, 2, 5, 7].map(line_of), [0, 1, 2, 3]);
    assert_eq!(line_of(text.len()), 3);
}

#[test]
fn a_position_inside_a_character_is_its_start() {
    let text = Text::from("é😀x");
    assert_eq!(text.offset(Position::new(0, 2), Encoding::Utf16), 2);
    assert_eq!(text.offset(Position::new(0, 3), Encoding::Utf16), 6);
    assert_eq!(text.offset(Position::new(0, 1), Encoding::Utf8), 0);
    assert_eq!(text.offset(Position::new(0, 5), Encoding::Utf8), 2);
}
