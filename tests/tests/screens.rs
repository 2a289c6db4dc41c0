//! Pictures of the page, kept as test output for a person to look at.

use promises::{Outcome, Page, Visit};

#[test]
fn light_on_a_desk() {
    Visit::default().run(async |page| both_languages(page, "light-1280").await);
}

#[test]
fn dark_on_a_desk() {
    Visit::default().dark().run(async |page| both_languages(page, "dark-1280").await);
}

#[test]
fn light_on_a_phone() {
    Visit::default().size(320, 640).run(async |page| both_languages(page, "light-320").await);
}

#[test]
fn dark_on_a_phone() {
    Visit::default().size(320, 640).dark().run(async |page| both_languages(page, "dark-320").await);
}

#[test]
fn wide() {
    Visit::default().size(1600, 900).run(async |page| page.screenshot("light-1600-en").await);
}

#[test]
fn forced_colours() {
    Visit::default().forced_colours().dark().run(async |page| page.screenshot("forced-colours").await);
}

#[test]
fn paper() {
    Visit::default().size(794, 1123).run(async |page| {
        page.as_printed().await?;
        page.screenshot("paper").await
    });
}

/// As it opens in English, then after a move with things open in German.
async fn both_languages(page: &Page, name: &str) -> Outcome {
    page.screenshot(&format!("{name}-en")).await?;
    page.click("#language-de").await?;
    page.type_in("#box-power", "3").await?;
    page.type_in("#box-capex", "1000").await?;
    page.open_table("power").await?;
    page.screenshot(&format!("{name}-de")).await?;
    page.click("#view-power .dot").await?;
    page.find("#card[open]").await?;
    page.screenshot(&format!("{name}-card-de")).await
}
