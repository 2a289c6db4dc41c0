//! Every change goes back and comes again: by buttons, by keys, from any kind of control.

use promises::{Failure, Key, Page, Visit};

#[test]
fn a_drag_is_one_change_and_goes_back_and_comes_again() {
    Visit::default().run(async |page| {
        let before = page.verdict().await?;
        assert_eq!(states(page).await?, ["true", "true", "true"]);
        page.drag("#lever-power", 6.0, 3.0).await?;
        let after = page.verdict().await?;
        assert_ne!(after, before);
        assert_eq!(states(page).await?, ["false", "true", "false"]);
        page.axe().await?;
        page.click("#undo").await?;
        assert_eq!(page.verdict().await?, before);
        assert_eq!(states(page).await?, ["true", "false", "true"]);
        assert!(page.has_focus("#undo").await?, "the focus is lost where nothing is left to undo");
        page.click("#redo").await?;
        assert_eq!(page.verdict().await?, after);
        // Two drags of one slider are two changes.
        let dragged = page.lever("power").await?;
        page.drag("#lever-power", dragged, 9.0).await?;
        page.click("#undo").await?;
        assert_eq!(page.lever("power").await?, dragged);
        Ok(())
    });
}

#[test]
fn every_kind_of_change_is_one_step_of_the_keyboard() {
    Visit::default().run(async |page| {
        let mut seen = vec![controls(page).await?];
        page.type_in("#box-capex", "150").await?;
        seen.push(controls(page).await?);
        page.click(r#".claim[data-figure="office_jobs_cut_oct_2025"]"#).await?;
        seen.push(controls(page).await?);
        // A key that is held down is one drag.
        page.focus("#lever-power").await?;
        let hand = page.driver().action_chain().key_down(Key::Right).key_down(Key::Right).key_up(Key::Right);
        hand.perform().await?;
        seen.push(controls(page).await?);
        assert_eq!(page.lever("power").await?, 6.2);
        page.click("#evidence .day").await?;
        seen.push(controls(page).await?);
        page.click("#part-1 > summary").await?;
        page.type_in("#box-cost_gpu", "30").await?;
        seen.push(controls(page).await?);
        page.click("#reset-all").await?;
        seen.push(controls(page).await?);
        assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "{seen:#?}");
        page.focus("#lever-power").await?;
        for before in seen.iter().rev().skip(1) {
            page.keys("#lever-power", Key::Control + "z").await?;
            assert_eq!(&controls(page).await?, before);
        }
        assert_eq!(page.text("#changes summary").await?, "Nothing changed");
        for (at, after) in seen.iter().enumerate().skip(1) {
            match at % 2 {
                0 => page.keys("#lever-power", Key::Control + "y").await?,
                _ => page.keys("#lever-power", Key::Control + Key::Shift + "z").await?,
            }
            assert_eq!(&controls(page).await?, after);
        }
        // A box that is typed in has an undo of its own.
        page.keys("#box-capex", Key::Control + "z").await?;
        assert_eq!(controls(page).await?, seen[6]);
        Ok(())
    });
}

#[test]
fn an_overridden_figure_goes_back_with_its_reason() {
    Visit::default().run(async |page| {
        let before = page.verdict().await?;
        page.click("#part-0 > summary").await?;
        page.click(r#"[data-go="figure-sales_2025"]"#).await?;
        page.type_in("#override-value", "200").await?;
        page.find("#take-back").await?;
        let after = page.verdict().await?;
        assert_ne!(after, before);
        page.press(Key::Escape).await?;
        page.click("#undo").await?;
        assert_eq!(page.verdict().await?, before);
        assert_eq!(page.texts(".overridden .link").await?.len(), 0);
        page.click("#redo").await?;
        assert_eq!(page.verdict().await?, after);
        assert!(!page.texts(".overridden .link").await?.is_empty());
        Ok(())
    });
}

#[test]
fn one_group_goes_back_alone() {
    Visit::default().size(320, 640).language("de-DE").run(async |page| {
        page.type_in("#box-power", "5").await?;
        page.click("#part-1 > summary").await?;
        page.type_in("#box-cost_gpu", "30").await?;
        page.click("#changes summary").await?;
        page.find("#changes li").await?;
        page.axe().await?;
        let wide: bool = page.evaluate("return document.documentElement.scrollWidth > innerWidth").await?;
        assert!(!wide, "the page is wider than the phone");
        page.click("#changes ul ~ div button").await?;
        page.settle().await?;
        let listed = page.texts("#changes li").await?;
        assert!(listed.len() == 1 && listed[0].contains('5'), "{listed:?}");
        page.click("#undo").await?;
        page.settle().await?;
        assert_eq!(page.texts("#changes li").await?.len(), 2);
        Ok(())
    });
}

#[test]
fn the_last_change_is_shown_again() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "16").await?;
        let after = page.verdict().await?;
        let passed = replayed(page).await?;
        assert!(passed.first() == Some(&6.0) && passed.last() == Some(&16.0), "{passed:?}");
        assert!(passed.len() > 5 && passed.is_sorted(), "it does not go from before to now: {passed:?}");
        assert_eq!(page.verdict().await?, after);
        // Who does something meanwhile goes on from the state as it is.
        page.click("#replay").await?;
        page.type_in("#box-capex", "100").await?;
        page.settle().await?;
        assert_eq!((page.lever("power").await?, page.lever("capex").await?), (16.0, 100.0));
        page.click("#undo").await?;
        assert_eq!(page.verdict().await?, after);
        Ok(())
    });
}

#[test]
fn nothing_moves_between_where_that_is_not_wanted() {
    Visit::default().reduced_motion().run(async |page| {
        page.type_in("#box-power", "16").await?;
        assert_eq!(replayed(page).await?, [6.0, 16.0]);
        Ok(())
    });
}

/// The values that a lever passes while its change is shown again, each once.
async fn replayed(page: &Page) -> Result<Vec<f64>, Failure> {
    page.evaluate_later(
        "const lever = document.getElementById('lever-power'), passed = []; let start; \
         document.getElementById('replay').click(); \
         requestAnimationFrame(function note(now) { \
           start ??= now; \
           if (passed.at(-1) !== lever.valueAsNumber) passed.push(lever.valueAsNumber); \
           if (now - start < 1500) requestAnimationFrame(note); else done(passed); })",
    )
    .await
}

/// All that can be set: the day and every slider that is there.
async fn controls(page: &Page) -> Result<Vec<String>, Failure> {
    page.settle().await?;
    page.evaluate(
        "return [...document.querySelectorAll('#as-of-day, .levers .track input')].map(it => it.value) \
         .concat(document.querySelector('#changes summary').textContent)",
    )
    .await
}

/// Whether undo, redo and replay are out of use.
async fn states(page: &Page) -> Result<Vec<String>, Failure> {
    page.settle().await?;
    page.evaluate("return [...document.querySelectorAll('.past button')].map(it => it.ariaDisabled)").await
}
