//! A lever over the years: a slider a year with straight lines between those that were set, and the same written out.

use crate::browser::{El, button, decimal, el, key, slider_value, written};
use crate::explorer::Explorer;
use crate::input::{exact, label, points};
use crate::number_box::read;
use crate::state::State;
use crate::track::share;
use engine::Path;
use leptos::prelude::*;

/// Half a year's thumb, as in the style.
const THUMB_PX: i32 = 8;

/// The disclosure at the lever at place `at`, made only while it is open. Closed, it says what path the lever holds.
pub(crate) fn over_time(explorer: Explorer, at: usize) -> El {
    let open = State::new(false);
    let title = move || {
        let words = explorer.voice().word("over_time");
        let path = explorer.path(at).map(|path| points(explorer, at, path.points()));
        path.map_or_else(|| words.clone(), |path| format!("{words}: {path}"))
    };
    el("details")
        .class("over-time")
        .id(&format!("over-time-{}", explorer.model().inputs[at].id))
        .with([
            el("summary").says(title),
            el("div").piece(move || if open.get() { inside(explorer, at) } else { Vec::new() }),
        ])
        .on("toggle", move |_| open.update(|open| *open = !*open))
}

fn inside(explorer: Explorer, at: usize) -> Vec<El> {
    // What was set, also while it happens to be level.
    let set = State::new(Vec::new());
    let years = explorer.model().years.iter().map(|year| slider(explorer, at, *year, set));
    let back = move || {
        let first = explorer.value(at);
        explorer.set(at, first).ok();
    };
    let back = button(move || untrack(back)).class("quiet").says(explorer.word("over_time_back"));
    let refused = State::new(false);
    vec![
        el("div").class("years").with([area(explorer, at)]).each(years),
        text_box(explorer, at, refused),
        el("p").class("problem").set("role", "alert").says(move || match refused.get() {
            true => explorer.voice().word("over_time_refused"),
            false => String::new(),
        }),
        el("p").says(explorer.word("over_time_note")),
        back.live("aria-disabled", move || explorer.path(at).is_none().to_string()),
    ]
}

/// One year: what is set there, or what the line between its neighbours gives.
fn slider(explorer: Explorer, at: usize, year: i32, set: State<Vec<(i32, f64)>>) -> El {
    let lever = &explorer.story().levers.0[at].1;
    let value = move || explorer.over_years(at).at(year);
    let is_set = move || explorer.path(at).is_some_and(|path| path.points().iter().any(|of| of.0 == year));
    let put = move |value: Option<f64>| untrack(|| put(explorer, at, year, value, set));
    let input = el("input")
        .set("type", "range")
        .set("min", &decimal(lever.range[0]))
        .set("max", &decimal(lever.range[1]))
        .set("step", &decimal(lever.step))
        .set("data-year", &year.to_string())
        .live("class", move || if is_set() { "set" } else { "" }.to_owned())
        .live("aria-label", move || format!("{} {year}", label(explorer, at).get(explorer.code())))
        .live("aria-valuetext", move || exact(explorer, at, value()))
        .shows(move || decimal(value()))
        .on("input", move |event| put(slider_value(event)))
        .on("dblclick", move |_| put(None))
        .on("keydown", move |event| {
            if matches!(key(event).as_str(), "Delete" | "Backspace") {
                put(None);
            }
        });
    el("div").with([input, el("small").set("aria-hidden", "true").text(&year.to_string())])
}

/// Sets one year of a lever, or frees it.
fn put(explorer: Explorer, at: usize, year: i32, value: Option<f64>, set: State<Vec<(i32, f64)>>) {
    let (held, first) = (explorer.over_years(at), explorer.model().years[0]);
    let draft = set.get_untracked();
    let level = |points: &[(i32, f64)]| Path::new(points.to_vec()).ok().and_then(|path| path.level());
    let mut points = match held.level() {
        None => held.points().to_vec(),
        now if level(&draft) == now => draft,
        Some(level) => vec![(first, level)],
    };
    points.retain(|(other, _)| *other != year);
    if let Some(value) = value {
        let place = points.iter().take_while(|(other, _)| *other < year).count();
        points.insert(place, (year, value));
    }
    if let Ok(path) = Path::new(points.clone()) {
        set.set(points);
        // A slider gives nothing beyond its range.
        explorer.set_path(at, path).ok();
    }
}

/// What lies under the line.
fn area(explorer: Explorer, at: usize) -> El {
    let range = explorer.story().levers.0[at].1.range;
    let height = move |value: f64| {
        let share = decimal(1.0 - share(range, value));
        format!("calc({THUMB_PX}px + {share} * (100% - 2 * {THUMB_PX}px))")
    };
    el("i").style("clip-path", move || {
        let (held, years) = (explorer.over_years(at), &explorer.model().years);
        let ends = [years[0], years[years.len() - 1]].map(|year| height(held.at(year)));
        let mut line = format!("0 100%, 0 {}", ends[0]);
        for (place, year) in (1_u32..).step_by(2).zip(years) {
            let middle = decimal(50.0 * f64::from(place) / years.len() as f64);
            line += &format!(", {middle}% {}", height(held.at(*year)));
        }
        format!("polygon({line}, 100% {}, 100% 100%)", ends[1])
    })
}

fn text_box(explorer: Explorer, at: usize, refused: State<bool>) -> El {
    let shown = move || match explorer.path(at) {
        Some(path) => points(explorer, at, path.points()),
        None => explorer.voice().exact(explorer.value(at), &explorer.model().inputs[at].unit),
    };
    el("input")
        .set("type", "text")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .id(&format!("path-{}", explorer.model().inputs[at].id))
        .live("aria-label", move || {
            let voice = explorer.voice();
            format!("{}: {}", label(explorer, at).get(voice.language), voice.word("over_time"))
        })
        .maybe("aria-invalid", move || refused.get().then(|| "true".to_owned()))
        .shows(shown)
        .on("change", move |event| {
            let taken = untrack(|| typed(explorer, at, &written(event)));
            refused.set(taken.is_none_or(|path| explorer.set_path(at, path).is_err()));
        })
}

/// The path that somebody has written; a single number is one value for all years.
fn typed(explorer: Explorer, at: usize, text: &str) -> Option<Path> {
    let value = |text: &str| read(explorer, &explorer.model().inputs[at].unit, text).ok();
    let signs = [',', ';', ' '];
    let pieces: Vec<&str> = text.split(':').map(str::trim).collect();
    let (last, before) = pieces.split_last()?;
    let Some((first, middle)) = before.split_first() else { return Some(Path::constant(value(last)?)) };
    let (mut points, mut year) = (Vec::new(), *first);
    for piece in middle {
        // The value of one year and the year that comes next.
        let (written, next) = piece.rsplit_once(signs)?;
        points.push((year.parse().ok()?, value(written.trim_end_matches(signs))?));
        year = next;
    }
    points.push((year.parse().ok()?, value(last)?));
    Path::new(points).ok()
}
