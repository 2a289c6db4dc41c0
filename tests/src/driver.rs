//! A driver of one's own on a free port, ended with its browser when dropped, on panic too.

use crate::{Engine, Failure};
use std::{
    fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

/// Longer than any driver took to listen.
const PATIENCE: Duration = Duration::from_secs(15);

/// The running driver.
pub(crate) struct Driver {
    engine: Engine,
    child: Child,
    port: u16,
    /// A fresh folder for the browser's settings, removed at the end.
    pub(crate) profile: PathBuf,
    /// Ended after the driver.
    _screen: Option<Screen>,
}

impl Driver {
    /// Starts it and waits until it listens. The port that is found free may be taken by another a moment later: then it ends, and is
    /// started again.
    pub(crate) fn start(engine: Engine) -> Result<Self, Failure> {
        (0..2).find_map(|_| Self::try_start(engine).ok()).map_or_else(|| Self::try_start(engine), Ok)
    }

    fn try_start(engine: Engine) -> Result<Self, Failure> {
        let program = engine.driver().ok_or_else(|| Failure::Missing(format!("no driver of {engine:?}")))?;
        let profile = fresh_folder()?;
        let screen = if engine == Engine::WebKit { Some(Screen::start()?) } else { None };
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let mut command = Command::new(program);
        command
            .arg(format!("--port={port}"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        // One port is as fixed as the other otherwise, and two drivers would want the same.
        if engine == Engine::Gecko {
            command.arg("--websocket-port=0");
        }
        at_home(&mut command, &profile, screen.as_ref());
        let child = in_its_own_group(&mut command).spawn()?;
        let mut driver = Self { engine, child, port, profile, _screen: screen };
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if start.elapsed() > PATIENCE || driver.child.try_wait()?.is_some() {
                return Err(Failure::Missing(format!("the driver of {engine:?} does not start")));
            }
            thread::sleep(Duration::from_millis(20));
        }
        // Somebody listens. If the port was taken in between, it is another, and the driver has ended over it or is about to.
        let answer = driver.get("/status").unwrap_or_default();
        if answer.contains("\"ready\"") && driver.child.try_wait()?.is_none() {
            Ok(driver)
        } else {
            Err(Failure::Missing(format!("the driver of {engine:?} does not answer: {answer}")))
        }
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it answers at that address, with its headers. It may not close: an object's end is the end.
    fn get(&self, address: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(3)))?;
        write!(
            stream,
            "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        let mut answer = Vec::new();
        let mut chunk = [0; 4096];
        while !answer.ends_with(b"}") {
            match stream.read(&mut chunk)? {
                0 => break,
                length => answer.extend_from_slice(&chunk[..length]),
            }
        }
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The other drivers know no such address; their sessions have ended, and with them their browsers.
        if self.engine == Engine::Chromium {
            // This ends its browsers as well; a killed driver would leave them running.
            let _ = self.get("/shutdown");
            let start = Instant::now();
            while start.elapsed() < Duration::from_secs(3) && matches!(self.child.try_wait(), Ok(None)) {
                thread::sleep(Duration::from_millis(20));
            }
        }
        end_group(&mut self.child);
        let _ = fs::remove_dir_all(&self.profile);
    }
}

/// A screen that nobody sees, ended when dropped.
pub(crate) struct Screen {
    child: Child,
    name: String,
}

impl Screen {
    /// Starts one with a number that is free.
    pub(crate) fn start() -> Result<Self, Failure> {
        let program = xtask::setup::xvfb().ok_or_else(|| Failure::Missing("no Xvfb".into()))?;
        let mut child = Command::new(program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut number = String::new();
        if let Some(output) = child.stdout.take() {
            // It writes its number when it is ready.
            BufReader::new(output).read_line(&mut number)?;
        }
        Ok(Self { child, name: format!(":{}", number.trim()) })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A folder for a browser's settings that no other has.
pub(crate) fn fresh_folder() -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("sliderule-visit-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Everything that a browser keeps goes into that folder, and what it shows onto that screen.
pub(crate) fn at_home(command: &mut Command, folder: &Path, screen: Option<&Screen>) {
    let Some(screen) = screen else { return };
    for variable in ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(variable, folder);
    }
    command
        .env("DISPLAY", &screen.name)
        // Root has no sandbox, and nobody listens to what a screen reader would say.
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
        .env("NO_AT_BRIDGE", "1")
        .env("LANGUAGE", "en_US");
}

/// A browser is a family of programs: those that it starts can be ended with it.
pub(crate) fn in_its_own_group(command: &mut Command) -> &mut Command {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    command
}

/// Ends a program that was started so, with all that it has started.
pub(crate) fn end_group(child: &mut Child) {
    #[cfg(unix)]
    let _ = Command::new("kill")
        .args(["-KILL", "--", &format!("-{}", child.id())])
        .stderr(Stdio::null())
        .status();
    let _ = child.kill();
    let _ = child.wait();
}
