//! A chart, and a strip, is taken along as a picture for any program, as numbers, and copied as a table.

use promises::{Visit, command_line};
use serde_json::json;

#[test]
fn a_chart_is_a_picture_for_any_program() {
    Visit::default().dark().at("#v=1&power=3").run(async |page| {
        let folder = page.downloads().await?;
        page.click("#view-power .files button:nth-child(1)").await?;
        let png = folder.bytes("sliderule-power.png").await?;
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let size = |at: usize| png[at..at + 4].iter().fold(0, |size, byte| size * 256 + u32::from(*byte));
        assert_eq!((size(16), size(20)), (1440, 810));
        page.click("#view-power .files button:nth-child(2)").await?;
        let svg = folder.text("sliderule-power.svg").await?;
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
        let folder = page.downloads().await?;
        page.open_table("power").await?;
        let cells = page.table("power").await?;
        page.click("#view-power .files button:nth-child(3)").await?;
        let csv = folder.text("sliderule-power.csv").await?;
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
        let folder = page.downloads().await?;
        for kind in 1..=3 {
            page.click(&format!(".strip .files button:nth-child({kind})")).await?;
        }
        let png = folder.bytes("sliderule-binding.png").await?;
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let svg = folder.text("sliderule-binding.svg").await?;
        for part in ["What binds", "2033", "power", "Share of AWS capital spending"] {
            assert!(svg.contains(part), "{part} is not in: {svg}");
        }
        let answer = command_line::run(&[("power", 3.0)])?;
        let share = |year| answer.number("replacement_share", year).map(|share| share.to_string());
        let line =
            |(year, binds): (&i32, String)| format!("{year},{binds},{}\n", share(*year).unwrap_or_default());
        let lines: String = answer.years.iter().zip(answer.binding()).map(line).collect();
        let csv = folder.text("sliderule-binding.csv").await?;
        assert_eq!(csv, format!("year,\"binding\",\"replacement_share\"\n{lines}"));
        let tabbed: String =
            page.evaluate("return sliderule.tabbed(document.querySelector('.strip table'))").await?;
        assert!(tabbed.starts_with("Year\tWhat binds\tShare"), "{tabbed}");
        assert_eq!(tabbed.lines().count(), 1 + answer.years.len());
        Ok(())
    });
}
