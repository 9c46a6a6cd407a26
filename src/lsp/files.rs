//! The worker that reads files, one job after another, so that a later state of the disk never loses to an earlier one.

use std::{path::PathBuf, sync::Arc};

use tokio::sync::mpsc;

use super::session::Session;
use crate::workspace::{real_path, scan};

/// Of more articles than this, only those are read whose story is asked about.
const FEW_ARTICLES: usize = 32;

/// What the worker is asked to do.
#[derive(Debug)]
pub enum Job {
    /// Reads a file, or a folder with all below.
    Refresh(PathBuf),
    /// Says that all jobs before this one are done.
    FirstScanDone,
}

/// Does jobs until nobody can ask for any.
pub async fn work(session: Arc<Session>, mut jobs: mpsc::UnboundedReceiver<Job>) {
    loop {
        let job = tokio::select! {
            job = jobs.recv() => job,
            () = session.stopping().cancelled() => None,
        };
        match job {
            Some(Job::Refresh(below)) => {
                let session = session.clone();
                let read = tokio::task::spawn_blocking(move || refresh(&session, below));
                if read.await.is_err() {
                    tracing::error!("reading files failed");
                }
            }
            Some(Job::FirstScanDone) => {
                session.scanned.send_replace(true);
                session.changed.notify_one();
                tokio::task::spawn_blocking({
                    let session = session.clone();
                    move || warm_up(&session)
                });
            }
            None => return,
        }
    }
}

fn refresh(session: &Session, below: PathBuf) {
    let below = real_path(&below);
    let Some(root) = session.state().workspace.root_of(&below).cloned() else {
        return;
    };
    let mut found = scan(&root.real, &below);
    let errors = std::mem::take(&mut found.errors);
    session.notices.files(&below, errors);
    let mut state = session.state();
    // The folder may have been closed while it was read.
    if state.workspace.root_of(&below).is_some() {
        state.workspace.apply(found);
        state.outside += 1;
    }
    drop(state);
    session.changed.notify_one();
}

/// Reads the articles of a small workspace ahead, so that the first question about one finds the answer.
fn warm_up(session: &Session) {
    let snapshot = session.freeze().snapshot;
    if snapshot.articles().count() <= FEW_ARTICLES {
        for article in snapshot.articles() {
            snapshot.prepare(article.id, &|| session.stopping().is_cancelled());
        }
    }
}
