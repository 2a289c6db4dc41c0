//! What a feed, a newsletter and a chat find beside the page, as they read it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly")]

use engine::story::Story;
use pictures::{Address, SIZE, Shared, shared};
use resvg::usvg::{Options, Tree};
use serde_json::Value;
use std::{path::Path, sync::LazyLock};

static STORY: LazyLock<Story> =
    LazyLock::new(|| author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap());
static ADDRESS: LazyLock<Address> = LazyLock::new(|| "https://example.org/explorer".parse().unwrap());
static SHARED: LazyLock<Shared> = LazyLock::new(|| shared(&STORY, Some(&ADDRESS)).unwrap());

/// What each scenario's files are called in each language.
fn names() -> Vec<String> {
    let cases = std::iter::once("default").chain(STORY.presets.names());
    cases
        .flat_map(|case| STORY.about.languages.iter().map(move |language| format!("{case}-{language}")))
        .collect()
}

fn bytes<'a>(of: &'a Shared, path: &str) -> &'a [u8] {
    let file = of.files.iter().find(|file| file.path == path);
    &file.unwrap_or_else(|| panic!("there is no {path}")).bytes
}

fn text(path: &str) -> &'static str {
    std::str::from_utf8(bytes(&SHARED, path)).unwrap()
}

/// The texts between `start` and the next `end`, with the signs that HTML escapes.
fn between(text: &str, start: &str, end: &str) -> Vec<String> {
    let parts = text.split(start).skip(1).filter_map(|part| part.split_once(end));
    parts
        .map(|(found, _)| {
            found.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
        })
        .collect()
}

fn only(text: &str, start: &str, end: &str) -> String {
    let found = between(text, start, end);
    assert_eq!(found.len(), 1, "{start} in {text}");
    found.into_iter().next().unwrap()
}

#[test]
fn every_scenario_has_its_picture_in_every_language_at_two_densities() {
    assert_eq!(names().len(), 14);
    for name in names() {
        for (ending, density) in [("", 1), ("@2x", 2)] {
            let png = bytes(&SHARED, &format!("pictures/{name}{ending}.png"));
            let picture = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
            assert_eq!((picture.info().width, picture.info().height), (SIZE.0 * density, SIZE.1 * density));
            assert!(png.len() > 20_000 && png.len() < 400_000, "{name}: {}", png.len());
        }
        let svg = text(&format!("pictures/{name}.svg"));
        let size = Tree::from_str(svg, &Options::default()).unwrap().size();
        assert_eq!((size.width(), size.height()), (1200.0, 630.0));
    }
}

#[test]
fn the_alternative_text_is_the_takeaway() {
    for name in names() {
        let page = text(&format!("share/{name}.html"));
        let takeaway = only(page, "<p class=\"takeaway\">", "</p>");
        assert!(takeaway.contains("2033") && takeaway.ends_with('.'), "{takeaway}");
        assert_eq!(only(page, " alt=\"", "\""), takeaway);
        assert_eq!(only(page, "og:image:alt\" content=\"", "\""), takeaway);
        assert_eq!(only(page, "og:description\" content=\"", "\""), takeaway);
        assert!(
            only(text(&format!("pictures/{name}.svg")), "<desc id=\"", "</desc>")
                .ends_with(&format!(">{takeaway}"))
        );
    }
    // What moves neither the main chart nor the number that is asked about is shown by what it does move.
    let said = only(text("share/leaked_automation-en.html"), "<p class=\"takeaway\">", "</p>");
    assert!(said.starts_with("Jobs and hires saved pay for"), "{said}");
    let said = only(text("share/power_stays-en.html"), "<p class=\"takeaway\">", "</p>");
    assert!(
        said.starts_with(
            "At $200\u{a0}billion a year and 3.8\u{a0}GW of new connections, AWS runs 42\u{a0}GW in 2033"
        ),
        "{said}"
    );
    assert!(
        said.ends_with(
            "It earns $111\u{a0}billion (80% between $37\u{a0}billion and $125\u{a0}billion) that year."
        ),
        "{said}"
    );
}

#[test]
fn a_small_page_leads_to_the_page_in_its_state_and_runs_nothing() {
    for name in names() {
        let page = text(&format!("share/{name}.html"));
        assert!(
            page.contains("default-src 'none'") && !page.contains("<script") && !page.contains("style="),
            "{page}"
        );
        for path in
            ["share/share.css".to_owned(), format!("pictures/{name}.png"), format!("pictures/{name}@2x.png")]
        {
            assert!(page.contains(path.trim_start_matches("share/")));
            bytes(&SHARED, &path);
        }
    }
    let link = only(text("share/ai_bust-de.html"), "<a href=\"", "\"");
    assert_eq!(link, "../?lang=de#v=1&story-of=model_1&capex=2026:200,2028:100&yield_gpu=6.6&sold_share=0.6");
    assert_eq!(only(text("share/default-en.html"), "<a href=\"", "\""), "../?lang=en");
}

#[test]
fn tags_name_the_picture_in_full_where_the_address_is_known() {
    let tags = &SHARED.tags_html;
    let content = |name: &str| only(tags, &format!("<meta property=\"og:{name}\" content=\""), "\"");
    assert_eq!(content("title"), "What if Amazon’s AI bet meets the power grid?");
    assert_eq!(content("url"), "https://example.org/explorer/");
    assert_eq!(content("image"), "https://example.org/explorer/pictures/default-en.png");
    assert_eq!(content("image:alt"), content("description"));
    assert_eq!(only(tags, "name=\"twitter:card\" content=\"", "\""), "summary_large_image");
    assert!(tags.contains(
        "type=\"application/json+oembed\" href=\"https://example.org/explorer/share/default-en.json\""
    ));
    let page = text("share/ai_boom-de.html");
    assert_eq!(only(page, "og:url\" content=\"", "\""), "https://example.org/explorer/share/ai_boom-de.html");
    assert_eq!(only(page, "og:title\" content=\"", "\""), "KI-Boom");

    let without = shared(&STORY, None).unwrap();
    for absent in ["og:url", "og:image", "twitter:", "oembed", "//"] {
        assert!(!without.tags_html.contains(absent), "{}", without.tags_html);
    }
    assert!(without.tags_html.contains("og:title") && without.tags_html.contains("og:description"));
    assert!(without.files.iter().all(|file| !file.path.ends_with(".json")));
    // The same pictures, to the last byte.
    for name in names() {
        for path in [
            format!("pictures/{name}.png"),
            format!("pictures/{name}@2x.png"),
            format!("pictures/{name}.svg"),
        ] {
            assert_eq!(bytes(&without, &path), bytes(&SHARED, &path), "{path}");
        }
    }
}

#[test]
fn oembed_has_what_its_specification_requires() {
    for name in names() {
        let answer: Value = serde_json::from_str(text(&format!("share/{name}.json"))).unwrap();
        assert_eq!((&answer["type"], &answer["version"]), (&"rich".into(), &"1.0".into()));
        assert!(answer["width"].as_u64().unwrap() > 0 && answer["height"].as_u64().unwrap() > 0);
        // All three or none.
        assert_eq!(answer["thumbnail_url"], format!("https://example.org/explorer/pictures/{name}.png"));
        assert_eq!(
            (&answer["thumbnail_width"], &answer["thumbnail_height"]),
            (&SIZE.0.into(), &SIZE.1.into())
        );
        let html = answer["html"].as_str().unwrap();
        assert!(
            html.starts_with("<iframe src=\"https://example.org/explorer/sliderule.html?embed&amp;views="),
            "{html}"
        );
        assert!(
            html.contains("sandbox=\"allow-scripts allow-popups allow-downloads\"")
                && html.contains("title=\""),
            "{html}"
        );
        let title = answer["title"].as_str().unwrap();
        assert!(text(&format!("share/{name}.html")).contains(&format!("<h1>{title}</h1>")), "{title}");
    }
}

#[test]
fn a_frame_shows_the_chart_of_the_picture_with_its_levers() {
    let html = |name: &str| {
        let answer: Value = serde_json::from_str(text(&format!("share/{name}.json"))).unwrap();
        only(answer["html"].as_str().unwrap(), "sliderule.html?", "\"")
    };
    assert_eq!(
        html("power_stays-de"),
        "embed&views=power&levers=power&strip=no&lang=de#v=1&story-of=model_1&power=3.8"
    );
    assert!(html("amazon_plan-en").starts_with("embed&views=labour&levers=office_jobs,hires_avoided&"));
}

#[test]
fn a_letter_that_the_font_lacks_is_named() {
    let mut story = STORY.clone();
    story.about.subject.0.0[0].1 = "亜".into();
    let refused = shared(&story, None).unwrap_err().to_string();
    assert!(refused.contains("default-en") && refused.contains('亜'), "{refused}");
}
