//! Work off the reactor, stopped when nobody wants its outcome any more.

use std::{
    sync::{Arc, LazyLock},
    thread::available_parallelism,
};

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;
use tower_lsp::jsonrpc::{Error, Result};

use super::session::Frozen;
use crate::compare::ArticleId;

/// More workers than processors would only wait for one another.
static WORKERS: LazyLock<Semaphore> =
    LazyLock::new(|| Semaphore::new(available_parallelism().map_or(2, usize::from).max(2)));

/// Runs `work` on a thread of its own. It stops between two articles when the caller is dropped (`$/cancelRequest`),
/// when `stopping` is cancelled, or when the article it is about has been edited.
///
/// # Errors
/// `ContentModified` when it was stopped, `InternalError` when `work` panicked.
pub async fn compute<T: Send + 'static>(
    frozen: Arc<Frozen>,
    about: Option<ArticleId>,
    stopping: &CancellationToken,
    work: impl FnOnce(&Frozen) -> T + Send + 'static,
) -> Result<T> {
    let stop = stopping.child_token();
    let _dropped = stop.clone().drop_guard();
    let _permit = WORKERS.acquire().await;
    let worker = tokio::task::spawn_blocking(move || {
        let article = about.and_then(|id| frozen.snapshot.article(id));
        let stopped = || stop.is_cancelled() || article.is_some_and(|a| a.is_superseded());
        let prepared = match about {
            Some(id) => frozen.snapshot.prepare(id, &stopped),
            None => !stopped(),
        };
        prepared.then(|| work(&frozen))
    });
    worker.await.map_err(|_| Error::internal_error())?.ok_or_else(Error::content_modified)
}
