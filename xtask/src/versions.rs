//! Every pinned version of what set-up installs, in one place.

/// Must equal the `wasm-bindgen` of Cargo.lock and `[tools]` in Trunk.toml (0.2.130's lock file names a crate that the registry did not serve).
pub const WASM_BINDGEN: &str = "0.2.129";
/// 0.22 needs Rust 1.96.1.
pub const TRUNK: &str = "0.21.14";
/// Debian's wasm-opt 108 is too old for today's output. Must equal `wasm_opt` in Trunk.toml.
pub const BINARYEN: &str = "132";
/// Shortens the script that loads the wasm; Trunk's own minifier cannot read it.
pub const ESBUILD: &str = "0.28.2";
/// Drives Firefox 128 and newer.
pub const GECKODRIVER: &str = "0.37.1";
/// The accessibility rules that the browser tests run.
pub const AXE: &str = "4.14.1";
/// Measures the page; 13 needs a newer Node than Debian's.
pub const LIGHTHOUSE: &str = "12.8.2";
/// The chart library that `cargo xtask bench` measures beside ours.
pub const UPLOT: &str = "1.6.32";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_is_told_the_same_versions() {
        let settings = include_str!("../../Trunk.toml");
        assert!(settings.contains(&format!("wasm_bindgen = \"{WASM_BINDGEN}\"")));
        assert!(settings.contains(&format!("wasm_opt = \"version_{BINARYEN}\"")));
    }

    #[test]
    fn the_lock_file_has_the_same_wasm_bindgen() {
        let lock = include_str!("../../Cargo.lock");
        let name = "name = \"wasm-bindgen\"\nversion = \"";
        // Absent until the app depends on it.
        if let Some(at) = lock.find(name) {
            assert!(lock[at + name.len()..].starts_with(&format!("{WASM_BINDGEN}\"")));
        }
    }
}
