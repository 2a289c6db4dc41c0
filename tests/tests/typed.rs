//! Values typed into boxes: comma and point, groups, shares in percent, and what is refused.

use promises::{Failure, Outcome, Page, Visit};

#[test]
fn english_has_the_point() {
    Visit::default().run(async |page| {
        takes(page, "power", "3.5", 3.5, "3.5").await?;
        takes(page, "power", "4,2", 4.2, "4.2").await?;
        takes(page, "office_jobs", "30,000", 30_000.0, "30,000").await?;
        takes(page, "office_jobs", "30.000", 30.0, "30").await?;
        takes(page, "office_jobs", "45 500", 45_500.0, "45,500").await?;
        takes(page, "capex", " 123.456 ", 123.456, "123.456").await
    });
}

#[test]
fn german_has_the_comma() {
    Visit::default().language("de-DE").run(async |page| {
        takes(page, "power", "3,5", 3.5, "3,5").await?;
        takes(page, "power", "4.2", 4.2, "4,2").await?;
        takes(page, "office_jobs", "30.000", 30_000.0, "30.000").await?;
        takes(page, "office_jobs", "30,000", 30.0, "30").await?;
        takes(page, "capex", "123,456", 123.456, "123,456").await
    });
}

#[test]
fn shares_are_typed_in_percent() {
    Visit::default().run(async |page| {
        page.type_in("#box-trainium_share", "35").await?;
        assert_eq!(page.lever("trainium_share").await?, 0.35);
        assert_eq!(page.value("#box-trainium_share").await?, "35");
        let spoken = page.attribute("#lever-trainium_share", "aria-valuetext").await?.unwrap_or_default();
        assert!(spoken.starts_with("35 %"), "{spoken}");
        page.type_in("#box-trainium_share", "0.35").await?;
        assert_eq!(page.value("#box-trainium_share").await?, "0.35", "a third of a percent is one");
        page.type_in("#box-trainium_share", "101").await?;
        refuses(page, "trainium_share", &["0", "100", "%"]).await
    });
}

#[test]
fn what_lies_outside_or_is_no_number_changes_nothing() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "7").await?;
        let before = page.verdict().await?;
        for (text, says) in [
            ("25", ["0", "20", "GW a year"]),
            ("-1", ["0", "20", "GW a year"]),
            ("much", ["much", "not a number", ""]),
            ("1e1", ["1e1", "not a number", ""]),
            ("NaN", ["NaN", "not a number", ""]),
            ("Infinity", ["Infinity", "not a number", ""]),
            ("1.2.3", ["1.2.3", "not a number", ""]),
            ("<b>7</b>", ["<b>7</b>", "not a number", ""]),
        ] {
            page.type_in("#box-power", text).await?;
            refuses(page, "power", &says).await?;
            assert_eq!(page.value("#box-power").await?, text, "what was typed stays to be mended");
            assert_eq!(page.lever("power").await?, 7.0);
            assert_eq!(page.verdict().await?, before, "{text}");
        }
        page.click("#language-de").await?;
        refuses(page, "power", &["keine Zahl"]).await?;
        page.click("#language-en").await?;
        page.axe().await?;
        // A good value, typed or not, ends the complaint.
        takes(page, "power", "8", 8.0, "8").await?;
        page.type_in("#box-power", "21").await?;
        refuses(page, "power", &["20"]).await?;
        page.click("#reset-power").await?;
        accepts(page, "power", "6").await
    });
}

#[test]
fn a_refused_text_goes_when_the_value_is_set_to_what_it_was() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "25").await?;
        refuses(page, "power", &["20"]).await?;
        // The claim says 6, which power is already.
        page.click(r#".claim[data-figure="aws_capacity_multiplier"]"#).await?;
        accepts(page, "power", "6").await
    });
}

#[test]
fn people_are_whole() {
    Visit::default().run(async |page| {
        page.type_in("#box-office_jobs", "100001").await?;
        refuses(page, "office_jobs", &["0", "100,000", "jobs"]).await?;
        assert_eq!(input(page, "office_jobs").await?, 30_000.0);
        Ok(())
    });
}

#[test]
fn what_was_refused_waits_to_be_mended() {
    Visit::default().run(async |page| {
        page.type_in("#box-power", "25").await?;
        refuses(page, "power", &["20"]).await?;
        // Another lever has nothing to do with it.
        page.type_in("#box-capex", "250").await?;
        refuses(page, "power", &["20"]).await?;
        assert_eq!(page.value("#box-power").await?, "25");
        takes(page, "power", "4", 4.0, "4").await
    });
}

#[test]
fn a_refused_wish_goes_when_it_is_taken_back() {
    Visit::default().run(async |page| {
        let before = page.value("#goal").await?;
        page.type_in("#goal", "150").await?;
        page.type_in("#goal", "more").await?;
        page.settle().await?;
        assert_ne!(page.text("#goal-problem").await?, "");
        page.click("#goal-reset").await?;
        page.settle().await?;
        assert_eq!(
            (page.value("#goal").await?, page.texts("#goal-problem").await?),
            (before, vec![String::new()])
        );
        Ok(())
    });
}

async fn takes(page: &Page, lever: &str, typed: &str, value: f64, shown: &str) -> Outcome {
    page.type_in(&format!("#box-{lever}"), typed).await?;
    accepts(page, lever, shown).await?;
    assert_eq!(input(page, lever).await?, value, "{lever} typed as {typed}");
    Ok(())
}

async fn accepts(page: &Page, lever: &str, shown: &str) -> Outcome {
    page.settle().await?;
    assert_eq!(page.value(&format!("#box-{lever}")).await?, shown);
    assert_eq!(page.attribute(&format!("#box-{lever}"), "aria-invalid").await?, None);
    assert_eq!(page.texts(&format!("#box-{lever}-problem")).await?, [""]);
    Ok(())
}

/// The box is marked, and what it is described by says why, in sight.
async fn refuses(page: &Page, lever: &str, says: &[&str]) -> Outcome {
    page.settle().await?;
    let marked = page.attribute(&format!("#box-{lever}"), "aria-invalid").await?;
    assert_eq!(marked.as_deref(), Some("true"), "{lever}");
    let described = page.attribute(&format!("#box-{lever}"), "aria-describedby").await?.unwrap_or_default();
    assert_eq!(described, format!("box-{lever}-problem"));
    let problem = page.text(&format!("#{described}")).await?;
    assert!(!problem.is_empty(), "nothing says why {lever} was refused");
    for part in says {
        assert!(problem.contains(part), "{problem:?} does not say {part:?}");
    }
    Ok(())
}

/// What the verdict was computed with: exactly, unlike the slider, which stands on its own steps only.
async fn input(page: &Page, lever: &str) -> Result<f64, Failure> {
    page.settle().await?;
    let text = page.attribute(&format!(r#"#verdict [data-input="{lever}"]"#), "data-value").await?;
    text.as_deref().unwrap_or_default().parse().map_err(|_| Failure::Broken(format!("{lever}: {text:?}")))
}
