//! A visit: which reader opens the page, and how. Each visit has its own server, driver and browser.

use crate::{Failure, Outcome, Page, driver::Driver};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver,
    WebDriverRunError,
};

/// The reader's side, to be set up before the page is opened. Default: 1,280 x 800, light, English.
#[derive(Clone, Debug)]
#[must_use]
pub struct Visit {
    width_css: u32,
    height_css: u32,
    language: String,
    address: String,
    media: Vec<(&'static str, &'static str)>,
    lacks: Option<Lack>,
    folder: PathBuf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    Scripts,
    Storage,
    Wasm,
}

impl Default for Visit {
    fn default() -> Self {
        let media = vec![("prefers-color-scheme", "light")];
        Self {
            width_css: 1280,
            height_css: 800,
            language: "en-US".into(),
            address: String::new(),
            media,
            lacks: None,
            folder: xtask::paths::dist(),
        }
    }
}

impl Visit {
    /// The window's inside, in CSS pixels.
    pub fn size(mut self, width_css: u32, height_css: u32) -> Self {
        (self.width_css, self.height_css) = (width_css, height_css);
        self
    }

    /// Prefers dark.
    pub fn dark(self) -> Self {
        self.media("prefers-color-scheme", "dark")
    }

    /// Forces the system's colours.
    pub fn forced_colours(self) -> Self {
        self.media("forced-colors", "active")
    }

    /// Wants nothing to move by itself.
    pub fn reduced_motion(self) -> Self {
        self.media("prefers-reduced-motion", "reduce")
    }

    /// The browser's first language, like `de-DE`.
    pub fn language(mut self, language: &str) -> Self {
        language.clone_into(&mut self.language);
        self
    }

    /// What follows the page's address: `?embed#v=1&power=3`.
    pub fn at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    /// Another folder than the built page; its page must send `TrunkApplicationStarted` as ours does.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = folder.to_path_buf();
        self
    }

    /// A browser that runs no JavaScript; neither [`Page::axe`] nor anything that waits inside the page works there.
    pub fn without_scripts(mut self) -> Self {
        self.lacks = Some(Lack::Scripts);
        self
    }

    /// A browser that cannot load the wasm.
    pub fn without_wasm(mut self) -> Self {
        self.lacks = Some(Lack::Wasm);
        self
    }

    /// A browser that keeps nothing for pages: no storage, no worker.
    pub fn without_storage(mut self) -> Self {
        self.lacks = Some(Lack::Storage);
        self
    }

    /// Opens the page and lets `test` use it; then fails if the page has complained in the console or about its policy.
    ///
    /// # Panics
    /// If the test fails, the page complains or the browser cannot be had.
    pub fn run(self, test: impl AsyncFnOnce(&Page) -> Outcome) {
        let result = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(Failure::from)
            .and_then(|runtime| runtime.block_on(self.conduct(test)));
        if let Err(failure) = result {
            #[expect(clippy::panic, reason = "this is how a test fails")]
            {
                panic!("{failure}");
            }
        }
    }

    fn media(mut self, feature: &'static str, value: &'static str) -> Self {
        self.media.retain(|(name, _)| *name != feature);
        self.media.push((feature, value));
        self
    }

    async fn conduct(self, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
        let server = xtask::serve::start(&self.folder, 0)?;
        let address = format!("http://{}/{}", server.address, self.address);
        // Declared before the browser's handle, hence ended after it.
        let driver = Driver::start()?;
        let browser = WebDriver::new(driver.address(), self.capabilities(&driver)?).await?;
        // Quits the browser after a panic as well.
        let ended = browser.run_and_quit(async |browser| {
            self.prepare(&browser).await?;
            browser.goto(address).await?;
            self.test(&Page::new(browser, self.width_css, server), test).await
        });
        ended.await.map_err(|error| match error {
            WebDriverRunError::Cleanup(failure) => Failure::Driver(failure),
            WebDriverRunError::Body(failure) | WebDriverRunError::BodyAndCleanup { body: failure, .. } => {
                failure
            }
            _ => Failure::Broken("the browser ended in an unknown way".into()),
        })
    }

    async fn test(&self, page: &Page, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
        if matches!(self.lacks, None | Some(Lack::Storage)) {
            page.wait_until(
                "the program has started or failed",
                "window.__visit.started || document.documentElement.dataset.state",
            )
            .await?;
        }
        test(page).await?;
        let mut complaints = page.complaints().await?;
        // What is loaded ahead is of no use to a browser without scripts, and it says so.
        complaints.retain(|text| self.lacks != Some(Lack::Scripts) || !text.contains("preloaded"));
        if complaints.is_empty() { Ok(()) } else { Err(Failure::Complaints(complaints)) }
    }

    fn capabilities(&self, driver: &Driver) -> Result<ChromeCapabilities, Failure> {
        let mut wanted = DesiredCapabilities::chrome();
        let program = xtask::setup::chromium().ok_or_else(|| Failure::Missing("no Chromium".into()))?;
        wanted.set_binary(&program.to_string_lossy())?;
        // --no-sandbox: root cannot have one.
        let switches = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
        ];
        for switch in switches {
            wanted.add_arg(switch)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", driver.profile.display()))?;
        wanted.add_arg(&format!("--lang={}", self.language))?;
        wanted.add_arg(&format!("--accept-lang={}", self.language))?;
        let mut settings = json!({ "intl.accept_languages": self.language });
        if self.lacks == Some(Lack::Storage) {
            // 2 is "block"; with cookies go all other kinds.
            settings["profile.default_content_setting_values.cookies"] = json!(2);
        }
        wanted.add_experimental_option("prefs", settings)?;
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        Ok(wanted)
    }

    async fn prepare(&self, browser: &WebDriver) -> Outcome {
        let features: Vec<Value> =
            self.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let mut commands = vec![
            ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTENER })),
            ("Emulation.setEmulatedMedia", json!({ "features": features })),
            ("Emulation.setLocaleOverride", json!({ "locale": self.language })),
            ("Emulation.setDeviceMetricsOverride", crate::page::metrics(self.width_css, self.height_css)),
        ];
        match self.lacks {
            None | Some(Lack::Storage) => {}
            Some(Lack::Scripts) => {
                commands.push(("Emulation.setScriptExecutionDisabled", json!({ "value": true })));
            }
            Some(Lack::Wasm) => {
                commands.push(("Network.enable", json!({})));
                commands.push(("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })));
            }
        }
        for (method, parameters) in commands {
            browser.cdp().send_raw(method, parameters).await?;
        }
        Ok(())
    }
}

/// Runs before any script of the page and keeps what the page would only tell the console, or nobody.
const LISTENER: &str = r"(() => {
  const visit = { complaints: [], started: false };
  Object.defineProperty(window, '__visit', { value: visit });
  const keep = text => visit.complaints.push(text);
  addEventListener('error', event => keep(`error: ${event.message ?? event.target?.outerHTML}`), true);
  addEventListener('unhandledrejection', event => keep(`rejected: ${event.reason}`));
  addEventListener('securitypolicyviolation', event =>
    keep(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
  addEventListener('TrunkApplicationStarted', () => { visit.started = true; });
})()";
