//! The uncertainty is live: bands in charts, tables and the verdict, what matters most, and each assumption's range.

use engine::Bands;
use promises::{Key, Native, Outcome, Page, Visit, command_line};

/// Of one cell of an open table: the five quantiles.
async fn bands(page: &Page, view: &str, quantity: &str, year: i32) -> Result<Vec<f64>, promises::Failure> {
    let cell = format!("#view-{view} td:has([data-quantity={quantity}][data-year='{year}']) small");
    let text = page.attribute(&cell, "data-bands").await?.unwrap_or_default();
    Ok(text.split(' ').filter_map(|number| number.parse().ok()).collect())
}

fn quantiles(of: Bands) -> Vec<f64> {
    vec![of.p10, of.p25, of.p50, of.p75, of.p90]
}

#[test]
fn tables_have_the_bits_of_the_native_draws_and_verdict_their_range() {
    let native = Native::read().unwrap();
    Visit::default().run(async |page| {
        page.open_table("aws").await?;
        for (set, power) in [(&[][..], None), (&[("power", 3.0)][..], Some("3"))] {
            if let Some(power) = power {
                page.type_in("#box-power", power).await?;
                page.settle().await?;
            }
            let draws = native.draws(set)?;
            for (quantity, year) in [("sales", 2026), ("income", 2030), ("income", 2033)] {
                let slots = &native.model.quantity(quantity).unwrap().slots;
                let known = draws.bands(slots[(year - 2026) as usize]).map(quantiles);
                assert_eq!(Some(bands(page, "aws", quantity, year).await?), known, "{quantity} {year}");
            }
            assert_eq!(page.verdict().await?, command_line::verdict(set, "en")?);
        }
        assert!(page.verdict().await?.contains("(80% between $"));
        page.axe().await
    });
}

#[test]
fn a_range_widens_narrows_and_is_switched_off() {
    Visit::default().run(async |page| {
        let varying = |count: usize| format!("{count} assumptions vary.");
        page.open_table("aws").await?;
        let before = bands(page, "aws", "income", 2033).await?;
        page.click("#part-1 summary").await?;
        page.settle().await?;
        assert!(page.text("#bands").await?.ends_with(&varying(16)));
        // Useful life matters most: held, the rest is nearer together.
        page.click("#varies-it_life").await?;
        page.settle().await?;
        assert!(page.text("#bands").await?.ends_with(&varying(15)));
        let held = bands(page, "aws", "income", 2033).await?;
        assert!(held[4] - held[0] < before[4] - before[0], "{held:?} is not narrower than {before:?}");
        page.type_in("#low-sold_share", "120").await?;
        page.settle().await?;
        assert!(page.text("#range-sold_share-problem").await?.contains("100"));
        page.type_in("#low-sold_share", "40").await?;
        page.settle().await?;
        assert_eq!(page.text("#range-sold_share-problem").await?, "");
        let wider = bands(page, "aws", "income", 2033).await?;
        assert!(wider[0] < held[0], "{wider:?} does not reach as low as {held:?}");
        page.axe().await?;
        // Both are changes that can be taken back.
        page.click("#undo").await?;
        page.click("#undo").await?;
        page.settle().await?;
        assert_eq!(bands(page, "aws", "income", 2033).await?, before);
        Ok(())
    });
}

#[test]
fn what_matters_most_is_that_of_the_command_line_and_follows() {
    Visit::default().run(async |page| {
        let first = async || page.text(".ranking li:first-child").await;
        page.focus("#chosen-quantity").await?;
        page.wait_until("the ranking", "document.querySelectorAll('.ranking li').length == 8").await?;
        let said = command_line::ranking("income:2033")?;
        assert!(first().await?.starts_with(&said[0].0), "{} and {said:?}", first().await?);
        let shown = page.texts(".ranking .value").await?;
        for (shown, (label, share)) in shown.iter().zip(&said) {
            let shown: f64 = shown.split('%').next().unwrap_or_default().trim().parse().unwrap();
            assert!((shown - share).abs() < 0.6, "{label}: {shown} and {share}");
        }
        page.wait_until(
            "what acts together",
            "document.querySelector('.ranking .value').textContent.includes('(')",
        )
        .await?;
        page.axe().await?;
        let before = first().await?;
        // Another number, on the keyboard, and then another scenario.
        page.keys("#chosen-quantity", "Free cash flow").await?;
        page.settle().await?;
        assert_ne!(first().await?, before);
        let before = page.texts(".ranking small").await?;
        page.keys("#lever-capex", Key::Home).await?;
        page.focus("#chosen-year").await?;
        page.settle().await?;
        assert_ne!(page.texts(".ranking small").await?, before);
        Ok(())
    });
}

#[test]
fn a_tenth_more_is_said_at_each_lever_and_follows() -> Result<(), promises::Failure> {
    let native = Native::read().unwrap();
    let income = |capex: f64| -> Result<f64, promises::Failure> {
        let slots = &native.model.quantity("income").unwrap().slots;
        Ok(native.projection(&[("capex", capex)])?.slot(slots[7]).unwrap_or_default())
    };
    let known = income(220.0)? - income(200.0)?;
    Visit::default().run(async |page| {
        assert_eq!(page.text("#nudge-office_jobs").await?, "+10%: ±0 · AWS operating income, 2033");
        let said = page.text("#nudge-capex").await?;
        assert_eq!(said, format!("+10%: +${known:.1} billion · AWS operating income, 2033"));
        page.type_in("#box-power", "3").await?;
        page.settle().await?;
        assert_ne!(page.text("#nudge-capex").await?, said);
        Ok(())
    });
    Ok(())
}

#[test]
fn on_a_phone_in_german_and_in_the_dark() {
    Visit::default().size(320, 700).dark().language("de-DE").run(async |page| -> Outcome {
        page.focus("#chosen-quantity").await?;
        page.wait_until("the ranking", "document.querySelectorAll('.ranking li').length == 8").await?;
        let wide: bool = page
            .evaluate("return document.documentElement.scrollWidth > document.documentElement.clientWidth")
            .await?;
        assert!(!wide, "the page is wider than the screen");
        assert!(page.text("#bands").await?.contains("16 Annahmen"));
        assert!(page.verdict().await?.contains("(80 % zwischen "));
        page.axe().await
    });
}
