//! Figures and their sources.

use crate::broken::Broken;

const FIGURE: &str = "
[probe]
value = 1
unit = \"GW\"
period = \"2025\"
entity = \"AWS\"
status = \"reported\"
source = \"amazon_report_2025\"
label = { en = \"Probe\", de = \"Probe\" }
context = true
";

fn with(name: &str, from: &str, to: &str) -> Broken {
    assert!(FIGURE.contains(from));
    Broken::new(name).append("figures/filings.toml", &FIGURE.replace(from, to))
}

#[test]
fn a_figure_as_it_should_be() {
    assert_eq!(with("figure", "", "").problems(), []);
}

#[test]
fn a_figure_without_source() {
    let broken = with("no-source", "source = \"amazon_report_2025\"\n", "");
    broken
        .only()
        .stands_in("figures/filings.toml", "probe", "")
        .at("probe")
        .says(&["missing field `source`"]);
}

#[test]
fn a_figure_with_an_unknown_source() {
    let broken = with("source", "amazon_report_2025", "amazon_reprt_2025");
    let found = broken.only().stands_in("figures/filings.toml", "probe", "source").at("\"amazon_filing\"");
    found.says(&["no source `amazon_reprt_2025`", "did you mean `amazon_report_2025`?"]);
}

#[test]
fn a_figure_of_an_article_without_its_place() {
    let broken = with("place", "amazon_report_2025\"", "report_q3_2025\"\nprinted = \"1\"");
    let found = broken.only().stands_in("figures/filings.toml", "probe", "").at("probe");
    found.says(&["needs `paragraph` and `printed`", "`paragraph` is missing"]);
    let broken = with("printed", "amazon_report_2025\"", "report_q3_2025\"\nparagraph = 1");
    broken.only().stands_in("figures/filings.toml", "probe", "").says(&["`printed` is missing"]);
}

#[test]
fn a_figure_that_nothing_uses() {
    let broken = with("unused", "context = true\n", "");
    let found = broken.only().stands_in("figures/filings.toml", "probe", "").at("probe");
    found.says(&["used nowhere", "`context = true`"]);
}

#[test]
fn a_figure_for_the_reader_alone_that_is_used() {
    let broken = Broken::new("context").within(
        "figures/filings.toml",
        "sales_2025",
        "period",
        "context = true\nperiod",
    );
    broken.only().stands_in("figures/filings.toml", "sales_2025", "context").says(&["something uses it"]);
}

#[test]
fn a_wrong_figure_that_is_used() {
    let broken = Broken::new("wrong").within(
        "figures/filings.toml",
        "depreciation_2024",
        "period",
        "wrong = true\nperiod",
    );
    broken.only().stands_in("figures/filings.toml", "depreciation_2024", "wrong").says(&["marked as wrong"]);
}

#[test]
fn a_date_that_is_none() {
    for (name, value) in
        [("date-number", "2025"), ("date-words", "\"in autumn\""), ("date-month", "\"2025-13\"")]
    {
        let broken = Broken::new(name).append(
            "figures/filings.toml",
            &FIGURE.replace("\"GW\"", "\"date\"").replace("= 1", &format!("= {value}")),
        );
        broken.only().stands_in("figures/filings.toml", "probe", "value").at(value).says(&["2025-11-03"]);
    }
    let good = FIGURE.replace("\"GW\"", "\"date\"").replace("= 1", "= \"2025-11\"");
    assert_eq!(Broken::new("date-good").append("figures/filings.toml", &good).problems(), []);
}

#[test]
fn a_number_that_is_a_date() {
    let broken = with("number", "value = 1", "value = \"2025-11-03\"");
    broken.only().stands_in("figures/filings.toml", "probe", "value").says(&["no number in GW", "`date`"]);
}

#[test]
fn a_status_that_is_none() {
    let broken = with("status", "\"reported\"", "\"sure\"");
    let found = broken.only().stands_in("figures/filings.toml", "probe", "").at("\"sure\"");
    found.says(&["`sure`", "`reported`", "`leaked_plan`"]);
}
