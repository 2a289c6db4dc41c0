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

/// What is asked for.
#[derive(Debug, Default)]
pub struct Request {
    /// The address: `/page?a=b`.
    pub url: String,
    /// The compressed forms that the visitor takes, as its header names them.
    pub encodings: String,
}

/// What an address means: bytes with their type.
#[derive(Debug, Default)]
pub struct Answer {
    /// As a browser wants it: `text/html; charset=utf-8`.
    pub kind: &'static str,
    /// As the header calls the form; none for the content as it is.
    pub encoding: Option<&'static str>,
    /// The content.
    pub bytes: Vec<u8>,
}

/// Finds what an address means; none is answered with 404.
pub type Find = dyn Fn(&Request) -> Option<Answer> + Send + Sync;

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
    let (method, request) = read_request(visitor)?;
    let plain = || Answer { kind: "text/plain", ..Answer::default() };
    if !["GET", "HEAD"].contains(&method.as_str()) {
        return visitor.write_all(head("405 Method Not Allowed", &plain()).as_bytes());
    }
    let Some(answer) = find(&request) else {
        return visitor.write_all(head("404 Not Found", &plain()).as_bytes());
    };
    visitor.write_all(head("200 OK", &answer).as_bytes())?;
    if method == "GET" { visitor.write_all(&answer.bytes) } else { Ok(()) }
}

/// Method and request, once the head has been read to the end.
fn read_request(visitor: &TcpStream) -> io::Result<(String, Request)> {
    // No browser's head is longer; whoever sends more is none.
    let mut lines = BufReader::new(visitor.take(65_536));
    let mut first = String::new();
    lines.read_line(&mut first)?;
    let mut words = first.split_whitespace().map(str::to_owned);
    let method = words.next().unwrap_or_default();
    let mut request = Request { url: words.next().unwrap_or_default(), ..Request::default() };
    let mut line = String::new();
    while lines.read_line(&mut line)? > 2 {
        if let Some(encodings) = line.to_ascii_lowercase().strip_prefix("accept-encoding:") {
            encodings.clone_into(&mut request.encodings);
        }
        line.clear();
    }
    Ok((method, request))
}

/// A page built again must be seen at once, and its type is never guessed.
fn head(status: &str, Answer { kind, encoding, bytes }: &Answer) -> String {
    let encoding = encoding.map(|name| format!("Content-Encoding: {name}\r\n")).unwrap_or_default();
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}Cache-Control: no-cache\r\n\
         Vary: Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        bytes.len()
    )
}
