//! Writes every sample chart in light and dark at several sizes, for the eye: `cargo run -p charts --example gallery`.

use charts::{Heading, Theme, svg};
use std::error::Error;
use std::path::Path;

#[path = "../tests/samples/mod.rs"]
mod samples;

const SIZES: [(u32, u32); 4] = [(540, 240), (300, 220), (280, 200), (860, 300)];

fn main() -> Result<(), Box<dyn Error>> {
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let folder = Path::new(&target).join("gallery");
    std::fs::create_dir_all(&folder)?;
    for (name, theme) in [("light", Theme::light()), ("dark", Theme::dark())] {
        for size in SIZES {
            let mut page = format!(
                "<!doctype html><meta charset=\"utf-8\"><style>body{{margin:12px;display:flex;flex-wrap:wrap;gap:16px;background:#{:02x}{:02x}{:02x}}}</style>",
                theme.paper.0, theme.paper.1, theme.paper.2
            );
            for view in samples::all() {
                let heading = if size.0 == 860 { Heading::Inside } else { Heading::Outside };
                let picture = svg(&view, size, &theme, &samples::Plain, heading)?;
                std::fs::write(folder.join(format!("{}-{name}-{}.svg", view.id, size.0)), &picture)?;
                page.push_str(&picture);
            }
            std::fs::write(folder.join(format!("{name}-{}.html", size.0)), page)?;
        }
    }
    println!("{}", folder.display());
    Ok(())
}
