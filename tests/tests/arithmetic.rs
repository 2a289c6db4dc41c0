//! Every number opens down to its article, and the page checks its own arithmetic before it shows any.

use promises::{Key, Outcome, Page, Visit, changed};
use std::fs;

#[test]
fn a_number_of_the_verdict_opens_down_to_its_article() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "3").await?;
        page.settle().await?;
        page.click("#verdict .number:has([data-quantity=income])").await?;
        opened(page, "AWS operating income 2033", &["$75", "sales - depreciation", "340.083"]).await?;
        assert!(page.text("#explanation math").await?.contains("AWS sales"), "no equation in words");
        page.axe().await?;
        page.click("#explanation .operands li:nth-child(1) .link").await?;
        opened(page, "AWS sales 2033", &["sales_2025 + yield_per_gw"]).await?;
        assert_eq!(page.texts("#explanation .way button").await?, ["AWS operating income 2033"]);
        page.click("#explanation .operands li:nth-child(1) .link").await?;
        page.find("#card[open]").await?;
        assert!(page.text("#card").await?.contains("128.7"));
        // One step back each: the card, the sales, the panel.
        page.press(Key::Escape).await?;
        page.settle().await?;
        opened(page, "AWS sales 2033", &[]).await?;
        page.press(Key::Escape).await?;
        page.settle().await?;
        opened(page, "AWS operating income 2033", &[]).await?;
        page.press(Key::Escape).await?;
        page.settle().await?;
        assert_eq!(page.texts("#explanation[open]").await?.len(), 0);
        Ok(())
    });
}

#[test]
fn a_cell_opens_on_the_keyboard_in_german_and_leads_to_its_lever() {
    Visit::default().language("de-DE").run(async |page| {
        page.open_table("power").await?;
        page.focus("#view-power td .number").await?;
        page.press(Key::Enter).await?;
        page.settle().await?;
        page.find("#explanation[open]").await?;
        page.axe().await?;
        page.press(Key::Escape).await?;
        page.settle().await?;
        page.click(".strip .number").await?;
        page.find("#explanation[open]").await?;
        assert!(page.text("#explanation .result").await?.contains("Strom"));
        Ok(())
    });
}

#[test]
fn the_numbers_under_a_charts_cursor_open_by_pointer_and_keys() {
    Visit::default().run(async |page| {
        page.focus("#view-aws .canvas").await?;
        page.press(Key::End).await?;
        page.press(Key::Enter).await?;
        page.press(Key::Tab).await?;
        page.settle().await?;
        assert!(page.has_focus("#readout-aws .number").await?, "the numbers are out of reach");
        page.press(Key::Enter).await?;
        opened(page, "AWS sales 2033", &["sales_2025 + yield_per_gw"]).await?;
        page.press(Key::Escape).await?;
        page.click("#view-power .canvas").await?;
        page.click("#readout-power .number").await?;
        page.find("#explanation[open]").await?;
        page.axe().await
    });
}

#[test]
fn a_value_that_is_not_what_it_was_hides_every_projection() {
    let block = "id=reference type=application/json>\"";
    // Another first digit before the first checked value.
    let folder = changed("broken-reference", block, &format!("{block}9")).unwrap();
    Visit::default().folder(&folder).run(async |page| {
        let alarm = page.text("#alarm").await?;
        assert!(alarm.contains("does not check out") && alarm.contains("instead of"), "{alarm}");
        assert_eq!(page.texts("#verdict, .charts, .levers").await?.len(), 0);
        page.axe().await
    });
    fs::remove_dir_all(folder).unwrap();
}

async fn opened(page: &Page, title: &str, says: &[&str]) -> Outcome {
    page.find("#explanation[open]").await?;
    assert_eq!(page.text("#explanation-title").await?, title);
    let text = page.text("#explanation").await?;
    for part in says {
        assert!(text.contains(part), "{title} does not say {part:?}: {text}");
    }
    Ok(())
}
