//! A folder on the loopback address, for the reader at home and for the browser tests.

use crate::{
    Error,
    compress::{FORMS, with_form},
};
use loopback::{Answer, Find, answer_all};
use std::{
    fs,
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Component, Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

/// A running server; it ends when dropped.
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    ended: Arc<AtomicBool>,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for the next visitor.
        let _ = TcpStream::connect(self.address);
    }
}

/// Serves a folder on a thread of its own, on 127.0.0.1 alone. Port 0 takes any free one.
///
/// # Errors
/// [`Error::Serve`] if the port is taken or the folder is missing.
pub fn start(folder: &Path, port: u16) -> Result<Server, Error> {
    let (listener, address) = listen(folder, port)?;
    let ended = Arc::new(AtomicBool::new(false));
    let (shared, files) = (Arc::clone(&ended), files_of(folder));
    thread::spawn(move || answer_all(&listener, &shared, &files));
    Ok(Server { address, ended })
}

/// Serves a folder until the program is ended, and prints the address.
///
/// # Errors
/// As [`start`].
pub fn until_ended(folder: &Path, port: u16) -> Result<(), Error> {
    let (listener, address) = listen(folder, port)?;
    println!("http://{address}/ (Ctrl-C ends it)");
    answer_all(&listener, &AtomicBool::new(false), &files_of(folder));
    Ok(())
}

fn listen(folder: &Path, port: u16) -> Result<(TcpListener, SocketAddr), Error> {
    if !folder.join("index.html").is_file() {
        return Err(Error::Serve(format!("{} holds no page: cargo xtask build", folder.display())));
    }
    loopback::listen(port).map_err(Error::Serve)
}

fn files_of(folder: &Path) -> Arc<Find> {
    let folder = folder.to_path_buf();
    Arc::new(move |request| {
        let path = file_of(&folder, &request.url)?;
        let (encoding, bytes) = content(&path, &request.encodings)?;
        Some(Answer { kind: content_type(&path), encoding, bytes })
    })
}

/// A file, in the smallest form that stands beside it and that the visitor takes. A form that is older than its file is of another one.
fn content(path: &Path, encodings: &str) -> Option<(Option<&'static str>, Vec<u8>)> {
    let written = |path: &Path| fs::metadata(path).and_then(|about| about.modified()).ok();
    let own = written(path)?;
    let taken = |encoding: &str| encodings.split([',', ';']).any(|word| word.trim() == encoding);
    for (form, encoding) in FORMS.into_iter().zip(["br", "gzip"]) {
        let packed = with_form(path, form);
        if taken(encoding) && written(&packed).is_some_and(|packed| packed >= own) {
            return Some((Some(encoding), fs::read(packed).ok()?));
        }
    }
    Some((None, fs::read(path).ok()?))
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
    use std::io::{Read, Write};
    use std::time::Duration;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("sliderule-serve-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "hello").unwrap();
        folder
    }

    fn answer(server: &Server, path: &str, header: &str) -> String {
        let mut stream = TcpStream::connect(server.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n{header}\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn serves_files_with_their_type_and_nothing_outside() {
        let folder = folder("files");
        fs::write(folder.join("a.wasm"), "\0asm").unwrap();
        let server = start(&folder, 0).unwrap();
        let get = |path: &str| answer(&server, path, "Connection: close");
        assert!(get("/?embed").contains("text/html") && get("/").ends_with("hello"));
        assert!(get("/a.wasm").contains("application/wasm"));
        for outside in ["/../Cargo.toml", "/%2e%2e/x", "//etc/passwd", "/missing"] {
            assert!(get(outside).starts_with("HTTP/1.1 404"), "{outside}");
        }
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_compressed_form_is_sent_to_those_who_take_it_unless_it_is_old() {
        let folder = folder("forms");
        fs::write(folder.join("index.html.br"), "small").unwrap();
        let server = start(&folder, 0).unwrap();
        let get = |takes: &str| answer(&server, "/", &format!("Accept-Encoding: {takes}"));
        let packed = get("gzip, br;q=1.0");
        assert!(packed.contains("Content-Encoding: br\r\n") && packed.ends_with("small"), "{packed}");
        assert!(get("gzip").ends_with("hello") && get("brief").ends_with("hello"));
        // The page is another one now.
        thread::sleep(Duration::from_millis(20));
        fs::write(folder.join("index.html"), "new").unwrap();
        assert!(get("br").ends_with("new"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_reader_who_stops_reading_keeps_nobody_waiting() {
        let folder = folder("slow");
        fs::write(folder.join("big.wasm"), vec![1; 20_000_000]).unwrap();
        let server = start(&folder, 0).unwrap();
        let ask = |path: &str| {
            let mut stream = TcpStream::connect(server.address).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
            stream
        };
        let mut slow = ask("/big.wasm");
        slow.read_exact(&mut [0; 100]).unwrap();
        let mut answer = String::new();
        ask("/").read_to_string(&mut answer).unwrap();
        assert!(answer.ends_with("hello"));
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
