//! A small server on the loopback address, for the page at home, its author and the browser tests.
//!
//! One thread and one request a connection: a browser opens several and stops reading the wasm that it loads ahead
//! until it has the script that asks for it. tiny_http's pool let such a page wait for ever.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What an address means: bytes with their type.
pub struct Answer {
    /// As a browser wants it: `text/html; charset=utf-8`.
    pub kind: &'static str,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Finds what an address (`/page?a=b`) means; none is answered with 404.
pub type Find = dyn Fn(&str) -> Option<Answer> + Send + Sync;

/// Listens on 127.0.0.1 alone. Port 0 takes any free one.
///
/// # Errors
/// A port that is taken, in words, or whatever else the system says.
pub fn listen(port: u16) -> Result<(TcpListener, SocketAddr), String> {
    let refused = |error: io::Error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("port {port} is taken by another program: choose one with --port")
        }
        _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
    let address = listener.local_addr().map_err(refused)?;
    Ok((listener, address))
}

/// Answers until `ended` is true and one more visitor has come.
pub fn answer_all(listener: &TcpListener, ended: &AtomicBool, find: &Arc<Find>) {
    for visitor in listener.incoming().flatten() {
        if ended.load(Ordering::Relaxed) {
            return;
        }
        let find = Arc::clone(find);
        // A reader who went away needs no answer.
        thread::spawn(move || answer(&visitor, &*find).ok());
    }
}

fn answer(mut visitor: &TcpStream, find: &Find) -> io::Result<()> {
    // Browsers open connections ahead and may never use them.
    visitor.set_read_timeout(Some(Duration::from_secs(60)))?;
    let line = read_request(visitor)?;
    let mut words = line.split_whitespace();
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !["GET", "HEAD"].contains(&method) {
        return visitor.write_all(head("405 Method Not Allowed", "text/plain", 0).as_bytes());
    }
    let Some(Answer { kind, bytes }) = find(url) else {
        return visitor.write_all(head("404 Not Found", "text/plain", 0).as_bytes());
    };
    visitor.write_all(head("200 OK", kind, bytes.len()).as_bytes())?;
    if method == "GET" { visitor.write_all(&bytes) } else { Ok(()) }
}

/// The first line of a request, once its head has been read to the end.
fn read_request(visitor: &TcpStream) -> io::Result<String> {
    // No browser's head is longer; whoever sends more is none.
    let mut lines = BufReader::new(visitor.take(65_536));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut line = String::new();
    while lines.read_line(&mut line)? > 2 {
        line.clear();
    }
    Ok(first)
}

/// A page built again must be seen at once, and its type is never guessed.
fn head(status: &str, kind: &str, length: usize) -> String {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
}
