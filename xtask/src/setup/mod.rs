//! Set-up: what is missing is installed, each step with its reason and time; what is there costs a look.

mod browser;
mod cargo_tools;
mod debian;
mod npm;
mod outside;
mod site;
mod small_std;
mod wasm_target;

pub use browser::{chromedriver, chromium, firefox, geckodriver, mini_browser, webkit_driver, xvfb};
pub use wasm_target::Compiler;
pub(crate) use wasm_target::TARGET;

use crate::{Error, paths, versions};
use site::Site;
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// What the tools are needed for. All but the first need a browser; the engines beside Chromium only tests want.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Building the page.
    Page,
    /// Driving it in a browser.
    Tests,
    /// Measuring it beside another library.
    Bench,
    /// Measuring it as a phone would see it.
    Lighthouse,
}

/// Tools that are there, each in a folder named after its version.
#[derive(Clone, Debug)]
pub struct Tools {
    folder: PathBuf,
    compiler: Compiler,
}

/// Installs what is missing for `purpose`. All there: nothing is printed, and it takes a fraction of a second.
///
/// # Errors
/// [`Error::Setup`] with one line that says what to install where a step cannot go on.
pub fn ready(purpose: Purpose) -> Result<Tools, Error> {
    let folder = paths::tools()?;
    fs::create_dir_all(folder.join("log")).map_err(Error::io("make", &folder.join("log")))?;
    let mut installed = 0;
    for (need, step) in steps(purpose) {
        if step.is_done(&folder) {
            continue;
        }
        println!("set-up: {}: {} …", step.name(), step.reason());
        let start = Instant::now();
        match (step.install(&Site::open(&folder, &step.name())?), need) {
            (Ok(()), _) => println!("set-up:   done in {:.0} s", start.elapsed().as_secs_f64()),
            (Err(error), Need::Engine) if env::var_os("CI").is_none() => {
                println!("{error}\nset-up:   the tests in this engine are left out");
            }
            (Err(error), _) => return Err(error),
        }
        installed += 1;
    }
    if installed > 0 {
        // Half a gigabyte of object files that no later step reads.
        let _ = fs::remove_dir_all(folder.join("build"));
    }
    let compiler = Compiler::find().ok_or_else(|| {
        Error::Setup("the wasm32 target is still missing: rustup target add wasm32-unknown-unknown".into())
    })?;
    Ok(Tools { folder, compiler })
}

impl Tools {
    /// A command that finds the tools first and builds the page with the right compiler into its own folder.
    #[must_use]
    pub fn web_command(&self, program: &str) -> Command {
        let mut command = crate::process::command(program);
        self.compiler.choose(&mut command);
        command.env("PATH", self.search_path()).env("CARGO_TARGET_DIR", paths::web_target());
        if self.compiler == Compiler::Own {
            small_std::choose(&mut command);
        }
        command
    }

    /// The accessibility checker's script.
    #[must_use]
    pub fn axe(&self) -> PathBuf {
        npm::package_folder(&self.folder, "axe-core", versions::AXE).join("node_modules/axe-core/axe.min.js")
    }

    /// The folder of uPlot's built files, which `cargo xtask bench` measures.
    #[must_use]
    pub fn uplot(&self) -> PathBuf {
        npm::package_folder(&self.folder, "uplot", versions::UPLOT).join("node_modules/uplot/dist")
    }

    /// Lighthouse's program, for Node.
    #[must_use]
    pub fn lighthouse(&self) -> PathBuf {
        npm::package_folder(&self.folder, "lighthouse", versions::LIGHTHOUSE)
            .join("node_modules/lighthouse/cli/index.js")
    }

    fn search_path(&self) -> OsString {
        let mut folders = vec![
            cargo_tools::bin(&self.folder, cargo_tools::TRUNK),
            cargo_tools::bin(&self.folder, cargo_tools::WASM_BINDGEN),
            npm::package_folder(&self.folder, "binaryen", versions::BINARYEN).join("node_modules/.bin"),
            npm::package_folder(&self.folder, "esbuild", versions::ESBUILD).join("node_modules/.bin"),
        ];
        folders.extend(self.compiler.folder().map(Path::to_path_buf));
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        env::join_paths(folders).unwrap_or_default()
    }
}

/// One thing to install.
trait Step {
    /// What it is called, with its version.
    fn name(&self) -> String;
    /// Why it is needed, for the person who waits.
    fn reason(&self) -> &'static str;
    /// A look that takes a few milliseconds.
    fn is_done(&self, folder: &Path) -> bool;
    /// Installs it, or says what to install.
    fn install(&self, site: &Site) -> Result<(), Error>;
}

/// What becomes of a task without a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// It stops.
    Always,
    /// It goes on with fewer engines, except in CI, where what is tested must not depend on the machine.
    Engine,
}

fn steps(purpose: Purpose) -> Vec<(Need, Box<dyn Step>)> {
    let mut steps: Vec<Box<dyn Step>> = vec![
        Box::new(wasm_target::WasmTarget),
        Box::new(cargo_tools::WASM_BINDGEN),
        Box::new(cargo_tools::TRUNK),
        Box::new(npm::WASM_OPT),
        Box::new(npm::ESBUILD),
        Box::new(small_std::SmallStd),
    ];
    if purpose >= Purpose::Tests {
        steps.push(Box::new(browser::CHROMIUM));
        steps.push(Box::new(npm::AXE));
        steps.push(Box::new(outside::PYTHON));
        steps.push(Box::new(outside::CALC));
    }
    match purpose {
        Purpose::Page | Purpose::Tests => {}
        Purpose::Bench => steps.push(Box::new(npm::UPLOT)),
        Purpose::Lighthouse => steps.push(Box::new(npm::LIGHTHOUSE)),
    }
    let mut steps: Vec<(Need, Box<dyn Step>)> = steps.into_iter().map(|step| (Need::Always, step)).collect();
    if purpose == Purpose::Tests {
        steps.push((Need::Engine, Box::new(browser::FIREFOX)));
        steps.push((Need::Engine, Box::new(cargo_tools::GECKODRIVER)));
        steps.push((Need::Engine, Box::new(browser::WEBKIT)));
    }
    steps
}
