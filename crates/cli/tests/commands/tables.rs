//! `run` for people (`table`, in two languages) and for spreadsheets (`csv`), and `check`.

use crate::program::{fresh, sliderule, story, with};

#[test]
fn a_spreadsheet_has_a_row_a_quantity() {
    let text = sliderule("run STORY --format csv --set capex=0").answer();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("quantity,unit,2026,2027,2028,2029,2030,2031,2032,2033"));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert_eq!(rows.len(), 34);
    assert!(rows.iter().all(|row| row.len() == 10), "{text}");
    let row = |id: &str| rows.iter().find(|row| row[0] == id).unwrap()[1..].to_vec();
    assert_eq!(row("binding")[1..], ["money"; 8]);
    assert_eq!(row("built"), [["GW"].as_slice(), &["0"; 8]].concat());
    // Absent is an empty cell, never a word that a spreadsheet takes for a number.
    assert_eq!(row("saving_days")[1..], [""; 8]);
    assert!(!text.contains("NaN") && !text.contains("inf,"));
}

#[test]
fn a_spreadsheet_keeps_every_digit() {
    let text = sliderule("run STORY --format csv").answer();
    let row = text.lines().find(|line| line.starts_with("income,B$/yr,")).unwrap();
    let last: f64 = row.rsplit(',').next().unwrap().parse().unwrap();
    let json = sliderule("run STORY --format json").answer();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["quantities"]["income"][7].as_f64(), Some(last));
}

#[test]
fn a_table_begins_with_the_verdict() {
    let english = sliderule("run STORY --set power=3").answer();
    let german = sliderule("run STORY --set power=3 --format table --lang de").answer();
    let first = |text: &str| text.lines().next().unwrap().replace('\u{a0}', " ");
    assert!(first(&english).contains("12.3 GW") && first(&english).contains("$75 billion"), "{english}");
    assert!(first(&german).contains("12,3 GW") && first(&german).contains("75 Mrd. $"), "{german}");
    assert!(english.contains("2033") && english.lines().count() > 34);
    assert!(!english.contains("NaN") && !german.contains("NaN"));
    // The words of the other language are not mixed in.
    assert!(german.contains("Strom") && !german.contains("power"), "{german}");
}

#[test]
fn absent_is_a_dash() {
    let text = sliderule("run STORY --set capex=0").answer();
    let row = text.lines().filter(|line| line.ends_with('–')).count();
    assert!(row >= 3, "{text}");
}

#[test]
fn an_answer_can_go_into_a_file() {
    let path = fresh("answer.json");
    let words = ["run", "STORY", "--format", "json", "-o"];
    let mut words: Vec<_> = words.iter().map(|w| if *w == "STORY" { story() } else { w.into() }).collect();
    words.push(path.clone());
    assert_eq!(with(words).answer(), "");
    let direct = sliderule("run STORY --format json").answer();
    assert_eq!(std::fs::read_to_string(path).unwrap(), direct);
}

#[test]
fn the_same_call_gives_the_same_bytes() {
    let call = || sliderule("run STORY --set power=4.3 --format json").answer();
    assert_eq!(call(), call());
}

#[test]
fn the_story_has_no_mistakes() {
    let text = sliderule("check STORY").answer();
    assert!(text.contains("No mistakes") && text.contains("5 levers") && text.ends_with('\n'), "{text}");
}

#[test]
fn help_names_every_command() {
    let text = sliderule("--help").answer();
    assert!(
        ["check", "run", "explain", "render", "--set", "--lang", "Exit status"]
            .iter()
            .all(|word| text.contains(word))
    );
}
