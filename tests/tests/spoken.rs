//! What is said without being looked at: the charts' cursor and the status line.

use promises::{Key, Outcome, Page, Visit, command_line};

/// Longer than the status line waits.
const SILENCE_MS: u32 = 1_500;

#[test]
fn arrow_keys_say_the_values_of_a_year() {
    Visit::default().run(async |page| {
        listen(page).await?;
        let answer = command_line::run(&[])?;
        page.focus("#view-aws .canvas").await?;
        page.press(Key::End).await?;
        for year in [2033, 2032, 2031] {
            page.settle().await?;
            let readout = page.texts("#view-aws .readout").await?.concat();
            assert!(readout.contains(&year.to_string()), "{readout:?} is not about {year}");
            let values: Vec<(String, f64)> = page
                .evaluate(
                    "return [...document.querySelectorAll('#view-aws .readout data')].map(e => [e.dataset.quantity, +e.dataset.value])",
                )
                .await?;
            assert_eq!(values.len(), 3, "{values:?}");
            for (quantity, value) in values {
                assert_eq!(Some(value), answer.number(&quantity, year), "{quantity} in {year}");
            }
            page.press(Key::Left).await?;
        }
        // Three quick steps later it says the last year, once.
        let said = what_is_said(page).await?;
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("2030") && said[0].contains("income") && said[0].contains("billion"), "{said:?}");
        page.press(Key::Home).await?;
        page.press(Key::Right).await?;
        page.press(Key::Right).await?;
        let said = what_is_said(page).await?;
        assert!(said.last().is_some_and(|text| text.starts_with("2027")), "{said:?}");
        Ok(())
    });
}

#[test]
fn the_pointer_reads_a_year_and_leaves_no_trace() {
    Visit::default().run(async |page| {
        let canvas = page.find("#view-power .canvas").await?;
        canvas.scroll_into_view().await?;
        let before = page.drawn("#view-power canvas").await?;
        page.driver().action_chain().move_to_element_center(&canvas).perform().await?;
        page.settle().await?;
        assert_eq!(page.texts("#view-power .readout data").await?.len(), 3);
        assert_ne!(page.drawn("#view-power canvas").await?, before, "no cursor is drawn");
        page.driver().action_chain().move_to(2, 2).perform().await?;
        page.settle().await?;
        assert_eq!(page.texts("#view-power .readout data").await?.len(), 0);
        assert_eq!(page.drawn("#view-power canvas").await?, before);
        Ok(())
    });
}

#[test]
fn a_chart_is_named_by_what_it_shows_now() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "3").await?;
        page.settle().await?;
        let named_by = page.attribute("#view-power .canvas", "aria-labelledby").await?.unwrap_or_default();
        let named_by: Vec<String> = named_by.split(' ').map(|id| format!("#{id}")).collect();
        let name = page.texts(&named_by.join(", ")).await?.join(" ");
        assert!(named_by.len() == 2 && name.starts_with("Power") && name.contains("12.3"), "{name}");
        assert_eq!(page.attribute("#view-power .canvas", "role").await?.as_deref(), Some("img"));
        let described = page.attribute("#view-power .canvas", "aria-describedby").await?.unwrap_or_default();
        assert!(page.texts(&format!("#{described}")).await?.concat().contains("Arrow keys"));
        Ok(())
    });
}

#[test]
fn the_status_line_speaks_once_after_a_drag() {
    Visit::default().run(async |page| {
        listen(page).await?;
        page.drag("#lever-power", 6.0, 3.0).await?;
        let said = what_is_said(page).await?;
        assert_eq!(said, [command_line::verdict(&[("power", 3.0)], "en")?]);
        // Back and forth within a moment comes to the same: nothing is said twice.
        page.keys("#lever-power", Key::Right + Key::Left).await?;
        assert_eq!(what_is_said(page).await?, Vec::<String>::new());
        page.click("#language-de").await?;
        assert_eq!(what_is_said(page).await?, [command_line::verdict(&[("power", 3.0)], "de")?]);
        Ok(())
    });
}

/// From now on keeps each text of the status line.
async fn listen(page: &Page) -> Outcome {
    assert_eq!(page.texts("[role=status]").await?, [""], "one status line, and silent at first");
    page.evaluate(
        "window.said = []; const line = document.querySelector('#status'); \
         new MutationObserver(() => said.push(line.textContent)) \
           .observe(line, { subtree: true, childList: true, characterData: true })",
    )
    .await
}

/// Waits until it has nothing more to say; gives back what it said since the last call.
async fn what_is_said(page: &Page) -> Result<Vec<String>, promises::Failure> {
    let texts: Vec<String> =
        page.evaluate_later(&format!("setTimeout(() => done(said.splice(0)), {SILENCE_MS})")).await?;
    Ok(texts.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect())
}
