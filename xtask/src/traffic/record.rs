//! `record`: starts the server as an editor would and passes everything through, byte for byte, writing it down.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read, Write},
    path::PathBuf,
    process::{Command, ExitCode, Stdio},
    sync::{Arc, Mutex, PoisonError},
    thread,
};

use anyhow::{Context, Result};
use serde_json::Value;

use super::Line;

/// Arguments of `record`.
#[derive(clap::Args)]
pub struct Arguments {
    /// The folder that gets one file of JSON lines per session
    folder: PathBuf,
    /// The server and its arguments
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    server: Vec<String>,
}

/// Runs the server; its exit code is that of the recorder.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let (program, rest) = arguments.server.split_first().context("no server is named")?;
    fs::create_dir_all(&arguments.folder)?;
    let name = format!("{}.jsonl", std::process::id());
    let log = Arc::new(Mutex::new(File::create(arguments.folder.join(name))?));
    let mut server = Command::new(program)
        .args(rest)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} cannot be started"))?;
    let (to_server, from_server) = (server.stdin.take(), server.stdout.take());
    let (to_server, from_server) = to_server.zip(from_server).context("the server has no pipes")?;
    let for_client = log.clone();
    // Ends with the process: nobody waits for a client that has nothing to say.
    thread::spawn(move || {
        let note = |message: Result<Value, String>| match message {
            Ok(message) => write(&for_client, &Line::Client(message)),
            Err(_) => Ok(()),
        };
        pass(io::stdin().lock(), to_server, note)
    });
    let note = |message| write(&log, &message_or_stray(message));
    // The editor may have gone; that the server ends is what matters then.
    let _ = pass(from_server, io::stdout(), note);
    let code = server.wait()?.code().unwrap_or(128);
    write(&log, &Line::Exit(code))?;
    Ok(ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX)))
}

fn message_or_stray(message: Result<Value, String>) -> Line {
    message.map_or_else(Line::Stray, Line::Server)
}

fn write(log: &Mutex<File>, line: &Line) -> io::Result<()> {
    let mut text = serde_json::to_vec(line)?;
    text.push(b'\n');
    log.lock().unwrap_or_else(PoisonError::into_inner).write_all(&text)
}

/// Passes messages on until the end. Each is noted before it is passed, so that an answer never precedes its question.
fn pass(from: impl Read, mut to: impl Write, note: impl Fn(Result<Value, String>) -> io::Result<()>) -> io::Result<()> {
    let mut from = BufReader::new(from);
    loop {
        let (mut bytes, mut length) = (Vec::new(), None::<usize>);
        loop {
            let start = bytes.len();
            if from.read_until(b'\n', &mut bytes)? == 0 {
                // Half a head is passed on as well.
                to.write_all(&bytes)?;
                return to.flush();
            }
            let line = String::from_utf8_lossy(&bytes[start..]);
            match line.trim_end().split_once(':') {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.trim().parse().ok()
                }
                None if length.is_some() && line.trim_end().is_empty() => break,
                Some(_) if length.is_some() => {}
                _ => {
                    note(Err(line.trim_end().to_owned()))?;
                    break;
                }
            }
        }
        if let Some(length) = length {
            let head = bytes.len();
            bytes.resize(head + length, 0);
            from.read_exact(&mut bytes[head..])?;
            let body = String::from_utf8_lossy(&bytes[head..]);
            note(serde_json::from_str(&body).map_err(|_| body.clone().into_owned()))?;
        }
        to.write_all(&bytes)?;
        to.flush()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_passes_and_every_message_is_noted() {
        let text = "Content-Length: 2\r\n\r\n{}content-type: x\nno head\nContent-Length: 3\r\nContent-Type: y\r\n\r\n[1]Content-";
        let (notes, mut out) = (Mutex::new(Vec::new()), Vec::new());
        let note = |message| {
            notes.lock().unwrap_or_else(PoisonError::into_inner).push(message);
            Ok(())
        };
        pass(text.as_bytes(), &mut out, note).expect("memory can be read and written");
        assert_eq!(String::from_utf8_lossy(&out), text);
        let notes = notes.into_inner().unwrap_or_else(PoisonError::into_inner);
        let strays = ["content-type: x", "no head"].map(|stray| Err(stray.to_owned()));
        assert_eq!(notes[0], Ok(serde_json::json!({})));
        assert_eq!(notes[1..3], strays);
        assert_eq!(notes[3], Ok(serde_json::json!([1])));
    }
}
