//! A small file server on the loopback address, for the reader at home and for the browser tests.

use crate::Error;
use std::{
    fs::File,
    io,
    net::SocketAddr,
    path::{Component, Path, PathBuf},
    sync::Arc,
    thread,
};
use tiny_http::{Header, Method, Request, Response};

/// A running server; it ends when dropped.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    listener: Arc<tiny_http::Server>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.listener.unblock();
    }
}

/// Serves a folder on a thread of its own, on 127.0.0.1 alone. Port 0 takes any free one.
///
/// # Errors
/// [`Error::Serve`] if the port is taken or the folder is missing.
pub fn start(folder: &Path, port: u16) -> Result<Server, Error> {
    let (listener, address) = listen(folder, port)?;
    let (shared, folder) = (Arc::clone(&listener), folder.to_path_buf());
    thread::spawn(move || answer_all(&shared, &folder));
    Ok(Server { address, listener })
}

/// Serves a folder until the program is ended, and prints the address.
///
/// # Errors
/// As [`start`].
pub fn until_ended(folder: &Path, port: u16) -> Result<(), Error> {
    let (listener, address) = listen(folder, port)?;
    println!("http://{address}/ (Ctrl-C ends it)");
    answer_all(&listener, folder);
    Ok(())
}

fn listen(folder: &Path, port: u16) -> Result<(Arc<tiny_http::Server>, SocketAddr), Error> {
    if !folder.join("index.html").is_file() {
        return Err(Error::Serve(format!("{} holds no page: cargo xtask build", folder.display())));
    }
    let listener = tiny_http::Server::http(("127.0.0.1", port)).map_err(|error| {
        let taken =
            error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::AddrInUse);
        Error::Serve(if taken {
            format!("port {port} is taken by another program: choose one with --port")
        } else {
            format!("cannot listen on 127.0.0.1:{port}: {error}")
        })
    })?;
    let address = listener.server_addr().to_ip().ok_or_else(|| Error::Serve("no address".into()))?;
    Ok((Arc::new(listener), address))
}

fn answer_all(listener: &tiny_http::Server, folder: &Path) {
    for request in listener.incoming_requests() {
        // A reader who went away needs no answer.
        let _ = answer(request, folder);
    }
}

fn answer(request: Request, folder: &Path) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(405));
    }
    let Some(path) = file_of(folder, request.url()) else { return request.respond(Response::empty(404)) };
    let Ok(file) = File::open(&path) else { return request.respond(Response::empty(404)) };
    let mut response = Response::from_file(file);
    // A page built again must be seen at once, and its type is never guessed.
    let headers = [
        ("Content-Type", content_type(&path)),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
    ];
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

/// The file that an address means; none for one that climbs out of the folder.
fn file_of(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    // No file of the page has a name that needs more than this.
    let path = path.replace("%20", " ");
    let inside = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside || path.contains(['%', '\\']) {
        return None;
    }
    let file = folder.join(&path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        fs,
        io::{Read, Write},
        net::TcpStream,
    };

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("sliderule-serve-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "hello").unwrap();
        folder
    }

    #[test]
    fn serves_files_with_their_type_and_nothing_outside() {
        let folder = folder("files");
        fs::write(folder.join("a.wasm"), "\0asm").unwrap();
        let server = start(&folder, 0).unwrap();
        let get = |path: &str| {
            let mut stream = TcpStream::connect(server.address).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        };
        assert!(get("/?embed").contains("text/html") && get("/").ends_with("hello"));
        assert!(get("/a.wasm").contains("application/wasm"));
        for outside in ["/../Cargo.toml", "/%2e%2e/x", "//etc/passwd", "/missing"] {
            assert!(get(outside).starts_with("HTTP/1.1 404"), "{outside}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_taken_port_and_a_missing_page_are_named() {
        let folder = folder("taken");
        let first = start(&folder, 0).unwrap();
        let error = start(&folder, first.address.port()).err().unwrap();
        assert!(error.to_string().contains("taken"), "{error}");
        assert!(start(Path::new("nowhere"), 0).err().unwrap().to_string().contains("no page"));
        fs::remove_dir_all(folder).unwrap();
    }
}
