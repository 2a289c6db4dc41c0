//! From the start of the one file's script to its first chart, for whoever opens it for the first time.

use promises::{Failure, Outcome, Surface, Visit};
use serde_json::json;

/// Runs before the page's own scripts.
const NOTE: &str = include_str!("start.js");

/// Until the first chart has been drawn.
const AIM_MS: f64 = 100.0;

/// So often the file is opened: what else the machine does only ever makes one start slower.
const STARTS: usize = 15;

/// Opens the file again and again, and prints the fastest and the middle one.
pub(crate) fn measure() {
    Visit::default().on(Surface::File).run(async |page| -> Outcome {
        let driver = page.driver();
        let address = driver.current_url().await?;
        let (mut drawn, mut painted) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            // In a tab of its own: one that had the file before would have its program compiled.
            let tab = driver.new_tab().await?;
            driver.switch_to_window(tab).await?;
            let note = json!({ "source": NOTE });
            driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", note).await?;
            driver.goto(address.as_str()).await?;
            page.wait_until("the first chart is painted", "window.__start?.painted").await?;
            let times: [f64; 2] = page
                .evaluate("const { begun, drawn, painted } = __start; return [drawn - begun, painted - begun]")
                .await?;
            drawn.push(times[0]);
            painted.push(times[1]);
            driver.close_window().await?;
            let first = driver.windows().await?.into_iter().next();
            driver.switch_to_window(first.ok_or_else(|| Failure::Broken("no tab is left".into()))?).await?;
        }
        let [fastest, middle] = of(&mut drawn)?;
        println!("the one file, from its script to the first chart, {STARTS} starts: fastest {fastest:.0} ms, median {middle:.0} ms");
        let [fastest_seen, middle_seen] = of(&mut painted)?;
        println!("    until it is on screen: fastest {fastest_seen:.0} ms, median {middle_seen:.0} ms");
        crate::aim("the one in the middle", middle, AIM_MS);
        Ok(())
    });
}

/// The smallest and the middle one.
fn of(times: &mut [f64]) -> Result<[f64; 2], Failure> {
    times.sort_by(f64::total_cmp);
    match (times.first(), times.get(times.len() / 2)) {
        (Some(fastest), Some(middle)) => Ok([*fastest, *middle]),
        _ => Err(Failure::Broken("the file was never opened".into())),
    }
}
