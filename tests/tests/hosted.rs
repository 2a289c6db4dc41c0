//! Elements between somebody else's paragraphs: they follow each other, keep to their group, and leave the page around them as it is.

use promises::{Failure, Host, Outcome, Page, command_line};
use serde_json::Value;

const SCRIPT: &str = "<script async src=\"{ours}/sliderule.js\"></script>";
const POST: &str = "<p>At <slide-number lever=power>six</slide-number> it earns \
    <slide-value of=income year=2033>a lot</slide-value>, elsewhere <slide-value group=other of=income year=2033>a lot</slide-value>.</p>\
    <slide-lever name=power>a lever</slide-lever><slide-chart view=power>a chart</slide-chart><slide-verdict>a verdict</slide-verdict>";
/// Inside an element.
const INSIDE: &str = "const inside = (element, selector) => document.querySelector(element).shadowRoot.querySelector(selector);";

async fn started(page: &Page) -> Outcome {
    let all = "[...document.querySelectorAll('slide-number, slide-value, slide-lever, slide-chart, slide-verdict')]";
    page.wait_until("the elements show something", &format!("{all}.every(it => it.shadowRoot?.textContent)"))
        .await
}

async fn shown(page: &Page, element: &str) -> Result<f64, Failure> {
    page.evaluate(&format!("{INSIDE} return +inside({element:?}, 'data').dataset.value")).await
}

#[test]
fn what_is_dragged_moves_its_group_alone() {
    let host = Host::new("group", SCRIPT, POST).unwrap();
    host.visit().run(async |page| {
        started(page).await?;
        let before = command_line::run(&[])?.number("income", 2033);
        assert_eq!(Some(shown(page, "slide-value").await?), before);
        let keys = "Array.from({ length: 30 }, () => inside('slide-number', 'data').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true })))";
        for _ in 0..30 {
            // A key a frame, as a person's.
            let () = page.evaluate(&format!("{INSIDE} {}", keys.replace("length: 30", "length: 1"))).await?;
            page.evaluate_later::<bool>("requestAnimationFrame(() => done(true))").await?;
        }
        let after = command_line::run(&[("power", 3.0)])?.number("income", 2033);
        page.wait_until("the value follows", &format!("document.querySelector('slide-value').shadowRoot.querySelector('data').dataset.value == '{}'", after.unwrap_or_default())).await?;
        assert_eq!(Some(shown(page, "slide-value[group=other]").await?), before, "another group has moved");
        let slider: f64 = page.evaluate(&format!("{INSIDE} return +inside('slide-lever', 'input[type=range]').value")).await?;
        assert_eq!(slider, 3.0);
        let verdict: String = page.evaluate(&format!("{INSIDE} return inside('slide-verdict', '#verdict').textContent.trim()")).await?;
        assert_eq!(verdict.replace('\u{a0}', " "), command_line::verdict(&[("power", 3.0)], "en")?);
        Ok(())
    });
}

#[test]
fn the_host_asks_sets_and_is_told() {
    let host = Host::new("api", SCRIPT, POST).unwrap();
    host.visit().run(async |page| {
        started(page).await?;
        let answer: Value = page
            .evaluate_later(
                "(async () => { await Sliderule.ready; const seen = [], group = Sliderule.group(); \
                   addEventListener('slide-change', event => seen.push([event.target.localName, event.detail.group, event.detail.link])); \
                   const set = [group.set('power', 3), group.set('power', 999), group.set('nonsense', 1), group.set('power', NaN)]; \
                   await new Promise(end => setTimeout(end, 200)); \
                   const solved = group.solve('income', 2033, 100, 'power'), split = group.compare('', 'v=1&power=3&capex=250', 'income', 2033); \
                   const link = group.link; group.link = 'v=1&capex=250'; await new Promise(end => setTimeout(end, 200)); \
                   done({ set, solved, split, link, capex: group.get('capex'), power: group.get('power'), \
                     nothing: group.get('nonsense') ?? null, told: seen.some(([name, of, link]) => name === 'slide-verdict' && of === '' && link.includes('power=3')) }); \
                 })().catch(error => done(String(error)))",
            )
            .await?;
        assert_eq!(answer["set"], serde_json::json!([true, false, false, false]), "{answer}");
        assert!(answer["link"].as_str().is_some_and(|link| link.contains("power=3")), "{answer}");
        assert_eq!((answer["capex"].as_f64(), answer["power"].as_f64()), (Some(250.0), Some(6.0)), "{answer}");
        assert_eq!(answer["told"], true, "{answer}");
        // A solution fed back hits its target, and the parts add up to the gap.
        let power = answer["solved"][0].as_f64().unwrap();
        let reached = command_line::run(&[("power", power)])?.number("income", 2033).unwrap();
        assert!((reached - 100.0).abs() < 1e-6, "{reached}");
        let of = |set: &[(&str, f64)]| Ok::<_, Failure>(command_line::run(set)?.number("income", 2033).unwrap());
        let gap = of(&[("power", 3.0), ("capex", 250.0)])? - of(&[])?;
        let parts = answer["split"]["power"].as_f64().unwrap() + answer["split"]["capex"].as_f64().unwrap();
        assert!((parts - gap).abs() < 1e-9, "{parts} and {gap}");
        Ok(())
    });
}

#[test]
fn the_page_around_stays_as_it_is() {
    let host =
        Host::new("quiet", &format!("<style>p {{ color: rgb(1, 2, 3) }}</style>{SCRIPT}"), POST).unwrap();
    host.visit().run(async |page| {
        let names = "return Object.getOwnPropertyNames(window).filter(name => !/^__|^cdc_|^\\$cdc/.test(name)).length";
        started(page).await?;
        let ours: Vec<String> = page.evaluate("return Object.keys(window).filter(name => /lider|program|wasm/i.test(name))").await?;
        assert_eq!(ours, ["Sliderule"]);
        assert!(page.evaluate::<usize>(names).await? > 0);
        let (colour, sheets, children): (String, usize, Vec<String>) = page
            .evaluate("return [getComputedStyle(document.querySelector('p')).color, document.styleSheets.length, [...document.body.children].map(it => it.localName)]")
            .await?;
        assert_eq!((colour.as_str(), sheets, children), ("rgb(1, 2, 3)", 1, vec!["main".to_owned()]));
        page.axe().await
    });
}

#[test]
fn without_the_program_the_authors_words_stay() {
    let strict = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src {ours}; img-src data:\">";
    let host = Host::new("strict", &format!("{strict}{SCRIPT}"), POST).unwrap();
    host.visit().run(async |page| {
        page.evaluate_later::<bool>("Sliderule.ready.then(() => done(false), () => done(true))").await?;
        let shown: (String, bool) = page
            .evaluate("return [document.querySelector('p').innerText, [...document.querySelectorAll('slide-chart')].some(it => it.shadowRoot)]")
            .await?;
        assert_eq!(shown, ("At six it earns a lot, elsewhere a lot.".to_owned(), false));
        let complaints = page.complaints().await?;
        assert!(complaints.iter().any(|text| text.contains("WebAssembly")), "{complaints:?}");
        Ok(())
    });
    let host = Host::new("scriptless", SCRIPT, POST).unwrap();
    host.visit().without_scripts().run(async |page| {
        assert!(page.text("p").await?.contains("At six it earns a lot"));
        Ok(())
    });
}

#[test]
fn an_unknown_name_is_said_and_leaves_the_authors_words() {
    let body = "<slide-value of=nonsense>my words</slide-value><slide-value of=income>no year</slide-value><slide-verdict>v</slide-verdict>";
    let host = Host::new("unknown", SCRIPT, body).unwrap();
    host.visit().run(async |page| {
        page.wait_until(
            "the verdict stands",
            "document.querySelector('slide-verdict').shadowRoot?.textContent",
        )
        .await?;
        let shown: Vec<String> = page
            .evaluate("return [...document.querySelectorAll('slide-value')].map(it => it.innerText)")
            .await?;
        assert_eq!(shown, ["my words", "no year"]);
        let complaints = page.complaints().await?;
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert!(complaints[0].contains("nonsense"), "{complaints:?}");
        Ok(())
    });
}
