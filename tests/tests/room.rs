//! From 320 to 1,600 px and at twice the size: nothing is cut, nothing hides what is in hand, nothing jumps.

use promises::{Key, Outcome, Page, Visit};

const LEVERS: [&str; 5] = ["capex", "trainium_share", "power", "office_jobs", "hires_avoided"];

#[test]
fn a_phone_shows_the_lever_in_hand_and_its_chart() {
    Visit::default().size(320, 640).run(async |page| {
        for lever in LEVERS {
            page.click(&format!("#label-{lever}")).await?;
            page.keys(&format!("#lever-{lever}"), Key::Right + Key::Right).await?;
            page.settle().await?;
            for part in [format!("#lever-{lever}"), format!("#box-{lever}"), ".companion canvas".into()] {
                assert!(in_sight(page, &part).await?, "{part} is out of sight with {lever} in hand");
            }
            let drawn = page.drawn(".companion canvas").await?;
            assert!(drawn.iter().all(|canvas| canvas.colours > 8), "{lever}: {drawn:?}");
        }
        assert!(
            page.text(".companion").await?.starts_with("What the labour saving"),
            "the last lever's chart"
        );
        page.click("#lever-power").await?;
        page.settle().await?;
        assert!(page.text(".companion").await?.starts_with("Power"));
        Ok(())
    });
}

#[test]
fn a_phone_s_slider_is_dragged_with_its_chart_in_sight() {
    Visit::default().size(320, 640).language("de-DE").run(async |page| {
        let before = page.drawn(".companion canvas").await?;
        page.drag("#lever-power", 6.0, 3.0).await?;
        assert_eq!(page.lever("power").await?, 3.0);
        assert!(in_sight(page, ".companion canvas").await? && in_sight(page, "#lever-power").await?);
        assert_ne!(page.drawn(".companion canvas").await?, before, "its chart is not redrawn");
        Ok(())
    });
}

#[test]
fn nothing_is_cut_at_320_px() {
    Visit::default().size(320, 700).run(async |page| {
        fits(page).await?;
        page.click("#language-de").await?;
        for view in ["power", "aws", "capex_split", "cash", "chips", "labour", "openai"] {
            page.open_table(view).await?;
        }
        page.type_in("#box-hires_avoided", "1000001").await?;
        fits(page).await?;
        page.click(r#"#view-power .dot"#).await?;
        page.find("#card[open]").await?;
        fits(page).await
    });
}

#[test]
fn nothing_is_cut_on_a_wide_screen() {
    Visit::default().size(1600, 900).run(async |page| {
        fits(page).await?;
        page.click("#language-de").await?;
        fits(page).await
    });
}

#[test]
fn twice_the_size_is_sharp_and_fits() {
    Visit::default().run(async |page| {
        page.zoom(2).await?;
        page.find("#view-power canvas").await?.scroll_into_view().await?;
        let ratio: f64 = page
            .evaluate("const c = document.querySelector('#view-power canvas'); return c.width / c.getBoundingClientRect().width")
            .await?;
        assert!((ratio - 2.0).abs() < 0.02, "{ratio} device pixels a CSS pixel");
        fits(page).await?;
        page.axe().await
    });
}

#[test]
fn the_keyboard_s_place_is_never_hidden_on_a_phone() {
    Visit::default().size(320, 640).run(async |page| {
        let mut places = 0;
        page.focus("#language-en").await?;
        for _ in 0..120 {
            page.press(Key::Tab).await?;
            page.settle().await?;
            // What lies at the middle of the place with the focus is that place itself, or a part of it.
            let (name, seen): (String, bool) = page
                .evaluate(
                    "const e = document.activeElement, r = e.getBoundingClientRect(), \
                       hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2); \
                     return [e.outerHTML.slice(0, 80), e === document.body || (!!hit && (e.contains(hit) || hit.contains(e)))]",
                )
                .await?;
            assert!(seen, "hidden while it has the focus: {name}");
            if name.starts_with("<body") || name.contains("language-en") {
                break;
            }
            places += 1;
        }
        assert!(places > 25, "Tab reaches {places} places only");
        Ok(())
    });
}

#[test]
fn nothing_jumps_while_a_slider_moves() {
    for (width, height, language) in
        [(1280, 800, "en-US"), (1280, 800, "de-DE"), (320, 640, "de-DE"), (1600, 900, "de-DE")]
    {
        Visit::default().size(width, height).language(language).run(async |page| {
            let () = page
                .evaluate(
                    "const top = name => document.querySelector(name).getBoundingClientRect().top; \
                     const places = () => [...['.desk', '#view-power', '#view-openai', '.strip'].map(name => top(name) + scrollY), \
                       top('#lever-hires_avoided') - top('.levers')].map(Math.round); \
                     window.places = places; window.first = places()",
                )
                .await?;
            let moves = [("power", Key::Home), ("capex", Key::Home), ("office_jobs", Key::Home), ("capex", Key::End), ("power", Key::End), ("trainium_share", Key::End)];
            for (lever, key) in moves {
                page.keys(&format!("#lever-{lever}"), key.value().to_string()).await?;
                page.settle().await?;
                let (before, now): (Vec<i32>, Vec<i32>) = page.evaluate("return [first, places()]").await?;
                assert_eq!(now, before, "{width} px, {language}: the page jumps when {lever} moves");
            }
            Ok(())
        });
    }
}

/// Nothing is wider than the window, and no text is cut off by its own box.
async fn fits(page: &Page) -> Outcome {
    let (window, whole): (f64, f64) =
        page.evaluate("return [innerWidth, document.documentElement.scrollWidth]").await?;
    assert!(whole <= window, "the page is {whole} px wide in a window of {window} px");
    let cut: Vec<String> = page
        .evaluate(
            "return [...document.querySelectorAll('#app :is(h1, h2, p, button, label, summary, li, b, small, dd, dt)')] \
               .filter(e => e.checkVisibility() && !e.matches('.unseen') && !e.closest('.table')) \
               .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' \
                 || e.getBoundingClientRect().right > innerWidth + 0.5 || e.getBoundingClientRect().left < -0.5) \
               .map(e => `${e.tagName} ${e.id || e.className}: ${e.textContent.slice(0, 60)}`)",
        )
        .await?;
    assert!(cut.is_empty(), "cut off at {window} px: {cut:#?}");
    Ok(())
}

async fn in_sight(page: &Page, selector: &str) -> Result<bool, promises::Failure> {
    page.evaluate(&format!(
        "const r = document.querySelector('{selector}').getBoundingClientRect(), \
           hit = document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2); \
         return r.top >= 0 && r.bottom <= innerHeight && !!hit && document.querySelector('{selector}').parentElement.contains(hit)"
    ))
    .await
}
