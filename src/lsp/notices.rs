//! What the user is told: once per problem, not per keystroke.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use tokio::sync::mpsc;
use tower_lsp::{Client, ls_types::MessageType};

use crate::workspace::LoadError;

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Shown, and not only logged.
    pub show: bool,
    pub text: String,
}

/// The messages to the user.
pub struct Notices {
    queue: mpsc::UnboundedSender<Notice>,
    waiting: Mutex<Option<mpsc::UnboundedReceiver<Notice>>>,
    /// Files with a problem that the user knows about. Whoever holds the session's state may lock this, never the other way round:
    /// an edit holds the state when it turns out too large, while a folder is read on another thread.
    known: Mutex<BTreeSet<(PathBuf, String)>>,
}

impl Notices {
    pub fn new() -> Notices {
        let (queue, waiting) = mpsc::unbounded_channel();
        Notices { queue, waiting: Mutex::new(Some(waiting)), known: Mutex::default() }
    }

    /// Tells the user.
    pub fn send(&self, notice: Notice) {
        let _ = self.queue.send(notice);
    }

    /// Tells the user which files in and below a path could not be read: a summary is shown, each problem is logged.
    /// What the user knows is not repeated until it has been mended. Files that were not `read` now are as they were;
    /// `read` must not lock anything.
    pub fn files(&self, below: &Path, errors: Vec<LoadError>, read: impl Fn(&Path) -> bool) {
        let now: BTreeSet<_> = errors.iter().map(|error| (error.path().to_path_buf(), error.to_string())).collect();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let new: Vec<_> = now.difference(&known).map(|(_, text)| text.clone()).collect();
        known.retain(|(path, _)| !path.starts_with(below) || !read(path));
        known.extend(now);
        let (first, others) = match new.as_slice() {
            [] => return,
            [first, others @ ..] => (first, others.len()),
        };
        let summary = match others {
            0 => format!("Left out: {first}"),
            _ => format!("Left out: {first} (and {others} more, see the log)"),
        };
        self.send(Notice { show: true, text: summary });
        for text in new {
            self.send(Notice { show: false, text });
        }
    }

    /// Sends what there is and will be. Called once, when the client may be talked to.
    pub async fn deliver(&self, client: Client) {
        let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut waiting) = waiting else { return };
        while let Some(notice) = waiting.recv().await {
            if notice.show {
                client.show_message(MessageType::WARNING, notice.text).await;
            } else {
                client.log_message(MessageType::WARNING, notice.text).await;
            }
        }
    }
}
