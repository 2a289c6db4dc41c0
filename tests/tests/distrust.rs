//! Another value for a figure, and another day: both change what the page shows, say so, and go with one click.

use promises::{Outcome, Page, Visit};

/// A figure that the equations use.
const FIGURE: &str = "sales_2025";

#[test]
fn a_figure_is_overridden_and_taken_back() {
    Visit::default().run(async |page| {
        let before = page.verdict().await?;
        open_sales(page).await?;
        page.type_in("#override-value", "much").await?;
        page.settle().await?;
        assert!(page.text("#override-problem").await?.contains("much"));
        page.axe().await?;
        page.keys("#override-reason", "<b>my own reading</b>").await?;
        page.keys("#override-address", "https://example.org/?a=1&b=2").await?;
        // Enter in the box is enough.
        page.type_in("#override-value", "100").await?;
        page.find("#take-back").await?;
        let card = page.text("#card").await?;
        assert!(card.contains("<b>my own reading</b>"), "a reason is text: {card}");
        let rel = page.attribute("#card a", "rel").await?;
        assert_eq!(rel.as_deref(), Some("noopener noreferrer"));
        page.axe().await?;
        page.click("#card > form button").await?;
        page.settle().await?;
        assert_ne!(page.verdict().await?, before);
        for place in [".ground", "#view-aws", "#view-cash"] {
            let said = page.text(&format!("{place} .overridden")).await?;
            assert!(said.contains("1 figure overridden"), "{place}: {said}");
        }
        // The power that runs does not rest on what was sold.
        assert_eq!(page.texts("#view-power .overridden button").await?.len(), 0);
        assert_eq!(page.text("#changes summary").await?, "Changed: 1 figure overridden");
        page.axe().await?;
        page.click(".ground .overridden .quiet").await?;
        page.settle().await?;
        assert_eq!(page.verdict().await?, before);
        assert_eq!(page.texts(".overridden button").await?.len(), 0);
        Ok(())
    });
}

#[test]
fn an_address_that_is_none_of_the_web_is_no_link() {
    Visit::default().language("de-DE").run(async |page| {
        open_sales(page).await?;
        page.keys("#override-value", "130,5").await?;
        page.keys("#override-address", "javascript:alert(1)").await?;
        page.click("form.override button").await?;
        page.find("#take-back").await?;
        assert!(page.text("#card .override").await?.contains("130,5"));
        assert_eq!(page.texts("#card a").await?.len(), 0);
        page.click("#take-back").await?;
        page.find("#override-value").await?;
        page.axe().await
    });
}

#[test]
fn a_day_picks_the_articles() {
    Visit::default().run(async |page| {
        let before = page.verdict().await?;
        assert_eq!(page.lever("capex").await?, 200.0);
        // What the reader has set stays.
        page.type_in("#box-trainium_share", "30").await?;
        page.click(".days button:nth-child(2)").await?;
        page.settle().await?;
        assert_eq!(
            page.attribute(".days button:nth-child(2)", "aria-pressed").await?.as_deref(),
            Some("true")
        );
        assert_eq!(page.lever("capex").await?, 128.0);
        assert_eq!(page.lever("trainium_share").await?, 0.3);
        assert_eq!(page.text("#changes summary").await?, "Changed: Decisions 1");
        assert!(page.text(".ground .day").await?.contains("2025-11-03"));
        assert_eq!(page.texts(r#".claim[data-figure="aws_capacity_multiplier"]"#).await?.len(), 0);
        page.find("#view-power canvas").await?.scroll_into_view().await?;
        page.settle().await?;
        assert_eq!(page.texts(r#".dot[data-figure="aws_capacity_multiplier"]"#).await?.len(), 0);
        page.click("#part-0 > summary").await?;
        page.find("#part-0 tbody tr").await?;
        assert!(page.text("#figures-count").await?.contains("more were not published by then"));
        page.axe().await?;
        page.click(".ground .day .quiet").await?;
        page.click("#reset-trainium_share").await?;
        page.settle().await?;
        assert_eq!(page.verdict().await?, before);
        page.find(r#".claim[data-figure="aws_capacity_multiplier"]"#).await?;
        Ok(())
    });
}

async fn open_sales(page: &Page) -> Outcome {
    page.click("#part-0 > summary").await?;
    page.type_in("#search", FIGURE).await?;
    page.settle().await?;
    page.click(&format!(r#"[data-go="figure-{FIGURE}"]"#)).await?;
    page.find("#card[open] #override-value").await.map(|_| ())
}
