//! Serving one client.
//!
//! The library's own loop ends at the first malformed message, holds at most a few hundred messages, and reads on when
//! nobody listens any more; this one answers, never waits for the output while reading, and stops.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

use futures::{FutureExt, SinkExt, StreamExt};
use serde_json::Value;
use tokio::{
    io::{AsyncRead, AsyncWrite, BufReader},
    sync::mpsc,
};
use tokio_util::task::TaskTracker;
use tower::Service;
use tower_lsp::{
    LspService,
    jsonrpc::{Error, Request, Response},
};

use super::{
    ordered::Ordered,
    server::Server,
    session::Session,
    wire::{self, Message},
};

/// How long answers on their way may take when the client has gone or says goodbye.
const PARTING: Duration = Duration::from_secs(1);

/// How serving came to its end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ending {
    /// `exit` after `shutdown`.
    Orderly,
    /// `exit` without `shutdown`, or the client has gone.
    Abrupt,
}

/// Serves one client until it says `exit`, closes a pipe, or its process ends.
pub async fn serve<I, O>(input: I, output: O) -> Ending
where
    I: AsyncRead + Unpin,
    O: AsyncWrite + Unpin + Send + 'static,
{
    let session = Session::new();
    let (service, socket) = LspService::new(|client| Server::new(client, session.clone()));
    let service = Ordered::new(service, session.clone());
    let (mut asked, mut answered) = socket.split();

    let (queue, queued) = mpsc::channel(64);
    let listener = session.clone();
    let writer = tokio::spawn(async move {
        if let Err(error) = wire::write(output, queued).await {
            tracing::warn!(%error, "the client does not listen any more");
            listener.leave();
        }
    });
    let unasked = queue.clone();
    let forward = tokio::spawn(async move {
        while let Some(request) = asked.next().await {
            if unasked.send(wire::request(&request)).await.is_err() {
                break;
            }
        }
    });

    let mut answering = Answering { service, queue, tasks: TaskTracker::new() };
    let mut input = BufReader::new(input);
    let ending = loop {
        let body = tokio::select! {
            body = wire::read(&mut input) => body,
            () = session.gone() => break Ending::Abrupt,
        };
        let body = match body {
            Ok(Some(body)) => body,
            Ok(None) => break Ending::Abrupt,
            Err(error) => {
                tracing::error!(%error, "the client's messages cannot be read any more");
                break Ending::Abrupt;
            }
        };
        match wire::parse(&body) {
            Ok(Message::Request(request)) => {
                let is_exit = request.method() == "exit";
                answering.answer(request);
                if is_exit {
                    break if session.is_shut_down() { Ending::Orderly } else { Ending::Abrupt };
                }
            }
            Ok(Message::Response(response)) => {
                let _ = answered.send(response).await;
            }
            Err(response) => {
                tracing::warn!("answered a malformed message with an error");
                answering.send(async { Some(response) });
            }
        }
    };

    session.stop();
    forward.abort();
    let Answering { queue, tasks, .. } = answering;
    tasks.close();
    drop(queue);
    let parting = async {
        tasks.wait().await;
        let _ = writer.await;
    };
    if tokio::time::timeout(PARTING, parting).await.is_err() {
        tracing::warn!("stopped without sending all answers");
    }
    ending
}

/// Answers requests side by side, once they have been applied one after another.
struct Answering<S> {
    service: S,
    queue: mpsc::Sender<Value>,
    tasks: TaskTracker,
}

impl<S> Answering<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send,
{
    /// Answers a request, if it is one, whatever happens in its handler.
    fn answer(&mut self, request: Request) {
        let id = request.id().cloned();
        let answer = catch_unwind(AssertUnwindSafe(|| self.service.call(request)));
        self.send(async {
            let answer = match answer {
                Ok(answer) => AssertUnwindSafe(answer).catch_unwind().await,
                Err(panic) => Err(panic),
            };
            match answer {
                Ok(answer) => answer.ok().flatten(),
                Err(_) => id.map(|id| Response::from_error(id, Error::internal_error())),
            }
        });
    }

    fn send(&self, response: impl Future<Output = Option<Response>> + Send + 'static) {
        let queue = self.queue.clone();
        self.tasks.spawn(async move {
            if let Some(response) = response.await {
                let _ = queue.send(wire::response(&response)).await;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use std::{
        convert::Infallible,
        task::{Context, Poll},
    };

    use futures::future::BoxFuture;

    use super::*;

    /// Panics at once, or when it is waited for.
    struct Panics;

    impl Service<Request> for Panics {
        type Response = Option<Response>;
        type Error = Infallible;
        type Future = BoxFuture<'static, Result<Option<Response>, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            assert_ne!(request.method(), "at once", "on purpose");
            async { panic!("on purpose") }.boxed()
        }
    }

    #[tokio::test]
    async fn a_panic_is_answered_and_nothing_else_happens() {
        let (queue, mut answers) = mpsc::channel(1);
        let mut answering = Answering { service: Panics, queue, tasks: TaskTracker::new() };
        for (id, method) in [(1, "at once"), (2, "later")] {
            answering.answer(Request::build(method).id(id).finish());
            let answer = answers.recv().await.expect("an answer");
            assert_eq!((&answer["id"], &answer["error"]["code"]), (&id.into(), &(-32603).into()));
        }
    }
}
