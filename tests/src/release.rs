//! The built page as a host has it: in a folder of its own, under a path, and replaced by a next version.

use crate::Failure;
use page::Page as Html;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// Another page of the host, which says like ours that it is ready.
const ANOTHER: &str = "<!doctype html><html lang=en data-state=ready><meta charset=utf-8><title>Another page</title>\
                       <link rel=icon href=data:,>";

/// A host's folder with a copy of the built page; removed at the end.
pub struct Release {
    root: PathBuf,
    site: PathBuf,
}

impl Release {
    /// The page as it was built, under a path of the host like `blog/tools/`; empty for the host's root.
    ///
    /// # Errors
    /// [`Failure::Io`], without a built page.
    pub fn under(path: &str) -> Result<Self, Failure> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let root = std::env::temp_dir().join(format!("sliderule-host-{}-{number}", std::process::id()));
        let site = root.join(path);
        fs::create_dir_all(&site)?;
        copy(&xtask::paths::dist(), &site)?;
        if !path.is_empty() {
            fs::write(root.join("index.html"), ANOTHER)?;
        }
        Ok(Self { root, site })
    }

    /// The host's folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The version that is there now.
    ///
    /// # Errors
    /// [`Failure::Broken`] if the worker names none.
    pub fn version(&self) -> Result<String, Failure> {
        let worker = self.read("sw.js")?;
        let named = worker.split_once("VERSION=\"").and_then(|(_, rest)| rest.split_once('"'));
        Ok(named.ok_or_else(|| Failure::Broken("the worker names no version".into()))?.0.to_owned())
    }

    /// Puts the next version there, all of whose files have other names; gives its version.
    ///
    /// # Errors
    /// What the files refuse.
    pub fn replace(&self) -> Result<String, Failure> {
        self.replace_worker()?;
        self.replace_page()
    }

    /// Puts the next version's files and worker there, and leaves the page.
    ///
    /// # Errors
    /// As [`Release::replace`].
    pub fn replace_worker(&self) -> Result<(), Failure> {
        let (old, stem) = (self.version()?, self.stem()?);
        let worker = self.read("sw.js")?.replace(&old, &next(&old)).replace(&stem, &next(&stem));
        for ending in [".js", "_bg.wasm"] {
            fs::rename(self.site.join(stem.clone() + ending), self.site.join(next(&stem) + ending))?;
        }
        Ok(fs::write(self.site.join("sw.js"), worker)?)
    }

    /// Puts the page of the worker's version there.
    ///
    /// # Errors
    /// As [`Release::replace`].
    pub fn replace_page(&self) -> Result<String, Failure> {
        let (new, stem) = (self.version()?, self.stem()?);
        let old = self.read("index.html")?;
        let broken = |what: &str| Failure::Broken(format!("the page has no {what}"));
        let at = old.find("<meta http-equiv=\"Content-Security").ok_or_else(|| broken("policy"))?;
        let end = at + old[at..].find('>').ok_or_else(|| broken("end of its policy"))? + 1;
        let mut html = Html { html: old[..at].to_owned() + &old[end..] };
        let before = |new: &str| new.strip_suffix("-next").unwrap_or(new).to_owned();
        html.html = html.html.replace(&before(&new), &new).replace(&before(&stem), &stem);
        html.protect().map_err(|error| Failure::Broken(error.to_string()))?;
        fs::write(self.site.join("index.html"), html.html)?;
        Ok(new)
    }

    /// What the names of the program's files begin with.
    fn stem(&self) -> Result<String, Failure> {
        let names = fs::read_dir(&self.site)?
            .filter_map(|file| Some(file.ok()?.file_name().to_string_lossy().into_owned()));
        let stem = names.into_iter().find_map(|name| Some(name.strip_suffix("_bg.wasm")?.to_owned()));
        stem.ok_or_else(|| Failure::Broken("the page has no program".into()))
    }

    fn read(&self, name: &str) -> io::Result<String> {
        fs::read_to_string(self.site.join(name))
    }
}

impl Drop for Release {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn next(name: &str) -> String {
    format!("{name}-next")
}

/// Copies the files of a folder.
pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for file in fs::read_dir(from)? {
        let file = file?;
        if file.file_type()?.is_file() {
            fs::copy(file.path(), to.join(file.file_name()))?;
        }
    }
    Ok(())
}
