//! Words of entities, periods and units, and the list of changes.

use crate::broken::Broken;

#[test]
fn a_period_that_is_english_everywhere() {
    let broken = Broken::new("term").within(
        "figures/report_q3_2025.toml",
        "fresh_delivery_locations",
        "period = \"end 2025\"",
        "period = \"begin 2025\"",
    );
    let found = broken.only().stands_in("figures/report_q3_2025.toml", "fresh_delivery_locations", "period");
    found.says(&["`begin` has no words in terms.toml"]);
}

#[test]
fn a_term_without_a_language() {
    let broken = Broken::new("term-language").within("terms.toml", "industry", "de =", "en =");
    broken.only().stands_in("terms.toml", "industry", "").says(&["missing in the language `de`"]);
}

#[test]
fn a_term_that_no_figure_has() {
    let broken = Broken::new("term-idle").append("terms.toml", "[yesterday]\nde = \"gestern\"");
    broken.only().stands_in("terms.toml", "yesterday", "").says(&["no figure has this word"]);
}

#[test]
fn a_figure_in_a_unit_without_words() {
    let broken = Broken::new("figure-unit").within(
        "figures/report_q3_2025.toml",
        "rufus_users",
        "unit = \"customers\"",
        "unit = \"costumers\"",
    );
    let found = broken.only().stands_in("figures/report_q3_2025.toml", "rufus_users", "unit");
    found.says(&["`costumers` has no words in units.toml", "did you mean `customers`?"]);
}

#[test]
fn a_disputed_figure_without_a_word_on_it() {
    let broken = Broken::new("doubt").edit("figures/report_openai_stake.toml", |text| {
        let at = text.find("[openai_valuation]").unwrap();
        let note = at + text[at..].find("note = ").unwrap();
        let end = note + text[note..].find('\n').unwrap_or(text.len() - note);
        format!("{}{}", &text[..note], &text[end..])
    });
    let found = broken.only().stands_in("figures/report_openai_stake.toml", "openai_valuation", "");
    found.says(&["disputed", "needs a `note`"]);
}

#[test]
fn a_change_of_no_day() {
    let broken = Broken::new("change").within("changes.toml", "model_1", "2026-11-22", "2026-11");
    broken.only().stands_in("changes.toml", "model_1", "date").says(&["`2026-11` is no day"]);
}
