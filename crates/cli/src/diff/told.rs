//! Differences as text and as JSON.

use super::alone::{Alone, Looked};
use super::{Difference, Kind, Versions};
use engine::say::{Plain, Voice};
use engine::story::Story;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// As a list for people.
pub(super) fn text(versions: &Versions) -> String {
    let Versions { old, new, language, results, differences } = versions;
    let numbers = Plain::new(language);
    let voice = Voice { story: new, language, numbers: &numbers };
    let moved = |looked: &Looked, to: Option<f64>| {
        let shown = |write: &dyn Fn(f64) -> String| {
            [looked.values[0], to].map(|value| value.map_or_else(|| voice.word("absent"), write))
        };
        let [mut before, mut after] = shown(&|value| voice.prose(value, &looked.unit));
        // A difference too small for a sentence is shown in figures.
        if before == after && moves(looked.values[0], to) {
            [before, after] = shown(&|value| voice.stated(value, &looked.unit));
        }
        format!("{}: {before} → {after}", looked.of)
    };
    if differences.is_empty() {
        return "Nothing differs.\n".to_owned();
    }
    let mut text = String::new();
    let mut list = "";
    for difference in differences {
        if difference.list != list {
            list = difference.list;
            // Writing to a string cannot fail.
            writeln!(text, "{}{list}", if text.is_empty() { "" } else { "\n" }).ok();
        }
        let label = label(old, difference).or(label(new, difference)).map(|text| text.get(language));
        writeln!(text, "  {} {}  {}", sign(difference.kind), difference.id, label.unwrap_or_default()).ok();
        for (way, [before, after]) in difference.entries.iter().filter(|_| difference.kind == Kind::Changed) {
            let [before, after] = [before, after].map(|side| side.as_deref().unwrap_or("–"));
            writeln!(text, "      {way}: {before} → {after}").ok();
        }
        match &difference.alone {
            Alone::Words => {}
            Alone::Impossible(why) => {
                writeln!(text, "      cannot be put into the old version alone: {why}").ok();
            }
            Alone::Values(values) => {
                let sides = results.all.iter().zip(values);
                let differing =
                    sides.filter(|(looked, value)| moves(looked.values[0], **value)).collect::<Vec<_>>();
                for (looked, value) in &differing {
                    writeln!(text, "      alone: {}", moved(looked, **value)).ok();
                }
                if differing.is_empty() {
                    text += "      alone: none of these numbers moves\n";
                }
            }
        }
    }
    text += "\nall together\n";
    for looked in &results.all {
        writeln!(text, "  {}", moved(looked, looked.values[1])).ok();
    }
    text
}

/// What the order of sums leaves in the last digits is no difference.
fn moves(from: Option<f64>, to: Option<f64>) -> bool {
    match (from, to) {
        (Some(from), Some(to)) => (from - to).abs() > 1e-9 * from.abs().max(to.abs()),
        (from, to) => from != to,
    }
}

fn sign(kind: Kind) -> char {
    match kind {
        Kind::Added => '+',
        Kind::Removed => '-',
        Kind::Changed => '~',
    }
}

fn label<'a>(story: &'a Story, of: &Difference) -> Option<&'a engine::story::Text> {
    let id = of.id.as_str();
    match of.list {
        "figures" => story.figures.get(id).map(|entry| &entry.label),
        "assumptions" => story.assumptions.get(id).map(|entry| &entry.label),
        "levers" => story.levers.get(id).map(|entry| &entry.label),
        "model" => story.model.get(id).map(|entry| &entry.label),
        "views" => story.views.get(id).map(|entry| &entry.title),
        _ => None,
    }
}

/// As a script takes it.
pub(super) fn json(versions: &Versions) -> String {
    let Versions { old, new, results, differences, .. } = versions;
    let version = |story: &Story| {
        let newest = story.changes.0.first().map(|(id, _)| id);
        json!({ "id": story.about.id, "model_version": story.about.model_version, "newest_change": newest })
    };
    let looked = |looked: &Looked| json!({ "of": looked.of, "unit": looked.unit, "from": looked.values[0], "to": looked.values[1] });
    let one = |difference: &Difference| {
        let entries = difference
            .entries
            .iter()
            .map(|(way, [from, to])| json!({ "entry": way, "from": from, "to": to }));
        let mut whole = json!({
            "list": difference.list,
            "id": difference.id,
            "change": match difference.kind {
                Kind::Added => "added",
                Kind::Removed => "removed",
                Kind::Changed => "changed",
            },
            "entries": entries.collect::<Vec<Value>>(),
        });
        match &difference.alone {
            Alone::Words => {}
            Alone::Impossible(why) => whole["not_alone"] = json!(why),
            Alone::Values(values) => {
                let values =
                    results.all.iter().zip(values).map(|(looked, value)| (looked.of.clone(), json!(value)));
                whole["alone"] = Value::Object(values.collect::<Map<_, _>>());
            }
        }
        whole
    };
    let whole = json!({
        "old": version(old),
        "new": version(new),
        "results": results.all.iter().map(looked).collect::<Vec<_>>(),
        "differences": differences.iter().map(one).collect::<Vec<_>>(),
    });
    format!("{whole:#}\n")
}
