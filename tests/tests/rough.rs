//! What browsers and links do to a page, in every engine in which it can be had: nothing is kept, the host is gone, the link is
//! hostile, the colours are the system's. What a storm of writing into the address does is told without a driver, in `engines.rs`.

use promises::{Engine, Failure, Outcome, Page, Surface, Visit, command_line};

/// What cannot be taken of it, and one thing that can.
const HOSTILE: &str = "#v=1&power=99&<img/src=x/onerror=hit=1>=2&figure.%3Cscript%3E=3&why.sales_2025=%22%3E%3Csvg/onload=hit=1%3E\
                       &%00=%ff&power=NaN&capex=150&kept-as=%3Cimg+src%3Dx%3E";

#[test]
fn a_hostile_link_in_a_frame_is_named_and_never_run() {
    hostile(Surface::Frame);
}

#[test]
fn a_hostile_link_to_the_site_is_named_and_never_run() {
    hostile(Surface::Site);
}

fn hostile(surface: Surface) {
    for engine in Engine::ALL.into_iter().filter(|engine| engine.is_there()) {
        Visit::default().engine(engine).on(surface).at(HOSTILE).run(async |page| {
            assert_eq!(page.verdict().await?, command_line::verdict(&[("capex", 150.0)], "en")?);
            let listed = page.texts("#notices li").await?;
            assert!(listed.len() >= 4, "{engine:?}: {listed:#?}");
            assert!(!listed.concat().contains('<'), "{engine:?}: the link's own words stand there: {listed:#?}");
            let (made, hit): (usize, bool) = page
                .evaluate("return [document.querySelectorAll('#app :is(img, script, svg)').length, 'hit' in window]")
                .await?;
            assert_eq!((made, hit), (0, false), "{engine:?}");
            page.drag("#lever-power", 6.0, 3.0).await?;
            says(page, &[("capex", 150.0), ("power", 3.0)]).await
        });
    }
}

#[test]
fn where_nothing_is_kept_the_page_is_the_same() {
    // A sandbox keeps nothing in any engine; two of them can be told to keep nothing for a site.
    let frames = Engine::ALL.map(|engine| (engine, Visit::default().on(Surface::Frame)));
    let sites = [Engine::Chromium, Engine::Gecko].map(|engine| (engine, Visit::default().without_storage()));
    for (engine, visit) in frames.into_iter().chain(sites).filter(|(engine, _)| engine.is_there()) {
        visit.engine(engine).run(async |page| {
            let refused: bool =
                page.evaluate("try { localStorage; return false } catch { return true }").await?;
            assert!(refused, "{engine:?} keeps something, so this test tests nothing");
            page.drag("#lever-power", 6.0, 3.0).await?;
            says(page, &[("power", 3.0)]).await?;
            page.click("#undo").await?;
            says(page, &[]).await
        });
    }
}

#[test]
fn the_host_may_go_once_the_page_stands() {
    for engine in Engine::ALL.into_iter().filter(|engine| engine.is_there()) {
        Visit::default().engine(engine).run(async |page| {
            let keeps = kept(page).await?;
            page.end_server();
            page.drag("#lever-power", 6.0, 3.0).await?;
            page.click("#language-de").await?;
            page.click("#language-en").await?;
            says(page, &[("power", 3.0)]).await?;
            // An engine without workers has no second visit without its host.
            assert!(keeps || engine == Engine::WebKit, "{engine:?} has no worker");
            if keeps {
                page.wait_until("the address is written", "location.hash.includes('power=3')").await?;
                // As a link leads there: Firefox's driver reloads past the worker.
                let address: String =
                    page.evaluate("return `${location.origin}/?again${location.hash}`").await?;
                page.driver().goto(address).await?;
                let again =
                    "location.search === '?again' && document.documentElement.dataset.state === 'ready'";
                page.wait_until("the second visit stands", again).await?;
                says(page, &[("power", 3.0)]).await?;
                // The host's silence is no fault of the page.
                page.complaints().await?;
            }
            Ok(())
        });
    }
}

#[test]
fn forced_colours_reach_the_drawings_in_gecko_too() {
    if Engine::Gecko.is_there() {
        Visit::default().engine(Engine::Gecko).forced_colours().run(async |page| {
            page.wait_until("the colours are forced", "matchMedia('(forced-colors: active)').matches")
                .await?;
            page.settle().await?;
            let strange = page.strange_colours("#view-power canvas").await?;
            assert!(strange.is_empty(), "not the system's colours: {strange:?}");
            assert!(page.drawn("#view-power canvas").await?[0].colours > 8, "nothing is drawn");
            Ok(())
        });
    }
}

async fn says(page: &Page, set: &[(&str, f64)]) -> Outcome {
    assert_eq!(page.verdict().await?, command_line::verdict(set, "en")?);
    Ok(())
}

/// Waits until the page can do without its host, where the browser has workers; true if it can.
async fn kept(page: &Page) -> Result<bool, Failure> {
    page.evaluate_later(
        "if (!navigator.serviceWorker) done(false); else navigator.serviceWorker.ready.then(site => { const look = () => \
           site.active.state === 'activated' && navigator.serviceWorker.controller ? done(true) : setTimeout(look, 20); look() })",
    )
    .await
}
