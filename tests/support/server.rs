//! A client with a server of its own, in memory or as a process.

use std::{
    collections::{HashMap, VecDeque},
    path::PathBuf,
};

use serde_json::{Value, json};
use tokio::{
    io::{AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    runtime::Runtime,
    task::JoinHandle,
};
use tower_lsp::ls_types::{Uri, request::Request};
use twosource::lsp::{Ending, serve};

use super::{
    options::Options,
    protocol::Checker,
    wire::{read_message, runtime, within_reason},
};

/// The client. It checks every message that it gets; when it goes, it says goodbye in order and insists that the test
/// has read all there was to read.
pub struct TestServer {
    runtime: Option<Runtime>,
    reader: BufReader<Box<dyn AsyncRead + Send + Unpin>>,
    /// Taken when the client hangs up.
    writer: Option<Box<dyn AsyncWrite + Send + Unpin>>,
    serving: Option<JoinHandle<Ending>>,
    checker: Checker,
    /// Notifications and requests of the server.
    unread: VecDeque<Value>,
    answers: HashMap<i64, Value>,
    last_id: i64,
    /// How many requests to ask again have come, where they are only counted.
    refreshes: Option<usize>,
    leaving: bool,
    folder: tempfile::TempDir,
}

impl TestServer {
    /// A server in memory, initialized.
    pub fn start(options: Options) -> TestServer {
        TestServer::start_with(options, &[])
    }

    /// A server in memory, initialized, with these files on the disk.
    pub fn start_with(options: Options, files: &[(&str, &[u8])]) -> TestServer {
        let mut server = TestServer::uninitialized();
        files.iter().for_each(|(name, bytes)| server.write(name, bytes));
        server.initialize(options);
        server
    }

    /// A server in memory that knows nothing yet.
    pub fn uninitialized() -> TestServer {
        let runtime = runtime();
        // One pipe each way, so that either can be closed alone.
        let (writer, server_reader) = tokio::io::duplex(1 << 16);
        let (server_writer, reader) = tokio::io::duplex(1 << 16);
        let serving = runtime.spawn(serve(server_reader, server_writer));
        TestServer::connect(runtime, serving, Box::new(reader), Box::new(writer))
    }

    /// The built binary as a process, on its standard input and output.
    pub fn process(arguments: &[&str]) -> TestServer {
        let runtime = runtime();
        let _in_runtime = runtime.enter();
        let mut process = tokio::process::Command::new(env!("CARGO_BIN_EXE_twosource"))
            .args(arguments)
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            // What is written for the user must not come among the developer's own.
            .env("XDG_CACHE_HOME", std::env::temp_dir().join("twosource-tests"))
            .kill_on_drop(true)
            .spawn()
            .expect("the binary can be run");
        let reader = process.stdout.take().expect("piped");
        let writer = process.stdin.take().expect("piped");
        let serving = runtime.spawn(async move {
            let status = process.wait().await.expect("the process can be waited for");
            match status.code() {
                Some(0) => Ending::Orderly,
                Some(1) => Ending::Abrupt,
                code => panic!("exit code {code:?}"),
            }
        });
        drop(_in_runtime);
        TestServer::connect(runtime, serving, Box::new(reader), Box::new(writer))
    }

    fn connect(
        runtime: Runtime,
        serving: JoinHandle<Ending>,
        reader: Box<dyn AsyncRead + Send + Unpin>,
        writer: Box<dyn AsyncWrite + Send + Unpin>,
    ) -> TestServer {
        TestServer {
            runtime: Some(runtime),
            reader: BufReader::new(reader),
            writer: Some(writer),
            serving: Some(serving),
            checker: Checker::default(),
            unread: VecDeque::new(),
            answers: HashMap::new(),
            last_id: 0,
            refreshes: None,
            leaving: false,
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// Introduces the client and returns what the server can do.
    pub fn initialize(&mut self, options: Options) -> Value {
        let folder = Uri::from_file_path(self.folder.path()).expect("the folder has a URI");
        let folders = json!([{ "uri": folder, "name": "story" }]);
        let result = self.request_raw(
            "initialize",
            json!({
                "processId": std::process::id(),
                "rootUri": null,
                "workspaceFolders": if options.opens_folder { folders } else { Value::Null },
                "initializationOptions": options.initialization_options,
                "capabilities": options.capabilities,
            }),
        );
        self.notify("initialized", json!({}));
        result["result"]["capabilities"].clone()
    }

    /// The path of a file in the test's folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The URI of a file in the test's folder.
    pub fn uri(&self, name: &str) -> Uri {
        Uri::from_file_path(self.path(name)).expect("the file has a URI")
    }

    /// Writes a file to the disk, telling nobody.
    pub fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        let folder = path.parent().expect("below the test's folder");
        std::fs::create_dir_all(folder).expect("the folder can be made");
        std::fs::write(path, bytes).expect("the file can be written");
    }

    /// Opens a document as version 1.
    pub fn open(&mut self, name: &str, text: &str) {
        let language = if name.ends_with(".md") { "markdown" } else { "plaintext" };
        let document = json!({ "uri": self.uri(name), "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Asks and waits for the answer.
    ///
    /// # Panics
    /// When the answer is an error.
    pub fn request<R: Request>(&mut self, params: R::Params) -> R::Result {
        let params = serde_json::to_value(params).expect("params are JSON");
        let answer = self.request_raw(R::METHOD, params);
        let result = answer.get("result").unwrap_or_else(|| panic!("{}: {answer}", R::METHOD));
        serde_json::from_value(result.clone()).expect("the result is what it should be")
    }

    /// Asks and waits for the whole answer, error or not.
    pub fn request_raw(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        self.answer(id)
    }

    /// Asks and does not wait; the number is for [`TestServer::answer`].
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        let id = self.last_id;
        let mut message = json!({ "jsonrpc": "2.0", "id": id, "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        self.send(message);
        id
    }

    /// Waits for the answer to a question.
    pub fn answer(&mut self, id: i64) -> Value {
        loop {
            if let Some(answer) = self.answers.remove(&id) {
                return answer;
            }
            assert!(self.read(), "the server has gone without an answer to {id}");
        }
    }

    /// Waits for the answer to a question, or for a request of the server, whichever comes first.
    pub fn answer_or_request(&mut self, id: i64) -> Result<Value, Value> {
        loop {
            if let Some(answer) = self.answers.remove(&id) {
                return Ok(answer);
            }
            let request = self.unread.iter().position(|m| m.get("id").is_some() && m.get("method").is_some());
            if let Some(request) = request.and_then(|at| self.unread.remove(at)) {
                return Err(request);
            }
            assert!(self.read(), "the server has gone without an answer to {id}");
        }
    }

    /// Answers a request of the server.
    pub fn reply(&mut self, request: &Value, result: Value) {
        self.send(json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    /// Tells the server something; nobody looks whether it makes sense.
    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&mut self, message: Value) {
        self.checker.client_says(&message);
        let body = message.to_string();
        self.send_body(body.as_bytes());
    }

    /// Sends a message whose body may be anything.
    pub fn send_body(&mut self, body: &[u8]) {
        self.send_bytes(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes());
        self.send_bytes(body);
    }

    /// Sends bytes that may be no message at all.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("the client has not hung up");
        let write = async {
            writer.write_all(bytes).await?;
            writer.flush().await
        };
        let runtime = self.runtime.as_ref().expect("the client has not gone");
        runtime.block_on(within_reason(write)).expect("the server reads");
    }

    /// Waits for a notification and returns its params; others stay unread.
    pub fn receive(&mut self, method: &str) -> Value {
        self.receive_if(method, |_| true)
    }

    /// Waits for a notification with such params.
    pub fn receive_if(&mut self, method: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let found = self.unread.iter().position(|m| m["method"] == method && wanted(&m["params"]));
            if let Some(message) = found.and_then(|at| self.unread.remove(at)) {
                return message["params"].clone();
            }
            assert!(self.read(), "the server has gone without {method}");
        }
    }

    /// Waits for a request of the server, answers it and returns its params.
    pub fn receive_request(&mut self, method: &str, result: Value) -> Value {
        let message = self.hold_request(method);
        self.reply(&message, result);
        message["params"].clone()
    }

    /// Waits for a request of the server and returns it unanswered.
    pub fn hold_request(&mut self, method: &str) -> Value {
        loop {
            let found = self.unread.iter().position(|message| message["method"] == method);
            if let Some(message) = found.and_then(|at| self.unread.remove(at)) {
                return message;
            }
            assert!(self.read(), "the server has gone without {method}");
        }
    }

    /// From now on, requests to ask again are answered as they come and only counted.
    pub fn count_refreshes(&mut self) {
        self.refreshes = Some(0);
    }

    /// Waits until this many requests to ask again have come.
    pub fn refreshed(&mut self, times: usize) -> usize {
        while self.refreshes.is_some_and(|count| count < times) {
            assert!(self.read(), "the server has gone");
        }
        self.refreshes.unwrap_or_default()
    }

    /// Reads one message; `false` when there will be none any more.
    fn read(&mut self) -> bool {
        let runtime = self.runtime.as_ref().expect("the client has not gone");
        let Some(message) = runtime.block_on(within_reason(read_message(&mut self.reader))) else {
            return false;
        };
        let faults = self.checker.server_says(&message);
        assert!(faults.is_empty(), "{message:#}\n{}", faults.join("\n"));
        let is_refresh = message["method"].as_str().is_some_and(|method| method.ends_with("/refresh"));
        if let Some(count) = self.refreshes.as_mut().filter(|_| is_refresh) {
            *count += 1;
            if !self.leaving {
                self.reply(&message, Value::Null);
            }
            return true;
        }
        match (message.get("method"), message["id"].as_i64()) {
            (None, Some(id)) => drop(self.answers.insert(id, message)),
            _ => self.unread.push_back(message),
        }
        true
    }

    /// Waits for an answer to something that could not be read, and returns its error.
    pub fn answer_to_garbage(&mut self) -> Value {
        loop {
            let found = self.unread.iter().position(|message| message.get("method").is_none());
            if let Some(message) = found.and_then(|at| self.unread.remove(at)) {
                return message["error"].clone();
            }
            assert!(self.read(), "the server has gone without an answer");
        }
    }

    /// Closes the pipe to the server without a word.
    pub fn hang_up(mut self) -> Ending {
        self.writer = None;
        self.ending()
    }

    /// Says `exit` without `shutdown`.
    pub fn exit(mut self) -> Ending {
        self.send(json!({ "jsonrpc": "2.0", "method": "exit" }));
        self.ending()
    }

    /// How the server ends. What it still had to say is read.
    pub fn ending(&mut self) -> Ending {
        while self.read() {}
        let serving = self.serving.take().expect("the server has not ended before");
        let runtime = self.runtime.as_ref().expect("the client has not gone");
        runtime.block_on(within_reason(serving)).expect("the server has not panicked")
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        if !std::thread::panicking() && self.serving.is_some() {
            let answer = self.request_raw("shutdown", Value::Null);
            assert_eq!(answer["result"], Value::Null);
            self.leaving = true;
            self.send(json!({ "jsonrpc": "2.0", "method": "exit" }));
            assert_eq!(self.ending(), Ending::Orderly);
            assert_eq!(self.checker.unanswered(), [""; 0]);
            assert!(self.unread.is_empty(), "unread: {:#?}", self.unread);
        }
        self.runtime.take().into_iter().for_each(Runtime::shutdown_background);
    }
}
