//! What was known when: dates of articles, earlier starts of levers, figures that were not yet printed.

use crate::broken::Broken;

#[test]
fn an_article_of_a_year_alone() {
    let broken = Broken::new("article-date").within(
        "sources.toml",
        "report_38_billion",
        "date = \"2025-11-03\"",
        "date = \"2025\"",
    );
    let found = broken.only().stands_in("sources.toml", "report_38_billion", "date");
    found.says(&["`2025` dates no article", "the day or the month"]);
}

#[test]
fn an_earlier_start_outside_the_range() {
    let broken = Broken::new("start-range").within("levers.toml", "capex", "value = 128", "value = 512");
    let found = broken.only().stands_in("levers.toml", "capex", "earlier.0.value").at("512");
    found.says(&["512 lies outside the range 0 to 400"]);
}

#[test]
fn an_earlier_start_that_no_article_ends() {
    let broken = Broken::new("start-until").within(
        "levers.toml",
        "capex",
        "until = \"report_200_billion\"",
        "until = \"amazon_releases\"",
    );
    let found = broken.only().stands_in("levers.toml", "capex", "earlier.0.until");
    found.says(&["`amazon_releases` is no article"]);
}

#[test]
fn an_earlier_start_from_what_was_not_yet_printed() {
    let broken = Broken::new("start-figure").within(
        "levers.toml",
        "office_jobs",
        "figure = \"office_jobs_cut_oct_2025\" }]",
        "figure = \"office_jobs_cut_total\" }]",
    );
    let found = broken.only().stands_in("levers.toml", "office_jobs", "earlier.0.figure");
    found.says(&["`office_jobs_cut_total` was not yet printed by 2026-02-15"]);
}

#[test]
fn earlier_starts_out_of_order() {
    let broken = Broken::new("start-order").within(
        "levers.toml",
        "capex",
        "earlier = [",
        "earlier = [{ until = \"report_openai_stake\", value = 100, figure = \"purchases_2025\" }, ",
    );
    let found = broken.only().stands_in("levers.toml", "capex", "earlier.1.until");
    found.says(&["the oldest comes first"]);
}

#[test]
fn a_later_figure_in_the_model_without_what_it_was_before() {
    let broken = Broken::new("before").within(
        "figures/report_openai_stake.toml",
        "openai_aws_addition",
        "before = 0\n",
        "",
    );
    let found = broken.only().stands_in("figures/report_openai_stake.toml", "openai_aws_addition", "");
    found.says(&["feeds an equation", "`before`"]);
}

#[test]
fn what_a_figure_was_before_where_nothing_needs_it() {
    let broken = Broken::new("before-idle").within(
        "figures/report_38_billion.toml",
        "openai_revenue_target",
        "unit =",
        "before = 0\nunit =",
    );
    broken
        .only()
        .stands_in("figures/report_38_billion.toml", "openai_revenue_target", "before")
        .says(&["of no use"]);
}

#[test]
fn a_claim_that_is_older_than_what_places_it() {
    let broken = Broken::new("claim-date").within(
        "levers.toml",
        "office_jobs",
        "at = \"office_jobs_cut_oct_2025\"",
        "at = \"office_jobs_cut_total\"",
    );
    let found = broken.only().stands_in("levers.toml", "office_jobs", "claims.0.at");
    found.says(&["`office_jobs_cut_total` comes from a later article than `office_jobs_cut_oct_2025`"]);
}
