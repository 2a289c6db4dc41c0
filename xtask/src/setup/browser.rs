//! Browsers and what drives them, for the tests. Chromium must be there; the two other engines are named where they cannot be had.

use super::{Site, Step, cargo_tools, debian};
use crate::{Error, paths};
use std::{
    env,
    path::{Path, PathBuf},
};

/// A browser from Debian's packages, where it is not there already.
#[derive(Clone, Copy)]
pub(super) struct Browser {
    name: &'static str,
    reason: &'static str,
    programs: &'static [fn() -> Option<PathBuf>],
    packages: &'static [&'static str],
    by_hand: &'static str,
}

/// Both must be there; they come as a pair of the same version.
pub(super) const CHROMIUM: Browser = Browser {
    name: "Chromium and its driver",
    reason: "the tests drive the page as a person would",
    programs: &[chromium, chromedriver],
    packages: &["chromium", "chromium-driver", "fonts-dejavu-core"],
    by_hand: "install Chromium or Chrome and the chromedriver of the same version, on PATH or named by SLIDERULE_CHROMIUM and SLIDERULE_CHROMEDRIVER",
};

/// Its driver comes from the crate registry.
pub(super) const FIREFOX: Browser = Browser {
    name: "Firefox",
    reason: "the main journeys run in three engines",
    programs: &[firefox],
    packages: &["firefox-esr"],
    by_hand: "install Firefox, on PATH or named by SLIDERULE_FIREFOX",
};

/// It needs a screen, for which Xvfb stands in.
pub(super) const WEBKIT: Browser = Browser {
    name: "WebKitGTK, its driver and a screen for it",
    reason: "the main journeys run in three engines",
    programs: &[mini_browser, webkit_driver, xvfb],
    packages: &["webkit2gtk-driver", "xvfb"],
    by_hand: "install WebKitGTK's MiniBrowser and WebKitWebDriver, and Xvfb",
};

/// Chromium: `$SLIDERULE_CHROMIUM`, else the first that is found.
#[must_use]
pub fn chromium() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    named_or("SLIDERULE_CHROMIUM", || {
        paths::on_path(&names)
            .or_else(|| of_mac("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"))
    })
}

/// Its driver: `$SLIDERULE_CHROMEDRIVER`, else the one on the path.
#[must_use]
pub fn chromedriver() -> Option<PathBuf> {
    named_or("SLIDERULE_CHROMEDRIVER", || paths::on_path(&["chromedriver"]))
}

/// Firefox: `$SLIDERULE_FIREFOX`, else the first that is found.
#[must_use]
pub fn firefox() -> Option<PathBuf> {
    named_or("SLIDERULE_FIREFOX", || {
        paths::on_path(&["firefox-esr", "firefox"])
            .or_else(|| of_mac("/Applications/Firefox.app/Contents/MacOS/firefox"))
    })
}

/// Its driver: the one that set-up has built, else the one on the path.
#[must_use]
pub fn geckodriver() -> Option<PathBuf> {
    let own = cargo_tools::program(&paths::tools().ok()?, cargo_tools::GECKODRIVER);
    if own.is_file() { Some(own) } else { paths::on_path(&["geckodriver"]) }
}

/// The browser that comes with WebKitGTK, which stands on no path.
#[must_use]
pub fn mini_browser() -> Option<PathBuf> {
    let folders = [
        format!("/usr/lib/{}-linux-gnu", env::consts::ARCH),
        "/usr/lib".to_owned(),
        "/usr/lib64".to_owned(),
        "/usr/libexec".to_owned(),
    ];
    named_or("SLIDERULE_MINIBROWSER", || {
        folders
            .iter()
            .map(|folder| Path::new(folder).join("webkit2gtk-4.1/MiniBrowser"))
            .find(|file| file.is_file())
    })
}

/// Its driver.
#[must_use]
pub fn webkit_driver() -> Option<PathBuf> {
    paths::on_path(&["WebKitWebDriver"])
}

/// A screen that nobody sees.
#[must_use]
pub fn xvfb() -> Option<PathBuf> {
    paths::on_path(&["Xvfb"])
}

fn named_or(variable: &str, find: impl FnOnce() -> Option<PathBuf>) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).or_else(find)
}

fn of_mac(path: &str) -> Option<PathBuf> {
    Some(PathBuf::from(path)).filter(|path| path.is_file())
}

impl Step for Browser {
    fn name(&self) -> String {
        self.name.into()
    }

    fn reason(&self) -> &'static str {
        self.reason
    }

    fn is_done(&self, _: &Path) -> bool {
        self.programs.iter().all(|program| program().is_some())
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        debian::install(site, self.packages).map_err(|reason| site.stop(self.name, &reason, self.by_hand))
    }
}
