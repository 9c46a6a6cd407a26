//! Edits in the order of the wire: the service in front of the library's, which runs handlers side by side.

use std::{
    sync::Arc,
    task::{Context, Poll},
};

use futures::future::{BoxFuture, FutureExt};
use tower::Service;
use tower_lsp::jsonrpc::{Request, Response};

use super::{
    notifications,
    session::{Frozen, Session},
};

#[cfg(test)]
mod tests;

tokio::task_local! {
    static FROZEN: Arc<Frozen>;
}

/// The session at the place in the stream of the request that is being handled.
///
/// # Panics
/// Outside of a handler.
pub fn frozen() -> Arc<Frozen> {
    FROZEN.with(Arc::clone)
}

/// Applies notifications that change the session, and freezes the session for everything else.
///
/// The transport calls it for one message after another; `&mut self` proves that.
pub struct Ordered<S> {
    inner: S,
    session: Arc<Session>,
}

impl<S> Ordered<S> {
    pub fn new(inner: S, session: Arc<Session>) -> Ordered<S> {
        Ordered { inner, session }
    }
}

impl<S> Service<Request> for Ordered<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match notifications::apply(&self.session, request) {
            Some(request) => {
                let frozen = Arc::new(self.session.freeze());
                FROZEN.scope(frozen, self.inner.call(request)).boxed()
            }
            None => futures::future::ready(Ok(None)).boxed(),
        }
    }
}
