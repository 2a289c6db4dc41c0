//! Every sentence can be read, in both languages, whatever is set.

use crate::cases::{Case, Dice, MODEL, STORY, Within};
use engine::say::{Plain, Said, Voice, plain_text, sentence, verdict};
use engine::story::{Named, Text, Variant};
use engine::{Model, Scenario, project};

fn with_voice<T>(language: &str, speak: impl FnOnce(Voice) -> T) -> T {
    let numbers = Plain::new(language);
    speak(Voice { story: &STORY, language, numbers: &numbers })
}

fn verdict_of(case: &Case, language: &str) -> Vec<Vec<Said>> {
    with_voice(language, |voice| verdict(&MODEL, &case.projection, voice, &|_| None))
}

fn text_of(sentences: &[Vec<Said>]) -> String {
    sentences.iter().map(|said| plain_text(said)).collect::<Vec<_>>().join(" ")
}

/// A whole sentence without anything that only a programmer understands.
pub(crate) fn readable(text: &str) -> Result<(), String> {
    let ends = text.ends_with(['.', '!', '?']);
    let raw = ["{", "}", "NaN", "inf ", "inf.", "−0 ", "  "].iter().find(|raw| text.contains(**raw));
    match (ends, raw) {
        (true, None) => Ok(()),
        (false, _) => Err(format!("is no whole sentence: {text:?}")),
        (_, Some(raw)) => Err(format!("holds {raw:?}: {text:?}")),
    }
}

fn check(case: &Case) {
    for language in &STORY.about.languages {
        let said = verdict_of(case, language);
        let views = STORY.views.names().zip(&MODEL.shown.views).map(|(id, view)| {
            let said =
                with_voice(language, |voice| sentence(&view.sentence, &case.projection, &MODEL, voice));
            (id, plain_text(&said))
        });
        let verdict = said.iter().map(|said| ("verdict", plain_text(said)));
        for (id, text) in verdict.chain(views) {
            if let Err(why) = readable(&text) {
                panic!("{id} in {language} {why}, in {:?}", case.scenario);
            }
        }
        assert_eq!(said.len(), STORY.verdict.len(), "a sentence of the verdict is missing");
    }
}

#[test]
fn named_scenarios() {
    let cases: [&[(&str, f64)]; 9] = [
        &[],
        &[("power", 3.0)],
        &[("power", 0.0)],
        &[("capex", 0.0)],
        &[("capex", 0.0), ("power", 0.0)],
        &[("office_jobs", 0.0)],
        &[("office_jobs", 1.0)],
        &[("capex", 400.0), ("power", 0.0)],
        &[("trainium_share", 1.0), ("hires_avoided", 0.0)],
    ];
    cases.into_iter().for_each(|set| check(&Case::new(set)));
}

#[test]
fn random_scenarios() {
    let mut dice = Dice(500);
    for round in 0..500 {
        let within = if round % 2 == 0 { Within::Believed } else { Within::Settable };
        check(&Case::of(dice.scenario(within)));
    }
}

/// Quantity, year and value of the numbers that the page marks.
fn numbers(case: &Case) -> Vec<(String, i32, f64)> {
    let mut found = Vec::new();
    for part in verdict_of(case, "en").into_iter().flatten() {
        if let Said::Number { id: Some(id), computed: true, value, year: Some(year), .. } = part {
            found.push((id, year, value));
        }
    }
    found
}

#[test]
fn the_verdict_marks_its_numbers_exactly() {
    for set in [&[][..], &[("power", 3.0)], &[("capex", 400.0), ("power", 0.0)]] {
        let case = Case::new(set);
        let numbers = numbers(&case);
        assert!(numbers.iter().any(|(id, year, _)| id == "running" && *year == 2033), "{numbers:?}");
        assert!(numbers.iter().any(|(id, year, _)| id == "income" && *year == 2033), "{numbers:?}");
        for (id, year, value) in numbers {
            assert_eq!(case.at(&id, year).to_bits(), value.to_bits(), "{id} in {year}");
        }
    }
    let idle = numbers(&Case::new(&[("power", 3.0)])).into_iter().find(|(id, _, _)| id == "unpowered");
    let (_, year, value) = idle.unwrap();
    assert_eq!((year, (value * 10.0).round()), (2030, 123.0));
}

#[test]
fn numbers_are_written_in_the_manner_of_the_language() {
    let case = Case::new(&[("power", 3.0)]);
    let [english, german] = ["en", "de"].map(|language| text_of(&verdict_of(&case, language)));
    assert!(english.contains("12.3\u{a0}GW") && english.contains("30,000\u{a0}jobs"), "{english}");
    assert!(german.contains("12,3\u{a0}GW") && german.contains("30.000\u{a0}Stellen"), "{german}");
    assert!(english.contains("$75\u{a0}billion") && german.contains("75\u{a0}Mrd. $"), "{english} {german}");
}

#[test]
fn a_loss_is_a_loss_and_no_negative_gain() {
    let case = Case::new(&[("capex", 400.0), ("power", 0.0)]);
    assert!(case.at("income", 2033) < -50.0);
    for language in ["en", "de"] {
        let text = text_of(&verdict_of(&case, language));
        assert!(!text.contains('−'), "{text}");
    }
}

#[test]
fn the_verdict_names_the_years_of_each_limit() {
    let years = |set: &[(&str, f64)]| text_of(&verdict_of(&Case::new(set), "en"));
    let both = years(&[]);
    assert!(both.contains("2026–2027") && both.contains("2028–2033"), "{both}");
    assert!(years(&[("power", 3.0)]).contains("Power is what binds in every year"));
    assert!(years(&[("power", 20.0)]).contains("Money is what binds in every year"));
}

#[test]
fn years_that_follow_each_other_are_a_range() {
    let said = |years: &str| {
        let mut story = STORY.clone();
        let text = Text(Named(vec![("en".to_owned(), format!("{{years({years})}}"))]));
        story.verdict.0 = vec![("years".to_owned(), vec![Variant { when: None, text }])];
        let model = Model::compile(&story).unwrap();
        let projection = project(&model, &Scenario::default_of(&model));
        with_voice("en", |voice| text_of(&verdict(&model, &projection, voice, &|_| None)))
    };
    assert_eq!(said("year == 2026 [yr] or year > 2027 [yr] and year <= 2030 [yr]"), "2026, 2028–2030");
    assert_eq!(said("year <= 2027 [yr]"), "2026–2027");
}

#[test]
fn periods_read_in_the_language_of_the_page() {
    let numbers = Plain::new("de");
    let [german, english] = ["de", "en"].map(|language| Voice { story: &STORY, language, numbers: &numbers });
    for (text, said) in [
        ("12 months to Q3 2025", "12 Monate bis Q3 2025"),
        ("8 years, start not printed", "8 Jahre, Beginn nicht gedruckt"),
        ("US households", "US-Haushalte"),
        ("Amazon / OpenAI", "Amazon / OpenAI"),
    ] {
        assert_eq!((german.term(text), english.term(text)), (said.to_owned(), text.to_owned()));
    }
    assert_eq!((german.quoted("3,8"), english.quoted("3,8")), ("„3,8“".to_owned(), "“3,8”".to_owned()));
}
