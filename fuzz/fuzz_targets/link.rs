//! `cargo +nightly fuzz run link --features libfuzzer-sys`: texts that find their way into every branch.

#![no_main]

use fuzz::Reader;
use std::sync::LazyLock;

static READER: LazyLock<Reader> = LazyLock::new(|| Reader::new().unwrap_or_else(|error| panic!("{error}")));

libfuzzer_sys::fuzz_target!(|text: &str| READER.try_text(text));
