//! What would have to be true: asked by typing and by dragging, answered as by the command line, adopted by a click.

use promises::{Failure, Key, Outcome, Page, Visit, command_line};
use serde_json::Value;

#[test]
fn a_typed_target_is_answered_as_by_the_command_line() {
    Visit::default().run(async |page| agrees(page, "150", 150.0, "en").await);
}

#[test]
fn on_a_phone_in_german_too() {
    Visit::default().size(320, 640).language("de-DE").run(async |page| {
        agrees(page, "62,5", 62.5, "de").await?;
        let wide: i32 = page.evaluate("return document.documentElement.scrollWidth").await?;
        assert_eq!(wide, 320, "the page is wider than the phone");
        Ok(())
    });
}

#[test]
fn an_answer_is_adopted_and_reaches_the_target() {
    Visit::default().run(async |page| {
        page.type_in("#goal", "150").await?;
        rest(page).await?;
        page.click("#answer-capex p button").await?;
        page.settle().await?;
        reaches(page, 150.0).await?;
        assert!(page.has_focus("#answer-capex").await?, "the focus is lost with the answer");
        page.axe().await?;
        page.click("#undo").await?;
        page.settle().await?;
        assert_eq!(page.lever("capex").await?, 200.0);
        page.click("#goal-reset").await?;
        assert_eq!(page.texts(".answers li").await?.len(), 0, "answers to no question");
        Ok(())
    });
}

#[test]
fn what_cannot_reach_it_offers_the_nearest() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "2").await?;
        page.type_in("#goal", "1000").await?;
        rest(page).await?;
        let told = page.text("#answer-power").await?;
        assert!(told.contains("cannot"), "{told}");
        let nearest = solved(&[("power", 2.0)], "1000")?;
        let nearest = nearest["answers"][2]["nearest"]["output"].as_f64().unwrap_or_default();
        page.click("#answer-power p button").await?;
        page.settle().await?;
        // Of the values that are equally near the one nearest to what was set: to a billionth of the target.
        let income = page.data("income", 2033).await?;
        assert!((income - nearest).abs() <= 1e-6, "{income}, not {nearest}");
        Ok(())
    });
}

#[test]
fn the_assumptions_answer_on_request() {
    Visit::default().run(async |page| {
        page.type_in("#goal", "150").await?;
        page.click("#backwards details summary").await?;
        rest(page).await?;
        page.axe().await?;
        let life = page.text("#answer-it_life").await?;
        assert!(life.contains("cannot") && life.contains("6 years"), "a life of whole years: {life}");
        page.click("#answer-cost_trainium p button").await?;
        page.settle().await?;
        reaches(page, 150.0).await?;
        assert!(page.text("#changes summary").await?.contains("Assumptions 1"));
        Ok(())
    });
}

#[test]
fn the_point_is_dragged_and_the_answers_follow() {
    Visit::default().run(async |page| {
        come_to_the_point(page).await?;
        let before = page.value("#goal").await?;
        page.evaluate::<Value>(
            "window.__seen = new Set(); \
             (function note() { \
               const button = document.querySelector('#answer-capex p button'); \
               if (button) window.__seen.add(button.textContent); \
               requestAnimationFrame(note); })(); return null",
        )
        .await?;
        page.drag_by(".point", 0, 30).await?;
        rest(page).await?;
        let target = page.value("#goal").await?;
        assert!(number(&target) < number(&before) - 10.0, "from {before} to {target}");
        let seen: usize = page.evaluate("return window.__seen.size").await?;
        assert!(seen > 5, "the answers do not follow: {seen} of them on the way");
        page.axe().await?;
        // The point stands where it was let go, and its answer holds.
        page.click("#answer-capex p button").await?;
        page.settle().await?;
        reaches(page, number(&target)).await
    });
}

#[test]
fn the_point_is_moved_by_keys() {
    Visit::default().size(320, 640).language("de-DE").dark().run(async |page| {
        come_to_the_point(page).await?;
        page.focus(".point").await?;
        let before = number(&page.value("#goal").await?);
        page.press(Key::PageUp).await?;
        page.press(Key::Up).await?;
        page.press(Key::Up).await?;
        page.press(Key::Down).await?;
        rest(page).await?;
        let after = number(&page.value("#goal").await?);
        assert!(after > before, "{before} to {after}");
        let spoken = page.attribute(".point", "aria-valuetext").await?.unwrap_or_default();
        assert!(spoken.contains("Mrd. $"), "{spoken}");
        page.axe().await?;
        page.press(Key::Escape).await?;
        page.settle().await?;
        assert_eq!(number(&page.value("#goal").await?), before);
        // Another number is asked about afresh.
        page.press(Key::Up).await?;
        page.find(".answers li").await?;
        page.keys("#chosen-year", "2030").await?;
        page.settle().await?;
        assert_eq!(page.texts(".answers li").await?.len(), 0);
        Ok(())
    });
}

/// Types a target for the income of 2033 and holds every lever's answer against the command line's.
async fn agrees(page: &Page, typed: &str, target: f64, language: &str) -> Outcome {
    page.type_in("#goal", typed).await?;
    rest(page).await?;
    page.axe().await?;
    let goal = format!("income:2033={target}");
    let said = command_line::said(&["solve", "story", &goal, "--lang", language], &[])?;
    let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let solved = solved(&[], &target.to_string())?;
    let answers = solved["answers"].as_array().cloned().unwrap_or_default();
    let mut compared = 0;
    for answer in &answers {
        let id = answer["id"].as_str().unwrap_or_default();
        let row = format!("#answer-{id}");
        if page.texts(&row).await?.is_empty() {
            continue;
        }
        // An answer is looked for once its line is on screen.
        page.find(&row).await?.scroll_into_view().await?;
        page.find(&format!("{row} p button")).await?;
        rest(page).await?;
        let values = page.texts(&format!("{row} p button")).await?;
        let supports = page.texts(&format!("{row} p small")).await?;
        let reached = answer["reached"].as_array().map_or(0, Vec::len);
        assert_eq!(supports.len(), reached, "{id}");
        assert!(values.len() == reached.max(1), "{id}: {values:?}");
        for part in values.iter().chain(&supports) {
            let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(&part), "{id}: the command line does not say {part:?}: {said}");
        }
        compared += 1;
    }
    assert_eq!(compared, 3, "spending, chips and power move the income");
    // Not only the digits that are shown: what is adopted is the same number.
    let value = answers[0]["reached"][0]["value"].as_f64().unwrap_or_default();
    page.click("#answer-capex p button").await?;
    page.settle().await?;
    let adopted = number(&page.value("#box-capex").await?);
    assert!((adopted - value).abs() < 1e-9 * value, "{adopted}, and the command line says {value}");
    Ok(())
}

fn solved(set: &[(&str, f64)], target: &str) -> Result<Value, Failure> {
    let goal = format!("income:2033={target}");
    Ok(serde_json::from_str(&command_line::said(&["solve", "story", &goal, "--format", "json"], set)?)?)
}

/// The income of 2033 is what was asked for.
async fn reaches(page: &Page, target: f64) -> Outcome {
    let income = page.data("income", 2033).await?;
    assert!((income - target).abs() <= 1e-9 * target.abs(), "{income}, not {target}");
    Ok(())
}

/// The chart is laid out once it is on screen.
async fn come_to_the_point(page: &Page) -> Outcome {
    page.find("#goal").await?.scroll_into_view().await?;
    page.find(".point:not([hidden])").await.map(|_| ())
}

/// Waits until the answers are found with all effort.
async fn rest(page: &Page) -> Outcome {
    page.find(".answers li p").await?;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    page.settle().await
}

/// A number as a box of either language shows it.
fn number(text: &str) -> f64 {
    let plain = match text.contains(',') && !text.contains('.') {
        true => text.replace(',', "."),
        false => text.replace(',', ""),
    };
    plain.parse().unwrap_or(f64::NAN)
}
