//! What a reader takes along opens in what it is for, says what the command line says, and comes back as it went.

use promises::{Failure, Outcome, Page, Visit, command_line};
use serde_json::{Value, json};
use std::fs;

/// A day, a path, an override with a reason: all that a scenario can hold.
const LINK: &str = "#v=1&as-of=2025-11-03&capex=2026:200,2030:100&power=3&figure.sales_2025=130&why.sales_2025=rounded,+%22more%22";

#[test]
fn all_numbers_are_those_of_the_command_line() {
    Visit::default().at(LINK).run(async |page| {
        let folder = page.downloads().await?;
        page.click("#save-csv").await?;
        let draws = engine::DRAWS.to_string();
        let expected = command(&["--format", "csv", "--draws", &draws, "--link", LINK])?;
        assert_eq!(folder.text("sliderule.csv").await?, expected);
        page.click("#save-json").await?;
        let mut scenario: Value = serde_json::from_str(&folder.text("sliderule.json").await?)?;
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
        let folder = page.downloads().await?;
        let verdict = page.verdict().await?;
        page.click("#save-json").await?;
        let own = folder.text("sliderule.json").await?;
        let link = serde_json::from_str::<Value>(&own)?["link"].as_str().map(|link| format!("#{link}"));
        // The address follows after a pause.
        let gone = "!location.hash.includes('power=3')";
        page.click("#reset-all").await?;
        page.wait_until("it is gone", gone).await?;
        assert_ne!(page.verdict().await?, verdict);
        page.find("#open-scenario")
            .await?
            .send_keys(folder.folder.join("sliderule.json").to_string_lossy())
            .await?;
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
fn what_is_saved_opens_from_a_disk_as_it_was() {
    Visit::default().at("#v=1&power=3").run(async |page| {
        let folder = page.downloads().await?;
        let (saved, start) = (page.verdict().await?, command_line::verdict(&[], "en")?);
        page.click("#save-offline").await?;
        folder.text("sliderule.html").await?;
        let file = format!("file://{}", folder.folder.join("sliderule.html").display());
        page.driver().goto(&file).await?;
        page.find("[data-state=ready] #verdict").await?;
        assert_eq!(page.verdict().await?, saved);
        // Saved again from there, in another state.
        page.type_in("#box-power", "4").await?;
        let other = page.verdict().await?;
        fs::remove_file(folder.folder.join("sliderule.html"))?;
        page.click("#save-offline").await?;
        folder.text("sliderule.html").await?;
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
        let folder = page.downloads().await?;
        page.click("#reproduce summary").await?;
        let shown = page.text("#reproduce pre").await?;
        assert_eq!(shown, command_line::said(&["command", "story", "--link", ALL], &[])?.trim_end());
        for part in ["--set capex=2026:200,2030:100 --set power=3", "--range cost_gpu=off", "--seed 5"] {
            assert!(shown.contains(part), "{part} is not in: {shown}");
        }
        let of_shell = command_line::typed(&format!("{shown} --format csv"))?;
        page.click("#save-csv").await?;
        assert_eq!(folder.text("sliderule.csv").await?, of_shell);
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
