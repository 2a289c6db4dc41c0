//! Figures that mislead: each stays marked for what it is.

use crate::files::{figures, own, story_files};
use engine::story::{Figure, Status};

fn figure(id: &str) -> Figure {
    figures(&own()).remove(id).unwrap_or_else(|| panic!("there is no figure {id}"))
}

fn value(id: &str) -> f64 {
    figure(id).number().unwrap_or_else(|| panic!("{id} has no number"))
}

fn note(id: &str) -> String {
    figure(id).note.unwrap_or_default().get("en").to_owned()
}

/// Lines of the story that calculate: every expression stands on one line, figures' own blocks aside.
fn lines_with(names: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (path, text) in story_files(&own()) {
        if !path.parent().is_some_and(|folder| folder.ends_with("figures")) {
            found.extend(
                text.lines().filter(|line| names.iter().all(|name| line.contains(name))).map(str::to_owned),
            );
        }
    }
    found
}

#[test]
fn four_trillion_is_kept_as_printed_and_feeds_nothing() {
    let peers = figure("peers_capex_2026");
    assert_eq!(peers.number(), Some(4e12));
    assert!(peers.wrong && peers.context);
    assert!(note("peers_capex_2026").contains("ten times too high"));
    assert_eq!(lines_with(&["peers_capex_2026"]), Vec::<String>::new());
}

#[test]
fn warm_shells_name_nothing_of_ours() {
    for (path, text) in story_files(&own()) {
        for line in text.lines().filter(|line| line.starts_with("label") || line.starts_with("title")) {
            assert!(!line.to_lowercase().contains("warm"), "{}: {line}", path.display());
        }
    }
}

#[test]
fn avoided_hires_are_no_dismissals() {
    let jobs = figure("automation_jobs");
    assert_eq!(jobs.status, Status::LeakedPlan);
    assert!(jobs.label.get("en").contains("avoided") && jobs.label.get("de").contains("vermieden"));
    assert!(note("automation_jobs").contains("disputes"));
}

#[test]
fn nested_and_overlapping_figures_are_never_added() {
    for [part, whole] in [
        ["office_jobs_cut_oct_2025", "office_jobs_cut_total"],
        ["aws_gw_added_ttm_q3_2025", "aws_gw_added_2025"],
    ] {
        assert!(value(part) < value(whole));
        assert!(note(part).contains("add") && note(whole).contains("add"));
        let sums: Vec<_> = lines_with(&[part, whole]).into_iter().filter(|line| line.contains('+')).collect();
        assert_eq!(sums, Vec::<String>::new());
    }
}

#[test]
fn thirteen_billion_is_asked_rumoured_and_denied() {
    let ids = ["openai_revenue_asked", "openai_revenue_rumoured", "openai_revenue_floor_altman"];
    assert!(ids.iter().all(|id| value(id) == 13e9));
    assert_eq!(ids.map(|id| figure(id).status), [Status::Disputed, Status::Rumour, Status::Disputed]);
    assert!(figure(ids[0]).label.get("en").contains("asked"));
    assert!(figure(ids[2]).label.get("en").contains("denied"));
}

#[test]
fn sixty_percent_of_profit_is_fifty_seven() {
    assert_eq!(figure("aws_profit_share").status, Status::Disputed);
    let share = value("income_2025") / value("amazon_operating_income_2025");
    assert_eq!((share * 100.0).round(), 57.0);
    assert!(note("aws_profit_share").contains("57"));
}

#[test]
fn the_valuation_is_disputed() {
    assert_eq!(figure("openai_valuation").status, Status::Disputed);
    assert!(note("openai_valuation").contains("840"));
}

#[test]
fn a_gigawatt_is_power_and_not_energy() {
    let homes = figure("us_households_equiv");
    assert!(homes.context && homes.status == Status::Estimate);
    assert!(note("us_households_equiv").contains("2.1 million"));
    assert!(figures(&own()).values().all(|figure| figure.unit != "GWh"));
}

#[test]
fn the_investment_is_fifteen_now_and_thirty_five_on_conditions() {
    let [now, later] = ["amazon_openai_invest_now", "amazon_openai_invest_later"].map(value);
    assert_eq!(now + later, value("amazon_openai_invest"));
    assert_eq!(figure("amazon_openai_invest_later").status, Status::Plan);
}

#[test]
fn the_hundred_billion_come_on_top() {
    assert_eq!(value("openai_aws_order") + value("openai_aws_addition"), 138e9);
    assert!(note("openai_aws_addition").contains("138"));
    for again in ["openai_aws_deal_2025", "openai_aws_first_deal"] {
        assert!(figure(again).context, "{again} is the first order printed again");
    }
}
