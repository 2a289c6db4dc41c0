//! A chromedriver of one's own on a free port, ended with its browser when dropped, on panic too.

use crate::Failure;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::{Duration, Instant},
};

/// The running driver.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    /// A fresh folder for the browser's settings, removed at the end.
    pub(crate) profile: PathBuf,
}

impl Driver {
    /// Starts it and waits until it listens. The port that it finds free may be taken by another a moment later: then it
    /// ends, and is started again.
    pub(crate) fn start() -> Result<Self, Failure> {
        (0..2).find_map(|_| Self::try_start().ok()).map_or_else(Self::try_start, Ok)
    }

    fn try_start() -> Result<Self, Failure> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let program =
            xtask::setup::chromedriver().ok_or_else(|| Failure::Missing("no chromedriver".into()))?;
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let profile = std::env::temp_dir().join(format!("sliderule-visit-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&profile)?;
        // Port 0: the driver takes a free one and says which.
        let mut child =
            Command::new(program).arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let output = child.stdout.take();
        let mut driver = Self { child, port: 0, profile };
        let mut lines =
            BufReader::new(output.ok_or_else(|| Failure::Missing("no output of chromedriver".into()))?);
        driver.port = read_port(&mut lines)?;
        // Its further words are read and dropped, or it would stop at a full pipe.
        thread::spawn(move || std::io::copy(&mut lines, &mut std::io::sink()));
        Ok(driver)
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Asks it to end, which ends its browsers as well; a killed driver would leave them running.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(3)))?;
        write!(
            stream,
            "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read_to_end(&mut Vec::new()).map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.ask_to_end();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(3) && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn read_port(lines: &mut impl BufRead) -> Result<u16, Failure> {
    let mut line = String::new();
    while lines.read_line(&mut line)? > 0 {
        if let Some((_, rest)) = line.split_once("successfully on port ") {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            return digits.parse().map_err(|_| Failure::Missing(format!("no port in {line:?}")));
        }
        line.clear();
    }
    Err(Failure::Missing("chromedriver does not start".into()))
}
