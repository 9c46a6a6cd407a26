//! Messages on and off the wire: framing and JSON-RPC.

use std::io;

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    sync::mpsc,
};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};

use super::{capabilities, uri};

/// A message longer than this is no message.
const MAX_MESSAGE: u64 = 1 << 30;

/// What the client sends.
#[derive(Debug, PartialEq)]
pub enum Message {
    /// A request or a notification.
    Request(Request),
    /// Its answer to a request of ours.
    Response(Response),
}

/// The next message's body; `None` at the end of the input. Lines that are no header are skipped, so that reading finds
/// its feet again after garbage.
///
/// # Errors
/// When reading fails, the input ends within a message, or a message is absurdly long.
pub async fn read(input: &mut (impl AsyncBufReadExt + Unpin)) -> io::Result<Option<Vec<u8>>> {
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

/// Writes messages until all senders are gone.
///
/// # Errors
/// When nobody reads any more.
pub async fn write(mut output: impl AsyncWrite + Unpin, mut queued: mpsc::Receiver<Value>) -> io::Result<()> {
    while let Some(message) = queued.recv().await {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        output.write_all(frame.as_bytes()).await?;
        if queued.is_empty() {
            output.flush().await?;
        }
    }
    Ok(())
}

/// The message in a body.
///
/// # Errors
/// What is to be answered when it is none.
pub fn parse(body: &[u8]) -> Result<Message, Response> {
    let mut value = serde_json::from_slice(body)
        .or_else(|_| serde_json::from_slice(&without_lone_surrogates(body)))
        .map_err(|_| Response::from_error(Id::Null, Error::parse_error()))?;
    uri::mend_all(&mut value);
    if value.get("method").is_some_and(|method| method == "initialize")
        && let Some(declared) = value.pointer_mut("/params/capabilities")
    {
        capabilities::mend(declared);
    }
    let id = |value: &Value| value.get("id").and_then(|id| serde_json::from_value(id.clone()).ok());
    let (id, is_request) = (id(&value), value.get("method").is_some());
    let message = if is_request {
        serde_json::from_value(value).map(Message::Request)
    } else {
        serde_json::from_value(value).map(Message::Response)
    };
    message.map_err(|_| Response::from_error(id.unwrap_or_default(), Error::invalid_request()))
}

/// The same JSON with the replacement character for halves of surrogate pairs, which no text in UTF-8 can hold. Editors
/// whose strings are UTF-16 send them when somebody deletes half a character. It counts as one unit too, so that later
/// positions are right.
fn without_lone_surrogates(json: &[u8]) -> Vec<u8> {
    let unit = |at: usize| match json.get(at..at + 6)? {
        [b'\\', b'u', digits @ ..] => u16::from_str_radix(str::from_utf8(digits).ok()?, 16).ok(),
        _ => None,
    };
    let (mut whole, mut at) = (Vec::with_capacity(json.len()), 0);
    while at < json.len() {
        let (copied, with) = match (unit(at), unit(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (12, None),
            (Some(0xD800..=0xDFFF), _) => (6, Some(br"\ufffd")),
            (Some(_), _) => (6, None),
            // An escaped backslash begins nothing.
            (None, _) if json[at] == b'\\' => (2, None),
            (None, _) => (1, None),
        };
        let end = (at + copied).min(json.len());
        whole.extend_from_slice(with.map_or(&json[at..end], |with| with));
        at = end;
    }
    whole
}

/// A request to the client. The library writes `"params": null` where there are none; JSON-RPC knows objects and arrays.
pub fn request(request: &Request) -> Value {
    let mut value = to_value(request);
    if value["params"].is_null()
        && let Some(members) = value.as_object_mut()
    {
        members.remove("params");
    }
    value
}

/// An answer to the client.
pub fn response(response: &Response) -> Value {
    to_value(response)
}

fn to_value(message: &impl serde::Serialize) -> Value {
    serde_json::to_value(message).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use tokio::io::BufReader;

    use super::*;

    async fn bodies(input: &[u8]) -> (Vec<String>, bool) {
        let (mut input, mut bodies) = (BufReader::new(input), Vec::new());
        loop {
            match read(&mut input).await {
                Ok(Some(body)) => bodies.push(String::from_utf8(body).expect("these bodies are UTF-8")),
                Ok(None) => return (bodies, true),
                Err(_) => return (bodies, false),
            }
        }
    }

    #[tokio::test]
    async fn headers_come_in_any_order_and_case() {
        let input = b"Content-Type: x; charset=utf-8\r\nCONTENT-LENGTH:2\r\n\r\n{}content-length: 1\n\n1";
        assert_eq!(bodies(input).await, (vec!["{}".into(), "1".into()], true));
    }

    #[tokio::test]
    async fn reading_goes_on_after_garbage() {
        let input = b"\xFF\r\n\r\nContent-Length: many\r\n\r\nhello\r\nContent-Length: 2\r\n\r\n[]";
        assert_eq!(bodies(input).await, (vec!["[]".into()], true));
    }

    #[tokio::test]
    async fn an_end_within_a_message_is_an_error() {
        assert_eq!(bodies(b"Content-Length: 7\r\n\r\n{}").await, (vec![], false));
        assert_eq!(bodies(b"Content-Length: 99999999999\r\n\r\n{}").await, (vec![], false));
    }

    #[test]
    fn halves_of_surrogate_pairs_become_replacement_characters() {
        let text = |escaped: &str| {
            let body = format!(r#"{{"jsonrpc":"2.0","method":"a","params":["{escaped}"]}}"#);
            match parse(body.as_bytes()) {
                Ok(Message::Request(request)) => request.params().map(|params| params[0].to_string()),
                _ => None,
            }
        };
        assert_eq!(text(r"\ud83d\ude00").as_deref(), Some("\"😀\""));
        assert_eq!(text(r"\ud83d\ude00\ude00").as_deref(), Some("\"😀\u{FFFD}\""));
        assert_eq!(text(r"a\ud83db\u00e9").as_deref(), Some("\"a\u{FFFD}bé\""));
        assert_eq!(text(r"\\ud83d \ude00").as_deref(), Some("\"\\\\ud83d \u{FFFD}\""));
        assert_eq!(text(r"\ud8"), None);
    }

    #[test]
    fn what_is_no_message_is_answered_with_its_id_where_it_has_one() {
        let refused = |body: &str| match parse(body.as_bytes()) {
            Err(response) => response.id().clone(),
            Ok(message) => panic!("{message:?}"),
        };
        assert_eq!(refused("{"), Id::Null);
        assert_eq!(refused(r#"{"jsonrpc":"1.0","id":7,"method":"shutdown"}"#), Id::Number(7));
        assert_eq!(refused(r#"[{"jsonrpc":"2.0","id":7,"method":"shutdown"}]"#), Id::Null);
    }
}
