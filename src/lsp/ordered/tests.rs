//! Random edits with questions in between, against a plain string.

use std::{convert::Infallible, ops::Range};

use futures::future::join_all;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

const URI: &str = "file:///story/a.md";

/// Answers every request with the document's version and text, once it is asked to go on.
struct Echo;

impl Service<Request> for Echo {
    type Response = Option<Response>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Option<Response>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        async move {
            tokio::task::yield_now().await;
            let id = request.id()?.clone();
            let frozen = frozen();
            let document = frozen.documents.iter().next()?;
            let text = frozen.snapshot.article(document.article)?.text();
            Some(Response::from_ok(id, json!([document.version, **text])))
        }
        .map(Ok)
        .boxed()
    }
}

fn notification(method: &'static str, params: Value) -> Request {
    Request::build(method).params(params).finish()
}

/// A replacement of characters of the model, as far as there are so many.
type Edit = (usize, usize, String);

fn edits(count: usize) -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((0..60usize, 0..4usize, "[aé😀\n\r]{0,3}"), count)
}

/// Lines and units before a byte, counted the slow way.
fn position(text: &str, at: usize, encoding: &str) -> Value {
    let before = text[..at].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.matches('\n').count();
    let last = before.rsplit('\n').next().unwrap_or_default();
    let units = match encoding {
        "utf-8" => last.len(),
        "utf-16" => last.encode_utf16().count(),
        _ => last.chars().count(),
    };
    json!({ "line": line, "character": units })
}

/// The bytes of the characters that an edit replaces. No end lies between CR and LF: there is no position for that.
fn bytes(text: &str, edit: &Edit) -> Range<usize> {
    let is_place = |at: &usize| !(text[..*at].ends_with('\r') && text[*at..].starts_with('\n'));
    let places: Vec<_> = text.char_indices().map(|(at, _)| at).chain([text.len()]).filter(is_place).collect();
    let start = edit.0.min(places.len() - 1);
    let end = (start + edit.1).min(places.len() - 1);
    places[start]..places[end]
}

async fn echoes_are_the_models(edits: &[Edit], encoding: &str) {
    let mut service = Ordered::new(Echo, Session::new());
    let capabilities = json!({ "general": { "positionEncodings": [encoding] } });
    let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
    service.call(Request::build("initialize").id(0).params(params).finish()).await.expect("answered");
    let mut model = String::from("Ada Brandt spoke.\n");
    let document = json!({ "uri": URI, "languageId": "markdown", "version": 0, "text": model });
    let opened = service.call(notification("textDocument/didOpen", json!({ "textDocument": document }))).await;
    assert_eq!(opened, Ok(None));
    let (mut answers, mut expected) = (Vec::new(), Vec::new());
    for (version, edit) in (1..).zip(edits) {
        let range = bytes(&model, edit);
        let change = json!({
            "range": { "start": position(&model, range.start, encoding), "end": position(&model, range.end, encoding) },
            "text": edit.2,
        });
        let params = json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [change] });
        drop(service.call(notification("textDocument/didChange", params)));
        model.replace_range(range, &edit.2);
        if version % 3 == 0 {
            answers.push(service.call(Request::build("textDocument/hover").id(i64::from(version)).finish()));
            expected.push(Ok(Some(Response::from_ok(i64::from(version).into(), json!([version, model])))));
        }
    }
    assert_eq!(join_all(answers).await, expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]
    #[test]
    fn no_edit_is_lost_and_every_request_sees_its_place_in_the_stream(
        edits in edits(1000),
        encoding in prop::sample::select(vec!["utf-8", "utf-16", "utf-32"]),
    ) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build()?;
        runtime.block_on(echoes_are_the_models(&edits, encoding));
    }
}
