//! Without JavaScript, without the program, or after it has failed: title, verdict and picture stand as text.

use promises::{Native, Outcome, Page, Visit, changed};
use std::fs;

#[test]
fn without_javascript_the_verdict_is_text() {
    Visit::default().without_scripts().run(async |page| {
        stands(page, "none").await?;
        page.screenshot("without-javascript").await
    });
}

#[test]
fn without_the_program_a_notice_stands_too() {
    Visit::default().dark().without_wasm().run(async |page| {
        page.find("[data-state=failed]").await?;
        stands(page, "block").await?;
        page.axe().await?;
        page.screenshot("without-program-dark").await?;
        // The browser itself says that the load was refused, and so does the loader of the program.
        let complaints = page.complaints().await?;
        let of_loading = |text: &&String| text.contains("wasm") || text.contains("fetch");
        assert!(!complaints.is_empty() && complaints.iter().all(|text| of_loading(&text)), "{complaints:?}");
        Ok(())
    });
}

#[test]
fn a_story_that_cannot_be_read_leaves_the_static_page() {
    let folder = changed("broken-story", "text/plain>en", "text/plain>broken\nen").unwrap();
    Visit::default().folder(&folder).run(async |page| {
        page.find("[data-state=failed]").await?;
        stands(page, "block").await?;
        assert!(!page.complaints().await?.is_empty(), "nobody is told why");
        Ok(())
    });
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_panic_brings_the_static_page_back() {
    Visit::default().run(async |page| {
        page.find("[data-state=ready]").await?;
        // A browser that runs the same frame twice: the program panics in the second.
        let () = page.evaluate("window.requestAnimationFrame = frame => { frame(0); frame(0); return 1 }").await?;
        let () = page
            .evaluate("const e = document.querySelector('#lever-power'); e.value = 3; e.dispatchEvent(new Event('input', { bubbles: true }))")
            .await?;
        page.find("[data-state=failed]").await?;
        stands(page, "block").await?;
        let shown: bool = page.evaluate("return document.querySelector('#app').checkVisibility()").await?;
        assert!(!shown, "the dead app is still there");
        let complaints = page.complaints().await?;
        assert!(!complaints.is_empty(), "nothing has ended, so this test tests nothing");
        Ok(())
    });
}

#[test]
fn the_running_page_hides_the_static_one() {
    Visit::default().run(async |page| {
        let shown: bool = page.evaluate("return document.querySelector('#static').checkVisibility()").await?;
        assert!(!shown);
        // One heading of the first rank and one main place for whoever hears the page.
        let counts: (usize, usize) = page
            .evaluate("return ['h1', 'main'].map(name => [...document.querySelectorAll(name)].filter(e => e.checkVisibility()).length)")
            .await?;
        assert_eq!(counts, (1, 1));
        Ok(())
    });
}

/// Title, verdict in both languages and the picture, all to be seen; `notice` is how the notice is displayed.
async fn stands(page: &Page, notice: &str) -> Outcome {
    let native = Native::read()?;
    let title: String = page.evaluate("return document.title").await?;
    assert!(title.starts_with(native.story.about.question.get("en")), "{title}");
    let text = page.text("#static").await?.split_whitespace().collect::<Vec<_>>().join(" ");
    for language in &native.story.about.languages {
        for part in [native.story.about.question.get(language).to_owned(), native.verdict(&[], language)?] {
            assert!(text.contains(&part), "the static page does not say {part:?}:\n{text}");
        }
    }
    let displayed: Vec<String> = page
        .evaluate(
            "return [...document.querySelectorAll('#static .notice')].map(e => getComputedStyle(e).display)",
        )
        .await?;
    assert!(!displayed.is_empty() && displayed.iter().all(|display| display == notice), "{displayed:?}");
    let (width, height, parts, named): (f64, f64, usize, bool) = page
        .evaluate(
            "const svg = document.querySelector('#static svg'), r = svg.getBoundingClientRect(); \
             return [r.width, r.height, svg.querySelectorAll('*').length, !!svg.querySelector('title')?.textContent]",
        )
        .await?;
    assert!(width > 300.0 && height > 130.0 && parts > 20 && named, "{width} x {height} px, {parts} parts");
    Ok(())
}
