//! Holds the project to its shape: the layers of `src/lib.rs`, where I/O may happen, and how files look.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The layers from the bottom up; a module may import those before it, and itself.
const LAYERS: &[&str] =
    &["text", "syntax", "language", "annotation", "facts", "compare", "workspace", "features", "report", "lsp", "cli"];

/// Lines, unit tests aside; a longer file has more than one subject.
const LONGEST_FILE: usize = 400;

/// What makes a function more than a function of its arguments.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::net",
    "std::process",
    "std::env",
    "std::thread",
    "SystemTime",
    "Instant",
    "Zoned::now",
    "tokio",
    "async fn",
    "async move",
    "Mutex",
    "RwLock",
    "tracing",
];

/// Crates that only the named layers may use.
const PRIVATE_CRATES: &[(&str, &[&str])] = &[
    ("tower_lsp", &["lsp"]),
    ("lsp_types", &["lsp"]),
    ("ls_types", &["lsp"]),
    ("anyhow", &["cli"]),
    ("clap", &["cli"]),
    ("annotate_snippets", &["report"]),
];

struct Source {
    /// Relative to the crate, for messages.
    path: String,
    /// The first folder or file below `src`: `compare`.
    layer: String,
    text: String,
}

impl Source {
    /// The lines that are code, without comments and without the unit tests at the end, each with its number.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        without_tests(&self.text)
            .lines()
            .zip(1..)
            .map(|(line, number)| (number, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }
}

/// A source up to its unit tests, which are its last item.
fn without_tests(text: &str) -> &str {
    let tests = text.find("\n#[cfg(test)]\nmod tests {");
    &text[..tests.unwrap_or(text.len())]
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files that belong to the project, without what `.gitignore` names.
fn files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = ignore::WalkBuilder::new(root())
        .hidden(false)
        .parents(false)
        .require_git(false)
        .filter_entry(|entry| entry.file_name() != ".git")
        .build()
        .map(|entry| entry.expect("the project can be listed").into_path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn relative(path: &Path) -> String {
    let path = path.strip_prefix(root()).unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}

/// The sources of the crate.
fn sources() -> Vec<Source> {
    let sources: Vec<Source> = files()
        .into_iter()
        .filter_map(|path| {
            let name = relative(&path);
            let layer = name.strip_prefix("src/")?.split('/').next()?;
            (path.extension()? == "rs").then(|| Source {
                layer: layer.trim_end_matches(".rs").to_owned(),
                text: fs::read_to_string(&path).expect("sources are UTF-8"),
                path: name.clone(),
            })
        })
        .collect();
    assert!(sources.len() > LAYERS.len(), "the sources were not found");
    sources
}

/// The modules of this crate that `line…` names after `crate::`, group imports opened.
fn imported(code: &str) -> Vec<&str> {
    let mut modules = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            modules.push(first_word(rest));
            continue;
        };
        let mut depth = 1;
        let mut item = true;
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 1 => item = true,
                c if depth == 1 && item && c.is_alphabetic() => {
                    modules.push(first_word(&group[i..]));
                    item = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    modules
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    &text[..end.unwrap_or(text.len())]
}

fn contains_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part))
}

fn assert_none(what: &str, found: Vec<String>) {
    assert!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
}

#[test]
fn imports_point_down_the_layers() {
    let mut found = Vec::new();
    for source in sources() {
        let Some(own) = LAYERS.iter().position(|layer| *layer == source.layer) else {
            let known = ["lib", "main"].contains(&source.layer.as_str());
            assert!(known, "{} is in no layer of src/lib.rs", source.path);
            continue;
        };
        let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
        for module in imported(&code.join("\n")) {
            match LAYERS.iter().position(|layer| *layer == module) {
                Some(other) if other > own => found.push(format!("{}: {module}", source.path)),
                _ => {}
            }
        }
    }
    assert_none("imports that point up", found);
}

#[test]
fn library_documentation_lists_the_layers_in_order() {
    let library = fs::read_to_string(root().join("src/lib.rs")).expect("src/lib.rs is there");
    let listed: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("//! | [`")?.split('`').next()).collect();
    assert_eq!(listed, LAYERS);
}

#[test]
fn below_the_workspace_everything_is_a_function_of_its_arguments() {
    let pure = LAYERS.iter().position(|layer| *layer == "workspace");
    let pure = &LAYERS[..pure.expect("the workspace is a layer")];
    let mut found = Vec::new();
    for source in sources() {
        if !pure.contains(&source.layer.as_str()) || source.is_test() {
            continue;
        }
        for (number, line) in source.code() {
            for word in IMPURE.iter().filter(|word| contains_word(line, word)) {
                found.push(format!("{}:{number}: {word}", source.path));
            }
        }
    }
    assert_none("I/O, clocks, async or locks below the workspace", found);
}

#[test]
fn some_crates_stay_in_their_layer() {
    let mut found = Vec::new();
    for source in sources() {
        for (number, line) in source.code() {
            for (name, layers) in PRIVATE_CRATES {
                if contains_word(line, name) && !layers.contains(&source.layer.as_str()) {
                    found.push(format!("{}:{number}: {name}", source.path));
                }
            }
        }
    }
    assert_none("crates used outside their layer", found);
}

#[test]
fn every_source_says_what_it_is_for_and_has_one_subject() {
    let mut found = Vec::new();
    for path in files() {
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("sources are UTF-8");
        if !text.starts_with("//! ") {
            found.push(format!("{}: no `//!` line at the top", relative(&path)));
        }
        let lines = without_tests(&text).lines().count();
        if lines >= LONGEST_FILE {
            found.push(format!("{}: {lines} lines", relative(&path)));
        }
    }
    assert_none("sources that need another look", found);
}

#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    let mut found = Vec::new();
    for path in files() {
        // Binary files name no places.
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for (line, number) in text.lines().zip(1..) {
            for folder in ["root", "tmp", "work"] {
                if names_folder(line, folder) {
                    found.push(format!("{}:{number}: {}", relative(&path), line.trim()));
                }
            }
        }
    }
    assert_none("absolute paths", found);
}

/// Whether `line` holds an absolute path that begins with `folder`.
fn names_folder(line: &str, folder: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    let start = format!("/{folder}/");
    line.match_indices(&start)
        .any(|(at, _)| !line[..at].ends_with(is_part) && line[at + start.len()..].starts_with(is_part))
}
