//! `link` writes what `--link` reads.

use crate::program::sliderule;
use serde_json::Value;

/// The link of some options, without the newest of the story's changes, which says nothing about them.
fn link(options: &str) -> String {
    let link = sliderule(&format!("link STORY {options}")).answer();
    link.trim_end().split('&').filter(|entry| !entry.starts_with("story-of=")).collect::<Vec<_>>().join("&")
}

#[test]
fn a_link_gives_the_same_numbers() {
    let options =
        "--as-of 2025-11-03 --set power=3 --set capex=2026:200,2028:250 --override sales_2025=130:restated";
    let link = link(options);
    assert_eq!(
        link,
        "#v=1&as-of=2025-11-03&capex=2026:200,2028:250&power=3&figure.sales_2025=130&why.sales_2025=restated"
    );
    let run = |options: &str| sliderule(&format!("run STORY --format json {options}")).answer();
    assert_eq!(run(options), run(&format!("--link {link}")));
    assert_ne!(run(options), run(&format!("--link {link} --set power=4")));
    assert_eq!(run(&format!("{options} --set power=4")), run(&format!("--link {link} --set power=4")));
}

#[test]
fn ranges_and_the_seed_come_along() {
    let options = "--range cost_gpu=18:40 --range yield_gpu=off --seed 5";
    let link = link(options);
    assert_eq!(link, "#v=1&range.cost_gpu=18:40&range.yield_gpu=off&random-seed=5");
    let run = |options: &str| sliderule(&format!("run STORY --format json --draws 64 {options}")).answer();
    assert_eq!(run(options), run(&format!("--link {link}")));
    assert_ne!(run(options), run(""));
    // Without draws they wait.
    assert_eq!(sliderule(&format!("run STORY --link {link}")).answer(), sliderule("run STORY").answer());
}

#[test]
fn nothing_changed_is_an_empty_link() {
    assert_eq!([link(""), link("--set power=6 --of income:2033")], ["#", "#"]);
}

#[test]
fn a_link_says_what_a_number_came_to() {
    let run: Value =
        serde_json::from_str(&sliderule("run STORY --format json --set power=3").answer()).unwrap();
    let now = format!("{:.3}", run["quantities"]["income"][7].as_f64().unwrap());
    let said = link("--set power=3 --of income:2033");
    assert_eq!(said, format!("#v=1&power=3&came-to=income:2033:{now}"));
    // It still does.
    sliderule(&format!("run STORY --link {said}")).answer();
    let other = sliderule("run STORY --link #power=3&came-to=income:2033:80");
    assert_eq!(other.error, format!("--link: income was 80 when the link was made, now it is {now}\n"));
}

/// Reading never fails: what cannot be taken is said aside, and the rest applies.
#[test]
fn a_broken_link_is_an_answer_with_notices() {
    let called = sliderule("run STORY --format csv --link #v=1&power=3&capx=2&it_life=99&%%%");
    assert_eq!((called.status, called.out), (0, sliderule("run STORY --format csv --set power=3").answer()));
    let notices: Vec<&str> = called.error.lines().collect();
    assert_eq!(notices.len(), 3, "{notices:?}");
    assert_eq!(notices[0], "--link: entry 3 names nothing that the story has");
    assert!(notices[1].starts_with("--link: `it_life` was left out: it lies outside "), "{notices:?}");
}

/// The call that is printed, run by a shell, comes to the numbers of the link.
#[cfg(unix)]
#[test]
fn a_link_becomes_a_call() {
    let link = "#v=1&as-of=2025-11-03&capex=2026:200,2028:250&power=3&load=0.7&figure.sales_2025=130&why.sales_2025=it%27s+%22new%22%3B+%24HOME\
                &range.cost_gpu=18:40:off&range.yield_gpu=7:9&range.tax=0.1:0.3&random-seed=5";
    let call = sliderule(&format!("command STORY --link {link}")).answer();
    let program = env!("CARGO_BIN_EXE_sliderule");
    let run = |call: &str| {
        let output = std::process::Command::new("sh").args(["-c", call]).output().unwrap();
        assert!(output.status.success(), "{call}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let call = call.trim_end().replacen("sliderule", program, 1);
    let by_link = sliderule(&format!("run STORY --format json --draws 8192 --link {link}")).answer();
    assert_eq!(run(&format!("{call} --format json")), by_link);
    assert!(sliderule("command STORY").answer().ends_with("/story\n"));
    assert!(sliderule("command STORY --set power=6").answer().ends_with("/story\n"));
}

#[test]
fn the_explorer_is_cited_with_its_version_and_date() {
    assert_eq!(
        sliderule("cite STORY").answer(),
        "What if Amazon’s AI bet meets the power grid? Amazon’s AI bet: an interactive explorer, version 1.1 of the model, 2026-11-22.\n"
    );
    let link = "--link https://example.org/a_b/#v=1&power=3";
    let text = sliderule(&format!("cite STORY --lang de {link}")).answer();
    assert!(
        text.starts_with("Was, wenn Amazons") && text.contains(" https://example.org/a_b/#v=1&"),
        "{text}"
    );
    let bibtex = sliderule(&format!("cite STORY --format bibtex {link}")).answer();
    assert!(bibtex.starts_with("@misc{amazonai2026,\n  title = {{What if"), "{bibtex}");
    assert!(
        bibtex.contains("\n  year = {2026},\n  month = nov,\n  url = {https://example.org/a_b/#v=1&"),
        "{bibtex}"
    );
    let csl = |options: &str| -> Value {
        let answer = sliderule(&format!("cite STORY --format csl {options}")).answer();
        serde_json::from_str::<Value>(&answer).unwrap()[0].take()
    };
    let (there, nowhere) = (csl(link), csl("--set power=3"));
    assert_eq!(there["issued"]["date-parts"], serde_json::json!([[2026, 11, 22]]));
    assert_eq!(there["version"], "1.1");
    assert!(there["URL"].as_str().unwrap().ends_with("&power=3"));
    // Without a place there is no address to go to.
    assert_eq!(
        (&nowhere["URL"], nowhere["note"].as_str().unwrap().ends_with("&power=3")),
        (&Value::Null, true)
    );
    assert_eq!(csl("--link https://example.org/")["URL"], "https://example.org/");
}
