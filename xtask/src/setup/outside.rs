//! Programs that what is taken home is opened with: Python for scripts, LibreOffice for workbooks.

use super::{Site, Step, debian};
use crate::{Error, paths};
use std::{env, path::Path};

/// One such program.
pub(super) struct Outside {
    name: &'static str,
    reason: &'static str,
    /// What it is called on the path.
    program: &'static str,
    /// The environment's word for it, where there is one.
    variable: &'static str,
    /// Where it is on a Mac.
    mac: &'static str,
    package: &'static str,
    by_hand: &'static str,
}

/// Runs the scripts of `sliderule export`.
pub(super) const PYTHON: Outside = Outside {
    name: "Python 3",
    reason: "the tests run the scripts that `sliderule export` writes",
    program: "python3",
    variable: "",
    mac: "/usr/bin/python3",
    package: "python3",
    by_hand: "install Python 3 as python3 on PATH",
};

/// Works out the workbooks of `sliderule xlsx`: without a screen, a quarter of a gigabyte.
pub(super) const CALC: Outside = Outside {
    name: "LibreOffice Calc",
    reason: "the tests work out the workbooks that `sliderule xlsx` writes",
    program: "soffice",
    variable: "SLIDERULE_SOFFICE",
    mac: "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    package: "libreoffice-calc-nogui",
    by_hand: "install LibreOffice, its soffice on PATH or named by SLIDERULE_SOFFICE",
};

impl Step for Outside {
    fn name(&self) -> String {
        self.name.into()
    }

    fn reason(&self) -> &'static str {
        self.reason
    }

    fn is_done(&self, _: &Path) -> bool {
        let named = env::var_os(self.variable).is_some_and(|path| Path::new(&path).is_file());
        named || paths::on_path(&[self.program]).is_some() || Path::new(self.mac).is_file()
    }

    fn install(&self, site: &Site) -> Result<(), Error> {
        debian::install(site, &[self.package])
            .map_err(|reason| site.stop(&self.name(), &reason, self.by_hand))
    }
}
