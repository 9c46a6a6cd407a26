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

/// Runs `work` on a thread of its own, and does for it first what the article it is about needs. That stops between two
/// articles when the caller is dropped (`$/cancelRequest`), when `stopping` is cancelled, or when the article has been
/// edited; `work` may ask whether it should stop.
///
/// # Errors
/// `ContentModified` when it was stopped, `InternalError` when `work` panicked.
pub async fn compute<T: Send + 'static>(
    frozen: Arc<Frozen>,
    about: Option<ArticleId>,
    stopping: &CancellationToken,
    work: impl FnOnce(&Frozen, &dyn Fn() -> bool) -> T + Send + 'static,
) -> Result<T> {
    let stop = stopping.child_token();
    let _dropped = stop.clone().drop_guard();
    let permit = WORKERS.acquire().await;
    let worker = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        let article = about.and_then(|id| frozen.snapshot.article(id));
        let stopped = || stop.is_cancelled() || article.is_some_and(|a| a.is_superseded());
        let prepared = match about {
            Some(id) => frozen.snapshot.prepare(id, &stopped),
            None => !stopped(),
        };
        prepared.then(|| work(&frozen, &stopped))
    });
    worker.await.map_err(|_| Error::internal_error())?.ok_or_else(Error::content_modified)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use tower_lsp::jsonrpc::ErrorCode;

    use super::*;
    use crate::{lsp::session::Session, syntax::Format, text::Text, workspace::Location};

    /// A session with one article.
    fn session() -> (Arc<Session>, ArticleId) {
        let session = Session::new();
        let location = Location::Untitled("untitled:a".into());
        let article = session.state().workspace.open(location, Format::Plain, Text::from("Before."));
        (session, article)
    }

    async fn code(computing: impl Future<Output = Result<()>>) -> ErrorCode {
        computing.await.expect_err("it was stopped").code
    }

    #[tokio::test]
    async fn work_is_done_on_the_frozen_state() {
        let (session, article) = session();
        let frozen = Arc::new(session.freeze());
        let text =
            move |frozen: &Frozen, _: &dyn Fn() -> bool| frozen.snapshot.article(article).map(|a| a.text().to_string());
        let computed = compute(frozen, Some(article), session.stopping(), text).await;
        assert_eq!(computed, Ok(Some("Before.".into())));
    }

    #[tokio::test]
    async fn an_edit_stops_what_is_about_the_same_article() {
        let (session, article) = session();
        let frozen = Arc::new(session.freeze());
        session.state().workspace.edit(article, |text| *text = Text::from("After."));
        let work = |_: &Frozen, _: &dyn Fn() -> bool| panic!("there is no point any more");
        assert_eq!(code(compute(frozen, Some(article), session.stopping(), work)).await, ErrorCode::ContentModified);
    }

    #[tokio::test]
    async fn the_end_stops_everything() {
        let (session, _) = session();
        session.stop();
        let work = |_: &Frozen, _: &dyn Fn() -> bool| panic!("there is no point any more");
        let computing = compute(Arc::new(session.freeze()), None, session.stopping(), work);
        assert_eq!(code(computing).await, ErrorCode::ContentModified);
    }

    #[tokio::test]
    async fn a_panic_is_an_internal_error() {
        let (session, article) = session();
        let work = |_: &Frozen, _: &dyn Fn() -> bool| panic!("on purpose");
        let computing = compute(Arc::new(session.freeze()), Some(article), session.stopping(), work);
        assert_eq!(code(computing).await, ErrorCode::InternalError);
        let again = compute(Arc::new(session.freeze()), Some(article), session.stopping(), |_, _| "fine").await;
        assert_eq!(again, Ok("fine"));
    }

    #[tokio::test]
    async fn a_cancelled_request_does_not_wait_for_its_work() {
        let (session, _) = session();
        let (began, begins) = mpsc::channel();
        let (go_on, waits) = mpsc::channel::<()>();
        let stopping = session.stopping().clone();
        let frozen = Arc::new(session.freeze());
        let request = tokio::spawn(async move {
            let work = move |_: &Frozen, _: &dyn Fn() -> bool| {
                began.send(()).expect("somebody waits");
                waits.recv()
            };
            compute(frozen, None, &stopping, work).await.map(drop)
        });
        tokio::task::spawn_blocking(move || begins.recv()).await.expect("ran").expect("the work has begun");
        request.abort();
        assert!(request.await.expect_err("it was cancelled").is_cancelled());
        go_on.send(()).expect("the work goes on to its end, for nobody");
    }
}
