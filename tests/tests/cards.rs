//! Figures open: the dots of the charts, by mouse and keyboard, and what the card says of where a number stands.

use engine::story::{Figure, Source, Status};
use promises::{Failure, Key, Native, Outcome, Page, Visit};

#[test]
fn every_dot_opens_its_figure() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        let mut opened = 0;
        for (view, about) in native.story.views.iter() {
            for dot in &about.dots {
                let selector = format!(r#"#view-{view} .dot[data-figure="{}"]"#, dot.figure);
                // Dots are laid out when their chart comes on screen.
                page.find(&format!("#view-{view} canvas")).await?.scroll_into_view().await?;
                page.click(&selector).await?;
                page.find("#card[open]").await?;
                tells(page, &native, &dot.figure, "en").await?;
                page.press(Key::Escape).await?;
                closed(page, &selector).await?;
                opened += 1;
            }
        }
        assert!(opened >= 5, "{opened} dots");
        Ok(())
    });
}

#[test]
fn a_dot_opens_on_the_keyboard_in_german() {
    Visit::default().language("de-DE").run(async |page| {
        let native = Native::read()?;
        let dot = r#"#view-power .dot[data-figure="aws_capacity_multiplier"]"#;
        let name = page.attribute(dot, "aria-label").await?.unwrap_or_default();
        assert!(name.contains("Verdopplung"), "the dot's name is {name:?}");
        for key in [Key::Enter, Key::Space] {
            // The dot comes behind the chart's own place in the order.
            page.focus("#view-power .canvas").await?;
            page.press(Key::Tab).await?;
            assert!(page.has_focus(dot).await?, "Tab does not reach the dot");
            page.press(key).await?;
            page.find("#card[open]").await?;
            tells(page, &native, "aws_capacity_multiplier", "de").await?;
            let inside = page
                .evaluate::<bool>("return document.querySelector('#card').contains(document.activeElement)");
            assert!(inside.await?, "the focus is not in the card");
            page.axe().await?;
            page.press(Key::Escape).await?;
            closed(page, dot).await?;
        }
        Ok(())
    });
}

#[test]
fn the_card_closes_by_its_button_and_opens_again() {
    Visit::default().run(async |page| {
        let dot = r#"#view-aws .dot[data-figure="aws_revenue_2025"]"#;
        for _ in 0..2 {
            page.click(dot).await?;
            page.find("#card[open]").await?;
            page.click("#card form button").await?;
            closed(page, dot).await?;
        }
        Ok(())
    });
}

async fn closed(page: &Page, dot: &str) -> Outcome {
    page.wait_until("the card is closed", "!document.querySelector('#card').open").await?;
    page.settle().await?;
    assert!(page.has_focus(dot).await?, "the focus is not back on {dot}");
    Ok(())
}

/// Article, date, paragraph, number as printed, status and note.
async fn tells(page: &Page, native: &Native, id: &str, language: &str) -> Outcome {
    let missing = || Failure::Broken(format!("the story has no figure {id}"));
    let figure: &Figure = native.story.figures.get(id).ok_or_else(missing)?;
    let source: &Source = native.story.sources.get(&figure.source).ok_or_else(missing)?;
    assert!(native.story.units.get(&figure.unit).is_some(), "no words for {}, the unit of {id}", figure.unit);
    page.settle().await?;
    let text = page.text("#card").await?;
    let german = language == "de";
    let mut parts = vec![
        figure.label.get(language).to_owned(),
        source.title.get(language).to_owned(),
        source.date.clone(),
        status(figure.status, german).to_owned(),
    ];
    parts.extend(figure.printed.clone());
    parts.extend(
        figure.paragraph.map(|number| format!("{}\n{number}", if german { "Absatz" } else { "Paragraph" })),
    );
    parts.extend(figure.note.as_ref().map(|note| note.get(language).to_owned()));
    for part in parts {
        assert!(text.contains(&part), "the card of {id} does not say {part:?}:\n{text}");
    }
    Ok(())
}

fn status(status: Status, german: bool) -> &'static str {
    let (english, other) = match status {
        Status::Reported => ("reported", "berichtet"),
        Status::Guidance => ("company outlook", "Ausblick des Unternehmens"),
        Status::Plan => ("plan", "Plan"),
        Status::LeakedPlan => ("leaked plan", "durchgesickerter Plan"),
        Status::Estimate => ("estimate", "Schätzung"),
        Status::Claim => ("claim", "Angabe"),
        Status::Rumour => ("rumour", "Gerücht"),
        Status::Disputed => ("disputed", "umstritten"),
        Status::Inferred => ("inferred", "erschlossen"),
    };
    if german { other } else { english }
}
