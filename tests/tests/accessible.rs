//! axe-core finds nothing, whatever the page looks like and whatever is open.

use promises::{Key, Outcome, Page, Visit};

#[test]
fn in_the_light() {
    Visit::default().run(through_all_states);
}

#[test]
fn in_the_dark() {
    Visit::default().dark().run(through_all_states);
}

#[test]
fn in_german_on_a_phone() {
    Visit::default().size(320, 640).language("de-DE").run(through_all_states);
}

#[test]
fn in_forced_colours() {
    Visit::default().forced_colours().run(through_all_states);
}

#[test]
fn in_forced_colours_in_the_dark() {
    Visit::default().forced_colours().dark().run(async |page| page.axe().await);
}

#[test]
fn on_a_wide_screen_without_motion() {
    Visit::default().size(1600, 900).reduced_motion().run(async |page| {
        page.axe().await?;
        page.keys("#lever-power", Key::Home.value().to_string()).await?;
        page.settle().await?;
        let moving: usize = page.evaluate("return document.getAnimations().length").await?;
        assert_eq!(moving, 0, "something moves by itself");
        Ok(())
    });
}

async fn through_all_states(page: &Page) -> Outcome {
    page.axe().await?;
    page.type_in("#box-power", "3").await?;
    page.type_in("#box-capex", "1000").await?;
    page.click(".lever-foot summary").await?;
    page.open_table("power").await?;
    page.open_table("openai").await?;
    page.focus("#view-aws .canvas").await?;
    page.press(Key::End).await?;
    page.axe().await?;
    page.click("#view-power .dot").await?;
    page.find("#card[open]").await?;
    page.axe().await
}
