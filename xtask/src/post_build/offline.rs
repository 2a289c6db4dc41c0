//! What the page needs to open with no network: its version, the worker's list of files, and what hosts are told about them.

use super::{ONE_FILE, glue::small, hash};
use crate::{Error, paths};
use engine::Story;
use page::Page;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Asks the browser to keep the page, and the reader to take a newer one.
const SCRIPT: &str = "xtask/src/post_build/offline.js";
/// What the reader is told: that there is a newer page, to take it, to wait.
const WORDS: [&str; 3] = ["update_ready", "update_take", "update_later"];

/// Writes the version into the page and the worker, and the list of files into the worker and for hosts. The page must be whole but
/// for its policy, since its text is part of the version.
///
/// # Errors
/// [`Error::Page`] for a place that is missing, [`Error::Command`] if the script cannot be shortened, [`Error::Io`] for a file.
pub(super) fn write(page: &mut Page, story: &Story, folder: &Path) -> Result<(), Error> {
    let files = files(folder, &page.html)?;
    let version = json(&version(&page.html, &files))?;
    let script = small(&paths::root().join(SCRIPT), &[])?;
    page.fill("id=offline", &filled(&script, &[("version", &version), ("words", &words(story)?)])?)?;
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    let worker = folder.join("sw.js");
    let script = filled(&small(&worker, &[])?, &[("version", &version), ("files", &json(&names)?)])?;
    fs::write(&worker, script).map_err(Error::io("write", &worker))?;
    let headers = folder.join("_headers");
    let told = fs::read_to_string(&headers).map_err(Error::io("read", &headers))? + &never_changing(&names);
    fs::write(&headers, told).map_err(Error::io("write", &headers))
}

/// What the page is made of besides itself: the files that it names, but for the worker and for the one file, which is for those who
/// ask for it.
fn files(folder: &Path, html: &str) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(Error::io("read", folder))? {
        let path: PathBuf = entry.map_err(Error::io("read", folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Folders hold what others show of the page; it loads none of that.
        if path.is_file()
            && html.contains(&name)
            && !["index.html", "sw.js", ONE_FILE].contains(&name.as_str())
        {
            files.insert(name, fs::read(&path).map_err(Error::io("read", &path))?);
        }
    }
    Ok(files)
}

/// Another text or file has another version.
fn version(html: &str, files: &BTreeMap<String, Vec<u8>>) -> String {
    let files = files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes]);
    hash(files.chain([html.as_bytes()]))
}

/// The words in every language, by its code.
fn words(story: &Story) -> Result<String, Error> {
    let of = |language: &String| {
        let word = |id: &str| {
            let text =
                story.words.get(id).ok_or_else(|| Error::Page(format!("story/words.toml lacks {id}")))?;
            Ok::<_, Error>(text.get(language).to_owned())
        };
        Ok((language.clone(), WORDS.iter().map(|id| word(id)).collect::<Result<Vec<_>, _>>()?))
    };
    json(&story.about.languages.iter().map(of).collect::<Result<BTreeMap<_, _>, Error>>()?)
}

/// A script in which each `"{name}"` is replaced by a value of the language.
fn filled(script: &str, values: &[(&str, &str)]) -> Result<String, Error> {
    values.iter().try_fold(script.to_owned(), |text, (name, value)| {
        let place = format!("\"{{{name}}}\"");
        if text.contains(&place) {
            Ok(text.replace(&place, value))
        } else {
            Err(Error::Page(format!("a script has no place for {place}")))
        }
    })
}

/// Files with a hash in their name are never asked for again.
fn never_changing(names: &[&str]) -> String {
    let hashed = names.iter().filter(|name| has_hash(name));
    hashed.map(|name| format!("/{name}\n  Cache-Control: public, max-age=31536000, immutable\n")).collect()
}

/// `app-0f3a…_bg.wasm`: sixteen digits that Trunk makes from the content.
fn has_hash(name: &str) -> bool {
    name.split(['-', '_', '.'])
        .any(|part| part.len() >= 12 && part.chars().all(|letter| letter.is_ascii_hexdigit()))
}

fn json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|error| Error::Page(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_change_is_another_version() {
        let files = |name: &str, text: &str| BTreeMap::from([(name.to_owned(), text.as_bytes().to_vec())]);
        let versions = [
            version("page", &files("a.js", "1")),
            version("pagf", &files("a.js", "1")),
            version("page", &files("a.js", "2")),
            version("page", &files("b.js", "1")),
            version("page", &BTreeMap::new()),
        ];
        assert_eq!(versions.iter().collect::<std::collections::BTreeSet<_>>().len(), versions.len());
        assert!(versions.iter().all(|version| version.len() == 16));
        assert_eq!(version("page", &files("a.js", "1")), versions[0]);
    }

    #[test]
    fn what_lies_in_folders_is_not_kept() {
        let folder = std::env::temp_dir().join(format!("sliderule-offline-{}", std::process::id()));
        fs::create_dir_all(folder.join("share")).unwrap();
        fs::write(folder.join("share/a.html"), "").unwrap();
        fs::write(folder.join("icon.svg"), "").unwrap();
        let kept = files(&folder, "<link href=icon.svg> a share of https://a/share/a.html").unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert_eq!(kept.into_keys().collect::<Vec<_>>(), ["icon.svg"]);
    }

    #[test]
    fn a_script_without_a_place_is_named() {
        let filled = |script| filled(script, &[("version", "\"7\""), ("files", "[]")]);
        assert_eq!(filled("v=\"{version}\",f=\"{files}\".map").unwrap(), "v=\"7\",f=[].map");
        assert!(filled("v=\"{version}\"").unwrap_err().to_string().contains("{files}"));
    }

    #[test]
    fn hosts_keep_what_has_a_hash_in_its_name() {
        let told =
            never_changing(&["icon.svg", "manifest.webmanifest", "sliderule-app-0f3a5b7c9d1e2f40_bg.wasm"]);
        assert_eq!(told.lines().count(), 2);
        assert!(told.starts_with("/sliderule-app-0f3a5b7c9d1e2f40_bg.wasm\n  Cache-Control: public"));
    }
}
