//! The levers' marks: the default, the claims that snap, and the ways back.

use promises::{Key, Native, Outcome, Page, Visit};

#[test]
fn every_claim_snaps_on_a_click() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        for (lever, figure, value) in claims(&native)? {
            let claim = format!(r#".claim[data-figure="{figure}"]"#);
            page.type_in(&format!("#box-{lever}"), "1").await?;
            assert_eq!(page.attribute(&claim, "aria-pressed").await?.as_deref(), Some("false"));
            page.click(&claim).await?;
            let at = page.lever(&lever).await?;
            assert!((at - value).abs() < 1e-9, "{figure} snaps {lever} to {at}, not to {value}");
            assert_eq!(page.attribute(&claim, "aria-pressed").await?.as_deref(), Some("true"));
            let label = page.text(&claim).await?;
            let shown = page.value(&format!("#box-{lever}")).await?;
            assert!(label.starts_with(&shown), "{label:?} is to begin with what the box shows, {shown:?}");
        }
        Ok(())
    });
}

#[test]
fn claims_snap_on_the_keyboard() {
    Visit::default().run(async |page| {
        for (key, figure, value) in [
            (Key::Enter, "office_jobs_cut_oct_2025", 14_000.0),
            (Key::Space, "office_jobs_cut_total", 30_000.0),
        ] {
            let claim = format!(r#".claim[data-figure="{figure}"]"#);
            // As Tab reaches it: from the slider before.
            page.focus("#lever-office_jobs").await?;
            for _ in 0..5 {
                page.press(Key::Tab).await?;
                if page.has_focus(&claim).await? {
                    break;
                }
            }
            page.press(key).await?;
            assert_eq!(page.lever("office_jobs").await?, value, "{figure}");
            assert!(page.has_focus(&claim).await?, "the focus stays on the claim");
        }
        Ok(())
    });
}

#[test]
fn the_default_is_marked_where_the_thumb_stands_at_first() {
    Visit::default().run(async |page| {
        let apart: Vec<f64> = page
            .evaluate(
                "return [...document.querySelectorAll('.track')].map(track => { \
                   const slider = track.querySelector('input'), mark = track.querySelector('.default').getBoundingClientRect(), \
                     box = slider.getBoundingClientRect(), share = (slider.valueAsNumber - slider.min) / (slider.max - slider.min); \
                   return Math.abs(mark.left + mark.width / 2 - (box.left + 11 + share * (box.width - 22))) })",
            )
            .await?;
        assert_eq!(apart.len(), 5);
        assert!(apart.iter().all(|px| *px < 1.0), "the marks stand {apart:?} px beside the thumbs");
        Ok(())
    });
}

#[test]
fn one_lever_goes_back_alone() {
    Visit::default().run(async |page| {
        let before = page.verdict().await?;
        page.type_in("#box-power", "3").await?;
        page.type_in("#box-capex", "150").await?;
        page.click("#reset-power").await?;
        assert_eq!((page.lever("power").await?, page.lever("capex").await?), (6.0, 150.0));
        // By the keyboard, without losing the place.
        page.focus("#reset-capex").await?;
        page.press(Key::Enter).await?;
        assert_eq!(page.lever("capex").await?, 200.0);
        assert!(!page.has_focus("body").await?, "the focus is lost after a reset by the keyboard");
        assert_eq!(page.verdict().await?, before);
        Ok(())
    });
}

#[test]
fn all_levers_go_back_at_once() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        let before = page.verdict().await?;
        for (id, _) in native.story.levers.iter() {
            page.keys(&format!("#lever-{id}"), Key::End.value().to_string()).await?;
        }
        assert_ne!(page.verdict().await?, before);
        page.click("#reset-all").await?;
        at_start(page, &native).await?;
        assert_eq!(page.verdict().await?, before);
        Ok(())
    });
}

/// Every lever at its default, in slider, box and what is spoken.
async fn at_start(page: &Page, native: &Native) -> Outcome {
    for (id, lever) in native.story.levers.iter() {
        assert_eq!(page.lever(id).await?, lever.default, "{id}");
        let shown = page.value(&format!("#box-{id}")).await?;
        let spoken = page.attribute(&format!("#lever-{id}"), "aria-valuetext").await?.unwrap_or_default();
        assert!(spoken.starts_with(&shown), "{id}: {spoken:?}, but the box shows {shown:?}");
    }
    Ok(())
}

/// Lever, figure and value of each claim.
fn claims(native: &Native) -> Result<Vec<(String, String, f64)>, promises::Failure> {
    let start = native.projection(&[])?;
    let levers = native.story.levers.iter().zip(&native.model.shown.claims);
    let of_lever = |((id, lever), slots): ((&str, &engine::story::Lever), &Vec<_>)| {
        let claims = lever.claims.iter().zip(slots);
        claims
            .filter_map(|(claim, slot)| Some((id.to_owned(), claim.figure.clone(), start.slot(*slot)?)))
            .collect::<Vec<_>>()
    };
    Ok(levers.flat_map(of_lever).collect())
}
