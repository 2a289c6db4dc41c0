//! Presets, the tour and the paragraphs: what they set can be set, and what they say follows the model.

use crate::cases::{Case, MODEL, STORY};
use engine::model::{Part, ShownSetting, ShownVariant};
use engine::say::{Plain, Said, Voice, plain_text, sentence};
use engine::settings;
use engine::{Model, Projection, Scenario, project};

/// The model and scenario of a preset or a step.
fn started(set: &[ShownSetting]) -> (Model, Scenario, Projection) {
    let held = settings(set, &Case::new(&[]).projection);
    assert_eq!(held.len(), set.len());
    let paths: Vec<usize> =
        held.iter().filter(|(_, path)| path.level().is_none()).map(|(at, _)| *at).collect();
    let model = Model::over_years(&STORY, &paths).unwrap();
    let mut scenario = Scenario::default_of(&model);
    for (at, path) in held {
        scenario.set_path(&model, at, path).unwrap();
    }
    let projection = project(&model, &scenario);
    (model, scenario, projection)
}

fn said(text: &ShownVariant, model: &Model, projection: &Projection, language: &str) -> Vec<Said> {
    let numbers = Plain::new(language);
    let voice = Voice { story: &STORY, language, numbers: &numbers };
    sentence(std::slice::from_ref(text), projection, model, voice)
}

fn output(model: &Model, projection: &Projection, id: &str, index: usize) -> f64 {
    let at = model.quantities.iter().position(|quantity| quantity.id == id).unwrap();
    projection.value(model, at, index).unwrap()
}

#[test]
fn every_preset_is_another_scenario() {
    let mut income = Vec::new();
    for (preset, (id, _)) in MODEL.shown.presets.iter().zip(&STORY.presets.0) {
        let (model, scenario, projection) = started(preset);
        assert!(!scenario.differences(&Scenario::default_of(&model), &model).is_empty(), "{id}");
        income.push((id.as_str(), output(&model, &projection, "income", 7)));
    }
    let of = |id: &str| income.iter().find(|(known, _)| *known == id).unwrap().1;
    assert_eq!(income.len(), 6);
    assert!(of("ai_bust") < of("power_stays") && of("power_stays") < of("amazon_plan"));
    assert!(of("trainium_takes_over") < of("ai_boom"));
}

/// As its expressions are: the plan's power is that of the claim.
#[test]
fn presets_follow_their_figures() {
    let place = STORY.presets.position("amazon_plan").unwrap();
    let projection = Case::new(&[]).projection;
    let power = MODEL.input("power").unwrap();
    let of = |projection: &Projection| {
        let held = settings(&MODEL.shown.presets[place], projection);
        held.into_iter().find(|(at, _)| *at == power).unwrap().1.level().unwrap()
    };
    assert_eq!(Some(of(&projection)), projection.slot(MODEL.shown.claims[power][1]));
    let mut overridden = Scenario::default_of(&MODEL);
    let running = MODEL.inputs.iter().position(|input| input.id == "running_2025").unwrap();
    overridden.set_at(&MODEL, running, 10.0).unwrap();
    assert_eq!(of(&project(&MODEL, &overridden)), 5.0);
}

#[test]
fn the_tour_moves_levers_and_says_what_happens() {
    assert_eq!(MODEL.shown.tour.len(), 4);
    for (step, (id, written)) in MODEL.shown.tour.iter().zip(&STORY.tour.0) {
        let (model, scenario, projection) = started(&step.set);
        for at in scenario.differences(&Scenario::default_of(&model), &model) {
            assert!(at < STORY.levers.len(), "{id} moves {}", model.inputs[at].id);
        }
        assert!(STORY.views.get(&written.view).is_some());
        for language in &STORY.about.languages {
            let said = said(&step.text, &model, &projection, language);
            assert!(said.iter().any(|part| matches!(part, Said::Number { computed: true, .. })), "{id}");
            assert!(!plain_text(&said).contains('–'), "{id}: {}", plain_text(&said));
        }
    }
}

#[test]
fn paragraphs_have_numbers_to_drag_and_numbers_that_answer() {
    let [start, moved] = [Case::new(&[]), Case::new(&[("capex", 150.0), ("power", 3.0), ("it_life", 4.0)])];
    let mut levers = Vec::new();
    for (paragraph, (id, _)) in MODEL.shown.prose.iter().zip(&STORY.prose.0) {
        for (language, template) in &paragraph.text {
            let inputs = template.0.iter().filter_map(|part| match part {
                Part::Number(number) => number.input.clone(),
                _ => None,
            });
            levers.extend(inputs.filter(|input| STORY.levers.get(input).is_some()));
            let [before, after] =
                [&start, &moved].map(|case| plain_text(&said(paragraph, &MODEL, &case.projection, language)));
            assert!(before != after || id == "openai", "{before}");
            assert!(!before.contains('{') && !before.contains("–"), "{before}");
        }
    }
    for (lever, _) in STORY.levers.iter() {
        assert!(levers.iter().any(|found| found == lever), "no paragraph holds {lever}");
    }
}

/// None of the articles' sentences is copied: no six words in a row stand in one of them.
#[test]
fn told_in_words_of_our_own() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/sources");
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let words = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let split = lower.split(|letter: char| !letter.is_alphanumeric());
        split.filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let articles: Vec<Vec<String>> = entries
        .flatten()
        .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
        .map(|text| words(&text))
        .collect();
    let told = STORY.prose.iter().flat_map(|(_, paragraph)| paragraph.text.0.iter());
    let steps = STORY.tour.iter().flat_map(|(_, step)| step.text.0.iter());
    let reasons = STORY.presets.iter().flat_map(|(_, preset)| preset.reason.0.iter());
    for (_, text) in told.chain(steps).chain(reasons) {
        for six in words(text).windows(6) {
            let copied = articles.iter().any(|article| article.windows(6).any(|found| found == six));
            assert!(!copied, "{six:?}");
        }
    }
}
