//! Light, dark, the system's own colours and paper: the drawings follow the page.

use promises::{Drawn, Visit};
use serde_json::{Value, json};

#[test]
fn the_theme_follows_the_system_and_the_reader() {
    Visit::default().dark().run(async |page| {
        let paper =
            async || page.evaluate::<String>("return getComputedStyle(document.body).backgroundColor").await;
        let (dark, dark_chart) = (paper().await?, page.drawn("#view-power canvas").await?);
        page.click("#theme").await?;
        let (light, light_chart) = (paper().await?, page.drawn("#view-power canvas").await?);
        assert_ne!(dark, light);
        assert_ne!(dark_chart, light_chart, "the drawing stays dark");
        page.click("#theme").await?;
        assert_eq!(paper().await?, dark);
        assert_eq!(page.drawn("#view-power canvas").await?, dark_chart);
        Ok(())
    });
}

#[test]
fn forced_colours_reach_the_drawings() {
    Visit::default().run(async |page| {
        let before = page.drawn("#view-power canvas").await?;
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": "dark" }] });
        page.driver().cdp().send_raw("Emulation.setEmulatedMedia", forced).await?;
        page.wait_until("the colours are forced", "matchMedia('(forced-colors: active)').matches").await?;
        let now = page.drawn("#view-power canvas").await?;
        assert_ne!(now, before, "the drawing keeps its own colours");
        let strange = page.strange_colours("#view-power canvas").await?;
        assert!(strange.is_empty(), "not the system's colours: {strange:?}");
        Ok(())
    });
}

#[test]
fn paper_shows_all_charts_in_the_light() {
    Visit::default().dark().run(async |page| {
        let dark = page.drawn(".charts canvas").await?;
        assert!(dark.iter().any(|canvas| !painted(canvas)), "nothing is off screen, so this test tests nothing");
        page.as_printed().await?;
        page.wait_until("it is paper", "matchMedia('print').matches").await?;
        let printed = page.drawn(".charts canvas").await?;
        assert_eq!(printed.len(), 7);
        assert!(printed.iter().all(painted), "not drawn on paper: {printed:?}");
        assert_ne!(printed[0], dark[0], "the drawing stays dark on paper");
        assert!(["255,255,255,255", "0,0,0,0"].contains(&printed[0].corner.as_str()), "{printed:?}");
        let (paper, ink): (String, String) =
            page.evaluate("const s = getComputedStyle(document.body); return [s.backgroundColor, s.color]").await?;
        assert_eq!((paper.as_str(), ink.as_str()), ("rgb(255, 255, 255)", "rgb(0, 0, 0)"));
        let shown: Vec<String> = page
            .evaluate("return [...document.querySelectorAll('button:not(.claim, .number), summary, .companion')].filter(e => e.checkVisibility()).map(e => e.outerHTML)")
            .await?;
        assert!(shown.is_empty(), "no use on paper: {shown:?}");
        page.axe().await
    });
}

#[test]
fn printing_itself_draws_what_was_never_on_screen() {
    Visit::default().run(async |page| {
        assert!(page.drawn(".charts canvas").await?.iter().any(|canvas| !painted(canvas)));
        let sheets: Value =
            page.driver().cdp().send_raw("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?;
        assert!(sheets["data"].as_str().is_some_and(|text| text.len() > 20_000), "an empty paper");
        let printed = page.drawn(".charts canvas").await?;
        assert!(printed.iter().all(painted), "not drawn for the printer: {printed:?}");
        Ok(())
    });
}

/// More than an empty sheet.
fn painted(canvas: &Drawn) -> bool {
    canvas.colours > 8
}
