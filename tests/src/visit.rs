//! A visit: which reader opens the page, in what, and where. Each visit has its own servers, driver and browser.

use crate::{Engine, Failure, Outcome, Page, Surface, driver::Driver};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use thirtyfour::{By, WebDriver, WebDriverRunError};

/// The reader's side, to be set up before the page is opened. Default: Chromium, 1,280 x 800, light, English, the site.
#[derive(Clone, Debug)]
#[must_use]
pub struct Visit {
    engine: Engine,
    surface: Surface,
    reader: Reader,
    address: String,
    folder: PathBuf,
}

/// Who visits.
#[derive(Clone, Debug)]
pub(crate) struct Reader {
    width_css: u32,
    height_css: u32,
    /// Like `de-DE`.
    pub(crate) language: String,
    /// Media features and their values.
    pub(crate) media: Vec<(&'static str, &'static str)>,
    /// What the browser cannot do.
    pub(crate) lacks: Option<Lack>,
}

/// What a browser may be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lack {
    /// JavaScript.
    Scripts,
    /// Everything that outlives the page.
    Storage,
    /// WebAssembly.
    Wasm,
}

impl Default for Visit {
    fn default() -> Self {
        let reader = Reader {
            width_css: 1280,
            height_css: 800,
            language: "en-US".into(),
            media: vec![("prefers-color-scheme", "light")],
            lacks: None,
        };
        Self {
            engine: Engine::default(),
            surface: Surface::default(),
            reader,
            address: String::new(),
            folder: xtask::paths::dist(),
        }
    }
}

impl Visit {
    /// In which engine.
    pub fn engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// On which surface.
    pub fn on(mut self, surface: Surface) -> Self {
        self.surface = surface;
        self
    }

    /// The window's inside, in CSS pixels.
    pub fn size(mut self, width_css: u32, height_css: u32) -> Self {
        (self.reader.width_css, self.reader.height_css) = (width_css, height_css);
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
        language.clone_into(&mut self.reader.language);
        self
    }

    /// What follows the page's address: `?embed#v=1&power=3`.
    pub fn at(mut self, address: &str) -> Self {
        address.clone_into(&mut self.address);
        self
    }

    /// Another folder than the built page; of a page like ours it waits until it has started.
    pub fn folder(mut self, folder: &Path) -> Self {
        self.folder = folder.to_path_buf();
        self
    }

    /// A browser that runs no JavaScript; neither [`Page::axe`] nor anything that waits inside the page works there.
    pub fn without_scripts(mut self) -> Self {
        self.reader.lacks = Some(Lack::Scripts);
        self
    }

    /// A browser that cannot load the wasm.
    pub fn without_wasm(mut self) -> Self {
        self.reader.lacks = Some(Lack::Wasm);
        self
    }

    /// A browser that keeps nothing for pages: no storage, no worker.
    pub fn without_storage(mut self) -> Self {
        self.reader.lacks = Some(Lack::Storage);
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
        self.reader.media.retain(|(name, _)| *name != feature);
        self.reader.media.push((feature, value));
        self
    }

    async fn conduct(self, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
        let place = self.surface.open(&self.folder, &self.address)?;
        // Declared before the browser's handle, hence ended after it.
        let (_driver, browser) = self.browser().await?;
        // Quits the browser after a panic as well.
        let ended = browser.run_and_quit(async |browser| {
            self.prepare(&browser).await?;
            browser.goto(&place.address).await?;
            if self.surface == Surface::Frame {
                browser.find(By::Css("iframe")).await?.enter_frame().await?;
            }
            self.test(&Page::new(browser, self.engine, self.reader.width_css, place), test).await
        });
        ended.await.map_err(|error| match error {
            WebDriverRunError::Cleanup(failure) => Failure::Driver(failure),
            WebDriverRunError::Body(failure) | WebDriverRunError::BodyAndCleanup { body: failure, .. } => {
                failure
            }
            _ => Failure::Broken("the browser ended in an unknown way".into()),
        })
    }

    /// A driver and a browser of it. Nothing is tested yet, so what fails here is the machine's: it is tried three times.
    async fn browser(&self) -> Result<(Driver, WebDriver), Failure> {
        let mut failure = Failure::Missing("no browser was tried".into());
        for _ in 0..3 {
            let driver = Driver::start(self.engine)?;
            let wanted = self.engine.capabilities(&self.reader, &driver)?;
            match WebDriver::new(driver.address(), wanted).await {
                Ok(browser) => return Ok((driver, browser)),
                Err(error) => failure = error.into(),
            }
        }
        Err(failure)
    }

    async fn test(&self, page: &Page, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
        if matches!(self.reader.lacks, None | Some(Lack::Storage)) {
            page.wait_until(
                "the program has started or failed",
                "document.documentElement.dataset.state || !document.querySelector('#static')",
            )
            .await?;
        }
        test(page).await?;
        let mut complaints = page.complaints().await?;
        // What is loaded ahead is of no use to a browser without scripts, and it says so.
        complaints.retain(|text| self.reader.lacks != Some(Lack::Scripts) || !text.contains("preloaded"));
        if complaints.is_empty() { Ok(()) } else { Err(Failure::Complaints(complaints)) }
    }

    async fn prepare(&self, browser: &WebDriver) -> Outcome {
        if self.engine != Engine::Chromium {
            return self.resize(browser).await;
        }
        let reader = &self.reader;
        let features: Vec<Value> =
            reader.media.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        let mut commands = vec![
            ("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTENER })),
            ("Emulation.setEmulatedMedia", json!({ "features": features })),
            ("Emulation.setLocaleOverride", json!({ "locale": reader.language })),
            ("Emulation.setDeviceMetricsOverride", crate::page::metrics(reader.width_css, reader.height_css)),
        ];
        match reader.lacks {
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

    /// Gives the window's inside its size.
    async fn resize(&self, browser: &WebDriver) -> Outcome {
        let (width, height) = (self.reader.width_css, self.reader.height_css);
        browser.set_window_rect(0, 0, width, height).await?;
        let script = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let answer = browser.execute(script, Vec::<Value>::new()).await?;
        let (right, below): (u32, u32) = serde_json::from_value(answer.json().clone())?;
        Ok(browser.set_window_rect(0, 0, width + right, height + below).await.map(|_| ())?)
    }
}

/// Runs before any script of the page and keeps what the page would only tell the console, or nobody.
const LISTENER: &str = r"(() => {
  const visit = { complaints: [] };
  Object.defineProperty(window, '__visit', { value: visit });
  const keep = text => visit.complaints.push(text);
  addEventListener('error', event => keep(`error: ${event.message ?? event.target?.outerHTML}`), true);
  addEventListener('unhandledrejection', event => keep(`rejected: ${event.reason}`));
  addEventListener('securitypolicyviolation', event =>
    keep(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
})()";
