//! All stories of the repository: what must hold for one must hold for each.

use crate::cases::{Dice, MODEL, STORY};
use crate::explanations::all;
use crate::sentences::readable;
use engine::link::{Differences, Digits, Link, read, write};
use engine::model::{Name, ShownVariant};
use engine::reference::{check, make};
use engine::say::{Plain, Voice, plain_text, sentence};
use engine::settings;
use engine::story::{pack, unpack};
use engine::{Explanation, Model, Projection, Scenario, Story, project};
use std::path::Path;
use std::sync::LazyLock;

/// A story of the repository with its model.
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) story: Story,
    pub(crate) model: Model,
}

/// Those beside the page's own, each a folder in `stories/`.
static OTHERS: LazyLock<Vec<Told>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../stories");
    let mut names: Vec<_> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    let told = |name: std::ffi::OsString| {
        let story = author::read(&folder.join(&name)).unwrap_or_else(|problems| panic!("{problems}"));
        let model = Model::compile(&story).expect("the story compiles");
        Told { name: name.to_string_lossy().into_owned(), story, model }
    };
    names.into_iter().map(told).collect()
});

/// Calls `test` on every story, the page's own first.
pub(crate) fn each(mut test: impl FnMut(&str, &Story, &Model)) {
    test("story", &STORY, &MODEL);
    assert!(!OTHERS.is_empty(), "there is no second story");
    OTHERS.iter().for_each(|told| test(&told.name, &told.story, &told.model));
}

/// The story in a folder of `stories/`.
pub(crate) fn named(name: &str) -> &'static Told {
    OTHERS.iter().find(|told| told.name == name).unwrap_or_else(|| panic!("there is no story {name}"))
}

/// A scenario anywhere in all that can be set.
pub(crate) fn anywhere(model: &Model, dice: &mut Dice) -> Scenario {
    let mut scenario = Scenario::default_of(model);
    for (at, input) in
        model.inputs.iter().enumerate().filter(|(_, input)| !matches!(input.name, Name::Figure(_)))
    {
        let [low, high] = input.range;
        let value = low + dice.share() * (high - low);
        scenario.set_at(model, at, if input.whole { value.round() } else { value.clamp(low, high) }).unwrap();
    }
    scenario
}

/// The value of a quantity in a year; of one with a single value, that.
pub(crate) fn at(model: &Model, projection: &Projection, id: &str, year: i32) -> Option<f64> {
    let quantity = model.quantities.iter().position(|known| known.id == id);
    let quantity = quantity.unwrap_or_else(|| panic!("there is no quantity {id}"));
    let place = model.years.iter().position(|known| *known == year).unwrap();
    projection.value(model, quantity, place)
}

#[test]
fn no_value_is_infinite_or_not_a_number() {
    each(|name, story, model| {
        let mut dice = Dice(21);
        for _ in 0..300 {
            let projection = project(model, &anywhere(model, &mut dice));
            for (at, quantity) in model.quantities.iter().enumerate() {
                let choices = story.model.0[at].1.choices.len();
                for value in projection.values(model, at).into_iter().flatten() {
                    assert!(value.is_finite(), "{name}: {}", quantity.id);
                    assert!(choices == 0 || value >= 0.0 && value.fract() == 0.0 && value < choices as f64);
                }
            }
        }
    });
}

#[test]
fn it_is_the_same_once_it_was_packed() {
    each(|name, story, _| assert!(&unpack(&pack(story)).expect(name) == story, "{name}"));
}

#[test]
fn every_number_is_explained_to_the_bit() {
    each(|name, story, model| {
        let mut dice = Dice(17);
        for round in 0..16 {
            let scenario = if round == 0 { Scenario::default_of(model) } else { anywhere(model, &mut dice) };
            for explanation in all(story, model, &scenario) {
                let Explanation { id, year, result, projected, agrees, .. } = &explanation;
                assert!(agrees, "{name}: {id} {year:?}: {result:?} is not {projected:?}");
                assert_eq!(result.map(f64::to_bits), projected.map(f64::to_bits), "{name}: {id} {year:?}");
            }
        }
    });
}

/// What a story says of a projection, in one language: verdict, charts, paragraphs.
fn said(story: &Story, model: &Model, projection: &Projection, language: &str) -> Vec<(String, String)> {
    let numbers = Plain::new(language);
    let voice = Voice { story, language, numbers: &numbers };
    let text = |variants: &[ShownVariant]| plain_text(&sentence(variants, projection, model, voice));
    let verdict = story.verdict.names().zip(&model.shown.verdict);
    let verdict = verdict.map(|(id, variants)| (format!("verdict {id}"), text(variants)));
    let views = story.views.names().zip(&model.shown.views);
    let views = views.map(|(id, view)| (format!("view {id}"), text(&view.sentence)));
    let prose = story.prose.names().zip(&model.shown.prose);
    let prose = prose.map(|(id, told)| (format!("prose {id}"), text(std::slice::from_ref(told))));
    verdict.chain(views).chain(prose).collect()
}

#[test]
fn every_sentence_can_be_read_whatever_is_set() {
    each(|name, story, model| {
        let mut dice = Dice(19);
        for round in 0..150 {
            let scenario = if round == 0 { Scenario::default_of(model) } else { anywhere(model, &mut dice) };
            let projection = project(model, &scenario);
            for language in &story.about.languages {
                for (id, text) in said(story, model, &projection, language) {
                    if let Err(why) = readable(&text) {
                        panic!("{name}: {id} in {language} {why}, in {scenario:?}");
                    }
                    // Nothing is absent to begin with.
                    assert!(round > 0 || !text.contains('–') || text.contains(" 20"), "{name}: {id}: {text}");
                }
            }
        }
    });
}

#[test]
fn presets_and_the_tour_start() {
    each(|name, story, model| {
        let default = project(model, &Scenario::default_of(model));
        let steps = story.tour.iter().zip(&model.shown.tour);
        let steps = steps.map(|((id, _), step)| (id, &step.set, Some(&step.text)));
        let presets = story.presets.iter().zip(&model.shown.presets).map(|((id, _), set)| (id, set, None));
        for (id, set, text) in presets.chain(steps) {
            let held = settings(set, &default);
            assert_eq!(held.len(), set.len(), "{name}: {id}");
            let paths =
                held.iter().filter(|(_, path)| path.level().is_none()).map(|(at, _)| *at).collect::<Vec<_>>();
            let model = Model::over_years(story, &paths).unwrap();
            let mut scenario = Scenario::default_of(&model);
            for (at, path) in held {
                scenario.set_path(&model, at, path).unwrap();
            }
            let projection = project(&model, &scenario);
            let differs = !scenario.differences(&Scenario::default_of(&model), &model).is_empty();
            assert!(differs || text.is_some(), "{name}: the preset {id} is the default");
            assert!(
                all(story, &model, &scenario).iter().all(|explanation| explanation.agrees),
                "{name}: {id}"
            );
            for (language, text) in story.about.languages.iter().zip(text.into_iter().cycle()) {
                let numbers = Plain::new(language);
                let voice = Voice { story, language, numbers: &numbers };
                let said = plain_text(&sentence(std::slice::from_ref(text), &projection, &model, voice));
                readable(&said).unwrap_or_else(|why| panic!("{name}: {id} {why}"));
                assert!(!said.contains('–'), "{name}: {id}: {said}");
            }
        }
    });
}

#[test]
fn a_link_holds_every_scenario() {
    each(|name, story, model| {
        let mut dice = Dice(23);
        for _ in 0..50 {
            let scenario = anywhere(model, &mut dice);
            let now = Differences::of(story, model, &scenario, None, &[]);
            let link = Link { now, ..Link::start(model) };
            let text = write(&link, story, model, Digits::native()).text;
            let (again, notices) = read(&text, story, model, Digits::native());
            assert!(notices.is_empty(), "{name}: {notices:?}");
            assert_eq!(again.now.scenario(story, model).values(), scenario.values(), "{name}: {text}");
        }
    });
}

#[test]
fn the_page_could_check_itself() {
    each(|name, story, model| {
        let reference = make(story, model);
        assert_eq!(check(story, model, &reference), [], "{name}");
        assert!(reference.len() > 500, "{name}");
    });
}

/// Every lever moves the chart that it says it moves most.
#[test]
fn every_lever_moves_its_chart() {
    each(|name, story, model| {
        for (at, (id, lever)) in story.levers.iter().enumerate() {
            let view = story.views.position(&lever.view).unwrap();
            let drawn = |share: f64| -> Vec<Vec<Option<f64>>> {
                let mut scenario = Scenario::default_of(model);
                let [low, high] = lever.range;
                scenario.set_at(model, at, low + share * (high - low)).unwrap();
                let projection = project(model, &scenario);
                let layers = model.shown.views[view].layers.iter();
                layers.map(|(quantity, _)| projection.values(model, *quantity)).collect()
            };
            assert_ne!(drawn(0.1), drawn(0.9), "{name}: {id} does not move {}", lever.view);
        }
    });
}
