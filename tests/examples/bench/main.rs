//! `cargo xtask bench`: what a slider event costs the page, what uPlot takes for charts of the same shape in the same run, and how soon
//! the one file shows its first chart.

mod start;

use promises::{Failure, Outcome, Page, Visit};
use serde::Deserialize;
use std::{env, fs, path::PathBuf};

/// Sends slider events and waits for the painted frame after each.
const DRIVE: &str = include_str!("drive.js");
/// A page of our own around uPlot.
const UPLOT_HTML: &str = include_str!("uplot.html");
const UPLOT_JS: &str = include_str!("uplot.js");

/// Own work per event, p95, for all charts on screen at 1,280 x 800.
const AIM_ALL_MS: f64 = 8.0;
/// The same without bands.
const AIM_PLAIN_MS: f64 = 4.0;
/// Own work per event, p50, for one chart.
const AIM_ONE_MS: f64 = 0.6;

/// What the page notes of an event's work, in this order; the rest are texts.
const PARTS: [&str; 5] = ["project", "draws", "compose", "lay out", "draw"];

/// Milliseconds of each event.
#[derive(Deserialize)]
struct Times {
    /// The program's own work.
    own: Vec<f64>,
    /// Of that, what each of [`PARTS`] took; nothing where the program does not say.
    parts: Vec<Vec<f64>>,
    /// From the event to the painted frame.
    frame: Vec<f64>,
}

impl Times {
    /// Each event's work but for its draws.
    fn without_draws(&self) -> Vec<f64> {
        let draws = |parts: &Vec<f64>| parts.get(1).copied().unwrap_or(0.0);
        self.own.iter().zip(&self.parts).map(|(own, parts)| own - draws(parts)).collect()
    }

    /// What of each event's work went into charts: from numbers to a picture.
    fn of_charts(&self) -> Vec<f64> {
        self.parts.iter().map(|parts| parts.iter().skip(2).sum()).collect()
    }
}

fn main() -> Result<(), Failure> {
    println!(
        "300 slider events, milliseconds{:>12} {:>7} {:>15} {:>7}",
        "own p50", "p95", "to frame p50", "p95"
    );
    let visit = || Visit::default().at("?bench");
    visit().run(async |page| {
        let name = format!("the page, {} on screen", on_screen(page).await?);
        let times = drive(page, "lever-power").await?;
        let plain = percentiles(&mut times.without_draws());
        let own = report(&name, times)?;
        aim("own work p95, all charts on screen", own.1, AIM_ALL_MS);
        aim("own work p95, without its draws", plain.1, AIM_PLAIN_MS);
        Ok(())
    });
    visit().run(async |page| {
        alone(page, "view-power").await?;
        let name = format!("the page, {} on screen", on_screen(page).await?);
        let times = drive(page, "lever-power").await?;
        let chart = percentiles(&mut times.of_charts());
        let own = report(&name, times)?;
        aim("own work p50, one chart with model, draws and all texts of the page", own.0, AIM_ONE_MS);
        aim("of that the chart, which is what uPlot's figure below counts", chart.0, AIM_ONE_MS);
        Ok(())
    });
    let folder = uplot_page()?;
    for (charts, name) in [(1, "uPlot, one chart of 3 x 101"), (6, "uPlot, six charts of 3 x 101")] {
        Visit::default()
            .folder(&folder)
            .at(&format!("?{charts}"))
            .run(async |page| report(name, drive(page, "probe").await?).map(|_| ()));
    }
    fs::remove_dir_all(folder)?;
    start::measure();
    Ok(())
}

async fn drive(page: &Page, slider: &str) -> Result<Times, Failure> {
    page.find(&format!("#{slider}")).await?;
    page.evaluate_later(&format!("const id = '{slider}', count = 300;\n{DRIVE}")).await
}

/// How many charts stand in the window, wholly or in part: `3 charts`.
async fn on_screen(page: &Page) -> Result<String, Failure> {
    let inside = "e => { const r = e.getBoundingClientRect(); return r.width > 0 && r.top < innerHeight && r.bottom > 0; }";
    let charts = "[...document.querySelectorAll('figure[id^=view-] canvas')]";
    let count: usize = page.evaluate(&format!("return {charts}.filter({inside}).length")).await?;
    Ok(format!("{count} chart{}", if count == 1 { "" } else { "s" }))
}

/// Hides every other chart; what is not on screen is not drawn.
async fn alone(page: &Page, id: &str) -> Outcome {
    let hide = "document.querySelectorAll('figure[id^=view-]').forEach(e => { if (e.id !== id) e.style.display = 'none'; })";
    page.evaluate::<()>(&format!("const id = '{id}'; {hide}; document.getElementById(id).scrollIntoView()"))
        .await
}

/// Prints a line and gives p50 and p95 of the own work.
fn report(name: &str, mut times: Times) -> Result<(f64, f64), Failure> {
    if times.own.is_empty() || times.frame.is_empty() {
        let wanted = "performance.measure(\"sliderule:event\", …) for each event when the address has ?bench";
        return Err(Failure::Broken(format!("{name}: the page leaves no {wanted}")));
    }
    let (own, frame) = (percentiles(&mut times.own), percentiles(&mut times.frame));
    println!("{name:<31}{:>12.2} {:>7.2} {:>15.2} {:>7.2}", own.0, own.1, frame.0, frame.1);
    profile(&times);
    Ok(own)
}

/// Prints where the time of the average event went. Browsers round a single time to 0.1 ms, so a median would tell
/// nothing; the slowest tenth, in which the machine did something else, is left out.
fn profile(times: &Times) {
    let part =
        |at: usize| times.parts.iter().filter_map(|parts| parts.get(at).copied()).collect::<Vec<f64>>();
    let parts: Vec<f64> = (0..PARTS.len()).map(|at| usual_mean(part(at))).collect();
    let spent: f64 = parts.iter().sum();
    if spent > 0.0 {
        let rest = usual_mean(times.own.clone()) - spent;
        let parts = PARTS.iter().zip(parts).map(|(name, mean)| format!("{name} {mean:.3}"));
        println!("    mean: {}, texts and the rest {rest:.3}", parts.collect::<Vec<_>>().join(", "));
    }
}

fn usual_mean(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.truncate(times.len() * 9 / 10);
    #[expect(clippy::cast_precision_loss, reason = "some hundred events")]
    let count = times.len().max(1) as f64;
    times.iter().sum::<f64>() / count
}

fn aim(what: &str, reached_ms: f64, aim_ms: f64) {
    let verdict = if reached_ms <= aim_ms { "reached" } else { "MISSED" };
    println!("    {what}: {reached_ms:.2} of {aim_ms:.1} ms, {verdict}");
}

fn percentiles(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or(f64::NAN);
    (at(50), at(95))
}

fn uplot_page() -> Result<PathBuf, Failure> {
    let package = env::var_os("SLIDERULE_UPLOT")
        .map(PathBuf::from)
        .ok_or_else(|| Failure::Missing("SLIDERULE_UPLOT names no folder".into()))?;
    let folder = env::temp_dir().join(format!("sliderule-uplot-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for file in ["uPlot.iife.min.js", "uPlot.min.css"] {
        fs::copy(package.join(file), folder.join(file))?;
    }
    fs::write(folder.join("index.html"), UPLOT_HTML)?;
    fs::write(folder.join("bench.js"), UPLOT_JS)?;
    Ok(folder)
}
