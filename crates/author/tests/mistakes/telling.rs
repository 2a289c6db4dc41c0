//! Mistakes in presets, in the tour and in paragraphs.

use crate::broken::Broken;

/// The only mistake of a story: its block and what is said of it.
fn only(broken: &Broken) -> (String, String) {
    let problems = broken.problems();
    assert_eq!(problems.len(), 1, "{problems:#?}");
    (problems[0].block.clone(), problems[0].message.clone())
}

fn preset(name: &str, from: &str, to: &str) -> (String, String) {
    only(&Broken::new(name).within("presets.toml", "ai_bust", from, to))
}

#[test]
fn settings() {
    let said = |message: &str| ("ai_bust".to_owned(), message.to_owned());
    assert_eq!(
        preset("telling-range", "\"gpu_utilisation_low\"\n", "\"gpu_utilisation_low * 2\"\n"),
        said("1.2 lies outside the range 0 to 1")
    );
    assert_eq!(
        preset("telling-name", "sold_share =", "sold_shar ="),
        said("nothing is called `sold_shar`; did you mean `sold_share`?")
    );
    let (_, message) = preset("telling-unit", "\"epoch_cost_floor\"\n", "\"gpu_utilisation_low\"\n");
    assert!(message.contains("the whole gives") && message.contains("B$/GW/yr"), "{message}");
    assert_eq!(
        preset("telling-order", "2028 =", "2025 ="),
        said("2025 does not come after the year before it")
    );
    let (_, message) = preset("telling-whole", "sold_share =", "it_life = \"4.5 [yr]\"\nsold_share =");
    assert_eq!(message, "4.5 is not a whole number");
}

#[test]
fn names() {
    let (block, message) = preset("telling-figure", "\"epoch_cost_floor\",", "\"epoch_cost_flor\",");
    assert_eq!(block, "ai_bust");
    assert!(message.contains("did you mean `epoch_cost_floor`?"), "{message}");
    let (block, message) = only(&Broken::new("telling-view").within(
        "tour.toml",
        "chips",
        "view = \"chips\"",
        "view = \"chip\"",
    ));
    assert_eq!(
        (block.as_str(), message.as_str()),
        ("chips", "there is no view `chip`; did you mean `chips`?")
    );
}

#[test]
fn texts() {
    let prose = |name: &str, from: &str, to: &str| {
        only(&Broken::new(name).within("prose.toml", "treadmill", from, to))
    };
    let (_, message) = prose("telling-language", "de = ", "fr = ");
    assert_eq!(message, "missing in the language `de`");
    let (_, message) = prose("telling-number", "At a life of {it_life}", "At a life of {it_lif}");
    assert!(message.contains("did you mean `it_life`?"), "{message}");
    let (_, message) = prose("telling-year", "and in 2031 replacing", "and {replacement_share} replacing");
    assert!(message.contains("varies by year"), "{message}");
}
