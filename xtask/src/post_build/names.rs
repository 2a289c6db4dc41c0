//! Trunk names the wasm and its script after what it wrote, and then both are made shorter. A browser may keep a name for ever, so
//! here they get names of what stands in them now.

use super::{glue::pair, hash};
use crate::Error;
use std::{fs, path::Path};

/// Renames both and writes the new names into the page.
///
/// # Errors
/// [`Error::Page`] if there is not one of each, [`Error::Io`] for a file.
pub(super) fn renew(folder: &Path, html: &mut String) -> Result<(), Error> {
    let pair = pair(folder)?;
    let read = |path| fs::read(path).map_err(Error::io("read", path));
    let content = [read(&pair.wasm)?, read(&pair.script)?];
    let stem = pair.script.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (name, _) = stem.rsplit_once('-').unwrap_or((&stem, ""));
    let new = format!("{name}-{}", hash(content.iter().map(Vec::as_slice)));
    for path in [&pair.wasm, &pair.script] {
        let old = path.file_name().unwrap_or_default().to_string_lossy();
        fs::rename(path, folder.join(old.replace(&stem, &new))).map_err(Error::io("rename", path))?;
    }
    *html = html.replace(&stem, &new);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_content_has_other_names_which_the_page_knows() {
        let folder = std::env::temp_dir().join(format!("sliderule-names-{}", std::process::id()));
        let renewed = |script: &str| {
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join("app-1f_bg.wasm"), "\0asm").unwrap();
            fs::write(folder.join("app-1f.js"), script).unwrap();
            let mut html = "import './app-1f.js'; init('./app-1f_bg.wasm')".to_owned();
            renew(&folder, &mut html).unwrap();
            for name in html.split('\'').filter_map(|part| part.strip_prefix("./")) {
                assert!(folder.join(name).exists(), "{name}");
            }
            fs::remove_dir_all(&folder).unwrap();
            html
        };
        assert_eq!(renewed("1"), renewed("1"));
        assert_ne!(renewed("1"), renewed("2"));
    }
}
