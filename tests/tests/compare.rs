//! Scenarios side by side: kept, drawn, made the baseline, and the gap between two split over what differs.

use engine::compare::{PAIRS, split};
use engine::{Scenario, project};
use promises::{Failure, Key, Native, Page, Visit};

#[test]
fn a_gap_is_split_as_the_engine_splits_it() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "3").await?;
        page.type_in("#box-trainium_share", "80").await?;
        page.find("#gap").await?.scroll_into_view().await?;
        page.find("table.gap").await?;
        page.settle().await?;
        let native = Native::read()?;
        let model = &native.model;
        let from = Scenario::default_of(model);
        let mut to = from.clone();
        for (id, value) in [("power", 3.0), ("trainium_share", 0.8)] {
            to.set(model, id, value).map_err(|error| Failure::Broken(error.to_string()))?;
        }
        let slot = model.quantities.iter().find(|quantity| quantity.id == "income").map(|it| it.slots[7]);
        let found = slot.and_then(|slot| split(model, &from, &to, slot, PAIRS));
        let found = found.ok_or_else(|| Failure::Broken("no split".into()))?;
        let shares: Vec<f64> = found.parts.iter().map(|part| part.share).collect();
        assert_eq!(parts(page).await?, shares);
        let end = project(model, &to).slot(slot.unwrap_or_default()).unwrap_or_default();
        assert!((found.from + shares.iter().sum::<f64>() - end).abs() < 1e-9);
        assert!(page.text("#gap .result").await?.contains("from $132 billion to"));
        // It falls from step to step: each bar begins where the last one ended.
        let bars: Vec<(f64, f64)> = page
            .evaluate(
                "return [...document.querySelectorAll('table.gap i')].map(bar => bar.getBoundingClientRect()) \
                 .map(place => [place.left, place.right])",
            )
            .await?;
        assert_eq!(bars.len(), 4);
        for pair in bars.windows(2) {
            let [one, other] = [pair[0], pair[1]].map(|bar| [bar.0, bar.1]);
            // A value alone has the width of its mark.
            let meet = one.iter().any(|a| other.iter().any(|b| (a - b).abs() <= 3.1));
            assert!(meet, "{bars:?}");
        }
        page.axe().await
    });
}

#[test]
fn scenarios_are_kept_named_and_taken_up_again() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "3").await?;
        page.click("#keep").await?;
        page.click("#over-time-capex summary").await?;
        page.type_in("#path-capex", "2026:200, 2030:100").await?;
        page.settle().await?;
        page.click("#keep").await?;
        page.settle().await?;
        let falling = page.data("income", 2033).await?;
        page.type_in(".kept li:nth-child(1) input", "little power").await?;
        page.settle().await?;
        page.open_table("power").await?;
        let head = page.texts("#view-power thead th").await?;
        assert!(
            head.contains(&"little power: running".to_owned()) && head.contains(&"B: running".to_owned()),
            "{head:?}"
        );
        page.axe().await?;
        let table = page.text("#compare .table table").await?;
        assert!(table.contains("2026: 200, 2030: 100"), "{table}");
        // Another's name is not taken.
        page.type_in(".kept li:nth-child(2) input", "little power").await?;
        page.settle().await?;
        assert_eq!(page.value(".kept li:nth-child(2) input").await?, "B");
        page.click("#reset-all").await?;
        page.settle().await?;
        assert_ne!(page.data("income", 2033).await?, falling);
        page.click(".kept li:nth-child(2) button").await?;
        page.settle().await?;
        assert_eq!(page.data("income", 2033).await?, falling);
        // From the one to the other: the path is one difference.
        page.keys("#gap_from", "little power").await?;
        page.keys("#gap_to", "B").await?;
        page.wait_until("one difference", "document.querySelectorAll('table.gap data').length == 1").await?;
        page.click(".kept li:nth-child(1) button:last-child").await?;
        page.settle().await?;
        assert_eq!(page.texts(".kept li").await?.len(), 1);
        assert!(page.has_focus("#keep").await?);
        page.click("#undo").await?;
        page.settle().await?;
        assert_eq!(page.texts(".kept li").await?.len(), 2);
        Ok(())
    });
}

#[test]
fn the_baseline_is_what_changes_are_measured_against() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "3").await?;
        page.click("#keep").await?;
        page.settle().await?;
        let baseline = ".kept li button[aria-pressed]";
        page.click(baseline).await?;
        page.settle().await?;
        assert_eq!(page.attribute(baseline, "aria-pressed").await?.as_deref(), Some("true"));
        assert_eq!(page.text("#changes summary").await?, "Nothing changed");
        assert_eq!(page.lever("power").await?, 3.0);
        page.type_in("#box-power", "5").await?;
        page.click("#reset-power").await?;
        assert_eq!(page.lever("power").await?, 3.0);
        page.axe().await?;
        page.focus(baseline).await?;
        page.press(Key::Enter).await?;
        page.settle().await?;
        assert_eq!(page.text("#changes summary").await?, "Changed: Decisions 1");
        Ok(())
    });
}

#[test]
fn four_at_most_on_a_phone_in_german() {
    Visit::default().language("de-DE").size(320, 640).run(async |page| {
        for power in ["3", "4", "5", "7", "8"] {
            page.type_in("#box-power", power).await?;
            page.click("#keep").await?;
            page.settle().await?;
        }
        assert_eq!(page.texts(".kept li").await?.len(), 4);
        page.find("#gap").await?.scroll_into_view().await?;
        page.find("table.gap").await?;
        let wide: bool = page.evaluate("return document.documentElement.scrollWidth > innerWidth").await?;
        assert!(!wide);
        page.axe().await
    });
}

/// The parts of the gap that is shown, exactly.
async fn parts(page: &Page) -> Result<Vec<f64>, Failure> {
    page.evaluate("return [...document.querySelectorAll('table.gap data')].map(part => +part.value)").await
}
