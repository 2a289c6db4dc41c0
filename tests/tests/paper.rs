//! What is printed: a report of two sheets, whatever was on screen.

use promises::{Failure, Native, Page, Visit};
use serde_json::json;

/// A day, a path and an override: the longest words and the widest table.
const LINK: &str = "#v=1&as-of=2025-11-03&capex=2026:200,2030:100&power=3&figure.sales_2025=130&why.sales_2025=rounded,+%22more%22";

#[test]
fn on_paper_it_is_two_sheets() {
    for (language, link) in [("en-US", "#v=1&power=3"), ("de-DE", LINK)] {
        Visit::default().language(language).dark().at(link).run(async |page| {
            let verdict = page.verdict().await?;
            assert_eq!(sheets(page).await?, 2);
            assert_eq!(page.texts("#report *").await?.len(), 0, "it stays when the printer has it");
            // The same on screen: what is on them, and nothing else.
            page.as_printed().await?;
            page.find("#report svg").await?;
            let report = page.text("#report").await?.replace(['\u{a0}', '\u{202f}'], " ");
            assert!(report.contains(verdict.trim()), "{report}");
            assert!(report.contains("#v=1") && report.contains("power=3"), "{report}");
            assert_eq!(page.texts("#report svg title").await?.len(), 7);
            let others: usize = page
                .evaluate("return [...document.querySelectorAll('#app > :not(#report)')].filter(it => it.offsetHeight).length")
                .await?;
            assert_eq!(others, 0);
            page.screenshot(&format!("report-{}", &language[..2])).await
        });
    }
}

#[test]
fn all_that_can_be_changed_is_two_sheets() {
    // As much as a link holds: every lever, over the years, every assumption, and figures.
    let Native { story, model } = Native::read().unwrap();
    let mut link = "#v=1".to_owned();
    for (id, lever) in story.levers.iter() {
        link += &format!("&{id}=2026:{},2033:{}", lever.low, lever.high);
    }
    for (id, assumption) in story.assumptions.iter() {
        link += &format!("&{id}={}", assumption.settable()[0]);
    }
    let figures = story.figures.iter().filter(|(id, _)| model.figure(id).is_some());
    let many = story.levers.len() + story.assumptions.len();
    for (id, figure) in figures.take(60 - many) {
        link += &format!("&figure.{id}={}", figure.number().unwrap_or_default() * 1.01);
    }
    for language in ["en-US", "de-DE"] {
        Visit::default().language(language).at(&link).run(async |page| {
            assert_eq!(sheets(page).await?, 2);
            page.as_printed().await?;
            page.find("#report .changed tr").await?;
            let rows = page.texts("#report .changed tr").await?.len();
            let more: Vec<String> = page.texts("#report .changed + p").await?;
            let told = more.concat().split(' ').find_map(|word| word.parse().ok()).unwrap_or(0);
            assert!(rows >= 20 && rows + told > story.assumptions.len(), "{rows} and {more:?}");
            page.screenshot(&format!("report-full-{}", &language[..2])).await
        });
    }
}

/// How many sheets the printer gets.
async fn sheets(page: &Page) -> Result<usize, Failure> {
    let options = json!({ "preferCSSPageSize": true });
    let printed = page.driver().cdp().send_raw("Page.printToPDF", options).await?;
    assert!(printed["data"].as_str().is_some_and(|data| data.len() > 20_000), "empty sheets");
    let count = "return [...atob(DATA).matchAll(/\\/Type \\/Page\\b/g)].length";
    page.evaluate(&count.replace("DATA", &printed["data"].to_string())).await
}
