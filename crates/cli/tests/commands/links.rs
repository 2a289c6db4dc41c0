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
