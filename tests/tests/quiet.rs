//! After loading, the page asks the network for nothing, and never anybody else; and it stands still while it comes.
//! From a disk it comes at once.
//! The preview of a post loads the one file when a reader opens it: `snippet.rs`.

use promises::{Key, Surface, Visit};
use serde_json::json;

#[test]
fn nothing_is_asked_for_after_loading() {
    Visit::default().run(async |page| {
        page.settle().await?;
        let loaded = page.requests().await?;
        let origin: String = page.evaluate("return location.origin + '/'").await?;
        assert!(loaded.iter().any(|address| address.ends_with(".wasm")), "{loaded:?}");
        let foreign: Vec<_> = loaded.iter().filter(|address| !address.starts_with(&origin)).collect();
        assert!(foreign.is_empty(), "asked others: {foreign:?}");
        page.drag("#lever-power", 6.0, 3.0).await?;
        page.type_in("#box-capex", "nothing").await?;
        page.click("#language-de").await?;
        page.click("#theme").await?;
        page.open_table("openai").await?;
        page.click(r#".dot[data-figure="aws_capacity_multiplier"]"#).await?;
        page.find("#card[open]").await?;
        page.press(Key::Escape).await?;
        page.click("#reset-all").await?;
        page.settle().await?;
        assert_eq!(page.requests().await?, loaded);
        // Neither is anything kept in the browser, which a reader would have to be told.
        let kept: (usize, usize, String) =
            page.evaluate("return [localStorage.length, sessionStorage.length, document.cookie]").await?;
        assert_eq!(kept, (0, 0, String::new()));
        Ok(())
    });
}

#[test]
fn nothing_that_is_seen_moves_while_the_page_comes() {
    for width in [412, 1280] {
        Visit::default().size(width, 823).run(async |page| {
            page.settle().await?;
            let () = page
                .evaluate(
                    "window.moved = []; new PerformanceObserver(list => moved.push(...list.getEntries().map(entry => \
                     `${entry.value} ${entry.sources.map(source => source.node?.className)}`))).observe({ type: 'layout-shift', buffered: true })",
                )
                .await?;
            page.settle().await?;
            assert_eq!(page.evaluate::<Vec<String>>("return moved").await?, Vec::<String>::new());
            Ok(())
        });
    }
}

/// Runs before the page's own scripts: whether a chart stands in the page when all of its scripts have had their first task, and
/// whether the browser has been asked for a formatter of numbers before, which takes it long to make.
const NOTE: &str = "
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (...parts) {
        window.__drawn ||= this.canvas.isConnected;
        return drawImage.apply(this, parts);
    };
    Intl.NumberFormat = new Proxy(Intl.NumberFormat, {
        construct(format, options) {
            window.__asked_first ??= !window.__drawn;
            return new format(...options);
        },
    });
    addEventListener('DOMContentLoaded', () => window.__at_once = !!window.__drawn);
";

#[test]
fn a_file_from_a_disk_draws_its_first_chart_before_anything_comes_between() {
    Visit::default().on(Surface::File).run(async |page| {
        let driver = page.driver();
        driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE })).await?;
        driver.refresh().await?;
        page.find("[data-state=ready]").await?;
        assert_eq!(page.evaluate::<[bool; 2]>("return [__at_once, __asked_first]").await?, [true, false]);
        Ok(())
    });
}
