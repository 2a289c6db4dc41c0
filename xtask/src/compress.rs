//! Files as a host would send them: beside each of the page stand its forms in gzip and brotli, for hosts that look for them.

use crate::Error;
use flate2::{Compression, write::GzEncoder};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What shrinks; pictures are small already.
const ENDINGS: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest"];
/// The forms, by their ending.
pub(crate) const FORMS: [&str; 2] = ["br", "gz"];

/// Writes both forms of every file of a folder that shrinks.
///
/// # Errors
/// [`Error::Io`] for a file.
pub(crate) fn folder(folder: &Path) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        file(&entry.map_err(Error::io("read", folder))?.path())?;
    }
    Ok(())
}

/// Writes both forms of a file, if it is one that shrinks.
///
/// # Errors
/// As [`folder`].
pub(crate) fn file(path: &Path) -> Result<(), Error> {
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    if !path.is_file() || !ENDINGS.contains(&&*ending) {
        return Ok(());
    }
    let bytes = fs::read(path).map_err(Error::io("read", path))?;
    for (form, compress) in FORMS.into_iter().zip([brotli, gzip]) {
        let compressed = compress(&bytes).map_err(Error::io("compress", path))?;
        let path = with_form(path, form);
        fs::write(&path, compressed).map_err(Error::io("write", &path))?;
    }
    Ok(())
}

/// Where a form of a file stands: `app.js` and `app.js.br`.
pub(crate) fn with_form(path: &Path, form: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(form);
    name.into()
}

/// As small as gzip makes it.
pub(crate) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// As small as brotli makes it.
pub(crate) fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_stand_beside_what_shrinks() {
        let folder = std::env::temp_dir().join(format!("sliderule-compress-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let text = "a page ".repeat(100);
        for name in ["index.html", "icon.png", "_headers"] {
            fs::write(folder.join(name), &text).unwrap();
        }
        super::folder(&folder).unwrap();
        for form in FORMS {
            let length = fs::metadata(folder.join(format!("index.html.{form}"))).unwrap().len();
            assert!(length < 60, "{form}: {length}");
            assert!(!folder.join(format!("icon.png.{form}")).exists());
        }
        let mut read = String::new();
        let packed = fs::read(folder.join("index.html.gz")).unwrap();
        io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed[..]), &mut read).unwrap();
        assert_eq!(read, text);
        fs::remove_dir_all(folder).unwrap();
    }
}
