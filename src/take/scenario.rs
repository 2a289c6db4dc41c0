//! The scenario as JSON: what `sliderule run --format json` writes, with the link that holds all of the page's state.

use crate::browser::{decimal, quoted};
use crate::explorer::Explorer;
use crate::ground::decided;
use engine::model::{Model, Name};
use engine::{Override, Projection, Reach, Scenario};

/// Its text, on one line.
pub(super) fn json(explorer: Explorer) -> String {
    let link = explorer.link_of_now();
    let (model, projection) = (explorer.model(), explorer.projection.get());
    let mut json = Json("{".to_owned());
    json.entry("link", &quoted(&link));
    json.open("scenario", "{");
    explorer.scenario.with_untracked(|scenario| {
        for at in decided(explorer.story()) {
            held(&mut json, model, scenario, at);
        }
        json.close("}");
        json.open("years", "[");
        for year in &model.years {
            json.item(&year.to_string());
        }
        json.close("]");
        quantities(&mut json, explorer, model, &projection);
        explorer.ground.with_untracked(|ground| {
            json.open("figures", "{");
            older(&mut json, model, scenario, &ground.overrides);
            json.close("}");
            json.open("overrides", "[");
            for figure in &ground.overrides {
                overridden(&mut json, explorer, model, figure);
            }
            json.close("]");
        });
    });
    json.close("}");
    json.0
}

fn held(json: &mut Json, model: &Model, scenario: &Scenario, at: usize) {
    let id = &model.inputs[at].id;
    match scenario.path(at) {
        None => json.entry(id, &decimal(scenario.values()[at])),
        Some(path) => {
            json.open(id, "{");
            for (year, value) in path.points() {
                json.entry(&year.to_string(), &decimal(*value));
            }
            json.close("}");
        }
    }
}

fn quantities(json: &mut Json, explorer: Explorer, model: &Model, projection: &Projection) {
    json.open("quantities", "{");
    for (at, (id, quantity)) in explorer.story().put_out() {
        let value = |year| {
            let value = projection.value(model, at, year);
            let name = quantity.choice(value).map(|(name, _)| quoted(name));
            name.or(value.map(decimal)).unwrap_or_else(|| "null".to_owned())
        };
        if model.quantities[at].varies {
            json.open(id, "[");
            for year in 0..model.years.len() {
                json.item(&value(year));
            }
            json.close("]");
        } else {
            json.entry(id, &value(0));
        }
    }
    json.close("}");
}

/// The figures of the past that a date brings back, where the numbers rest on them.
fn older(json: &mut Json, model: &Model, scenario: &Scenario, overrides: &[Override]) {
    for (at, input) in model.inputs.iter().enumerate() {
        let value = scenario.values()[at];
        if matches!(input.name, Name::Figure(_))
            && input.default != value
            && overrides.iter().all(|figure| figure.figure != input.id)
            && Reach::of(model, &[at]).feeds(model)
        {
            json.entry(&input.id, &decimal(value));
        }
    }
}

fn overridden(json: &mut Json, explorer: Explorer, model: &Model, figure: &Override) {
    let Some(at) = model.figure(&figure.figure) else { return };
    let reach = Reach::of(model, &[at]);
    json.item("{");
    json.entry("figure", &quoted(&figure.figure));
    json.entry("value", &decimal(figure.value));
    json.entry("reason", &quoted(&figure.reason));
    json.open("affects", "[");
    for (at, (id, _)) in explorer.story().put_out() {
        if reach.quantity(model, at) {
            json.item(&quoted(id));
        }
    }
    json.close("]}");
}

/// JSON that is being written.
struct Json(String);

impl Json {
    /// A value behind its name, which is one of the story's or a plain word.
    fn entry(&mut self, name: &str, value: &str) {
        self.item(&["\"", name, "\":", value].concat());
    }

    /// What is within an object or a list begins.
    fn open(&mut self, name: &str, sign: &str) {
        self.entry(name, sign);
    }

    /// It ends.
    fn close(&mut self, sign: &str) {
        self.0 += sign;
    }

    /// A value.
    fn item(&mut self, value: &str) {
        if !matches!(self.0.as_bytes().last(), Some(b'{' | b'[')) {
            self.0.push(',');
        }
        self.0 += value;
    }
}
