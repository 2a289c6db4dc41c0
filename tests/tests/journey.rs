//! Power from 6 to 3: verdict, charts' tables and strip say at once what the command line says, in both languages.

use promises::{Failure, Key, Native, Outcome, Page, Visit, command_line};

const SET: &[(&str, f64)] = &[("power", 3.0)];

#[test]
fn power_is_dragged_by_the_pointer() {
    Visit::default().run(async |page| {
        // Open before the drag: everything follows at once.
        page.open_table("power").await?;
        page.open_table("aws").await?;
        page.drag("#lever-power", 6.0, 3.0).await?;
        says_what_the_command_line_says(page, "en", "12.3", "75.0").await
    });
}

#[test]
fn power_is_dragged_by_the_pointer_in_german() {
    Visit::default().language("de-DE").run(async |page| {
        page.drag("#lever-power", 6.0, 3.0).await?;
        says_what_the_command_line_says(page, "de", "12,3", "75,0").await
    });
}

#[test]
fn power_is_moved_by_the_keyboard_in_both_languages() {
    Visit::default().run(async |page| {
        let thirty_times: String = std::iter::repeat_n(Key::Left.value(), 30).collect();
        page.keys("#lever-power", thirty_times).await?;
        says_what_the_command_line_says(page, "en", "12.3", "75.0").await?;
        page.click("#language-de").await?;
        says_what_the_command_line_says(page, "de", "12,3", "75,0").await
    });
}

#[test]
fn the_default_case_says_what_the_command_line_says() {
    Visit::default().run(async |page| {
        assert_eq!(page.verdict().await?, command_line::verdict(&[], "en")?);
        assert_eq!(round(page.data("income", 2033).await?), 132.0);
        assert_eq!(page.strip().await?, command_line::run(&[])?.binding());
        Ok(())
    });
}

#[test]
fn everything_follows_while_the_slider_moves() {
    Visit::default().run(async |page| {
        let () = page
            .evaluate(
                "window.seen = []; const note = () => seen.push([verdict.textContent, document.querySelector('#lever-power').value]); \
                 const verdict = document.querySelector('#verdict'); \
                 new MutationObserver(note).observe(verdict, { subtree: true, childList: true, characterData: true }); \
                 addEventListener('pointerup', () => { window.upAt = seen.length; }, true)",
            )
            .await?;
        page.drag("#lever-power", 6.0, 3.0).await?;
        page.settle().await?;
        let before_release: usize = page.evaluate("return new Set(seen.slice(0, upAt).map(([text]) => text)).size").await?;
        assert!(before_release >= 3, "the verdict was rewritten {before_release} times while the pointer was down");
        Ok(())
    });
}

async fn says_what_the_command_line_says(page: &Page, language: &str, idle: &str, income: &str) -> Outcome {
    let answer = command_line::run(SET)?;
    let number = |quantity: &str, year| {
        answer.number(quantity, year).ok_or_else(|| Failure::Broken(format!("no {quantity} in {year}")))
    };
    assert_eq!(page.lever("power").await?, 3.0);
    let verdict = page.verdict().await?;
    assert_eq!(verdict, command_line::verdict(SET, language)?);
    assert!(verdict.contains(&format!("{idle} GW")) && verdict.contains("2030"), "{verdict}");
    assert_eq!(page.data("unpowered", 2030).await?, number("unpowered", 2030)?);
    assert_eq!(page.data("income", 2033).await?, number("income", 2033)?);
    assert_eq!(round(page.data("unpowered", 2030).await? * 10.0), 123.0);
    assert_eq!(round(page.data("income", 2033).await?), 75.0);
    assert_eq!(page.strip().await?, answer.binding());
    let written = Native::read()?.story.model.get("binding").map(|binding| binding.choices.clone());
    let words: Vec<String> = page.texts(".strip td:nth-child(2) button").await?;
    let expected = answer
        .binding()
        .into_iter()
        .map(|id| written.as_ref()?.get(&id).map(|text| text.get(language).to_owned()));
    assert_eq!(words.into_iter().map(Some).collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    let mut shown = Vec::new();
    for view in ["power", "aws"] {
        page.open_table(view).await?;
        for cell in page.table(view).await? {
            if let Some(expected) = answer.number(&cell.quantity, cell.year) {
                assert_eq!(cell.value, Some(expected), "{view}: {} in {}", cell.quantity, cell.year);
                shown.push((cell.quantity, cell.year, cell.text));
            }
        }
    }
    assert!(
        shown.len() >= 5 * answer.years.len(),
        "few cells of the tables are in the command line's answer: {shown:?}"
    );
    assert!(shown.contains(&("unpowered".into(), 2030, idle.into())), "{shown:?}");
    assert!(shown.contains(&("income".into(), 2033, income.into())), "{shown:?}");
    // Out of sight it is said when the slider rests.
    let says = format!("document.querySelector('#says-power').textContent.includes({idle:?})");
    page.wait_until("the chart's sentence says so, too", &says).await
}

fn round(value: f64) -> f64 {
    value.round()
}
