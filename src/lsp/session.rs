//! What the server knows: the workspace, the open documents, the client's abilities and settings.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, atomic::AtomicBool},
};

use tokio::sync::{Notify, mpsc, watch};
use tokio_util::sync::CancellationToken;
use tower_lsp::ls_types::{SemanticTokens, Uri};

use super::{
    capabilities::Profile,
    documents::Documents,
    files::Job,
    notices::{Notice, Notices},
};
use crate::{
    features::Config,
    workspace::{Root, Snapshot, Workspace},
};

/// The one thing that all tasks of a server share.
pub struct Session {
    state: Mutex<State>,
    /// Woken when an answer to "what is to be marked?" may have changed.
    pub changed: Notify,
    /// Woken when settings are to be asked for.
    pub settings_changed: Notify,
    pub notices: Notices,
    jobs: mpsc::UnboundedSender<Job>,
    /// Whether the folders that were opened at the start have been read.
    pub scanned: watch::Sender<bool>,
    /// The tokens that the client has, of open documents: with the next ones only the change is sent.
    tokens: Mutex<HashMap<Uri, SemanticTokens>>,
    /// The ids of the diagnostics that the client has from its own asking, of open documents.
    pulled: Mutex<HashMap<Uri, String>>,
    /// Whether the client has old answers, of half a folder or of before a command, and has not been told to ask again.
    pub ask_again: AtomicBool,
    /// Set when the tasks that talk to the client run.
    pub started: OnceLock<()>,
    stopping: CancellationToken,
    gone: CancellationToken,
}

/// Everything that changes.
pub struct State {
    pub phase: Phase,
    pub workspace: Workspace,
    pub documents: Documents,
    pub profile: Arc<Profile>,
    pub config: Arc<Config>,
    /// Counts what happened outside of the editor's buffers: files read, settings changed.
    pub outside: u64,
}

/// Where in its life the server is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Phase {
    Uninitialized,
    Running,
    ShutDown,
}

/// The session at one place in the stream of messages. Cheap to make.
#[derive(Clone)]
pub struct Frozen {
    pub snapshot: Snapshot,
    pub documents: Documents,
    pub roots: Vec<Root>,
    pub profile: Arc<Profile>,
    pub config: Arc<Config>,
    pub outside: u64,
    /// Whether the folders that were opened at the start had been read.
    pub scanned: bool,
}

impl Session {
    /// A session before `initialize`, and the worker that reads its files.
    pub fn new() -> Arc<Session> {
        let (jobs, waiting) = mpsc::unbounded_channel();
        let session = Arc::new(Session {
            state: Mutex::new(State {
                phase: Phase::Uninitialized,
                workspace: Workspace::default(),
                documents: Documents::default(),
                profile: Arc::default(),
                config: Arc::default(),
                outside: 0,
            }),
            changed: Notify::new(),
            settings_changed: Notify::new(),
            notices: Notices::new(),
            jobs,
            scanned: watch::Sender::new(false),
            tokens: Mutex::default(),
            pulled: Mutex::default(),
            ask_again: AtomicBool::new(false),
            started: OnceLock::new(),
            stopping: CancellationToken::new(),
            gone: CancellationToken::new(),
        });
        tokio::spawn(super::files::work(session.clone(), waiting));
        session
    }

    /// The state, for moments. A panic under the lock leaves a state that is as good as any: it is changed in steps
    /// each of which keeps the workspace's invariant.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The state as it stands.
    pub fn freeze(&self) -> Frozen {
        let state = self.state();
        Frozen {
            snapshot: state.workspace.snapshot().clone(),
            documents: state.documents.clone(),
            roots: state.workspace.roots().to_vec(),
            profile: state.profile.clone(),
            config: state.config.clone(),
            outside: state.outside,
            scanned: *self.scanned.borrow(),
        }
    }

    /// Has files read again, after those that were asked for before.
    pub fn refresh(&self, below: PathBuf) {
        let _ = self.jobs.send(Job::Refresh(below));
    }

    /// Has the neighbours of an article read, if it lies in no folder that is.
    pub fn meet_neighbours(&self, article: PathBuf) {
        let _ = self.jobs.send(Job::Neighbours(article));
    }

    /// Marks the end of the files that are read at the start.
    pub fn end_of_first_scan(&self) {
        let _ = self.jobs.send(Job::FirstScanDone);
    }

    /// Remembers the tokens that a client is about to get, and returns those that it has.
    pub fn sent_tokens(&self, frozen: &Frozen, uri: Uri, tokens: SemanticTokens) -> Option<SemanticTokens> {
        let mut all = self.tokens.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|uri, _| frozen.documents.get(uri).is_some());
        all.insert(uri, tokens)
    }

    /// Remembers the results that a client is about to get, and has the publisher see whether they still hold.
    pub fn answer_pull(&self, results: Vec<(Uri, String)>) {
        let mut pulled = self.pulled.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = |(uri, result): (Uri, String)| pulled.insert(uri, result.clone()) != Some(result);
        if results.into_iter().map(is_new).fold(false, |any, new| any | new) {
            self.changed.notify_one();
        }
    }

    /// The results that the client has from its own asking, by document.
    pub fn pulled(&self, frozen: &Frozen) -> HashMap<Uri, String> {
        let mut pulled = self.pulled.lock().unwrap_or_else(PoisonError::into_inner);
        pulled.retain(|uri, _| frozen.documents.get(uri).is_some());
        pulled.clone()
    }

    /// Tells the user, once.
    pub fn notice(&self, notice: Notice) {
        self.notices.send(notice);
    }

    /// Whether `shutdown` came.
    pub fn is_shut_down(&self) -> bool {
        self.state().phase == Phase::ShutDown
    }

    /// The client does not listen any more.
    pub fn leave(&self) {
        self.gone.cancel();
    }

    /// Returns when the client does not listen any more.
    pub async fn gone(&self) {
        self.gone.cancelled().await;
    }

    /// Ends what is being computed.
    pub fn stop(&self) {
        self.stopping.cancel();
    }

    /// Cancelled when the server comes to its end.
    pub fn stopping(&self) -> &CancellationToken {
        &self.stopping
    }
}
