//! `cargo +nightly fuzz run story fuzz/corpus/story fuzz/seeds/story --features libfuzzer-sys`: texts of stories that find their way into
//! every branch.

#![no_main]

use fuzz::stories::try_story;

libfuzzer_sys::fuzz_target!(|text: &str| {
    try_story(text);
});
