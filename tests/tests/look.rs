//! Light, dark, the system's own colours and paper: the drawings follow the page.

use promises::Visit;
use serde_json::json;

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
fn numbers_in_sentences_wear_the_ink_of_their_line() {
    Visit::default().run(async |page| {
        page.find("#verdict data[data-quantity]").await?;
        // Of some quantities the colour that a sentence has and the ink of their line.
        let inks: Vec<(String, String, String)> = page
            .evaluate(
                "const ink = name => { const it = document.body.appendChild(document.createElement('i')); \
                   it.style.color = `var(${name})`; const found = getComputedStyle(it).color; it.remove(); return found }; \
                 const lines = { unpowered: '--idle', depreciation: '--depreciation', income: '--income', replacement: '--depreciation' }; \
                 return [...document.querySelectorAll('#verdict data, figcaption p data')] \
                   .filter(it => lines[it.dataset.quantity]) \
                   .map(it => [it.dataset.quantity, getComputedStyle(it).color, ink(lines[it.dataset.quantity])])",
            )
            .await?;
        assert!(inks.iter().any(|(quantity, ..)| quantity == "replacement"), "{inks:?}");
        assert!(inks.iter().any(|(quantity, ..)| quantity == "income"), "{inks:?}");
        for (quantity, colour, ink) in inks {
            assert_eq!(colour, ink, "of {quantity}");
        }
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
        page.as_printed().await?;
        page.wait_until("it is paper", "matchMedia('print').matches").await?;
        page.find("#report svg").await?;
        let (pictures, papers): (usize, Vec<String>) = page
            .evaluate(
                "const pictures = [...document.querySelectorAll('#report svg')]; return [pictures.filter(it => it.checkVisibility() && \
                 it.querySelectorAll('path').length > 2).length, pictures.map(it => getComputedStyle(it.querySelector('rect')).fill)]",
            )
            .await?;
        assert_eq!(pictures, 7, "not drawn on paper");
        assert!(papers.iter().all(|paper| paper == "rgb(255, 255, 255)"), "{papers:?}");
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
