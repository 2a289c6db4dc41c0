//! Words in an address: they come back as they were, and those of strangers harmless.

use crate::cases::{MODEL, STORY};
use engine::Override;
use engine::link::{Digits, Link, Notice, read, write};

/// The address of a scenario with a figure whose other value has a reason.
fn written(reason: &str) -> String {
    let mut link = Link::start(&MODEL);
    let (figure, reason) = ("sales_2025".to_owned(), reason.to_owned());
    link.now.overrides.push(Override { figure, value: 130.0, reason, address: String::new() });
    write(&link, &STORY, &MODEL, Digits::native()).text
}

/// The figure as the address gives it, with `entry` as it stands there.
fn given(entry: &str) -> (Override, Vec<Notice>) {
    let (link, notices) = read(&format!("figure.sales_2025=130&{entry}"), &STORY, &MODEL, Digits::native());
    (link.now.overrides[0].clone(), notices)
}

/// The reason as it stands in an address; none where its reader is told that it is left out.
fn reason(text: &str) -> Option<String> {
    let (figure, notices) = given(&format!("why.sales_2025={text}"));
    notices.is_empty().then_some(figure.reason)
}

#[test]
fn words_come_back_as_they_were() {
    for text in ["as the report prints it", "größer & 100 % = viel+", "日本\u{1f600}", "a:b,c/d"] {
        let address = written(text);
        let (_, words) = address.split_once("why.sales_2025=").unwrap();
        assert_eq!(reason(words).as_deref(), Some(text));
        assert!(words.is_ascii() && !words.contains(['&', '=', '#', ' ', '"', '<']), "{words}");
    }
    assert!(!written("").contains("why."));
}

#[test]
fn words_are_read_whoever_wrote_them() {
    assert_eq!(reason("100%").as_deref(), Some("100%"));
    assert_eq!(reason("%4x%zz%C3%A4").as_deref(), Some("%4x%zzä"));
    assert_eq!(reason("%ff"), None);
}

#[test]
fn words_of_strangers_are_made_harmless() {
    assert_eq!(reason(" a\u{202e}b\nc\0 \u{200b}").as_deref(), Some("abc"));
    assert_eq!(reason(&"ä".repeat(1_000)), Some("ä".repeat(200)));
}

#[test]
fn only_what_a_browser_opens_as_a_page_is_an_address() {
    let address = |text: &str| given(&format!("where.sales_2025={text}")).0.address;
    assert_eq!(address("https://example.org/a?b#c"), "https://example.org/a?b#c");
    assert_eq!(address("http://example.org"), "http://example.org");
    for text in ["javascript:alert(1)", "https://", "https://a+b", "data:text/html,x", "example.org"] {
        assert_eq!(address(text), "", "{text}");
    }
}
