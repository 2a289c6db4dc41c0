//! Words missing in a language, sentences that may be missing.

use crate::broken::Broken;

#[test]
fn a_missing_word() {
    let broken = Broken::new("word").within(
        "model.toml",
        "cost_per_gw",
        ", de = \"Kosten eines neuen Gigawatts\"",
        "",
    );
    broken.only().stands_in("model.toml", "cost_per_gw", "label").says(&["missing in the language `de`"]);
}

#[test]
fn an_empty_word() {
    let broken =
        Broken::new("empty").within("words/own.toml", "tour", "\"Rundgang in vier Schritten\"", "\" \"");
    broken.only().stands_in("words/own.toml", "tour", "").says(&["missing in the language `de`"]);
}

#[test]
fn every_list_is_looked_through() {
    let places = [
        ("story.toml", "story", "subject = { en = ", "subject = { fr = "),
        ("sources.toml", "amazon_report_2025", "title = { en = ", "title = { fr = "),
        ("figures/filings.toml", "sales_2022", "label = { en = ", "label = { fr = "),
        ("assumptions.toml", "load", "reason = { en = ", "reason = { fr = "),
        ("levers.toml", "capex", "unit_label = { en = ", "unit_label = { fr = "),
        ("views.toml", "power", "title = { en = ", "title = { fr = "),
        ("verdict.toml", "[income]", "text = { en = ", "text = { fr = "),
        ("backtests.toml", "y2025", "note = { en = ", "note = { fr = "),
        ("units.toml", "\"GW\"", "prose = { en = ", "prose = { fr = "),
    ];
    for (at, (file, block, from, to)) in places.into_iter().enumerate() {
        let broken = Broken::new(&format!("list-{at}"));
        let broken = match file {
            "story.toml" => broken.replace(file, from, to),
            _ => broken.within(file, block, from, to),
        };
        let problems = broken.problems();
        assert!(
            problems.iter().all(|problem| problem.message.contains("missing in the language `en`")),
            "{file}: {problems:#?}"
        );
        assert_eq!(problems.len(), 1, "{file}");
        assert!(problems[0].file.ends_with(file) && problems[0].line > 0, "{file}");
    }
}

#[test]
fn another_language_misses_every_word() {
    let broken = Broken::new("french").replace(
        "story.toml",
        "languages = [\"en\", \"de\"]",
        "languages = [\"en\", \"de\", \"fr\"]",
    );
    let problems = broken.problems();
    assert!(problems.len() > 300, "{}", problems.len());
    assert!(problems.iter().all(|problem| problem.message.contains("`fr`")));
}

#[test]
fn a_sentence_that_may_be_missing() {
    let broken = Broken::new("last")
        .append("verdict.toml", "[[probe]]\nwhen = \"capex > 0\"\ntext = { en = \"A.\", de = \"A.\" }");
    let found = broken.only().stands_in("verdict.toml", "probe", "0");
    found.says(&["the last variant may have no `when`"]);
}

#[test]
fn a_sentence_that_is_never_shown() {
    let variant = "[[probe]]\ntext = { en = \"A.\", de = \"A.\" }\n";
    let broken = Broken::new("never").append("verdict.toml", &variant.repeat(2));
    broken.only().stands_in("verdict.toml", "probe", "1").says(&["never shown"]);
}

#[test]
fn a_view_without_sentence() {
    let broken = Broken::new("mute").edit("views.toml", |text| {
        let start = text.find("[[openai.sentence]]").unwrap();
        text[..start].replace("[openai]\n", "[openai]\nsentence = []\n")
    });
    broken.only().stands_in("views.toml", "openai", "sentence.").says(&["a sentence is missing"]);
}

#[test]
fn a_word_that_the_page_does_not_have() {
    let broken = Broken::new("word-unknown").append("words/own.toml", "[tuor]\nen = \"A\"\nde = \"A\"");
    let found = broken.only().stands_in("words/own.toml", "tuor", "");
    found.says(&["the page has no word `tuor`", "did you mean `tour`?"]);
}

/// What a story does not say of its own the page says in its own words, in the languages that it comes with.
#[test]
fn a_story_without_words_has_those_of_the_page() {
    let broken = Broken::new("no-words").remove("words/own.toml");
    let story = author::read(broken.folder()).expect("words may be missing");
    assert_eq!(story.words.get("tour").map(|text| text.get("de")), Some("Rundgang"));
    let french = broken.replace("story.toml", "[\"en\", \"de\"]", "[\"en\", \"de\", \"fr\"]");
    let missing = french.problems().into_iter().find(|problem| problem.block == "undo").expect("a problem");
    assert!(missing.file.ends_with("words.toml") && missing.message.contains("`fr`"), "{missing}");
}
