//! `cargo xtask lighthouse`: what Lighthouse says of the page on a phone, as the median of three looks, held against what it must be.

use crate::{Error, bundle, paths, process, serve, setup};
use serde_json::Value;

/// Looks that are taken: each differs a little.
const LOOKS: usize = 3;
/// Each category and the least it must come to, of 100.
const FLOORS: [(&str, f64); 4] =
    [("performance", 98.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

/// Builds, measures and prints.
///
/// # Errors
/// [`Error::Lighthouse`] below a floor, with what was found wanting; [`Error::Setup`] without the tools.
pub(crate) fn run() -> Result<(), Error> {
    let tools = setup::ready(setup::Purpose::Lighthouse)?;
    bundle::build(&tools)?;
    let server = serve::start(&paths::dist(), 0)?;
    let address = format!("http://{}/", server.address);
    let looks = (0..LOOKS).map(|_| look(&tools, &address)).collect::<Result<Vec<_>, _>>()?;
    let mut low = Vec::new();
    for (name, floor) in FLOORS {
        let mut scores = looks.iter().map(|look| score(look, name)).collect::<Result<Vec<_>, _>>()?;
        scores.sort_by(f64::total_cmp);
        let median = scores[LOOKS / 2];
        println!("{median:>6.0}  {name} (of {LOOKS}: {scores:?}; at least {floor})");
        if median < floor {
            low.push(format!(
                "{name} comes to {median}, not to {floor}: {}",
                wanting(&looks[0], name).join(", ")
            ));
        }
    }
    for name in TIMES {
        println!("{:>10}  {name}", looks[0]["audits"][name]["displayValue"].as_str().unwrap_or("unknown"));
    }
    // Machines are noisy: what stood still in one look and not in another is not the page's.
    let each = |of: fn(&Value) -> f64| {
        looks.iter().map(|look| format!("{:.0}", of(look))).collect::<Vec<_>>().join(", ")
    };
    let blocked =
        each(|look| look["audits"]["total-blocking-time"]["numericValue"].as_f64().unwrap_or(f64::NAN));
    let speed = each(|look| look["environment"]["benchmarkIndex"].as_f64().unwrap_or(f64::NAN));
    println!(
        "look by look: blocked for {blocked} ms, speed of this machine by Lighthouse's own measure {speed}"
    );
    if low.is_empty() { Ok(()) } else { Err(Error::Lighthouse(low.join("; "))) }
}

/// What performance is made of.
const TIMES: [&str; 5] = [
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
    "speed-index",
];

/// One look at the page, as Lighthouse's own JSON.
fn look(tools: &setup::Tools, address: &str) -> Result<Value, Error> {
    let browser = setup::chromium().ok_or_else(|| Error::Lighthouse("there is no Chromium".into()))?;
    let categories: Vec<&str> = FLOORS.iter().map(|(name, _)| *name).collect();
    let mut command = process::command("node");
    command
        .arg(tools.lighthouse())
        .args([address, "--quiet", "--output=json", "--output-path=stdout"])
        .arg(format!("--only-categories={}", categories.join(",")))
        // Root has no sandbox.
        .arg(
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --disable-dev-shm-usage",
        )
        .env("CHROME_PATH", browser);
    let said = process::output(&mut command)?;
    serde_json::from_str(&said).map_err(|error| Error::Lighthouse(format!("its answer: {error}")))
}

/// Of 100.
fn score(look: &Value, category: &str) -> Result<f64, Error> {
    let score = look["categories"][category]["score"].as_f64();
    let reason = || Error::Lighthouse(format!("{category} could not be measured: {}", look["runtimeError"]));
    Ok((score.ok_or_else(reason)? * 100.0).round())
}

/// The audits of a category that are not perfect.
fn wanting(look: &Value, category: &str) -> Vec<String> {
    let audits = look["categories"][category]["auditRefs"].as_array().into_iter().flatten();
    let counted = audits.filter(|audit| audit["weight"].as_f64().is_some_and(|weight| weight > 0.0));
    let audit = |reference: &Value| {
        let id = reference["id"].as_str()?;
        let audit = &look["audits"][id];
        let score = audit["score"].as_f64().filter(|score| *score < 1.0)?;
        Some(format!("{id} {score} {}", audit["displayValue"].as_str().unwrap_or_default()).trim().to_owned())
    };
    counted.filter_map(audit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_perfect_is_named() {
        let look = serde_json::json!({
            "categories": { "seo": { "score": 0.915, "auditRefs": [
                { "id": "title", "weight": 1 }, { "id": "description", "weight": 1 }, { "id": "hint", "weight": 0 } ] } },
            "audits": { "title": { "score": 1 }, "description": { "score": 0, "displayValue": "none" }, "hint": { "score": 0 } }
        });
        assert_eq!(wanting(&look, "seo"), ["description 0 none"]);
        assert_eq!(score(&look, "seo").unwrap(), 92.0);
        assert!(score(&look, "performance").is_err());
    }
}
