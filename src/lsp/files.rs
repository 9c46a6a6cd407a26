//! The worker that reads files, one job after another, so that a later state of the disk never loses to an earlier one.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use tokio::sync::mpsc;

use super::session::Session;
use crate::workspace::{Location, Reach, STORY_FILE, Why, real_path, scan};

/// Of more articles than this, only those are read whose story is asked about.
const FEW_ARTICLES: usize = 32;

/// What the worker is asked to do.
#[derive(Debug)]
pub enum Job {
    /// Reads a file, or a folder with all below.
    Refresh(PathBuf),
    /// Reads the neighbours of an article that was opened alone: a path as the client spells it.
    Neighbours(PathBuf),
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
            Some(Job::Refresh(below)) => read(&session, move |session| refresh(session, below)).await,
            Some(Job::Neighbours(article)) => read(&session, move |session| neighbours(session, &article)).await,
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

/// Does something about files off the reactor.
async fn read(session: &Arc<Session>, work: impl FnOnce(&Session) + Send + 'static) {
    let session = session.clone();
    if tokio::task::spawn_blocking(move || work(&session)).await.is_err() {
        tracing::error!("reading files failed");
    }
}

/// Reads the story of an open article that lies in no folder that is read: all of the nearest folder with a story file, or
/// else what lies beside the article.
fn neighbours(session: &Session, article: &Path) {
    let real = real_path(article);
    let is_alone = {
        let state = session.state();
        state.workspace.root_of(&real).is_none() && state.workspace.is_open(&Location::File(real.clone()))
    };
    if !is_alone {
        return;
    }
    // A link lies elsewhere than what it leads to, and that counts.
    let is_link = article.parent().map(real_path).as_deref() != real.parent();
    let path = if is_link { &real } else { article };
    let has_story = |folder: &&Path| folder.join(STORY_FILE).is_file();
    let story = path.ancestors().skip(1).find(has_story).map(|folder| (folder, Reach::Below));
    if let Some((folder, reach)) = story.or_else(|| Some((path.parent()?, Reach::Here))) {
        session.state().workspace.add_root(folder.to_path_buf(), Why::Neighbours(reach));
        refresh(session, folder.to_path_buf());
    }
}

fn refresh(session: &Session, below: PathBuf) {
    let below = real_path(&below);
    let Some(root) = session.state().workspace.root_of(&below).cloned() else {
        return;
    };
    let mut found = scan(&root.real, &below, root.reach());
    let errors = std::mem::take(&mut found.errors);
    let mut state = session.state();
    // Of an open file the editor's text counts, not the disk's.
    let is_read = |path: &Path| !state.workspace.is_open(&Location::File(path.to_path_buf()));
    session.notices.files(&below, errors, is_read);
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
