//! `sliderule solve`: what would have to be true.

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use engine::say::{Plain, Voice};
use engine::settable;
use engine::solve::{Answer, Effort, Goal, Stretch, Support, solve, support};
use serde_json::{Value, json};
use std::fmt::Write;

/// The first where none is named.
const FORMATS: Choices<fn(&Asked, &[Answer]) -> String> = &[("text", text), ("json", json_text)];

/// The answer as text.
pub(crate) fn answer(options: &Options) -> Result<String, CliError> {
    let write = choice("format", options.format.as_deref(), FORMATS)?;
    let case = Case::of(options)?;
    let slot = options.of.slot(&case.story, &case.model)?;
    let goal = Goal { slot, target: options.target };
    let mut inputs: Vec<usize> = Vec::new();
    for id in &options.inputs {
        inputs.push(settable(&case.model, id)?);
    }
    if inputs.is_empty() {
        inputs.extend(0..case.story.levers.len() + case.story.assumptions.len());
    }
    let one = |input: usize| solve(&case.model, &case.scenario, goal, input, Effort::FULL);
    let answers: Vec<Answer> = inputs.into_iter().map(one).collect();
    put_out(options, write(&Asked { case: &case, options, goal }, &answers))
}

struct Asked<'a> {
    case: &'a Case,
    options: &'a Options,
    goal: Goal,
}

impl Asked<'_> {
    fn support(&self, answer: &Answer, stretch: &Stretch) -> Support {
        let case = self.case;
        let value = stretch.nearest_to(case.scenario.values()[answer.input]);
        support(&case.story, &case.model, &case.projection, answer.input, value)
    }
}

fn json_text(asked: &Asked, answers: &[Answer]) -> String {
    let ends = |stretch: &Stretch| match stretch.low == stretch.high {
        true => json!(stretch.low),
        false => json!([stretch.low, stretch.high]),
    };
    let reached = |answer: &Answer, stretch: &Stretch| {
        let support = match asked.support(answer, stretch) {
            Support::Claimed => "claimed",
            Support::Believed => "believed",
            Support::Beyond => "beyond",
        };
        json!({ "value": ends(stretch), "support": support })
    };
    let one = |answer: &Answer| {
        let input = &asked.case.model.inputs[answer.input];
        let reached: Vec<Value> = answer.reached.iter().map(|stretch| reached(answer, stretch)).collect();
        let nearest = answer.nearest.map(|near| json!({ "output": near.output, "value": ends(&near.at) }));
        json!({ "id": input.id, "unit": input.unit, "now": asked.case.scenario.values()[answer.input], "reached": reached, "nearest": nearest })
    };
    let Options { of, target, .. } = asked.options;
    let whole = json!({
        "quantity": of.id,
        "year": of.year,
        "unit": of.unit(&asked.case.story),
        "now": asked.case.projection.slot(asked.goal.slot),
        "target": target,
        "answers": answers.iter().map(one).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}

fn text(asked: &Asked, answers: &[Answer]) -> String {
    let (case, of) = (asked.case, &asked.options.of);
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let shown = |value: f64| voice.prose(value, of.unit(&case.story));
    let now = case.projection.slot(asked.goal.slot).map_or("–".to_owned(), shown);
    let head = voice.word("goal_head").replace("{output}", &case.label_of(of));
    let mut text = head.replace("{now}", &now).replace("{target}", &shown(asked.goal.target));
    text.push('\n');
    for answer in answers {
        let input = &case.model.inputs[answer.input];
        let set = |value: f64| voice.prose(value, &input.unit);
        let stretch = |stretch: &Stretch| match stretch.low == stretch.high {
            true => set(stretch.low),
            false => format!("{} – {}", set(stretch.low), set(stretch.high)),
        };
        let reached = answer.reached.iter().map(|found| {
            let support = match asked.support(answer, found) {
                Support::Claimed => "support_claimed",
                Support::Believed => "support_believed",
                Support::Beyond => "support_beyond",
            };
            format!("{} ({})", stretch(found), voice.word(support))
        });
        let found = match answer.nearest {
            Some(near) if [near.at.low, near.at.high] == input.range => voice.word("goal_idle"),
            Some(near) => {
                let word = voice.word("goal_cannot").replace("{value}", &shown(near.output));
                word.replace("{at}", &stretch(&near.at))
            }
            None if answer.reached.is_empty() => voice.word("absent"),
            None => reached.collect::<Vec<_>>().join(&format!("; {} ", voice.word("goal_or"))),
        };
        writeln!(text, "  {:52}{found}", case.label(answer.input)).ok();
    }
    text
}
