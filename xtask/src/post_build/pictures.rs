//! What others show of the page: pictures, small pages for sharing, and the tags in its head.

use crate::Error;
use engine::Story;
use page::Page;
use pictures::{Address, shared};
use std::{env, ffi::OsString, fs, path::Path, time::Instant};

/// Where the built page will be: the full address of its folder.
pub const ADDRESS: &str = "SLIDERULE_URL";

/// Writes the files into folders of their own, which neither the page nor its worker loads, and the tags behind the page's title.
///
/// # Errors
/// [`Error::Pictures`] for what cannot be drawn, [`Error::Page`] for an address that is none or a page without a title, [`Error::Io`]
/// for a file.
pub(super) fn write(folder: &Path, page: &mut Page, story: &Story) -> Result<(), Error> {
    let start = Instant::now();
    let address = known_address()?;
    let shared = shared(story, address.as_ref())?;
    let mut bytes = 0;
    for file in &shared.files {
        let path = folder.join(&file.path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::io("make", folder))?;
        }
        fs::write(&path, &file.bytes).map_err(Error::io("write", &path))?;
        bytes += file.bytes.len();
    }
    let (count, seconds) = (shared.files.len(), start.elapsed().as_secs_f64());
    println!("pictures and pages for sharing: {count} files, {} kB, in {seconds:.1} s", bytes / 1000);
    if address.is_none() {
        println!(
            "chats and feeds will show no picture: set {ADDRESS} to the page's full address, see README.md"
        );
    }
    put(page, &shared.tags_html)
}

/// The full address of the page's folder, if whoever builds knows it.
///
/// # Errors
/// [`Error::Page`] for one that is none.
pub(super) fn known_address() -> Result<Option<Address>, Error> {
    address(env::var_os(ADDRESS))
}

fn address(given: Option<OsString>) -> Result<Option<Address>, Error> {
    let Some(text) = given.filter(|text| !text.is_empty()) else { return Ok(None) };
    let address = text.to_string_lossy().parse::<Address>();
    address.map(Some).map_err(|error| Error::Page(format!("{ADDRESS}: {error}")))
}

pub(super) fn put(page: &mut Page, tags: &str) -> Result<(), Error> {
    const END: &str = "</title>";
    // A picture in the page may have a title, too, further down.
    let at = page.html.find(END).ok_or_else(|| Error::Page("the page must have a title".into()))?;
    page.html.insert_str(at + END.len(), tags);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_none_stops_the_build_and_no_address_does_not() {
        assert_eq!(address(None).unwrap(), None);
        assert_eq!(address(Some("".into())).unwrap(), None);
        let refused = address(Some("example.org".into())).unwrap_err().to_string();
        assert!(refused.contains("SLIDERULE_URL: \"example.org\" is no address"), "{refused}");
    }

    #[test]
    fn tags_stand_behind_the_title() {
        let mut page = Page { html: "<title>a</title><svg><title>b</title></svg>".into() };
        put(&mut page, "<meta>").unwrap();
        assert_eq!(page.html, "<title>a</title><meta><svg><title>b</title></svg>");
        assert!(put(&mut Page::default(), "").is_err());
    }
}
