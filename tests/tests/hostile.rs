//! Any text can stand in the address, and no browser has to keep it: what cannot be taken is named, and nothing else changes.

use promises::{Failure, Page, Visit, command_line};
use serde_json::json;
use std::time::Duration;

#[test]
fn what_a_hostile_link_says_is_named_and_never_run() {
    let link = "#v=1&power=99&capex=150&trainium_share=80&trainium_share=many&\
                <img/src=x/onerror=hit=1>=2&figure.%3Cscript%3E=3&kept-as=%3Cimg+src%3Dx%3E&power=3";
    Visit::default().at(link).run(async |page| {
        assert_eq!(page.lever("capex").await?, 150.0);
        let listed = notes(page).await?;
        assert_eq!(listed.len(), 5, "{listed:#?}");
        assert!(listed[0].starts_with("Connectable power") && listed[0].contains("0"), "{}", listed[0]);
        assert!(listed[1].contains("twice"), "{}", listed[1]);
        let all = listed.concat();
        assert!(!all.contains('<') && !all.contains("script"), "the link's own words stand there: {all}");
        let (made, hit): (usize, bool) = page
            .evaluate("return [document.querySelectorAll('#app :is(img, script)').length, 'hit' in window]")
            .await?;
        assert_eq!((made, hit), (0, false));
        page.axe().await?;
        page.screenshot("link-notices").await?;
        page.click("#notices button").await?;
        page.settle().await?;
        assert_eq!(notes(page).await?.len(), 0);
        assert!(page.has_focus("#verdict").await?);
        Ok(())
    });
}

#[test]
fn no_text_stops_the_page_and_another_address_is_followed_while_it_is_open() {
    Visit::default().run(async |page| {
        let start = page.verdict().await?;
        let long = format!("why.sales_2025={}", "x".repeat(9_000));
        let many = "nobody=3&".repeat(90);
        for text in [
            "%",
            "%ff%fe",
            "%00",
            "&&&===",
            "==",
            "v=",
            "v=0",
            "v=99",
            "v=-1&&",
            "power=",
            "power=NaN",
            "power=1e999",
            "power=2026:1:2",
            "capex=2026:,",
            "as-of=2025-02-30",
            "came-to=income:1:1",
            "came-to=:::",
            "random-seed=-1",
            "range.cost_gpu=9:1",
            "range.:off",
            "figure.=1",
            "baseline-as=",
            "\u{202e}😀",
            long.as_str(),
            many.as_str(),
        ] {
            let () = page.evaluate(&format!("location.hash = {}", json!(text))).await?;
            page.settle().await?;
            assert_eq!(page.verdict().await?, start, "{text}");
            assert!(!notes(page).await?.is_empty() || text.contains('&') || text.starts_with('='), "{text}");
        }
        page.find("[data-state=ready]").await?;
        let () = page.evaluate("location.hash = 'v=1&power=3&nobody=1'").await?;
        page.find("#notices li").await?;
        assert_eq!(page.lever("power").await?, 3.0);
        let said = "document.getElementById('status').textContent.startsWith('Entry 3')";
        page.wait_until("the notices are spoken", said).await?;
        page.click("#undo").await?;
        assert_eq!(page.verdict().await?, start);
        Ok(())
    });
}

#[test]
fn a_number_that_has_become_another_is_named_on_a_phone_in_german() {
    let link = "#v=1&story-of=model_1&power=3&came-to=income:2033:100&nobody=1";
    Visit::default().language("de-DE").size(320, 640).at(link).run(async |page| {
        let listed = notes(page).await?;
        assert!(
            listed.len() == 2 && listed[0].contains("Eintrag") && listed[1].contains("100"),
            "{listed:#?}"
        );
        let wide: bool = page.evaluate("return document.documentElement.scrollWidth > innerWidth").await?;
        assert!(!wide, "the page is wider than the phone");
        page.axe().await?;
        page.screenshot("link-notices-phone-german").await?;
        // Two languages, one list.
        page.click("#language-en").await?;
        assert!(notes(page).await?[0].contains("Entry"));
        Ok(())
    });
}

#[test]
fn a_browser_without_history_loses_nothing_else() {
    Visit::default().run(async |page| {
        let refuse = "history.pushState = history.replaceState = \
                      () => { throw new DOMException('no', 'SecurityError') }";
        let () = page.evaluate(refuse).await?;
        for power in ["3", "4"] {
            page.type_in("#box-power", power).await?;
            tokio::time::sleep(Duration::from_millis(900)).await;
        }
        let () = page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))").await?;
        assert_eq!(page.verdict().await?, command_line::verdict(&[("power", 4.0)], "en")?);
        page.click("#undo").await?;
        assert_eq!(page.lever("power").await?, 3.0);
        let complaints = page.complaints().await?;
        assert!(complaints.len() == 1 && complaints[0].contains("address"), "{complaints:?}");
        Ok(())
    });
}

/// What the page says of the link.
async fn notes(page: &Page) -> Result<Vec<String>, Failure> {
    page.settle().await?;
    page.texts("#notices li").await
}
