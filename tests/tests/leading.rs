//! What leads through the story: presets, the tour, and paragraphs whose numbers can be moved.

use engine::model::ShownSetting;
use engine::settings;
use engine::{Model, Scenario, project};
use promises::{Failure, Key, Native, Outcome, Page, Visit};

#[test]
fn a_preset_sets_everything_with_one_click() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        // What the reader has set before goes.
        page.type_in("#box-office_jobs", "1000").await?;
        page.click("#presets summary").await?;
        page.axe().await?;
        for (at, (id, preset)) in native.story.presets.iter().enumerate() {
            let button = format!("[data-preset={id}]");
            assert!(page.text(&button).await?.contains(preset.reason.get("en")));
            page.click(&button).await?;
            page.settle().await?;
            let pressed = page.texts("[data-preset][aria-pressed=true] b").await?;
            assert_eq!(pressed, [preset.label.get("en")]);
            let set = &native.model.shown.presets[at];
            assert_eq!(page.data("income", 2033).await?, income(&native, set)?, "{id}");
        }
        page.type_in("#box-capex", "100").await?;
        page.settle().await?;
        assert!(page.texts("[data-preset][aria-pressed=true]").await?.is_empty());
        Ok(())
    });
}

#[test]
fn the_tour_moves_the_levers_and_gives_them_back() {
    Visit::default().run(async |page| {
        page.type_in("#box-capex", "123").await?;
        let before = page.verdict().await?;
        page.focus("#tour-start").await?;
        page.press(Key::Enter).await?;
        page.settle().await?;
        assert!(page.has_focus("#tour-text").await?);
        assert_eq!((page.lever("power").await?, page.lever("capex").await?), (3.8, 200.0));
        page.axe().await?;
        // The step follows what the reader moves meanwhile.
        let text = page.text("#tour-text").await?;
        page.type_in("#box-power", "3").await?;
        page.settle().await?;
        assert_ne!(page.text("#tour-text").await?, text);
        for (at, says) in [(2, "12 GW"), (3, "80%"), (4, "60,000")] {
            page.click("#tour_next").await?;
            page.settle().await?;
            assert!(page.text("#tour .turns").await?.starts_with(&format!("{at} / 4")));
            let text = page.text("#tour-text").await?;
            assert!(text.contains(says), "{text}");
        }
        assert!(page.texts("#tour_next").await?.is_empty());
        page.press(Key::Escape).await?;
        page.settle().await?;
        assert!(page.has_focus("#tour-start").await?);
        assert_eq!((page.texts("#tour p").await?.len(), page.verdict().await?), (0, before));
        Ok(())
    });
}

#[test]
fn a_lever_is_dragged_where_it_is_spoken_of() {
    Visit::default().run(async |page| {
        let told = page.text("#paragraph-bet").await?;
        let handle = "#paragraph-bet [data-handle=capex]";
        page.drag_by(handle, 65, 0).await?;
        let dragged = page.lever("capex").await?;
        assert!((280.0..=320.0).contains(&dragged), "{dragged}");
        assert_ne!(page.text("#paragraph-bet").await?, told);
        page.focus(handle).await?;
        page.press(Key::Right).await?;
        assert_eq!(page.lever("capex").await?, dragged + 1.0);
        assert!(page.has_focus(handle).await?);
        page.press(Key::Home).await?;
        assert_eq!(page.lever("capex").await?, 0.0);
        assert_eq!(page.attribute(handle, "aria-valuenow").await?.as_deref(), Some("0"));
        // An assumption too, in a paragraph that is out of sight and has other words when nothing is spent.
        page.rest().await?;
        page.focus("[data-handle=it_life]").await?;
        page.press(Key::Left).await?;
        page.settle().await?;
        assert!(page.text("#changes summary").await?.contains("Assumptions 1"));
        page.axe().await?;
        page.click("#paragraph-bet .number").await?;
        page.find("#explanation[open]").await.map(|_| ())
    });
}

#[test]
fn all_of_it_stands_on_a_phone_in_german() {
    Visit::default().language("de-DE").size(320, 640).run(async |page| {
        page.click("#presets summary").await?;
        page.click("[data-preset=ai_bust]").await?;
        page.settle().await?;
        fits(page).await?;
        page.axe().await?;
        page.click("#tour-start").await?;
        page.settle().await?;
        assert!(page.text("#tour-text").await?.starts_with("Zuerst das Netz"));
        fits(page).await?;
        page.axe().await?;
        page.press(Key::Escape).await?;
        page.drag_by("#paragraph-grid [data-handle=power]", -40, 0).await?;
        page.settle().await?;
        assert!(page.lever("power").await? < 6.0);
        fits(page).await
    });
}

async fn fits(page: &Page) -> Outcome {
    let wide: bool = page.evaluate("return document.documentElement.scrollWidth > innerWidth").await?;
    assert!(!wide, "the page is wider than the window");
    Ok(())
}

/// The income of 2033 where something is set over the default.
fn income(native: &Native, set: &[ShownSetting]) -> Result<f64, Failure> {
    let broken = |what: &str| Failure::Broken(what.to_owned());
    let held = settings(set, &native.projection(&[])?);
    let paths: Vec<usize> =
        held.iter().filter(|(_, path)| path.level().is_none()).map(|(at, _)| *at).collect();
    let model = Model::over_years(&native.story, &paths).map_err(|_| broken("does not compile"))?;
    let mut scenario = Scenario::default_of(&model);
    for (at, path) in held {
        scenario.set_path(&model, at, path).map_err(|error| Failure::Broken(error.to_string()))?;
    }
    let slot = model.quantity("income").ok_or_else(|| broken("no income"))?.slots[7];
    project(&model, &scenario).slot(slot).ok_or_else(|| broken("no value"))
}
