//! The same scenario gives the same bits in the browser, in the crates without a browser and on the command line.

use promises::{Failure, Native, Outcome, Page, Visit, command_line};

/// Extremes, kinks and numbers that no binary fraction meets.
const SCENARIOS: [&[(&str, f64)]; 7] = [
    &[],
    &[("power", 3.0)],
    &[
        ("capex", 317.3),
        ("trainium_share", 0.37),
        ("power", 4.7),
        ("office_jobs", 14_500.0),
        ("hires_avoided", 123_000.0),
    ],
    &[("capex", 0.0)],
    &[("capex", 400.0), ("power", 0.0), ("trainium_share", 1.0)],
    &[("capex", 123.456), ("trainium_share", 0.333), ("power", 7.89), ("hires_avoided", 1_000_000.0)],
    &[("trainium_share", 0.0), ("power", 20.0), ("office_jobs", 0.0), ("hires_avoided", 0.0)],
];

#[test]
fn every_number_of_every_table_has_the_same_bits() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        for (id, _) in native.story.views.iter() {
            page.open_table(id).await?;
        }
        for set in SCENARIOS {
            compare(page, &native, set).await?;
        }
        Ok(())
    });
}

async fn compare(page: &Page, native: &Native, set: &[(&str, f64)]) -> Outcome {
    for (id, lever) in native.story.levers.iter() {
        let value = set.iter().find(|(name, _)| *name == id).map_or(lever.default, |(_, value)| *value);
        // Shares are typed in percent; what is written is what a person would write.
        let text = match lever.unit.as_str() {
            "share" => format!("{:.4}", value * 100.0),
            _ => value.to_string(),
        };
        page.type_in(&format!("#box-{id}"), &text).await?;
        assert_eq!(page.attribute(&format!("#box-{id}"), "aria-invalid").await?, None, "{id} = {text}");
    }
    let answer = command_line::run(set)?;
    for chart in native.charts(set, "en")? {
        let cells = page.table(&chart.id).await?;
        let mut cells = cells.into_iter();
        for (at, year) in chart.years.iter().enumerate() {
            for layer in &chart.layers {
                let place = format!("{set:?}: {} in {year}, chart {}", layer.quantity, chart.id);
                let missing = || Failure::Broken(format!("{place}: no cell"));
                let cell = cells.next().ok_or_else(missing)?;
                assert_eq!((&cell.quantity, cell.year), (&layer.quantity, *year), "{place}");
                assert_eq!(
                    cell.value.map(f64::to_bits),
                    layer.value(at).map(f64::to_bits),
                    "{place}: {cell:?}"
                );
                if let Some(number) = answer.number(&cell.quantity, *year) {
                    assert_eq!(cell.value.map(f64::to_bits), Some(number.to_bits()), "{place}: {cell:?}");
                }
            }
        }
        assert_eq!(cells.next(), None, "the table of {} has more cells", chart.id);
    }
    assert_eq!(page.strip().await?, answer.binding(), "{set:?}");
    assert_eq!(page.verdict().await?, native.verdict(set, "en")?, "{set:?}");
    Ok(())
}
