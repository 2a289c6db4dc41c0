//! What an author puts into a post: the page makes it, shows it, and it works where it is put.

use promises::{Failure, Host, Key, Outcome, Page, Surface, Visit};

const TEXT: &str = "document.querySelector('#embed textarea').value";

#[test]
fn the_form_makes_the_snippet_and_shows_it() {
    Visit::default().size(320, 800).dark().language("de-DE").at("#v=1&power=3").run(async |page| {
        page.settle().await?;
        let before = page.requests().await?;
        assert_eq!(page.texts("iframe, #embed form").await?.len(), 0, "made before anybody asks");
        open(page).await?;
        page.wait_until("a frame is offered", &format!("{TEXT}.startsWith('<iframe ')")).await?;
        // By keys alone: the list is the first stop behind the summary.
        page.keys("#embed [name=kind]", Key::Down + "").await?;
        page.wait_until("the listener is in it", &format!("{TEXT}.includes('addEventListener')")).await?;
        page.click("#embed [name=view][value=aws]").await?;
        choose(page, "[data-lever=capex] select", "!").await?;
        choose(page, "[data-lever=trainium_share] select", "").await?;
        for name in ["verdict", "part][value='lang='", "part][value='background=none'"] {
            page.click(&format!("#embed [name={name}]")).await?;
        }
        choose(page, "select[name=part]", "theme=dark").await?;
        page.type_in("#embed [name=embed_height]", "700").await?;
        page.type_in("#embed [name=embed_at]", "https://example.org/here").await?;
        let text: String = page.evaluate(&format!("return {TEXT}")).await?;
        let address = "src=\"https://example.org/here/sliderule.html?embed&amp;views=power,aws&amp;levers=capex,power,office_jobs,hires_avoided&amp;locked=capex\
            &amp;verdict=no&amp;strip=no&amp;theme=dark&amp;lang=de&amp;background=none#v=1&amp;";
        for part in [address, "&amp;power=3", "height=\"700\"", "sandbox=\"allow-scripts allow-popups allow-downloads\"", "referrerpolicy=\"no-referrer\"", "loading=\"lazy\"", "title=\"Was"] {
            assert!(text.contains(part), "{part} is not in {text}");
        }
        shown(page).await?;
        let (wide, whole): (u32, u32) = page.evaluate("return [document.documentElement.scrollWidth, innerWidth]").await?;
        assert!(wide <= whole, "{wide} px wide");
        page.screenshot("snippet").await?;
        page.axe().await?;
        // Nothing but the one file has been asked for, and that when the form was opened.
        let asked = page.requests().await?;
        assert_eq!(asked, before, "the page itself has asked for more");
        let () = page
            .evaluate("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async text => { window.copied = text } } })")
            .await?;
        page.click("#copy-embed").await?;
        page.wait_until("the button says so", "document.querySelector('#copy-embed').textContent === 'Kopiert'").await?;
        let copied: String = page.evaluate("return copied").await?;
        assert_eq!(copied, text);
        Ok(())
    });
}

#[test]
fn the_scenario_on_screen_is_followed() {
    Visit::default().run(async |page| {
        open(page).await?;
        page.wait_until("a frame is offered", &format!("{TEXT}.includes('strip=no\"')")).await?;
        page.drag("#lever-power", 6.0, 3.0).await?;
        page.wait_until("it holds the lever", &format!("{TEXT}.includes('&amp;power=3')")).await?;
        page.click("#language-de").await?;
        page.wait_until("it is German", &format!("{TEXT}.includes('title=\"Was')")).await?;
        shown(page).await
    });
}

#[test]
fn the_one_file_shows_itself_and_says_what_it_cannot_show() {
    Visit::default().on(Surface::File).at("#v=1&power=3").run(async |page| {
        open(page).await?;
        page.wait_until("its files are beside the post", &format!("{TEXT}.includes('src=\"./sliderule.html?embed')")).await?;
        shown(page).await?;
        choose(page, "[name=kind]", "elements").await?;
        page.wait_until("it says so", "document.querySelector('#embed iframe').hidden && document.querySelector('#embed .note').textContent && !document.querySelector('#embed .note').hidden").await?;
        assert!(page.evaluate::<String>(&format!("return {TEXT}")).await?.contains("src=\"./sliderule.js\""));
        Ok(())
    });
}

#[test]
fn a_file_that_knows_its_site_names_it() {
    Visit::default().on(Surface::File).run(async |page| {
        // As whoever builds with the site's address finds it in the file.
        let link = "document.head.insertAdjacentHTML('beforeend', '<link rel=canonical href=\"https://example.org/there/\">')";
        let () = page.evaluate(link).await?;
        open(page).await?;
        page.wait_until("its files are on the site", &format!("{TEXT}.includes('src=\"https://example.org/there/sliderule.html?embed')")).await?;
        Ok(())
    });
}

#[test]
fn each_kind_works_where_it_is_put() {
    let taken = std::cell::RefCell::new(Vec::new());
    Visit::default().at("#v=1&power=3").run(async |page| {
        open(page).await?;
        let ours: String = page.evaluate("return location.origin").await?;
        choose(page, "[data-lever=capex] select", "!").await?;
        for kind in ["frame", "fitted", "elements"] {
            choose(page, "[name=kind]", kind).await?;
            let text: String = page.evaluate(&format!("return {TEXT}")).await?;
            taken.borrow_mut().push(text.replace(&ours, "{ours}"));
        }
        page.wait_until(
            "the preview has elements",
            "document.querySelector('#embed iframe').srcdoc.includes('<slide-chart')",
        )
        .await?;
        page.driver().enter_frame(0).await?;
        page.wait_until(
            "they stand",
            "document.querySelector('slide-chart').shadowRoot?.textContent.includes('36')",
        )
        .await?;
        Ok(page.driver().enter_parent_frame().await?)
    });
    let [frame, fitted, elements] = &taken.into_inner()[..] else { unreachable!("three kinds") };
    for (name, text) in [("frame", frame), ("fitted", fitted)] {
        Host::new(&format!("snippet-{name}"), "", text).unwrap().visit().run(async |page| {
            let height = "document.querySelector('iframe').offsetHeight";
            if name == "fitted" {
                page.wait_until("it is as high as it says", &format!("{height} !== 600")).await?;
            }
            page.axe().await?;
            page.driver().enter_frame(0).await?;
            page.wait_until("it has started", "document.documentElement.dataset.state === 'ready'").await?;
            assert_eq!(page.lever("power").await?, 3.0);
            assert!(
                page.evaluate::<bool>("return document.querySelector('#lever-capex').matches(':disabled')")
                    .await?
            );
            if name == "fitted" {
                page.wait_until(
                    "all of it is seen",
                    "document.documentElement.scrollHeight <= innerHeight + 1",
                )
                .await?;
            }
            Ok(page.driver().enter_parent_frame().await?)
        });
    }
    Host::new("snippet-elements", "", elements).unwrap().visit().run(async |page| {
        let inside = "selector => document.querySelector(selector[0])?.shadowRoot?.querySelector(selector[1])";
        page.wait_until("they stand", &format!("({inside})(['slide-chart', 'figure'])")).await?;
        let shown: (f64, bool, bool) = page.evaluate(&format!("const inside = {inside}; return [+inside(['slide-lever[name=power]', 'input']).value, \
            inside(['slide-lever[name=capex]', 'input[type=range]']).matches(':disabled'), inside(['slide-verdict', '#verdict']).textContent.includes('36')]")).await?;
        assert_eq!(shown, (3.0, true, true));
        page.axe().await
    });
    Host::new("snippet-scriptless", "", elements).unwrap().visit().without_scripts().run(async |page| {
        let text = page.text("main").await?.replace('\u{a0}', " ");
        assert!(text.contains("36 GW"), "{text}");
        assert!(
            page.find("slide-chart a[href*='#v=1'] img[alt]")
                .await?
                .prop("naturalWidth")
                .await?
                .is_some_and(|width| width != "0")
        );
        Ok(())
    });
}

#[test]
fn the_listener_is_small_and_hears_nobody_else() {
    assert!(page::LISTENER.len() <= 1000, "{} bytes", page::LISTENER.len());
    let (frame, stranger) = (
        "<iframe id=one title=one srcdoc='<p>'></iframe>",
        "<iframe id=two title=two srcdoc='<p>'></iframe>",
    );
    let host =
        Host::new("listener", &format!("<script>{}</script>", page::LISTENER), &format!("{frame}{stranger}"))
            .unwrap();
    host.visit().run(async |page| {
        let tell = |frame: &str, data: &str| {
            format!("dispatchEvent(new MessageEvent('message', {{ source: {frame}, data: {data} }}));")
        };
        let heights = "return [...document.querySelectorAll('iframe')].map(frame => frame.style.height)";
        let steps = [
            ("window", "{ type: 'sliderule', v: 1, height: 300 }", ["", ""]),
            ("frames[0]", "{ type: 'other', v: 1, height: 300 }", ["", ""]),
            ("frames[0]", "{ type: 'sliderule', v: 2, height: 300 }", ["", ""]),
            ("frames[0]", "{ type: 'sliderule', v: 1, height: NaN }", ["", ""]),
            ("frames[0]", "{ type: 'sliderule', v: 1 }", ["", ""]),
            ("frames[0]", "null", ["", ""]),
            ("frames[0]", "{ type: 'sliderule', v: 1, height: 300 }", ["300px", ""]),
            ("frames[0]", "{ type: 'sliderule', v: 1, height: 1e9 }", ["5000px", ""]),
            ("frames[0]", "{ type: 'sliderule', v: 1, height: -7 }", ["120px", ""]),
        ];
        for (source, data, expected) in steps {
            let found: [String; 2] = page.evaluate(&(tell(source, data) + heights)).await?;
            assert_eq!(found, expected, "{data} from {source}");
        }
        Ok(())
    });
}

/// Opens the disclosure as somebody does.
async fn open(page: &Page) -> Outcome {
    page.click("#embed > summary").await?;
    page.find("#embed textarea").await?;
    Ok(())
}

async fn choose(page: &Page, list: &str, value: &str) -> Outcome {
    let choose = format!(
        "const list = document.querySelector({:?}); list.value = {value:?}; list.dispatchEvent(new Event('input', {{ bubbles: true }}))",
        format!("#embed {list}")
    );
    page.evaluate(&choose).await
}

/// Waits until the preview shows the lever where it stands in the page.
async fn shown(page: &Page) -> Result<(), Failure> {
    page.evaluate::<()>("document.querySelector('#embed iframe').scrollIntoView()").await?;
    // Once it has been made anew.
    page.evaluate_later::<bool>("setTimeout(() => done(true), 800)").await?;
    page.driver().enter_frame(0).await?;
    if !page.evaluate::<bool>("return !!document.querySelector('#app')").await?
        && page.evaluate::<bool>("return !!document.querySelector('iframe')").await?
    {
        page.driver().enter_frame(0).await?;
    }
    page.wait_until("the preview has started", "document.documentElement.dataset.state === 'ready'").await?;
    assert_eq!(page.lever("power").await?, 3.0);
    Ok(page.driver().enter_default_frame().await?)
}
