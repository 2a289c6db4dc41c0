//! Takes up the built page without a story, which `cargo xtask build` leaves in `target/page/`. Without it the program does all
//! but `bundle` and `serve`, which then say what is missing.

use std::path::Path;
use std::{env, fs};

/// Where the page is built to, from here.
const PAGE: &str = "../../target/page/sliderule.html";

fn main() {
    println!("cargo:rerun-if-changed={PAGE}");
    let page = fs::read(PAGE).unwrap_or_default();
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let written = fs::write(Path::new(&out).join("page.html"), page);
    if let Err(error) = written {
        println!("cargo:warning=the page cannot be taken up: {error}");
    }
}
