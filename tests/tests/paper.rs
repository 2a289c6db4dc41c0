//! What is printed: a report of two sheets, whatever was on screen.

use promises::Visit;
use serde_json::json;

/// A day, a path and an override: the longest words and the widest table.
const LINK: &str = "#v=1&as-of=2025-11-03&capex=2026:200,2030:100&power=3&figure.sales_2025=130&why.sales_2025=rounded,+%22more%22";

#[test]
fn on_paper_it_is_two_sheets() {
    for (language, link) in [("en-US", "#v=1&power=3"), ("de-DE", LINK)] {
        Visit::default().language(language).dark().at(link).run(async |page| {
            let verdict = page.verdict().await?;
            let options = json!({ "preferCSSPageSize": true });
            let printed = page.driver().cdp().send_raw("Page.printToPDF", options).await?;
            let count = "return [...atob(DATA).matchAll(/\\/Type \\/Page\\b/g)].length";
            let sheets: usize = page.evaluate(&count.replace("DATA", &printed["data"].to_string())).await?;
            assert_eq!(sheets, 2);
            assert!(printed["data"].as_str().is_some_and(|data| data.len() > 20_000), "empty sheets");
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
