//! Standard input and output, read and written by the reactor itself where the system lets it.
//!
//! The runtime's own standard input and output work through threads; waking one costs as much as a good part of an
//! answer to a keystroke, so pipes and sockets, which is what editors give us, go without.

use tokio::io::{AsyncRead, AsyncWrite};

/// Standard input. Within a runtime with input and output.
pub fn input() -> Box<dyn AsyncRead + Unpin + Send> {
    #[cfg(unix)]
    if let Some(input) = unix::input() {
        return input;
    }
    Box::new(tokio::io::stdin())
}

/// Standard output. Within a runtime with input and output.
pub fn output() -> Box<dyn AsyncWrite + Unpin + Send> {
    #[cfg(unix)]
    if let Some(output) = unix::output() {
        return output;
    }
    Box::new(tokio::io::stdout())
}

#[cfg(unix)]
mod unix {
    use std::{
        fs::File,
        io,
        os::{
            fd::{AsFd, OwnedFd},
            unix::{fs::FileTypeExt, net},
        },
    };

    use tokio::{
        io::{AsyncRead, AsyncWrite},
        net::{
            UnixStream,
            unix::pipe::{Receiver, Sender},
        },
    };

    pub fn input() -> Option<Box<dyn AsyncRead + Unpin + Send>> {
        let file = file(&io::stdin()).ok()?;
        let kind = file.metadata().ok()?.file_type();
        if kind.is_fifo() {
            return Some(Box::new(Receiver::from_file(file).ok()?));
        }
        Some(Box::new(if kind.is_socket() { socket(file).ok()? } else { return None }))
    }

    pub fn output() -> Option<Box<dyn AsyncWrite + Unpin + Send>> {
        let file = file(&io::stdout()).ok()?;
        let kind = file.metadata().ok()?.file_type();
        if kind.is_fifo() {
            return Some(Box::new(Sender::from_file(file).ok()?));
        }
        Some(Box::new(if kind.is_socket() { socket(file).ok()? } else { return None }))
    }

    fn file(of: &impl AsFd) -> io::Result<File> {
        Ok(File::from(of.as_fd().try_clone_to_owned()?))
    }

    fn socket(file: File) -> io::Result<UnixStream> {
        let socket = net::UnixStream::from(OwnedFd::from(file));
        socket.set_nonblocking(true)?;
        UnixStream::from_std(socket)
    }
}
