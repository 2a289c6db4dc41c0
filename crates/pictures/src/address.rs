//! Where a site is: what others show of a page must name it in full.

use std::fmt;
use std::str::FromStr;

/// The full address of a site's folder. It ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// An address that is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no address of a site: it should be like https://example.org/explorer/, the folder that holds index.html, without ? or #"
)]
pub struct AddressError(String);

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let refused = || AddressError(text.to_owned());
        let place = ["https://", "http://"]
            .iter()
            .find_map(|scheme| text.strip_prefix(scheme))
            .ok_or_else(refused)?;
        let host = place.split('/').next().unwrap_or_default();
        let plain = |letter: char| letter.is_ascii_graphic() && !"\"'<>`\\?#&@".contains(letter);
        if host.is_empty() || host.starts_with(':') || !place.chars().all(plain) || place.ends_with(".html") {
            return Err(refused());
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }
}

impl Address {
    /// The full address of a file of the site.
    #[must_use]
    pub fn of(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_taken_and_all_else_named() {
        let of = |text: &str| text.parse::<Address>().map(|address| address.of("a.png"));
        assert_eq!(of("https://example.org").as_deref(), Ok("https://example.org/a.png"));
        assert_eq!(of("http://127.0.0.1:8080/x//").as_deref(), Ok("http://127.0.0.1:8080/x/a.png"));
        for text in [
            "",
            "example.org",
            "ftp://a",
            "https://",
            "https:///x",
            "https://:1",
            "https://a/?b",
            "https://a/#b",
            "https://a/i.html",
            "https://a/\"",
            "https://a b",
            "https://ä.de",
        ] {
            let refused = of(text).unwrap_err().to_string();
            assert!(
                refused.contains(&format!("{text:?}")) && refused.contains("https://example.org/"),
                "{refused}"
            );
        }
    }
}
