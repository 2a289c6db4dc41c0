//! A lever that holds a path: typed, dragged year by year, moved by keys, and one value again.

use engine::{Model, Path, Scenario, project};
use promises::{Failure, Key, Native, Outcome, Page, Visit};

#[test]
fn a_path_is_typed_as_the_command_line_takes_it() {
    Visit::default().run(async |page| {
        open(page, "capex").await?;
        page.axe().await?;
        page.type_in("#path-capex", "2026:200,2028:250").await?;
        page.settle().await?;
        assert_eq!(page.value("#path-capex").await?, "2026: 200, 2028: 250");
        assert_eq!(page.data("income", 2033).await?, income("capex", &[(2026, 200.0), (2028, 250.0)])?);
        assert!(page.verdict().await?.contains("$200 billion → $250 billion"));
        assert!(page.text("#over-time-capex summary").await?.contains("2028: 250"));
        page.axe().await?;
        // A number alone is one value for all years; 2026 lies beyond the range.
        for text in ["2028:1,2027:2", "2026:much", "2026:500", "2026"] {
            page.type_in("#path-capex", text).await?;
            page.settle().await?;
            let refused = page.attribute("#path-capex", "aria-invalid").await?;
            assert_eq!(refused.as_deref(), Some("true"), "{text}");
            assert!(page.text("#over-time-capex .problem").await?.contains("2026: 200"));
        }
        page.axe().await?;
        // The slider has one value for all years.
        page.keys("#lever-capex", Key::Right).await?;
        page.settle().await?;
        assert_eq!(page.text("#over-time-capex summary").await?, "Over time");
        assert_eq!(page.lever("capex").await?, 201.0);
        Ok(())
    });
}

#[test]
fn years_are_dragged_and_moved_by_keys() {
    Visit::default().run(async |page| {
        open(page, "power").await?;
        let year = |year: i32| format!("#over-time-power [data-year=\"{year}\"]");
        page.focus(&year(2030)).await?;
        page.press(Key::Up + Key::Up).await?;
        page.settle().await?;
        let at = page.value(&year(2030)).await?;
        assert_eq!(at, "6.2");
        assert_eq!(page.value("#path-power").await?, "2026: 6, 2030: 6.2");
        assert_eq!(page.data("income", 2033).await?, income("power", &[(2026, 6.0), (2030, 6.2)])?);
        page.drag_by(&year(2033), 0, -30).await?;
        page.settle().await?;
        let path = page.value("#path-power").await?;
        assert!(path.starts_with("2026: 6, 2030: 6.2, 2033: 1"), "{path}");
        page.focus(&year(2030)).await?;
        page.press(Key::Delete).await?;
        page.settle().await?;
        assert!(page.value("#path-power").await?.starts_with("2026: 6, 2033: 1"));
        page.click("#over-time-power button").await?;
        page.settle().await?;
        assert_eq!(page.value("#path-power").await?, "6");
        Ok(())
    });
}

#[test]
fn explanations_and_charts_follow_a_path() {
    Visit::default().run(async |page| {
        open(page, "trainium_share").await?;
        page.type_in("#path-trainium_share", "2026:50, 2030:90").await?;
        page.settle().await?;
        page.click("#verdict .number:has([data-quantity=income])").await?;
        page.find("#explanation[open]").await?;
        assert!(page.texts("#explanation .alarm").await?.is_empty(), "it does not reproduce itself");
        page.press(Key::Escape).await?;
        page.open_table("aws").await?;
        let held = [(2026, 0.5), (2030, 0.9)];
        let cells = page.table("aws").await?;
        let last = cells.iter().find(|cell| cell.quantity == "income" && cell.year == 2033);
        assert_eq!(last.and_then(|cell| cell.value), Some(income("trainium_share", &held)?));
        Ok(())
    });
}

#[test]
fn on_a_phone_in_german() {
    Visit::default().language("de-DE").size(320, 640).run(async |page| {
        open(page, "power").await?;
        page.type_in("#path-power", "2026:3,8; 2030:9").await?;
        page.settle().await?;
        assert_eq!(page.value("#path-power").await?, "2026: 3,8; 2030: 9");
        let wide: bool = page.evaluate("return document.documentElement.scrollWidth > innerWidth").await?;
        assert!(!wide);
        page.axe().await
    });
}

async fn open(page: &Page, lever: &str) -> Outcome {
    page.click(&format!("#over-time-{lever} summary")).await
}

/// The income of 2033 where one lever holds a path.
fn income(lever: &str, points: &[(i32, f64)]) -> Result<f64, Failure> {
    let broken = |what: &str| Failure::Broken(what.to_owned());
    let native = Native::read()?;
    let at = native.model.input(lever).ok_or_else(|| broken(lever))?;
    let model = Model::over_years(&native.story, &[at]).map_err(|_| broken("does not compile"))?;
    let mut scenario = Scenario::default_of(&model);
    let path = Path::new(points.to_vec()).map_err(|_| broken("no path"))?;
    scenario.set_path(&model, at, path).map_err(|error| Failure::Broken(error.to_string()))?;
    let slot = model.quantity("income").ok_or_else(|| broken("no income"))?.slots[7];
    project(&model, &scenario).slot(slot).ok_or_else(|| broken("no value"))
}
