//! A script in Python 3 that needs nothing but its standard library: the scenario's values, one function an equation, and what it
//! prints, a table or the JSON of `sliderule run`.

mod equations;
mod expression;
mod values;
mod words;

use crate::scene::{Scene, affected, older};
use engine::expr::{Expr, ExprError, parse};
use engine::model::{Name, Names};
use std::collections::BTreeSet;
use std::fmt::Write;
use words::{Words, comment, quoted};

/// An equation cannot be read; a checked story has none.
///
/// # Errors
/// What is wrong with it.
pub fn python(scene: Scene) -> Result<String, ExprError> {
    let names = Names::new(scene.story);
    let parsed: Result<Vec<Expr>, _> =
        scene.story.model.iter().map(|(_, quantity)| parse(&quantity.value)).collect();
    let parsed = parsed?;
    let used = used(scene, &names, &parsed)?;
    let words = Words::new(&names, &used);
    let script = Script { scene, names: &names, parsed: &parsed, used: &used, words: &words };
    let mut text = script.head();
    text += &script.values();
    text += "\n\n";
    text += include_str!("helpers.py");
    let order = script.order()?;
    let plain = script.plain(&order)?;
    text += &script.equations(&order, &plain)?;
    text += &script.put_out(&plain);
    text += "\n\n";
    text += include_str!("print.py");
    Ok(text)
}

/// All that the parts of a script are made of.
struct Script<'a> {
    scene: Scene<'a>,
    names: &'a Names<'a>,
    /// Of each quantity its equation.
    parsed: &'a [Expr],
    /// What the script names: all that can be set, the figures and series that equations use, every quantity.
    used: &'a [Name],
    words: &'a Words,
}

/// All that can be set and every quantity; of figures and series those that equations take.
fn used(scene: Scene, names: &Names, parsed: &[Expr]) -> Result<Vec<Name>, ExprError> {
    let story = scene.story;
    let mut used: Vec<Name> = (0..story.levers.len()).map(Name::Lever).collect();
    used.extend((0..story.assumptions.len()).map(Name::Assumption));
    let mut taken = BTreeSet::new();
    for expr in parsed {
        taken.extend(words::named(expr, names)?);
    }
    let series: Vec<Name> =
        (0..story.series.len()).map(Name::Series).filter(|name| taken.contains(name)).collect();
    for name in &series {
        let years = if let Name::Series(at) = name { &story.series.0[*at].1.years } else { continue };
        taken.extend(years.iter().filter_map(|(_, figure)| story.figures.position(figure)).map(Name::Figure));
    }
    used.extend((0..story.figures.len()).map(Name::Figure).filter(|figure| taken.contains(figure)));
    used.extend(series);
    used.extend((0..story.model.len()).map(Name::Quantity));
    Ok(used)
}

impl Script<'_> {
    fn head(&self) -> String {
        let Scene { story, language, .. } = self.scene;
        let about = &story.about;
        let mut text = "#!/usr/bin/env python3\n".to_owned();
        comment(&mut text, about.question.get(language));
        text += "#\n";
        comment(&mut text, &format!("The model of {}, version {}.", about.id, about.model_version));
        text += "# Written by `sliderule export`. Change a value below and run it again: it prints a table, and with --json\n\
                 # what `sliderule run --format json` prints. Comments above the functions are the equations as the story has them.\n";
        for (_, change) in story.changes.iter().take(1) {
            comment(&mut text, &format!("{}: {}", change.date, change.what.get(language)));
        }
        text += "\nimport json\nimport math\nimport sys\n\n";
        text += "# A quantity may call another, and that another, for as many years as there are.\nsys.setrecursionlimit(100_000)\n\n";
        let (first, last) = (about.first_year, about.last_year);
        write!(text, "FIRST = {first}\nYEARS = list(range(FIRST, {last} + 1))\n").ok();
        text
    }

    /// What the script prints, in the order of the story.
    fn put_out(&self, plain: &[bool]) -> String {
        let mut text = "\n\nSCENARIO = {\n".to_owned();
        let settable = self.scene.story.levers.len() + self.scene.story.assumptions.len();
        for input in &self.scene.model.inputs[..settable] {
            // Writing to a string cannot fail.
            writeln!(text, "    {}: {},", quoted(&input.id), self.words.of(input.name)).ok();
        }
        text += "}\n\nQUANTITIES = {\n";
        for (at, id, quantity) in self.scene.put_out() {
            let unit =
                if quantity.choices.is_empty() { format!(" [{}]", quantity.unit) } else { String::new() };
            let label = quoted(&format!("{}{unit}", quantity.label.get(self.scene.language)));
            writeln!(text, "    {}: ({label}, {}),", quoted(id), self.whole(at, plain[at])).ok();
        }
        text += "}\n\n# What else differs from the story as it stands.\nOTHERS = {\n";
        let older = older(self.scene);
        if !older.is_empty() {
            text += "    \"figures\": {";
            for at in older {
                let input = &self.scene.model.inputs[at];
                write!(text, "{}: {}, ", quoted(&input.id), self.words.of(input.name)).ok();
            }
            text += "},\n";
        }
        if !self.scene.overrides.is_empty() {
            text += "    \"overrides\": [\n";
            self.scene.overrides.iter().for_each(|other| text += &self.overridden(other));
            text += "    ],\n";
        }
        text + "}\n"
    }

    fn overridden(&self, other: &engine::Override) -> String {
        let affects: Vec<String> = affected(self.scene, &other.figure).into_iter().map(quoted).collect();
        let figure = self.scene.story.figures.position(&other.figure).map(Name::Figure);
        format!(
            "        {{\"figure\": {}, \"value\": {}, \"reason\": {}, \"affects\": [{}]}},\n",
            quoted(&other.figure),
            figure.map_or("None", |figure| self.words.of(figure)),
            quoted(&other.reason),
            affects.join(", "),
        )
    }
}
