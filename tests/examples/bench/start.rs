//! From the start of the one file's script to its first chart.

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
        page.driver()
            .cdp()
            .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE }))
            .await?;
        let (mut drawn, mut painted) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            page.driver().refresh().await?;
            page.wait_until("the first chart is painted", "window.__start?.painted").await?;
            let times: [f64; 2] =
                page.evaluate("const { begun, drawn, painted } = __start; return [drawn - begun, painted - begun]").await?;
            drawn.push(times[0]);
            painted.push(times[1]);
        }
        let [fastest, middle] = of(&mut drawn)?;
        println!("the one file, from its script to the first chart, {STARTS} starts: fastest {fastest:.0} ms, median {middle:.0} ms");
        let [fastest_seen, middle_seen] = of(&mut painted)?;
        println!("    until it is on screen: fastest {fastest_seen:.0} ms, median {middle_seen:.0} ms");
        crate::aim("the fastest", fastest, AIM_MS);
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
