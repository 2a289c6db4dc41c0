//! The native side of the measurement: writes the story as JSON for the others, and prints its own times as JSON.

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;
use throughput::Throughput;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(story), Some(json)) = (arguments.next(), arguments.next()) else {
        return Err("usage: throughput STORY JSON".into());
    };
    let text = serde_json::to_string(&author::read(&story)?)?;
    std::fs::write(json, &text)?;
    let mut measured = Throughput::new(&text, DRAWS)?;
    let mut sum = 0.0;
    let mut times = |lever: &str, values: [f64; 2]| {
        let mut times: Vec<f64> = (0..EVENTS)
            .map(|event| {
                let start = Instant::now();
                sum += measured.event(lever, values[event % 2]);
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        times[0]
    };
    let (draws, event) = (0.0, times("capex", [200.0, 201.0]));
    println!("{draws} {event} {sum}");
    Ok(())
}

const DRAWS: usize = 8_192;
const EVENTS: usize = 200;
