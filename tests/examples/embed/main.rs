//! `cargo xtask embed`: what elements cost the page around them: memory, work for an event, its first paint. Fails over a limit.

use promises::{Failure, Host, Outcome, Page};
use serde_json::json;

/// Counts the programs of a page and keeps the memory of the last, which has no name there; then comes the script.
const HEAD: &str = "<script>window.engines = 0; const make = WebAssembly.instantiate; WebAssembly.instantiate = async (...from) => { engines += 1; \
    const made = await make(...from); window.memory = Object.values((made.instance ?? made).exports).find(it => it instanceof WebAssembly.Memory); return made; };</script>";
const SCRIPT: &str = "<script async src=\"{ours}/sliderule.js\"></script>";
/// Moves a lever; gives the program's own milliseconds for each event.
const DRIVE: &str = include_str!("drive.js");
/// All that are in a page show something.
const STARTED: &str = "[...document.querySelectorAll('slide-lever, slide-value, slide-chart')].every(it => it.shadowRoot?.textContent)";
const FIRST_PAINT: &str = "new PerformanceObserver(list => { const [paint] = list.getEntriesByName('first-contentful-paint'); if (paint) done(paint.startTime) }) \
    .observe({ type: 'paint', buffered: true })";
const VIEWS: [&str; 7] = ["power", "aws", "capex_split", "cash", "chips", "labour", "openai"];

/// Of program and scripts, with 20 elements.
const MEMORY_MB: f64 = 30.0;
/// What an event costs with 18 more elements off screen, of what it costs without them.
const OFF_SCREEN: f64 = 2.0;
/// How much slower than this machine a phone's processor is.
const SLOWER: u32 = 6;
/// Loads of each page, turn by turn.
const LOADS: usize = 11;
/// By how much ten elements may put off the first paint: two loads of one page differ by more.
const LATER_MS: f64 = 50.0;

/// What is measured, what it comes to, and what it may.
type Line = (&'static str, f64, f64);

fn main() -> Result<(), Failure> {
    let [mut twenty, mut alone, mut paint] = [const { Vec::new() }; 3];
    let host = |name, count| Host::new(name, &[HEAD, SCRIPT].concat(), &post(count));
    host("embed-twenty", 20)?.visit().at("?bench").run(async |page| measured(page, &mut twenty).await);
    host("embed-two", 2)?.visit().at("?bench").run(async |page| measured(page, &mut alone).await);
    let ten = Host::new("embed-ten", SCRIPT, &post(10))?;
    ten.beside("none.html", "", &post(10))?;
    ten.visit().run(async |page| first_paints(page, &mut paint).await);
    let ([engines, program, scripts, event], [.., event_alone], [with, without]) =
        (&twenty[..], &alone[..], &paint[..])
    else {
        return Err(Failure::Broken("a page has said too little".into()));
    };
    println!("20 elements: {program:.1} MB of the program, {scripts:.1} MB of scripts");
    println!(
        "an event, median of own work: {event:.2} ms with 20 elements, {event_alone:.2} ms with the two that are on screen"
    );
    println!(
        "first paint, median of {LOADS} on a processor {SLOWER} times slower: {with:.0} ms with 10 elements, {without:.0} ms without"
    );
    let lines: [Line; 4] = [
        ("engines", *engines, 1.0),
        ("MB with 20 elements", program + scripts, MEMORY_MB),
        ("times the work for an event, with 18 more off screen", event / event_alone, OFF_SCREEN),
        ("ms until the first paint, more than without", with - without, LATER_MS),
    ];
    let over = lines.iter().filter(|(what, reached, limit)| {
        println!("{reached:>8.2} of {limit:>6.2}  {what}");
        // Also where it is no number.
        reached > limit || reached.is_nan()
    });
    let over: Vec<&str> = over.map(|(what, ..)| *what).collect();
    if over.is_empty() {
        Ok(())
    } else {
        Err(Failure::Broken(format!("over the limit: {}", over.join("; "))))
    }
}

/// So many elements: a lever and a chart, which fill the window, and further down numbers and charts between paragraphs.
fn post(count: usize) -> String {
    const FIRST: &str =
        "<slide-lever name=power>a lever</slide-lever><slide-chart view=power>a chart</slide-chart>";
    let far = (2..count).map(|at| match at % 3 {
        0 => "<slide-value of=income year=2033>much</slide-value>".to_owned(),
        _ => format!("<slide-chart view={}>a chart</slide-chart>", VIEWS[at % VIEWS.len()]),
    });
    let far = far.map(|element| format!("<p style=\"height:900px\">A paragraph.</p>{element}"));
    format!("<p>A paragraph.</p>{FIRST}{}", far.collect::<String>())
}

/// How many programs a page has, the megabytes of the program and of its scripts, and the milliseconds of an event.
async fn measured(page: &Page, into: &mut Vec<f64>) -> Outcome {
    page.wait_until("all elements stand", STARTED).await?;
    let event = median(page.evaluate_later(DRIVE).await?);
    let (engines, program): (f64, f64) = page.evaluate("return [engines, memory.buffer.byteLength]").await?;
    page.driver().cdp().send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let heap = page.driver().cdp().send_raw("Runtime.getHeapUsage", json!({})).await?;
    let scripts = heap["usedSize"].as_f64().unwrap_or(f64::NAN);
    into.extend([engines, program / 1e6, scripts / 1e6, event]);
    Ok(())
}

/// Milliseconds until something is painted, with elements and without.
async fn first_paints(page: &Page, into: &mut Vec<f64>) -> Outcome {
    let site: String = page.evaluate("return location.origin").await?;
    let rate = json!({ "rate": SLOWER });
    page.driver().cdp().send_raw("Emulation.setCPUThrottlingRate", rate).await?;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..LOADS {
        for (file, times) in ["", "none.html"].into_iter().zip(&mut times) {
            page.driver().goto(format!("{site}/{file}")).await?;
            times.push(page.evaluate_later(FIRST_PAINT).await?);
            if file.is_empty() {
                page.wait_until("all elements stand", STARTED).await?;
            }
        }
    }
    into.extend(times.map(median));
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
