//! Where the page stands: on a site, in a sandboxed frame of another site, or in a file on a disk.

use crate::{Failure, driver::fresh_folder};
use std::{
    fs,
    path::{Path, PathBuf},
};
use xtask::serve::{Server, start};

/// What is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Surface {
    /// The site.
    #[default]
    Site,
    /// The one file in a sandboxed frame of a page of another origin, as an author embeds it.
    Frame,
    /// The one file, from the disk.
    File,
}

impl Surface {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Site, Self::Frame, Self::File];

    /// Puts the page of a folder there. `end` is what follows the page's address.
    pub(crate) fn open(self, folder: &Path, end: &str) -> Result<Place, Failure> {
        let file = xtask::post_build::ONE_FILE;
        if self == Self::File {
            let address = format!("file://{}{end}", folder.join(file).display());
            return Ok(Place { address, servers: Vec::new(), host: None });
        }
        let server = start(folder, 0)?;
        let site = format!("http://{}/", server.address);
        if self == Self::Site {
            return Ok(Place { address: site + end, servers: vec![server], host: None });
        }
        let host = fresh_folder()?;
        fs::write(
            host.join("index.html"),
            FRAME.replace("{}", &format!("{site}{file}{end}").replace('&', "&amp;")),
        )?;
        let page = start(&host, 0)?;
        // Another name is another origin, as another port is.
        let address = format!("http://localhost:{}/", page.address.port());
        Ok(Place { address, servers: vec![server, page], host: Some(host) })
    }
}

/// A page that shows ours as an author embeds it.
const FRAME: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>An article</title><link rel=icon href=data:,>\
    <style>body { margin: 0 } iframe { border: 0; display: block; width: 100%; height: 100vh }</style>\
    <iframe sandbox=\"allow-scripts allow-popups allow-downloads\" referrerpolicy=no-referrer title=Sliderule src=\"{}\"></iframe>";

/// The page at its place, until it is dropped.
pub(crate) struct Place {
    /// What is to be opened.
    pub(crate) address: String,
    servers: Vec<Server>,
    host: Option<PathBuf>,
}

impl Place {
    /// Ends the servers; what the browser has is left to it.
    pub(crate) fn end_servers(&mut self) {
        self.servers.clear();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(host) = &self.host {
            let _ = fs::remove_dir_all(host);
        }
    }
}
