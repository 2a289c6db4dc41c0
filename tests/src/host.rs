//! Somebody else's page: it comes from another origin than ours.

use crate::{Failure, Outcome, Visit};
use std::{fs, path::PathBuf};
use xtask::serve::{self, Server};

/// A page of one's own, on a server of its own, beside the one with ours.
pub struct Host {
    folder: PathBuf,
    ours: Server,
}

impl Host {
    /// Writes the page; each `{ours}` in it becomes the address of our site, without a slash at its end. `name` parts the pages of tests.
    ///
    /// # Errors
    /// What the files or the server refuse.
    pub fn new(name: &str, head: &str, body: &str) -> Result<Self, Failure> {
        let ours = serve::start(&xtask::paths::dist(), 0)?;
        let folder = std::env::temp_dir().join(format!("sliderule-host-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let host = Self { folder, ours };
        host.beside("index.html", head, body)?;
        Ok(host)
    }

    /// Writes another page beside it, under a name of its own.
    ///
    /// # Errors
    /// What the files refuse.
    pub fn beside(&self, file: &str, head: &str, body: &str) -> Outcome {
        let page = format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8>{head}<title>A post</title>\
             <link rel=icon href=\"data:,\"></head><body><main><h1>A post</h1>{body}</main></body></html>"
        );
        self.hold(file, &page.replace("{ours}", &format!("http://{}", self.ours.address)))
    }

    /// Puts a file beside it.
    ///
    /// # Errors
    /// What the files refuse.
    pub fn hold(&self, file: &str, content: &str) -> Outcome {
        Ok(fs::write(self.folder.join(file), content)?)
    }

    /// A visit to it.
    pub fn visit(&self) -> Visit {
        Visit::default().folder(&self.folder)
    }
}
