//! After one visit the page opens with its host gone; a newer version is offered, whole, and taken by one click.

use promises::{Failure, Outcome, Page, Release, Visit, command_line};
use serde_json::{Value, json};

/// The site in a corner of a host.
const CORNER: &str = "blog/tools/sliderule/";

#[test]
fn it_opens_again_with_its_host_gone() {
    let host = Release::under(CORNER).unwrap();
    Visit::default().folder(host.root()).at(CORNER).run(async |page| {
        kept(page).await?;
        page.end_server();
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        assert_eq!(page.verdict().await?, command_line::verdict(&[], "en")?);
        page.drag("#lever-power", 6.0, 3.0).await?;
        assert_eq!(page.verdict().await?, command_line::verdict(&[("power", 3.0)], "en")?);
        // A link to it opens as well.
        let address: String = page.evaluate("return location.href.split('#')[0]").await?;
        page.driver().goto(format!("{address}index.html?from=a-friend#v=1&capex=150")).await?;
        page.find("[data-state=ready]").await?;
        assert_eq!(page.verdict().await?, command_line::verdict(&[("capex", 150.0)], "en")?);
        unanswered(page).await
    });
}

#[test]
fn a_newer_version_is_offered_and_one_click_takes_it_whole() {
    let host = Release::under(CORNER).unwrap();
    Visit::default().folder(host.root()).at(CORNER).run(async |page| {
        kept(page).await?;
        let old = host.version()?;
        // What others keep on the same host is not ours to delete, be it of another page of this kind.
        let () = page
            .evaluate_later("Promise.all(['other', `sliderule ${origin}/elsewhere/ 1`].map(name => caches.open(name))).then(() => done())")
            .await?;
        page.type_in("#box-power", "3").await?;
        page.wait_until("the address is written", "location.hash.includes('power=3')").await?;
        let new = host.replace()?;
        look_for_a_newer_one(page).await?;
        page.find("#update button").await?;
        assert_eq!(bar(page).await?, "There is a new version of this page. Show it Later");
        page.axe().await?;
        page.click("#language-de").await?;
        assert_eq!(bar(page).await?, "Von dieser Seite gibt es eine neue Fassung. Zeigen Später");
        page.click("#language-en").await?;
        assert!(holds(page, &old).await?, "the page became another without being asked");
        page.screenshot("update").await?;
        page.click("#update button").await?;
        page.wait_until("the new page stands", &format!("document.documentElement.outerHTML.includes({})", json!(new)))
            .await?;
        page.find("[data-state=ready]").await?;
        assert_eq!(page.lever("power").await?, 3.0);
        assert_eq!(bar(page).await?, "");
        let caches: Vec<String> = page.evaluate_later("caches.keys().then(done)").await?;
        assert_eq!(caches.len(), 3, "{caches:?}");
        assert!(caches.iter().any(|name| name.ends_with(&new)) && !caches.iter().any(|name| name.ends_with(&old)), "{caches:?}");
        // All of it is there.
        page.end_server();
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        assert!(holds(page, &new).await?);
        unanswered(page).await
    });
}

#[test]
fn nobody_is_asked_where_the_newer_page_already_stands() {
    let host = Release::under("").unwrap();
    Visit::default().folder(host.root()).run(async |page| {
        kept(page).await?;
        let new = host.replace()?;
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        assert!(holds(page, &new).await?, "an old page although the host has a newer one");
        // The worker follows by itself.
        let mine =
            format!("caches.keys().then(names => done(names.every(name => name.endsWith({}))))", json!(new));
        let mut follows = false;
        for _ in 0..100 {
            follows = page.evaluate_later(&mine).await?;
            if follows {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        assert!(follows);
        assert_eq!(bar(page).await?, "");
        Ok(())
    });
}

#[test]
fn a_host_that_is_half_filled_changes_nothing() {
    let host = Release::under("").unwrap();
    Visit::default().folder(host.root()).run(async |page| {
        kept(page).await?;
        let old = host.version()?;
        host.replace_worker()?;
        // The new worker finds the old page, and gives up.
        let refused: bool = page
            .evaluate_later(
                "navigator.serviceWorker.ready.then(site => { \
                   site.addEventListener('updatefound', () => { const next = site.installing; \
                     next.addEventListener('statechange', () => done(next.state === 'redundant')) }); \
                   site.update() })",
            )
            .await?;
        assert!(refused, "half of a version was kept");
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        assert!(holds(page, &old).await?);
        assert_eq!(bar(page).await?, "");
        host.replace_page()?;
        look_for_a_newer_one(page).await?;
        page.find("#update button").await?;
        page.click("#update button + button").await?;
        assert_eq!(bar(page).await?, "");
        Ok(())
    });
}

#[test]
fn a_browser_that_keeps_nothing_shows_the_same_page() {
    Visit::default().without_storage().run(async |page| {
        let refused: bool = page.evaluate("try { localStorage; return false } catch { return true }").await?;
        assert!(refused, "this browser keeps something");
        page.drag("#lever-power", 6.0, 3.0).await?;
        assert_eq!(page.verdict().await?, command_line::verdict(&[("power", 3.0)], "en")?);
        page.wait_until("the address is written", "location.hash.includes('power=')").await?;
        page.driver().refresh().await?;
        page.find("[data-state=ready]").await?;
        assert_eq!(page.lever("power").await?, 3.0);
        assert_eq!(bar(page).await?, "");
        Ok(())
    });
}

#[test]
fn a_frame_keeps_nothing() {
    let host = Release::under(CORNER).unwrap();
    Visit::default().folder(host.root()).run(async |page| {
        let ready = "document.querySelector('iframe').contentDocument?.documentElement.dataset.state === 'ready'";
        let () = page
            .evaluate(&format!("const frame = document.createElement('iframe'); frame.src = '{CORNER}'; document.body.append(frame)"))
            .await?;
        page.wait_until("the page in the frame", ready).await?;
        let workers: usize = page
            .evaluate_later("setTimeout(() => navigator.serviceWorker.getRegistrations().then(all => done(all.length)), 500)")
            .await?;
        assert_eq!(workers, 0);
        Ok(())
    });
}

#[test]
fn it_can_be_installed() {
    Visit::default().run(async |page| {
        kept(page).await?;
        let answer = page.driver().cdp().send_raw("Page.getInstallabilityErrors", json!({})).await?;
        assert_eq!(answer["installabilityErrors"], json!([]), "{answer}");
        let answer = page.driver().cdp().send_raw("Page.getAppManifest", json!({})).await?;
        assert_eq!(answer["errors"], json!([]), "{answer}");
        let manifest: Value = serde_json::from_str(answer["data"].as_str().unwrap_or_default())?;
        for icon in manifest["icons"].as_array().into_iter().flatten().filter(|icon| icon["type"] == "image/png") {
            let drawn: String = page
                .evaluate_later(&format!(
                    "const image = new Image(); image.onload = () => done(`${{image.naturalWidth}}x${{image.naturalHeight}}`); \
                     image.onerror = () => done('nothing'); image.src = {}",
                    icon["src"]
                ))
                .await?;
            assert_eq!(json!(drawn), icon["sizes"]);
        }
        Ok(())
    });
}

/// Waits until the page can do without its host.
async fn kept(page: &Page) -> Outcome {
    page.evaluate_later(
        "navigator.serviceWorker.ready.then(site => { const look = () => \
           site.active.state === 'activated' && navigator.serviceWorker.controller ? done() : setTimeout(look, 20); look() })",
    )
    .await
}

/// What a browser does by itself, from time to time.
async fn look_for_a_newer_one(page: &Page) -> Outcome {
    page.evaluate_later("navigator.serviceWorker.ready.then(site => site.update()).then(() => done())").await
}

/// Whether the page is of that version.
async fn holds(page: &Page, version: &str) -> Result<bool, Failure> {
    page.evaluate(&format!("return document.getElementById('offline').textContent.includes('\"{version}\"')"))
        .await
}

async fn bar(page: &Page) -> Result<String, Failure> {
    page.evaluate(
        "return [...document.getElementById('update').childNodes].map(node => node.textContent).join(' ')",
    )
    .await
}

/// Nothing was complained of but that the host does not answer.
async fn unanswered(page: &Page) -> Outcome {
    let complaints = page.complaints().await?;
    let other: Vec<_> =
        complaints.into_iter().filter(|text| !text.contains("ERR_CONNECTION_REFUSED")).collect();
    if other.is_empty() { Ok(()) } else { Err(Failure::Complaints(other)) }
}
