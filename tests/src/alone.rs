//! A browser that no driver drives, as readers have it: automation lifts limits that browsers set to pages, and hides what fails
//! there. The one file gets one script more, whose hash its policy names, and nothing else is changed. What it finds it says by going
//! to an address of this machine, which no policy forbids.

use crate::driver::{Screen, at_home, end_group, fresh_folder, in_its_own_group};
use crate::{Engine, Failure, Surface, engine::CHROMIUM_SWITCHES};
use serde::Deserialize;
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Waits, moves a lever, storms the history, and says what came of it.
const REPORTER: &str = include_str!("alone.js");
/// What a fresh Firefox would rather talk about.
const GECKO_SETTINGS: &str = "user_pref('browser.aboutwelcome.enabled', false);\n\
    user_pref('browser.shell.checkDefaultBrowser', false);\n\
    user_pref('browser.startup.homepage_override.mstone', 'ignore');\n\
    user_pref('datareporting.policy.dataSubmissionEnabled', false);\n\
    user_pref('intl.accept_languages', 'en-US');\n\
    user_pref('toolkit.telemetry.reportingpolicy.firstRun', false);\n";
/// Starting a browser on a busy machine takes longest.
const PATIENCE: Duration = Duration::from_secs(180);

/// What the page said of itself.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// `ready` or `failed`.
    pub state: String,
    /// The verdict at the start, with plain spaces.
    pub first: String,
    /// With power at 3.
    pub moved: String,
    /// With power at 4, after the browser takes no more writing into the address.
    pub stormed: String,
    /// How often the history refused.
    pub refused: u32,
    /// What stands behind the `#` with power at 5, when the engine has had its rest.
    pub link: String,
    /// Everything that the page has asked for.
    pub asked: Vec<String>,
    /// Errors and refusals of the policy.
    pub complaints: Vec<String>,
}

/// Opens the one file of a folder in a plain browser, as a file or in a sandboxed frame, and waits for its report.
///
/// # Errors
/// [`Failure::Waited`] if none comes; [`Failure::Missing`] without the browser.
pub fn alone(engine: Engine, surface: Surface, folder: &Path) -> Result<Report, Failure> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let own = Folder(fresh_folder()?);
    let name = xtask::post_build::ONE_FILE;
    let html = fs::read_to_string(folder.join(name))?;
    let address = format!("http://{}/said?", listener.local_addr()?);
    fs::write(own.0.join(name), reporting(&html, &address)?)?;
    fs::write(own.0.join("index.html"), "")?;
    let place = surface.open(&own.0, "")?;
    let _browser = Running::start(engine, &place.address)?;
    let said = hear(&listener)?;
    Ok(serde_json::from_str(&said)?)
}

/// The file with the reporter in it.
fn reporting(html: &str, address: &str) -> Result<String, Failure> {
    let script = REPORTER.replace("{address}", address);
    let allowed = format!("script-src '{}' ", page::hash(&script));
    if html.matches("script-src ").count() != 1 {
        return Err(Failure::Broken("the file's policy is not where it is looked for".into()));
    }
    Ok(format!("{}<script>{script}</script>", html.replace("script-src ", &allowed)))
}

/// The first report that comes. A browser asks for other things too, like an icon.
fn hear(listener: &TcpListener) -> Result<String, Failure> {
    listener.set_nonblocking(true)?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let Ok((mut visitor, _)) = listener.accept() else {
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        visitor.set_nonblocking(false)?;
        visitor.set_read_timeout(Some(Duration::from_secs(5)))?;
        let mut line = String::new();
        if BufReader::new(&visitor).read_line(&mut line).is_err() {
            continue;
        }
        let _ = visitor.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        if let Some(said) = line.split(' ').nth(1).and_then(|address| address.strip_prefix("/said?")) {
            return Ok(decoded(said));
        }
    }
    Err(Failure::Waited("the page's report".into()))
}

/// `%41` is `A`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        let (byte, length) = hex.filter(|_| *first == b'%').map_or((*first, 1), |byte| (byte, 3));
        bytes.push(byte);
        rest = &rest[length..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A browser with a fresh profile, ended when dropped.
struct Running {
    child: Child,
    _profile: Folder,
    _screen: Option<Screen>,
}

impl Running {
    fn start(engine: Engine, address: &str) -> Result<Self, Failure> {
        let program = engine.browser().ok_or_else(|| Failure::Missing(format!("no {engine:?}")))?;
        let profile = Folder(fresh_folder()?);
        let screen = if engine == Engine::WebKit { Some(Screen::start()?) } else { None };
        let mut command = Command::new(program);
        match engine {
            Engine::Chromium => {
                command
                    .args(CHROMIUM_SWITCHES)
                    .args(["--lang=en-US", "--accept-lang=en-US"])
                    .arg(format!("--user-data-dir={}", profile.0.display()));
            }
            Engine::Gecko => {
                fs::write(profile.0.join("user.js"), GECKO_SETTINGS)?;
                command.args(["--headless", "--no-remote", "--profile"]).arg(&profile.0);
            }
            Engine::WebKit => {}
        }
        at_home(&mut command, &profile.0, screen.as_ref());
        command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = in_its_own_group(&mut command).spawn()?;
        Ok(Self { child, _profile: profile, _screen: screen })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        end_group(&mut self.child);
    }
}

/// Removed when dropped.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
