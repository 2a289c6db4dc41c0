//! English and German: the browser's own first, then the reader's choice, without a reload.

use engine::say::{NumberText, Plain};
use promises::{Engine, Outcome, Page, Visit, command_line};
use serde_json::json;

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

#[test]
fn a_number_is_the_same_before_the_browser_is_asked_how_to_write_it() {
    // Ties, nines, noughts, what no binary fraction meets, and anything between.
    let ends = [
        0.0, 0.5, 1.5, 2.5, 1.005, 2.675, 0.045, 9.995, 99.95, 999.5, 9_999.5, 999_999.5, 1e-7, 5e-324, 1e21,
    ];
    let any = (1..400).flat_map(|at| [1e-4, 0.01, 0.137, 29.0].map(|scale| f64::from(at * at) * scale));
    let values: Vec<f64> = ends.into_iter().chain(any).collect();
    for browser in Engine::ALL.into_iter().filter(|it| it.is_there()) {
        Visit::default().engine(browser).run(async |page| {
            for (language, decimals) in ["en", "de"].into_iter().flat_map(|it| (0..4).map(move |most| (it, most))) {
                let plain = Plain::new(language);
                let own: Vec<[String; 3]> = values
                    .iter()
                    .map(|value| {
                        let number = |grouped| plain.number(*value, decimals, grouped);
                        [number(true), number(false), plain.fixed(*value, decimals)]
                    })
                    .collect();
                let asked = format!(
                    "const write = (least, useGrouping) => new Intl.NumberFormat('{language}', \
                     {{ minimumFractionDigits: least, maximumFractionDigits: {decimals}, useGrouping }}).format; \
                     const ways = [write(0, true), write(0, false), write({decimals}, true)]; \
                     return {}.map(value => ways.map(write => write(value)))",
                    json!(values)
                );
                assert_eq!(page.evaluate::<Vec<[String; 3]>>(&asked).await?, own, "{browser:?}, {language}, {decimals}");
            }
            Ok(())
        });
    }
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
