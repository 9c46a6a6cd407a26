//! Stories of several files, written inline, with a cursor.

/// Files and, perhaps, a place in one of them.
///
/// `//- name` begins a file; `$0`, which is no part of the text, is the cursor.
pub struct Fixture {
    pub files: Vec<(String, String)>,
    /// The file's index and the byte.
    cursor: Option<(usize, usize)>,
}

impl Fixture {
    /// Reads a fixture.
    ///
    /// # Panics
    /// When it does not begin with a file, or has two cursors.
    pub fn parse(source: &str) -> Fixture {
        let mut fixture = Fixture { files: Vec::new(), cursor: None };
        for line in source.trim_start_matches('\n').split_inclusive('\n') {
            if let Some(name) = line.strip_prefix("//- ") {
                fixture.files.push((name.trim().trim_start_matches('/').to_owned(), String::new()));
                continue;
            }
            let index = fixture.files.len().checked_sub(1).expect("a fixture begins with `//- name`");
            let text = &mut fixture.files[index].1;
            if let Some((before, after)) = line.split_once("$0") {
                assert!(fixture.cursor.is_none(), "a fixture has one cursor");
                fixture.cursor = Some((index, text.len() + before.len()));
                text.push_str(before);
                text.push_str(after);
            } else {
                text.push_str(line);
            }
        }
        fixture
    }

    /// The cursor's file and byte.
    ///
    /// # Panics
    /// When there is none.
    pub fn cursor(&self) -> (&str, usize) {
        let (file, offset) = self.cursor.expect("the fixture has a cursor, `$0`");
        (&self.files[file].0, offset)
    }

    /// A file's text.
    ///
    /// # Panics
    /// When there is no such file.
    pub fn text(&self, name: &str) -> &str {
        let file = self.files.iter().find(|(file, _)| file == name);
        &file.unwrap_or_else(|| panic!("no {name} in the fixture")).1
    }
}

#[test]
fn files_and_the_cursor_are_read() {
    let fixture = Fixture::parse("//- /a.md\none\ntw$0o\n//- b.txt\n");
    assert_eq!(fixture.text("a.md"), "one\ntwo\n");
    assert_eq!(fixture.text("b.txt"), "");
    assert_eq!(fixture.cursor(), ("a.md", 6));
}
