//! All figures in a table: value, number as printed, article, date, paragraph, status, what to know, where it is used.

use super::Filter;
use crate::browser::{El, button, el, folded};
use crate::claims::mark_class;
use crate::explorer::Explorer;
use crate::go::{link, to_uses};
use charts::Mark;
use engine::Uses;
use engine::model::{Name, Names};
use engine::say::Voice;
use engine::story::{Figure, FigureValue};
use std::cmp::Ordering;

/// Names of the columns among the page's words.
const COLUMNS: [&str; 9] =
    ["figure", "value", "printed", "source", "date", "paragraph", "status", "to_know", "used_in"];
/// The column of values, which is sorted by number.
const VALUE: usize = 1;
/// The column of paragraphs, likewise.
const PARAGRAPH: usize = 5;

/// A figure as text.
struct Row {
    id: &'static str,
    figure: &'static Figure,
    cells: [String; 9],
    /// Article, entity and status.
    keys: [String; 3],
    /// All that it says, folded.
    text: String,
}

/// The table and what chooses from it; follows language and day.
pub(super) fn figures(explorer: Explorer, filter: Filter) -> Vec<El> {
    let (uses, names) = (Uses::of(explorer.story()), Names::new(explorer.story()));
    let voice = explorer.voice();
    let all = explorer.story().figures.iter().enumerate();
    let known = all.filter(|(_, (id, _))| explorer.knows(id));
    let rows: Vec<Row> = known
        .map(|(at, (id, figure))| {
            let used = to_uses(explorer, &names, uses.by(Name::Figure(at)));
            row(voice, id, figure, used.into_iter().map(|(words, _)| words).collect())
        })
        .collect();
    let keys: Vec<[String; 3]> = rows.iter().map(|row| row.keys.clone()).collect();
    let controls = filter.controls(explorer, &keys, ["source", "about", "status"]);
    let later = explorer.story().figures.len() - rows.len();
    let count = el("p").class("note").set("role", "status").id("figures-count");
    let said = count.clone();
    let table = el("table").with([el("caption").class("unseen").text(&voice.word("figures"))]);
    let body = el("tbody").piece(move || {
        let shown = chosen(&rows, filter);
        let mut words = voice.word("figures_shown");
        words = words.replace("{shown}", &shown.len().to_string()).replace("{all}", &rows.len().to_string());
        if later > 0 {
            words += &voice.word("figures_later").replace("{}", &later.to_string());
        }
        said.say(&words);
        shown.into_iter().map(|at| line(explorer, &rows[at])).collect()
    });
    let head = el("thead").piece(move || vec![head(voice, filter)]);
    vec![controls, count, el("div").class("table").with([table.with([head, body])])]
}

fn row(voice: Voice<'static>, id: &'static str, figure: &'static Figure, used: Vec<String>) -> Row {
    let text = |text: &engine::story::Text| text.get(voice.language).to_owned();
    let source = voice.story.sources.get(&figure.source);
    let mut status = voice.word(figure.status.word());
    if figure.wrong {
        status = format!("{status}, {}", voice.word("printed_wrong"));
    }
    let cells = [
        text(&figure.label),
        value(voice, figure),
        figure.printed.as_ref().map_or_else(String::new, |printed| voice.quoted(printed)),
        source.map_or_else(String::new, |source| text(&source.title)),
        source.map_or_else(String::new, |source| source.date.clone()),
        figure.paragraph.map_or_else(String::new, |paragraph| paragraph.to_string()),
        status.clone(),
        figure.note.as_ref().map_or_else(String::new, text),
        used.join(", "),
    ];
    let found = folded(&format!("{id} {} {}", about(voice, figure), cells.join(" ")));
    let keys = [cells[3].clone(), voice.term(&figure.entity), status];
    Row { id, figure, cells, keys, text: found }
}

/// The value of a figure with its unit; a dash where only a magnitude is printed.
pub(crate) fn value(voice: Voice, figure: &Figure) -> String {
    match &figure.value {
        Some(FigureValue::Number(value)) => voice.stated(*value, &figure.unit),
        Some(FigureValue::Date(date)) => date.clone(),
        None => "–".to_owned(),
    }
}

/// Whom and what time a figure is about.
pub(crate) fn about(voice: Voice, figure: &Figure) -> String {
    format!("{}, {}", voice.term(&figure.entity), voice.term(&figure.period))
}

/// The places of the rows that are asked for, in the order that is asked for.
fn chosen(rows: &[Row], filter: Filter) -> Vec<usize> {
    let taken = (0..rows.len()).filter(|at| filter.takes(&rows[*at].keys, &rows[*at].text));
    let mut taken: Vec<usize> = taken.collect();
    let order = filter.order.get();
    let column = order / 2;
    if column < COLUMNS.len() {
        let keys: Vec<String> = rows.iter().map(|row| folded(&row.cells[column])).collect();
        let compare = |a: &usize, b: &usize| -> Ordering {
            let number = |at: usize| match column {
                VALUE => rows[at].figure.number().unwrap_or(f64::NEG_INFINITY),
                PARAGRAPH => rows[at].figure.paragraph.map_or(0.0, f64::from),
                _ => 0.0,
            };
            let both = number(*a).total_cmp(&number(*b)).then_with(|| keys[*a].cmp(&keys[*b]));
            let both = if order % 2 == 1 { both.reverse() } else { both };
            both.then(a.cmp(b))
        };
        taken.sort_unstable_by(compare);
    }
    taken
}

fn head(voice: Voice, filter: Filter) -> El {
    let order = filter.order.get();
    let column = |(at, name): (usize, &&str)| {
        let sort = match order.checked_sub(2 * at) {
            Some(0) => "ascending",
            Some(1) => "descending",
            _ => "none",
        };
        let sorter = button(move || filter.sort_by(at)).class("quiet").text(&voice.word(name));
        el("th").set("scope", "col").set("aria-sort", sort).with([sorter])
    };
    el("tr").each(COLUMNS.iter().enumerate().map(column))
}

fn line(explorer: Explorer, row: &Row) -> El {
    let about = about(explorer.voice(), row.figure);
    let mark = format!("mark {}", mark_class(Mark::from(row.figure.status)));
    let name = link(&(row.cells[0].clone(), format!("figure-{}", row.id)));
    let first = [el("i").class(&mark), name, el("small").text(&about)];
    let mut cells = vec![el("th").set("scope", "row").with(first)];
    cells.extend(row.cells[1..].iter().map(|cell| el("td").text(cell)));
    if explorer.ground.with(|ground| ground.overridden(row.id).is_some()) {
        cells[1] = el("td").with([
            el("s").text(&row.cells[VALUE]),
            el("b").text(&format!(" {}", explorer.voice().word("overridden"))),
        ]);
    }
    el("tr").with(cells)
}
