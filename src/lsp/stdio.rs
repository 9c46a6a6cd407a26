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

    /// What editors give a server to read from and write to.
    enum End {
        Pipe(File),
        Socket(UnixStream),
    }

    pub fn input() -> Option<Box<dyn AsyncRead + Unpin + Send>> {
        Some(match end(&io::stdin()).ok()?? {
            End::Pipe(file) => Box::new(Receiver::from_file(file).ok()?),
            End::Socket(socket) => Box::new(socket),
        })
    }

    pub fn output() -> Option<Box<dyn AsyncWrite + Unpin + Send>> {
        Some(match end(&io::stdout()).ok()?? {
            End::Pipe(file) => Box::new(Sender::from_file(file).ok()?),
            End::Socket(socket) => Box::new(socket),
        })
    }

    /// The end that this is, by a handle of its own; `None` for a file or a terminal.
    fn end(of: &impl AsFd) -> io::Result<Option<End>> {
        let file = File::from(of.as_fd().try_clone_to_owned()?);
        let kind = file.metadata()?.file_type();
        Ok(match () {
            () if kind.is_fifo() => Some(End::Pipe(file)),
            () if kind.is_socket() => Some(End::Socket(socket(file)?)),
            () => None,
        })
    }

    fn socket(file: File) -> io::Result<UnixStream> {
        let socket = net::UnixStream::from(OwnedFd::from(file));
        socket.set_nonblocking(true)?;
        UnixStream::from_std(socket)
    }
}
