//! English and German: the browser's own first, then the reader's choice, without a reload.

use promises::{Outcome, Page, Visit, command_line};

#[test]
fn the_browser_s_language_comes_first() {
    Visit::default().language("de-DE").run(async |page| speaks(page, "de").await);
}

#[test]
fn an_unknown_language_gets_english() {
    Visit::default().language("fr-FR").run(async |page| speaks(page, "en").await);
}

#[test]
fn the_language_changes_without_a_reload() {
    Visit::default().run(async |page| {
        speaks(page, "en").await?;
        let () = page.evaluate("window.same = true").await?;
        page.type_in("#box-power", "3").await?;
        page.open_table("aws").await?;
        page.click("#language-de").await?;
        assert_eq!(page.verdict().await?, command_line::verdict(&[("power", 3.0)], "de")?);
        assert_eq!(page.value("#box-hires_avoided").await?, "600.000");
        let sales = |cells: Vec<promises::Cell>| {
            cells.into_iter().find(|cell| cell.quantity == "sales" && cell.year == 2033).map(|cell| cell.text)
        };
        assert_eq!(sales(page.table("aws").await?).as_deref(), Some("340,1"));
        page.click("#reset-power").await?;
        speaks(page, "de").await?;
        page.click("#language-en").await?;
        speaks(page, "en").await?;
        assert_eq!(page.value("#box-hires_avoided").await?, "600,000");
        assert!(page.evaluate::<bool>("return window.same === true").await?, "the page was loaded again");
        Ok(())
    });
}

/// The default case in that language, and no word of the other one.
async fn speaks(page: &Page, language: &str) -> Outcome {
    let verdict = page.verdict().await?;
    assert_eq!(verdict, command_line::verdict(&[], language)?);
    assert_eq!(page.attribute("html", "lang").await?.as_deref(), Some(language));
    let (title, reset, heading) = match language {
        "de" => ("Was, wenn", "Alle zurück", "Leistung"),
        _ => ("What if", "Reset all", "Power"),
    };
    let window: String = page.evaluate("return document.title").await?;
    assert!(window.starts_with(title), "{window}");
    assert!(page.text("#app h1").await?.starts_with(title));
    assert_eq!(page.texts("#reset-all").await?, [reset]);
    assert!(page.text("#view-power h2").await?.starts_with(heading));
    for (code, pressed) in [("en", language == "en"), ("de", language == "de")] {
        let state = page.attribute(&format!("#language-{code}"), "aria-pressed").await?;
        assert_eq!(state, Some(pressed.to_string()), "the button of {code}");
        // Whoever does not read the page's language finds the own one by its own name, read in its own sounds.
        assert_eq!(page.attribute(&format!("#language-{code}"), "lang").await?.as_deref(), Some(code));
    }
    Ok(())
}
