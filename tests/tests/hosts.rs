//! Elements in difficult company: two versions at once, a sandbox, much coming and going, many of them.

use promises::{Host, Page};

const SCRIPT: &str = "<script async src=\"{ours}/sliderule.js\"></script>";
/// Keeps the program's memory, which has no name in the page.
const MEMORY: &str = "<script>const make = WebAssembly.instantiate; WebAssembly.instantiate = async (...from) => { \
    const made = await make(...from); window.memory = Object.values((made.instance ?? made).exports).find(it => it instanceof WebAssembly.Memory); return made; };</script>";

#[test]
fn the_first_of_two_versions_serves() {
    let ours = std::fs::read_to_string(xtask::paths::dist().join("sliderule.js")).unwrap();
    let version = format!("\"{}\"", env!("CARGO_PKG_VERSION"));
    assert_eq!(ours.matches(&version).count(), 1, "the script must name its version once");
    let head = format!("{SCRIPT}<script defer src=\"other.js\"></script>");
    let host = Host::new("twice", &head, "<slide-verdict>v</slide-verdict>").unwrap();
    host.hold("other.js", &ours.replace(&version, "\"99.0.0\"")).unwrap();
    host.visit().run(async |page| {
        page.wait_until(
            "the verdict stands",
            "document.querySelector('slide-verdict').shadowRoot?.textContent",
        )
        .await?;
        // Which comes first is the network's choice.
        let serves: String = page.evaluate("return Sliderule.version").await?;
        let idle = if serves == "99.0.0" { env!("CARGO_PKG_VERSION") } else { "99.0.0" };
        let complaints = page.complaints().await?;
        let said = format!("Sliderule {serves} serves this page already; {idle} does nothing");
        assert!(matches!(&complaints[..], [one] if one.contains(&said)), "{complaints:?}");
        Ok(())
    });
}

#[test]
fn a_sandbox_has_elements_too() {
    let inner = "<!doctype html><script async src={ours}/sliderule.js></script><slide-value of=income year=2033>x</slide-value>\
        <script>addEventListener(&quot;slide-change&quot;, () => 0); setInterval(() => parent.postMessage(document.querySelector(&quot;slide-value&quot;).shadowRoot?.textContent ?? null, &quot;*&quot;), 50)</script>";
    let body = format!("<iframe title=inner sandbox=allow-scripts srcdoc=\"{inner}\"></iframe>");
    let host = Host::new(
        "sandbox",
        "<script>addEventListener('message', ({ data }) => { if (data) window.said = data })</script>",
        &body,
    )
    .unwrap();
    host.visit().run(async |page| {
        page.wait_until("the number stands in the sandbox", "window.said?.includes('$132')").await
    });
}

#[test]
fn a_thousand_times_removed_and_added_again_nothing_grows() {
    let body = "<div id=room></div><slide-value of=income year=2033>x</slide-value>";
    let host = Host::new("again", &format!("{MEMORY}{SCRIPT}"), body).unwrap();
    host.visit().run(async |page| {
        page.wait_until("the number stands", "document.querySelector('slide-value').shadowRoot?.textContent")
            .await?;
        let warm = again(page, 250).await?;
        let after = again(page, 1000).await?;
        assert_eq!(after, warm, "bytes after 250 and after 1250");
        let standing: String = page
            .evaluate(
                "return document.querySelector('slide-value').shadowRoot.querySelector('data').textContent",
            )
            .await?;
        assert!(standing.contains("132"), "{standing}");
        Ok(())
    });
}

/// Adds and removes four kinds of elements so many times; gives the bytes of the program's memory.
async fn again(page: &Page, times: usize) -> Result<usize, promises::Failure> {
    page.evaluate_later(&format!(
        "(async () => {{ const room = document.querySelector('#room'); for (let i = 0; i < {times}; i++) {{ \
           room.innerHTML = '<slide-lever name=power></slide-lever><slide-chart view=power></slide-chart><slide-verdict></slide-verdict><slide-number lever=capex></slide-number>'; \
           await 0; if (i % 10 == 0) await new Promise(requestAnimationFrame); room.replaceChildren(); }} \
           await new Promise(end => setTimeout(end, 300)); done(memory.buffer.byteLength) }})().catch(error => done(String(error)))"
    ))
    .await
}

#[test]
fn twenty_elements_take_less_than_thirty_megabytes() {
    let views = ["power", "aws", "capex_split", "cash", "chips", "labour", "openai"];
    let body: String =
        (0..20).map(|at| format!("<slide-chart view={}>c</slide-chart>", views[at % 7])).collect();
    let host = Host::new("twenty", &format!("{MEMORY}{SCRIPT}"), &body).unwrap();
    host.visit().run(async |page| {
        page.wait_until(
            "all stand",
            "[...document.querySelectorAll('slide-chart')].every(it => it.shadowRoot?.textContent)",
        )
        .await?;
        let (program, script): (usize, usize) =
            page.evaluate("return [memory.buffer.byteLength, performance.memory.usedJSHeapSize]").await?;
        println!("20 charts: {program} bytes of the program, {script} of scripts");
        assert!(program + script < 30_000_000, "{program} + {script}");
        Ok(())
    });
}
