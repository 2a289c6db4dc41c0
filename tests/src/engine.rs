//! The three engines: their programs, and how each is told what its reader is like.

use crate::{Failure, driver::Driver, visit::Lack, visit::Reader};
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use thirtyfour::Capabilities;
use xtask::setup;

/// What shows the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Engine {
    /// The one in which everything is tested.
    #[default]
    Chromium,
    /// Firefox.
    Gecko,
    /// WebKitGTK, the nearest to Safari that runs on Linux.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Gecko, Self::WebKit];

    /// True where it can be had. In CI it must be: what is tested there must not depend on the machine.
    ///
    /// # Panics
    /// In CI, where it cannot be had.
    #[must_use]
    pub fn is_there(self) -> bool {
        let there = self.browser().is_some() && self.driver().is_some();
        assert!(
            there || std::env::var_os("CI").is_none(),
            "{self:?} is missing: cargo xtask test sets it up"
        );
        if !there {
            eprintln!("{self:?} is missing: nothing is tested in it (cargo xtask test sets it up)");
        }
        there
    }

    /// The browser's program.
    pub(crate) fn browser(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => setup::chromium(),
            Self::Gecko => setup::firefox(),
            // Of no use without a screen.
            Self::WebKit => setup::mini_browser().filter(|_| setup::xvfb().is_some()),
        }
    }

    /// Its driver's program.
    pub(crate) fn driver(self) -> Option<PathBuf> {
        match self {
            Self::Chromium => setup::chromedriver(),
            Self::Gecko => setup::geckodriver(),
            Self::WebKit => setup::webkit_driver(),
        }
    }

    /// What its driver is asked for.
    pub(crate) fn capabilities(self, reader: &Reader, driver: &Driver) -> Result<Capabilities, Failure> {
        let program = self.browser().ok_or_else(|| Failure::Missing(format!("no {self:?}")))?;
        let mut wanted = Capabilities::new();
        let (name, key, options) = match self {
            Self::Chromium => {
                wanted.set("goog:loggingPrefs", json!({ "browser": "ALL" }))?;
                ("chrome", "goog:chromeOptions", chromium(reader, driver))
            }
            Self::Gecko => ("firefox", "moz:firefoxOptions", gecko(reader)),
            Self::WebKit => ("MiniBrowser", "webkitgtk:browserOptions", json!({ "args": ["--automation"] })),
        };
        let mut options = options;
        options["binary"] = json!(program);
        wanted.set("browserName", name)?;
        wanted.set(key, options)?;
        Ok(wanted)
    }
}

fn chromium(reader: &Reader, driver: &Driver) -> Value {
    let mut arguments = CHROMIUM_SWITCHES.map(str::to_owned).to_vec();
    arguments.push(format!("--user-data-dir={}", driver.profile.display()));
    arguments.push(format!("--lang={}", reader.language));
    arguments.push(format!("--accept-lang={}", reader.language));
    let mut settings = json!({ "intl.accept_languages": reader.language });
    if reader.lacks == Some(Lack::Storage) {
        // 2 is "block"; with cookies go all other kinds.
        settings["profile.default_content_setting_values.cookies"] = json!(2);
    }
    json!({ "args": arguments, "prefs": settings })
}

/// --no-sandbox: root cannot have one.
pub(crate) const CHROMIUM_SWITCHES: [&str; 10] = [
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

fn gecko(reader: &Reader) -> Value {
    let mut settings = Map::new();
    settings.insert("intl.accept_languages".into(), json!(reader.language));
    settings.insert("intl.locale.requested".into(), json!(reader.language));
    for (feature, value) in &reader.media {
        let (name, value) = match (*feature, *value) {
            ("prefers-color-scheme", scheme) => {
                ("layout.css.prefers-color-scheme.content-override", json!(i32::from(scheme == "light")))
            }
            ("forced-colors", _) => ("browser.display.document_color_use", json!(2)),
            _ => ("ui.prefersReducedMotion", json!(1)),
        };
        settings.insert(name.into(), value);
    }
    if reader.lacks == Some(Lack::Storage) {
        // 2 is "block".
        settings.insert("network.cookie.cookieBehavior".into(), json!(2));
    }
    json!({ "args": ["-headless"], "prefs": settings })
}
