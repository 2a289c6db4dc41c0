//! The instrument itself: what the harness says of a page is so, and it hides no complaint.

use promises::{Failure, Key, Visit};

/// A slider and its mistakes, on a page that has none.
const SLIDER: &str = "const e = document.createElement('input'); e.type = 'range'; e.id = 'probe'; e.min = 0; e.max = 10; \
                      e.step = 0.5; e.value = 6; document.body.prepend(e)";

#[test]
fn a_slider_is_dragged_by_pointer_and_keys() {
    Visit::default().run(async |page| {
        let () = page.evaluate(SLIDER).await?;
        page.drag("#probe", 6.0, 3.0).await?;
        assert_eq!(page.value("#probe").await?, "3");
        page.keys("#probe", Key::Right + Key::Right).await?;
        assert_eq!(page.value("#probe").await?, "4");
        Ok(())
    });
}

#[test]
fn what_is_not_accessible_is_found() {
    Visit::default().run(async |page| {
        let () = page.evaluate(SLIDER).await?;
        match page.axe().await {
            Err(Failure::Inaccessible(found)) if found.iter().any(|text| text.starts_with("label")) => Ok(()),
            other => Err(Failure::Broken(format!("a slider without a name went unseen: {other:?}"))),
        }
    });
}

#[test]
fn a_complaint_of_the_page_fails_a_visit() {
    Visit::default().run(async |page| {
        let () = page
            .evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
            .await?;
        let complaints = page.complaints().await?;
        if complaints.iter().any(|text| text.starts_with("policy: style-src")) {
            Ok(())
        } else {
            Err(Failure::Broken(format!("a refused style went unseen: {complaints:?}")))
        }
    });
}

#[test]
fn the_reader_is_as_described() {
    Visit::default().size(320, 700).dark().forced_colours().reduced_motion().language("de-DE").run(async |page| {
        let seen: Vec<bool> = page
            .evaluate(
                "return ['(width: 320px)', '(height: 700px)', '(prefers-color-scheme: dark)', '(forced-colors: active)', \
                 '(prefers-reduced-motion: reduce)'].map(query => matchMedia(query).matches)",
            )
            .await?;
        assert_eq!(seen, [true; 5]);
        let languages: [String; 2] =
            page.evaluate("return [navigator.language, new Intl.NumberFormat().resolvedOptions().locale]").await?;
        assert_eq!(languages, ["de-DE", "de-DE"]);
        Ok(())
    });
}
