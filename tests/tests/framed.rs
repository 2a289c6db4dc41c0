//! The page in a frame: what its address chooses, how high it says it is, and who may tell it what.

use promises::{Host, Page, Visit};
use serde_json::{Value, json};

const FRAME: &str = "<iframe title=ours src=\"{ours}/sliderule.html?embed&views=power&levers=power,capex&locked=capex\" width=600 height=300 \
    sandbox=\"allow-scripts allow-popups allow-downloads\"></iframe>";
const LISTENER: &str = "<script>window.seen = []; addEventListener('message', ({ source, data }) => { \
    const frame = document.querySelector('iframe'); if (source === frame.contentWindow) seen.push(data); })</script>";

#[test]
fn the_address_chooses_what_is_shown() {
    let address = "sliderule.html?embed&views=aws,power,nonsense&levers=power,capex&locked=capex&verdict=no&strip=no&theme=dark&lang=de#v=1&power=3";
    Visit::default().at(address).run(async |page| {
        let shown: Value = page
            .evaluate(
                "const ids = selector => [...document.querySelectorAll(selector)].map(it => it.id); \
                 return { views: ids('#app figure'), levers: ids('input[type=range]'), locked: document.querySelector('#lever-capex').matches(':disabled'), \
                   free: !document.querySelector('#lever-power').matches(':disabled'), verdict: !!document.querySelector('#verdict'), strip: !!document.querySelector('.strip'), \
                   evidence: !!document.querySelector('#evidence'), theme: document.documentElement.dataset.theme, lang: document.documentElement.lang }",
            )
            .await?;
        let wanted = json!({ "views": ["view-aws", "view-power"], "levers": ["lever-power", "lever-capex"], "locked": true, "free": true,
            "verdict": false, "strip": false, "evidence": false, "theme": "dark", "lang": "de" });
        assert_eq!(shown, wanted);
        assert_eq!(page.lever("power").await?, 3.0);
        page.axe().await
    });
}

#[test]
fn the_frame_says_how_high_it_is_and_shrinks_again() {
    let host = Host::new("height", LISTENER, FRAME).unwrap();
    host.visit().run(async |page| {
        let narrow = height(page, 0.0).await?;
        let () = page.evaluate("seen.length = 0; document.querySelector('iframe').width = 300").await?;
        let higher = height(page, narrow).await?;
        assert!(higher > narrow, "{higher} after {narrow}");
        let () = page.evaluate("seen.length = 0; document.querySelector('iframe').width = 600").await?;
        page.wait_until("it is as low again", &format!("seen.some(data => data.type === 'sliderule' && data.height === {narrow})")).await?;
        let dialects: (bool, bool) = page
            .evaluate("return [seen.some(data => typeof data === 'string' && JSON.parse(data).context === 'iframe.resize'), seen.some(data => data.sentinel === 'amp' && data.type === 'embed-size')]")
            .await?;
        assert_eq!(dialects, (true, true));
        Ok(())
    });
}

/// The last height that was told, once it is another than `before` and the program has started.
async fn height(page: &Page, before: f64) -> Result<f64, promises::Failure> {
    let last = "seen.filter(data => data.type === 'sliderule' && data.v === 1).at(-1)?.height";
    page.wait_until("a height is told", &format!("{last} && {last} !== {before}")).await?;
    // What starts changes once more.
    page.evaluate_later::<bool>("setTimeout(() => done(true), 1500)").await?;
    page.evaluate(&format!("return {last}")).await
}

#[test]
fn only_the_page_around_may_hand_it_a_link() {
    let hostile = "<iframe title=hostile sandbox=allow-scripts srcdoc=\"<script>setInterval(() => parent.frames[0].postMessage({ type: 'sliderule', v: 1, link: 'v=1&power=1' }, '*'), 20)</script>\"></iframe>";
    let host = Host::new("hostile", LISTENER, &format!("{FRAME}{hostile}")).unwrap();
    host.visit().run(async |page| {
        height(page, 0.0).await?;
        page.driver().enter_frame(0).await?;
        page.wait_until("it has started", "document.documentElement.dataset.state === 'ready'").await?;
        assert_eq!(page.lever("power").await?, 6.0, "a stranger's message was heard");
        page.driver().enter_parent_frame().await?;
        let () = page.evaluate("for (const link of [7, null, '<b>', 'v=1&power=4']) frames[0].postMessage({ type: 'sliderule', v: 1, link }, '*'); \
            frames[0].postMessage({ type: 'sliderule', v: 2, link: 'v=1&power=2' }, '*')").await?;
        page.driver().enter_frame(0).await?;
        page.wait_until("the link is taken", "document.querySelector('#lever-power').value === '4'").await?;
        Ok(())
    });
}

#[test]
fn the_sample_post_is_read_in_every_way() {
    let ready = "[...document.querySelectorAll('slide-number, slide-value, slide-verdict, slide-lever')].every(it => it.shadowRoot?.textContent)";
    for width in [1280, 320] {
        Visit::default().size(width, 800).at("post.html").run(async |page| {
            page.wait_until("the elements stand", ready).await?;
            let wide: u32 = page.evaluate("return document.documentElement.scrollWidth").await?;
            assert!(wide <= width, "{wide} px wide");
            let german: String = page
                .evaluate("return document.querySelector('#deutsch slide-verdict').shadowRoot.textContent")
                .await?;
            assert!(german.contains("betreibt AWS"), "{german}");
            page.screenshot(&format!("post-{width}")).await?;
            page.axe().await
        });
    }
    Visit::default().size(320, 800).at("post.html").run(async |page| {
        page.wait_until("the elements stand", ready).await?;
        page.as_printed().await?;
        let printed: (u32, bool, bool) = page
            .evaluate("const seen = it => it.offsetHeight > 0; return [document.documentElement.scrollWidth, \
                [...document.querySelectorAll('iframe')].some(seen), [...document.querySelectorAll('slide-verdict, slide-value')].every(seen)]")
            .await?;
        assert_eq!(printed, (320, false, true), "width, frames, words");
        let options = json!({ "printBackground": true });
        let sheets = page.driver().cdp().send_raw("Page.printToPDF", options).await?;
        let count = "return [...atob(DATA).matchAll(/\\/Type \\/Page\\b/g)].length";
        let sheets: usize = page.evaluate(&count.replace("DATA", &sheets["data"].to_string())).await?;
        assert!((2..=10).contains(&sheets), "{sheets} sheets");
        page.screenshot("post-printed").await
    });
    for width in [1280, 320] {
        Visit::default().size(width, 800).at("post.html").without_scripts().run(async |page| {
            let text = page.text("#english").await?;
            assert!(
                text.contains("earns $132 billion that year") && text.contains("8.3 GW wait in 2030"),
                "{text}"
            );
            for language in ["english", "deutsch"] {
                let picture = page.find(&format!("#{language} slide-chart a img[alt]")).await?;
                picture.scroll_into_view().await?;
                let wide = picture.rect().await?.width;
                assert!((200.0..f64::from(width)).contains(&wide), "{wide} px wide");
                assert_eq!(picture.prop("complete").await?.as_deref(), Some("true"));
                assert!(
                    picture
                        .prop("naturalWidth")
                        .await?
                        .is_some_and(|width| width.parse().is_ok_and(|width: u32| width > 600))
                );
            }
            Ok(())
        });
    }
}
