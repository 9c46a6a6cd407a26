//! `traffic`: reads recorded sessions with the strict checker of the server's own tests.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Line, protocol::Checker};

/// Arguments of `traffic`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Folders of recorded sessions, each with the sessions of one editor
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Write what the client of the first session says of itself to this file, for the tests
    #[arg(long)]
    client: Option<PathBuf>,
    /// How many sessions of each folder may end without `shutdown` and `exit`: those that a test has killed
    #[arg(long, default_value_t = 0)]
    killed: usize,
}

/// One session as it was recorded.
struct Session {
    name: String,
    lines: Vec<Line>,
}

/// Prints a line per folder, and what is wrong in it.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let (mut passed, mut failed) = (0, 0);
    for folder in &arguments.folders {
        let sessions = sessions(folder)?;
        if let (Some(file), Some(session)) = (&arguments.client, sessions.first()) {
            fs::write(file, client(session)?)?;
        }
        let mut faults: Vec<String> = sessions.iter().flat_map(faults).collect();
        let unclean: Vec<_> = sessions.iter().filter(|session| !is_clean(session)).collect();
        if unclean.len() > arguments.killed {
            faults.extend(unclean.iter().map(|session| format!("{}: no clean end", session.name)));
        }
        if sessions.is_empty() {
            faults.push("no session was recorded".to_owned());
        }
        let count = sessions.iter().flat_map(|session| &session.lines).filter(|line| matches!(line, Line::Server(_)));
        let count = format!("{} sessions, {} messages of the server", sessions.len(), count.count());
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
        let word = if faults.is_empty() { "ok" } else { "not ok" };
        println!("{word} {name}: the protocol is kept ({count})");
        faults.iter().for_each(|fault| println!("  {fault}"));
        match faults.is_empty() {
            true => passed += 1,
            false => failed += 1,
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(ExitCode::from(u8::from(failed > 0)))
}

/// The sessions of a folder by file name. A server that was only asked for its version had none.
fn sessions(folder: &Path) -> Result<Vec<Session>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| file.extension() == Some(OsStr::new("jsonl")));
    files.sort();
    let sessions = files.iter().map(|file| {
        let text = fs::read_to_string(file)?;
        let lines: Result<Vec<Line>, _> = text.lines().map(serde_json::from_str).collect();
        let lines = lines.with_context(|| format!("{} is no record", file.display()))?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Session { name, lines })
    });
    let sessions: Result<Vec<Session>> = sessions.collect();
    Ok(sessions?.into_iter().filter(|session| session.client_says().next().is_some()).collect())
}

impl Session {
    fn client_says(&self) -> impl Iterator<Item = &Value> {
        self.lines.iter().filter_map(|line| match line {
            Line::Client(message) => Some(message),
            _ => None,
        })
    }
}

/// What the server did wrong; the same fault is told once, with how often.
fn faults(session: &Session) -> Vec<String> {
    let mut checker = Checker::default();
    let mut faults: BTreeMap<String, usize> = BTreeMap::new();
    let mut has_left = false;
    for line in &session.lines {
        let found = match line {
            // Some editors ask on after they said `exit`; nobody hears them.
            Line::Client(_) if has_left => continue,
            Line::Client(message) => {
                has_left = message["method"] == "exit";
                checker.client_says(message);
                continue;
            }
            Line::Server(message) => checker.server_says(message),
            Line::Stray(text) => vec![format!("not a message: {text}")],
            Line::Exit(_) => continue,
        };
        found.into_iter().for_each(|fault| *faults.entry(fault).or_default() += 1);
    }
    // Whoever was killed owes no answers.
    if is_clean(session) {
        checker
            .unanswered()
            .iter()
            .for_each(|method| *faults.entry(format!("{method} was not answered")).or_default() += 1);
    }
    faults.into_iter().map(|(fault, times)| format!("{}: {fault} ({times} times)", session.name)).collect()
}

/// Whether the session ended as the protocol has it, and the server with it.
fn is_clean(session: &Session) -> bool {
    let methods: Vec<_> = session.client_says().filter_map(|message| message["method"].as_str()).collect();
    methods.contains(&"shutdown") && methods.contains(&"exit") && matches!(session.lines.last(), Some(Line::Exit(0)))
}

/// What a client says of itself, without what depends on the machine.
fn client(session: &Session) -> Result<String> {
    let initialize = session.client_says().find(|message| message["method"] == "initialize");
    let params = &initialize.context("the session has no `initialize`")?["params"];
    let kept = ["clientInfo", "capabilities"].map(|member| (member, params[member].clone()));
    let kept: BTreeMap<_, _> = kept.into_iter().filter(|(_, value)| !value.is_null()).collect();
    Ok(format!("{:#}\n", json!(kept)))
}
