//! Chromium and its driver, for the tests in the browser.

use super::{Site, Step, debian};
use crate::{Error, paths};
use std::{
    env,
    path::{Path, PathBuf},
};

/// Both must be there; they come as a pair of the same version.
pub(super) struct Browser;

/// The browser's program: `$SLIDERULE_CHROMIUM`, else the first that is found.
#[must_use]
pub fn chromium() -> Option<PathBuf> {
    let mac = Path::new("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    env::var_os("SLIDERULE_CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| {
            paths::on_path(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])
        })
        .or_else(|| mac.is_file().then(|| mac.to_path_buf()))
}

/// The driver's program: `$SLIDERULE_CHROMEDRIVER`, else the one on the path.
#[must_use]
pub fn chromedriver() -> Option<PathBuf> {
    env::var_os("SLIDERULE_CHROMEDRIVER").map(PathBuf::from).or_else(|| paths::on_path(&["chromedriver"]))
}

impl Step for Browser {
    fn name(&self) -> String {
        "Chromium and its driver".into()
    }

    fn reason(&self) -> &'static str {
        "the tests drive the page as a person would"
    }

    fn is_done(&self, _: &Path) -> bool {
        chromium().is_some() && chromedriver().is_some()
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        let by_hand = "install Chromium or Chrome and the chromedriver of the same version, on PATH or named by SLIDERULE_CHROMIUM and SLIDERULE_CHROMEDRIVER";
        debian::install(site, &["chromium", "chromium-driver", "fonts-dejavu-core"])
            .map_err(|reason| site.stop(&self.name(), &reason, by_hand))
    }
}
