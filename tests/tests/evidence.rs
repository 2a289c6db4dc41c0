//! The evidence: figures are searched, filtered, sorted and opened; assumptions are changed and listed; equations lead to each
//! other.

use promises::{Failure, Key, Native, Outcome, Page, Visit};

#[test]
fn figures_are_searched_filtered_and_sorted() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        open(page, 0).await?;
        assert_eq!(rows(page).await?.len(), native.story.figures.len());
        page.type_in("#search", "CAPITAL spending 2026").await?;
        let found = rows(page).await?;
        assert!(!found.is_empty() && found.len() < 20, "{found:?}");
        page.type_in("#search", "no such thing").await?;
        assert_eq!(rows(page).await?.len(), 0);
        page.keys("#search", Key::Control + "a").await?;
        page.press(Key::Delete).await?;
        choose(page, "status", "disputed").await?;
        let disputed = native.story.figures.iter();
        let disputed = disputed.filter(|(_, figure)| figure.status == engine::story::Status::Disputed);
        assert_eq!(rows(page).await?.len(), disputed.count());
        choose(page, "status", "").await?;
        let article = native.story.sources.get("report_38_billion").map(|source| source.title.get("en"));
        choose(page, "source", article.unwrap_or_default()).await?;
        let printed = native.story.figures.iter().filter(|(_, figure)| figure.source == "report_38_billion");
        assert_eq!(rows(page).await?.len(), printed.count());
        for (times, expected) in [(1, true), (2, false)] {
            page.click("#part-0 thead th:nth-child(6) button").await?;
            page.settle().await?;
            let paragraphs = page.texts("#part-0 tbody td:nth-child(6)").await?;
            let paragraphs: Vec<u32> = paragraphs.iter().filter_map(|text| text.parse().ok()).collect();
            assert!(paragraphs.len() > 5);
            assert_eq!(paragraphs.is_sorted(), expected, "after {times}: {paragraphs:?}");
        }
        page.axe().await
    });
}

#[test]
fn the_table_opens_figures_and_tells_what_is_wrong() {
    Visit::default().language("de-DE").run(async |page| {
        let native = Native::read()?;
        open(page, 0).await?;
        page.type_in("#search", "peers_capex_2026").await?;
        assert_eq!(rows(page).await?.len(), 1);
        let row = page.text("#part-0 tbody tr").await?;
        for part in ["„near $4 trillion“", "falsch gedruckt", "zehnmal zu hoch"] {
            assert!(row.contains(part), "{row} does not say {part}");
        }
        page.axe().await?;
        page.focus(r#"[data-go="figure-peers_capex_2026"]"#).await?;
        page.press(Key::Enter).await?;
        page.find("#card[open]").await?;
        let figure = native.story.figures.get("peers_capex_2026");
        let label = figure.map_or("", |figure| figure.label.get("de"));
        assert!(page.text("#card").await?.contains(label));
        page.press(Key::Escape).await?;
        page.settle().await?;
        assert!(page.has_focus(r#"[data-go="figure-peers_capex_2026"]"#).await?);
        Ok(())
    });
}

#[test]
fn a_changed_assumption_is_counted_listed_and_reset() {
    Visit::default().run(async |page| {
        let before = page.verdict().await?;
        assert_eq!(page.text("#changes summary").await?, "Nothing changed");
        open(page, 1).await?;
        page.type_in("#box-cost_gpu", "30").await?;
        page.type_in("#box-power", "5").await?;
        page.settle().await?;
        assert_ne!(page.verdict().await?, before);
        assert_eq!(page.text("#changes summary").await?, "Changed: Decisions 1, Assumptions 1");
        page.axe().await?;
        page.click("#changes summary").await?;
        page.find("#changes li").await?;
        let listed = page.texts("#changes li").await?;
        assert!(listed.len() == 2 && listed[1].contains("30") && listed[1].contains("21"), "{listed:?}");
        page.axe().await?;
        page.click("#changes ul + div + ul li .quiet").await?;
        page.settle().await?;
        assert_eq!(page.value("#box-cost_gpu").await?, "21");
        page.click("#reset-changes").await?;
        page.settle().await?;
        assert_eq!(page.verdict().await?, before);
        assert_eq!(page.text("#changes summary").await?, "Nothing changed");
        page.type_in("#box-cost_gpu", "1000").await?;
        page.settle().await?;
        assert!(page.text("#box-cost_gpu-problem").await?.contains("Only"));
        Ok(())
    });
}

#[test]
fn equations_lead_to_each_other_and_to_controls() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        open(page, 2).await?;
        let count = native.story.model.len();
        assert_eq!(page.texts(".equations math").await?.len(), count);
        let all: usize = page
            .evaluate("return [...document.querySelectorAll('.equations math')].filter(m => m.clientHeight > 10).length")
            .await?;
        assert_eq!(all, count, "not every equation is set");
        page.axe().await?;
        page.click(r#"article:has(#equation-income) [data-go="equation-sales"]"#).await?;
        page.settle().await?;
        assert!(page.has_focus("#equation-sales").await?);
        page.click(r#"article:has(#equation-sales) [data-go="equation-income"]"#).await?;
        page.settle().await?;
        assert!(page.has_focus("#equation-income").await?);
        // The way to an assumption opens its part.
        page.click(r#".equations [data-go="lever-cost_gpu"]"#).await?;
        page.settle().await?;
        assert!(page.has_focus("#lever-cost_gpu").await?);
        let hash: String = page.evaluate("return location.hash").await?;
        assert_eq!(hash, "", "a way within the page must leave the address alone");
        Ok(())
    });
}

#[test]
fn backtests_weaknesses_and_changes_are_told() {
    Visit::default().run(async |page| {
        let native = Native::read()?;
        for part in [3, 4, 5] {
            open(page, part).await?;
        }
        let compared: usize = native.story.backtests.iter().map(|(_, test)| test.compare.len()).sum();
        assert_eq!(page.texts("#part-3 tbody tr").await?.len(), compared);
        let naive: f64 =
            page.evaluate("return document.querySelector('#part-3 i.naive').clientWidth").await?;
        assert!(naive > 20.0, "a bar {naive} px wide");
        assert_eq!(page.texts("#part-4 li").await?.len(), native.story.about.weaknesses.len());
        assert_eq!(page.texts("#part-5 li").await?.len(), native.story.changes.len());
        page.axe().await
    });
}

/// Opens a part by its summary.
async fn open(page: &Page, part: usize) -> Outcome {
    page.click(&format!("#part-{part} > summary")).await?;
    page.find(&format!("#part-{part} > div > *")).await.map(|_| ())
}

async fn rows(page: &Page) -> Result<Vec<String>, Failure> {
    page.settle().await?;
    page.texts("#part-0 tbody th").await
}

async fn choose(page: &Page, list: &str, value: &str) -> Outcome {
    page.evaluate::<()>(&format!(
        "const list = document.querySelector('#choose-{list}'); list.value = {value:?}; \
         list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ))
    .await
}
