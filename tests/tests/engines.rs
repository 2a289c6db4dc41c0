//! The main journeys in three engines, on a site, in a sandboxed frame of another site, and from a file.

use promises::{Engine, Key, Outcome, Page, Surface, Visit, alone, command_line};

#[test]
fn chromium() {
    everywhere(Engine::Chromium);
}

#[test]
fn gecko() {
    everywhere(Engine::Gecko);
}

#[test]
fn webkit() {
    everywhere(Engine::WebKit);
}

fn everywhere(engine: Engine) {
    if engine.is_there() {
        for surface in Surface::ALL {
            println!("{engine:?}, {surface:?}");
            // A link is followed, in the language of the browser.
            Visit::default().engine(engine).on(surface).at("#v=1&capex=150").run(async |page| {
                is_there(page, engine, surface).await?;
                journeys(page).await
            });
        }
    }
}

/// What is tested is what is said to be tested.
async fn is_there(page: &Page, engine: Engine, surface: Surface) -> Outcome {
    let (agent, origin, framed): (String, String, bool) =
        page.evaluate("return [navigator.userAgent, String(self.origin), self !== top]").await?;
    let name = match engine {
        Engine::Chromium => "Chrome/",
        Engine::Gecko => "Firefox/",
        Engine::WebKit => "Version/",
    };
    assert!(agent.contains(name), "{agent}");
    assert_eq!(framed, surface == Surface::Frame);
    let protocol: String = page.evaluate("return location.protocol").await?;
    assert_eq!(protocol == "file:", surface == Surface::File);
    // The origin of nobody: what a sandbox makes of a page.
    assert!(origin == "null" || surface != Surface::Frame, "{origin}");
    Ok(())
}

async fn journeys(page: &Page) -> Outcome {
    says(page, &[("capex", 150.0)], "en").await?;
    page.click("#reset-all").await?;
    says(page, &[], "en").await?;
    page.drag("#lever-power", 6.0, 3.0).await?;
    assert_eq!(page.lever("power").await?, 3.0);
    says(page, &[("power", 3.0)], "en").await?;
    page.type_in("#box-trainium_share", "80").await?;
    says(page, &[("power", 3.0), ("trainium_share", 0.8)], "en").await?;
    page.click(r#".claim[data-figure="office_jobs_cut_oct_2025"]"#).await?;
    assert_eq!(page.lever("office_jobs").await?, 14_000.0);
    let set = [("power", 3.0), ("trainium_share", 0.8), ("office_jobs", 14_000.0)];
    says(page, &set, "en").await?;
    page.click("#verdict .number:has([data-quantity=income])").await?;
    page.find("#explanation[open]").await?;
    page.press(Key::Escape).await?;
    page.wait_until("the explanation is closed", "!document.querySelector('#explanation').open").await?;
    page.click("#language-de").await?;
    says(page, &set, "de").await?;
    page.click("#undo").await
}

async fn says(page: &Page, set: &[(&str, f64)], language: &str) -> Outcome {
    assert_eq!(page.verdict().await?, command_line::verdict(set, language)?);
    Ok(())
}

#[test]
fn chromium_without_a_driver() {
    without_a_driver(Engine::Chromium);
}

#[test]
fn gecko_without_a_driver() {
    without_a_driver(Engine::Gecko);
}

#[test]
fn webkit_without_a_driver() {
    without_a_driver(Engine::WebKit);
}

/// Drivers lift limits: here nothing does. The page lives on when its history takes no more, and writes again when it does.
fn without_a_driver(engine: Engine) {
    if engine.is_there() {
        for surface in [Surface::File, Surface::Frame] {
            if let Err(failure) = lives_on(engine, surface) {
                #[expect(clippy::panic, reason = "this is how a test fails")]
                {
                    panic!("{engine:?}, {surface:?}: {failure}");
                }
            }
        }
    }
}

fn lives_on(engine: Engine, surface: Surface) -> Outcome {
    let report = alone(engine, surface, &xtask::paths::dist())?;
    println!("{engine:?}, {surface:?}: {report:#?}");
    assert_eq!(report.state, "ready");
    assert_eq!(report.first, command_line::verdict(&[], "en")?);
    assert_eq!(report.moved, command_line::verdict(&[("power", 3.0)], "en")?);
    assert_eq!(report.stormed, command_line::verdict(&[("power", 4.0)], "en")?);
    assert!(report.link.contains("power=5"), "{}", report.link);
    assert_eq!((report.asked, report.complaints), (Vec::<String>::new(), Vec::<String>::new()));
    Ok(())
}
