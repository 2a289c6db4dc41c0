//! The native side of the measurement: writes the story for the others, and prints its own times and bits as they do.

use engine::story::pack;
use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;
use throughput::Throughput;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [story, packed, draws, runs] = words.as_slice() else {
        return Err("usage: throughput STORY PACKED DRAWS RUNS".into());
    };
    let text = pack(&author::read(&PathBuf::from(story))?);
    std::fs::write(packed, &text)?;
    let mut measured = Throughput::new(&text, draws.parse()?)?;
    let runs: usize = runs.parse()?;
    let columns = times(runs, |capex| measured.columns(capex));
    let event = times(runs, |capex| measured.event("capex", capex));
    println!("{{\"columns\":{columns},\"event\":{event},\"bits\":\"{}\"}}", measured.bits());
    Ok(())
}

/// The fastest of some runs in milliseconds: what else the machine does only ever makes one slower.
fn times(runs: usize, mut run: impl FnMut(f64) -> f64) -> f64 {
    let one = |at: usize| {
        let start = Instant::now();
        std::hint::black_box(run([200.0, 201.0][at % 2]));
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..runs).map(one).fold(f64::INFINITY, f64::min)
}
