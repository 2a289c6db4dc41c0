//! What a reader takes along opens in what it is for, says what the command line says, and comes back as it went.

use promises::{Failure, Outcome, Page, Visit, command_line};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
    time::{Duration, Instant},
};

/// A day, a path, an override with a reason: all that a scenario can hold.
const LINK: &str = "#v=1&as-of=2025-11-03&capex=2026:200,2030:100&power=3&figure.sales_2025=130&why.sales_2025=rounded,+%22more%22";
const LONG: Duration = Duration::from_secs(20);

#[test]
fn all_numbers_are_those_of_the_command_line() {
    Visit::default().at(LINK).run(async |page| {
        let folder = downloads(page).await?;
        page.click("#save-csv").await?;
        let draws = engine::DRAWS.to_string();
        let expected = command(&["--format", "csv", "--draws", &draws, "--link", LINK])?;
        assert_eq!(text(&folder, "sliderule.csv").await?, expected);
        page.click("#save-json").await?;
        let mut scenario: Value = serde_json::from_str(&text(&folder, "sliderule.json").await?)?;
        let link = scenario.as_object_mut().and_then(|scenario| scenario.remove("link"));
        let expected: Value = serde_json::from_str(&command(&["--format", "json", "--link", LINK])?)?;
        assert!(expected.get("overrides").is_some() && expected.get("figures").is_some());
        assert_eq!(plain(scenario), plain(expected));
        assert!(link.is_some_and(|link| link.as_str().is_some_and(|link| link.contains("&power=3&"))));
        Ok(())
    });
}

#[test]
fn a_scenario_comes_back_by_picker_and_by_drop() {
    Visit::default().at(LINK).run(async |page| {
        let folder = downloads(page).await?;
        let verdict = page.verdict().await?;
        page.click("#save-json").await?;
        let own = text(&folder, "sliderule.json").await?;
        let link = serde_json::from_str::<Value>(&own)?["link"].as_str().map(|link| format!("#{link}"));
        // The address follows after a pause.
        let gone = "!location.hash.includes('power=3')";
        page.click("#reset-all").await?;
        page.wait_until("it is gone", gone).await?;
        assert_ne!(page.verdict().await?, verdict);
        page.find("#open-scenario").await?.send_keys(folder.join("sliderule.json").to_string_lossy()).await?;
        page.wait_until("the whole link is back", &format!("location.hash == {}", json!(link))).await?;
        assert_eq!(page.verdict().await?, verdict);
        assert_eq!(page.texts("#notices li").await?.len(), 0);
        // It is a change like another.
        page.click("#undo").await?;
        page.wait_until("it is gone", gone).await?;
        assert_ne!(page.verdict().await?, verdict);
        drop_file(page, "mine.json", &own).await?;
        page.wait_until("the whole link is back", &format!("location.hash == {}", json!(link))).await?;
        assert_eq!(page.verdict().await?, verdict);
        // The command line's own file holds no link; its figures of an earlier day count as overridden.
        page.click("#reset-all").await?;
        page.settle().await?;
        let other = command(&["--format", "json", "--set", "power=3", "--set", "capex=2026:200,2030:100"])?;
        drop_file(page, "other.json", &other).await?;
        let expected = command_line::verdict_of_link("#v=1&power=3&capex=2026:200,2030:100", "en")?.0;
        page.wait_until(
            "the other scenario",
            "location.hash.includes('capex=2026:200,2030:100') && !location.hash.includes('figure.')",
        )
        .await?;
        assert_eq!(page.lever("power").await?, 3.0);
        assert_eq!(page.verdict().await?, expected);
        Ok(())
    });
}

#[test]
fn a_file_that_is_none_of_ours_is_named_and_changes_nothing() {
    Visit::default().at("#v=1&power=3").run(async |page| {
        let verdict = page.verdict().await?;
        for (name, content, says) in [
            ("cut.json", "{\"link\": \"v=1&po", "JSON"),
            ("<b>list</b>.json", "[1, 2]", "neither"),
            ("null.json", "null", "neither"),
            ("long.json", &" ".repeat(1_000_001), "larger"),
        ] {
            drop_file(page, name, content).await?;
            page.wait_until(
                name,
                &format!("document.getElementById('notices').textContent.includes({})", json!(says)),
            )
            .await?;
            assert_eq!(page.text("#notices-title").await?, format!("About the file {name}"));
            assert_eq!(page.verdict().await?, verdict, "{name}");
            page.click("#notices button").await?;
        }
        // Of one that is ours, what cannot be taken is named like that of a link, and the rest counts.
        drop_file(page, "odd.json", r#"{ "scenario": { "power": 4, "capex": 1e9, "nothing": 1 } }"#).await?;
        page.wait_until("two notices", "document.querySelectorAll('#notices li').length == 2").await?;
        assert_eq!(page.lever("power").await?, 4.0);
        assert_eq!(page.lever("capex").await?, 200.0);
        page.axe().await
    });
}

#[test]
fn a_chart_is_a_picture_for_any_program() {
    Visit::default().dark().at("#v=1&power=3").run(async |page| {
        let folder = downloads(page).await?;
        page.click("#view-power .files button:nth-child(1)").await?;
        let png = bytes(&folder, "sliderule-power.png").await?;
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let size = |at: usize| png[at..at + 4].iter().fold(0, |size, byte| size * 256 + u32::from(*byte));
        assert_eq!((size(16), size(20)), (1440, 810));
        page.click("#view-power .files button:nth-child(2)").await?;
        let svg = text(&folder, "sliderule-power.svg").await?;
        // Read as the XML that it is, with all that is said in it, on light paper and in plain colours.
        let (errors, words, fills): (usize, String, Vec<String>) = page
            .evaluate(&format!(
                "const svg = new DOMParser().parseFromString({}, 'image/svg+xml'); return [svg.querySelectorAll('parsererror').length, \
                 [...svg.querySelectorAll('text')].map(text => text.textContent).join(' '), \
                 [...svg.querySelectorAll('[fill]')].map(shape => shape.getAttribute('fill'))]",
                json!(svg)
            ))
            .await?;
        assert_eq!(errors, 0);
        for part in ["Power GW at year end Running power reaches 36", "unpowered", "doubling by 2027"] {
            assert!(words.contains(part), "{part} is not in: {words}");
        }
        assert!(fills.iter().all(|fill| fill == "none" || fill.len() == 7), "{fills:?}");
        assert_eq!(fills.first().map(String::as_str), Some("#fbfaf7"));
        Ok(())
    });
}

#[test]
fn a_chart_s_numbers_are_those_of_its_table() {
    Visit::default().language("de-DE").at("#v=1&power=3").run(async |page| {
        let folder = downloads(page).await?;
        page.open_table("power").await?;
        let cells = page.table("power").await?;
        page.click("#view-power .files button:nth-child(3)").await?;
        let csv = text(&folder, "sliderule-power.csv").await?;
        let lines: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
        for cell in &cells {
            let column = lines[0].iter().position(|name| *name == format!("\"{}\"", cell.quantity));
            let line = lines.iter().find(|line| line[0] == cell.year.to_string());
            let found = column.zip(line).map(|(column, line)| line[column].parse().ok());
            assert_eq!(found, Some(cell.value), "{} in {}", cell.quantity, cell.year);
        }
        assert!(lines[0].contains(&"\"unpowered.p90\""), "{csv}");
        let () = page
            .evaluate(
                "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: \
                 { writeText: text => { window.copied = text; return Promise.resolve() } } })",
            )
            .await?;
        page.click("#copy-power").await?;
        let copied: String = page.evaluate("return copied").await?;
        let rows: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(rows.len(), 10);
        assert_eq!(rows[0], ["Jahr", "Stromgrenze", "in Betrieb", "ohne Strom"]);
        assert_eq!(rows[6], ["2030", "27,0", "27,0", "12,3"]);
        Ok(())
    });
}

#[test]
fn what_binds_is_taken_along_like_a_chart() {
    Visit::default().dark().at("#v=1&power=3").run(async |page| {
        let folder = downloads(page).await?;
        for kind in 1..=3 {
            page.click(&format!(".strip .files button:nth-child({kind})")).await?;
        }
        let png = bytes(&folder, "sliderule-binding.png").await?;
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let svg = text(&folder, "sliderule-binding.svg").await?;
        for part in ["What binds", "2033", "power", "Share of AWS capital spending"] {
            assert!(svg.contains(part), "{part} is not in: {svg}");
        }
        let answer = command_line::run(&[("power", 3.0)])?;
        let share = |year| answer.number("replacement_share", year).map(|share| share.to_string());
        let line =
            |(year, binds): (&i32, String)| format!("{year},{binds},{}\n", share(*year).unwrap_or_default());
        let lines: String = answer.years.iter().zip(answer.binding()).map(line).collect();
        let csv = text(&folder, "sliderule-binding.csv").await?;
        assert_eq!(csv, format!("year,\"binding\",\"replacement_share\"\n{lines}"));
        let tabbed: String =
            page.evaluate("return sliderule.tabbed(document.querySelector('.strip table'))").await?;
        assert!(tabbed.starts_with("Year\tWhat binds\tShare"), "{tabbed}");
        assert_eq!(tabbed.lines().count(), 1 + answer.years.len());
        Ok(())
    });
}

#[test]
fn the_workbook_lies_beside_a_site_and_the_file_says_how_it_is_made() {
    Visit::default().run(async |page| {
        let found: u16 = page
            .evaluate("return fetch(document.querySelector('#take a').href).then(answer => answer.status)")
            .await?;
        assert_eq!(found, 200);
        Ok(())
    });
    Visit::default().at(xtask::post_build::ONE_FILE).run(async |page| {
        assert_eq!(page.texts("#take a").await?.len(), 0);
        let call = page.text("#take code").await?;
        let book = std::env::temp_dir().join(format!("sliderule-book-{}.xlsx", std::process::id()));
        let call = call.replace("-o sliderule.xlsx", &format!("-o '{}'", book.display()));
        command_line::typed(&call)?;
        let bytes = fs::read(&book)?;
        fs::remove_file(book)?;
        assert_eq!(&bytes[..2], b"PK");
        Ok(())
    });
}

#[test]
fn what_is_saved_opens_from_a_disk_as_it_was() {
    Visit::default().at("#v=1&power=3").run(async |page| {
        let folder = downloads(page).await?;
        let (saved, start) = (page.verdict().await?, command_line::verdict(&[], "en")?);
        page.click("#save-offline").await?;
        text(&folder, "sliderule.html").await?;
        let file = format!("file://{}", folder.join("sliderule.html").display());
        page.driver().goto(&file).await?;
        page.find("[data-state=ready] #verdict").await?;
        assert_eq!(page.verdict().await?, saved);
        // Saved again from there, in another state.
        page.type_in("#box-power", "4").await?;
        let other = page.verdict().await?;
        fs::remove_file(folder.join("sliderule.html"))?;
        page.click("#save-offline").await?;
        text(&folder, "sliderule.html").await?;
        page.driver().goto(&file).await?;
        page.find("[data-state=ready] #verdict").await?;
        assert_eq!(page.verdict().await?, other);
        // Where all is reset, that is what stays.
        page.click("#reset-all").await?;
        page.wait_until("the address says so", "location.href.endsWith('#')").await?;
        page.driver().refresh().await?;
        page.find("[data-state=ready] #verdict").await?;
        assert_eq!(page.verdict().await?, start);
        Ok(())
    });
}

#[test]
fn without_the_file_the_page_says_so() {
    let folder = promises::changed("no-file", "<body>", "<body>").unwrap();
    fs::remove_file(folder.join(xtask::post_build::ONE_FILE)).unwrap();
    Visit::default().folder(&folder).run(async |page| {
        page.click("#save-offline").await?;
        page.wait_until(
            "it is said",
            "document.querySelector('#take li small').textContent.includes('could not be had')",
        )
        .await?;
        // The browser itself complains of the missing file.
        page.complaints().await?;
        Ok(())
    });
    fs::remove_dir_all(folder).unwrap();
}

/// All that a link can hold, and signs that mean something to a shell.
const ALL: &str = "#v=1&as-of=2025-11-03&capex=2026:200,2030:100&power=3&load=0.7&figure.sales_2025=130\
    &why.sales_2025=it%27s+%22new%22%3B+$HOME+%60x%60+%5C!&where.sales_2025=https:/%2Fexample.org\
    &range.cost_gpu=18:40:off&range.yield_gpu=7:9&range.tax=off&random-seed=5&kept-as=A&power=6";

#[test]
fn the_command_that_is_shown_comes_to_the_numbers_of_the_page() {
    Visit::default().at(ALL).run(async |page| {
        let folder = downloads(page).await?;
        page.click("#reproduce summary").await?;
        let shown = page.text("#reproduce pre").await?;
        assert_eq!(shown, command_line::said(&["command", "story", "--link", ALL], &[])?.trim_end());
        for part in ["--set capex=2026:200,2030:100 --set power=3", "--range cost_gpu=off", "--seed 5"] {
            assert!(shown.contains(part), "{part} is not in: {shown}");
        }
        let of_shell = command_line::typed(&format!("{shown} --format csv"))?;
        page.click("#save-csv").await?;
        assert_eq!(text(&folder, "sliderule.csv").await?, of_shell);
        // It follows the page.
        page.type_in("#box-power", "4").await?;
        page.wait_until(
            "it has changed",
            "document.querySelector('#reproduce pre').textContent.includes('power=4 ')",
        )
        .await
    });
}

#[test]
fn the_page_can_be_cited() {
    Visit::default().at(LINK).run(async |page| {
        page.click("#cite summary").await?;
        let cited = page.text("#cite pre").await?;
        let (_, csl) = cited.split_once("\n\n[").ok_or_else(|| Failure::Broken(cited.clone()))?;
        let csl: Value = serde_json::from_str(&format!("[{csl}"))?;
        let address = csl[0]["URL"].as_str().unwrap_or_default();
        let here: String = page.evaluate("return location.href.split('#')[0]").await?;
        let link = address.strip_prefix(&here).ok_or_else(|| Failure::Broken(address.to_owned()))?;
        assert_eq!(page.verdict().await?, command_line::verdict_of_link(link, "en")?.0);
        assert!(cited.contains(&format!("\\url{{{address}}}")) && cited.starts_with("Sliderule: What if"));
        Ok(())
    });
}

#[test]
fn the_section_is_accessible_and_fits_a_phone() {
    Visit::default().size(320, 640).language("de-DE").run(async |page| {
        page.click("#reproduce summary").await?;
        page.click("#cite summary").await?;
        page.open_table("power").await?;
        page.axe().await?;
        let wide: u32 = page.evaluate("return document.documentElement.scrollWidth").await?;
        assert_eq!(wide, 320);
        page.screenshot("take-320-de").await
    });
}

/// The browser writes 3 where Rust writes 3.0.
fn plain(value: Value) -> Value {
    match value {
        Value::Number(number) => json!(number.as_f64()),
        Value::Array(values) => values.into_iter().map(plain).collect(),
        Value::Object(entries) => entries.into_iter().map(|(name, value)| (name, plain(value))).collect(),
        other => other,
    }
}

fn command(arguments: &[&str]) -> Result<String, Failure> {
    command_line::said(&[&["run", "story"], arguments].concat(), &[])
}

/// From now on what the page saves lies in a folder of its own.
async fn downloads(page: &Page) -> Result<PathBuf, Failure> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("sliderule-taken-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let command = json!({ "behavior": "allow", "downloadPath": folder });
    page.driver().cdp().send_raw("Browser.setDownloadBehavior", command).await?;
    Ok(folder)
}

/// A file once the browser has written all of it: until then it has another name.
async fn bytes(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let start = Instant::now();
    loop {
        match fs::read(folder.join(name)) {
            Ok(bytes) if !bytes.is_empty() => return Ok(bytes),
            _ if start.elapsed() > LONG => return Err(Failure::Waited(name.to_owned())),
            _ => tokio::time::sleep(Duration::from_millis(25)).await,
        }
    }
}

async fn text(folder: &Path, name: &str) -> Result<String, Failure> {
    Ok(String::from_utf8_lossy(&bytes(folder, name).await?).into_owned())
}

/// Lets a file fall onto the page.
async fn drop_file(page: &Page, name: &str, content: &str) -> Outcome {
    page.evaluate(&format!(
        "const dataTransfer = new DataTransfer(); dataTransfer.items.add(new File([{}], {})); \
         document.querySelector('h1').dispatchEvent(new DragEvent('drop', {{ bubbles: true, cancelable: true, dataTransfer }}))",
        json!(content),
        json!(name)
    ))
    .await
}
