//! The open page, as a person meets it: what it says, and what it looks like.

use crate::{Engine, Failure, Outcome, surface::Place};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    path::PathBuf,
    time::{Duration, Instant},
};
use thirtyfour::{
    By, WebDriver, WebElement,
    error::{WebDriverErrorInner, WebDriverResult},
};

/// Longer than anything on the page takes, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(10);

/// The page in its browser. Selectors are CSS; the first match counts unless a name says "all".
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    width_css: u32,
    place: RefCell<Place>,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, engine: Engine, width_css: u32, place: Place) -> Self {
        Self { driver, engine, width_css, place: RefCell::new(place) }
    }

    /// Ends the server that the page came from, for good.
    pub fn end_server(&self) {
        self.place.borrow_mut().end_servers();
    }

    /// The browser itself, for what has no word here.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Waits for an element.
    ///
    /// # Errors
    /// [`Failure::Waited`] if it does not come.
    pub async fn find(&self, selector: &str) -> Result<WebElement, Failure> {
        let start = Instant::now();
        loop {
            if let Ok(element) = self.driver.find(By::Css(selector)).await {
                return Ok(element);
            }
            pause(start, selector).await?;
        }
    }

    /// Does something with an element. One that is made anew in between is looked for again: a person meets what stands there now.
    ///
    /// # Errors
    /// [`Failure::Waited`] if it does not come or never stays, [`Failure::Driver`] as `act` says.
    pub async fn with<T>(
        &self,
        selector: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<T>,
    ) -> Result<T, Failure> {
        let start = Instant::now();
        loop {
            match act(&self.find(selector).await?).await {
                Err(error) if matches!(*error, WebDriverErrorInner::StaleElementReference(_)) => {
                    pause(start, selector).await?;
                }
                other => return Ok(other?),
            }
        }
    }

    /// Waits until a JavaScript expression is true.
    ///
    /// # Errors
    /// [`Failure::Waited`] with `what` if it never is.
    pub async fn wait_until(&self, what: &str, expression: &str) -> Outcome {
        let start = Instant::now();
        let script = format!("return !!({expression})");
        // A page that is just being left or made has no answer yet.
        while !self.evaluate::<Value>(&script).await.is_ok_and(|answer| answer == json!(true)) {
            pause(start, what).await?;
        }
        Ok(())
    }

    /// Runs a script's text, with `return`, and reads its answer.
    ///
    /// # Errors
    /// [`Failure::Driver`] if it throws, [`Failure::Json`] if its answer has another shape.
    pub async fn evaluate<T: DeserializeOwned>(&self, script: &str) -> Result<T, Failure> {
        let answer = self.driver.execute(script, Vec::<Value>::new()).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// Runs a script's text that calls `done` with its answer when it has one, within two minutes.
    ///
    /// # Errors
    /// As [`Page::evaluate`].
    pub async fn evaluate_later<T: DeserializeOwned>(&self, script: &str) -> Result<T, Failure> {
        self.driver.set_script_timeout(Duration::from_secs(120)).await?;
        let script = format!("const done = arguments[arguments.length - 1];\n{script}");
        let answer = self.driver.execute_async(script, Vec::<Value>::new()).await?;
        Ok(serde_json::from_value(answer.json().clone())?)
    }

    /// The visible text.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn text(&self, selector: &str) -> Result<String, Failure> {
        self.with(selector, async |element| element.text().await).await
    }

    /// The text content of all matches, hidden ones as well (a table behind its disclosure).
    ///
    /// # Errors
    /// [`Failure::Driver`].
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>, Failure> {
        let list = json!(selector);
        self.evaluate(&format!(
            "return [...document.querySelectorAll({list})].map(e => e.textContent.trim())"
        ))
        .await
    }

    /// An attribute; none where it is missing.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<Option<String>, Failure> {
        self.with(selector, async |element| element.attr(name).await).await
    }

    /// What a control holds.
    ///
    /// # Errors
    /// As [`Page::find`].
    pub async fn value(&self, selector: &str) -> Result<String, Failure> {
        Ok(self.with(selector, async |element| element.prop("value").await).await?.unwrap_or_default())
    }

    /// The exact value of a `<data>` element of the verdict.
    ///
    /// # Errors
    /// [`Failure::Broken`] if the page has no such element or it holds no number.
    pub async fn data(&self, quantity: &str, year: i32) -> Result<f64, Failure> {
        let selector = format!(r#"data[data-quantity="{quantity}"][data-year="{year}"]"#);
        let text = self.attribute(&selector, "data-value").await?.unwrap_or_default();
        text.parse().map_err(|_| Failure::Broken(format!("{selector} holds {text:?}")))
    }

    /// Addresses that the page has asked for so far, its own document apart.
    ///
    /// # Errors
    /// [`Failure::Driver`].
    pub async fn requests(&self) -> Result<Vec<String>, Failure> {
        self.evaluate("return performance.getEntriesByType('resource').map(entry => entry.name)").await
    }

    /// What has gone wrong since the last call: console errors and warnings, exceptions, refused loads.
    ///
    /// # Errors
    /// [`Failure::Driver`].
    pub async fn complaints(&self) -> Result<Vec<String>, Failure> {
        let mut complaints: Vec<String> =
            self.evaluate("return window.__visit ? window.__visit.complaints.splice(0) : []").await?;
        // Only Chromium's driver hands out what the console says.
        let log = match self.engine {
            Engine::Chromium => self.driver.browser_log().await?,
            Engine::Gecko | Engine::WebKit => Vec::new(),
        };
        // A page of the browser itself may be ending while the first of ours begins.
        for entry in log.into_iter().filter(|entry| !entry.message.starts_with("chrome://")) {
            if ["SEVERE", "WARNING"].contains(&entry.level.as_str()) {
                complaints.push(format!("{}: {}", entry.level.to_lowercase(), entry.message));
            }
        }
        Ok(complaints)
    }

    /// Takes a picture of the whole page, which stays as test output.
    ///
    /// # Errors
    /// [`Failure::Driver`] or [`Failure::Io`].
    pub async fn screenshot(&self, name: &str) -> Outcome {
        let folder = std::env::var_os("SLIDERULE_SCREENS").map_or_else(xtask::paths::screens, PathBuf::from);
        std::fs::create_dir_all(&folder)?;
        let before: u32 = self.evaluate("return innerHeight").await?;
        let whole: u32 = self.evaluate("return document.documentElement.scrollHeight").await?;
        // As high as the page, so that what is only drawn on screen is drawn.
        self.set_height(whole.max(before)).await?;
        let result = self.driver.screenshot(&folder.join(format!("{name}.png"))).await;
        self.set_height(before).await?;
        Ok(result?)
    }

    /// Shows the page as it would be printed, on screen.
    ///
    /// # Errors
    /// [`Failure::Driver`].
    pub async fn as_printed(&self) -> Outcome {
        self.driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        Ok(())
    }

    /// Zooms as a browser does: fewer and larger CSS pixels in the same window.
    ///
    /// # Errors
    /// [`Failure::Driver`].
    pub async fn zoom(&self, factor: u32) -> Outcome {
        let height: u32 = self.evaluate("return innerHeight").await?;
        let mut metrics = metrics(self.width_css / factor, height / factor);
        metrics["deviceScaleFactor"] = json!(factor);
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        tokio::time::sleep(Duration::from_millis(250)).await;
        Ok(())
    }

    async fn set_height(&self, height_css: u32) -> Outcome {
        let metrics = metrics(self.width_css, height_css);
        self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        // Observers answer and the canvases are drawn in the frames that follow.
        tokio::time::sleep(Duration::from_millis(250)).await;
        Ok(())
    }
}

/// A window's inside as the browser's protocol takes it; zero keeps the device's own pixel ratio.
pub(crate) fn metrics(width_css: u32, height_css: u32) -> Value {
    json!({ "width": width_css, "height": height_css, "deviceScaleFactor": 0, "mobile": false })
}

async fn pause(start: Instant, what: &str) -> Outcome {
    if start.elapsed() > PATIENCE {
        return Err(Failure::Waited(what.to_owned()));
    }
    tokio::time::sleep(Duration::from_millis(25)).await;
    Ok(())
}
