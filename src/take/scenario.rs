//! The scenario as JSON: what `sliderule run --format json` writes, with the link that holds all of the page's state.

use crate::browser::Record;
use crate::explorer::Explorer;
use crate::ground::decided;
use engine::model::{Model, Name};
use engine::{Override, Projection, Reach, Scenario};

/// Its entries; `figures` and `overrides` are empty where there are none.
pub(super) fn record(explorer: Explorer) -> Record {
    let (model, projection) = (explorer.model(), explorer.projection.get());
    let whole = Record::object();
    whole.text("link", &explorer.link_of_now());
    explorer.scenario.with_untracked(|scenario| {
        let inputs = Record::object();
        for at in decided(explorer.story()) {
            held(&inputs, model, scenario, at);
        }
        whole.part("scenario", &inputs);
        let years = Record::list();
        for year in &model.years {
            years.add(Some(f64::from(*year)));
        }
        whole.part("years", &years);
        whole.part("quantities", &quantities(explorer, model, &projection));
        explorer.ground.with_untracked(|ground| {
            whole.part("figures", &older(model, scenario, &ground.overrides));
            let overrides = Record::list();
            for figure in &ground.overrides {
                overrides.add_part(&overridden(explorer, model, figure));
            }
            whole.part("overrides", &overrides);
        });
    });
    whole
}

fn held(record: &Record, model: &Model, scenario: &Scenario, at: usize) {
    let id = &model.inputs[at].id;
    let Some(path) = scenario.path(at) else { return record.number(id, Some(scenario.values()[at])) };
    let points = Record::object();
    for (year, value) in path.points() {
        points.number(&year.to_string(), Some(*value));
    }
    record.part(id, &points);
}

fn quantities(explorer: Explorer, model: &Model, projection: &Projection) -> Record {
    let all = Record::object();
    for (at, (id, quantity)) in explorer.story().put_out() {
        let values = Record::list();
        for value in projection.values(model, at) {
            match quantity.choice(value) {
                Some((name, _)) => values.add_text(name),
                None => values.add(value),
            }
        }
        if model.quantities[at].varies { all.part(id, &values) } else { all.part(id, &values.first()) }
    }
    all
}

/// The figures of the past that a date brings back, where the numbers rest on them.
fn older(model: &Model, scenario: &Scenario, overrides: &[Override]) -> Record {
    let older = Record::object();
    for (at, input) in model.inputs.iter().enumerate() {
        let value = scenario.values()[at];
        if matches!(input.name, Name::Figure(_))
            && input.default != value
            && overrides.iter().all(|figure| figure.figure != input.id)
            && Reach::of(model, &[at]).feeds(model)
        {
            older.number(&input.id, Some(value));
        }
    }
    older
}

fn overridden(explorer: Explorer, model: &Model, figure: &Override) -> Record {
    let one = Record::object();
    one.text("figure", &figure.figure);
    one.number("value", Some(figure.value));
    one.text("reason", &figure.reason);
    let affects = Record::list();
    let reach = model.figure(&figure.figure).map(|at| Reach::of(model, &[at]));
    for (at, (id, _)) in explorer.story().put_out() {
        if reach.as_ref().is_some_and(|reach| reach.quantity(model, at)) {
            affects.add_text(id);
        }
    }
    one.part("affects", &affects);
    one
}
