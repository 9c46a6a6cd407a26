//! Messages on and off the wire.
//!
//! The library's own loop ends at the first malformed message, holds at most a few hundred messages, and reads on when
//! nobody listens any more; this one answers, never waits for the output while reading, and stops.

use std::{io, panic::AssertUnwindSafe, time::Duration};

use futures::{FutureExt, SinkExt, StreamExt};
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufReader},
    sync::mpsc,
};
use tokio_util::task::TaskTracker;
use tower::Service;
use tower_lsp::{
    LspService,
    jsonrpc::{Error, Id, Request, Response},
};

use super::{ordered::Ordered, server::Server, session::Session};

/// How long answers on their way may take when the client has gone or says goodbye.
const PARTING: Duration = Duration::from_secs(1);

/// A message longer than this is no message.
const MAX_MESSAGE: u64 = 1 << 30;

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
    let mut service = Ordered::new(service, session.clone());
    let (mut asked, mut answered) = socket.split();
    let (queue, queued) = mpsc::channel(64);
    let writer = tokio::spawn(write(output, queued, session.clone()));

    let tasks = TaskTracker::new();
    let unasked = queue.clone();
    let forward = tokio::spawn(async move {
        while let Some(request) = asked.next().await {
            if unasked.send(without_null_params(&request)).await.is_err() {
                break;
            }
        }
    });

    let mut input = BufReader::new(input);
    let ending = loop {
        let body = tokio::select! {
            body = read(&mut input) => body,
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
        match parse(&body) {
            Ok(Message::Request(request)) if request.method() == "exit" => {
                let orderly = session.is_shut_down();
                // Cancels what is still running.
                let _ = service.call(request).await;
                break if orderly { Ending::Orderly } else { Ending::Abrupt };
            }
            Ok(Message::Request(request)) => {
                let id = request.id().cloned();
                let answer = AssertUnwindSafe(service.call(request)).catch_unwind();
                let queue = queue.clone();
                tasks.spawn(async move {
                    let response = match answer.await {
                        Ok(answer) => answer.unwrap_or_default(),
                        Err(_) => id.map(|id| Response::from_error(id, Error::internal_error())),
                    };
                    if let Some(response) = response {
                        let _ = queue.send(to_value(&response)).await;
                    }
                });
            }
            Ok(Message::Response(response)) => {
                let _ = answered.send(response).await;
            }
            Err(response) => {
                tracing::warn!("answered a malformed message with an error");
                let _ = queue.send(to_value(&response)).await;
            }
        }
    };

    session.stop();
    tasks.close();
    forward.abort();
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

enum Message {
    Request(Request),
    Response(Response),
}

/// The message in a body, or what is to be answered when it is none.
fn parse(body: &[u8]) -> Result<Message, Response> {
    let value: Value =
        serde_json::from_slice(body).map_err(|_| Response::from_error(Id::Null, Error::parse_error()))?;
    let id = value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok());
    let invalid = |_| Response::from_error(id.unwrap_or_default(), Error::invalid_request());
    if value.get("method").is_some() {
        serde_json::from_value(value).map(Message::Request).map_err(invalid)
    } else {
        serde_json::from_value(value).map(Message::Response).map_err(invalid)
    }
}

/// The next message's body; `None` at the end of the input. Lines that are no header are skipped, so that reading finds
/// its feet again after garbage.
///
/// # Errors
/// When reading fails, the input ends within a message, or a message is absurdly long.
async fn read(input: &mut (impl AsyncBufReadExt + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        match (line.split_once(':'), length) {
            (Some((name, value)), _) if name.eq_ignore_ascii_case("content-length") => {
                length = value.trim().parse::<u64>().ok();
            }
            (None, Some(length)) if line.is_empty() => {
                if length > MAX_MESSAGE {
                    return Err(io::Error::new(io::ErrorKind::InvalidData, "message too long"));
                }
                let mut body = Vec::new();
                let read = input.take(length).read_to_end(&mut body).await? as u64;
                return if read == length { Ok(Some(body)) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
            }
            _ => {}
        }
    }
}

/// Writes messages until all senders are gone. When nobody reads, the session is told.
async fn write(
    mut output: impl AsyncWrite + Unpin,
    mut queued: mpsc::Receiver<Value>,
    session: std::sync::Arc<Session>,
) {
    while let Some(message) = queued.recv().await {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let written = async {
            output.write_all(frame.as_bytes()).await?;
            if queued.is_empty() {
                output.flush().await?;
            }
            io::Result::Ok(())
        };
        if let Err(error) = written.await {
            tracing::warn!(%error, "the client does not listen any more");
            session.leave();
            return;
        }
    }
}

/// The library writes `"params": null` where a request has none; JSON-RPC knows objects and arrays only.
fn without_null_params(request: &Request) -> Value {
    let mut value = to_value(request);
    if value["params"].is_null()
        && let Some(members) = value.as_object_mut()
    {
        members.remove("params");
    }
    value
}

fn to_value(message: &impl serde::Serialize) -> Value {
    serde_json::to_value(message).unwrap_or_default()
}
